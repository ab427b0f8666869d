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
	/* an office numbers its own files, in the subject as in the text */
	{ "Voor onze verzekerde, mevrouw C. Mulder, treed ik op. In uw dossier (2627718) staat een foto. Vermeldt u bij uw antwoord ons zaaknummer 26071182.\n\nmr. Y. Ockx",
	  .subject = "Zaaknr. 26071182: verzekerde C. Mulder, uw dossier 2627718", .dossiers = "2627718" },
	{ "Namens cliënte, mevrouw C. Mulder, verzoek ik u de vordering in te trekken (uw kenmerk 2627718).\n\nmr. Y. Ockx",
	  .subject = "Zaak 20260871 / Mulder", .dossiers = "2627718" },
	{ "In de zaak van de heer D. Zijlstra, uw dossier 2630266, treft u mijn brief aan.\n\nmr. F. Terwisscha\nadvocaat", .subject = "Zijlstra / klacht [TA:20260871]", .dossiers = "2630266" },
	{ "Our client Mrs C. Mulder disputes the claim. Your reference 2627718, our file 20260871.\n\nY. Ockx\nSolicitor", .subject = "Mulder (20260871)", .dossiers = "2627718" },
	{ "Uw brief met ons kenmerk 2604817 is onbegrijpelijk. Bel mij over dossier 2604817.\n\nP. Zandstra", .dossiers = "2604817" },
	{ "Het gaat om uw dossier 2604817 en om dossier 2604818.\n\nP. Zandstra", .dossiers = "2604817 2604818" },
	{ "Ik zie maar niet waar dit over gaat.\n\nP. Zandstra", .subject = "Klacht [Dossier: 2604817]", .dossiers = "2604817" },
};

TEXTS_MAIN("fields: firms", TEXTS)
