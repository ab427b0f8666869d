#include "parsers/judge/judge_phrases.h"

#define A TONE_AGAINST
#define I TONE_IRONY
#define F TONE_FOR
#define Q TONE_ASK
#define N TONE_NOT

static const struct phrase TABLE[] = {
	/* ---- Dutch: it is called a complaint ---- */
	{ "klacht", A, 2 }, { "klachten", A, 2 },
	{ "(een|mijn|deze|onze|formele|officiele|ernstige|dringende) (klacht|beklag)", A, 3 },
	{ "klacht (in te dienen|indienen|over|tegen|inzake|betreffende|wegens|namens|m b t|mbt|dossier|van)", A, 3 },
	{ "klachtbrief", A, 3 }, { "(klagen|klaag|beklag|beklagen|gemopper|mopperen)", A, 2 },
	{ "(niet|geen|zeur) (klagen|zeuren|zeurkous|zeurpiet)", A, 2 },
	{ "(bezwaar|bezwaren|bezwaarschrift|protest|protesteer)", A, 3 },
	{ "(ongenoegen|onvrede|misnoegen|ontevreden*|ongerief|verontwaardig*)", A, 3 },
	{ "(geen|zonder) (klacht|klachten|bezwaar|kritiek|gemopper)", N, 3 },
	{ "(niets|niks|weinig) te (klagen|mopperen)", N, 3 }, { "(iets|wat) te (klagen|mopperen)", N, 2 },
	{ "nooit (klagen|mopperen)", N, 2 },
	{ "(ontevreden|boze|klagende|lastige) (klanten|debiteuren|mensen|bellers|consumenten)", N, 3 },
	{ "(ervaring met|omgaan met|afhandelen van|behandelen van|met|minder|aantal) klachten", N, 2 },
	{ "klacht tot een goed einde", N, 5 },
	{ "(geen klacht maar|in plaats van een klacht|voor de verandering geen)", N, 3 },
	{ "(uw|de|het|een|jullie) (klachtenregeling|klachtenprocedure|klachtenformulier|klachtenafdeling|"
	  "klachtenloket|klachtencommissie)", N, 1 },
	{ "(klachtenregeling|klachtenprocedure|klachtenformulier)", Q, 2 },
	{ "(mensen|iedereen|men|jullie) ~ alleen (als|maar als) er iets", N, 1 },
	/* judgements */
	{ "(schande|schandalig*|schandelijk*|belachelijk*|bespottelijk*|absurd*|waanzin*|idioot|idioterie|debiel*|"
	  "ongehoord*|ongelooflijk|ongelofelijk|onvoorstelbaar|onbegrijpelijk*|ongekend)", A, 3 },
	{ "(onacceptabel*|onaanvaardbaar*|ontoelaatbaar*|onbestaanbaar*|onverteerbaar|ondenkbaar|onbehoorlijk*|"
	  "onbetamelijk)", A, 3 },
	{ "niet (acceptabel|aanvaardbaar|normaal|te geloven|te begrijpen|netjes|correct|oke|ok|goed|leuk|fijn|"
	  "prettig|fraai|professioneel|eerlijk|redelijk|terecht|rechtvaardig|toegestaan|klantvriendelijk|menselijk|"
	  "fatsoenlijk|gepast|verantwoord|juist)", A, 2 },
	{ "(accepteer|accepteren|pik|pikken|aanvaard|tolereer|duld|slik) ~ niet", A, 3 },
	{ "normaal is (dit |dat |het |)anders", A, 3 },
	{ "(kan|mag) (toch |echt |zo |gewoon |helemaal |absoluut |)(niet|nooit) (de bedoeling|waar zijn|zo zijn|"
	  "langer|door de beugel|bestaan|door*)*", A, 2 },
	{ "(dit|dat|zo|zoiets) kan (toch |echt |zo |gewoon |absoluut |helemaal |)niet", A, 3 },
	{ "(beneden|onder) (alle |de |)(peil|maat|niveau)", A, 3 },
	{ "(ondermaats*|bedroevend|bar slecht|erbarmelijk*|belabberd|slecht|slechte|slechter|slechtste)", A, 2 },
	{ "(waardeloos|waardeloze|klote*|kut*|ruk|shit*|bagger|prut|rotzooi|teringzooi|tering*|tyfus*|kanker*|"
	  "godver*|verdomme*|verdorie|gvd|potverdorie|flikker*|zeik*|gezeik|gezeur|gedonder|gelazer|gezeik|onzin|"
	  "flauwekul|kolder|lariekoek|bullshit)", A, 3 },
	{ "(slaat|slaan) (echt |werkelijk |)nergens op", A, 3 }, { "(nergens op|als een tang)", A, 2 },
	{ "(van de zotte|de omgekeerde wereld|omgekeerde wereld|de wereld op zijn kop|te gek voor woorden|om te "
	  "huilen|om gek van te worden|gek van|niet goed bij|de druppel|de maat is vol|grens bereikt|de "
	  "limiet)", A, 3 },
	{ "(meten met|met) twee maten", A, 3 },
	{ "(triest|treurig*|teleurgesteld*|teleurstell*|teleurstelling|jammerlijk|jammer|spijtig|beschamend*|genant|"
	  "zielig|vernederd|vernederend*|kwetsend*|gekwetst|pijnlijk|schokkend|geschokt|verbijsterd|verbijsterend|"
	  "verbaasd|verbaast|verbazing|verbazingwekkend|bevreemd*)", A, 2 },
	{ "(viel|valt|vielen|vallen) ~ tegen", A, 2 }, { "(tegengevallen|tegenvallend*|tegenvaller)", A, 2 },
	{ "(anders|beter|meer) verwacht", A, 2 },
	{ "geen (prettig|fijn|goed|prettige|fijne) (gevoel|ervaring|indruk|manier)", A, 3 },
	{ "(nare|rotgevoel|vervelend*|naar gevoel|onprettig*|onaangenaam|onaangename|ongelukkig*)", A, 2 },
	{ "(boos|woedend|kwaad|pissig|pisnijdig|razend|ziedend|nijdig|furieus|witheet|laaiend|gefrustreerd*|frustr*|"
	  "irrit*|geirriteerd|erger|ergert|ergernis|gepikeerd|verbolgen|ontstemd|ontdaan)", A, 2 },
	{ "(zat|spuugzat|beu|kotsbeu|spuugzat|schoon genoeg|meer dan genoeg|mijn buik vol|helemaal klaar|klaar mee|"
	  "genoeg van)", A, 2 },
	{ "hoe (durf|durven|durft|haal|haalt|halen|is het mogelijk|kan het dat|kan dit|kunnen jullie)", A, 2 },
	{ "(waar halen|waar haalt|waar bemoeien|wie denken|wat denken|wat denkt) (jullie|u)", A, 2 },
	{ "het lef", A, 3 }, { "(jullie|u) wel niet", A, 2 },
	{ "(wat een|stelletje|stel|bende|zooitje|club) (oplichters|prutsers|amateurs|klunzen|klojos|idioten|bende|"
	  "puinhoop|zooi|zootje|rotzooi|ellende|toestand|gedoe|circus|blunder|wanprestatie|aanfluiting|bedrijf|"
	  "schande|behandeling|organisatie)", A, 3 },
	{ "(oplichters|prutsers|amateurs|amateuristisch*|klunzen|knoeiers|boeven|dieven|maffia|graaiers|"
	  "zakkenvullers|aasgieren|bloedzuigers|afzetters|afzetterij|oplichterij|oplichting|geldklopperij|geldwolven|"
	  "aanfluiting|wanprestatie|wanbeleid|puinhoop|chaos|janboel|zooitje|blunder*|misstand*)", A, 3 },
	/* conduct */
	{ "(onbesch*|klantonvriendelijk*|onklantvriendelijk*|brutaal|brutale|grof|grove|lomp*|bot|botte|onfatsoenlijk*|onprofessione*|onvriendelijk*|"
	  "arrogant*|hautain*|neerbuigend*|minachtend*|denigrerend*|respectloos|respectloze|onbeleefd*|onheus|"
	  "ongepast*|agressief|agressieve|intimid*|bedreig*|dreigement*|dreigend*|chant*|pesten|pesterij*|getreiter*|"
	  "treiter*|stalk*|bestook*|terroris*|belterreur)", A, 3 },
	{ "(schreeuw*|geschreeuw|uitgescholden|scheld*|uitgelachen|lachte|uitgefoeterd|afgesnauwd|snauw*|afgepoeierd|"
	  "afgebekt|afgewimpeld|afgescheept|beledig*|discrimin*|racis*|vernederen|klein gemaakt|niet serieus genomen|"
	  "serieus genomen|weggezet|behandeld als|crimineel|criminelen|wanbetaler*|leugen*|gelogen|liegen|liegt|loog|"
	  "voorgelogen|bedonderd|belazerd|genaaid|opgelicht|bedrogen|bedrog|misleid*|fraud*|valsheid)", A, 3 },
	{ "(hing|hangt|hangen|gooide|gooit|gegooid|opgehangen|erop gegooid) (op|de hoorn|er|gewoon op|zomaar op|de "
	  "telefoon)", A, 2 },
	{ "(opgehangen|werd de verbinding verbroken|verbinding verbroken|neerlegde|hoorn op de haak)", A, 2 },
	{ "(dreigen|dreigt|dreigden|gedreigd|dreigbrief|dreigbrieven|dreigmail*)", A, 2 },
	{ "(intussen|ondertussen) ~ (rente|kosten|wel)", A, 2 }, { "wel (lekker|gewoon|rustig|vrolijk) door", A, 3 },
	{ "(lastig*|lastiggevallen|lastig gevallen|lastig te vallen|overlast|hinder|last van|kapot|plat|gek) (gebeld|"
	  "bellen|vallen|gevallen|van)*", A, 2 },
	{ "(bellen|belt|belden|gebeld|mailen|mailt|appen|sms en|sturen) ~ (kapot|plat|suf|gek|lastig)", A, 3 },
	{ "(blijf|blijven|blijft|bleef|bleven) ~ (bellen|mailen|sturen|schrijven|aandringen|dreigen|zeuren|komen|lastig*|"
	  "krijgen|ontvangen)", A, 2 },
	{ "# (x|keer|maal) (gebeld|gemist|per dag|gemaild|op een dag|vandaag|per week)", A, 2 },
	{ "(een|twee|drie|vier|vijf|zes|zeven|acht|tien|tientallen) keer (per dag|per week|gebeld|op een "
	  "dag)", A, 2 },
	{ "(elke|iedere) (dag|ochtend|avond|week) (gebeld|word|bellen|weer|opnieuw)*", A, 1 },
	{ "(s avonds laat|op zondag|op mijn werk|naar mijn werk|mijn werkgever|mijn baas|mijn leidinggevende|mijn "
	  "collegas|mijn buren|de buurvrouw|de buurman)", A, 1 },
	{ "om # s (avonds|nachts)", A, 1 },
	{ "(stop|stopt|hou|houd|houdt|kap|kappen|stoppen|ophouden) (daar |hier |nu |eens |er |onmiddellijk |direct |"
	  "per direct |a u b |aub |)(op|mee|met|ermee|hiermee)", A, 2 },
	{ "(ophoudt|ophouden|moet stoppen|moet ophouden|nu stoppen|laat (me|mij|ons) met rust)", A, 2 },
	{ "met rust", A, 2 }, { "niet meer (te |) (bellen|mailen|benaderen|contacteren)", A, 2 },
	{ "(niet|nooit) meer (bellen|mailen|benaderen|langskomen|lastig*|schrijven|gebeld)", A, 2 },
	{ "(bel|bellen|belt|mail) ~ niet meer", A, 2 },
	/* what went wrong */
	{ "(onterecht*|ten onrechte|onrecht|onrechtmatig*|onrechtvaardig*|onwettig*|illegaal|illegale|"
	  "wederrechtelijk*|onredelijk*|disproportione*|buitenproportione*|buitensporig*|exorbitant*|onzorgvuldig*|"
	  "onjuist*|onzinnig*|oneerlijk*|ongegrond*|onverschuldigd*|onduidelijk*|ondoorzichtig*|tegenstrijdig*|"
	  "willekeur*|woeker*|machtsmisbruik|misbruik*)", A, 2 },
	{ "(betwist|betwisten|betwisting|bestrijd|weerspreek)", A, 2 },
	{ "(klopt|kloppen|klopte|deugt|deugen) (echt |gewoon |helemaal |van geen kant|)(niet|niets|niks|geen|nergens|"
	  "van geen kant)", A, 2 },
	{ "er klopt (niets|niks|geen|helemaal)", A, 3 }, { "(niet|nooit) (mee |)eens", A, 2 },
	{ "(oneens|niet akkoord|weiger te betalen|betaal niet|ga niet betalen|betaal dit niet|geen cent)", A, 2 },
	{ "(te hoog|te hoge|veel te|belachelijk hoog|absurd hoog|torenhoog|torenhoge|verdubbeld|verdrievoudigd|extra "
	  "kosten|bovenop|kosten bovenop|nu verhoogd|verhoging|verhoogd met|verhoogd|opgehoogd|extra verhoging|rente "
	  "op rente|kosten op kosten)", A, 1 },
	{ "(te hoog|te hoge|belachelijk hoge|absurd hoge|torenhoge) (kosten|bedrag|incassokosten|rekening|"
	  "rente)", A, 2 },
	{ "(meer dan|boven) (het |de |)(wettelijk*|toegestane)", A, 2 },
	{ "(dubbel|twee keer|2 keer|tweemaal|nog een keer|nogmaals) (betaald|betalen|afgeschreven|geind|in rekening|"
	  "geincasseerd|geincasseerd|gefactureerd|aangeslagen)", A, 2 },
	{ "schrijven ~ nog een keer", A, 2 },
	{ "(al|reeds|allang|al lang|lang geleden|gewoon|keurig|tijdig|netjes|altijd|maanden geleden) (is |was |heb "
	  "ik |hebben wij |)(betaald|voldaan|afbetaald|afgelost|overgemaakt|geregeld|gecrediteerd|opgezegd|"
	  "geannuleerd)", A, 1 },
	{ "(desondanks|ondanks|niettemin|toch weer|toch nog|alsnog|terwijl ik al|terwijl ik|hoewel ik|nota bene|"
	  "notabene|en toch|maar toch|maar nee)", A, 1 },
	{ "(opnieuw|alweer|weer|wederom|nogmaals|weer eens|voor de zoveelste) (een |) (aanmaning|brief|sommatie|mail|"
	  "herinnering|dreigbrief|telefoontje|rekening|incasso*|deurwaarder)", A, 2 },
	{ "(opnieuw|alweer|weer|wederom) een (aanmaning|brief|sommatie|mail|herinnering|dreigbrief|telefoontje|"
	  "rekening|dagvaarding|deurwaarder)", A, 2 },
	{ "(zoveelste|de derde|de vierde|de vijfde|de tweede|derde|vierde|vijfde|zesde|tiende) (keer|brief|mail|"
	  "poging|aanmaning|maal|telefoontje|verzoek)", A, 1 },
	{ "(alweer|wederom|keer op keer|telkens|steeds weer|telkens weer|steeds opnieuw|elke keer|iedere keer|"
	  "herhaaldelijk|meermaals|meermalen|meerdere malen|al meerdere|tot vervelens toe|tig keer|tigste|100 keer|"
	  "honderd keer)", A, 1 },
	{ "(nog steeds|nog altijd|tot op heden|tot nu toe|tot vandaag|nog immer) (geen|niet|niets|niks|wacht|wachten|"
	  "onopgelost|zonder)", A, 2 },
	{ "(nog steeds|nog altijd)", A, 1 },
	{ "(al|nu al|inmiddels) (weken|maanden|dagen|jaren|# weken|# maanden|# dagen|# jaar|twee weken|drie weken|"
	  "vier weken|vijf weken|zes weken|twee maanden|drie maanden|anderhalve maand|ruim drie weken|ruim twee "
	  "weken|een maand|een week|een jaar|wekenlang|maandenlang)", A, 1 },
	{ "(wekenlang|maandenlang|urenlang|dagenlang|jarenlang|eeuwig|eindeloos|na ruim|pas na|dag negen)", A, 1 },
	{ "(geen|nooit|nooit een|zonder|nog niets|niets|niks|nergens) (reactie|antwoord|gehoor|bericht|"
	  "terugkoppeling|respons|bevestiging|uitleg|excuses|excuus|gehoord)", A, 2 },
	{ "(niet|nooit) (gereageerd|geantwoord|beantwoord|teruggebeld|terug gebeld|teruggemaild|nagekomen|verwerkt|"
	  "geholpen|gehoord|serieus|geluisterd|doorgegeven|aangepast|gecorrigeerd|uitgezocht|opgelost|gelezen|"
	  "verstuurd|gecommuniceerd|geinformeerd|ingelicht)", A, 2 },
	{ "(reageert|reageren|antwoordt|antwoorden|luistert|luisteren|belt|bellen|doet|doen|helpt|helpen|leest|lezen|"
	  "weet|weten) (niemand|niet|nooit|gewoon niet|niets|niks|mijn mails gewoon niet|terug niet)", A, 1 },
	{ "niemand ~ (helpen|zeggen|weet|terug|reageert|luistert|bereikbaar|opnemen|antwoord*|verantwoordelijk*|"
	  "op)", A, 2 },
	{ "van afdeling naar afdeling", A, 2 },
	{ "(kastje naar de muur|van het kastje|doorverbonden|in de wacht|wachtmuziek*|in de wachtrij|telefonische "
	  "wachtrij|uren aan de telefoon|onbereikbaar|niet bereikbaar|niet te bereiken|telefonisch onbereikbaar|drie "
	  "kwartier|op een stapel|afwezig of|in gesprek of|geen gehoor)", A, 2 },
	{ "kwartier (wachten|gewacht|in de wacht|aan de lijn)", A, 2 },
	{ "# (minuten|uur|min) (wachten|gewacht|in de wacht|aan de lijn|wachttijd)", A, 2 },
	{ "(minuten|uur|uren) (in de wacht|gewacht|wachten|aan de lijn gehangen)", A, 2 },
	{ "(traag|trage|traagheid|laks*|slordig*|slordigheid|nalatig*|nonchalant*|onkunde|incompetent*|onbekwaam|"
	  "onbenul*|onverschillig*|ongeinteresseerd*|gebrekkig*|chaotisch*|administratieve rommel)", A, 2 },
	{ "(fout|fouten|foute|foutief|foutieve|vergissing|verkeerd|verkeerde|verwissel*|verwar*|misverstand|dwaling|"
	  "zoekgeraakt|kwijtgeraakt|systeemfout|typefout)", A, 1 },
	{ "(jullie|uw|grote|grove|eigen|weer een|een) (fout|fouten|blunder|vergissing)", A, 2 },
	{ "(de verkeerde|verkeerde) (persoon|naam|adres|dossier|man|vrouw)", A, 2 },
	{ "(niet van mij|niet de mijne|niet mijn schuld|niets mee te maken|niks mee te maken|ken ik niet|nooit van "
	  "gehoord|nooit besteld|nooit iets besteld|nooit afgenomen|nooit klant|nooit afgesloten|nooit getekend|geen "
	  "klant|geen abonnement|geen contract|geen schuld|niet schuldig|niets verschuldigd|niets schuldig|niks "
	  "schuldig|identiteitsfraude|iemand anders|naamgenoot|spookfactuur|verjaard*|verjaring|al jaren dood|geen "
	  "overeenkomst)", A, 1 },
	{ "(nooit|niet|geen) ~ (een brief|brieven|aanmaning|herinnering|factuur|veertiendagenbrief|14 dagenbrief|wik "
	  "brief|rekening|post|iets) (gehad|ontvangen|gekregen|gezien)", A, 1 },
	{ "(wettelijk|wettelijke) (maximum|regels|verplicht*|norm|staffel)", A, 1 },
	{ "(veertiendagenbrief|14 dagenbrief|14 dagen brief|veertien dagen brief)", A, 1 },
	{ "(afspraak|afspraken|regeling|toezegging*|belofte*|afgesproken|beloofd|toegezegd) ~ (niet|genegeerd|"
	  "geschonden|nagekomen|verbroken|eenzijdig|maar|toch)", A, 2 },
	{ "(zou|zouden|zou u|zouden jullie) ~ (teruggebeld|terugbellen|terugkomen|sluiten|stoppen|uitzoeken|"
	  "aanpassen|regelen|worden)", A, 1 },
	{ "(zou|zouden) (u|iemand|jullie|je|er iemand) ~ (willen|kunnen)", N, 1 },
	{ "(beloofd|beloofde|toegezegd|beloftes)", A, 1 },
	{ "(zonder|niet met) (mijn |enig |enige |nader |)(overleg|toestemming|reden|onderbouwing|waarschuwing|"
	  "aankondiging|vooraankondiging|bericht vooraf|specificatie|uitleg|pardon|opgaaf)", A, 2 },
	{ "(uitgemaakt voor|met de nek|aan mijn lot|met een kluitje|in het riet|aan het lijntje|voor de gek|voor gek|"
	  "voor schut|te kijk|voor paal|in de maling)", A, 3 },
	{ "(privacy*|avg|datalek|gegevens gelekt|gegevens gedeeld|privacyschending|schending|zomaar mijn gegevens|"
	  "beroepsgeheim)", A, 1 },
	{ "(privacy|avg) (geschonden|schending|overtred*|inbreuk*)", A, 3 },
	{ "(schending|inbreuk|overtreding|strijd) (van|op|met)", A, 2 },
	{ "(in strijd met|tegen de wet|strafbaar|onrechtmatige daad|zorgplicht|onbehoorlijk)", A, 2 },
	{ "(stress|slapeloze|lig er wakker|wakker van|slaap er niet|ziek van|huilend|in tranen|huilen|paniek|bang|"
	  "angst*|doodsbang|wanhop*|radeloos|ten einde raad|hartklachten|depress*|burn out|zenuwen|schaam*|"
	  "geschrokken|schrik|schrok|vernederd|overstuur|van streek|van slag)", A, 1 },
	{ "(kan niet langer|kan zo niet|kan ik niet meer|kan ik geen boodschappen|sta ik ~ rood|hierdoor kan ik|door "
	  "jullie|door uw toedoen|jullie schuld|uw schuld|aan jullie te wijten)", A, 2 },
	{ "(ingebrekestelling|in gebreke|aansprakelijk|aansprakelijkheid|schadevergoeding|schadeclaim|kort geding|"
	  "advocaat|rechtsbijstand*|juridische stappen|gerechtelijke stappen|kantonrechter|stap naar|naar de rechter|"
	  "kifid|geschillencommissie|geschilleninstantie|consumentenbond|tros radar|radar|kassa|opgelicht|autoriteit "
	  "persoonsgegevens|acm|toezichthouder|inspectie|tuchtrechter|ombudsman|nationale ombudsman|incassotucht*|"
	  "aangifte|de politie|de pers|de media|trustpilot|slechte review|recensie|social media|facebook)", A, 1 },
	{ "(excuses|excuus|verontschuldig*|spijt betuigen|rectific*)", A, 1 },
	/* idioms and contradictions */
	{ "(website|site|app|portaal|klantportaal|link|betaallink|systeem|telefoonmenu|formulier|inlog) ~ (werkt "
	  "niet|doet het niet|foutmelding|storing|niet bereikbaar|geeft een fout)", A, 2 },
	{ "(werkt|doet het|functioneert) (niet|nooit|nog steeds niet)", A, 1 },
	{ "(werd|word|wordt|kreeg|krijg) ~ (te horen|een foutmelding|afgewezen|weggestuurd|geweigerd)", A, 1 },
	{ "terwijl", A, 1 }, { "hoe dan", A, 2 },
	{ "(pertinent|absoluut|gewoon|helemaal|aantoonbaar) (onwaar|niet waar|onjuist|onzin)", A, 3 },
	{ "(onwaar|niet waar|leugen|geen steek verder|nul reacties|geef het op|rotte vis|voor rotte vis|"
	  "kinderachtig*|flauw van|smeek|uitgehoord|erbuiten|nalatigheid|onleesbaar|onvolledig*)", A, 2 },
	{ "(wacht|wachten) (ik |wij |we |nu |)(al |nog steeds |nu al )", A, 2 },
	{ "(al sinds|nu al sinds|sinds maanden|sinds weken)", A, 2 },
	{ "(wacht ik al|wacht al|wachten al|wachten wij al)", A, 2 },
	{ "(ander|een ander|weer een ander) verhaal", A, 2 }, { "gewoon normaal", A, 2 },
	{ "nog steeds (gaat|gaan|krijg|komt|komen|staat|word|wordt|belt|bellen|stuurt|sturen|geen|niet|"
	  "wordt)", A, 2 },
	{ "(nu zegt|nu zeggen|nu beweert|nu staat|en nu|nu krijg ik|nu zit ik)", A, 1 },
	{ "(durf|durft|durven) ~ niet (meer|)", A, 1 }, { "(called|treated) (me|us) (stupid|like)", A, 3 },
	{ "(with respect|be treated)", A, 1 }, { "aan de lijn (gehangen|gehouden|laten hangen|wachten)", A, 2 },
	{ "# (min|minuten|uur) aan de lijn", A, 2 }, { "(eruit|erop|eraf) gegooid", A, 2 },
	{ "(liggen|ligt) elkaar niet", A, 2 },
	{ "(flauwe|foute|misplaatste|racistische|seksistische) (grap|grappen|opmerking|opmerkingen)", A, 3 },
	{ "(luidkeels|in het openbaar|meegenoten|in het trappenhuis|op de galerij|waar iedereen bij|waar mijn "
	  "kinderen bij|waar klanten bij)", A, 2 },
	{ "(teveel|te veel) (gerekend|betaald|afgeschreven|in rekening|geincasseerd|geind|gevraagd|berekend|"
	  "ingehouden)", A, 2 },
	{ "(eerst|de een|de ene|de ene keer) (zegt|zei|zeggen|zeiden|hoor|hoorde|krijg|kreeg|was|is) ~ ~ (nu|ander|"
	  "dan|daarna|en|maar)", A, 2 },
	{ "wie moet ik (nu |dan |)geloven", A, 3 }, { "in verhouding", A, 2 },
	{ "(schaam*|schamen) (u|jullie|je) (zich|niet|dood)*", A, 3 }, { "radiostilte", A, 3 },
	{ "(vijandig*|dreigtoon|intimiderende toon|toon van uw)", A, 2 },
	{ "(ik ben |ben |wij zijn |)geen (crimineel|criminelen|wanbetaler|wanbetalers|dief|oplichter|fraudeur|klein "
	  "kind|idioot|robot)", A, 3 },
	{ "uit (bed|mijn bed) (bellen|gebeld|belt)", A, 2 }, { "(nu|nou) eindelijk", A, 2 },
	{ "eindelijk eens", A, 2 },
	{ "(misgegaan|mis gegaan|fout gegaan|ging mis|gaat mis|gaat fout|ging fout|iets mis|scheef)", A, 1 },
	{ "niet (afgetrokken|verwerkt|meegenomen|verrekend|afgeboekt|bijgewerkt|doorgevoerd|gebeurd|uitgevoerd|"
	  "gelukt|nagekomen)", A, 2 },
	{ "(zou|zouden) (me|mij|ons|u|jullie) ~ (terugbellen|bellen|mailen|terugkomen|berichten)", A, 2 },
	{ "(retour|terug) en toch", A, 1 }, { "(niets|niks) (hier|er) (mee|hiermee) (van doen|te maken)", A, 1 },
	{ "(wachten|gewacht|wacht) ~ (uren|weken|maanden|dagen|eeuwig|tevergeefs|nog steeds)", A, 2 },
	{ "(ik moet ook|heb wel wat beters|heb wel iets beters|geen tijd voor)", A, 1 },
	{ "(nog steeds|nog altijd) (uw|jullie|geldig|actueel|hetzelfde|juist)", N, 1 },
	{ "(ik|wij) (vind|vinden) (dat|dit|het|zoiets|deze) (u|jullie|echt|niet|raar|vreemd|zeer|heel|erg|eigenlijk|"
	  "wel erg|maar|onzin|belachelijk|jammer|slecht)", A, 2 },
	{ "(u|jullie) (eerst |beter |dat |ook |)(moet|moeten|had|hadden|zou|zouden) (eerst|beter|moeten|beter moeten|"
	  "kunnen weten|dat eerst)", A, 2 },
	{ "(ken|kennen|herken) (de|deze|dit|die|het|uw) ~ niet", A, 2 },
	{ "(twee|drie|vier|vijf|zes|allerlei|telkens|steeds|iedere keer) (verschillende|andere) (bedragen|verhalen|"
	  "antwoorden|namen|medewerkers|mensen|personen|data|brieven|kosten|uitkomsten|versies)", A, 2 },
	{ "(geen|niet de) schoonheidsprijs", A, 3 }, { "niemand die", A, 2 },
	{ "(er zit|is er) (blijkbaar |kennelijk |)geen (mens|enkel mens)", A, 2 },
	{ "(wat een|rare|vreemde|slechte) (manier van doen|gang van zaken|manier|vertoning|beleid|praktijken|"
	  "toestand|houding|ervaring)", A, 2 },
	{ "(rare|vreemde|kwalijke|duistere|dubieuze|malafide) (praktijken|zaak|zaken|gang)", A, 3 },
	{ "(kwalijk|kwalijke|laakbaar|verwijtbaar|verwijt|verwijten|kritiek|bekritiseer|aan de kaak|misstap|"
	  "tekortkoming*|tekortgeschoten|steken laten vallen|in de steek|laten zitten|aan zijn lot|vergeten|"
	  "genegeerd|negeert|negeren|genegeerd voel*|ontkent|ontkende|ontkennen|weigert|weigerde|weigeren|verzuimd|"
	  "nalaat|nagelaten|afgehouden|verdraait|verdraaid)", A, 2 },
	{ "waarom (krijg ik|moet ik|word ik|belt u|bellen jullie|stuurt u|sturen jullie|is er niemand|reageert "
	  "niemand|reageert u|hebben jullie|heeft u|kan niemand)", A, 1 },
	{ "(ik snap|ik begrijp|begrijp|snap) ~ (niet|niets|niks) (meer |)(van|waarom|hoe|dat|wat)", A, 1 },
	{ "(begrijp|snap) er (niets|niks|geen)", A, 2 },
	{ "(weet niet meer|raak de draad|zie door de bomen|word er moe|erg moe van|doodmoe|moedeloos|uitgeput|"
	  "gesloopt|ten onder)", A, 2 },
	{ "(is dat|is dit|vindt u dit|vindt u dat|vinden jullie) (normaal|het normaal|redelijk|eerlijk|menselijk|"
	  "netjes|gepast|de bedoeling)", A, 2 },
	{ "(jullie|u) (normaal|het normaal)", A, 2 },
	{ "(dat|dit) (mag|hoort|kan|is) (toch |echt |gewoon |zo |)niet", A, 2 },
	{ "(niet zo|niet erg|niet heel|niet bepaald|weinig|allesbehalve|verre van) (netjes|vriendelijk|leuk|fijn|"
	  "handig|zorgvuldig|professioneel|klantvriendelijk|behulpzaam|fraai|prettig|snel|duidelijk)", A, 2 },
	{ "(zuchtte|zuchten|zat te eten|kauwde|gaapte|lachen|gniffel*|grinnik*|spottend*|sarcastisch|cynisch|"
	  "onverstaanbaar|ongeduldig|kortaf|snibbig|pinnig|bits|nors|chagrijnig|bars|kil|koud|afstandelijk|betuttel*|"
	  "belerend|bevoogdend)", A, 2 },
	{ "(liet mij niet uitpraten|niet uitpraten|onderbrak|in de rede|praatte over mij heen|niet aan het "
	  "woord)", A, 3 },
	{ "(noemde|noemt) (mij|me|hem|haar|ons)", A, 2 },
	{ "(verkeerd|verkeerde|fout|foute|onjuist|onjuiste) (bedrag|naam|adres|persoon|datum|dossier|bedragen|"
	  "gegevens|berekening|geadresseerd|rekening|iban|informatie)", A, 2 },
	{ "aan het verkeerde adres", A, 2 },
	{ "(woont hier|woon hier|ken geen|kennen geen|niet wonen|hier niet woont|niet op dit adres|ex man|ex vrouw|"
	  "ex partner|ex compagnon|vorige bewoner|vorige eigenaar)", A, 1 },
	{ "(beslag|loonbeslag|bankbeslag) (gelegd|op mijn|op haar|op zijn|aangekondigd|gelegd op)", A, 1 },
	{ "(rekening|loon|toeslag|toeslagen|uitkering) ~ (geblokkeerd|blokkeren|beslagen|ingehouden|gehaald)", A, 2 },
	{ "(geblokkeerd|geregistreerd bij het bkr|bkr registratie|aangemeld bij het bkr)", A, 1 },
	{ "(sta|stond|staan) (nu |daardoor |ik |)(rood|diep in het rood)", A, 1 },
	{ "(kan|kunnen) ~ (de huur|mijn huur|boodschappen|eten|medicijnen) ~ (niet|geen)", A, 2 },
	{ "(de huur niet|geen boodschappen|geen eten|niets te eten)", A, 2 },
	{ "(staat|staan) (in geen|niet in) verhouding", A, 3 },
	{ "(buiten proportie|niet in verhouding|in geen verhouding|absurd|buitenissig|onnodig|onnodige|nodeloos|"
	  "nodeloze|overbodig*) (kosten|hoog|brieven|stress|)", A, 2 },
	{ "(kosten stapelen|stapelen de kosten|kosten op|opstapel*|oplopen|lopen op|blijft oplopen|opdrijven|"
	  "doodleuk|leuk hoor|vrolijk|gewoon door)", A, 1 },
	{ "(niet|nooit) (geleverd|beloofd|besteld|geaccepteerd|getekend|aangevraagd|gevraagd|geweest|afgesproken|"
	  "opgeleverd)", A, 1 },
	{ "nooit (klant|lid|abonnee) geweest", A, 2 },
	{ "(lag er|ligt er|kreeg ik|krijg ik|kwam er|komt er|stond er|ontving ik|volgde|en nu) ~ (alweer|weer|"
	  "opnieuw) (een|n)", A, 2 },
	{ "weer (zo n|zon|een) (brief|mail|aanmaning|sommatie)", A, 2 },
	{ "(alweer|opnieuw) (een|kosten|gebeld|gemaild)", A, 1 },
	{ "(hoe vaak|hoeveel keer|hoe lang|hoe moeilijk|wanneer houdt|wanneer stopt|wanneer leren) (moet|nog|kan|"
	  "gaat|duurt|is|het|dit|jullie)", A, 2 },
	{ "(dankzij|door) (jullie|uw|u) (telefoontje*|brief|brieven|fout|toedoen|schuld|gedrag|actie|medewerker|"
	  "optreden)", A, 2 },
	{ "(val|vallen|valt) ~ (lastig|niet meer lastig)", A, 2 },
	{ "(niets|niks) (mee te maken|van waar|klopt)", A, 2 },
	{ "(gepest|geduwd|opgejaagd|onder druk|druk gezet|onder druk gezet|in het nauw|klemgezet|gedwongen|dwingt|"
	  "dwang|pressie)", A, 2 },
	{ "(niet|nooit) (gelezen|geluisterd|begrepen|serieus)", A, 1 },
	{ "(verzwijgt|verzwegen|achtergehouden|niet verteld|pas achteraf|achteraf)", A, 1 },
	{ "(verzoek|vraag|vroeg|gevraagd|gemeld|aangegeven|gebeld|gemaild|geschreven|uitgelegd|opgestuurd|gestuurd) "
	  "~ (drie keer|twee keer|vier keer|meermaals|tevergeefs|zonder resultaat|driemaal|tweemaal|herhaaldelijk|"
	  "keer op keer)", A, 2 },
	{ "(drie keer|twee keer|vier keer|vijf keer|meermaals|driemaal|tweemaal|viermaal|al # keer|al twee keer|al "
	  "drie keer|al vier keer) ~ (gevraagd|gemeld|aangegeven|gebeld|gemaild|geschreven|uitgelegd|opgestuurd|"
	  "gestuurd|om gevraagd|verteld|doorgegeven)", A, 2 },
	{ "tevergeefs", A, 2 }, { "(pak|pakken|neem|nemen) ~ (verantwoordelijkheid|serieus)", A, 1 },
	{ "(hun|zijn|haar|mijn) (boekje te buiten|woede|woord niet|geduld is op|geduld raakt op|geduld)", A, 2 },
	{ "(erg|heel|zeer|enorm|echt|flink|behoorlijk|zwaar) (vervelend|slordig|onprettig|naar|storend|hinderlijk|"
	  "pijnlijk|jammer|oneerlijk|teleurgesteld|boos|kwaad|onvriendelijk|onbeleefd|bot|grof|irritant|"
	  "traag)", A, 2 },
	{ "(slordig|verwarrend|storend|hinderlijk|vervelend|stuitend|pijnlijk|ergerlijk|irritant|kleinzielig|flauw|"
	  "harteloos|gevoelloos|onmenselijk|mensonterend|onwaardig|respectloos|tactloos|lomp)", A, 2 },
	/* ---- Dutch: irony ---- */
	{ "(bedankt|dank|dank u|dank je|dank jullie|dank u wel|dank je wel|nou bedankt|hartelijk dank|hartelijk "
	  "bedankt|reuze bedankt|nog bedankt) (hoor|voor (niets|niks|nop|niets hoor|de ellende|de moeite|het wachten|"
	  "weer een|nog een|de slapeloze|de zoveelste|al de|het prachtige|het verpesten|de stress|jullie "
	  "geduld))", I, 3 },
	{ "(bedankt|dank|dankjewel) (voor |)(niets|niks|nop|de ellende|het wachten|de zoveelste|de stress|het "
	  "verpesten|weer een|nog een)", I, 3 },
	{ "voor (niets|niks|nop|de ellende|de zoveelste|de slapeloze|het verpesten)", I, 2 },
	{ "(fijn|leuk|mooi|knap|lekker|gezellig|netjes|top|geweldig|prachtig|super|handig|slim|fraai) (hoor|dan|is "
	  "dat|zo|weer|werk|stukje werk)", I, 2 },
	{ "lekker (bezig|makkelijk|belangrijk|dan|hoor|werken|klantvriendelijk|zeg|stel)", I, 3 },
	{ "(gefeliciteerd|proficiat|applaus|hulde|bravo|hoera|driewerf hoera|lang leve|van harte|chapeau hoor|petje "
	  "af hoor|wereldprestatie|record*|medaille|gouden medaille|oscar|prijs verdien*|verdient een prijs|lintje|"
	  "stagiair*|kunststuk|meesterwerk|magisch*|toverkunst*|humor|grappig|grapje|lachen|hilarisch|komisch|klucht|"
	  "circus|soap|sprookje|wonder*|kafka*)", I, 1 },
	{ "(gefeliciteerd|proficiat|van harte gefeliciteerd|mijn complimenten|hulde|applaus|petje af|chapeau) (met|"
	  "met het|voor het|voor de|dat|hoor) ~ (negeren|kwijt*|wachten|wachttijd|traag*|fout*|record|verliezen|"
	  "derde|vierde|zoveelste|presteren|lukt|voor elkaar)*", I, 2 },
	{ "(zogenaamd*|zogeheten|noemt zich|noemen jullie|noemt u|noem je|heet dat|heet dit|schijnbaar|blijkbaar|"
	  "kennelijk|jaja|ja hoor|tuurlijk|natuurlijk niet|wat een verrassing|verrassing|pro actief noemt|actief "
	  "noemt|zo pro actief|proactief noem*|hoezo pro actief|pro passief|passief incasso)", I, 1 },
	{ "(klantvriendelijk*|service) (ten top|van niks|noem*|heet|is ver te zoeken|is nul|0)", I, 3 },
	{ "ver te zoeken", A, 3 },
	{ "(eindelijk|na slechts|na maar|al na|binnen) (eens |) (# (weken|maanden)|zes weken|drie maanden)", I, 1 },
	{ "(met zulke|met dit soort|met zo n|met zon) (vakmensen|medewerkers|service|mensen|bedrijven|"
	  "vrienden)", I, 2 },
	{ "(zo zorgvuldig|zo snel|zo vriendelijk|zo klantgericht|zo goed) (met|omgaan|zijn|bezig)", I, 1 },
	{ "van harte gefeliciteerd", I, 2 },
	{ "(verdient|verdienen) (een prijs|een medaille|een lintje|een oscar|applaus)", I, 2 },
	{ "(het is u gelukt|jullie presteren het|u presteert het|knap dat|knap om|een kunst om|hoe krijgt u het voor "
	  "elkaar|hoe krijg je het voor elkaar|hoe krijgen jullie het voor elkaar)", I, 3 },
	{ "(noem ik|heet bij mij|lijkt mij|klinkt als) eerder", I, 3 }, { "fijn dat (jullie|u) zo", I, 2 },
	{ "daar zit (dan |)(weer |)wel", I, 2 },
	{ "(mooi|prachtig|fraai|lekker|leuk|fijn) (visitekaartje|visite|staaltje|voorbeeld|begin|vooruitzicht|cadeau|"
	  "bedrijf|kantoor|verhaal)", I, 3 },
	{ "(compliment|complimenten) voor (de snelheid|het tempo|de manier|hoe) (waarmee|waarop|snel) (u|"
	  "jullie)", I, 3 },
	{ "nu nog (dezelfde|even|de|het)", I, 2 },
	/* ---- Dutch: praise ---- */
	{ "(verdient|verdienen) (een |)(bos bloemen|bloemen|bloemetje|compliment|pluim|taart|opslag|"
	  "waardering)", F, 3 },
	{ "dankzij (mevrouw|meneer|de heer|uw collega|jullie collega|uw medewerker|jullie hulp|uw hulp|haar|"
	  "hem)", F, 2 },
	{ "(dank|bedankt) (daarvoor|hiervoor|nogmaals)", F, 2 },
	{ "(menselijk|netjes|correct|eerlijk|respectvol|goed|met respect|vriendelijk) behandeld", F, 3 },
	{ "maar bij (jullie|u) (werd|ben|kreeg|was|voelde|had)", F, 4 },
	{ "(probleem|kwestie|zaak|alles) ~ opgelost", F, 1 },
	{ "(compliment|complimenten|complimentje|pluim|petje af|lof|lovend|hulde|chapeau)", F, 3 },
	{ "(hartelijk|heel erg|ontzettend|enorm|zeer|nogmaals|oprecht|echt|super|veel|duizendmaal|heel) (dank|"
	  "bedankt|hartelijk dank|bedank)", F, 2 },
	{ "(dank|bedankt|bedank|bedanken|dank u|dank je|dank jullie|dank u wel|dankjewel|dankuwel|dank je wel) ~ "
	  "voor (de|uw|het|je|jullie|alle|al|uw) (prettige|fijne|goede|snelle|hulp|geduld|begrip|vriendelijke|"
	  "correcte|nette|medewerking|prompte|behulpzaam*|inzet|moeite|luisterend*|meedenken|uitstekende|adequate|"
	  "geweldige|keurige|coulance|uitleg|tijd|afhandeling|zorg|oplossing)", F, 3 },
	{ "(bedanken|bedank|bedankt) ~ (hulp|geduld|begrip|medewerker*|afhandeling|meedenken|mevrouw|meneer|de heer|"
	  "collega*)", F, 2 },
	{ "(erkentelijk|erkentelijkheid|mijn waardering|onze waardering|grote waardering)", F, 3 },
	{ "(hartelijk dank|hartelijk bedankt|veel dank|mijn dank|grote dank|dank is groot)", F, 2 },
	{ "(tevreden|zeer tevreden|heel tevreden|blij verrast|aangenaam verrast|positief verrast|positieve ervaring|"
	  "goede ervaring|fijne ervaring|prettige ervaring|positief)", F, 2 },
	{ "(vriendelijk|goed|prima|uitstekend|netjes|fantastisch|snel|geweldig|keurig|correct|perfect|super|heel "
	  "goed|erg goed|zo goed|fijn|prettig|vakkundig) (te woord|geholpen|behandeld|opgelost|afgehandeld|ontvangen|"
	  "begeleid|geregeld|opgepakt|gegaan|uitgelegd|geluisterd)", F, 3 },
	{ "(prettig*|vriendelijk*|behulpzaam*|begripvol*|geduldig*|vakkundig*|meelevend*|meedenkend*|meegedacht|"
	  "meedacht|menselijk|correct|correcte|keurig*|netjes|zorgvuldig*|rustig|professioneel|bekwaam|aardig*|lieve|"
	  "attent*|respectvol*|beleefd*)", F, 1 },
	{ "(fantastisch*|geweldig*|uitstekend*|voortreffelijk*|perfect|top|super|superfijn|toppers|topper|klasse|"
	  "prachtig|heerlijk|schitterend|fijn|kanjer|engel|goud waard|een tien|dikke 10|vijf sterren|"
	  "zonnetje)", F, 1 },
	{ "(dankbaar|dankbaarheid|waardering|waardeer|gewaardeerd|opgelucht|opluchting|blij|gelukkig|een last van*|"
	  "verademing|in het zonnetje|bloemetje|taart|gebak|doos bonbons|groot hart)", F, 1 },
	{ "(niet vaak meer tegen|maak je niet vaak|kom je zelden|hoe het ook kan|zo kan het ook|zo hoort het|mag ook "
	  "wel eens gezegd|ook weleens gezegd|ook wel eens zeggen|het omgekeerde|goede kant|positieve feedback|ga zo "
	  "door|houd dit vol|hou dit vol|chapeau voor|respect voor|aanrader|trots op|in goede handen|uit de "
	  "wereld)", F, 2 },
	{ "(dacht|denkt|denken|dachten|gedacht) ~ mee", F, 2 },
	{ "(wilt|wil|kunt|kan|willen) (u|je|jullie) ~ (bedanken|complimenteren|de groeten|een pluim)", F, 3 },
	{ "(namens mij|namens ons) (bedanken|hartelijk)", F, 3 },
	{ "(was|is|waren|heel|erg|zeer|zo|ontzettend|super) (vriendelijk|behulpzaam|geduldig|begripvol|lief|aardig|"
	  "duidelijk|correct|meelevend|professioneel|attent)", F, 2 },
	{ "(luisterde|luisterend oor|nam de tijd|neemt de tijd|tijd genomen|de moeite genomen|moeite voor|belde "
	  "zelfs terug|extra mijl|boven verwachting|stond klaar|dacht met me mee|op mijn gemak|gehoord voel*|gehoord "
	  "gevoeld|serieus genomen voel*|menselijke|snel en (goed|netjes|correct)|zonder morren|vlot geregeld|vlot "
	  "opgelost|goed gedaan|goede service|fijne service|prima service|goed werk|mooi werk|"
	  "klantvriendelijk)", F, 2 },
	{ "(een positieve|een goede|een fijne|een prettige) (indruk|ervaring|noot|reactie|recensie|beoordeling|"
	  "verrassing)", F, 2 },
	{ "(geweldig|fantastisch|goed|super|prima|top|netjes|keurig) (gedaan|geholpen|opgelost|werk|geregeld|"
	  "hersteld|team|kantoor|bedrijf|afgehandeld)", F, 2 },
	{ "(dank|dankjewel|bedankt|thanks|merci)", F, 1 },
	{ "(zo hoort het|zoals het hoort|hoe het hoort|zo moet het)", F, 2 },
	{ "(maakt|maken|maakte|maakten) ~ (het|een) (verschil|wereld van verschil)", F, 2 },
	/* what praise tells on its way: "ik zat met een stapel brieven en wist niet waar ik moest beginnen" */
	{ "(ik|wij|we) (dank|danken|bedank|bedanken) (u|uw|mevrouw|meneer|de|hem|haar|jullie)", F, 2 }, { "dank u wel (voor|daarvoor)", F, 2 },
	{ "veel geduld", F, 2 }, { "(mijn|onze) (waardering|erkentelijkheid)", F, 2 }, { "niet als (een |)nummer ~ maar als", F, 2 }, { "(mooi|fijn|aardig|lief) gebaar", F, 2 }, { "zonder (verwijten|verwijt|oordeel)", F, 1 },
	{ "(legde|legt|leggen) (alles|het|mij|me) ~ uit", F, 1 },
	{ "niet om te (klagen|mopperen)", N, 3 }, { "(ook al|hoewel|terwijl) (ik|wij) ~ (boos|kwaad)", N, 2 }, { "(ook al|hoewel) was (ik|wij) ~ (boos|kwaad)", N, 2 },
	{ "ook al was ik (boos|kwaad)", N, 2 }, { "ik ben (het|hem|die|deze|de brief) kwijtgeraakt", N, 1 },
	{ "(ik|wij|we) (zat|zaten) (met|na|in|al|even|zonder)", N, 2 }, { "(ik|wij|we) (wist|wisten) niet (waar|hoe)", N, 2 },
	{ "(geholpen|begeleid|ontvangen|behandeld) ~ ~ door (uw|een|de|jullie|die)", N, 2 },
	/* ---- Dutch: just asking or telling ---- */
	{ "(iets|een bedrag|samen) (afspreken|regelen) over (de|mijn) (betaling|schuld|rekening)", Q, 2 },
	{ "# (euro )(in de|per|p) (maand|week)", Q, 2 },
	{ "(euro per maand|euro in de maand|per maand missen|per maand betalen)", Q, 2 },
	{ "mijn (nieuwe|nieuw) _", Q, 2 },
	{ "(zoals gevraagd|zoals afgesproken|op uw verzoek|naar aanleiding van uw verzoek|conform afspraak) (stuur|"
	  "zend|ontvangt|hierbij|bijgaand|doe|treft|mail|betaal)", Q, 2 },
	{ "ingevuld* ~ (formulier|inkomstenformulier|vragenlijst|verklaring)", Q, 2 },
	{ "(ik|wij) (heb|hebben) een vordering op", Q, 2 }, { "loonstroken", Q, 1 },
	{ "(ik|wij) (betaal|betalen|maak|maken) (het |dit |de |u |)(restant|bedrag|resterende|rest|laatste|eerste|"
	  "tweede|vrijdag|morgen|maandag|dinsdag|woensdag|donderdag|zaterdag|volgende|deze|vandaag|overmorgen|eind|"
	  "begin|op)", Q, 2 },
	{ "(eerste|tweede|derde|vierde|laatste|volgende|maandelijkse) (termijn|betaling|aflossing)", Q, 2 },
	{ "(week|dag|dagen|maand|paar dagen) later (betalen|overmaken|voldoen)", Q, 2 },
	{ "(via|naar|op) (dit|mijn nieuwe|mijn andere|het volgende|onderstaand) (e mailadres|mailadres|adres|nummer|"
	  "telefoonnummer|e mail adres)", Q, 2 },
	{ "mijn (nieuwe|oude) (06|e mailadres|mailadres|adres|nummer|telefoonnummer|06 nummer|rekening|"
	  "rekeningnummer|werkgever)", Q, 2 },
	{ "(mijn|onze|voor de|uw) (boekhouding|administratie|accountant|boekhouder)", Q, 1 },
	{ "(ontbreekt|ontbreken) ~ (factuur|bijlage|bladzijde|pagina|specificatie|nota)", Q, 2 },
	{ "(factuur|nota|specificatie|bijlage|pagina) (ontbreekt|kwijt|zoekgeraakt)", Q, 1 },
	{ "(enquete|onderzoek|scriptie|vragenlijst|afstudeer*|interview|journalist|redactie|uitnodig*|bijeenkomst|"
	  "congres|symposium)", Q, 2 },
	{ "(hoe laat|welke tijden|bereikbaar|geopend) (bent|zijn|is) (u|jullie|het)", Q, 2 },
	{ "(tot hoe laat|wanneer bent u|wanneer zijn jullie)", Q, 2 },
	{ "(dan krijg ik|zodra ik) ~ (salaris|uitkering|loon|geld|toeslag|vakantiegeld)", Q, 1 },
	{ "(aangemeld|aanmelding) (bij|voor) ~ (schuldhulp*|schuldhulpverlening|bewindvoering|gemeente|"
	  "kredietbank)", Q, 2 },
	{ "(deel|delen|laat|bericht) (ik|wij|u|u hierbij) ~ (mede|mee|weten)", Q, 1 },
	{ "(volledige betaling|finale kwijting|kwijting|betalingsbevestiging|bevestiging van (betaling|ontvangst|"
	  "volledige))", Q, 2 },
	{ "(betalingsregeling|betaalregeling|afbetalingsregeling|aflosregeling|aflossingsregeling|betalingsvoorstel|"
	  "aflossingsvoorstel|betaalafspraak|betalingsafspraak)", Q, 2 },
	{ "(regeling) (treffen|aanvragen|te treffen|mogelijk|voorstellen|afspreken)", Q, 2 },
	{ "in ~ (termijnen|delen|keer|stukken) ~ (betalen|voldoen|aflossen|afbetalen|overmaken)", Q, 2 },
	{ "(gespreid|in termijnen|in delen|per maand|maandelijks) (betalen|aflossen|afbetalen|voldoen|# euro|een "
	  "bedrag)", Q, 2 },
	{ "(uitstel|betalingsuitstel|uitstel van betaling|betaalpauze|respijt)", Q, 2 },
	{ "(aflossen|afbetalen|termijnbedrag|maandbedrag|incassodatum|salaris binnen|vakantiegeld)", Q, 1 },
	{ "voorstel (is|om|tot) ~ (betalen|maand|termijn*|euro)", Q, 1 },
	{ "(betaalbewijs|betalingsbewijs|bewijs van betaling|betalingsbevestiging|bankafschrift|overschrijving|"
	  "overboeking)", Q, 1 },
	{ "(bijgaand|bijgevoegd|hierbij|als bijlage|in de bijlage|bijlage|stuur|hierbij stuur ik|zend) ~ "
	  "(betaalbewijs|betalingsbewijs|bewijs|afschrift|formulier|documenten|stukken|machtiging|kopie|gegevens|"
	  "screenshot|schermafdruk|overzicht|loonstrook|inkomensgegevens|vragenlijst)", Q, 2 },
	{ "(zojuist|vandaag|gisteren|zonet|net|vanmorgen|vanochtend|vanmiddag|deze week) ~ (overgemaakt|betaald|"
	  "voldaan|gestort|overgeboekt|overgeschreven)", Q, 2 },
	{ "(betaling|bedrag) (is |)(zojuist |vandaag |gisteren |)(gedaan|verricht|overgemaakt|voldaan|onderweg|goed "
	  "aangekomen|binnengekomen|ontvangen)", Q, 1 },
	{ "(goed aangekomen|goed ontvangen|is binnengekomen|is het binnen)", Q, 1 },
	{ "(ter (informatie|kennisgeving|kennisname|bevestiging)|tkn|kennisgeving)", Q, 1 },
	{ "(adreswijziging|adres wijziging|wijziging adres|wijziging van adres|verhuisbericht|verhuisd|verhuizen|"
	  "verhuizing|verhuis|nieuw adres|nieuwe adres|adres is gewijzigd|adres gewijzigd|gewijzigd adres|woon ik op|"
	  "nieuw telefoonnummer|nieuwe telefoonnummer|ander telefoonnummer|nieuw nummer|nieuw rekeningnummer|nieuw e "
	  "mailadres|ander e mailadres|mijn gegevens (wijzigen|aanpassen)|wijziging door*|naamswijziging)", Q, 2 },
	{ "(doorgeven|door te geven|geef ik (u |)door|wijzigen|aan te passen|aanpassen in uw)", Q, 1 },
	{ "(kopie|kopietje|afschrift|duplicaat|specificatie|overzicht|opgave|saldo*|eindafrekening|onderliggende "
	  "factuur|originele factuur|de factuur) ~ (van|toesturen|toezenden|sturen|mailen|opsturen|ontvangen|"
	  "opvragen|krijgen)", Q, 2 },
	{ "(kopie|specificatie|duplicaat) van", Q, 2 },
	{ "(hoeveel|wat) (moet|staat|is|bedraagt) ~ (betalen|open|openstaande|bedrag|saldo|nog|resterende|"
	  "restant)", Q, 2 },
	{ "(openstaand*|resterend*) (bedrag|saldo|restant|schuld)", Q, 1 },
	{ "(betaallink|betaalverzoek|ideal|qr code|tikkie|rekeningnummer|betalingskenmerk|betaalkenmerk)", Q, 1 },
	{ "(welk|wat is het|op welk|naar welk) (rekeningnummer|iban|bedrag|kenmerk|adres|e mailadres|"
	  "telefoonnummer)", Q, 2 },
	{ "(toesturen|toezenden|opsturen|toegestuurd|toegezonden|opgestuurd|nogmaals sturen|opnieuw sturen|mailen "
	  "naar)", Q, 1 },
	{ "(een|korte|wat|volgende|nog een|klein|kleine|mijn|paar) (vraag|vraagje|vragen|vraagjes)", Q, 2 },
	{ "(vraag|vragen|vraagje) (over|inzake|omtrent|betreffende|mbt|over de|over het|dossier)", Q, 2 },
	{ "(kunt|kan|kunnen|zou|zouden|wilt|wil) (u|je|jullie|iemand) (mij |me |ons |misschien |wellicht |even |aub |"
	  "alstublieft |)(vertellen|zeggen|laten weten|aangeven|uitleggen|informeren|bevestigen|nagaan|sturen|mailen|"
	  "doorgeven|toesturen|kunnen|helpen|adviseren)", Q, 1 },
	{ "(is het|is er|zou het|bestaat) (mogelijk|de mogelijkheid|een mogelijkheid|mogelijk zijn|ook "
	  "mogelijk)", Q, 2 },
	{ "(ik zou graag willen weten|ik wil graag weten|ik vraag me af|ik vroeg me af|graag zou ik willen weten|wat "
	  "gebeurt er als|wanneer (kan|moet|is|wordt|krijg|ontvang)|tot wanneer|hoe kan ik|hoe werkt|waar kan ik|"
	  "waar vind ik|mag ik|kan ik ook|klopt het dat|moet ik nog)", Q, 1 },
	{ "(vacature*|sollicit*|stage*|open sollicitatie|cv|curriculum)", Q, 3 },
	{ "(kan|lukt|lukte|kom) ~ niet (inloggen|in te loggen|ingelogd)", Q, 3 }, { "niet (inloggen|in te loggen)", Q, 2 },
	{ "wachtwoord (werkt niet|werkt niet meer|vergeten|kwijt)", Q, 2 }, { "(nieuw wachtwoord|wachtwoord (werkt niet|vergeten|kwijt))", N, 3 },
	{ "(persvraag|persvragen|woordvoerder|verslaggever|journalist*|redacteur|mediaverzoek)", Q, 3 },
	{ "(voor een|een) (artikel|reportage|uitzending|scriptie|onderzoek|afstudeeronderzoek) (over|naar|bij|van)", Q, 3 },
	{ "(wil ik|zou ik|wij willen|willen wij|zouden wij) (graag |)(graag |)weten (hoeveel|of|wat|wanneer|hoe)", Q, 2 },
	{ "(onze software|ons platform|onze tool|uw organisatie|voor incassobureaus|kwartiertje|uw team|onze aanpak|samen te werken)", Q, 2 },
	{ "(offerte*|aanbieding|samenwerk*|demo|kennismaking*|vrijblijvend*|webinar|acquisitie|onze diensten|onze "
	  "oplossing|partner*|leads|seo|website verbeteren|korting*|actie)", Q, 2 },
	{ "(openingstijden|bezoekadres|contactpersoon|afspraak maken|afspraak inplannen|belafspraak|terugbelverzoek|"
	  "terugbellen|inloggegevens|wachtwoord|inloggen|klantportaal|portaal|portal)", Q, 1 },
	{ "(overleden|overlijden|nalatenschap|erfgenaam|bewindvoer*|beschermingsbewind|curator|mentor|schuldhulp*|"
	  "schuldsanering|wsnp|msnp|minnelijk traject|stabilisatie*|schuldregeling|saldoverzoek|saldo opgave|opgave "
	  "van de vordering|vordering aan te melden|inventarisatie*|moratorium)", Q, 1 },
	{ "(verzoek|opgave|saldo opgave|saldoverzoek|saldo-opgave) ~ (vordering|schuld|saldo|schuldregeling|"
	  "specificatie)", Q, 2 },
	{ "(op grond van|artikel #|ingevolge|krachtens|conform|volgens|beroep op) ~ (avg|gdpr)", Q, 2 },
	{ "(op grond van|artikel #|ingevolge|krachtens|conform|volgens|beroep op) ~ (avg|gdpr)", N, 1 },
	{ "(gegevens|persoonsgegevens) (die u|die jullie) van mij (verwerkt|verwerken|heeft|hebt|bewaart)", Q, 1 },
	{ "(inzageverzoek|inzage in|verzoek tot inzage|gegevens inzien|verwerkingsregister|machtiging|volmacht|"
	  "ondertekend)", Q, 2 },
	{ "(stuurt u|sturen jullie|stuur mij|ontvang ik graag|graag ontvang ik|zou ik graag ontvangen|wil ik graag "
	  "ontvangen|graag een (kopie|specificatie|overzicht|bevestiging|offerte))", Q, 1 },
	/* ---- English ---- */
	{ "(great|excellent|quick|fast|fair|friendly|kind|lovely|brilliant|superb|outstanding|prompt) (communication|"
	  "service|help|answer|answers|reply|response|solution|staff|support|treatment|colleague|work|job|"
	  "experience)", F, 2 },
	{ "(thank you|thanks|thumbs up)", F, 1 },
	{ "(complaint|complaints|complain|complaining|grievance|object|objection|dissatisf*|unhappy|disappoint*|"
	  "dismay*|appall*|disgust*|disgrace*|shocking|shocked|outrage*|unacceptable|unprofessional|unreasonable|"
	  "unfair|unjust*|unlawful|illegal|rude|rudely|insult*|abus*|harass*|threat*|intimidat*|bully*|aggressive|"
	  "ridiculous|absurd|scandal*|shameful|shame|terrible|horrible|awful|dreadful|poor service|useless|"
	  "incompeten*|scam*|fraud*|lie|lied|lies|lying|liar*|mislead*|misled|nonsense|furious|angry|fed up|sick of|"
	  "sick and tired|annoyed|annoying|frustrat*|upset|distress*|humiliat*|disrespect*|discriminat*|"
	  "racis*)", A, 2 },
	{ "(formal|official|a|my|this) complaint", A, 3 },
	{ "(no basis|not acceptable|do not accept|wont accept|not good enough|not owe|do not owe|dont owe|never "
	  "(received|ordered|signed|heard|got|had)|no (reply|response|answer)|still (no|not|waiting|have not|havent)|"
	  "already paid|paid twice|double charged|overcharg*|excessive|too high|wrong (person|amount|number|address)|"
	  "not mine|mistake|error|errors|dispute|disputed|the line went dead|hung up|hang up|kept (me |)waiting|on "
	  "hold|stop (calling|contacting|harassing|sending)|leave me alone|how dare|enough is enough|beyond belief|a "
	  "joke|lawyer|solicitor|legal action|ombudsman|again and again|over and over|ignored|ignoring|"
	  "ignore)", A, 2 },
	{ "(not a complaint|nothing to complain|no complaints)", N, 3 },
	{ "(thanks for nothing|well done you|slow clap|congratulations on|brilliant job|bravo|hats off)", I, 2 },
	{ "(compliment*|very helpful|so helpful|extremely helpful|excellent service|great service|friendly and|very "
	  "pleased|very satisfied|happy with|grateful|kudos|praise|wonderful|fantastic|commend*|appreciate|kindness|"
	  "patient and|thank you (so much|very much) for|thanks (so much|a lot) for|well handled|professional manner|"
	  "a pleasure|impressed|keep it up|keep up the good|hats off to|well done|delighted|outstanding service|superb|top notch|credit to|"
	  "could not have been (nicer|kinder|more helpful)|so kind|very kind|clear and kind|lovely)", F, 2 },
	{ "(thank you for (your|the) (help|patience|kind*|quick|prompt|excellent|understanding|friendly|great)|"
	  "thanks for (your|the) (help|patience|quick|prompt|great|excellent))", F, 3 },
	{ "(payment plan|pay in (instalments|installments)|instalments|installments|payment arrangement|extension|"
	  "extra time|proof of payment|please find attached|attached (is|you will|please)|change of address|new "
	  "address|moved (to|house)|copy of|statement of account|outstanding (amount|balance)|how much (do|is|"
	  "should)|a question|quick question|i would like to know|could you (tell|let|send|confirm)|is it possible|"
	  "bank details|account number)", Q, 2 },
	/* ---- German ---- */
	{ "(beschwerde*|beschwere*|beschweren|reklamation|widerspruch|widerspreche|einspruch|unzufrieden*|"
	  "unverschamt*|frech*|frechheit|unfreundlich*|unzumutbar*|inakzeptabel*|nicht akzeptabel|nicht hinnehmbar|"
	  "nehme ich nicht hin|skandal*|unglaublich|lacherlich*|emporend|emport|enttausch*|verargert|wutend|"
	  "stinksauer|sauer|schikan*|belastig*|bedroh*|drohung*|drohen|betrug*|betruger*|abzocke*|unrechtmassig*|"
	  "rechtswidrig*|unberechtigt*|zu unrecht|unserios*|schlechte|schlechter|mangelhaft*|zumutung|verweigere|"
	  "bestreite|bestritten|bereits bezahlt|schon bezahlt|langst bezahlt|doppelt|zu hoch|keine antwort|nie "
	  "erhalten|niemals erhalten|immer noch|trotzdem|angerufen|aufgelegt|horen sie auf|unterlassen sie|anwalt|"
	  "rechtsanwalt|anzeige|verbraucherzentrale|beleidig*|diskriminier*|respektlos*|unhoflich*|falsch*|"
	  "fehler*)", A, 2 },
	{ "(vielen dank fur|herzlichen dank|sehr freundlich*|sehr zufrieden|lob|kompliment*|hilfsbereit*|toll*|"
	  "hervorragend*|ausgezeichnet*|dankbar)", F, 2 },
	{ "(ratenzahlung|raten zahlen|in raten|zahlungsaufschub|stundung|zahlungsnachweis|zahlungsbeleg|"
	  "uberweisungsbeleg|anbei|im anhang|neue adresse|adressanderung|umgezogen|kopie der|eine frage|konnten sie "
	  "mir|ist es moglich|wie hoch)", Q, 2 },
	/* ---- Polish ---- */
	{ "(skarga|skarge|skargi|reklamacj*|zazalenie|niezadowol*|oburz*|skandal*|niedopuszczaln*|nieakceptowal*|nie "
	  "zgadzam|nie akceptuje|bezprawn*|nielegaln*|nieslusz*|niesprawiedliw*|niegrzeczn*|chamsk*|bezczeln*|"
	  "arogan*|grozb*|groza|grozi|groziliscie|nekan*|nekaj*|zastrasz*|oszust*|oszuk*|klam*|wstyd|hanba|zenada|"
	  "rozczarow*|zly|wsciek*|juz zaplac*|zaplacilem|zaplacilam|dwa razy|nigdy nie|zawyzon*|za wysok*|blad|"
	  "bledn*|brak odpowiedzi|nadal|ciagle|przestan*|prosze przestac|sprzeciw*|kwestionuj*|dyskryminac*|adwokat*|"
	  "prawnik*|dzwonicie|dzwonia|obrazi*)", A, 2 },
	{ "(bardzo dziekuje za|dziekuje za (pomoc|mila|szybk*)|pochwal*|zadowolon*|mila obsluga|uprzejm*|"
	  "swietn*)", F, 2 },
	{ "(na raty|raty|rozlozyc|rozlozenie|odroczenie|potwierdzenie (wplaty|przelewu|zaplaty)|w zalaczniku|zmiana "
	  "adresu|nowy adres|zmienilem adres|kopie|pytanie|czy moge|czy mozna|ile mam)", Q, 2 },
	/* ---- Turkish ---- */
	{ "(sikayet*|memnun degil*|memnuniyetsiz*|kabul edilemez|kabul etmiyorum|itiraz*|haksiz*|yanlis*|hata*|"
	  "rezalet|skandal|terbiyesiz*|kaba|saygisiz*|tehdit*|taciz*|hakaret*|dolandir*|yalan*|odedim|odendi|iki kez|"
	  "iki defa|halen|hala|cevap (yok|alamadim|vermiyor*)|aramayin|arayip|suratima|kapatti|ayrimcilik|avukat|"
	  "mahkeme|rahatsiz*|yeter|utanc|uzgun|kizgin|magdur*)", A, 2 },
	{ "(tesekkur ederim|cok memnun*|memnun kaldim|yardimsever|ilginiz icin tesekkur*|guler yuzlu)", F, 2 },
	{ "(taksit*|odeme plani|erteleme|dekont|ekte|adres degis*|yeni adres*|kopya*|bir sorum|sormak istiyorum|"
	  "mumkun mu)", Q, 2 },
	/* ---- French ---- */
	{ "(plainte|reclamation|reclame|me plaindre|mecontent*|insatisf*|inacceptable*|inadmissible*|scandal*|honte*|"
	  "honteux|injust*|injustifi*|illegal*|abusi*|harcel*|menac*|intimid*|impoli*|grossier*|malpoli*|irrespect*|"
	  "mensong*|menti|arnaque*|escroc*|deja paye|deux fois|jamais recu|sans reponse|aucune reponse|conteste|"
	  "erreur*|trop eleve*|frais excessifs|decu*|furieux|en colere|ras le bol|cessez|arretez|avocat|"
	  "discrimin*)", A, 2 },
	{ "(merci (beaucoup |)pour (votre|vos) (aide|gentillesse|patience|accueil)|tres satisfait*|felicitations|"
	  "tres aimable|je vous felicite)", F, 2 },
	{ "(echelonner|echelonnement|plusieurs fois|mensualites|delai de paiement|preuve de paiement|ci joint|"
	  "changement dadresse|nouvelle adresse|copie de|une question|est il possible|pourriez vous)", Q, 2 },
};

struct phrase_set judge_phrases = PHRASE_SET(TABLE);
