"""People writing for the first time, in their own words."""
from second_wrap import Case, demand, quoted

Case('evolution-marchetti', 'raw8', '=?ISO-8859-15?Q?Ren=E9?= Marchetti <rene@marchetti.example>', 'complaint about file 2593911', '''
Dear all,

You have now written to me four times about a parking fine of € 92 that belongs to
the previous owner of my car. The RDW transfer certificate is in your possession
since 14 January. Still your Mr. Bos rang me on Sunday, which I find outrageous.

Please remove my details from your records and confirm this to me in writing.

Kind regards,
René Marchetti

-- 
René Marchetti | Vlietkade 9-B, 2266 AK Leidschendam | 070 - 320 14 55
"Audi alteram partem"
''', cs='iso-8859-15', ct='Content-Type: text/plain; charset=ISO-8859-15\nContent-Transfer-Encoding: 8bit\nUser-Agent: Evolution 3.46\n',
     name='René Marchetti', phone='+31703201455', addr=('Vlietkade', '9-B', '2266 AK', 'Leidschendam'), d=['2593911'], lang='en',
     res='remove my details from your records', has=['belongs to the previous owner of my car', 'which I find outrageous'], leak=['Audi alteram'])

Case('mislabel-latin1-as-utf8', 'raw8', '"Ines Könning" <ines@koenning.example>', 'Klacht', '''
Geachte dames en heren,

Uw brief van 3 maart is aan mijn vader gericht, die in augustus is overleden. Dat wist u: de akte is u
tweemaal toegestuurd, de laatste keer aangetekend. Mijn moeder is er kapot van. Hoe onkies kun je zijn?

Wilt u ophouden met brieven sturen naar dit adres? Het gaat om zaaknummer 2611308.

Ines Könning
Boulevard Évertsen 42
4382 AG Vlissingen
''', cs='cp1252', ct='Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n',
     name='Ines Könning', addr=('Boulevard Évertsen', '42', '4382 AG', 'Vlissingen'), d=['2611308'], res='ophouden met brieven sturen',
     has=['die in augustus is overleden', 'Hoe onkies kun je zijn'])

Case('polite-elderly', 'bird', '"Mw. A.C.M. Hoogeveen-Smulders" <acm.hoogeveen@planet.example>', 'Vraagje (of eigenlijk een klachtje)', '''
Geachte mevrouw, mijnheer,

Neemt u mij niet kwalijk dat ik u lastigval. Ik heb op 6 en op 13 mei naar uw kantoor gebeld en beide malen beloofde een jongedame dat ik dezelfde middag zou worden teruggebeld. Ik ben ervoor thuisgebleven. Er is niet gebeld. Ik begrijp best dat u het druk heeft, maar netjes vind ik het niet.

Zou u mij alsnog kunnen laten terugbellen? Het is dossier 26.19.440.

Met de meeste hoogachting,
mevrouw A.C.M. Hoogeveen-Smulders
Sint Janstraat 7 hs
4701 BV Roosendaal
0165 - 53 18 22 (liefst vóór 17.00 uur)
''', name='A.C.M. Hoogeveen-Smulders', phone='+31165531822', addr=('Sint Janstraat', '7 hs', '4701 BV', 'Roosendaal'), d=['2619440'],
     res='alsnog kunnen laten terugbellen', has=['Ik ben ervoor thuisgebleven', 'netjes vind ik het niet'],
     also={'name': ['Mw. A.C.M. Hoogeveen-Smulders', 'mevrouw A.C.M. Hoogeveen-Smulders']})

Case('samsung-kort', 'samsung', 'Priscilla <prissie.xx@gmail.example>', '(geen onderwerp)', '''
Wat een ongelofelijke prutsers zijn jullie zeg. 3x betaald en 3x weer een brief. dosiernr 2622871. Los het op
''', name='Priscilla', d=['2622871'], res='Los het op', has=['3x betaald en 3x weer een brief'], leak=['Galaxy'])

Case('capitals', 'plain', 'wim@vierhuizen.example', 'SCHANDALIG', '''
MIJN DEUR IS VANDAAG BIJNA INGETRAPT DOOR EEN MAN DIE ZEI DAT HIJ VAN PRO ACTIEF WAS. MIJN KINDEREN ZATEN BINNEN TE HUILEN.
IK EIS DAT U MIJ UITLEGT WIE DIT WAS.

DOSSIER: 2607713

W.K. VIERHUIZEN
MOLENWEG 88
9951 BK WINSUM
TEL 0595 441 208
''', name='W.K. Vierhuizen', phone='+31595441208', addr=('Molenweg', '88', '9951 BK', 'Winsum'), d=['2607713'], res='DAT U MIJ UITLEGT WIE DIT WAS',
     has=['MIJN KINDEREN ZATEN BINNEN TE HUILEN'])

Case('telegram', 'plain', 'b.kuyt@xs4all.example', 'dossier 2600417', '''
Betaald 2/1. Bewijs gestuurd 5/1. Aanmaning 9/1. Gebeld 10/1: "staat niet in systeem". Weer aanmaning 20/1. Onbegrijpelijk.
Nu graag: dossier sluiten.
Kuyt
''', name='Kuyt', d=['2600417'], res='dossier sluiten', has=['staat niet in systeem'], also={'name': ['B. Kuyt', 'b. kuyt', 'b.kuyt']})

Case('sarcasme', 'gmail', 'Floris Aalbers <floris.aalbers@gmail.example>', 'Complimenten!', '''
Beste Pro Actief,

Mijn complimenten! Het is u gelukt om in één brief drie fouten te maken: de verkeerde naam, het verkeerde bedrag en een bankrekening die niet van u is. Knap werk. En uw klantenservice, chapeau: vijfentwintig minuten in de wacht om daarna te worden opgehangen. Hulde.

Misschien kunt u de volgende keer iemand inhuren die kan lezen. Tot die tijd wil ik een gecorrigeerde brief.

Groet,
Floris Aalbers
p/a Kerkelandsweg 14, 1216 RK Hilversum
Dossier 2598240
''', name='Floris Aalbers', addr=('Kerkelandsweg', '14', '1216 RK', 'Hilversum'), d=['2598240'], res='een gecorrigeerde brief',
     has=['in één brief drie fouten te maken', 'Hulde'])

Case('advocaat-client', 'outlook', '"Mr. T.J. van Swieten | Swieten & Blok Advocaten" <vanswieten@swietenblok.example>', 'M. Yilmaz-Kara / Pro Actief - uw kenmerk 2615002 - ons kenmerk 20260144/TS', '''
Geachte heer, mevrouw,

Tot mij wendde zich mevrouw M. Yilmaz-Kara, wonende te Schiedam, met het verzoek haar belangen te behartigen. Cliënte betwist de vordering met uw kenmerk 2615002 nadrukkelijk. U heeft haar ondanks een schriftelijke betwisting drie maal telefonisch benaderd en daarbij gedreigd met beslag op haar toeslagen, hetgeen rechtens niet kan.

Ik verzoek u mij binnen zeven dagen te bevestigen dat u verdere incassomaatregelen staakt.

Hoogachtend,

mr. T.J. van Swieten
advocaat

Swieten & Blok Advocaten
Westvest 211
3111 BT Schiedam
T 010 - 273 66 00  |  F 010 - 273 66 09
KvK 24411908

De informatie in dit bericht is uitsluitend bestemd voor de geadresseerde en kan vallen onder het verschoningsrecht.
''', name='T.J. van Swieten', obo='M. Yilmaz-Kara', phone='+31102736600', addr=('Westvest', '211', '3111 BT', 'Schiedam'), d=['2615002'],
     res='bevestigen dat u verdere incassomaatregelen staakt', has=['gedreigd met beslag op haar toeslagen'], leak=['verschoningsrecht', 'KvK 24411908'],
     also={'name': ['mr. T.J. van Swieten'], 'on_behalf_of': ['mevrouw M. Yilmaz-Kara']}, note='our reference, fax')

Case('bewindvoerder', 'outlook', '"Postma Bewindvoering" <info@postmabewind.example>', 'Cliënt: D. Hanenberg, geb. 04-07-1979', '''
L.S.,

Hierbij bericht ik u als beschermingsbewindvoerder van de heer D. Hanenberg. De goederen van betrokkene staan sinds 1 oktober 2025 onder bewind (CBR-publicatie bijgevoegd). Desondanks blijft u de heer Hanenberg rechtstreeks aanschrijven en bellen. Dat is in strijd met artikel 1:441 BW en het veroorzaakt veel onrust bij betrokkene.

Wij verzoeken u alle correspondentie voortaan uitsluitend aan ons kantoor te richten.

Uw dossiernummers: 2601188 en 2601189
Ons dossier: 104772

Met vriendelijke groet,

Jeltje Postma
Beschermingsbewindvoerder

Postma Bewindvoering B.V.
Postbus 219
8500 AE Joure
Telefonisch spreekuur ma t/m do 9.30-11.00 uur: 0513-41 77 20
''', name='Jeltje Postma', obo='D. Hanenberg', phone='+31513417720', addr=('Postbus', '219', '8500 AE', 'Joure'), d=['2601188', '2601189'],
     res='alle correspondentie voortaan uitsluitend aan ons kantoor te richten', has=['rechtstreeks aanschrijven en bellen'], leak=['Postbus 219'],
     also={'on_behalf_of': ['de heer D. Hanenberg']})

Case('dochter', 'apple', 'Marloes Tiemessen <marloes.tiemessen@icloud.example>', 'Klacht over brief aan mijn vader', '''
Goedenavond,

Mijn vader, Theo Tiemessen (87), heeft van u een brief gekregen over een abonnement op een tijdschrift dat hij nooit heeft genomen. Hij slaapt er niet van. Toen ik belde wilde uw medewerkster mij niet te woord staan "vanwege de privacy", terwijl zij twee minuten eerder wel alles aan zijn buurvrouw had verteld. Dat is toch de wereld op zijn kop?

Kunt u ervoor zorgen dat hij met rust gelaten wordt?

Dossiernummer 2620016.

Marloes Tiemessen
Vosseveldlaan 3b, Soest
06-4410 9827

Verstuurd vanaf mijn iPad
''', name='Marloes Tiemessen', obo='Theo Tiemessen', phone='+31644109827', addr=('Vosseveldlaan', '3b', None, 'Soest'), d=['2620016'],
     res='dat hij met rust gelaten wordt', has=['Hij slaapt er niet van'], leak=['Verstuurd vanaf'])

Case('echtpaar', 'gmail', 'Fam. De Groot-Abels <degrootabels@gmail.example>', 'ontevreden', '''
Beste mensen,

Wij zijn zeer ontevreden over de gang van zaken in ons dossier (2616640). In april spraken wij met de heer Klein een regeling af van 35 euro per maand. Wij betalen keurig. Toch kregen wij gisteren een dagvaarding, met 118 euro kosten erbovenop.

Graag de dagvaarding intrekken en de kosten kwijtschelden.

Henk en Ria de Groot-Abels
Dorpsstraat 201
7468 CG Enter
''', name='Henk en Ria de Groot-Abels', addr=('Dorpsstraat', '201', '7468 CG', 'Enter'), d=['2616640'], res='de dagvaarding intrekken',
     has=['Wij betalen keurig'])

Case('bedrijf-admin', 'outlook', '"Administratie | Van Rooij Installaties BV" <administratie@vanrooijinstallaties.example>', 'Dossier 2588410 / debiteur 118822', '''
Geachte heer Spaans,

Reeds in november hebben wij u gemeld dat factuur 2025-30471 door uw opdrachtgever is gecrediteerd (creditnota 2025-30999). Niettemin heeft u onze naam nu bij een kredietbureau gemeld. Onze leverancier levert ons daardoor alleen nog tegen vooruitbetaling. Wij stellen u aansprakelijk voor de schade.

Wij eisen dat de melding per omgaande wordt ingetrokken.

Met vriendelijke groet,

Patricia van Erp
Administratie

Van Rooij Installaties BV
De Ambachten 33, 4881 XZ Zundert
T: 076 597 20 88 | M: 06 53 77 12 90
IBAN NL18RABO0154332211 | BTW NL802233445B01
Op al onze leveringen zijn de Metaalunievoorwaarden van toepassing.
''', name='Patricia van Erp', phone='+31765972088', addr=('De Ambachten', '33', '4881 XZ', 'Zundert'), d=['2588410'],
     res='dat de melding per omgaande wordt ingetrokken', has=['bij een kredietbureau gemeld'], leak=['Metaalunie'],
     also={'phone': ['+31653771290'], 'on_behalf_of': ['Van Rooij Installaties BV']})

Case('polish', 'gmail', 'Grzegorz Wiśniewski <g.wisniewski82@wp.example>', 'Reklamacja / skarga - sprawa 2617755', '''
Dzień dobry,

Otrzymałem od Państwa trzeci list w sprawie nr 2617755, chociaż zapłaciłem całą kwotę 4 lutego. Wasz pracownik krzyczał na mnie przez telefon i powiedział, że "Polacy nigdy nie płacą". To jest skandal.

Żądam pisemnych przeprosin.

Z poważaniem
Grzegorz Wiśniewski
Kleine Berg 60
5611 JV Eindhoven
tel. +31 687 120 443
''', name='Grzegorz Wiśniewski', phone='+31687120443', addr=('Kleine Berg', '60', '5611 JV', 'Eindhoven'), d=['2617755'], lang='pl',
     res='pisemnych przeprosin', has=['krzyczał na mnie przez telefon'])

Case('turkish', 'owa', 'Hatice Demirtaş <hatice.demirtas@hotmail.example>', 'Şikayet', '''
Merhaba,

Dosya numaram 2619870. Borcumu ocak ayında ödedim ama siz hâlâ her gün beni arıyorsunuz. Dün iş yerimi aradınız, müdürüm her şeyi öğrendi. Bu çok utanç verici ve kabul edilemez.

Beni bir daha aramayın.

Saygılarımla,
Hatice Demirtaş
Putsebocht 144
3073 HJ Rotterdam
''', name='Hatice Demirtaş', addr=('Putsebocht', '144', '3073 HJ', 'Rotterdam'), d=['2619870'], lang='tr', res='Beni bir daha aramayın',
     has=['iş yerimi aradınız'])

Case('german-tonline', 'plainqp', '=?iso-8859-1?Q?J=FCrgen_Brinkmann?= <j.brinkmann@t-online.example>', 'Beschwerde, Ihr Zeichen 2612289', '''
Sehr geehrte Damen und Herren,

mit Schreiben vom 2. März fordern Sie von mir 188 EUR für einen Kfz-Stellplatz in Venlo. Ich habe Ihnen bereits zweimal mitgeteilt, dass ich an dem Tag gar nicht in den Niederlanden war. Auf meine Schreiben erhielt ich nur eine weitere Mahnung. Das ist eine Unverschämtheit.

Ich fordere Sie auf, die Forderung zurückzunehmen.

Mit freundlichen Grüßen

Jürgen Brinkmann
Lindenstraße 18
41334 Nettetal
Tel. 02153 91 20 33
''', cs='iso-8859-1', name='Jürgen Brinkmann', phone='+492153912033', addr=('Lindenstraße', '18', None, 'Nettetal'), d=['2612289'], lang='de',
     res='die Forderung zurückzunehmen', has=['Das ist eine Unverschämtheit'], also={'phone': ['+492153912033', '02153912033'],
     'address': [{'street': 'Lindenstraße', 'house_number': '18', 'postcode': '41334', 'city': 'Nettetal'}, {}]})

Case('dreiging', 'plain', 'Sjonnie <sjon1977@live.example>', 'laatste waarschuwing', '''
Als jullie nog één keer aan mijn deur komen dan sta ik niet voor mezelf in. Ik weet jullie te vinden in Tilburg.
Blijf weg bij mijn huis. 2609913
''', name='Sjonnie', d=['2609913'], res='Blijf weg bij mijn huis', has=['dan sta ik niet voor mezelf in'])

Case('nood', 'gmail', 'Lisanne M. <lisanne.m@gmail.example>', 'ik kan niet meer', '''
hallo

elke dag weer een brief en weer een telefoontje. ik heb niks meer. ik heb gisteren tegen jullie mevrouw gezegd dat het voor mij niet meer hoeft en toen zei ze dat is uw keuze mevrouw. dat je zoiets tegen een mens zegt. ik lig al weken wakker en ik weet niet meer hoe ik verder moet

dossier 2623390
lisanne
''', name='Lisanne M.', d=['2623390'], has=['toen zei ze dat is uw keuze mevrouw'], also={'name': ['lisanne']})

Case('alleen-schelden', 'samsung', 'k.jansen1990@hotmail.example', 'Oplichters', '''
Stelletje oplichters en aasgieren. Ga je schamen!!!!
''', name=None, has=['Stelletje oplichters en aasgieren'], also={'name': ['K. Jansen', 'k.jansen', 'k jansen', 'K Jansen', 'k.jansen1990', 'Jansen']})

Case('opdrachtgever', 'plain', 'Nadia El Khattabi <nadia.elkhattabi@ziggo.example>', 'Klacht over Sportcentrum Olympus', '''
Goedemiddag,

Sportcentrum Olympus heeft mijn opzegging van juni genegeerd en de vordering aan jullie verkocht. De eigenaar daar, de heer Pronk, lacht me uit als ik erover begin. En jullie nemen zijn verhaal klakkeloos over, zonder mij ook maar één vraag te stellen. Dat stoort me nog het meest.

Ik wil dat jullie de opzegging opvragen bij Olympus (Stadionweg 5, 5611 AB Eindhoven, 040-2990011) en daarna het dossier 2618091 sluiten.

Nadia el Khattabi
Zandkasteel 44
5658 BC Eindhoven
06 - 30 11 74 58
''', name='Nadia el Khattabi', phone='+31630117458', addr=('Zandkasteel', '44', '5658 BC', 'Eindhoven'), d=['2618091'],
     res='de opzegging opvragen bij Olympus', has=['klakkeloos over'])

Case('brief-met-lokvogels', 'outlook', '"Koopmans, L.P. (Lucas)" <l.koopmans@waterschapoost.example>', 'Bezwaar en klacht', '''
Geachte directie,

Mijn klantnummer bij de telefoonaanbieder is 26093341, het factuurnummer 2604417 en mijn BSN is 123456782; dat laatste heeft uw medewerker mij afgetroggeld, hetgeen niet is toegestaan. Het door u gevoerde nummer is 2613376. Betaald heb ik op 11 mei vanaf NL20INGB0001234567.

Ik wens dat mijn BSN uit uw bestanden wordt verwijderd.

Lucas Koopmans
Beukenlaan 12, 7091 KA Dinxperlo
privé 06 2233 4455, werk 0544 48 12 00

Waterschap Oost | Liemersweg 2 | 7006 GG Doetinchem
Het waterschap staat niet in voor de juiste overbrenging van deze e-mail.
''', name='Lucas Koopmans', phone='+31622334455', addr=('Beukenlaan', '12', '7091 KA', 'Dinxperlo'), d=['2613376'],
     res='dat mijn BSN uit uw bestanden wordt verwijderd', has=['heeft uw medewerker mij afgetroggeld'], leak=['staat niet in voor'],
     also={'name': ['L.P. Koopmans', 'L.P. (Lucas) Koopmans', 'Lucas Koopmans'], 'phone': ['+31544481200']})

Case('proton', 'page', 'mara.steen <mara.steen@proton.example>', 'Uw telefonist', '''
<div style="font-family: Arial; font-size: 14px;">Hoi,</div><div><br></div><div>Een zekere "Kevin" van jullie heeft mij vanmiddag voor wanbetaler uitgemaakt. Over een rekening van <b>€&nbsp;17,50</b>, die ik nog nooit gezien had! Ik eis excuses van Kevin zelf.</div><div><br></div><div>Kenmerk <span>261</span><span>4478</span></div><div><br></div><div class="protonmail_signature_block"><div class="protonmail_signature_block-user">Mara van der Steen<br>Oude Gracht 210 bis A, 3511 NR Utrecht</div><div><br></div><div class="protonmail_signature_block-proton">Verzonden met <a href="https://proton.me/mail/home">Proton Mail</a> beveiligde e-mail.</div></div>
''', name='Mara van der Steen', addr=('Oude Gracht', '210 bis A', '3511 NR', 'Utrecht'), d=['2614478'], res='excuses van Kevin zelf',
     has=['voor wanbetaler uitgemaakt'], leak=['Proton Mail'])

Case('kpn-webmail', 'page', 'J.A.M. Verbruggen <ja.verbruggen@kpnmail.example>', 'herhaalde klacht', '''
<html><head></head><body><p>Geachte heer/mevrouw,</p><p>&nbsp;</p><p>Al twee keer heb ik u verzocht mij niet langer aan te schrijven over de schuld van mijn ex-man, R. Tolhuis. Wij zijn in 2021 gescheiden en hij woont niet meer op dit adres. Toch ligt er vandaag w&eacute;&eacute;r een brief op de mat. Ik voel mij niet serieus genomen.</p><p>U gelieve mijn adres te verwijderen uit dossier&nbsp;20251147.</p><p>&nbsp;</p><p>J.A.M. Verbruggen<br />Hoefkestraat 31<br />5671 CR&nbsp;&nbsp;NUENEN</p></body></html>
''', name='J.A.M. Verbruggen', addr=('Hoefkestraat', '31', '5671 CR', 'Nuenen'), d=['20251147'], res='mijn adres te verwijderen',
     has=['Ik voel mij niet serieus genomen'])

Case('yahoo-english', 'gmail', 'Adaeze Okonkwo <adaeze_okonkwo@yahoo.example>', 'Re: harassment', '''
Hello,

I have told your staff more than once that I am on maternity leave and cannot pay before June. Yet you people call me 5 to 6 times a day from a hidden number. Yesterday a man named Ronald threatened to "come for the baby stuff". This is harassment, plain and simple.

Stop calling me. Write to me instead.

Ref: PAI/2608826/mk

Adaeze Okonkwo
Bijlmerdreef 1289-311
1103 TX Amsterdam Zuidoost
''', name='Adaeze Okonkwo', addr=('Bijlmerdreef', '1289-311', '1103 TX', 'Amsterdam Zuidoost'), d=['2608826'], lang='en', res='Stop calling me',
     has=['This is harassment, plain and simple'], also={'address': [{'street': 'Bijlmerdreef', 'house_number': '1289-311', 'postcode': '1103 TX', 'city': 'Amsterdam'}]})

Case('leeg-met-onderwerp', 'plain', 'Ger Wolters <ger.wolters@telfort.example>', 'Klacht: jullie nemen nooit op, dossier 2606621, bel me terug op 0612009988', '''
''', name='Ger Wolters', phone='+31612009988', d=['2606621'], res='bel me terug', has=['jullie nemen nooit op'])

Case('herhaald-gemengd', 'gmail', 'Youssef Amrani <y.amrani@gmail.example>', 'vraag en klacht', '''
Hallo,

Kunt u mij vertellen hoeveel er nog openstaat in 2621147? Ik vraag dat nu voor de derde keer. Op de vorige twee mails kreeg ik geen enkel antwoord en ondertussen tellen jullie wel rente door. Dat kan toch niet de bedoeling zijn, dit is gewoon slecht.

mvg Youssef Amrani
''', name='Youssef Amrani', d=['2621147'], res='hoeveel er nog openstaat', has=['geen enkel antwoord'])

Case('vlaming', 'bird', 'Griet Vandenbroucke <griet.vandenbroucke@telenet.example>', 'Klacht', '''
Beste,

Ik woon al zeven jaar terug in Vlaanderen en krijg van u plots een aanmaning voor een waterrekening in Sluis. Uw bediende heeft mij aan de telefoon uitgescholden. Dat pik ik niet.

Gelieve dit dossier (nr. 2617008) af te sluiten.

Griet Vandenbroucke
Kapellestraat 27 bus 4
8400 Oostende
+32 59 80 12 34
''', name='Griet Vandenbroucke', phone='+3259801234', addr=('Kapellestraat', '27 bus 4', None, 'Oostende'), d=['2617008'], res='dit dossier (nr. 2617008) af te sluiten',
     has=['Dat pik ik niet'], also={'address': [{'street': 'Kapellestraat', 'house_number': '27 bus 4', 'postcode': '8400', 'city': 'Oostende'}, {}]})

Case('doorgestuurd-sommatie', 'outlook', 'Arno Lubbers <arno@lubbersfietsen.example>', 'FW: Laatste sommatie', '''
Beste,

Zie onderstaand. De fiets waar dit over gaat is door jullie opdrachtgever zelf teruggehaald, ik heb het vrachtbriefje hier liggen. Toch blijven jullie doordrammen. Ik word er niet goed van.

Ik reken op een creditering vóór de 15e.

Arno Lubbers
Lubbers Fietsen, Marktstraat 9, 7411 GK Deventer, 0570 61 22 90

Van: Pro Actief Incasso <incasso@proactief.example>
Verzonden: dinsdag 3 maart 2026 08:30
Aan: arno@lubbersfietsen.example
Onderwerp: Laatste sommatie

''' + demand('812,40', '2609377', 'Batavus Lease (factuur 20257781)'), name='Arno Lubbers', phone='+31570612290',
     addr=('Marktstraat', '9', '7411 GK', 'Deventer'), d=['2609377'], res='een creditering vóór de 15e', has=['blijven jullie doordrammen'],
     leak=['dagvaarding zonder nadere aankondiging', 'Verzonden: dinsdag'])

Case('van-dalen', 'gmail', 'Bas van Dalen <bas.vandalen@gmail.example>', 'Klacht gedrag deurwaarder', '''
L.S.

Namens mijzelf en mijn huisgenoot dien ik een klacht in. Op 4 juni stond uw buitendienstmedewerker om 7.10 uur 's ochtends op de bel te drukken en sprak hij onze benedenbuurman aan over "die wanbetalers boven". Privacy bestaat bij u kennelijk niet.

Wat ik van u verwacht: een schriftelijke reactie en een gesprek met uw leidinggevende.

Dossier: 2612-750

B. van Dalen, Jan van Scorelstraat 96 II, 3583 CR Utrecht - 030 251 88 14
''', name='B. van Dalen', phone='+31302518814', addr=('Jan van Scorelstraat', '96 II', '3583 CR', 'Utrecht'), d=['2612750'],
     res='een schriftelijke reactie', has=['Privacy bestaat bij u kennelijk niet'], also={'name': ['Bas van Dalen']})
