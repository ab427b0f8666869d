/* What the libraries inside klachtd-reader could call for mail that comes from elsewhere than memory, or is not in UTF-8, and never do: answered with a refusal, so that code for
 * networks, packed files and other encodings is not there at all. Linked into that program only.
 */
#include <errno.h>
#include <iconv.h>
#include <libxml/xmlversion.h>
#include <stddef.h>

/* ---- iconv: libetpan asks it for the charset of encoded words in a file's name; ours are decoded by mimex.c ---- */

iconv_t iconv_open(const char *to, const char *from)
{
	(void)to, (void)from;
	errno = EINVAL;
	return (iconv_t)-1;
}

size_t iconv(iconv_t cd, char **in, size_t *n, char **out, size_t *room)
{
	(void)cd, (void)in, (void)n, (void)out, (void)room;
	errno = EBADF;
	return (size_t)-1;
}

int iconv_close(iconv_t cd)
{
	(void)cd;
	return 0;
}

/* ---- libxml2 ---- */

/* Nothing can be opened, so that the rest is never reached. */
#define NOTHING(name) \
	void *name(void); \
	void *name(void) \
	{ \
		return NULL; \
	}
#define WITHOUT(name) NOTHING(name)	/* expands name first */

/* It asks ICU for encodings, but is given UTF-8 and told so. ICU's functions carry its version in their names, which this header knows. */
#ifdef LIBXML_ICU_ENABLED
#include <unicode/utypes.h>
void *ucnv_open(const char *name, UErrorCode *status);
void *ucnv_open(const char *name, UErrorCode *status)
{
	(void)name;
	*status = U_UNSUPPORTED_ERROR;
	return NULL;
}
WITHOUT(ucnv_close)
WITHOUT(ucnv_convertEx)
WITHOUT(ucnv_setFromUCallBack)
WITHOUT(ucnv_setToUCallBack)
WITHOUT(UCNV_FROM_U_CALLBACK_STOP)
WITHOUT(UCNV_TO_U_CALLBACK_STOP)
#endif

/* Packed files: zlib and liblzma. */
WITHOUT(crc32)
WITHOUT(deflate)
WITHOUT(deflateEnd)
WITHOUT(deflateInit2_)
WITHOUT(gzclose)
WITHOUT(gzdirect)
WITHOUT(gzdopen)
WITHOUT(gzopen64)
WITHOUT(gzread)
WITHOUT(gzwrite)
WITHOUT(__libxml2_xzclose)
WITHOUT(__libxml2_xzcompressed)
WITHOUT(__libxml2_xzdopen)
WITHOUT(__libxml2_xzopen)
WITHOUT(__libxml2_xzread)

/* Networks. */
WITHOUT(xmlNanoFTPClose)
WITHOUT(xmlNanoFTPOpen)
WITHOUT(xmlNanoFTPRead)
WITHOUT(xmlNanoHTTPClose)
WITHOUT(xmlNanoHTTPEncoding)
WITHOUT(xmlNanoHTTPMethod)
WITHOUT(xmlNanoHTTPMimeType)
WITHOUT(xmlNanoHTTPOpen)
WITHOUT(xmlNanoHTTPRead)
WITHOUT(xmlNanoHTTPRedir)
WITHOUT(xmlNanoHTTPReturnCode)
