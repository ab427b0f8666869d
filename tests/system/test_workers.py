"""Workers that hang, die or break the rules: klachtd notices, says so once, starts another, and nothing is lost."""
import json
import os
import shutil
import signal
import time

import pytest

import daemon
import smtp_peers
from test_breaks import STEPS, WITH_STEPS, late, lines, says
from test_daemon import children, complaint, dump, imap, make, sent, sink  # noqa: F401 (fixtures)

QUICK = {'KLACHTD_SILENT_US': '1500000', 'KLACHTD_HEALTHY_US': '1000000'}


def with_worker(k, tmp_path, script, program='klachtd-mailbox', steps=False):
    """klachtd with a worker of the test's own beside it."""
    folder = tmp_path / 'programs'
    folder.mkdir()
    shutil.copy((STEPS if steps else daemon.BUILD) / 'klachtd', folder)
    for p in (*daemon.BUILD.glob('klachtd-*'), daemon.BUILD / 'klachtctl'):
        (folder / p.name).symlink_to(p)
    (folder / program).unlink()
    (folder / program).write_text('#!/usr/bin/python3\nimport json, os, socket, time\ns = socket.socket(fileno=3)\n' + script)
    (folder / program).chmod(0o755)
    k.build = folder
    k.sections['receipt']['template_directory'] = daemon.ROOT / 'templates'
    k.write_config()
    plain = k.command
    k.command = lambda *a: [str(folder / 'klachtd'), *plain(*a)[1:]]


READY = 's.recv(65536)\ns.send(b\'{"op": "ready", "sandbox": ["landlock", "seccomp"]}\')\n'


@pytest.mark.parametrize('script,why', [
    ('s.send(b"\\xff\\x00 no json")', None),
    ('s.send(json.dumps([1, 2]).encode())', None),
    ('s.send(b\'{"op": "drop table"}\')', 'unknown op'),
    ('s.send(b\'{"op": "item", "uidvalidity": 1, "uid": 1, "internaldate_us": 1, "bytes": 1}\')', 'sealed memfd'),
    ('s.send(b\'{"op": "state", "state": "down", "reason": "gone", "text": "%s"}\' % (b"x" * 400))', None),
    ('s.send(b\'{"op": "known?", "uidvalidity": 1, "uids": ["x"]}\')', 'known?'),
    ('s.send(b\'{"op": "known?", "uidvalidity": 1, "uids": %s}\' % json.dumps(list(range(1, 502))).encode())', 'known?'),
    ('s.send(b"[" * 60000)', None),
    ('socket.send_fds(s, [b\'{"op": "item", "uidvalidity": 1, "uid": 1, "internaldate_us": 1, "bytes": 1}\'], [0])', 'sealed memfd'),
    ('socket.send_fds(s, [b\'{"op": "empty"}\'], [0] * 9)', None),
])
def test_a_worker_that_breaks_the_rules_is_killed_and_started_again(imap, sink, make, tmp_path, script, why):
    k = make(imap=imap, smtp=sink)
    with_worker(k, tmp_path, READY + script + '\ntime.sleep(100)\n')
    k.start()
    line = says(k, 'klachtd-mailbox for klachten ended')[0]
    assert ' err ' in line and 'started again in 1 s' in line and (why or '') in line and 'exit status' not in line
    time.sleep(2.5)
    assert len(lines(k, 'klachtd-mailbox for klachten ended')) == 1      # and again, without a word
    assert k.stop() == 0


def test_a_worker_that_talks_without_end_keeps_nobody_from_working(make, tmp_path):
    k = make(imap=type('none', (), {'tls_port': 1, 'ca': '/dev/null'}))
    with_worker(k, tmp_path, READY + 'while True: s.send(b\'{"op": "empty"}\')\n')
    k.start()
    (k.scans / 'vreemd.pdf').write_text('Dit is geen PDF.\n')
    row, = k.wait_complaints(1, 60)
    assert row['kind'] == 'unreadable' and k.ctl('status').returncode == 0
    assert k.stop() == 0


# ---- workers that hang ----

def the(k, program):
    pid, = [p for p in children(k.process.pid) if open('/proc/%d/comm' % p).read().strip() == program[:15]]
    return pid


@WITH_STEPS
@pytest.mark.parametrize('program', ['klachtd-mailbox', 'klachtd-sender'])
def test_a_worker_that_hangs_is_killed_and_started_again(imap, sink, dump, make, program):
    k = make(imap=imap, smtp=sink, build=STEPS).start(env=QUICK)
    imap.deliver(complaint())
    k.wait_receipts(1)
    time.sleep(2.5)
    assert not lines(k, 'ended')                    # one that only waits is not hung
    os.kill(the(k, program), signal.SIGSTOP)
    line, = says(k, program, 'ended', seconds=10)
    assert ' err ' in line and 'nothing heard of it' in line
    imap.deliver(complaint(sender='piet@voorbeeld.example'))
    k.wait_receipts(2, seconds=15)
    assert len(sent(dump)) == 2
    assert ' notice ' in says(k, program, 'works again', seconds=10)[0]


@WITH_STEPS
def test_a_sender_that_hangs_over_a_receipt_is_killed(imap, make):
    script = [smtp_peers.GREETING, smtp_peers.EHLO, *smtp_peers.TRANSACTION]
    server = smtp_peers.Script([*script, ('.', late(3, b''))], [*script, ('.', b'250 ok\r\n')])
    k = make(imap=imap, smtp=server.port, build=STEPS).start(env=QUICK)
    imap.deliver(complaint())
    daemon.wait_for(lambda: server.messages, what='the receipt')
    os.kill(the(k, 'klachtd-sender'), signal.SIGSTOP)
    says(k, 'klachtd-sender ended', 'nothing heard of it', seconds=10)
    k.wait_receipts(1, 'uncertain')                 # nobody knows how far it came
    server.close()


@WITH_STEPS
def test_a_slow_mail_server_is_no_hung_sender(imap, make):
    server = smtp_peers.Script([smtp_peers.GREETING, smtp_peers.EHLO, *smtp_peers.TRANSACTION, ('.', late(4))])
    k = make(imap=imap, smtp=server.port, build=STEPS).start(env=QUICK)
    imap.deliver(complaint())
    k.wait_receipts(1)
    assert not lines(k, 'ended') and len(server.messages) == 1
    server.close()


@WITH_STEPS
def test_a_worker_that_does_not_get_ready_is_killed(imap, sink, make, tmp_path):
    k = make(imap=imap, smtp=sink)
    with_worker(k, tmp_path, 'time.sleep(100)\n', 'klachtd-sender', steps=True)
    k.start(env=QUICK)
    assert 'does not get ready' in says(k, 'klachtd-sender ended', seconds=10)[0]
    time.sleep(4)
    assert not lines(k, 'works again')              # nor was the next one, however long it took
    assert k.stop() == 0


# ---- workers that die ----

DIES = 's.recv(65536)\nos._exit(7)\n'


@pytest.mark.parametrize('program', ['klachtd-mailbox', 'klachtd-sender'])
def test_a_worker_that_dies_at_each_start_is_one_line(imap, sink, make, tmp_path, program):
    k = make(imap=imap, smtp=sink)
    with_worker(k, tmp_path, 'os._exit(7)\n' if program.endswith('sender') else DIES, program)
    k.start()
    imap.deliver(complaint())
    line, = says(k, program, 'ended')
    assert ' err ' in line and 'exit status 7' in line
    time.sleep(4)                                   # two more deaths
    assert len(lines(k, 'ended')) == 1
    assert k.stop() == 0


@WITH_STEPS
def test_a_worker_that_lived_long_enough_begins_anew(imap, sink, make, tmp_path):
    """Also when it ends before klachtd has looked whether it is well."""
    k = make(imap=imap, smtp=sink)
    with_worker(k, tmp_path, READY + 'time.sleep(1.5)\nos._exit(7)\n', steps=True)
    k.start(env={'KLACHTD_SILENT_US': '60000000', 'KLACHTD_HEALTHY_US': '1000000'})
    ended = daemon.wait_for(lambda: len(lines(k, 'ended')) > 2 and lines(k, 'ended'), what=lambda: 'three deaths: ' + k.log())
    assert all('started again in 1 s' in x for x in ended) and len(lines(k, 'works again')) == 2
    assert k.stop() == 0


def test_once_ends_when_the_sender_keeps_dying(imap, sink, make, tmp_path):
    k = make(imap=imap, smtp=sink)
    with_worker(k, tmp_path, DIES, 'klachtd-sender')
    imap.deliver(complaint())
    assert k.once(timeout=30) == 1
    assert len(k.complaints()) == 1 and imap.count() == 0
