#include "reader/unreadable.h"

#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "reader/record_limits.h"
#include "reader/text_check.h"

#define SNIFF_BYTES 4096

/* RFC 5322 section 2.2: a field name of printable characters and a colon; an mbox "From " line may come first. */
static int header_line(const uint8_t *s, size_t n)
{
	size_t i = 0;
	while (i < n && s[i] > ' ' && s[i] < 127 && s[i] != ':')
		i++;
	return i > 0 && i < 80 && i < n && s[i] == ':';
}

const char *unreadable_sniff(const uint8_t *s, size_t n)
{
	static const struct { const char *magic; size_t n; const char *type; } magics[] = {
		{ "\xff\xd8\xff", 3, "image/jpeg" }, { "\x89PNG\r\n\x1a\n", 8, "image/png" }, { "II*\0", 4, "image/tiff" },
		{ "MM\0*", 4, "image/tiff" }, { "II+\0", 4, "image/tiff" }, { "MM\0+", 4, "image/tiff" },
	};
	for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
		if (n >= magics[i].n && memcmp(s, magics[i].magic, magics[i].n) == 0)
			return magics[i].type;
	if (memmem(s, n < 1024 ? n : 1024, "%PDF-", 5))	/* readers take it anywhere in the first KiB (ISO 32000-1 annex H.3) */
		return "application/pdf";
	if (n >= 5 && memcmp(s, "From ", 5) == 0)
		return "message/rfc822";
	return header_line(s, n) ? "message/rfc822" : "application/octet-stream";
}

/* A file name as record_check() wants it, or "". */
static json_t *clean_name(const char *s)
{
	char to[LIMIT_LINE + 1];
	size_t at = 0, n = strlen(s);
	for (size_t i = 0, bad; i < n && at < LIMIT_LINE; i += bad ? bad : 1) {
		bad = text_forbidden(s + i, n - i, false);
		to[at++] = bad ? ' ' : s[i];
	}
	json_t *j = json_stringn(to, at);
	return j ? j : json_string("");		/* not UTF-8, or cut within a character */
}

static json_t *document(const struct unreadable *u, json_t *name)
{
	uint8_t digest[SHA256_BYTES], head[SNIFF_BYTES] = { 0 };
	char hex[2 * SHA256_BYTES + 1] = "";
	int64_t bytes = 0;
	ssize_t n = u->fd >= 0 ? pread(u->fd, head, sizeof head, 0) : 0;
	const char *type = u->media_type ? u->media_type : unreadable_sniff(head, n > 0 ? (size_t)n : 0);
	if (u->fd >= 0 && sha256_fd(u->fd, digest, &bytes, NULL) == 0)
		sha256_hex(digest, hex);
	return json_pack("{s:O, s:s, s:I, s:o, s:n, s:s, s:n}", "name", name, "media_type", type, "bytes", (json_int_t)bytes, "sha256",
			 hex[0] ? json_string(hex) : json_null(), "pages", "text_from", "none", "confidence");
}

json_t *unreadable_record(const struct unreadable *u)
{
	json_t *name = clean_name(u->file);
	json_t *scan = strcmp(u->channel, "letter") != 0 ? json_null() :
		json_pack("{s:i, s:i, s:i, s:f, s:[]}", "pages", 0, "first_page", 1, "rotation", 0, "skew", 0.0, "barcodes");
	json_t *message = strcmp(u->channel, "letter") == 0 ? json_null() :
		json_pack("{s:n, s:n, s:[], s:n, s:n, s:n, s:n, s:n}", "message_id", "in_reply_to", "references", "date", "from", "reply_to",
			  "return_path", "report");
	json_t *record = json_pack("{s:i, s:O, s:s, s:s, s:{s:n, s:n, s:n, s:n}, s:n, s:[], s:n, s:n, s:n, s:n, s:n,"
				   " s:{s:s, s:b, s:n, s:[{s:s, s:s}]}, s:[{s:s, s:n, s:s}], s:{}, s:[o], s:o, s:o}",
		"version", 1, "file", name, "channel", u->channel, "kind", "unreadable", "sender", "name", "email", "phone", "address",
		"on_behalf_of", "dossier_numbers", "complaint_number", "subject", "language", "description", "desired_resolution",
		"receipt", "verdict", "hold", "allowed", 0, "to", "why", "code", "unreadable", "text", "nobody could be read to answer",
		"review", "code", "unreadable", "field", "text", u->text, "evidence", "documents", document(u, name),
		"message", message, "scan", scan);
	json_decref(name);
	return record;
}
