"""Machines: reports, absences, tickets, letters to everybody."""
from second_wrap import Case, irt, receipt

M = dict(kind='machine')
AUTO = ['Auto-Submitted: auto-replied']


def report(slug, sender, subject, says, status, k, **t):
    Case(slug, 'asis', sender, subject, '''
Content-Type: multipart/report; report-type=delivery-status; boundary="rep%s"

--rep%s
Content-Type: text/plain; charset=us-ascii

%s

--rep%s
Content-Type: message/delivery-status

%s

--rep%s
Content-Type: text/rfc822-headers

From: Klachten Pro Actief Incasso <klachten@proactief.example>
Subject: Ontvangstbevestiging klacht %s
Message-ID: <receipt.%s@proactief.example>

--rep%s--
''' % (slug, slug, says, slug, status, slug, k, k, slug), k=k, rp='', **M, **t)


report('bounce-postfix', 'MAILER-DAEMON@mx.ziggo.example (Mail Delivery System)', 'Undelivered Mail Returned to Sender',
       'This is the mail system at host mx.ziggo.example.\n\n<jan@ziggo.example>: user unknown', 'Reporting-MTA: dns; mx.ziggo.example\n\nFinal-Recipient: rfc822; jan@ziggo.example\nAction: failed\nStatus: 5.1.1', 'K-2026-000211', lang='en')
report('bounce-exchange-dutch', 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@elst.example>', 'Niet bezorgd: Ontvangstbevestiging klacht K-2026-000212',
       'Uw bericht aan p.jansen@elst.example kan niet worden bezorgd. Het postvak is vol.', 'Reporting-MTA: dns;elst.example\n\nFinal-recipient: RFC822;p.jansen@elst.example\nAction: failed\nStatus: 5.2.2', 'K-2026-000212')
report('bounce-delay', 'Mail Delivery Subsystem <MAILER-DAEMON@mail.xs4all.example>', 'Warning: could not send message for past 4 hours',
       'THIS IS A WARNING MESSAGE ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.', 'Reporting-MTA: dns; mail.xs4all.example\n\nFinal-Recipient: RFC822; b@xs4all.example\nAction: delayed\nStatus: 4.4.1', 'K-2026-000213', lang='en')

Case('bounce-qmail', 'plain', 'MAILER-DAEMON@qmail.wanadoo.example', 'failure notice', '''
Hi. This is the qmail-send program at qmail.wanadoo.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<ko@wanadoo.example>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <klachten@proactief.example>
From: Klachten Pro Actief Incasso <klachten@proactief.example>
Subject: Ontvangstbevestiging klacht K-2026-000214
Message-ID: <receipt.K-2026-000214@proactief.example>

Wij hebben uw klacht ontvangen. Dossiernummer: 2600001
''', rp='', lang='en', k='K-2026-000214', **M)

Case('bounce-zonder-kop', 'plain', '"Mail Administrator" <postmaster@bakkerij-smit.example>', 'Returned mail: Host unknown', '''
   ----- The following addresses had permanent fatal errors -----
<info@bakkerij-smit.example>
    (reason: 550 Host unknown)

   ----- Transcript of session follows -----
550 5.1.2 <info@bakkerij-smit.example>... Host unknown (Name server: bakkerij-smit.example: host not found)
''', lang='en', **M)

Case('bounce-exim', 'plain', 'Mail Delivery System <Mailer-Daemon@srv04.hoster.example>', 'Mail delivery failed: returning message to sender', '''
This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  zoe@studiozoe.example
    mailbox is full: retry timeout exceeded
''', h=AUTO + ['X-Failed-Recipients: zoe@studiozoe.example'], rp='', lang='en', **M)

Case('ooo-zonder-kop', 'plain', 'Karin Bos <k.bos@makelaardijbos.example>', 'Afwezigheidsbericht', '''
Beste relatie,

Tot en met maandag 20 juli ben ik met vakantie. Uw e-mail wordt in deze periode niet gelezen. Voor spoedeisende zaken kunt u contact opnemen met mijn collega Sander (sander@makelaardijbos.example).

Met vriendelijke groet,
Karin Bos
''', h=irt('K-2026-000215'), k='K-2026-000215', **M)

Case('ooo-engels', 'owa', '"Turner, Mark" <mark.turner@shipping.example>', 'Automatic reply: Ontvangstbevestiging klacht K-2026-000216', '''
Thank you for your e-mail. I am currently out of the office with limited access to e-mail and will return on Monday 4 May. For urgent matters please contact ops@shipping.example.

Mark Turner
''', h=irt('K-2026-000216') + ['X-Auto-Response-Suppress: All', 'X-MS-Exchange-Inbox-Rules-Loop: mark.turner@shipping.example'], rp='', lang='en', k='K-2026-000216', **M)

Case('ooo-duits-zonder-kop', 'plain', 'Ute Lindner <u.lindner@kreis-kleve.example>', 'Abwesenheitsnotiz: Ontvangstbevestiging klacht K-2026-000217', '''
Sehr geehrte Damen und Herren,

ich bin bis einschließlich 14.08. nicht im Büro. Ihre E-Mail wird nicht weitergeleitet.

Mit freundlichen Grüßen
Ute Lindner
''', lang='de', k='K-2026-000217', **M)

Case('ooo-frans', 'plain', 'Mireille Dupont <m.dupont@mairie.example>', 'Réponse automatique : Ontvangstbevestiging klacht K-2026-000218', '''
Bonjour,

Je suis absente du bureau jusqu'au 3 août inclus. En cas d'urgence, merci de contacter le secrétariat.

Cordialement,
Mireille Dupont
''', h=AUTO, lang='fr', k='K-2026-000218', **M)

Case('ooo-pools', 'plain', 'Marek Zielinski <m.zielinski@firma.example>', 'Automatyczna odpowiedź: Ontvangstbevestiging klacht K-2026-000219', '''
Dzień dobry,

jestem na urlopie do 21 lipca. Odpowiem po powrocie.

Marek Zieliński
''', h=['Auto-Submitted: auto-replied (vacation)'], lang='pl', k='K-2026-000219', **M)

Case('ooo-niet-meer-werkzaam', 'plain', 'Sjoerd Wessels <s.wessels@energiebedrijf.example>', 'Re: Ontvangstbevestiging klacht K-2026-000220', '''
Sinds 1 april ben ik niet meer werkzaam bij Energiebedrijf Midden. Dit e-mailadres wordt niet meer gelezen. U kunt uw bericht sturen naar service@energiebedrijf.example.

Dit is een automatisch gegenereerd bericht.
''', h=irt('K-2026-000220'), k='K-2026-000220', **M)

Case('ticket-ack', 'plain', 'Servicedesk Woonstede <servicedesk@woonstede.example>', '[Ticket#2026031210004417] Ontvangstbevestiging klacht K-2026-000221', '''
Geachte heer/mevrouw,

Wij hebben uw bericht in goede orde ontvangen en geregistreerd onder nummer 2026031210004417. U ontvangt binnen vijf werkdagen antwoord.

Dit is een automatisch verzonden bericht, u kunt hier niet op antwoorden.

Servicedesk Woonstede
''', h=['X-Powered-By: OTOBO', 'Precedence: bulk', 'Auto-Submitted: auto-replied'], k='K-2026-000221', **M)

Case('ticket-ack-kaal', 'plain', 'Klantenservice Zorgzeker <klantenservice@zorgzeker.example>', 'Wij hebben uw e-mail ontvangen', '''
Beste klant,

Bedankt voor uw e-mail. Wij doen ons best om uw vraag of klacht binnen 3 werkdagen te beantwoorden. Op dit bericht kunt u niet reageren.

Met vriendelijke groet,
Klantenservice Zorgzeker
''', **M)

Case('nieuwsbrief-kaal', 'page', 'Incasso Vakblad <redactie@incassovakblad.example>', 'Vakblad juni: klachten, wie heeft ze niet?', '''
<html><body><p><a href="https://incassovakblad.example/web/88">Bekijk deze mail in uw browser</a></p><h1>Vakblad juni</h1><p>"Ik ben het zat", schreef een debiteur. Lees hoe collega's omgaan met klachten, schandalige brieven en boze bellers.</p><p><a href="https://incassovakblad.example/uit?u=8">Uitschrijven</a> | Incasso Vakblad, Postbus 12, 1200 AA Hilversum</p></body></html>
''', h=['List-Unsubscribe: <https://incassovakblad.example/uit?u=8>', 'Precedence: bulk'], **M)

Case('nieuwsbrief-zonder-kop', 'page', 'Webshop Vloeren <aanbieding@vloeren.example>', 'Alleen deze week: 30% korting', '''
<html><body><p>Bent u deze nieuwsbrief liever kwijt? <a href="https://vloeren.example/u">Afmelden</a></p><p>Nu laminaat met 30% korting! Bestel voor zondag.</p><p>U ontvangt deze e-mail omdat u klant bent van Webshop Vloeren.</p></body></html>
''', **M)

Case('leesbevestiging-kaal', 'plain', 'Hilda Bruins <h.bruins@home.example>', 'Gelezen: Ontvangstbevestiging klacht K-2026-000222', '''
Uw bericht

   Aan: h.bruins@home.example
   Onderwerp: Ontvangstbevestiging klacht K-2026-000222
   Verzonden: 12-3-2026 9:04

is gelezen op 12-3-2026 11:20.
''', h=irt('K-2026-000222'), k='K-2026-000222', **M)

Case('ontvangst-dsn-relayed', 'asis', 'postmaster@mail.kliksafe.example', 'Delivery Status Notification (Relay)', '''
Content-Type: multipart/report; boundary="rl9"; report-type="delivery-status"

--rl9
Content-Type: text/plain

This is an automatically generated Delivery Status Notification.
Your message has been successfully relayed to the following recipients.

--rl9
Content-Type: message/delivery-status

Reporting-MTA: dns;mail.kliksafe.example

Final-Recipient: rfc822;a@kliksafe.example
Action: relayed
Status: 2.0.0

--rl9--
''', rp='', lang='en', **M)

Case('agenda-accept', 'asis', 'Ben Huisman <b.huisman@huismanadvies.example>', 'Geaccepteerd: Bespreking klachtenafhandeling', '''
Content-Type: multipart/alternative; boundary="cal1"

--cal1
Content-Type: text/plain; charset=utf-8


--cal1
Content-Type: text/calendar; charset=utf-8; method=REPLY

BEGIN:VCALENDAR
METHOD:REPLY
BEGIN:VEVENT
SUMMARY:Geaccepteerd: Bespreking klachtenafhandeling
DTSTART:20260701T090000Z
END:VEVENT
END:VCALENDAR
--cal1--
''', **M)

Case('eigen-adres-lus', 'plain', 'Klachten Pro Actief Incasso <klachten@proactief.example>', 'Ontvangstbevestiging klacht K-2026-000223', receipt('K-2026-000223', '2604444'),
     k='K-2026-000223', **M)

Case('spam-gemerkt', 'plain', 'Dr. Williams <williams8812@loan-fast.example>', 'Re: URGENT LOAN OFFER 3%', '''
Dear Sir, do you have financial problems? We offer loans of 5.000 to 500.000 EUR at 3% interest. Apply now, contact +44 7700 900123.
''', h=['X-Spam-Flag: YES', 'X-Spam-Status: Yes, score=18.2 required=5.0'], lang='en', kind='other', allowed=False, name='Williams', also={'name': ['Dr. Williams']}, phone='+447700900123')

Case('monitoring', 'plain', 'root <root@web01.proactief.example>', 'Cron <www-data@web01> php /var/www/cron.php', '''
PHP Warning:  Undefined variable $klacht in /var/www/form.php on line 88
''', h=['Auto-Submitted: auto-generated', 'X-Cron-Env: <SHELL=/bin/sh>'], lang='en', **M)

Case('pakket', 'page', 'PakketNL <noreply@pakketnl.example>', 'Uw pakket is onderweg', '''
<html><body><p>Beste klant,</p><p>Uw pakket 3SPAKK002604817 wordt vandaag bezorgd tussen 12.00 en 14.00 uur.</p><p>Dit is een automatische e-mail, antwoorden is niet mogelijk.</p></body></html>
''', **M)

Case('enquete', 'page', 'Klanttevredenheid <enquete@telefoonland.example>', 'Wat vond u van ons contact?', '''
<html><body><p>Beste klant, onlangs had u contact met onze klantenservice. Hoe tevreden was u? <a href="https://telefoonland.example/e/1">Geef uw mening</a></p><p>Geen prijs stellen op deze mails? <a href="https://telefoonland.example/uit">Meld u af</a>.</p></body></html>
''', h=['List-Unsubscribe: <https://telefoonland.example/uit>'], **M)

Case('ooo-met-klachtwoorden', 'plain', 'Afdeling Klachten <klachten@bouwmarkt.example>', 'Automatisch antwoord: Ontvangstbevestiging klacht K-2026-000224', '''
Wij zijn op dit moment gesloten. Heeft u een klacht of bent u ontevreden? Dan vinden wij dat heel vervelend. Wij nemen zo spoedig mogelijk contact met u op.
''', k='K-2026-000224', **M)

Case('lijst', 'plain', 'Erik van Loon <erik@vanloon.example>', '[nvi-leden] Re: nieuwe klachtenregeling', '''
Beste collega's,

Ik ben het niet eens met de vorige spreker; de klachtenregeling is juist een verbetering.

Erik
_______________________________________________
nvi-leden mailing list
nvi-leden@lijst.example
https://lijst.example/mailman/listinfo/nvi-leden
''', h=['List-Id: <nvi-leden.lijst.example>', 'List-Unsubscribe: <mailto:nvi-leden-leave@lijst.example>', 'Precedence: list', 'X-Mailman-Version: 2.1.39'], rp='nvi-leden-bounces@lijst.example', **M)
