#include "parsers/judge/judge_story.h"

#include <string.h>

#include "parsers/judge/judge_phrases.h"

struct line {			/* what one sentence holds */
	bool denies, own, acts;
	bool helper;		/* the subject named last is somebody else than the writer */
	bool cleared;		/* what is denied is something bad: "nooit een verwijt" */
	size_t denial;		/* where the last denial ended: "niemand luisterde" is no deed */
	bool turns, back;	/* "maar" stands behind the praise; and what follows takes it back */
	int help, praise, against;
	size_t covered;		/* up to here a phrase of praise reaches: "dat vergeet ik niet" denies nothing */
};

#define SHORT_BYTES 16		/* "Uw toegenegen": no sentence */

/* "ik legde uit", "heb ik uitgelegd": the writer's own deed is none of ours. */
static bool by_writer(const struct folded *f, const struct phrase_hit *hit)
{
	static const char *const WHO[] = { "ik ", "wij ", "we ", "i ", "ich " };
	for (size_t i = 0; i < sizeof WHO / sizeof *WHO; i++) {
		size_t n = strlen(WHO[i]);
		if (hit->at >= n && memcmp(f->s + hit->at - n, WHO[i], n) == 0 && (hit->at == n || f->s[hit->at - n - 1] == ' '))
			return true;
	}
	return false;
}

static bool opens(const struct folded *f, size_t at)
{
	return at == 0 || (at > 1 && strchr(".!?\n", f->s[at - 2]));
}

bool story_denied(const struct folded *f, const struct phrase_hit *hit)
{
	static const char *const BEFORE[] = { " geen ", " zonder ", " niet ", " nooit een ", " geen enkel ", " geen enkele ", " zonder enige ", " zonder een ", " geen moment een ", " no ", " not ", " without ", " without a ", " without any ", " never a ", " ohne ",
					      " kein ", " keine " };
	static const char *const BEHIND[] = { " geen enkele keer", " geen moment", " niet ", " nooit ", " not once" };
	for (size_t i = 0; hit->at > 1 && i < sizeof BEFORE / sizeof *BEFORE; i++) {
		size_t n = strlen(BEFORE[i]);
		if (BEFORE[i][n - 2] != f->s[hit->at - 2])	/* most end otherwise */
			continue;
		if ((hit->at >= n && memcmp(f->s + hit->at - n, BEFORE[i], n) == 0) || (hit->at == n - 1 && memcmp(f->s, BEFORE[i] + 1, n - 1) == 0))
			return true;
	}
	bool verb = hit->end > 2 && memcmp(f->s + hit->end - 2, "te", 2) == 0;	/* "zuchtte geen enkele keer", "lachte niet" */
	for (size_t i = 0; verb && i < sizeof BEHIND / sizeof *BEHIND; i++)
		if (strncmp(f->s + hit->end, BEHIND[i], strlen(BEHIND[i])) == 0)
			return strncmp(f->s + hit->end, " niet alleen", 12) != 0;
	return false;
}

/* Who is the subject now, and what does he do. */
static void note_actor(const struct folded *f, const struct phrase_hit *hit, const struct phrase *p, struct line *l)
{
	if (p->group == TONE_HELPER) {
		l->helper = p->weight > 0;
	} else if (p->group == TONE_HELP && l->denial && hit->at == l->denial + 1) {
		l->acts = true;
	} else if (p->group == TONE_HELP) {
		l->help += p->weight > 1 ? !by_writer(f, hit) : l->helper;
		l->covered = p->weight > 2 ? f->n : hit->end > l->covered ? hit->end : l->covered;
	} else if (p->weight < 2 || opens(f, hit->at)) {
		l->helper = true;
		l->acts = l->acts || p->weight > 0;
	}
}

static void note_against(const struct folded *f, const struct phrase_hit *hit, int weight, struct line *l)
{
	bool cleared = story_denied(f, hit) || hit->at < l->covered;
	l->cleared = l->cleared || cleared;
	l->against += cleared ? 0 : weight;
	l->back = l->back || (l->turns && !cleared);
}

static void note(const struct folded *f, const struct phrase_hit *hit, struct line *l)
{
	const struct phrase *p = &judge_phrases.table[hit->phrase];
	bool denial = p->group == TONE_DENIAL && hit->at >= l->covered;
	switch ((enum tone)p->group) {
	case TONE_DENIAL:
		l->denies = l->denies || denial;
		l->denial = hit->end;
		break;
	case TONE_OWN: l->own = true; break;
	case TONE_ACTS: case TONE_HELPER: case TONE_HELP: note_actor(f, hit, p, l); break;
	case TONE_FOR: case TONE_AWARD: l->praise += p->weight; /* fallthrough */
	case TONE_PAST: case TONE_NOT: l->covered = hit->end > l->covered ? hit->end : l->covered; break;
	case TONE_TURN: l->turns = l->turns || l->praise || l->help; break;
	case TONE_AGAINST: note_against(f, hit, p->weight, l); break;
	default: break;
	}
	l->back = l->back || (l->turns && (denial || p->group == TONE_FACT));
}

/* A sentence that tells good, one that reproaches, or neither: only what was told last decides how the story ends. */
static void tell(const struct line *l, bool question, struct tones *t)
{
	bool deed = l->help && (l->help > 1 || !l->denies || l->cleared) && l->against <= 2 && !l->back;
	bool good = deed || (l->praise >= 2 && l->praise > l->against && !l->back);
	bool reproach = !question && !good && (l->acts || l->back || (l->denies && !l->own && !l->cleared));
	t->deeds += deed;
	t->reproach += reproach;
	t->back = t->back || (l->back && (l->praise || l->help));
	t->good = t->good || good;
	t->anger += l->against;
	t->after += t->good ? l->against : 0;
	if (good)
		t->good_end = true;
	else if (reproach || l->against >= 2)
		t->good_end = false;
}

void story_read(const struct folded *f, const struct phrase_hit *hits, size_t n, struct tones *t)
{
	size_t i = 0;
	for (size_t at = 0; at < f->n;) {
		size_t end = at + strcspn(f->s + at, ".!?\n");
		struct line l = { 0 };
		for (; i < n && hits[i].at < end; i++)
			note(f, &hits[i], &l);
		l.acts = l.acts && end - at > SHORT_BYTES;
		tell(&l, f->s[end] == '?', t);
		at = end + 1;
	}
}
