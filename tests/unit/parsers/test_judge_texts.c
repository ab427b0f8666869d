/* Short texts with their kind, and what is wanted where it is plain: many small judgements beside the whole mails of tests/mails. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/judge/judge.h"

static const struct text {
	enum kind kind;
	const char *subject;
	const char *wanted;	/* part of the desired resolution; NULL: not asked here */
	const char *own;
} TEXTS[] = {
	{ KIND_COMPLAINT, "Incassogedrag", "stop met bellen naar mijn ouders",
	  "Beste, jullie hebben mijn bejaarde ouders vanmorgen aan de telefoon gehad over mijn schuld. Zij "
	  "hebben hier niets mee van doen en mijn vader heeft het aan zijn hart. Ik vraag u dringend om te stop "
	  "met bellen naar mijn ouders." },
	{ KIND_COMPLAINT, "Uw kantoor", NULL,
	  "Ik heb zelden zo'n onprettig gesprek gevoerd als gisteren met uw collega. Er werd niet geluisterd en "
	  "ik werd in de rede gevallen." },
	{ KIND_COMPLAINT, "Dossier", "de vordering intrekken",
	  "De vordering is niet van mij maar van de vorige huurder. Kunt u de vordering intrekken?" },
	{ KIND_COMPLAINT, "Geen reactie", NULL,
	  "Op 3 februari stuurde ik u een voorstel. Het is nu 12 maart. Radiostilte." },
	{ KIND_COMPLAINT, "Betwisting", "mij de originele overeenkomst",
	  "Ik betwist deze vordering. Voordat ik ook maar iets betaal wil ik dat u mij de originele "
	  "overeenkomst toont." },
	{ KIND_COMPLAINT, "Foutje?", "het bedrag corrigeren",
	  "Hoi, er lijkt iets mis te zijn gegaan: ik heb 50 euro betaald en dat is niet van het totaal "
	  "afgetrokken. Willen jullie het bedrag corrigeren?" },
	{ KIND_COMPLAINT, "Wachttijd", NULL,
	  "Gisteren 55 min aan de lijn gehangen, daarna werd ik eruit gegooid. Vandaag weer 40 min. Ik moet ook "
	  "werken hoor." },
	{ KIND_COMPLAINT, "Mooi visitekaartje", NULL,
	  "Wat een mooi visitekaartje voor jullie opdrachtgever, iemand in de bijstand om 7 uur 's ochtends uit "
	  "bed bellen. Chapeau." },
	{ KIND_COMPLAINT, "Zondag", "niet meer op zondag",
	  "Ik ben gelovig en word elke zondagochtend gebeld. Bel mij a.u.b. niet meer op zondag." },
	{ KIND_COMPLAINT, "Behandelaar", "een andere behandelaar",
	  "De heer Vos en ik liggen elkaar niet. Hij maakt flauwe grappen over mijn achternaam. Ik zou graag "
	  "een andere behandelaar willen." },
	{ KIND_COMPLAINT, "Deurwaarder", NULL,
	  "Uw deurwaarder stond vanmiddag luidkeels op de galerij te verkondigen wat ik schuldig ben. De hele "
	  "flat heeft meegenoten." },
	{ KIND_COMPLAINT, "AVG", "mijn gegevens verwijderen",
	  "U heeft mijn gegevens gedeeld met een derde partij zonder grondslag. Ik verzoek u mijn gegevens te "
	  "verwijderen, d.w.z. mijn gegevens verwijderen uit alle systemen." },
	{ KIND_COMPLAINT, "Teveel", "€ 48,40",
	  "In dossier 2612312 is € 48,40 teveel gerekend. Graag zie ik die € 48,40 teruggestort op mijn "
	  "rekening." },
	{ KIND_COMPLAINT, "dossier 2612399", NULL,
	  "Ik krijg al maanden post voor ene P. de Wit. Die woont hier niet. Alles gaat ongeopend retour en "
	  "toch blijft het komen." },
	{ KIND_COMPLAINT, "Toon", "spreek mij netjes aan",
	  "De toon van uw brieven is ronduit vijandig. Ik ben geen crimineel. Spreek mij netjes aan." },
	{ KIND_COMPLAINT, "Ignored", "reply to my letter",
	  "I have written to you three times and each time I get a standard letter back. Please reply to my "
	  "letter properly." },
	{ KIND_COMPLAINT, "Rude staff", NULL,
	  "Your staff laughed when I told them about my illness. I was in tears afterwards." },
	{ KIND_COMPLAINT, "Falsche Person", "Löschen Sie",
	  "Sie verwechseln mich mit jemandem. Ich habe nie in den Niederlanden gewohnt. Löschen Sie meine "
	  "Daten." },
	{ KIND_COMPLAINT, "Telefony", "przestać dzwonić",
	  "Dzwonicie do mnie codziennie po dziesięć razy. Proszę przestać dzwonić, wszystko zapłaciłem." },
	{ KIND_COMPLAINT, "hmm", NULL,
	  "Jullie zouden me maandag terugbellen. Het is nu donderdag." },
	{ KIND_COMPLAINT, "Beloofd", NULL,
	  "Er is mij beloofd dat de rente zou worden stopgezet. Dat is niet gebeurd." },
	{ KIND_COMPLAINT, "ik snap het niet", NULL,
	  "Eerst zegt mevrouw A dat ik tot de 30e heb en nu krijg ik een brief dat het voor de 15e moet. Wie "
	  "moet ik nu geloven?" },
	{ KIND_COMPLAINT, "ongelofelijk", NULL,
	  "Mijn man ligt in het ziekenhuis en u belt naar zijn mobiel op de IC. Schaamt u zich niet?" },
	{ KIND_COMPLAINT, "Bewijs", "alsnog een bewijs",
	  "U stelt dat ik een abonnement heb. Dat is niet zo. Stuurt u mij alsnog een bewijs of laat het "
	  "rusten." },
	{ KIND_COMPLAINT, "Kosten", NULL,
	  "Voor een rekening van 8 euro rekent u 40 euro kosten. Vindt u dat zelf in verhouding?" },
	{ KIND_COMPLIMENT, "Fijn gesprek", NULL,
	  "Net met Joyce gesproken. Wat een fijn mens. Ik was helemaal overstuur en ze nam alle tijd. Dank "
	  "jullie wel." },
	{ KIND_COMPLIMENT, "Netjes", NULL,
	  "Vanmorgen gebeld, vanmiddag teruggebeld en opgelost. Zo zie ik het graag, complimenten!" },
	{ KIND_COMPLIMENT, "bedankt", NULL,
	  "Bedankt voor het begrip en de coulance. U heeft ons echt geholpen in een moeilijke tijd." },
	{ KIND_COMPLIMENT, "Kudos", NULL,
	  "Just wanted to let you know that Peter was extremely helpful and polite. Thanks a lot!" },
	{ KIND_COMPLIMENT, "lof", NULL,
	  "Ere wie ere toekomt: de heer Bakker heeft mij keurig en met respect behandeld." },
	{ KIND_OTHER, "Betaling", NULL,
	  "Ik betaal vrijdag het restant van 112 euro. Dan krijg ik mijn uitkering." },
	{ KIND_OTHER, "Rekeningnummer", NULL,
	  "Is NL02ABNA0123456789 nog steeds uw rekeningnummer?" },
	{ KIND_OTHER, "Vraag", NULL,
	  "Kunt u mij vertellen wie de oorspronkelijke schuldeiser is in dossier 2612111?" },
	{ KIND_OTHER, "termijn", NULL,
	  "Ik zou de tweede termijn graag een week later betalen, op 8 april in plaats van 1 april. Kan dat?" },
	{ KIND_OTHER, "nieuw mailadres", NULL,
	  "Vanaf heden graag corresponderen via dit e-mailadres, mijn oude is opgeheven." },
	{ KIND_OTHER, "schuldhulp", NULL,
	  "Sinds vorige week ben ik aangemeld bij de schuldhulpverlening van de gemeente. Bijgevoegd de "
	  "bevestiging." },
	{ KIND_OTHER, "Telefoonnummer", NULL,
	  "Mijn nieuwe 06-nummer is 06-12121212. Graag aanpassen in uw administratie." },
	{ KIND_OTHER, "Kwijting", NULL,
	  "Het dossier is betaald. Mag ik van u een bevestiging van volledige betaling ontvangen voor mijn "
	  "administratie?" },
	{ KIND_OTHER, "proof", NULL,
	  "Please find attached proof of payment for file 2612121." },
	{ KIND_OTHER, "openingstijden", NULL,
	  "Tot hoe laat bent u vrijdag telefonisch bereikbaar?" },
	{ KIND_OTHER, "overlijden", NULL,
	  "Hierbij deel ik u mede dat mijn moeder op 1 maart is overleden. De nalatenschap wordt afgewikkeld "
	  "door notaris Blom." },
	{ KIND_OTHER, "Factuur ontbreekt", NULL,
	  "Voor onze boekhouding ontbreekt factuur 2026-118 van uw kantoor. Kunt u die mailen?" },
	{ KIND_COMPLAINT, "Ziekenhuis", "uw excuses",
	  "Op 4 maart heeft een van uw mensen mijn dochter van 12 uitgehoord over mijn inkomen. Kinderen laat "
	  "je erbuiten. Ik wacht op uw excuses." },
	{ KIND_COMPLAINT, "gesprek", "het gesprek terugluisteren",
	  "Luister het gesprek van 5 maart 10.15 uur maar eens terug. Ik word daar voor rotte vis uitgemaakt. "
	  "Ik wil het gesprek terugluisteren samen met uw manager." },
	{ KIND_COMPLAINT, "Betreft dossier 2655555", NULL,
	  "Jullie rekenen rente vanaf 2021 terwijl de factuur van 2024 is. Hoe dan?" },
	{ KIND_COMPLAINT, "Tsja", NULL,
	  "Vijf mailtjes, nul reacties. Ik geef het op met jullie." },
	{ KIND_COMPLAINT, "spoed", "de deurwaarder terug te trekken",
	  "Morgen komt er een deurwaarder terwijl ik gisteren alles heb voldaan. Ik smeek u de deurwaarder "
	  "terug te trekken." },
	{ KIND_COMPLAINT, "nota", "een gespecificeerde nota",
	  "Uw nota is onleesbaar en onvolledig. Ik wens een gespecificeerde nota te ontvangen." },
	{ KIND_COMPLAINT, "Verhuisd, geen post", NULL,
	  "Jullie hebben jarenlang naar mijn oude adres gestuurd terwijl ik netjes verhuizing had doorgegeven. "
	  "Nu zit ik met 300 euro kosten door jullie nalatigheid." },
	{ KIND_COMPLAINT, "regeling", NULL,
	  "Ik heb een betalingsregeling van 50 euro per maand en betaal altijd op tijd. Nu zegt uw systeem dat "
	  "ik 2 termijnen achterloop. Dat is pertinent onwaar." },
	{ KIND_COMPLAINT, "betaalbewijs nogmaals", NULL,
	  "Hierbij voor de DERDE keer mijn betaalbewijs. Wanneer leren jullie lezen?" },
	{ KIND_COMPLAINT, "adreswijziging", NULL,
	  "Ik heb in december mijn adreswijziging doorgegeven en nog steeds gaat alles naar het oude adres, "
	  "waar mijn ex het openmaakt." },
	{ KIND_COMPLAINT, "coulance", "kwijtschelding van de kosten",
	  "Door een fout van de bank kwam mijn betaling een dag te laat. Dat u dan meteen 40 euro rekent vind "
	  "ik kinderachtig. Ik vraag om kwijtschelding van de kosten." },
	{ KIND_COMPLAINT, "Staff", "to be treated with respect",
	  "The lady on the phone called me stupid because my Dutch is bad. I expect to be treated with respect." },
	{ KIND_COMPLAINT, "nvt", NULL,
	  "Heb jullie nu 3x gebeld en 3x een ander verhaal. Kan iemand daar gewoon normaal z'n werk doen?" },
	{ KIND_COMPLAINT, "mijn vrouw", NULL,
	  "Mijn vrouw is hoogzwanger en durft de deur niet meer open te doen door jullie bezoekjes." },
	{ KIND_COMPLAINT, "bedankt", NULL,
	  "Bedankt voor het verpesten van mijn weekend met jullie dreigmail op vrijdagmiddag 16.55 uur." },
	{ KIND_COMPLAINT, "Service", NULL,
	  "Vriendelijk waren ze wel, maar opgelost is er niks. Na drie gesprekken ben ik nog geen steek verder." },
	{ KIND_COMPLAINT, "Compliment", NULL,
	  "Een compliment voor de snelheid waarmee u geld int. Nu nog dezelfde snelheid bij het terugbetalen, "
	  "daar wacht ik al sinds november op." },
	{ KIND_COMPLAINT, "BKR", "deze registratie te wissen",
	  "Door uw toedoen kan ik geen hypotheek krijgen. U heeft mij ten onrechte gemeld. U dient deze "
	  "registratie te wissen." },
	{ KIND_COMPLIMENT, "Opgelost", NULL,
	  "Mijn probleem is opgelost dankzij mevrouw Yilmaz. Zij verdient een bos bloemen." },
	{ KIND_COMPLIMENT, "Tevreden klant", NULL,
	  "Ik dacht dat incassobureaus alleen maar konden dreigen, maar bij jullie werd ik juist heel menselijk "
	  "behandeld. Dank daarvoor." },
	{ KIND_COMPLIMENT, "Thumbs up", NULL,
	  "Great communication, quick answers and a fair solution. Thank you!" },
	{ KIND_OTHER, "Regeling", NULL,
	  "Kunnen we iets afspreken over de betaling? Ik kan 25 euro in de maand missen." },
	{ KIND_OTHER, "Gegevens", NULL,
	  "Wat is uw postadres voor aangetekende stukken?" },
	{ KIND_OTHER, "Betaald", NULL,
	  "Het bedrag is zojuist per iDEAL voldaan. Kunt u de ontvangst bevestigen?" },
	{ KIND_OTHER, "2656666", NULL,
	  "Ik wil graag weten wat er nog openstaat in dit dossier." },
	{ KIND_OTHER, "Contact", NULL,
	  "Ik ben vanaf volgende week te bereiken op mijn nieuwe werknummer 020-1234567." },
	{ KIND_OTHER, "loonstroken", NULL,
	  "Zoals gevraagd stuur ik u mijn loonstroken van januari en februari." },
	{ KIND_OTHER, "Ingevuld formulier", NULL,
	  "Bijgaand het ingevulde inkomstenformulier retour." },
	{ KIND_OTHER, "Vraag werkwijze", NULL,
	  "Werken jullie ook voor particulieren? Ik heb een vordering op een oud-huurder." },
	{ KIND_OTHER, "Nouvelle adresse", NULL,
	  "Bonjour, je vous informe de ma nouvelle adresse: Rue Haute 5, 1000 Bruxelles." },
	{ KIND_COMPLAINT, "Klacht dossier 2661001", "de incassokosten te laten vervallen",
	  "De aanmaning waar u naar verwijst heb ik nooit gekregen. Pas bij de sommatie hoorde ik van deze "
	  "vordering. Ik verzoek u de incassokosten te laten vervallen." },
	{ KIND_COMPLAINT, "telefonische benadering", "schriftelijk",
	  "Uw medewerker belde mij tijdens de uitvaart van mijn broer. Ik had aangegeven die dag niet "
	  "bereikbaar te zijn. Communiceer voortaan uitsluitend schriftelijk met mij." },
	{ KIND_COMPLAINT, "ONBESCHOFT", NULL,
	  "Wat een ontzettend arrogante vent hebben jullie aan de telefoon zitten. Hij noemde me een profiteur." },
	{ KIND_COMPLAINT, "privacy", "mijn BSN",
	  "In uw brief staat mijn BSN voluit in het venster van de envelop. Ik wil dat u mijn BSN uit uw "
	  "brieven haalt en het lek meldt." },
	{ KIND_COMPLAINT, "BKR", "rectificatie",
	  "U heeft een verkeerde codering doorgegeven. Graag per omgaande rectificatie." },
	{ KIND_COMPLAINT, "zaak 2661005", NULL,
	  "Ik heb nu al vier verschillende zaaknummers gekregen voor één rekening. Niemand bij jullie weet "
	  "welke de juiste is." },
	{ KIND_COMPLAINT, "beslag", "het beslag op te heffen",
	  "Door het beslag kan ik mijn kinderen geen eten geven. U bent gehouden de beslagvrije voet te "
	  "respecteren. Ik verzoek u dringend het beslag op te heffen." },
	{ KIND_COMPLAINT, "bereikbaarheid", NULL,
	  "Jullie telefoonmenu heeft negen keuzes en geen enkele leidt naar een mens." },
	{ KIND_COMPLAINT, "Uw aanmaning", NULL,
	  "Met stijgende verbazing heb ik kennisgenomen van uw aanmaning. De rekening is in november contant "
	  "voldaan aan uw opdrachtgever, kwitantie bijgevoegd." },
	{ KIND_COMPLAINT, "werk", "laat mijn werkgever erbuiten",
	  "Laat mijn werkgever erbuiten! Mijn baas hoeft dit niet te weten." },
	{ KIND_COMPLAINT, "Afschrijving", "dit bedrag terugstorten",
	  "Er is zonder machtiging 85 euro van mijn rekening afgeschreven. Kunt u dit bedrag terugstorten?" },
	{ KIND_COMPLAINT, "Re: gesprek", NULL,
	  "Ik vond het gesprek van vanmorgen erg intimiderend. U zei dat u wist waar mijn kinderen op school "
	  "zaten." },
	{ KIND_COMPLAINT, "Complaint", "an apology",
	  "Your letter accuses me of avoiding payment. I have never missed one. I would like an apology." },
	{ KIND_COMPLAINT, "portal", NULL,
	  "De website werkt niet, de app werkt niet en telefonisch krijg ik te horen dat ik de website moet "
	  "gebruiken." },
	{ KIND_OTHER, "Betalingsregeling aanvragen", NULL,
	  "Graag wil ik een betalingsregeling treffen voor dossier 2661015. Mijn voorstel is 75 euro per maand." },
	{ KIND_OTHER, "Adres", NULL,
	  "Wij zijn verhuisd naar Molenpad 8, 1234 AB Dorp. Wilt u dit aanpassen?" },
	{ KIND_OTHER, "Betaalbewijs", NULL,
	  "Bijgevoegd vindt u het bewijs van betaling van dossier 2661016." },
	{ KIND_OTHER, "Stukken", NULL,
	  "Kunt u mij de overeenkomst en de factuur toesturen waarop deze vordering is gebaseerd?" },
	{ KIND_OTHER, "vraag over brief", NULL,
	  "Ik heb uw brief ontvangen. Kunt u uitleggen wat er met hoofdsom bedoeld wordt?" },
	{ KIND_OTHER, "ontvangen?", NULL,
	  "Is mijn betaling van 50 euro van afgelopen maandag al binnen?" },
	{ KIND_COMPLIMENT, "pluim", NULL,
	  "Even een pluim voor mevrouw Jacobs, die mij ondanks de drukte uitstekend heeft geholpen." },
	{ KIND_COMPLIMENT, "Dank!", NULL,
	  "Wat fijn dat er nog mensen zijn die luisteren. Mijn dank is groot." },
	{ KIND_COMPLIMENT, "complimenten", NULL,
	  "Mijn complimenten voor de nette manier waarop u dit heeft afgewikkeld." },
};

static void every_text_is_judged_as_a_reader_would(void **state)
{
	(void)state;
	size_t wrong = 0;
	for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
		const struct text *t = &TEXTS[i];
		struct record *r = record_new(4 << 20);
		assert_int_equal(judge_text(t->subject, t->own, &rules_default, r), PARSE_OK);
		if (r->kind != t->kind) {
			print_error("\"%s\" is %s, want %s\n", t->own, kind_name(r->kind), kind_name(t->kind));
			wrong++;
		}
		if (t->wanted && !(r->desired_resolution && strcasestr(r->desired_resolution, t->wanted))) {
			print_error("\"%s\" wants \"%s\", found \"%s\"\n", t->own, t->wanted, r->desired_resolution ? r->desired_resolution : "(null)");
			wrong++;
		}
		record_free(r);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(every_text_is_judged_as_a_reader_would) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
