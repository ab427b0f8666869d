"""Further complaints: odd layouts, decoys, doubtful signs."""
from second_wrap import Case, demand, quoted

Case('dmarc-fail', 'plain', 'Yvonne Prins <yvonne.prins@gmail.example>', 'Klacht 2610123', '''
Goedemiddag,

Jullie hebben geld van mijn rekening gehaald zonder machtiging. Dat is gewoon diefstal. Ik wil het vandaag nog terug.

Yvonne Prins
''', h=['Authentication-Results: mx1.proactief.example; dmarc=fail (p=reject) header.from=gmail.example; spf=fail'], name='Yvonne Prins', d=['2610123'],
     res='Ik wil het vandaag nog terug', has=['Dat is gewoon diefstal'], allowed=False, to='yvonne.prins@gmail.example')
Case('precedence-bulk-mens', 'plain', 'Klaas Dijkema <klaas@dijkema.example>', 'Klacht over dossier 2616161', '''
Mijnheer,

Uw brief van gisteren is beledigend van toon. Ik ben 40 jaar ondernemer en laat mij niet als een boef behandelen. Ik wens een excuusbrief.

Klaas Dijkema
''', h=['Precedence: bulk'], name='Klaas Dijkema', d=['2616161'], res='een excuusbrief', has=['beledigend van toon'], allowed=False)
Case('suppress-mens', 'owa', 'Nynke Hiemstra <n.hiemstra@provincie.example>', 'Klacht', '''
Geachte heer Bos,

Op het gesprek van vanmorgen kijk ik met verbijstering terug. U luisterde niet, u viel mij in de rede en u noemde mij "naïef". Ik verwacht uw excuses. Dossier 2615151.

Nynke Hiemstra
''', h=['X-Auto-Response-Suppress: DR, OOF, AutoReply'], name='Nynke Hiemstra', d=['2615151'], res='Ik verwacht uw excuses', has=['met verbijstering terug'])
Case('autosubmitted-no', 'gmail', 'Kim Aerts <kim.aerts@gmail.example>', 'Afwezig?', '''
Zijn jullie soms allemaal afwezig? Ik bel al drie dagen en krijg alleen een bandje: "al onze medewerkers zijn in gesprek". Belachelijk. Dossier 2619494. Ik wil antwoord.

Kim Aerts
''', h=['Auto-Submitted: no'], name='Kim Aerts', d=['2619494'], res='Ik wil antwoord', has=['krijg alleen een bandje'])
Case('automatisch-in-tekst', 'plain', 'Jelle Bouma <jelle.bouma@chello.example>', 'Automatisch antwoord gekregen, klacht', '''
Beste,

Op mijn vragen krijg ik telkens een automatisch antwoord: "Dit is een automatisch gegenereerd bericht". Een mens krijg ik nooit te spreken. Dat vind ik ronduit klantonvriendelijk.

Laat een echt mens reageren op zaak 2613131.

Jelle Bouma
''', name='Jelle Bouma', d=['2613131'], res='Laat een echt mens reageren', has=['Een mens krijg ik nooit te spreken'])
Case('vakantie-in-tekst', 'outlook', 'Marja Sleeuwenhoek <marja@sleeuwenhoek.example>', 'Klacht n.a.v. vakantie', '''
Geachte heer,

Terwijl ik met vakantie was en tot 12 juli niet bereikbaar, heeft u beslag laten leggen. U had mijn afwezigheidsbericht nota bene ontvangen! Dat is misbruik maken van de situatie.

Ik eis opheffing van het beslag in dossier 2608080.

Marja Sleeuwenhoek
Nieuwe Rijn 49a
2312 JG Leiden
071 5 14 22 08
''', name='Marja Sleeuwenhoek', phone='+31715142208', addr=('Nieuwe Rijn', '49a', '2312 JG', 'Leiden'), d=['2608080'], res='opheffing van het beslag',
     has=['misbruik maken van de situatie'])
Case('opsomming', 'bird', 'Rens de Haas <rens.dehaas@xs4all.example>', 'Klacht in vijf punten - 2612121', '''
Geachte directie,

1. U stuurt brieven naar een adres waar ik sinds 2022 niet woon.
2. Uw chatbot herkent mijn dossier niet.
3. De heer Van Vliet scheldt.
4. De rente klopt niet.
5. U reageert nooit binnen uw eigen termijn.

Gevraagd:
- nieuwe berekening van de rente
- excuses van de heer Van Vliet

R. de Haas
Korte Nieuwstraat 3
6511 PP Nijmegen
''', name='R. de Haas', addr=('Korte Nieuwstraat', '3', '6511 PP', 'Nijmegen'), d=['2612121'], res='nieuwe berekening van de rente', has=['De heer Van Vliet scheldt'], also={'name': ['Rens de Haas']})
Case('brief-in-mail', 'plain', 'A. Strijbosch <strijbosch@home.example>', 'brief', '''
A. Strijbosch
Kanaalstraat 71
5711 EJ Someren

                                        Pro Actief Incasso
                                        T.a.v. de directie
                                        Postbus 8070
                                        5004 GB Tilburg

Someren, 8 april 2026

Betreft: klacht, uw nummer 2609 456

Geachte directie,

Hiermee teken ik bezwaar aan tegen de wijze waarop u mij benadert. Een brief in een open envelop waarop
met rode letters INCASSO staat, hoort niet in een gezamenlijke hal te liggen. De hele flat weet het nu.

Ik verzoek u dringend voortaan gesloten enveloppen te gebruiken.

Hoogachtend,

A. Strijbosch
''', name='A. Strijbosch', addr=('Kanaalstraat', '71', '5711 EJ', 'Someren'), d=['2609456'], res='voortaan gesloten enveloppen te gebruiken', has=['De hele flat weet het nu'])
Case('een-regel', 'plain', 'g.vos@ziggo.example', '2614848', '''
Waar blijft mijn geld? G. Vos, Tulpstraat 2, 2402 VX Alphen aan den Rijn, 0172-441100
''', name='G. Vos', phone='+31172441100', addr=('Tulpstraat', '2', '2402 VX', 'Alphen aan den Rijn'), d=['2614848'], res='Waar blijft mijn geld', has=['Waar blijft mijn geld'])
Case('laatste-eerst', 'owa', '"Haan - van Ginkel, E. de (Els)" <els.dehaan@lyceum.example>', 'uw telefoontje naar school', '''
Geachte heer Willems,

U heeft vandaag de administratie van mijn school gebeld en verteld dat er "een financiële kwestie" speelt. Mijn leerlingen zaten erbij. Ik ben hier woedend over.

Bel nooit meer naar de school. Dossier 2618118.

Els de Haan

Chr. Lyceum Veenendaal, Kerkewijk 149, 3904 JA Veenendaal, tel. 0318-521700
''', name='Els de Haan', d=['2618118'], res='Bel nooit meer naar de school', has=['Ik ben hier woedend over'], also={'name': ['Els de Haan-van Ginkel', 'E. de Haan-van Ginkel', 'Els de Haan - van Ginkel']},
     note='the school\'s address and telephone')
Case('twee-dossiers', 'gmail', 'Ilja Petrov <ilja.petrov@gmail.example>', 'Dossiers 2605001 en 2605002', '''
Beste,

Voor dezelfde tandartsrekening heeft u twee dossiers aangemaakt, 2605001 en 2605002, en op allebei kosten gerekend. Dat is dubbelop en oneerlijk.

Voeg ze samen en reken de kosten één keer.

Ilja Petrov
Wibautstraat 131 K
1091 GL Amsterdam
''', name='Ilja Petrov', addr=('Wibautstraat', '131 K', '1091 GL', 'Amsterdam'), d=['2605001', '2605002'], res='Voeg ze samen', has=['dubbelop en oneerlijk'])
Case('fax-en-werk', 'plain', 'Theo van Buuren <theo@vanbuuren-tweewielers.example>', 'Klacht over mw. Bos', '''
Mevrouw Bos heeft mij een leugenaar genoemd. Ik zit 35 jaar in het vak. Dit laat ik niet op me zitten. Ik wens een ander aanspreekpunt.

Uw dossier: 2600909

Th. van Buuren
Hoogstraat 130
3131 BN Vlaardingen
fax 010-4340001
winkel 010-4340002
thuis na zessen 010-4600717
overdag het best: 06.20.40.60.81
''', name='Th. van Buuren', phone='+31620406081', addr=('Hoogstraat', '130', '3131 BN', 'Vlaardingen'), d=['2600909'], res='een ander aanspreekpunt', has=['een leugenaar genoemd'], also={'name': ['Theo van Buuren']})
Case('geen-dossier', 'gmail', 'Marit Oskam <marit.oskam@gmail.example>', 'boos', '''
Ik heb nog nooit van jullie gehoord en nu staat er een man aan de deur met een brief van jullie. Zonder dossiernummer, zonder naam van de schuldeiser, niks. Wat is dit voor amateuristische bende? Mijn klantnummer bij de energie is 26044170 en mijn polisnummer 2611223, maar of dat ermee te maken heeft weet ik niet.

Leg uit waar dit over gaat.

Marit Oskam
Hildebrandstraat 24, 2273 AA Voorburg
''', name='Marit Oskam', addr=('Hildebrandstraat', '24', '2273 AA', 'Voorburg'), d=[], res='Leg uit waar dit over gaat', has=['amateuristische bende'])
Case('kenmerk-verschreven', 'samsung', 'Djamila Haddou <djamila.h@gmail.example>', 'klagt', '''
ik wil een klagt doen. dosier numer 26.20.311. jullie zeggen dat ik moet betalen maar ik heb die bril nooit gehad ik ben ook nog nooit in die winkel geweest. jullie mevrouw deed heel lelijk tegen mij. haal me eruit

djamila haddou
bel me op 06/31 20 44 51
''', name='djamila haddou', phone='+31631204451', d=['2620311'], res='haal me eruit', has=['jullie mevrouw deed heel lelijk'], leak=['Galaxy'], also={'name': ['Djamila Haddou']})
Case('mentor', 'plain', 'Corné van Empel <c.vanempel@mentorschapzuid.example>', 'klacht mw. Donkers', '''
Geachte,

Als mentor van mevrouw W. Donkers-Aarts (Zorgcentrum De Linde, Lindelaan 100, 5616 BA Eindhoven) maak ik bezwaar tegen uw bezoek aan haar kamer op 12 juni. Mevrouw is ernstig dement. Zij is die avond gevallen van de zenuwen.

Ik verzoek u dit dossier, 2603737, per direct te sluiten.

C. van Empel
Mentorschap Zuid
Heuvelring 8, 5038 CJ Tilburg
T. 013-5447700
''', name='C. van Empel', obo='W. Donkers-Aarts', phone='+31135447700', addr=('Heuvelring', '8', '5038 CJ', 'Tilburg'), d=['2603737'], res='per direct te sluiten',
     has=['Zij is die avond gevallen'], also={'name': ['Corné van Empel'], 'on_behalf_of': ['mevrouw W. Donkers-Aarts']})
Case('rustig-feitelijk', 'plain', 'H. Westra <h.westra@kpnmail.example>', 'Dossier 2601717', '''
Geachte heer Klein,

In uw brief van 4 juni schrijft u dat ik niet heb gereageerd. Dat is niet juist. Ik heb op 22 mei een aangetekende brief gezonden, die op 23 mei voor ontvangst is getekend door uw receptie. Desalniettemin rekent u mij nu € 48,40 aan kosten.

Ik zie een gecorrigeerde opgave graag tegemoet.

Hoogachtend,
H. Westra
Noorderhaven 63-1
9712 VK Groningen
''', name='H. Westra', addr=('Noorderhaven', '63-1', '9712 VK', 'Groningen'), d=['2601717'], res='een gecorrigeerde opgave', has=['Dat is niet juist'])
Case('roemeens-nederlands', 'gmail', 'Ionuț Popescu <ionut.popescu@yahoo.example>', 'Problem file 2624848', '''
Good day,

I write you because your colleague say to my wife she go to prison if we not pay. She cry all night. In my country this is criminal. I paid already 120 euro on 3 May.

Please say sorry to my wife.

Ionuț Popescu
Laan van Meerdervoort 512-A
2563 AX Den Haag
0687441120
''', name='Ionuț Popescu', phone='+31687441120', addr=('Laan van Meerdervoort', '512-A', '2563 AX', 'Den Haag'), d=['2624848'], lang='en', res='Please say sorry to my wife', has=['She cry all night'])
Case('html-met-hoofd', 'page', '"Anton Vreeswijk" <anton@vreeswijk.example>', 'Uw incassokosten', '''
<html><head><style>.h{display:none}</style></head><body><div class="h" style="display:none">voorvertoning 2699999</div><p>Geachte heer,</p><p>U rekent <b>&euro; 72,60</b> kosten over een hoofdsom van &euro; 41,00. Volgens de staffel is dat &euro; 40. Ik vind dit <i>onfatsoenlijk</i>.</p><p>Corrigeer dit.</p><p>Dossier:&nbsp;2607&#8239;272</p><p>Anton Vreeswijk<br>Singel 402&nbsp;hs<br>1016&nbsp;AK&nbsp;Amsterdam</p><img src="https://t.example/p.gif?d=2611112" width="1" height="1"></body></html>
''', name='Anton Vreeswijk', addr=('Singel', '402 hs', '1016 AK', 'Amsterdam'), d=['2607272'], res='Corrigeer dit', has=['Ik vind dit onfatsoenlijk'], leak=['voorvertoning'])
Case('moeder-van-kind', 'gmail', 'Bianca Snel <biancasnel@gmail.example>', 'Brief aan minderjarige!!', '''
Hallo,

Mijn zoon Jayden Snel is 15. VIJFTIEN. En jullie sturen hem een sommatie van 389 euro voor een sportschool. Dat mag helemaal niet, dat weten jullie best. Wat een waardeloze club.

Vernietig deze vordering. Dossiernr: 2622622

Bianca Snel
De Bongerd 17, 1749 GD Warmenhuizen
''', name='Bianca Snel', obo='Jayden Snel', addr=('De Bongerd', '17', '1749 GD', 'Warmenhuizen'), d=['2622622'], res='Vernietig deze vordering', has=['Wat een waardeloze club'])
Case('ooo-gmail-van-mens', 'gmail', 'Paul Ruiter <paulruiter@gmail.example>', 'Re: afwezig', '''
Beste mevrouw Van Dam,

U bent volgens uw mailtje "afwezig tot nader order". En wie doet mijn dossier dan? Ik wacht al zes weken op een antwoord over 2606363 en de kosten lopen op. Regel een vervanger!

Paul Ruiter
''', name='Paul Ruiter', d=['2606363'], res='Regel een vervanger', has=['Ik wacht al zes weken'])
