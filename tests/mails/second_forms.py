"""Our own web form in several makes, and what people attach."""
from second_wrap import Case, b64

SITE = 'Website Pro Actief Incasso <website@proactief.example>'
FORM = dict(rp='www-data@web01.proactief.example')


def reply(a):
    return ['Reply-To: ' + a, 'X-Mailer: PHPMailer 6.9.3 (https://github.com/PHPMailer/PHPMailer)']


Case('webform-cf7', 'plain', SITE, '[Pro Actief Incasso] Klachtenformulier', '''
Naam: Mevr. Thirza Kloosterboer
Adres: Eerste Oosterparkstraat 120-3hoog
Postcode en plaats: 1091 HE Amsterdam
Telefoonnummer overdag: +31 (0)20 665 31 08
E-mailadres: thirza.kloosterboer@upc.example
Dossiernummer: 26 23 118
Omschrijving van uw klacht:
De medewerker die ik sprak wist niets van mijn regeling en beweerde dat ik loog. Ik heb de bevestiging zwart op wit.

Dit is de derde keer al.

Gewenste oplossing:
Dat iemand mij belt die het dossier wél kent.

--
Deze e-mail is verzonden via het contactformulier op Pro Actief Incasso (https://www.proactief.example)
''', h=reply('thirza.kloosterboer@upc.example') + ['X-WPCF7-Content-Type: text/plain'], to='thirza.kloosterboer@upc.example', name='Thirza Kloosterboer', phone='+31206653108',
     addr=('Eerste Oosterparkstraat', '120-3hoog', '1091 HE', 'Amsterdam'), d=['2623118'], res='Dat iemand mij belt', has=['beweerde dat ik loog', 'de derde keer al'],
     leak=['verzonden via het contactformulier', 'Telefoonnummer overdag'], also={'name': ['Mevr. Thirza Kloosterboer']}, **FORM)

Case('webform-gravity', 'page', SITE, 'Nieuwe inzending: Klacht indienen', '''
<html><body><table width="99%" border="0" cellpadding="1" cellspacing="0" bgcolor="#EAEAEA"><tr><td>
<table width="100%" border="0" cellpadding="5" cellspacing="0" bgcolor="#FFFFFF">
<tr bgcolor="#EAF2FA"><td colspan="2"><font style="font-family: sans-serif; font-size:12px;"><strong>Uw naam</strong></font></td></tr>
<tr bgcolor="#FFFFFF"><td width="20">&nbsp;</td><td><font style="font-family: sans-serif; font-size:12px;">Alexander de Quay</font></td></tr>
<tr bgcolor="#EAF2FA"><td colspan="2"><font><strong>Straat en huisnummer</strong></font></td></tr>
<tr bgcolor="#FFFFFF"><td width="20">&nbsp;</td><td><font>Burg. Cramerlaan 6</font></td></tr>
<tr bgcolor="#EAF2FA"><td colspan="2"><font><strong>Postcode</strong></font></td></tr>
<tr bgcolor="#FFFFFF"><td width="20">&nbsp;</td><td><font>6573bd</font></td></tr>
<tr bgcolor="#EAF2FA"><td colspan="2"><font><strong>Woonplaats</strong></font></td></tr>
<tr bgcolor="#FFFFFF"><td width="20">&nbsp;</td><td><font>Beek-Ubbergen</font></td></tr>
<tr bgcolor="#EAF2FA"><td colspan="2"><font><strong>E-mail</strong></font></td></tr>
<tr bgcolor="#FFFFFF"><td width="20">&nbsp;</td><td><font><a href="mailto:sander@dequay.example">sander@dequay.example</a></font></td></tr>
<tr bgcolor="#EAF2FA"><td colspan="2"><font><strong>Telefoon</strong></font></td></tr>
<tr bgcolor="#FFFFFF"><td width="20">&nbsp;</td><td><font>024-6841122</font></td></tr>
<tr bgcolor="#EAF2FA"><td colspan="2"><font><strong>Kenmerk / dossiernummer</strong></font></td></tr>
<tr bgcolor="#FFFFFF"><td width="20">&nbsp;</td><td><font>2618.301</font></td></tr>
<tr bgcolor="#EAF2FA"><td colspan="2"><font><strong>Uw klacht</strong></font></td></tr>
<tr bgcolor="#FFFFFF"><td width="20">&nbsp;</td><td><font>Op uw portaal staat dat mijn schuld is voldaan, maar per post blijf ik aanmaningen krijgen.<br />Ik word van afdeling naar afdeling gestuurd.</font></td></tr>
<tr bgcolor="#EAF2FA"><td colspan="2"><font><strong>Wat wilt u dat wij doen?</strong></font></td></tr>
<tr bgcolor="#FFFFFF"><td width="20">&nbsp;</td><td><font>E&eacute;n brief waarin staat dat het klaar is</font></td></tr>
</table></td></tr></table></body></html>
''', h=['X-Mailer: PHPMailer 6.8.0'], to='sander@dequay.example', name='Alexander de Quay', phone='+31246841122',
     addr=('Burg. Cramerlaan', '6', '6573 BD', 'Beek-Ubbergen'), d=['2618301'], res='Eén brief waarin staat dat het klaar is', has=['blijf ik aanmaningen krijgen'],
     leak=['Straat en huisnummer'], note='the customer\'s address stands in the body only', **FORM)

Case('webform-htmltabel', 'page', 'Pro Actief <noreply@proactief.example>', 'Contactformulier: klacht', '''
<html><body><h3>Er is een formulier ingevuld</h3><table border="1"><tr><th>Veld</th><th>Waarde</th></tr>
<tr><td>Voornaam</td><td>Chantal</td></tr><tr><td>Achternaam</td><td>van den Eijnden</td></tr>
<tr><td>Straat</td><td>Havikstraat</td></tr><tr><td>Huisnummer</td><td>77</td></tr><tr><td>Toevoeging</td><td>B</td></tr>
<tr><td>Postcode</td><td>5081 PC</td></tr><tr><td>Plaats</td><td>Hilvarenbeek</td></tr>
<tr><td>Telefoon</td><td>06 29881304</td></tr><tr><td>E-mailadres</td><td>chantal_vde@hotmail.example</td></tr>
<tr><td>Dossiernummer</td><td>2610488</td></tr><tr><td>Onderwerp</td><td>Klacht</td></tr>
<tr><td>Bericht</td><td>Jullie hebben mijn salarisstrook aan mijn huisbaas gestuurd! Hoe kan dit gebeuren? Ik wil weten wie dat gedaan heeft.</td></tr>
<tr><td>IP-adres</td><td>198.51.100.17</td></tr><tr><td>Tijdstip</td><td>11-06-2026 13:20</td></tr></table></body></html>
''', h=['Reply-To: chantal_vde@hotmail.example'], to='chantal_vde@hotmail.example', name='Chantal van den Eijnden', phone='+31629881304',
     addr=('Havikstraat', '77B', '5081 PC', 'Hilvarenbeek'), d=['2610488'], res='Ik wil weten wie dat gedaan heeft', has=['mijn salarisstrook aan mijn huisbaas'],
     leak=['198.51.100.17'], **FORM)

Case('webform-vraag', 'plain', SITE, '[Pro Actief Incasso] Contactformulier', '''
Naam: Ruben Straatsma
E-mailadres: ruben@straatsma.example
Telefoonnummer: 0511-461122
Dossiernummer: 2621990
Onderwerp: vraag
Bericht:
Kan ik het openstaande bedrag ook met iDEAL betalen? Ik zie de betaallink niet meer in mijn mail.

--
Deze e-mail is verzonden via het contactformulier op Pro Actief Incasso (https://www.proactief.example)
''', 'other', h=reply('ruben@straatsma.example'), to='ruben@straatsma.example', name='Ruben Straatsma', phone='+31511461122', d=['2621990'], **FORM)

Case('webform-compliment', 'plain', SITE, '[Pro Actief Incasso] Klachtenformulier', '''
Naam: W. Oosting
Adres: Havenkade 2
Postcode en plaats: 9934 BA Delfzijl
Telefoonnummer overdag: 
E-mailadres: w.oosting@home.example
Dossiernummer: 2604900
Omschrijving van uw klacht:
Geen klacht maar een pluim voor Anneke van de klantenservice. Zij heeft mij zo goed geholpen, daar kan menig bedrijf een voorbeeld aan nemen!

Gewenste oplossing:
n.v.t.

--
Deze e-mail is verzonden via het contactformulier op Pro Actief Incasso (https://www.proactief.example)
''', 'compliment', h=reply('w.oosting@home.example'), to='w.oosting@home.example', name='W. Oosting', addr=('Havenkade', '2', '9934 BA', 'Delfzijl'), d=['2604900'],
     has=['een pluim voor Anneke'], leak=['verzonden via'], **FORM)

Case('webform-namens', 'plain', SITE, '[Pro Actief Incasso] Klachtenformulier', '''
Naam: Stichting Schuldhulp Noord, t.a.v. Ilse Brandsma
Adres: Postbus 1120
Postcode en plaats: 9701BC Groningen
Telefoonnummer overdag: 050 - 368 20 00
E-mailadres: i.brandsma@schuldhulpnoord.example
Dossiernummer: 2607120
Omschrijving van uw klacht:
Ik schrijf namens onze cliënt, de heer K. Mulder. U weigert mee te werken aan het minnelijk traject en reageert al tien weken niet op ons saldoverzoek. Dat is in strijd met de gedragscode.
Gewenste oplossing:
Een reactie op het saldoverzoek van 2 maart

--
Deze e-mail is verzonden via het contactformulier op Pro Actief Incasso (https://www.proactief.example)
''', h=reply('i.brandsma@schuldhulpnoord.example'), to='i.brandsma@schuldhulpnoord.example', name='Ilse Brandsma', obo='K. Mulder', phone='+31503682000',
     addr=('Postbus', '1120', '9701 BC', 'Groningen'), d=['2607120'], res='Een reactie op het saldoverzoek', has=['U weigert mee te werken'],
     also={'name': ['Stichting Schuldhulp Noord, t.a.v. Ilse Brandsma', 'Stichting Schuldhulp Noord'], 'on_behalf_of': ['de heer K. Mulder']}, **FORM)

Case('bijlagenaam', 'mixed', 'Lotte Wagenaar <lotte.wagenaar@gmail.example>', 'Klacht, zie bijlage', '''
Hoi,

In de bijlage de brief waar het om gaat. Ik snap er niets van en aan de telefoon word ik afgesnauwd. Kan iemand mij normaal uitleggen wat dit is?

Lotte Wagenaar
''', att=('application/octet-stream', 'Brief Pro Actief dossier 2613517.docx', b'PK\x03\x04' + b'\0' * 200), name='Lotte Wagenaar', d=['2613517'],
     res='Kan iemand mij normaal uitleggen', has=['word ik afgesnauwd'])

Case('alleen-bijlage', 'mixed', 'Bert Kuipers <bert.kuipers@ziggo.example>', 'klachtbrief 2612601', '''
''', att=('application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'klacht.docx', b'PK\x03\x04' + b'\0' * 300), name='Bert Kuipers', d=['2612601'])

Case('smime-getekend', 'asis', 'Frank Dorrestein <frank@dorrestein.example>', 'Klacht dossier 2617222', '''
Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg="sha-256"; boundary="sgn1"

--sgn1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Geachte heer Spaans,

U heeft mijn gegevens gedeeld met een derde partij in India; die belt mij
nu in gebroken Engels. Dat is een datalek en dat neem ik hoog op.

Ik verlang opgave van alle partijen met wie u mijn gegevens heeft gedeeld.

Frank Dorrestein
Weteringschans 187B
1017 XE Amsterdam
--sgn1
Content-Type: application/pkcs7-signature; name="smime.p7s"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="smime.p7s"

MIIGXwYJKoZIhvcNAQcCoIIGUDCCBkwCAQExDzANBglghkgBZQMEAgEFADALBgkqhkiG9w0BBwGg
--sgn1--
''', name='Frank Dorrestein', addr=('Weteringschans', '187B', '1017 XE', 'Amsterdam'), d=['2617222'], res='opgave van alle partijen', has=['dat neem ik hoog op'])

Case('pgp-inline', 'plain', 'Thijs Overbeek <thijs@overbeek.example>', 'klacht', '''
-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA512

Beste mensen,

Uw betaalpagina vraagt om een kopie van mijn paspoort zonder doel of grondslag. Zonder upload kan ik niet betalen en
daarna krijg ik wel een verhoging. Dat is pure chantage.

Zet die verplichting uit en haal de verhoging in 2620771 eraf.

- -- 
Thijs Overbeek
-----BEGIN PGP SIGNATURE-----

iQIzBAEBCgAdFiEE5tXGZ2604817AAoJEJ+2611111kTMQP/3xW
=Zq1L
-----END PGP SIGNATURE-----
''', name='Thijs Overbeek', d=['2620771'], res='Zet die verplichting uit', has=['Dat is pure chantage'], leak=['iQIzBAEBCgAdFiEE', 'SHA512'])

INNER = '''From: Pro Actief Incasso <incasso@proactief.example>
To: femke@terlaak.example
Subject: Sommatie dossier 2608614
Date: Mon, 2 Mar 2026 09:00:00 +0100
Content-Type: text/plain; charset=utf-8

Geachte mevrouw Ter Laak, wij sommeren u te betalen.
Dossiernummer: 2608614
Pro Actief Incasso, Postbus 8070, 5004 GB Tilburg, 013 88 93 930
'''
Case('rfc822-base64', 'asis', 'Femke ter Laak <femke@terlaak.example>', 'Fwd: Sommatie', '''
Content-Type: multipart/mixed; boundary="fw88"

--fw88
Content-Type: text/plain; charset=utf-8

Zie de bijgevoegde mail. Dit bedrag is al in december betaald, ik word hier zo moe van. Trek dit in.

Femke ter Laak
06-50 11 88 04
--fw88
Content-Type: message/rfc822; name="Sommatie.eml"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="Sommatie.eml"

''' + b64(INNER) + '--fw88--\n', name='Femke ter Laak', phone='+31650118804', d=['2608614'], res='Trek dit in', has=['ik word hier zo moe van'], leak=['wij sommeren u'],
     note='the number stands in the attached mail only')

Case('eigen-noreply', 'plain', 'Jasper Nooij <noreply@nooij-fotografie.example>', 'Klacht over belgedrag', '''
Geachte heer, mevrouw,

Ondanks mijn uitdrukkelijke verzoek belt u mijn zakelijke nummer. Mijn klanten horen dat. Ik wil dat u uitsluitend mailt.

Dossier 2611913

Jasper Nooij
''', name='Jasper Nooij', d=['2611913'], res='dat u uitsluitend mailt', has=['Mijn klanten horen dat'], allowed=False, to='noreply@nooij-fotografie.example',
     note='no-reply sender: the receipt waits')

Case('replyto-anders', 'plain', 'Secretariaat Huisartsenpraktijk <balie@hap-deberk.example>', 'Klacht dr. Smeets', '''
Geachte heer,

Namens dokter Smeets stuur ik u dit bericht. Uw medewerkers bellen op de spoedlijn van onze praktijk. Dat is levensgevaarlijk en het moet vandaag nog stoppen.

Haal ons nummer uit uw systeem. Het gaat om dossier 2614001.

Vriendelijke groet,
Wendy Hoeks
doktersassistente
''', h=['Reply-To: Dr. P. Smeets <p.smeets@hap-deberk.example>'], to='p.smeets@hap-deberk.example', name='Wendy Hoeks', obo='Smeets',
     also={'on_behalf_of': ['dokter Smeets', 'dr. Smeets', 'P. Smeets', 'Dr. P. Smeets']}, d=['2614001'], res='Haal ons nummer uit uw systeem', has=['Dat is levensgevaarlijk'])

Case('geen-charset', 'raw8', 'Noor Schröder <noor.schroder@gmail.example>', 'Klacht', '''
Wat een café-praat van uw medewerker: "u bent vast weer zo'n profiteur". Ik ben fors geïrriteerd.
Ik wil mijn € 40 aanmaningskosten terug. Zaak 2603330.

Noor Schröder, Aïdaplein 3, 1015 CC Amsterdam
''', cs='cp1252', ct='', name='Noor Schröder', addr=('Aïdaplein', '3', '1015 CC', 'Amsterdam'), d=['2603330'], res='mijn € 40 aanmaningskosten terug', has=['fors geïrriteerd', 'café-praat'])
