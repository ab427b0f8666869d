#include "parsers/fields/names.h"

#include <stdlib.h>
#include <string.h>

#include "parsers/glyph.h"

/* Sorted: bsearch. Only to tell "Kees Brouwer" from "Brouwer Dakwerken"; a name that is not here is a name all the same. */
static const char *const first[] = {
	"aad", "aafke", "aagje", "aaltje", "aart", "abdel", "abdi", "abdul", "abdullah", "achmed", "ad", "adam", "adnan", "adri", "adriaan", "adriana",
	"agata", "agnes", "agnieszka", "ahmad", "ahmed", "ahmet", "aicha", "aisha", "akke", "alain", "albert", "aleida", "alex", "alexander", "alexandra",
	"ali", "alice", "alida", "alie", "aline", "alwin", "ama", "amal", "amber", "amina", "amir", "amira", "amy", "ana", "anass", "andre", "andrea",
	"andreas", "andrei", "andrew", "andries", "andrzej", "angela", "angelique", "anika", "anil", "anita", "anja", "anke", "ankie", "ankje", "ann",
	"anna", "annabel", "anne", "anneke", "annelien", "annelies", "anneloes", "annemarie", "annemiek", "annemieke", "annet", "annette", "annie", "anouk",
	"ans", "anthony", "antje", "antoinette", "anton", "antonie", "antonio", "appie", "arend", "arianne", "arie", "arjan", "arjen", "arjun", "arlette",
	"arno", "arnold", "arnoldus", "arnoud", "aron", "artur", "arwen", "astrid", "atie", "aukje", "aylin", "ayoub", "ayse", "bahar", "barbara", "barry",
	"bart", "bas", "bastiaan", "bauke", "bea", "beata", "ben", "benjamin", "bennie", "benno", "benny", "bep", "berend", "bernadette", "bernard", "bert",
	"berta", "bertie", "bertus", "betsie", "betsy", "betty", "bianca", "bilal", "bjorn", "bob", "bogdan", "boris", "boudewijn", "bouke", "bram",
	"brechtje", "bregje", "brenda", "brian", "bridget", "brigitte", "britt", "bruno", "burak", "carel", "carien", "carin", "carla", "carlo", "carlos",
	"carmen", "carolien", "caroline", "cas", "casper", "catharina", "ceciel", "cecile", "cees", "celine", "cemal", "chantal", "chantalle", "charlene",
	"charles", "charlotte", "cheyenne", "chidi", "chris", "christa", "christel", "christiaan", "christian", "christien", "christina", "christine",
	"cihan", "claire", "clara", "claudia", "clemens", "co", "coen", "connie", "conny", "coosje", "cor", "cora", "corien", "corina", "corine", "corneel",
	"cornelia", "cornelie", "cornelis", "corrie", "corry", "cristina", "cynthia", "daan", "dagmar", "daisy", "damian", "daniel", "danielle", "danny",
	"danuta", "daphne", "dave", "david", "debbie", "deborah", "deepak", "demi", "denise", "deniz", "dennis", "derek", "derya", "desi", "desiree",
	"diana", "dick", "diederik", "dieuwertje", "dilek", "dina", "dineke", "dinie", "dirk", "djamila", "dmitri", "dolf", "dominique", "donna", "dorien",
	"doris", "dorota", "dorothea", "douwe", "dries", "dunya", "ebru", "eddy", "edith", "eduard", "edwin", "eef", "eefje", "eelco", "egbert", "eileen",
	"ekrem", "elena", "elif", "eline", "elisabeth", "elise", "elizabeth", "elke", "ella", "elleke", "ellen", "elly", "elma", "elmar", "els", "elsa",
	"elske", "elvira", "emeka", "emiel", "emil", "emilia", "emily", "emine", "emma", "emmy", "emre", "engin", "enno", "ercan", "eric", "erica", "erik",
	"erika", "erna", "ernst", "erol", "erwin", "esmee", "ester", "esther", "eva", "evelien", "evelyn", "evert", "ewa", "fabian", "fadoua", "fahad",
	"faisal", "fanny", "farah", "farid", "faried", "faruk", "fatih", "fatima", "fatma", "fatou", "fedde", "femke", "fenna", "fenne", "ferdi", "fieke",
	"fien", "fiona", "fleur", "floor", "floortje", "floris", "fokke", "folkert", "fons", "francien", "francis", "francois", "frank", "frans",
	"fransien", "franz", "fred", "frederik", "freek", "frida", "frieda", "friso", "frits", "froukje", "gaby", "gamze", "gea", "geert", "geertje",
	"geertruida", "geesje", "george", "gerald", "gerard", "gerben", "gerda", "gerdien", "gerrie", "gerrit", "gerritje", "gert", "gertrude", "gerty",
	"gerwin", "gezina", "gianni", "gideon", "giel", "gijs", "gijsbert", "gina", "gino", "gisela", "gitta", "glenn", "gonda", "gonnie", "goran", "greet",
	"greetje", "greta", "grietje", "grzegorz", "guido", "gul", "gulsen", "guus", "habib", "hafid", "hakan", "halil", "halima", "halina", "hamid",
	"hamza", "hanan", "hanna", "hannah", "hanneke", "hannie", "hans", "harm", "harmen", "harmke", "harold", "harrie", "harry", "hasan", "hassan",
	"hayat", "heidi", "heike", "hein", "heino", "heleen", "helen", "helena", "helga", "hendrik", "hendrika", "hendrikje", "henk", "hennie", "henny",
	"henri", "henriette", "herma", "herman", "hermien", "hessel", "hester", "hetty", "hicham", "hilda", "hilde", "hilke", "hilko", "hilleke", "hinke",
	"hodan", "hubert", "hugo", "huib", "huseyin", "hussein", "ibrahim", "ida", "igor", "ilona", "ilse", "iman", "imane", "imke", "imran", "ina", "ine",
	"ineke", "inez", "inga", "inge", "ingrid", "ioana", "irene", "irina", "iris", "irma", "isa", "isabel", "isabella", "isabelle", "ismail", "ivo",
	"iwona", "jaap", "jacek", "jack", "jaco", "jacob", "jacoba", "jacobus", "jacqueline", "jacques", "jade", "jaimy", "jakob", "jakub", "jamal",
	"james", "jan", "jana", "janet", "janine", "janna", "janneke", "jannie", "janny", "jantje", "janus", "jarno", "jasmijn", "jasmina", "jasper",
	"javier", "jean", "jeanette", "jeannette", "jeffrey", "jelena", "jelle", "jelmer", "jeltje", "jennifer", "jenny", "jeremy", "jermaine", "jeroen",
	"jerzy", "jesse", "jessica", "jessie", "jet", "jetske", "jetty", "jim", "jimmy", "jip", "jitse", "jitske", "jo", "joan", "joana", "joanna",
	"joanne", "job", "jochem", "jochum", "joep", "johan", "johanna", "johannes", "john", "johnny", "joke", "jolan", "jolanda", "jolien", "jonas",
	"joop", "joost", "jordi", "jordy", "jorge", "jorien", "joris", "jorn", "jorrit", "jos", "jose", "josef", "joseph", "josephine", "joyce", "juan",
	"judith", "jules", "julia", "julian", "juliette", "jurgen", "jurmaine", "jurriaan", "jurrian", "justin", "juul", "kaan", "kaja", "kamil", "karel",
	"karen", "karim", "karin", "kasper", "katarzyna", "kathleen", "katja", "katrien", "kay", "kees", "keimpe", "kelly", "kemal", "kenneth", "kerim",
	"kevin", "khadija", "khaled", "khalid", "kim", "kirsten", "klaas", "klaus", "koen", "kofi", "koos", "krijn", "krishna", "kristel", "kristina",
	"krzysztof", "kubra", "kwame", "kyra", "lambert", "lammert", "lamyae", "lana", "lara", "lars", "latifa", "laura", "laurens", "layla", "lea", "leen",
	"leendert", "lena", "lenie", "lenny", "leo", "leon", "leonard", "leonie", "leontien", "levi", "leyla", "lia", "lianne", "lidia", "lieke", "lies",
	"liesbeth", "lieuwe", "lieve", "lilian", "lily", "linda", "linde", "lindsay", "lineke", "linh", "lisa", "lisette", "lizette", "lizzy", "lodewijk",
	"loek", "loes", "lola", "lonneke", "lorenzo", "lotte", "lou", "louis", "louisa", "louise", "lowie", "luc", "luca", "lucas", "lucia", "lucien",
	"ludo", "ludwig", "luis", "lukas", "lukasz", "lutgard", "luuk", "luus", "lydia", "lynn", "maaike", "maarten", "mabel", "madelon", "magda", "maike",
	"maikel", "malgorzata", "malika", "malou", "mamadou", "manfred", "manon", "manou", "manuel", "mara", "marc", "marcel", "marcella", "marcin",
	"marco", "marek", "marga", "margaret", "margot", "margreet", "margriet", "maria", "mariam", "marian", "marianne", "marie", "marieke", "marije",
	"marijke", "marijn", "marilyn", "marina", "mario", "marion", "mariska", "marit", "marius", "marja", "marjan", "marjo", "marjolein", "mark",
	"marleen", "marlene", "marlies", "marloes", "marlous", "marnix", "marouane", "marry", "marta", "marthe", "marti", "martijn", "martin", "martina",
	"martine", "mary", "mateusz", "mathijs", "mathilde", "mats", "matthijs", "matty", "maud", "maurice", "mauro", "max", "mees", "mehdi", "mehmet",
	"melanie", "melissa", "mels", "menno", "merel", "mert", "merve", "meryem", "meta", "metin", "mia", "michael", "michal", "michel", "michelle",
	"mieke", "mien", "miep", "mihai", "mijntje", "mike", "milan", "mina", "miranda", "miriam", "mirjam", "mirte", "mirthe", "mirza", "mitch", "mo",
	"mohamad", "mohamed", "mohammed", "monica", "moniek", "monika", "monique", "morris", "mourad", "murat", "mustafa", "myra", "myrthe", "nabil",
	"nadia", "nadine", "najat", "najib", "nancy", "nanda", "naomi", "nassim", "natalia", "natalie", "natasja", "nathalie", "neeltje", "nel", "nelis",
	"nelleke", "nelly", "nick", "nico", "nicole", "niek", "niels", "nienke", "niki", "nils", "nina", "nisrine", "noah", "noor", "nora", "noud", "nour",
	"noura", "nuray", "nurcan", "nynke", "odette", "oksana", "olaf", "olga", "oliver", "olivia", "olivier", "oluwaseun", "omar", "omer", "onno", "onur",
	"oscar", "oskar", "osman", "ouafa", "ousmane", "owen", "ozlem", "pascal", "patricia", "patrick", "paul", "paula", "paulien", "pauline", "pawel",
	"peggy", "perry", "peter", "petra", "petronella", "philip", "pien", "pier", "piet", "pieter", "pietje", "piets", "pim", "piotr", "pleun", "priya",
	"quinten", "quirijn", "rachel", "rachid", "radboud", "radha", "rafael", "rafal", "ralph", "ramazan", "ramon", "ramona", "rashid", "ravi", "raymond",
	"rebecca", "regina", "rein", "reinder", "reinier", "reinout", "remco", "remi", "renata", "renate", "rene", "renee", "rens", "ria", "rianne",
	"richard", "rick", "rie", "rieks", "riemer", "rients", "riet", "rik", "rika", "rina", "rinske", "rinus", "rinze", "rita", "ritske", "rob",
	"robbert", "robert", "roberto", "robin", "rody", "roel", "roelien", "roelof", "roger", "rogier", "rohan", "roland", "rolf", "roman", "romana",
	"romeo", "romy", "ron", "ronald", "ronnie", "roos", "rosa", "rosalie", "rose", "rowan", "roxanne", "roy", "ruben", "rudi", "rudolf", "ruth", "ruud",
	"ryan", "saar", "sabine", "sabri", "sabrina", "sadia", "safia", "said", "saida", "salih", "salim", "sam", "samantha", "samir", "samira", "samuel",
	"sander", "sandor", "sandra", "sanjay", "sanne", "sara", "sarah", "sascha", "saskia", "sebastiaan", "selim", "selma", "sem", "semra", "serge",
	"sergei", "serkan", "sevda", "sevgi", "shannon", "shanti", "shaquille", "sharda", "sharon", "sheila", "shirin", "shirley", "sieb", "siebe", "siem",
	"sietske", "sifra", "sigrid", "sija", "silke", "silvana", "silvia", "sima", "simon", "simone", "sina", "sinan", "siobhan", "sipke", "sita", "sjaak",
	"sjaan", "sjanie", "sjef", "sjoerd", "sjors", "sjoukje", "soenil", "soerin", "sofia", "sofie", "sonja", "sophia", "sophie", "soraya", "souad",
	"soufiane", "stan", "stanislaw", "stefan", "stella", "stephan", "stephanie", "steven", "stien", "stijn", "sunil", "sunita", "susan", "susanne",
	"suus", "suzan", "suzanne", "sven", "svetlana", "swaan", "sybren", "sylvain", "sylvia", "sytske", "sytze", "taco", "tako", "tamara", "tanja",
	"tanya", "tara", "tarik", "tariq", "teake", "ted", "tess", "tessa", "tetske", "teun", "teuntje", "thea", "theo", "therese", "thijmen", "thijs",
	"thomas", "tiemen", "tijmen", "tijn", "tim", "timo", "tina", "tineke", "titia", "titus", "tjalling", "tjarda", "tjeerd", "tjitske", "tobias", "tom",
	"tomasz", "ton", "tonnie", "tonny", "toon", "toos", "trees", "trien", "trijntje", "trudy", "truus", "turan", "tycho", "ubbo", "ugur", "umut",
	"urmila", "ursula", "urszula", "uwe", "valerie", "vanessa", "veerle", "vera", "veronica", "victor", "vijay", "vincent", "vincenzo", "viola",
	"vivian", "volkan", "walter", "wanda", "warner", "wendela", "wendy", "werner", "wessel", "wiebe", "wiebren", "wieke", "wietske", "wijnand", "wil",
	"wilco", "wilfred", "wilhelmina", "willeke", "willem", "willemien", "willemijn", "william", "willy", "wilma", "wim", "winfried", "wojciech",
	"wolter", "wout", "wouter", "wytske", "xander", "xavier", "yannick", "yara", "yasin", "yasmin", "yassine", "yavuz", "yentl", "yfke", "ymke",
	"yolanda", "yoran", "yorick", "younes", "youri", "youssef", "yusra", "yusuf", "yvette", "yvo", "yvonne", "zakaria", "zbigniew", "zehra", "zenep",
	"zeynep", "zineb", "zoe", "zofia", "zohra", "zora",
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
	/* "skerk": "dorpskerk"; families are called Ouwerkerk */
	static const char ends[] =
		" bedrijf bedrijven werken techniek service services zorg kantoor advocatuur advocaten bewind bewindvoering groep praktijk verhuur winkel centrum "
		"dienst diensten fonds stichting makelaardij makelaars garage transport installaties installatie montage reiniging schoonmaak handel beheer advies "
		"adviseurs incasso juristen notarissen accountants hoveniers hulpverlening verzekeringen administratie administraties corporatie vereniging "
		"onderneming drukkerij bakkerij slagerij kapsalon fotografie rechtshulp winkels universiteit school ziekenhuis timmerwerken schilders catering "
		"begeleiding wonen energie bouw bureau academie instituut museum fabriek industrie commissie verbond federatie kliniek kredietbank bank opvang "
		"architecten notariaat logistiek recycling drogisterij apotheek boekhandel bloemen tuinen interieur keukens vloeren optiek rijschool taxi makelaar "
		"uitzendbureau personeel projecten ontwerp communicatie producties muziekschool skerk parochie netwerk loket team ";
	char f[64];
	fold = undotted(fold, f, sizeof f);
	if (glyph_listed(" bv b.v vof v.o.f nv n.v cv c.v vzw bvba gmbh ltd inc llc sarl ag ug plc eenmanszaak maatschap cooperatie studio holding group gemeente bank "
			 "zonen zn restaurant cafe shop webshop college hogeschool ministerie politie rechtswinkel rechtsbijstand juridisch notaris notariaat consultancy "
			 "consulting media design team klantenservice support info webmaster apotheek autobedrijf locatie vestiging gemeentelijke sociaal wijkteam ggz umc "
			 "legal solutions systems salon hotel events import export uitgeverij website nieuwsbrief newsletter formulier noreply no-reply klachten receptie "
			 "woningstichting kliniek fysiotherapie vve sv fc vv tandartsen huisartsen bewindvoerders schuldhulp collectief company hosting logistics kinderopvang "
			 "bewindvoeringskantoor advocatenkantoor deurwaarders gerechtsdeurwaarders stg telecom marketing wonen security juwelier bloemen fietsen tweewielers logistics technologies technology partners club academy instituut bureau commissie recht juristen accountancy administraties kerk gemeentehuis provincie waterschap "
			 "lyceum gymnasium atheneum scholengemeenschap obs cbs kbs pcbs rkbs ikc kdv bso mavo havo vmbo roc mbo hbo basisschool kindcentrum bibliotheek rijkswaterstaat veiligheidsregio omgevingsdienst belastingdienst museum theater hospice thuiszorg jeugdzorg raadslieden ombudsman belangenvereniging associates lawyers law consultants agency institute university ",
			 fold))
		return true;
	size_t n = strlen(fold);
	if (n >= 6 && strcmp(fold + n - 6, "gebouw") == 0)	/* people live in those */
		return false;
	if (n >= 8 && strcmp(fold + n - 8, "bouw b.v") == 0)
		return true;
	size_t end = glyph_listed_end(ends, fold);
	return end && (n > end || end > 6);
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
		"anoniem anonieme anonymous anonim hier origineel original message doorgestuurd forwarded begin vertrouwelijk disclaimer ondertekend handtekening ",
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
	return glyph_listed_end(
		" manager adviseur medewerker medewerkster leider leidster voerder voerster coordinator assistent assistente consulent directeur meester kundige "
		"therapeut specialist eigenaar eigenaresse arts juriste jurist notaris docent leraar houder houdster verlener verleenster planner controller recruiter "
		"developer engineer officer analist monteur chauffeur verpleegkundige begeleider begeleidster behandelaar inkoper verkoper administrateur boekhouder "
		"boekhoudster accountant makelaar student studente zzp coach trainer ", fold);
}
