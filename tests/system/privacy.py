"""The journal names no citizen: what klachtd said in a test is searched for all that was delivered to it in that test (design section 5)."""
import email
import email.policy
import email.utils
import functools
import re

import daemon

AGENCY = 'proactief.example'


@functools.cache
def vocabulary():
    """klachtd's own words: those of its sources."""
    words = set()
    for room in ('base', 'daemon', 'sources', 'reader', 'register', 'outbox'):
        for source in (daemon.ROOT / room).glob('*.[ch]'):
            words |= set(re.findall(r'[^\W\d_]{4,}', source.read_text().lower()))
    return words


def words_of(text, letters):
    return {w for w in re.findall(r'[^\W\d_]{%d,}' % letters, text.lower()) if w not in vocabulary()}


def secrets(mail):
    """Lower-case texts of this mail that belong to its sender."""
    m = email.message_from_bytes(mail, policy=email.policy.compat32)
    found = set()
    for field in ('From', 'Reply-To', 'Return-Path', 'Sender'):
        for name, address in email.utils.getaddresses([str(v) for v in m.get_all(field, [])]):
            name = str(email.header.make_header(email.header.decode_header(name))) if name else ''
            if address and not address.lower().endswith('@' + AGENCY):
                found |= {address.lower(), *words_of(name, 4)}
    found |= words_of(str(email.header.make_header(email.header.decode_header(str(m['Subject'] or '')))), 6)
    body = b' '.join(p.get_payload(decode=True) or b'' for p in m.walk() if p.get_content_maintype() == 'text').decode('utf-8', 'replace')
    found |= {d for d in re.findall(r'(?<!\d)\d{7,8}(?!\d)', body)}
    found |= {p.lower() for p in re.findall(r'(?<!\d)\d{4} ?[A-Z]{2}(?![A-Za-z])', body)}
    for phone in re.findall(r'(?<!\d)(?:\+31|0)[\d -]{8,12}\d(?!\d)', body):
        digits = re.sub(r'\D', '', phone)
        found |= {phone, digits, '31' + digits.lstrip('0'), digits.lstrip('0')}
    return {s for s in found if len(s) >= 4}


def leaks(log, mails):
    """[(what, the line)]"""
    # folders bear the names of tests, which speak of citizens
    lines = [re.sub(r'/[^\s:;,)]+', '/', line).lower() for line in log.splitlines()]
    told = set().union(*(secrets(m) for m in mails)) if mails else set()
    return [(s, line) for s in told for line in lines if re.search(r'(?<![^\W_])%s(?![^\W_])' % re.escape(s), line)]
