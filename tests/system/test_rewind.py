"""Children that are set back after each mail (reader/rewind.h), as their zygote uses them: they answer what a fresh child would, and may die at any time."""
import glob, gzip, json, os, re, signal, socket

import pytest

from daemon import wait_for
from test_daemon import children
from test_reader import HOSTILE, MAIL, READER, TOP, Zygote, corpus, fill, memfd

pytestmark = [pytest.mark.release, pytest.mark.skipif(not os.access(READER, os.X_OK), reason='klachtd-reader is not built')]


class Order:
    """One document given to a zygote: what its child says, and how it ended."""

    def __init__(self, zygote, id, mail, **more):
        self.zygote, self.id = zygote, id
        self.ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.ours.settimeout(30)
        fd = memfd(mail)
        zygote.say({'op': 'read', 'id': id, 'channel': 'email', 'file': 'a.eml', 'mode': 'full', **more}, [fd, theirs.fileno()])
        os.close(fd)
        theirs.close()

    def frames(self):
        said = []
        while True:
            frame, fds, _, _ = socket.recv_fds(self.ours, 1 << 20, 4)
            said += [os.pread(fd, 1 << 24, 0) for fd in fds]
            for fd in fds:
                os.close(fd)
            if not frame:
                self.ours.close()
                return said
            said.append(json.loads(frame))

    def ended(self):
        end = self.zygote.hear()
        assert end['op'] == 'ended' and end['id'] == self.id, end
        return end['status']

    def numbers(self):
        """The dossier numbers of the one record."""
        frames = self.frames()
        assert self.ended() == 'ok' and [f['op'] for f in frames] == ['records']
        return frames[0]['records'][0]['dossier_numbers']


def state(pid):
    try:
        return open('/proc/%d/stat' % pid).read().rsplit(')', 1)[1].split()[0]
    except FileNotFoundError:
        return 'X'


def ready(zygote, id):
    """The pid of the one that waits, set back. A mail that finds none gets a child of its own, and has one started."""
    if not children(zygote.process.pid):
        assert Order(zygote, id, (MAIL % id).encode()).numbers() == ['2604817']
    wait_for(lambda: [state(c) for c in children(zygote.process.pid)] == ['T'], 10)
    return children(zygote.process.pid)[0]


def switches(pid):
    return sum(int(n) for n in re.findall(r'^(?:non)?voluntary_ctxt_switches:\s+(\d+)', open('/proc/%d/status' % pid).read(), re.M))


@pytest.fixture
def zygote():
    z = Zygote('klachtd-reader')
    z.hello()
    yield z
    z.close()


def test_one_child_reads_many_mails(zygote):
    pid = ready(zygote, 1)
    status = open('/proc/%d/status' % pid).read()
    assert re.search(r'^NoNewPrivs:\s+1$', status, re.M) and re.search(r'^Seccomp:\s+2$', status, re.M)
    first = None
    for i in range(2, 40):
        before = switches(pid)
        order = Order(zygote, i, (MAIL % 7).encode() if i % 2 else b'From: b@example.org\r\nSubject: 9998887\r\n\r\nDossier 9998887: anders.\r\n')
        said = order.frames()
        assert order.ended() == 'ok' and [f['op'] for f in said] == ['records']
        first = first or (i % 2 and said)
        assert i % 2 == 0 or said == first	# whatever was read in between
        assert children(zygote.process.pid) == [pid] and switches(pid) > before
    zygote.close()
    wait_for(lambda: state(pid) in 'XZ', 10)


@pytest.mark.skipif(os.getuid() != 0, reason='only root may look at what is not dumpable')
def test_it_holds_no_channel_and_no_document(zygote):
    pid = ready(zygote, 1)
    assert {n: os.readlink('/proc/%d/fd/%s' % (pid, n)) for n in os.listdir('/proc/%d/fd' % pid)} == {
        '0': '/dev/null', '1': '/dev/null', '2': '/dev/null', '3': 'anon_inode:[eventfd]'}
    written = [line for line in open('/proc/%d/maps' % pid) if 'w' in line.split()[1]]
    assert written and all('s' in line.split()[1] and '/memfd:rewind' in line for line in written)	# nothing that is not put back


def test_who_is_forked_beside_it_has_nothing_of_it(zygote):
    pid = ready(zygote, 1)
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    fill(theirs)
    large = (MAIL % 3).replace('MIME-Version', 'X-Large: ' + 'x ' * 40000 + '\r\nMIME-Version')	# with a record that needs no memfd
    zygote.say({'op': 'read', 'id': 2, 'channel': 'email', 'file': 'a.eml', 'mode': 'full'}, [memfd(large.encode()), theirs.fileno()])
    wait_for(lambda: len(children(zygote.process.pid)) == 2, 10)
    other = [c for c in children(zygote.process.pid) if c != pid][0]
    wait_for(lambda: 'memfd:test' in open('/proc/%d/maps' % other).read(), 10)	# its document
    assert '/memfd:rewind' not in open('/proc/%d/maps' % other).read()
    if os.getuid() == 0:
        held = [os.readlink('/proc/%d/fd/%s' % (other, n)) for n in os.listdir('/proc/%d/fd' % other)]
        assert sorted(re.sub(r'[0-9]+', 'N', h) for h in held) == ['/dev/null', '/dev/null', '/dev/null', '/memfd:test (deleted)', 'socket:[N]'], held
    ours.close()


def test_it_may_die_at_any_time(zygote):
    for i in range(1, 20, 2):
        pid = ready(zygote, i)
        os.kill(pid, signal.SIGKILL)
        assert Order(zygote, i + 1, (MAIL % 3).encode()).numbers() == ['2604817']
        wait_for(lambda: pid not in children(zygote.process.pid), 10)


def test_an_order_is_withdrawn(zygote):
    ends = []
    for i in range(1, 60, 2):
        ready(zygote, i)
        order = Order(zygote, i + 1, (MAIL % 3 + 'Ik klaag. ' * 5000).encode())
        zygote.say({'op': 'kill', 'id': i + 1})
        order.frames()
        ends.append(order.ended())
    assert set(ends) <= {'ok', 'signal'} and 'signal' in ends
    assert Order(zygote, 100, (MAIL % 3).encode()).numbers() == ['2604817']


def test_new_rules_reach_it(zygote):
    pid = ready(zygote, 1)
    mail = (MAIL % 1).encode()
    assert Order(zygote, 2, mail).numbers() == ['2604817']
    zygote.say({'op': 'hello', 'rules': {'dossier_patterns': ['77[0-9]{7}']}, 'limits': {'cpu_s': 10, 'memory_bytes': 1 << 30}})
    wait_for(lambda: pid not in children(zygote.process.pid), 10)
    assert Order(zygote, 3, mail).numbers() == []
    wait_for(lambda: [state(c) for c in children(zygote.process.pid)] == ['T'], 10)
    assert Order(zygote, 4, mail).numbers() == []
    assert Order(zygote, 5, mail.replace(b'2604817', b'771234567')).numbers() == ['771234567']


def test_what_is_too_much_for_it_gets_a_child_of_its_own(zygote):
    pid = ready(zygote, 1)
    scan = (MAIL % 2).replace('text/plain; charset=utf-8', 'multipart/mixed; boundary=b').replace('\r\n\r\n', '\r\n\r\n--b\r\n\r\n', 1)
    scan += '--b\r\nContent-Type: image/jpeg\r\nContent-Disposition: attachment; filename=a.jpg\r\n\r\n\u00ff\u00d8\u00ff\u00e0xx\r\n--b--\r\n'
    large = MAIL % 3 + 'x ' * 40000
    hungry = (MAIL % 4).replace('text/plain', 'text/html') + '<p>' + '<b>y</b>' * 7500
    for i, mail in enumerate((scan, large, hungry, MAIL % 5), 10):
        order = Order(zygote, i, mail.encode('latin-1'))
        said = order.frames()	# a frame after the bytes of its descriptor
        assert order.ended() == 'ok'
        assert [f['op'] for f in said if isinstance(f, dict)] == (['document', 'records'] if mail is scan else ['records'])
        records = said[-1].get('records') or json.loads(said[-2])
        assert '2604817' in records[0]['dossier_numbers']
    assert children(zygote.process.pid) == [pid]


def test_it_reads_as_a_fresh_one_does():
    """The reader of rare charsets forks for each document: the same parsers, the same words, whatever was read before."""
    mails = [open(p, 'rb').read() for p in sorted(glob.glob(os.path.join(TOP, 'tests', 'mails', '**', '*.eml'), recursive=True))][::4]
    mails += [body if isinstance(body, bytes) else body.encode('latin-1') for _, body in sorted(HOSTILE.items())]
    mails += [(gzip.open(p) if p.endswith('.gz') else open(p, 'rb')).read() for p in corpus()][::5]
    assert len(mails) > 50
    one, other = Zygote('klachtd-reader'), Zygote('klachtd-charset-reader')
    one.hello(), other.hello()
    differ = []
    for i, mail in enumerate(mails):
        orders = [Order(z, i, mail) for z in (one, other)]
        said, ends = [o.frames() for o in orders], [o.ended() for o in orders]
        if said[0] != [{'op': 'refused', 'reason': 'charset'}] and (said[0] != said[1] or ends[0] != ends[1]):
            differ.append(i)
    one.close(), other.close()
    assert not differ
