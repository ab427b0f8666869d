"""klachtd-mailbox alone, against a real Dovecot and, for what Dovecot refuses to do wrong, a scripted server. The tests play klachtd."""
import os
import random
import re
import threading
import time

import pytest

from channel import Closed, Mailbox
from dovecot import PASSWORD, mail
from rude_imap import Peer, Rude, server_context

SANITIZED = 'san' in os.environ.get('KLACHTD_BUILD', '')
USERS = ['u%d' % n for n in range(50)]


@pytest.fixture(scope='module')
def server(make_dovecot):
    return make_dovecot(users=USERS)


_users = iter(USERS)


@pytest.fixture
def user():
    return next(_users)


def wait_until(condition, timeout=10):
    end = time.time() + timeout
    while not condition():
        assert time.time() < end
        time.sleep(0.01)


# ---- the ordinary way ----

def test_mails_are_handed_out_filed_and_moved(server, user, mailbox):
    when = int(time.time()) - 86400
    for n in range(5):
        server.deliver(mail(n), user, when + n)
    w = mailbox(server, user=user)
    w.until('empty')
    assert w.frames[0] == {'op': 'ready', 'sandbox': ['landlock', 'seccomp']}
    assert [m['_data'] for m in w.items] == [mail(n) for n in range(5)]
    assert [m['internaldate_us'] for m in w.items] == [(when + n) * 1000000 for n in range(5)]
    assert [m['bytes'] for m in w.items] == [len(mail(n)) for n in range(5)]
    assert {m['how'] for m in w.acknowledged} == {'moved'} and len(w.acknowledged) == 5
    w.state('idle')
    assert [s['state'] for s in w.states] == ['connected', 'idle']
    assert server.contents('INBOX', user) == {}
    moved = server.contents('Verwerkt', user)
    assert sorted(i for _, i in moved.values()) == ['<m%d@voorbeeld.example>' % n for n in range(5)]
    assert not any('\\Seen' in flags for flags, _ in moved.values())
    c = server.client(user)
    assert b'Verwerkt' in b''.join(c.lsub()[1]), 'people see the folder'
    c.logout()


def test_the_order_to_stop_ends_it_politely(server, user, mailbox):
    w = mailbox(server, user=user)
    w.state('idle')
    time.sleep(0.1)
    began = time.time()
    assert w.end() == 0
    assert time.time() - began < 2
    wait_until(lambda: re.search(r'imap\(%s\).*Logged out' % user, server.log()))


def test_a_mail_that_comes_while_idling(server, user, mailbox):
    w = mailbox(server, user=user)
    w.state('idle')
    server.deliver(mail(1), user)
    began = time.time()
    w.until(lambda w: w.items)
    assert time.time() - began < 2
    w.until(lambda w: w.acknowledged)
    assert server.count('INBOX', user) == 0


def test_done_while_idling_moves_at_once(server, user, mailbox):
    server.deliver(mail(1), user)
    w = mailbox(server, user=user)
    w.answer = None
    w.until(lambda w: w.items)
    time.sleep(0.3)		# it idles by now
    w.done(w.items[0])
    began = time.time()
    w.until(lambda w: w.acknowledged)
    assert time.time() - began < 0.5


def test_the_idle_race(server, mailbox):
    """200 mails, each delivered 0-20 ms after the last acknowledgement, while the worker goes from MOVE to SEARCH to IDLE: each is handed out within 2 s.
    Eight connections side by side, since Dovecot itself tells of a mail only half a second after it came."""
    late, errors, done = [], [], []

    def run(user, seed):
        chance = random.Random(seed)
        w = Mailbox(server, PASSWORD, user=user, poll_interval_us=600_000_000)
        try:
            w.state('idle')
            for n in range(25):
                time.sleep(chance.uniform(0, 0.020))
                server.deliver(mail(n), user)
                began = time.time()
                w.until(lambda w: len(w.items) == n + 1, 30)
                if time.time() - began > 2:
                    late.append((user, n, time.time() - began))
                w.until(lambda w: len(w.acknowledged) == n + 1)
                done.append(n)
        except Exception as e:
            errors.append(repr(e))
        finally:
            w.close()
            w.wait()

    threads = [threading.Thread(target=run, args=('u%d' % (42 + k), k)) for k in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert not errors and not late and len(done) == 200


def test_known_mails_are_only_acknowledged(server, user, mailbox):
    for n in range(3):
        server.deliver(mail(n), user)
    w = mailbox(server, user=user)
    w.answer = None
    w.until(lambda w: len(w.items) == 3)
    w.kill()				# between item and done: klachtd has filed two of them
    again = mailbox(server, user=user)
    again.known = {(m['uidvalidity'], m['uid']) for m in w.items[:2]}
    again.until('empty')
    assert [m['uid'] for m in again.items] == [w.items[2]['uid']]
    assert len(again.acknowledged) == 3
    assert server.count('Verwerkt', user) == 3 and server.count('INBOX', user) == 0


def test_a_kill_after_done_loses_nothing(server, user, mailbox):
    """Killed at random moments of the work, again and again: in the end every mail was handed out and is in Verwerkt once."""
    for n in range(60):
        server.deliver(mail(n), user)
    known, seen, chance = set(), {}, random.Random(5)
    for attempt in range(12):
        w = mailbox(server, user=user, window=8)
        w.known = known
        wait = chance.uniform(0.03, 0.12) if attempt < 11 else 20
        end = time.time() + wait
        try:
            while time.time() < end:
                if w.step(max(0.001, end - time.time()))['op'] == 'empty':
                    break
        except TimeoutError:
            pass
        w.kill()
        for m in w.items:
            assert seen.setdefault(m['uid'], m['_data']) == m['_data']
    assert len(set(seen.values())) == 60
    assert server.count('Verwerkt', user) == 60 and server.count('INBOX', user) == 0


def test_later_is_offered_again_at_the_next_scan(server, user, mailbox):
    server.deliver(mail(1), user)
    server.deliver(mail(2), user)
    w = mailbox(server, user=user, poll_interval_us=700_000)
    w.answer = lambda m: 'later' if m['_data'] == mail(1) and len(w.items) < 3 else 'filed'
    w.until(lambda w: len(w.items) == 2)
    began = time.time()
    w.until(lambda w: len(w.items) == 3)
    assert 0.3 < time.time() - began < 2
    assert [m['_data'] for m in w.items] == [mail(1), mail(2), mail(1)]
    w.until(lambda w: len(w.acknowledged) == 2)


def test_once_does_not_idle(server, user, mailbox):
    server.deliver(mail(1), user)
    w = mailbox(server, user=user, once=True, poll_interval_us=300_000)
    w.until('empty')
    assert len(w.items) == 1 and len(w.acknowledged) == 1
    server.deliver(mail(2), user)
    w.until('empty')			# the next scan
    assert len(w.items) == 2
    w.until('empty')
    assert w.end() == 0


# ---- window, size, many ----

def test_the_window_is_respected(server, user, mailbox):
    for n in range(40):
        server.deliver(mail(n, 3000), user)
    w = mailbox(server, user=user, window=5)
    w.answer = None
    w.until(lambda w: len(w.items) == 5)
    with pytest.raises(TimeoutError):
        w.until(lambda w: len(w.items) > 5, 0.4)
    w.answer = 'filed'
    for m in list(w.items):
        w.done(m)
    w.until('empty')
    assert w.most_out == 5 and len(w.items) == 40


def test_the_window_in_bytes_is_respected(server, user, mailbox):
    for n in range(12):
        server.deliver(mail(n, 100_000), user)
    w = mailbox(server, user=user, window_bytes=250_000)
    w.answer = None
    w.until(lambda w: len(w.items) == 2)
    with pytest.raises(TimeoutError):
        w.until(lambda w: len(w.items) > 2, 0.3)
    w.answer = 'filed'
    for m in list(w.items):
        w.done(m)
    w.until('empty')
    assert w.most_out_bytes <= 250_000 and len(w.items) == 12


def test_a_mail_that_hangs_does_not_hold_up_the_rest(server, user, mailbox):
    for n in range(30):
        server.deliver(mail(n), user)
    w = mailbox(server, user=user, window=4)
    w.answer = lambda m: None if m['_data'] == mail(0) else 'filed'
    w.until(lambda w: len(w.acknowledged) == 29)
    server.deliver(mail(99), user)
    w.until(lambda w: len(w.acknowledged) == 30)
    assert server.count('INBOX', user) == 1


def test_in_a_rush_filed_mails_are_moved_together(server, user, mailbox):
    for n in range(30):
        server.deliver(mail(n), user)
    w = mailbox(server, user=user, window=4)
    w.answer = lambda m: None if m['_data'] == mail(29) else 'filed'
    w.until(lambda w: len(w.items) == 30)
    assert not w.acknowledged or time.time() - w.items[0]['_time'] > 0.4        # a machine that is busy elsewhere
    w.done(w.items[-1])
    w.until('empty', 5)
    assert len(w.acknowledged) == 30


def test_a_large_mail_in_little_memory(server, user, mailbox):
    big = mail(1, 50 << 20)
    server.deliver(big, user)
    server.deliver(mail(2), user)
    w = mailbox(server, user=user)
    w.until('empty')
    large = [m for m in w.items if m['bytes'] > 1 << 20]
    assert len(large) == 1 and large[0]['_size'] == len(big) and big.startswith(large[0]['_data'])
    if not SANITIZED:
        assert w.rss_kib() < 20000


def test_a_mail_that_is_too_large_gives_its_header(server, user, mailbox):
    server.deliver(mail(1, 3 << 20), user)
    server.deliver(mail(2), user)
    w = mailbox(server, user=user, max_document_bytes=1 << 20)
    w.until('empty')
    ops = [(m['op'], m['_data']) for m in sorted(w.items, key=lambda m: m['bytes'])]
    assert ops == [('item', mail(2)), ('too-large', mail(1).split(b'\r\n\r\n')[0] + b'\r\n\r\n')]
    assert len(w.acknowledged) == 2


@pytest.mark.slow
def test_two_thousand_mails(server, user, mailbox):
    for n in range(2000):
        server.deliver(mail(n, 2000 + n % 7 * 1000), user)
    w = mailbox(server, user=user, window=64)
    w.keep = False
    began = time.time()
    w.until('empty', 60)
    took = time.time() - began
    assert len({m['uid'] for m in w.items}) == len(w.items) == 2000
    assert len(w.acknowledged) == 2000
    assert server.count('Verwerkt', user) == 2000
    print('2000 mails: %.2f ms each' % (took / 2))
    if not SANITIZED:
        assert w.rss_kib() < 30000


# ---- folders ----

def test_a_folder_with_a_name_beyond_ascii(server, user, mailbox):
    c = server.client(user)
    c.create('"Klachten &- caf&AOk-"')
    c.append('"Klachten &- caf&AOk-"', None, None, mail(1))
    c.logout()
    w = mailbox(server, user=user, folder='Klachten & café', processed_folder='Archief/Verwerkt €')
    w.until('empty')
    assert [m['_data'] for m in w.items] == [mail(1)]
    assert len(server.contents('Archief/Verwerkt &IKw-', user)) == 1


def test_namespace_with_prefix_and_dot(make_dovecot, mailbox):
    server = make_dovecot(namespace=('INBOX.', '.'))
    server.deliver(mail(1))
    w = mailbox(server, processed_folder='Archief/Verwerkt')
    w.until('empty')
    assert len(server.contents('INBOX.Archief.Verwerkt')) == 1
    server.deliver(mail(2))
    w = mailbox(server, processed_folder='INBOX.Archief.Verwerkt')
    w.until('empty')
    assert len(server.contents('INBOX.Archief.Verwerkt')) == 2


def test_a_missing_folder_is_told(server, user, mailbox):
    w = mailbox(server, user=user, folder='Bestaat niet')
    down = w.state('down')
    assert down['reason'] == 'folder' and 'Bestaat niet' in down['text'] and 1_000_000 <= down['retry_us'] <= 300_000_000


def test_uidvalidity_changes(server, user, mailbox):
    c = server.client(user)
    c.create('Post')
    c.append('Post', None, None, mail(1))
    w = mailbox(server, user=user, folder='Post', poll_interval_us=1_000_000)
    w.answer = None
    w.until(lambda w: w.items)
    time.sleep(1.1)			# Dovecot's UIDVALIDITY is the time in seconds
    c.delete('Post')
    c.create('Post')
    c.append('Post', None, None, mail(2))
    c.logout()
    w.answer = 'filed'
    changed = w.until('uidvalidity', 30)
    assert changed['was'] == w.items[0]['uidvalidity'] != changed['now']
    w.done(w.items[0])			# of the folder that was: no effect
    w.until('empty')
    assert [m['_data'] for m in w.items] == [mail(1), mail(2)]
    assert len(server.contents('Verwerkt', user)) == 1


# ---- acknowledgement without MOVE, without UIDPLUS, without keywords ----

OTHERS = 'IMAP4rev1 NAMESPACE IDLE'


@pytest.mark.parametrize('capability, how', [('MOVE UIDPLUS', 'moved'), ('UIDPLUS', 'copied'), ('', 'flagged')])
def test_other_deleted_mails_stay(make_dovecot, mailbox, capability, how):
    server = make_dovecot(capability=(OTHERS + ' ' + capability).strip())
    for n in range(4):
        server.deliver(mail(n))
    c = server.client()
    c.select('INBOX')
    c.uid('STORE', '2', '+FLAGS', '(\\Deleted)')
    w = mailbox(server)
    w.answer = lambda m: 'filed' if m['uid'] != 2 else None
    w.until(lambda w: len(w.acknowledged) == 3 and len(w.items) == 4)
    assert {m['how'] for m in w.acknowledged} == {how}
    left, moved = server.contents('INBOX'), server.contents('Verwerkt')
    assert '\\Deleted' in left[2][0]
    if how == 'flagged':
        assert sorted(left) == [1, 2, 3, 4] and not moved
        assert all(('$KlachtdFiled' in flags) == (uid != 2) for uid, (flags, _) in left.items())
    else:
        assert sorted(left) == [2] and len(moved) == 3
        assert not any('\\Deleted' in flags for flags, _ in moved.values())
    w.kill()
    again = mailbox(server)		# nothing is known any more: what is filed is not offered again
    again.until('empty')
    assert [m['uid'] for m in again.items] == [2]
    c.logout()


def test_without_idle_the_folder_is_polled(make_dovecot, mailbox):
    server = make_dovecot(capability='IMAP4rev1 NAMESPACE UIDPLUS MOVE')
    w = mailbox(server, poll_interval_us=300_000)
    assert 'polled' in w.state('idle')['text']
    server.deliver(mail(1))
    began = time.time()
    w.until(lambda w: w.items)
    assert time.time() - began < 1
    w.until(lambda w: w.acknowledged)


def test_a_processed_folder_that_is_removed_is_made_again(server, user, mailbox):
    w = mailbox(server, user=user)
    w.state('idle')
    c = server.client(user)
    c.delete('Verwerkt')
    c.logout()
    server.deliver(mail(1), user)
    w.until(lambda w: w.acknowledged)
    assert w.acknowledged[0]['how'] == 'moved' and len(server.contents('Verwerkt', user)) == 1


def test_check_changes_nothing(server, user, mailbox):
    server.deliver(mail(1), user)
    w = mailbox(server, user=user, check=True)
    assert w.until('checked')['ok'] is True
    assert server.contents('Verwerkt', user) is None
    assert server.contents('INBOX', user)[1][0] == ['\\Recent']
    w = mailbox(server, 'fout', user=user, check=True)
    checked = w.until('checked')
    assert checked['ok'] is False and checked['reason'] == 'login'


# ---- TLS and logins ----

@pytest.mark.parametrize('security', ['tls', 'starttls'])
@pytest.mark.parametrize('host, words', [('127.0.0.2', 'name'), ('127.0.0.3', 'issuer'), ('127.0.0.4', 'expired')])
def test_a_bad_certificate_is_refused(server, mailbox, security, host, words):
    w = mailbox(server, user='u0', security=security, host=host, port=server.tls_port if security == 'tls' else server.port)
    down = w.state('down')
    assert down['reason'] == 'tls' and words in down['text'] and host in down['text']
    assert w.asked_secret == 0, 'nobody asks for a password that cannot be sent'


@pytest.mark.parametrize('host', ['localhost', '127.0.0.1'])
@pytest.mark.parametrize('security', ['tls', 'starttls', 'none'])
def test_a_good_certificate_is_accepted(server, user, mailbox, security, host):
    w = mailbox(server, user=user, security=security, host=host, port=server.tls_port if security == 'tls' else server.port)
    w.state('idle')


def test_without_its_ca_no_certificate_is_good(server, mailbox, certificates):
    for ca in ('', '/nonexistent/ca.pem', str(certificates / 'self.pem')):
        assert mailbox(server, user='u0', ca_file=ca).state('down')['reason'] == 'tls'


def test_old_tls_is_refused(certificates, mailbox):
    with Rude(Peer.wait, tls=server_context(certificates, old=True), ca=str(certificates / 'ca.pem')) as rude:
        assert mailbox(rude).state('down')['reason'] == 'tls'


def test_a_ca_file_that_is_replaced_ends_the_worker(make_dovecot, certificates, mailbox, tmp_path):
    """Landlock's rule stands for the old file: only a new process can read the new one, and klachtd starts one."""
    ca = tmp_path / 'ca.pem'
    ca.write_bytes((certificates / 'ca.pem').read_bytes())
    server = make_dovecot()
    w = mailbox(server, ca_file=str(ca))
    w.state('idle')
    new = tmp_path / 'new.pem'
    new.write_bytes(ca.read_bytes())
    new.rename(ca)
    server.stop()
    server.start()
    with pytest.raises(Closed):
        while True:
            w.step(20)
    assert w.wait() == 0 and w.states[-1]['reason'] == 'tls'


def test_a_refused_password_is_not_tried_again_soon(server, mailbox):
    w = mailbox(server, 'fout', user='u0')
    down = w.state('down')
    assert down['reason'] == 'login' and 900_000_000 <= down['retry_us'] <= 1_000_000_000
    assert 'AUTHENTICATIONFAILED' in down['text']
    assert 'fout' not in str(w.frames)


def test_a_missing_password_is_told(server, mailbox):
    w = mailbox(server, None, user='u0')
    down = w.state('down')
    assert down['reason'] == 'login' and 'credential' in down['text'] and down['retry_us'] < 900_000_000


def test_the_channels_end_during_a_wait(server, mailbox):
    w = mailbox(server, 'fout', user='u0')
    w.state('down')
    assert w.end() == 0


def test_a_server_that_comes_back(make_dovecot, mailbox):
    server = make_dovecot()
    w = mailbox(server)
    w.state('idle')
    server.stop()
    assert w.state('down')['reason'] in ('gone', 'unreachable')
    server.start()
    server.deliver(mail(1))
    w.until(lambda w: w.acknowledged, 30)


def test_xoauth2(mailbox):
    def script(p):
        p.greet()
        p.serve([('CAPABILITY', '* CAPABILITY IMAP4rev1 AUTH=XOAUTH2\r\nTAG OK done\r\n')])

    with Rude(script) as rude:
        w = mailbox(rude, 'teken', security='none', auth='xoauth2')
        w.state('idle')
        import base64
        sent = [h for h in rude.heard if ' ' not in h and len(h) > 20]
        assert base64.b64decode(sent[0]) == b'user=klachten\x01auth=Bearer teken\x01\x01'


def test_xoauth2_refused(mailbox):
    def refuse(p, tag, command):
        p.say('+ \r\n')
        p.line()
        p.say('+ eyJzdGF0dXMiOiI0MDEifQ==\r\n')
        assert p.line() == ''
        p.say(tag + ' NO [AUTHENTICATIONFAILED] no\r\n')

    def script(p):
        p.greet()
        p.serve([('CAPABILITY', '* CAPABILITY IMAP4rev1 AUTH=XOAUTH2\r\nTAG OK done\r\n'), ('AUTHENTICATE', refuse)])

    with Rude(script) as rude:
        assert mailbox(rude, 'teken', security='none', auth='xoauth2').state('down')['reason'] == 'login'


# ---- servers that break the rules ----

def injection(p):
    p.greet()
    tag, _ = p.command()
    p.say('* CAPABILITY IMAP4rev1 STARTTLS\r\n%s OK done\r\n' % tag)
    tag, _ = p.command()
    p.say('%s OK go\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n' % tag)
    p.wait()


def no_starttls(p):
    p.greet()
    p.serve()


def starttls_refused(p):
    p.greet()
    p.serve([('CAPABILITY', '* CAPABILITY IMAP4rev1 STARTTLS\r\nTAG OK done\r\n'), ('STARTTLS', 'TAG NO not now\r\n')])


def preauth(p):
    p.say('* PREAUTH welcome back\r\n')
    p.serve()


def bye(p):
    p.say('* BYE go away\r\n')


def bye_later(p):
    p.greet()
    p.serve([('SELECT', lambda p, tag, command: p.say('* BYE out of order\r\n') or 'end')])


def hang_up(p):
    p.greet()
    p.serve([('UID SEARCH', lambda p, tag, command: 'end')])


def no_select(p):
    p.greet()
    p.serve([('SELECT', 'TAG NO [NONEXISTENT] never heard of it\r\n')])


def read_only(p):
    p.greet()
    p.serve([('SELECT', '* 0 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\nTAG OK [READ-ONLY] in\r\n')])


def no_uidvalidity(p):
    p.greet()
    p.serve([('SELECT', '* 0 EXISTS\r\nTAG OK [READ-WRITE] in\r\n')])


def busy(p):
    p.greet()
    p.serve([('AUTHENTICATE', lambda p, tag, command: (p.say('+ \r\n'), p.line(), p.say(tag + ' NO [UNAVAILABLE] later\r\n')) and None)])


def garbage(p):
    p.say(bytes(range(256)) * 4 + b'\r\n')
    p.wait()


def endless_line(p):
    p.say('* OK ')
    while True:
        p.say(b'x' * 65536)


def endless_search(p):
    p.greet()

    def answer(p, tag, command):
        p.say('* SEARCH')
        while True:
            p.say(' 1' * 30000)
    p.serve([('UID SEARCH', answer)])


def no_capability(p):
    p.greet()
    p.serve([('CAPABILITY', 'TAG OK done\r\n')])


def wrong_tag(p):
    p.greet()
    p.serve([('CAPABILITY', 'x9 OK\r\n')])


@pytest.mark.parametrize('script, security, reason', [
    (injection, 'starttls', 'protocol'), (no_starttls, 'starttls', 'tls'), (starttls_refused, 'starttls', 'tls'), (preauth, 'starttls', 'protocol'),
    (preauth, 'none', 'protocol'), (bye, 'none', 'gone'), (bye_later, 'none', 'gone'), (hang_up, 'none', 'gone'), (no_select, 'none', 'folder'),
    (read_only, 'none', 'folder'), (no_uidvalidity, 'none', 'protocol'), (busy, 'none', 'unreachable'), (garbage, 'none', 'protocol'),
    (endless_line, 'none', 'protocol'), (endless_search, 'none', 'protocol'), (no_capability, 'none', 'protocol'), (wrong_tag, 'none', 'protocol'),
], ids=lambda v: getattr(v, '__name__', v))
def test_a_server_that_breaks_the_rules(mailbox, script, security, reason):
    with Rude(script) as rude:
        w = mailbox(rude, security=security)
        down = w.state('down')
        assert down['reason'] == reason and len(down['text']) <= 300
        assert not w.items
        if security == 'starttls':
            assert not any('AUTHENTICATE' in h or 'LOGIN' in h for h in rude.heard)
        if not SANITIZED:
            assert w.rss_kib() < 40000


def test_every_stall_ends_when_klachtd_says_so(mailbox):
    """Deadlines are a minute: here it is the channel's end that must cut every wait short."""
    def trickle(p):
        p.drip(b'* OK ' + b'x' * 1000, 0.1)

    giant = 100_000_000 if SANITIZED else 4_000_000_000	# the sanitizer touches all that libetpan asks for

    def literal(p):
        p.greet()
        p.serve([('UID FETCH.*BODY', lambda p, tag, command: (p.say('* 1 FETCH (UID 3 BODY[] {%d}\r\nabc' % giant), p.wait()) and None)], {3: mail(3)})

    def idle(p):
        p.greet()
        p.serve([('IDLE', lambda p, tag, command: p.wait())])

    for script, heard in ((Peer.wait, None), (trickle, None), (literal, 'BODY'), (idle, 'IDLE')):
        with Rude(script) as rude:
            w = mailbox(rude, security='none')
            end = time.time() + 10
            while heard and not any(heard in h for h in rude.heard):
                assert time.time() < end
                try:
                    w.step(0.1)
                except TimeoutError:
                    pass
            time.sleep(0.2)
            began = time.time()
            w.end()
            assert time.time() - began < 3, script.__name__


def test_an_exists_within_the_answer_to_search_is_looked_at(mailbox):
    """RFC 3501 lets a server say EXISTS in any answer; IDLE would not repeat it."""
    mails = {}

    def search(p, tag, command):
        if not p.server.__dict__.setdefault('told', False):
            p.server.told = True
            p.say('* SEARCH\r\n* 1 EXISTS\r\n%s OK done\r\n' % tag)
            mails[5] = mail(5)
        else:
            p.usual(tag, command, mails)

    def script(p):
        p.greet()
        p.serve([('UID SEARCH', search)], mails)

    with Rude(script) as rude:
        w = mailbox(rude, security='none')
        w.until(lambda w: w.items, 3)
        assert w.items[0]['_data'] == mail(5)


def test_an_exists_before_the_plus_is_looked_at(mailbox):
    mails = {}

    def idle(p, tag, command):
        p.idle_tag = tag
        if not mails and not p.server.__dict__.get('told'):
            p.server.told = True
            mails[5] = mail(5)
            p.say('* 1 EXISTS\r\n+ idling\r\n')
        else:
            p.say('+ idling\r\n')

    def script(p):
        p.greet()
        p.serve([('IDLE', idle)], mails)

    with Rude(script) as rude:
        w = mailbox(rude, security='none')
        w.until(lambda w: w.items, 3)


def test_idle_refused_means_polling(mailbox):
    mails = {}

    def script(p):
        p.greet()
        p.serve([('IDLE', 'TAG NO not today\r\n')], mails)

    with Rude(script) as rude:
        w = mailbox(rude, security='none', poll_interval_us=300_000)
        w.state('idle')
        mails[5] = mail(5)
        w.until(lambda w: w.items, 3)
        assert sum('IDLE' in h for h in rude.heard) == 1 and rude.connections == 1


@pytest.mark.parametrize('answer', ['TAG NO [SERVERBUG] broken\r\n', '* 1 FETCH (UID 3 BODY[] nonsense\r\n'], ids=['no', 'nonsense'])
def test_one_bad_mail_does_not_block_the_rest(mailbox, answer):
    mails = {n: mail(n) for n in range(1, 8)}

    def fetch(p, tag, command):
        if p.asked(command, 3):
            p.say(answer.replace('TAG', tag))
        else:
            p.usual(tag, command, mails)

    def script(p):
        p.greet()
        p.serve([('UID FETCH.*BODY', fetch)], mails)

    with Rude(script) as rude:
        w = mailbox(rude, security='none')
        w.until(lambda w: len(w.acknowledged) == 6, 30)
        assert list(mails) == [3]
        w.until(lambda w: any('UID 3' in s.get('text', '') for s in w.states), 30)


def test_a_mail_longer_than_the_server_said(mailbox):
    mails = {3: mail(3), 4: mail(4)}
    long = mail(3, 3 << 20)

    def sizes(p, tag, command):
        p.say('* 1 FETCH (UID 3 RFC822.SIZE 400000)\r\n* 2 FETCH (UID 4 RFC822.SIZE %d)\r\n%s OK done\r\n' % (len(mails[4]), tag))

    def body(p, tag, command):
        if p.asked(command, 3):
            p.say(b'* 1 FETCH (UID 3 BODY[] {%d}\r\n%s)\r\n%s OK done\r\n' % (len(long), long, tag.encode()))
        else:
            p.usual(tag, command, mails)

    def script(p):
        p.greet()
        p.serve([('UID FETCH.*RFC822.SIZE', sizes),
                 ('UID FETCH.*HEADER', lambda p, tag, command: p.say('* 1 FETCH (UID 3 BODY[HEADER]<0> {9}\r\nSubject: )\r\n%s OK done\r\n' % tag)),
                 ('UID FETCH', body)], mails)

    with Rude(script) as rude:
        w = mailbox(rude, security='none', max_document_bytes=1 << 20)
        w.until(lambda w: len(w.acknowledged) == 2, 20)
        assert sorted((m['op'], m['uid']) for m in w.items) == [('item', 4), ('too-large', 3)]
        assert {s.get('reason') for s in w.states} >= {'limit'}


def test_a_server_without_keywords_or_folders(mailbox):
    """Nothing can be moved or marked: what is filed is remembered, and the register tells the next worker."""
    mails = {n: mail(n) for n in (1, 2)}

    def script(p):
        p.greet()
        p.serve([('CAPABILITY', '* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nTAG OK done\r\n'), ('LIST "" "?VERWERKT', 'TAG OK done\r\n'), ('CREATE', 'TAG NO no\r\n'),
                 ('SELECT', '* 2 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [PERMANENTFLAGS ()] x\r\nTAG OK [READ-WRITE] in\r\n')], mails)

    with Rude(script) as rude:
        w = mailbox(rude, security='none', poll_interval_us=200_000)
        assert w.state('connected')['reason'] == 'folder'
        w.until('empty')
        time.sleep(0.7)
        with pytest.raises(TimeoutError):
            w.until(lambda w: len(w.items) > 2, 0.3)
        assert not any('STORE' in h or 'UNKEYWORD' in h for h in rude.heard)
        again = mailbox(rude, security='none')
        again.known = w.known
        again.until('empty')
        assert not again.items


def test_what_is_never_sent(server, user, mailbox):
    """No \\Seen, no EXPUNGE without UIDs, no CLOSE, no DELETE: read off the wire of a whole session."""
    mails = {n: mail(n) for n in range(1, 30)}

    def script(p):
        p.greet()
        p.serve([('CAPABILITY', '* CAPABILITY IMAP4rev1 AUTH=PLAIN UIDPLUS\r\nTAG OK done\r\n'),
                 ('UID COPY', 'TAG OK [COPYUID 9 1:29 101:129] done\r\n')], mails)

    with Rude(script) as rude:
        w = mailbox(rude, security='none', once=True)
        w.until(lambda w: len(w.acknowledged) == 29)
        w.end()
        said = ' '.join(h.upper() for h in rude.heard)
        assert 'UID EXPUNGE' in said and 'BODY.PEEK[]' in said
        assert not re.search(r'(?<!UID )EXPUNGE|CLOSE|\\\\SEEN| DELETE |BODY\[', said)


# ---- klachtd's side of the channel ----

@pytest.mark.parametrize('bad', [dict(op='nonsense'), dict(op='done', uidvalidity='x', uid=1, fate='filed'), dict(op='done', uidvalidity=1, uid=1, fate='eaten'),
                                 dict(op='known', uidvalidity=1)])
def test_a_frame_that_breaks_the_rules_ends_the_worker(server, mailbox, bad):
    w = mailbox(server, user='u1')
    w.state('idle')
    w.send(**bad)
    with pytest.raises(Closed):
        while True:
            w.step(5)
    w.wait()


def test_a_start_that_breaks_the_rules(server, mailbox):
    for bad in (dict(security='soms'), dict(port=0), dict(host=5), dict(window=0)):
        w = mailbox(server, **bad)
        with pytest.raises(Closed):
            w.step(5)
        assert w.wait() == 1
