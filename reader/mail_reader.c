/* klachtd-reader — reads mail: a zygote that forks a locked child per message. Always up; knows neither tesseract nor iconv. */
#include "base/spawn.h"
#include "reader/large_pages.h"
#include "reader/mail_child.h"
#include "reader/zygote.h"

int main(int argc, char **argv)
{
	spawned_or_explain(argc, argv, "reads mail");
	large_pages_program();
	zygote_main(&(struct zygote){ .init = mail_child_init, .read = mail_child_read, .rewinds = true });
}
