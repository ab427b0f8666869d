/* Complaint, compliment or question: courtesy, thanks that end a request, irony, anger that is over, questions about our conduct. Beside test_judge_texts.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/judge/judge.h"

static const struct text {
	enum kind kind;
	const char *subject, *own;
} TEXTS[] = {
	{ KIND_COMPLIMENT, "Fijn",
	  "Ik wil even kwijt dat jullie Samira mij geweldig door alle papieren heeft geloodst. Ik zag het niet meer zitten, nu "
	  "wel." },
	{ KIND_COMPLIMENT, "Eindelijk rust",
	  "Drie jaar geleden was ik des duivels op uw kantoor. Vandaag kreeg ik de brief dat alles is afbetaald, met een "
	  "persoonlijk woordje van mevrouw Bos erbij. Dat deed me goed." },
	{ KIND_COMPLIMENT, "terugkomen op",
	  "Vorige maand heb ik u een boze mail gestuurd. Inmiddels is alles rechtgezet en ook nog binnen een dag. Dat moet ook "
	  "gezegd worden: top!" },
	{ KIND_COMPLIMENT, "mijn moeder",
	  "Mijn moeder kan zelf niet meer typen. Ze vraagt of ik u wil laten weten hoe lief ze het gesprek met uw collega vond. "
	  "Ze heeft er de hele week over verteld." },
	{ KIND_COMPLIMENT, "",
	  "Super snel geholpen, toppertjes zijn jullie!!" },
	{ KIND_COMPLIMENT, "Dank",
	  "Dat u de moeite nam mij op zaterdag terug te bellen, heeft indruk gemaakt. Zo kom je het zelden tegen." },
	{ KIND_COMPLIMENT, "Thanks",
	  "I expected an argument and got a human being. Your Mr Dekker sorted everything in one call. Lovely." },
	{ KIND_COMPLIMENT, "Great help",
	  "Just a quick note to say how much I appreciated the patience of the lady on the phone today." },
	{ KIND_COMPLIMENT, "Danke",
	  "Ich möchte mich bei Frau de Wit bedanken. Sie hat mir alles in Ruhe erklärt und war ausgesprochen nett." },
	{ KIND_COMPLIMENT, "Podziekowanie",
	  "Chcialbym podziekowac pani Annie za cierpliwosc i zrozumienie. Wszystko zostalo zalatwione w jeden dzien." },
	{ KIND_COMPLIMENT, "Tesekkur",
	  "Bana cok yardimci olan Mehmet Bey'e tesekkur etmek istiyorum. Cok nazik davrandi." },
	{ KIND_COMPLIMENT, "Uw brief",
	  "Hartelijk dank voor uw brief waarin u de vergissing rechtzet. Uw excuses zijn aanvaard; fijn dat het zo netjes is "
	  "afgewikkeld." },
	{ KIND_COMPLIMENT, "chat",
	  "Ff chatten en hoppa, geregeld. Geen gedoe, geen wachtrij. Nice!" },
	{ KIND_OTHER, "Betaling 2628114",
	  "Hierbij meld ik dat de nota vanochtend is voldaan via iDEAL. Wilt u dit verwerken?" },
	{ KIND_OTHER, "betaald",
	  "Het resterende bedrag is gisteren naar uw rekening overgeboekt onder vermelding van 2628114. Graag het dossier "
	  "bijwerken." },
	{ KIND_OTHER, "Verhuizing",
	  "Per 1 december woon ik op Kerkstraat 5, 1234 AB Ede. De maandelijkse termijn blijft gewoon lopen." },
	{ KIND_OTHER, "Bewind",
	  "De rechtbank heeft mij benoemd tot bewindvoerder van mevrouw Jansen. Graag ontvang ik een overzicht van haar schuld en "
	  "de onderliggende stukken." },
	{ KIND_OTHER, "Invoice",
	  "Could you please send me the original invoice for file 2635590? I would like to check it before I pay. Thanks in "
	  "advance for your help!" },
	{ KIND_OTHER, "Regeling",
	  "Ik kan het bedrag niet in een keer missen. Zou het in vijf stukjes mogen? Alvast bedankt voor uw hulp en begrip." },
	{ KIND_OTHER, "vraagje",
	  "Staat dit dossier nu op nul? Dan kan het hier uit de map. Dank u wel!" },
	{ KIND_OTHER, "Machtiging",
	  "Bijgaand de getekende machtiging waarmee mijn dochter met u mag overleggen." },
	{ KIND_OTHER, "Erfenis",
	  "Mijn oom is in maart gestorven. Als executeur inventariseer ik zijn schulden. Kunt u opgeven wat er nog bij u "
	  "openstaat?" },
	{ KIND_OTHER, "Ratenzahlung",
	  "Ich kann den Betrag leider nicht auf einmal zahlen. Wäre eine Zahlung in drei Raten möglich? Vielen Dank für Ihre "
	  "Hilfe." },
	{ KIND_OTHER, "Pytanie",
	  "Czy mógłbym zapłacić w trzech ratach? Z góry dziękuję za pomoc." },
	{ KIND_OTHER, "Taksit",
	  "Borcumu üç taksitte ödeyebilir miyim? Yardımınız için şimdiden teşekkür ederim." },
	{ KIND_OTHER, "IBAN",
	  "Op welke rekening kan ik het bedrag storten en wat moet ik erbij vermelden?" },
	{ KIND_OTHER, "Klachtenregeling",
	  "Kunt u mij uw klachtenreglement toesturen? Wij vergelijken voor ons onderzoek de regelingen van twintig bureaus." },
	{ KIND_COMPLAINT, "Top gedaan",
	  "Gefeliciteerd met uw nieuwe record: elf brieven in veertien dagen voor een factuur van zes euro. Ik lijst ze in. "
	  "Schrap die 48 euro kosten en we praten niet meer." },
	{ KIND_COMPLAINT, "Hulde",
	  "Mijn complimenten voor uw speurwerk. Eerst mijn ex bellen, dan mijn baas, en daarna pas mij. Bravo." },
	{ KIND_COMPLAINT, "Vraag",
	  "Zou u zo goed willen zijn mij uit te leggen waarom mijn drie brieven niet beantwoord worden?" },
	{ KIND_COMPLAINT, "vraag",
	  "Waarom belt u mijn werkgever als ik elke maand betaal?" },
	{ KIND_COMPLAINT, "Coulance",
	  "Eerlijk is dit niet. Eerst korting beloven en dan zeggen dat het voor mij niet geldt. Waarom zet u het er dan in?" },
	{ KIND_COMPLAINT, "Thank you",
	  "Thank you so much for letting me queue for fifty minutes and then cutting the call. Please let someone who can read "
	  "phone me back." },
	{ KIND_COMPLAINT, "Lob",
	  "Vielen Dank für die Mahnung zu einer Rechnung, die seit März bezahlt ist. Ich erwarte, dass Sie das in Ordnung "
	  "bringen." },
	{ KIND_COMPLAINT, "brief",
	  "De brief ging open naar mijn buurman. Hij weet nu alles. Ik durf de galerij niet meer op." },
	{ KIND_COMPLAINT, "Voicemail",
	  "Ik heb nu vijf keer uw voicemail ingesproken en word niet teruggebeld." },
	{ KIND_COMPLAINT, "Wachtwoord",
	  "Uw portaal laat mij niet binnen en de helpdesk hangt op. Zo kan ik de regeling niet betalen en krijg ik straks weer "
	  "kosten." },
	{ KIND_COMPLAINT, "Adres",
	  "U blijft brieven sturen naar een adres waar ik al zes jaar niet woon, dit adres is niet meer van mij." },
	{ KIND_COMPLAINT, "Factuur",
	  "De factuur waar u over schrijft heb ik nooit gehad, er werkt bij die webwinkel ook niemand meer, alles is failliet. En "
	  "nu moet ik van u 140 euro betalen." },
	{ KIND_COMPLAINT, "Ziek",
	  "Ik lig in het ziekenhuis en ben niet bereikbaar, dat heb ik u geschreven. Toch belt u elke dag mijn kamer. Laat dat." },
	{ KIND_COMPLAINT, "Nieuwsbrief",
	  "Ik heb me drie keer afgemeld en krijg nog altijd uw nieuwsbrief met betaaltips. Ik voel me bespot. Haal me eraf." },
	{ KIND_COMPLAINT, "Termin",
	  "Sie haben mir einen Rückruf zugesagt. Ich warte seit drei Wochen. So geht man nicht mit Menschen um." },
	{ KIND_COMPLAINT, "Skarga",
	  "Od miesiąca nikt nie odpowiada na moje pisma. Proszę o wyjaśnienie, skąd ta kwota." },
	{ KIND_COMPLAINT, "Mektup",
	  "Borcu ödediğim halde bana hâlâ mektup geliyor. Bu mektuplara son verin." },
	{ KIND_COMPLIMENT, "even iets liefs",
	  "Gisteren had ik Farida aan de telefoon. Ik huilde en zij bleef rustig. We hebben samen een plan gemaakt waar ik van "
	  "kan slapen." },
	{ KIND_COMPLIMENT, "",
	  "Wat zijn jullie een fijne club mensen. Geen oordeel, gewoon hulp." },
	{ KIND_COMPLIMENT, "Uw medewerker Bas",
	  "Bas heeft uitgezocht dat ik recht had op kwijtschelding en heeft die meteen geregeld. Zulke mensen heb je nodig!" },
	{ KIND_COMPLIMENT, "10/10",
	  "10 met een griffel voor jullie klantenservice." },
	{ KIND_COMPLIMENT, "Reactie",
	  "Nooit gedacht dat ik een incassobureau zou bedanken, maar bij dezen. U bent eerlijk en menselijk met ons omgegaan." },
	{ KIND_COMPLIMENT, "Big thanks",
	  "Your colleague Ruth went out of her way to help my father. He felt respected. Please tell her." },
	{ KIND_COMPLIMENT, "Sehr gut",
	  "Ihre Mitarbeiterin hat sich viel Zeit genommen und eine gute Lösung gefunden. Weiter so!" },
	{ KIND_COMPLIMENT, "Dziękuję",
	  "Pani Marta bardzo mi pomogła, wszystko jasno wyjaśniła. Jestem wdzięczny." },
	{ KIND_COMPLIMENT, "Memnuniyet",
	  "Sorunumu çok hızlı çözdünüz. İlginiz ve güler yüzünüz için teşekkürler." },
	{ KIND_COMPLIMENT, "Van boos naar blij",
	  "Twee weken terug scheldde ik nog op u. Onterecht, blijkt. De fout lag bij mijn bank en u hebt dat geduldig voor me "
	  "uitgezocht. Waarvoor dank." },
	{ KIND_COMPLIMENT, "chapeau",
	  "Chapeau voor Wouter van de avonddienst: heldere uitleg, geen gehaast, en hij hield zich aan zijn woord." },
	{ KIND_OTHER, "Overboeking",
	  "Vrijdag is € 186,20 overgeschreven vanaf rekening NL37TRIO0254389011. Klopt het dat daarmee alles voldaan is?" },
	{ KIND_OTHER, "dossier 2617304",
	  "Kan ik ook met creditcard betalen?" },
	{ KIND_OTHER, "Uitstel",
	  "Mijn loon komt pas de 28e binnen. Is het goed als ik dan betaal?" },
	{ KIND_OTHER, "Ander nummer",
	  "Ik ben voortaan te bereiken op 06-12345678, het oude nummer vervalt." },
	{ KIND_OTHER, "Namens cliënt",
	  "Cliënt is toegelaten tot de schuldsanering. Ik verzoek u uw vordering bij mij in te dienen met specificatie." },
	{ KIND_OTHER, "Scheiding",
	  "Wij zijn gescheiden. Kunt u mij zeggen op wiens naam de vordering staat?" },
	{ KIND_OTHER, "Documenten",
	  "Hierbij de gevraagde loonstroken van september en oktober." },
	{ KIND_OTHER, "Question",
	  "Is it possible to pay by instalments? I could manage 40 euros a month." },
	{ KIND_OTHER, "Frage",
	  "Bis wann muss ich die 61,40 Euro überwiesen haben, und auf welches Konto?" },
	{ KIND_OTHER, "Adres",
	  "Zmieniłem adres. Nowy: Kerkstraat 5, 1234 AB Ede. Proszę o aktualizację." },
	{ KIND_OTHER, "Yeni adres",
	  "Taşındım. Yeni adresim: Kerkstraat 5, 1234 AB Ede." },
	{ KIND_OTHER, "Stage",
	  "Voor mijn opleiding juridisch medewerker zoek ik een stageplaats vanaf februari. Mag ik mijn cv sturen?" },
	{ KIND_OTHER, "Samenwerking",
	  "Wij helpen incassobureaus aan betere bereikbaarheid met onze telefoonrobot. Heeft u volgende week een kwartier?" },
	{ KIND_COMPLAINT, "Compliment",
	  "Wat een service: na 40 minuten wachtmuziek wist ik eindelijk dat u gesloten was." },
	{ KIND_COMPLAINT, "Bedankt!",
	  "Dankzij uw deurwaarder weet de hele school nu dat papa schulden heeft. Bedankt namens mijn dochter." },
	{ KIND_COMPLAINT, "Petje af",
	  "Zes medewerkers, zes verschillende bedragen. Petje af. Welk bedrag moet ik geloven?" },
	{ KIND_COMPLAINT, "Prachtig",
	  "Prachtig hoe u van een tientje honderd euro weet te maken. Ik betaal het tientje." },
	{ KIND_COMPLAINT, "Lekker dan",
	  "Eerst sturen jullie me een betaalregeling en drie dagen later een dagvaarding." },
	{ KIND_COMPLAINT, "Well done",
	  "Well done. You managed to frighten an 84 year old widow over a bill that was never hers." },
	{ KIND_COMPLAINT, "Glückwunsch",
	  "Glückwunsch, Sie haben es geschafft, die falsche Person zu pfänden." },
	{ KIND_COMPLAINT, "vraag",
	  "Is het gebruikelijk dat u om 21.30 uur aanbelt?" },
	{ KIND_COMPLAINT, "vraag",
	  "Mag u eigenlijk mijn buren vertellen dat ik een schuld heb?" },
	{ KIND_COMPLAINT, "info",
	  "Kunt u mij uitleggen hoe 35 euro in twee weken 210 euro wordt?" },
	{ KIND_COMPLAINT, "Verzoek",
	  "Ik verzoek u beleefd mij niet langer op het werk te benaderen. Dat brengt mij in de problemen met mijn chef." },
	{ KIND_COMPLAINT, "Betaling",
	  "De betaling van 12 maart is door u op het verkeerde dossier geboekt. Gevolg: een sommatie. Wilt u dit herstellen?" },
	{ KIND_COMPLAINT, "verhuizing",
	  "Ik heb drie maanden geleden mijn verhuizing doorgegeven. De sommatie ging alsnog naar mijn oude adres en nu zijn er "
	  "kosten bijgekomen." },
	{ KIND_COMPLAINT, "regeling",
	  "Wij hadden een regeling. Die heeft u zonder iets te zeggen beëindigd." },
	{ KIND_COMPLAINT, "Woensdagavond",
	  "Woensdag stond er om kwart voor tien iemand van u op de galerij. Mijn vrouw doet sindsdien de deur niet meer open." },
	{ KIND_COMPLAINT, "2617304",
	  "Twee keer hetzelfde bedrag van mijn rekening gehaald. Op het eten voor de kinderen na is er niets over." },
	{ KIND_COMPLAINT, "mijn vader",
	  "Mijn vader is in maart overleden. Dat weet u, want ik stuurde u de akte. Gisteren kwam er een brief op zijn naam." },
	{ KIND_COMPLAINT, "gesprek",
	  "Uw collega noemde mij \"mevrouwtje\" en zei dat ik maar een baan moest zoeken." },
	{ KIND_COMPLAINT, "",
	  "hallo me naam is kevin, ik heb betaalt maar ik krijg nog steets brieve. hoe kan dat" },
	{ KIND_COMPLAINT, "Bedrag",
	  "Op uw site staat 112 euro, in de brief 168 en aan de telefoon hoorde ik 140." },
	{ KIND_COMPLAINT, "spoed",
	  "Als u vrijdag mijn loon pakt, zit ik zonder huis. Ik heb u alles al gestuurd." },
	{ KIND_COMPLAINT, "Call",
	  "Your agent told my twelve year old that her mother is a thief." },
	{ KIND_COMPLAINT, "letters",
	  "I have paid. I have sent proof. I keep getting letters. What else must I do?" },
	{ KIND_COMPLAINT, "Anruf",
	  "Ihr Mitarbeiter hat einfach aufgelegt, als ich nach der Rechnung fragte." },
	{ KIND_COMPLAINT, "Telefon",
	  "Her gün işyerimi arıyorsunuz, patronum artık soru soruyor." },
	{ KIND_COMPLAINT, "Telefon",
	  "Dzwonicie do mojej matki, która nie ma z tym nic wspólnego." },
	{ KIND_COMPLAINT, "Toegankelijkheid",
	  "Ik ben doof. Toch wordt mij bij u steeds gezegd dat het alleen telefonisch kan." },
	{ KIND_COMPLAINT, "Met dank",
	  "Met dank aan uw kantoor slaap ik nu op de bank bij mijn zus." },
	{ KIND_COMPLAINT, "Gratis advies",
	  "Gratis advies: leer uw mensen dat een weduwe geen wanbetaler is." },
	{ KIND_COMPLIMENT, "Marijke",
	  "Marijke van uw afdeling verdient een lintje. Ze belde me na werktijd nog even om te horen of het gelukt was." },
	{ KIND_COMPLIMENT, "goed bezig",
	  "Heel anders dan ik van een incassobureau had verwacht: geen dreigtaal, maar iemand die vroeg hoe het met me ging." },
	{ KIND_COMPLIMENT, "Dossier 2617304 klaar",
	  "Vandaag de laatste termijn betaald. Zonder de steun van Ahmed had ik het niet volgehouden. Bedankt!" },
	{ KIND_COMPLIMENT, "Nette afhandeling",
	  "De klacht van mijn buurvrouw is door u heel netjes afgehandeld, ze is er blij mee en ik ook." },
	{ KIND_COMPLIMENT, "Freundlich",
	  "Selten so freundlich bedient worden. Danke an Herrn Visser." },
	{ KIND_OTHER, "Rekening",
	  "Aan wie moet ik de cheque uitschrijven?" },
	{ KIND_OTHER, "gegevens",
	  "Mijn dochter is achttien geworden en beheert haar eigen post. Graag op haar naam zetten." },
	{ KIND_OTHER, "Betaalbewijs",
	  "Zie bijlage voor het bewijs van de overboeking van vandaag." },
	{ KIND_OTHER, "Verzoek schuldregeling",
	  "Voor mevrouw A. Jansen onderzoeken wij een schuldregeling. Wilt u ons binnen twee weken de hoogte van uw vordering "
	  "melden?" },
	{ KIND_OTHER, "Termijnen",
	  "Mag ik vanaf volgende maand 25 in plaats van 50 betalen? Mijn uren zijn minder geworden." },
	{ KIND_OTHER, "afspraak",
	  "Kan ik langskomen op kantoor om te betalen, en zo ja, wanneer?" },
	{ KIND_OTHER, "Receipt",
	  "Could you confirm you have received my transfer of 61.40?" },
	{ KIND_OTHER, "Vollmacht",
	  "Anbei die Vollmacht, damit meine Tochter mit Ihnen sprechen kann." },
	{ KIND_OTHER, "Dowód wpłaty",
	  "W załączniku przesyłam potwierdzenie przelewu." },
	{ KIND_OTHER, "Ödeme",
	  "Bu ayki taksiti bugün yatırdım, bilginize." },
};

static void tones_are_heard_as_meant(void **state)
{
	(void)state;
	size_t wrong = 0;
	for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
		struct record *r = record_new(4 << 20);
		assert_int_equal(judge_text(TEXTS[i].subject, TEXTS[i].own, &rules_default, r), PARSE_OK);
		if (r->kind != TEXTS[i].kind) {
			print_error("\"%s\" is %s, want %s\n", TEXTS[i].own, kind_name(r->kind), kind_name(TEXTS[i].kind));
			wrong++;
		}
		record_free(r);
	}
	assert_int_equal(wrong, 0);
}

static const struct wish {
	const char *own, *wanted;	/* part of what is found; NULL: nothing may be */
} WISHES[] = {
	{ "Twee keer hetzelfde afgeschreven. Kunt u de tweede afschrijving laten storneren?", "laten storneren" },
	{ "Dit is niet netjes. Bel liever mijn dochter: 06-12345678.", NULL },
	{ "Mijn vrouw was overstuur. Een welgemeend excuus lijkt mij op zijn plaats.", "excuus" },
	{ "Your agent called my sister. What I am asking: take her number off your list.", "take her number off" },
	{ "ik wil een klacht indienen want jullie hebben mijn loon gepakt terwijl ik al lang in de schuldhulp zit bij de gemeente en dat weten jullie want mijn consulente heeft gebeld en gemaild "
	  "en toch doen jullie het gewoon en nu kan ik geen schoenen kopen voor de kinderen en slaap ik niet meer van de stress en de zorgen die jullie mij bezorgen en niemand neemt op als ik bel "
	  "met dat nummer dus ik wil dat jullie het loon terugstorten want daar heb ik recht op groetjes", "terugstorten" },
};

static void wishes_are_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof WISHES / sizeof *WISHES; i++) {
		struct record *r = record_new(4 << 20);
		assert_int_equal(judge_text("Klacht", WISHES[i].own, &rules_default, r), PARSE_OK);
		if (WISHES[i].wanted ? !r->desired_resolution || !strstr(r->desired_resolution, WISHES[i].wanted) : r->desired_resolution != NULL)
			fail_msg("\"%s\" wants %s, found %s", WISHES[i].own, WISHES[i].wanted ? WISHES[i].wanted : "nothing", r->desired_resolution ? r->desired_resolution : "nothing");
		record_free(r);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(tones_are_heard_as_meant), cmocka_unit_test(wishes_are_found) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
