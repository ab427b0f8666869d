#!/usr/bin/python3
"""generate.py OUT [--count N] [--seed S] [--only CONDITION]: makes scanned letters to a collection agency, and truth.jsonl beside them.

Every person and address is made up. The letters vary in layout, typeface, wording and in how they were scanned; the truth has the shape of a
record (klachtd-record(5)) with description_contains instead of description. Needs python3-pil, python3-numpy, python3-qrcode, img2pdf-like PDF comes
from PIL, and the fonts named below (those that are missing are left out): fonts-liberation fonts-dejavu fonts-crosextra-carlito
fonts-crosextra-caladea fonts-ebgaramond fonts-open-sans fonts-noto-core fonts-urw-base35 fonts-femkeklaver fonts-breip fonts-dkg-handwriting.
"""
import argparse
import io
import json
import os
import random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

W, H, DPI = 2480, 3508, 300
T = '/usr/share/fonts/truetype/'
O = '/usr/share/fonts/opentype/'
FONTS = [T + 'liberation/LiberationSerif-Regular.ttf', T + 'liberation/LiberationSans-Regular.ttf', T + 'liberation/LiberationMono-Regular.ttf',
         T + 'crosextra/Carlito-Regular.ttf', T + 'crosextra/Caladea-Regular.ttf', T + 'dejavu/DejaVuSans.ttf', T + 'dejavu/DejaVuSerif.ttf',
         T + 'open-sans/OpenSans-Regular.ttf', T + 'noto/NotoSerif-Regular.ttf', T + 'noto/NotoSans-Regular.ttf', T + 'liberation/LiberationSansNarrow-Regular.ttf',
         O + 'urw-base35/URWBookman-Light.otf', O + 'urw-base35/NimbusSans-Regular.otf', O + 'ebgaramond/EBGaramond12-Regular.otf', T + 'liberation/LiberationMono-Bold.ttf']
SCRIPT = [T + 'femkeklaver/femkeklaver.ttf', T + 'breip/Breip.ttf', T + 'dkg/dkgBlockWriting.ttf', T + 'dkg-handwriting/dkg.ttf', T + 'sjfonts/Delphine.ttf', T + 'sjfonts/SteveHand.ttf']
FONTS = [f for f in FONTS if os.path.exists(f)]
SCRIPT = [f for f in SCRIPT if os.path.exists(f)]

FIRST = 'Annelies Bram Corine Dirk Esther Frits Gerda Hassan Iris Joop Karin Lieke Mohammed Nadia Olga Pieter Quinten Rosa Sjoerd Tineke Umar Vera Wim Yvonne Zeynep Femke Jan Ilse Thijs Ayse'.split()
LAST = ['Achterberg', 'Bakker', 'van den Broek', 'Coenen', 'Dijkstra', 'van Es', 'Feenstra', 'de Graaf', 'ten Have', 'Illegems', 'Janssen', 'Kuiper-Smit', 'van der Linden', 'Meulenbelt',
        'Nijhuis', "in 't Veld", 'Oosterhuis', 'Postma', 'Querido', 'Rietveld', 'El Sayed', 'Terpstra', 'Uittenbogaard', 'Verhoeven', 'Wiersma', 'Yilmaz', 'Zwart', 'van der Meer-de Wit',
        'Hommes', 'Brinkhuis', 'Koç', 'Lammers', 'de Vries', 'Smeets', 'Blom', 'Tromp', 'Wolters', 'Kamphuis', 'Schuurman', 'Vink']
STREETS = ['Dorpsstraat', 'Kerkweg', 'Lindelaan', 'Burgemeester Vosstraat', 'Prins Hendrikkade', 'Molenpad', 'Stationsplein', 'Oude Gracht', 'Hoge Wal', 'Beukenhof', 'Langs de Maas', 'Nieuwe Rijn',
           'Kastanjedreef', 'De Wetering', 'Zandpad', 'Industrieweg', 'Korte Begijnestraat', 'Laan van Meerdervoort', 'Torenvalk', 'Kievit', 'Sint Jansstraat', 'Eerste Wormenseweg', 'Akkerwinde',
           'Rozenstraat', 'Jan van Galenstraat', 'Buitenveld', "'t Hof", 'Schoolmeesterspad', 'Wilhelminapark', 'Polderdijk']
CITIES = ['Amersfoort', 'Breda', 'Culemborg', 'Delft', 'Ede', 'Franeker', 'Gouda', "'s-Hertogenbosch", 'IJsselmuiden', 'Joure', 'Kampen', 'Leiden', 'Maastricht', 'Nijkerk', 'Oss', 'Purmerend',
          'Roermond', 'Sneek', 'Tiel', 'Utrecht', 'Veghel', 'Winterswijk', 'Zutphen', 'Den Haag', 'Alphen aan den Rijn', 'Bergen op Zoom', 'Hoek van Holland', 'Arnhem', 'Ter Apel', 'Tilburg', 'Capelle aan den IJssel']
# the lowest number of each town's postcodes and how many follow: a reader may know them
CODES = {'Amersfoort': (3811, 15), 'Breda': (4811, 25), 'Culemborg': (4101, 6), 'Delft': (2611, 17), 'Ede': (6711, 7), 'Franeker': (8801, 1), 'Gouda': (2801, 8), "'s-Hertogenbosch": (5211, 26), 'IJsselmuiden': (8271, 0),
         'Joure': (8501, 1), 'Kampen': (8261, 6), 'Leiden': (2311, 22), 'Maastricht': (6211, 17), 'Nijkerk': (3861, 2), 'Oss': (5341, 7), 'Purmerend': (1441, 6), 'Roermond': (6041, 3), 'Sneek': (8601, 6), 'Tiel': (4001, 7),
         'Utrecht': (3511, 73), 'Veghel': (5461, 5), 'Winterswijk': (7101, 2), 'Zutphen': (7201, 6), 'Den Haag': (2511, 85), 'Alphen aan den Rijn': (2401, 7), 'Bergen op Zoom': (4611, 13), 'Hoek van Holland': (3151, 0),
         'Arnhem': (6811, 34), 'Ter Apel': (9561, 0), 'Tilburg': (5011, 37), 'Capelle aan den IJssel': (2901, 7)}
MONTHS = 'januari februari maart april mei juni juli augustus september oktober november december'.split()
COMPLAINTS = [
    ('Op 3 {m} belde een medewerker van u mijn werkgever over deze rekening. Mijn chef weet nu dat ik schulden heb. Dat had u nooit mogen doen.', ['belde een medewerker van u mijn werkgever', 'had u nooit mogen doen']),
    ('De rekening van de tandarts (factuur {f}, € 88,40) heb ik al op 12 {m} betaald. Toch stuurt u mij nu de derde aanmaning. Ik heb het betaalbewijs twee keer opgestuurd en niemand reageert daarop.', ['stuurt u mij nu de derde aanmaning', 'het betaalbewijs twee keer opgestuurd']),
    ('Ik ken de schuldeiser niet en ik heb daar nooit iets gekocht. Op mijn brief van {m} heb ik geen antwoord gekregen, alleen een nieuwe aanmaning met hogere kosten.', ['Ik ken de schuldeiser niet', 'een nieuwe aanmaning met hogere kosten']),
    ('Uw medewerker was aan de telefoon zeer onbeleefd. Hij noemde mij een wanbetaler en verbrak daarna de verbinding. Zo ga je niet met mensen om, ook niet als zij schulden hebben.', ['noemde mij een wanbetaler', 'Zo ga je niet met mensen om']),
    ('Wij hebben in {m} een regeling getroffen van € 25,00 per maand en wij houden ons daaraan. Nu dreigt u ineens met een deurwaarder. Mijn vrouw is daar erg van geschrokken en slaapt slecht.', ['een regeling getroffen van', 'dreigt u ineens met een deurwaarder']),
    ('Sinds vier weken stuurt u brieven voor een vorige bewoner naar mijn adres. Ik heb dit al drie keer doorgegeven. Gisteren stond er iemand aan de deur die mij niet wilde geloven.', ['voor een vorige bewoner', 'die mij niet wilde geloven']),
    ('U rekent € 40,00 incassokosten over een bedrag van € 19,95. De eerste herinnering heb ik nooit ontvangen. De wet zegt dat ik eerst veertien dagen de tijd moet krijgen.', ['incassokosten over een bedrag', 'De wet zegt dat ik eerst veertien dagen']),
    ('Ik wacht nu zes weken op een kopie van het contract. Iedere keer krijg ik iemand anders aan de lijn en iedere keer moet ik het hele verhaal opnieuw doen. Dit is geen service.', ['zes weken op een kopie van het contract', 'Dit is geen service']),
]
WISHES = [('Ik verzoek u {w}.', ['de vordering in te trekken', 'mij schriftelijk excuses aan te bieden', 'de incassokosten te laten vervallen', 'mijn gegevens te verwijderen']),
          ('Ik wil dat {w}.', ['u stopt met bellen', 'de zaak wordt gesloten', 'u mijn werkgever met rust laat', 'het te veel betaalde wordt teruggestort']),
          ('Graag ontvang ik {w}.', ['een specificatie van alle kosten', 'een bevestiging dat het dossier is gesloten', 'binnen een week een inhoudelijk antwoord'])]
GREET = ['Geachte heer, mevrouw,', 'Geachte directie,', 'L.S.,', 'Beste mensen,', 'Geachte heer/mevrouw,', 'Beste meneer of mevrouw,', 'Mijne heren,', 'Geacht bestuur,']
CLOSE = ['Met vriendelijke groet,', 'Hoogachtend,', 'Vriendelijke groeten,', 'Groeten,', 'Met vriendelijke groeten,', 'Met hoogachting,', None]
US = [['Pro Actief Incasso', 'T.a.v. de Directie', 'Postbus 8070', '5004 GB  Tilburg'], ['Pro Actief Incasso', 'Postbus 8070', '5004 GB TILBURG'], ['Aan: Pro Actief Incasso', 'Postbus 8070', '5004 GB Tilburg'],
      ['Pro Actief Incasso', 'Afdeling klachten', 'Postbus 8070', '5004 GB Tilburg']]


class Person:
    def __init__(s, r):
        s.r = r
        first, last = r.choice(FIRST), r.choice(LAST)
        cap = last[0].upper() + last[1:]
        style = r.randrange(5)
        ini = ''.join(r.choice('ABCDEFGHJKLMNPRSTW') + '.' for _ in range(r.randint(1, 3)))
        s.full = {0: first + ' ' + last, 1: ini + ' ' + last, 2: first + ' ' + last, 3: ini + ' ' + last, 4: first + ' ' + last}[style]
        s.last = cap
        s.street, s.house = r.choice(STREETS), str(r.randint(1, 320)) + r.choice([''] * 8 + ['a', 'b', '-2', ' bis', '-III', 'C'])
        L = 'ABCDEGHJKLMNPRTVWXZ'
        while True:
            s.pc = '%d %s%s' % (r.randint(1011, 9999), r.choice(L), r.choice(L))
            if s.pc[-2:] not in ('SA', 'SD', 'SS') and s.pc[:4] != '5004':
                break
        s.city = r.choice(CITIES)
        first, more = CODES.get(s.city, (int(s.pc[:4]), 0))
        s.pc = '%d%s' % (first + int(s.pc[:4]) % (more + 1), s.pc[4:])
        s.mail = None
        s.phone = s.phone_text = None
        if r.random() < .85:
            if r.random() < .55:
                n = '%08d' % r.randint(10000000, 59999999)
                s.phone, d = '+316' + n, '06' + n
                s.phone_text = r.choice(['06-' + n, '06 - %s %s %s %s' % (n[:2], n[2:4], n[4:6], n[6:]), '06 ' + n[:4] + ' ' + n[4:], d, '+31 6 %s %s' % (n[:4], n[4:]), '06-%s %s %s %s' % (n[:2], n[2:4], n[4:6], n[6:])])
            else:
                a = r.choice(['0570', '0172', '013', '020', '0343', '050', '077', '0512'])
                n = str(r.randint(2, 9)) + ''.join(str(r.randint(0, 9)) for _ in range(9 - len(a)))
                s.phone = '+31' + a[1:] + n
                s.phone_text = r.choice([a + '-' + n, a + ' - ' + ' '.join([n[:-4], n[-4:-2], n[-2:]]), '(%s) %s' % (a, n), a + ' ' + ' '.join([n[:-4], n[-4:-2], n[-2:]]), a + '-' + n[:3] + ' ' + n[3:]])
        if r.random() < .25:
            s.mail = ''.join(c for c in s.full.lower().replace(' ', '.').replace("'", '').replace('ç', 'c') if c.isalnum() or c in '.-').strip('.').replace('..', '.') + '@' + r.choice(['postvak', 'kabelmail', 'thuispost']) + '.example'

    def titled(s): return s.r.choice(['', '', '', 'Dhr. ', 'mevr. ', 'Mevrouw ', 'De heer ']) + s.full


class Paper:
    def __init__(s, font, pt, lead=1.25):
        s.im = Image.new('L', (W, H), 255); s.d = ImageDraw.Draw(s.im)
        s.path, s.pt, s.lead, s.pages, s.y = font, pt, lead, [], 240
        s.font = s.f(pt)
    def f(s, pt): return ImageFont.truetype(s.path, int(pt * DPI / 72))
    def h(s): return int(s.pt * DPI / 72 * s.lead)
    def put(s, x, y, text, font=None): s.d.text((x, y), text, font=font or s.font, fill=0)
    def line(s, text, x=290, font=None, gap=0):
        if s.y > H - 330: s.new()
        s.put(x, s.y, text, font); s.y += s.h() + gap
    def new(s): s.pages.append(s.im); s.im = Image.new('L', (W, H), 255); s.d = ImageDraw.Draw(s.im); s.y = 300
    def para(s, text, x=290, width=1880):
        words, cur = text.split(), ''
        for w in words:
            t = (cur + ' ' + w).strip()
            if s.font.getlength(t) > width: s.line(cur, x); cur = w
            else: cur = t
        s.line(cur, x); s.y += s.h() // 2
    def squiggle(s, r):
        s.y += 10; pts = [(300 + i * 40, s.y + 60 + r.randint(-45, 45)) for i in range(9)]
        s.d.line(pts, fill=0, width=5, joint='curve'); s.y += 160
    def done(s): return s.pages + [s.im]


def dossier_text(r, d): return r.choice([d, d, d, d, d[:4] + '.' + d[4:], 'PAI-' + d, d[:2] + ' ' + d[2:4] + ' ' + d[4:], d + '/' + r.choice('AKT') + 'B']) if len(d) == 7 else d


def letter(r, font, script=False):
    p = Person(r); pt = r.choice([10, 10.5, 11, 11, 12]) if not script else 22
    paper = Paper(font, pt, r.choice([1.2, 1.25, 1.3, 1.9]) if not script else 2)
    d = r.choice(['26', '25', '26']) + '%05d' % r.randint(0, 99999) if r.random() < .9 else '2026%04d' % r.randint(1, 9999)
    has_d = r.random() < .94
    m = r.choice(MONTHS)
    compl = r.random() >= .07
    text, phrases = r.choice(COMPLAINTS); text = text.format(m=m, f='2025%04d' % r.randint(1, 9999))
    w, opts = r.choice(WISHES); wish = r.choice(opts)
    t = dict(kind='complaint', sender=dict(name=p.full, email=None, phone=None, address=dict(street=p.street, house_number=p.house, postcode=p.pc, city=p.city)), on_behalf_of=None,
             dossier_numbers=[d] if has_d else [], desired_resolution=wish, description_contains=phrases, readable=not script, also_accepted={})
    if not compl:
        text, phrases, wish = 'Ik wil u bedanken voor de vriendelijke hulp van uw medewerker. Zij nam alle tijd voor mij en dacht goed mee. Dat mag ook wel eens gezegd worden.', ['dacht goed mee', 'ook wel eens gezegd worden'], None
        t.update(kind='compliment', desired_resolution=None, description_contains=phrases)
    layout = r.choice(['top', 'top', 'right', 'foot', 'footline', 'head', 'window', 'labels', 'form', 'labels2', 'rep', 'top'])
    if script: layout = 'top'
    date = r.choice(['%d %s 2026' % (r.randint(1, 28), m), '%02d-%02d-2026' % (r.randint(1, 28), r.randint(1, 12))])
    us = r.choice(US)
    tel = lambda lab: (r.choice(lab) + p.phone_text) if p.phone_text else None
    if layout != 'rep': t['sender']['phone'] = p.phone
    if layout in ('top', 'labels', 'form', 'foot', 'labels2') and p.mail: t['sender']['email'] = p.mail
    mail = p.mail if t['sender']['email'] else None
    pcl = p.pc + r.choice([' ', '  ']) + (p.city.upper() if r.random() < .2 else p.city)
    block = [p.titled(), p.street + ' ' + p.house, pcl] + [x for x in (tel(['', 'tel. ', 'Tel: ', 'Telefoon ', 'T ', 'Mobiel: ']), mail) if x]
    if pcl.endswith(p.city.upper()) and p.city.upper() != p.city: t['also_accepted']['address'] = [dict(t['sender']['address'], city=p.city.upper())]
    inline_d = False
    if layout in ('top', 'right'):
        for b in block: paper.line(b, 290 if layout == 'top' else 1400)
        paper.y += paper.h() // 2
        for b in us: paper.line(b)
    elif layout in ('foot', 'footline'):
        for b in (us if r.random() < .7 else ['Aan Pro Actief Incasso te Tilburg']): paper.line(b)
    elif layout == 'head':
        f = paper.f(pt + r.choice([3, 6])); s = p.full; paper.line(s, (W - f.getlength(s)) // 2, f, 20)
        f = paper.f(pt - 2); s = r.choice([' - ', ' | ', ', ']).join([p.street + ' ' + p.house, pcl] + ([p.phone_text] if p.phone_text else [])); paper.line(s, (W - f.getlength(s)) // 2, f, 20)
        paper.d.line((290, paper.y, 2190, paper.y), fill=0, width=3); paper.y += 120
        for b in us: paper.line(b)
    elif layout == 'window':
        f = paper.f(7); paper.y = 480; paper.line(r.choice(['Afz.: ', 'Afzender: ', '']) + '%s, %s %s, %s' % (p.full, p.street, p.house, pcl), 290, f, 10)
        for b in us: paper.line(b)
        paper.y += 180; f = paper.f(8.5); y = paper.y
        cols = [('Datum', date), ('Uw kenmerk', dossier_text(r, d) if has_d else '-')] + ([('Telefoon', p.phone_text)] if p.phone_text else [])
        for i, (a, b) in enumerate(cols): paper.put(290 + i * 650, y, a, f); paper.put(290 + i * 650, y + 52, b, f)
        paper.y += 160; inline_d = True; date = None
    elif layout in ('labels', 'labels2'):
        rows = [(r.choice(['Naam: ', 'Van: ', 'Afzender: ']), p.titled()), (r.choice(['Adres: ', 'Straat: ']), p.street + ' ' + p.house), (r.choice(['Postcode/plaats: ', 'Postcode en woonplaats: ', 'Postcode en plaats: ']), pcl)]
        if p.phone_text: rows.append((r.choice(['Tel.: ', 'Telefoon: ', 'Telefoonnummer: ', 'Telefoon overdag: ', 'Mobiel: ']), p.phone_text))
        if mail: rows.append((r.choice(['E-mail: ', 'E-mailadres: ', 'Mail: ']), mail))
        if r.random() < .4: rows.append((r.choice(['Klantnummer: ', 'Lidnummer: ', 'Relatienummer: ']), str(r.randint(1000000, 39999999))))
        if layout == 'labels2':
            for b in ['Pro Actief Incasso, Postbus 8070, 5004 GB Tilburg', '']: paper.line(b)
            if has_d: rows.append((r.choice(['Dossiernummer: ', 'Zaaknr: ', 'Dossier: ', 'Uw kenmerk: ']), dossier_text(r, d))); inline_d = True
        for a, b in rows: paper.line(a + b)
        paper.y += paper.h() // 2
        if layout == 'labels': paper.line('Aan: Pro Actief Incasso, t.a.v. de Directie, Postbus 8070, 5004 GB Tilburg')
    elif layout == 'rep':
        office = r.choice(['Bewindvoering De Brug', 'Kompas Bewindvoering B.V.', 'Advocatenkantoor Van Buren', 'Sociaal Raadslieden Noord'])
        client = Person(r); who = r.choice(['de heer ', 'mevrouw ']) + client.full
        f = paper.f(pt + 6); paper.line(office, 290, f, 20); f = paper.f(pt - 2.5)
        paper.line(r.choice([' | ', ' - ', ', ']).join(['%s %s' % (p.street, p.house), pcl] + ([r.choice(['tel. ', 'T ', '']) + p.phone_text] if p.phone_text else []) + ['KvK %08d' % r.randint(10000000, 89999999)]), 290, f, 80)
        for b in us: paper.line(b)
        t['sender']['phone'] = p.phone; t['on_behalf_of'] = client.full; t['also_accepted'] = dict(name=[office], on_behalf_of=[who], **t['also_accepted'])
        text = r.choice(['Namens {who} dien ik een klacht in. ', 'Ik ben bewindvoerder van {who}. ', 'Als bewindvoerder van {who} schrijf ik u het volgende. ', 'Tot mij wendde zich {who} met het verzoek de belangen te behartigen. ']).format(who=who) + text
    if layout == 'form':
        paper.y = 240; paper.line('Pro Actief Incasso', 290, paper.f(20), 50); paper.line('Klachtenformulier', 290, paper.f(13), 20)
        f = paper.f(9); paper.line('Vul dit formulier volledig in en stuur het naar Pro Actief Incasso, Postbus 8070, 5004 GB Tilburg.', 290, f, 10); paper.line('Vragen? Bel 013 88 93 930.', 290, f, 40)
        mono = ImageFont.truetype(FONTS[2], 46); lf = paper.f(9.5)
        rows = [('Naam', [p.titled()]), ('Adres', [p.street + ' ' + p.house]), ('Postcode en woonplaats', [pcl]), ('Telefoon overdag', [p.phone_text or '']), ('E-mailadres', [mail or '']), ('Dossiernummer', [d if has_d else '']), ('Datum', [date])]
        def wrap(s, n=38):
            out, cur = [], ''
            for x in s.split():
                if len(cur) + len(x) + 1 > n: out.append(cur); cur = x
                else: cur = (cur + ' ' + x).strip()
            return out + [cur]
        rows += [('Omschrijving van uw klacht', wrap(text)), ('Gewenste oplossing', wrap((wish or '').capitalize()))]
        for a, b in rows:
            hh = 30 + 68 * max(1, len(b)); paper.d.rectangle((290, paper.y, 2190, paper.y + hh), outline=0, width=3); paper.d.line((950, paper.y, 950, paper.y + hh), fill=0, width=3)
            paper.put(312, paper.y + 18, a, lf)
            for i, x in enumerate(b): paper.put(975, paper.y + 14 + 68 * i, x, mono)
            paper.y += hh
        paper.y += 60; paper.line('Handtekening:', 290, lf); paper.squiggle(r)
        return paper.done(), t
    if date: paper.line(r.choice([p.city + ', ' + date, date, 'Datum: ' + date])); paper.y += paper.h() // 2
    if has_d and not inline_d and layout != 'form' and not script and r.random() < .12:
        import qrcode                       # our own reply slip: "PAI:", the number, check digits of ISO 7064 MOD 97-10
        q = qrcode.make('PAI:%s%02d' % (d, 98 - int(d) * 100 % 97), border=4).convert('L').resize((420, 420)); paper.im.paste(q, (1800, 2900)); inline_d = True
    if has_d and not inline_d:
        where = r.random()
        if where < .75: paper.line(r.choice(['Betreft: klacht, dossiernummer {}', 'Betreft: dossier {}', 'Dossiernummer {}', 'Onderwerp: klacht dossiernr. {}', 'Uw kenmerk: {}', 'Kenmerk: {}', 'Betreft: uw aanmaning {}', 'Inzake: klacht {}', 'Uw referentie: {}']).replace('klacht', 'klacht' if compl else 'compliment').format(dossier_text(r, d))); paper.y += paper.h() // 2
        else: text = 'Het gaat om dossiernummer %s. ' % d + text
    if layout == 'rep' and r.random() < .6: paper.line('Ons kenmerk: ' + r.choice(['2026.0%d/HP' % r.randint(100, 999), '18-%d' % r.randint(1000, 9999), str(r.randint(1000000, 9999999))])); paper.y += 10
    if r.random() < .85: paper.line(r.choice(GREET)); paper.y += paper.h() // 2
    paper.para(text)
    if compl and r.random() < .2: paper.para('Daarbij komt dat ik altijd bereid ben geweest om te overleggen. ' * r.randint(3, 16))
    if wish: paper.para(w.format(w=wish) if wish in opts else wish)
    c = r.choice(CLOSE) if layout not in ('foot', 'footline', 'rep') else r.choice(CLOSE[:-1])
    sig = p.full
    if c: paper.line(c)
    if r.random() < .5 and c: paper.squiggle(r)
    elif c: paper.y += paper.h() // 2
    if layout == 'foot':
        for b in [sig] + block[1:]: paper.line(b)
    elif layout == 'footline':
        tt = tel(['tel. ', 'telefoon ']); paper.line('%s, %s %s, %s%s' % (p.titled(), p.street, p.house, pcl, ''))
        if tt: paper.line(tt)
    elif layout == 'rep': paper.line(r.choice(['', 'mr. ', '']) + sig); paper.line(r.choice(['bewindvoerder', 'advocaat', 'raadsman']))
    else: paper.line(sig)
    return paper.done(), t


def noise(a, sd, g): return np.clip(a + g.normal(0, sd, a.shape), 0, 255)
def degrade(im, c, r, g):
    """one page under condition c; returns (image, dpi)"""
    bg = 255
    if c == 'c200': return im.resize((1654, 2339), Image.LANCZOS), 200
    if c == 'c150': return im.resize((1240, 1754), Image.LANCZOS), 150
    if c.startswith('skew'): return im.rotate(float(c[4:]), Image.BICUBIC, fillcolor=255), 300
    if c.startswith('rot'): return im.rotate(int(c[3:]), expand=True), 300
    if c == 'noise': return Image.fromarray(noise(np.asarray(im.resize((1654, 2339), Image.LANCZOS), float) * .93 + 8, 22, g).astype('uint8')), 200
    if c == 'saltpepper':
        a = np.asarray(im).copy(); m = g.random(a.shape); a[m < .01] = 0; a[m > .99] = 255; return Image.fromarray(a), 300
    if c == 'lowcon': return Image.fromarray(noise(np.asarray(im.resize((1654, 2339), Image.LANCZOS), float) * .17 + 148, 1.2, g).astype('uint8')), 200
    if c == 'mfp': return Image.fromarray(noise(np.asarray(im.rotate(r.uniform(-1, 1), Image.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(1)).resize((1654, 2339), Image.LANCZOS), float) * .8 + 35, 4, g).astype('uint8')), 200
    if c == 'shadow':
        x = np.linspace(0, 1, W)[None, :]; return Image.fromarray(np.clip(np.asarray(im, float) * (1 - .55 * x ** 2), 0, 255).astype('uint8')), 300
    if c == 'blur': return im.filter(ImageFilter.GaussianBlur(2.2)), 300
    if c == 'fax98': return im.resize((1728, 1146), Image.LANCZOS).point(lambda v: 255 if v > 150 else 0).convert('1'), (204, 98)
    if c == 'fax196': return im.resize((1728, 2292), Image.LANCZOS).point(lambda v: 255 if v > 150 else 0).convert('1'), (204, 196)
    if c == 'bleed':
        a = np.asarray(im, float); b = np.asarray(Image.fromarray(a.astype('uint8')).transpose(Image.FLIP_LEFT_RIGHT).rotate(180), float); return Image.fromarray(np.minimum(a, 255 - (255 - b) * .22).astype('uint8')), 300
    if c in ('stamp', 'coffee'):
        rgb = im.convert('RGB'); layer = Image.new('RGB', (W, H), (255, 255, 255)); d = ImageDraw.Draw(layer)
        if c == 'stamp':
            s = Image.new('RGB', (700, 260), (255, 255, 255)); q = ImageDraw.Draw(s); q.rectangle((5, 5, 690, 250), outline=(205, 30, 40), width=8)
            q.text((40, 20), 'ONTVANGEN', font=ImageFont.truetype(FONTS[1], 90), fill=(205, 30, 40)); q.text((40, 130), '12 mrt 2026', font=ImageFont.truetype(FONTS[1], 80), fill=(205, 30, 40))
            s = s.rotate(r.uniform(-12, 12), expand=True, fillcolor=(255, 255, 255)); layer.paste(s, (r.randint(900, 1600), r.randint(100, 900)))
        else:
            x, y = r.randint(200, 1400), r.randint(80, 800); d.ellipse((x, y, x + 800, y + 800), fill=(225, 205, 180), outline=(150, 110, 70), width=30); layer = layer.filter(ImageFilter.GaussianBlur(4))
        return Image.fromarray(np.minimum(np.asarray(rgb), np.asarray(layer))), 300
    return im, 300


CONDITIONS = ['c300', 'c300', 'c200', 'c200', 'c150', 'skew1.5', 'skew-2.5', 'rot90', 'rot180', 'rot270', 'noise', 'saltpepper', 'lowcon', 'mfp', 'shadow', 'blur', 'fax98', 'fax196', 'bleed', 'stamp', 'coffee', 'jpg40', 'jpg15', 'pdf-image', 'pdf-duplex', 'batch', 'tif-g4', 'photo']


def save(pages, name, c, r, g, out):
    how = c if c not in ('jpg40', 'jpg15', 'pdf-image', 'tif-g4', 'photo', 'batch', 'pdf-duplex') else 'c200' if r.random() < .6 else 'c300'
    ims = [degrade(p, how, r, g) for p in pages]
    dpi = ims[0][1]; dpi2 = dpi if isinstance(dpi, tuple) else (dpi, dpi); ims = [i for i, _ in ims]
    if c in ('pdf-image', 'batch', 'pdf-duplex', 'bleed') or len(ims) > 1 and not c.startswith('fax'):
        if r.random() < .5 or c in ('batch', 'pdf-duplex'):
            f = name + '.pdf'; ims[0].save(os.path.join(out, f), save_all=True, append_images=ims[1:], resolution=dpi2[0], quality=75)
        else: f = name + '.tif'; ims[0].save(os.path.join(out, f), save_all=True, append_images=ims[1:], dpi=dpi2, compression='tiff_lzw')
    elif c.startswith('fax') or c == 'tif-g4':
        f = name + '.tif'; ims = [i.convert('L').point(lambda v: 255 if v > 140 else 0).convert('1') for i in ims]; ims[0].save(os.path.join(out, f), save_all=True, append_images=ims[1:], dpi=dpi2, compression='group4')
    elif c in ('jpg40', 'jpg15', 'stamp', 'coffee', 'shadow', 'photo'):
        f = name + '.jpg'; kw = {} if c == 'photo' else dict(dpi=dpi2); ims[0].save(os.path.join(out, f), quality={'jpg40': 40, 'jpg15': 18}.get(c, 70), **kw)
    else: f = name + '.png'; ims[0].save(os.path.join(out, f), dpi=dpi2)
    return f


def separator(r):
    im = Image.new('L', (W, H), 255)
    if r.random() < .5:
        import qrcode
        im.paste(qrcode.make('PATCHT').convert('L').resize((600, 600)), (940, 1300))
    else:                                   # Kodak patch T: narrow wide narrow wide, 0.08 and 0.20 inch, spaces 0.08 inch
        y = 400; d = ImageDraw.Draw(im)
        for w in (24, 60, 24, 60): d.rectangle((300, y, 2180, y + w - 1), fill=0); y += w + 24
    return im


def main():
    ap = argparse.ArgumentParser(description=__doc__); ap.add_argument('out'); ap.add_argument('--count', type=int, default=100); ap.add_argument('--seed', type=int, default=1); ap.add_argument('--only')
    a = ap.parse_args(); os.makedirs(a.out, exist_ok=True); truth = []
    for i in range(a.count):
        r = random.Random('%d-%d' % (a.seed, i)); g = np.random.default_rng(a.seed * 100003 + i)
        c = a.only or CONDITIONS[i % len(CONDITIONS)]; name = 'g%03d' % (i + 1); script = SCRIPT and r.random() < .06
        font = r.choice(SCRIPT) if script else r.choice(FONTS)
        n = 3 if c == 'batch' else 1; pages, ts, at = [], [], 1
        for k in range(n):
            ps, t = letter(r, r.choice(FONTS) if k else font, script and not k)
            if k: pages.append(separator(r)); at += 1
            t.update(page_list=list(range(at, at + len(ps))), pages=len(ps)); pages += ps; at += len(ps)
            if c == 'pdf-duplex': pages.append(Image.new('L', (W, H), 255)); at += 1
            ts.append(t)
        f = save(pages, name, c, r, g, a.out)
        for k, t in enumerate(ts): truth.append(dict(file=f, letter=k + 1, set='dev', condition=c, container=f.rsplit('.')[-1], file_pages=len(pages), receipt_by='print', letter_id='%s-%d' % (name, k), font=os.path.basename(font), **t))
    with open(os.path.join(a.out, 'truth.jsonl'), 'w') as o:
        for t in truth: o.write(json.dumps(t, ensure_ascii=False) + '\n')


if __name__ == '__main__': main()
