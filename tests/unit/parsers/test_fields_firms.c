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
};

TEXTS_MAIN("fields: firms", TEXTS)
