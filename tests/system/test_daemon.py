"""klachtd whole: from a mail in a real Dovecot to a receipt at a real mail server, and what becomes of it when something breaks."""
import email
import email.policy
import itertools
import os
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

import pytest

import daemon
import dovecot
import ports
import smtp_peers

_n = itertools.count(1)


def complaint(name='Jan de Boer', sender='jan.deboer@voorbeeld.example', dossier='2604817', extra='', headers='', subject='Klacht'):
    n = next(_n)
    return ('Return-Path: <%s>\r\nFrom: %s <%s>\r\nTo: klachten@proactief.example\r\nSubject: %s\r\nMessage-ID: <mail%d.%d@voorbeeld.example>\r\n'
            'Date: Mon, 23 Nov 2026 09:15:00 +0100\r\n%sMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
            'Geachte heer, mevrouw,\r\n\r\nIk ben zeer ontevreden over de behandeling van dossier %s. Uw medewerker was onbeschoft. %s\r\n\r\n'
            'Ik wil dat u de kosten laat vervallen.\r\n\r\nMet vriendelijke groet,\r\n%s\r\nKerkstraat %d\r\n5038 AB Tilburg\r\n06 1234 5678\r\n'
            % (sender, name, sender, subject, n, os.getpid(), headers, dossier, extra, name, n)).encode()


def without_address(mail):
    """No letter can be sent to its writer."""
    return mail.replace(b'5038 AB Tilburg\r\n', b'')


@pytest.fixture
def imap(make_dovecot):
    return make_dovecot(users=['klachten', 'tweede'])


@pytest.fixture
def dump():
    """Where smtp-sink, another user, may write; pytest's own folder is closed to others."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix='klachtd-sent-', dir='/tmp'))
    os.chmod(folder, 0o777)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def sink(dump):
    with smtp_peers.sink('-d', '%s/%%s.' % dump) as port:
        yield port


@pytest.fixture
def make(tmp_path):
    """make(**options of daemon.Daemon): not started; stopped at the end."""
    made = []

    def new(**options):
        k = daemon.Daemon(tmp_path / ('k%d' % len(made)), password=dovecot.PASSWORD, **options)
        made.append(k)
        return k

    yield new
    for k in made:
        k.stop(signal.SIGKILL)


def sent(dump):
    return [email.message_from_bytes(p.read_bytes(), policy=email.policy.default) for p in sorted(dump.iterdir())]


def sent_ids(dump):
    return [m['Message-ID'] for m in sent(dump)]


# ---- the thread ----

def test_a_mail_becomes_a_complaint_and_its_sender_is_confirmed(imap, sink, dump, make):
    k = make(imap=imap, smtp=sink).start()
    imap.deliver(complaint())
    row, = k.wait_receipts(1)
    assert row['kind'] == 'complaint' and row['channel'] == 'email' and row['status'] == 'open'
    assert row['dossier_numbers'] == ['2604817'] and row['sender']['name'] == 'Jan de Boer'
    assert row['answer_due'] > row['acknowledge_due'] > row['received_at'] and 'day 1' in row['term_explanation']
    mail, = sent(dump)
    assert row['number'] in mail['Subject'] and mail['To'] and mail['Auto-Submitted'] == 'auto-replied'
    assert mail['Message-ID'].strip('<>') == row['receipt']['message_id'].strip('<>')
    assert mail['In-Reply-To'].startswith('<mail')
    assert '2604817' in mail.get_body(('plain',)).get_content()
    daemon.wait_for(lambda: imap.count() == 0 and imap.count('Verwerkt') == 1, what='the move')
    assert k.stop() == 0
    assert 'registered from mailbox klachten (complaint, 1 dossier), receipt queued, answer due' in k.log()


def test_the_journal_names_no_citizen(imap, sink, make):
    k = make(imap=imap, smtp=sink).start()
    imap.deliver(complaint(name='Wilhelmina Quaedvlieg', sender='w.quaedvlieg@geheim.example', subject='Onbeschofte Behandeling'))
    imap.deliver(complaint(headers='Precedence: bulk\r\n', name='Xantippe Zwartjes', sender='xantippe@geheim.example'))
    k.wait_complaints(2)
    k.wait_receipts(1)
    k.stop()
    log = k.log().lower()
    for word in ('quaedvlieg', 'wilhelmina', 'geheim.example', 'onbeschofte', 'zwartjes', 'xantippe', 'kerkstraat', '5038', '2604817'):
        assert word not in log


def test_a_reply_to_the_receipt_is_added_and_a_strangers_is_not(imap, sink, make):
    k = make(imap=imap, smtp=sink).start()
    imap.deliver(complaint())
    row, = k.wait_receipts(1)
    reply = 'In-Reply-To: <%s>\r\nReferences: <%s>\r\n' % ((row['receipt']['message_id'].strip('<>'),) * 2)
    imap.deliver(complaint(headers=reply, subject='RE: Ontvangstbevestiging'))
    daemon.wait_for(lambda: k.complaints()[0]['follow_ups'], what='the follow-up')
    forged = '<receipt.%s.0123456789abcdef@proactief.example>' % row['number']
    imap.deliver(complaint(name='Vreemde Vogel', sender='vogel@elders.example', dossier='2699999', headers='In-Reply-To: %s\r\n' % forged, subject='Over ' + row['number']))
    rows = k.wait_complaints(2)
    assert len(rows[0]['follow_ups']) == 1
    assert 'follow-up-unverified' in [r['code'] for r in rows[1]['review']]
    k.wait_receipts(2)
    assert '%s registered from mailbox klachten (complaint, ' % rows[1]['number'] in k.log()
    assert [a['kind'] for a in k.rows('--arrivals')] == ['complaint', 'follow-up', 'complaint']


def bounce_of(message_id, to='jan.deboer@voorbeeld.example'):
    return ('Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.voorbeeld.example\r\nTo: klachten@proactief.example\r\nSubject: Undelivered Mail Returned to Sender\r\n'
            'Message-ID: <b%d@mx.voorbeeld.example>\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n'
            'Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nUser unknown.\r\n\r\n'
            '--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.voorbeeld.example\r\n\r\nFinal-Recipient: rfc822; %s\r\nAction: failed\r\n'
            'Status: 5.1.1\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <%s>\r\nSubject: Ontvangstbevestiging\r\n\r\n--b--\r\n'
            % (next(_n), to, message_id.strip('<>'))).encode()


def qmail_notice(message_id):
    """No RFC 3464: only the copy below tells what came back."""
    return ('Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.voorbeeld.example\r\nTo: klachten@proactief.example\r\nSubject: failure notice\r\n'
            'Message-ID: <b%d@mx.voorbeeld.example>\r\n\r\nHi. This is the qmail-send program.\r\n\r\n<jan.deboer@voorbeeld.example>:\r\nno mailbox\r\n\r\n'
            '--- Below this line is a copy of the message.\r\n\r\nReturn-Path: <klachten@proactief.example>\r\nMessage-ID: <%s>\r\nSubject: Ontvangst\r\n'
            % (next(_n), message_id.strip('<>'))).encode()


@pytest.mark.parametrize('notice', [bounce_of, qmail_notice])
def test_a_bounce_is_linked_to_its_receipt_and_gets_no_answer(imap, sink, dump, make, notice):
    k = make(imap=imap, smtp=sink).start()
    imap.deliver(complaint())
    row, = k.wait_receipts(1)
    imap.deliver(notice(row['receipt']['message_id']))
    daemon.wait_for(lambda: k.complaints()[0]['receipt']['state'] in ('bounced', 'to-print'), what='the bounce; ' + k.log())
    daemon.wait_for(lambda: imap.count() == 0, what='the move')
    assert len(k.complaints()) == 1 and len(sent(dump)) == 1
    assert [a['kind'] for a in k.rows('--arrivals')].count('machine') == 1
    imap.deliver(bounce_of(row['receipt']['message_id'].replace('@', '@elders.')))      # our tag, and no Message-ID of ours
    daemon.wait_for(lambda: len(k.rows('--arrivals')) == 3 and imap.count() == 0, what='the second report')
    assert k.log().count('came back undeliverable') == 1
    assert not [r for r in k.rows('--review') if r['number'] is None]   # nobody need look at a certain machine


def test_one_mail_in_two_mailboxes_is_one_complaint(imap, sink, dump, make):
    second = {'host': '127.0.0.1', 'port': imap.tls_port, 'ca_file': imap.ca, 'user': 'tweede', 'poll_interval': '1s'}
    k = make(imap=imap, smtp=sink)
    second['password_file'] = k.folder / 'password'
    k.sections['mailbox tweede'] = second
    k.write_config()
    k.start()
    mail = complaint()
    imap.deliver(mail)
    imap.deliver(b'X-Relay: other\r\n' + mail, user='tweede')
    k.wait_receipts(1)
    daemon.wait_for(lambda: imap.count(user='tweede') == 0 and imap.count() == 0, what='both moves')
    assert len(k.complaints()) == 1 and len(sent(dump)) == 1
    assert sum(a['seen_again'] for a in k.rows('--arrivals')) == 1


# ---- what breaks ----

def test_a_mailbox_that_is_pointed_at_another_server_loses_nothing(make_dovecot, sink, dump, make):
    """Both count from UID 1 under the same UIDVALIDITY: the UIDs of the one say nothing about the other's mails."""
    servers = [make_dovecot(users=['klachten'], uidvalidity=1700000001) for _ in range(2)]
    k = make(imap=servers[0], smtp=sink)
    first = complaint()
    servers[0].deliver(first)
    assert k.once() == 0
    k.sections['mailbox klachten'].update(port=servers[1].tls_port, ca_file=servers[1].ca)
    k.write_config()
    servers[1].deliver(complaint(sender='piet@voorbeeld.example', name='Piet Smit'))
    servers[1].deliver(first)                       # moved with the mailbox: known by its bytes
    assert k.once() == 0
    assert len(k.complaints()) == 2 and len(sent(dump)) == 2 and servers[1].count() == 0
    assert sum(a['seen_again'] for a in k.rows('--arrivals')) == 1


def test_a_second_mailbox_works_while_the_first_is_down(imap, sink, make):
    k = make(imap=imap, smtp=sink)
    k.sections['mailbox kapot'] = {'host': '127.0.0.1', 'port': ports.free_port(), 'user': 'x', 'password_file': k.folder / 'password', 'ca_file': imap.ca}
    k.write_config()
    k.start()
    imap.deliver(complaint())
    k.wait_receipts(1)
    assert k.log().count('mailbox kapot') == 1      # a lasting fault is one line


@pytest.mark.parametrize('host,reason', [('127.0.0.2', 'tls'), ('127.0.0.3', 'tls'), ('127.0.0.4', 'tls')])
def test_a_wrong_certificate_is_refused_and_said(imap, make, host, reason):
    k = make(imap=imap, overrides={'mailbox klachten': {'host': host}}).start()
    imap.deliver(complaint())
    daemon.wait_for(lambda: '(%s)' % reason in k.log(), what=lambda: 'the refusal: ' + k.log())
    time.sleep(0.5)
    assert not k.complaints() and 'Login' not in imap.log() and imap.count() == 1


def test_a_wrong_password_is_said_once_and_tried_rarely(imap, make):
    k = make(imap=imap)
    (k.folder / 'password').write_text('verkeerd')
    k.start()
    line = daemon.wait_for(lambda: [x for x in k.log().splitlines() if '(login)' in x], what='the refusal')[0]
    assert int(line.rsplit(' ', 2)[1]) >= 15 * 60
    time.sleep(2)
    assert imap.log().count('Password mismatch') + imap.log().count('auth failed') <= 2


def test_the_server_goes_and_comes_back(imap, sink, make):
    k = make(imap=imap, smtp=sink).start()
    imap.deliver(complaint())
    k.wait_receipts(1)
    imap.stop()
    time.sleep(0.5)
    imap.start()
    imap.deliver(complaint())
    k.wait_receipts(2, seconds=60)


@pytest.mark.parametrize('worker', ['klachtd-mailbox', 'klachtd-reader', 'klachtd-sender'])
def test_a_killed_worker_is_started_again(imap, sink, dump, make, worker):
    k = make(imap=imap, smtp=sink).start()
    imap.deliver(complaint())
    k.wait_receipts(1)
    for pid in children(k.process.pid):
        if open('/proc/%d/comm' % pid).read().strip() == worker[:15]:
            os.kill(pid, signal.SIGKILL)
    imap.deliver(complaint())
    k.wait_receipts(2, seconds=60)
    assert len(set(sent_ids(dump))) == len(sent_ids(dump)) == 2


def children(pid):
    return [int(p) for p in open('/proc/%d/task/%d/children' % (pid, pid)).read().split()]


def register(k):
    return sqlite3.connect('file:%s?mode=ro' % (k.state / 'register.db'), uri=True)


@pytest.mark.parametrize('seed', range(3))
def test_killed_again_and_again_every_mail_is_filed_once_and_confirmed_once(imap, sink, dump, make, seed):
    dice, n = random.Random(seed), 40
    k = make(imap=imap, smtp=sink, letterbox=False)
    for i in range(n):
        imap.deliver(complaint(sender='klant%d@voorbeeld.example' % i))
    for _ in range(6):
        k.start()
        time.sleep(dice.uniform(0.0, 0.6))
        k.stop(signal.SIGKILL)
    k.start()
    rows = k.wait_complaints(n, 60)
    rows = k.wait_receipts(n, seconds=60)
    daemon.wait_for(lambda: imap.count() == 0, 30, 'the moves')
    assert len(rows) == n == len({r['sender']['email'] for r in rows}) == len({r['number'] for r in rows})
    assert k.stop() == 0
    ids = sent_ids(dump)
    assert set(ids) == {'<%s>' % r['receipt']['message_id'].strip('<>') for r in rows}
    with register(k) as db:
        assert db.execute('PRAGMA integrity_check').fetchone() == ('ok',)
        uncertain = db.execute("SELECT count(*) FROM outbox WHERE attempts > 1").fetchone()[0]
    assert len(ids) - n <= uncertain          # a second copy only where the register says so, with the same Message-ID
    before = len(k.rows('--arrivals'))
    k.start()
    time.sleep(1)
    assert len(k.rows('--arrivals')) == before and len(sent_ids(dump)) == len(ids)


def test_a_lost_reply_is_sent_again_with_the_same_id(imap, dump, make):
    with smtp_peers.sink('-q', '.', '-d', '%s/%%s.' % dump) as port:
        k = make(imap=imap, smtp=port).start()
        imap.deliver(complaint())
        row, = k.wait_receipts(1, 'uncertain')
        k.stop()
    assert 'it may have gone out' in k.log()
    with smtp_peers.sink('-d', '%s/%%s.' % dump) as port:
        k.sections['smtp']['port'] = port
        k.write_config()
        with sqlite3.connect(k.state / 'register.db') as db:     # the pause is a minute: not in a test
            db.execute('UPDATE outbox SET next_try_us = 0')
        k.start()
        k.wait_receipts(1)
    assert sent_ids(dump)[-1].strip('<>') == row['receipt']['message_id'].strip('<>')


def test_a_refused_receipt_is_final_and_visible(imap, make):
    with smtp_peers.sink('-f', 'rcpt') as port:
        k = make(imap=imap, smtp=port).start()
        imap.deliver(without_address(complaint()))
        row, = k.wait_receipts(1, 'failed')
        assert 'refused for good' in k.log()
        said = str(row['receipt']['smtp_code'])
        assert re.search(r'^%s +failed .*\b%s \S' % (row['number'], said), k.ctl('receipts').stdout, re.M)
        assert re.search(r'^  why +%s \S' % said, k.ctl('show', row['number']).stdout, re.M)


def test_the_mail_server_is_down_and_comes_back(imap, dump, make):
    port = ports.free_port()
    k = make(imap=imap, smtp=port).start()
    imap.deliver(complaint())
    k.wait_complaints(1)
    daemon.wait_for(lambda: 'mail server for receipts' in k.log(), what='the line')
    process = subprocess.Popen([smtp_peers.SMTP_SINK] + (['-u', 'nobody'] if os.getuid() == 0 else []) + ['-d', '%s/%%s.' % dump, '127.0.0.1:%d' % port, '10'],
                               stderr=subprocess.DEVNULL)
    try:
        k.stop()
        with sqlite3.connect(k.state / 'register.db') as db:
            db.execute('UPDATE outbox SET next_try_us = 0')
        k.start()
        k.wait_receipts(1)
    finally:
        process.terminate()
        process.wait()


# ---- limits ----

def test_limits_hold_receipts_and_lose_nothing(imap, sink, dump, make):
    k = make(imap=imap, smtp=sink, overrides={'receipt': {'max_per_sender_per_day': 2}}).start()
    for _ in range(4):
        imap.deliver(complaint())
    rows = k.wait_complaints(4)
    k.wait_receipts(2)
    held = [r for r in k.complaints() if r['receipt']['state'] == 'held']
    assert len(rows) == 4 and len(held) == 2
    assert k.ctl('receipts', 'release', held[0]['number']).returncode == 0
    k.wait_receipts(3)
    assert k.ctl('receipts', 'suppress', held[1]['number']).returncode == 0
    assert k.ctl('receipts', 'release', 'K-2026-999999', check=False).returncode == 1
    assert len(sent(dump)) == 3


def test_the_breaker_opens(imap, sink, dump, make):
    k = make(imap=imap, smtp=sink, overrides={'receipt': {'max_per_hour': 3}}).start()
    for i in range(8):
        imap.deliver(complaint(sender='k%d@voorbeeld.example' % i))
    k.wait_complaints(8)
    k.wait_receipts(3)
    k.wait_receipts(5, 'held')
    assert k.log().count('receipts within an hour') == 1 and len(sent(dump)) == 3


def test_a_held_receipt_says_why(imap, sink, make):
    k = make(imap=imap, smtp=sink).start()
    imap.deliver(complaint(headers='Authentication-Results: mx.proactief.example; dmarc=fail header.from=voorbeeld.example\r\n'))
    row, = k.wait_receipts(1, 'held')
    assert row['receipt']['why'] == 'dmarc-fail'
    assert '%s: receipt held (dmarc-fail); klachtctl receipts release' % row['number'] in k.log()
    assert re.search(r'^%s +held .* dmarc-fail$' % row['number'], k.ctl('receipts').stdout, re.M)


def test_mail_from_before_the_first_day_is_never_confirmed_by_itself(imap, sink, dump, make):
    k = make(imap=imap, smtp=sink, overrides={'receipt': {'not_before': '2026-11-01'}}).start()
    imap.deliver(complaint(), when=1790000000)      # September 2026
    k.wait_receipts(1, 'held')
    assert not sent(dump)


def test_machines_get_nothing(imap, sink, dump, make):
    k = make(imap=imap, smtp=sink).start()
    imap.deliver(complaint(headers='Auto-Submitted: auto-replied\r\n'))
    imap.deliver(complaint(headers='X-Loop: yes\r\nPrecedence: bulk\r\n', sender='noreply@machine.example', name='Systeem'))
    imap.deliver(complaint(sender='klachten@proactief.example'))
    daemon.wait_for(lambda: len(k.rows('--arrivals')) == 3 and imap.count() == 0, what='three arrivals')
    time.sleep(0.5)
    assert not sent(dump)


# ---- the operator ----

def test_once_reads_everything_and_says_what_is_undone(imap, sink, dump, make):
    k = make(imap=imap, smtp=sink)
    for i in range(5):
        imap.deliver(complaint(sender='k%d@voorbeeld.example' % i))
    assert k.once() == 0, k.log()
    assert len(k.complaints()) == 5 == len(sent(dump)) and imap.count() == 0
    assert k.once() == 0
    assert len(sent(dump)) == 5
    k.sections['smtp']['port'] = ports.free_port()
    k.write_config()
    imap.deliver(complaint())
    assert k.once() == 1


def test_a_second_klachtd_is_refused(imap, sink, make):
    k = make(imap=imap, smtp=sink).start()
    assert k.once() == 2
    assert 'another klachtd holds it' in k.log()


def test_check_says_what_works_and_changes_nothing(imap, sink, make):
    k = make(imap=imap, smtp=sink)
    imap.deliver(complaint())
    r = subprocess.run(k.command('--check'), stdout=subprocess.PIPE, text=True)
    assert r.returncode == 0, r.stdout
    assert r.stdout.count('ok ') >= 8 and 'FAIL' not in r.stdout
    for reader in ('reader', 'reader of mail in rare charsets', 'reader of scans'):
        assert 'ok    %s: sandboxed by' % reader in r.stdout
    assert not k.state.exists() or not list(k.state.iterdir())
    assert imap.contents('Verwerkt') is None and imap.count() == 1
    (k.folder / 'password').write_text('verkeerd')
    r = subprocess.run(k.command('--check'), stdout=subprocess.PIPE, text=True)
    assert r.returncode == 1 and 'FAIL  mailbox klachten' in r.stdout


def test_bad_configuration_is_exit_2_with_file_and_line(make, tmp_path):
    k = make(letterbox=True)
    k.config.write_text('[klachtd]\nstate_dir = /x\n')
    r = subprocess.run(k.command(), stderr=subprocess.PIPE, text=True)
    assert r.returncode == 2 and 'klachtd.conf:2: unknown key "state_dir"' in r.stderr


def test_reload_takes_the_good_and_refuses_the_bad(imap, sink, make):
    k = make(imap=imap, smtp=sink, overrides={'receipt': {'send': 'no'}}).start()
    imap.deliver(complaint())
    k.wait_receipts(1, 'queued')
    k.config.write_text(k.config.read_text() + '\n[receipt]\nnonsense = 1\n')
    r = k.ctl('reload', check=False)
    assert r.returncode != 0 and 'nonsense' in r.stderr
    k.sections['receipt']['send'] = 'yes'
    k.write_config()
    assert k.ctl('reload').returncode == 0
    k.wait_receipts(1)
    imap.deliver(complaint(sender='ander@voorbeeld.example'))
    k.wait_receipts(2)


def test_klachtctl_changes_the_register_when_klachtd_is_stopped(imap, sink, make):
    k = make(imap=imap, smtp=sink, overrides={'receipt': {'max_per_sender_per_day': 1}}).start()
    imap.deliver(complaint())
    imap.deliver(complaint())
    row, = k.wait_receipts(1, 'held')
    k.stop()
    r = k.ctl('receipts', 'release', row['number'])
    assert 'klachtd does not run' in r.stderr
    k.start()
    k.wait_receipts(2)


def test_a_newer_register_is_refused_and_left_alone(imap, sink, make):
    k = make(imap=imap, smtp=sink)
    assert k.once() == 0
    with sqlite3.connect(k.state / 'register.db') as db:
        db.execute('PRAGMA user_version = 999')
    assert k.once() == 2 and 'newer' in k.log()
    with register(k) as db:
        assert db.execute('PRAGMA user_version').fetchone() == (999,)


# ---- letters ----

SCANS = daemon.ROOT / 'demo' / 'scans'


def test_scans_are_read_filed_and_archived(make):
    k = make().start()
    for name in ('brief-1.tif', 'brief-3.pdf'):
        (k.scans / name).write_bytes((SCANS / name).read_bytes())
    rows = k.wait_complaints(2, 120)
    assert {r['channel'] for r in rows} == {'letter'}
    assert {d for r in rows for d in r['dossier_numbers']} == {'2628845', '2637416'}
    archived = daemon.wait_for(lambda: len(list(k.scans.glob('archive/*/*/*'))) == 2 and list(k.scans.glob('archive/*/*/*')), what='the archive')
    assert all(any(r['number'] in p.name for p in archived) for r in rows)
    (k.scans / 'nogmaals.tif').write_bytes((SCANS / 'brief-1.tif').read_bytes())
    daemon.wait_for(lambda: len(list(k.scans.glob('archive/*/*/*'))) == 3, 60, 'the copy to be archived')
    assert len(k.complaints()) == 2


def test_what_is_no_scan_is_on_the_register_and_in_failed(make):
    k = make().start()
    (k.scans / 'vreemd.pdf').write_text('Dit is geen PDF.\n')
    row, = k.wait_complaints(1, 60)
    assert row['kind'] == 'unreadable' and row['answer_due']
    failed = daemon.wait_for(lambda: sorted(p.name for p in (k.scans / 'failed').iterdir()) if (k.scans / 'failed').exists() and
                             len(list((k.scans / 'failed').iterdir())) == 2 else None, what='failed/')
    assert any(n.endswith('.reason.txt') for n in failed)
