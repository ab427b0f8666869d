/* Wishes in many wordings and languages, and what only looks like one: each class of resolution_phrases*.inc and of resolution.c, between sentences that tell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/judge/resolution.h"
#include "parsers/judge/resolution_phrases.h"
#include "parsers/parse.h"
#include "parsers/words/phrase_index.h"

static const char *const WISHES[] = {
	"De rente over de zomer hoort eruit.",
	"De rente hoort er gewoon af.",
	"De aanmaning mag eruit.",
	"Die boete moet eruit.",
	"Mijn vader wil alleen een excuusbrief.",
	"U belt voortaan maar mij: 06 12 34 56 78.",
	"Just stick to the two weeks you promised me.",
	"Wij stellen het zeer op prijs wanneer de medewerker zelf belt.",
	"Onze verzekerde wil dat de vordering wordt teruggelegd bij de winkel.",
	"Onze leden willen dat u stopt met deze brieven.",
	"Zij verlangt dat u het beslag opheft.",
	"Gewoon die 14 dagen nakomen zoals beloofd.",
	"Nu gewoon die afspraak nakomen.",
	"Gewoon doen wat u beloofd heeft.",
	"Bel voortaan mij: 06 - 204 87 316.",
	"Zou u mij kunnen laten weten waar ik aan toe ben?",
	"Post voortaan naar de Kerkstraat.",
	"Bewaar mijn gegevens niet langer.",
	"Weg met die kosten.",
	"Doel van deze klacht: stoppen met bellen.",
	"U wordt verzocht alsnog inhoudelijk te antwoorden op mijn brief.",
	"Verzocht wordt de rente te laten vervallen.",
	"Een dergelijk optreden achten wij onaanvaardbaar en sommeren wij u verdere huisbezoeken te staken.",
	"Ik zou de reiskosten (31,80) vergoed willen zien.",
	"Mijn moeder vraagt of het antwoord in grotere letters kan.",
	"Eén keer incassokosten, meer niet.",
	"Geen huisbezoek dus.",
	"Wil het oude bedrag en anders ga ik naar de krant.",
	"Fluit uw hond terug.",
	"ROEP DIE DEURWAARDER TERUG.",
	"De 40 euro terugstorten en klaar.",
	"Mijn nummer wissen uit jullie systeem.",
	"Zou het mogelijk zijn de betaling te spreiden?",
	"Bij voorkeur alles per post.",
	"Wij stellen u in de gelegenheid dit binnen 14 dagen te herstellen.",
	"Wat mij betreft is het klaar met een excuus.",
	"Just send me the paperwork.",
	"Een briefje met excuses zou al veel goedmaken.",
	"Wat mij betreft gaan die kosten er gewoon af.",
	"Voor mij is het klaar als u schriftelijk bevestigt dat het dossier dicht is.",
	"Hoe krijg ik dit bedrag terug?",
	"Kan hier niet gewoon een mens naar kijken?",
	"Dit moet uit mijn dossier.",
	"Can the fee be waived?",
	"Misschien kunt u haar daar eens op wijzen.",
	"Wellicht kan iemand mij die twee brieven nog eens opsturen.",
	"Misschien kan er iemand meelezen met zijn mails.",
	"Ik vraag niet veel, alleen dat u de brief in een gewone envelop doet.",
	"Nu u mijn dossier hebt gevonden, hoop ik te horen waarom er rente is gerekend.",
	"Hopen wij nu te vernemen wie dit heeft besloten.",
	"Volledigheidshalve verneem ik binnen acht dagen van u dat de registratie is verwijderd.",
	"Kunnen jullie een lijst maken met per brief de datum?",
	"Wilt u mijn nieuwe rekeningnummer gebruiken voor de terugbetaling?",
	"Zou u een andere medewerker willen vragen om dit op te pakken?",
	"U kunt mijn klacht als afgehandeld beschouwen.",
	"Mijn klacht van vorige week trek ik hierbij in.",
	"Belt u mij dan eens op.",
	"Laat ons nu toch eindelijk eens met rust!",
	"Wat ik wil: mijn veertig euro terug en een briefje erbij.",
	"Zullen we afspreken dat jullie voortaan alleen nog mailen?",
	"Mocht er iemand wakker zijn, dan houd ik mij aanbevolen voor een juiste eindafrekening.",
	"Zorg alsjeblieft dat mijn werkgever hier niets meer van hoort.",
	"Schrijft u me nou eens in gewone taal wat ik moet betalen.",
	"Trekt u die extra kosten er weer af.",
	"Zet het bedrag recht.",
	"Scheld die aanmaningskosten kwijt.",
	"Houdt u eens op met die dreigbrieven.",
	"Gewoon een excuus, meer hoef ik niet.",
	"Meer dan een eerlijke uitleg vraag ik niet.",
	"Mag ik van u vernemen waarom mijn betaling niet is verwerkt?",
	"Kunnen jullie niet gewoon even naar de overboeking kijken?",
	"Is er iemand die mijn klacht kan bekijken en mij terugbelt?",
	"Wat mij betreft sluiten jullie het dossier en praten we er niet meer over.",
	"Ik verlang een rectificatie richting mijn werkgever.",
	"Ik wil dat het gesprek wordt teruggeluisterd.",
	"Ik ga ervan uit dat u de vordering intrekt.",
	"Verder verzoek ik u mijn nummer niet meer te gebruiken.",
	"Gaarne correctie van het openstaande bedrag.",
	"Bij dezen het dringende verzoek de incasso te staken.",
	"De oplossing lijkt mij simpel: streep die kosten door.",
	"Maak gewoon een regeling met me, dan ben ik stil.",
	"Ik hoop dat jullie de boete alsnog laten vallen.",
	"Please put a stop to the phone calls at my workplace.",
	"Could somebody please send me the original contract?",
	"What I would like is a payment plan of 30 euros a month.",
	"Bitte nehmen Sie die Mahnkosten zurück.",
	"Ich erwarte, dass Sie den Fehler korrigieren.",
	"Proszę przestać dzwonić do mojej pracy.",
	"Żądam pisemnych przeprosin.",
	"Lütfen dosyamı kapatın.",
	"Bana yazılı bir açıklama gönderin.",
	"Laissez ma mère tranquille.",
	"Roept u die medewerker eens tot de orde.",
	"Leest u mijn brief van mei nog eens goed door.",
	"Bespreekt u dit met uw opdrachtgever.",
	"Reken het na.",
	"Leg me uit waar die 83 euro vandaan komt.",
	"Bied mijn moeder je excuses aan.",
	"Neem contact op met mijn bewindvoerder en niet met mij.",
	"app me maar gewoon",
	"Wij verlangen dat u de inning opschort.",
	"Namens mijn vader vraag ik u om uitstel van betaling.",
	"Ik zou willen voorstellen de helft te betalen en de rest kwijt te schelden.",
	"Ik wacht op een creditnota.",
	"Mogen wij erop rekenen dat het bellen stopt?",
	"Kan ik niet gewoon in termijnen betalen?",
	"Wie kan mij een overzicht sturen?",
	"Zullen we het hierbij laten?",
	"Kwijtschelding van de rente en een betalingsregeling van dertig euro.",
	"Alleen nog per brief, alstublieft.",
	"Waar ik op hoop is een beetje begrip en drie maanden uitstel.",
	"Ik ben pas tevreden als de hele vordering van tafel is.",
	"De vordering dient te vervallen.",
	"Er moet iemand met die meneer gaan praten.",
	"Mij lijkt een vergoeding van mijn belkosten redelijk.",
	"Dossier sluiten en klaar.",
	"Kindly arrange for the enforcement costs to be struck off.",
	"I need more time to pay.",
	"Let me pay in instalments.",
	"Ich bestehe auf einer Ratenzahlung.",
	"Ich will, dass das aufhört.",
	"Oczekuję pisemnego wyjaśnienia.",
	"Taksitle ödemek istiyorum.",
	"Je souhaite obtenir des excuses écrites.",
	"Maakt u daar nou eens een einde aan.",
	"Neem mij eens serieus.",
	"Beloof me dat dit niet meer gebeurt.",
	"Zoek alsjeblieft die betaling op.",
	"kunnen jullie mn nummer wissen",
	"Ik wil inzage in mijn dossier.",
	"Wij willen dat de afspraak van april wordt nagekomen.",
	"Mijn vraag: waarom staat die betaling er niet op, en wanneer wordt dat hersteld?",
	"Zou het kunnen dat iemand anders mijn zaak overneemt?",
	"Kan de boete eraf?",
	"Als u die kosten schrapt, betaal ik de rest morgen.",
	"Schadevergoeding voor mijn gemiste werkdag.",
	"De afspraak van mei nakomen, dat is wat ik vraag.",
	"Ik vertrouw erop dat u dit rechtzet.",
	"Het bedrag hoort op nul te staan.",
	"Die brieven aan mijn baas, daar moet u mee ophouden.",
	"Concreet: rente eraf, excuses, klaar.",
	"Tot die tijd wil ik geen contact meer.",
	"Please deal with this by email only.",
	"Can I please have more time?",
	"Bitte schicken Sie alles nur noch per Post.",
	"Ich wünsche mir eine Entschuldigung.",
	"Zostawcie moją mamę w spokoju.",
	"Je vous demande de supprimer mon numéro.",
};

static const char *const NONE[] = {
	"Een beetje meer respekt voor een zieke man zou u sieren.",
	"Iets meer fatsoen had u niet misstaan.",
	"Prima, bel maar.",
	"Dan kunt u de opname makkelijker terugvinden.",
	"Ik stel het zeer op prijs dat uw collega zo snel belde.",
	"Mijn zoon wil dat ik betaal.",
	"Eerst beloven en dan niet nakomen, zo werkt het hier dus.",
	"Bel mij: 06 - 204 87 316.",
	"Ik zou graag willen betalen maar ik heb het niet.",
	"Wij hadden graag betaald als de rekening klopte.",
	"Wil ik u even laten weten dat het zo niet kan.",
	"Post naar mijn oude adres is nooit aangekomen.",
	"Daarmee was voor mij de kous af.",
	"Ik hoop dat u daarmee verder kunt zoeken.",
	"Ik heet Jayden, leer lezen ofzo, serieus respectloos.",
	"Ik ben erg blij met hoe jullie met mijn situatie zijn omgegaan.",
	"Ik heb één keer gebeld, meer niet.",
	"Wil het niet geloven.",
	"U wordt verzocht binnen vijf dagen te betalen, stond er.",
	"Mijn verzoek van 3 mei, onbeantwoord.",
	"Helaas het geld op.",
	"Nam de hoorn op.",
	"Inmiddels die man weer weg.",
	"Zomaar mijn contract annuleren.",
	"Anders ga ik naar de krant.",
	"Betaal nu, stond er in rode letters.",
	"Overdag kunt u mij bereiken op 06 25 71 30 46.",
	"Na vijven kunnen jullie mij thuis bereiken.",
	"Wij zijn uitgescholden en dat willen wij niet over onze kant laten gaan.",
	"Dit wil ik niet zomaar laten passeren.",
	"Misschien verwacht ik te veel.",
	"Nu brief: wij hebben niets ontvangen, betaal 310 euro extra.",
	"Wilt u nu beweren dat ik nooit heb gebeld?",
	"Vandaag verneem ik van de bank dat er beslag ligt.",
	"Een welgemeend compliment is wel op zijn plaats.",
	"Verder wil ik toevoegen dat de buren alles gehoord hebben.",
	"Langs deze weg wil ik melden dat ik ontevreden ben.",
	"Ik zou willen dat er meer bedrijven waren die netjes werken.",
	"Uw collega zei: betaal eerst maar eens.",
	"Ik had verwacht dat er iemand zou terugbellen.",
	"Ik wilde een regeling, maar dat kon niet.",
	"Ik moet er niet aan denken.",
	"Hoe kan het dat u mijn betaling niet ziet?",
	"Zou u zo behandeld willen worden?",
	"Kijk maar eens in de spiegel.",
	"U kunt mij overdag bereiken op 06 12345678.",
	"Bel gerust als er iets niet duidelijk is.",
	"Dit wil ik even van mij af schrijven.",
	"Ik wil niet vervelend doen, maar dit gaat te ver.",
	"Van harte gefeliciteerd met zo'n topteam.",
	"Stuur gerust nog een vierde aanmaning, ik spaar ze.",
	"De medewerker vroeg mij om een kopie van mijn paspoort te sturen.",
	"Ik hoop u hiermee voldoende te hebben ingelicht.",
	"Wij vragen ons af waarom niemand opneemt.",
	"Graag had ik dit mondeling besproken, maar u neemt niet op.",
	"Zonder toestemming hebt u mijn werkgever gebeld.",
	"Zoiets moet je niet met oude mensen doen.",
	"Niet meer en niet minder dan intimidatie.",
	"Dat kan toch niet de bedoeling zijn?",
	"I want to make a complaint about the way I was treated.",
	"How can you not see that?",
	"I need hardly say how upset I am.",
	"Ich möchte Ihnen mitteilen, dass ich enttäuscht bin.",
	"Sie erreichen mich unter 0176 1234567.",
	"Prosiłam o kontakt, ale nikt nie dzwonił.",
	"Çalışanınızdan şikâyetçi olmak istiyorum.",
	"Je tiens à signaler le comportement de votre employé.",
	"Een pluim voor degene die dit bedacht heeft.",
	"Mijn dank is groot, niet heus.",
	"Ik kan mijn lol op.",
	"Waarom belt u mijn baas?",
	"Waar haalt u het lef vandaan?",
	"Is dit hoe jullie met mensen omgaan?",
	"Ook wil ik nog kwijt dat de brief open was.",
	"Graag wil ik mijn onvrede uiten.",
	"Hierbij doe ik mijn beklag.",
	"Ik wil alleen maar zeggen dat ik er kapot van ben.",
	"Ik wou dat ik rijk was.",
	"Zij wil mij niet geloven.",
	"Mijn dochter wil niet meer naar school.",
	"Volgens hem moest ik maar geld lenen.",
	"Uw collega beloofde mij terug te bellen.",
	"Driemaal heb ik verzocht om een specificatie.",
	"Als ik bel, krijg ik een bandje.",
	"Wie iets wil weten, wordt afgepoeierd.",
	"Een regeling was volgens haar niet mogelijk.",
	"Geen excuses, geen uitleg, niks.",
	"Nooit een brief ontvangen.",
	"Je moet je schamen.",
	"Ik moet rondkomen van een uitkering.",
	"Mijn nummer is 06 12345678, overdag graag.",
	"Ik wens u een fijne dag.",
	"Was ik maar nooit verhuisd.",
	"Kom nou toch.",
	"Zeg nou zelf.",
	"I want you to know that I was in tears.",
	"I wish I had never answered the phone.",
	"Ich möchte Beschwerde einlegen.",
	"Chcę powiedzieć, że jestem rozczarowana.",
	"Neden işverenimi arıyorsunuz?",
	"Mijn complimenten voor zoveel brutaliteit.",
	"Ga gerust door met mailen, ik lees het toch niet.",
	"Hoezo moet ik bewijzen dat ik betaald heb?",
	"Hoe lang gaat dit nog door?",
	"Wie geeft jullie het recht?",
	"Zou u daar blij van worden?",
	"Bij deze wil ik een officiële klacht neerleggen.",
	"Ten slotte wil ik zeggen dat dit mij veel nachtrust kost.",
	"Ik wil u niet beledigen, maar dit slaat nergens op.",
	"Ik wilde alleen een vraag stellen.",
	"De gemeente wil niet helpen.",
	"Jullie eisen geld dat ik niet heb.",
	"U verzoekt mij te betalen wat al betaald is.",
	"Ik heb netjes om een regeling gevraagd.",
	"Om uitstel te krijgen moest ik mijn loonstrook mailen.",
	"Excuses voor mijn taalfouten.",
	"Een bedreiging, meer was het niet.",
	"Nooit netjes behandeld.",
	"Liever was ik dit kwijt dan rijk.",
	"Ik overweeg aangifte te doen.",
	"U vindt mijn gegevens onderaan.",
	"Hopende u hiermee voldoende te hebben geïnformeerd.",
	"I wanted to pay but your website was down.",
	"I cannot believe this.",
	"Wie soll ich das bezahlen?",
	"Ödemek istedim ama kabul etmediler.",
	"Je voulais payer, mais c'était impossible.",
};

/* The wish found in a text that holds this sentence; on a. */
static const char *wish_of(const char *sentence, struct arena *a)
{
	char text[2000];
	const char *found;
	double confidence;
	(void)snprintf(text, sizeof text, "Dossier 2619923 is al maanden geleden betaald, het bewijs ging in maart naar uw kantoor.\n\n%s\n\nDe brief lag gisteren weer op de mat, en zo gaat het elke week.", sentence);
	assert_int_equal(resolution_find(text, a, &found, &confidence), PARSE_OK);
	return found;
}

static void what_is_wanted_is_found(void **state)
{
	(void)state;
	size_t wrong = 0;
	for (size_t i = 0; i < sizeof WISHES / sizeof *WISHES; i++) {
		struct arena *a = arena_new(1 << 20);
		const char *found = wish_of(WISHES[i], a);
		if (!found || (!strstr(found, WISHES[i]) && !strstr(WISHES[i], found))) {
			print_error("\"%s\": found %s\n", WISHES[i], found ? found : "nothing");
			wrong++;
		}
		arena_free(a);
	}
	assert_int_equal(wrong, 0);
}

static void what_is_no_wish_is_left(void **state)
{
	(void)state;
	size_t wrong = 0;
	for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++) {
		struct arena *a = arena_new(1 << 20);
		const char *found = wish_of(NONE[i], a);
		if (found) {
			print_error("\"%s\" is no wish, found %s\n", NONE[i], found);
			wrong++;
		}
		arena_free(a);
	}
	assert_int_equal(wrong, 0);
}

static void the_table_fits(void **state)
{
	(void)state;
	for (size_t i = 0; i < resolution_phrases.n; i++)
		assert_true(strlen(resolution_phrases.table[i].pattern) < PHRASE_BYTES);
	struct arena *a = arena_new(1 << 20);
	(void)wish_of("Graag uw hulp.", a);
	arena_free(a);
	assert_true(resolution_phrases.index->n_entries < PHRASE_ENTRIES - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_wanted_is_found), cmocka_unit_test(what_is_no_wish_is_left), cmocka_unit_test(the_table_fits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
