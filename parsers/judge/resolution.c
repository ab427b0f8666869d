#include "parsers/judge/resolution.h"

#include <stdbool.h>
#include <string.h>

#include "parsers/parse.h"
#include "parsers/words/phrases.h"

#define JUDGED_BYTES (64u << 10)	/* nobody states a demand behind 64 KiB of own words */
#define LONG_BYTES 260			/* a longer sentence is given from its demand on */
#define TOGETHER_BYTES 200
#define WALL_BYTES 400			/* a longer sentence is a text without full stops */
#define DEMANDS_MAX 16

enum want {
	WANT_SAY = 1,	/* anywhere in a sentence: "ik wil dat" */
	WANT_START,	/* only where a sentence starts: "Stop met", "Niet meer" */
	WANT_NOT,	/* no demand after all: "ik wil een klacht indienen" */
	WANT_HEAD,	/* a line of its own above what is wanted: "Gevraagd:" */
	WANT_LEAD,	/* words in front of an imperative: "dus", "en", "daarom" */
};
#define S WANT_SAY
#define B WANT_START
#define X WANT_NOT
#define L WANT_LEAD
#define H WANT_HEAD

/* 4 a plain demand, 3 a request, 2 a wish, 1 asks for an answer only. */
static const struct phrase TABLE[] = {
	{ "(ik|wij|we|k) (wil|willen|eis|eisen|verlang|verlangen|wens|wensen|vorder|vorderen|sta erop|staan "
	  "erop)", S, 4 },
	{ "(wil|willen|eis|eisen|verlang|wens|wensen|vorder) (ik|wij|we)", S, 4 },
	{ "(ik|wij|we|klager|client|clienten|client*|mijn client*|ondergetekende) (verzoek|verzoeken|sommeer|"
	  "sommeren|verzoekt|eist|wenst|wil|verlangt|vordert|sommeert)", S, 4 },
	{ "(verzoek|verzoeken|sommeer) (ik|wij|u)", S, 4 },
	{ "(mijn|ons|het) (verzoek|eis|wens|voorstel|voorkeur|vordering) (is|luidt|aan|om|aan u|dan ook)", S, 3 },
	{ "(mijn|onze) gewenste oplossing", S, 4 },
	{ "(gewenste oplossing|de oplossing|oplossing) (is|zou zijn|wat mij betreft)", S, 3 },
	{ "wat ik (graag |)(wil|wens|zou willen|verwacht|verlang|vraag) (is|van|dat)*", S, 4 },
	{ "het enige (wat|dat) ik (wil|vraag)", S, 4 },
	{ "(ik|wij) (vraag|vragen) (u|jullie|je|hierbij|om|dus|daarom|dan ook|niet meer|alleen|slechts)", S, 3 },
	{ "(ik|wij|we) (zou|zouden) ~ (graag|willen|wensen|op prijs)", S, 3 },
	{ "(graag|gaarne) (zie|zou|wil|ontvang|hoor|krijg|verneem) (ik|wij|we)", S, 2 },
	{ "(ik|wij) (zie|ontvang|krijg) (graag|gaarne)", S, 3 },
	{ "(ik|wij) (verwacht|verwachten|reken|rekenen) (dat|dan|van u|van jullie|binnen|een|op|erop|dus|excuses|"
	  "uiterlijk|hierop|per|nu|minstens|dan ook|daarom|op zijn minst)", S, 3 },
	{ "(verwacht|verwachten) (ik|wij)", S, 3 }, { "(ik|wij) (stel|stellen) ~ voor", S, 2 },
	{ "(ik|we|wij) (hoef|hoeven|wens|wil) (geen|niet|alleen|enkel|slechts|maar)", S, 3 },
	{ "(ik|we|wij) (wens|wensen|eis|eisen)", S, 4 }, { "(gelieve|gaarne|liefst|het liefst)", B, 3 },
	{ "gelieve", S, 4 }, { "(graag|gaarne|svp|aub|alstublieft|alsjeblieft)", B, 3 },
	{ "(aub|alstublieft|alsjeblieft|svp|a u b|s v p)", S, 2 },
	{ "(wilt|wil|kunt|kan|kunnen|willen|zou|zouden) (u|jij|je|jullie) ~ (stoppen|ophouden|sluiten|terugbetalen|"
	  "terugstorten|corrigeren|herstellen|intrekken|verwijderen|aanpassen|laten|zorgen|regelen|uitzoeken|"
	  "stopzetten|kwijtschelden|annuleren|schrappen|bevestigen|afboeken|terugdraaien|wissen|seponeren|"
	  "rechtzetten|oplossen|sturen|toesturen|mailen|bellen|terugbellen|uitleggen|bekijken|controleren|nakijken|"
	  "overdragen|opschorten|aangeven|vertellen|doorgeven|beantwoorden|helpen|bewijzen|tonen|specificeren|"
	  "onderbouwen|overleggen|vergoeden)", S, 3 },
	{ "(wilt|wil|kunt|kan|kunnen|willen|zou|zouden) (u|jij|je|jullie|iemand) (dit|dat|het|de|mij|me|ons|a u b|"
	  "aub|alstublieft|alsjeblieft|misschien|eens|nu|eindelijk|alsnog|ervoor|daarom|dus|er|even|niet|"
	  "hier)", S, 2 },
	{ "(het |dit |dat |)(moet|moeten|dient|dienen) ~ (gestopt|van tafel|weg|eraf|af|gesloten|verwijderd|"
	  "gecorrigeerd|terug|terugbetaald|hersteld|ingetrokken|vervallen|kwijtgescholden|rechtgezet|aangepast|"
	  "opgelost|over zijn|afgelopen|gebeuren|worden|excuses|excuus)", S, 3 },
	{ "(het |dit |dat |)(moet|moeten|dient|dienen) ~ (stoppen|ophouden)", S, 2 },
	{ "(laat|laten) (mij|me|ons) (met rust|weten|gewoon|nu)", B, 3 },
	{ "(u|jullie) (moet|moeten|dient|dienen|hoeft|hoeven) (mij|me|ons|dit|dat|het|de|deze|nu|per|onmiddellijk|"
	  "direct|eens|gewoon|hiermee|ermee|mijn|alleen|niet meer)", S, 3 },
	{ "(is het|zou het) (nou|nu|dan|echt|werkelijk|soms|) (zo|te) (moeilijk|veel gevraagd|ingewikkeld|lastig|"
	  "veel) (om|dat)", S, 3 },
	{ "is het (zo|te) (moeilijk|veel gevraagd) om", S, 3 },
	{ "(het zou|zou het) ~ (fijn|prettig|netjes|mooi|sieren|op zijn plaats|terecht|wenselijk|goed|redelijk) "
	  "(zijn|vinden)* ~ (als|om|wanneer)", S, 3 },
	{ "(het minste|het minst) (wat|dat)", S, 3 }, { "op zijn minst (een|excuses|wil)", S, 3 },
	{ "(stel|stellen) ik ~ prijs op", S, 3 }, { "op prijs stellen (als|dat|wanneer)", S, 3 },
	{ "(een|n) (excuus|excuses|verontschuldiging|rectificatie) (zou|is wel|lijkt|had|mag)", S, 3 },
	{ "(excuses|een excuus|mijn geld terug|geld terug) (graag|aub|en wel|nu|per|binnen)", S, 3 },
	{ "(hoor|hoort|zou) ~ (kwijtgescholden|terugbetaald|gecorrigeerd) te worden", S, 3 },
	{ "(wat ik|hetgeen ik) (van u|van jullie|daarvoor|hiervoor) (verwacht|verlang|wens|wil|vraag)", S, 4 },
	{ "(kan|kunnen) er niet gewoon (een|iemand)", S, 2 },
	{ "(kan|kunnen) er (niet |nou |nu |eens |gewoon |eindelijk |alsjeblieft |)~ (iemand|een mens|mens)", S, 2 },
	{ "wanneer (kan|mag|krijg|hoor|ontvang|verneem) (ik|wij) ~ (antwoord|reactie|bericht|uitsluitsel|duidelijkheid|iets)", S, 1 },
	{ "(ik|wij) (betaal|betalen) (pas|alleen|niets|niet eerder|geen cent) ~ (als|wanneer|nadat|indien|tot|totdat|voordat)", S, 3 },
	{ "om ~ te (verzoeken|vragen)", S, 3 },
	{ "(erkentelijkheid|waardering|dank|complimenten|lof) ~ (uitspreken|betuigen|uiten)", X, 9 },
	{ "(kan|kunnen|mag|mogen|kunt|wil|willen) (die|deze|de|dat|dit|mijn|al die|jullie|u) ~ (stoppen|ophouden|gestopt|gestaakt|"
	  "weg|eraf|uit|van tafel|vervallen|verdwijnen|gesloten)", S, 3 },
	{ "(ik|wij) (zie|zien) ~ (tegemoet|tegemoetkomen)", S, 3 },
	{ "(ik|wij) (zie|zien) ~ (reactie|antwoord|bericht) ~ tegemoet", X, 4 },
	{ "(kijk|kijkt|denk|denkt|ga|gaat|probeer|stel|stelt) (u |je |jullie |)(eens|nou|maar|nog eens|zelf|u voor|je voor) (goed|na|zelf|maar|eens|voor)*", X, 9 },
	{ "(ga je schamen|schaam je|schaamt u|schamen jullie|ga heen|rot op|sterf|krijg de)", X, 9 },
	{ "(gevraagd|verzocht|gewenst|geeist|verlangd|gevraagde actie*|mijn eisen|mijn eis|mijn wensen|onze eisen|mijn verzoeken|wat ik wil|"
	  "wat wij willen|ik eis|ik wil|ik verzoek u|ik verlang|wij eisen|wij verzoeken u|requested|demanded|i want|i demand|concreet wil ik|"
	  "daarom verzoek ik u|daarom eis ik|ik verwacht)", H, 4 },
	{ "(stop|stopt|kap|kappen|stoppen|hou|houd|houdt|ophouden) (met|mee|ermee|hiermee|op|nu|eens|onmiddellijk|"
	  "direct|a u b|aub|daarmee|daar|alsjeblieft|meteen|per|gewoon|uw|jullie|het)", B, 4 },
	{ "(voortaan|voorlopig|uitsluitend|alleen nog|vanaf nu|in het vervolg|per direct|per omgaande)", B, 3 },
	{ "(niet|nooit|geen) (meer|langer|verdere|nieuwe)", B, 3 },
	{ "(geen) (telefoontjes|brieven|contact|bezoek|kosten) ~ (meer|graag|alleen)", B, 3 },
	{ "(bel|mail|schrijf|stuur|geef|haal|laat|zet|trek|schrap|maak|zorg|herstel|los|neem|betaal|stort|sluit|"
	  "verwijder|annuleer|corrigeer|bevestig|regel|zoek|verklaar|leg|draai|gooi|verscheur|vernietig|wis|seponeer|"
	  "boek|crediteer|vergoed|bied|kom|doe|behandel|luister|lees|controleer|check|breng|rectificeer|informeer|"
	  "vraag|kies|beantwoord|reageer|benader|scheld|vernieuw|trekt|zorgt|stuurt|haalt|sluit|laat u|neemt|geeft|"
	  "betaalt|maakt|verwijdert|bevestigt|corrigeert|belt|stopt|spreek|gebruik|verlaag|matig|schort|staak|bewijs|"
	  "toon|overleg|onderbouw|specificeer|leer|wijs|vervang) (u |)_", B, 3 },
	{ "(meteen|direct|onmiddellijk|snel) (stoppen|verwijderen|terugbetalen|sluiten)", B, 3 },
	{ "(terugbetalen|terugstorten|stoppen|verwijderen|sluiten|corrigeren|kwijtschelden|excuses|rechtzetten|"
	  "intrekken|geld terug|verhoging terugdraaien|dossier sluiten|kosten schrappen|kosten eraf) (graag|dus|en|"
	  "aub|nu|van|die|het|a u b)", B, 3 },
	{ "(graag|gaarne) ~ (stoppen|sluiten|terugbetalen|terugstorten|corrigeren|excuses|verwijderen|aanpassen|"
	  "rechtzetten|kwijtschelden|uitleg|laten weten dat|bevestiging dat|verwijderd|gesloten|gecorrigeerd|terug|"
	  "opgelost|regeling|schriftelijk|intrekken|herstellen|per mail|contact|behandeling|behandeld|bevestigen|"
	  "kopie|specificatie|bewijs|onderbouwing|hersteld|stopgezet|onderzoek|onderzoeken|ander*)", S, 3 },
	{ "(u|jullie|je) (dient|dienen|behoort|hoort) ~ te", S, 3 }, { "(u|jullie) (dient|dienen)", S, 3 },
	{ "(mag|mogen|kan|kunnen) (van mij |wat mij betreft |nu |dus |)(dicht|gesloten worden|worden gesloten|"
	  "vervallen|weg|eraf|worden ingetrokken|van tafel)", S, 3 },
	{ "(ik|wij) (ga|gaan) er van uit dat", S, 3 },
	{ "(ik|wij) (ga|gaan|vertrouw|vertrouwen|reken|rekenen) (ervan|erop|er op) (uit |)(dat|u)", S, 3 },
	{ "(excuses|een excuus|een verontschuldiging|excuus) (is|zijn|lijkt|lijken|verwacht) ~", S, 3 },
	{ "(ik|wij) (hoop|hopen) (dat (u|jullie|ik|wij|dit|deze|mijn|er)|op|van harte)", S, 2 },
	{ "(ik|wij) (hoop|hopen) dat het ~ (opgelost|ophoudt|stopt|goed komt|klaar|afgelopen|geregeld)", S, 2 }, { "(hopelijk) (kunt|kan|kunnen|wilt|doet|komt)", S, 2 },
	{ "(wanneer|waar) (krijg|blijft|blijven) (ik|wij|mijn|ons|de) ~ (geld|terug|antwoord|reactie|bedrag|"
	  "excuses)", S, 2 },
	{ "(het zou u sieren|u kunt dit goedmaken|u kunt het goedmaken|dit kunt u goedmaken)", S, 3 },
	{ "(geld|kosten|dossier|beslag|brieven|bedrag|rente|incassokosten|boete|vordering) (terug|eraf|sluiten|"
	  "stoppen|schrappen|weg|terugstorten|terugbetalen|laten vallen|laten vervallen|kwijtschelden|intrekken|"
	  "opheffen|annuleren)", B, 3 },
	{ "(hoor|verneem|zie|ontvang|krijg) ik (graag|gaarne)", S, 2 },
	{ "(dan|daarom|dus|derhalve) (wil|verzoek|eis|verwacht|vraag) (ik|wij)", S, 4 },
	{ "(ik|wij) (verlang|verwacht|verwachten)", S, 3 },
	{ "(ik|wij|we) (vraag|vragen) (u|jullie) (dan ook|daarom|dus|hierbij|om|vriendelijk|beleefd|dringend|met "
	  "klem|nogmaals)", S, 4 },
	{ "(met klem|dringend) verzoek", S, 3 },
	{ "(hef|voeg|houd|hou|richt|wijs|seponeer|herzie|verreken|bereken|verstrek|halveer|respecteer|honoreer|"
	  "beeindig|staak|plaats|zend|ruim|verbeter|schakel|hanteer|noteer|registreer|vermeld|gun|bespaar|ontzie|"
	  "verplaats|verwerk|draag|waarschuw|onderzoek|erken|kijk|ga|wacht|reken|trek|schort|stel|splits|laat|"
	  "accepteer|beperk|blijf|spoor|herroep|verbreek|ontbind|retourneer|storneer|hervat|verleng|wijzig|update|"
	  "actualiseer|deel|meld|toon|lever|leg|vergelijk|corrigeert|past|heft|houdt|voegt|richt|kijkt|onderzoekt|"
	  "geef|biedt|wist|schrapt|mailt|schrijft|vraagt|staakt|zendt|verwerkt|noteert|herziet) (u |)_", B, 3 },
	{ "(doe|doet) (hier|er|daar|dat|dit|iets|daar eens|hier eens|u|nooit|me)", B, 3 },
	{ "los (dit|het|dat|mijn)", B, 3 },
	{ "(en|maar) (wil|wens|eis|verzoek|vraag|verwacht|verlang) (dat|u|een|graag|excuses|mijn|het|de|hierbij|"
	  "daarom|nu|jullie)", S, 4 },
	{ "(ik|wij) (houd|houden|hou) (u|jullie|vast) (aan|er aan|eraan)", S, 3 },
	{ "(ik|wij) (sta|staan) er op", S, 3 },
	{ "(ik|wij) (wacht|wachten) op (uw|jullie|een|mijn) (excuses|excuus|geld|terugbetaling|rectificatie|"
	  "verontschuldiging)", S, 3 },
	{ "(ik|wij) (smeek|smeken|bid|dring|dringen|pleit|pleiten)", S, 4 },
	{ "(communiceer|contacteer|correspondeer|adresseer|overtuig|bezorg|beschouw|bereken|betaalt|geeft|herplaats|"
	  "kom|wees) (u |)_", B, 3 },
	{ "pas (u |)(dit|dat|het|mijn|de|uw|alstublieft|a u b|aub|jullie)", B, 3 },
	{ "(lijkt|lijken|is|zijn|was|waren|zou|vind) (me |mij |ik |wel |dan |toch |)~ (het minste|op zijn plaats|op z n plaats|niet teveel gevraagd|niet te veel gevraagd|"
	  "wel gepast|gepast|passend|terecht|redelijk|billijk)", S, 3 },
	{ "(mijn|onze) (vraag|verzoek|eis|wens) aan (u|jullie)", S, 4 }, { "(wat|alles wat|het enige wat) (ik|wij) (vraag|vragen|eis|verlang|wens)", S, 4 },
	{ "(houd|hou|houdt) (u |je |jullie |)(u |je |zich |)aan (de|die|het|uw|jullie|wat)", B, 3 },
	{ "(dan hebben we het er niet meer over|en we praten niet meer|dan is het klaar|dan zijn we klaar|dan laat ik het)", S, 3 },
	/* an answer only */
	{ "(ik|wij) (hoor|horen|verneem|vernemen|zie) (graag|gaarne)", S, 1 },
	{ "(graag|gaarne|ik verwacht|ik wil) (een |uw |snel |spoedig |zsm |z s m |per omgaande |binnen ~ |)(reactie|"
	  "antwoord|bericht|terugkoppeling|respons)", S, 1 },
	{ "(ik|wij) (zie|zien) uw (reactie|antwoord)", S, 1 }, { "(in afwachting van|afwachting)", X, 9 },
	{ "(graag|gaarne) (hoor|verneem|ontvang|zie) (ik|wij) (van u|uw (reactie|antwoord|bericht)|spoedig|snel|een "
	  "reactie)", S, 1 },
	{ "(laat|laten) (het |)(mij|me|ons) ~ (weten|horen)", B, 2 },
	/* no demand */
	{ "(ik|we) (wil|wilde) (niet|geen) ~ (zijn|doen|overkomen|spelen)", X, 9 },
	{ "(had|hadden|niet|anders|beter|meer) (ik |wij |)(verwacht)", X, 3 },
	{ "(ik|we|wij) (wil|willen) (best|wel|heus|zeker|graag|gewoon) ~ (betalen|meewerken|aflossen|praten)", X, 4 },
	{ "(mochte|moechte|wollte) ~ ~ (bedanken|beschweren|mitteilen)", X, 9 },
	{ "(wil|wilde|wou|zou) ~ ~ (bedanken|complimenteren|klacht indienen|kwijt|laten weten)", X, 9 },
	{ "(laat|laten) (ik|we|wij|ons)", X, 4 },
	{ "(ik|we|wij) (wil|wilde|willen) (niet|geen) (klagen|zeuren|moeilijk|vervelend|lastig|ruzie|"
	  "onaardig)", X, 9 },
	{ "(wil|willen|wilde|wou|wens|wensen|moet|wil ik|wilden|zou|zou ik|kom|hierbij) ~ (klacht|klagt|klach|klachtje|beklag|klagen|"
	  "bezwaar|ongenoegen|onvrede|melding|compliment*) ~ (indienen|in te dienen|dien|uiten|te uiten|kenbaar|"
	  "maken|doen|geven|neerleggen|melden|over|kwijt|laten|deponeren|overbrengen|maken over)*", X, 9 },
	{ "(wil|wilde|wou|willen|moest|wilde ik|wil ik) (ik |dit |dat |het |u |jullie |even |toch |graag |)~ (kwijt|"
	  "melden|laten weten|gezegd|vertellen|meedelen|opmerken|benadrukken|zeggen|bedanken|mededelen|delen|kenbaar "
	  "maken|toelichten|voorleggen|reageren|doorgeven|complimenteren)", X, 9 },
	{ "(dat|dit) (wil|wilde|wou) ik ~ (kwijt|zeggen)", X, 9 }, { "(moet|mag|mocht) ook ~ (gezegd|gemeld|genoemd)", X, 9 },
	{ "(geef|geeft|breng|brengt|doe|doet|wilt u|wil je|wilt|kunt u|kunnen jullie|graag|gelieve) ~ (dank|complimenten|compliment|groeten|pluim|bloemetje|bedankje|waardering|bedanken|"
	  "complimenteren) ~ (doorgeven|door|overbrengen|over|aan|doen|geven|uit)*", X, 9 },
	{ "(de moeite (nam|neemt|genomen|namen))", X, 9 },
	{ "(ik|wij) (wil|wou|wilde) (u |jullie |je |)~ (bedanken|complimenteren|feliciteren)", X, 9 },
	{ "(ik|we) (wil|willen) (best|wel|gewoon wel|heus|zeker|graag) (betalen|meewerken|praten|aflossen)", X, 9 },
	{ "(u|je|jullie) (kunt|kan|kunnen) (mij|me|ons) ~ (bereiken|bellen|mailen|terugbellen|bereikbaar)", X, 9 },
	{ "(ik|we|wij) (ben|zijn) ~ (bereikbaar|te bereiken)", X, 5 },
	{ "(bel|belt u|bel me|bel mij|mail|mail me) (gerust|mij|me|maar|dan|even|me maar|mij maar|overdag|liefst|bij "
	  "vragen|op|naar|s avonds) (op|naar|tussen|na|voor|overdag|#|gerust)", X, 5 },
	{ "(bij|voor) (vragen|verdere vragen|nadere informatie)", X, 9 },
	{ "(ik|wij) (wil|wilde|wou) (weten|begrijpen|geloven)", S, 3 },
	{ "(wil|willen|wilt) (niemand|niet helpen|men|de medewerker|zij|hij|ze|me niet|mij niet|dat niet|dan "
	  "niet)", X, 9 },
	{ "(zei|zegt|kreeg|kregen|hoorde|antwoordde|vertelde|meldde|las|staat|stond|beweerde|riep|schreef) ~ (ik wil|"
	  "u moet|u dient|dat u|dat ik moest|dat ik moet|je moet)", X, 5 },
	{ "(heb|had|hebben) (ik|wij|we) ~ (gevraagd|verzocht|gezegd|gemeld)", X, 2 },
	{ "(ik|wij|we) (heb|had|hebben) ~ (gevraagd|verzocht|gezegd|gemeld)", X, 2 },
	/* leads */
	{ "(dus|en|daarom|nu|verder|daarnaast|tevens|ook|tot slot|dan|maar|en nu|kortom|mijn verzoek|mijn eis|"
	  "daarbij|bovendien|allereerst|ten eerste|ten tweede|ten slotte|tenslotte|nogmaals|please|so|and|therefore|"
	  "also|finally|und|bitte|daher|also|a|i|oraz)", L, 1 },
	/* English */
	{ "(i|we) (want|demand|request|require|insist|expect|would like|would appreciate|would ask|wish|ask|"
	  "need)", S, 4 },
	{ "(please|kindly)", B, 3 },
	{ "(please|kindly) (stop|confirm|remove|refund|cancel|close|send|withdraw|correct|delete|waive|set|return|"
	  "provide|put|drop|cease|let|make|have|do|take|reverse|explain|ensure|arrange)", S, 3 },
	{ "(stop|cease|refund|cancel|remove|withdraw|drop|close|correct|delete|waive|reverse|give|leave|take|"
	  "apologise|apologize) _", B, 3 },
	{ "(i look forward to|looking forward to|i await|i would like to hear|awaiting)", X, 9 },
	{ "(could|can|would|will) you (please |kindly |)(stop|confirm|remove|refund|cancel|close|send|withdraw|"
	  "correct|delete|waive|explain|look|check|let|tell|make|ensure|arrange|get|have)", S, 3 },
	{ "(i|we) (want|would like|wish|am writing|write) ~ (complain|complaint|express|inform|let you know|thank|"
	  "compliment|raise)", X, 9 },
	{ "(you (can|may) (reach|call|contact)|do not hesitate|feel free|i can be reached)", X, 9 },
	{ "(all i want|what i want|the least you can do|my demand|my request|desired (outcome|resolution))", S, 4 },
	{ "(you|this|it|the) (must|should|have to|need to|needs to|has to) ~ (stop|be removed|be refunded|be closed|"
	  "be corrected|be cancelled|close|refund|remove|withdraw|apologise|apologize)", S, 3 },
	{ "no (more|further) (calls|letters|contact)", B, 3 },
	{ "(what|all) (i am|im|we are|i m) (asking|asking for|after|looking for) (is |)", S, 4 }, { "(what|all) (i|we) (ask|want|need|expect) (is |for is |)", S, 4 },
	{ "(pass|pass on|convey|give) (on |)(my|our) (thanks|gratitude|compliments|regards|appreciation)", X, 9 }, { "(thank|tell|let) (her|him|them|the lady|the gentleman|your colleague)", X, 9 },
	/* German */
	{ "(ich|wir) (mochte|moechte|mochten|will|wollen|fordere|fordern|verlange|verlangen|erwarte|erwarten|bitte|"
	  "bitten|ersuche|wunsche|bestehe|verlange)", S, 4 },
	{ "(fordere|verlange|erwarte|bitte|mochte) (ich|wir)", S, 4 }, { "(bitte)", B, 3 },
	{ "(horen sie|stellen sie|schliessen sie|uberweisen sie|loschen sie|erstatten sie|nehmen sie|stornieren sie|"
	  "ziehen sie|lassen sie|unterlassen sie|bestatigen sie|teilen sie|rufen sie|senden sie|korrigieren "
	  "sie)", B, 3 },
	{ "(mochte|moechte|will|mochten) ~ (beschwer*|beschwerde|mitteilen|bedanken)", X, 9 },
	{ "(ich bitte um (antwort|ruckmeldung)|bitte um (antwort|ruckmeldung)|ich freue mich|in erwartung)", S, 1 },
	{ "(sie erreichen mich|erreichbar)", X, 9 },
	/* Polish */
	{ "(prosze o|prosimy o|zadam|zadamy|domagam sie|domagamy sie|wzywam|wnosze o|oczekuje|oczekujemy|chce|chcemy|"
	  "chcialbym|chcialabym|wymagam)", S, 4 },
	{ "prosze", S, 3 },
	{ "(chce|chcialbym|chcialabym|pragne|skladam) ~ (skarge|zlozyc|podziekowac|zglosic)", X, 9 },
	{ "(prosze o (odpowiedz|kontakt)|czekam na)", S, 1 },
	/* Turkish: the verb stands last */
	{ "(istiyorum|istiyoruz|talep ediyorum|talep ediyoruz|rica ediyorum|rica ederim|bekliyorum|bekliyoruz|"
	  "isterim|lutfen)", S, 4 },
	{ "(sikayet|sikayette|tesekkur|tebrik) ~ (istiyorum|isterim|bulunmak)", X, 9 }, { "tesekkur ederim", X, 9 },
	{ "(aramayin|aramayiniz|yazmayin|silin|siliniz|durdurun|kapatin|kapatiniz|duzeltin|duzeltiniz|gondermeyin|iade edin|geri odeyin|"
	  "ozur dileyin|rahat birakin|vazgecin|gonderin)", S, 3 },
	{ "(cevabinizi|cevap|donusunuzu) (bekliyorum|rica ederim)", S, 1 },
	/* French */
	{ "(je|nous) (veux|voulons|demande|demandons|exige|exigeons|souhaite|souhaitons|voudrais|desire|reclame|vous "
	  "prie de|vous demande|attends)", S, 4 },
	{ "(veuillez|merci de|priere de|je vous saurais gre|cessez|arretez|annulez|remboursez|retirez)", B, 3 },
	{ "veuillez (agreer|recevoir|croire)", X, 9 },
	{ "(souhaite|voudrais|veux|tiens) ~ (plainte|reclamation|plaindre|remercier|mecontentement)", X, 9 },
	{ "dans lattente", X, 9 },
	/* Spanish, Italian, Romanian: the plainest only */
	{ "(quiero|exijo|solicito|pido|chiedo|voglio|pretendo|vreau|solicit|cer)", S, 3 },
	{ "(por favor|per favore|va rog)", S, 3 },
};
static struct phrase_set wants = PHRASE_SET(TABLE);

struct sentence {
	size_t at, end;		/* in the folded text */
	size_t demand;		/* where the demand starts */
	int score;		/* 0: none */
};

static size_t skip_leads(const struct folded *f, size_t at, size_t end)
{
	struct phrase_hit hits[8];
	for (int k = 0; k < 3; k++) {
		size_t n = phrases_find(&wants, f, at, at + 1, hits, 8), next = at;
		for (size_t i = 0; i < n; i++)
			if (TABLE[hits[i].phrase].group == L && f->s[hits[i].end] == ' ')
				next = hits[i].end + 1;
		if (next == at || next >= end)
			break;
		at = next;
	}
	return at;
}

/* "als ik wil betalen", "omdat wij willen": the wish is a condition, no demand. */
static bool subordinate(const struct folded *f, size_t at)
{
	static const char *const WORDS[] = { " als ", " wanneer ", " indien ", " omdat ", " zodra ", " toen ", " of ", " die ", " if ", " when ", " because ", " wenn ", " weil " };
	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
		size_t n = strlen(WORDS[i]);
		if ((at >= n && memcmp(f->s + at - n, WORDS[i], n) == 0) || (at == n - 1 && memcmp(f->s, WORDS[i] + 1, n - 1) == 0))
			return true;
	}
	return false;
}

/* Does a comma stand right before this byte of the folded text? */
static bool behind_comma(const char *own, const struct folded *f, size_t at)
{
	size_t p = f->at[at];
	while (p > 0 && strchr(" \n", own[p - 1]))
		p--;
	return p > 0 && strchr(",;", own[p - 1]);
}

/* In a wall of text without full stops "ik wil een klacht indienen" denies what stands at the same place, not what is demanded lines below. */
static bool denied(const struct sentence *s, const struct phrase_hit *hits, size_t n, const struct phrase_hit *hit)
{
	for (size_t i = 0; s->end - s->at > WALL_BYTES && i < n; i++)
		if (TABLE[hits[i].phrase].group == X && hits[i].at <= hit->end && hit->at <= hits[i].end)
			return true;
	return false;
}

static size_t digits(const struct folded *f, size_t at, size_t end)
{
	size_t n = 0;
	for (; at < end; at++)
		n += f->s[at] >= '0' && f->s[at] <= '9';
	return n;
}

/* "Bel liever mij: 0485 32 17 74": where to reach the writer. */
static bool where_to_call(const struct folded *f, const struct sentence *s)
{
	static const struct phrase CALL[] = { { "(bel|belt|mail|mailt|app|call|phone|rufen sie|bereikbaar*|reach)", 1, 1 } };
	static struct phrase_set call = PHRASE_SET(CALL);
	struct phrase_hit hit;
	size_t n = digits(f, s->at, s->end);
	return n >= 9 && n <= 26 && s->end - s->at <= 120 && phrases_find(&call, f, s->at, s->at + 1, &hit, 1) == 1 && !memmem(f->s + s->at, s->end - s->at, " niet ", 6);
}

/* "Kunt u de regeling laten doorlopen?": whatever is asked to be done, an infinitive stands last. */
static bool asks_to_do(const struct folded *f, const struct sentence *s)
{
	static const char *const STARTS[] = { "kunt u ", "wilt u ", "zou u ", "zoudt u ", "kunnen jullie ", "willen jullie ", "zouden jullie ", "kan u ", "wil je ", "kun je ", "konnen sie ", "konnten sie ",
					      "wurden sie " };
	if (s->end >= f->n || f->s[s->end] != '?' || s->end - s->at < 12 || memcmp(f->s + s->end - 2, "en", 2) != 0)
		return false;
	for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
		if (strncmp(f->s + s->at, STARTS[i], strlen(STARTS[i])) == 0)
			return true;
	return false;
}

/* The sentence's best demand, 0 when something in it says that it is none. loose: an imperative behind a comma counts as well. */
static void judge_sentence(const char *own, const struct folded *f, bool loose, struct sentence *s)
{
	struct phrase_hit hits[40];
	size_t start = skip_leads(f, s->at, s->end), n = phrases_find(&wants, f, s->at, s->end, hits, 40);
	int not = 0;
	for (size_t i = 0; i < n; i++) {
		const struct phrase *p = &TABLE[hits[i].phrase];
		bool first = hits[i].at == start || hits[i].at == s->at || (loose && behind_comma(own, f, hits[i].at));
		bool counts = ((p->group == S && !subordinate(f, hits[i].at)) || (p->group == B && first)) && !denied(s, hits, n, &hits[i]);
		if (p->group == X && p->weight > not && s->end - s->at <= WALL_BYTES)
			not = p->weight;
		if (counts && p->weight > s->score) {
			s->score = p->weight;
			s->demand = hits[i].at;
		}
	}
	if (s->score < 3 && asks_to_do(f, s))
		s->score = 3;
	if (not >= 9 || not >= s->score || where_to_call(f, s))
		s->score = 0;
}

static size_t next_sentence(const struct folded *f, size_t at, struct sentence *ret)
{
	while (at < f->n && strchr(" .!?\n", f->s[at]))
		at++;
	size_t end = at + strcspn(f->s + at, ".!?\n");
	*ret = (struct sentence){ .at = at, .end = end, .demand = at };
	return end;
}

/* The source's bytes from sentence a to sentence b, with the mark that ends it. */
static const char *source(const char *own, const struct folded *f, size_t at, size_t end, struct arena *a)
{
	size_t from = f->at[at], to = f->at[end];
	if (end < f->n && f->s[end] != '\n' && own[to])
		to++;
	while (to > from && strchr(" \n\t", own[to - 1]))
		to--;
	while (from > 0 && strchr("\"'(", own[from - 1]))
		from--;
	char *out = arena_strndup(a, own + from, to - from);
	for (char *p = out; p && *p; p++)
		if (*p == '\n' || *p == '\t')
			*p = ' ';
	return out;
}

/* Where in a long sentence the demand's clause starts. */
static size_t clause(const struct folded *f, const struct sentence *s)
{
	return f->at[s->end] - f->at[s->at] > LONG_BYTES ? s->demand : s->at;
}

/* Is the sentence nothing but "Gevraagd:" at the end of its line? */
static bool heading(const char *own, const struct folded *f, struct sentence *s)
{
	struct phrase_hit hits[8];
	size_t n = phrases_find(&wants, f, s->at, s->at + 1, hits, 8);
	bool head = false;
	for (size_t i = 0; i < n; i++)
		head = head || (TABLE[hits[i].phrase].group == H && hits[i].end == s->end);
	if (!head || s->end >= f->n || f->s[s->end] != '\n')
		return false;
	s->score = 4;
	return own[f->at[s->end] > 0 ? f->at[s->end] - 1 : 0] == ':' || own[f->at[s->end]] == ':';
}

/* The lines below a heading, up to a blank line (one right under the heading aside) and TOGETHER_BYTES. */
static size_t list_below(const char *own, const struct folded *f, size_t at, size_t *ret_from, size_t *ret_to)
{
	struct sentence s;
	while (at < f->n) {
		size_t end = next_sentence(f, at, &s);
		if (s.end == s.at)
			break;
		bool gap = *ret_to && memmem(own + f->at[*ret_to], f->at[s.at] - f->at[*ret_to], "\n\n", 2);
		if (gap || (*ret_to && f->at[s.end] - f->at[*ret_from] > TOGETHER_BYTES))
			break;
		if (!*ret_to)
			*ret_from = s.at;
		*ret_to = s.end;
		at = end;
	}
	return at;
}

struct demand {			/* one sentence or more that stand together */
	size_t from, to;	/* in the folded text; from may be a clause of a long sentence */
	int score;
	bool taken;
};

struct demands {
	struct demand d[DEMANDS_MAX];
	size_t n;
	size_t end;		/* of the sentence looked at last */
};

static size_t bytes_of(const struct folded *f, const struct demand *d)
{
	return f->at[d->to] - f->at[d->from];
}

static void add_demand(const struct folded *f, const struct sentence *s, struct demands *all)
{
	struct demand *last = all->n ? &all->d[all->n - 1] : NULL;
	bool goes_on = last && last->to == all->end && f->at[s->end] - f->at[last->from] <= TOGETHER_BYTES;
	if (goes_on && s->score >= 3 && last->score >= 3) {	/* "Sluit het dossier. En bied excuses aan." */
		last->to = s->end;
		last->score = s->score > last->score ? s->score : last->score;
	} else if (all->n < DEMANDS_MAX) {
		all->d[all->n++] = (struct demand){ .from = clause(f, s), .to = s->end, .score = s->score };
	} else {
		all->d[all->n - 1] = (struct demand){ .from = clause(f, s), .to = s->end, .score = s->score };
	}
}

/* A heading and the list below it are the whole answer. Returns true then. */
static bool collect(const char *own, const struct folded *f, bool loose, struct demands *all)
{
	struct sentence s;
	for (size_t at = 0; at < f->n;) {
		at = next_sentence(f, at, &s);
		if (s.end == s.at)
			break;
		judge_sentence(own, f, loose, &s);
		if (heading(own, f, &s)) {
			struct demand list = { .score = s.score };
			at = list_below(own, f, at, &list.from, &list.to);
			if (list.to) {
				all->d[0] = list;
				all->n = 1;
				return true;
			}
		}
		if (s.score)
			add_demand(f, &s, all);
		all->end = s.end;
	}
	return false;
}

/* The best demand (the last of equals), and the others that are plain too while all of them stay short. Returns the best one's score. */
static int take(const struct folded *f, struct demands *all)
{
	struct demand *best = NULL;
	for (size_t i = 0; i < all->n; i++)
		if (!best || all->d[i].score >= best->score)
			best = &all->d[i];
	if (!best)
		return 0;
	best->taken = true;
	size_t bytes = bytes_of(f, best);
	for (size_t i = all->n; i-- > 0;)
		if (!all->d[i].taken && all->d[i].score >= 3 && bytes + bytes_of(f, &all->d[i]) + 4 <= TOGETHER_BYTES) {
			all->d[i].taken = true;
			bytes += bytes_of(f, &all->d[i]) + 4;
		}
	return best->score;
}

int resolution_find(const char *own, struct arena *a, const char **ret, double *ret_confidence)
{
	struct folded f;
	struct demands all = { .n = 0 };
	*ret = NULL;
	*ret_confidence = 0;
	if (fold_text(own, strnlen(own, JUDGED_BYTES), a, &f) != PARSE_OK)
		return PARSE_NOMEM;
	if (!collect(own, &f, false, &all) && all.n == 0)
		(void)collect(own, &f, true, &all);
	int score = take(&f, &all);
	for (size_t i = 0; score && i < all.n; i++) {
		if (!all.d[i].taken)
			continue;
		const char *part = source(own, &f, all.d[i].from, all.d[i].to, a);
		*ret = part && *ret ? arena_printf(a, "%s \u2026 %s", *ret, part) : part;
		if (!*ret)
			return PARSE_NOMEM;
	}
	*ret_confidence = score >= 4 ? 0.9 : score == 3 ? 0.8 : score == 2 ? 0.6 : score ? 0.4 : 0;
	return PARSE_OK;
}

int resolution_weighty(const char *own, struct arena *a, bool *ret)
{
	static const struct phrase WEIGHTY[] = {
		{ "(stop*|haal|haalt|schrap*|verwijder*|terug|terugbetal*|terugstort*|intrek*|trek|corrige*|rechtzet*|kwijtschel*|eraf|kosten|rente|euro|bedrag|geld|excuses|excuus|uitleg|"
		  "verklar*|bel|belt|bellen|terugbellen|gebeld|schriftelijk|bewijs|specificatie|beslag|aanpassen|opheff*|ophoud*|vordering|met rust)", 1, 1 },
		{ "(stop*|refund*|remove*|cancel*|delete*|fee|fees|charges|money|explain*|explanation|apolog*|call|phone|contact|reply|answer|withdraw*)", 1, 1 },
		{ "(in ordnung|erstatt*|zuruck*|gebuhr*|entschuldig*|losch*|stellung*|klar*|zwrot*|usun*|przestan*|wyjasni*|iade*|silin*|durdur*|aciklama*)", 1, 1 },
	};
	static struct phrase_set weighty = PHRASE_SET(WEIGHTY);
	struct phrase_hit hit;
	struct folded f;
	const char *wish;
	double confidence;
	*ret = false;
	if (resolution_find(own, a, &wish, &confidence) != PARSE_OK)
		return PARSE_NOMEM;
	if (!wish || confidence < 0.75)
		return PARSE_OK;
	if (fold_text(wish, strlen(wish), a, &f) != PARSE_OK)
		return PARSE_NOMEM;
	*ret = phrases_find(&weighty, &f, 0, f.n, &hit, 1) == 1;
	return PARSE_OK;
}
