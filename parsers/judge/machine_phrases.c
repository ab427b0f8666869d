/* The phrases of programs: out-of-office notes, acknowledgements of ticket systems, newsletters, bounces without a report, read receipts, invitations, addresses that
 * are no more, challenges to unknown senders, notices of devices. Weights are summed per kind of mail: 4 is sure, 2 wants another sign. */
#include "parsers/judge/machine_phrases.h"

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
	{ "(nog een stap|nog 1 stap|bevestig uw bericht|bevestig je bericht|bevestiging nodig|bevestiging vereist|verificatie afzender|afzender verifieren|verifieer|verification required|"
	  "please confirm your (message|email|e mail)|please verify|confirm your message|action required|one more step|sender verification|ihre nachricht wartet|"
	  "bitte bestatigen sie ihre (nachricht|e mail))", WHAT_WHO, 3 },
	{ "(nieuw voicemailbericht|nieuw voicemail|nieuw bericht in|u heeft een voicemail|u heeft een fax|faxbericht|gescand document|gescande|scan van|scanned (document|from|image)|"
	  "overzicht # (tegengehouden|geblokkeerde)|uw e mailrapport|rapport|weekrapport|dagrapport|nieuwe review|nieuwe beoordeling|new review|back up|backup|taak)", WHAT_NOTICE, 2 },
	{ "overzicht ~ (tegengehouden|geblokkeerde|vastgehouden)", WHAT_NOTICE, 3 }, { "hoe was (ons|uw|je) (contact|gesprek|bezoek|ervaring|bestelling|aankoop)", WHAT_NEWS, 3 },
	{ "hoe (vond|beviel|bevalt|waardeert|beoordeelt|ervoer|ervaarde|ervaart) (u|je) (ons|onze|uw|je|het|de)", WHAT_NEWS, 3 }, { "(how did we do|how was (your|our)|tell us how|wie zufrieden waren sie)", WHAT_NEWS, 3 },
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
	{ "automatisch (gegenereerd*|aangemaakt|gemaakt|verzonden|verstuurd|opgesteld)", WHAT_ACK, 2 },
	{ "automatische (reactie|ontvangstbevestiging|beantwoorder|beantwoording|melding)", WHAT_ACK, 1 },
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
	/* a survey: what it asks, and what it gives */
	{ "(hoe waarschijnlijk is het dat (u|je)|how likely (are you|is it)|wie wahrscheinlich ist es)", WHAT_NEWS, 3 },
	{ "(klik|kies|geef|druk) (op |)(een |uw |je |het |)(cijfer|score|rapportcijfer|smiley|aantal sterren)", WHAT_NEWS, 2 },
	{ "(open|start|vul|naar|invullen van|fill in|take|complete) (de |deze |onze |het |the |this |our |)(korte |)(vragenlijst|onderzoek|enquete|questionnaire|survey)", WHAT_NEWS, 2 },
	{ "(onder|uit) (de|alle) (inzenders|inzendingen|deelnemers|invullers|respondenten) (verloten|verloot|kiezen)", WHAT_NEWS, 3 },
	{ "(u|je) (ontvangt|krijgt) deze (uitnodiging|enquete|vragenlijst|oproep|aanbieding|update)", WHAT_NEWS, 2 },
	/* sales mail that a program sends as a person's: the way out of its list, and what it offers */
	{ "(optout|uitschrijflink|verzendlijst|mailinglijst|mailinglist|mailing list)", WHAT_NEWS, 1 },
	{ "(bericht|mail|e mail|deel|message|email) # (van|of|uit) #", WHAT_NEWS, 2 },
	{ "(plan|boek|reserveer|book|schedule|grab) (hier |zelf |direct |nu |vandaag |dan |alvast |)(zelf |)(een |a |your |uw |je )~ (demo|demonstratie|kennismaking|call|slot|meeting)", WHAT_NEWS, 2 },
	{ "(liever|rather|prefer) (geen|niet|not|no) (meer |to hear|mail*|berichten|more)", WHAT_NEWS, 1 },
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
	/* away: until when, who stands in, and what becomes of the mail */
	{ "(ik|wij|we) (ben|zijn|zit|zitten|geniet|genieten|verblijf|verblijven|vertoef|vertoeven) ~ (tot en met|t m|tot|van|vanaf|sinds) ~ "
	  "(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|maandag|dinsdag|woensdag|donderdag|vrijdag)", WHAT_AWAY, 2 },
	{ "(tot en met|t m|tot|vanaf) (maandag |dinsdag |woensdag |donderdag |vrijdag |zaterdag |zondag |)# (januari|februari|maart|april|mei|juni|"
	  "juli|augustus|september|oktober|november|december)", WHAT_AWAY, 1 },
	{ "(op zee|op de camping|met de caravan|met de camper|in het buitenland|er even tussenuit|een weekje weg|een paar dagen weg|op reis|"
	  "genieten van|van een welverdiende|ouderschapsverlof|zwangerschapsverlof|zorgverlof|sabbatical|met pensioen|aan het werk|niet aan het werk)", WHAT_AWAY, 1 },
	{ "(in verband met|vanwege|wegens|door|ivm|i v m) (mijn |een |)(ziekte|vakantie|verlof|ouderschapsverlof|zwangerschapsverlof|zorgverlof|afwezigheid|"
	  "feestdagen|studie|verbouwing)", WHAT_AWAY, 1 },
	{ "(werk|werken|werkzaam) ~ niet op (maandag|dinsdag|woensdag|donderdag|vrijdag)", WHAT_AWAY, 2 },
	{ "(lees|bekijk|beantwoord|behandel|lezen|beantwoorden) (ik |wij |we |uw |je |mijn |mails |berichten |e mail |mail |_ |)(pas |dan |)(daarna|na die datum|na terugkomst|"
	  "na mijn|bij terugkomst|op mijn|zodra)", WHAT_AWAY, 2 },
	{ "(mailtjes|mails|berichten|e mails) (lees|beantwoord|bekijk) (ik|wij|we)", WHAT_AWAY, 2 },
	{ "(ik |wij |)(lees|bekijk|beantwoord|antwoord) pas (daarna|weer|op|na|vanaf|over)", WHAT_AWAY, 2 },
	{ "(neemt|nemen|zal) (voor mij |mij |me |mijn zaken |mijn werk |ons |) ~ (waar|over|waarnemen|overnemen)", WHAT_AWAY, 2 },
	{ "(vervangt|vervangen) (mij|me|ons)", WHAT_AWAY, 2 }, { "(waarnemend|waarnemer|vervanger|plaatsvervanger|mijn vervangster)", WHAT_AWAY, 1 },
	{ "mijn (werk|werkzaamheden|taken|zaken|post) (is|zijn|worden|wordt) ~ (overgenomen|waargenomen|behandeld)", WHAT_AWAY, 2 },
	{ "(behandelt|beantwoordt|bekijkt|leest) (in die tijd|in deze periode|zolang|ondertussen|dan) (mijn|de)", WHAT_AWAY, 2 },
	{ "(kunt|kan) (u|je) (in die tijd |in deze periode |zolang |dan |ook |het beste |)(terecht bij|contact opnemen met|zich wenden tot|mailen naar|bellen met)", WHAT_AWAY, 1 },
	{ "(mail|bel|neem contact op met|neem dan contact op met|wend u|wendt u) (dan |gerust |even |)(mijn collega|met mijn collega|tot mijn collega|mijn vervanger|naar)", WHAT_AWAY, 1 },
	{ "(heeft het haast|heeft het spoed|kan het niet wachten|is het dringend|is er haast bij|voor spoed|bij spoed|met spoed|voor dringende gevallen)", WHAT_AWAY, 1 },
	{ "(sta|staan|zit|zitten|ben|zijn) (ik |wij |we |)(weer |er weer )(voor u klaar|voor je klaar|achter mijn bureau|op mijn plek|te bereiken|bereikbaar|terug)", WHAT_AWAY, 2 },
	{ "(zit|ben|sta) ik weer ~ (bureau|plek|klaar|bereikbaar|kantoor|werk)", WHAT_AWAY, 2 },
	{ "(praktijk|kantoor|winkel|bedrijf|zaak|school|salon|werkplaats|showroom) (is|zijn) (gesloten|dicht) (van|tot|vanaf|wegens|in|t m|tussen)", WHAT_AWAY, 3 },
	{ "(eerstvolgende|eerst volgende) werkdag", WHAT_AWAY, 1 }, { "(wij|we) zijn (er even niet|met vakantie|gesloten)", WHAT_AWAY, 2 },
	{ "(wont|will not|cant|cannot|not) (be |)(checking|check|read|reading|able to read|monitoring) (my |)(email*|e mail*|mail*|messages)", WHAT_AWAY, 2 },
	{ "(im|i am|i will be|ill be|we are) (off|away|travelling|traveling|hiking|sailing|on leave|on holiday|out) ~ ~ (until|till|through|from)", WHAT_AWAY, 2 },
	{ "(cant wait|cannot wait|my colleague|in my absence|while i am away|on my return|when i return|when i am back|when im back)", WHAT_AWAY, 1 },
	{ "(bis|vom|ab|bis zum|bis einschliesslich) (einschliesslich |zum |)# (januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)", WHAT_AWAY, 1 },
	{ "(im urlaub|in elternzeit|auf dienstreise|auf reisen|krankheitsbedingt|ausser haus|nicht im buro)", WHAT_AWAY, 2 },
	{ "(lese|beantworte) (ich |)(meine |ihre |)(mails |e mails |nachrichten |_ |)(erst|wieder|danach)", WHAT_AWAY, 2 }, { "(vertretung|meine vertretung|vertritt mich)", WHAT_AWAY, 2 },
	{ "(przebywam|jestem|bede) (obecnie |teraz |)(na|poza) (urlopie|zwolnieniu|biurem|biurze)", WHAT_AWAY, 3 }, { "w pilnych (sprawach|przypadkach)", WHAT_AWAY, 2 },
	{ "(yillik|senelik) izin*", WHAT_AWAY, 3 }, { "acil (durumlarda|durum|konular*)", WHAT_AWAY, 2 }, { "tarihine kadar", WHAT_AWAY, 1 },
	/* an address or a person that is no more */
	{ "(dit|deze|mijn oude) (e mailadres|mailadres|adres|mailbox|postvak|e mail adres|inbox|account) (is|wordt|bestaat|zal) ~ "
	  "(in gebruik|niet meer*|gebruikt|gelezen|uitgelezen|vervallen|opgeheven|niet langer*|niet actief|gesloten|bekeken|gecontroleerd|beheerd)", WHAT_GONE, 3 },
	{ "(werkt|werken|is|zijn) (helaas |sinds kort |inmiddels |per _ |)(niet meer|niet langer) (werkzaam |in dienst |verbonden |)(bij|voor|aan|binnen)", WHAT_GONE, 2 },
	{ "(uit dienst|verliet|heeft onze organisatie verlaten|heeft ons verlaten|heeft het bedrijf verlaten|met pensioen|andere baan)", WHAT_GONE, 1 },
	{ "(ben|heb) ik niet meer (werkzaam|in dienst|verbonden)", WHAT_GONE, 2 },
	{ "(uw|je) (bericht|e mail|mail) (is|wordt|werd) (dan ook |daarom |dus |hier |)(niet (gelezen|bezorgd|doorgestuurd|behandeld|afgeleverd|beantwoord)|automatisch doorgestuurd)", WHAT_GONE, 2 },
	{ "(berichten|mails|e mails|mail) (aan|naar|op) (dit|deze) (adres|e mailadres|mailadres|mailbox) (worden|wordt) (niet|automatisch)", WHAT_GONE, 3 },
	{ "(adresboek|contactenlijst|contacten) (aan te passen|aanpassen|bij te werken|te wijzigen|wijzigen|bijwerken)", WHAT_GONE, 2 }, { "pas ~ (adresboek|contacten) aan", WHAT_GONE, 2 },
	{ "(stuur|zend|verstuur|mail|richt) ~ (bericht|vraag|mail|hem|het|deze) ~ (opnieuw |nogmaals |)(aan|naar|op)", WHAT_GONE, 1 },
	{ "opnieuw te (sturen|verzenden|versturen|mailen)", WHAT_GONE, 1 }, { "(gebruik|gebruikt u|gebruik dan) (voortaan|vanaf nu|in het vervolg|hiervoor|s v p)", WHAT_GONE, 1 },
	{ "(opgegaan in|gefuseerd|overgenomen door|gestopt met|opgehouden te bestaan|bedrijfsbeeindiging)", WHAT_GONE, 1 },
	{ "(geautomatiseerde|automatisch verzonden|automatisch verstuurde|automatisch gegenereerde) (reactie|melding|mail|antwoord|bericht)", WHAT_ACK, 3 },
	{ "(wordt|werd|is|worden) automatisch (verstuurd|verzonden|gemaakt|aangemaakt|gegenereerd|opgesteld)", WHAT_ACK, 2 },
	{ "(mailbox|inbox|address|account|email address|e mail address) (is|are) (no longer|not) (monitored|in use|active|used|valid|checked|read|attended)", WHAT_GONE, 3 },
	{ "(has|have) left (the company|our company|the organi*|the firm|the office|us|_)", WHAT_GONE, 1 }, { "no longer (works|work|employed|working) (at|for|with|here|by)", WHAT_GONE, 2 },
	{ "(please |kindly |)(direct|redirect|send|address|forward) (your |all |any |)(correspondence|mail|emails|e mails|messages|enquiries|inquiries) to", WHAT_GONE, 2 },
	{ "(please |)update your (address book|contacts|records)", WHAT_GONE, 2 }, { "(please |)use (our|the) (contact form|website|portal|new address) ~ instead", WHAT_GONE, 2 },
	{ "(e mail adresse|mailadresse|adresse|postfach) (ist|wird) ~ (nicht mehr|nicht langer|abgeschaltet|ungultig)", WHAT_GONE, 3 },
	{ "(bitte |)(verwenden|benutzen|nutzen) sie (kunftig|ab sofort|bitte|stattdessen|in zukunft)", WHAT_GONE, 2 },
	{ "(adres|skrzynka) ~ (nie jest juz|nieaktywn*|nieaktualn*)", WHAT_GONE, 3 }, { "(adres*|posta kutusu*) ~ (artik kullanil*|kullanilmamaktadir|gecerli degil)", WHAT_GONE, 3 },
	/* who are you? an unknown sender is to prove himself */
	{ "(geen robot|geen spammer|een mens bent|bent u een mens|echt persoon|een echt mens|a human|not a robot|not a bot|kein roboter|ein mensch sind)", WHAT_WHO, 2 },
	{ "(onbekende|nieuwe|unknown|unrecognised|unrecognized|unbekannte) (afzender*|sender*|absender*)", WHAT_WHO, 2 },
	{ "(uw|je) (bericht|e mail|mail) (is|wordt|staat|werd) ~ (vastgehouden|tegengehouden|quarantaine|wachtrij|in de wacht|geparkeerd|niet bezorgd|geweigerd|geblokkeerd)", WHAT_WHO, 3 },
	{ "(nog niet in|niet in|staat niet in) (mijn|onze|het|ons) (adresboek|lijst|contacten|toegestane)", WHAT_WHO, 3 },
	{ "(bevestig|bevestigen|bevestiging|verifieer|verifieren|verificatie|aan te melden) ~ (uw|je|dat|van uw|eenmalig|afzender|eerste) ~ (bericht|e mail|mail|adres|afzender|eenmalig)", WHAT_WHO, 2 },
	{ "eenmalig* (te |)(verifieren|bevestigen|bevestiging|identificeren|aanmelden)", WHAT_WHO, 2 },
	{ "(klik|open|vul|volg|gebruik|click|klicken sie) ~ (koppeling|link|code|knop|button|adres)", WHAT_WHO, 1 },
	{ "(ongewenste post|ongewenste mail|ongewenste e mail|spam te weren|spamfilter|spam te|to prevent spam|avoid spam|um spam)", WHAT_WHO, 2 },
	{ "your (message|email|e mail|mail) ~ (is waiting|is being held|has been held|is held|is on hold|was quarantined|has been quarantined|in a queue|held in)", WHAT_WHO, 3 },
	{ "(confirm|verify|prove) ~ (your |that you |you are |)(message|email|address|identity|human|sender|person)", WHAT_WHO, 2 }, { "(only |)(have|need) to do this once", WHAT_WHO, 2 },
	{ "(ihre|deine) (nachricht|e mail|mail) (wartet|wird|wurde) ~ (freigabe|zuruckgehalten|festgehalten|zugestellt|bestatig*)", WHAT_WHO, 3 },
	{ "nachricht einmalig (bestatigen|freigeben)", WHAT_WHO, 3 },
	/* desks */
	{ "(uw|je) (bericht|e mail|mail|vraag|verzoek|aanvraag|melding) is ~ (in goede orde|goed|bij ons) (ontvangen|binnengekomen|aangekomen)", WHAT_ACK, 3 },
	{ "(uw|je|onze) (referentie|referentienummer|ticketnummer|meldingsnummer|zaaknummer|aanvraagnummer) (is|luidt)", WHAT_ACK, 1 },
	{ "(onder|met) nummer # (in ons systeem|geregistreerd|bij ons|bekend|aangemaakt|opgenomen)", WHAT_ACK, 3 },
	{ "een (collega|medewerker|van onze collega s|van onze medewerkers) (pakt|neemt|gaat|bekijkt|zal|kijkt)", WHAT_ACK, 1 },
	{ "(deze|het|uw vraag|uw bericht) (wordt|is) (doorgestuurd|doorgezet|doorgestuurd) (naar|aan) (de|het|onze)", WHAT_ACK, 2 },
	{ "(u|je) (hoort|ontvangt|krijgt) (binnen|uiterlijk|zo spoedig|zo snel|de eerstvolgende) ~ (van ons|bericht|reactie|antwoord|werkdag*)", WHAT_ACK, 2 },
	{ "(beste|geachte) (relatie|mailer|bezoeker|gebruiker|inwoner|client|patient|huurder|verzekerde)", WHAT_ACK, 2 },
	{ "(your|the) (case|ticket|request) (has been|was|is) (closed|resolved|solved|reopened|merged)", WHAT_ACK, 3 }, { "(you can |)reopen (it|this|your)", WHAT_ACK, 1 },
	{ "(onlangs|recent|laatst) (had|heeft) (u|je) contact", WHAT_NEWS, 2 }, { "(vul|vult u) (de|onze|deze|een) (korte |)(vragenlijst|enquete)", WHAT_NEWS, 2 },
	{ "(wat vond|hoe beoordeelt|hoe ervaarde|hoe was|hoe tevreden) (u|je)", WHAT_NEWS, 1 }, { "(vragenlijst|enquete|onderzoek) (van|duurt) (# |een paar |enkele )(minuten|minuut)", WHAT_NEWS, 2 },
	/* devices and services report */
	{ "heeft (een nieuw|een|nieuwe|# nieuwe|# nieuw) (voicemail*|fax*)", WHAT_NOTICE, 3 },
	{ "(beluister|beluisteren) (de|uw|het) (bijlage|bericht|voicemail|opname)", WHAT_NOTICE, 2 }, { "(postvak|mailbox) # ~ heeft (een|#)", WHAT_NOTICE, 3 },
	{ "(u|je) (heeft|hebt) # ~ (ongelezen|nieuwe|oude) (bericht*|mail*|voicemail*|melding*)", WHAT_NOTICE, 2 },
	{ "(aantal pagina s|aantal paginas|apparaat|toestel|device|beller|wachtrij|wachttijd|tijdvak|zending|taak|status|server|host|job|duur) #", WHAT_NOTICE, 1 },
	{ "(volgende|onderstaande|deze|# ) (berichten|mails|e mails) (zijn|werden|worden) ~ (tegengehouden|geblokkeerd|vastgehouden|geplaatst|verwijderd)", WHAT_NOTICE, 4 },
	{ "# (tegengehouden|geblokkeerde|vastgehouden|ongewenste) (berichten|mails|e mails)", WHAT_NOTICE, 3 },
	{ "(berichten|mails) worden (na|binnen) # dagen (gewist|verwijderd|automatisch)", WHAT_NOTICE, 3 },
	{ "(following|these|#) (messages|emails|e mails) (were|have been|are) ~ (held|blocked|quarantined|rejected|stopped)", WHAT_NOTICE, 4 },
	{ "(vrijgeven|release)", WHAT_NOTICE, 1 }, { "(dit overzicht|dit rapport|this report|this summary|dieser bericht) (wordt|is|wird)", WHAT_NOTICE, 2 },
	{ "(met u|met je|with you) gedeeld", WHAT_NOTICE, 2 }, { "heeft ~ (met u|met je) gedeeld", WHAT_NOTICE, 3 }, { "(has |)shared ~ with you", WHAT_NOTICE, 3 },
	{ "wachtwoord van ~ (account|gebruiker|_) ~ verloopt", WHAT_NOTICE, 4 }, { "password ~ (expires|will expire|has expired)", WHAT_NOTICE, 4 },
	{ "nieuwe (beoordeling|review|recensie|reactie) (geplaatst|ontvangen|op|voor)", WHAT_NOTICE, 3 }, { "(is|heeft) een nieuwe (beoordeling|review|recensie|reactie) (geplaatst|ontvangen|achtergelaten)", WHAT_NOTICE, 4 },
	{ "new (review|rating|comment) (has been |was |)(posted|received|for)", WHAT_NOTICE, 3 },
	{ "(volg|volgen) (uw|je) (zending|pakket|bestelling)", WHAT_NOTICE, 2 },
	/* a list's program */
	{ "(stuur|send|schick*) ~ (inzendingen|submissions|bijdragen|beitrage) (voor|to|an|aan|naar|for)", WHAT_NEWS, 3 }, { "(onderwerpen van vandaag|todays topics|meldungen des tages)", WHAT_NEWS, 4 },
	/* somebody tells what a program wrote to him */
	{ "(krijg|kreeg|kregen|krijgen|ontvang|ontving|komt|kwam|volgt|volgde|stuurt|sturen|stuurde|got|get|received|bekomme|bekam|erhalte|erhielt|dostaje|otrzymal*) ~ "
	  "(automatisch*|nieuwsbrief|nieuwsbrieven|newsletter*|robot*|standaard*|afwezig*|afwezigheids*|out of office|automatic|automated|auto|ontvangstbevestiging|automatyczn*)", WHAT_TOLD, 4 },
	{ "(ik was|wij waren|was ik|waren wij|net terug van|terug van|i was|we were) ~ ~ (vakantie|op vakantie|met vakantie|van vakantie|in het buitenland|afwezig|on holiday|away)", WHAT_TOLD, 4 },
	{ "(uw|jullie|die|dat|zo n|your|that|ihre|weer een|steeds een|alleen een|telkens een) (automatisch*|nieuwsbrief|nieuwsbrieven|mailings|newsletter|voicemail|robot*|afwezigheids*|autoreply|auto reply|out of office|automated|automatic)", WHAT_TOLD, 3 },
};

struct phrase_set machine_subjects PHRASE_LISTED = PHRASE_SET(SUBJECTS);
struct phrase_set machine_bodies PHRASE_LISTED = PHRASE_SET(BODIES);
