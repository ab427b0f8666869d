"""Answers: to our demands (complaints), to our receipts (follow-ups), and what only looks like one."""
from second_wrap import Case, demand, irt, quoted, receipt

Case('tussendoor-kpn', 'plain', 'Coen Schipper <coen.schipper@kpnplanet.example>', 'Re: Uw betwisting 2603114', '''
Op 11-05-2026 14:20 schreef Pro Actief Incasso:
> Geachte heer Schipper,
>
> Uw abonnement is volgens de opdrachtgever nooit opgezegd.

Dat is aantoonbaar onjuist, de opzegbevestiging van 3 oktober zat bij mijn vorige mail. Leest u die
überhaupt?

> Wij verwachten uw betaling van EUR 74,90 binnen 7 dagen.

U kunt wachten tot u een ons weegt. Ik verwacht van u een normale, inhoudelijke reactie.

> Met vriendelijke groet,
> D. Willems
> Tel: 013 88 93 930

Coen Schipper, Roerstraat 55-II, 1078 LK Amsterdam
''', name='Coen Schipper', addr=('Roerstraat', '55-II', '1078 LK', 'Amsterdam'), d=['2603114'], res='een normale, inhoudelijke reactie',
     has=['Dat is aantoonbaar onjuist', 'wachten tot u een ons weegt'], leak=['nooit opgezegd', 'D. Willems'])

Case('antwoord-op-sommatie-gmail', 'gmail', 'Samira Bouzid <samirabouzid@gmail.example>', 'Re: Laatste aanmaning', '''
Deze brief slaat nergens op. Ik heb nooit iets besteld bij Kledingtotaal. Er is gewoon met mijn naam gefraudeerd en dat heb ik bij de politie aangegeven. En dan gaan jullie dreigen met een dagvaarding, terwijl ik het slachtoffer ben!

Stop hiermee en stuur mij de bewijzen op.

Samira Bouzid

Op ma 9 mrt 2026 om 08:31 schreef Pro Actief Incasso <incasso@proactief.example>:

''' + quoted(demand('149,00', '2616299', 'Kledingtotaal')), h=['In-Reply-To: <20260309.2616299@proactief.example>'], name='Samira Bouzid', d=['2616299'],
     res='stuur mij de bewijzen op', has=['met mijn naam gefraudeerd'], leak=['dagvaarding zonder nadere'])

Case('fu-exchange-banner', 'owa', '"Dijk, Petra van" <p.vandijk@gemeente-elst.example>', 'RE: [EXTERN] Ontvangstbevestiging klacht K-2026-000144', '''
Goedemiddag,

In aanvulling op mijn klacht stuur ik u hierbij de naam van de medewerker die ik sprak: de heer Roelofs, op 3 maart rond 15.30 uur. Hij verbrak de verbinding. Ik zou graag zien dat dit gesprek wordt teruggeluisterd.

Met vriendelijke groet,

Petra van Dijk
Senior beleidsmedewerker

Gemeente Elst | Dorpsstraat 67 | 6661 EH Elst | 14 0481
Werkdagen: ma, di, do
________________________________
Van: Klachten Pro Actief Incasso <klachten@proactief.example>
Verzonden: donderdag 12 maart 2026 15:00
Aan: Dijk, Petra van
Onderwerp: [EXTERN] Ontvangstbevestiging klacht K-2026-000144

LET OP: Dit bericht is afkomstig van een externe afzender. Klik niet op links tenzij u de afzender herkent.

''' + receipt('K-2026-000144', '2608002', 'Een medewerker hing op.'), 'follow-up', h=irt('K-2026-000144'), k='K-2026-000144', name='Petra van Dijk',
     d=['2608002'], res='dat dit gesprek wordt teruggeluisterd', has=['Hij verbrak de verbinding'], leak=['externe afzender', 'binnen vier weken', 'Een medewerker hing op'],
     note='the address is the employer\'s')

Case('fu-iphone-kort', 'apple', 'Dirk Ooms <dirk.ooms@icloud.example>', 'Re: Ontvangstbevestiging klacht K-2026-000150', '''
Ok dank. Nummer is trouwens 2610991 vergeten te melden

Verstuurd vanaf mijn iPhone

> Op 12 mrt 2026 om 09:04 heeft Klachten Pro Actief Incasso <klachten@proactief.example> het volgende geschreven:
> 
''' + quoted(receipt('K-2026-000150')), 'follow-up', h=irt('K-2026-000150'), k='K-2026-000150', name='Dirk Ooms', d=['2610991'],
     has=['vergeten te melden'], leak=['Verstuurd vanaf', 'van het kastje'])

Case('fu-gmail-bottom', 'gmail', 'Anouk Reijnders <anoukreijnders@gmail.example>', 'Re: Ontvangstbevestiging klacht K-2026-000161', '''
On Thu, Mar 12, 2026 at 9:04 AM Klachten Pro Actief Incasso <klachten@proactief.example> wrote:

''' + quoted(receipt('K-2026-000161', '2611444')) + '''

Nog een dingetje: ik ben vanaf volgende week bereikbaar op 06-18 88 70 21. En het is inmiddels al de vierde keer dat ik een brief krijg ondanks dat de klacht loopt. Kunnen die brieven even stoppen zolang dit niet is uitgezocht?

Anouk Reijnders
''', 'follow-up', h=irt('K-2026-000161'), k='K-2026-000161', name='Anouk Reijnders', phone='+31618887021', d=['2611444'], res='Kunnen die brieven even stoppen',
     has=['de vierde keer dat ik een brief krijg'], leak=['binnen vier weken'])

Case('fu-nummer-in-onderwerp', 'plain', 'Hans Peeters <hanspeeters@casema.example>', 'Aanvulling klacht K-2026-000139', '''
Geachte directie,

Hierbij de beloofde kopie van het bankafschrift bij mijn klacht. Zoals u ziet is het bedrag op 4 januari afgeschreven.

Hans Peeters
Wolvenlaan 265, 1216 EW Hilversum
''', 'follow-up', k='K-2026-000139', name='Hans Peeters', addr=('Wolvenlaan', '265', '1216 EW', 'Hilversum'), has=['op 4 januari afgeschreven'])

Case('fu-nieuw-dossier', 'outlook', 'Ton Verkerk <ton.verkerk@hetnet.example>', 'RE: Ontvangstbevestiging klacht K-2026-000166', '''
Beste directie,

En het houdt niet op: behalve over 2602210 krijg ik nu ook al brieven over een tweede dossier, 2602987, van dezelfde energieleverancier. Hetzelfde verhaal, dezelfde fout. Neemt u dat in dezelfde klacht mee, alstublieft.

Ton Verkerk

Van: Klachten Pro Actief Incasso <klachten@proactief.example>
Verzonden: donderdag 12 maart 2026 09:04
Aan: ton.verkerk@hetnet.example
Onderwerp: Ontvangstbevestiging klacht K-2026-000166

''' + receipt('K-2026-000166', '2602210', 'Ik betaal al via een regeling.'), 'follow-up', h=irt('K-2026-000166'), k='K-2026-000166', name='Ton Verkerk',
     d=['2602210', '2602987'], res='Neemt u dat in dezelfde klacht mee', has=['een tweede dossier'], leak=['Ik betaal al via een regeling'])

Case('fu-boos', 'samsung', 'Mo El Idrissi <mo.elidrissi@gmail.example>', 'Re: Ontvangstbevestiging klacht K-2026-000170', '''
Vier weken??? Zijn jullie gek geworden. Morgen staat de deurwaarder op de stoep. Bel me vandaag nog op 0684001122



-------- Oorspronkelijk bericht --------
Van: Klachten Pro Actief Incasso <klachten@proactief.example>
Datum: 12-03-2026 09:04 (GMT+01:00)
Aan: mo.elidrissi@gmail.example
Onderwerp: Ontvangstbevestiging klacht K-2026-000170

''' + receipt('K-2026-000170', '2605108', 'Beslag op mijn uitkering.'), 'follow-up', h=irt('K-2026-000170'), k='K-2026-000170', name='Mo El Idrissi',
     phone='+31684001122', d=['2605108'], res='Bel me vandaag nog', has=['Zijn jullie gek geworden'], leak=['Beslag op mijn uitkering'])

Case('fu-dank-compliment', 'bird', 'Elly Rozendal <elly.rozendal@hccnet.example>', 'Re: Ontvangstbevestiging klacht K-2026-000158', '''
Op 12-03-2026 om 09:04 schreef Klachten Pro Actief Incasso:
''' + quoted(receipt('K-2026-000158', '2607005')) + '''

Dank voor de snelle bevestiging. Ik wacht uw reactie af.

Elly Rozendal
''', 'follow-up', h=irt('K-2026-000158'), k='K-2026-000158', name='Elly Rozendal', d=['2607005'], has=['Ik wacht uw reactie af'], leak=['kastje'])

Case('compliment-in-antwoord', 'gmail', 'Carla Nijboer <carlanijboer@gmail.example>', 'Re: Bevestiging sluiting dossier 2600733', '''
Beste meneer Willems,

Wat ontzettend fijn dat u dit zo snel heeft opgelost. U bent de eerste die echt naar me luisterde. Heel erg bedankt, ook namens mijn man!

Carla Nijboer

Op wo 4 mrt 2026 om 11:02 schreef D. Willems <d.willems@proactief.example>:

> Geachte mevrouw Nijboer,
>
> Dossier 2600733 is gesloten. Onze excuses voor het ongemak.
>
> D. Willems
> Pro Actief Incasso, Postbus 8070, 5004 GB Tilburg
''', 'compliment', name='Carla Nijboer', d=['2600733'], has=['die echt naar me luisterde'], leak=['excuses voor het ongemak'])

Case('outlook-fwd-eigen', 'outlook', 'Joost Kramers <joost.kramers@upcmail.example>', 'Fwd: klacht', '''
Deze mail heb ik op 2 februari gestuurd en er is nooit op gereageerd. Bij dezen nogmaals.

Joost

Van: Joost Kramers <joost.kramers@upcmail.example>
Verzonden: maandag 2 februari 2026 20:15
Aan: info@proactief.example
Onderwerp: klacht

Geachte heer,

In dossier 2599820 wordt rente berekend vanaf 2019, terwijl de factuur uit 2024 is.

Joost Kramers
Zuiderparklaan 8
2574 HL Den Haag
070-3881240
''', name='Joost Kramers', phone='+31703881240', addr=('Zuiderparklaan', '8', '2574 HL', 'Den Haag'), d=['2599820'],
     has=['er is nooit op gereageerd'])

Case('apple-mail-antwoord', 'plain', 'Bregje Luijten <bregje@luijten.example>', 'Re: Herinnering betaling', '''
Waarom krijg ik hier nu een herinnering van? Ik heb jullie in januari al laten weten dat mijn man in het ziekenhuis lag en toen is mij uitstel beloofd tot 1 juli. Ik voel me belazerd.

Graag hou je je aan je eigen afspraak.

Bregje Luijten

> Op 14 mei 2026, om 08:30 heeft Pro Actief Incasso <incasso@proactief.example> het volgende geschreven:
> 
> Geachte mevrouw Luijten,
> 
> Wij herinneren u aan de betaling van € 61,20 (dossier 2615530).
> 
> Pro Actief Incasso
> 013 88 93 930
''', name='Bregje Luijten', d=['2615530'], res='Graag hou je je aan je eigen afspraak', has=['toen is mij uitstel beloofd', 'Ik voel me belazerd'],
     leak=['Wij herinneren u'])

Case('knummer-vreemde', 'gmail', 'Rob Slagter <rob.slagter@gmail.example>', 'K-2026-000123', '''
Goedendag,

Een vriendin van mij heeft bij u een klacht lopen onder bovenstaand nummer. Bij mij doet u precies hetzelfde: elke week een andere behandelaar en nooit een antwoord. Ik wil dus ook een klacht indienen. Mijn dossiernummer is 2624410.

Rob Slagter
Hazelaarstraat 5
8021 VX Zwolle
''', 'complaint', name='Rob Slagter', addr=('Hazelaarstraat', '5', '8021 VX', 'Zwolle'), d=['2624410'], has=['nooit een antwoord'], res=None,
     note='somebody else\'s complaint number')

Case('t-online-antwort', 'plain', 'Sabine Krüger <sabine.krueger@t-online.example>', 'AW: Mahnung Aktenzeichen 2613840', '''
Guten Tag,

Ihre Mitarbeiterin hat mir am Telefon gesagt, die Sache sei erledigt. Nun kommt wieder eine Mahnung, noch dazu mit Mahnkosten von 40 Euro. Ich bin sehr verärgert.

Bitte streichen Sie die Mahnkosten.

MfG
Sabine Krüger

-----Original-Nachricht-----
Betreff: Mahnung Aktenzeichen 2613840
Datum: 2026-03-05T09:12:00+0100
Von: "Pro Actief Incasso" <incasso@proactief.example>
An: "sabine.krueger@t-online.example" <sabine.krueger@t-online.example>

Sehr geehrte Frau Krüger,

wir fordern Sie letztmalig auf, 88,10 Euro zu zahlen.

Pro Actief Incasso
Postbus 8070
5004 GB Tilburg
''', name='Sabine Krüger', d=['2613840'], lang='de', res='streichen Sie die Mahnkosten', has=['Ich bin sehr verärgert'], leak=['letztmalig auf'])
