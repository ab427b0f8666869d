/* Mail from firms, offices and their people: whose address stands below, for whom they write, and which number is theirs. As short mails. */
#include "fields_texts.h"

#define BLOCK "\n\nMet vriendelijke groet,\n\nSaskia Rietdijk\nTeamleider\nDelta Groep B.V.\nHavenkade 12, 4531 EL Terneuzen\nT 0115 - 61 20 87"
#define SASKIA "Saskia Rietdijk <s.rietdijk@delta.example>"

static const struct text TEXTS[] = {
	/* the block is the firm's own where it writes of its business, its employee's employer's where he writes of what was done to him */
	{ "Beste collega's,\n\nVorige week hebben wij van jullie de lopende zaken overgenomen. Mijn team heeft er drie dagen werk mee bespaard." BLOCK,
	  .from = SASKIA, .address = "Havenkade|12|4531 EL|Terneuzen", .phone = "+31115612087" },
	{ "Naar aanleiding van het gesprek met uw receptie stuur ik u vrijblijvend een prijsopgave." BLOCK,
	  .from = SASKIA, .address = "Havenkade|12|4531 EL|Terneuzen", .phone = "+31115612087" },
	{ "Verzoeke ons te berichten wie deze vordering behandelt." BLOCK,
	  .from = SASKIA, .address = "Havenkade|12|4531 EL|Terneuzen", .phone = "+31115612087" },
	{ "We were promised a credit note in May. Nobody answers our letters." BLOCK,
	  .from = SASKIA, .address = "Havenkade|12|4531 EL|Terneuzen", .phone = "+31115612087" },
	{ "Ik kreeg vanochtend om zes uur een sms. Mijn zoontje werd er wakker van." BLOCK,
	  .from = SASKIA, .address = "", .phone = "" },
	{ "Viermaal zou iemand mij terugbellen over mijn bekeuring." BLOCK,
	  .from = SASKIA, .address = "", .phone = "" },
	{ "Wij zijn het zat. Mijn man en ik hebben deze rekening allang betaald." BLOCK,
	  .from = SASKIA, .address = "", .phone = "" },
	{ "U belt naar mijn werk. Dat moet stoppen, ik betaal en wij hebben een regeling." BLOCK,
	  .from = SASKIA, .address = "", .phone = "" },
	/* a block right above a disclaimer; the writer's home beside the employer's block */
	{ "Bij ons werkt niemand die zo heet.\n\nHennie Bos\nDirecteur IKC De Vlieger\n\nIKC De Vlieger - Plein 8 - 8011 AA Zwolle - 038 421 12 13\nDit bericht is uitsluitend bestemd voor de geadresseerde. Gebruik door anderen is niet toegestaan.",
	  .from = "\"Bos, Hennie\" <h.bos@devlieger.example>", .name = "Hennie Bos", .address = "Plein|8|8011 AA|Zwolle", .phone = "+31384211213" },
	{ "Ik kreeg de brief van een vreemde.\n\nDr. Bas Otten\nPriv\xc3\xa9: Esweg 14, 7621 BB Borne\n\nUMC Oost - afdeling Cardiologie\nZilvermeeuw 1, 7609 PP Almelo", .from = "Bas Otten <b.otten@umcoost.example>", .address = "Esweg|14|7621 BB|Borne" },
	{ "Ik kreeg de brief van een vreemde.\n\nDr. Bas Otten\n\nUMC Oost | Cardiologie\nZilvermeeuw 1, 7609 PP Almelo\n\nThuis: Esweg 14, 7621 BB Borne", .from = "Bas Otten <b.otten@umcoost.example>", .address = "Esweg|14|7621 BB|Borne" },
	/* a mailbox of the house is no person, though "Bouw" is a surname too; nor is what ends in a legal form */
	{ "Wij hebben betaald.\n\nGroet,\n\nLoes Vink\nHoofd administratie\n\nVink Bouw B.V.\nKade 3\n1131 EP Volendam", .from = "Vink Bouw | Administratie <administratie@vinkbouw.example>", .name = "Loes Vink" },
	{ "Wij hebben betaald.\n\nGroet,\n\nVink Bouw B.V.\nT. Hoekstra\nKade 3\n1131 EP Volendam", .from = "Vink Bouw <info@vinkbouw.example>", .name = "T. Hoekstra" },
	{ "Ik heb betaald.\n\nJurre", .from = "Jurre Postema | Fotografie <info@jurrepostema.example>", .name = "Jurre Postema" },
	/* an office numbers its own files, in the subject as in the text */
	{ "Voor onze verzekerde, mevrouw C. Mulder, treed ik op. In uw dossier (2627718) staat een foto. Vermeldt u bij uw antwoord ons zaaknummer 26071182.\n\nmr. Y. Ockx",
	  .subject = "Zaaknr. 26071182: verzekerde C. Mulder, uw dossier 2627718", .client = "C. Mulder", .dossiers = "2627718" },
	{ "Namens cliënte, mevrouw C. Mulder, verzoek ik u de vordering in te trekken (uw kenmerk 2627718).\n\nmr. Y. Ockx",
	  .subject = "Zaak 20260871 / Mulder", .dossiers = "2627718" },
	{ "In de zaak van de heer D. Zijlstra, uw dossier 2630266, treft u mijn brief aan.\n\nmr. F. Terwisscha\nadvocaat", .subject = "Zijlstra / klacht [TA:20260871]", .dossiers = "2630266" },
	{ "Our client Mrs C. Mulder disputes the claim. Your reference 2627718, our file 20260871.\n\nY. Ockx\nSolicitor", .subject = "Mulder (20260871)", .dossiers = "2627718" },
	{ "Namens cliënte, mevrouw C. Mulder, betwist ik uw vordering. Ons dossier: 20260871.\n\nGroet,\nmr. Y. Ockx\nadvocaat", .dossiers = "" },
	{ "Vermeld bij uw reactie altijd zaaknummer 20260311. Het gaat om uw brief met kenmerk 2604817.\n\nS. de Wit\nJurist", .dossiers = "2604817" },
	{ "Please quote file 20260311 in your reply. It is about your letter, reference 2604817.\n\nP. Cole\nSolicitor", .dossiers = "2604817" },
	{ "Ons dossier is 2604817 en u antwoordt niet.\n\nP. Zandstra", .dossiers = "2604817" },
	{ "Uw brief met ons kenmerk 2604817 is onbegrijpelijk. Bel mij over dossier 2604817.\n\nP. Zandstra", .dossiers = "2604817" },
	{ "Het gaat om uw dossier 2604817 en om dossier 2604818.\n\nP. Zandstra", .dossiers = "2604817 2604818" },
	{ "Ik zie maar niet waar dit over gaat.\n\nP. Zandstra", .subject = "Klacht [Dossier: 2604817]", .dossiers = "2604817" },
	/* for whom an office, a partner or a neighbour writes: persons and firms */
	{ "Namens onze cliënt Hoveniersbedrijf Groen B.V. richt ik mij tot u. Alle termijnen zijn voldaan." BLOCK, .from = SASKIA, .client = "Hoveniersbedrijf Groen B.V." },
	{ "De regeling is door mijn cliënte, Bakkerij Smit & Zonen V.O.F., ondertekend. De heer Blok van uw kantoor hielp ons." BLOCK, .from = SASKIA, .client = "Bakkerij Smit & Zonen V.O.F." },
	{ "Onze relatie Kapsalon Desiree wordt door u aangeschreven, ten onrechte.\n\nI. Verhagen\nBrink Accountants", .client = "Kapsalon Desiree" },
	{ "On behalf of our client Visser Transport B.V. we object to your letter.\n\nI. Brink\nSolicitor", .client = "Visser Transport B.V." },
	{ "Zie de bijlage.\n\nI. Verhagen\nBrink Accountants", .subject = "Klacht namens Garage De Poort B.V.", .client = "Garage De Poort B.V." },
	{ "Wij verzorgen de administratie van Bloemisterij De Roos. Uw brief klopt niet.\n\nGroet,\nI. Verhagen\nBrink Accountants", .client = "Bloemisterij De Roos" },
	{ "Als accountant van Schildersbedrijf Vos B.V. verzoek ik u te stoppen.\n\nI. Verhagen", .client = "Schildersbedrijf Vos B.V." },
	{ "Wir vertreten die Interessen von Frau Anna Busch.\n\nRA Kern", .client = "Anna Busch" },
	{ "Namens Delta Groep B.V. dien ik een klacht in. Onze betaling is zoek." BLOCK, .from = SASKIA, .client = "" },
	{ "Namens Bakkerij Smit dien ik een klacht in. Niemand belt terug.\n\nP. Zandstra\nBakkerij Smit", .client = "" },
	{ "U belt namens Energiebedrijf Zuid, en dat ben ik zat.\n\nP. Zandstra", .client = "" },
	{ "De heer Blok van uw kantoor dacht mee. Waarvoor dank.\n\nmr. A. Tuinstra\nadvocaat", .client = "" },
	{ "Mevrouw De Wit was onbeschoft.\nIk ga naar een advocaat\n\nPiet Zandstra", .client = "" },
	{ "Voor mevrouw S. Ouali treed ik op als gemachtigde. U belt haar dagelijks.\n\nP. Zandstra", .client = "S. Ouali" },
	{ "De heer Y. Demir wordt door ons kantoor bijgestaan. U schrijft hem toch aan.\n\nP. Zandstra", .client = "Y. Demir" },
	{ "Bijgaand mijn brief in de zaak van de heer D. Zijlstra.\n\nmr. F. Terwisscha\nAdvocatenkantoor Terwisscha", .client = "D. Zijlstra" },
	{ "ik ben de man van Mirjam Zandstra, ze ligt in het ziekenhuis en u belt haar", .client = "Mirjam Zandstra" },
	{ "Mijn buurvrouw van 86, mevrouw A. Boukema, kan niet goed schrijven, daarom doe ik het voor haar.\n\nGroet,\nP. Zandstra, mede namens mevrouw Boukema\nNoorderstraat 210, 1621 HP Hoorn",
	  .client = "A. Boukema", .address = "Noorderstraat|210|1621 HP|Hoorn" },
	{ "Niemand belt terug, schandalig.\n\nGroet,\nP. Zandstra, mede namens mevrouw Boukema\nNoorderstraat 210, 1621 HP Hoorn", .client = "Boukema" },
	/* a colleague's note of a call: his own address is not the caller's */
	{ "Net aan de lijn:\n\nNaam: mevrouw T. Rietveld\nTelefoon: 0591-61 90 24\nDossier: 2628807\n\nKlacht: er is niets geboekt.\n\nGr. Anne", .from = "Anne Dekkers <a.dekkers@proactief.example>",
	  .name = "T. Rietveld", .email = "", .phone = "+31591619024" },
	{ "Naam: T. Rietveld\nAdres: Hoofdstraat 29, 7811 EC Emmen\nZij mailt vanaf trietveld@mail.example\n\nKlacht: er is niets geboekt.", .from = "Anne Dekkers <a.dekkers@proactief.example>",
	  .name = "T. Rietveld", .email = "trietveld@mail.example" },
	{ "Telefoonnotitie\n\nBeller: K. Prins\nTelefoonnummer: 06-12345678\nDossiernr: 2604817\nKlacht: de toon was grof.\n\nAnne", .from = "Anne Dekkers <a.dekkers@proactief.example>",
	  .name = "K. Prins", .email = "", .phone = "+31612345678" },
	{ "Naam klant: mevr. A. de Wit\nTel: 0318-123456\n\nMevrouw is driemaal niet teruggebeld.\n\nAnne", .from = "Anne Dekkers <a.dekkers@proactief.example>", .name = "A. de Wit", .email = "" },
	{ "Naam: T. Rietveld\nTelefoon: 0591-61 90 24\n\nMijn klacht: er is niets geboekt.", .from = "T. Rietveld <trietveld@mail.example>", .email = "trietveld@mail.example" },
};

TEXTS_MAIN("fields: firms", TEXTS)
