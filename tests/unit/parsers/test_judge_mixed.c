/* Praise and blame in one mail, irony, and plain business: judge_phrases_mixed.inc, and what judge_tone.c makes of a turn and of the last word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/judge/judge.h"

static const struct text {
	enum kind kind;
	const char *subject, *own;
} TEXTS[] = {
	{ KIND_OTHER, "Betaalbewijs 2628001",
	  "Goedendag,\n\nBijgaand treft u het bewijs van de overboeking van € 212,18 van gisteren. Wilt u de ontvangst bevestigen?" },
	{ KIND_OTHER, "Dossier 2619923",
	  "In de bijlage vindt u het afschrift waaruit blijkt dat ik op 3 juni 85 euro heb overgemaakt. Kunt u laten weten of het dossier nu gesloten is?" },
	{ KIND_OTHER, "betaald",
	  "Zojuist heb ik het hele bedrag betaald via iDEAL. Krijg ik nog een bevestiging?" },
	{ KIND_OTHER, "Vraag saldo dossier",
	  "Kunt u mij laten weten hoeveel ik nog moet betalen, en tot wanneer?" },
	{ KIND_OTHER, "openstaand bedrag",
	  "Ik wil graag weten wat het openstaande saldo is zodat ik alles in een keer kan voldoen." },
	{ KIND_OTHER, "machtiging",
	  "Bijgevoegd de ondertekende machtiging voor de automatische incasso. Klopt het dat de eerste termijn op 1 juli wordt afgeschreven?" },
	{ KIND_OTHER, "Rekeningnummer",
	  "Op welk rekeningnummer kan ik de laatste termijn storten?" },
	{ KIND_OTHER, "Proof of payment",
	  "Please find attached the proof of my bank transfer of 120 euros made this morning. Could you confirm that you have received it?" },
	{ KIND_OTHER, "payment plan",
	  "Would it be possible to pay 50 euros a month starting in July?" },
	{ KIND_OTHER, "Restbetrag",
	  "Wie hoch ist der Restbetrag in der Akte 2619923?" },
	{ KIND_OTHER, "Dekont",
	  "Ekte bugünkü havalenin dekontunu bulabilirsiniz. Alındığını onaylar mısınız?" },
	{ KIND_OTHER, "bewind",
	  "Ons kantoor is benoemd tot bewindvoerder van de heer Jansen. Graag ontvangen wij een opgave van de vordering." },
	{ KIND_OTHER, "laatste termijn",
	  "Vandaag heb ik de laatste termijn betaald. Ontvang ik nog een brief dat alles is voldaan?" },
	{ KIND_COMPLIMENT, "Thanks to Daan",
	  "What a relief to talk to someone so kind. Daan sorted everything within ten minutes and never judged me. Keep it up." },
	{ KIND_COMPLIMENT, "Great service",
	  "Excellent service from Mark today, he listened and found a solution that works for us." },
	{ KIND_COMPLIMENT, "Compliment",
	  "Ik wilde even laten weten hoe prettig ik het gesprek met Fatima vond. Ze nam de tijd en maakte het niet zwaarder dan het was. Was iedereen maar zo." },
	{ KIND_COMPLIMENT, "pluim",
	  "Een pluim voor jullie medewerkster, die bleef zo rustig terwijl ik zat te huilen. Dat vergeet ik niet." },
	{ KIND_COMPLIMENT, "Podziękowanie",
	  "Chciałabym podziękować pani Annie za cierpliwość i życzliwość. Wszystko mi wyjaśniła po polsku." },
	{ KIND_COMPLIMENT, "Merci",
	  "Je tiens à remercier votre collègue pour sa patience et sa gentillesse. Elle m'a beaucoup aidé." },
	{ KIND_COMPLIMENT, "bedankt",
	  "Ik verwachtte een boze meneer en kreeg een begripvolle vrouw. We hebben samen een plan gemaakt. Bedankt daarvoor." },
	{ KIND_COMPLIMENT, "Thanks",
	  "She was so understanding about my illness and gave me two extra months. I am very grateful." },
	{ KIND_COMPLAINT, "Lof en blaam",
	  "Eerst het goede: mevrouw De Wit heeft mij keurig geholpen. Dan het minder goede: een week later belde haar collega die dreigde met beslag. Ik zou graag op papier hebben dat onze afspraak staat." },
	{ KIND_COMPLAINT, "Twee gezichten",
	  "De dame van maandag: geduldig, aardig, een topper. De heer van woensdag: grof en ongeduldig. Ik wil niet meer door hem gebeld worden." },
	{ KIND_COMPLAINT, "Dank maar",
	  "Dank voor de snelle reactie, maar het bedrag klopt nog altijd niet. Graag alsnog corrigeren." },
	{ KIND_COMPLAINT, "Betaalbewijs",
	  "Voor de derde keer stuur ik u het bewijs van betaling. U blijft aanmaningen sturen terwijl ik in maart alles heb betaald. Dit is niet normaal." },
	{ KIND_COMPLAINT, "saldo",
	  "Ik vraag al weken wat er nog openstaat en krijg geen antwoord. Wat een amateuristische bende." },
	{ KIND_COMPLAINT, "proof",
	  "I have sent you proof of payment four times now and you still keep sending reminders. This is ridiculous." },
	{ KIND_COMPLAINT, "Zwei Seiten",
	  "Frau Klein war sehr freundlich, aber ihr Kollege hat mich angeschrien. Das geht nicht." },
	{ KIND_OTHER, "Stand van zaken",
	  "Zou u mij kunnen zeggen welk bedrag er vandaag nog openstaat? Dan boek ik het meteen over." },
	{ KIND_OTHER, "Betalingsbevestiging",
	  "Ik heb zonet de tweede termijn gestort. Ontvang ik daar nog een kwitantie van?" },
	{ KIND_OTHER, "vraag",
	  "Op welk e-mailadres kan ik mijn inkomensgegevens kwijt?" },
	{ KIND_OTHER, "jaaropgave",
	  "Voor de belasting zoek ik een opgave van wat ik vorig jaar heb betaald." },
	{ KIND_OTHER, "question",
	  "What amount is left on my account after last week's payment?" },
	{ KIND_OTHER, "saldo",
	  "Proszę o informację, ile jeszcze zostało do zapłaty w sprawie 2619923." },
	{ KIND_OTHER, "Reçu",
	  "Veuillez trouver ci-joint la preuve de mon virement de ce matin." },
	{ KIND_OTHER, "kopie factuur",
	  "Heeft u voor mij een kopie van de oorspronkelijke nota? Dan kan ik het in mijn administratie opzoeken." },
	{ KIND_COMPLIMENT, "A thank-you",
	  "I had expected a lecture, but Mr Bakker listened and helped me set up a plan I can live with. He deserves recognition." },
	{ KIND_COMPLIMENT, "credit",
	  "Full marks to the lady who answered on Friday. Warm, professional and quick." },
	{ KIND_COMPLIMENT, "chapeau",
	  "Nooit gedacht dat ik dit zou schrijven aan een incassobureau, maar wat een fijne, eerlijke behandeling kreeg ik." },
	{ KIND_COMPLIMENT, "Super",
	  "Vandaag gebeld, vandaag geregeld. Zo kan het dus ook. Top!" },
	{ KIND_COMPLIMENT, "Pochwała",
	  "Pani Kasia była bardzo miła i cierpliwa, jestem bardzo zadowolony z rozmowy." },
	{ KIND_COMPLIMENT, "Dank",
	  "Namens mijn ouders hartelijk dank voor de warme en zorgvuldige manier waarop u hen te woord hebt gestaan." },
	{ KIND_COMPLAINT, "one good, one bad",
	  "Julia was wonderful and gave me a month. Two days later a bailiff stood on my doorstep. Nobody had told him. I am furious." },
	{ KIND_COMPLAINT, "Bewijs nr 3",
	  "Bijgaand wederom het betaalbewijs. Ik begrijp niet waarom u dit steeds kwijtraakt en mij blijft aanmanen." },
	{ KIND_COMPLAINT, "saldo klopt niet",
	  "Volgens mijn boeken staat er nog 40 euro open, volgens u 240. Drie mensen gesproken, drie bedragen gehoord." },
	{ KIND_COMPLAINT, "regeling",
	  "Ik hield me keurig aan de regeling en nu is die zonder bericht stopgezet. Uw collega aan de lijn haalde zijn schouders op." },
	{ KIND_COMPLAINT, "Beschwerde light",
	  "Am Telefon war man nett, aber die zugesagte Bestätigung kam nie, und jetzt droht man mit Pfändung." },
	{ KIND_COMPLAINT, "buurvrouw",
	  "De brief zat open in de bus van de buurvrouw, met mijn naam en het bedrag erop." },
	{ KIND_COMPLAINT, "verkeerde",
	  "Ik heet toevallig hetzelfde, maar ik ben een ander. Dat heb ik nu vier keer gezegd." },
	{ KIND_COMPLAINT, "Wat een service",
	  "Geweldige service hoor, vandaag gebeld en na vijftig minuten wachten opgehangen. Fantastisch geholpen, maar niet heus." },
	{ KIND_COMPLAINT, "Dank u",
	  "Hartelijk dank voor de prachtige brief met mijn BSN erop, netjes bij de buren bezorgd." },
	{ KIND_COMPLAINT, "Vriendelijk",
	  "De vriendelijke meneer van gisteren wist me te vertellen dat ik maar een extra baan moest nemen. Wat meelevend." },
	{ KIND_COMPLAINT, "geduld",
	  "Ik heb engelengeduld gehad. Nu is het op. Al vier maanden wacht ik op een eindafrekening." },
	{ KIND_COMPLAINT, "respect",
	  "Ik verwacht een respectvolle benadering. Wat ik kreeg was geschreeuw." },
	{ KIND_COMPLAINT, "belofte",
	  "Beloofd werd een menselijke oplossing. Het werd een loonbeslag." },
	{ KIND_COMPLAINT, "Dank",
	  "Dank voor niets. Dankzij u ben ik mijn baan kwijt." },
	{ KIND_COMPLAINT, "hulp",
	  "De beloofde hulp bleef uit, de vriendelijke woorden waren loos." },
	{ KIND_COMPLAINT, "patient",
	  "I have been very patient. I was polite on the phone. In return I was sworn at." },
	{ KIND_COMPLAINT, "Lob",
	  "Ein Lob an Ihre Abteilung: so unhöflich war noch niemand zu mir." },
};

static void praise_and_blame_are_told_apart(void **state)
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

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(praise_and_blame_are_told_apart) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
