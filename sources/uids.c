#include "sources/uids.h"

#include <stdlib.h>
#include <string.h>

static size_t position(const struct uids *u, uint32_t uid)
{
	size_t low = 0, high = u->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (u->list[middle].uid < uid)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static int insert(struct uids *u, uint32_t uid)
{
	size_t at = position(u, uid);
	if (at < u->n && u->list[at].uid == uid)
		return 0;
	if (u->n == u->room) {
		size_t room = u->room ? 2 * u->room : 64;
		struct uid_entry *list = reallocarray(u->list, room, sizeof *list);
		if (!list)
			return -1;
		u->list = list;
		u->room = room;
	}
	memmove(u->list + at + 1, u->list + at, (u->n - at) * sizeof *u->list);
	u->list[at] = (struct uid_entry){ .uid = uid, .state = UID_NEW };
	u->n++;
	u->count[UID_NEW]++;
	return 0;
}

int uids_add(struct uids *u, const uint32_t *uids, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (insert(u, uids[k]) < 0)
			return -1;
	return 0;
}

static void forget(struct uids *u, const struct uid_entry *e)
{
	u->count[e->state]--;
	if (e->state == UID_OUT)
		u->out_bytes -= e->bytes;
}

void uids_sweep(struct uids *u, const uint32_t *uids, size_t n, int64_t now_us)
{
	size_t kept = 0;
	for (size_t k = 0, found = 0; k < u->n; k++) {
		struct uid_entry *e = &u->list[k];
		while (found < n && uids[found] < e->uid)
			found++;
		if (e->state != UID_OUT && (found == n || uids[found] != e->uid)) {
			forget(u, e);
			continue;
		}
		if (e->state == UID_LATER || (e->state == UID_BAD && now_us >= e->retry_at_us))
			uids_set(u, e, UID_NEW);
		u->list[kept++] = *e;
	}
	u->n = kept;
}

struct uid_entry *uids_find(struct uids *u, uint32_t uid)
{
	size_t at = position(u, uid);
	return at < u->n && u->list[at].uid == uid ? &u->list[at] : NULL;
}

void uids_set(struct uids *u, struct uid_entry *e, enum uid_state state)
{
	forget(u, e);
	e->state = (uint8_t)state;
	u->count[state]++;
	if (state == UID_OUT)
		u->out_bytes += e->bytes;
}

size_t uids_take(const struct uids *u, enum uid_state state, uint32_t *ret, size_t max)
{
	size_t n = 0;
	if (u->count[state] < max)
		max = u->count[state];
	for (size_t k = 0; k < u->n && n < max; k++)
		if (u->list[k].state == state)
			ret[n++] = u->list[k].uid;
	return n;
}

void uids_drop(struct uids *u, uint32_t uid)
{
	struct uid_entry *e = uids_find(u, uid);
	if (!e)
		return;
	forget(u, e);
	u->n--;
	memmove(e, e + 1, (size_t)(u->list + u->n - e) * sizeof *e);
}

uint32_t uids_highest(const struct uids *u)
{
	return u->n ? u->list[u->n - 1].uid : 0;
}

void uids_clear(struct uids *u)
{
	free(u->list);
	*u = (struct uids){ .n = 0 };
}
