/* What programs tell their customers, without any sign in the header, and people who write of the same things. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/mail.h"

static const struct mail_row {
	bool machine;		/* and never answered */
	const char *from, *subject, *body;
} MAILS[] = {
	/* surveys and sales sent as a person's: no header tells */
	{ true, "Drukkerij Van Dam <klanttevredenheid@vandam.example>", "Hoe vond u onze levering? (2 minuten)",
	  "Onlangs leverden wij uw bestelling 118834. Hoe waarschijnlijk is het dat u ons aanbeveelt bij een collega? Klik op een cijfer. Was u niet tevreden? Ook uw klacht helpt ons verbeteren. Onder de inzenders verloten wij een waardebon." },
	{ true, "Repro Noord <info@repronoord.example>", "How did we do?",
	  "How likely are you to recommend us to a colleague? Take the survey, it takes two minutes. Your complaints make us better." },
	{ true, "Bas van Tongeren <bas@callwise.example>", "Re: even kort",
	  "Ik wilde mijn vorige mail nog even naar boven halen. Wij voorspellen welke debiteur een klacht gaat indienen.\nPlan zelf een demo: https://callwise.example/demo\n\nGroet,\nBas\n\n"
	  "Liever geen mail meer? Klik op https://callwise.example/optout/77c1 en u verdwijnt uit de verzendlijst." },
	{ true, "Kim Lee <kim@dunningly.example>", "Your debtors deserve better",
	  "I noticed your agency gets complaints about phone calls. Book a quick demo with me next week.\n\nKim\n\nRather not hear from me? https://dunningly.example/unsubscribe?u=8" },
	{ true, "Incassovergelijker <info@incassovergelijk.example>", "Slechte reviews?",
	  "Uw kantoor heeft 14 klachten op internet. Wij verwijderen ze. Klik hier voor een scan: https://incassovergelijk.example/scan\nAfmelden: https://incassovergelijk.example/afmelden" },
	{ false, "Daan Bos <daan@thuis.example>", "Afmelden",
	  "Ik heb me drie keer afgemeld via https://proactief.example/afmelden en krijg nog steeds uw sms. Stop daarmee, ik ben er klaar mee." },
	{ false, "Daan Bos <daan@thuis.example>", "Mailinglijst",
	  "Haal mij uit uw mailinglijst. Ik heb nooit om deze mails gevraagd en ik ben geen klant van u." },
	{ false, "Daan Bos <daan@thuis.example>", "Uw vragenlijst",
	  "Ik kreeg van u een vragenlijst over mijn inkomen. Die vul ik niet in, dat is schandalig." },
	{ false, "T. Abbink <tabbink@thuis.example>", "Envelop",
	  "Ik wil u erop wijzen dat door het venster de woorden \"openstaande schuld\" te lezen zijn. De bezorger is de neef van mijn overbuurvrouw. U kunt zich voorstellen hoe het verder is gegaan." },
	{ true, "Dagblad Plus <klantenservice@dagbladplus.example>", "Uw abonnement wordt binnenkort verlengd",
	  "Uw jaarabonnement op Dagblad Plus loopt op 12 juli af en wordt stilzwijgend met een jaar verlengd. Wilt u opzeggen? Dat kan tot 30 dagen voor de einddatum via Mijn Account." },
	{ true, "Webshop Kantoorreus <reviews@kantoorreus.example>", "Wilt u ons beoordelen?",
	  "Bedankt voor uw bestelling. Vertel andere klanten wat u ervan vindt en maak kans op een cadeaubon van 50 euro." },
	{ true, "MijnOverheidPlus <code@login.example>", "Uw verificatiecode",
	  "Uw code is 482913. Deel deze code met niemand. De code is 10 minuten geldig." },
	{ true, "Koffie op Kantoor <facturatie@koffie.example>", "Factuur 2026-4411",
	  "Bijgaand ontvangt u factuur 2026-4411 voor geleverde koffie en thee. Het bedrag van € 148,20 wordt rond 20 juni van uw rekening afgeschreven." },
	{ true, "HR Portaal <hr@personeelsportaal.example>", "Verlofaanvraag wacht op goedkeuring",
	  "Medewerker K. Wessels heeft verlof aangevraagd van 4 tot en met 8 augustus. Keur de aanvraag goed of af in het personeelsportaal." },
	{ true, "Opleiders BV <planning@opleiders.example>", "Herinnering: training begint morgen",
	  "De training Omgaan met agressie aan de telefoon begint morgen om 9.30 uur. U vindt het adres en de routebeschrijving in uw leeromgeving." },
	{ true, "Agenda <calendar@agenda.example>", "Uitnodiging: overleg klachtenteam",
	  "Overleg klachtenteam. Wanneer: dinsdag 23 juni 10:00 tot 11:00. Waar: zaal 2. Organisator: M. de Graaf. Accepteren, weigeren, voorlopig." },
	{ true, "Netwerkhub <uitnodiging@netwerkhub.example>", "Jan Bos wil graag contact met u maken",
	  "Jan Bos, adviseur bij Debitax, heeft u een uitnodiging gestuurd. Accepteer of negeer deze uitnodiging." },
	{ true, "Printbeheer <monitor@printbeheer.example>", "Toner bijna op",
	  "Printer PRO-2 op afdeling Klachten meldt: toner zwart 8 procent. Er is automatisch een nieuwe cartridge besteld." },
	{ true, "PayLink <status@paylink.example>", "Storing verholpen",
	  "De storing in het betaalverkeer van vanochtend is verholpen. Alle transacties worden alsnog verwerkt." },
	{ true, "Kantoormeubel <actie@kantoormeubel.example>", "Zomeractie bureaustoelen",
	  "Alleen deze week: 30 procent op alle ergonomische bureaustoelen. Bestel voor 21 juni en ontvang een gratis voetensteun." },
	{ true, "VeiligPost <bericht@veiligpost.example>", "Veilig mailen: er staat een bericht voor u klaar",
	  "U heeft een beveiligd bericht ontvangen van Advocatenkantoor Lind. Open het bericht met de code die u per sms ontvangt." },
	{ true, "Support <support@saastool.example>", "Password reset",
	  "We received a request to reset the password for your account. If you did not make this request, you can safely ignore this message." },
	{ true, "Accounts <security@accounts.example>", "Security alert",
	  "New sign-in from Chrome on Linux. If this was you, no action is needed. If not, secure your account now." },
	{ true, "Telefonwerk <rechnung@telefonwerk.example>", "Ihre Rechnung Mai",
	  "Ihre Rechnung für Mai steht im Kundenportal zum Download bereit. Der Betrag wird am 20.06. abgebucht." },
	{ true, "Ondernemersvereniging <contributie@ov-tilburg.example>", "Automatische incasso aangekondigd",
	  "Op of rond 28 juni schrijven wij € 62,50 af voor uw lidmaatschap van de Ondernemersvereniging." },
	{ false, "Mia Koster <mia.koster@ziggo.example>", "Abonnement",
	  "Jullie schrijven nog steeds 12 euro per maand af voor een abonnement dat ik in januari heb opgezegd. Dossier 2619923." },
	{ false, "Bas Meijer <bas@meijer.example>", "nieuwe aanmelding",
	  "Er is een schuld op mijn naam gezet na een inbraak in mijn account. Ik heb aangifte gedaan en u blijft brieven sturen." },
	{ false, "Administratie Bakker BV <administratie@bakkerbv.example>", "Factuur 2026-331",
	  "Bijgaand de factuur waar het om gaat. Die is in maart al betaald. Waarom krijg ik dan een sommatie?" },
	{ false, "K. Yilmaz <kyilmaz@gmail.example>", "Loonstrook",
	  "Hierbij mijn loonstrook van mei, zoals gevraagd. Ik hoop dat u nu ziet dat 200 euro per maand niet kan." },
	{ false, "Truus Maas <truus.maas@home.example>", "Automatische incasso",
	  "U schrijft op de 20e af terwijl we de 27e hadden afgesproken. Nu sta ik rood." },
	{ false, "Fam. Kuipers <kuipers@planet.example>", "vakantie",
	  "We waren van 1 tot 15 mei op vakantie en bij terugkomst lag er een dwangbevel. Binnen twee weken van een herinnering naar een dwangbevel!" },
	{ false, "Elma Roos <elma@roos.example>", "Parkeerboete",
	  "De parkeerboete waar dossier 2620011 over gaat is op bezwaar vernietigd. Zie de brief van de gemeente." },
	{ false, "Greet Smal <greet@smal.example>", "Donatie",
	  "Ik heb nooit donateur willen worden, die meneer aan de deur heeft mijn handtekening gebruikt. Nu zit u achter mij aan." },
	{ false, "Chris Ruiter <c.ruiter@gmail.example>", "Automatisch bericht",
	  "Elke keer als ik mail krijg ik hetzelfde automatische bericht. Ik wil een mens spreken." },
	{ false, "Vakbond Zuid <belangenbehartiging@vakbond.example>", "Ons lid",
	  "Een van onze leden kreeg van u drie brieven op één dag. Wij vragen om uitleg." },
	{ false, "Woonstad Beheer <info@woonstadbeheer.example>", "Huurder vertrokken",
	  "De huurder waarnaar u vraagt is in 2023 vertrokken. Stuur uw post niet meer naar ons." },
	{ false, "Receptie Bedrijvenpark <receptie@bedrijvenpark.example>", "facturen",
	  "Wij ontvangen facturen en aanmaningen voor een bedrijf dat hier al jaren niet meer zit." },
	{ false, "Bo Zand <bo@zand.example>", "Tweede herinnering van mijn kant",
	  "U houdt van herinneringen, hier is er een van mij. Mijn klacht van 1 mei ligt er nog." },
	{ false, "Tom Hill <tomhill@mail.example>", "delivery",
	  "The parcel was never delivered and the shop went bankrupt. Why are you charging me?" },
	{ false, "Sue Park <suepark@mail.example>", "security",
	  "Your letter with my full details was left on the doormat of my neighbour. That is a security breach." },
	{ false, "Uwe Kern <uwe.kern@web.example>", "Rechnung",
	  "Die Rechnung wurde storniert, trotzdem bekomme ich Mahnungen." },
	{ false, "Ola Nowak <ola@poczta.example>", "paczka",
	  "Paczka nigdy nie dotarła, a Państwo żądacie zapłaty." },
	{ false, "Luc Petit <lpetit@mail.example>", "abonnement",
	  "Je n'ai jamais souscrit cet abonnement et vous me menacez." },
	{ false, "Nora <nora@vanhouten.example>", "update",
	  "Is er al een update? U zou binnen een week reageren, dat is nu drie weken geleden." },
	{ false, "Peter <peter@klaassen.example>", "fwd",
	  "Zie hieronder wat ik van jullie kreeg. Kan dit kloppen?" },
	{ false, "Ed Mol <edmol@mol.example>", "verlenging",
	  "Mijn contract liep af en is niet verlengd. U incasseert voor een verlenging die er nooit was." },
	{ false, "Frank Stam <f.stam@stam.example>", "Ticket 4412",
	  "Onder ticket 4412 heb ik dit al eens gemeld. Het wordt steeds gesloten zonder oplossing." },
	{ false, "G. Dam <gdam@dam.example>", "Nieuwsbrief",
	  "Haal mij van die nieuwsbrief af, ik ben geen klant maar slachtoffer van jullie fouten." },
	{ false, "R. Bloem <rbloem@bloem.example>", "ziek",
	  "Ik lig in het ziekenhuis en kan tot augustus niet reageren. Stop alstublieft zolang met de brieven." },
	{ false, "Jos Rijk <josrijk@rijk.example>", "overleden",
	  "Mijn vader is overleden. Kunt u stoppen met hem te schrijven?" },
	{ false, "Jim Bal <jimbal@bal.example>", "QR-code",
	  "De QR-code op de brief verwijst naar een ander dossier dan het mijne." },
	{ false, "Arie <arie.t@gmail.example>", "Reactie",
	  "Lees mijn dossier en bel me dan pas." },
	{ false, "Corrie <corrie@groen.example>", "Dank",
	  "Heel hartelijk dank voor de snelle hulp gisteren, ik slaap weer." },
	{ false, "Gijs <gijs@kroon.example>", "Storing?",
	  "Uw telefoonlijn lijkt in storing, ik kom er al drie dagen niet doorheen." },
	{ false, "Administratiekantoor Pels <info@pels.example>", "Onterecht",
	  "De openstaande factuur van cliënt is ten onrechte naar incasso gestuurd, de dienst is nooit geleverd. Wij verzoeken om sluiting." },
	{ false, "Juridische Zaken <juridisch@bouwgroep.example>", "contract",
	  "Het contract is rechtsgeldig opgezegd op 1 maart. De vordering wordt betwist." },
	{ false, "Inkoop <inkoop@schildersbedrijf.example>", "leverancier",
	  "Levering was onvolledig, vandaar dat de factuur niet betaald is. Uw telefoniste wilde daar niet van horen." },
	{ false, "Bewonersraad <bewonersraad@flat.example>", "app",
	  "Uw app loopt vast zodra iemand op betalen drukt." },
	{ false, "HR Zorggroep <hr@zorggroep.example>", "verzuim",
	  "Een medewerkster van ons zat huilend op kantoor na uw telefoontje. Bel haar niet meer op het werk." },
	{ false, "A. Tol <atol@tol.example>", "vergunning",
	  "De vergunning waar u leges voor int is nooit verleend." },
	{ false, "Nel Bos <nelbos@bos.example>", "tol",
	  "Die tolrekening is van de vorige eigenaar van de auto, zie vrijwaring." },
	{ false, "T. Kat <tkat@kat.example>", "code",
	  "Code op de brief werkt niet, website zegt ongeldig." },
	{ false, "Jill Moore <jillm@mail.example>", "survey",
	  "You send me a survey while my complaint from March is still unanswered?" },
	{ false, "Jana Roth <jana@web.example>", "Vertrag",
	  "Der Vertrag wurde fristgerecht gekündigt. Die Forderung ist unberechtigt." },
	{ false, "Jan de Vries <jan@ziggo.example>", "Abonnement",
	  "Abonnement loopt allang niet meer. Bedrag klopt niet." },
	{ false, "Piet Kuiper <pkuiper@gmail.example>", "pakket",
	  "Pakket niet geleverd, dus geen betaling." },
	{ false, "R. Pool <rpool@pool.example>", "storing",
	  "De storing is nooit opgelost door de provider. Daarom geen betaling." },
	{ false, "Studio Blink <info@studioblink.example>", "licentie",
	  "De licentie was voor een jaar en is automatisch verlengd zonder toestemming." },
	{ false, "Webbureau Fris <hallo@fris.example>", "domein",
	  "Domein opgezegd, hostingbedrijf blijft factureren via een incassobureau." },
	{ false, "G. Veen <gveen@veen.example>", "bericht",
	  "Bericht ontvangen, klopt niets van." },
	{ false, "Fleur Jonker <fleurj@mail.example>", "overzicht",
	  "Overzicht klopt niet: drie betalingen ontbreken." },
	{ false, "L. Arends <larends@mail.example>", "parkeren",
	  "Parkeersessie was gewoon gestart, zie de screenshot van de app." },
	{ false, "Cas <cas@cas.example>", "Vraag",
	  "Wordt er nog gereageerd?" },
	{ false, "Dana Prins <dprins@mail.example>", "verlenging",
	  "Automatisch verlengd, nooit akkoord gegeven." },
	{ false, "Iris <iris.k@mail.example>", "chat",
	  "De chat op de site geeft alleen standaardantwoorden. Graag een medewerker." },
	{ false, "Accounts Payable <accounts@northco.example>", "invoice",
	  "This invoice is not for us, wrong company." },
	{ false, "Can Er <caner@mail.example>", "fatura",
	  "Fatura ödendi, dekont ekte." },
};

static bool right(const struct mail_row *row)
{
	char bytes[2000];
	struct parse_note note;
	struct record *r;
	struct message *m;
	int n = snprintf(bytes, sizeof bytes, "From: %s\nTo: klachten@proactief.example\nSubject: %s\nDate: Tue, 16 Jun 2026 10:00:00 +0200\nMessage-ID: <1@x.example>\n"
			 "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n%s\n", row->from, row->subject, row->body);
	assert_true(n > 0 && (size_t)n < sizeof bytes);
	assert_int_equal(mail_read((const uint8_t *)bytes, (size_t)n, "x.eml", MAIL_FULL, &rules_default, &r, &m, &note), PARSE_OK);
	bool ok = (r->kind == KIND_MACHINE) == row->machine && !(row->machine && r->receipt.verdict == VERDICT_SEND);
	if (!ok)
		print_error("\"%s\" (%s) is %s\n", row->body, row->from, kind_name(r->kind));
	record_free(r);
	message_free(m);
	return ok;
}

static void notices_and_people_are_told_apart(void **state)
{
	(void)state;
	size_t wrong = 0;
	for (size_t i = 0; i < sizeof MAILS / sizeof *MAILS; i++)
		wrong += !right(&MAILS[i]);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(notices_and_people_are_told_apart) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
