/* parsers/judge/machine.h — signs that a program wrote a mail, or a server called it spam. Private to judge_mail.c and verdict.c.
 *
 * Source:  RFC 3834 section 5 (Auto-Submitted), RFC 5230 section 4.6, RFC 2919 and 2369 (List-*), RFC 3464, 8098, 5965 (reports).
 * Certain signs: no person sent it. Doubtful ones stand on people's mails as well: alone they hold the receipt and leave the kind to the words.
 * X-Auto-Response-Suppress, "Auto-Submitted: no", Precedence values that are no bulk and a lone List-Unsubscribe are no signs: people's mail carries them.
 */
#ifndef KLACHTD_PARSERS_JUDGE_MACHINE_H
#define KLACHTD_PARSERS_JUDGE_MACHINE_H

#include "parsers/message/message.h"
#include "parsers/record.h"
#include "parsers/words/words.h"

struct signs {
	bool certain;
	bool own;		/* our own address or receipt came back */
	bool spam;
	bool automatic;		/* a header that only responders write, though no standard says so */
	bool bulk;		/* Precedence, List-* */
	bool list;		/* List-* */
	bool unsubscribe;	/* List-Unsubscribe, or a mass mailer's own headers */
	bool noreply;
	bool passed_on;		/* a form service sent what a person filled in, and says where to answer him */
	bool device;		/* the sender is a voicemail, a fax, a scanner */
	int words;		/* how much the subject and text read like a machine's: 4 is sure, 2 wants another sign */
	int body;		/* the part of words that stands in the text */
	int gist;		/* the same by what the text is about (machine_gist.c); counts where the words tell of no dissatisfaction */
	int affair;		/* how often the text speaks of the writer's own business with us */
	int ours;		/* how often it speaks of what only who has to do with us does: a summons, "uw medewerker" */
	int tale;		/* how often somebody tells what befell him */
	bool programs_say;	/* one thing at least that programs say */
	const char *words_text;	/* what they read like: "an out-of-office note" */
	bool service;		/* the sender is a desk that writes to many */
	bool impersonal;	/* the sender bears a name, but no person's */
	bool answers_receipt;	/* it answers a receipt of ours, and quotes nothing */
	bool quoted_answer;	/* it answers a receipt of ours and quotes something: programs seldom do */
	bool loose_answer;	/* the subject answers a mail of ours, yet nothing ties it to one: so answer programs */
	bool relayed;		/* a form's service passed it on, and its fields and Reply-To name whom to answer */
	bool list_traffic;	/* written to a mailing list of others, not to us */
};

/* Notes every header rule that fires in r->receipt.why (certain: never; doubtful: hold). form: our own web form, whose sender is no-reply by design;
 * relayed: a service's, whose Reply-To the fields confirm.
 * PARSE_OK or PARSE_NOMEM. */
int machine_signs(const struct message *m, const struct words *w, const struct rules *rules, bool form, bool relayed, struct record *r, struct signs *ret);

/* "noreply", "no-reply", "donotreply", "niet-beantwoorden" and the like in front of the @. */
bool address_noreply(const char *address);
/* voicemail, fax, scanner, backup: what sends by itself. */
bool address_device(const char *address);
/* support, billing, jobs: a desk that writes to many. */
bool address_service(const char *address);
/* The local part in lower case without dots, hyphens and underscores, cut at '+' and '@'; ret. */
const char *address_local(const char *address, char *ret, size_t n);
/* mailer-daemon, postmaster. */
bool address_daemon(const char *address);
bool address_own(const char *address, const struct rules *rules);
bool address_own_domain(const char *address, const struct rules *rules);
bool address_form(const char *address, const struct rules *rules);

/* How much do subject (bare, NULL where it is somebody else's) and text read like a program's? *ret_body: the text alone. */
void machine_words(const char *subject, const char *text, struct arena *a, struct signs *ret);

#endif
