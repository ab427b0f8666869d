/* klachtd-charset-reader — reads mail in the charsets that klachtd-reader lacks (charset_iconv.h): else the same. On demand. */
#include "base/spawn.h"
#include "parsers/message/charset_iconv.h"
#include "reader/mail_child.h"
#include "reader/zygote.h"

static int init(const struct rules *rules, struct error *err)
{
	if (charset_iconv_load() != 0)	/* from files: behind the lock there are none */
		return error_set(err, FAIL_CONFIG, "iconv opens none of its character sets (package libc6: gconv)");
	return mail_child_init(rules, err);
}

int main(int argc, char **argv)
{
	spawned_or_explain(argc, argv, "reads mail in rare charsets");
	zygote_main(&(struct zygote){ .init = init, .read = mail_child_read });
}
