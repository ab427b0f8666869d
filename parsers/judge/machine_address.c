/* What an address alone tells: ours, a server's, a device's, or one that takes no answers. */
#include <string.h>
#include <strings.h>

#include "parsers/judge/machine.h"

static bool listed(const char *address, const struct rule_list *list)
{
	for (size_t i = 0; address && i < list->n; i++)
		if (strcasecmp(address, list->text[i]) == 0)
			return true;
	return false;
}

bool address_own(const char *address, const struct rules *rules)
{
	return listed(address, &rules->addresses) || listed(address, &rules->form_senders);
}

bool address_form(const char *address, const struct rules *rules)
{
	return listed(address, &rules->form_senders);
}

bool address_own_domain(const char *address, const struct rules *rules)
{
	const char *at = address ? strrchr(address, '@') : NULL;
	for (size_t i = 0; at && i < rules->domains.n; i++) {
		size_t n = strlen(at + 1), d = strlen(rules->domains.text[i]);
		if (n >= d && strcasecmp(at + 1 + n - d, rules->domains.text[i]) == 0 && (n == d || at[n - d] == '.'))
			return true;
	}
	return false;
}

/* The local part in lower case without dots, hyphens and underscores, cut at '+' and '@'. */
const char *address_local(const char *address, char *ret, size_t n)
{
	size_t k = 0;
	for (; *address && *address != '@' && *address != '+' && k + 1 < n; address++)
		if (*address != '.' && *address != '-' && *address != '_')
			ret[k++] = (char)(*address >= 'A' && *address <= 'Z' ? *address + 32 : *address);
	ret[k] = 0;
	return ret;
}

bool address_noreply(const char *address)
{
	static const char *const PARTS[] = { "noreply", "donotreply", "dontreply", "noreplay", "nietbeantwoorden", "nietantwoorden", "nietreageren", "geenantwoord",
					     "nepasrepondre", "keineantwort", "noresponse", "norespond", "unmonitored", "mailerdaemon" };
	static const char *const WHOLE[] = { "nieuwsbrief", "newsletter", "nieuws", "mailing", "mailings", "notification", "notifications", "notificaties", "notify", "notifier", "submissions", "bounce", "bounces",
					     "root", "wwwdata", "nobody", "apache", "daemon", "listserv", "majordomo", "mailman", "automail", "autoreply", "autoresponder",
					     "alerts", "alert", "abuse", "quarantine", "quarantaine", "spamfilter", "system", "systeem", "robot", "bot", "cron" };
	char local[80];
	if (!address)
		return false;
	address_local(address, local, sizeof local);
	for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
		if (strstr(local, PARTS[i]))
			return true;
	for (size_t i = 0; i < sizeof WHOLE / sizeof *WHOLE; i++)
		if (strcmp(local, WHOLE[i]) == 0)
			return true;
	const char *at = strchr(address, '@');	/* "owner-list@", "list-request@" (RFC 5230 section 4.6) */
	return strncasecmp(address, "owner-", 6) == 0 || (at && at - address > 8 && strncasecmp(at - 8, "-request", 8) == 0);
}

bool address_daemon(const char *address)
{
	char local[80];
	if (!address)
		return false;
	address_local(address, local, sizeof local);
	return strcmp(local, "mailerdaemon") == 0 || strcmp(local, "postmaster") == 0;
}

bool address_device(const char *address)
{
	static const char *const STARTS[] = { "voicemail", "faxserver", "scanner", "scan", "printer", "copier", "kopieer", "mfp", "telefooncentrale", "backup", "monitoring" };
	static const char *const WHOLE[] = { "fax", "pbx", "voip", "centrale", "nas", "monitor", "nagios", "zabbix", "digest", "rapport", "rapportage", "report", "reports", "meldingen", "share" };
	char local[80];
	if (!address)
		return false;
	address_local(address, local, sizeof local);
	for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
		if (strncmp(local, STARTS[i], strlen(STARTS[i])) == 0 && strspn(local + strlen(STARTS[i]), "0123456789") == strlen(local + strlen(STARTS[i])))
			return true;
	for (size_t i = 0; i < sizeof WHOLE / sizeof *WHOLE; i++)
		if (strcmp(local, WHOLE[i]) == 0)
			return true;
	return false;
}

bool address_service(const char *address)
{
	static const char *const WHOLE[] = { "support", "security", "beveiliging", "facturen", "factuur", "facturatie", "invoice", "invoices", "billing", "jobs", "banen", "vacatures", "agenda", "calendar",
					     "helpdesk", "servicedesk", "marketing", "hosting", "orders", "order", "bestellingen", "verzending", "webshop", "updates", "events", "service",
					     "academie", "academy", "receptie", "reception", "ict", "it", "redactie", "overzicht", "storing", "storingen", "klant", "klanten", "beheer", "systeembeheer", "noc", "status",
					     "nieuws", "actie", "acties", "aanbieding", "promo", "team", "community", "leden", "invite", "invites", "uitnodiging", "verify", "account", "accounts", "webinar", "webinars", "survey", "enquete", "feedback", "reviews", "mailer", "crm", "portal", "portaal" };
	char local[80];
	if (!address)
		return false;
	address_local(address, local, sizeof local);
	for (size_t i = 0; i < sizeof WHOLE / sizeof *WHOLE; i++)
		if (strcmp(local, WHOLE[i]) == 0)
			return true;
	return false;
}
