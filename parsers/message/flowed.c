#include "parsers/message/flowed.h"

#include <string.h>

struct quoted { size_t level, at; };

/* Flowed text marks levels with ">" alone; other software puts blanks between them. */
static struct quoted quote_level(const char *s, size_t n, bool flowed)
{
	struct quoted q = { 0, 0 };
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '>')
			q.level++, q.at = i + 1;
		else if (s[i] != ' ' || flowed || i + 1 == n || s[i + 1] != '>')
			break;
	}
	if (q.at < n && s[q.at] == ' ' && (q.level || flowed))	/* stuffed */
		q.at++;
	if (q.level == 1 && n - q.at >= 5 && s[1] == 'F' && memcmp(s + 1, "From ", 5) == 0)
		q = (struct quoted){ 0, 1 };
	return q;
}

static void put_marks(size_t level, struct sink *ret)
{
	for (size_t i = 0; i < level && i < FLOWED_MAX_LEVEL; i++)
		sink_put(ret, "> ", 2);
}

void flowed_text(const char *s, size_t n, bool flowed, bool delsp, struct sink *ret)
{
	bool joining = false;
	size_t level_before = 0;
	for (size_t i = 0; i < n && !ret->full;) {
		const char *lf = memchr(s + i, '\n', n - i);
		size_t end = lf ? (size_t)(lf - s) : n;
		struct quoted q = quote_level(s + i, end - i, flowed);
		const char *t = s + i + q.at;
		size_t k = end - i - q.at;
		bool signature = k == 3 && memcmp(t, "-- ", 3) == 0;
		if (joining && (q.level != level_before || signature)) {	/* section 4.5: improperly quoted, take it as the end */
			sink_putc(ret, '\n');
			joining = false;
		}
		if (!joining)
			put_marks(q.level, ret);
		if (!joining && !q.level && k && *t == '>')	/* the writer's own ">" was stuffed: it must not look like a quote */
			sink_putc(ret, ' ');
		bool flows = flowed && k && t[k - 1] == ' ' && !signature;
		sink_put(ret, t, flows && delsp ? k - 1 : k);
		if (!flows)
			sink_putc(ret, '\n');
		joining = flows;
		level_before = q.level;
		i = end + 1;
	}
	if (joining)
		sink_putc(ret, '\n');
}
