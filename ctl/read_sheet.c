#include "ctl/read_sheet.h"

#include <string.h>

static const char *string(const json_t *o, const char *key)
{
	const char *s = json_string_value(json_object_get(o, key));
	return s && *s ? s : NULL;
}

static void row(FILE *to, const char *label, const char *value)
{
	if (value)
		(void)fprintf(to, "  %-14s %s\n", label, value);
}

/* Lines of a text, each behind the label's column. */
static void block(FILE *to, const char *label, const char *text)
{
	for (const char *s = text; s && *s;) {
		int n = (int)strcspn(s, "\n");
		(void)fprintf(to, "  %-14s %.*s\n", s == text ? label : "", n, s);
		s += n + (s[n] == '\n');
	}
}

static void address(FILE *to, const json_t *a)
{
	const char *street = string(a, "street"), *number = string(a, "house_number"), *postcode = string(a, "postcode"), *city = string(a, "city");
	if (json_is_object(a))
		(void)fprintf(to, "  %-14s %s%s%s%s%s%s%s\n", "address", street ? street : "", number ? " " : "", number ? number : "",
			      postcode || city ? ", " : "", postcode ? postcode : "", postcode && city ? "  " : "", city ? city : "");
}

static void numbers(FILE *to, const json_t *list)
{
	for (size_t i = 0; i < json_array_size(list); i++)
		row(to, i ? "" : "dossier", json_string_value(json_array_get(list, i)));
}

static void coded(FILE *to, const char *label, const json_t *list)
{
	size_t i;
	json_t *e;
	json_array_foreach((json_t *)list, i, e) {
		const char *field = string(e, "field");
		(void)fprintf(to, "  %-14s %s%s%s%s: %s\n", i ? "" : label, string(e, "code"), field ? " (" : "", field ? field : "", field ? ")" : "",
			      string(e, "text") ? string(e, "text") : "");
	}
}

static void documents(FILE *to, const json_t *list)
{
	size_t i;
	json_t *d;
	json_array_foreach((json_t *)list, i, d) {
		const char *name = string(d, "name");
		(void)fprintf(to, "  %-14s %s, %s, %lld bytes, text from %s\n", i ? "" : "documents", name ? name : "(no name)", string(d, "media_type"),
			      (long long)json_integer_value(json_object_get(d, "bytes")), string(d, "text_from"));
	}
}

void read_sheet(FILE *to, const json_t *record)
{
	const json_t *sender = json_object_get(record, "sender"), *receipt = json_object_get(record, "receipt");
	(void)fprintf(to, "%s: %s by %s\n", string(record, "file") ? string(record, "file") : "-", string(record, "kind"), string(record, "channel"));
	row(to, "name", string(sender, "name"));
	row(to, "on behalf of", string(record, "on_behalf_of"));
	row(to, "e-mail", string(sender, "email"));
	row(to, "telephone", string(sender, "phone"));
	address(to, json_object_get(sender, "address"));
	numbers(to, json_object_get(record, "dossier_numbers"));
	row(to, "complaint", string(record, "complaint_number"));
	row(to, "language", string(record, "language"));
	row(to, "subject", string(record, "subject"));
	block(to, "description", string(record, "description"));
	block(to, "wants", string(record, "desired_resolution"));
	(void)fprintf(to, "  %-14s %s%s%s\n", "receipt", string(receipt, "verdict"), string(receipt, "to") ? " to " : "",
		      string(receipt, "to") ? string(receipt, "to") : "");
	coded(to, "because", json_object_get(receipt, "why"));
	coded(to, "review", json_object_get(record, "review"));
	documents(to, json_object_get(record, "documents"));
}
