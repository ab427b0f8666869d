/* The recognisers, table by table: what a careful reader takes for what. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/fields/numbers.h"
#include "parsers/fields/person.h"
#include "parsers/fields/recognise.h"

static int failed;

static void same(const char *what, const char *in, const char *want, const char *got)
{
	if (strcmp(want ? want : "-", got ? got : "-") == 0)
		return;
	fprintf(stderr, "%s: \"%s\": want %s, got %s\n", what, in, want ? want : "-", got ? got : "-");
	failed++;
}

struct row { const char *in, *want; };

static void postcodes(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "5056 AB  Berkel-Enschot", "5056 AB" }, { "1057GR Amsterdam", "1057 GR" }, { "3201\xc2\xa0TK\xc2\xa0Spijkenisse", "3201 TK" }, { "5037 mb Tilburg", "5037 MB" },
		{ "5037mb tilburg", "5037 MB" }, { "NL-2011 VB Haarlem", "2011 VB" }, { "in 2026 is het", NULL }, { "3510 in Utrecht", NULL }, { "1234 SS", NULL },
		{ "1234 SA X", NULL }, { "0123 AB", NULL }, { "12345 AB", NULL }, { "1234 ABC", NULL }, { "1234 A", NULL }, { "dossier 2604817 AB", NULL },
		{ "NL91 ABNA 0417", NULL }, { "5037 Mb Tilburg", "5037 MB" }, { "2000 En toen", NULL }, { "(5004 GB)", "5004 GB" }, { "1.250 AB", NULL }, { "1000 bB", NULL },
		{ "postcode:1234AB.", "1234 AB" }, { "BTW 853112233B01", NULL }, { "2,3133 EE", NULL }, { "9781 GN", "9781 GN" },
	};
	failed = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct span w;
		char got[8];
		int r = recognise_postcode(rows[i].in, strlen(rows[i].in), 0, &w, got);
		same("postcode", rows[i].in, rows[i].want, r ? got : NULL);
	}
	assert_int_equal(failed, 0);
}

static void phones(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "06-29 55 10 84", "+31629551084" }, { "06.1198.4432.", "+31611984432" }, { "(010) 434 55 18", "+31104345518" }, { "+31 (0)6 14 88 20 37", "+31614882037" },
		{ "+31(0)6-14882037", "+31614882037" }, { "0031 6 14 88 20 37", "+31614882037" }, { "0031(0)614882037", "+31614882037" }, { "0546 \xe2\x80\x93 81 29 30", "+31546812930" },
		{ "023-531 0077", "+31235310077" }, { "06 2817 3340", "+31628173340" }, { "0614559023", "+31614559023" }, { "+31 6 33 90 17 42 na", "+31633901742" },
		{ "T 070-311 66 20", "+31703116620" }, { "(058) 212 66 03, bereikbaar", "+31582126603" }, { "Tel:0135331027", "+31135331027" }, { "+32 470 12 34 56", "+32470123456" },
		{ "+49 151 23456789", "+4915123456789" }, { "+49 (0)30 1234567", "+49301234567" }, { "0032 3 123 45 67", "+3231234567" }, { "+31 06 12345678", "+31612345678" },
		{ "31612345678", "+31612345678" }, { "06/12345678", "+31612345678" }, { "06 - 123 456 78", "+31612345678" }, { "(06) 12345678", "+31612345678" },
		{ "+31612345678", "+31612345678" }, { "06 12 34 56 78 of 013-5331027", "+31612345678" }, { "0612345678/0135331027", "+31612345678" },
		{ "NL91 ABNA 0417 1643 00", NULL }, { "NL91ABNA0417164300", NULL }, { "2604817", NULL }, { "06 1234567", NULL }, { "061234567890", NULL }, { "01-05-2026 09:15", NULL },
		{ "01-02-2026 1234", NULL }, { "4000 0620 9450 1177 55", NULL }, { "x0612345678", NULL }, { "00 31", NULL }, { "factuur 2025-0612345678", NULL },
		{ "https://x.example/?id=0612345678", NULL }, { "BE68 5390 0754 7034", NULL }, { "+1 212 555 0100", "+12125550100" }, { "+48 601 234 567", "+48601234567" },
		{ "+90 532 123 45 67", "+905321234567" }, { "013 88 93 930", "+31138893930" }, { "013/88.93.930", "+31138893930" }, { "0138893930", "+31138893930" }, { "(+31) 6 12345678", "+31612345678" },
		{ "0031-6-12345678", "+31612345678" }, { "+31.6.12.34.56.78", "+31612345678" }, { "+353 1 234 5678", "+35312345678" }, { "088 - 123 45 67", "+31881234567" },
		{ "0900-1234", NULL }, { "14 0591", NULL }, { "+", NULL }, { "(0", NULL }, { "0", NULL }, { "06", NULL }, { "ma 0900 - 1730 uur", NULL }, { "[0612345678]", "+31612345678" },
	};
	failed = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct span w;
		char got[20];
		int r = recognise_phone(rows[i].in, strlen(rows[i].in), 0, &w, got);
		same("phone", rows[i].in, rows[i].want, r ? got : NULL);
	}
	assert_int_equal(failed, 0);
}

static void emails(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "mail jan@x.example.", "jan@x.example" }, { "<jw.vanderheijden@ziggo.example>", "jw.vanderheijden@ziggo.example" }, { "E-mail:zoe@studiozoe.example,", "zoe@studiozoe.example" },
		{ "mailto:a+b@c-d.example", "a+b@c-d.example" }, { "a@b", NULL }, { "@x.example", NULL }, { "a@.example", NULL }, { "a@x..example", NULL }, { "a@1.2", NULL },
		{ "a@b c@d.example", "c@d.example" }, { "'jan@x.example'", "jan@x.example" }, { "a.@b.example", NULL }, { "kelly_x@live.example-", "kelly_x@live.example" },
	};
	failed = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct span w;
		char got[255];
		int r = recognise_email(rows[i].in, strlen(rows[i].in), 0, &w, got);
		same("email", rows[i].in, rows[i].want, r ? got : NULL);
	}
	assert_int_equal(failed, 0);
}

static void streets(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Burgemeester van Meursstraat 15a", "Burgemeester van Meursstraat|15a" }, { "Postbus 12", "Postbus|12" }, { "Plein 1944 12-3", "Plein 1944|12-3" },
		{ "2e Schuytstraat 5", "2e Schuytstraat|5" }, { "Boterdiep ZZ 21", "Boterdiep ZZ|21" }, { "Wielewaal 14 A", "Wielewaal|14 A" }, { "Zijlvest 33-2, 2011 VB Haarlem", "Zijlvest|33-2" },
		{ "Van Speykstraat 23-II", "Van Speykstraat|23-II" }, { "Noordeinde 140A", "Noordeinde|140A" }, { "'s-Gravendijkwal 12", "'s-Gravendijkwal|12" },
		{ "Jan van Galenstr. 12 hs", "Jan van Galenstr.|12 hs" }, { "Laan van Nieuw Oost-Indi\xc3\xab 200", "Laan van Nieuw Oost-Indi\xc3\xab|200" }, { "1e Jan Steenstraat 5", "1e Jan Steenstraat|5" },
		{ "ik ben op 9 februari", NULL }, { "dossier 2604", NULL }, { "tel 434", NULL }, { "Eewal 40, Leeuwarden", "Eewal|40" }, { "Javastraat 2c", "Javastraat|2c" },
		{ "Burg. Knappertlaan 7", "Burg. Knappertlaan|7" }, { "Kerkstraat 118 5056 AB Berkel", "Kerkstraat|118" }, { "Vandaag 17x gemist", NULL }, { "Op 14 januari", NULL },
		{ "Studio Zo\xc3\xab, Noordeinde 140A, 2514 GP Den Haag", "Noordeinde|140A" }, { "Prins Hendrikkade 51F", "Prins Hendrikkade|51F" }, { "kerkstraat 12", "kerkstraat|12" },
		{ "Zorggroep De Maas | Veerweg 20 | 5331 EA", "Veerweg|20" }, { "t.a.v. Jansen, Antwoordnummer 100", "Antwoordnummer|100" }, { "Dorpsstraat nr. 4", "Dorpsstraat|4" },
		{ "Hauptstra\xc3\x9f" "e 12", "Hauptstra\xc3\x9f" "e|12" }, { "Lange Vijverstraat 8", "Lange Vijverstraat|8" }, { "Eerste Oosterparkstraat 131-III", "Eerste Oosterparkstraat|131-III" },
		{ "in artikel 6", NULL }, { "Het is nu 3 weken", NULL }, { "", NULL }, { "12", NULL }, { "De Ruyterkade 1 bis", "De Ruyterkade|1 bis" }, { "Oude Markt 16", "Oude Markt|16" },
		{ "Laan 1940-1945 12", "Laan 1940-1945|12" }, { "t Zand 4", "Zand|4" }, { "'t Zand 4", "'t Zand|4" },
	};
	failed = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct street st;
		char got[200] = "";
		int r = recognise_street(rows[i].in, strlen(rows[i].in), 0, &st);
		if (r)
			snprintf(got, sizeof got, "%.*s|%.*s", (int)(st.street.end - st.street.at), rows[i].in + st.street.at, (int)(st.number.end - st.number.at),
				 rows[i].in + st.number.at);
		same("street", rows[i].in, rows[i].want, r ? got : NULL);
	}
	assert_int_equal(failed, 0);
}

static const char *labels[] = { "none", "not", "weak", "ref", "dossier" };

static void dossiers(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "Zaak 2624003", "2624003:dossier" }, { "(dossier 2611960)", "2611960:dossier" }, { "De zaak is 2604.117 en", "2604117:dossier" },
		{ "mijn dossier (26 15 771) op", "2615771:dossier" }, { "In file no. 2593448 you", "2593448:dossier" }, { "(your file number 2618834)", "2618834:dossier" },
		{ "mijn dossier (20262045, mevrouw Van Dam)", "20262045:dossier" }, { "U vroeg om het dossiernummer: dat is 2614402.", "2614402:dossier" },
		{ "Dossiernummer: 2571940\nOpdrachtgever: X (factuur 20257781)", "2571940:dossier 20257781:not" }, { "klantnummer 20031187", "20031187:not" },
		{ "factuurnummer 2025-118834, klantnummer 20031187", "20031187:not" }, { "Subject [2605590]", "2605590:none" }, { "Betalingsregeling 2625518", "2625518:none" },
		{ "dosiernr. 2604817", "2604817:dossier" }, { "dossiernr: 260 4817", "2604817:dossier" }, { "Dossier nr. 2604817/JB", "2604817:dossier" }, { "uw kenmerk 2604817-AB", "2604817:ref" },
		{ "Aktenzeichen 2604817", "2604817:dossier" }, { "your ref: 2604817", "2604817:ref" }, { "KvK 62118840 | BTW NL853112233B01 | IBAN NL44RABO0123456789", "62118840:not" },
		{ "PGP: 0x8F21C04D 2609 1188 40AA 77E1", NULL }, { "voor 2620945, betaalkenmerk 4000 2620 9450 1177?", "2620945:none" }, { "nummer 013 88 93 930, over mijn dossier nr. 2619055", "2619055:dossier" },
		{ "(010) 434 55 18", NULL }, { "+31 (0)6 14 88 20 37", NULL }, { "0418-66 80 00", NULL }, { "12-03-2026", NULL }, { "NL91 ABNA 0417 1643 00", NULL }, { "\xe2\x82\xac 2.318,77", NULL },
		{ "K-2026-000123", NULL }, { "dossiers 2604817, 2604818 en 2604819", "2604817:dossier 2604818:dossier 2604819:dossier" }, { "dossier 2604817 12 maart", "2604817:dossier" },
		{ "dossier 260 4817 12 maart", "2604817:dossier" }, { "Dossier: 2 607 733", "2607733:dossier" }, { "uw dossier 2.607.733", "2607733:dossier" }, { "in 2 607 733 gevallen", NULL }, { "BSN 123456782", NULL }, { "2604817 is mijn dossiernummer", "2604817:dossier" }, { "20031187 (klantnummer)", "20031187:not" },
		{ "invoice 20251103", "20251103:not" }, { "dossier: 20260312", "20260312:dossier" }, { "dossier2604817", "2604817:dossier" }, { "nr2604817", "2604817:weak" }, { "dossieer 2604817", "2604817:dossier" },
		{ "zaaknr 2604817", "2604817:dossier" }, { "ons kenmerk 2604817", "2604817:ref!" }, { "onze ref.: 20260044", "20260044:ref!" }, { "mijn dossier 2604817", "2604817:dossier" },
		{ "Uw dossier 20260918 betreft", "20260918:dossier" }, { "telefoon 4345518", "4345518:not" }, { "uw brief met nummer 2604817", "2604817:weak" },
		{ "https://x.example/d/2604817.html", NULL }, { "12345678901234", NULL }, { "dossier 2604817-2604818", "2604817:dossier 2604818:dossier" }, { "#2604817", "2604817:none" },
		{ "dossiernummer 26.04.817", "2604817:dossier" }, { "3SABC1234567", NULL }, { "kenmerk: PA2604817", "2604817:ref" }, { "NR VAN DOSSIER 2604817", "2604817:dossier" },
		{ "Dossiernummer\n2604817", "2604817:dossier" }, { "dossier heb ik niet. Bestelnummer 7654321", "7654321:not" }, { "sygnatura akta 2604817", "2604817:dossier" },
		{ "dosya numaras\xc4\xb1 2604817", "2604817:dossier" }, { "bedrag 2604817", "2604817:not" }, { "1234567,50", NULL }, { "aanmaning_2604817.pdf", "2604817:weak" }, { "Scan 2604817.pdf", "2604817:none" },
	};
	const struct dossier_rules *d = dossier_rules_of(&rules_default);
	assert_non_null(d);
	failed = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct dossier_candidate c;
		char got[300] = "";
		size_t from = 0, n = strlen(rows[i].in);
		while (recognise_dossier(d, rows[i].in, n, from, &c)) {
			size_t k = strlen(got);
			snprintf(got + k, sizeof got - k, "%s%s:%s%s", k ? " " : "", c.digits, labels[c.label], c.writers_own ? "!" : "");
			assert_true(c.where.end > from && c.where.at >= from);
			from = c.where.end;
		}
		same("dossier", rows[i].in, rows[i].want, got[0] ? got : NULL);
	}
	assert_int_equal(failed, 0);
}

static void a_courts_cases_are_no_dossiers(void **state)
{
	(void)state;
	static const char *const none[] = { "er ligt een verzoek bij de rechter (zaaknummer 11203987 EX)", "zaaknummer 11203987 CV EXPL 26-114" };
	const struct dossier_rules *d = dossier_rules_of(&rules_default);
	struct dossier_candidate c;
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_false(recognise_dossier(d, none[i], strlen(none[i]), 0, &c));
	assert_true(recognise_dossier(d, "zaaknummer 2604817 CV", 21, 0, &c));	/* ours by its look */
	assert_true(recognise_dossier(d, "zaaknummer 11203987 EXTRA", 25, 0, &c));
}

/* A complaint number is no dossier, however it is typed and whatever the patterns allow. */
static void complaint_numbers_are_no_dossiers(void **state)
{
	(void)state;
	static const char *const patterns[] = { "[0-9]{6}", "[0-9]{10}" };
	static const char *const none[] = { "K-2026-000123", "K 2026 000123", "K2026000123", "k.2026.000123", "mijn klacht k 2026-000123 van" };
	struct rules rules = rules_default;
	rules.dossier_patterns = (struct rule_list){ patterns, 2 };
	const struct dossier_rules *d = dossier_rules_of(&rules);
	struct dossier_candidate c;
	assert_non_null(d);
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_false(recognise_dossier(d, none[i], strlen(none[i]), 0, &c));
	assert_true(recognise_dossier(d, "dossier 260481", 14, 0, &c));
	assert_true(recognise_dossier(d, "dossier 2604817001", 18, 0, &c));
}

static void complaint_numbers(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{ "klacht K-2026-000123", "K-2026-000123" }, { "k-2026-000123.", "K-2026-000123" }, { "K\xe2\x80\x90" "2026-000123", "K-2026-000123" }, { "k2026-123", NULL }, { "K-2026-0001234", NULL },
		{ "AK-2026-000123", NULL }, { "K-1026-000123", NULL }, { "<receipt.K-2026-000123.aa@x>", "K-2026-000123" },
		{ "K2026000123", "K-2026-000123" }, { "mijn klacht K 2026 000123, graag", "K-2026-000123" }, { "K2026-000123", "K-2026-000123" }, { "k - 2026 - 000123", "K-2026-000123" },
		{ "K/2026/000123", "K-2026-000123" }, { "klachtnummer 2026-000123", "K-2026-000123" }, { "Klachtnr.: 2026000123", "K-2026-000123" },
		{ "uw klacht met nummer 2026 000123.", "K-2026-000123" }, { "complaint no. 2026-000123", "K-2026-000123" }, { "Beschwerdenummer K2026-000123", "K-2026-000123" },
		{ "2026-000123", NULL }, { "factuur 2026-000123", NULL }, { "klacht over factuur 2026-000123", NULL }, { "mijn klacht, zie factuur 2026-000123", NULL },
		{ "ik 2026 000123", NULL }, { "K20260001234", NULL }, { "klachtnummer 2026-0001234", NULL }, { "K 12026000123", NULL },
	};
	failed = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct span w;
		char got[16];
		int r = recognise_complaint_number(rows[i].in, strlen(rows[i].in), 0, &w, got);
		same("complaint", rows[i].in, rows[i].want, r ? got : NULL);
	}
	assert_int_equal(failed, 0);
}

static void names(void **state)
{
	(void)state;
	/* want: the cleaned name, or NULL when nobody would take it for one (score below 0.5) */
	static const struct row rows[] = {
		{ "Kees Brouwer", "Kees Brouwer" }, { "J.W. van der Heijden", "J.W. van der Heijden" }, { "mr. E.M. Oudshoorn-Pijl", "E.M. Oudshoorn-Pijl" }, { "drs. ir. P. de Vries", "P. de Vries" },
		{ "dhr. A. 't Hart", "A. 't Hart" }, { "Erik Pastoor", "Erik Pastoor" }, { "Hans de Heer", "Hans de Heer" }, { "J. Zuster", "J. Zuster" }, { "pastoor J. Kemp", "J. Kemp" }, { "Mw. S. op den Camp", "S. op den Camp" }, { "De heer J. Jansen", "J. Jansen" }, { "Mevrouw G. Postma-Dijkstra", "G. Postma-Dijkstra" },
		{ "Siobh\xc3\xa1n O'Malley", "Siobh\xc3\xa1n O'Malley" }, { "\xc3\x96zlem Y\xc4\xb1ld\xc4\xb1z", "\xc3\x96zlem Y\xc4\xb1ld\xc4\xb1z" }, { "Jan en Ria de Boer", "Jan en Ria de Boer" },
		{ "J.W.van der Heijden", "J.W. van der Heijden" }, { "JAN DE VRIES", "Jan de Vries" }, { "A. BAKKER-DE WIT", "A. Bakker-de Wit" }, { "Rachid B.", "Rachid B." },
		{ "Jansen, P.", "P. Jansen" }, { "Ing. P.L. Hartog", "P.L. Hartog" }, { "Piet de Boer MSc", "Piet de Boer" }, { "jan de boer", "Jan de Boer" }, { "Fam. de Wekker", "Fam. de Wekker" },
		{ "T. van Ommen", "T. van Ommen" }, { "Kelly Brands", "Kelly Brands" }, { "Zo\xc3\xab van Haaften", "Zo\xc3\xab van Haaften" }, { "Jordy Smit, Baljuwstraat 16", "Jordy Smit" },
		{ "Fran\xc3\xa7ois Delahaye | Zijlvest 33-2", "Fran\xc3\xa7ois Delahaye" }, { "Kees Brouwer - eigenaar", "Kees Brouwer" }, { "H. de Vries (zoon)", "H. de Vries" },
		{ "Met vriendelijke groet", NULL }, { "Brouwer Dakwerken V.O.F.", NULL }, { "Pijl Advocatuur", NULL }, { "Industrieweg 17", NULL }, { "Consulent schuldhulpverlening", NULL },
		{ "Stichting Leergeld", NULL }, { "Geen dossier", NULL }, { "3133 EE Vlaardingen", NULL }, { "Pro Actief Incasso", NULL }, { "Verzonden vanaf mijn iPhone", NULL }, { "NIET NORMAAL MEER", NULL },
		{ "Ik wil mijn geld terug", NULL }, { "", NULL }, { "info@x.example", NULL }, { "Henk en Riet Oudshoorn", "Henk en Riet Oudshoorn" }, { "M. & K. Jansen", "M. & K. Jansen" },
		{ "D'Angelo Silva", "D'Angelo Silva" }, { "\xc5\x81ukasz Wi\xc5\x9bniewski", "\xc5\x81ukasz Wi\xc5\x9bniewski" }, { "Th. Verhoeven", "Th. Verhoeven" }, { "J van Dijk", "J van Dijk" },
		{ "Wil Jansen", "Wil Jansen" }, { "Bellen op mijn werk", NULL }, { "Dhr J.P. Balk jr.", "J.P. Balk" }, { "Groetjes Linda", NULL }, { "Hoofd Administratie", NULL },
	};
	failed = 0;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct person p;
		size_t end;
		int r = person_read(rows[i].in, strlen(rows[i].in), PERSON_LINE, &p, &end);
		same("name", rows[i].in, rows[i].want, r && p.score >= 0.5 ? p.name : NULL);
	}
	static const struct row header[] = {
		{ "Bakker-de Wit, Annemieke", "Annemieke Bakker-de Wit" }, { "Boer, Jan de", "Jan de Boer" }, { "Boersma, Tjitske", "Tjitske Boersma" }, { "van der Berg, P.J.", "P.J. van der Berg" },
		{ "Linh Tran", "Linh Tran" }, { "mr. E.M. Oudshoorn-Pijl", "E.M. Oudshoorn-Pijl" }, { "Website Pro Actief Incasso", NULL }, { "JANSEN, PIETER", "Pieter Jansen" }, { "H.G. Ruijs", "H.G. Ruijs" },
		{ "'Jan Smit'", "Jan Smit" },
	};
	for (size_t i = 0; i < sizeof header / sizeof *header; i++) {
		struct person p;
		size_t end;
		int r = person_read(header[i].in, strlen(header[i].in), PERSON_HEADER, &p, &end);
		same("header name", header[i].in, header[i].want, r && p.score >= 0.5 ? p.name : NULL);
	}
	assert_int_equal(failed, 0);
	assert_true(person_fits("Linh", "Linh Tran"));
	assert_true(person_fits("J. de Boer", "Jan de Boer"));
	assert_true(person_fits("Annemieke", "Annemieke Bakker-de Wit"));
	assert_false(person_fits("Kees", "Brouwer Dakwerken"));
	assert_false(person_fits("P. Jansen", "Kees Jansen"));
	assert_true(person_is_organisation("Brouwer Dakwerken", 17));
	assert_false(person_is_organisation("Kees Brouwer", 12));
}

static void numbers(void **state)
{
	(void)state;
	assert_true(number_iban_valid("NL91ABNA0417164300", 18));
	assert_false(number_iban_valid("NL92ABNA0417164300", 18));
	assert_true(number_bsn("111222333", 9));
	assert_false(number_bsn("111222334", 9));
	assert_true(number_is_date("20260312", 8));
	assert_false(number_is_date("20262045", 8));
	assert_int_equal(number_date_at("12-03-2026 ", 11, 0), 10);
	assert_int_equal(number_date_at("2026-03-12", 10, 0), 10);
	assert_int_equal(number_date_at("26.15.771", 9, 0), 0);
	assert_int_equal(number_date_at("2604.117", 8, 0), 0);
}

/* Every beginning and every single byte of a text may come: nothing is read outside of it (ASan tells). */
static void cut_anywhere(void **state)
{
	(void)state;
	static const char text[] = "Dhr. J.W. van der Heijden, Plein 1944 12-3, 5056 AB Berkel, +31 (0)6 14 88 20 37, a@b.example dossier 26 04.817/JB NL91 ABNA 0417 1643 00 K-2026-000123 \xe2\x82";
	const struct dossier_rules *d = dossier_rules_of(&rules_default);
	for (size_t n = 0; n < sizeof text; n++) {
		char *exact = test_malloc(n ? n : 1);
		memcpy(exact, text, n);
		struct span w;
		char buf[255];
		struct street st;
		struct dossier_candidate c;
		for (size_t from = 0; from <= n; from += 7) {
			(void)recognise_postcode(exact, n, from, &w, buf);
			(void)recognise_phone(exact, n, from, &w, buf);
			(void)recognise_email(exact, n, from, &w, buf);
			(void)recognise_complaint_number(exact, n, from, &w, buf);
			(void)recognise_street(exact, n, from, &st);
			(void)recognise_dossier(d, exact, n, from, &c);
			(void)recognise_name(exact + from, n - from);
		}
		test_free(exact);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(postcodes), cmocka_unit_test(phones), cmocka_unit_test(emails), cmocka_unit_test(streets), cmocka_unit_test(dossiers),
		cmocka_unit_test(complaint_numbers), cmocka_unit_test(complaint_numbers_are_no_dossiers), cmocka_unit_test(a_courts_cases_are_no_dossiers), cmocka_unit_test(names), cmocka_unit_test(numbers), cmocka_unit_test(cut_anywhere),
	};
	return cmocka_run_group_tests_name("recognise", tests, NULL, NULL);
}
