"""Sixty more, written when the rules stood and scored once before any was mended."""
from second_wrap import Case, demand, irt, quoted, receipt

M, O = dict(kind='machine'), dict(kind='other')

Case('u-kapotte-afspraak', 'gmail', 'Jasmijn Verwoerd <jasmijnverwoerd@gmail.example>', 'Terugbelafspraak niet nagekomen', '''
Beste mensen,

Donderdag zou ik tussen twee en vier worden gebeld door de heer Van Vliet. Ik heb er een middag vrij voor genomen, onbetaald. De telefoon bleef stil. Vrijdag belde ik zelf en toen wist niemand ergens van. Tja.

Ik zou het op prijs stellen als u mijn vrije middag vergoedt.

Dossier 2617430
Jasmijn Verwoerd
''', name='Jasmijn Verwoerd', d=['2617430'], res='als u mijn vrije middag vergoedt', has=['De telefoon bleef stil'])
Case('u-buurman-brief', 'outlook', 'C. Dalhuisen <c.dalhuisen@quicknet.example>', 'Verkeerd bezorgd', '''
Geachte mevrouw Aarts,

Sinds een half jaar valt er post van u in mijn bus voor ene P. Dalhuijsen. Ik heb alles retour gestuurd met "onbekend op dit adres". Gisteren stond er iemand op de stoep die mij niet wilde geloven en vroeg om mijn legitimatie. Hier pas ik voor.

Zorgt u dat mijn adres uit dossier 2603099 verdwijnt.

Hoogachtend,

C. Dalhuisen
Gruttostraat 17
1452 XK Ilpendam
020 - 436 77 10
''', name='C. Dalhuisen', phone='+31204367710', addr=('Gruttostraat', '17', '1452 XK', 'Ilpendam'), d=['2603099'], res='dat mijn adres uit dossier 2603099 verdwijnt', has=['Hier pas ik voor'])
Case('u-engels-student', 'apple', 'Priya Raman <priya.raman@icloud.example>', 'Wrong person', '''
Hi there,

I moved into this student room in September. You keep sending letters to "Mr. D. Koster" and now one of your agents shouted at me through the intercom. I'm scared to open my own door. Nobody at your office speaks to me because I'm "not the debtor".

Can you please take this address off your list? The number on the envelope is 2611002.

Priya Raman
Rubensstraat 88, room 4
6521 MC Nijmegen

Sent from my iPhone
''', name='Priya Raman', addr=('Rubensstraat', '88', '6521 MC', 'Nijmegen'), d=['2611002'], lang='en', res='take this address off your list', has=["I'm scared to open my own door"], leak=['Sent from my'],
     also={'address': [{'street': 'Rubensstraat', 'house_number': '88, room 4', 'postcode': '6521 MC', 'city': 'Nijmegen'}, {'street': 'Rubensstraat', 'house_number': '88 room 4', 'postcode': '6521 MC', 'city': 'Nijmegen'}]})
Case('u-kwijtschelding-belofte', 'bird', 'Egbert Nanninga <egbert@nanninga.example>', 'Belofte maakt schuld', '''
Beste directie,

De heer Klein heeft mij op 2 april telefonisch beloofd dat de laatste € 60,- zou worden kwijtgescholden. Nu doet men alsof dat gesprek nooit heeft plaatsgevonden. Ik ken mijn pappenheimers inmiddels.

Luister dat gesprek terug en kom uw belofte na.

Egbert Nanninga
Dorpsweg 30-a, 9781 AB Bedum
dossier 2599404
''', name='Egbert Nanninga', addr=('Dorpsweg', '30-a', '9781 AB', 'Bedum'), d=['2599404'], res='kom uw belofte na', has=['alsof dat gesprek nooit heeft plaatsgevonden'])
Case('u-geen-gehoor', 'samsung', 'Riet Plat <riet.plat@gmail.example>', 'dos. 2605656', '''
Goeiemorgen.ik bel nu al de hele week maar ik kom er niet doorheen.u zegt steeds toets 1 toets 2 en dan tuut tuut tuut.ik ben 79 en kan niet met die computer overweg, mijn kleinzoon typt dit.kan er niet gewoon een mens opnemen
Riet Plat
''', name='Riet Plat', d=['2605656'], res='kan er niet gewoon een mens opnemen', has=['ik kom er niet doorheen'], leak=['Galaxy'])
Case('u-vve-voorzitter', 'outlook', '"VvE De Linden" <bestuur@vvedelinden.example>', 'Vordering op onze VvE', '''
Geachte heer/mevrouw,

Als voorzitter van VvE De Linden meld ik u dat de door u ingestelde vordering (2610077) is gericht aan de verkeerde VvE. Ondanks drie mails met het KvK-uittreksel blijft u aanmanen. Dit getuigt van weinig zorgvuldigheid.

Wij verwachten een rectificatie.

Met vriendelijke groet,

ir. H.K. Boonstra
voorzitter VvE De Linden
Lindelaan 4-48
3828 KD Hoogland
KvK 32155667
''', name='H.K. Boonstra', addr=('Lindelaan', '4-48', '3828 KD', 'Hoogland'), d=['2610077'], res='een rectificatie', has=['gericht aan de verkeerde VvE'], also={'name': ['ir. H.K. Boonstra'], 'on_behalf_of': ['VvE De Linden']})
Case('u-curator', 'outlook', '"Mw. mr. S. Abbink" <abbink@abbinkcuratoren.example>', 'Faillissement Kruidenier Ploeg BV', '''
Geachte heer/mevrouw,

In hoedanigheid van curator in het faillissement van Kruidenier Ploeg BV (rechtbank Overijssel, F.08/26/112) bericht ik u dat u na datum faillissement incasso heeft voortgezet en de heer Ploeg privé onder druk heeft gezet. Dat is ontoelaatbaar.

Ik sommeer u iedere incassohandeling te staken. Uw kenmerk: 2606001.

Hoogachtend,

mr. S. Abbink
Abbink Curatoren
Stationsplein 3
7607 GD Almelo
T 0546 - 77 00 18
''', name='S. Abbink', phone='+31546770018', addr=('Stationsplein', '3', '7607 GD', 'Almelo'), d=['2606001'], res='iedere incassohandeling te staken', has=['Dat is ontoelaatbaar'],
     also={'name': ['mr. S. Abbink', 'Mw. mr. S. Abbink'], 'on_behalf_of': ['Kruidenier Ploeg BV', 'Ploeg', 'de heer Ploeg']})
Case('u-moeder-arabisch', 'gmail', 'Fatima Zahra Benali <fz.benali@gmail.example>', 'klacht namens vader', '''
Salam, goedendag,

Ik schrijf namens mijn vader, Abdelkader Benali. Hij leest geen Nederlands. Jullie meneer aan de telefoon heeft hem voor dief uitgemaakt omdat hij de vraag niet begreep. Mijn vader heeft 40 jaar in de haven gewerkt, hij verdient respect.

Ik wil dat jullie voortaan alleen met mij praten. Dossier: 26 18 040. Mijn nummer is 06-39 11 40 27.

Fatima Zahra Benali
''', name='Fatima Zahra Benali', obo='Abdelkader Benali', phone='+31639114027', d=['2618040'], res='voortaan alleen met mij praten', has=['voor dief uitgemaakt'])
Case('u-dubbel-oude-nieuwe', 'plain', 'Ewoud van Tricht <ewoud@vantricht.example>', 'Dossier 2606767 (voorheen 20250418)', '''
Geachte,

Mijn zaak heeft om onduidelijke redenen een nieuw nummer gekregen: van 20250418 naar 2606767. Sindsdien is mijn betalingsregeling "kwijt" en begint alles van voren af aan. Ik vind dat een wanvertoning.

Herstel de regeling.

E. van Tricht
Vondellaan 200
2332 AG Leiden
''', name='E. van Tricht', addr=('Vondellaan', '200', '2332 AG', 'Leiden'), d=['2606767', '20250418'], res='Herstel de regeling', has=['een wanvertoning'], also={'name': ['Ewoud van Tricht']})
Case('u-klacht-tweeregelig', 'plain', 'Ton <ton.bakker58@kpnmail.example>', 'waarom', '''
Waarom stuurt u mij elke maand dezelfde brief terwijl ik elke maand netjes 25 euro overmaak? (2601234)
Ton Bakker
''', name='Ton Bakker', d=['2601234'], has=['elke maand netjes 25 euro'], res=None)
Case('u-bedreigd-boa', 'gmail', 'Dewi Soerjadi <dewi.soerjadi@gmail.example>', 'Incident 14 juni', '''
L.S.

Uw incassomedewerker heeft zich aan mijn deur voorgedaan als deurwaarder en een nep-legitimatie getoond. Hij heeft foto's van mijn auto en mijn meubels gemaakt. Ik heb aangifte gedaan bij de politie (PL1700-2026188123).

Ik eis: 1) de naam van deze persoon, 2) verwijdering van de foto's, 3) een reactie van de directie binnen 48 uur.

Dewi Soerjadi
Bergselaan 190-C
3037 CB Rotterdam
dossiernummer: 2611818
''', name='Dewi Soerjadi', addr=('Bergselaan', '190-C', '3037 CB', 'Rotterdam'), d=['2611818'], res='de naam van deze persoon', has=['een nep-legitimatie getoond'])
Case('u-frans', 'plainqp', 'Hélène Marchal <helene.marchal@orange.example>', 'Réclamation dossier 2612909', '''
Madame, Monsieur,

Vous me réclamez 74 euros pour un stationnement à Maastricht alors que ma voiture était en réparation à Liège ce jour-là. J'ai envoyé la facture du garage il y a deux mois et vous ne répondez jamais. C'est inadmissible.

Je vous demande d'annuler cette créance.

Hélène Marchal
Rue des Guillemins 61
4000 Liège
Belgique
''', cs='iso-8859-1', name='Hélène Marchal', addr=('Rue des Guillemins', '61', None, 'Liège'), d=['2612909'], lang='fr', res="d'annuler cette créance", has=["C'est inadmissible"],
     also={'address': [{'street': 'Rue des Guillemins', 'house_number': '61', 'postcode': '4000', 'city': 'Liège'}, {}]})
Case('u-pools-nl', 'samsung', 'Marcin <marcin.kow@o2.example>', 'dosje 2624555', '''
Ja nie rozumiem tych listów. Zapłaciłem wszystko w styczniu i mam potwierdzenie. Pani przez telefon się śmiała. Proszę zamknąć sprawę 2624555.
Marcin Kowalczyk
''', name='Marcin Kowalczyk', d=['2624555'], lang='pl', res='Proszę zamknąć sprawę', has=['Pani przez telefon się śmiała'], leak=['Galaxy'])
Case('u-fu-bijlage', 'mixed', 'Ankie Deelen <ankie.deelen@home.example>', 'RE: Ontvangstbevestiging klacht K-2026-000188', '''
Goedendag,

Hierbij, zoals gevraagd, het betaalbewijs van 3 februari.

Groet,
Ankie Deelen
''', kind='follow-up', att=('application/octet-stream', 'betaalbewijs.bin', b'\x00\x01' * 90), h=irt('K-2026-000188'), k='K-2026-000188', name='Ankie Deelen', has=['het betaalbewijs van 3 februari'])
Case('u-fu-zonder-irt', 'gmail', 'Luuk Sprenger <luuksprenger@gmail.example>', 'Mijn klacht', '''
Goedemiddag, ik heb op 3 juni een klacht ingediend (K-2026-000190) en nog niets gehoord behalve de bevestiging. Wanneer kan ik antwoord verwachten? Luuk Sprenger
''', kind='follow-up', k='K-2026-000190', name='Luuk Sprenger', has=['nog niets gehoord'], res='Wanneer kan ik antwoord verwachten')
Case('u-fu-duits', 'bird', 'Dieter Voss <d.voss@web.example>', 'Re: Ontvangstbevestiging klacht K-2026-000192', '''
Am 12.03.2026 um 09:04 schrieb Klachten Pro Actief Incasso:
''' + quoted(receipt('K-2026-000192', '2613003', 'Ich habe nichts bestellt.')) + '''

Guten Tag,

bitte antworten Sie mir auf Deutsch oder Englisch. Ich verstehe Ihr Schreiben nicht.

Dieter Voss
''', kind='follow-up', h=irt('K-2026-000192'), k='K-2026-000192', name='Dieter Voss', d=['2613003'], lang='de', res='bitte antworten Sie mir auf Deutsch', has=['Ich verstehe Ihr Schreiben nicht'], leak=['binnen vier weken'])
Case('u-fu-afwijzing-boos', 'owa', 'Sjaan Verkuil <s.verkuil@hotmail.example>', 'RE: Besluit op uw klacht K-2026-000101', '''
Geachte mevrouw Aarts,

Uw afwijzing van mijn klacht K-2026-000101 raakt kant noch wal. U gaat niet in op punt 3 en 4. Ik leg me hier niet bij neer en ga naar de geschillencommissie.

Sjaan Verkuil
''', kind='follow-up', k='K-2026-000101', name='Sjaan Verkuil', has=['raakt kant noch wal'], res=None)
Case('u-compl-kort', 'apple', 'Mees de Bruin <mees.debruin@me.example>', 'Top!', '''
Super geholpen door Samir vanmiddag. Vijf sterren.

Mees
''', kind='compliment', name='Mees de Bruin', has=['Super geholpen door Samir'], also={'name': ['Mees']})
Case('u-compl-brief', 'plain', 'Zr. M. Cornelissen <m.cornelissen@klooster.example>', 'Woord van dank', '''
Geachte directie,

Graag wil ik mijn erkentelijkheid uitspreken voor de wijze waarop uw medewerker de heer Jansen onze kwestie heeft afgewikkeld. Met geduld en met humor. Zulke mensen zijn goud waard.

Zuster M. Cornelissen
''', kind='compliment', name='M. Cornelissen', has=['mijn erkentelijkheid uitspreken'], also={'name': ['Zr. M. Cornelissen', 'Zuster M. Cornelissen']})
Case('u-compl-duits', 'plain', 'Ilse Hartung <ilse.hartung@gmx.example>', 'Lob', '''
Sehr geehrte Damen und Herren,

ich möchte mich herzlich bei Frau de Vries bedanken. Sie war sehr freundlich und hat alles sofort geklärt.

Ilse Hartung
''', kind='compliment', name='Ilse Hartung', lang='de', has=['herzlich bei Frau de Vries bedanken'])
Case('u-vraag-bkr', 'gmail', 'Wesley Timmer <wesleytimmer@gmail.example>', 'BKR', '''
Hallo,

Even een vraag: komt een dossier bij jullie automatisch in het BKR te staan? Ik wil volgend jaar een huis kopen. Dossier 2624700.

Groeten Wesley Timmer
''', name='Wesley Timmer', d=['2624700'], **O)
Case('u-vraag-inlog', 'plain', 'Gerda Pronk <gerda.pronk@xs4all.example>', 'inloggen portaal', '''
Goedemorgen,

Ik kan niet inloggen op het klantportaal, mijn wachtwoord werkt niet meer. Kunt u mij een nieuwe sturen? Dossiernummer 2625333.

Gerda Pronk
''', name='Gerda Pronk', d=['2625333'], **O)
Case('u-saldoverzoek', 'outlook', '"Kredietbank Midden" <saldo@kredietbankmidden.example>', 'Saldoverzoek de heer B. Ouwehand', '''
Geachte crediteur,

De heer B. Ouwehand heeft zich bij ons gemeld voor een schuldregeling. Wij verzoeken u ons binnen 14 dagen een actuele saldo-opgave te doen toekomen van dossier 2600555. Een ondertekende machtiging is bijgevoegd.

Met vriendelijke groet,

Marieke Stoop
consulent

Kredietbank Midden
Postbus 900
3500 AX Utrecht
030 - 286 10 10
''', name='Marieke Stoop', obo='B. Ouwehand', phone='+31302861010', addr=('Postbus', '900', '3500 AX', 'Utrecht'), d=['2600555'], also={'on_behalf_of': ['de heer B. Ouwehand']}, **O)
Case('u-overlijden', 'gmail', 'Hanneke Bruggink <hannekebruggink@gmail.example>', 'Overlijden G. Bruggink', '''
Geachte heer/mevrouw,

Hierbij laat ik u weten dat mijn man, Gerrit Bruggink, op 4 mei is overleden. Kunt u mij vertellen wat ik moet regelen voor dossier 2612555?

Hanneke Bruggink
''', name='Hanneke Bruggink', d=['2612555'], also={'on_behalf_of': ['Gerrit Bruggink']}, **O)
Case('u-uitstel', 'samsung', 'Nick <nick_dewaal@live.example>', 'uitstel', '''
Goedenavond ik krijg volgende week pas mijn salaris kan ik uitstel krijgen tot de 25e het gaat om 2624999 mvg Nick de Waal
''', name='Nick de Waal', d=['2624999'], **O)
Case('u-journalist', 'plain', 'Tess Rademaker <t.rademaker@dagblad.example>', 'Persvraag', '''
Geachte woordvoerder,

Voor een artikel over de incassobranche wil ik graag weten hoeveel klachten u in 2025 heeft ontvangen. Mijn deadline is vrijdag 12.00 uur.

Tess Rademaker
Verslaggever
06-20881734
''', name='Tess Rademaker', phone='+31620881734', **O)
Case('u-leverancier', 'outlook', 'Kantoorvakhandel Bloem <info@kvhbloem.example>', 'Offerte toners', '''
Geachte relatie,

Naar aanleiding van ons telefoongesprek ontvangt u hierbij vrijblijvend onze offerte voor toners en papier.

Met vriendelijke groet,
Ricardo Bloem
''', name='Ricardo Bloem', **O)
Case('u-ooo-vertrok', 'plain', 'Lianne Kok <l.kok@zorgverzekeraar.example>', 'Automatische reactie: RE: Ontvangstbevestiging klacht K-2026-000301', '''
Bedankt voor je mail. Ik ben met zwangerschapsverlof en verwacht half november terug te zijn. Mijn collega's nemen mijn werk waar.
''', k='K-2026-000301', **M)
Case('u-ooo-mobiel', 'plain', 'J. Hendriks <j.hendriks@aannemer.example>', 'Ben even weg', '''
Hoi,

Ik ben t/m 3 augustus op vakantie en lees mijn mail niet. Bel bij haast met kantoor.

Jos
''', h=irt('K-2026-000302'), k='K-2026-000302', **M)
Case('u-ooo-turks', 'plain', 'Emre Kaya <emre.kaya@sirket.example>', 'Otomatik yanıt: Ontvangstbevestiging klacht K-2026-000303', '''
Merhaba, 20 Temmuz tarihine kadar izindeyim. E-postanıza dönüşümde cevap vereceğim.
''', lang='tr', k='K-2026-000303', h=['X-Autoreply: yes'], **M)
Case('u-dsn-plain', 'plain', 'Mail System <mailservice@kabelnet.example>', 'Bericht kon niet worden bezorgd', '''
Uw bericht aan henk@kabelnet.example kon niet worden bezorgd.
Foutmelding: 552 5.2.2 Mailbox full
Onderwerp: Ontvangstbevestiging klacht K-2026-000304
''', k='K-2026-000304', **M)
Case('u-mimecast', 'plain', 'Postmaster <postmaster@mimecast.example>', '[Postmaster] Email Delivery Failure', '''
This is a delivery failure notification message indicating that an email you addressed to: x@bank.example could not be delivered. Problem: 550 Rejected by header based manually Blocked Senders
''', lang='en', **M)
Case('u-quarantaine', 'page', 'Spamfilter <quarantine@filter.example>', 'Quarantaine-overzicht voor klachten@proactief.example', '''
<html><body><p>De volgende 3 berichten zijn tegengehouden.</p><table><tr><td>loan@x.example</td><td>Geld nodig?</td><td><a href="https://filter.example/r">Vrijgeven</a></td></tr></table></body></html>
''', **M)
Case('u-afspraak-systeem', 'page', 'Agenda <agenda@tandartsplein.example>', 'Herinnering: uw afspraak morgen om 10.20 uur', '''
<html><body><p>Geachte heer/mevrouw, wij herinneren u aan uw afspraak van morgen. Dit bericht is automatisch verstuurd; reageren is niet mogelijk.</p></body></html>
''', **M)
Case('u-linkedin', 'page', 'LinkedIn <messages-noreply@linkedin.example>', 'U heeft 1 nieuwe uitnodiging', '''
<html><body><p>Karel wil u toevoegen aan zijn netwerk.</p><p><a href="https://x.example">Uitschrijven</a></p></body></html>
''', h=['List-Unsubscribe: <https://x.example>', 'Feedback-ID: a:b'], **M)
Case('u-teams', 'asis', 'Nora Bol <n.bol@partner.example>', 'Geweigerd: Overleg incasso', '''
Content-Type: multipart/alternative; boundary="tm"

--tm
Content-Type: text/plain; charset=utf-8

Helaas kan ik niet.

--tm
Content-Type: text/calendar; method=REPLY; charset=utf-8

BEGIN:VCALENDAR
METHOD:REPLY
END:VCALENDAR
--tm--
''', **M)
Case('u-factuur-auto', 'mixed', 'Facturatie <facturen@energieplus.example>', 'Uw factuur 20260611', '''
Geachte klant,

Bijgaand treft u uw factuur aan. Het bedrag van € 212,10 wordt op 28 juni automatisch geïncasseerd. U kunt niet antwoorden op deze e-mail.

EnergiePlus
''', att=('application/octet-stream', 'factuur.bin', b'%' * 60), **M)
Case('u-dmarc-rapport', 'plain', 'noreply-dmarc-support@grote.example', 'Report Domain: proactief.example Submitter: grote.example Report-ID: 1188', '''
This is a DMARC aggregate report for proactief.example
''', lang='en', **M)
Case('u-loop-ext', 'plain', 'Helpdesk <support@apparaat.example>', 'Re: Ontvangstbevestiging klacht K-2026-000305 [#88123]', '''
Hallo,

Bedankt dat je contact met ons hebt opgenomen. We hebben je aanvraag (88123) ontvangen en een medewerker kijkt er zo snel mogelijk naar.

Wil je iets toevoegen? Antwoord dan op deze e-mail.
''', h=irt('K-2026-000305') + ['X-Zendesk-From-Account-Id: 88'], k='K-2026-000305', **M)
Case('u-form-drupal', 'plain', 'Website Pro Actief Incasso <website@proactief.example>', 'Webform submission from: Klacht', '''
Ingediend op wo, 17-06-2026 - 20:14
Ingediend door: anoniem
Ingediende waarden zijn:

Aanhef: mevrouw
Voorletters: T.M.
Tussenvoegsel: van de
Achternaam: Laar
Straat: Parallelweg
Huisnummer: 12
Toevoeging: c
Postcode: 5223AL
Woonplaats: 's-Hertogenbosch
E-mail: tm.vandelaar@home.example
Telefoon overdag: 073 6210099
Dossiernummer: 2617890
Klacht:
Mijn verzoek om stukken is zes keer genegeerd. Als ik bel word ik doorverbonden met een fax.

Gewenste oplossing:
Toezending van de stukken en een verontschuldiging
''', h=['Reply-To: tm.vandelaar@home.example'], rp='www-data@web01.proactief.example', to='tm.vandelaar@home.example', name='T.M. van de Laar', phone='+31736210099',
     addr=('Parallelweg', '12c', '5223 AL', "'s-Hertogenbosch"), d=['2617890'], res='Toezending van de stukken', has=['zes keer genegeerd'], leak=['Ingediend door'])
Case('u-form-elementor', 'page', 'Website Pro Actief Incasso <website@proactief.example>', 'Nieuw bericht van "Pro Actief Incasso"', '''
<p>Naam: Jorrit Bleeker<br>E-mail: j.bleeker@ziggo.example<br>Telefoon: 0623344556<br>Dossier: 2618.822<br>Bericht: U heeft mijn oude werkgever gebeld om te vragen waar ik nu werk. Dat is privacyschending. Verwijder alle gegevens van mijn oude werkgever uit uw systeem.<br></p><p>---</p><p>Datum: 18 juni 2026<br>Tijd: 10:12<br>Pagina-URL: https://www.proactief.example/klacht/<br>Gebruikersagent: Mozilla/5.0<br>Extern IP: 198.51.100.8<br>Aangedreven door: Elementor</p>
''', h=['Reply-To: j.bleeker@ziggo.example'], rp='www-data@web01.proactief.example', to='j.bleeker@ziggo.example', name='Jorrit Bleeker', phone='+31623344556', d=['2618822'],
     res='Verwijder alle gegevens van mijn oude werkgever', has=['Dat is privacyschending'], leak=['Elementor', 'Mozilla'])
Case('u-hoofdsom-decoys', 'gmail', 'Stijn Oldenburg <stijn.oldenburg@gmail.example>', 'Klacht', '''
Geachte heer Spaans,

Ordernummer 2609988, pakketcode 3SABCD2611223, klantnr. 26050001, uw kenmerk 2619119 en mijn IBAN NL69INGB0123456789: alles heb ik u gestuurd en nog beweert u dat ik "geen medewerking verleen". Dat is een leugen.

Neem die zin terug.

Stijn Oldenburg
''', name='Stijn Oldenburg', d=['2619119'], res='Neem die zin terug', has=['Dat is een leugen'])
Case('u-postbus-particulier', 'plain', 'Dhr. A. el Amrani <a.elamrani@kpnmail.example>', 'Bezwaar 2613636', '''
Geacht bureau,

Wederom ontvang ik een brief over een schuld van mijn naamgenoot. Ik heb een ander geboortejaar. Dit heb ik al vier maal bewezen.

Ik verzoek u dit voor eens en voor altijd recht te zetten.

A. el Amrani
Postbus 77
1500 EB Zaandam
T: 075-6120044 (na 13.00 uur)
''', name='A. el Amrani', phone='+31756120044', addr=('Postbus', '77', '1500 EB', 'Zaandam'), d=['2613636'], res='voor eens en voor altijd recht te zetten', has=['Dit heb ik al vier maal bewezen'], also={'name': ['Dhr. A. el Amrani']})
Case('u-adres-in-zin', 'gmail', 'Roos Hofstede <rooshofstede@gmail.example>', 'Deurbezoek', '''
Hallo, mijn naam is Roos Hofstede en ik woon op de Kanaalkade 61 in Heerhugowaard. Gisteren hebben twee mannen van jullie bij mij staan schreeuwen in het portiek. Mijn dossier is 2614747. Ik wil nooit meer bezoek aan de deur. Je kunt me bellen op 0633 22 11 45.
''', name='Roos Hofstede', phone='+31633221145', addr=('Kanaalkade', '61', None, 'Heerhugowaard'), d=['2614747'], res='nooit meer bezoek aan de deur', has=['staan schreeuwen in het portiek'])
Case('u-werkadres', 'owa', '"Rutten, Bram" <b.rutten@ziekenhuis-oost.example>', 'Privé - klacht', '''
Goedendag,

Graag stop met mailen naar dit adres, dit is mijn werk. Mijn privémail hebben jullie ook. Het is al de derde keer dat ik dit vraag en het voelt als pesten. Het gaat om 2611717.

Bram Rutten
privé: 06 5512 9004

Bram Rutten
Verpleegkundig specialist
Ziekenhuis Oost | Route 214 | Oosterpark 9 | 1091 AC Amsterdam
T 020 599 91 11
''', name='Bram Rutten', phone='+31655129004', d=['2611717'], res='stop met mailen naar dit adres', has=['het voelt als pesten'], leak=['Route 214'])
Case('u-interleaved-owa', 'plain', 'Marleen Post <marleen.post@outlook.example>', 'RE: Uw betwisting dossier 2609898', '''
Zie mijn antwoorden hieronder.

> 1. U bent op 3 maart aangemaand.

Niet waar, die brief heb ik nooit gehad.

> 2. De kosten zijn conform de wet.

Ook niet waar. Over € 30 mag u geen € 75 rekenen.

> 3. Wij verwachten betaling voor 1 juli.

Ik betaal pas als u de kosten aanpast.

Marleen Post
''', name='Marleen Post', d=['2609898'], res='als u de kosten aanpast', has=['die brief heb ik nooit gehad', 'mag u geen € 75 rekenen'], leak=['conform de wet', 'op 3 maart aangemaand'])
Case('u-tante', 'plain', 'Loes Wintermans <loes@wintermans.example>', 'Klacht over behandeling mijn tante', '''
Geachte heer, mevrouw,

Mijn tante, mevrouw J. Wintermans-Kok (91), kreeg gisteren een medewerker aan de lijn die haar "oude zeur" noemde. Ik was erbij, de telefoon stond op de speaker. Hoe haalt iemand het in zijn hoofd.

Wij willen dat deze medewerker haar belt om zijn excuses te maken.

Loes Wintermans, Torenstraat 5, 5721 HA Asten, 0493-691234, dossier 2604141
''', name='Loes Wintermans', obo='J. Wintermans-Kok', phone='+31493691234', addr=('Torenstraat', '5', '5721 HA', 'Asten'), d=['2604141'], res='zijn excuses te maken', has=['noemde'], also={'on_behalf_of': ['mevrouw J. Wintermans-Kok']})
Case('u-kassabon', 'samsung', 'Gio <gio.martina@gmail.example>', 'Re: Aanmaning 2623003', '''
wat is dit voor grap 40 euro extra voor een boete van 11 euro. jullie zijn niet goed wijs. haal die 40 euro eraf of ik stap naar radar

Gio Martina



-------- Oorspronkelijk bericht --------
Van: Pro Actief Incasso <incasso@proactief.example>
Datum: 08-06-2026 08:30 (GMT+01:00)
Aan: gio.martina@gmail.example
Onderwerp: Aanmaning 2623003

''' + demand('51,00', '2623003', 'Parkeerbeheer'), name='Gio Martina', d=['2623003'], res='haal die 40 euro eraf', has=['jullie zijn niet goed wijs'], leak=['dagvaarding'])
Case('u-hoffelijk-frustratie', 'bird', 'Dr. W.F. Kruytbosch <wf.kruytbosch@tele2.example>', 'Correspondentie inzake 2600099', '''
Mijne heren,

Het is mij een raadsel hoe een onderneming die zich "Pro Actief" noemt, er in slaagt een eenvoudige brief vier maanden onbeantwoord te laten. Ik heb de eer u nogmaals om een inhoudelijke reactie te verzoeken.

Met gevoelens van hoogachting,

Dr. W.F. Kruytbosch
Huize Zonnehoek, Amersfoortseweg 101
3951 LB Maarn
''', name='W.F. Kruytbosch', addr=('Amersfoortseweg', '101', '3951 LB', 'Maarn'), d=['2600099'], res='om een inhoudelijke reactie te verzoeken', has=['vier maanden onbeantwoord'], also={'name': ['Dr. W.F. Kruytbosch']})
Case('u-tekstspraak', 'plain', 'Kimberley <kimmie_x3@hotmail.example>', 'hallooo', '''
hey ik heb egt geen zin meer in dit. jullie bellen me ELKE dag op me werk bij de kapper en me baas is er helemaal klaar mee. zometeen ben ik me baan kwijt door jullie!! bel me gewoon ff na 6en op 0687 12 34 90. zaaknr 2624242. xx kimberley boszwijn
''', name='kimberley boszwijn', phone='+31687123490', d=['2624242'], res='bel me gewoon ff na 6en', has=['zometeen ben ik me baan kwijt'], also={'name': ['Kimberley', 'Kimberley Boszwijn']})
Case('u-anoniem', 'plain', 'een bezorgde burger <bezorgd88@proton.example>', 'Misstanden', '''
Ik zag vanmorgen hoe een medewerker in een auto met uw logo een oude man in zijn voortuin stond uit te kafferen. Kenteken XP-204-R. Ik vind dat u dit moet weten. Mijn naam doet er niet toe.
''', name=None, has=['stond uit te kafferen'], res=None, also={'name': ['een bezorgde burger', 'bezorgde burger']})
Case('u-html-knop', 'page', 'Tineke Alders <tineke.alders@gmail.example>', 'Betaallink klopt niet', '''
<html><body><div>Beste,</div><div>&nbsp;</div><div>Via de <a href="https://betaal.proactief.example/2699998">betaallink</a> werd &euro; 118,40 afgeschreven in plaats van &euro; 18,40. Ik heb direct gebeld, maar uw collega zei doodleuk dat het "mijn eigen schuld" was.</div><div>&nbsp;</div><div>Stort die honderd euro terug.</div><div>&nbsp;</div><div>Tineke Alders</div><div>Dossier&nbsp;2613939</div></body></html>
''', name='Tineke Alders', d=['2613939'], res='Stort die honderd euro terug', has=['dat het "mijn eigen schuld" was'])
Case('u-dyslexie', 'gmail', 'Sem van Wessel <semvanwessel@gmail.example>', 'dosier 2617373', '''
Goeie middag,
Ik heb een brief gekregen waar in staat dat ik niet gereagert heb. Ik heb juist wel gereagert en zelvs 2 x. Ik heb disleksie en bellen gaat beter, maar als ik bel zegt u mail maar. En als ik mail hoor ik niks. Wat moet ik dan.
Sem van Wessel
Boekweitkamp 5
8032 GD zwolle
''', name='Sem van Wessel', addr=('Boekweitkamp', '5', '8032 GD', 'zwolle'), d=['2617373'], has=['En als ik mail hoor ik niks'], res=None)
Case('u-stel-kort', 'apple', 'Ad en Mieke Voskuilen <voskuilen@me.example>', 'Stop met die brieven', '''
Wij hebben geen schuld bij Wehkamp en ook nooit gehad. Stop met die brieven. 2622002.

Ad en Mieke Voskuilen
Zeewolde
''', name='Ad en Mieke Voskuilen', d=['2622002'], res='Stop met die brieven', has=['geen schuld bij Wehkamp'], also={'address': [{'street': None, 'house_number': None, 'postcode': None, 'city': 'Zeewolde'}]})
Case('u-xlab', 'plain', 'mw. drs. P. (Petra) Zwanenburg <p.zwanenburg@ipact.example>', 'klacht: onheuse bejegening', '''
Geachte klachtenfunctionaris,

Op maandag 8 juni jl. sprak ik met uw mw. Bos. Op mijn vraag naar de grondslag antwoordde zij: "Dat hoef ik u niet te vertellen." Dat antwoord is juridisch onjuist en menselijk beneden de maat.

Gaarne ontvang ik de grondslag alsnog schriftelijk.

P. Zwanenburg
Valeriusplein 14 I
1075 BJ Amsterdam
Dossierkenmerk: 2610-445-PZ
''', name='P. Zwanenburg', addr=('Valeriusplein', '14 I', '1075 BJ', 'Amsterdam'), d=['2610445'], res='ontvang ik de grondslag alsnog schriftelijk', has=['menselijk beneden de maat'], also={'name': ['Petra Zwanenburg', 'P. (Petra) Zwanenburg', 'mw. drs. P. (Petra) Zwanenburg']})
Case('u-verhuisd-klacht', 'outlook', 'Twan Geerts <twan.geerts@ziggo.example>', 'Klacht brief naar oud adres', '''
Beste,

U bleef brieven sturen naar mijn oude adres, Molenstraat 10, 6001 AB Weert, hoewel ik in november mijn verhuizing heb doorgegeven. Daardoor liep ik een dagvaarding mis en kreeg ik een verstekvonnis. Dat reken ik u zwaar aan.

Ik wil dat u de kosten van het vonnis voor uw rekening neemt.

Twan Geerts
Sint Jozefslaan 31
6006 JA Weert
Dossier 2596001
''', name='Twan Geerts', addr=('Sint Jozefslaan', '31', '6006 JA', 'Weert'), d=['2596001'], res='de kosten van het vonnis voor uw rekening neemt', has=['Dat reken ik u zwaar aan'])
Case('u-ironie-dank', 'gmail', 'Okke de Wilde <okke.dewilde@gmail.example>', 'Hartelijk bedankt', '''
Hartelijk bedankt voor het verpesten van onze trouwdag. Om 11.15 uur, tijdens de plechtigheid, vond uw collega het nodig om drie keer te bellen over € 22,95. Ik hoop dat het feestje bij u op kantoor ook zo gezellig was.

Okke de Wilde
2620990
''', name='Okke de Wilde', d=['2620990'], has=['het verpesten van onze trouwdag'], res=None)
