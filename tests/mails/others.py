"""Compliments, plain business, spam by the server's verdict, and follow-ups."""
from generate import US, C, O, P, U, Older, demand, receipt

P('thanks-phone', 'gmail', 'Bedankje', 'Wil Groenendijk <wil.groenendijk@gmail.example>', '''
Goedemiddag,

Vorige week sprak ik met Kevin van uw kantoor. Ik zag er vreselijk tegenop, maar hij was geduldig en dacht echt met me mee. Binnen een kwartier hadden we een regeling die ik kan betalen. Wilt u hem namens mij bedanken?

Wil Groenendijk
''', res=None, has=['geduldig en dacht echt met me mee'])

P('english', 'outlook_mobile', 'Thank you', 'Grace Adeyemi <grace.adeyemi@outlook.example>', '''
Hi there,

I just wanted to say thank you for the kind and patient way your colleague Marieke explained everything to me in English. It was a relief. Excellent service.

Grace
''', name='Grace Adeyemi', lang='en', res=None, has=['kind and patient way'], lacks=['Outlook'])

P('instead-of-complaint', 'thunderbird', 'Geen klacht!', 'T. Brinkhuis <t.brinkhuis@planet.example>', '''
Mijne heren, dames,

Bij uitzondering eens geen klacht maar een compliment. De fout die in januari was gemaakt, is door de heer Spaans zonder morren hersteld, en hij stuurde er nog een keurige brief achteraan ook. Zo hoort het.

T. Brinkhuis
''', res=None, has=['zonder morren hersteld'])

P('company', 'outlook', 'Prettige samenwerking', 'Loodgietersbedrijf Ooms <info@ooms-loodgieters.example>', '''
Beste mensen,

Namens ons hele team hartelijk dank voor de correcte en snelle afhandeling van dossier 2650001. Uw collega heeft zowel ons als onze klant netjes behandeld en hield ons steeds op de hoogte.

Met vriendelijke groet,
Rob Ooms
Loodgietersbedrijf Ooms
''', name='Rob Ooms', dossier=['2650001'], res=None, has=['correcte en snelle afhandeling'])

P('short', 'apple', 'Top!', 'Elif <elif.kaya@icloud.example>', 'Super geholpen vandaag door Sandra, heel vriendelijk. Bedankt!!', name='Elif', res=None, has=['Super geholpen'], lacks=['iPhone', 'iPad'])

P('german', 'german', 'Dankeschön', 'Monika Brandt <monika.brandt@web.example>', '''
Guten Tag,

ich möchte mich herzlich für die sehr freundliche Beratung bedanken. Ihr Kollege war hilfsbereit und hat alles auf Deutsch erklärt. Ich bin sehr zufrieden.

Viele Grüße
Monika Brandt
''', lang='de', res=None, has=['sehr freundliche Beratung'])

P('after-anger', 'roundcube', 'toch tevreden', 'Joke Alberts <jokealberts@freedom.example>', '''
Hallo,

Ik moet eerlijk zeggen dat ik met lood in de schoenen belde. Maar wat werd ik vriendelijk te woord gestaan door mevrouw De Ruiter! Ze luisterde, legde alles rustig uit en belde zelfs terug om te vragen of het gelukt was. Chapeau, hartelijk dank en ga zo door.

Joke Alberts
''', res=None, has=['Ze luisterde'])

P('form', 'form_cf7', '[Pro Actief Incasso] Klachtenformulier', 'Website Pro Actief Incasso <website@proactief.example>', '', fields=[
    ('Naam', 'Bertus Kamp'), ('E-mailadres', 'bertuskamp@mail.example'), ('Telefoonnummer overdag', '0570-612345'), ('Dossiernummer', '2650002'),
    ('Omschrijving van uw klacht', 'Geen klacht, ik kon alleen geen ander formulier vinden. Ik wil de medewerkster van gisteren een pluim geven voor haar begrip en vriendelijkheid.'), ('Gewenste oplossing', 'Geef haar een bloemetje')],
  headers=['Reply-To: bertuskamp@mail.example'], return_path='www-data@web01.proactief.example', name='Bertus Kamp', email='bertuskamp@mail.example', to='bertuskamp@mail.example', phone='+31570612345', dossier=['2650002'], res='Geef haar een bloemetje', has=['een pluim geven'], lacks=['Dossiernummer'])

P('old-letter', 'bare', 'Woord van dank', 'J. Slagter-de Haan <slagter@zonnet.example>', '''
Geachte directie,

Het komt in deze tijd niet vaak voor dat een mens zich gehoord voelt. Bij uw kantoor was dat wel zo. Mijn dank is groot, ook namens mijn man die de zaken zelf niet meer kan regelen.

Hoogachtend,
mw. J. Slagter-de Haan
''', name='J. Slagter-de Haan', res=None, has=['Mijn dank is groot'])

# ---- plain business ----

O('regeling', 'gmail', 'betalingsregeling 2651001', 'Kees-Jan Moll <kjmoll@gmail.example>', '''
Goedendag,

Ik kan het bedrag van € 480 niet in één keer betalen. Is het mogelijk om € 60 per maand af te lossen, te beginnen op 1 april?

Alvast bedankt,
Kees-Jan Moll
''', dossier=['2651001'], res=None, has=['€ 60 per maand'])

O('uitstel', 'samsung', 'Uitstel', 'Wendy Kroon <wendykroon@live.example>', 'Hallo, ik krijg mijn vakantiegeld op 25 mei. Mag ik tot dan uitstel van betaling voor zaak 2651002? Groetjes Wendy Kroon', dossier=['2651002'], res=None, has=['uitstel van betaling'])

O('betaalbewijs', 'outlook_mobile', 'Betaling 2651003', 'Hassan Ouali <hassan.ouali@outlook.example>', '''
Geachte,

In de bijlage vindt u het betaalbewijs van vandaag voor dossier 2651003.

Met vriendelijke groet,
Hassan Ouali
''', dossier=['2651003'], res=None, has=['betaalbewijs van vandaag'], lacks=['Outlook'])

O('adres', 'outlook', 'Adreswijziging', 'Sylvia Mertens <sylvia.mertens@mail.example>', '''
Beste lezer,

Graag geef ik u mijn nieuwe adres door. Vanaf 15 maart woon ik op Abdijstraat 12, 5473 AD Heeswijk-Dinther. Wilt u dit verwerken in dossier 2651004?

Met vriendelijke groet,
Sylvia Mertens
''', dossier=['2651004'], addr=('Abdijstraat', '12', '5473 AD', 'Heeswijk-Dinther'), res=None, has=['mijn nieuwe adres'])

O('kopie', 'thunderbird', 'Specificatie', 'B. Hartog <b.hartog@xs4all.example>', '''
Geachte heer, mevrouw,

Zou u mij een kopie van de oorspronkelijke factuur en een specificatie van het openstaande bedrag kunnen mailen? Dan kan ik de betaling in orde maken.

Met vriendelijke groet,
B. Hartog
dossier 2651005
''', dossier=['2651005'], res=None, has=['een kopie van de oorspronkelijke factuur'])

O('saldo-question', 'apple', 'Vraagje', 'Melissa <melissa.prins@icloud.example>', 'Hoi, hoeveel moet ik nog betalen voor 2651006 en op welk rekeningnummer? Gr Melissa Prins', name='Melissa Prins', dossier=['2651006'], res=None, has=['hoeveel moet ik nog betalen'], lacks=['iPhone', 'iPad'])

O('saldoverzoek', 'owa', 'Saldoverzoek dhr. P. Lammers', 'Kredietbank Noord <saldo@kredietbanknoord.example>', '''
Geachte schuldeiser,

In het kader van een minnelijk traject verzoeken wij u om opgave van de vordering op de heer P. Lammers, geboren 3-4-1979, per heden.

Met vriendelijke groet,
Afdeling inventarisatie
Kredietbank Noord
''', name='Kredietbank Noord', behalf='P. Lammers', res=None, has=['opgave van de vordering'])

O('english-plan', 'gmail', 'Payment plan', 'Oluwaseun Bello <o.bello@gmail.example>', '''
Dear team,

Would it be possible to pay the outstanding amount of file 2651007 in three instalments? My salary arrives on the 25th.

Kind regards,
Oluwaseun Bello
''', lang='en', dossier=['2651007'], res=None, has=['three instalments'])

O('german-copy', 'german', 'Kopie', 'Ralf Sommer <ralf.sommer@web.example>', '''
Sehr geehrte Damen und Herren,

könnten Sie mir bitte eine Kopie der Rechnung zum Aktenzeichen 2651008 schicken? Ich möchte anschließend überweisen.

Mit freundlichen Grüßen
Ralf Sommer
''', lang='de', dossier=['2651008'], res=None, has=['eine Kopie der Rechnung'])

O('job', 'outlook', 'Open sollicitatie', 'Naomi Visser <naomivisser@mail.example>', '''
Geachte mevrouw, heer,

Via deze weg solliciteer ik naar een functie als administratief medewerker. In de bijlage vindt u mijn cv. Ik licht mijn motivatie graag toe in een gesprek.

Met vriendelijke groet,
Naomi Visser
''', res=None, has=['solliciteer ik'])

O('offer', 'outlook', 'Vrijblijvende kennismaking', 'Mark van Belsoft <mark@belsoft.example>', '''
Beste directie,

Wij leveren belsoftware aan incassobureaus en komen graag eens langs voor een vrijblijvende demo. Zou volgende week dinsdag schikken?

Met vriendelijke groet,
Mark Bults
Belsoft BV
''', name='Mark Bults', res=None, has=['vrijblijvende demo'])

O('klachtenregeling', 'bare', 'klachtenregeling', 'Student Recht <i.jansma@student.example>', '''
Goedemiddag,

Voor een scriptie ben ik op zoek naar uw klachtenregeling. Waar kan ik die op uw website vinden?

Ilse Jansma
''', name='Ilse Jansma', res=None, has=['Voor een scriptie'])

O('terugbel', 'yahoo', 'Afspraak', 'Gerrit Pol <gerritpol@yahoo.example>', 'Goedemorgen, ik heb een vraag over mijn dossier 2651009. Kunt u mij laten weten wanneer ik uw collega het beste kan bellen? Groet, Gerrit Pol', dossier=['2651009'], res=None, has=['een vraag over mijn dossier'])

O('machtiging', 'outlook', 'Machtiging', 'Bewindvoering De Brug <post@bewinddebrug.example>', '''
Geachte heer, mevrouw,

Hierbij zenden wij u de beschikking waarmee wij zijn benoemd tot bewindvoerder van mevrouw A. Tol. Wij verzoeken u uw administratie aan te passen en correspondentie voortaan aan ons te richten.

Met vriendelijke groet,
Bewindvoering De Brug
''', name='Bewindvoering De Brug', behalf='A. Tol', res=None, has=['benoemd tot bewindvoerder'])

O('polish-plan', 'gmail', 'Raty', 'Tomasz Zieliński <t.zielinski@wp.example>', '''
Dzień dobry,

czy można rozłożyć płatność w sprawie 2651010 na raty? Mogę płacić 50 euro miesięcznie.

Pozdrawiam
Tomasz Zieliński
''', lang='pl', dossier=['2651010'], res=None, has=['rozłożyć płatność'])

O('form-vraag', 'form_cf7', '[Pro Actief Incasso] Contactformulier', 'Website Pro Actief Incasso <website@proactief.example>', '', fields=[
    ('Naam', 'Mirjam Stolk'), ('E-mailadres', 'mirjamstolk@mail.example'), ('Telefoonnummer', '06-10101010'), ('Uw bericht', 'Ik ben verhuisd naar Dorpsweg 4, 3083 LB Rotterdam. Kunt u mij bevestigen dat u dit heeft aangepast?')],
  headers=['Reply-To: mirjamstolk@mail.example'], return_path='www-data@web01.proactief.example', name='Mirjam Stolk', email='mirjamstolk@mail.example', to='mirjamstolk@mail.example', phone='+31610101010', addr=('Dorpsweg', '4', '3083 LB', 'Rotterdam'), res=None, has=['Ik ben verhuisd'])

O('spam-flag', 'bare', 'Verdien 5000 per week', 'Jackpot Club <win@jackpot.example>', 'Gefeliciteerd! U bent geselecteerd. Klik hier om uw prijs te claimen.', headers=['X-Spam-Flag: YES', 'X-Spam-Status: Yes, score=15.2 required=5.0'], allowed=False, name='Jackpot Club', has=[])

O('spam-scl', 'bare', 'Uw domein verloopt', 'Domain Service <renew@domsvc.example>', 'Uw domeinnaam verloopt binnenkort. Betaal vandaag om verlies te voorkomen.', headers=['X-MS-Exchange-Organization-SCL: 9'], allowed=False, name='Domain Service', has=[])

O('spam-rspamd', 'bare', 'Invoice attached', 'Accounts <acc@payable.example>', 'Dear customer, see the attached invoice and pay at once to avoid problems.', headers=['X-Rspamd-Action: add header', 'X-Spam: Yes'], allowed=False, name='Accounts', lang='en', has=[])

# ---- follow-ups ----

U('outlook-number', 'outlook', 'RE: Ontvangstbevestiging klacht K-2026-000301', 'Hanneke Lubbers <h.lubbers@home.example>', '''
Beste,

U vroeg om mijn dossiernummer, dat is 2652001. Mijn telefoonnummer overdag is 0541-512345.

Hanneke Lubbers
''', older=receipt('K-2026-000301'), headers=['In-Reply-To: <receipt.K-2026-000301.a1b2c3d4e5@proactief.example>', 'References: <receipt.K-2026-000301.a1b2c3d4e5@proactief.example>'], number='K-2026-000301', dossier=['2652001'], phone='+31541512345', res=None, has=['dat is 2652001'], lacks=['U belt mij op mijn werk'])

U('gmail-thanks', 'gmail', 'Re: Ontvangstbevestiging klacht K-2026-000302', 'Bart Zegers <bartzegers@gmail.example>', 'Dank voor de snelle bevestiging. Ik wacht het af.\n\nBart', older=receipt('K-2026-000302', '2652002'), headers=['In-Reply-To: <receipt.K-2026-000302@proactief.example>'], number='K-2026-000302', dossier=['2652002'], name='Bart Zegers', res=None, has=['Ik wacht het af'], lacks=['U belt mij op mijn werk'])

U('subject-only', 'apple', 'Aanvulling op K-2026-000303', 'Nienke Bos <nienkebos@icloud.example>', 'Hallo, ik vergat te zeggen dat er ook een getuige bij was, mijn buurvrouw. Die wil best gebeld worden.', number='K-2026-000303', res=None, has=['een getuige bij was'], lacks=['iPhone', 'iPad'])

U('body-number', 'thunderbird', 'Mijn klacht', 'Cor van Vliet <corvanvliet@kpnmail.example>', '''
Geachte directie,

Met betrekking tot mijn klacht K-2026-000304: de zeven werkdagen zijn allang voorbij en ik heb nog niets gehoord. Dit is nu de tweede klacht over de eerste klacht.

Ik verwacht morgen antwoord.

Cor van Vliet
''', number='K-2026-000304', res='Ik verwacht morgen antwoord', has=['de tweede klacht over de eerste klacht'])

U('withdrawn', 'samsung', 'Re: Ontvangstbevestiging klacht K-2026-000305', 'Yvonne Rijk <yvonnerijk@live.example>', 'Het is opgelost, jullie collega belde net. De klacht mag dicht wat mij betreft.', older=receipt('K-2026-000305', '2652005'), number='K-2026-000305', dossier=['2652005'], res='De klacht mag dicht', has=['Het is opgelost'], lacks=['Galaxy', 'Samsung'])

U('interleaved', 'interleaved', 'Re: Ontvangstbevestiging klacht K-2026-000306', 'Rien Baks <rienbaks@zeelandnet.example>', '''> Wij hebben uw klacht op 2 maart 2026 ontvangen en geregistreerd onder nummer K-2026-000306.

Het was 27 februari, niet 2 maart. Ik heb de verzendbevestiging nog.

> Uw omschrijving: U belt mij op mijn werk.

En bij mijn moeder. Neem dat er ook in op.

Rien Baks''', older=receipt('K-2026-000306'), number='K-2026-000306', res='Neem dat er ook in op', has=['Het was 27 februari', 'En bij mijn moeder'], lacks=['U belt mij op mijn werk'])

U('yahoo', 'yahoo', 'Re: Ontvangstbevestiging klacht K-2026-000307', 'Samira Idrissi <samira.idrissi@yahoo.example>', 'Goedenavond, ik heb een fout gemaakt in mijn klacht: het ging niet om 3 maar om 5 telefoontjes. Wilt u dat aanpassen?', older=receipt('K-2026-000307'), number='K-2026-000307', res='Wilt u dat aanpassen', has=['om 5 telefoontjes'], lacks=['U belt mij op mijn werk'])

U('english', 'owa', 'RE: Receipt of your complaint K-2026-000308', 'Helen Murray <helen.murray@outlook.example>', '''
Dear Sir or Madam,

Thank you for confirming. My daytime number is +31 20 555 0123. I have nothing else to add.

Helen Murray
''', headers=['In-Reply-To: <receipt.K-2026-000308.ffee001122@proactief.example>'], number='K-2026-000308', lang='en', phone='+31205550123', res=None, has=['nothing else to add'])

U('lawyer', 'outlook', 'RE: Ontvangstbevestiging klacht K-2026-000309', 'mr. J.P. Oldenkamp <oldenkamp@okadvocaten.example>', '''
Geachte directie,

Namens cliënte handhaaf ik de klacht onverkort. Een inhoudelijke reactie bleef uit.

Ik verzoek u mij vóór vrijdag uw volledige dossier toe te zenden.

Hoogachtend,

mr. J.P. Oldenkamp
OK Advocaten
''', older=receipt('K-2026-000309', '2652009'), number='K-2026-000309', dossier=['2652009'], name='J.P. Oldenkamp', also={'name': ['mr. J.P. Oldenkamp']}, res='uw volledige dossier toe te zenden', has=['handhaaf ik de klacht'], lacks=['binnen zeven werkdagen'])

U('roundcube', 'roundcube', 'Re: Ontvangstbevestiging klacht K-2026-000310', 'Dineke Mulder <dineke@mulderweb.example>', 'Prima, maar dossiernummer klopt niet: moet 2652010 zijn.\n\nDineke Mulder', older=receipt('K-2026-000310', '2652011'), number='K-2026-000310', dossier=['2652010'], res=None, has=['moet 2652010 zijn'], lacks=['Uw omschrijving'])

U('no-subject-ref', 'webmail_html', '(geen onderwerp)', 'Ap Visscher <apvisscher@ziggo.example>', 'Hierbij de foto van de brief waar het over ging.', older=receipt('K-2026-000311', '2652012'), number='K-2026-000311', dossier=['2652012'], res=None, has=['de foto van de brief'], lacks=['Uw omschrijving'])

U('forward-receipt', 'gmail_forward', 'Fwd: Ontvangstbevestiging klacht K-2026-000312', 'Lia Dorst <liadorst@gmail.example>', 'Kunt u mij vertellen hoe het hiermee staat? Ik heb nog steeds niets gehoord.', older=receipt('K-2026-000312', '2652013'), number='K-2026-000312', dossier=['2652013'], res='hoe het hiermee staat', has=['nog steeds niets gehoord'], lacks=['Uw omschrijving'])

U('form', 'form_cf7', '[Pro Actief Incasso] Klachtenformulier', 'Website Pro Actief Incasso <website@proactief.example>', '', fields=[
    ('Naam', 'Jan Kees Blok'), ('E-mailadres', 'jkblok@mail.example'), ('Telefoonnummer overdag', '06-20202020'), ('Omschrijving van uw klacht', 'Aanvulling op mijn klacht K-2026-000313: inmiddels is er een tweede deurwaarder geweest.'), ('Gewenste oplossing', 'Deurwaarder terugfluiten')],
  headers=['Reply-To: jkblok@mail.example'], return_path='www-data@web01.proactief.example', name='Jan Kees Blok', email='jkblok@mail.example', to='jkblok@mail.example', phone='+31620202020', number='K-2026-000313', res='Deurwaarder terugfluiten', has=['een tweede deurwaarder'])
