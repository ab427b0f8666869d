"""What klachtd does when the ground under it breaks: disk, register, sandbox, folders, workers, clockwork. Each time: which, what klachtd does next, nothing
lost, nobody confirmed twice, and it recovers by itself when the cause goes away."""
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

import pytest

import daemon
import ports
import privacy
import smtp_peers
from test_daemon import SCANS, children, complaint, dump, imap, make, register, sent_ids, sink, without_address  # noqa: F401 (fixtures)

ROOT_ONLY = pytest.mark.skipif(os.getuid() != 0, reason='needs root: it mounts a small file system')
STEPS = daemon.BUILD / 'steps'
WITH_STEPS = pytest.mark.skipif(not (STEPS / 'klachtd').exists(), reason='needs klachtd with steps (make steps; not made with sanitizers)')


class Notify(threading.Thread):
    """systemd's side of sd_notify."""

    def __init__(self):
        super().__init__(daemon=True)
        self.folder = tempfile.mkdtemp(prefix='klachtd-notify-', dir='/tmp')
        self.path = os.path.join(self.folder, 's')
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(self.path)
        self.said = []
        self.start()

    def run(self):
        while True:
            try:
                text = self.socket.recv(4096).decode()
            except OSError:
                return
            self.said += text.splitlines()

    def fed(self):
        return self.said.count('WATCHDOG=1')

    def close(self):
        self.socket.close()
        shutil.rmtree(self.folder)


@pytest.fixture
def notify():
    n = Notify()
    yield n
    n.close()


@pytest.fixture
def mounts():
    """mounts(folder, size): a small file system there."""
    made = []

    def mount(folder, size='4m'):
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=%s,mode=0700' % size, 'klachtd-test', str(folder)], check=True)
        made.append(folder)

    yield mount
    for folder in made:
        subprocess.run(['umount', '-l', str(folder)], check=False)


def fill(path):
    """Until nothing more fits."""
    fd = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        for size in (65536, 4096, 1):
            try:
                while True:
                    os.write(fd, b'x' * size)
            except OSError:
                pass
    finally:
        os.close(fd)


def lines(k, *words):
    return [x for x in k.log().splitlines() if all(w in x for w in words)]


def says(k, *words, seconds=30):
    return daemon.wait_for(lambda: lines(k, *words), seconds, lambda: '%s; log: %s' % (words, k.log()[-3000:]))


def waiting(k, *words):
    """Started, and waits with that line for something that another must mend."""
    with open(k.log_path, 'a') as log:
        k.process = subprocess.Popen(k.command(), stdout=subprocess.DEVNULL, stderr=log, stdin=subprocess.DEVNULL)
    line, = says(k, 'klachtd waits', *words)
    assert ' err ' in line and 'trying again' in line
    time.sleep(0.3)
    assert k.process.poll() is None
    return line


def confirmed_once(k, imap, dump, n):
    k.wait_complaints(n)
    k.wait_receipts(n)
    daemon.wait_for(lambda: imap.count() == 0, 30, 'the moves')
    assert len(k.complaints()) == n
    assert sorted(sent_ids(dump)) == sorted('<%s>' % r['receipt']['message_id'].strip('<>') for r in k.complaints())


# ---- the disk and the register ----

@ROOT_ONLY
def test_a_full_disk_loses_nothing(imap, sink, dump, make, mounts, notify):
    k = make(imap=imap, smtp=sink)
    mounts(k.state)
    k.start(env={'NOTIFY_SOCKET': notify.path})
    imap.deliver(complaint(sender='eerste@voorbeeld.example'))
    confirmed_once(k, imap, dump, 1)
    fill(k.state / 'ballast')
    for i in range(3):
        imap.deliver(complaint(sender='k%d@voorbeeld.example' % i, extra='Lang verhaal. ' * 4000))
    line, = says(k, 'the register cannot be written')
    assert ' err ' in line and 'nothing is lost, trying again' in line
    fed = notify.fed()
    daemon.wait_for(lambda: notify.fed() > fed, 15, 'the watchdog to be fed: a restart cures no full disk')
    assert imap.count() == 3 and len(k.complaints()) == 1 and len(sent_ids(dump)) == 1
    (k.state / 'ballast').unlink()
    confirmed_once(k, imap, dump, 4)
    says(k, 'can be written again')
    assert len(lines(k, 'cannot be written')) == 1 == len(lines(k, 'can be written again'))
    assert k.stop() == 0


@ROOT_ONLY
def test_a_disk_that_is_full_at_the_start_is_waited_for(imap, sink, dump, make, mounts):
    k = make(imap=imap, smtp=sink)
    mounts(k.state)
    fill(k.state / 'ballast')
    imap.deliver(complaint())
    waiting(k, 'register')
    (k.state / 'ballast').unlink()
    confirmed_once(k, imap, dump, 1)
    assert len(lines(k, 'klachtd waits')) == 1


@ROOT_ONLY
def test_a_state_directory_that_cannot_be_written_is_waited_for(imap, sink, dump, make, mounts):
    k = make(imap=imap, smtp=sink)
    mounts(k.state)
    subprocess.run(['mount', '-o', 'remount,ro', str(k.state)], check=True)
    imap.deliver(complaint())
    assert k.once() == 2 and lines(k, 'klachtd does not start', str(k.state))
    waiting(k, str(k.state), 'Read-only')
    subprocess.run(['mount', '-o', 'remount,rw', str(k.state)], check=True)
    confirmed_once(k, imap, dump, 1)


def test_a_register_locked_by_another_is_waited_for(imap, sink, dump, make):
    k = make(imap=imap, smtp=sink).start()
    imap.deliver(complaint())
    confirmed_once(k, imap, dump, 1)
    db = sqlite3.connect(k.state / 'register.db', isolation_level=None)
    db.execute('BEGIN IMMEDIATE')
    imap.deliver(complaint(sender='tweede@voorbeeld.example'))
    line, = says(k, 'the register cannot be written')
    assert 'lock' in line
    assert imap.count() == 1
    db.execute('ROLLBACK')
    confirmed_once(k, imap, dump, 2)
    says(k, 'can be written again')
    assert k.stop() == 0
    db.execute('BEGIN EXCLUSIVE')
    imap.deliver(complaint(sender='derde@voorbeeld.example'))
    waiting(k, 'lock')
    db.execute('ROLLBACK')
    confirmed_once(k, imap, dump, 3)


def test_once_does_not_wait_for_a_locked_register(imap, sink, make):
    k = make(imap=imap, smtp=sink)
    assert k.once() == 0
    with sqlite3.connect(k.state / 'register.db', isolation_level=None) as db:
        db.execute('BEGIN EXCLUSIVE')
        imap.deliver(complaint())
        assert k.once() == 2 and 'lock' in k.log()
        db.execute('ROLLBACK')
    db.close()
    assert k.once() == 0 and len(k.complaints()) == 1


def test_a_newer_register_is_waited_away(imap, sink, dump, make):
    k = make(imap=imap, smtp=sink)
    assert k.once() == 0
    db = sqlite3.connect(k.state / 'register.db')
    version, = db.execute('PRAGMA user_version').fetchone()
    db.execute('PRAGMA user_version = 999')
    imap.deliver(complaint())
    waiting(k, 'version 999', 'install the newer klachtd')
    db.execute('PRAGMA user_version = %d' % version)
    db.close()
    confirmed_once(k, imap, dump, 1)


def test_a_damaged_register_stops_klachtd_and_nothing_gets_worse(imap, sink, dump, make):
    k = make(imap=imap, smtp=sink).start()
    imap.deliver(complaint())
    confirmed_once(k, imap, dump, 1)
    assert k.stop() == 0
    path = k.state / 'register.db'
    with sqlite3.connect(path) as db:
        db.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    db.close()
    good = path.read_bytes()
    bad = good[:16384] + b'\xa5' * (len(good) - 16384)
    path.write_bytes(bad)
    imap.deliver(complaint(sender='tweede@voorbeeld.example'))
    r = subprocess.run(k.command(), stderr=subprocess.PIPE, text=True, timeout=30)
    assert r.returncode == 2 and ' crit ' in r.stderr and 'Restore register.db from the backup' in r.stderr, r.stderr
    assert imap.count() == 1
    for beside in k.state.glob('register.db*'):
        beside.unlink()
    path.write_bytes(good)          # the backup
    k.start()
    confirmed_once(k, imap, dump, 2)


def test_a_misspelt_time_zone_is_said_with_its_line(make):
    k = make(overrides={'klachtd': {'timezone': 'Europe/Nergenshuizen'}})
    assert subprocess.run(k.command(), stderr=open(k.log_path, 'a'), timeout=10).returncode == 2
    line = k.config.read_text().splitlines().index('timezone = Europe/Nergenshuizen') + 1
    assert '%s:%d: timezone: "Europe/Nergenshuizen"' % (k.config, line) in k.log()


@ROOT_ONLY
def test_a_machine_without_time_zones_is_said_and_waited_for(make, tmp_path):
    """tzdata is not installed yet: klachtd waits for it, and --once says it."""
    k = make()
    hidden = ['unshare', '-m', 'sh', '-c', 'mount -t tmpfs none /usr/share/zoneinfo && exec "$@"', 'sh']
    with open(k.log_path, 'a') as log:
        assert subprocess.run([*hidden, *k.command('--once')], stderr=log, timeout=20).returncode == 2
    assert 'time zone Europe/Amsterdam' in k.log() and 'install the package tzdata' in k.log()


# ---- the sandbox ----

REFUSE = '''
import ctypes, os, struct, sys
def statement(code, jt, jf, k): return struct.pack('HBBI', code, jt, jf, k)
numbers = (444, 445, 446)               # landlock_*: the same numbers on every architecture
program = statement(0x20, 0, 0, 0) + b''.join(statement(0x15, len(numbers) - i, 0, n) for i, n in enumerate(numbers))
program += statement(0x06, 0, 0, 0x7fff0000) + statement(0x06, 0, 0, 0x00050000 | 38)    # allow; errno ENOSYS
buffer = ctypes.create_string_buffer(program)
libc = ctypes.CDLL(None, use_errno=True)
class Prog(ctypes.Structure): _fields_ = [('n', ctypes.c_ushort), ('p', ctypes.c_void_p)]
assert libc.prctl(38, 1, 0, 0, 0) == 0
assert libc.prctl(22, 2, ctypes.byref(Prog(len(program) // 8, ctypes.addressof(buffer))), 0, 0) == 0, ctypes.get_errno()
os.execv(sys.argv[1], sys.argv[1:])
'''


def test_a_refused_landlock_is_said_once_a_program_and_the_work_goes_on(imap, sink, dump, make):
    k = make(imap=imap, smtp=sink)
    plain = k.command
    k.command = lambda *a: [sys.executable, '-c', REFUSE, *plain(*a)]
    k.start()
    for i in range(2):
        imap.deliver(complaint(sender='k%d@voorbeeld.example' % i))
    confirmed_once(k, imap, dump, 2)
    for program in ('klachtd-mailbox', 'klachtd-sender', 'klachtd-reader'):
        said = lines(k, program, 'it goes on, less confined')
        assert len(said) == 1 and ' err ' in said[0], k.log()
    r = subprocess.run(k.command('--check'), stdout=subprocess.PIPE, text=True)
    assert r.returncode == 1 and 'landlock' in r.stdout


# ---- folders ----

def test_a_missing_folder_is_said_and_found_when_it_is_made(imap, sink, dump, make):
    k = make(imap=imap, smtp=sink, overrides={'mailbox klachten': {'folder': 'Klachten', 'poll_interval': '1s'}}).start()
    line, = says(k, 'mailbox klachten', '(folder)')
    assert ' err ' in line and 'trying again in' in line
    c = imap.client()
    c.create('Klachten')
    c.append('Klachten', None, None, complaint())
    c.logout()
    k.wait_receipts(1, seconds=60)
    assert len(sent_ids(dump)) == 1 == len(lines(k, '(folder)'))
    says(k, 'mailbox klachten', 'works again')


def test_a_processed_folder_that_cannot_be_made_is_a_warning(imap, sink, dump, make):
    box = pathlib.Path(imap.maildir())
    box.mkdir(exist_ok=True)
    shutil.chown(box, imap.owner.pw_uid, imap.owner.pw_gid)
    (box / '.Verwerkt').write_text('in the way')        # a file where Dovecot wants a folder
    try:
        k = make(imap=imap, smtp=sink).start()
        for i in range(2):
            imap.deliver(complaint(sender='k%d@voorbeeld.example' % i))
        k.wait_receipts(2)
        says(k, 'everything is registered all the same')
        time.sleep(1)
        said = lines(k, 'Verwerkt')
        assert len(said) == 1 and ' warning ' in said[0], k.log()
        assert k.stop() == 0
        k.start()
        time.sleep(1.5)
        assert len(k.complaints()) == 2 == len(sent_ids(dump))
    finally:
        (box / '.Verwerkt').unlink()


@pytest.mark.skipif(os.getuid() != 0, reason='needs root: a file that the IMAP server may not read')
@pytest.mark.parametrize('listed', [True, False])
def test_a_mail_that_cannot_be_fetched_stops_no_other(imap, sink, dump, make, listed):
    imap.deliver(complaint(sender='dicht@voorbeeld.example'))
    shut, = (p for p in pathlib.Path(imap.maildir()).rglob('*.test*'))
    if listed:      # else the server does not even tell its size: it hangs up on whoever asks
        shut = shut.rename('%s,S=%d,W=%d' % (shut, shut.stat().st_size, shut.stat().st_size))
    os.chown(shut, 0, 0)
    os.chmod(shut, 0)
    k = make(imap=imap, smtp=sink).start()
    imap.deliver(complaint(sender='open@voorbeeld.example'))
    row, = k.wait_receipts(1, seconds=60)
    assert row['sender']['email'] == 'open@voorbeeld.example'
    line, = says(k, 'cannot be fetched', seconds=60)
    assert ' warning ' in line and 'UID 1 ' in line
    assert len(k.complaints()) == 1


def test_a_letterbox_that_is_not_there_keeps_no_mail_waiting(imap, sink, dump, make):
    k = make(imap=imap, smtp=sink)
    k.scans.rmdir()
    k.start()
    imap.deliver(complaint())
    k.wait_receipts(1)
    line, = says(k, 'letterbox postkamer', str(k.scans))
    assert ' err ' in line and line.count('letterbox postkamer') == 1
    assert k.once() == 2                                # another klachtd holds it: nothing else was said
    k.scans.mkdir()
    (k.scans / 'vreemd.pdf').write_text('Dit is geen PDF.\n')
    k.wait_complaints(2, 60)
    assert lines(k, 'letterbox postkamer: works again')


def test_a_fault_hides_no_other(make):
    """A folder that was put among the scans is a warning; that their own folder is gone wakes a person all the same."""
    k = make().start()
    (k.scans / 'map').mkdir()
    assert ' warning ' in says(k, 'no plain files')[0] and 'stay where they are' not in k.log()
    k.scans.rename(k.scans.with_name('elders'))
    assert ' err ' in says(k, 'is not the folder it was')[0]


def test_once_ends_at_once_when_there_is_nothing(make):
    k = make()
    began = time.monotonic()
    assert k.once() == 0
    assert time.monotonic() - began < 4             # not at the next tick of five seconds


def test_a_scan_that_is_too_large_is_on_the_register_at_once(make):
    k = make(overrides={'reader': {'max_document': '64K'}}).start()
    (k.scans / 'dik.pdf').write_bytes(b'%PDF-1.4\n' + b'x' * 200000)
    row, = k.wait_complaints(1)
    assert row['kind'] == 'unreadable' and 'too-large' in [r['code'] for r in row['review']] and row['answer_due']
    reason, = daemon.wait_for(lambda: list(k.scans.glob('failed/*.reason.txt')), what='failed/')
    assert 'Code: too-large' in reason.read_text() and row['number'] in reason.name
    assert (k.scans / 'failed' / reason.name[:-len('.reason.txt')]).stat().st_size == 200009
    (k.scans / 'dikker.pdf').write_bytes(b'%PDF-1.4\n' + b'x' * 200000 + b'y')
    assert len(k.wait_complaints(2)) == 2               # not the same scan, though it begins alike


@WITH_STEPS
def test_a_scan_that_may_still_grow_is_waited_for_also_by_once(make):
    k = make(build=STEPS)
    whole = (SCANS / 'brief-1.tif').read_bytes()
    (k.scans / 'brief.tif').write_bytes(whole[:len(whole) // 2])
    env = {**os.environ, 'KLACHTD_GROWING_US': '3000000'}
    began = time.monotonic()
    with open(k.log_path, 'a') as log:
        r = subprocess.run(k.command('--once'), stderr=log, env=env, timeout=100).returncode
    assert time.monotonic() - began > 3
    row, = k.complaints()
    assert r == 0 and row['kind'] == 'unreadable' and len(list(k.scans.glob('failed/*.reason.txt'))) == 1


# ---- the mail server ----

def late(seconds, answer=b'250 ok\r\n'):
    def reply(c):
        time.sleep(seconds)
        c.sendall(answer)
    return reply


def test_a_stop_waits_for_the_receipt_on_its_way(imap, make):
    server = smtp_peers.Script([smtp_peers.GREETING, smtp_peers.EHLO, *smtp_peers.TRANSACTION, ('.', late(3))])
    k = make(imap=imap, smtp=server.port).start()
    imap.deliver(complaint())
    daemon.wait_for(lambda: server.messages, what='the message')
    assert k.stop() == 0
    row, = k.complaints()
    assert row['receipt']['state'] == 'sent' and len(server.messages) == 1
    server.close()


def test_a_reload_waits_for_the_receipt_on_its_way(imap, make):
    server = smtp_peers.Script([smtp_peers.GREETING, smtp_peers.EHLO, *smtp_peers.TRANSACTION, ('.', late(2))])
    k = make(imap=imap, smtp=server.port).start()
    imap.deliver(complaint())
    daemon.wait_for(lambda: server.messages, what='the message')
    assert k.ctl('reload').returncode == 0
    row, = k.complaints()
    assert row['receipt']['state'] == 'sent' and len(server.messages) == 1
    server.close()


def test_receipts_go_as_soon_as_the_server_is_back(imap, dump, make):
    port = ports.free_port()
    k = make(imap=imap, smtp=port).start()
    for i in range(3):
        imap.deliver(complaint(sender='k%d@voorbeeld.example' % i))
    k.wait_complaints(3)
    line, = says(k, 'mail server for receipts')
    assert 'trying again in 10 s' in line and ' err ' in line
    server = subprocess.Popen([smtp_peers.SMTP_SINK] + (['-u', 'nobody'] if os.getuid() == 0 else []) + ['-d', '%s/%%s.' % dump, '127.0.0.1:%d' % port, '10'],
                              stderr=subprocess.DEVNULL)
    try:
        k.wait_receipts(3, seconds=15)                  # none waits for a minute of its own
    finally:
        server.terminate()
        server.wait()
    assert len(lines(k, 'mail server for receipts')) == 2


def test_a_receipt_is_given_up_in_the_end_and_a_person_told(imap, make):
    with smtp_peers.sink('-r', 'rcpt') as port:
        k = make(imap=imap, smtp=port, overrides={'receipt': {'send': 'no'}})
        imap.deliver(without_address(complaint()))
        assert k.once() == 0
        k.sections['receipt']['send'] = 'yes'
        k.write_config()
        with sqlite3.connect(k.state / 'register.db') as db:        # as if the five days were over at its next try
            db.execute('UPDATE outbox SET acknowledge_due_us = acknowledge_due_us - 20 * 86400000000')
            db.execute("UPDATE outbox SET state = 'uncertain'")     # one that no late start may hold
        k.start()
        row, = k.wait_receipts(1, 'failed')
        assert ' err ' in says(k, row['number'], 'given up')[0]


# ---- the watchdog ----

@WITH_STEPS
def test_the_watchdog_is_fed_until_an_item_is_stuck(imap, sink, make, notify):
    k = make(imap=imap, smtp=sink, build=STEPS)
    k.start(env={'NOTIFY_SOCKET': notify.path, 'KLACHTD_TICK_US': '100000', 'KLACHTD_STUCK_US': '1500000'})
    imap.deliver(complaint())
    k.wait_receipts(1)
    fed = notify.fed()
    daemon.wait_for(lambda: notify.fed() > fed + 3, what='the feeding')
    stopped = [p for p in children(k.process.pid) if open('/proc/%d/comm' % p).read().strip() == 'klachtd-reader']
    for pid in stopped:
        os.kill(pid, signal.SIGSTOP)
    imap.deliver(complaint())
    time.sleep(3)
    fed = notify.fed()
    time.sleep(1)
    try:
        assert stopped and notify.fed() == fed
    finally:
        for pid in stopped:
            os.kill(pid, signal.SIGCONT)
    k.wait_complaints(2)
    daemon.wait_for(lambda: notify.fed() > fed, what='the feeding to go on')


# ---- the journal ----

def test_what_may_not_be_said_is_found():
    mail = complaint(name='Wilhelmina Quaedvlieg', sender='w.q@geheim.example', subject='Onbeschofte Bejegening')
    for leak in ('from quaedvlieg', 'W.Q@geheim.example', 'about "Bejegening"', 'dossier 2604817', 'call 06 1234 5678', 'lives at 5038 AB', '+31612345678'):
        assert privacy.leaks('2026-11-23 09:15:00 notice  a line\n2026-11-23 09:15:01 debug  %s\n' % leak, [mail]), leak
    fine = '2026-11-23 09:15:00 notice  K-2026-000001 registered from mailbox klachten (complaint, 1 dossier), receipt queued, answer due Wed 2 Dec 2026\n'
    assert not privacy.leaks(fine + '2026-11-23 09:15:00 err     /tmp/test_of_quaedvlieg/x: not there\n', [mail])
