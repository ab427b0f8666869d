#include "parsers/judge/resolution_phrases.h"

#define S WANT_SAY
#define B WANT_START
#define X WANT_NOT
#define L WANT_LEAD
#define H WANT_HEAD
#define N WANT_NOUN
#define Q WANT_QUESTION
#define Z WANT_SCORN
#define V WANT_VOID
#define O WANT_ORDER

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
	{ "(het |dit |dat |)(moet|moeten|dient|dienen) ~ (gestopt|van tafel|weg|eraf|eruit|er uit|af|gesloten|verwijderd|"
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
	  "vervallen|weg|eraf|eruit|er uit|worden ingetrokken|van tafel)", S, 3 },
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
	{ "op (mijn|onze|al mijn) (vraag|vragen|verzoek|verzoeken|brief|brieven|mail*|voorstel) (is|zijn|werd|werden|heb|heeft|kreeg|kwam|krijg)", X, 4 },	/* told, not asked */
	{ "(kunt|kan|kun|kunnen) (u|je|jullie) ~ (slapen|spiegel|lachen|eten)", X, 9 },	/* scorn, no request */
	{ "(ik|wij|we) (hoop|hopen) dat (u|jullie) (begrijpt|begrijpen|beseft|beseffen|snapt|snappen|inziet|inzien) (dat|hoe|wat)", X, 9 },
	{ "(ik|wij|we) (verwacht|verwachten) (niets|niks)", X, 9 },
	{ "dan (doe|ga|stap|schakel|dien|sleep|meld|wend|klaag|neem) (ik|wij|we)", X, 3 },	/* "Belt u nog eens, dan doe ik aangifte" */
	{ "(ik|we) (wil|wilde) (niet|geen) ~ (zijn|doen|overkomen|spelen)", X, 9 },
	{ "(had|hadden|niet|anders|beter|meer) (ik |wij |)(verwacht)", X, 3 },
	{ "(ik|we|wij) (wil|willen) (best|wel|heus|zeker|graag|gewoon) ~ (betalen|meewerken|aflossen|praten)", X, 4 },
	{ "(mochte|moechte|wollte) ~ ~ (bedanken|beschweren|mitteilen)", X, 9 },
	{ "(wil|wilde|wou|zou) ~ ~ (bedanken|complimenteren|klacht indienen|kwijt)", X, 9 }, { "(wil|wilde|wou|zou) (ik|wij|we) ~ laten weten", X, 9 }, { "(ik|wij|we) (wil|wilde|wou|zou) ~ ~ laten weten", X, 9 },
	{ "(laat|laten) (ik|we|wij)", X, 4 }, { "(laat|laten) ons", X, 3 },
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
	{ "de moeite (nam|neemt|genomen|namen)", X, 9 }, { "om (mij |me |ons |)te (vragen|horen|checken|kijken) (of|hoe)", X, 9 },
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
	  "daarbij|bovendien|concreet|kortom|samengevat|samenvattend|in het kort|resumerend|vandaar|eerst|wel|graag|kom op|alstublieft|aub|svp|a u b|s v p|alsjeblieft|nou|allereerst|ten eerste|ten tweede|ten slotte|tenslotte|nogmaals|please|so|and|therefore|"
	  "also|finally|und|bitte|daher|also|a|i|oraz)", L, 1 },
	/* English */
	{ "(i|we) (want|demand|request|require|insist|expect|would like|would appreciate|would ask|wish|ask|"
	  "need)", S, 4 },
	{ "(please|kindly)", B, 3 },
	{ "(please|kindly) (stop|confirm|remove|refund|cancel|close|send|withdraw|correct|delete|waive|set|return|"
	  "provide|put|drop|cease|let|make|have|do|take|reverse|explain|ensure|arrange)", S, 3 },
	{ "correct (this|the|my|your|it|that|our|these)", B, 3 },
	{ "(stop|cease|refund|cancel|remove|withdraw|drop|close|delete|waive|reverse|give|leave|take|"
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
	{ "(what|all) (i am|im|we are|i m) (asking|asking for|after|looking for)", S, 4 }, { "(what|all) (i|we) (ask|want|need|expect)", S, 4 },
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
#include "parsers/judge/resolution_phrases_more.inc"
#include "parsers/judge/resolution_phrases_abroad.inc"
};

struct phrase_set resolution_phrases PHRASE_LISTED = PHRASE_SET(TABLE);
