/* The phrases by which the parts of a mail are known: greetings, closings, footers of telephones and virus scanners, disclaimers, banners of mail gateways.
 * Folded patterns (phrases.h); the weight is how surely a paragraph with it is a lawyer's: 3 alone will do, 1 and 2 want company. */
#include "parsers/words/words_sheet.h"

static const struct phrase STARTS[] = {
	/* greetings: the line may hold a name behind them */
	{ "(geachte|geacht|beste|lieve|waarde|geachten|weledele|weledelgestrenge|mijne|mijn heer|edelachtbare|zeer "
	  "geachte|hooggeachte)", PART_GREETING, 1 },
	{ "(hallo|hoi|hey|hi|ha|dag|heej|yo|hallootjes|hee|haai|halo)", PART_GREETING, 1 },
	{ "(goedemorgen|goedemiddag|goedenavond|goedeavond|goedendag|goededag|goeiedag|goeiemorgen|goeiemiddag|"
	  "goeienavond|goeden dag|goede morgen|goede middag|goede avond|goeie morgen|goeie middag|goeiendag|"
	  "goeieavond|moin|mogguh|gegroet|middag|morgen)", PART_GREETING, 1 },
	{ "(ls|lectori salutem|heren|dames|dames en heren|mevrouw|meneer|mijnheer|mensen|aan de directie|aan de "
	  "klachtenafdeling|geachte|collegas|directie)", PART_GREETING, 1 },
	{ "aan (de|het) (directie|klachtenafdeling|klachtencommissie|afdeling)", PART_GREETING, 1 },
	{ "(dear|hello|greetings|good morning|good afternoon|good evening|good day|to whom it may concern|sir|madam|"
	  "sirs|hi there|hiya)", PART_GREETING, 1 },
	{ "(sehr geehrte*|guten tag|guten morgen|guten abend|liebe|lieber|werte|sehr verehrte|grussgott|gruss gott|"
	  "an die beschwerdestelle)", PART_GREETING, 1 },
	{ "(bonjour|madame|monsieur|cher|chere|bonsoir|messieurs|mesdames)", PART_GREETING, 1 },
	{ "(szanowni panstwo|szanowny|szanowna|dzien dobry|witam|panstwo)", PART_GREETING, 1 },
	{ "(sayin|merhaba|merhabalar|iyi gunler|selam|selamlar|ilgili makama)", PART_GREETING, 1 },
	{ "(buenos dias|hola|estimado*|estimada*|buongiorno|gentile|buna ziua|stimate*|salut)", PART_GREETING, 1 },
	/* closings */
	{ "(met|mit|groeten met) (vriendelijke|vriendelijk|de vriendelijke|vrindelijke|hartelijke|beleefde|"
	  "hoogachtende|sportieve|welgemeende|oprechte|zonnige|een hartelijke|een vriendelijke|collegiale|"
	  "onvriendelijke|minder vriendelijke|teleurgestelde|gepaste|verschuldigde) (groet|groeten|groetjes|"
	  "hoogachting)", PART_CLOSING, 1 },
	{ "(vriendelijke|vriendelijk|hartelijke|beleefde|beste|vele|lieve|warme|sportieve|boze|teleurgestelde) "
	  "(groet|groeten|groetjes|groetend)", PART_CLOSING, 1 },
	{ "(met|mvg|mvrgr|mvrg|met vr|met vrie|met vriend|m vr|vr) (vriendelijke groet|vriendelijke groeten|groet|"
	  "groeten|gr|groetjes|grt)", PART_CLOSING, 1 },
	{ "mvrgr", PART_CLOSING, 1 },
	{ "(mvg|mvrgr|hoogachtend|hoogachtent|m vr gr|met vr gr|met vriendelijke|met hoogachting|met de meeste "
	  "hoogachting|inmiddels verblijf ik|inmiddels verblijven wij|verblijf ik|met verschuldigde hoogachting|wij "
	  "verblijven|verblijven wij)", PART_CLOSING, 1 },
	{ "(kind|best|warm|warmest|kindest|many|with kind|with best|yours) (regards|wishes|sincerely|faithfully|"
	  "truly)", PART_CLOSING, 1 },
	{ "(sincerely yours|sincerely|yours sincerely|yours faithfully|respectfully|cordially|"
	  "faithfully)", PART_CLOSING, 1 },
	{ "mit (freundlichen|freundlichem|besten|lieben|herzlichen|vorzuglicher) (grussen|gruessen|gruss|"
	  "hochachtung)", PART_CLOSING, 1 },
	{ "(freundliche|viele|beste|liebe|schone|herzliche) (grusse|gruesse)", PART_CLOSING, 1 },
	{ "(hochachtungsvoll|mfg|mit freundlichen|gruss|grusse)", PART_CLOSING, 1 },
	{ "(cordialement|bien cordialement|salutations distinguees|bien a vous|sinceres salutations|sinceres "
	  "salutations)", PART_CLOSING, 1 },
	{ "(veuillez agreer|je vous prie dagreer|recevez)", PART_CLOSING, 1 },
	{ "(z powazaniem|pozdrawiam|z wyrazami szacunku|serdecznie pozdrawiam|lacze wyrazy "
	  "szacunku)", PART_CLOSING, 1 },
	{ "(saygilarimla|saygilarimizla|iyi gunler dilerim|tesekkurler|tesekkur ederim|sevgiler|saygilar|iyi "
	  "calismalar)", PART_CLOSING, 1 },
	{ "(saludos|atentamente|un saludo|cordiali saluti|distinti saluti|cu respect|cu stima)", PART_CLOSING, 1 },
	{ "(groet|groeten|groetjes|grt|gr|grtz|grts|groetn|met groet|met groeten|de groeten|groetjes van|met dank|"
	  "bedankt|alvast bedankt|bvd|dank|dank u|dank u wel|thanks|thank you|thx|regards|cheers|danke|vielen dank|"
	  "merci|dziekuje|hgr|vrgr|doei|ciao|tot zover|namens|w g|met beleefde|bij voorbaat dank|alvast dank|thanks "
	  "in advance|many thanks)", PART_CLOSING_WEAK, 1 },
	/* footers of programs */
	{ "(verzonden|verstuurd|gestuurd|verzend|verstuur|verstuurt) (vanaf|met|vanuit|via|van|door) (mijn|mn|een|de|"
	  "outlook|mail|yahoo|gmail|samsung|android|iphone|ipad|proton|protonmail|hotmail|ziggo|kpn|xs4all|mozilla|"
	  "thunderbird|bluemail|webmail|k 9|het|roundcube|windows|tuta|tutanota|huawei|aol|edison|spark|"
	  "fairphone)*", PART_FOOTER, 1 },
	{ "(sent|send) (from|with|via|using) (my|a|outlook|mail|yahoo|gmail|samsung|android|iphone|ipad|proton|"
	  "protonmail|k 9|mailbird|bluemail|the|hotmail|spark|windows|aol|tuta)*", PART_FOOTER, 1 },
	{ "(get|download|haal|krijg) (outlook|bluemail|mail) (for|voor|fur|op) _", PART_FOOTER, 1 },
	{ "(outlook|bluemail|yahoo mail) (voor|for|fur|op|on) (android|ios|iphone|windows|mac|de)* (downloaden|"
	  "herunterladen|_)", PART_FOOTER, 1 },
	{ "(download|verkrijg) (outlook|de outlook app)*", PART_FOOTER, 1 },
	{ "(von meinem|gesendet von|gesendet mit|von meinem iphone|von unterwegs|diese nachricht wurde "
	  "von)", PART_FOOTER, 1 },
	{ "holen sie sich outlook*", PART_FOOTER, 1 }, { "(envoye|envoyee) (de|depuis|a partir)", PART_FOOTER, 1 },
	{ "obtenir outlook*", PART_FOOTER, 1 }, { "telechargez outlook*", PART_FOOTER, 1 },
	{ "(wyslano|wyslane) (z|ze|za)", PART_FOOTER, 1 },
	{ "pobierz (program outlook|aplikacje outlook|outlook*)", PART_FOOTER, 1 },
	{ "(iphoneumdan|ipadimden|samsung cihazimdan|android cihazimdan|galaxymden|telefonumdan) "
	  "gonderildi", PART_FOOTER, 1 },
	{ "(ios icin|android icin) outlook*", PART_FOOTER, 1 }, { "outlooku edinin", PART_FOOTER, 1 },
	{ "enviado desde", PART_FOOTER, 1 }, { "inviato da", PART_FOOTER, 1 }, { "trimis de pe", PART_FOOTER, 1 },
	{ "iphone kullanarak gonderildi", PART_FOOTER, 1 },
	{ "(virusvrij|virus free|virenfrei|antivirus|virusvrij*)", PART_FOOTER, 1 },
	{ "(deze|dit|dit e|deze e) (e mail|mail|bericht|email|mailbericht|e mailbericht|emailbericht) is ~ "
	  "(gecontroleerd|gescand|gescreend|op virussen|virusvrij)", PART_FOOTER, 1 },
	{ "(dit e mailbericht|deze e mail|dit bericht|deze mail) ~ (avast|avg|mcafee|norton|kaspersky|eset|f secure|"
	  "virussen)*", PART_FOOTER, 1 },
	{ "(this|the) (e mail|email|message|mail) ~ (scanned|checked|virus*|avast|avg)", PART_FOOTER, 1 },
	{ "diese (e mail|nachricht) wurde ~ (viren*|avast|gepruft)*", PART_FOOTER, 1 },
	{ "(avast|avg|mcafee|norton|eset|kaspersky) (logo|antivirus*|_)", PART_FOOTER, 1 },
	{ "wwwavast*", PART_FOOTER, 1 }, { "no virus found in this (incoming|outgoing) message", PART_FOOTER, 1 },
	{ "checked by avg*", PART_FOOTER, 1 },
	{ "(excuus|sorry|excuses|pardon) voor ~ (tikfouten|typefouten|typfouten|spelfouten|typos|korte "
	  "bericht)*", PART_FOOTER, 1 },
	{ "(getikt|getypt) op ~ (telefoon|mobiel|iphone)*", PART_FOOTER, 1 },
	{ "(please |)excuse ~ (typos|brevity|spelling)", PART_FOOTER, 1 },
	{ "(doe mee met|neem deel aan) ~ (yahoo|mailinglijst)*", PART_FOOTER, 1 },
	{ "yahoo mail zoeken*", PART_FOOTER, 1 }, { "(denk|dachten) (aan|om) het milieu", PART_FOOTER, 1 },
	{ "(please |)(consider|think of) the environment", PART_FOOTER, 1 },
	{ "(spaar|bespaar) (papier|een boom|het milieu)", PART_FOOTER, 1 },
	{ "print deze (e mail|mail)", PART_FOOTER, 1 }, { "bitte denken sie an die umwelt", PART_FOOTER, 1 },
	{ "(je|u) (hebt|ontvangt|krijgt) dit bericht (omdat|ontvangen omdat)", PART_FOOTER, 1 },
	{ "you (received|are receiving|have received) this (message|email|e mail) because", PART_FOOTER, 1 },
	{ "to unsubscribe from this group", PART_FOOTER, 1 }, { "(mailing list|mailinglijst)", PART_FOOTER, 1 },
	/* the program of a form */
	{ "(deze|dit) (e mail|mail|bericht|email|formulier|e mailbericht) (is|werd|wordt) (automatisch |)(verzonden|"
	  "verstuurd|gegenereerd|ingevuld|ingezonden|afkomstig|aangemaakt) (via|door|vanaf|vanuit|van) (het|de|een|"
	  "uw|ons) (contactformulier|klachtenformulier|formulier|website|contact formulier|webformulier|site|online "
	  "formulier)*", PART_FORM_FOOTER, 1 },
	{ "(this|the) (e mail|email|message|mail) was sent (from|via|by|through) (a|the|your) (contact form|website|"
	  "form|web form)*", PART_FORM_FOOTER, 1 },
	{ "(verzonden|verstuurd|ingezonden) via (het|de|ons|www*) (contactformulier|klachtenformulier|formulier|"
	  "website|webformulier)*", PART_FORM_FOOTER, 1 },
	{ "(sent|submitted) (from|via) (the|your) (website|contact form|form)*", PART_FORM_FOOTER, 1 },
	{ "dit is een (automatisch gegenereerd|automatisch) bericht van (de|het|uw|onze) (website|formulier|"
	  "contactformulier)*", PART_FORM_FOOTER, 1 },
	{ "diese (e mail|nachricht) wurde (uber|von) ~ (kontaktformular|formular)*", PART_FORM_FOOTER, 1 },
	{ "(ip adres|ip address|remote ip|user agent)", PART_FORM_FOOTER, 1 },
	{ "powered by (ninja forms|gravity forms|wpforms|typeform|jotform|google forms|"
	  "formidable)*", PART_FORM_FOOTER, 1 },
	/* what a gateway puts on top */
	{ "(let op|attentie|waarschuwing|pas op|opgelet|caution|warning|attention|achtung|vorsicht|extern|external) "
	  "~ (deze e mail|deze mail|dit bericht|dit e mailbericht|this email|this e mail|this message|diese e mail|"
	  "diese nachricht|email|e mail|external|externe|sender|afzender)", PART_BANNER, 1 },
	{ "(deze|dit) (e mail|mail|bericht|e mailbericht) (komt|is) (van|afkomstig van|verzonden door) ~ (buiten|"
	  "externe|afzender)*", PART_BANNER, 1 },
	{ "(this email|this e mail|this message) (originated|came|originates) from outside", PART_BANNER, 1 },
	{ "(u|je) (ontvangt|krijgt) niet vaak (e mail|email|mail|e mails) van", PART_BANNER, 1 },
	{ "(some people who received this message dont|you dont) often get (email|e mail) from", PART_BANNER, 1 },
	{ "sie erhalten nicht (oft|haufig) eine (e mail|email) von", PART_BANNER, 1 },
	{ "(external|extern|extern bericht|external email|external sender|externe afzender|externe e mail|externe "
	  "mail)", PART_BANNER, 1 },
	{ "klik niet op (links|koppelingen)", PART_BANNER, 1 },
	{ "meer informatie over waarom dit belangrijk is", PART_BANNER, 1 },
	{ "learn why this is important", PART_BANNER, 1 },
	/* after the signature the sender goes on */
	{ "(ps|nb|p s|n b|post scriptum|naschrift|pps|o ja|oh ja|oja|ow ja|en nog iets|nog iets|ik zie "
	  "net)", PART_AFTER, 1 },
};
static struct phrase_set starts PHRASE_LISTED = PHRASE_SET(STARTS);

static const struct phrase LEGAL[] = {
	{ "(uitsluitend|alleen|enkel|slechts) (bestemd|bedoeld) voor (de geadresseerde*|geadresseerde*|degene*|de "
	  "ontvanger*|gebruik door)", PART_DISCLAIMER, 3 },
	{ "(geadresseerde|geadresseerde n|geadresseerden)", PART_DISCLAIMER, 1 },
	{ "(vertrouwelijk|vertrouwelijke) (informatie|karakter|van aard|en|gegevens)", PART_DISCLAIMER, 2 },
	{ "(kan|kunnen|bevat|bevatten|inhoud) ~ vertrouwelijk*", PART_DISCLAIMER, 2 },
	{ "geen rechten (worden |)(ontleend|ontlenen)", PART_DISCLAIMER, 3 },
	{ "(kunnen|kan) ~ geen rechten ~ (ontleend|ontlenen)", PART_DISCLAIMER, 3 },
	{ "(niet|onbedoeld|abusievelijk|per abuis|ten onrechte|onterecht) (de |voor u |)(bedoelde |beoogde |bestemde "
	  "|)(geadresseerde|ontvanger|bestemd|ontvangen|ontvangt) ~ (bericht|verwijderen|vernietigen|verzocht|"
	  "afzender)*", PART_DISCLAIMER, 3 },
	{ "(openbaarmaking|vermenigvuldiging|verspreiding) ~ (verspreiding|vermenigvuldiging|derden|toegestaan|"
	  "verboden|openbaarmaking)", PART_DISCLAIMER, 3 },
	{ "(aanvaardt|accepteert|aanvaarden|accepteren|neemt|aanvaard) (geen|geen enkele) (aansprakelijkheid|"
	  "verantwoordelijkheid)", PART_DISCLAIMER, 3 },
	{ "(is|zijn) niet aansprakelijk voor", PART_DISCLAIMER, 2 },
	{ "(staat|staan|sta) niet in voor ~ (juiste|volledige|tijdige|juistheid|overbrenging|inhoud)", PART_DISCLAIMER, 3 },
	{ "(juiste|juiste en volledige|volledige|tijdige) (overbrenging|ontvangst|overdracht) van", PART_DISCLAIMER, 3 },
	{ "op al onze (diensten|overeenkomsten|offertes|werkzaamheden|opdrachten|leveringen|"
	  "aanbiedingen)", PART_DISCLAIMER, 3 },
	{ "algemene voorwaarden van toepassing", PART_DISCLAIMER, 2 }, { "op (al |)onze _ (is|zijn) ~ ~ van toepassing", PART_DISCLAIMER, 3 },
	{ "(avc|cmr|dnr|uav|metaalunievoorwaarden|metaalunie|fenex|branchevoorwaarden|leveringsvoorwaarden|inkoopvoorwaarden) ~ van toepassing", PART_DISCLAIMER, 3 },
	{ "(denk|dachten) (aan|om) het milieu ~ ~ (print*|afdrukt|uitprint)", PART_DISCLAIMER, 3 }, { "before (printing|you print) this (e mail|email|message)", PART_DISCLAIMER, 3 },
	{ "(zijn|is) (onze|de) algemene voorwaarden", PART_DISCLAIMER, 1 },
	{ "(indien|als|wanneer) (u|je) niet de (geadresseerde|bedoelde|beoogde)", PART_DISCLAIMER, 3 },
	{ "(disclaimer|proclaimer)", PART_DISCLAIMER, 2 },
	{ "ingeschreven (in|bij|onder) (het handelsregister|de kamer|de kvk|kvk|het register)*", PART_DISCLAIMER, 2 },
	{ "(aansprakelijkheid|aansprakelijk) ~ beperkt (tot|in)", PART_DISCLAIMER, 3 },
	{ "(deze|dit) (e mail|mail|bericht|e mailbericht|email) (en ~ |)(is|zijn|kan|bevat) ~ (vertrouwelijk*|"
	  "persoonlijk|uitsluitend|bestemd)", PART_DISCLAIMER, 3 },
	{ "(stichting|vereniging) ~ (streeft|stelt|werkt)", PART_DISCLAIMER, 1 },
	{ "(intended|solely) (only |)for (the |use of the |)(addressee*|recipient*|use of|person*|individual*|"
	  "named)", PART_DISCLAIMER, 3 },
	{ "intended recipient*", PART_DISCLAIMER, 3 },
	{ "(may contain|contains) ~ (confidential|privileged)", PART_DISCLAIMER, 3 },
	{ "(confidential|privileged) (information|and)", PART_DISCLAIMER, 2 },
	{ "(no rights|no legal rights) ~ derived", PART_DISCLAIMER, 3 },
	{ "(is|are) (strictly |)(prohibited|confidential)", PART_DISCLAIMER, 1 },
	{ "received this (e mail|email|message|communication) (in error|by mistake)", PART_DISCLAIMER, 3 },
	{ "(notify|inform) the sender", PART_DISCLAIMER, 2 },
	{ "(vertrauliche|vertraulichen|rechtlich geschutzte) ~ informationen", PART_DISCLAIMER, 3 },
	{ "(nicht der richtige adressat|irrtumlich erhalten|unbefugte weitergabe)", PART_DISCLAIMER, 3 },
	{ "(confidentiel*|destinataire*) ~ (confidentiel*|destinataire*|exclusif*)", PART_DISCLAIMER, 3 },
	{ "(wylacznie|poufne|poufnych) ~ (adresat*|poufne|informacj*)", PART_DISCLAIMER, 3 },
	{ "(gizli bilgi*|gizlidir|yalnizca gonderildigi)", PART_DISCLAIMER, 3 },
	{ "beschermd door ~ (beroepsgeheim|verschoningsrecht)", PART_DISCLAIMER, 3 },
	{ "(wij verwerken|verwerkt) ~ persoonsgegevens ~ (privacyverklaring|privacystatement|"
	  "avg)", PART_DISCLAIMER, 3 },
	{ "(onze|ons) (privacyverklaring|privacystatement|privacybeleid)", PART_DISCLAIMER, 2 },
	{ "(verwijder|vernietig|verwijderen|vernietigen) ~ (dit bericht|deze e mail|deze mail|"
	  "bericht)", PART_DISCLAIMER, 1 },
	{ "(please |)delete (this|it) ~ (e mail|email|message|immediately)", PART_DISCLAIMER, 1 },
	{ "(afzender|verzender) ~ (te informeren|op de hoogte|te verwittigen|te waarschuwen|"
	  "contact)", PART_DISCLAIMER, 1 },
};
static struct phrase_set legal PHRASE_LISTED = PHRASE_SET(LEGAL);

enum part part_at(const char *folded, size_t n, size_t *ret_end)
{
	struct folded f = { folded, NULL, n };
	struct phrase_hit hits[1];
	size_t at = 0;
	while (at < n && folded[at] == ' ')
		at++;
	if (!phrases_at(&starts, &f, at, &hits[0]))
		return PART_NONE;
	*ret_end = hits[0].end;
	return (enum part)STARTS[hits[0].phrase].group;
}

int part_weight(const char *folded, size_t n, enum part part)
{
	struct folded f = { folded, NULL, n };
	struct phrase_hit hits[24];
	int weight = 0;
	size_t found = part == PART_DISCLAIMER ? phrases_find(&legal, &f, 0, n, hits, 24) : 0;
	for (size_t i = 0; i < found; i++)
		weight += LEGAL[hits[i].phrase].weight;
	return weight;
}
