/* parsers/message/charset_iconv.h — the rare charsets: several bytes a character, or a byte's meaning hanging on the next. Through iconv.
 *
 * Source:  the C library, which loads a module from a file for each (package libc6: gconv). All are opened by charset_iconv_load(), before any lock. A program that does
 *          not call it, and so need not hold them, finds the texts that want them by charset_missing() (charset.h).
 */
#ifndef KLACHTD_PARSERS_MESSAGE_CHARSET_ICONV_H
#define KLACHTD_PARSERS_MESSAGE_CHARSET_ICONV_H

/* 0, or -1 when the C library lacks even the first of them. Repeating it is harmless. Their descriptors belong to the process. */
int charset_iconv_load(void);

#endif
