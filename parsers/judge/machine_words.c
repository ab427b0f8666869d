/* What programs write: out-of-office notes, acknowledgements of ticket systems, newsletters, bounces without a report, read receipts, invitations. */
#include <string.h>

#include "parsers/judge/machine.h"
#include "parsers/words/phrases.h"

#define JUDGED_BYTES (16u << 10)

enum what { WHAT_AWAY = 1, WHAT_ACK, WHAT_NEWS, WHAT_BOUNCE, WHAT_READ, WHAT_MEETING, WHAT_NOTICE, N_WHAT };
static const char *const WHATS[N_WHAT] = {
	[WHAT_AWAY] = "an out-of-office note", [WHAT_ACK] = "an automatic acknowledgement", [WHAT_NEWS] = "a newsletter or mailing",
	[WHAT_BOUNCE] = "a delivery failure", [WHAT_READ] = "a read receipt", [WHAT_MEETING] = "a calendar message", [WHAT_NOTICE] = "an automatic notice",
};

/* Only where the subject starts. */
static const struct phrase SUBJECTS[] = {
	{ "(automatisch antwoord|automatisch bericht|automatic reply|automatische antwort|automatische reactie|"
	  "automatisches antwort|auto reply|autoreply|autoantwoord|auto antwoord|reponse automatique|autoresponder|"
	  "odpowiedz automatyczna|automatyczna odpowiedz|otomatik yanit|otomatik cevap|respuesta automatica|risposta "
	  "automatica|automatische afwezigheidsmelding)", WHAT_AWAY, 3 },
	{ "(afwezig (ontvangstbevestiging|re|klacht|van|tot|t m|wegens|i v m|ivm|met|uw)|afwezigheid|"
	  "afwezigheidsbericht|afwezigheidsmelding|afwezigheidsassistent|out of office|out of the office|ooo|buiten "
	  "kantoor|niet op kantoor|niet aanwezig|abwesenheit*|abwesend|ausser haus|vakantiebericht|vakantie|vacation|"
	  "on leave|on holiday|nieobecnosc|absence|absent du bureau|away|verlof)", WHAT_AWAY, 3 },
	{ "afwezig", WHAT_AWAY, 2 },
	{ "(ontvangstbevestiging|bevestiging ontvangst|bevestiging van ontvangst|automatische ontvangstbevestiging|"
	  "wij hebben uw (bericht|e mail|mail|vraag|verzoek) ontvangen|we hebben (je|uw) (bericht|e mail|mail|vraag|"
	  "verzoek|aanvraag) ontvangen|uw (melding|verzoek|aanvraag|vraag|bericht|ticket) is (ontvangen|"
	  "geregistreerd|aangemaakt)|bedankt voor (uw|je) (bericht|e mail|aanvraag|mail|vraag)|eingangsbestatigung|"
	  "your request has been received|request received|ticket (received|created|aangemaakt|ontvangen)|we "
	  "received your|case created|melding geregistreerd|thank you for (contacting|your)|nieuwe melding|uw "
	  "verzoek is in behandeling)", WHAT_ACK, 2 },
	{ "(nieuwsbrief|newsletter|mailing)", WHAT_NEWS, 2 },
	{ "(undelivered mail|undeliverable|undelivered|delivery status notification|delivery failure|delivery "
	  "notification|mail delivery (failed|failure|system|error|status)|mail system error|returned mail|returned "
	  "to sender|failure notice|failed delivery|failed mail|message (undeliverable|delivery failure|delayed|"
	  "delivery delayed|status|not delivered|could not be delivered|you sent blocked)|non delivery|nondelivery|"
	  "non remis|non distribuable|onbestelbaar*|niet bezorgd|niet afgeleverd|bericht (niet|kan niet|kon niet)|"
	  "bezorging (mislukt|vertraagd|is mislukt)|aflevering (mislukt|vertraagd)|unzustellbar|zustellung|nicht "
	  "zugestellt|unable to deliver|could not deliver|could not send message|warning (could not|message)|delayed "
	  "mail|delivery delayed|delivery (problem|report|incomplete|has failed|unsuccessful|error)|error sending|"
	  "rejected|rejected mail|mailbox (full|unavailable)|mail (failure|error|returned)|permanent delivery "
	  "failure|niedostarczon*|zwrot|teslim edilemedi|delivery attempt|postmaster notify|notification d etat|mail "
	  "could not)", WHAT_BOUNCE, 4 },
	{ "(gelezen|niet gelezen|ongelezen|read|not read|gelesen|lu|przeczytano|okundu|leesbevestiging|read receipt|"
	  "return receipt|ontvangstbewijs|verwijderd zonder|deleted without|gelezen melding|disposition notification|"
	  "bezorgd|afgeleverd|delivered|relayed|doorgegeven|weergegeven|displayed)", WHAT_READ, 3 },
	{ "(geaccepteerd|accepted|declined|tentative|tentatively accepted|voorlopig geaccepteerd|geweigerd|afgewezen|"
	  "uitnodiging|invitation|updated invitation|bijgewerkte uitnodiging|geannuleerd|cancelled|canceled|zugesagt|"
	  "abgesagt|einladung|nieuwe tijd voorgesteld|vergaderverzoek|vergadering|canceled event|geannuleerde "
	  "afspraak|bijgewerkt)", WHAT_MEETING, 2 },
	{ "(complaint about message from|email bounce notification|loop alert|duplicated message)", WHAT_NOTICE, 4 },
	{ "(voicemail|voicemailbericht|nieuwe voicemail|new voicemail|new voice message|gemiste oproep|missed call|"
	  "fax ontvangen|nieuwe fax|fax van|incoming fax|inkomende fax|new fax|uw bestelling|order confirmation|uw "
	  "pakket|je pakket|track trace|verzendbevestiging|bezorgbevestiging|abuse report|spam report|email feedback "
	  "report|cron|logwatch|daily report|quarantaine*|quarantine*|spam digest|wachtwoord|password|"
	  "verificatiecode|security alert|beveiligingsmelding|beveiligingswaarschuwing|statusupdate|backup|"
	  "monitoring|alert|storing|uw factuur|factuur|invoice|nieuw document|document gedeeld|heeft een bestand "
	  "gedeeld|inschrijving|bevestig je|bevestig uw|confirm your|welkom bij|welcome to)", WHAT_NOTICE, 2 },
};

/* Anywhere in the text of the mail itself. */
static const struct phrase BODIES[] = {
	{ "(dit is een|dit betreft een|deze e mail is een|dit bericht is een) (automatisch|automatische|"
	  "geautomatiseerd|geautomatiseerde) (antwoord|bericht|reactie|e mail|mail|gegenereerd*|verzonden|"
	  "ontvangstbevestiging|melding|beantwoording)", WHAT_ACK, 3 },
	{ "(automatisch (gegenereerd*|aangemaakt|verzonden|verstuurd)|automatische (reactie|ontvangstbevestiging|"
	  "beantwoorder|beantwoording|melding))", WHAT_ACK, 2 },
	{ "(ik ben|wij zijn|we zijn|ben|momenteel ben ik|op dit moment ben ik|ben ik) (momenteel |op dit moment |t m "
	  "|tot en met |tot |van |vanaf |nu |even |i v m |wegens |tijdelijk |_ |_ _ |)(afwezig|niet aanwezig|met "
	  "vakantie|op vakantie|niet op kantoor|buiten kantoor|met verlof|met zwangerschapsverlof|niet op het werk|"
	  "niet bereikbaar|afwezig wegens|niet werkzaam|out of office|vrij)", WHAT_AWAY, 2 },
	{ "(afwezig|met vakantie|op vakantie|vrij|niet op kantoor) (vanaf|van|tot|t m|tot en met|wegens|i v m|"
	  "en)", WHAT_AWAY, 1 },
	{ "(tijdens mijn afwezigheid|gedurende mijn afwezigheid|bij mijn afwezigheid|in mijn afwezigheid|na mijn "
	  "vakantie|na terugkomst|na mijn terugkeer|zodra ik terug ben|bij terugkomst|weer (aanwezig|bereikbaar|"
	  "terug|op kantoor)|hierna weer)", WHAT_AWAY, 1 },
	{ "(vanaf|op) ~ (weer|terug) (aanwezig|bereikbaar|op kantoor|beschikbaar)", WHAT_AWAY, 2 },
	{ "uw (e mail|bericht|mail) wordt (niet|in die periode|in deze periode|automatisch) (gelezen|doorgestuurd|"
	  "beantwoord|niet)", WHAT_AWAY, 2 },
	{ "(enige melding die u ontvangt|deze persoon afwezig|u ontvangt deze melding eenmalig)", WHAT_AWAY, 2 },
	{ "(voor dringende|bij dringende|in dringende|bij spoed|voor spoed*|in spoedgevallen|heeft uw bericht spoed|"
	  "is uw vraag dringend|voor urgente|bij urgente) (zaken|gevallen|vragen|kwesties|kunt|kan|bel|belt|"
	  "neem)", WHAT_AWAY, 1 },
	{ "(i am|im|i will be|i m|we are) (currently |now |presently |)(out of (the |)office|away|on (annual |"
	  "maternity |parental |sick |)leave|on (holiday|vacation)|not in the office|travelling)", WHAT_AWAY, 3 },
	{ "(limited|no) access to (my |)(e mail|email|mail)", WHAT_AWAY, 2 },
	{ "(will|shall) (be back|return|reply|respond) ~ (on|upon|when|after)", WHAT_AWAY, 1 },
	{ "(for urgent|in urgent|if urgent|in case of emergency|for immediate)", WHAT_AWAY, 1 },
	{ "(ich bin|wir sind) (derzeit |momentan |zur zeit |bis |vom |ab |_ _ |_ |)(nicht im (buro|haus|dienst)|"
	  "abwesend|im urlaub|ausser haus|nicht erreichbar|in elternzeit)", WHAT_AWAY, 3 },
	{ "(ihre (e mail|nachricht|mail) wird nicht|in dringenden (fallen|angelegenheiten)|wahrend meiner "
	  "abwesenheit|nach meiner ruckkehr|ab dem ~ wieder)", WHAT_AWAY, 2 },
	{ "(je suis (actuellement |)(absent|absente|en conge|en vacances)|jestem (nieobecny|nieobecna|na urlopie)|"
	  "izindeyim|ofis disindayim|ofiste degilim)", WHAT_AWAY, 3 },
	{ "(bedankt|dank|dank u|dank je) dat (u|je|jullie) (contact|een bericht|de moeite)", WHAT_ACK, 2 },
	{ "(beste|geachte|dear) (klant|abonnee|afzender|customer|subscriber|sender)", WHAT_ACK, 2 },
	{ "(een medewerker|een van onze medewerkers|ons team) (kijkt|neemt|pakt|gaat|zal)", WHAT_ACK, 1 },
	{ "(wij|we) hebben (uw|je) (aanvraag|melding|verzoek|vraag|ticket) ~ ontvangen", WHAT_ACK, 2 },
	{ "(wij|we) hebben (uw|je) (e mail|mail|bericht|verzoek|vraag|aanvraag|melding|brief|klacht|formulier|"
	  "reactie) (in goede orde |goed |met dank |)ontvangen", WHAT_ACK, 2 },
	{ "(uw|je) (melding|verzoek|ticket|aanvraag|vraag|bericht|e mail|mail|case|klacht) (is|werd|staat) (bij ons |"
	  "in ons systeem |door ons |succesvol |)(geregistreerd|ontvangen|aangemaakt|in behandeling*|binnengekomen|"
	  "bekend)", WHAT_ACK, 3 },
	{ "(is |wordt |)(geregistreerd|bekend) onder (nummer|het nummer|meldingsnummer|ticketnummer|referentie*|"
	  "zaaknummer|kenmerk)", WHAT_ACK, 2 },
	{ "(ticketnummer|meldingsnummer|casenummer|ticket number|case number|ticket id|ticket #|"
	  "serviceverzoek)", WHAT_ACK, 1 },
	{ "(op deze|op dit) (e mail|mail|bericht|e mailadres|mailadres|adres) (kunt u niet|kan niet|kunt u geen|kan "
	  "je niet|worden geen|hoeft u niet|wordt niet)", WHAT_ACK, 2 },
	{ "(niet (beantwoorden|antwoorden|reageren)|geen antwoord) (op |)(deze|dit)", WHAT_ACK, 2 },
	{ "(gelieve|verzoeken u|u kunt|kunt u) ~ niet (te |)(beantwoorden|reageren|antwoorden)", WHAT_ACK, 2 },
	{ "(niet gelezen|niet gemonitord|onbemand|onbewaakt) (postvak|mailbox|adres|e mailadres)", WHAT_ACK, 2 },
	{ "(do not|dont|please do not|cannot|can not) (reply|respond) (to this|directly)", WHAT_ACK, 2 },
	{ "(type your reply above this line|reply above this line|antwoord boven deze lijn|antwoord hierboven|"
	  "schrijf je antwoord boven|bitte geben sie ihre antwort uber)", WHAT_ACK, 4 },
	{ "(we|i) (have received|received) your (request|message|email|e mail|inquiry|enquiry|mail|"
	  "ticket)", WHAT_ACK, 2 },
	{ "your (request|ticket|case|message|email) ~ (has been|was) (received|created|logged|registered|assigned|"
	  "updated)", WHAT_ACK, 3 },
	{ "(this is an|this is a|this) (automated|automatic|automatically|auto) (generated|response|reply|message|"
	  "email|e mail|acknowledgement|acknowledgment|notification)", WHAT_ACK, 3 },
	{ "(automatically generated|auto generated|system generated)", WHAT_ACK, 2 },
	{ "(wir haben ihre (anfrage|nachricht|e mail) erhalten|dies ist eine automatisch*|diese (e mail|nachricht) "
	  "wurde automatisch|automatisch erstellt*|bitte antworten sie nicht)", WHAT_ACK, 3 },
	{ "(ceci est un message automatique|ne pas repondre|wiadomosc (zostala |)wygenerowana automatycznie|prosimy "
	  "nie odpowiadac|otomatik olarak)", WHAT_ACK, 3 },
	{ "(bedankt|dank|dank u|dank je|dank u wel) voor (uw|je|het) (e mail|bericht|mail|contact|vraag|opnemen van "
	  "contact|aanmelding|inschrijving|bestelling|aanvraag)", WHAT_ACK, 1 },
	{ "(thank you|thanks) for (contacting|your (email|e mail|message|enquiry|inquiry|request|"
	  "order))", WHAT_ACK, 1 },
	/* a desk's voice to nobody in particular */
	{ "(uw|je) (klacht|vraag|bericht|melding|mening) is (voor ons |)(belangrijk|waardevol)", WHAT_ACK, 3 },
	{ "(wat vervelend|het spijt ons|wij vinden het vervelend|we vinden het vervelend|dat vinden wij ~ vervelend|"
	  "jammer) (dat|om te horen dat) (u|je)", WHAT_ACK, 2 },
	{ "(heeft|heb) (u|je) een klacht", WHAT_ACK, 1 }, { "wij doen ons best", WHAT_ACK, 1 },
	{ "dat vinden (wij|we) ~ vervelend", WHAT_ACK, 1 },
	{ "(wij|we) (zijn|hebben) (op dit moment|momenteel|nu|vandaag) (gesloten|niet bereikbaar|geen personeel)", WHAT_AWAY, 2 },
	{ "ik ben ~ (op vakantie|met vakantie|afwezig|niet aanwezig|met verlof|niet op kantoor|buiten kantoor|met zwangerschapsverlof)", WHAT_AWAY, 2 },
	{ "(lees|bekijk|beantwoord) (mijn |geen |in die periode |dan |deze periode |)(e mail|mail|berichten|mails|e mails) ~ niet", WHAT_AWAY, 2 },
	{ "(lees|bekijk) (dan |in die periode |tussentijds |)geen (e mail|mail|mails|berichten)", WHAT_AWAY, 2 },
	{ "bel bij (haast|spoed|dringende)", WHAT_AWAY, 1 },
	{ "(mijn|uw) (e mail|mail|bericht*|post) wordt niet (doorgestuurd|gelezen|bekeken)", WHAT_AWAY, 2 },
	{ "(mailbox|postvak|postbus|inbox) (is |)(vol|overvol)", WHAT_BOUNCE, 2 },
	{ "(oorspronkelijk|oorspronkelijke) (bericht|mail)", WHAT_BOUNCE, 1 }, { "volgende (geadresseerde*|ontvanger*)", WHAT_BOUNCE, 2 },
	{ "er is nieuwe (post|mail) in", WHAT_NOTICE, 2 },
	{ "(wij|we) (streven ernaar|proberen|reageren|beantwoorden|nemen|komen) ~ (binnen|zo snel mogelijk|zo "
	  "spoedig mogelijk|contact)", WHAT_ACK, 1 },
	{ "(u ontvangt|u krijgt|ontvangt u) (binnen|zo spoedig|zo snel|uiterlijk) ~ (reactie|"
	  "antwoord)", WHAT_ACK, 1 },
	{ "(webversie|online versie|bekijk (deze|de|dit) (e mail|mail|nieuwsbrief|online|bericht)|view (this email|"
	  "in browser|online|in your browser)|in (de|uw|je) browser|niet goed leesbaar|im browser (ansehen|anzeigen)|"
	  "version en ligne)", WHAT_NEWS, 2 },
	{ "(u|je) (ontvangt|krijgt|heeft|hebt) deze (e mail|mail|nieuwsbrief|mailing|email) (omdat|ontvangen omdat|"
	  "van ons)", WHAT_NEWS, 2 },
	{ "(nieuwsbrief|newsletter|in dit nummer|in deze editie)", WHAT_NEWS, 1 },
	{ "(afmelden|uitschrijven|afmeldlink|unsubscribe|opt out|abmelden|se desabonner|desinscrire|wypisz|"
	  "abonelikten)", WHAT_NEWS, 1 },
	{ "(voorkeuren|preferences|profiel) (wijzigen|aanpassen|beheren|bijwerken)", WHAT_NEWS, 1 },
	{ "(meld|schrijf) (u|je) (hier |)(af|uit)", WHAT_NEWS, 2 },
	{ "(geen prijs (meer |)stellen op|niet langer ontvangen|geen mails meer ontvangen|liever geen mail)", WHAT_NEWS, 1 },
	{ "(geef (uw|je) mening|deel (uw|je) mening|enquete|klanttevredenheidsonderzoek|tevredenheidsonderzoek|beoordeel (ons|onze)|"
	  "hoe tevreden (was|bent|ben)|how satisfied (were|are)|take (the|our) survey|rate (us|our)|laat een review achter|wat vond (u|je) van)", WHAT_NEWS, 2 },
	{ "(update|manage) (your |)(preferences|subscription)", WHAT_NEWS, 2 },
	{ "(you are receiving this|you received this (email|e mail|message)) because", WHAT_NEWS, 2 },
	{ "(meld u aan|schrijf u in|lees meer|lees verder|read more|shop nu|bestel nu|nu voor maar|profiteer|"
	  "actiecode|kortingscode)", WHAT_NEWS, 1 },
	{ "(could not|couldnt|cannot|can not|wasnt|was not|were not|has not been|not be|unable to be|failed to be) "
	  "(be |)deliver*", WHAT_BOUNCE, 2 },
	{ "(delivery (has |)(failed|to the following)|the following (address|recipient)*|permanent (fatal |)error*|"
	  "mailbox (is |)(full|unavailable|not found)|user unknown|unknown user|no such user|recipient address "
	  "rejected|address not found|mail system|message could not be|your message did not reach|returned mail|"
	  "undeliverable)", WHAT_BOUNCE, 2 },
	{ "(niet (worden |)(bezorgd|afgeleverd|bestelbaar)|kan niet worden (bezorgd|afgeleverd)|kon niet worden "
	  "(bezorgd|afgeleverd)|onbestelbaar|nicht zugestellt|konnte nicht zugestellt)", WHAT_BOUNCE, 2 },
	{ "(this is the mail system|i am sorry to have to inform|im sorry to have to inform|this message was created "
	  "automatically by mail|diagnostic code|remote mta|reporting mta|smtp error|the original message was "
	  "received at|transcript of session follows|action failed|unrouteable address)", WHAT_BOUNCE, 3 },
	{ "(uw bericht|your message|ihre nachricht|votre message) ~ (is gelezen|was read|wurde gelesen|is verwijderd|"
	  "was deleted|is weergegeven|was displayed)", WHAT_READ, 3 },
	{ "(is gelezen op|was read on|wurde gelesen am|is verwijderd zonder te|was deleted without being|"
	  "leesbevestiging|read receipt|return receipt|bevestigt alleen dat ~ (geopend|weergegeven))", WHAT_READ, 3 },
	{ "(heeft (deze|de|uw|je) (uitnodiging|afspraak|vergadering)|has (accepted|declined)|microsoft teams "
	  "vergadering|join (the |)(meeting|zoom)|deelnemen aan de vergadering|klik hier om deel te nemen|neem deel "
	  "aan de vergadering|meeting id|google agenda|google calendar|vergaderings id)", WHAT_MEETING, 2 },
	{ "(nieuwe voicemail|new voicemail|voicemail (ontvangen|van|from)|voicemailbericht|fax ontvangen|received a "
	  "fax|new fax|faxbericht|gemiste oproep|missed call|track trace|trackingnummer|uw pakket|je pakket|uw "
	  "bestelling|bestelnummer|ordernummer|abuse report|this is an email abuse report|feedback "
	  "loop)", WHAT_NOTICE, 2 },
};
static struct phrase_set subjects = PHRASE_SET(SUBJECTS);
static struct phrase_set bodies = PHRASE_SET(BODIES);

int machine_words(const char *subject, const char *text, struct arena *a, const char **ret_what)
{
	struct folded f;
	struct phrase_hit hits[64];
	int weight[N_WHAT] = { 0 }, best = 1, sum = 0;
	unsigned char seen[sizeof BODIES / sizeof *BODIES] = { 0 };
	if (subject && fold_text(subject, strnlen(subject, 500), a, &f) == PARSE_OK && phrases_at(&subjects, &f, 0, &hits[0]))
		weight[SUBJECTS[hits[0].phrase].group] += SUBJECTS[hits[0].phrase].weight;
	if (fold_text(text, strnlen(text, JUDGED_BYTES), a, &f) != PARSE_OK)
		return 0;
	size_t n = phrases_find(&bodies, &f, 0, f.n, hits, 64);
	for (size_t i = 0; i < n; i++)
		if (!seen[hits[i].phrase]++)
			weight[BODIES[hits[i].phrase].group] += BODIES[hits[i].phrase].weight;
	for (int i = 1; i < N_WHAT; i++) {
		sum += weight[i];
		if (weight[i] > weight[best])
			best = i;
	}
	*ret_what = WHATS[best];
	/* an acknowledgement may speak of being away; other mixtures are chance */
	int pair = weight[WHAT_AWAY] + weight[WHAT_ACK];
	return pair > weight[best] ? pair : sum ? weight[best] : 0;
}
