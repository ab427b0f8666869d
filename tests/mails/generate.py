#!/usr/bin/env python3
"""generate.py: hand-written texts in the wrappings of many mail programs -> w*.eml and truth-w.jsonl beside this file.

The texts are each written for themselves; clients.py wraps them. Run it again after a change; the results are committed.
All persons, addresses and companies are made up.
"""
import datetime, email.header, json, os
import clients

HERE = os.path.dirname(os.path.abspath(__file__))
US = 'klachten@proactief.example'
CASES = []


class Older:
    """the mail that is answered or forwarded"""
    def __init__(self, text, name='Pro Actief Incasso', address='incasso@proactief.example', subject='Sommatie tot betaling', day=2, to='u@thuis.example'):
        self.text, self.name, self.address, self.subject, self.to = text, name, address, subject, to
        self.date = datetime.datetime(2026, 3, day, 9, 12)


def demand(d, amount='€ 318,77'):
    return Older('Geachte heer/mevrouw,\n\nOndanks eerdere aanmaning hebben wij uw betaling van %s niet ontvangen. Wij sommeren u dit bedrag binnen vijf dagen te voldoen.\n\n'
                 'Dossiernummer: %s\n\nBij uitblijven van betaling volgt dagvaarding zonder nadere aankondiging.\n\nHoogachtend,\nS. Bos\nPro Actief Incasso\nPostbus 8070\n5004 GB Tilburg\n013 88 93 930' % (amount, d))


def receipt(k, d='niet opgegeven', said='U belt mij op mijn werk.'):
    return Older('Geachte heer/mevrouw,\n\nWij hebben uw klacht op 2 maart 2026 ontvangen en geregistreerd onder nummer %s.\n\nDossiernummer: %s\nUw omschrijving: %s\n\n'
                 'U ontvangt binnen zeven werkdagen een inhoudelijke reactie. Heeft u een aanvulling? Beantwoord dan deze e-mail.\n\nMet vriendelijke groet,\nPro Actief Incasso\nT.a.v. de Directie\nPostbus 8070\n5004 GB Tilburg\n013 88 93 930' % (k, d, said),
                 'Klachten Pro Actief Incasso', US, 'Ontvangstbevestiging klacht ' + k)


class Mail:
    def __init__(self, slug, client, subject, sender, text, kind, **kw):
        self.slug, self.client, self.subject, self.kind, self.text = slug, client, subject, kind, text.strip('\n')
        self.name, _, address = sender.rpartition(' <')
        self.address = address.rstrip('>')
        self.older, self.fields = kw.pop('older', None), kw.pop('fields', None)
        self.headers, self.raw = kw.pop('headers', []), kw.pop('raw', None)
        self.return_path = kw.pop('return_path', self.address)
        self.message_id = kw.pop('message_id', None)
        self.index = len(CASES) + 1
        self.truth = kw
        if self.older and self.older.to == 'u@thuis.example':
            self.older.to = self.address
        CASES.append(self)

    def fits(self, charset):
        try:
            (self.text + (self.older.text if self.older else '')).encode(charset)
            return True
        except UnicodeEncodeError:
            return False

    def record(self):
        t = dict(self.truth)
        human = self.kind != 'machine'
        to = t.get('to', self.address)
        allowed = t.get('allowed', human)
        a = t.get('addr')
        out = {'file': 'w%03d.eml' % self.index, 'set': 'dev', 'kind': self.kind,
               'sender': {'name': t.get('name', self.name or None), 'email': t.get('email', self.address), 'phone': t.get('phone'),
                          'address': dict(zip(('street', 'house_number', 'postcode', 'city'), a)) if a else None},
               'on_behalf_of': t.get('behalf'), 'dossier_numbers': t.get('dossier', []), 'complaint_number': t.get('number'),
               'receipt_allowed': allowed, 'receipt_to': to if allowed else None,
               'receipt_expected': t.get('expected', allowed and self.kind == 'complaint'), 'desired_resolution': t.get('res'),
               'description_contains': t.get('has', []), 'description_excludes': t.get('lacks', []), 'language': t.get('lang', 'nl'), 'slug': self.slug}
        if 'also' in t:
            out['also_accepted'] = t['also']
        if 'note' in t:
            out['note'] = t['note']
        return out

    def bytes(self):
        if self.raw is not None:
            extra, kind, body = self.headers, None, self.raw
        else:
            extra, kind, body = getattr(clients, self.client)(self)
            extra = list(extra) + list(self.headers)
        day = datetime.datetime(2026, 3, 3, 8, 0) + datetime.timedelta(hours=5 * self.index, minutes=7 * self.index)
        date = day.strftime('%a, %d %b %Y %H:%M:%S +0100')
        head = []
        if self.return_path is not None:
            head.append('Return-Path: <%s>' % self.return_path)
        head += ['Delivered-To: ' + US, 'Received: from mail.example (mail.example [192.0.2.%d])\n\tby mx1.proactief.example (Postfix) with ESMTPS id %08X\n\tfor <%s>; %s' % (
            self.index % 250 + 1, self.index * 7919, US, date)]
        name = self.name
        shown = email.header.Header(name, 'utf-8').encode() if any(ord(c) > 127 for c in name) else '"%s"' % name if name and set(name) & set('.,@()') else name
        if not any(h.lower().startswith('from:') for h in extra):
            head.append('From: %s<%s>' % (shown + ' ' if shown else '', self.address))
        if not any(h.lower().startswith('to:') for h in extra):
            head.append('To: ' + US)
        subject = self.subject if all(ord(c) < 128 for c in self.subject) else email.header.Header(self.subject, 'utf-8').encode()
        head += ['Subject: ' + subject, 'Date: ' + date, 'Message-ID: <%s>' % (self.message_id or 'w%03d.%s' % (self.index, self.address)), 'MIME-Version: 1.0'] + list(extra)
        if kind is not None:
            head += kind
        return '\n'.join(head).encode('utf-8') + b'\n\n' + body


def C(slug, client, subject, sender, text, **kw):
    Mail(slug, client, subject, sender, text, 'complaint', **kw)


def P(slug, client, subject, sender, text, **kw):
    Mail(slug, client, subject, sender, text, 'compliment', **kw)


def O(slug, client, subject, sender, text, **kw):
    Mail(slug, client, subject, sender, text, 'other', **kw)


def U(slug, client, subject, sender, text, **kw):
    Mail(slug, client, subject, sender, text, 'follow-up', **kw)


def M(slug, subject, sender, text='', headers=(), **kw):
    Mail(slug, 'bare', subject, sender, text, 'machine', headers=list(headers), **kw)





def main():
    for old in os.listdir(HERE):
        if old.startswith('w') and old.endswith('.eml'):
            os.unlink(os.path.join(HERE, old))
    with open(os.path.join(HERE, 'truth-w.jsonl'), 'w', encoding='utf-8') as f:
        for m in CASES:
            with open(os.path.join(HERE, 'w%03d.eml' % m.index), 'wb') as eml:
                eml.write(m.bytes())
            f.write(json.dumps(m.record(), ensure_ascii=False) + '\n')
    print(len(CASES), 'mails')


if __name__ == '__main__':
    import sys
    sys.modules['generate'] = sys.modules['__main__']
    import complaints, others, machines  # noqa: F401  (they fill CASES)
    main()
