/* What is a short mail about? Programs' mails have few things to say, in countless words: who is away until when and who stands in; that something came in and when
 * it will be answered; that an address is no more; that the sender is unknown; that you should click. Each thing is a class of words here; two classes that belong
 * together make a program's mail, unless the writer speaks of an affair of his own: a letter, a bill, a call, a debt. */
#include <stdbool.h>
#include <string.h>

#include "parsers/judge/machine.h"
#include "parsers/judge/machine_phrases.h"

#define GIST_WORDS 130	/* programs are brief */

enum gist {
	GIST_AFFAIR = 1,	/* the writer's own business with us */
	GIST_ABSENT,
	GIST_WHEN,
	GIST_MAIL,		/* what becomes of the mail, when it is read */
	GIST_DEPUTY,
	GIST_CAME_IN,
	GIST_PROMISE,
	GIST_DESK,		/* a desk's own data: a number given, opening hours, a team's name, thanks for writing */
	GIST_ADDRESS,		/* an address, a mailbox, a colleague that is no more */
	GIST_ELSEWHERE,		/* where to write instead */
	GIST_UNDELIVERED,
	GIST_UNKNOWN,
	GIST_ACT,		/* click, type, visit */
	GIST_SELL,		/* "meld u aan", "bekijk": to anybody */
	GIST_SYSTEM,		/* accounts, passwords, devices */
	GIST_OURS,		/* what only who has to do with us speaks of: a bill may be anybody's, a summons or "uw medewerker" is ours */
	GIST_TALE,		/* somebody tells what befell him: programs do not narrate */
};

#define MONTH "(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|june|july|august|october|januar|februar|marz|juin|juillet|aout)"

static const struct phrase TABLE[] = {
	{ "(dossier*|aanmaning*|sommatie*|incasso*|vordering*|schuld|schulden|schuldeiser|deurwaarder*|beslag|dagvaarding|rente|incassokosten|kosten|rekening|rekeningen|factuur|"
	  "betaal*|betaling*|betaald|voldaan|afgelost|aflossing|termijn*|regeling|kwijtschelding|overgemaakt|afschrift|bankafschrift|bewijs)", GIST_AFFAIR, 1 },
	{ "(mijn klacht|mijn klachten|deze klacht|klacht|ontevreden|excuses|gebeld|belde|belden|belt|teruggebeld|aangebeld|werkgever|buren|buurman|gesprek|brief|brieven|uw medewerker|uw collega|"
	  "uw kantoor|jullie kantoor|jullie|antwoord op mijn|mijn vraag|mijn mail|mijn brief|mijn brieven|mijn geld|mijn loon|mijn rekening|mijn gegevens|bijgaand|hierbij|toevoegen aan)", GIST_AFFAIR, 1 },
	{ "(bel|belt|bellen|mailen|terugbellen|mail|schrijf|schrijven) (mij|me|ons) (nu|eens|terug|a u b|daarna)", GIST_AFFAIR, 1 },
	{ "(mij|me|ons) ~ (bellen|terugbellen|mailen|berichten|informeren|uitleggen|antwoorden|laten weten|helpen)", GIST_AFFAIR, 1 },
	{ "(debt|bill|bills|your letter|your letters|these letters|getting letters|more letters|charges|fee|fees|paid|payment|my complaint|complaint|my file|my case|invoice|your staff|your agent*|bailiff|collector*|my letter*|my employer|my account|you people)", GIST_AFFAIR, 1 },
	{ "(rechnung|mahnung*|schulden|forderung*|gebuhr*|bezahlt|uberwiesen|beschwerde|inkasso*|meine beschwerde|gerichtsvollzieher|brief|briefe|ruckruf|zugesagt)", GIST_AFFAIR, 1 },
	{ "(dlug|dlugu|skarg*|faktur*|zaplac*|pismo|pisma|kwot*|komornik*|rachun*|borc*|odeme*|odedi*|fatura*|mektup*|icra|sikayet*|dette*|facture*|huissier|lettre*|plainte)", GIST_AFFAIR, 1 },
	{ "(dossier|dossiers|dossiernummer|aanmaning*|sommatie*|vordering|vorderingen|vorderen|vordert|schuld|schulden|schuldeiser|deurwaarder*|beslag|dagvaarding|dwangbevel|incassokosten|incassobureau|kwijtschelding|betalingsregeling|regeling|klacht|gerechtsdeurwaarder)", GIST_OURS, 1 },
	{ "(uw|jullie) (medewerker*|collega*|brief|brieven|sms|bericht van|aanmaning|kantoor|dreigement*|telefoontje*|telefoonlijn|keuzemenu|bandje|post|eis|verzoek om betaling|vordering|incasso*|directie|bedrijf|klachtenafdeling|antwoord van)", GIST_OURS, 1 },
	{ "(van|door) (u|jullie) ~ (brief|brieven|gebeld|aanmaning*|bericht|betalen|gekregen|ontvangen|gemaand|benaderd)", GIST_OURS, 1 }, { "(jullie|belt u|belde u|u belt|bellen jullie|u vordert|u schrijft|u stuurt|u blijft|u eist|u incasseert|u zit achter|schrijven jullie)", GIST_OURS, 1 },
	{ "(your (letter|letters|agent|agents|calls|staff|robot|demand|claim|company|colleague)|debt|bailiff|debt collect*|my complaint|ihre (mahnung*|forderung*|briefe|mitarbeiter*)|inkasso|mahnung*|gerichtsvollzieher|dlug*|komornik*|wezwan*|borc*|icra|dette*|huissier)", GIST_OURS, 1 },
	{ "(ik|we|wij) (kreeg|kregen|was|waren|had|hadden|belde|belden|ging|gingen|moest|moesten|vroeg|vroegen|stond|zag|dacht|wilde|wilden|schrok|hoorde|kwam|kwamen|zei|betaalde|stuurde|mailde|dacht|vergat|miste|kom er)", GIST_TALE, 1 }, { "(kreeg|kregen|lag|stond|kwam|ging|werd|bleek|belde|moest|moesten|blijkt|moet|krijg|zit|sta|lig) (ik|er|wij|we) ~ (een|mijn|de|uw|van|voor|nu|dan|rood|niet|ineens|toch|plotseling|betalen)", GIST_TALE, 1 },
	{ "(nooit|niet) (bezorgd|gekomen|gehad|besteld|gekregen|aangekomen|geplaatst|afgesloten|meer gehoord|geleverd)", GIST_TALE, 1 }, { "(kreeg|kregen|krijg) (een|de|geen|nooit|weer|ineens|opeens|gisteren|vandaag|vanochtend)", GIST_TALE, 1 }, { "(bij terugkomst|bij thuiskomst|toen ik|toen wij|nooit zien aankomen)", GIST_TALE, 1 }, { "al (twee|drie|vier|vijf|zes|#|een paar|weken|dagen|maanden) (dagen|weken|maanden|keer|maal)", GIST_TALE, 1 },
	{ "(i|we) (was|were|had|got|received|told|paid|tried|have tried|called|asked|never|waited|thought|went|saw|cancelled)", GIST_TALE, 1 }, { "(never|not) (came|arrived|delivered|received|ordered|worked|signed)", GIST_TALE, 1 }, { "(ich|wir) (war|waren|hatte|hatten|bekam|bekomme|wurde|bekamen|ging)", GIST_TALE, 1 }, { "(kam|kamen) nie", GIST_TALE, 1 },
	/* away */
	{ "(afwezig*|vakantie|vakantiegesloten|verlof|ouderschapsverlof|zwangerschapsverlof|sabbatical|cursus|congres|conferentie|studiereis|dienstreis|zakenreis|werkbezoek|training|ziek|ziekte|"
	  "ziekenhuisopname|sterfgeval|feestdagen|bedrijfsuitje|thuiswerk*|caravan|camping|camper|strand|wintersport|buitenland|gepensioneerd|pensioen|out of office)", GIST_ABSENT, 1 },
	{ "(niet aan het werk|niet op kantoor|niet aanwezig|niet bereikbaar|niet beschikbaar|er niet|er even niet|er even tussenuit|even weg|een weekje weg|niet achter mijn|buiten de deur|"
	  "onderweg|op reis|vrij|een vrije dag|vrijaf|gesloten|dicht|niet op mijn plek|uitgeklokt|offline|uit de running|operatie|revalid*|herstellend*|vakbeurs|beurs|studieverlof|verbouw*|inventarisatie|heropen*|weer open|zomerstop|winterstop|bedrijfssluiting)", GIST_ABSENT, 1 },
	{ "(werk|werken|werkt) (vandaag|morgen|deze|op|in|niet|parttime|alleen|maandag|dinsdag|woensdag|donderdag|vrijdag) ~ (niet|vrij|wel)", GIST_ABSENT, 1 },
	{ "(werk|werken) (ik |wij |)(niet|alleen) (vandaag|morgen|deze week|op|in de)", GIST_ABSENT, 1 },
	{ "(away|out of the office|out of office|on leave|on holiday|vacation|annual leave|parental leave|maternity leave|sick leave|conference|off work|travelling|traveling|on a course|"
	  "off sick|retired|stocktaking|reopen*|refurbish*|no longer work|sorry to have missed|offline|out today|out this week|closed)", GIST_ABSENT, 1 },
	{ "(urlaub|abwesend|elternzeit|dienstreise|fortbildung|krank|ausser haus|nicht im buro|nicht erreichbar|ruhestand|betriebsferien|geschlossen|erst am ~ wieder|im buro)", GIST_ABSENT, 1 },
	{ "(conges|en conge|vacances|absent|absente|urlop*|poza biurem|nieobecn*|zwolnieni*|izin*|ofis disinda*|tatil*)", GIST_ABSENT, 1 },
	{ "(vandaag|morgen|deze week|volgende week|komende week|komende dagen|de komende|deze maand|volgende maand|na het weekend|overmorgen|tussen kerst|na de zomer|in het nieuwe jaar|"
	  "voorlopig|eind volgende|begin volgende|daarna|tot nader)", GIST_WHEN, 1 },
	{ "(tot|t m|tot en met|vanaf|op|sinds|per|van|in|until|till|from|on|in|bis|ab|am|vom|jusquau|du) (# |maandag |dinsdag |woensdag |donderdag |vrijdag |monday |)(# |de # |)" MONTH, GIST_WHEN, 1 },
	{ "(op|tot|vanaf|na|on|until|bis) (maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|montag|dienstag|mittwoch|donnerstag|freitag)", GIST_WHEN, 1 },
	{ "(today|tomorrow|this week|next week|for the time being|in the meantime|until further|diese woche|nachste woche|derzeit|zurzeit|obecnie|do # _|po powrocie|itibariyla|tarihinde|kadar|inclus)", GIST_WHEN, 1 },
	{ "(lees|bekijk|open|beantwoord|behandel|check|lezen|bekijken|openen|beantwoorden|antwoord) (ik |wij |we |uw |je |mijn |de |onze |)(mail*|e mail*|bericht*|mailtje*|post|pas|daarna|volgende|morgen|op|na|weer|een keer)", GIST_MAIL, 1 },
	{ "(mail|mails|e mail|e mails|bericht|berichten|mailtjes|mailtje|mailbox|postvak) ~ (lees|bekijk|bekijken|open|openen|gelezen|geopend|beantwoord|beantwoorden|doorgestuurd|behandeld|mee|gecontroleerd)", GIST_MAIL, 1 },
	{ "(later|trager|vertraagd|langer dan|wat later|slow|slower|delayed) ~ (antwoord|reactie|response|reply|gewend|u gewend)", GIST_MAIL, 1 },
	{ "(hoor|hoort|tref|treft|zie|ziet|krijg|krijgt) (je|u) (me |mij |ons |dan |pas |dus |)(weer|wat later|later|pas|antwoord|reactie|een reactie|van me|van mij)", GIST_MAIL, 1 },
	{ "(will|shall) (be back|return|reply|respond|answer|read|get back)", GIST_MAIL, 1 }, { "(access to|check|checking|read|reading|see) (my |)(email*|e mail*|mail|messages|inbox)", GIST_MAIL, 1 },
	{ "(beantwoord|beantwoorden|lees|lezen|bekijk|bekijken|open|check) (ik |wij |we |)(deze |dit |mijn |geen |alle |de |onze |)(inbox|mailbox|postvak|mail|mails|berichten|berichtjes|e mail|e mails|account)", GIST_MAIL, 1 },
	{ "(een keer|eenmaal|tweemaal|om de) (per |)(dag|week|maand)", GIST_MAIL, 1 }, { "kindly (resend|forward|redirect)", GIST_ELSEWHERE, 1 }, { "(runt|leidt|bestiert) (de|het|onze|mijn) (zaak|bedrijf|winkel|kantoor|praktijk)", GIST_DEPUTY, 1 },
	{ "(op volgorde van|volgorde van binnenkomst|wij behandelen|in behandeling genomen)", GIST_PROMISE, 1 }, { "(kwam|kwamen|is) (vandaag |zojuist |net |)(binnen|bij ons binnen)", GIST_CAME_IN, 1 },
	{ "(uw|je) (inzending|aanmelding|reactie|post) ~ (ontvangen|binnen)", GIST_CAME_IN, 1 }, { "(kopie voor uw administratie|invullen van ons|invullen van het)", GIST_DESK, 1 },
	{ "(dziekujemy za (wiadomosc|kontakt|zgloszenie)|mesajiniz* (bize |)(ulasti|alindi)|merci pour votre (message|mail|courriel))", GIST_CAME_IN, 1 },
	{ "(odpowiemy|odpowiadamy|donus yapacagiz|donus saglanacak*|nous vous repondrons|en kisa surede|brefs delais)", GIST_PROMISE, 1 },
	{ "(expect|please expect|there may be) (a |)(slow|slower|delay*|late)", GIST_MAIL, 1 }, { "(nicht weitergeleitet|nicht gelesen|wird nicht|odpowiem|odpisze|mesajiniza|mesajlarinizi|donecegim)", GIST_MAIL, 1 },
	{ "(collega|vervang*|waarneem*|waarnemend*|waarnemer|plaatsvervang*|secretariaat|receptie|balie) ~ (mee|waar|over|behandelt|helpt|neemt|kijkt|beantwoordt|staat|bereiken|bereikbaar|terecht)", GIST_DEPUTY, 1 },
	{ "(voor|bij|in geval van|met) (spoed|haast|dringende*|urgente|vragen|nood|spoedgevallen)", GIST_DEPUTY, 1 }, { "(wie niet|wie niet zo lang|kan het niet|niet kan|kunt u niet) ~ wachten", GIST_DEPUTY, 1 },
	{ "(for anything|for urgent|if urgent|if it is urgent|in an emergency|anything pressing|cant wait|cannot wait|en cas durgence|in dringenden|vertret*|w pilnych|acil)", GIST_DEPUTY, 1 },
	{ "(contact|try|ring|call|email|contactez) (my colleague|the front desk|reception|tim|our office|the office|le secretariat|_) ~ (instead|meantime|urgent|desk|secretariat|wait)", GIST_DEPUTY, 1 },
	/* a desk took it in */
	{ "(uw|je|het|dit) (e mail|mail|bericht|berichtje|vraag|aanvraag|verzoek|melding|formulier) ~ (ontvangen|binnen|binnengekomen|aangekomen|opgepakt|geregistreerd|doorgezet|doorgestuurd|ingeboekt)", GIST_CAME_IN, 1 },
	{ "(hebben|heb) ~ (bericht|berichtje|mail|e mail|vraag|aanvraag|verzoek|melding) ~ (ontvangen|gekregen|binnen)", GIST_CAME_IN, 1 },
	{ "(hebt|heeft) ons ~ (bericht|berichtje|mail|mailtje|vraag) gestuurd", GIST_CAME_IN, 1 },
	{ "(received|got|have) your (message|email|e mail|enquiry|inquiry|request|mail)", GIST_CAME_IN, 1 }, { "your (enquiry|inquiry|message|request|email|e mail) ~ (passed|received|forwarded|logged|assigned)", GIST_CAME_IN, 1 },
	{ "(ihre|dein|ihr) (nachricht|anfrage|anliegen|e mail|mail) ~ (erhalten|eingegangen|aufgenommen|weitergeleitet|bekommen)", GIST_CAME_IN, 1 },
	{ "(binnen|zo snel mogelijk|zo spoedig mogelijk|uiterlijk|houd rekening met|reken op|doorgaans|in de regel|meestal) ~ (uur|uren|dag|dagen|werkdag*|weken|antwoord*|reactie|reageren|contact|behandeltijd|beantwoorden)", GIST_PROMISE, 1 },
	{ "(get back to you|be in touch|respond|reply|answer you) ~ (within|as soon|shortly|soon|hours|days)", GIST_PROMISE, 1 }, { "(get back to you|be in touch shortly|be in touch soon)", GIST_PROMISE, 1 },
	{ "(melden uns|bearbeiten|antworten ihnen) ~ (kurze|moglich|tagen|umgehend|schnellst*)", GIST_PROMISE, 1 },
	{ "(openingstijden|veelgestelde vragen|faq|klantenservice|helpdesk|servicedesk|opening hours|office hours|contact center|help center|vorgangsnummer|ticket*|zaaknummer|meldingsnummer|"
	  "referentienummer|uw referentie|reference|het team|team _)", GIST_DESK, 1 },
	{ "(bedankt|dank|dank u|dank je|dank u wel|thanks|thank you|vielen dank|danke) (voor|for|fur|dat) (uw|je|het|your|getting|contacting|writing|ihre|deine|u|je) (mail|e mail|bericht|berichtje|mailtje|contact|"
	  "in touch|us|to us|nachricht|anfrage|message|email|enquiry|contact opneemt|schrijft|opnemen)", GIST_DESK, 1 },
	{ "(wij|we) (lezen|beantwoorden|bekijken|verwerken) (onze |de |uw |alle |)(mail|e mail|berichten|post) ~ (dag|week|keer|eenmaal|tweemaal)", GIST_DESK, 1 },
	/* no more here */
	{ "(dit|deze|ons|onze|mijn|oude|het oude|uw oude) (e mailadres|mailadres|mailadressen|adres|adressen|account|mailbox|postbusje|postvak|domein|domeinnaam|inbox) ~ (gewijzigd|vervalt|vervallen|"
	  "gedeactiveerd|opgeheven|niet meer|niet langer|zelden|gesloten|gestopt|veranderd|verlopen|opgezegd|afgesloten)", GIST_ADDRESS, 1 },
	{ "oude adressen vervallen", GIST_ADDRESS, 1 }, { "(niemand) (ziet|leest|bekijkt|opent) (wat|uw|je|deze|dit|hier)", GIST_ADDRESS, 1 },
	{ "(collega|hij|zij|ze|medewerker|zij|mevrouw _|meneer _|_ _) ~ (andere uitdaging|andere baan|uit dienst|vertrokken|niet meer werkzaam|afscheid genomen|met pensioen)", GIST_ADDRESS, 1 },
	{ "(heeft|is|ben) ~ (een andere uitdaging|een nieuwe uitdaging|een andere baan|uit dienst|met pensioen|niet meer werkzaam)", GIST_ADDRESS, 1 },
	{ "(mailbox|account|address|inbox) ~ (no longer|deactivated|closed|retired|changed|discontinued)", GIST_ADDRESS, 1 },
	{ "(stuur|stuurt|zend|richt|mail|schrijf) (u |je |)(uw |je |alle |)(bericht*|mail*|e mail*|post|vraag|vragen|correspondentie|het|hem) ~ (naar|aan)", GIST_ELSEWHERE, 1 },
	{ "(mail|post|vragen|berichten|post) (voor|over|aan) (haar|hem|mij|ons|de zaak|het bedrijf) (komt|komen|kunt|kunnen|kan|gaat|gaan|naar)", GIST_ELSEWHERE, 1 },
	{ "(vragen over de zaak|voortaan naar|in het vervolg naar|komt terecht bij|kunt u richten aan|neem contact op met|opvolger)", GIST_ELSEWHERE, 1 },
	/* who are you? */
	{ "(nog niet|niet|not yet|not) (been |)(afgeleverd|bezorgd|delivered|zugestellt)", GIST_UNDELIVERED, 1 }, { "(tegengehouden|vastgehouden|geparkeerd|in quarantaine|quarantined|held for|on hold for|laat ~ mail door)", GIST_UNDELIVERED, 1 },
	{ "not been delivered", GIST_UNDELIVERED, 1 }, { "(is|wordt|blijft) ~ (afgeleverd|doorgelaten|bezorgd) (zodra|nadat|als|wanneer)", GIST_UNDELIVERED, 1 },
	{ "(onbekend*|voor het eerst|nieuwe afzender*|known contacts|known senders|unknown|first time|adresboek|whitelist|allow list|address book|contacten|vertrouwde afzender*|unbekannt*|witte lijst|captcha|puzzle|puzzel|deze ontvanger|this recipient|the recipient)", GIST_UNKNOWN, 1 },
	{ "(klik|tik|druk|click|tap|visit|ga naar|open|klicken|bezoek|vul) ~ (knop|link|koppeling|page|button|code|pagina|hieronder|below|hier|here|website)", GIST_ACT, 1 },
	{ "(typ|type|neem|los|solve) ~ (letters|cijfers|tekens|characters|puzzle|captcha|code)", GIST_ACT, 1 }, { "to deliver your message", GIST_UNDELIVERED, 1 }, { "(bericht|mail) vrij te geven", GIST_UNDELIVERED, 1 },
	{ "(request access|toegang aanvragen|wijzig ~ wachtwoord|bevestig ~ account|accepteren|weigeren|accept|decline)", GIST_ACT, 1 },
	/* to anybody */
	{ "(meld u|meld je|schrijf je|schrijf u|aanmelden|afmelden|uitschrijven|schrijf je uit|geen mails meer|solliciteer direct|gratis|bekijk deze|bekijk onze|bekijk alle|lees verder|webinar|leer in|profiteer|"
	  "bestel|nieuwsbrief|aanbieding*|unsubscribe|sign up|register now|learn more|free of charge|abmelden|jetzt)", GIST_SELL, 1 },
	{ "(account|wachtwoord|password|ingelogd|nieuw apparaat|new device|mailbox|opslag|schijfruimte|storage|server|licentie|certificaat|abonnement|domein) ~ (verloopt|gevuld|vol|bijna vol|"
	  "gewijzigd|ingelogd|expires|full|changed|vernieuwd|verlengd|apparaat|device)", GIST_SYSTEM, 1 },
	{ "(melding|meldingen|incident|ticket|status|verzoek) ~ (wacht op|is gesloten|bijgewerkt|afgesloten|sluiten wij|sluiten we|automatisch gesloten|opgelost)", GIST_SYSTEM, 1 }, { "(sluiten wij|sluiten we) (de|uw|deze) (melding|aanvraag|ticket)", GIST_SYSTEM, 1 },
	{ "(uw|je) (score|bezoeker|rapport|weekoverzicht|statistieken|profiel|abonnement|licentie|bestelling|pakket) ~ (is|daalde|steeg|staat|wordt|werd|verloopt)", GIST_SYSTEM, 1 }, { "(lees|bekijk) (de|alle|uw|je) # (nieuwe |)(reviews|berichten|meldingen|reacties)", GIST_SELL, 1 }, { "(schrijf|meld) (u|je) ~ (in|aan) (en|voor|via|op)", GIST_SELL, 1 }, { "ontvang (korting|een korting|gratis|nu)", GIST_SELL, 1 },
	{ "(er is ingelogd|is ingelogd op|was jij dit niet|was u dit niet|was this you|statuscode|status code|storing ~ verholpen|herstart|ruim ~ op|automatisch verlengd)", GIST_SYSTEM, 1 },
	{ "(brief|brieven|post|aanmaning*) ~ ~ (retour|teruggestuurd|ongeopend|geweigerd|weggegooid)", GIST_OURS, 1 }, { "(u|jullie) (zoekt|zoeken|vordert|int|schrijft|eist|incasseert|belt|blijft|rekent|dreigt)", GIST_OURS, 1 }, { "(waar|die|dat|wie|naar wie) (u|jullie) ~ (zoekt|zoeken|vraagt|schrijft|int|vordert|belt)", GIST_OURS, 1 },
	{ "(klopt niet|klopt niets|klopt er niet*|kloppen niet|niet akkoord|nooit akkoord|zonder toestemming|zonder akkoord|al voldaan|al betaald|reeds betaald|reeds voldaan|is betaald|is voldaan|onzin|opgezegd|geannuleerd|allang niet|niet verlengd|nooit verlengd|is verlopen|dubbel|overbodig|niet van ons|niet voor ons|verkeerd bedrijf|"
	  "verkeerde adres|onbekend op dit adres|nooit opgelost|blijft uit|geen betaling|niet betaald|niet betalen)", GIST_OURS, 1 },
	{ "(not for us|not ours|not mine|wrong (company|person|address|amount)|nothing is owed|cancelled|already paid|is paid|ist bezahlt|gekundigt|storniert|nie dostal*|zaplacon*|odendi)", GIST_OURS, 1 },
	{ "(ten onrechte|onterecht|onterechte|betwist|betwisten|wordt betwist|naar incasso|niet geleverd|nooit geleverd|rechtsgeldig opgezegd)", GIST_OURS, 1 },
	{ "(has been|was|will be) (uploaded|deleted|renewed|charged|deactivated|archived|scheduled|posted|shared)", GIST_SYSTEM, 1 }, { "(free trial|trial ends|will expire|renew (today|now)|upgrade now|nowe logowanie|zmien haslo|yeni giris|neue stellenangebote|suchauftrag|nouvelle connexion)", GIST_SYSTEM, 1 },
	{ "(wijzigen|wijziging van|nieuwe|gelden nieuwe|veranderen) (onze |de |per # |uw |)(algemene voorwaarden|tarieven|voorwaarden|prijzen|privacyverklaring|cookiebeleid)", GIST_SYSTEM, 1 }, { "(u hoeft niets te doen|hoeft u niets te doen|geen actie nodig|no action is needed|no action required|voor u samengevat|kosteloos annuleren|annuleren kan)", GIST_SYSTEM, 1 },
	{ "(er is|er zijn) ~ (reactie geplaatst|reacties geplaatst|nieuwe volger|nieuwe volgers|bericht geplaatst|vermelding|vind ik leuk)", GIST_SYSTEM, 1 }, { "(nieuwe volger|viert ~ verjaardag|onderhoudsbeurt|plan een demo|benieuwd naar de mogelijkheden|vroegboekvoordeel|tickets nu|korte vragen|gevraagde brochure|ziek gemeld|een stijging van|een daling van)", GIST_SYSTEM, 1 },
	{ "(dank|bedankt) voor (je|uw) (sollicitatie|interesse|aanmelding|inschrijving|aankoop|bestelling|donatie|bezoek)", GIST_SYSTEM, 1 },
	/* to a customer: something of his is ready, runs out, is on its way, was renewed */
	{ "(abonnement|jaarabonnement|lidmaatschap|domein|domeinnaam|licentie|certificaat|vergunning|parkeervergunning|verzekering|contract|registratie|pas|tegoed|rijbewijs|geldigheid|garantie) ~ ~ (loopt|vervalt|eindigt|verloopt|verlengd|verlengt|verlengen|geldig|stilzwijgend|opzeggen|voortzetten)", GIST_SYSTEM, 1 },
	{ "(factuur|afschrift|rekeningafschrift|loonstrook|jaaropgave|document|contract|bericht|rapport|overzicht|polis|nota|specificatie|ticket|toegangsbewijs|bestand) ~ ~ ~ (staat klaar|staat voor u klaar|klaar|klaargezet|beschikbaar|toegevoegd|te downloaden|gedeeld|ondertekend|in de bijlage)", GIST_SYSTEM, 1 },
	{ "(statement|invoice|bill|document|payslip|report|receipt) ~ ~ (is ready|ready|now available|available online|is available|attached to your account)", GIST_SYSTEM, 1 }, { "(rechnung|kontoauszug|dokument) ~ ~ (steht|bereit|zum download|verfugbar)", GIST_SYSTEM, 1 }, { "(facture|releve) ~ ~ (disponible|en ligne)", GIST_SYSTEM, 1 }, { "(faktura|wyciag) ~ (dostepn*|gotow*)", GIST_SYSTEM, 1 },
	{ "(uw|je|your|ihre|uw) (code|verificatiecode|inlogcode|beveiligingscode|bestelling|pakket|zending|order|parcel|package|sendung|bestellung|parkeersessie|inschrijving|sollicitatie|reservering|boeking|vacature|app|chatgesprek|uitbetaling|aankoop|printer|profiel|energieverbruik|inzending) ~ (is|wordt|komt|staat|werd|has|will|wird|wurde|bevestigd|ontvangen|gestopt|bijgewerkt|onderweg|bekeken|trok|in behandeling)", GIST_SYSTEM, 1 },
	{ "(siparisiniz*|gonderiniz*|przesylka|zamowieni*|zlozenie zamowienia|votre commande|votre colis) ~", GIST_SYSTEM, 1 }, { "(deel deze code|dit niet aan|code is # minuten|link is # uur|link expires|expires in|linkul|link verloopt|alleen geldig tot|geldig tot)", GIST_SYSTEM, 1 },
	{ "(bezorger|bezorgd|geleverd|afhaalpunt|track|trackcode|kargoya|zugestellt|on its way|has shipped|out for delivery|verwachte levering|in goede orde ontvangen|takip|nadana|zustellung)", GIST_SYSTEM, 1 },
	{ "(van uw rekening|schrijven wij|wordt rond|wordt op of rond|abgebucht|will be charged|wordt automatisch) ~ (af|afgeschreven|geincasseerd|verlengd|besteld|am|on|€|euro|#)", GIST_SYSTEM, 1 }, { "(wij hebben|we hebben) (vandaag |zojuist |een |)~ (naar uw rekening|op uw rekening|opgemerkt|overgemaakt naar|kandidaten|geselecteerd)", GIST_SYSTEM, 1 },
	{ "(onderhoud|werkzaamheden|storing|keuring|inspectie|update|back up|backup|nachtback up|taak) ~ ~ (uit|gepland|verholpen|voltooid|voeren wij|staat gepland|uitgevoerd|onbereikbaar|opgelost|verwachten)", GIST_SYSTEM, 1 }, { "(onze monteur|ons onderhoudsteam|onze bezorger|ons planningsteam|virtuele assistent|in het personeelsportaal|in uw dashboard|in de portal|in internetbankieren|in mijn account|uw leeromgeving|uw klantenpaneel|klantenportaal|kundenportal|espace client|eherkenning)", GIST_SYSTEM, 1 },
	{ "(heeft|hebben) ~ (verlof aangevraagd|met u gedeeld|een recensie|u uitgenodigd|een uitnodiging gestuurd|een bestand gedeeld|een document gedeeld|u toegevoegd|uw profiel bekeken)", GIST_SYSTEM, 1 }, { "(verlof aangevraagd|een recensie van|ster over|ongeldige inlogpoging*|aanmelding opgemerkt|verkeerd wachtwoord|geblokkeerd|keur ~ goed|nieuw in deze versie|cartridge|toner|versie # #)", GIST_SYSTEM, 1 },
	{ "(doneer|donateur|geef vandaag|help mee|steun ons|kans op een|cadeaubon|vragenlijst|umfrage|survey|wij zijn benieuwd|we zijn benieuwd|wat u ervan vindt|beoordeel|reserveer uw|reserveer je|bekijk de profielen|plan direct|vanaf # euro|eet smakelijk|seats are|register by|save #|alleen deze week|procent op|korting|lees alle|in deze nieuwsbrief)", GIST_SELL, 1 },
	{ "(log in|inloggen|sign in|start de|bekijk|bekijken|open|onderteken|onderteken het|reageer op|keur de|accepteer|verleng|betaal) (om|de|het|uw|in|en|of|to|deze|via|het document|recensie|aanvraag)", GIST_ACT, 1 }, { "(verfolgen sie|nehmen sie an|track your|izleyebilirsiniz|volg uw|volg je|via mijn account|secure your account|wijzig dan)", GIST_ACT, 1 },
	{ "(overleg|afspraak|vergadering|meeting) ~ (verplaatst|verzet|geannuleerd|gewijzigd|moved|cancelled|rescheduled)", GIST_SYSTEM, 1 },
};
static struct phrase_set gists PHRASE_LISTED = PHRASE_SET(TABLE);

/* Two classes that make a program's mail together. */
static const struct pair {
	enum gist a, b;
	enum what what;
	int weight;
} PAIRS[] = {
	{ GIST_ABSENT, GIST_WHEN, WHAT_AWAY, 4 }, { GIST_ABSENT, GIST_MAIL, WHAT_AWAY, 4 }, { GIST_ABSENT, GIST_DEPUTY, WHAT_AWAY, 4 }, { GIST_MAIL, GIST_DEPUTY, WHAT_AWAY, 4 }, { GIST_MAIL, GIST_WHEN, WHAT_AWAY, 3 },
	{ GIST_CAME_IN, GIST_PROMISE, WHAT_ACK, 4 }, { GIST_CAME_IN, GIST_DESK, WHAT_ACK, 4 }, { GIST_PROMISE, GIST_DESK, WHAT_ACK, 4 },
	{ GIST_ADDRESS, GIST_ELSEWHERE, WHAT_GONE, 4 }, { GIST_ADDRESS, GIST_MAIL, WHAT_GONE, 4 }, { GIST_ABSENT, GIST_ELSEWHERE, WHAT_GONE, 4 },
	{ GIST_UNDELIVERED, GIST_UNKNOWN, WHAT_WHO, 4 }, { GIST_UNDELIVERED, GIST_ACT, WHAT_WHO, 4 }, { GIST_UNKNOWN, GIST_ACT, WHAT_WHO, 4 },
	{ GIST_SELL, GIST_ACT, WHAT_NEWS, 4 }, { GIST_SYSTEM, GIST_ACT, WHAT_NOTICE, 4 },
};

static bool speaks_of_himself(const struct folded *f)
{
	return strstr(f->s, " ik ") || strncmp(f->s, "ik ", 3) == 0 || strncmp(f->s, "mijn ", 5) == 0 || strncmp(f->s, "i ", 2) == 0 || strncmp(f->s, "my ", 3) == 0 || strstr(f->s, " mijn ") || strstr(f->s, " i ") || strstr(f->s, " my ") || strstr(f->s, " ich ");
}

/* Programs say "uw factuur staat klaar"; who is brief and cross says "factuur is betaald". */
static bool addresses(const struct folded *f)
{
	static const char *const YOU[] = { " u ", " uw ", " je ", " jouw ", " you ", " your ", " ihre ", " ihr ", " sie ", " votre ", " vous ", " twoj", " niz " };
	static const char *const STARTS[] = { "uw ", "je ", "u ", "your ", "you ", "ihre ", "votre " };
	for (size_t i = 0; i < sizeof YOU / sizeof *YOU; i++)
		if (strstr(f->s, YOU[i]))
			return true;
	for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
		if (strncmp(f->s, STARTS[i], strlen(STARTS[i])) == 0)
			return true;
	return false;
}

struct gist_of machine_gist(const struct folded *f)
{
	struct phrase_hit hits[120];
	struct gist_of ret = { 0 };
	unsigned seen = 0;
	int sell = 0;
	size_t words = 1;
	for (size_t i = 0; i < f->n && words <= GIST_WORDS; i++)
		words += f->s[i] == ' ';
	if (words > GIST_WORDS && f->n > 12 * GIST_WORDS) {	/* no program writes stories */
		ret.affair = 1;
		return ret;
	}
	size_t n = phrases_find(&gists, f, 0, f->n, hits, 120);
	for (size_t i = 0; i < n; i++) {
		seen |= 1u << TABLE[hits[i].phrase].group;
		ret.affair += TABLE[hits[i].phrase].group == GIST_AFFAIR;
		sell += TABLE[hits[i].phrase].group == GIST_SELL;
		ret.ours += TABLE[hits[i].phrase].group == GIST_OURS;
		ret.tale += TABLE[hits[i].phrase].group == GIST_TALE;
	}
	ret.single = seen & ~(1u << GIST_AFFAIR | 1u << GIST_WHEN | 1u << GIST_ELSEWHERE | 1u << GIST_ACT | 1u << GIST_OURS | 1u << GIST_TALE);
	if (sell >= 2 && ret.affair <= 1 && words <= 2 * GIST_WORDS && !speaks_of_himself(f)) {
		ret.weight = 4;
		ret.what = WHAT_NEWS;
	}
	/* a bill, an account, a contract: anybody may write of these; with "ik" or "uw medewerker" beside them the writer means his own */
	bool notice = (seen >> GIST_SYSTEM & 1) && !ret.ours && !ret.tale && !speaks_of_himself(f) && addresses(f);
	if ((ret.affair && !notice) || words > GIST_WORDS)
		return ret;
	for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
		if (seen >> PAIRS[i].a & seen >> PAIRS[i].b & 1 && PAIRS[i].weight > ret.weight) {
			ret.weight = PAIRS[i].weight;
			ret.what = PAIRS[i].what;
		}
	if (!ret.weight && seen >> GIST_SYSTEM & 1 && !ret.ours && !ret.tale && !speaks_of_himself(f)) {
		ret.weight = 3;
		ret.what = WHAT_NOTICE;
	}
	if (notice && ret.weight < 4) {	/* nobody's "ik", nothing of ours, and what programs tell customers */
		ret.weight = 4;
		ret.what = WHAT_NOTICE;
	}
	return ret;
}
