"""What people do with the register: letters by post, known dossiers, doubtful machines, the review list, the separator sheet."""
import contextlib
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import time

import pytest

import daemon
import test_daemon
from test_daemon import bounce_of, complaint, dump, imap, make, sink, SCANS  # noqa: F401  fixtures among them


def text(pdf):
    return subprocess.run(['pdftotext', '-layout', str(pdf), '-'], check=True, capture_output=True, text=True).stdout


def letters(k):
    return sorted(p.name for p in (k.scans / 'print').iterdir()) if (k.scans / 'print').exists() else []


def bundles(k):
    return [n for n in letters(k) if n.startswith('brieven-')]


def wait_letters(k, n, seconds=30):
    daemon.wait_for(lambda: len([x for x in letters(k) if re.match(r'K-.*\.pdf$', x)]) == n, seconds, lambda: '%d letters; %s; log: %s' % (n, letters(k), k.log()[-3000:]))


def in_bundle(k):
    """The numbers in today's bundle, in their order; [] while there is none."""
    try:
        return list(dict.fromkeys(re.findall(r'kenmerk: (K-\S+)', text(k.scans / 'print' / bundles(k)[0]))))
    except (IndexError, subprocess.CalledProcessError):
        return []


def bounced(k, imap, n=1):
    """n complaints by mail whose receipts came back: letters that wait. -> their rows"""
    before = {r['number'] for r in k.complaints()}
    for i in range(n):
        imap.deliver(complaint(name='Wilhelmina Quaedvlieg', sender='weg%d.%d@voorbeeld.example' % (len(before), i)))
    rows = daemon.wait_for(lambda: (lambda x: x if len(x) == n else None)([r for r in k.wait_receipts(1) if r['number'] not in before]), 30, 'receipts')
    for r in rows:
        imap.deliver(bounce_of(r['receipt']['message_id'], to=r['sender']['email']))
    return rows


def rendered(k):
    with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % (k.state / 'register.db'), uri=True)) as db:
        return [r[0] is not None for r in db.execute('SELECT rendered_us FROM outbox ORDER BY id')]


# ---- letters ----

def test_a_bounced_receipt_becomes_a_letter_and_a_bundle(imap, sink, make):  # noqa: F811
    k = make(imap=imap, smtp=sink).start()
    row, = bounced(k, imap)
    wait_letters(k, 1)
    pdf = k.scans / 'print' / (row['number'] + '.pdf')
    assert oct(pdf.stat().st_mode & 0o7777) == '0o640'
    got = ' '.join(text(pdf).split())
    for words in ('Wilhelmina Quaedvlieg', 'Kerkstraat', '5038 AB TILBURG', 'Ons kenmerk: ' + row['number'], '2604817', 'klacht'):
        assert words in got, (words, got)
    daemon.wait_for(lambda: in_bundle(k) == [row['number']], what=lambda: 'the bundle: %s %s' % (letters(k), k.log()))
    assert '%s: letter ready to be posted: print/%s.pdf of letterbox postkamer' % (row['number'], row['number']) in k.log()
    for word in ('quaedvlieg', 'kerkstraat', '5038', 'voorbeeld.example', '2604817'):
        assert word not in k.log().lower()
    what = [h['what'] for h in k.ctl_json('show', row['number'])['history']]
    assert what.index('receipt-bounced') < what.index('receipt-to-print') < what.index('receipt-rendered')
    assert not [n for n in letters(k) if n.startswith('.')]


def test_a_scanned_letter_is_confirmed_by_post(sink, make):  # noqa: F811
    k = make(smtp=sink).start()
    shutil.copy(SCANS / 'brief-1.tif', k.scans)
    row, = k.wait_complaints(1, 120)
    assert row['receipt']['state'] == 'to-print', row
    wait_letters(k, 1)
    a = row['sender']['address']
    got = ' '.join(text(k.scans / 'print' / (row['number'] + '.pdf')).split())
    assert row['sender']['name'] in got and '%s %s' % (a['street'], a['house_number']) in got and a['postcode'] in got
    daemon.wait_for(lambda: in_bundle(k) == [row['number']], what='the bundle')
    assert k.rows()[0]['receipt']['rendered_at']


def test_once_draws_what_waits(sink, make):  # noqa: F811
    k = make(smtp=sink)
    shutil.copy(SCANS / 'brief-1.tif', k.scans)
    assert k.once() == 0, k.log()
    number = k.complaints()[0]['number']
    assert in_bundle(k) == [number] and letters(k) == [number + '.pdf', bundles(k)[0]]
    assert k.once() == 0
    assert len(rendered(k)) == 1


def test_the_bundle_holds_what_was_not_posted_and_goes_with_its_last(imap, sink, make):  # noqa: F811
    k = make(imap=imap, smtp=sink).start()
    first = sorted(r['number'] for r in bounced(k, imap, 3))
    wait_letters(k, 3)
    daemon.wait_for(lambda: in_bundle(k) == first, what='the bundle of three')
    assert k.ctl('printed', first[1]).returncode == 0
    daemon.wait_for(lambda: in_bundle(k) == [first[0], first[2]], what='the bundle of two')
    assert k.ctl('printed', first[1], check=False).returncode == 1      # it is posted
    r = k.ctl('printed', '--all')
    assert r.stdout.split() == [w for n in (first[0], first[2]) for w in (n + ':', 'printed')]
    daemon.wait_for(lambda: not bundles(k), what=lambda: 'the bundle to go: %s' % letters(k))
    assert letters(k) == [n + '.pdf' for n in first]                    # the letters' own files stay
    new, = bounced(k, imap)
    daemon.wait_for(lambda: in_bundle(k) == [new['number']], what='the next bundle')


def test_killed_between_drawing_and_noting_the_letter_is_made_again(imap, sink, make):  # noqa: F811
    k = make(imap=imap, smtp=sink).start()
    row, = bounced(k, imap, 1)
    daemon.wait_for(lambda: k.complaints()[0]['receipt']['state'] == 'to-print', what='to-print')
    wait_letters(k, 1)
    k.stop(signal.SIGKILL)
    with contextlib.closing(sqlite3.connect(k.state / 'register.db')) as db:      # as if it had died before it was noted
        db.execute('UPDATE outbox SET rendered_us = NULL')
        db.commit()
    pdf = k.scans / 'print' / (row['number'] + '.pdf')
    pdf.write_bytes(b'half')
    (pdf.parent / ('.%s.pdf.part' % row['number'])).write_bytes(b'left')
    k.start()
    daemon.wait_for(lambda: rendered(k) == [True] and in_bundle(k) == [row['number']], what=lambda: 'the letter again: ' + k.log())
    assert 'Wilhelmina Quaedvlieg' in text(pdf)
    assert letters(k) == [row['number'] + '.pdf', bundles(k)[0]]


@pytest.mark.parametrize('seed', range(2))
def test_killed_again_and_again_every_letter_is_made_once(imap, sink, make, seed):  # noqa: F811
    import random
    dice = random.Random(seed)
    k = make(imap=imap, smtp=sink).start()
    rows = bounced(k, imap, 8)
    for _ in range(6):
        time.sleep(dice.uniform(0.0, 0.5))
        k.stop(signal.SIGKILL)
        k.start()
    wait_letters(k, 8, 60)
    numbers = sorted(r['number'] for r in rows)
    daemon.wait_for(lambda: rendered(k) == [True] * 8 and in_bundle(k) == numbers, 30, lambda: 'the bundle: %s %s' % (letters(k), k.log()[-2000:]))
    assert letters(k) == [n + '.pdf' for n in numbers] + bundles(k)
    with test_daemon.register(k) as db:
        assert db.execute("SELECT count(*) FROM history WHERE what = 'receipt-rendered'").fetchone() == (8,)


def test_without_a_letterbox_the_letter_waits_and_is_said(imap, sink, make):  # noqa: F811
    k = make(imap=imap, smtp=sink, letterbox=False).start()
    row, = bounced(k, imap)
    daemon.wait_for(lambda: 'receipts by post cannot be made (no [letterbox]' in k.log(), what=lambda: 'the line: ' + k.log())
    assert k.complaints()[0]['receipt']['state'] == 'to-print' and row['number'] in k.ctl('receipts').stdout
    assert k.ctl('printed', '--all').stdout == ''       # nothing was drawn, so nothing can have been posted
    k.stop()
    k.scans.mkdir()
    k.sections['letterbox postkamer'] = {'directory': k.scans}
    k.write_config()
    k.start()
    wait_letters(k, 1)


def test_a_folder_that_cannot_be_written_is_one_line_and_recovers(imap, sink, make):  # noqa: F811
    k = make(imap=imap, smtp=sink).start()
    daemon.wait_for(lambda: (k.scans / 'print').exists(), what='the folder')
    (k.scans / 'print').rmdir()
    bounced(k, imap)
    daemon.wait_for(lambda: 'receipts by post cannot be made (print/' in k.log(), what=lambda: 'the line: ' + k.log())
    assert rendered(k) == [False]
    k.stop()
    k.start()
    wait_letters(k, 1)


def test_a_killed_printer_is_started_again(imap, sink, make):  # noqa: F811
    k = make(imap=imap, smtp=sink).start()
    bounced(k, imap)
    wait_letters(k, 1)
    printer, = [p for p in test_daemon.children(k.process.pid) if open('/proc/%d/comm' % p).read().strip() == 'klachtd-printer'[:15]]
    os.kill(printer, signal.SIGKILL)
    bounced(k, imap)
    wait_letters(k, 2)


def test_nothing_is_drawn_while_receipts_wait(make):  # noqa: F811
    k = make()
    shutil.copy(SCANS / 'brief-1.tif', k.scans)
    assert k.once() == 0
    assert k.complaints()[0]['receipt']['state'] == 'to-print' and letters(k) == []
