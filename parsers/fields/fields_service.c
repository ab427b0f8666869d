/* Who sent it is no citizen: services that pass a form's answers on, and mailboxes that nobody reads. */
#include <string.h>
#include <strings.h>

#include "parsers/fields/fields_inner.h"
#include "parsers/glyph.h"

bool service_no_reply(const char *address)
{
	static const char *const locals[] = { "noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "niet-beantwoorden", "nietbeantwoorden", "no.reply", "mailer-daemon", "postmaster" };
	for (size_t i = 0; i < sizeof locals / sizeof *locals; i++)
		if (strncasecmp(address, locals[i], strlen(locals[i])) == 0)
			return true;
	const char *at = strchr(address, '@');	/* "forms-receipts-noreply@" */
	for (const char *p = address; at && p < at; p++)
		if (strncasecmp(p, "noreply", 7) == 0 || strncasecmp(p, "no-reply", 8) == 0)
			return true;
	return false;
}

/* Words of the names that such services and a site's own form go by. */
static const char words[] = " wufoo typeform jotform formstack squarespace surveymonkey form forms formulier formulieren webformulier contactformulier klachtenformulier klachtformulier webform wpforms website webmaster wordpress "
			    "elementor formidable forminator formcraft netlify formspree formsubmit basin getform tally fillout paperform cognito gravity 123formbuilder 123form formbuilder formsite wix webflow hubspot zoho survio enquete "
			    "survey qualtrics limesurvey joomla drupal weebly jimdo shopify mailer notifications notificatie notificaties notification noreply no-reply inzending webinzending ";

bool service_name(const char *name)
{
	char f[40];
	for (const char *p = name; *p;) {
		size_t k = strcspn(p, " ,:|()[]\"/");
		glyph_fold_text(p, k, f, sizeof f);
		if (k && glyph_listed(words, f))
			return true;
		p += k + (p[k] != '\0');
	}
	return false;
}

size_t service_person(const char *name)
{
	size_t n = strlen(name);
	for (size_t p = 1; p + 5 < n; p++)
		if (strncasecmp(name + p, " via ", 5) == 0 || strncasecmp(name + p, " (via ", 6) == 0)
			return p;
	return n;
}
