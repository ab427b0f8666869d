"""What people do with the register: letters by post, known dossiers, doubtful machines, the review list, the separator sheet."""
import contextlib
import json
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
import smtp_peers
import test_daemon
from test_daemon import bounce_of, complaint, dump, imap, make, sink, without_address, SCANS  # noqa: F401  fixtures among them


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


def test_a_receipt_that_is_refused_for_good_goes_by_post(imap, make):  # noqa: F811
    with smtp_peers.sink('-f', 'rcpt') as port:
        k = make(imap=imap, smtp=port)
        imap.deliver(complaint())
        assert k.once() == 0, k.log()
    row, = k.complaints()
    assert row['receipt']['state'] == 'to-print' and row['receipt']['why'] == 'refused' and row['receipt']['smtp_code'] >= 500
    assert letters(k) == [row['number'] + '.pdf', bundles(k)[0]] and in_bundle(k) == [row['number']]
    assert '%s: receipt refused for good (%d): the postal address is known, it goes by post' % (row['number'], row['receipt']['smtp_code']) in k.log()
    assert re.search(r'^%s +to-print .* refused: 5\d\d \S' % row['number'], k.ctl('receipts').stdout, re.M)
    assert re.search(r'^The receipt is to-print \(refused: 5.*\), by post\.$', k.ctl('explain', row['number']).stdout, re.M)


def test_who_cannot_be_answered_by_mail_is_confirmed_by_post(imap, sink, make):  # noqa: F811
    k = make(imap=imap, smtp=sink).start()
    for n, (sender, why) in enumerate((('noreply@voorbeeld.example', 'no-reply-sender'), ('jos\u00e9@voorbeeld.example', 'no-address')), 1):
        imap.deliver(complaint(sender=sender))
        row, = k.wait_receipts(1, 'held')
        assert row['receipt']['to'] is None and row['receipt']['why'] == why
        assert k.ctl('receipts', 'release', row['number']).stdout == row['number'] + ': released\n'
        wait_letters(k, n)
    assert [r['receipt']['state'] for r in k.complaints()] == ['to-print'] * 2


def test_a_person_may_choose_the_post(imap, sink, make):  # noqa: F811
    k = make(imap=imap, smtp=sink, overrides={'receipt': {'not_before': '2026-11-01'}}).start()
    imap.deliver(complaint(), when=1790000000)
    row, = k.wait_receipts(1, 'held')
    assert k.ctl('receipts', 'print', row['number']).stdout == row['number'] + ': put to print\n'
    wait_letters(k, 1)
    daemon.wait_for(lambda: in_bundle(k) == [row['number']], what='the bundle')
    assert k.ctl('printed', '--all').stdout == row['number'] + ': printed\n'
    daemon.wait_for(lambda: not bundles(k), what='the bundle to go')
    assert k.ctl('receipts', 'print', row['number']).returncode == 0        # it was lost in the post
    daemon.wait_for(lambda: in_bundle(k) == [row['number']], what='the bundle anew')
    assert k.ctl('receipts', 'print', 'K-2026-999999', check=False).returncode == 1
    assert k.ctl('receipts', 'burn', row['number'], check=False).returncode == 2


def test_a_letter_that_could_not_be_made_is_tried_again_when_asked(imap, sink, make):  # noqa: F811
    k = make(imap=imap, smtp=sink, overrides={'receipt': {'not_before': '2026-11-01'}}).start()
    imap.deliver(complaint(), when=1790000000)
    row, = k.wait_receipts(1, 'held')

    def street(name):
        with contextlib.closing(sqlite3.connect(k.state / 'register.db', timeout=10)) as db:
            db.execute('UPDATE entries SET street = ?', (name,))
            db.commit()

    street('x' * 200)
    k.ctl('receipts', 'print', row['number'])
    daemon.wait_for(lambda: row['number'] + ': no letter can be made' in k.log(), what=lambda: 'the line: ' + k.log())
    street('Kerkstraat')
    k.ctl('receipts', 'print', row['number'])
    wait_letters(k, 1)


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


def test_all_means_what_stands_in_the_bundle(imap, sink, make):  # noqa: F811
    k = make(imap=imap, smtp=sink).start()
    first, = bounced(k, imap)
    daemon.wait_for(lambda: in_bundle(k) == [first['number']], what='the bundle of one')
    second, = bounced(k, imap)
    wait_letters(k, 2)                  # its bundle waits 2 s for more of the batch
    r = k.ctl('printed', '--all')
    assert r.stdout.splitlines() == ['%s: printed' % first['number'], '%s: still waits, its letter stands in no bundle yet' % second['number']]
    states = {c['number']: c['receipt']['state'] for c in k.complaints()}
    assert states == {first['number']: 'printed', second['number']: 'to-print'}
    daemon.wait_for(lambda: in_bundle(k) == [second['number']], what='the next bundle')
    assert k.ctl('printed', '--all').stdout.split() == [second['number'] + ':', 'printed']


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


def test_killed_between_a_bundle_and_its_note_the_bundle_is_made_again(imap, sink, make):  # noqa: F811
    k = make(imap=imap, smtp=sink).start()
    row, = bounced(k, imap)
    daemon.wait_for(lambda: in_bundle(k) == [row['number']], what='the bundle')
    k.stop(signal.SIGKILL)
    with contextlib.closing(sqlite3.connect(k.state / 'register.db')) as db:      # as if it had died before it was noted
        db.execute('UPDATE outbox SET bundled_us = NULL')
        db.commit()
    (k.scans / 'print' / bundles(k)[0]).write_bytes(b'half')
    k.start()
    daemon.wait_for(lambda: json.loads(k.ctl('--json', 'receipts').stdout)['bundled_at'], what='the note')
    assert in_bundle(k) == [row['number']] and k.ctl('printed', '--all').stdout == row['number'] + ': printed\n'


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
    # a start makes the bundle anew, also one that is whole
    daemon.wait_for(lambda: letters(k) == [n + '.pdf' for n in numbers] + bundles(k), what=lambda: 'the last part to go: %s' % letters(k))
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


# ---- the separator sheet ----

def test_a_separator_sheet_needs_nothing(tmp_path):
    sheet = tmp_path / 'sheet.pdf'
    with open(sheet, 'wb') as f:
        subprocess.run([daemon.BUILD / 'klachtctl', 'separator-sheet'], stdout=f, check=True, env={'PATH': os.environ['PATH']}, cwd='/')
    assert 'SCHEIDINGSBLAD' in text(sheet)
    subprocess.run(['pdftoppm', '-r', '150', '-png', sheet, tmp_path / 'page'], check=True)
    assert subprocess.run(['zbarimg', '-q', '--raw', *tmp_path.glob('page*.png')], capture_output=True, text=True).stdout.split() == ['PATCHT']


# ---- known dossiers ----

def csv(folder, lines, name='dossiers.csv', encoding='utf-8'):
    path = folder / name
    path.write_bytes('\r\n'.join(lines).encode(encoding))
    return str(path)


def known(k):
    with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % (k.state / 'register.db'), uri=True)) as db:
        return db.execute('SELECT number, name, postcode, email FROM known_dossiers ORDER BY number').fetchall()


def test_ten_thousand_dossiers_are_imported_and_checked(imap, sink, make, tmp_path):  # noqa: F811
    k = make(imap=imap, smtp=sink).start()
    lines = ['Postcode;Naam;Dossiernummer;Opmerking;E-mail'] + ['1234 AB;"Boer, Zo\xeb %d";%d;;a%d@x.nl' % (i, 2600000 + i, i) for i in range(10000)]
    lines.append('5038 AB;de Boer;2604917;;')         # replaces one: one digit from what the mail below names
    r = k.ctl('dossiers', 'import', csv(tmp_path, lines, encoding='cp1252'))
    assert r.stdout == '10001 dossiers imported, 10000 are known now\n' and r.stderr == ''
    assert k.ctl('dossiers').stdout == '10000 dossiers are known\n' and k.ctl_json('dossiers') == {'known': 10000}
    rows = known(k)
    assert rows[1] == ('2600001', 'Boer, Zo\xeb 1', '1234 AB', 'a1@x.nl') and rows[4917] == ('2604917', 'de Boer', '5038 AB', None)
    imap.deliver(complaint())                          # 2604817: known
    imap.deliver(complaint(dossier='2704917'))         # not known, but for a digit and the name
    imap.deliver(complaint(dossier='7777777'))
    codes = {r['dossier_numbers'][0]: [c['code'] for c in r['review'] if 'dossier' in c['code']] for r in k.wait_complaints(3)}
    assert codes == {'2604817': [], '2704917': ['near-dossier'], '7777777': ['unknown-dossier']}
    assert 'Boer' not in k.log() and '10001 dossiers imported' in k.log()


def test_refused_lines_are_named_and_nothing_is_imported_unless_in_part(make, tmp_path):
    k = make().start()
    path = csv(tmp_path, ['number,name', '2604817,Jan', '12,Piet', '2604818,' + 'x' * 600, '2604819,Klaas'])
    r = k.ctl('dossiers', 'import', path, check=False)
    assert r.returncode == 1 and 'line 3: the number is not' in r.stderr and 'line 4: a text over 500' in r.stderr and 'nothing was imported' in r.stderr
    assert known(k) == []
    r = k.ctl('--json', 'dossiers', 'import', '--partial', path)
    assert '"line":3' in r.stdout and '"imported":2' in r.stdout
    assert [row[0] for row in known(k)] == ['2604817', '2604819']
    k.stop()                                            # and without klachtd
    r = k.ctl('dossiers', 'import', csv(tmp_path, ['nummer', '2604820']))
    assert 'klachtd does not run' in r.stderr and len(known(k)) == 3
    assert k.ctl('dossiers', 'import', '/nonexistent.csv', check=False).returncode == 1
    assert k.ctl('dossiers', 'export', check=False).returncode == 2


def test_an_import_that_dies_leaves_the_old_table(make, tmp_path):
    k = make().start()
    k.ctl('dossiers', 'import', csv(tmp_path, ['number', '2604817']))
    path = csv(tmp_path, ['number'] + [str(3000000 + i) for i in range(200000)])
    p = subprocess.Popen([str(k.build / 'klachtctl'), '--config', str(k.config), 'dossiers', 'import', path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(0.7)
    k.stop(signal.SIGKILL)
    p.communicate(timeout=60)
    k.start()
    # all or nothing: klachtd may die between its commit and the answer, and klachtctl cannot know
    assert len(known(k)) in ((1, 200001) if p.returncode else (200001,))


# ---- the review list ----

DOUBTFUL = ('Return-Path: <jan@voorbeeld.example>\r\nFrom: Jan de Boer <jan@voorbeeld.example>\r\nTo: klachten@proactief.example\r\n'
            'Subject: Automatisch antwoord: afwezig\r\nMessage-ID: <ooo%d@voorbeeld.example>\r\nDate: Mon, 23 Nov 2026 09:15:00 +0100\r\n\r\n'
            'Ik ben afwezig tot en met 30 november. Uw bericht wordt niet doorgestuurd. Voor spoed kunt u bellen met mijn collega.\r\n')


def doubtful(k, imap, n):
    imap.deliver((DOUBTFUL % n).encode())
    return daemon.wait_for(lambda: [r for r in k.rows('--review') if r['number'] is None], what=lambda: 'the doubtful mail: %s' % k.log())[-1]['arrival']


def test_a_doubtful_machine_is_accepted_as_a_complaint_once(imap, sink, dump, make):  # noqa: F811
    k = make(imap=imap, smtp=sink).start()
    arrival = str(doubtful(k, imap, 1))
    assert re.search(r'^%s +email' % arrival, k.ctl('list', '--review').stdout, re.M)
    assert k.complaints() == []
    r = k.ctl('accept', arrival)
    assert re.match(r'arrival %s is complaint (K-\d{4}-\d{6}), answer due .*, receipt held' % arrival, r.stdout), r.stdout
    row, = k.complaints()
    assert row['kind'] == 'complaint' and row['answer_due'] > row['received_at'] and row['receipt']['state'] == 'held'
    assert [r['code'] for r in row['review']] == ['receipt-held'] and k.rows('--review') == [row]
    import getpass
    assert ('registered', getpass.getuser()) in [(h['what'], h['who']) for h in k.ctl_json('show', row['number'])['history']]
    r = k.ctl('accept', arrival, check=False)
    assert r.returncode == 1 and 'is complaint %s already' % row['number'] in r.stderr + r.stdout
    assert k.ctl('accept', '999', check=False).returncode == 1 and k.ctl('accept', 'x', check=False).returncode == 2
    assert len(k.complaints()) == 1 and not test_daemon.sent(dump)
    k.ctl('receipts', 'release', row['number'])
    assert k.rows('--review') == []
    k.wait_receipts(1)
    assert test_daemon.sent(dump)[0]['Message-ID'].endswith('@proactief.example>')
    for word in ('de boer', 'jan@', 'afwezig'):
        assert word not in k.log().lower()


def test_an_arrival_can_be_looked_at(imap, sink, make, tmp_path):  # noqa: F811
    k = make(imap=imap, smtp=sink).start()
    arrival = str(doubtful(k, imap, 7))
    for args in (['list', '--review'], ['list', '--arrivals']):
        line, = re.findall(r'^%s +email .*' % arrival, k.ctl(*args).stdout, re.M)
        assert 'klachten' in line and 'Jan de Boer' in line and 'Automatisch antwoord: afwezig' in line, line
    shown = k.ctl('show', arrival).stdout
    assert re.search(r'^Arrival +%s$' % arrival, shown, re.M) and 'machine-doubtful' in shown and 'jan@voorbeeld.example' in shown and 'due' not in shown
    row = k.ctl_json('show', arrival)
    assert row['number'] is None and row['record']['kind'] == 'machine' and len(row['originals']) == 1
    said = k.ctl('explain', arrival).stdout
    assert 'There is no receipt.' in said and '(machine-words)' in said and '(machine-doubtful)' in said
    k.ctl('accept', arrival)
    number = k.complaints()[0]['number']
    assert k.ctl_json('show', arrival)['number'] == number
    for verb in ('show', 'explain'):
        r = k.ctl(verb, '999', check=False)
        assert r.returncode == 1 and 'arrival 999: not on the register' in r.stderr
        assert k.ctl(verb, 'K-2026-999999', check=False).returncode == 1
    r = k.ctl('explain', str(tmp_path / 'gone.eml'), check=False)
    assert r.returncode == 1 and r.stderr.startswith('klachtctl explain: ')


def test_explain_says_what_became_of_it(imap, sink, make):  # noqa: F811
    k = make(imap=imap, smtp=sink).start()
    imap.deliver(complaint())
    row, = k.wait_receipts(1)
    assert 'The receipt is sent, to jan.deboer@voorbeeld.example.\n' in k.ctl('explain', row['number']).stdout
    imap.deliver(without_address(complaint(sender='jos\u00e9@voorbeeld.example')))
    second = k.wait_complaints(2)[1]
    said = k.ctl('explain', second['number']).stdout
    assert second['receipt'] is None and 'There is no receipt.' in said and '(no-address)' in said and 'may be sent' not in said


def test_accepted_while_klachtd_is_stopped_the_receipt_has_our_domain(imap, sink, make):  # noqa: F811
    k = make(imap=imap, smtp=sink).start()
    arrival = str(doubtful(k, imap, 2))
    k.stop()
    k.ctl('accept', arrival)
    assert k.complaints()[0]['receipt']['message_id'].strip('<>').endswith('@proactief.example')


def test_receipts_that_wait_for_a_person_are_on_the_review_list(imap, sink, make):  # noqa: F811
    k = make(imap=imap, smtp=sink, overrides={'receipt': {'max_per_hour': 2}}).start()
    imap.deliver(without_address(complaint()))
    row, = k.wait_receipts(1)
    imap.deliver(bounce_of(row['receipt']['message_id']))
    daemon.wait_for(lambda: k.complaints()[0]['receipt']['state'] == 'bounced', what='the bounce')
    k.ctl('review', row['number'], '--done', check=False)
    reply = 'In-Reply-To: <%s>\r\n' % row['receipt']['message_id'].strip('<>')
    for _ in range(2):
        imap.deliver(complaint(headers=reply, subject='RE: Ontvangstbevestiging'))
        daemon.wait_for(lambda: imap.count() == 0, what='the move')
    got, = k.rows('--review')
    assert [f['receipt']['why'] for f in got['follow_ups'] if f['receipt']['state'] == 'held'] == ['hour-limit']
    assert re.search(r'^%s .* receipt-bounced( \S+)* receipt-held$' % row['number'], k.ctl('list', '--review').stdout, re.M), k.ctl('list', '--review').stdout
    k.ctl('receipts', 'suppress', row['number'])
    k.ctl('review', row['number'], '--done', check=False)
    assert k.rows('--review') == []


def test_review_lines_are_ticked_off(imap, sink, make):  # noqa: F811
    k = make(imap=imap, smtp=sink).start()
    arrival = str(doubtful(k, imap, 3))
    imap.deliver(complaint(dossier='onbekend'))
    row, = k.wait_complaints(1)
    assert row['review']
    assert k.ctl('review', row['number'], arrival, '--done').returncode == 0
    assert k.rows('--review') == [] and k.complaints()[0]['review'] == []
    assert k.ctl('review', row['number'], '--done', check=False).returncode == 1
    assert k.ctl('review', row['number'], check=False).returncode == 2
    assert 'reviewed' in [h['what'] for h in k.ctl_json('show', row['number'])['history']]


# ---- a page for people ----

def png_of(k, *args):
    r = subprocess.run([str(k.build / 'klachtctl'), '--config', str(k.config), *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    return r.returncode, r.stdout, r.stderr.decode()


@pytest.mark.parametrize('scan', ['brief-1.tif', 'brief-3.pdf'])
def test_a_page_is_shown_with_its_fields_framed(make, tmp_path, scan):
    k = make(letterbox=True)
    shutil.copy(SCANS / scan, k.scans)
    assert k.once() == 0
    number = k.complaints()[0]['number']
    status, png, said = png_of(k, 'show', number, '--page', '1')
    assert status == 0, said
    page = tmp_path / 'page.png'
    page.write_bytes(png)
    width, height = map(int, subprocess.run(['identify', '-format', '%w %h', page], check=True, capture_output=True, text=True).stdout.split())
    assert 1000 < width < height < 2000
    # the frames are the only colour; one stands around the dossier number, where the evidence says
    hue = subprocess.run(['convert', page, '-colorspace', 'HSL', '-channel', 'G', '-separate', '-threshold', '50%', '-format', '%[fx:mean]', 'info:'],
                         check=True, capture_output=True, text=True).stdout
    assert 0.0005 < float(hue) < 0.2
    evidence = k.ctl_json('show', number)['evidence']
    assert any(e['box'] for e in evidence.values())
    status, png, said = png_of(k, 'show', number, '--page', '99')
    assert status == 1 and png == b'' and 'no such page' in said
    assert png_of(k, 'show', number, '--page', '0')[0] == 2


def test_a_mail_has_no_pages(imap, sink, make):  # noqa: F811
    k = make(imap=imap, smtp=sink).start()
    imap.deliver(complaint())
    row, = k.wait_complaints(1)
    status, png, said = png_of(k, 'show', row['number'], '--page', '1')
    assert status == 1 and png == b'' and 'came by mail' in said
