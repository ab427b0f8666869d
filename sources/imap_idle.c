/* IDLE by hand (RFC 2177): libetpan's own waits on a socket while the news lies in its buffer, and
 * loses what comes before the "+". */
#include "sources/imap.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "sources/imap_private.h"

/* "* 12 EXISTS", "* 3 EXPUNGE": 1. BYE or no untagged line: -1. */
static int look_at(const char *line)
{
	if (!line || strncmp(line, "* ", 2) != 0 || strncasecmp(line, "* BYE", 5) == 0)
		return -1;
	char *end;
	(void)strtoul(line + 2, &end, 10);
	return end > line + 2 && (strncasecmp(end, " EXISTS", 7) == 0 || strncasecmp(end, " EXPUNGE", 8) == 0);
}

static int gone(struct imap *i, const char *line, struct error *err)
{
	if (!line || strncasecmp(line, "* BYE", 5) != 0)
		return line ? imap_broken(i, "IDLE", err) : imap_result(i, MAILIMAP_ERROR_STREAM, REASON_GONE, "IDLE", err);
	return imap_result(i, MAILIMAP_ERROR_FATAL, REASON_GONE, "IDLE", err);
}

static bool begin(struct imap *i)
{
	mailstream *ms = i->session->imap_stream;
	return mailimap_send_current_tag(i->session) == MAILIMAP_NO_ERROR && mailstream_write(ms, "IDLE\r\n", 6) >= 0
	       && mailstream_flush(ms) >= 0;
}

int imap_idle_start(struct imap *i, struct error *err)
{
	const char *line = NULL;
	i->changed = false;
	imap_command(i, ANSWER_BYTES);
	if (i->dead || !begin(i))
		return gone(i, NULL, err);
	while ((line = mailimap_read_line(i->session)) && *line != '+') {
		int r = look_at(line);
		if (r < 0 && strncmp(line, "* ", 2) != 0) {	/* a tagged NO or BAD: it does not want to, and is ready for commands */
			i->idle = false;
			return 0;
		}
		if (r < 0)
			return gone(i, line, err);
		i->changed |= r > 0;
	}
	if (!line)
		return gone(i, NULL, err);
	i->idling = true;
	return 1;
}

int imap_idle_event(struct imap *i, struct error *err)
{
	if (i->changed) {
		i->changed = false;
		return 1;
	}
	imap_command(i, ANSWER_BYTES);
	const char *line = mailimap_read_line(i->session);
	int r = look_at(line);
	return r < 0 ? gone(i, line, err) : r;
}

int imap_idle_done(struct imap *i, struct error *err)
{
	i->idling = false;
	if (i->dead)
		return imap_result(i, MAILIMAP_ERROR_STREAM, REASON_GONE, "IDLE", err);
	imap_command(i, ANSWER_BYTES);
	return imap_result(i, mailimap_idle_done(i->session), REASON_PROTOCOL, "IDLE", err);
}

bool imap_idle_changed(const struct imap *i)
{
	return i->changed;
}
