"""Complaints, in every tone."""
from generate import US, C, Older, demand

C('formal-outlook', 'outlook', 'Klacht over onjuiste hoogte vordering', 'H.J. Terlouw <hj.terlouw@wanadoo.example>', '''
Geachte directie,

Bij brief van 12 februari vordert u € 1.204,50. De hoofdsom bedraagt echter € 890,00; de door u gehanteerde incassokosten overschrijden de wettelijke staffel ruimschoots.

Mijn bezwaar van 14 februari bleef onbeantwoord. Een organisatie die zich aan de wet dient te houden, behoort zelf te kunnen rekenen.

Ik verzoek u de vordering te herzien overeenkomstig het Besluit BIK en mij een correcte specificatie toe te zenden.

Hoogachtend,

H.J. Terlouw
Prinsengracht 812-3
1017 JL Amsterdam
020-6234417
''', dossier=[], phone='+31206234417', addr=('Prinsengracht', '812-3', '1017 JL', 'Amsterdam'), res='de vordering te herzien', has=['overschrijden de wettelijke staffel', 'zelf te kunnen rekenen'], lacks=['020-6234417'])

C('caps', 'samsung', 'HOU HIERMEE OP', 'danny_klok88 <danny_klok88@hotmail.example>', '''
DIT IS AL DE 5E KEER DAT IK EEN BRIEF KRIJG VOOR IEMAND DIE HIER NIET WOONT!!! IK WOON HIER AL 9 JAAR EN KEN GEEN MENEER SCHOUTEN. HAAL MIJN ADRES UIT JULLIE SYSTEEM. DOSSIER 2631177
''', name=None, also={'name': ['Danny', 'danny_klok88']}, dossier=['2631177'], res='HAAL MIJN ADRES UIT JULLIE SYSTEEM', has=['KEN GEEN MENEER SCHOUTEN'], lacks=['Samsung', 'Galaxy'])

C('telegram', 'apple', '2618220', 'Bo <bo.vd.w@icloud.example>', '''
Betaald op 3/2. Bewijs gestuurd 5/2. Toch deurwaarder aan de deur gisteren. Hoe kan dit. Graag per direct stopzetten.
''', dossier=['2618220'], res='Graag per direct stopzetten', has=['Toch deurwaarder aan de deur'], lacks=['iPhone', 'iPad'])

C('sarcasm-compliment', 'gmail', 'Mijn complimenten!', 'Frits Hoekzema <frits.hoekzema@gmail.example>', '''
Beste Pro Actief,

Van harte gefeliciteerd. Het is u gelukt om binnen één week drie verschillende bedragen te noemen voor dezelfde schuld. Dat verdient een prijs. Petje af ook voor de dame die mij uitlegde dat "het systeem het zo zegt"; met zulke vakmensen komt de wereld er wel.

Mocht iemand tussen het felicitaties in ontvangst nemen door nog tijd hebben, dan hoor ik graag welk bedrag het nu is.

Frits Hoekzema
Dossier 2612345
''', dossier=['2612345'], res='welk bedrag het nu is', has=['drie verschillende bedragen', 'het systeem het zo zegt'])

C('sarcasm-thanks', 'yahoo', 'Bedankt', 'Priscilla Oosterom <p.oosterom@yahoo.example>', '''
Nou bedankt hoor. Dankzij jullie telefoontje naar mijn moeder weet nu de hele familie dat ik een schuld heb. Fijn dat jullie zo zorgvuldig met gegevens omgaan.
Zaaknummer 2609980.
Priscilla Oosterom
''', dossier=['2609980'], res=None, has=['de hele familie'])

C('polite-elderly', 'thunderbird', 'Uw brief', 'A.C. Blankestijn-Vos <acblankestijn@planet.example>', '''
Zeer geachte heer of mevrouw,

Met enige aarzeling schrijf ik u. Ik ben 79 jaar en heb mijn hele leven mijn rekeningen op tijd betaald. Nu kreeg ik van u een brief met rode letters en dat heeft mij een slapeloze nacht bezorgd. Bij navraag bleek het te gaan om een rekening van € 12,60 die ik nooit heb ontvangen.

Ik had het fijner gevonden als iemand mij eerst even had gebeld.

Met vriendelijke groet,
mevrouw A.C. Blankestijn-Vos
''', name='A.C. Blankestijn-Vos', res=None, has=['brief met rode letters', 'eerst even had gebeld'])

C('english-gp', 'gmail', 'Calls to my workplace', 'Dr. Amara Nwosu <amara.nwosu@gmail.example>', '''
Dear Sir/Madam,

Your agents have now called the reception of the clinic where I work on six occasions about file 2622417. Yesterday your colleague told our receptionist what it was about. This is a breach of my privacy and frankly humiliating.

Please stop calling my employer and communicate with me in writing only.

Yours faithfully,
Amara Nwosu
''', name='Amara Nwosu', dossier=['2622417'], lang='en', res='stop calling my employer', has=['a breach of my privacy'])

C('english-reply-outlook', 'outlook_en', 'RE: Sommatie tot betaling', 'Tom Whitfield <tom.whitfield@example.com>', '''
To whom it may concern,

I do not owe this. The subscription was cancelled in writing in November and your client confirmed it. You keep ignoring my e-mails and now you threaten me with court. That is unacceptable.

I expect you to close this file and confirm that in writing.

Tom Whitfield
''', older=demand('2618990'), dossier=['2618990'], lang='en', res='close this file', has=['your client confirmed it'], lacks=['Ondanks eerdere aanmaning'])

C('german-reply', 'german', 'Re: Sommatie tot betaling', 'Jürgen Kaltenbach <j.kaltenbach@gmx.example>', '''
Sehr geehrte Damen und Herren,

die Rechnung habe ich am 4. Januar bezahlt, den Beleg haben Sie zweimal erhalten. Ihre Mitarbeiterin war am Telefon unverschämt und hat einfach aufgelegt.

Ich fordere Sie auf, das Verfahren sofort einzustellen.

Mit freundlichen Grüßen
Jürgen Kaltenbach
Kirchweg 12
48599 Gronau
''', older=demand('2611008'), dossier=['2611008'], lang='de', addr=('Kirchweg', '12', '48599', 'Gronau'), res='das Verfahren sofort einzustellen', has=['einfach aufgelegt'], lacks=['Wij sommeren u'])

C('polish-gmail', 'gmail', 'Skarga', 'Katarzyna Wiśniewska <k.wisniewska@wp.example>', '''
Dzień dobry,

dostałam od Państwa list z żądaniem zapłaty 240 euro, ale ja tę kwotę zapłaciłam już w styczniu. Dzwoniłam trzy razy i nikt nie chciał ze mną rozmawiać po angielsku. To jest skandal.

Proszę o zamknięcie sprawy 2627731.

Pozdrawiam
Katarzyna Wiśniewska
''', dossier=['2627731'], lang='pl', res='Proszę o zamknięcie sprawy', has=['nikt nie chciał ze mną rozmawiać'])

C('turkish-hotmail', 'webmail_html', 'Şikayet', 'Mehmet Aydoğan <mehmet.aydogan@hotmail.example>', '''
Sayın yetkili,

Bu borcu geçen ay ödedim ama hala her gün arıyorsunuz. Çalışanınız bana çok kaba davrandı ve telefonu suratıma kapattı. Bunu kabul etmiyorum.

Beni artık aramamanızı istiyorum. Dosya no 2633010.

Saygılarımla,
Mehmet Aydoğan
''', dossier=['2633010'], lang='tr', res='Beni artık aramamanızı istiyorum', has=['telefonu suratıma kapattı'])

C('french-proton', 'proton', 'Réclamation dossier 2605523', 'Hélène Marchetti <h.marchetti@proton.example>', '''
Madame, Monsieur,

Je conteste formellement votre mise en demeure. La facture a été payée deux fois et personne ne répond à mes courriers depuis décembre. C'est inadmissible.

Je vous demande de clôturer ce dossier et de me rembourser le trop-perçu.

Cordialement,
Hélène Marchetti
''', dossier=['2605523'], lang='fr', res='clôturer ce dossier', has=['payée deux fois'], lacks=['Proton'])

C('topposted-reply', 'gmail', 'Re: Sommatie tot betaling', 'Ruben Stokkel <rstokkel@gmail.example>', '''
Mevrouw Bos,

U schrijft dat u geen betaling heeft ontvangen. Raar, want mijn bank zegt dat het bedrag op 20 februari is afgeschreven. Ik heb daar al drie keer over gebeld en word steeds doorverbonden tot de lijn dood is.

Zoek dit eens goed uit voordat u met dagvaardingen strooit.

Ruben Stokkel
''', older=demand('2616655'), dossier=['2616655'], res='Zoek dit eens goed uit', has=['steeds doorverbonden'], lacks=['Ondanks eerdere aanmaning', 'S. Bos'])

C('bottomposted', 'gmail_bottom', 'Re: Sommatie tot betaling', 'Wim Dekkers <wimdekkers@xs4all.example>', '''
Wat een onzin. Dit bedrag is in 2024 al kwijtgescholden door uw opdrachtgever, en dat heb ik zwart op wit.

Ik wil dat u dit dossier vernietigt.

Wim Dekkers
''', older=demand('2610077'), dossier=['2610077'], res='Ik wil dat u dit dossier vernietigt', has=['al kwijtgescholden'], lacks=['sommeren u dit bedrag'])

C('interleaved', 'interleaved', 'Re: Uw brief van 20 februari', 'Ineke Zandbergen <ineke.zandbergen@kpnmail.example>', '''> Geachte mevrouw Zandbergen,
>
> Uw betaling is te laat ontvangen.

Nee hoor, twee dagen te vroeg zelfs. Kijkt u eens op het afschrift dat ik meestuurde.

> Daarom brengen wij € 40,00 in rekening.

Dat is dus onterecht en dat weet u best.

> Met vriendelijke groet,
> L. Spaans
> Pro Actief Incasso

Schrap die veertig euro en laat me verder met rust.

Ineke Zandbergen''', older=demand('2600000'), dossier=[], res='Schrap die veertig euro', has=['twee dagen te vroeg', 'dat weet u best'], lacks=['Uw betaling is te laat', 'L. Spaans'])

C('owa-disclaimer', 'owa', 'Klacht medewerker', 'Vermeulen, Bas <b.vermeulen@gemeente-oosterdam.example>', '''
Goedemiddag,

Vanochtend werd ik op mijn werknummer gebeld door iemand van uw kantoor die weigerde haar naam te noemen. Toen ik daarnaar vroeg werd er opgehangen. Dat vind ik volstrekt onprofessioneel.

Ik hoor graag wie dit was en wat u hieraan gaat doen.

Met vriendelijke groet,

Bas Vermeulen
Beleidsadviseur
Gemeente Oosterdam

Dit e-mailbericht is uitsluitend bestemd voor de geadresseerde. Gebruik door anderen is niet toegestaan. Gemeente Oosterdam aanvaardt geen aansprakelijkheid voor schade als gevolg van onjuiste overdracht.
''', name='Bas Vermeulen', res='wie dit was', has=['weigerde haar naam te noemen'], lacks=['uitsluitend bestemd', 'Beleidsadviseur'])

C('external-banner', 'owa', 'Onterechte aanmaning 2623456', 'Nadia el Khattabi <n.elkhattabi@zorgplein.example>', '''
Hallo,

Op 1 maart kreeg ik een aanmaning voor een ziekenhuisrekening die mijn verzekeraar in december al heeft voldaan. Ik heb het polisblad en de betaling twee keer opgestuurd. Toch blijft u brieven sturen en kosten stapelen.

Trek de vordering in en bevestig dat per mail.

Nadia
''', name='Nadia el Khattabi', dossier=['2623456'], res='Trek de vordering in', has=['kosten stapelen'])

C('forward-own-thread', 'gmail_forward', 'Fwd: Klacht 2619191', 'Sjoerd Hamstra <sjoerd.hamstra@gmail.example>', '''
Ik stuur deze nog maar eens door want ik krijg gewoon geen antwoord. Dit is de derde poging.
''', older=Older('Goedemiddag,\n\nVolgens mij klopt de rente niet in dossier 2619191. Kunt u dit narekenen?\n\nSjoerd Hamstra\nTurfkade 9\n8501 AB Joure', 'Sjoerd Hamstra', 'sjoerd.hamstra@gmail.example', 'Klacht 2619191', 1, US),
  dossier=['2619191'], addr=('Turfkade', '9', '8501 AB', 'Joure'), res=None, has=['gewoon geen antwoord'], lacks=['klopt de rente niet'])

C('apple-forward', 'apple_forward', 'Fwd: Sommatie tot betaling', 'Lotte Verhagen <lotteverhagen@me.example>', '''
Beste,

Zie onderstaande mail. Ik ben nooit klant geweest bij dit bedrijf en begrijp niet waarom ik bedreigd word met een dagvaarding. Verwijder mijn gegevens.

Lotte Verhagen
''', older=demand('2629001'), dossier=['2629001'], res='Verwijder mijn gegevens', has=['nooit klant geweest'], lacks=['Ondanks eerdere aanmaning'])

C('thunderbird-forward', 'thunderbird_forward', 'Fwd: Sommatie tot betaling', 'Koen Rademaker <koen@rademaker.example>', '''
Dit slaat echt nergens op: het gaat om een factuur op naam van mijn ex-compagnon. Ik heb dat in januari al uitgelegd.

Richt u tot hem, niet tot mij.

Koen
''', name='Koen Rademaker', older=demand('2617788'), dossier=['2617788'], res='Richt u tot hem', has=['ex-compagnon'], lacks=['dagvaarding zonder nadere'])

C('samsung-reply', 'samsung', 'Re: Sommatie tot betaling', 'Aysel Demir <ayseldemir@live.example>', '''
Ik heb een betalingsregeling met jullie en betaal elke maand netjes. Waarom krijg ik dan dit?? Ik word er ziek van. Graag rechtzetten.
''', older=demand('2621212'), dossier=['2621212'], res='Graag rechtzetten', has=['Ik word er ziek van'], lacks=['Galaxy', 'Samsung', 'Ondanks eerdere'])

C('outlook-old-reply', 'outlook_old', 'RE: Sommatie tot betaling', 'Piet Verschuren <p.verschuren@hetnet.example>', '''
L.S.,

Uw sommatie is aan het verkeerde adres. Mijn vader, die u aanschrijft, is in 2023 overleden. Dit is nu de vierde brief die mijn moeder in tranen brengt.

Stop hiermee en stuur een verontschuldiging aan mijn moeder.

P. Verschuren
''', name='P. Verschuren', older=demand('2600123'), dossier=['2600123'], res='stuur een verontschuldiging', has=['mijn moeder in tranen'], lacks=['Ondanks eerdere'])

C('windows-mail', 'windows_mail', 'Slechte bereikbaarheid', 'Gerda Pluim <gerdapluim@outlook.example>', '''
Goedenavond,

Drie dagen achtereen heb ik geprobeerd u te bellen. Steeds meer dan 40 minuten in de wacht en daarna werd de verbinding verbroken. Ondertussen loopt mijn termijn wel af.

Zorg er alstublieft voor dat iemand mij terugbelt voor vrijdag.

Gerda Pluim, 06-41223399
Dossier 2620333
''', phone='+31641223399', dossier=['2620333'], res='iemand mij terugbelt', has=['de verbinding verbroken'], lacks=['Mail voor Windows'])

C('outlook-mobile', 'outlook_mobile', 'RE: Sommatie tot betaling', 'Yusuf Kaplan <yusuf.kaplan@outlook.example>', '''
Beste meneer/mevrouw, ik heb hier niks mee te maken. Mijn naam is Kaplan en u zoekt blijkbaar een Kapelaan. Twee keer gemeld en nog steeds brieven. Kunt u dit nu eindelijk aanpassen?
''', older=demand('2613131'), dossier=['2613131'], res='Kunt u dit nu eindelijk aanpassen', has=['u zoekt blijkbaar een Kapelaan'], lacks=['Outlook'])

C('roundcube-reply', 'roundcube', 'Re: Sommatie tot betaling', 'Marijke Douma <m.douma@freedom.example>', '''
Geachte mevrouw Bos,

Uw rekensom is onjuist. Ik heb op 15 januari € 150 en op 15 februari nogmaals € 150 betaald, zodat nog € 18,77 resteert. U negeert dat en rekent doodleuk over het hele bedrag kosten.

Gelieve de kosten te crediteren.

M. Douma
''', name='M. Douma', older=demand('2608088'), dossier=['2608088'], res='Gelieve de kosten te crediteren', has=['rekent doodleuk'], lacks=['sommeren'])

C('squirrel-reply', 'squirrel', 'Re: Sommatie tot betaling', 'Ton van Gool <tvgool@scarlet.example>', '''
Dat u weigert een specificatie te geven is onwettig. Ik heb daar driemaal om gevraagd.

Ik eis binnen een week een volledige specificatie.

Ton van Gool
''', older=demand('2609091'), dossier=['2609091'], res='Ik eis binnen een week een volledige specificatie', has=['is onwettig'], lacks=['Ondanks eerdere'])

C('yahoo-reply', 'yahoo', 'Re: Sommatie tot betaling', 'Chantal Meijers <chantalmeijers@yahoo.example>', '''
Hoi,

sorry maar dit kan toch niet waar zijn? ik heb vorige week nog met een collega van jullie gesproken en die zei dat het dossier dicht was. en nu weer een sommatie. ik snap er niks meer van en ben er helemaal klaar mee.

chantal
''', name='Chantal Meijers', older=demand('2614141'), dossier=['2614141'], res=None, has=['die zei dat het dossier dicht was'], lacks=['Ondanks eerdere'])

C('webmail-reply', 'webmail_html', 'Re: Sommatie tot betaling', 'Henk Oldenburger <h.oldenburger@ziggo.example>', '''
Geachte heer Bos,

U bent al de derde die mij hierover lastigvalt. Dit is een verjaarde vordering uit 2014. Uw dreigementen maken geen indruk.

Sluit het dossier, anders stap ik naar het Kifid.

H. Oldenburger
''', name='H. Oldenburger', older=demand('2606060'), dossier=['2606060'], res='Sluit het dossier', has=['verjaarde vordering'], lacks=['Ondanks eerdere'])

C('proton-reply', 'proton', 'Re: Sommatie tot betaling', 'Iris de Wolf <irisdewolf@proton.example>', '''
Hallo,

Uw opdrachtgever heeft mij toegezegd dat er geen incasso zou volgen zolang de klacht over het product liep. U had dat kunnen weten als u uw dossier had gelezen. Erg slordig.

Schort de incasso op tot er een uitspraak is van de Geschillencommissie.

Iris de Wolf
''', older=demand('2624242'), dossier=['2624242'], res='Schort de incasso op', has=['Erg slordig'], lacks=['Proton', 'Wij sommeren'])

C('avast', 'avast', 'te veel kosten', 'Jolanda Bruins <j.bruins61@casema.example>', '''
Geachte lezer,

Voor een rekeningetje van 19 euro 95 brengt u 48 euro kosten in rekening. Dat staat in geen verhouding. Ik ben verbijsterd.

Ik wil best die 19,95 betalen maar de rest niet. Laat mij weten of u daarmee akkoord gaat.

Jolanda Bruins
''', res='of u daarmee akkoord gaat', has=['in geen verhouding'], lacks=['avast', 'Avast'])

C('dialect', 'apple', 'wa is da nou', 'Sjaan <sjaan.vdbrand@home.example>', '''
Hoi, wa is da nou weer. Ik heb al lang betaold en nou krijg ik weer zo'n brief. Ge kunt wel bezig blijven zo. Da klopt van gin kanten niet. Zaak 2630303. Groetjes Sjaan vd Brand
''', name='Sjaan', also={'name': ['Sjaan vd Brand']}, dossier=['2630303'], res=None, has=['al lang betaold'], lacks=['iPhone', 'iPad'])

C('typos', 'bare', 'klagt', 'mo83 <mo83@live.example>', '''
gaarne zou ik een klagt wille doen over u medewerkers ze belle mij alle dage op en zijn onbesgoft ook tege mijn vrouw die er niks mee te make heeft. ik wil dat dit stopt. dosier 2625252
''', name=None, dossier=['2625252'], res='ik wil dat dit stopt', has=['tege mijn vrouw'])

C('legal-lawyer', 'outlook', 'Dossier 2609999 / Van Tiggelen', 'mr. S. de Kock <dekock@advocatenzuid.example>', '''
Geachte heer, mevrouw,

Tot mij wendde zich de heer J. van Tiggelen, die mij verzocht zijn belangen te behartigen.

Cliënt betwist de vordering. Uw medewerkers hebben cliënt in de periode van 1 tot 14 februari eenendertig maal gebeld, ook na 20.00 uur en in het weekend. Een dergelijke handelwijze is in strijd met artikel 6 van de gedragscode en jegens cliënt onrechtmatig.

Ik sommeer u zich te onthouden van verdere telefonische benadering van cliënt.

Hoogachtend,

mr. S. de Kock
Advocaten Zuid
Boschdijk 40, 5612 HE Eindhoven
T 040 - 212 34 56

De inhoud van deze e-mail is vertrouwelijk en uitsluitend bestemd voor de geadresseerde.
''', name='S. de Kock', also={'name': ['mr. S. de Kock']}, behalf='J. van Tiggelen', phone='+31402123456', addr=('Boschdijk', '40', '5612 HE', 'Eindhoven'), dossier=['2609999'], res='zich te onthouden van verdere telefonische benadering', has=['eenendertig maal gebeld'], lacks=['uitsluitend bestemd'])

C('budget-coach', 'outlook', 'Namens mevrouw Sahin, dossier 2627272', 'Marloes Kuipers <m.kuipers@helpendehand.example>', '''
Beste collega's,

Namens mijn cliënte, mevrouw E. Sahin, dien ik bezwaar in tegen de wijze van incasseren. Mevrouw heeft een bijstandsuitkering en heeft u dat met stukken aangetoond; desondanks legde u beslag op haar rekening zonder rekening te houden met de beslagvrije voet.

Wij verwachten dat u het teveel geïncasseerde deze week terugstort.

Met vriendelijke groet,

Marloes Kuipers
Stichting Helpende Hand
''', behalf='E. Sahin', dossier=['2627272'], res='het teveel geïncasseerde deze week terugstort', has=['beslagvrije voet'])

C('son-for-father', 'gmail', 'Mijn vader (2616161)', 'Jeroen Tak <jeroentak@gmail.example>', '''
Goedendag,

Ik mail namens mijn vader, Gerrit Tak, die slechthorend is. Uw medewerker bleef tegen hem schreeuwen aan de telefoon en noemde hem een wanbetaler. Hij durft de telefoon niet meer op te nemen.

Neem voortaan alleen nog contact op met mij: 06 2244 6688.

Jeroen Tak
''', behalf='Gerrit Tak', phone='+31622446688', dossier=['2616161'], res='alleen nog contact op met mij', has=['durft de telefoon niet meer'])

C('no-dossier-rage', 'samsung', '!!!!', 'R. Blom <rblom_1979@hotmail.example>', '''
Stelletje oplichters. 3 brieven in 1 week voor een parkeerboete van mijn broer die ik niet eens spreek. Zoek het lekker zelf uit en val mij niet meer lastig.
''', res='val mij niet meer lastig', has=['Stelletje oplichters'], lacks=['Galaxy', 'Samsung'])

C('bullet-list', 'thunderbird', 'Diverse klachten', 'Evelien Prinsen <evelien@prinsen.example>', '''
Geachte heer, mevrouw,

Graag vraag ik uw aandacht voor de volgende punten:

- op mijn brief van 3 januari is nooit gereageerd;
- op 20 januari is zonder overleg beslag aangekondigd;
- het bedrag in de brief wijkt af van het bedrag op uw website.

Ik verzoek u op elk van deze punten schriftelijk te reageren.

Evelien Prinsen
Lindelaan 44
3735 HE Bosch en Duin
''', addr=('Lindelaan', '44', '3735 HE', 'Bosch en Duin'), res='op elk van deze punten schriftelijk te reageren', has=['nooit gereageerd', 'wijkt af van het bedrag'])

C('question-form', 'gmail', 'vraag', 'Michelle Baptiste <mbaptiste@gmail.example>', '''
Hallo,

Vinden jullie het normaal dat je iemand op zondagavond om half tien belt? En dat je dan ook nog haar zus aan de lijn vraagt wat er gespaard is? Ik niet namelijk.

Gr Michelle
''', name='Michelle Baptiste', res=None, has=['op zondagavond om half tien'])

C('ps-demand', 'thunderbird', 'Gang van zaken', 'Joop Wennink <joop.wennink@kabelfoon.example>', '''
Beste mensen,

De gang van zaken rond mijn dossier 2611111 verdient geen schoonheidsprijs. Vier verschillende medewerkers, vier verschillende verhalen, en niemand die iets opschrijft.

Met groet,
Joop Wennink

PS Wijs mij s.v.p. één vaste contactpersoon toe.
''', dossier=['2611111'], res='één vaste contactpersoon', has=['vier verschillende verhalen', 'Wijs mij s.v.p.'])

C('invoice-number', 'bare', 'Factuur 20251234', 'Sanne Krol <sannekrol@outlook.example>', '''
Beste,

Factuur 20251234 (klantnummer 8812345) is van een webshop die niet heeft geleverd. Toch stuurt u mij een rekening met kosten. Dat is de wereld op zijn kop. Een dossiernummer staat nergens op uw brief.

Stuur de zaak terug naar de webshop.

Sanne Krol
''', dossier=[], res='Stuur de zaak terug', has=['de wereld op zijn kop'])

C('two-dossiers', 'outlook', 'Dossiers 2601111 en 2601112', 'Arjan Vis <arjan@vistransport.example>', '''
Geachte,

U heeft één factuur in twee dossiers gesplitst (2601111 en 2601112) en rekent dus ook tweemaal incassokosten. Dat is in strijd met de wet en gewoon kwalijk.

Voeg de dossiers samen en breng één keer kosten in rekening.

Arjan Vis
Vis Transport B.V.
Havenweg 3, 4455 AB Nieuwdorp
KvK 20112233
''', dossier=['2601111', '2601112'], addr=('Havenweg', '3', '4455 AB', 'Nieuwdorp'), res='Voeg de dossiers samen', has=['gewoon kwalijk'], lacks=['KvK 20112233'])

C('noted-work-hours', 'apple', 'Telefoontjes', 'Femke Aalbers <femke.aalbers@icloud.example>', '''
Hi,

Ik sta voor de klas en kan overdag niet opnemen. Dat heb ik al vier keer aangegeven. Toch word ik elke dag tijdens de les gebeld. Stuur me gewoon een mailtje, hoe moeilijk kan het zijn?

Femke Aalbers
2615151
''', dossier=['2615151'], res='Stuur me gewoon een mailtje', has=['tijdens de les gebeld'], lacks=['iPhone', 'iPad'])

C('irony-mild', 'roundcube', 'Pro Actief?', 'Dirk-Jan Elzinga <dj@elzinga.example>', '''
Goedemorgen,

Met verwondering las ik de naam van uw kantoor. Vijf weken wachten op antwoord op een eenvoudige vraag noem ik eerder passief. Intussen is het bedrag wel drie keer verhoogd; dáár zit dan weer wel tempo in.

Dirk-Jan Elzinga
dossiernr. 2619876
''', dossier=['2619876'], res=None, has=['eerder passief', 'drie keer verhoogd'])

C('compliment-then-complaint', 'gmail', 'Mevrouw Aarts en de rest', 'Carla Nieuwenhuis <carla.nieuwenhuis@gmail.example>', '''
Geacht kantoor,

Mevrouw Aarts was heel vriendelijk en behulpzaam, daar niets dan lof over. Maar wat er daarna gebeurde was beneden alle peil: haar collega ontkende onze afspraak en dreigde met een deurwaarder, terwijl ik de bevestiging voor me had liggen.

Houd u aan de regeling die met mevrouw Aarts is gemaakt.

Carla Nieuwenhuis
''', res='Houd u aan de regeling', has=['ontkende onze afspraak'])

C('dmarc-fail', 'bare', 'Klacht 2622222', 'Paul Schreuder <paul@schreuder-advies.example>', '''
Geachte heer/mevrouw,

Uw kantoor heeft mijn bankrekening geblokkeerd zonder mij ooit een dagvaarding te sturen. Dat is onrechtmatig.

Ik wil dat de blokkade vandaag wordt opgeheven.

Paul Schreuder
''', headers=['Authentication-Results: mx1.proactief.example; dmarc=fail (p=reject) header.from=schreuder-advies.example; spf=fail'], allowed=False, expected=False, dossier=['2622222'], res='de blokkade vandaag wordt opgeheven', has=['zonder mij ooit een dagvaarding'])

C('dmarc-of-another', 'bare', 'Klacht 2622223', 'Paula Schreuder <paula@schreuder.example>', '''
Geachte heer/mevrouw,

Uw kantoor heeft mijn werkgever gebeld. Dat mag niet en het is bovendien schandalig.

Doe dat nooit meer.

Paula Schreuder
''', headers=['Authentication-Results: relay.elders.example; dmarc=fail header.from=schreuder.example', 'Authentication-Results: mx1.proactief.example; dmarc=pass'], dossier=['2622223'], res='Doe dat nooit meer', has=['mijn werkgever gebeld'])

C('precedence-bulk', 'bare', 'Klacht over uw handelwijze', 'Wijkvereniging De Hoek <secretaris@wijkdehoek.example>', '''
Geacht bestuur,

Onze vereniging krijgt al maanden aanmaningen voor een drukwerkrekening die nooit door ons is besteld. Op drie brieven kwam geen antwoord.

Wij verzoeken u deze zaak te sluiten. Dossier 2633333.

Namens het bestuur,
T. Hoeksma, secretaris
''', headers=['Precedence: bulk', 'X-Mailer: e-Captain'], name='T. Hoeksma', allowed=False, expected=False, dossier=['2633333'], res='deze zaak te sluiten', has=['nooit door ons is besteld'])

C('precedence-normal', 'bare', 'Klacht', 'Els Baars <els.baars@solcon.example>', '''
Goedemiddag,

Ik ben erg ontevreden over de manier waarop uw medewerker mij gisteren te woord stond. Hij liet mij niet uitpraten en noemde mij dom.

Ik wil excuses.

Els Baars
''', headers=['Precedence: first-class', 'Auto-Submitted: no', 'X-Auto-Response-Suppress: All'], res='Ik wil excuses', has=['noemde mij dom'])

C('auto-submitted-no-comment', 'bare', 'Ontevreden', 'Stefan Roos <s.roos@chello.example>', '''
Beste lezer, uw laatste brief is een aaneenschakeling van fouten: verkeerde naam, verkeerd bedrag, verkeerde datum. Graag een juiste brief.

Stefan Roos
''', headers=['Auto-Submitted: (door een mens getypt) no; owner-email="x"'], res='Graag een juiste brief', has=['aaneenschakeling van fouten'])

C('list-unsubscribe-only', 'bare', 'Onze klacht over uw brief', 'Bakkerij Smit <info@bakkerijsmit.example>', '''
Beste mensen,

Wij ontvingen een sommatie voor een levering die wij hebben geweigerd omdat het meel beschimmeld was. Dat weet uw opdrachtgever. Wij vinden het onfatsoenlijk dat u zonder hoor en wederhoor kosten rekent.

Wij willen dat u de vordering laat vallen.

Bakkerij Smit, Kees Smit
''', headers=['List-Unsubscribe: <mailto:unsub@mailprovider.example>'], name='Kees Smit', res='Wij willen dat u de vordering laat vallen', has=['zonder hoor en wederhoor'])

C('noreply-system', 'bare', 'Bericht van cliënt Pieterse', 'Clientportaal Schuldhulp <noreply@schuldhulpportaal.example>', '''
Geachte crediteur,

Mijn cliënt, de heer R. Pieterse (dossier 2634444), is ondanks het moratorium opnieuw door u gesommeerd. Dat is ontoelaatbaar en ik maak daar bezwaar tegen.

U dient alle incassohandelingen onmiddellijk te staken.

M. de Boer, schuldhulpverlener
''', allowed=False, expected=False, name='M. de Boer', behalf='R. Pieterse', dossier=['2634444'], res='alle incassohandelingen onmiddellijk te staken', has=['ondanks het moratorium'])

C('reply-to-self', 'bare', 'Klacht 2635555', 'Loes Vink <loes@werk.example>', '''
Goedendag,

Ik schrijf vanaf mijn werk, antwoord graag naar mijn privéadres. U heeft mijn loon laten blokkeren voor een schuld die al in de schuldsanering zit. Dat is gewoon fout.

Hef het beslag op.

Loes Vink
''', headers=['Reply-To: loesvink@prive.example'], to='loesvink@prive.example', email='loesvink@prive.example', dossier=['2635555'], res='Hef het beslag op', has=['in de schuldsanering'])

C('reply-to-ours', 'bare', 'Klacht', 'Sem de Groot <semdegroot@mail.example>', '''
Hallo,

Jullie website zegt dat ik niks meer open heb staan en jullie brief zegt € 85. Wat is het nu? Ik word hier erg moe van.

Maak één van de twee kloppend.

Sem
''', headers=['Reply-To: klachten@proactief.example'], name='Sem de Groot', res='Maak één van de twee kloppend', has=['erg moe van'])

C('reply-to-noreply', 'bare', 'Onvriendelijk', 'Daan Bos <daanbos@mail.example>', '''
Hoi, jullie medewerker was echt heel onvriendelijk en bot. Dat had ik niet verwacht. Daan Bos
''', headers=['Reply-To: no-reply@mail.example'], res=None, has=['heel onvriendelijk'])

C('two-reply-to', 'bare', 'Klacht familie Post', 'Anja Post <anja@familiepost.example>', '''
Geachte mevrouw, meneer,

Wij zijn gisteren beiden apart door u gebeld over dezelfde rekening, en aan ons allebei is een ander bedrag genoemd. Slordig en verwarrend.

Wij willen een schriftelijke opgave.

Anja en Bert Post
''', headers=['Reply-To: anja@familiepost.example, bert@familiepost.example'], name='Anja en Bert Post', res='Wij willen een schriftelijke opgave', has=['Slordig en verwarrend'])

C('form-cf7', 'form_cf7', '[Pro Actief Incasso] Klachtenformulier', 'Website Pro Actief Incasso <website@proactief.example>', '', fields=[
    ('Naam', 'Tessa Molenaar'), ('Adres', 'Kerkweg 77'), ('Postcode en plaats', '3214 VC Zuidland'), ('Telefoonnummer overdag', '0181-451234'), ('E-mailadres', 'tessamolenaar@mail.example'),
    ('Dossiernummer', '2636666'), ('Omschrijving van uw klacht', 'Op uw klantportaal kan ik al twee weken niet inloggen, en per telefoon wil niemand mij helpen omdat "alles via het portaal moet". Intussen krijg ik wel aanmaningskosten.\nIk vind dat onredelijk.'),
    ('Gewenste oplossing', 'Kosten laten vervallen en mij weer toegang geven.')],
  headers=['Reply-To: tessamolenaar@mail.example'], return_path='www-data@web01.proactief.example', name='Tessa Molenaar', email='tessamolenaar@mail.example', to='tessamolenaar@mail.example', phone='+31181451234',
  addr=('Kerkweg', '77', '3214 VC', 'Zuidland'), dossier=['2636666'], res='Kosten laten vervallen', has=['alles via het portaal moet', 'Ik vind dat onredelijk'], lacks=['Telefoonnummer overdag', 'contactformulier op', 'Tessa Molenaar'])

C('form-gravity', 'form_gravity', 'Nieuw bericht van Klachtenformulier', 'Pro Actief Incasso <formulier@proactief.example>', '', fields=[
    ('Naam', 'Guus Warmerdam'), ('Straat en huisnummer', 'Duinweg 5 bis'), ('Postcode', '2041 CC'), ('Woonplaats', 'Zandvoort'), ('Telefoon', '06-15151515'), ('E-mail', 'guus.warmerdam@mail.example'),
    ('Dossiernummer', '26.37.777'), ('Uw klacht', 'Uw medewerker zei dat ik de brieven "vast wel gekregen" had. Ik heb in een half jaar geen enkele brief ontvangen.\nDit is vragen om problemen.'), ('Wat wilt u dat wij doen?', 'Alle brieven alsnog toesturen, zonder kosten.')],
  name='Guus Warmerdam', email='guus.warmerdam@mail.example', to='guus.warmerdam@mail.example', phone='+31615151515', return_path='www-data@web01.proactief.example',
  addr=('Duinweg', '5 bis', '2041 CC', 'Zandvoort'), dossier=['2637777'], res='Alle brieven alsnog toesturen', has=['geen enkele brief ontvangen', 'vragen om problemen'], lacks=['Straat en huisnummer', 'Woonplaats'])

C('form-ninja', 'form_ninja', 'Klacht via de website', 'Website <website@proactief.example>', '', fields=[
    ('Voornaam', 'Roos'), ('Achternaam', 'van den Dries'), ('E-mailadres', 'roosvddries@mail.example'), ('Telefoonnummer', '013-5551234'), ('Dossiernummer', 'onbekend'),
    ('Toelichting', 'Ik word aangemaand voor mijn overleden tante. Heel pijnlijk.'), ('Gewenste oplossing', 'Brieven stoppen')],
  headers=['Reply-To: Roos van den Dries <roosvddries@mail.example>', 'Auto-Submitted: auto-generated', 'Precedence: bulk'], name='Roos van den Dries', email='roosvddries@mail.example', to='roosvddries@mail.example', phone='+31135551234',
  return_path='www-data@web01.proactief.example', res='Brieven stoppen', has=['mijn overleden tante'], lacks=['Achternaam'])

C('form-bare', 'form_bare', 'Klachtenformulier', 'Website <website@proactief.example>', '', fields=[
    ('Naam', 'Hans Pieters'), ('E-mailadres', 'hanspieters@mail.example'), ('Telefoonnummer', '0612340000'), ('Dossiernummer', '2638888'), ('Omschrijving', 'Toegezegd was dat mijn dossier een maand zou rusten. Na vier dagen lag er alweer een brief.'), ('Gewenste oplossing', 'Houd u aan uw woord.')],
  name='Hans Pieters', email='hanspieters@mail.example', to='hanspieters@mail.example', phone='+31612340000', dossier=['2638888'], return_path='www-data@web01.proactief.example', res='Houd u aan uw woord', has=['alweer een brief'], lacks=['E-mailadres'])

C('typed-labels', 'gmail', 'Klacht', 'Bram Nolet <bramnolet@gmail.example>', '''
Naam: Bram Nolet
Dossiernummer: 2639999
Klacht: er is beslag gelegd op mijn toeslagen terwijl ik een lopende regeling heb die ik stipt nakom. Heel kwalijk.
Gewenste oplossing: beslag eraf en een excuusbrief
''', dossier=['2639999'], res='beslag eraf en een excuusbrief', has=['een lopende regeling'])

C('letter-in-mail', 'bare', 'brief', 'C. Hoogeveen <c.hoogeveen@tele2.example>', '''
C. Hoogeveen
Molenstraat 31
4201 CW Gorinchem

Pro Actief Incasso
T.a.v. de Directie
Postbus 8070
5004 GB Tilburg

Gorinchem, 9 maart 2026

Betreft: klacht, dossier 2640000

Geachte directie,

Hierbij maak ik bezwaar tegen de kosten die u op 1 maart in rekening bracht. Ik heb de hoofdsom binnen de gestelde termijn voldaan en dat weet u.

Ik verzoek u de kosten te laten vervallen.

Hoogachtend,

C. Hoogeveen
''', addr=('Molenstraat', '31', '4201 CW', 'Gorinchem'), dossier=['2640000'], res='de kosten te laten vervallen', has=['binnen de gestelde termijn voldaan'])

C('short-one-line', 'apple', 'Belachelijk', 'Kim <kim.verweij@icloud.example>', 'Belachelijk dat jullie 40 euro rekenen voor 1 dag te laat. 2641414', name='Kim', dossier=['2641414'], res=None, has=['1 dag te laat'], lacks=['iPhone', 'iPad'])

C('empty-attachment-word', 'outlook_mobile', 'klacht zie bijlage', 'Ger Peeters <gpeeters@mail.example>', 'Zie bijlage.', res=None, has=['Zie bijlage'], lacks=['Outlook'])

C('vakantie-in-text', 'bare', 'Vakantie verpest', 'Robert Haan <roberthaan@mail.example>', '''
Goedemorgen,

Ik was tot en met 2 maart met vakantie en vond bij thuiskomst drie aanmaningen en een dreigbrief, allemaal binnen tien dagen verstuurd. Mensen mogen toch wel even niet thuis zijn? Wat een manier van doen.

Ik wil dat de kosten van die brieven worden geschrapt.

Robert Haan
''', res='de kosten van die brieven worden geschrapt', has=['drie aanmaningen en een dreigbrief'])

C('automatic-in-text', 'bare', 'automatisch antwoord', 'Willemijn Post <willemijnpost@mail.example>', '''
Beste Pro Actief,

Voor de vierde keer krijg ik op mijn klacht alleen een automatisch antwoord ("wij hebben uw bericht ontvangen"). Er zit blijkbaar geen mens meer bij u. Ik ben dit spuugzat.

Laat een mens mij antwoorden.

Willemijn Post, 2642222
''', dossier=['2642222'], res='Laat een mens mij antwoorden', has=['spuugzat'])

C('colleague-forward-not-ours', 'outlook', 'FW: klacht', 'Van Dijk Webshop <service@vandijkwebshop.example>', '''
Beste,

Een klant van ons klaagt terecht: u heeft hem gebeld over een rekening die wij al hebben teruggetrokken. Zo verliezen wij klanten. Dit is al de tweede keer deze maand.

Graag dossier 2643333 sluiten en voortaan eerst bij ons navragen.

Team Van Dijk
''', name='Van Dijk Webshop', older=Older('Hallo Van Dijk,\n\nIk word gebeld door een incassobureau over order 5567, die had ik teruggestuurd!\n\nLia', 'Lia Grit', 'lia@grit.example', 'klacht'), dossier=['2643333'], res='dossier 2643333 sluiten', has=['Zo verliezen wij klanten'], lacks=['order 5567'])

C('romanian-english', 'gmail', 'Problem', 'Ionut Popescu <ionutpopescu@gmail.example>', '''
Hello, i dont understand dutch letter. I pay everything to company in december, i have proof. Why you still send me letters and more money every time? This is not fair. Please check. number 2644444
Ionut Popescu
''', dossier=['2644444'], lang='en', res='Please check', has=['This is not fair'])

C('discrimination', 'yahoo_app', 'Klacht', 'Fatima Zahra Benali <fz.benali@yahoo.example>', '''
Geachte mevrouw/meneer, uw medewerker vroeg mij of ik "wel snapte hoe het hier werkt in Nederland". Ik ben hier geboren. Ik voel me gediscrimineerd. Ik wil een gesprek met zijn leidinggevende. Dossier 2645555.
''', dossier=['2645555'], res='Ik wil een gesprek met zijn leidinggevende', has=['Ik ben hier geboren'], lacks=['Yahoo'])

C('double-payment', 'webmail_html', 'dubbele incasso', 'Ella Raaijmakers <ella.raaijmakers@ziggo.example>', '''
Beste,

U heeft het bedrag van € 96,40 op 1 maart twee keer van mijn rekening gehaald. Ik sta nu rood en kan de huur niet betalen.

Stort het teveel betaalde bedrag vandaag nog terug.

Ella Raaijmakers
Zaaknummer 26 46 666
''', dossier=['2646666'], res='Stort het teveel betaalde bedrag vandaag nog terug', has=['kan de huur niet betalen'])

C('kind-hint-only', 'gmail', 'Even dit', 'Nel Schaap <nelschaap@gmail.example>', '''
Dag allemaal,

Ik wil geen zeurpiet zijn hoor, maar toen ik dinsdag belde zat de meneer te eten tijdens het gesprek en hij zuchtte de hele tijd. Dat is toch niet zo netjes?

Nel Schaap
''', res=None, has=['hij zuchtte de hele tijd'])

C('sorry-but', 'samsung', 'rekening', 'Mo Achahbar <m.achahbar@gmail.example>', '''
Beste meneer mevrouw, sorry dat ik stoor maar ik heb die rekening echt al betaald in januari bij de winkel zelf. Ik heb de bon nog. Toch komt er weer een brief met kosten. Ik weet niet meer wat ik moet doen. Kunt u het alstublieft laten stoppen? 2647777
''', dossier=['2647777'], res='Kunt u het alstublieft laten stoppen', has=['Ik heb de bon nog'], lacks=['Galaxy', 'Samsung'])

C('accusation-fraud', 'proton', 'Identiteitsfraude', 'Niels Brand <nielsbrand@proton.example>', '''
Aan de afdeling klachten,

Iemand heeft op mijn naam een telefoon besteld. Ik heb aangifte gedaan en u het proces-verbaal gestuurd. Toch blijft u mij als schuldenaar behandelen en heeft u mij aangemeld bij het BKR.

Verwijder de BKR-registratie en sluit dossier 2648888.

N. Brand
''', name='N. Brand', dossier=['2648888'], res='Verwijder de BKR-registratie', has=['als schuldenaar behandelen'], lacks=['Proton'])

C('x-spam-no', 'bare', 'Klacht', 'Trudy Hof <trudyhof@mail.example>', '''
Goedemiddag, uw brief is gericht aan "de heer Hof". Ik ben al elf jaar weduwe. Heel pijnlijk om dat te lezen. Pas dat alstublieft aan. Trudy Hof
''', headers=['X-Spam-Flag: NO', 'X-Spam-Status: No, score=-1.2 required=5.0', 'X-Spam-Level: '], res='Pas dat alstublieft aan', has=['elf jaar weduwe'])
