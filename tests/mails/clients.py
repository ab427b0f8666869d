"""Mail programs: how each wraps a text, quotes the mail it answers, and signs off.

Every function takes a Mail (see generate.py) and returns (extra header lines, content type header lines, body bytes).
"""
import base64, html, quopri

NL_DAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']
NL_MONTHS = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december']
EN_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
EN_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']


def wrap(text, width=72):
    out = []
    for line in text.split('\n'):
        while len(line) > width and ' ' in line[:width]:
            cut = line.rfind(' ', 0, width)
            out.append(line[:cut])
            line = line[cut + 1:]
        out.append(line)
    return '\n'.join(out)


def flow(text, width=72):
    """format=flowed: a blank at the end of every line that goes on"""
    return '\n'.join(' \n'.join(wrap(p, width).split('\n')) if not p.startswith('>') else p for p in text.split('\n'))


def mark(text):
    return '\n'.join('> ' + l if l else '>' for l in text.split('\n'))


def paragraphs(text, tag='p', attr=''):
    return ''.join('<%s%s>%s</%s>' % (tag, attr, html.escape(l) if l else '&nbsp;', tag) for l in text.split('\n'))


def plain(m, text, charset='UTF-8', extra=''):
    raw = text.encode(charset)
    if charset.lower() == 'utf-8' and any(b > 127 for b in raw) and m.index % 3 == 0:
        return ['Content-Type: text/plain; charset=%s%s' % (charset, extra), 'Content-Transfer-Encoding: base64'], base64.encodebytes(raw)
    if m.index % 3 == 1:
        return ['Content-Type: text/plain; charset="%s"%s' % (charset, extra), 'Content-Transfer-Encoding: quoted-printable'], quopri.encodestring(raw)
    return ['Content-Type: text/plain; charset=%s%s' % (charset, extra), 'Content-Transfer-Encoding: 8bit'], raw + b'\n'


def alternative(m, text, page, charset='UTF-8'):
    b = '=_alt_%04d' % m.index
    body = ('--%s\nContent-Type: text/plain; charset="%s"\nContent-Transfer-Encoding: quoted-printable\n\n' % (b, charset)).encode()
    body += quopri.encodestring(text.encode(charset)) + b'\n'
    body += ('--%s\nContent-Type: text/html; charset="%s"\nContent-Transfer-Encoding: quoted-printable\n\n' % (b, charset)).encode()
    body += quopri.encodestring(page.encode(charset)) + ('\n--%s--\n' % b).encode()
    return ['Content-Type: multipart/alternative; boundary="%s"' % b], body


def nl_date(d):
    return '%s %d %s %d' % (NL_DAYS[d.weekday()], d.day, NL_MONTHS[d.month - 1], d.year)


def block_nl(o, sent='Verzonden'):
    return 'Van: %s <%s>\n%s: %s %02d:%02d\nAan: %s\nOnderwerp: %s' % (o.name, o.address, sent, nl_date(o.date), o.date.hour, o.date.minute, o.to, o.subject)


def block_en(o):
    d = o.date
    return 'From: %s <%s>\nSent: %s, %s %d, %d %d:%02d AM\nTo: %s\nSubject: %s' % (
        o.name, o.address, EN_DAYS[d.weekday()], EN_MONTHS[d.month - 1], d.day, d.year, d.hour % 12 or 12, d.minute, o.to, o.subject)


def block_de(o):
    return 'Von: %s <%s>\nGesendet: Montag, %d. März %d %02d:%02d\nAn: %s\nBetreff: %s' % (
        o.name, o.address, o.date.day, o.date.year, o.date.hour, o.date.minute, o.to, o.subject)


# ---- desktop and web programs ----

def outlook(m, block=block_nl, lang='nl'):
    text = m.text.replace('\n', '\r\n\r\n').replace('\r', '') if m.index % 2 else m.text
    page = '<html><head><style>p.MsoNormal{margin:0cm}</style></head><body lang=NL><div class=WordSection1>' + paragraphs(m.text, 'p', ' class=MsoNormal')
    if m.older:
        text += '\n\n' + block(m.older) + '\n\n' + m.older.text
        page += "<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal>" + '<br>'.join(
            '<b>%s:</b> %s' % tuple(html.escape(x) for x in l.split(': ', 1)) for l in block(m.older).split('\n')) + '</p></div>' + paragraphs(
                m.older.text, 'p', ' class=MsoNormal')
    kind, body = alternative(m, text, page + '</div></body></html>', 'windows-1252' if m.fits('windows-1252') else 'UTF-8')
    return ['X-Mailer: Microsoft Outlook 16.0', 'Content-Language: ' + lang], kind, body


def outlook_en(m):
    return outlook(m, block_en, 'en-us')


def outlook_de(m):
    return outlook(m, block_de, 'de')


def outlook_old(m):
    text = wrap(m.text)
    if m.older:
        text += '\n\n-----Oorspronkelijk bericht-----\n' + block_nl(m.older) + '\n\n' + wrap(m.older.text)
    kind, body = plain(m, text, 'iso-8859-15' if m.fits('iso-8859-15') else 'UTF-8')
    return ['X-Mailer: Microsoft Outlook Express 6.00.2900.5512', 'X-Priority: 3'], kind, body


def owa(m, block=block_nl):
    text, page = m.text, '<html><body dir="ltr">' + ''.join('<div class="elementToProof">%s</div>' % (html.escape(l) or '<br>') for l in m.text.split('\n'))
    if m.older:
        text += '\n________________________________\n' + block(m.older) + '\n\n' + m.older.text
        page += '<div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg"><font>' + '<br>\n'.join(
            '<b>%s:</b> %s' % tuple(html.escape(x) for x in l.split(': ', 1)) for l in block(m.older).split('\n')) + '</font></div><div>' + '<br>\n'.join(
                html.escape(l) for l in m.older.text.split('\n')) + '</div>'
    kind, body = alternative(m, text, page + '</body></html>')
    return ['X-MS-Has-Attach: ', 'X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply', 'Content-Language: nl-NL', 'X-OriginatorOrg: example'], kind, body


def outlook_mobile(m):
    foot = ['Outlook voor Android downloaden<https://aka.ms/AAb9ysg>', 'Outlook voor iOS downloaden<https://aka.ms/o0ukef>', 'Get Outlook for Android<https://aka.ms/AAb9ysg>'][m.index % 3]
    text = m.text + '\n\n' + foot
    if m.older:
        text += '\n________________________________\n' + (block_en if m.index % 2 else block_nl)(m.older) + '\n\n' + m.older.text
    kind, body = plain(m, text)
    return ['X-MS-Has-Attach: '], kind, body


def gmail(m):
    text, page = wrap(m.text, 76), '<div dir="ltr">' + paragraphs(m.text, 'div') + '</div>'
    if m.older:
        o = m.older
        head = 'Op %s %d %s %d om %02d:%02d schreef %s <%s>:' % (NL_DAYS[o.date.weekday()][:2], o.date.day, NL_MONTHS[o.date.month - 1][:3], o.date.year, o.date.hour, o.date.minute, o.name, o.address)
        text += '\n\n' + wrap(head, 70) + '\n\n' + mark(wrap(o.text, 70))
        page += '<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">%s<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">%s</blockquote></div>' % (
            html.escape(head), paragraphs(o.text, 'div'))
    kind, body = alternative(m, text, page)
    return [], kind, body


def gmail_forward(m):
    o = m.older
    head = '---------- Forwarded message ---------\nVan: %s <%s>\nDate: %s %d %s %d om %02d:%02d\nSubject: %s\nTo: <%s>\n\n' % (
        o.name, o.address, NL_DAYS[o.date.weekday()][:2], o.date.day, NL_MONTHS[o.date.month - 1][:3], o.date.year, o.date.hour, o.date.minute, o.subject, o.to)
    text = (wrap(m.text, 76) + '\n\n' if m.text else '') + head + '\n' + wrap(o.text, 76)
    page = '<div dir="ltr">%s<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">%s</div>%s</div></div>' % (
        paragraphs(m.text, 'div') if m.text else '', '<br>'.join(html.escape(l) for l in head.strip().split('\n')), paragraphs(o.text, 'div'))
    kind, body = alternative(m, text, page)
    return [], kind, body


def gmail_bottom(m):
    """the answer below the quoted mail"""
    o = m.older
    text = 'On Mon, %d Mar %d at %02d:%02d, %s <%s> wrote:\n\n' % (o.date.day, o.date.year, o.date.hour, o.date.minute, o.name, o.address) + mark(wrap(o.text, 70)) + '\n\n' + wrap(m.text, 76)
    kind, body = plain(m, text)
    return [], kind, body


def apple(m):
    text = m.text + '\n\n' + ['Verstuurd vanaf mijn iPhone', 'Sent from my iPad', 'Verzonden vanaf mijn iPhone'][m.index % 3]
    if m.older:
        o = m.older
        text += '\n\n> Op %d %s. %d om %02d:%02d heeft %s <%s> het volgende geschreven:\n> \n> \ufeff' % (
            o.date.day, NL_MONTHS[o.date.month - 1][:3], o.date.year, o.date.hour, o.date.minute, o.name, o.address) + mark(o.text)[2:]
    kind, body = plain(m, text)
    return ['X-Mailer: iPhone Mail (22G100)'], kind, body


def apple_forward(m):
    o = m.older
    text = (m.text + '\n\n' if m.text else '') + 'Begin doorgestuurd bericht:\n\n' + mark(
        'Van: %s <%s>\nOnderwerp: %s\nDatum: %d %s %d om %02d:%02d:00 CET\nAan: %s\n\n%s' % (
            o.name, o.address, o.subject, o.date.day, NL_MONTHS[o.date.month - 1], o.date.year, o.date.hour, o.date.minute, o.to, o.text))
    kind, body = plain(m, text)
    return ['X-Mailer: Apple Mail (2.3776.700.51)'], kind, body


def samsung(m):
    text = m.text + '\n\n\n\n' + ['Verzonden vanaf mijn Galaxy', 'Verstuurd vanaf mijn Samsung Galaxy-smartphone.', 'Verzonden vanaf Samsung-tablet.'][m.index % 3]
    page = '<html><body dir="auto">' + paragraphs(m.text, 'div', ' dir="auto"') + '<div id="composer_signature" dir="auto">%s</div>' % text.rsplit('\n', 1)[1]
    if m.older:
        o = m.older
        head = ['Van: %s <%s> ' % (o.name, o.address), 'Datum: %02d-%02d-%d  %02d:%02d  (GMT+01:00) ' % (o.date.day, o.date.month, o.date.year, o.date.hour, o.date.minute),
                'Aan: %s ' % o.to, 'Onderwerp: %s ' % o.subject]
        text += '\n\n-------- Oorspronkelijk bericht --------\n' + '\n'.join(head) + '\n\n' + o.text
        page += '<div>-------- Oorspronkelijk bericht --------</div>' + ''.join('<div>%s</div>' % html.escape(h) for h in head) + '<div><br></div>' + paragraphs(o.text, 'div')
    kind, body = alternative(m, text, page + '</body></html>')
    return [], kind, body


def thunderbird(m):
    text = m.text
    if m.older:
        o = m.older
        text += '\n\nOp %02d-%02d-%d om %02d:%02d schreef %s:\n' % (o.date.day, o.date.month, o.date.year, o.date.hour, o.date.minute, o.name) + mark(wrap(o.text, 70))
    kind, body = plain(m, flow(text), 'UTF-8', '; format=flowed')
    return ['User-Agent: Mozilla Thunderbird', 'Content-Language: nl'], kind, body


def thunderbird_forward(m):
    o = m.older
    text = m.text + '\n\n\n-------- Doorgestuurd bericht --------\nOnderwerp: \t%s\nDatum: \tMon, %d Mar %d 09:00:00 +0100\nVan: \t%s <%s>\nAan: \t%s\n\n%s' % (
        o.subject, o.date.day, o.date.year, o.name, o.address, o.to, o.text)
    kind, body = plain(m, text)
    return ['User-Agent: Mozilla Thunderbird'], kind, body


def interleaved(m):
    """m.text holds the quoted pieces as '> ' lines already"""
    o = m.older
    text = 'Op %02d-%02d-%d om %02d:%02d schreef %s:\n' % (o.date.day, o.date.month, o.date.year, o.date.hour, o.date.minute, o.name) + m.text
    kind, body = plain(m, flow(text), 'UTF-8', '; format=flowed')
    return ['User-Agent: Mozilla Thunderbird'], kind, body


def yahoo(m):
    text, page = m.text, '<html><body><div class="yahoo-style-wrap">' + paragraphs(m.text, 'div', ' dir="ltr"') + '</div>'
    if m.older:
        o = m.older
        head = 'Op %s om %02d:%02d:12 CET schreef %s <%s>:' % (nl_date(o.date), o.date.hour, o.date.minute, o.name, o.address)
        text += '\n\n    ' + head + '  \n \n ' + o.text.replace('\n', '\n ')
        page += '<div id="yahoo_quoted"><div>%s</div><div><br></div>%s</div>' % (html.escape(head), paragraphs(o.text, 'div'))
    kind, body = alternative(m, text, page + '</body></html>')
    return ['X-Mailer: WebService/1.1.25187 YMailNovation'], kind, body


def yahoo_app(m):
    kind, body = plain(m, m.text + '\n\nVerzonden vanuit Yahoo Mail voor iPhone')
    return [], kind, body


def roundcube(m):
    text = wrap(m.text)
    if m.older:
        o = m.older
        text += '\n\n%s schreef op %s:\n' % (o.name, o.date.strftime('%Y-%m-%d %H:%M')) + mark(wrap(o.text, 70))
    kind, body = plain(m, text, extra='; format=flowed')
    return ['User-Agent: Roundcube Webmail/1.6.5'], kind, body


def squirrel(m):
    text = wrap(m.text)
    if m.older:
        text = '%s schreef:\n' % m.older.name + mark(wrap(m.older.text, 70)) + '\n\n' + text if m.index % 2 else text + '\n\n%s schreef:\n' % m.older.name + mark(wrap(m.older.text, 70))
    kind, body = plain(m, text, 'iso-8859-1' if m.fits('iso-8859-1') else 'UTF-8')
    return ['User-Agent: SquirrelMail/1.4.23 [SVN]', 'X-Priority: 3 (Normal)', 'Importance: Normal'], kind, body


def webmail_html(m):
    page = '<!DOCTYPE html><html><head><style>body{font-family:Verdana}</style></head><body><font size="2">' + '<br>\n'.join(html.escape(l) for l in m.text.split('\n'))
    if m.older:
        o = m.older
        page += '<br><br><blockquote>----- Oorspronkelijk bericht -----<br>Van: %s &lt;%s&gt;<br>Aan: %s<br>Verzonden: %s<br>Onderwerp: %s<br><br>%s</blockquote>' % (
            html.escape(o.name), o.address, o.to, nl_date(o.date), html.escape(o.subject), '<br>'.join(html.escape(l) for l in o.text.split('\n')))
    page += '</font><img src="https://pixel.example/o.gif" width="1" height="1"></body></html>'
    return ['X-Mailer: Webmail 5.1'], ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64'], base64.encodebytes(page.encode())


def windows_mail(m):
    text = m.text + '\n\nVerzonden vanuit Mail voor Windows'
    if m.older:
        text += '\n\n' + block_nl(m.older) + '\n\n' + m.older.text
    kind, body = plain(m, text)
    return [], kind, body


def proton(m):
    text = m.text + '\n\nVerzonden met Proton Mail beveiligde e-mail.'
    if m.older:
        o = m.older
        text += '\n\nOp %s om %02d:%02d schreef %s <%s>:\n\n' % (nl_date(o.date), o.date.hour, o.date.minute, o.name, o.address) + mark(o.text)
    kind, body = plain(m, text)
    return [], kind, body


def german(m):
    text = wrap(m.text)
    if m.older:
        o = m.older
        text += '\n\nAm %02d.%02d.%d um %02d:%02d schrieb %s <%s>:\n' % (o.date.day, o.date.month, o.date.year, o.date.hour, o.date.minute, o.name, o.address) + mark(wrap(o.text, 70))
    kind, body = plain(m, text)
    return [], kind, body


def bare(m):
    kind, body = plain(m, m.text)
    return [], kind, body


def avast(m):
    kind, body = plain(m, m.text + '\n\n-- \nDeze e-mail is gecontroleerd op virussen door Avast antivirussoftware.\nwww.avast.com')
    return ['X-Antivirus: Avast (VPS 260301-4)'], kind, body


# ---- web forms: m.fields is a list of (label, value) ----

def form_cf7(m):
    text = '\n'.join('%s:%s%s' % (l, '\n' if len(v) > 60 else ' ', v + ('\n' if len(v) > 60 else '')) for l, v in m.fields)
    text += '\n\n-- \nDeze e-mail is verzonden via het contactformulier op Pro Actief Incasso (https://www.proactief.example)'
    kind, body = plain(m, text)
    return ['X-Mailer: PHPMailer 6.9.3 (https://github.com/PHPMailer/PHPMailer)', 'X-WPCF7-Content-Type: text/plain'], kind, body


def form_gravity(m):
    rows = ''.join('<tr bgcolor="#EAF2FA"><td colspan="2"><font style="font-family:sans-serif;font-size:12px;"><strong>%s</strong></font></td></tr>'
                   '<tr bgcolor="#FFFFFF"><td width="20">&nbsp;</td><td><font style="font-size:12px;">%s</font></td></tr>' % (html.escape(l), html.escape(v).replace('\n', '<br />')) for l, v in m.fields)
    page = '<html><head><title></title></head><body><table width="99%" border="0"><tr><td><table width="100%" border="0" cellpadding="5">' + rows + '</table></td></tr></table></body></html>'
    return ['X-Mailer: PHPMailer 6.8.1'], ['Content-Type: text/html; charset=UTF-8', 'Content-Transfer-Encoding: quoted-printable'], quopri.encodestring(page.encode())


def form_ninja(m):
    page = '<html><body><table>' + ''.join('<tr><td>%s:</td><td>%s</td></tr>' % (html.escape(l), html.escape(v).replace('\n', '<br>')) for l, v in m.fields) + '</table></body></html>'
    return [], ['Content-Type: text/html; charset=UTF-8', 'Content-Transfer-Encoding: 8bit'], page.encode()


def form_bare(m):
    text = '\n'.join('%s\n%s\n' % f for f in m.fields)
    kind, body = plain(m, text)
    return [], kind, body
