#include "parsers/message/charset_iconv.h"

#include <errno.h>
#include <iconv.h>

#include "parsers/message/charset_p.h"

static iconv_t descriptor[CHARSET_RARE];	/* (iconv_t)-1 where the C library lacks it */

static bool convert(size_t rare, const unsigned char *s, size_t n, struct sink *ret)
{
	iconv_t cd = descriptor[rare];
	char *in = (char *)s, out[4096];
	size_t left = n;
	if (cd == (iconv_t)-1)
		return false;
	(void)iconv(cd, NULL, NULL, NULL, NULL);	/* the state of the text before */
	while (left && !ret->full) {
		char *o = out;
		size_t room = sizeof out, before = left;
		size_t r = iconv(cd, &in, &left, &o, &room);
		int e = errno;
		sink_put(ret, out, sizeof out - room);
		if (r != (size_t)-1)
			break;
		if (e == E2BIG && (left != before || room != sizeof out))
			continue;
		sink_rune(ret, 0xfffd);
		if (e == EINVAL)	/* half a character at the end */
			break;
		in++, left--;
	}
	char *o = out;
	size_t room = sizeof out;
	(void)iconv(cd, NULL, NULL, &o, &room);
	sink_put(ret, out, sizeof out - room);
	return true;
}

/* The module itself is loaded by the first conversion in some versions: convert one character now. */
static void load_module(iconv_t cd)
{
	char in[] = "a", out[16], *pi = in, *po = out;
	size_t ni = 1, no = sizeof out;
	(void)iconv(cd, &pi, &ni, &po, &no);	/* half a character for some: only the loading matters */
	(void)iconv(cd, NULL, NULL, NULL, NULL);
}

int charset_iconv_load(void)
{
	for (size_t i = 0; i < CHARSET_RARE; i++) {
		if (descriptor[i])
			continue;
		descriptor[i] = iconv_open("UTF-8", charset_rare[i].name);
		if (descriptor[i] != (iconv_t)-1)
			load_module(descriptor[i]);
	}
	charset_use(convert);
	return descriptor[0] == (iconv_t)-1 ? -1 : 0;
}
