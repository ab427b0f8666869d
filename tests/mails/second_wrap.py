"""Wrappings: a text as one mail program or another would have sent it."""
import base64, datetime, email.header, email.utils, html, quopri, re

US = 'klachten@proactief.example'
OURS = 'Klachten Pro Actief Incasso <klachten@proactief.example>'
CASES = []
MONTHS = 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split()


class Case:
    def __init__(self, slug, how, sender, subject, text, kind='complaint', **t):
        self.slug, self.how, self.sender, self.subject, self.text, self.kind, self.t = slug, how, sender, subject, text.strip('\n'), kind, t
        self.address = email.utils.parseaddr(sender)[1] if sender else ''
        CASES.append(self)

    def truth(self, file):
        t, human = self.t, self.kind != 'machine'
        a = t.get('addr')
        keys = ('street', 'house_number', 'postcode', 'city')
        ok = t.get('allowed', human)
        to = t.get('to', self.address)
        r = {'file': file, 'set': 'dev', 'kind': self.kind,
             'sender': {'name': t.get('name'), 'email': t.get('email', to if human else self.address), 'phone': t.get('phone'),
                        'address': dict(zip(keys, a)) if a else None},
             'on_behalf_of': t.get('obo'), 'dossier_numbers': t.get('d', []), 'complaint_number': t.get('k'),
             'receipt_allowed': ok, 'receipt_to': to if ok else None, 'receipt_expected': ok and self.kind == 'complaint',
             'desired_resolution': t.get('res'), 'description_contains': t.get('has', []), 'description_excludes': t.get('leak', []),
             'language': t.get('lang', 'nl'), 'slug': self.slug}
        if 'also' in t:
            r['also_accepted'] = t['also']
        if 'note' in t:
            r['note'] = t['note']
        return r

    def message(self, n):
        when = datetime.datetime(2026, 1 + n % 9, 1 + n % 27, 7 + n % 14, (n * 7) % 60, (n * 13) % 60)
        date = when.strftime('%a, %d %b %Y %H:%M:%S +0100')
        rp = self.t.get('rp', self.address)
        host = rp.split('@')[-1] or 'mx.elders.example'
        top = ('Return-Path: <%s>\nX-Original-To: %s\nDelivered-To: %s\nReceived: from mail.%s (mail.%s [192.0.2.%d])\n'
               '\tby mx1.proactief.example (Postfix) with ESMTPS id 4X%dQ\n\tfor <%s>; %s\n' % (rp, US, US, host, host, n % 250 + 1, n * 7919, US, date))
        mid = '<%08x.%d@%s>' % (n * 2654435761 % 2**32, n, host)
        extra = ''.join(h + '\n' for h in self.t.get('h', []))
        head, body = WRAP[self.how](self, n)
        fields = ''
        if not self.t.get('bare'):
            fields = 'Message-ID: %s\nDate: %s\nFrom: %s\nTo: %s\nSubject: %s\nMIME-Version: 1.0\n' % (
                mid, date, header(self.sender), self.t.get('rcpt', US), header(self.subject))
        if isinstance(body, str):
            body = body.encode(self.t.get('cs', 'utf-8'))
        raw = (top + extra + fields + head).encode('utf-8', 'surrogateescape') + b'\n' + body
        return raw.replace(b'\r\n', b'\n') + (b'' if raw.endswith(b'\n') else b'\n')


def header(s):
    """phrases and words beyond ASCII encoded, addresses left alone"""
    if s.isascii() or s.startswith('='):
        return s
    m = re.match(r'(.*?)( <[^>]*>)$', s, re.S)
    if m:
        return email.header.Header(m.group(1).strip('"'), 'utf-8').encode() + m.group(2)
    return email.header.Header(s, 'utf-8', maxlinelen=70, header_name='Subject').encode()


def fill(text, width=76):
    out = []
    for line in text.split('\n'):
        while not line.startswith('>') and len(line) > width and ' ' in line[:width]:
            cut = line.rfind(' ', 0, width)
            out.append(line[:cut])
            line = line[cut + 1:]
        out.append(line)
    return '\n'.join(out)


def qp(text, cs):
    return quopri.encodestring(text.encode(cs)).decode('ascii')


def b64(text, cs='utf-8'):
    return base64.encodebytes(text.encode(cs) if isinstance(text, str) else text).decode('ascii')


def both(n, text, page, cs='UTF-8', code=qp, mark='=_%04d_alt'):
    b, cte = mark % n, 'quoted-printable' if code is qp else 'base64'
    part = '--%s\nContent-Type: text/%s; charset="%s"\nContent-Transfer-Encoding: %s\n\n%s\n'
    return 'Content-Type: multipart/alternative;\n boundary="%s"\n' % b, part % (b, 'plain', cs, cte, code(text, cs)) + part % (b, 'html', cs, cte, code(page, cs)) + '--%s--\n' % b


def plain(c, n):
    return 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n', c.text


def plainqp(c, n):
    cs = c.t.get('cs', 'utf-8')
    return 'Content-Type: text/plain; charset="%s"\nContent-Transfer-Encoding: quoted-printable\n' % cs, qp(c.text, cs)


def plain64(c, n):
    return 'Content-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: base64\n', b64(c.text)


def raw8(c, n):
    """bytes in one charset, label given by the case (or missing)"""
    return c.t.get('ct', ''), c.text


def gmail(c, n):
    page = '<div dir="ltr">' + ''.join('<div>%s</div>' % (html.escape(l) or '<br>') for l in c.text.split('\n')) + '</div>'
    return both(n, fill(c.text), page, mark='0000000000%04x5b9db82ca40d')


def outlook(c, n):
    cs = c.t.get('cs', 'windows-1252')
    text = '\n\n \n\n'.join(p for p in c.text.split('\n\n'))
    page = ('<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=NL>'
            '<div class=WordSection1>' + ''.join('<p class=MsoNormal>%s<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>' %
                                                 html.escape(p).replace('\n', '<br>') for p in c.text.split('\n\n')) + '</div></body></html>')
    return both(n, text, page, cs, mark='----=_NextPart_000_%04X_01DC7A')


def owa(c, n):
    page = '<html><body dir="ltr">' + ''.join('<div class="elementToProof">%s</div>' % (html.escape(l) or '<br>') for l in c.text.split('\n')) + '</body></html>'
    return both(n, c.text, page, 'utf-8', mark='_000_AM0PR04MB%04d_')


def apple(c, n):
    return 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\nX-Mailer: iPhone Mail (22D82)\n', qp(c.text, 'utf-8')


def bird(c, n):
    text = '\n'.join(l if l.startswith('>') else fill(l, 72).replace('\n', ' \n') for l in c.text.split('\n'))
    return 'User-Agent: Mozilla Thunderbird\nContent-Language: nl\nContent-Type: text/plain; charset=UTF-8; format=flowed\nContent-Transfer-Encoding: 8bit\n', text


def page(c, n):
    """HTML only, the page given whole or a text to dress"""
    p = c.text if '<' in c.text[:20] else '<html><body style="font-family:Arial">' + html.escape(c.text, False).replace('\n', '<br>\n') + '</body></html>'
    return 'Content-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n', qp(p, 'utf-8')


def samsung(c, n):
    text = c.text + '\n\n\nVerzonden vanaf mijn Galaxy\n'
    return both(n, text, '<html><body dir="auto"><div dir="auto">' + html.escape(text).replace('\n', '</div><div dir="auto">') + '</div></body></html>', code=b64,
                mark='--_com.samsung.android.email_%d')


def mixed(c, n):
    """a text and one attachment: att=(content type, file name, bytes)"""
    ct, name, data = c.t['att']
    return 'Content-Type: multipart/mixed; boundary="=_mix%d"\n' % n, (
        '--=_mix%d\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n%s\n'
        '--=_mix%d\nContent-Type: %s; name="%s"\nContent-Disposition: attachment; filename="%s"\nContent-Transfer-Encoding: base64\n\n%s\n--=_mix%d--\n'
        % (n, c.text, n, ct, name, name, b64(data), n))


def asis(c, n):
    """content headers, an empty line and the body, all in the text"""
    head, _, body = c.text.partition('\n\n')
    return head + '\n', body


WRAP = {f.__name__: f for f in (plain, plainqp, plain64, raw8, gmail, outlook, owa, apple, bird, page, samsung, mixed, asis)}
OLD_DEMAND = '''Geachte heer/mevrouw,

Tot op heden hebben wij uw betaling van € %s niet mogen ontvangen. Wij sommeren u het bedrag binnen vijf dagen over te maken op NL02ABNA0123456789.

Dossiernummer: %s
Opdrachtgever: %s

Bij uitblijven van betaling volgt dagvaarding zonder nadere aankondiging.

Hoogachtend,
S. Bos
Pro Actief Incasso
Postbus 8070
5004 GB Tilburg
Tel. 013 88 93 930'''
OLD_RECEIPT = '''Geachte heer/mevrouw,

Wij hebben uw klacht op 12 maart 2026 ontvangen en geregistreerd onder nummer %s.

Dossiernummer: %s
Uw omschrijving: %s

Uw klacht wordt behandeld door de directie. U ontvangt binnen vier weken een inhoudelijke reactie. Heeft u een aanvulling? Beantwoord dan deze e-mail en laat het onderwerp ongewijzigd.

Met vriendelijke groet,
Pro Actief Incasso
T.a.v. de Directie
Postbus 8070
5004 GB Tilburg
013 88 93 930'''


def quoted(text):
    return '\n'.join(('> ' + l).rstrip() for l in text.split('\n'))


def demand(amount, d, creditor):
    return OLD_DEMAND % (amount, d, creditor)


def receipt(k, d='niet opgegeven', said='Ik word van het kastje naar de muur gestuurd.'):
    return OLD_RECEIPT % (k, d, said)


def irt(k):
    return ['In-Reply-To: <receipt.%s@proactief.example>' % k, 'References: <receipt.%s@proactief.example>' % k]
