/* Whose words are these? One small mail per rule, in the shapes of the programs that people use. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/message/message.h"
#include "parsers/parse.h"
#include "parsers/words/words.h"

static struct arena *arena;
static const struct mailbox jan = { "Jan Jansen", "jan.jansen@mail.example" };

static int set_up(void **state)
{
	(void)state;
	arena = arena_new(8 << 20);
	return arena ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static struct words split(const char *text)
{
	struct words w;
	assert_int_equal(words_split(text, &jan, &rules_default, arena, &w), PARSE_OK);
	return w;
}

static enum role role_of(const struct words *w, const char *start)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->lines[i].n >= strlen(start) && memcmp(w->lines[i].s, start, strlen(start)) == 0)
			return w->lines[i].role;
	fail_msg("no line starts with %s", start);
	return ROLE_BLANK;
}

#define OWN_IS(text, own_text) assert_string_equal(split(text).own, own_text)

static void greeting_closing_and_signature_are_not_the_text(void **state)
{
	(void)state;
	const char *text = "Geachte heer, mevrouw,\n\nU belt te vaak.\n\nMet vriendelijke groet,\n\nJan Jansen\nDorpsstraat 1\n1234 AB Ons Dorp\n06 12345678\n";
	struct words w = split(text);
	assert_string_equal(w.own, "U belt te vaak.");
	assert_int_equal(role_of(&w, "Geachte"), ROLE_GREETING);
	assert_int_equal(role_of(&w, "Met vr"), ROLE_CLOSING);
	assert_int_equal(role_of(&w, "Dorpsstraat"), ROLE_SIGNATURE);
	OWN_IS("Hallo, u belt te vaak.", "Hallo, u belt te vaak.");
	OWN_IS("Hoi,\nstop daarmee\ngr Jan", "stop daarmee");
	OWN_IS("Dear Sir,\n\nStop it.\n\nKind regards,\nJan", "Stop it.");
	OWN_IS("Sehr geehrte Damen und Herren,\n\nhoeren Sie auf.\n\nMit freundlichen Gr\xc3\xbc\xc3\x9f" "en\nJan", "hoeren Sie auf.");
}

static void a_signature_needs_no_closing(void **state)
{
	(void)state;
	OWN_IS("Voortaan alleen per post, aub.\n\nJan Jansen\nKade 3, 1234 AB Ons Dorp\n", "Voortaan alleen per post, aub.");
	OWN_IS("Zo kan het niet.\n\nJan\n", "Zo kan het niet.");
	/* nobody greets: a block that opens with the sender's name, or with a name above contact data */
	static const char *const BLOCKS[] = { "Jan Jansen uit Schoonhoven", "jan", "Jan Jansen, 2622440", "J. Jansen\n2622440", "Jan Jansen\nredacteur economie\nDagblad Zuid", "Jan Jansen, registeraccountant b.d.\nParklaan 101 B\n3705 GL Zeist",
					      "mr. Yvonne Ockx\nJurist consumentenrecht\nRechtshulp Noord | Postbus 90 | 1780 AB Den Helder\nTel: 0223 67 40 18", "Drs. M.J. Hoogland, tandarts\nLeliestraat 21\n8021 XB Zwolle",
					      "Jan Jansen\nKade 3, 1234 AB Ons Dorp\n\nUMC Noord - afdeling Hart\nParklaan 1, 3705 GL Zeist", "Jan Jansen\n\nZorggroep Oost, locatie De Linde\nDorpsweg 5\n7621 BB Borne\nWerkdagen: ma, di, do", "Jan Jansen\n\nGemeente Zeist / Team Wegen\nParklaan 1, 3705 GL Zeist" };
	for (size_t i = 0; i < sizeof BLOCKS / sizeof *BLOCKS; i++) {
		char text[400];
		(void)snprintf(text, sizeof text, "Zo kan het niet.\n\n%s\n", BLOCKS[i]);
		OWN_IS(text, "Zo kan het niet.");
	}
	OWN_IS("Zo kan het niet.\n\nJansen is mijn naam en Jansen blijft het", "Zo kan het niet.\n\nJansen is mijn naam en Jansen blijft het");
	OWN_IS("Zo kan het niet.\n\nJansen betaalde alles op tijd aan Vattenfall.", "Zo kan het niet.\n\nJansen betaalde alles op tijd aan Vattenfall.");
	OWN_IS("Zo kan het niet.\n\nMijn vragen:\nwie belde\nwanneer precies", "Zo kan het niet.\n\nMijn vragen:\nwie belde\nwanneer precies");
	OWN_IS("Zo kan het niet.\n\n-- \nJan | bouwbedrijf\nKvK 12345678", "Zo kan het niet.");
	OWN_IS("STOP\n", "STOP");
	OWN_IS("Jan Jansen\n", "Jan Jansen");	/* nothing else: then it is the text */
}

static void a_sentence_at_the_end_is_no_signature(void **state)
{
	(void)state;
	OWN_IS("Ik heb een klacht.\n\nHet gaat over dossier 2604817\n", "Ik heb een klacht.\n\nHet gaat over dossier 2604817");
	OWN_IS("U belt te vaak.\n\nDit betreft dossiernummer: 2604817\n\nJan Jansen\n", "U belt te vaak.\n\nDit betreft dossiernummer: 2604817");
	OWN_IS("Ik klaag over het bellen in mijn\ndossier 2604817\n", "Ik klaag over het bellen in mijn\ndossier 2604817");
	OWN_IS("U belt te vaak.\n\nBel mij op\n06-12345678\nJan Jansen\n", "U belt te vaak.\n\nBel mij op\n06-12345678");
	OWN_IS("U belt te vaak.\n\nDossiernummer 2604817\n", "U belt te vaak.");
	OWN_IS("U belt mij\n\nJan Jansen\n06-12345678\n", "U belt mij");
}

static void a_postscript_is_text_again(void **state)
{
	(void)state;
	OWN_IS("Zo kan het niet.\n\nGroet,\nJan\n\nPS: bel mij niet meer.\n", "Zo kan het niet.\n\nPS: bel mij niet meer.");
}

static void quote_marks_and_attributions(void **state)
{
	(void)state;
	struct words w = split("Nee, dat klopt niet.\n\nOp ma 2 mrt 2026 om 10:12 schreef Pro Actief Incasso\n<incasso@proactief.example>:\n\n> Geachte heer,\n> betaal.\n");
	assert_string_equal(w.own, "Nee, dat klopt niet.");
	assert_int_equal(w.n_older, 1);
	assert_int_equal(w.older[0].level, 1);
	assert_string_equal(w.older[0].address, "incasso@proactief.example");
	assert_string_equal(w.older[0].name, "Pro Actief Incasso");
	assert_true(w.older[0].by_agency);
	OWN_IS("Am 02.03.2026 um 10:12 schrieb Pro Actief <x@proactief.example>:\n> alt\n\nNein.\n", "Nein.");
	OWN_IS("On Mon, 2 Mar 2026 at 10:12, Pro Actief <x@proactief.example> wrote:\n> pay\n\nNo.\n", "No.");
	OWN_IS("Mijn antwoord.\n\nPro Actief Incasso schreef op 2026-03-12 09:04:\n> oud\n", "Mijn antwoord.");
	/* a person who tells what somebody wrote is no program */
	OWN_IS("Op 3 maart schreef uw medewerker mij het volgende:\nbetaal of wij komen langs.\nDat is dreigen.", "Op 3 maart schreef uw medewerker mij het volgende:\nbetaal of wij komen langs.\nDat is dreigen.");
}

static void header_blocks_in_their_languages(void **state)
{
	(void)state;
	static const char *const BLOCKS[] = {
		"Van: Pro Actief <incasso@proactief.example>\nVerzonden: maandag 2 maart 2026 08:30\nAan: jan@x.example\nOnderwerp: Sommatie\n",
		"From: Pro Actief <incasso@proactief.example>\nSent: Monday, March 2, 2026 8:30 AM\nTo: jan@x.example\nSubject: Sommatie\n",
		"Von: Pro Actief <incasso@proactief.example>\nGesendet: Montag, 2. M\xc3\xa4rz 2026 08:30\nAn: jan@x.example\nBetreff: Sommatie\n",
		"-----Oorspronkelijk bericht-----\nVan: Pro Actief\nVerzonden: 2 maart\nAan: jan\n",
		"-------- Oorspronkelijk bericht --------\nVan: Pro Actief <incasso@proactief.example> \nDatum: 02-03-2026  08:30  (GMT+01:00) \nAan: jan \n",
		"---------- Forwarded message ---------\nVan: Pro Actief <incasso@proactief.example>\nDate: ma 2 mrt 2026 om 08:30\nSubject: Sommatie\nTo: jan\n",
		"Begin doorgestuurd bericht:\n\nVan: Pro Actief <incasso@proactief.example>\nOnderwerp: Sommatie\nDatum: 2 maart 2026\nAan: jan\n",
		"________________________________\nVan: Pro Actief <incasso@proactief.example>\nVerzonden: ma 2 mrt\nAan: jan\n",
		"*Van:* Pro Actief <incasso@proactief.example>\n*Verzonden:* ma 2 mrt\n*Aan:* jan\n*Onderwerp:* x\n",
	};
	for (size_t i = 0; i < sizeof BLOCKS / sizeof *BLOCKS; i++) {
		char text[1000];
		strcpy(text, "Dit klopt niet.\n\n");
		strcat(text, BLOCKS[i]);
		strcat(text, "\nGeachte heer Jansen,\n\nBetaal binnen drie dagen.\n");
		struct words w = split(text);
		assert_string_equal(w.own, "Dit klopt niet.");
		assert_int_equal(w.n_older, 1);
		assert_true(w.older[0].by_agency);
		assert_int_equal(role_of(&w, "Betaal binnen"), ROLE_QUOTED);
	}
}

static void the_head_of_a_typed_letter_is_no_quote(void **state)
{
	(void)state;
	struct words w = split("Van: Jan Jansen\nAan: Pro Actief Incasso\nDatum: 3 maart 2026\nBetreft: klacht\n\nGeachte directie,\n\nU belt te vaak.\n");
	assert_non_null(strstr(w.own, "U belt te vaak."));
	assert_int_equal(w.n_older, 0);
}

static void a_forward_of_the_senders_own_mail_is_told(void **state)
{
	(void)state;
	struct words w = split("Zie onder, nog geen reactie.\n\n---------- Forwarded message ---------\nVan: Jan Jansen <Jan.Jansen@mail.example>\nDate: ma 2 mrt 2026\n"
			       "Subject: klacht\nTo: <klachten@proactief.example>\n\nMijn dossier is 2600001.\n");
	assert_string_equal(w.own, "Zie onder, nog geen reactie.");
	assert_true(w.older[0].by_sender);
	assert_false(w.older[0].by_agency);
}

static void footers_and_disclaimers(void **state)
{
	(void)state;
	static const char *const FOOTERS[] = {
		"Verstuurd vanaf mijn iPhone", "Verzonden vanaf mijn Galaxy", "Sent from my iPhone", "Get Outlook for iOS<https://aka.ms/o0ukef>",
		"Outlook voor Android downloaden", "Verzonden vanuit Mail voor Windows", "Von meinem iPhone gesendet", "Verzonden met Proton Mail",
		"Virusvrij.www.avast.com", "Deze e-mail is gecontroleerd op virussen door AVG.",
		"Aan dit bericht kunnen geen rechten worden ontleend.",
		"Dit e-mailbericht is uitsluitend bestemd voor de geadresseerde. Indien u niet de bedoelde ontvanger bent, verzoeken wij u dit bericht te verwijderen.",
		"This message is intended only for the addressee and may contain confidential information. If you are not the intended recipient, delete it.",
	};
	for (size_t i = 0; i < sizeof FOOTERS / sizeof *FOOTERS; i++) {
		char text[600];
		strcpy(text, "Ik ben het zat.\n\n");
		strcat(text, FOOTERS[i]);
		OWN_IS(text, "Ik ben het zat.");
	}
	OWN_IS("Ik ben het zat.\n\nJan Jansen\nKade 3, 1234 AB Ons Dorp\nT 0481 12 34 56 | KvK 12345678\n\nOp al onze leveringen zijn de Metaalunievoorwaarden van toepassing.", "Ik ben het zat.");
	/* what stands right above a disclaimer is whose it is */
	OWN_IS("Ik ben het zat.\n\nJan Jansen\nconci\xc3\xabrge OBS De Kring\n\nOBS De Kring - Kade 3 - 1234 AB Ons Dorp - 0481 12 34 56\nDit bericht is uitsluitend bestemd voor de geadresseerde. Gebruik door anderen is niet toegestaan.", "Ik ben het zat.");
	OWN_IS("LET OP: deze e-mail komt van buiten de organisatie.\n\nHallo,\n\nIk ben het zat.", "Ik ben het zat.");
}

static void a_form_gives_the_text_of_its_description_field(void **state)
{
	(void)state;
	struct words w = split("Naam: Jan Jansen\nAdres: Kade 3\nPostcode en plaats: 1234 AB Ons Dorp\nTelefoonnummer overdag: 06-12345678\nDossiernummer: 2600001\n"
			       "Omschrijving van uw klacht:\nU belt te vaak.\nElke dag.\n\nGewenste oplossing:\nStoppen.\n\n--\nDeze e-mail is verzonden via het contactformulier op X\n");
	assert_true(w.form);
	assert_string_equal(w.own, "U belt te vaak.\nElke dag.");
	assert_string_equal(w.wanted, "Stoppen.");
	assert_int_equal(role_of(&w, "Naam:"), ROLE_FORM_LABEL);
	assert_int_equal(role_of(&w, "Deze e-mail"), ROLE_FOOTER);
	w = split("Naam\n\nJan Jansen\nE-mailadres\njan@x.example\nDossiernummer\n2600001\nUw klacht\nU belt te vaak.\nWat wilt u dat wij doen?\nStoppen.\n");
	assert_true(w.form);
	assert_string_equal(w.own, "U belt te vaak.");
	assert_string_equal(w.wanted, "Stoppen.");
	assert_int_equal(role_of(&w, "Naam: Jan Jansen"), ROLE_FORM_LABEL);	/* label and value on one line */
}

static void a_form_may_ask_in_sentences_or_in_keys(void **state)
{
	(void)state;
	struct words w = split("Nieuwe reactie op het formulier.\n\nHoe heet u?\nJan Jansen\n\nWaar woont u?\nKade 3, 1234 AB Ons Dorp\n\nWat is uw e-mailadres?\njan@x.example\n\n"
			       "Wat is er gebeurd?\nU belt te vaak.\n\nWat kunnen wij voor u doen?\nNiet meer bellen.\n\nVerzonden op 05-08-2026 om 14:20 via de website\n");
	assert_true(w.form);
	assert_string_equal(w.own, "U belt te vaak.");
	assert_string_equal(w.wanted, "Niet meer bellen.");
	assert_int_equal(role_of(&w, "Naam: Jan Jansen"), ROLE_FORM_LABEL);
	w = split("Naam *                   Trudy de Lange\nTelefoon                 024 3771122\nDossiernummer            2619912\nUw klacht *              Er is beslag gelegd op alles, ook op\n"
		  "                         het deel waar u niet aan mag komen.\nWat wilt u dat wij       Het te veel ingehouden loon terug\ndoen?\n\n====\nPowered by X\n");
	assert_true(w.form);
	assert_string_equal(w.own, "Er is beslag gelegd op alles, ook op\nhet deel waar u niet aan mag komen.");
	assert_string_equal(w.wanted, "Het te veel ingehouden loon terug");
	w = split("Wat is je naam?\nOlga Petrova\n\nWaar woon je?\nLaan 4, 2512 GT Den Haag\n\nBeschrijf zo goed mogelijk wat er misging\nDe deurwaarder stond voor de deur.\n\n"
		  "Wat zouden we moeten doen?\nRegeling respecteren\n\nJe krijgt deze mail omdat meldingen aan staan.\n");
	assert_string_equal(w.own, "De deurwaarder stond voor de deur.");
	assert_string_equal(w.wanted, "Regeling respecteren");
	w = split("[voor_naam] => Jan\n[achternaam] => Jansen\n[tel_overdag] => 06-12345678\n[iets] => 7\n[klacht] => U belt te vaak.\nElke dag.\n[oplossing] => Stoppen\n[browser] => X\n");
	assert_true(w.form);
	assert_string_equal(w.own, "U belt te vaak.\nElke dag.");
	assert_string_equal(w.wanted, "Stoppen");
	assert_int_equal(role_of(&w, "tel overdag: 06-12345678"), ROLE_FORM_LABEL);
	w = split("Hallo,\n\nMijn dossier: 2600001. Graag de kosten schrappen die er ten onrechte bij staan.\n\nJan\n");
	assert_string_equal(w.own, "Mijn dossier: 2600001. Graag de kosten schrappen die er ten onrechte bij staan.");
}

/* Labels as sites and colleagues name them; what stands below the last one and is no answer. */
static void a_form_names_its_fields_in_many_ways(void **state)
{
	static const char *const TEXT[] = { "Beschrijf uw klacht", "Omschrijf hier je klacht", "Korte omschrijving", "Vertel ons wat er is gebeurd", "Describe your complaint", "Beschreiben Sie ihr Anliegen" };
	static const char *const WISH[] = { "Wat wilt u van ons?", "Wil:", "Gewenste actie:", "Wenst:" };
	(void)state;
	for (size_t i = 0; i < sizeof TEXT / sizeof *TEXT; i++) {
		char text[400];
		(void)snprintf(text, sizeof text, "Klacht Pro Actief\n\nNaam\tJan Jansen\nTelefoonnummer\t06-12345678\nDossiernummer\t2600001\n%s\tU belt te vaak.\n%s\tStoppen\n\nU ontvangt deze e-mail omdat u meldingen aan heeft staan.\n",
			       TEXT[i], WISH[0]);
		struct words w = split(text);
		assert_true(w.form);
		assert_string_equal(w.own, "U belt te vaak.");
		assert_string_equal(w.wanted, "Stoppen");
	}
	for (size_t i = 1; i < sizeof WISH / sizeof *WISH; i++) {
		char text[400];
		(void)snprintf(text, sizeof text, "Net aan de lijn gehad:\n\nNaam: mevrouw T. Rietveld\nTelefoon: 06-12345678\nDossier: 2600001\n\nKlacht: er wordt te vaak gebeld.\n\n%s dat het stopt.\n\nGr. Anne\n", WISH[i]);
		struct words w = split(text);
		assert_string_equal(w.own, "er wordt te vaak gebeld.");
		assert_string_equal(w.wanted, "dat het stopt.");
	}
}

static void an_office_repeats_itself_below_the_signature(void **state)
{
	static const struct mailbox fenna = { .name = "Fenna van der Meulen", .address = "f.vandermeulen@rijnoord.example" };
	struct words w;
	struct arena *a = arena_new(1u << 20);
	static const char TEXT[] = "Alle post gaat nog naar mijn ex.\n\nPas mijn adres aan.\n\nFenna van der Meulen\nJuridisch adviseur Omgevingsrecht\n"
				   "Gemeente Rijnoord | Raadhuisplein 1 | Postbus 50, 2240 AB | T 14 071 | werkdagen: ma di do\n\nWoo-zaken: vermeld altijd ons zaaknummer Z/26/114420.\n";
	static const char TOLD[] = "Alle post gaat nog naar mijn ex.\n\nFenna van der Meulen\nRaadhuisplein 1\n2240 AB Rijnoord\n\nIk heb altijd vermeld dat ik verhuisd ben.\n";
	(void)state;
	assert_non_null(a);
	assert_int_equal(words_split(TEXT, &fenna, &rules_default, a, &w), PARSE_OK);
	assert_string_equal(w.own, "Alle post gaat nog naar mijn ex.\n\nPas mijn adres aan.");
	assert_int_equal(words_split(TOLD, &fenna, &rules_default, a, &w), PARSE_OK);
	assert_non_null(strstr(w.own, "Ik heb altijd vermeld"));
	arena_free(a);
}

/* Every service prints its own labels, in one word, in a sentence, with a gap, an equals sign or nothing between label and value. */
static void a_form_of_any_service_gives_its_text_and_wish(void **state)
{
	static const char *const FORMS[] = {
		("Je formulier heeft een nieuwe inzending:\n\nHoi! Hoe heet je?\nJan Jansen\nFijn, Jan. Op welk e-mailadres kunnen we je bereiken?\njan@x.example\nWaar woon je? (straat, nummer, plaats)\nKade 3, 1234 AB Ons Dorp\n"
		"Vertel, wat ging er mis?\nU belt te vaak.\nHoe kunnen wij dit oplossen?\nStoppen\n\nLog in to view your responses at https://x.example\n"),
		"Volledige naam\nJan Jansen\n\nContactnummer\n078 612 34 56\n\nAdres, postcode en woonplaats\nKade 3, 1234 AB Ons Dorp\n\nKenmerk brief\n2600001\n\nToelichting\nU belt te vaak.\n\nWat is voor u een passende oplossing?\nStoppen\n",
		"Naam              Jan Jansen\nPostcode          1234 AB\nE-mail            jan@x.example\n\nToelichting       U belt te vaak.\nUw wens           Stoppen\n\nVerzonden: 2-11-2026 10:00\n",
		"Naam: Jan Jansen\nTel: 06-24681357\nDossiernummer bij organisatie: 2600001\nOmschrijving: U belt te vaak.\nVerzoek: Stoppen\n\nU heeft 14 dagen. Reageren kan door op deze e-mail te antwoorden.\n",
		"Er is een reactie.\n\n1. Wat is uw naam?  Jan Jansen\n2. Wat is uw e-mailadres?  jan@x.example\n3. Wat is uw klacht?  U belt te vaak.\n4. Welke oplossing stelt u voor?  Stoppen\n\nRespons-ID 11, ingediend 20-11-2026\n",
		"Er is een formulier.\n\n- Naam = Jan Jansen\n- PLZ = 48599\n- Tel = +49 2562 718 330\n- Bericht = U belt te vaak.\n- Wunsch = Stoppen\n\nVerzonden via RSForm! Pro\n",
		"naam: Jan Jansen\n\npcplaats: 1234 AB  Ons Dorp\n\ndoss. nr.: 2600001\n\nklacht: U belt te vaak.\n\noplossing: Stoppen\n\nverzenden: Verstuur\n",
		"Naam klant      : Jan Jansen\nE-mail klant    : jan@x.example\nTelefoon klant  : 06 12345678\nWens klant      : Stoppen\nTekst klant     :\nU belt te vaak.\n\nDe portaalsite - dit is een automatisch aangemaakt bericht.\n",
		"Bent u klant? Ja\nKlantnaam\nJan Jansen\nTel.\t0592 - 31 22 11\nWaarover wilt u klagen?\nU belt te vaak.\nHoe kunnen we het goedmaken?\nStoppen\n",
		"Naam:\nJan Jansen\n\nTelefoon:\n0592 - 31 22 11\n\nUw klacht:\nU belt te vaak.\n\nMet vriendelijke groet,\nJan\n\nGewenste oplossing:\nStoppen\n\nTo edit your email settings, go to your Inbox on desktop.\n",
		"Voorl.\tJ.\nAchtern.\tJansen\nPostc.\t1234 AB\nOmschrijving\tU belt te vaak.\nOplossing\tStoppen\nBijlage\tx.pdf\n\nNow create your own JotForm - It's free! You can edit this submission.\n",
	};
	(void)state;
	for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++) {
		struct words w = split(FORMS[i]);
		assert_true(w.form);
		assert_string_equal(w.own, "U belt te vaak.");
		assert_string_equal(w.wanted, "Stoppen");
	}
	struct words w = split("Beste mensen,\n\nIk zit met een probleem. Vinden jullie dit normaal?\nHet dossier is 2600001 en ik heb betaald.\nWat is er gebeurd met mijn betaling?\nNiemand die het weet.\n\nGr Jan\n");
	assert_false(w.form);	/* a person asks as well */
	w = split("Zaak: 2600001\nNaam: Jan Jansen\nIk wil niet betalen omdat:\n- het nooit geleverd is\n- u mij nooit hebt geantwoord\n\nVerzoek: zaak sluiten.\n\nJan\n");
	assert_string_equal(w.own, "Ik wil niet betalen omdat:\n- het nooit geleverd is\n- u mij nooit hebt geantwoord");	/* nor does who types labels leave out his story */
}

static void labels_typed_by_hand_leave_the_rest_alone(void **state)
{
	(void)state;
	struct words w = split("Goedemiddag,\n\nDossiernummer: 2600001\n\nU belt te vaak. Zo gaat het al weken.\n\nGewenste oplossing: niet meer bellen\n\nJan\n");
	assert_false(w.form);
	assert_string_equal(w.own, "U belt te vaak. Zo gaat het al weken.");
	assert_string_equal(w.wanted, "niet meer bellen");
}

static void limits_refuse(void **state)
{
	(void)state;
	struct words w;
	struct rules tight = rules_default;
	tight.max_text_bytes = 10;
	assert_int_equal(words_split("elf letters", &jan, &tight, arena, &w), PARSE_LIMIT);
	struct arena *small = arena_new(64);
	assert_int_equal(words_split("een\ntwee\ndrie\nvier\n", NULL, &rules_default, small, &w), PARSE_NOMEM);
	arena_free(small);
	assert_string_equal(split("").own, "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(greeting_closing_and_signature_are_not_the_text), TEST(a_signature_needs_no_closing), TEST(a_sentence_at_the_end_is_no_signature), TEST(a_postscript_is_text_again),
		TEST(quote_marks_and_attributions), TEST(header_blocks_in_their_languages), TEST(the_head_of_a_typed_letter_is_no_quote),
		TEST(a_forward_of_the_senders_own_mail_is_told), TEST(footers_and_disclaimers), TEST(a_form_gives_the_text_of_its_description_field),
		TEST(a_form_may_ask_in_sentences_or_in_keys),
		TEST(a_form_names_its_fields_in_many_ways), TEST(a_form_of_any_service_gives_its_text_and_wish), TEST(an_office_repeats_itself_below_the_signature), TEST(labels_typed_by_hand_leave_the_rest_alone), TEST(limits_refuse),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
