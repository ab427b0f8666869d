/* What is wanted, in whole short texts; NULL: nothing is. Beside test_judge_wishes.c, whose sentences stand among others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/judge/judge.h"

static const struct wish {
	const char *wanted, *own;
} WISHES[] = {
	{ "zet mijn nummer op zwart", "Ik word gek van die sms'jes, zet mijn nummer op zwart." },
	{ "streep dat gat dicht", "Jullie hebben een gat in je administratie van hier tot Tokio, streep dat gat dicht en laat het me weten." },
	{ "stellen prijs op een gesprek", "Mijn vrouw is in tranen. Wij stellen prijs op een gesprek met de directie." },
	{ "mijn parkeergeld graag terug", "Ik stond voor een dichte deur. Ik zie mijn parkeergeld graag terug." },
	{ "die boete graag kwijtgescholden", "Ik zag de brief te laat door uw fout. Ik zie die boete graag kwijtgescholden." },
	{ "kunnen uitleggen waarom", "Het bedrag steeg weer. Zou een van uw specialisten mij kunnen uitleggen waarom?" },
	{ "U haalt die notitie weg", "Er staat dat ik agressief ben. U haalt die notitie weg." },
	{ "U betaalt mij die 25 euro terug", "Te veel afgeschreven. U betaalt mij die 25 euro terug." },
	{ "Bel mij alsjeblieft deze week", "Nog niemand gehoord over vader. Bel mij alsjeblieft deze week." },
	{ "Mail me svp", "Telefonisch lukt niet. Mail me svp een datum." },
	{ "maak er nou eens een punt achter", "Vier jaar al, maak er nou eens een punt achter" },
	{ "laat mij nou toch eens uitpraten", "De telefoniste kletst overal doorheen. laat mij nou toch eens uitpraten" },
	{ "gooi m'n nummer weg", "heb al betaald hoe vaak nog gooi m'n nummer weg" },
	{ "Een fatsoenlijke brief, dat zou al helpen", "Alles is automatisch. Een fatsoenlijke brief, dat zou al helpen." },
	{ "Ik ben pas tevreden als", "Niemand reageert. Ik ben pas tevreden als de rente er helemaal af is." },
	{ "Wat mij betreft streept u", "De kosten kloppen niet. Wat mij betreft streept u die 40 euro weg en betaal ik de rest." },
	{ "Rente weg, kosten weg", "Het was uw fout. Rente weg, kosten weg, dan betaal ik morgen." },
	{ "Doe daar eens iets aan", "Uw keuzemenu eindigt in stilte. Doe daar eens iets aan." },
	{ "had ik graag schriftelijk", "Uw collega zegt dit, u zegt dat. Uw antwoord had ik graag schriftelijk." },
	{ "Ik reken op een creditnota", "U heeft dubbel geboekt. Ik reken op een creditnota." },
	{ "kan iemand met verstand van zaken", "Ik krijg alleen standaardzinnen, kan iemand met verstand van zaken hiernaar kijken?" },
	{ "Die toon moet anders", "Ik ben geen crimineel. Die toon moet anders." },
	{ "dat u mijn dossier nog eens naloopt", "Het eindbedrag klopt niet met mijn lijst. Het lijkt me goed dat u mijn dossier nog eens naloopt." },
	{ "Het zou u sieren", "Mijn dochter schrok zich rot. Het zou u sieren haar een kaartje te sturen." },
	{ "Verwijder de foto", "U zette een foto van mijn huis in het dossier. Verwijder de foto." },
	{ "Geef mij een ander aanspreekpunt", "Het botert niet met uw medewerker. Geef mij een ander aanspreekpunt." },
	{ "het verzoek om", "Ik ben ziek geweest. Vandaar het verzoek om de termijn te verlengen." },
	{ "Mijn wens is simpel", "Ik ben moe. Mijn wens is simpel: één bedrag, één brief." },
	{ "I'd settle for an apology", "Your agent laughed at my accent. I'd settle for an apology." },
	{ "Somebody should ring me", "Nobody knows anything. Somebody should ring me before Friday." },
	{ "I am asking for the fee to be dropped", "The delay was yours. I am asking for the fee to be dropped." },
	{ "Nehmen Sie die Gebühr zurück", "Ich habe pünktlich bezahlt. Nehmen Sie die Gebühr zurück." },
	{ "Proszę zwrócić", "Zapłaciłam dwa razy. Proszę zwrócić nadpłatę." },
	{ "Numaramı silin", "Beni yanlış kişi için arıyorsunuz. Numaramı silin." },
	{ NULL, "Dat gaat u niets aan en dat hoort u te weten." },
	{ NULL, "Zie de kopie van de brief die ik kreeg. Hij was gewoon open." },
	{ NULL, "Dat hoort een medewerker toch niet te zeggen tegen een klant. Ik was er stil van." },
	{ NULL, "Daarom ben ik die middag naar huis gegaan. Ik kon niet meer werken." },
	{ NULL, "Wie bedenkt zoiets. Mijn kinderen lazen mee." },
	{ NULL, "De medewerker vroeg of ik wel wilde betalen. Ik betaal altijd." },
	{ NULL, "Het is alsof je tegen een muur praat. Ik kom er niet doorheen." },
	{ NULL, "Zo hoort u niet met mensen om te gaan. Dat mag u zich aantrekken." },
	{ "excuses van uw chef", "Ik ben uitgescholden aan de balie. Ik stel prijs op excuses van uw chef." },
	{ "reiskosten graag vergoed", "De afspraak bestond niet. Wij zien onze reiskosten graag vergoed." },
	{ "Jullie bellen mijn moeder niet meer", "Ze is 91 en ligt eraf. Jullie bellen mijn moeder niet meer." },
	{ "U wist mijn nummer en daarmee uit", "Ik ben niet de persoon die u zoekt. U wist mijn nummer en daarmee uit." },
	{ "haal me uit jullie systeem", "sms nummer zes vandaag 2611111 haal me uit jullie systeem" },
	{ "wil ik zwart op wit", "Ik geloof niemand meer. De afspraak wil ik zwart op wit." },
	{ "het beslag eraf", "Ik kan de huur niet betalen. Vóór vrijdag het beslag eraf, anders sta ik op straat." },
	{ "neem een ander bandje", "Die muziek in de wacht is niet te harden, neem een ander bandje" },
	{ "Mogen we de zaak sluiten", "Alles is betaald en toch weer post. Mogen we de zaak sluiten?" },
	{ "Ik zou willen dat u", "Er is ingebroken op mijn gegevens. Ik zou willen dat u uitzoekt wie erbij kon." },
	{ "Draai dit terug", "U heeft twee keer geïncasseerd. Draai dit terug." },
	{ "aan u de vraag", "Er is nooit een aanmaning geweest. Daarom aan u de vraag de kosten te laten vallen." },
	{ "Please take my number off", "I am not the debtor. Please take my number off your list." },
	{ "Kindly put it in writing", "He promised it on the phone. Kindly put it in writing." },
	{ "Ich hätte gern eine Entschuldigung", "Ihr Kollege hat mich angeschrien. Ich hätte gern eine Entschuldigung." },
	{ "Je souhaite que vous cessiez", "On m'appelle au travail. Je souhaite que vous cessiez ces appels." },
	{ NULL, "Vandaar dat ik niet eerder kon reageren. Ik was in het ziekenhuis." },
	{ NULL, "Voordat ik iets betaal wil ik zeker weten dat u echt bent." },
	{ NULL, "Zie bijgevoegde foto van de deur. Daar zat de brief op geplakt." },
	{ "laten storneren", "Twee keer hetzelfde afgeschreven. Kunt u de tweede afschrijving laten storneren?" },
	{ NULL, "Dit is niet netjes. Bel liever mijn dochter: 06-12345678." },
	{ "excuus", "Mijn vrouw was overstuur. Een welgemeend excuus lijkt mij op zijn plaats." },
	{ "take her number off", "Your agent called my sister. What I am asking: take her number off your list." },
	{ "terugstorten", "ik wil een klacht indienen want jullie hebben mijn loon gepakt terwijl ik al lang in de schuldhulp zit bij de gemeente en dat weten jullie want mijn consulente heeft gebeld en gemaild "
	  "en toch doen jullie het gewoon en nu kan ik geen schoenen kopen voor de kinderen en slaap ik niet meer van de stress en de zorgen die jullie mij bezorgen en niemand neemt op als ik bel "
	  "met dat nummer dus ik wil dat jullie het loon terugstorten want daar heb ik recht op groetjes" },
};

static void a_wish_is_found_or_none(void **state)
{
	(void)state;
	size_t wrong = 0;
	for (size_t i = 0; i < sizeof WISHES / sizeof *WISHES; i++) {
		const char *want = WISHES[i].wanted;
		struct record *r = record_new(4 << 20);
		assert_int_equal(judge_text("Mijn klacht", WISHES[i].own, &rules_default, r), PARSE_OK);
		const char *got = r->desired_resolution;
		if (want ? !got || !strstr(got, want) : got != NULL) {
			print_error("\"%s\" wants \"%s\", found \"%s\"\n", WISHES[i].own, want ? want : "(null)", got ? got : "(null)");
			wrong++;
		}
		record_free(r);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(a_wish_is_found_or_none) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
