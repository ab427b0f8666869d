"""Machine mail of all kinds: certain by its headers, or doubtful and known only by its words."""
from generate import M, US


def report(kind, human, machine_part, original='Message-ID: <receipt.K-2026-000401@proactief.example>\nSubject: Ontvangstbevestiging klacht K-2026-000401\nTo: weg@mail.example\n'):
    return ('--rb\nContent-Type: text/plain; charset=utf-8\n\n%s\n\n--rb\nContent-Type: message/%s\n\n%s\n\n--rb\nContent-Type: text/rfc822-headers\n\n%s\n--rb--\n' % (human, kind, machine_part, original)).encode()


DSN = 'Reporting-MTA: dns; mx.mail.example\n\nFinal-Recipient: rfc822; weg@mail.example\nAction: %s\nStatus: %s\nDiagnostic-Code: smtp; %s'
RT = 'Content-Type: multipart/report; report-type=%s; boundary="rb"'

M('bounce-postfix', 'Undelivered Mail Returned to Sender', 'Mail Delivery System <MAILER-DAEMON@mx.mail.example>', headers=[RT % 'delivery-status', 'Auto-Submitted: auto-replied'], return_path='',
  raw=report('delivery-status', 'This is the mail system at host mx.mail.example.\n\nI\'m sorry to have to inform you that your message could not be delivered.', DSN % ('failed', '5.1.1', '550 5.1.1 User unknown')), number='K-2026-000401', name=None, lang='en')
M('bounce-exchange', 'Onbestelbaar: Ontvangstbevestiging klacht K-2026-000401', 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@bedrijf.example>', headers=[RT % 'delivery-status', 'X-MS-Exchange-Message-Is-Ndr: '], return_path='',
  raw=report('delivery-status', 'Uw bericht kan niet worden bezorgd bij weg@mail.example.\n\nDe geadresseerde is niet gevonden.', DSN % ('failed', '5.1.10', '550 5.1.10 RESOLVER.ADR.RecipientNotFound')), number='K-2026-000401', name=None)
M('delay-sendmail', 'Warning: could not send message for past 4 hours', 'Mail Delivery Subsystem <MAILER-DAEMON@smtp.mail.example>', headers=[RT % 'delivery-status', 'Auto-Submitted: auto-generated (warning-timeout)'], return_path='',
  raw=report('delivery-status', '    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n', DSN % ('delayed', '4.4.1', 'Connection timed out')), number='K-2026-000401', name=None, lang='en')
M('bounce-exim', 'Mail delivery failed: returning message to sender', 'Mail Delivery System <Mailer-Daemon@host.example>', '''
This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its recipients. This is a permanent error. The following address(es) failed:

  weg@mail.example
    Unrouteable address
''', headers=['X-Failed-Recipients: weg@mail.example', 'Auto-Submitted: auto-replied', 'References: <receipt.K-2026-000402.0011223344@proactief.example>'], return_path='', number='K-2026-000402', name=None, lang='en')
M('bounce-qmail-bare', 'failure notice', 'MAILER-DAEMON@qmail.example', '''
Hi. This is the qmail-send program at qmail.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<weg@qmail.example>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Subject: Ontvangstbevestiging klacht K-2026-000403
''', return_path='', number='K-2026-000403', name=None, lang='en')
M('bounce-no-signs', 'Bericht niet bezorgd', 'Mailserver Ziggo <berichten@mailserver.example>', '''
Uw bericht kon niet worden afgeleverd aan de volgende geadresseerde: weg@ziggo.example

Reden: mailbox is vol (quota overschreden).

Onderwerp van het oorspronkelijke bericht: Ontvangstbevestiging klacht K-2026-000404
''', number='K-2026-000404', name=None)
M('mdn-read', 'Read: Ontvangstbevestiging klacht K-2026-000405', 'Erik Pons <erik.pons@mail.example>', headers=[RT % 'disposition-notification', 'In-Reply-To: <receipt.K-2026-000405@proactief.example>'],
  raw=report('disposition-notification', 'Your message was read on Monday, 2 March 2026.', 'Final-Recipient: rfc822; erik.pons@mail.example\nOriginal-Message-ID: <receipt.K-2026-000405@proactief.example>\nDisposition: manual-action/MDN-sent-manually; displayed'), number='K-2026-000405', lang='en')
M('mdn-deleted', 'Niet gelezen: Ontvangstbevestiging klacht K-2026-000406', 'Sonja Vat <sonja.vat@mail.example>', headers=[RT % 'disposition-notification'],
  raw=report('disposition-notification', 'Uw bericht is ongelezen verwijderd op maandag 2 maart 2026.', 'Final-Recipient: rfc822; sonja.vat@mail.example\nOriginal-Message-ID: <receipt.K-2026-000406@proactief.example>\nDisposition: automatic-action/MDN-sent-automatically; deleted', 'Message-ID: <receipt.K-2026-000406@proactief.example>\n'), number='K-2026-000406')
M('mdn-thunderbird', 'Leesbevestiging (weergegeven) - Ontvangstbevestiging klacht K-2026-000407', 'Pim Post <pimpost@mail.example>', '''
Dit is een leesbevestiging voor de e-mail die u hebt verzonden naar pimpost@mail.example

Notitie: deze leesbevestiging bevestigt alleen dat het bericht is geopend op de computer van de ontvanger.
''', number='K-2026-000407')
M('arf', 'Abuse report', 'Feedback Loop <feedback@isp.example>', headers=['Content-Type: multipart/report; report-type=feedback-report; boundary="rb"'],
  raw=report('feedback-report', 'This is an email abuse report for an email message received from IP 192.0.2.5.', 'Feedback-Type: abuse\nUser-Agent: Loop/1.0\nVersion: 1'), number='K-2026-000401', name=None, lang='en')

# ---- out of office ----
M('ooo-exchange-nl', 'Automatisch antwoord: Ontvangstbevestiging klacht K-2026-000410', 'Jansen, Truus <t.jansen@gemeente.example>', 'Ik ben afwezig t/m 16 maart. Voor dringende zaken kunt u bellen met 14 013.', headers=['Auto-Submitted: auto-generated', 'X-MS-Exchange-Inbox-Rules-Loop: t.jansen@gemeente.example'], return_path='', number='K-2026-000410')
M('ooo-exchange-en', 'Automatic reply: Ontvangstbevestiging klacht K-2026-000411', 'Smith, Peter <p.smith@corp.example>', 'I am out of the office until Monday with no access to email.', headers=['auto-submitted: auto-generated'], return_path='', number='K-2026-000411', lang='en')
M('ooo-german', 'Automatische Antwort: Ontvangstbevestiging klacht K-2026-000412', 'Klaus Berger <k.berger@firma.example>', 'Ich bin bis zum 20. März nicht im Büro. Ihre Nachricht wird nicht weitergeleitet.', headers=['Auto-Submitted: auto-replied'], number='K-2026-000412', lang='de')
M('ooo-no-headers', 'Afwezig', 'Ans Wouda <answouda@mail.example>', 'Dank voor uw mail. Ik ben van 1 tot en met 14 maart met vakantie en lees mijn mail niet. Vanaf 15 maart ben ik weer bereikbaar.\n\nAns Wouda')
M('ooo-no-headers-en', 'Out of office', 'Liam Byrne <liam.byrne@mail.example>', "Thanks for your message. I'm on annual leave until 20 March and will reply when I return. For urgent matters contact my colleague.", lang='en')
M('ooo-quoting-complaint', 'Afwezigheidsmelding: Ontvangstbevestiging klacht K-2026-000413', 'Wietse Hoek <w.hoek@school.example>', '''
Ik ben momenteel niet aanwezig wegens ziekte. Mijn e-mail wordt niet doorgestuurd. Heeft u een klacht, neem dan contact op met de administratie.

Wietse Hoek
''', number='K-2026-000413')
M('ooo-gmail', 'Vakantie! Re: Ontvangstbevestiging klacht K-2026-000414', 'Dewi Ramdin <dewiramdin@gmail.example>', 'Ik ben op vakantie van 1 t/m 20 maart en beantwoord geen mail.', headers=['Precedence: bulk', 'X-Autoreply: yes', 'Auto-Submitted: auto-replied'], number='K-2026-000414')
M('ooo-vacation-header', 'away from my mail', 'Joris <joris@unixhost.example>', 'I will not be reading my mail for a while. Your mail will be read when I return.', headers=['Precedence: junk', 'X-Vacation: yes'], name='Joris', lang='en')
M('ooo-lotus', 'Piet de Nijs is niet op kantoor.', 'p.denijs@provincie.example', 'Ik ben afwezig vanaf  02-03-2026 tot en met 09-03-2026.\n\nIk zal uw bericht beantwoorden zodra ik terug ben.\n', headers=['X-MIMETrack: Serialize by Router on MAIL1'], name=None)
M('ooo-left', 'Automatisch bericht', 'Karin Slot <k.slot@bank.example>', 'Per 1 februari ben ik niet meer werkzaam bij de bank. Uw e-mail wordt niet gelezen en niet doorgestuurd. Dit is een automatisch bericht.')
M('ooo-x-autoresponder', 'Uw bericht', 'Balie Huisartsen <balie@huisartsen.example>', 'Bedankt voor uw bericht. Wij zijn gesloten tot maandag 8.00 uur.', headers=['X-Autoresponder: yes'], name='Balie Huisartsen')
M('ooo-french', 'Réponse automatique : Ontvangstbevestiging', 'Luc Moreau <luc.moreau@mail.example>', 'Je suis absent du bureau jusqu\'au 18 mars.', headers=['X-Auto-Response-Suppress: All', 'X-MS-Exchange-Inbox-Rules-Loop: luc.moreau@mail.example'], lang='fr')

# ---- acknowledgements ----
M('ack-zendesk', 'Uw verzoek is ontvangen (#48213)', 'Energie Direct Klantenservice <support@energiedirect.zendesk.example>', '''
##- Typ uw antwoord boven deze lijn -##

Uw verzoek (48213) is ontvangen en wordt behandeld door ons supportteam.

Voeg een reactie toe door op deze e-mail te antwoorden.
''', headers=['Auto-Submitted: auto-generated', 'X-Auto-Response-Suppress: All', 'X-Mailer: Zendesk Mailer'], name='Energie Direct Klantenservice')
M('ack-topdesk-no-header', 'Melding M2603 0119 geregistreerd', 'Servicedesk Waterschap <servicedesk@waterschap.example>', '''
Geachte heer/mevrouw,

Uw melding is geregistreerd onder nummer M2603 0119. U ontvangt zo spoedig mogelijk een reactie.

Dit is een automatisch gegenereerd bericht, u kunt hierop niet reageren.
''', name='Servicedesk Waterschap')
M('ack-freshdesk-en', 'Ticket Received - Ontvangstbevestiging klacht K-2026-000415', 'Support <support@shop.freshdesk.example>', 'Dear Pro Actief, we have received your request and a ticket with ID 9921 has been created. This is an automated response.', number='K-2026-000415', name='Support', lang='en')
M('ack-noreply', 'Bevestiging ontvangst', 'Gemeente <noreply@gemeente.example>', 'Wij hebben uw e-mail in goede orde ontvangen. U krijgt binnen acht weken antwoord.', name='Gemeente')
M('ack-complaint-desk', 'Wij hebben uw klacht ontvangen', 'Klantenservice Telecom <klantenservice@telecom.example>', 'Bedankt voor uw bericht. Wij hebben uw klacht in goede orde ontvangen en geregistreerd onder nummer 8871. Op deze e-mail kunt u niet reageren.', name='Klantenservice Telecom')

# ---- newsletters, lists, notices ----
M('news-mailchimp', 'Zo voorkomt u klachten van klanten', 'Incasso Vakblad <nieuwsbrief@incassovakblad.example>', '''
Bekijk deze e-mail in uw browser

"Ik was woedend over de behandeling", vertelt een consument. Lees in dit nummer hoe u klachten voorkomt.

U ontvangt deze e-mail omdat u abonnee bent. Afmelden kan hier.
''', headers=['List-ID: <x.list-id.mcsv.net>', 'List-Unsubscribe: <https://x.example/u>', 'Precedence: bulk', 'X-Mailer: Mailchimp Mailer'], name='Incasso Vakblad')
M('news-no-list-id', 'Voorjaarskorting!', 'Kantoorshop <actie@kantoorshop.example>', 'Lees verder online. Profiteer nu van 20% korting.\n\nU ontvangt deze nieuwsbrief omdat u klant bent. Uitschrijven | Voorkeuren wijzigen', headers=['List-Unsubscribe: <https://x.example/u>', 'List-Unsubscribe-Post: List-Unsubscribe=One-Click'], name='Kantoorshop')
M('news-no-headers', 'Nieuwsbrief maart', 'Ondernemersvereniging <info@ondernemersloods.example>', 'Nieuwsbrief maart 2026\n\nIn deze editie: de borrel, het parkeerbeleid en de nieuwe website.\n\nU ontvangt deze mail omdat u lid bent. Wilt u zich afmelden? Klik hier om u uit te schrijven.', name='Ondernemersvereniging')
M('list-mailman', '[incasso-nl] Digest, Vol 12', 'incasso-nl <incasso-nl-request@lijst.example>', 'Send incasso-nl mailing list submissions to incasso-nl@lijst.example\n\nToday\'s Topics: 1. Wki', headers=['List-Id: <incasso-nl.lijst.example>', 'List-Post: <mailto:incasso-nl@lijst.example>', 'Precedence: list'], name='incasso-nl', lang='en')
M('notice-parcel', 'Uw pakket komt morgen', 'PakketPost <noreply@pakketpost.example>', 'Uw pakket met trackingnummer 3SABC wordt morgen bezorgd tussen 10.00 en 12.00 uur.', name='PakketPost')
M('notice-voicemail', 'Nieuwe voicemail van 0612345678', 'Telefooncentrale <voicemail@voip.example>', 'U heeft een nieuwe voicemail ontvangen van 0612345678, duur 0:42. Zie de bijlage.', headers=['Auto-Submitted: auto-generated'], name='Telefooncentrale')
M('notice-fax', 'Fax ontvangen van +31131234567', 'Fax2Mail <noreply@fax2mail.example>', 'Er is een fax ontvangen, 2 paginas. Zie bijgevoegd PDF-bestand.', name='Fax2Mail')
M('notice-password', 'Wachtwoord verloopt over 5 dagen', 'IT Beheer <no-reply@it.example>', 'Dit is een automatische melding: uw wachtwoord verloopt over 5 dagen.', name='IT Beheer')
M('notice-invoice', 'Uw factuur van maart', 'Hosting BV <facturen-noreply@hosting.example>', 'Beste klant, uw factuur van maart staat klaar in uw account. Het bedrag wordt op 28 maart geïncasseerd.', name='Hosting BV')
M('calendar-accept', 'Geaccepteerd: Bespreking dossier', 'Olaf Tinga <olaf.tinga@partner.example>', headers=['Content-Type: multipart/alternative; boundary="cb"'], raw=b'--cb\nContent-Type: text/plain; charset=utf-8\n\n\n--cb\nContent-Type: text/calendar; method=REPLY; charset=utf-8\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nSUMMARY:Bespreking dossier\nEND:VEVENT\nEND:VCALENDAR\n--cb--\n')
M('calendar-invite', 'Uitnodiging: Kennismaking @ di 3 mrt 2026 10:00', 'Petra Loon <petra.loon@gmail.example>', headers=['Content-Type: multipart/mixed; boundary="cb"'], raw='--cb\nContent-Type: text/plain; charset=utf-8\n\nU bent uitgenodigd voor de volgende afspraak.\nKennismaking\ndi 3 mrt 2026 10:00\nDeelnemen aan de vergadering via Google Agenda\n--cb\nContent-Type: text/calendar; method=REQUEST; charset=utf-8\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR\n--cb--\n'.encode())

# ---- loops and headers ----
M('loop-own-address', 'Ontvangstbevestiging klacht K-2026-000420', 'Klachtenafdeling Pro Actief Incasso <klachten@proactief.example>', 'Geachte heer/mevrouw,\n\nWij hebben uw klacht op 2 maart 2026 ontvangen en geregistreerd onder nummer K-2026-000420.', number='K-2026-000420', name='Klachtenafdeling Pro Actief Incasso')
M('loop-own-message-id', 'Ontvangstbevestiging klacht K-2026-000421', 'Doorstuurder <doorstuur@elders.example>', 'Wij hebben uw klacht ontvangen en geregistreerd onder nummer K-2026-000421.', message_id='receipt.K-2026-000421.9a8b7c6d5e@proactief.example', number='K-2026-000421', name='Doorstuurder')
M('auto-notified', 'Sieve melding', 'Sieve <sieve@mail.example>', 'Er is nieuwe post in de map Klachten.', headers=['Auto-Submitted: auto-notified; owner-email="x@mail.example"'], name='Sieve')
M('auto-submitted-comment', 'Bericht', 'Responder <antwoord@mail.example>', 'Uw klacht is belangrijk voor ons. Wij vinden het vervelend dat u ontevreden bent.', headers=['Auto-Submitted: (automatisch) AUTO-REPLIED (zie rfc3834)'], name='Responder')
M('null-return-path', 'Klacht over levering', 'Webshop <service@webshop.example>', 'Beste klant, wat vervelend dat u een klacht heeft. Wij doen ons best.', return_path='', name='Webshop')
M('postmaster', 'Mail policy', 'Postmaster <postmaster@isp.example>', 'Your message was rejected because it violates our policy. Please complain to your own administrator.', name='Postmaster', lang='en')
M('misspelt-header', 'Afwezig: uw bericht', 'K. Dorst <k.dorst@mail.example>', 'Ik ben er even niet. Dit is een automatisch antwoord.', headers=['Auto_Submitted: auto-replied'])
M('sms-gateway-noreply', 'Nieuw sms-bericht', 'SMS Dienst <noreply@smsdienst.example>', 'U heeft een nieuw bericht in uw inbox. Log in om het te lezen.', name='SMS Dienst')
M('forwarded-bounce', 'Fwd: Undelivered Mail Returned to Sender', 'Systeembeheer <beheer@partner.example>', 'Begin doorgestuurd bericht:\n\n> Van: Mail Delivery System <MAILER-DAEMON@mx.example>\n> Onderwerp: Undelivered Mail Returned to Sender\n> Datum: 2 maart 2026\n> Aan: beheer@partner.example\n>\n> I\'m sorry to have to inform you that your message could not be delivered.\n', name='Systeembeheer', lang='en')
