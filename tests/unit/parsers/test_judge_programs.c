/* Programs without a certain sign, and people who write about programs: each class of machine_gist.c and machine_phrases.c in several wordings and languages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "parsers/mail.h"

#define ANSWER "Re: Ontvangstbevestiging klacht K-2026-000219"
#define TIED "In-Reply-To: <receipt.K-2026-000219.abc@proactief.example>\n"
#define TIED_287 "In-Reply-To: <receipt.K-2026-000287.abc@proactief.example>\n"
#define JAN "Jan de Boer <jan.deboer@mail.example>"

static const struct mail_row {
	enum kind kind;
	const char *from, *subject, *head, *body;
} MAILS[] = {
	/* people's answers: no program writes so, whatever single phrases say */
	{ KIND_FOLLOW_UP, JAN, "AW: Ontvangstbevestiging klacht K-2026-000352", "",
	  "Hallo,\n\nnog een aanvulling: ik heb het nagekeken en het telefoongesprek was niet op 21 maar op 22 september, ongeveer kwart voor vier. Dan kunt u de opname makkelijker terugvinden." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "Hallo,\n\nIk ben er even tussenuit tot en met 3 september. Mailtjes lees ik na die datum. Voor spoed: Karin, "
	  "06-12345678.\n\nGr. Jan" },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "Beste mailer,\n\nTot 12 augustus geniet ik van een welverdiende rust. Mijn collega Piet Jansen behandelt in die tijd "
	  "mijn post.\n\nJan" },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "Momenteel ben ik niet aan het werk. Vanaf maandag 7 september zit ik weer achter mijn bureau. Heeft het haast? Mail "
	  "dan naar balie@firma.example." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "Goedendag, wegens ouderschapsverlof werk ik niet op woensdag en vrijdag. U krijgt de eerstvolgende werkdag antwoord." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "In verband met ziekte ben ik voorlopig niet bereikbaar. Mijn werkzaamheden zijn overgenomen door Els de Bruin "
	  "(els@firma.example)." },
	{ KIND_MACHINE, JAN, "Re: Klacht ontvangen", "",
	  "Onze praktijk is gesloten van 20 juli tot 10 augustus. Voor dringende gevallen belt u de waarnemend arts, 0492-123456." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "Wij zijn met vakantie! Vanaf 17 augustus staan we weer voor u klaar. Bestellingen worden daarna verzonden." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "I'm off hiking in Norway until 21 August and won't be checking email. Try Susan (susan@firm.example) if it can't wait." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "I have left Acme Ltd. Please direct your correspondence to hello@acme.example." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "Ich bin bis einschließlich 14. August im Urlaub und lese meine Mails erst danach wieder. Vertretung: Frau Krause, 0201 "
	  "123456." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "Przebywam na urlopie do 14 sierpnia. W pilnych sprawach prosze o kontakt z Anna Nowak." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "14 Ağustos tarihine kadar yıllık izindeyim. Acil durumlarda lütfen Ayşe ile iletişime geçin." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "Marloes Hendrikx werkt niet meer bij Ambachtbouw. Voor haar zaken kunt u terecht bij Rik Smolders." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "Dit mailadres wordt niet meer gebruikt. Gebruik voortaan jan@nieuw.example. Dit bericht wordt automatisch verstuurd." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "Ik heb een nieuw e-mailadres: jan@nieuw.example. Berichten aan dit adres worden niet doorgestuurd." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "Deze mailbox wordt niet langer uitgelezen. Neem contact op via het formulier op onze website." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "Thank you for your email. This mailbox is no longer monitored. Please use our contact form instead." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "Diese E-Mail-Adresse ist nicht mehr gültig. Bitte verwenden Sie künftig info@neu.example." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "Ons kantoor is verhuisd en gefuseerd. Uw mail is niet afgeleverd aan een medewerker; stuur hem naar "
	  "post@fusie.example." },
	{ KIND_MACHINE, JAN, "Bevestiging nodig voor uw e-mail", "",
	  "U hebt een bericht gestuurd aan jan@mail.example. Om ongewenste post te weren vraag ik onbekende afzenders zich "
	  "eenmalig te verifiëren. Open deze link: https://x.example/a" },
	{ KIND_MACHINE, JAN, "Please confirm your message", "",
	  "Your message to jan@mail.example is waiting in a queue. To prove that you are a human, click the link below. You only "
	  "have to do this once." },
	{ KIND_MACHINE, JAN, "Ihre Nachricht wartet auf Freigabe", "",
	  "Um Spam zu vermeiden, müssen unbekannte Absender ihre Nachricht einmalig bestätigen. Bitte klicken Sie auf den "
	  "folgenden Link." },
	{ KIND_MACHINE, JAN, "Verificatie afzender", "",
	  "Uw mail is in quarantaine geplaatst omdat uw adres onbekend is. Vul de code in op https://v.example om de mail alsnog "
	  "te laten bezorgen." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "Beste relatie,\n\nUw bericht is bij ons in goede orde binnengekomen. Wij streven ernaar binnen twee werkdagen te "
	  "reageren. Uw referentie is 88213.\n\nTeam Support" },
	{ KIND_MACHINE, JAN, "[Ticket#2026081410000012] Ontvangstbevestiging klacht K-2026-000219", "",
	  "Dank u. Uw vraag is onder nummer 2026081410000012 in ons systeem gezet. Een collega pakt dit op." },
	{ KIND_MACHINE, JAN, "Uw bericht aan Gemeente Almelo", "",
	  "Wij hebben uw e-mail ontvangen. Deze wordt doorgestuurd naar de betreffende afdeling. U hoort binnen 5 werkdagen van "
	  "ons." },
	{ KIND_MACHINE, JAN, "Hoe was ons contact?", "",
	  "Onlangs had u contact met onze klantenservice. Wat vond u ervan? Vul de vragenlijst van 2 minuten in." },
	{ KIND_MACHINE, JAN, "Case 00481 closed", "",
	  "Your case has been closed. If you are not satisfied you can reopen it within 14 days." },
	{ KIND_MACHINE, "Scanner 3e verdieping <scanner@kantoor.example>", "Gescand document van MFP-3hoog", "",
	  "Aantal pagina's: 3\nApparaat: MFP-3hoog\nDatum: 06-10-2026 16:48\n\nZie bijlage." },
	{ KIND_MACHINE, "Fax <fax@provider.example>", "Fax van 0135551234", "",
	  "U heeft een faxbericht ontvangen van 0135551234.\nPagina's: 2\nHet bericht is als PDF bijgevoegd." },
	{ KIND_MACHINE, "Telefooncentrale <centrale@belwolk.example>", "Gemiste oproep van 0612345678", "",
	  "Beller: 0612345678\nTijd: 16:48\nWachtrij: Klachten\nWachttijd: 2 min 11 s" },
	{ KIND_MACHINE, "NAS <nas@kantoor.example>", "Backup klachtenmap mislukt", "",
	  "Taak: klachten_dagelijks\nStatus: Mislukt\nFout: schijf vol\n" },
	{ KIND_MACHINE, "IT <servicedesk@beheer.example>", "Wachtwoord verloopt over 3 dagen", "",
	  "Het wachtwoord van account klachten@proactief.example verloopt over 3 dagen. Klik hier om het te wijzigen." },
	{ KIND_MACHINE, "Drive <share@drive.example>", "Jan heeft een bestand met u gedeeld", "",
	  "Jan de Boer heeft \"Klacht.pdf\" met u gedeeld. Openen: https://drive.example/x" },
	{ KIND_MACHINE, "Filter <rapport@filter.example>", "Uw e-mailrapport van week 41", "",
	  "Ontvangen: 214\nTegengehouden: 31\nDe volgende berichten zijn tegengehouden:\n\nklacht over rente 6,1 vrijgeven" },
	{ KIND_MACHINE, "Gateway <digest@gate.example>", "Quarantine summary", "",
	  "The following messages were held:\nComplaint about file 2617304   release\nBuy now   release" },
	{ KIND_MACHINE, "PostSnel <info@postsnel.example>", "Uw pakket komt morgen", "",
	  "Bezorger: PostSnel\nTijdvak: 10:00-12:00\nVolg uw zending: https://t.example" },
	{ KIND_MACHINE, "ReviewSite <meldingen@reviewsite.example>", "Nieuwe review voor Pro Actief Incasso", "",
	  "Er is een nieuwe beoordeling geplaatst: 1 ster. \"Wat een slecht bedrijf.\" Reageer op de review via uw account." },
	{ KIND_COMPLAINT, JAN, "Automatische mails", "",
	  "Elke keer als ik u schrijf komt er zo'n automatische reactie: \"wij hebben uw bericht ontvangen, u hoort binnen twee "
	  "werkdagen van ons\". Ik hoor nooit iets. Bel mij nu eens echt." },
	{ KIND_COMPLAINT, JAN, "afwezigheid", "",
	  "Mevrouw Bos is al drie weken \"afwezig wegens vakantie\" en niemand neemt haar dossiers over. Ik wacht sinds 3 juli op "
	  "mijn eindafrekening." },
	{ KIND_COMPLAINT, JAN, "Out of office", "",
	  "Four times I got your out of office message, and nobody ever calls back about file 2614870. I want a real person to "
	  "contact me." },
	{ KIND_COMPLAINT, JAN, "Ik was op vakantie", "",
	  "Ik was van 1 tot 20 juli op vakantie en vond bij thuiskomst drie brieven, elke met meer kosten. Zonder dat ik iets kon "
	  "doen. Haal die kosten eraf." },
	{ KIND_COMPLAINT, JAN, "gebeld op de zaak", "Precedence: bulk\n",
	  "Een collega van u belde naar mijn winkel en vroeg aan de klant die opnam of ik mijn rekeningen wel betaal. Ik wil "
	  "weten wie dat was." },
	{ KIND_COMPLAINT, JAN, "bezoek", "Precedence: junk\n",
	  "Uw buitendienst stond om half acht op de stoep en riep het bedrag door de brievenbus. De kinderen zaten aan het "
	  "ontbijt." },
	{ KIND_FOLLOW_UP, JAN, "hoe staat het ermee", "",
	  "Ik heb nog niets gehoord over mijn klacht met nummer K 2026 000287 van vorige maand. Wanneer komt er antwoord?" },
	{ KIND_FOLLOW_UP, JAN, "hoe staat het ermee", "",
	  "Ik heb nog niets gehoord over mijn klacht met nummer k-2026-000287 van vorige maand. Wanneer komt er antwoord?" },
	{ KIND_FOLLOW_UP, JAN, "hoe staat het ermee", "",
	  "Ik heb nog niets gehoord over mijn klacht met nummer K2026000287 van vorige maand. Wanneer komt er antwoord?" },
	{ KIND_FOLLOW_UP, JAN, "hoe staat het ermee", "",
	  "Ik heb nog niets gehoord over mijn klacht met nummer K-2026/000287 van vorige maand. Wanneer komt er antwoord?" },
	{ KIND_FOLLOW_UP, JAN, "hoe staat het ermee", "",
	  "Ik heb nog niets gehoord over mijn klacht met nummer K.2026.000287 van vorige maand. Wanneer komt er antwoord?" },
	{ KIND_FOLLOW_UP, JAN, "hoe staat het ermee", "",
	  "Ik heb nog niets gehoord over mijn klacht met nummer K–2026–000287 van vorige maand. Wanneer komt er antwoord?" },
	{ KIND_FOLLOW_UP, JAN, "hoe staat het ermee", "",
	  "Ik heb nog niets gehoord over mijn klacht met nummer klachtnummer 2026-000287 van vorige maand. Wanneer komt er "
	  "antwoord?" },
	{ KIND_FOLLOW_UP, JAN, "hoe staat het ermee", "",
	  "Ik heb nog niets gehoord over mijn klacht met nummer kenmerk K-2026- 000287 van vorige maand. Wanneer komt er "
	  "antwoord?" },
	{ KIND_FOLLOW_UP, JAN, "hoe staat het ermee", "",
	  "Ik heb nog niets gehoord over mijn klacht met nummer Klacht K_2026_000287 van vorige maand. Wanneer komt er antwoord?" },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Goedemiddag,\n\nDeze week ben ik op cursus. Uw mail bekijk ik volgende week.\n\nGroet, Nel" },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Ik werk vandaag niet. Morgen tref je me weer.\n\nSander" },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Op maandag en donderdag ben ik vrij. Je krijgt dus wat later antwoord dan je van me gewend bent." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Wegens een sterfgeval in de familie ben ik de komende dagen niet aan het werk. Collega Ineke kijkt met mijn mailbox "
	  "mee." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Ik ben met sabbatical! In januari hoor je weer van me. Wie niet zo lang kan wachten: info@club.example." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "De administratie is dicht tussen Kerst en Nieuwjaar. Op 4 januari openen wij uw mail." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Hi! I am at a conference this week with patchy wifi. Expect a slow response. For anything pressing, ring the front "
	  "desk." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "I am currently on parental leave and will return in March 2027. Contact Tim in the meantime." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Vielen Dank für Ihre Nachricht. Ich bin erst am 7. September wieder im Büro. Ihre E-Mail wird nicht weitergeleitet." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Jestem obecnie poza biurem. Odpowiem po powrocie, 7 września." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Şu anda ofis dışındayım. 7 Eylül itibarıyla mesajınıza döneceğim." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Bonjour, je suis en congés jusqu'au 24 août inclus. En cas d'urgence, contactez le secrétariat." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Sinds 1 mei ben ik met pensioen. Dit postbusje wordt nog maar zelden geopend. Vragen over de zaak: "
	  "opvolger@firma.example." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Onze collega heeft per 1 oktober een andere uitdaging gevonden. Mail voor haar komt terecht bij hr@firma.example." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "Wij hebben ons domein gewijzigd. Stuurt u uw berichten voortaan naar info@nieuwdomein.example? Oude adressen vervallen "
	  "op 1 januari." },
	{ KIND_MACHINE, JAN, ANSWER, "",
	  "Let op: dit account is gedeactiveerd. Niemand ziet wat u stuurt." },
	{ KIND_MACHINE, JAN, "Bedankt voor uw mail", "",
	  "Bedankt voor uw mail aan Huisartsenpraktijk De Linde. Wij lezen onze mail eenmaal per dag. Bij spoed belt u 112." },
	{ KIND_MACHINE, JAN, "Re: uw bericht", "",
	  "Je hebt ons een berichtje gestuurd, leuk! We proberen je binnen 24 uur te antwoorden. Kijk intussen eens bij de "
	  "veelgestelde vragen." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Uw e-mail is ontvangen op de server van Waterschap Oost. Houd rekening met een behandeltijd van 6 weken." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "We have got your message and will get back to you as soon as we can. Our office hours are 9 to 5." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Thanks for getting in touch! Your enquiry has been passed to the right team. Reference: ENQ-4471." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Wir haben Ihr Anliegen aufgenommen und melden uns in Kürze. Vorgangsnummer 88121." },
	{ KIND_MACHINE, JAN, "Allow-list request", "",
	  "Your mail to jan@mail.example has not been delivered yet. The recipient only accepts mail from known contacts. Visit "
	  "the page below to request access." },
	{ KIND_MACHINE, JAN, "Nog niet afgeleverd", "",
	  "Jan gebruikt MailSchild. Schrijf je hem voor het eerst? Tik dan op de knop hieronder, dan laat MailSchild je mail "
	  "door." },
	{ KIND_MACHINE, JAN, "Vertraagd: Ontvangstbevestiging klacht K-2026-000219", "",
	  "Uw bericht aan jan@mail.example kon nog niet worden bezorgd. We proberen het nog 2 dagen." },
	{ KIND_MACHINE, "Hosting <support@hosting.example>", "Mailbox bijna vol", "",
	  "De mailbox klachten@proactief.example is voor 95% gevuld. Ruim berichten op om mail te kunnen blijven ontvangen." },
	{ KIND_MACHINE, "Telecom <facturen@telecom.example>", "Factuur 2026-4471", "",
	  "Beste klant,\n\nIn de bijlage vindt u de factuur van deze maand. Het bedrag wordt omstreeks de 25e van uw rekening "
	  "afgeschreven.\n\nTeam Telecom" },
	{ KIND_MACHINE, "Agenda <agenda@kantoor.example>", "Agenda: overleg klachten verplaatst", "",
	  "Het overleg \"Klachten Q3\" is verplaatst naar dinsdag 10:00. Accepteren - Weigeren - Misschien" },
	{ KIND_MACHINE, "Beveiliging <security@platform.example>", "Inloggen vanaf nieuw apparaat", "",
	  "We zagen dat er is ingelogd op je account vanaf een nieuw apparaat. Was jij dit niet? Wijzig dan direct je wachtwoord." },
	{ KIND_MACHINE, "Banen <jobs@banen.example>", "3 nieuwe vacatures voor jou", "",
	  "Bekijk deze week: Medewerker klachten (Tilburg), Incassospecialist (Breda). Solliciteer direct. Geen mails meer? "
	  "Schrijf je uit." },
	{ KIND_MACHINE, "Academie <info@academie.example>", "Webinar: van klacht naar kans", "",
	  "Leer in 45 minuten hoe u klachten omzet in loyaliteit. Meld u gratis aan. U ontvangt deze uitnodiging omdat u zich "
	  "eerder aanmeldde. Afmelden." },
	{ KIND_COMPLAINT, JAN, "Automatische incasso", "",
	  "Jullie hebben zonder toestemming automatisch geïncasseerd van mijn rekening. Draai dat terug. Mijn dossier is 2604817." },
	{ KIND_COMPLAINT, JAN, "Uw bericht is ontvangen", "",
	  "Dat las ik zes weken geleden. Sindsdien stilte. Uw automatische bevestiging zegt binnen twee dagen antwoord. Waar "
	  "blijft het?" },
	{ KIND_COMPLAINT, JAN, "Vakantie", "",
	  "Terwijl ik op vakantie was in Spanje hebben jullie mijn loon beslagen. Niemand die even belde. Ik ben tot 3 september "
	  "weg en kan niets regelen, dus stop hiermee tot ik terug ben." },
	{ KIND_COMPLAINT, JAN, "geen reactie ontvangen", "",
	  "Your automatic reply promised an answer in two working days. That was in July. Please have somebody look at file "
	  "2614870." },
	{ KIND_FOLLOW_UP, JAN, "Re: Ontvangstbevestiging klacht K-2026-000287", TIED_287,
	  "Dank voor de bevestiging. Ik ben volgende week met vakantie, wilt u mij daarna bellen?" },
	{ KIND_FOLLOW_UP, JAN, "Re: Ontvangstbevestiging klacht K-2026-000287", TIED_287,
	  "Ik vergat het bankafschrift mee te sturen, hierbij alsnog." },
	{ KIND_FOLLOW_UP, JAN, "Re: Ontvangstbevestiging klacht K-2026-000287", TIED_287,
	  "Bedankt, dat was snel. Ik wacht het af. Mijn nieuwe nummer is 06-12345678." },
	{ KIND_FOLLOW_UP, JAN, "Aanvulling op K-2026-000287", "",
	  "Vandaag ben ik wéér gebeld, nu op mijn werk. Graag toevoegen aan mijn klacht." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Ik ben tijdelijk uit de running na een operatie. Mijn broer runt de zaak: 06-12345678." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Momenteel lees ik deze inbox maar een keer per week, op vrijdagmiddag." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Hoi! We verbouwen. De winkel gaat 12 oktober weer open en dan beantwoorden we alle berichtjes." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Dank u. Uw bericht is doorgestuurd aan de heer Van Dam, die mijn praktijk heeft overgenomen." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "I no longer work for Bright & Co. Kindly resend to accounts@bright.example." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Sorry to have missed you – the studio is closed for stocktaking. We reopen Monday." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Ich befinde mich auf einer Fortbildung und kann Ihre E-Mail erst ab Montag bearbeiten." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Dziękujemy za wiadomość. Odpowiemy w ciągu 48 godzin." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Mesajınız bize ulaştı. En kısa sürede dönüş yapacağız." },
	{ KIND_MACHINE, JAN, ANSWER, TIED,
	  "Merci pour votre message, nous vous répondrons dans les plus brefs délais." },
	{ KIND_MACHINE, JAN, "Ontvangen: Ontvangstbevestiging klacht K-2026-000219", "",
	  "Zorgverzekeraar Stad & Land: uw e-mail kwam vandaag binnen. Wij behandelen post op volgorde van binnenkomst." },
	{ KIND_MACHINE, JAN, "Bericht geparkeerd", "",
	  "Deze ontvanger gebruikt een witte lijst. Typ de letters uit het plaatje over op onderstaande pagina om uw bericht vrij "
	  "te geven." },
	{ KIND_MACHINE, JAN, "Captcha required", "",
	  "To deliver your message to Harry Vink we need you to solve a quick puzzle at the address below." },
	{ KIND_MACHINE, "Netwerk <storingen@net.example>", "Storing verholpen", "",
	  "De storing aan uw glasvezelverbinding (melding 4471) is verholpen. Heeft u nog klachten? Herstart dan uw modem." },
	{ KIND_MACHINE, "UptimeWacht <wacht@uptime.example>", "Periodieke meting: 2 meldingen", "",
	  "Website www.proactief.example was van 02:10 tot 02:14 onbereikbaar. Statuscode 503." },
	{ KIND_MACHINE, "Gemeente <web@gemeente.example>", "Formulier ingezonden", "",
	  "Bedankt voor het invullen van ons contactformulier. We hebben uw inzending goed ontvangen. Dit is een kopie voor uw "
	  "administratie." },
	{ KIND_COMPLAINT, JAN, "Automatisch antwoord op mijn brief", "",
	  "Ik schreef een brief van drie kantjes over dossier 2617304 en kreeg er een standaardmail voor terug. Heeft iemand hem "
	  "gelezen?" },
	{ KIND_COMPLAINT, JAN, "Fijne vakantie", "",
	  "Fijne vakantie gehad? Ik niet, want u liet in juli beslag leggen terwijl de regeling gewoon liep." },
	{ KIND_FOLLOW_UP, JAN, "Re: Ontvangstbevestiging klacht K-2026-000287", TIED_287,
	  "Dank u. Nog een aanvulling: het gesprek was niet op 3 maar op 4 maart." },
	{ KIND_FOLLOW_UP, JAN, "K-2026-000287", "",
	  "Hoe staat het ermee? De termijn was gisteren om." },
	{ KIND_FOLLOW_UP, JAN, "Klacht k2026-000287", "",
	  "Laat maar zitten, het is opgelost. U kunt de klacht sluiten." },
	{ KIND_FOLLOW_UP, JAN, "Re: Ontvangstbevestiging klacht K-2026-000287", TIED_287,
	  "Wat bedoelt u met zeven werkdagen? Telt zaterdag mee?" },
};

static bool read_row(const struct mail_row *row)
{
	char bytes[4000];
	struct parse_note note;
	struct record *r;
	struct message *m;
	int n = snprintf(bytes, sizeof bytes, "From: %s\nTo: klachten@proactief.example\nSubject: %s\nMessage-ID: <1@mail.example>\n%s"
			 "Content-Type: text/plain; charset=utf-8\n\n%s\n", row->from, row->subject, row->head, row->body);
	assert_int_equal(mail_read((const uint8_t *)bytes, (size_t)n, "x.eml", MAIL_FULL, &rules_default, &r, &m, &note), PARSE_OK);
	bool right = r->kind == row->kind && (row->kind != KIND_MACHINE || r->receipt.verdict != VERDICT_SEND);
	if (!right)
		print_error("\"%s\" is %s (%s), want %s\n", row->body, kind_name(r->kind), verdict_name(r->receipt.verdict), kind_name(row->kind));
	record_free(r);
	message_free(m);
	return right;
}

static void programs_are_known_by_what_they_say(void **state)
{
	(void)state;
	size_t wrong = 0;
	for (size_t i = 0; i < sizeof MAILS / sizeof *MAILS; i++)
		wrong += !read_row(&MAILS[i]);
	assert_int_equal(wrong, 0);
}

/* What nobody could tell is held: it answers a receipt, quotes nothing, and speaks of no affair. */
static void a_bare_answer_is_held(void **state)
{
	static const struct mail_row BARE[] = {
		{ KIND_FOLLOW_UP, JAN, ANSWER, TIED, "Prima, dank u wel." }, { KIND_FOLLOW_UP, JAN, ANSWER, TIED, "Akkoord. Groet, Jan" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof BARE / sizeof *BARE; i++) {
		char bytes[1000];
		struct parse_note note;
		struct record *r;
		struct message *m;
		int n = snprintf(bytes, sizeof bytes, "From: %s\nTo: klachten@proactief.example\nSubject: %s\n%s\n%s\n", BARE[i].from, BARE[i].subject, BARE[i].head, BARE[i].body);
		assert_int_equal(mail_read((const uint8_t *)bytes, (size_t)n, "x.eml", MAIL_FULL, &rules_default, &r, &m, &note), PARSE_OK);
		assert_int_equal(r->kind, KIND_FOLLOW_UP);
		assert_int_equal(r->receipt.verdict, VERDICT_HOLD);
		assert_string_equal(r->receipt.why[0].code, "bare-answer");
		record_free(r);
		message_free(m);
	}
}

static void where_nobody_speaks_the_receipt_waits(void **state)
{
	(void)state;
	char bytes[] = "From: Netwerkplek 24 <hallo@netwerkplek.example>\nTo: klachten@proactief.example\nSubject: Nieuwe connectie\n\n"
		       "Petra Vos wil met je verbinden. Bekijk haar profiel of negeer dit verzoek.\n";
	struct parse_note note;
	struct record *r;
	struct message *m;
	assert_int_equal(mail_read((const uint8_t *)bytes, sizeof bytes - 1, "x.eml", MAIL_FULL, &rules_default, &r, &m, &note), PARSE_OK);
	assert_int_equal(r->receipt.verdict, VERDICT_HOLD);
	assert_string_equal(r->receipt.why[0].code, "nobody-speaks");
	record_free(r);
	message_free(m);
}

static void a_lists_traffic_is_not_for_us(void **state)
{
	(void)state;
	static const char OTHERS[] = "List-Id: <kring.lijst.example>\nList-Post: <mailto:kring@lijst.example>\nPrecedence: list\n";
	struct mail_row row = { KIND_COMPLAINT, "Ineke <ineke@lijst.example>", "Hoe doen jullie dit?", OTHERS, "Jullie medewerker was woedend en onbeschoft tegen ons. Ik ben het zat." };
	assert_true(read_row(&row));	/* a group of our own puts the same on people's mail: it is addressed to us */
	char bytes[1000];
	struct parse_note note;
	struct record *r;
	struct message *m;
	int n = snprintf(bytes, sizeof bytes, "From: %s\nTo: kring@lijst.example\nSubject: %s\n%s\n%s\n", row.from, row.subject, row.head, row.body);
	assert_int_equal(mail_read((const uint8_t *)bytes, (size_t)n, "x.eml", MAIL_FULL, &rules_default, &r, &m, &note), PARSE_OK);
	assert_int_equal(r->kind, KIND_MACHINE);
	assert_int_equal(r->receipt.verdict, VERDICT_HOLD);
	record_free(r);
	message_free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(programs_are_known_by_what_they_say), cmocka_unit_test(a_bare_answer_is_held), cmocka_unit_test(where_nobody_speaks_the_receipt_waits),
		cmocka_unit_test(a_lists_traffic_is_not_for_us),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
