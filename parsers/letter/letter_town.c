#include "parsers/letter/letter_town.h"

#include <stdlib.h>
#include <string.h>

#include "parsers/letter/letter_text.h"

#define NAME_BYTES 64
#define LONG_NAME 6	/* letters; among shorter ones too many are one letter apart */

/* Names as squeeze() leaves them. A name that several places bear has a row for each; post boxes have the lowest numbers of a town. */
static const struct {
	const char *name;
	int from, to;
} towns[] = {
	{ "amsterdam", 1000, 1109 }, { "amsterdamzuidoost", 1100, 1109 }, { "diemen", 1110, 1113 }, { "duivendrecht", 1114, 1115 },
	{ "landsmeer", 1121, 1121 }, { "edam", 1135, 1135 }, { "volendam", 1130, 1132 }, { "monnickendam", 1140, 1141 }, { "badhoevedorp", 1170, 1171 },
	{ "amstelveen", 1180, 1189 }, { "hilversum", 1200, 1223 }, { "laren", 1250, 1252 }, { "laren", 7245, 7245 }, { "blaricum", 1260, 1262 },
	{ "huizen", 1270, 1277 }, { "almere", 1300, 1379 }, { "weesp", 1380, 1384 }, { "muiden", 1398, 1398 }, { "bussum", 1400, 1406 },
	{ "naarden", 1410, 1412 }, { "uithoorn", 1420, 1423 }, { "dekwakel", 1424, 1424 }, { "aalsmeer", 1430, 1432 }, { "kudelstaart", 1433, 1433 },
	{ "purmerend", 1440, 1448 }, { "zaandam", 1500, 1509 }, { "wormerveer", 1520, 1521 }, { "koogaandezaan", 1540, 1541 }, { "zaandijk", 1544, 1544 },
	{ "krommenie", 1560, 1562 }, { "assendelft", 1566, 1567 }, { "enkhuizen", 1600, 1602 }, { "hoorn", 1620, 1628 }, { "medemblik", 1670, 1671 },
	{ "zwaag", 1689, 1689 }, { "heerhugowaard", 1700, 1705 }, { "broekoplangedijk", 1721, 1721 }, { "zuidscharwoude", 1722, 1722 },
	{ "noordscharwoude", 1723, 1723 }, { "schagen", 1740, 1742 }, { "denhelder", 1780, 1789 }, { "julianadorp", 1787, 1788 }, { "denburg", 1790, 1791 },
	{ "alkmaar", 1800, 1829 }, { "heiloo", 1850, 1852 }, { "bergen", 1860, 1862 }, { "bergen", 5854, 5854 }, { "castricum", 1900, 1902 },
	{ "limmen", 1906, 1906 }, { "uitgeest", 1910, 1911 }, { "egmondaanzee", 1931, 1931 }, { "beverwijk", 1940, 1949 }, { "velsennoord", 1950, 1951 },
	{ "heemskerk", 1960, 1969 }, { "ijmuiden", 1970, 1976 }, { "driehuis", 1985, 1985 }, { "velserbroek", 1990, 1992 }, { "haarlem", 2000, 2037 },
	{ "zandvoort", 2040, 2042 }, { "overveen", 2050, 2051 }, { "bloemendaal", 2060, 2061 }, { "santpoortnoord", 2070, 2071 }, { "heemstede", 2100, 2106 },
	{ "aerdenhout", 2110, 2111 }, { "hoofddorp", 2130, 2135 }, { "nieuwvennep", 2150, 2153 }, { "lisse", 2160, 2163 }, { "sassenheim", 2170, 2172 },
	{ "hillegom", 2180, 2182 }, { "noordwijk", 2200, 2204 }, { "noordwijkerhout", 2210, 2211 }, { "katwijk", 2220, 2225 }, { "katwijk", 5433, 5433 },
	{ "valkenburg", 2235, 2235 }, { "valkenburg", 6300, 6301 }, { "wassenaar", 2240, 2245 }, { "voorschoten", 2250, 2254 },
	{ "leidschendam", 2260, 2267 }, { "voorburg", 2270, 2275 }, { "rijswijk", 2280, 2289 }, { "rijswijk", 4284, 4284 }, { "wateringen", 2290, 2291 },
	{ "leiden", 2300, 2334 }, { "oegstgeest", 2340, 2343 }, { "leiderdorp", 2350, 2353 }, { "alphenaandenrijn", 2400, 2409 },
	{ "bodegraven", 2410, 2411 }, { "denhaag", 2490, 2599 }, { "sgravenhage", 2490, 2599 }, { "thehague", 2490, 2599 }, { "delft", 2600, 2629 },
	{ "nootdorp", 2630, 2632 }, { "pijnacker", 2640, 2642 }, { "berkelenrodenrijs", 2650, 2652 }, { "bergschenhoek", 2660, 2662 },
	{ "bleiswijk", 2665, 2665 }, { "naaldwijk", 2670, 2673 }, { "honselersdijk", 2675, 2675 }, { "monster", 2680, 2681 }, { "sgravenzande", 2690, 2694 },
	{ "zoetermeer", 2700, 2729 }, { "waddinxveen", 2740, 2743 }, { "boskoop", 2770, 2771 }, { "gouda", 2800, 2809 }, { "schoonhoven", 2870, 2871 },
	{ "capelleaandenijssel", 2900, 2909 }, { "capelleadijssel", 2900, 2909 }, { "nieuwerkerkaandenijssel", 2910, 2914 },
	{ "krimpenaandenijssel", 2920, 2926 }, { "alblasserdam", 2950, 2954 }, { "ridderkerk", 2980, 2989 }, { "barendrecht", 2990, 2994 },
	{ "rotterdam", 3000, 3089 }, { "schiedam", 3100, 3125 }, { "vlaardingen", 3130, 3138 }, { "maassluis", 3140, 3147 }, { "hoekvanholland", 3150, 3151 },
	{ "rhoon", 3160, 3162 }, { "poortugal", 3170, 3172 }, { "rozenburg", 3180, 3181 }, { "hoogvliet", 3190, 3194 }, { "pernis", 3195, 3195 },
	{ "spijkenisse", 3200, 3209 }, { "hellevoetsluis", 3220, 3225 }, { "brielle", 3230, 3232 }, { "middelharnis", 3240, 3241 },
	{ "oudbeijerland", 3260, 3263 }, { "dordrecht", 3300, 3329 }, { "zwijndrecht", 3330, 3336 }, { "hendrikidoambacht", 3340, 3344 },
	{ "papendrecht", 3350, 3356 }, { "sliedrecht", 3360, 3364 }, { "hardinxveldgiessendam", 3370, 3373 }, { "ijsselstein", 3400, 3404 },
	{ "nieuwegein", 3430, 3439 }, { "woerden", 3440, 3449 }, { "utrecht", 3500, 3585 }, { "maarssen", 3600, 3608 }, { "breukelen", 3620, 3621 },
	{ "mijdrecht", 3640, 3642 }, { "zeist", 3700, 3709 }, { "bilthoven", 3720, 3723 }, { "debilt", 3730, 3732 }, { "baarn", 3740, 3744 },
	{ "bunschoten", 3750, 3752 }, { "spakenburg", 3750, 3752 }, { "soest", 3760, 3768 }, { "barneveld", 3770, 3773 }, { "voorthuizen", 3780, 3781 },
	{ "amersfoort", 3800, 3829 }, { "leusden", 3830, 3834 }, { "harderwijk", 3840, 3849 }, { "ermelo", 3850, 3853 }, { "nijkerk", 3860, 3864 },
	{ "hoevelaken", 3870, 3871 }, { "putten", 3880, 3882 }, { "zeewolde", 3890, 3899 }, { "veenendaal", 3900, 3907 }, { "rhenen", 3910, 3912 },
	{ "woudenberg", 3930, 3931 }, { "doorn", 3940, 3941 }, { "wijkbijduurstede", 3960, 3962 }, { "driebergen", 3970, 3972 },
	{ "driebergenrijsenburg", 3970, 3972 }, { "bunnik", 3980, 3981 }, { "houten", 3990, 3999 }, { "tiel", 4000, 4009 }, { "culemborg", 4100, 4107 },
	{ "vianen", 4130, 4133 }, { "leerdam", 4140, 4143 }, { "geldermalsen", 4190, 4191 }, { "gorinchem", 4200, 4209 }, { "werkendam", 4250, 4251 },
	{ "wijkenaalburg", 4260, 4261 }, { "woudrichem", 4285, 4285 }, { "zierikzee", 4300, 4302 }, { "middelburg", 4330, 4338 }, { "domburg", 4357, 4357 },
	{ "vlissingen", 4380, 4389 }, { "oostsouburg", 4388, 4388 }, { "yerseke", 4400, 4401 }, { "kruiningen", 4416, 4416 }, { "kapelle", 4420, 4421 },
	{ "heinkenszand", 4450, 4451 }, { "goes", 4460, 4465 }, { "oostburg", 4500, 4501 }, { "terneuzen", 4530, 4539 }, { "sasvangent", 4550, 4551 },
	{ "hulst", 4560, 4562 }, { "axel", 4570, 4571 }, { "bergenopzoom", 4600, 4629 }, { "steenbergen", 4650, 4652 }, { "tholen", 4690, 4691 },
	{ "sintmaartensdijk", 4695, 4695 }, { "roosendaal", 4700, 4709 }, { "rucphen", 4715, 4715 }, { "oudenbosch", 4730, 4731 },
	{ "zevenbergen", 4760, 4763 }, { "breda", 4800, 4839 }, { "prinsenbeek", 4840, 4841 }, { "teteringen", 4847, 4847 }, { "ulvenhout", 4850, 4851 },
	{ "ettenleur", 4870, 4879 }, { "zundert", 4880, 4882 }, { "oosterhout", 4900, 4909 }, { "oosterhout", 6678, 6678 }, { "made", 4920, 4921 },
	{ "geertruidenberg", 4930, 4931 }, { "raamsdonksveer", 4940, 4942 }, { "tilburg", 5000, 5049 }, { "goirle", 5050, 5053 },
	{ "berkelenschot", 5056, 5057 }, { "oisterwijk", 5060, 5062 }, { "moergestel", 5066, 5066 }, { "udenhout", 5070, 5071 },
	{ "hilvarenbeek", 5080, 5081 }, { "dongen", 5100, 5104 }, { "rijen", 5120, 5122 }, { "gilze", 5126, 5126 }, { "waalwijk", 5140, 5146 },
	{ "drunen", 5150, 5151 }, { "sprangcapelle", 5160, 5161 }, { "kaatsheuvel", 5170, 5171 }, { "shertogenbosch", 5200, 5249 },
	{ "denbosch", 5200, 5249 }, { "rosmalen", 5240, 5249 }, { "vught", 5260, 5263 }, { "boxtel", 5280, 5283 }, { "zaltbommel", 5300, 5302 },
	{ "oss", 5340, 5349 }, { "berghem", 5350, 5351 }, { "grave", 5360, 5361 }, { "heesch", 5380, 5384 }, { "uden", 5400, 5409 }, { "gemert", 5420, 5421 },
	{ "cuijk", 5430, 5432 }, { "mill", 5450, 5451 }, { "veghel", 5460, 5469 }, { "schijndel", 5480, 5482 }, { "sintoedenrode", 5490, 5492 },
	{ "veldhoven", 5500, 5509 }, { "eersel", 5520, 5521 }, { "bladel", 5530, 5531 }, { "reusel", 5540, 5541 }, { "valkenswaard", 5550, 5556 },
	{ "bergeijk", 5570, 5571 }, { "eindhoven", 5600, 5658 }, { "geldrop", 5660, 5667 }, { "nuenen", 5670, 5674 }, { "best", 5680, 5685 },
	{ "sonenbreugel", 5690, 5694 }, { "son", 5690, 5694 }, { "helmond", 5700, 5709 }, { "someren", 5710, 5712 }, { "asten", 5720, 5721 },
	{ "beekendonk", 5740, 5741 }, { "deurne", 5750, 5753 }, { "venray", 5800, 5804 }, { "boxmeer", 5830, 5832 }, { "venlo", 5900, 5928 },
	{ "blerick", 5920, 5928 }, { "tegelen", 5930, 5932 }, { "reuver", 5953, 5953 }, { "horst", 5960, 5961 }, { "sevenum", 5975, 5975 },
	{ "panningen", 5980, 5981 }, { "weert", 6000, 6006 }, { "nederweert", 6030, 6031 }, { "roermond", 6040, 6049 }, { "swalmen", 6070, 6071 },
	{ "heythuysen", 6093, 6093 }, { "echt", 6100, 6102 }, { "susteren", 6114, 6114 }, { "born", 6120, 6121 }, { "sittard", 6130, 6137 },
	{ "geleen", 6160, 6167 }, { "meerssen", 6230, 6231 }, { "maastricht", 6200, 6229 }, { "eijsden", 6245, 6245 }, { "gulpen", 6270, 6271 },
	{ "vaals", 6290, 6291 }, { "nuth", 6360, 6361 }, { "simpelveld", 6369, 6369 }, { "landgraaf", 6370, 6374 }, { "heerlen", 6400, 6422 },
	{ "hoensbroek", 6430, 6433 }, { "brunssum", 6440, 6446 }, { "kerkrade", 6460, 6469 }, { "nijmegen", 6500, 6547 }, { "gennep", 6590, 6591 },
	{ "wijchen", 6600, 6606 }, { "beuningen", 6640, 6642 }, { "beuningen", 7588, 7588 }, { "druten", 6650, 6652 }, { "bemmel", 6680, 6681 },
	{ "wageningen", 6700, 6709 }, { "ede", 6710, 6718 }, { "arnhem", 6800, 6846 }, { "huissen", 6850, 6852 }, { "oosterbeek", 6860, 6862 },
	{ "renkum", 6870, 6871 }, { "velp", 6880, 6883 }, { "velp", 5363, 5363 }, { "zevenaar", 6900, 6905 }, { "duiven", 6920, 6922 },
	{ "westervoort", 6930, 6932 }, { "dieren", 6950, 6953 }, { "eerbeek", 6960, 6961 }, { "brummen", 6970, 6971 }, { "rheden", 6990, 6991 },
	{ "doetinchem", 7000, 7009 }, { "terborg", 7060, 7061 }, { "ulft", 7070, 7071 }, { "winterswijk", 7100, 7119 }, { "aalten", 7120, 7123 },
	{ "groenlo", 7140, 7142 }, { "eibergen", 7150, 7152 }, { "zutphen", 7200, 7207 }, { "lochem", 7240, 7242 }, { "vorden", 7250, 7251 },
	{ "hengelo", 7255, 7255 }, { "hengelo", 7550, 7559 }, { "borculo", 7270, 7271 }, { "apeldoorn", 7300, 7339 }, { "twello", 7390, 7391 },
	{ "deventer", 7400, 7439 }, { "nijverdal", 7440, 7443 }, { "holten", 7450, 7451 }, { "rijssen", 7460, 7463 }, { "goor", 7470, 7472 },
	{ "haaksbergen", 7480, 7483 }, { "delden", 7490, 7491 }, { "enschede", 7500, 7549 }, { "oldenzaal", 7570, 7577 }, { "losser", 7580, 7582 },
	{ "denekamp", 7590, 7591 }, { "almelo", 7600, 7615 }, { "borne", 7620, 7623 }, { "ootmarsum", 7630, 7631 }, { "vriezenveen", 7670, 7672 },
	{ "vroomshoop", 7680, 7681 }, { "dedemsvaart", 7700, 7702 }, { "ommen", 7730, 7731 }, { "coevorden", 7740, 7742 }, { "schoonebeek", 7760, 7761 },
	{ "hardenberg", 7770, 7773 }, { "emmen", 7800, 7829 }, { "klazienaveen", 7890, 7891 }, { "hoogeveen", 7900, 7917 }, { "meppel", 7940, 7949 },
	{ "staphorst", 7950, 7951 }, { "zwolle", 8000, 8045 }, { "hattem", 8050, 8052 }, { "hasselt", 8060, 8061 }, { "zwartsluis", 8064, 8064 },
	{ "nunspeet", 8070, 8072 }, { "elburg", 8080, 8081 }, { "wezep", 8090, 8091 }, { "raalte", 8100, 8103 }, { "olst", 8120, 8121 },
	{ "wijhe", 8130, 8131 }, { "heino", 8140, 8141 }, { "epe", 8160, 8162 }, { "vaassen", 8170, 8172 }, { "heerde", 8180, 8181 },
	{ "lelystad", 8200, 8249 }, { "dronten", 8250, 8254 }, { "kampen", 8260, 8268 }, { "ijsselmuiden", 8270, 8271 }, { "genemuiden", 8280, 8281 },
	{ "emmeloord", 8300, 8305 }, { "urk", 8320, 8322 }, { "steenwijk", 8330, 8335 }, { "gorredijk", 8400, 8402 }, { "wolvega", 8470, 8472 },
	{ "heerenveen", 8440, 8449 }, { "joure", 8500, 8502 }, { "lemmer", 8530, 8532 }, { "balk", 8560, 8561 }, { "sneek", 8600, 8608 },
	{ "bolsward", 8700, 8702 }, { "workum", 8710, 8711 }, { "makkum", 8754, 8754 }, { "franeker", 8800, 8802 }, { "harlingen", 8860, 8862 },
	{ "leeuwarden", 8900, 8941 }, { "grou", 9000, 9001 }, { "stiens", 9050, 9051 }, { "dokkum", 9100, 9101 }, { "drachten", 9200, 9207 },
	{ "surhuisterveen", 9230, 9231 }, { "burgum", 9250, 9251 }, { "buitenpost", 9285, 9285 }, { "kollum", 9290, 9291 }, { "roden", 9300, 9301 },
	{ "leek", 9350, 9351 }, { "marum", 9363, 9363 }, { "assen", 9400, 9409 }, { "beilen", 9410, 9411 }, { "westerbork", 9431, 9431 },
	{ "gieten", 9460, 9461 }, { "zuidlaren", 9470, 9472 }, { "stadskanaal", 9500, 9503 }, { "borger", 9530, 9531 }, { "terapel", 9560, 9561 },
	{ "musselkanaal", 9580, 9581 }, { "hoogezand", 9600, 9603 }, { "sappemeer", 9610, 9611 }, { "veendam", 9640, 9648 }, { "winschoten", 9670, 9675 },
	{ "groningen", 9700, 9747 }, { "haren", 9750, 9756 }, { "haren", 5368, 5368 }, { "eelde", 9761, 9761 }, { "bedum", 9780, 9781 },
	{ "zuidhorn", 9800, 9801 }, { "appingedam", 9900, 9903 }, { "delfzijl", 9930, 9936 }, { "winsum", 9950, 9951 }, { "winsum", 8831, 8831 },
	{ "uithuizen", 9980, 9981 },
};

#define TOWNS (sizeof towns / sizeof *towns)

enum town_fit town_fits(const char *postcode, const char *city)
{
	char name[NAME_BYTES];
	int code = atoi(postcode);
	bool known = false, near = false;
	size_t n = squeeze(city, strlen(city), name, sizeof name);
	for (size_t i = 0; i < TOWNS; i++) {
		bool within = code >= towns[i].from && code <= towns[i].to, same = strcmp(name, towns[i].name) == 0;
		if (same && within)
			return TOWN_FITS;
		known = known || same;
		near = near || (within && n >= LONG_NAME && edit_distance(name, n, towns[i].name, strlen(towns[i].name), 1) <= 1);
	}
	return known ? TOWN_ELSEWHERE : near ? TOWN_MISREAD : TOWN_UNKNOWN;
}

bool town_known(const char *city)
{
	char name[NAME_BYTES];
	(void)squeeze(city, strlen(city), name, sizeof name);
	for (size_t i = 0; i < TOWNS; i++)
		if (strcmp(name, towns[i].name) == 0)
			return true;
	return false;
}
