"""People who do not complain: questions, changes, offers, thanks."""
from second_wrap import Case

O = dict(kind='other')
Case('betaalvraag', 'gmail', 'Sanne Jochems <sannejochems@gmail.example>', 'Rekeningnummer?', '''
Hoi! Naar welk rekeningnummer moet ik het bedrag van dossier 2625001 overmaken? Op de brief is een koffievlek gekomen haha.
Groetjes Sanne Jochems
''', name='Sanne Jochems', d=['2625001'], **O)
Case('adreswijziging', 'outlook', 'Pieter Klop <pieter.klop@solcon.example>', 'Adreswijziging dossier 2609090', '''
Geachte heer/mevrouw,

Per 1 juli verhuizen wij naar Zonnebloemstraat 19, 3911 AB Rhenen. Wilt u dit in uw administratie verwerken?

Met vriendelijke groet,

Pieter Klop
Grebbeweg 4
3911 AS Rhenen
''', name='Pieter Klop', addr=('Grebbeweg', '4', '3911 AS', 'Rhenen'), also={'address': [{'street': 'Zonnebloemstraat', 'house_number': '19', 'postcode': '3911 AB', 'city': 'Rhenen'}]}, d=['2609090'], **O)
Case('kopie-factuur', 'apple', 'Esra Aydin <esra.aydin@icloud.example>', 'kopie', '''
Goedemiddag, zouden jullie mij een kopie van de factuur kunnen mailen die bij dossier 2624117 hoort? Ik kan hem niet vinden. Alvast bedankt! Esra Aydin

Verstuurd vanaf mijn iPhone
''', name='Esra Aydin', d=['2624117'], **O)
Case('avg-verzoek', 'plain', 'Wouter Heida <wouter@heida.example>', 'Inzageverzoek artikel 15 AVG', '''
Geachte functionaris gegevensbescherming,

Op grond van artikel 15 AVG verzoek ik u om een overzicht van de persoonsgegevens die u van mij verwerkt, alsmede de doeleinden en ontvangers.

Graag ontvang ik dit binnen een maand.

Wouter Heida
Stationsweg 12
9471 GM Zuidlaren
Dossier 2602266
''', name='Wouter Heida', addr=('Stationsweg', '12', '9471 GM', 'Zuidlaren'), d=['2602266'], **O)
Case('regeling', 'samsung', 'Daan Brouns <daanbrouns@hotmail.example>', 'Regeling', '''
Dag, ik zou graag in termijnen van 50 euro willen betalen ivm ziekte. Kan dat? Dossier 2623777. Gr Daan Brouns
''', name='Daan Brouns', d=['2623777'], **O)
Case('engelse-vraag', 'owa', 'Kavita Rao <kavita.rao@outlook.example>', 'Question about reference 2622345', '''
Hi,

Could you please tell me what this letter is about? I do not read Dutch well. Is there an English version available?

Many thanks,
Kavita Rao
''', name='Kavita Rao', d=['2622345'], lang='en', **O)
Case('sollicitatie', 'gmail', 'Menno Vlietstra <mennovlietstra@gmail.example>', 'Sollicitatie medewerker klachten', '''
Geachte mevrouw Aarts,

Met veel interesse las ik uw vacature voor medewerker klachtenafhandeling. Ik heb vier jaar ervaring met ontevreden klanten en weet hoe ik een klacht tot een goed einde breng. Mijn cv vindt u bijgevoegd.

Met vriendelijke groet,
Menno Vlietstra
Parklaan 60, 8916 ES Leeuwarden, 06-12 44 90 31
''', name='Menno Vlietstra', phone='+31612449031', addr=('Parklaan', '60', '8916 ES', 'Leeuwarden'), **O)
Case('klachtenregeling-opvragen', 'bird', 'Hedda Kamp <h.kamp@wijkteam-oost.example>', 'Klachtenregeling', '''
Goedemorgen,

Heeft u een klachtenregeling en zo ja, kunt u mij die toesturen? Ik heb die nodig voor een cursus die ik geef.

Hedda Kamp
Wijkteam Oost
''', name='Hedda Kamp', **O)
Case('offerte-verkoop', 'gmail', 'Maurits van Haren <maurits@leadfabriek.example>', 'Meer betalingen, minder klachten?', '''
Beste directie,

Ik zag op uw website dat u veel met klachten te maken heeft. Onze software helpt incassobureaus om sneller te reageren. Heeft u volgende week een kwartiertje voor een kennismaking?

Maurits van Haren
Leadfabriek
''', name='Maurits van Haren', **O)
Case('betaald-melding', 'apple', 'Rik Sanders <rik.sanders@me.example>', '2619212', '''
Zojuist betaald, zie screenshot. Daarmee is het afgehandeld neem ik aan?

Rik Sanders
''', name='Rik Sanders', d=['2619212'], **O)
Case('intrekken', 'plain', 'Geke Altena <geke.altena@planet.example>', 'Klacht K-2026-000131 intrekken', '''
Geachte mevrouw Aarts,

Inmiddels heb ik een keurig antwoord gekregen van uw collega. U kunt mijn klacht K-2026-000131 daarom als ingetrokken beschouwen.

Vriendelijke groet,
Geke Altena
''', kind='follow-up', k='K-2026-000131', name='Geke Altena', has=['als ingetrokken beschouwen'], res=None, also={})
Case('terugbelverzoek', 'gmail', 'Carlijn Mol <carlijnmol@gmail.example>', 'Terugbelverzoek', '''
Goedemiddag,

Zou iemand mij morgen willen terugbellen over dossier 2625100? Ik ben bereikbaar op 06 41 22 33 19 tussen 9 en 12.

Dank u wel,
Carlijn Mol
''', name='Carlijn Mol', phone='+31641223319', d=['2625100'], **O)
Case('compliment-telefonisch', 'gmail', 'Desiree Faber <desireefaber@gmail.example>', 'Even een bedankje', '''
Hallo allemaal,

Gisteren sprak ik met Jolanda van jullie afdeling. Wat een lieve en behulpzame vrouw! Ik zag er zo tegenop om te bellen, maar binnen vijf minuten was alles geregeld. Dat mag ook weleens gezegd worden.

Desiree Faber
dossier 2620607
''', kind='compliment', name='Desiree Faber', d=['2620607'], has=['Wat een lieve en behulpzame vrouw'])
Case('compliment-engels', 'plain', 'Tom Whitfield <tom.whitfield@btinternet.example>', 'Thank you', '''
Dear team,

Just a quick note to say how impressed I was with the way Ms de Wit handled my case. Patient, clear and kind. Keep it up!

Tom Whitfield
File 2606262
''', kind='compliment', name='Tom Whitfield', d=['2606262'], lang='en', has=['how impressed I was'])
Case('compliment-met-oud-zeer', 'bird', 'Leo Habets <leo.habets@home.example>', 'tevreden', '''
Geachte directie,

Vorig jaar was ik nog boos op uw bureau, maar ik moet zeggen: de heer Bos heeft het deze keer uitstekend opgepakt. Mijn complimenten daarvoor, ere wie ere toekomt.

Leo Habets
Dr. Poelsstraat 18, 6411 HH Heerlen
''', kind='compliment', name='Leo Habets', addr=('Dr. Poelsstraat', '18', '6411 HH', 'Heerlen'), has=['uitstekend opgepakt'])
