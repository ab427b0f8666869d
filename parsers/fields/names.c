#include "parsers/fields/names.h"

#include <stdlib.h>
#include <string.h>

#include "parsers/glyph.h"

/* Sorted: bsearch. Only to tell "Kees Brouwer" from "Brouwer Dakwerken"; a name that is not here is a name all the same. */
static const char *const first[] = {
	"aad", "aafke", "aagje", "aart", "abdel", "abdul", "abdullah", "achmed", "ad", "adam", "adri", "adriaan", "adriana", "agata", "agnes",
	"agnieszka", "ahmed", "ahmet", "aisha", "akke", "alain", "albert", "alex", "alexander", "alexandra", "ali", "alice", "alida", "alie",
	"amber", "amina", "amir", "amy", "ana", "andre", "andrea", "andreas", "andrew", "andries", "andrzej", "angela", "angelique", "anil",
	"anita", "anja", "anke", "ankie", "ann", "anna", "anne", "anneke", "annelien", "annelies", "annemarie", "annemieke", "annet", "annette",
	"annie", "anouk", "ans", "anthony", "anton", "antonio", "appie", "arend", "arie", "arjan", "arjen", "arno", "arnold", "arnoud", "artur",
	"astrid", "atie", "aukje", "ayse", "barbara", "bart", "bas", "bauke", "bea", "beata", "ben", "benjamin", "benny", "bep", "berend",
	"bernard", "bert", "berta", "bertus", "betty", "bianca", "bilal", "bjorn", "bob", "boris", "boudewijn", "bouke", "bram", "brenda", "brian",
	"britt", "bruno", "carel", "carien", "carin", "carla", "carlo", "carlos", "carmen", "carolien", "caroline", "casper", "catharina", "cees",
	"celine", "chantal", "charles", "charlotte", "chris", "christa", "christiaan", "christian", "christina", "christine", "claire", "clara",
	"claudia", "co", "coen", "connie", "cor", "corina", "corine", "cornelia", "cornelis", "corrie", "cynthia", "daan", "damian", "daniel",
	"danielle", "danny", "daphne", "david", "debbie", "deborah", "demi", "denise", "dennis", "derek", "desiree", "diana", "dick", "diederik",
	"dilek", "dina", "dirk", "dominique", "dorien", "douwe", "dries", "eddy", "edith", "eduard", "edwin", "eefje", "eelco", "eline",
	"elisabeth", "elise", "elizabeth", "ella", "ellen", "elly", "els", "elsa", "elske", "emiel", "emily", "emine", "emma", "emmy", "emre",
	"eric", "erica", "erik", "erika", "ernst", "erwin", "esmee", "esther", "eva", "evelien", "evelyn", "ewa", "fabian", "farid", "fatih",
	"fatima", "fatma", "femke", "ferdi", "fieke", "fien", "fleur", "floor", "floris", "folkert", "francien", "francis", "francois", "frank",
	"frans", "franz", "fred", "frederik", "freek", "frits", "froukje", "gea", "geert", "geertje", "gerald", "gerard", "gerben", "gerda",
	"gerrit", "gert", "gertrude", "gerty", "gijs", "gijsbert", "gina", "gonda", "greet", "greta", "guido", "guus", "hakan", "halil", "hamid",
	"hanna", "hannah", "hanneke", "hannie", "hans", "harm", "harold", "harrie", "harry", "hasan", "hassan", "heidi", "hein", "heleen", "helen",
	"helena", "helga", "hendrik", "henk", "hennie", "henny", "henri", "henriette", "herman", "hessel", "hetty", "hicham", "hilda", "hilde",
	"hubert", "hugo", "huib", "huseyin", "hussein", "ibrahim", "ida", "ilona", "ilse", "imke", "imran", "ina", "ine", "ineke", "inez", "inge",
	"ingrid", "irene", "iris", "irma", "isa", "isabel", "isabelle", "ismail", "ivo", "jaap", "jack", "jacob", "jacoba", "jacqueline",
	"jacques", "jamal", "james", "jan", "jana", "janet", "janine", "janna", "janneke", "jannie", "janny", "jantje", "janus", "jasmijn",
	"jasper", "jean", "jeanette", "jeannette", "jeffrey", "jelle", "jelmer", "jennifer", "jenny", "jeroen", "jesse", "jessica", "jet", "jim",
	"jimmy", "jo", "joan", "joana", "joanna", "job", "jochem", "joep", "johan", "johanna", "johannes", "john", "johnny", "jolanda", "jolien",
	"jonas", "joop", "joost", "jordy", "joris", "jos", "jose", "josef", "joseph", "josephine", "joyce", "judith", "julia", "julian", "jurgen",
	"jurriaan", "jurrian", "justin", "karel", "karim", "karin", "katarzyna", "kathleen", "katja", "kees", "kelly", "kemal", "kevin", "khadija",
	"khalid", "kim", "kirsten", "klaas", "klaus", "koen", "koos", "krijn", "kristina", "krzysztof", "lambert", "lana", "lars", "laura",
	"laurens", "lea", "leen", "lena", "leo", "leon", "leonard", "leonie", "levi", "lia", "lianne", "lidia", "lieke", "lies", "liesbeth",
	"lieve", "linda", "linh", "lisa", "lisette", "lizzy", "loes", "lonneke", "lotte", "louis", "louise", "luc", "luca", "lucas", "lucia",
	"ludo", "luuk", "maaike", "maarten", "mabel", "madelon", "magda", "malgorzata", "manon", "manuel", "marc", "marcel", "marco", "marga",
	"margaret", "margot", "margreet", "margriet", "maria", "marian", "marianne", "marie", "marieke", "marijke", "marilyn", "marina", "mario",
	"marion", "mariska", "marit", "marja", "marjan", "marjo", "marjolein", "mark", "marleen", "marlies", "marloes", "martijn", "martin",
	"martina", "martine", "mary", "mathijs", "matthijs", "maud", "maurice", "max", "mehmet", "melanie", "melissa", "menno", "merel", "meryem",
	"mia", "michael", "michal", "michel", "michelle", "mieke", "mien", "miep", "mike", "milan", "miranda", "miriam", "mirjam", "mitch", "mo",
	"mohamed", "mohammed", "monica", "monika", "monique", "mourad", "murat", "mustafa", "nadia", "nancy", "naomi", "natasja", "nathalie",
	"nel", "nelleke", "nelly", "nick", "nico", "nicole", "niek", "niels", "nienke", "nina", "noah", "noor", "nora", "nynke", "olaf", "olga",
	"omar", "onno", "oscar", "oskar", "osman", "ozlem", "pascal", "patricia", "patrick", "paul", "paula", "pauline", "pawel", "peggy", "peter",
	"petra", "philip", "pien", "pier", "piet", "pieter", "pim", "piotr", "priya", "quinten", "rachel", "rachid", "rafael", "ralph", "ramon",
	"raymond", "rebecca", "regina", "rein", "reinier", "remco", "renate", "rene", "renee", "ria", "richard", "rick", "rie", "riet", "rik",
	"rika", "rina", "rita", "rob", "robbert", "robert", "robin", "roel", "roelof", "roger", "roland", "rolf", "roman", "romy", "ron", "ronald",
	"roos", "rosa", "rose", "roy", "ruben", "rudi", "rudolf", "ruth", "ruud", "sabine", "sabrina", "said", "sam", "samantha", "samira",
	"samuel", "sander", "sandra", "sanne", "sara", "sarah", "sascha", "saskia", "sebastiaan", "selma", "serge", "shanti", "sharon", "sheila",
	"shirley", "siem", "sietske", "sigrid", "silvia", "simon", "simone", "sina", "siobhan", "sjaak", "sjoerd", "sjors", "sofia", "sofie",
	"sonja", "sophie", "stan", "stefan", "stella", "stephan", "steven", "sunil", "susan", "susanne", "suzan", "suzanne", "sven", "sylvia",
	"tamara", "tanja", "teun", "thea", "theo", "therese", "thijs", "thomas", "tiemen", "tim", "timo", "tina", "tineke", "tjeerd", "tjitske",
	"tom", "tomasz", "ton", "tonny", "toon", "trudy", "truus", "ursula", "uwe", "vera", "veronica", "victor", "vincent", "wendy", "werner",
	"wessel", "wiebe", "wietske", "wil", "wilfred", "wilhelmina", "willeke", "willem", "willemien", "william", "wilma", "wim", "wouter",
	"xander", "yara", "yasin", "yasmin", "yolanda", "youri", "youssef", "yusuf", "yvette", "yvonne", "zeynep", "zoe",
};

static int by_text(const void *key, const void *element)
{
	return strcmp(key, *(const char *const *)element);
}

bool names_first(const char *fold)
{
	return bsearch(fold, first, sizeof first / sizeof *first, sizeof *first, by_text);
}

bool names_particle(const char *fold)
{
	return glyph_listed(" van de der den ten ter te 't 's op in het la le les du des von vom zu zur zum da do di del della dos das el al bin ben ibn y aan bij over "
			    "onder uit uijt voor ver d' l' af st st. sint tot v.d. v.d vd v/d v/d. v. d. v.der v/der v.den v/den a/d o/d ", fold);
}

/* Without its dot, if it has one. */
static const char *undotted(const char *fold, char *ret, size_t size)
{
	size_t n = strlen(fold);
	if (n == 0 || n >= size)
		return fold;
	memcpy(ret, fold, n + 1);
	while (n > 0 && ret[n - 1] == '.')
		ret[--n] = '\0';
	return ret;
}

bool names_title(const char *fold)
{
	char f[32];
	return glyph_listed(" dokter professor dominee pastoor zuster dhr hr heer mevr mevrouw mw mej mejuffrouw meneer mr mrs ms miss sir madam drs dr ir ing prof mag ds pastor jhr jkvr herr herrn frau "
			    "monsieur madame mme pan pani pana sayin bay bayan jonkheer jonkvrouw wed weduwe i.a i.v ppa w.g ",
			    undotted(fold, f, sizeof f));
}

bool names_suffix(const char *fold)
{
	char f[32];
	return glyph_listed(" jr sr junior senior msc bsc ba ma llm llb phd mba ra aa rc ll.m ll.b m.sc b.sc ph.d cfp rb cb iii ", undotted(fold, f, sizeof f));
}

bool names_organisation(const char *fold)
{
	static const char *const ends[] = {
		"bedrijf", "bedrijven", "werken", "techniek", "service", "services", "zorg", "kantoor", "advocatuur", "advocaten", "bewind", "bewindvoering", "groep",
		"praktijk", "verhuur", "winkel", "centrum", "dienst", "diensten", "fonds", "stichting", "makelaardij", "makelaars", "garage", "transport", "installaties",
		"installatie", "montage", "reiniging", "schoonmaak", "handel", "beheer", "advies", "adviseurs", "incasso", "juristen", "notarissen", "accountants",
		"hoveniers", "hulpverlening", "verzekeringen", "administratie", "administraties", "corporatie", "vereniging", "onderneming", "drukkerij", "bakkerij",
		"slagerij", "kapsalon", "fotografie", "rechtshulp", "winkels", "universiteit", "school", "ziekenhuis", "bouw b.v", "timmerwerken", "schilders", "catering",
		"begeleiding", "wonen", "energie", "bouw", "bureau", "academie", "instituut", "museum", "fabriek", "industrie", "commissie", "verbond", "federatie",
		"kliniek", "kredietbank", "bank", "opvang", "architecten", "notariaat", "logistiek", "recycling", "drogisterij", "apotheek", "boekhandel", "bloemen", "tuinen", "interieur", "keukens", "vloeren",
		"optiek", "rijschool", "taxi", "makelaar", "uitzendbureau", "personeel", "projecten", "ontwerp", "communicatie", "producties", "muziekschool", "kerk", "parochie", "netwerk", "loket", "team",
	};
	char f[64];
	fold = undotted(fold, f, sizeof f);
	if (glyph_listed(" bv b.v vof v.o.f nv n.v cv c.v vzw bvba gmbh ltd inc llc sarl ag ug plc eenmanszaak maatschap cooperatie studio holding group gemeente bank "
			 "zonen zn restaurant cafe shop webshop college hogeschool ministerie politie rechtswinkel rechtsbijstand juridisch notaris notariaat consultancy "
			 "consulting media design team klantenservice support info webmaster apotheek autobedrijf locatie vestiging gemeentelijke sociaal wijkteam ggz umc "
			 "legal solutions systems salon hotel events import export uitgeverij website nieuwsbrief newsletter formulier noreply no-reply klachten receptie "
			 "woningstichting kliniek fysiotherapie vve sv fc vv tandartsen huisartsen bewindvoerders schuldhulp collectief company hosting logistics kinderopvang "
			 "bewindvoeringskantoor advocatenkantoor deurwaarders gerechtsdeurwaarders stg telecom marketing wonen security juwelier bloemen fietsen tweewielers logistics technologies technology partners club academy instituut bureau commissie recht juristen accountancy administraties kerk gemeentehuis provincie waterschap "
			 "lyceum gymnasium atheneum scholengemeenschap mavo havo vmbo roc mbo hbo basisschool kindcentrum bibliotheek rijkswaterstaat veiligheidsregio omgevingsdienst belastingdienst museum theater hospice thuiszorg jeugdzorg raadslieden ombudsman belangenvereniging associates lawyers law consultants agency institute university ",
			 fold))
		return true;
	size_t n = strlen(fold);
	if (n >= 6 && strcmp(fold + n - 6, "gebouw") == 0)	/* people live in those */
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t e = strlen(ends[i]);
		if (n >= e && strcmp(fold + n - e, ends[i]) == 0 && (n > e || e > 6))
			return true;
	}
	return false;
}

bool names_never(const char *fold)
{
	char f[64];
	return glyph_listed(
		" met vriendelijke vriendelijk groet groeten groetjes groetje gr gtr mvg mvrgr hoogachtend hoogachting achtend geachte beste hallo hoi hey dag goedemorgen "
		"goedemiddag goedenavond goededag dear hello hi regards kind best sincerely yours faithfully wishes cheers greetings klacht klachten complaint beschwerde "
		"dossier dossiernummer dossiernr zaak zaaknummer factuur betreft onderwerp subject datum verzonden verstuurd sent gesendet vanaf mijn iphone ipad samsung "
		"galaxy android outlook directie afdeling manager directeur directrice eigenaar eigenares consulent consulente medewerker medewerkster secretaresse secretariaat "
		"bewindvoerder advocaat curator mentor jurist adviseur hoofd coordinator teamleider vertegenwoordiger gemachtigde zelfstandig fotografe fotograaf tel telefoon "
		"telefoonnummer telephone phone mobiel mobile gsm fax email e-mail mail adres address postcode plaats woonplaats straat huisnummer naam name voornaam "
		"achternaam website www bijlage bijlagen attachments januari februari maart april mei juni juli augustus september oktober november december maandag "
		"dinsdag woensdag donderdag vrijdag zaterdag zondag nederland netherlands belgie belgium deutschland duitsland holland stop bellen niet ik u jij je jullie "
		"wij we dit dat deze die een geen nog hoe wat waarom wanneer graag dank bedankt alvast thanks thank you please nu ook maar want als dan er is zijn was heb heeft "
		"hebben kan kunt kunnen wil wilt willen moet moeten mag omdat volgens uw onze ons jouw hun haar hem ze zij hij bij voorbaat hartelijk hartelijke "
		"correspondentie uitsluitend ondergetekende namens cc bcc aan to from t.a.v tav t.n.v postbus nb ps p.s iban kvk btw bsn incassobureau proactief pro-actief "
		"afzender bereikbaar overdag telefonisch uur klant klantnummer verhoging termijn euro bedrag betaald betalen rekening brief brieven helemaal echt zo and the of "
		"for your my this that with please dubbel let mit freundlichen grussen grusse viele herzliche liebe sehr geehrte pozdrawiam powazaniem szanowni panstwo saygilarimla "
		"saygilar sayin merhaba bonjour cordialement salutations get view download help schuld schuldeiser aanmaning sommatie herinnering einde bericht oorspronkelijk "
		"origineel original message doorgestuurd forwarded begin vertrouwelijk disclaimer ondertekend handtekening ",
		undotted(fold, f, sizeof f));
}

bool names_place(const char *fold)
{
	return glyph_listed(
		" amsterdam rotterdam utrecht eindhoven tilburg groningen almere breda nijmegen enschede haarlem arnhem zaanstad amersfoort apeldoorn den-haag "
		"hoofddorp maastricht leiden dordrecht zoetermeer zwolle deventer delft alkmaar heerlen venlo leeuwarden hilversum assen emmen oss roosendaal helmond "
		"purmerend schiedam spijkenisse vlaardingen gouda veenendaal middelburg sittard lelystad hengelo almelo hoorn zeist nieuwegein veldhoven ede doetinchem "
		"terneuzen zutphen kampen woerden heerenveen drachten sneek harderwijk barneveld waalwijk weert roermond goes vlissingen katwijk noordwijk velserbroek "
		"antwerpen gent brussel brugge leuven mechelen hasselt keulen berlijn berlin ", fold);
}

bool names_calling(const char *fold)
{
	static const char *const ends[] = { "manager", "adviseur", "medewerker", "medewerkster", "leider", "leidster", "voerder", "voerster", "coordinator", "assistent", "assistente", "consulent", "directeur", "meester", "kundige", "therapeut",
					    "specialist", "eigenaar", "eigenaresse", "arts", "juriste", "jurist", "notaris", "docent", "leraar", "houder", "houdster", "verlener", "verleenster", "planner", "controller", "recruiter", "developer", "engineer", "officer",
					    "analist", "monteur", "chauffeur", "verpleegkundige", "begeleider", "begeleidster", "behandelaar", "inkoper", "verkoper", "administrateur", "boekhouder", "boekhoudster", "accountant", "makelaar", "student", "studente", "zzp", "coach", "trainer" };
	size_t n = strlen(fold);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t k = strlen(ends[i]);
		if (n >= k && strcmp(fold + n - k, ends[i]) == 0)
			return true;
	}
	return false;
}
