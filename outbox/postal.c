/* A receipt by post: who it goes to and what stands above the words. The words are those of the mail (receipt.c). */
#include "outbox/receipt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "outbox/mime.h"
#include "outbox/values.h"

#define PART_BYTES 120	/* of a street or a town: longer ones are no address */

/* A part of the address, cleaned; free(). NULL: not there. */
static char *part(const json_t *address, const char *key)
{
	const char *s = json_string_value(json_object_get(address, key));
	char *clean = s && strlen(s) <= PART_BYTES ? text_clean(s) : NULL;
	if (clean && !*clean) {
		free(clean);
		clean = NULL;
	}
	return clean;
}

/* Capitals as the post wants them, of the letters that towns have; others stay. */
static void capitals(char *s)
{
	for (; *s; s++) {
		if (*s >= 'a' && *s <= 'z')
			*s = (char)(*s - 'a' + 'A');
		else if ((unsigned char)s[0] == 0xc3 && (unsigned char)s[1] >= 0xa0 && (unsigned char)s[1] <= 0xbe && (unsigned char)s[1] != 0xb7)
			s[1] = (char)((unsigned char)s[1] - 0x20);	/* Latin-1: u with diaeresis and its kin */
	}
}

/* "Dorpsstraat 1 A", "5004 GB TILBURG" below the name; 0, or -1 when that is no address. */
static int address_lines(const json_t *sender, bool dutch, json_t *ret)
{
	const json_t *a = json_object_get(sender, "address");
	char *name = name_clean(json_string_value(json_object_get(sender, "name")));
	char *street = part(a, "street"), *house = part(a, "house_number"), *postcode = part(a, "postcode"), *city = part(a, "city");
	int k = street && (city || postcode) ? 0 : -1;
	if (!k) {
		if (city)
			capitals(city);
		k |= json_array_append_new(ret, json_string(name ? name : dutch ? "Aan de bewoner van" : "To the occupant of"));
		k |= json_array_append_new(ret, json_sprintf("%s%s%s", street, house ? " " : "", house ? house : ""));
		k |= json_array_append_new(ret, json_sprintf("%s%s%s", postcode ? postcode : "", postcode && city ? "  " : "", city ? city : ""));
	}
	free(name);
	free(street);
	free(house);
	free(postcode);
	free(city);
	return k;
}

static int reference_lines(const struct values *v, bool dutch, json_t *ret)
{
	int k = json_array_append_new(ret, json_sprintf(dutch ? "Ons kenmerk: %s" : "Our reference: %s", v->text[VALUE_NUMBER]));
	if (v->text[VALUE_DOSSIERS])
		k |= json_array_append_new(ret, json_sprintf("%s: %s", dutch ? v->text[VALUE_ONE_DOSSIER] ? "Dossiernummer" : "Dossiernummers" :
								       v->text[VALUE_ONE_DOSSIER] ? "File number" : "File numbers",
							     v->text[VALUE_DOSSIERS]));
	return k;
}

static char *today(int64_t now_us, bool dutch)
{
	char day[32];
	clock_rfc3339(now_us, day, sizeof day);
	return date_words(day, dutch);
}

int receipt_print_job(const struct templates *t, const struct receipt *r, json_t **ret, struct error *err)
{
	bool dutch = !r->language || strcmp(r->language, "en") != 0;
	struct values v = { 0 };
	json_t *paragraphs = NULL, *address = json_array(), *references = json_array(), *job = NULL;
	char *date = today(r->now_us, dutch);
	int k = values_make(r, true, &v, err);
	if (!k && address_lines(json_object_get(r->facts, "sender"), dutch, address))
		k = error_set(err, FAIL_ITEM, "letter: no postal address is known");
	if (!k)
		k = receipt_letter(t, r, &paragraphs, err);
	if (!k && !reference_lines(&v, dutch, references))
		job = json_pack("{s:s, s:s, s:O, s:s*, s:O, s:O, s:s*}", "number", v.text[VALUE_NUMBER], "language", dutch ? "nl" : "en",
				"address_lines", address, "date_line", date, "reference_lines", references, "paragraphs", paragraphs, "dossier",
				v.text[VALUE_ONE_DOSSIER] && strspn(v.text[VALUE_DOSSIERS], "0123456789") == strlen(v.text[VALUE_DOSSIERS]) ?
					v.text[VALUE_DOSSIERS] : NULL);
	if (!k && !job)
		k = error_set(err, FAIL_RETRY, "letter: no memory");
	if (!k)
		*ret = job;
	free(date);
	values_free(&v);
	json_decref(paragraphs);
	json_decref(address);
	json_decref(references);
	return k;
}
