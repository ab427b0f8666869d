"""klachtctl read and the readers as they are: hostile mail costs one item at most, every file gives its records, the sandbox stands."""
import array, base64, fcntl, glob, gzip, hashlib, json, os, re, signal, socket, subprocess, time

import pytest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.environ.get('KLACHTD_BUILD', os.path.join(TOP, 'build'))
SHARED = os.environ.get('KLACHTD_SHARED', os.path.join(os.path.dirname(TOP), 'shared'))
CTL = os.path.join(BUILD, 'klachtctl')

READER = os.path.join(BUILD, 'klachtd-reader')
needs_ctl = pytest.mark.skipif(not os.access(CTL, os.X_OK) or not os.access(READER, os.X_OK), reason='klachtctl or klachtd-reader is not built')

KEYS = {'version', 'file', 'channel', 'kind', 'sender', 'on_behalf_of', 'dossier_numbers', 'complaint_number', 'subject', 'language',
        'description', 'desired_resolution', 'receipt', 'review', 'evidence', 'documents', 'message', 'scan'}


def read(*paths, expect=0, stdin=None, timeout=300):
    r = subprocess.run([CTL, 'read', '--json', *map(str, paths)], capture_output=True, timeout=timeout, input=stdin)
    assert r.returncode == expect, r.stderr.decode(errors='replace')
    assert b'Sanitizer' not in r.stderr, r.stderr.decode(errors='replace')[-3000:]
    return [json.loads(line) for line in r.stdout.decode().splitlines()]


def check(r):
    """The record of design section 4, told apart a second time."""
    assert set(r) == KEYS
    assert r['version'] == 1
    assert r['channel'] in ('email', 'letter', 'form')
    assert r['kind'] in ('complaint', 'compliment', 'follow-up', 'machine', 'other', 'unreadable')
    assert set(r['sender']) == {'name', 'email', 'phone', 'address'}
    assert r['sender']['phone'] is None or re.fullmatch(r'\+[1-9][0-9]{6,14}', r['sender']['phone'])
    assert all(re.fullmatch(r'[0-9]+', n) for n in r['dossier_numbers'])
    receipt = r['receipt']
    assert receipt['verdict'] in ('send', 'hold', 'never') and receipt['allowed'] is (receipt['verdict'] == 'send')
    if r['channel'] == 'email' and receipt['allowed']:
        assert re.fullmatch(r'[^\s<>,;"@]+@[^\s<>,;"@]+', receipt['to'])
    if r['kind'] == 'unreadable':
        assert r['review']
    for text in (r['subject'], r['sender']['name'], r['file']):
        assert text is None or not re.search(r'[\x00-\x1f\x7f]', text)
    for e in r['evidence'].values():
        assert e['confidence'] is None or 0 <= e['confidence'] <= 1


MAIL = ('From: Jan de Vries <jan@example.org>\r\nTo: klachten@example.nl\r\nSubject: Klacht over dossier 2604817\r\n'
        'Message-ID: <%d@example.org>\r\nDate: Mon, 2 Nov 2026 09:15:00 +0100\r\nMIME-Version: 1.0\r\n'
        'Content-Type: text/plain; charset=utf-8\r\n\r\nIk heb een klacht: u belt mij elke dag.\r\n\r\nJan de Vries\r\n')


def nested(depth):
    head = ''.join('Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n' % (i, i) for i in range(depth))
    return 'From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n' + head + 'Content-Type: text/plain\r\n\r\nhallo\r\n'


def rfc822(depth):
    return 'From: a@example.org\r\nMIME-Version: 1.0\r\n' + 'Content-Type: message/rfc822\r\n\r\nFrom: b@example.org\r\n' * depth + '\r\nhallo\r\n'


HOSTILE = {
    'backslash-boundary': 'From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="\\"\r\n\r\n--\\\r\n\r\nx\r\n',
    'nested-10000': nested(10000),
    'rfc822-5000': rfc822(5000),
    'comments': 'From: a@example.org ' + '(' * 300000 + '\r\nSubject: x\r\n\r\ny\r\n',
    'encoded-word': 'From: a@example.org\r\nSubject: =?utf-8?q?' + '=' * 5000 + '?=\r\n\r\ny\r\n',
    'header-1m': 'From: a@example.org\r\nX-A: ' + 'a' * (1 << 20) + '\r\n\r\ny\r\n',
    'headers-100000': 'From: a@example.org\r\n' + 'X: y\r\n' * 100000 + '\r\ny\r\n',
    'recipients-100000': 'From: a@example.org\r\nTo: ' + ', '.join('a%d@x.nl' % i for i in range(100000)) + '\r\n\r\ny\r\n',
    'html-deep': 'From: a@example.org\r\nContent-Type: text/html\r\n\r\n' + '<div>' * 200000,
    'html-entities': 'From: a@example.org\r\nContent-Type: text/html\r\n\r\n<!DOCTYPE x [<!ENTITY a "' + 'x' * 1000 + '">]>' + '&a;' * 50000,
    'nul': 'From: a@example.org\0\r\nSubject: \0\0\r\n\r\n\0\0\0',
    'empty': '',
    'newline': '\r\n',
    'garbage': bytes((i * 7919 >> 3) & 255 for i in range(70000)),
    'uuencode': 'From: a@example.org\r\n\r\nbegin 644 x\r\n' + 'M' * 100000,
    'parts-20000': 'From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n' + '--b\r\n\r\nx\r\n' * 20000,
}


@needs_ctl
@pytest.mark.parametrize('name', sorted(HOSTILE))
def test_hostile(tmp_path, name):
    body = HOSTILE[name]
    mail = tmp_path / (name + '.eml')
    mail.write_bytes(body if isinstance(body, bytes) else body.encode('latin-1'))
    good = tmp_path / 'good.eml'
    good.write_text(MAIL % 1)
    began = time.time()
    records = read(good, mail, good)
    assert [r['file'] for r in records] == ['good.eml', name + '.eml', 'good.eml']
    for r in records:
        check(r)
    assert records[0]['sender']['email'] == records[2]['sender']['email'] == 'jan@example.org'
    assert '2604817' in records[0]['dossier_numbers']
    assert time.time() - began < 35


CHARSETS = {
    'utf-16le': 'Ik heb een klacht over de énorme rente', 'utf-32be': 'Ik heb een klacht over de énorme rente', 'utf-7': 'Ik heb een klacht over de énorme rente',
    'iso-2022-jp-2': 'これは苦情です。私は何も払いません。', 'iso-2022-kr': '이것은 불만입니다 나는 지불하지 않습니다', 'gb18030': '这是一个投诉，我不会付款。', 'big5hkscs': '這是一個投訴，我不會付款。',
    'euc_jp': 'これは苦情です。私は何も払いません。', 'cp932': 'これは苦情です。私は何も払いません。', 'cp949': '이것은 불만입니다 나는 지불하지 않습니다',
    'cp1255': 'זו תלונה ואני לא משלם', 'cp1258': 'Tôi không tra tiên', 'koi8-r': 'Это жалоба, я не буду платить', 'cp1251': 'Это жалоба, я не буду платить',
    'iso-8859-2': 'To jest skarga, nie zapłacę ani złotówki', 'mac-roman': 'Ik heb een klacht over de énorme rente',
}


@needs_ctl
def test_every_charset_is_there_behind_the_lock(tmp_path):
    names = {'big5hkscs': 'big5-hkscs', 'euc_jp': 'euc-jp', 'mac-roman': 'macintosh'}	# what mail calls them
    for charset, text in CHARSETS.items():
        head = ('From: jan@example.org\r\nTo: klachten@example.nl\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=%s\r\n'
                'Content-Transfer-Encoding: base64\r\n\r\n' % names.get(charset, charset))
        (tmp_path / (charset + '.eml')).write_bytes(head.encode() + base64.encodebytes(text.encode(charset)))
    records = read(*(tmp_path / (charset + '.eml') for charset in CHARSETS))
    for (charset, text), record in zip(CHARSETS.items(), records):
        assert text.split()[0] in (record['description'] or ''), charset


@needs_ctl
def test_a_name_in_any_charset_costs_no_reader(tmp_path):
    """libetpan asks iconv for these, which the reader is without."""
    names = ['iso-8859-1', 'windows-1252', 'utf-8', 'us-ascii', 'utf-16', 'gb18030', 'gb2312', 'iso-2022-jp', 'koi8-r', 'cp1255', 'x-nonsense', 'iso-8859-1//TRANSLIT']
    for i, charset in enumerate(names):
        (tmp_path / ('%02d.eml' % i)).write_text((MAIL % i).replace('text/plain; charset=utf-8', 'multipart/mixed; boundary=b').replace('\r\n\r\n', (
            '\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n'), 1) + '\r\n--b\r\nContent-Type: image/jpeg;\r\n\tname="=?%s?Q?a=41.jpg?="\r\n'
            'Content-Disposition: attachment;\r\n\tfilename="=?%s?Q?a=41.jpg?="\r\n\r\nxx\r\n--b--\r\n' % (charset, charset))
    for charset, record in zip(names, read(*sorted(tmp_path.iterdir()))):
        assert record['kind'] != 'unreadable' and not any('died' in v['text'] for v in record['review']), charset


def corpus():
    return sorted(p for d in ('poison', 'corpora', 'devset/mail')
                  for p in glob.glob(os.path.join(SHARED, d, '**', '*.eml*'), recursive=True) if os.path.isfile(p))


@needs_ctl
@pytest.mark.skipif(not os.path.isdir(SHARED), reason='../shared is not here')
def test_corpora(tmp_path):
    paths = []
    for i, p in enumerate(corpus()):
        to = tmp_path / ('%05d.eml' % i)
        to.write_bytes(gzip.open(p).read() if p.endswith('.gz') else open(p, 'rb').read())
        paths.append(to)
    assert paths
    for at in range(0, len(paths), 500):
        some = paths[at:at + 500]
        records = read(*some, timeout=600)
        assert [r['file'] for r in records] == [p.name for p in some]	# exactly one each, in order
        for r in records:
            check(r)
            assert not any(v['code'] == 'partly-read' or 'died' in v['text'] for v in r['review']), r['file']	# no reader died on it


@needs_ctl
def test_many_in_parallel(tmp_path):
    paths = []
    for i in range(200):
        paths.append(tmp_path / ('%d.eml' % i))
        paths[-1].write_text((MAIL % i).replace('2604817', '%07d' % (3000000 + i)))
    began = time.time()
    records = read(*paths)
    print('200 mails: %.0f ms' % (1000 * (time.time() - began)))
    for i, r in enumerate(records):
        check(r)
        assert r['dossier_numbers'] == ['%07d' % (3000000 + i)]	# nothing of one in another
    assert len(records) == 200


@needs_ctl
def test_face(tmp_path):
    mail = tmp_path / 'a.eml'
    mail.write_text(MAIL % 1)
    assert [r['file'] for r in read('-', stdin=mail.read_bytes())] == ['-']
    r = subprocess.run([CTL, 'read', '--json', tmp_path / 'none.eml', mail], capture_output=True)
    assert r.returncode == 1 and b'none.eml' in r.stderr and len(r.stdout.splitlines()) == 1
    assert subprocess.run([CTL, 'read'], capture_output=True).returncode == 2
    sheet = subprocess.run([CTL, 'read', mail], capture_output=True)
    assert sheet.returncode == 0 and b'jan@example.org' in sheet.stdout


# ---- the zygote by hand ----

class Zygote:
    def __init__(self, program):
        self.ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.ours.settimeout(30)
        fd = theirs.fileno()
        self.process = subprocess.Popen([os.path.join(BUILD, program)], stdin=subprocess.DEVNULL, pass_fds=[3] if fd == 3 else [],
                                        preexec_fn=lambda: os.dup2(fd, 3, inheritable=True), close_fds=False,
                                        env={'PATH': '/usr/bin:/bin', 'OMP_THREAD_LIMIT': '1', 'ASAN_OPTIONS': 'allocator_may_return_null=1'})
        theirs.close()

    def say(self, frame, fds=()):
        self.ours.sendmsg([json.dumps(frame).encode()], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array('i', fds))] if fds else [])

    def hear(self):
        return json.loads(self.ours.recv(65536))

    def hello(self):
        self.say({'op': 'hello', 'rules': {}, 'limits': {'cpu_s': 10, 'memory_bytes': 1 << 30}})
        return self.hear()

    def close(self):
        self.ours.close()
        self.process.wait(10)


def memfd(content):
    fd = os.memfd_create('test', os.MFD_ALLOW_SEALING | os.MFD_CLOEXEC)
    os.write(fd, content)
    fcntl.fcntl(fd, 1033, 15)	# F_ADD_SEALS
    return fd


def fill(channel):
    """A child that cannot say what it read waits in its send: its channel is full."""
    channel.setblocking(False)
    with pytest.raises(BlockingIOError):
        while True:
            channel.send(b'x' * 1000)
    channel.setblocking(True)	# it is the child's end as well


@pytest.mark.parametrize('program', ['klachtd-reader', 'klachtd-charset-reader', 'klachtd-letter-reader'])
def test_sandbox_stands(program):
    if not os.access(os.path.join(BUILD, program), os.X_OK):
        pytest.skip(program + ' is not built')
    z = Zygote(program)
    ready = z.hello()
    assert ready == {'op': 'ready', 'sandbox': ['landlock', 'seccomp', 'no-new-privs', 'not-dumpable'], 'missing': []}
    status = open('/proc/%d/status' % z.process.pid).read()
    assert re.search(r'^NoNewPrivs:\s+1$', status, re.M) and re.search(r'^Seccomp:\s+2$', status, re.M)
    assert os.getpriority(os.PRIO_PROCESS, z.process.pid) - os.getpriority(os.PRIO_PROCESS, 0) == (10 if program == 'klachtd-letter-reader' else 0)
    z.close()
    assert z.process.returncode == 0


@pytest.mark.skipif(not os.access(READER, os.X_OK), reason='klachtd-reader is not built')
def test_child_is_locked_and_dies_with_its_zygote():
    z = Zygote('klachtd-reader')
    z.hello()
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    fill(theirs)
    z.say({'op': 'read', 'id': 1, 'channel': 'email', 'file': 'a.eml', 'mode': 'full'}, [memfd((MAIL % 1).encode()), theirs.fileno()])
    theirs.close()
    children = '/proc/%d/task/%d/children' % (z.process.pid, z.process.pid)
    until = time.time() + 10
    while not open(children).read().split() and time.time() < until:
        time.sleep(0.01)
    child = int(open(children).read().split()[0])
    status = open('/proc/%d/status' % child).read()
    def filters(of):
        return int(re.search(r'^Seccomp_filters:\s+(\d+)$', of, re.M).group(1))
    # a container may have laid one on all of us
    assert filters(status) - filters(open('/proc/self/status').read()) in (1, 2)
    os.kill(z.process.pid, signal.SIGKILL)
    z.process.wait(10)
    until = time.time() + 10
    while time.time() < until:
        try:
            state = open('/proc/%d/stat' % child).read().rsplit(')', 1)[1].split()[0]
        except FileNotFoundError:
            break
        if state == 'Z':
            break
        time.sleep(0.01)
    else:
        pytest.fail('the child outlived its zygote')


def writable(pid):
    """What a process can write to, but for memory that its children do not have."""
    with open('/proc/%d/mem' % pid, 'rb', 0) as mem:
        for line in open('/proc/%d/maps' % pid):
            place, rights = line.split()[:2]
            if rights == 'rw-p':
                begin, end = (int(x, 16) for x in place.split('-'))
                mem.seek(begin)
                yield mem.read(end - begin)


@pytest.mark.release
@pytest.mark.skipif(os.getuid() != 0, reason='only root may look at what is not dumpable')
def test_the_next_child_inherits_nothing_of_a_mail():
    z = Zygote('klachtd-reader')
    z.hello()
    for i, more in enumerate(['', '', '', 'x' * 70000, '']):	# the first starts a child that is set back; the long one gets its own
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.settimeout(30)
        mail = (MAIL % i).replace('elke dag', 'elke geheimedag') + more
        z.say({'op': 'read', 'id': i, 'channel': 'email', 'file': 'geheimenaam.eml', 'mode': 'full'}, [memfd(mail.encode()), theirs.fileno()])
        theirs.close()
        assert json.loads(ours.recv(1 << 20))['op'] == 'records' and z.hear()['status'] == 'ok'
        time.sleep(0.1)		# what it starts is ready
        assert not any(b'geheime' in memory for memory in writable(z.process.pid)), i
    z.close()


@pytest.mark.release
@pytest.mark.skipif(os.getuid() != 0, reason='only root may look at what is not dumpable')
def test_code_lies_where_large_pages_do_and_is_never_writable():
    z = Zygote('klachtd-reader')
    z.hello()
    maps = [line.split(None, 5) for line in open('/proc/%d/maps' % z.process.pid)]
    z.close()
    code = [m for m in maps if 'x' in m[1] and not m[-1].startswith('[')]
    assert len(code) == 1 and code[0][1] == 'r-xp' and 'memfd:program' in code[0][-1], code
    assert all(int(end, 16) % (2 << 20) == 0 for end in code[0][0].split('-'))
    assert not any('w' in m[1] and 'x' in m[1] for m in maps)
    assert len(maps) < 25        # every one is copied for every mail


@pytest.mark.skipif(not os.access(READER, os.X_OK), reason='klachtd-reader is not built')
@pytest.mark.parametrize('program, charset, text, op', [
    ('klachtd-reader', 'gb18030', '\u8fd9\u662f', 'refused'), ('klachtd-reader', 'gb18030', 'Klacht', 'records'), ('klachtd-reader', 'utf-16le', '\u8fd9\u662f', 'records'),
    ('klachtd-charset-reader', 'gb18030', '\u8fd9\u662f', 'records')])
def test_only_the_other_reader_has_the_rare_charsets(program, charset, text, op):
    z = Zygote(program)
    z.hello()
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.settimeout(30)
    mail = (MAIL % 1).replace('charset=utf-8', 'charset=%s\r\nContent-Transfer-Encoding: base64' % charset).split('\r\n\r\n')[0] + '\r\n\r\n'
    z.say({'op': 'read', 'id': 1, 'channel': 'email', 'file': 'a.eml', 'mode': 'full'}, [memfd(mail.encode() + base64.encodebytes(text.encode(charset))), theirs.fileno()])
    theirs.close()
    said = json.loads(ours.recv(1 << 20))
    assert said['op'] == op
    assert said.get('reason') == ('charset' if op == 'refused' else None)
    if op == 'records':
        assert said['records'][0]['description'] == text
    z.close()


@pytest.mark.skipif(not os.access(os.path.join(BUILD, 'klachtd-render'), os.X_OK), reason='klachtd-render is not built')
@pytest.mark.slow     # 10 s of poppler, which is not ours
def test_render_is_bounded(tmp_path):
    render = os.path.join(BUILD, 'klachtd-render')
    # a content stream that draws for long: 10 s of CPU at most, then SIGXCPU
    stream = b'0 0 m ' + b'1 1 l 500 500 l 3 700 l ' * 200000 + b's'
    pdf = (b'%%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
           b'3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>endobj\n4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n'
           b'trailer<</Root 1 0 R>>\n%%%%EOF\n' % (len(stream), stream))
    path = tmp_path / 'a.pdf'
    path.write_bytes(pdf)
    began = time.time()
    r = subprocess.run([render, 'image', '1', '300', '0'], stdin=open(path, 'rb'), stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    assert r.returncode in (0, -signal.SIGXCPU, -signal.SIGSEGV)	# poppler's own stack may give in first
    assert time.time() - began < 40
    for wrong in ([], ['image', '0', '300', '0'], ['text', '1', '0', '2'], ['info', '0', '99999', '0'], ['rm', '1', '1', '1']):
        assert subprocess.run([render, *wrong], stdin=subprocess.DEVNULL, capture_output=True).returncode == 2
    # it writes to pipes only: RLIMIT_FSIZE is 0
    with open(tmp_path / 'out', 'wb') as out:
        r = subprocess.run([render, 'info', '0', '0', '0'], stdin=open(path, 'rb'), stdout=out, stderr=subprocess.PIPE)
    assert r.returncode != 0 and os.path.getsize(tmp_path / 'out') == 0


# ---- scans ----

LETTER = ('Jan de Vries\nDorpsstraat 12\n1234 AB Dorp\n\n\nPro Actief Incasso\nPostbus 8070\n5004 GB Tilburg\n\n\nDossiernummer: 2604817\n\n'
          'Geachte heer of mevrouw,\n\nHierbij dien ik een klacht in. Uw medewerker was onbeleefd aan de telefoon.\n'
          'Ik wil dat u uw excuses aanbiedt.\n\nMet vriendelijke groet,\n\nJan de Vries\n')


@pytest.fixture(scope='module')
def letter(tmp_path_factory):
    folder = tmp_path_factory.mktemp('letter')
    subprocess.run(['convert', '-size', '1400x2000', '-density', '200', '-units', 'PixelsPerInch', '-background', 'white', '-fill', 'black',
                    '-font', 'DejaVu-Sans', '-pointsize', '13', 'caption:' + LETTER, '-bordercolor', 'white', '-border', '120',
                    '-colorspace', 'Gray', folder / 'letter.png'], check=True)
    return folder


@needs_ctl
def test_letter(letter):
    records = read(letter / 'letter.png')
    assert len(records) == 1
    check(records[0])
    assert records[0]['channel'] == 'letter' and records[0]['kind'] == 'complaint'
    assert 'onbeleefd' in records[0]['description']
    assert records[0]['dossier_numbers'] == ['2604817']
    assert records[0]['documents'][0]['text_from'] == 'ocr'


@needs_ctl
def test_truncated_letter(letter, tmp_path):
    whole = (letter / 'letter.png').read_bytes()
    cut = tmp_path / 'cut.png'
    cut.write_bytes(whole[:len(whole) // 2])
    records = read(cut)
    assert len(records) == 1
    check(records[0])
    assert records[0]['kind'] == 'unreadable' or records[0]['review']


@needs_ctl
def test_scan_in_a_mail(letter, tmp_path):
    import email.message
    m = email.message.EmailMessage()
    m['From'] = 'jan@example.org'
    m['To'] = 'klachten@example.nl'
    m['Subject'] = 'brief'
    m['Message-ID'] = '<2@example.org>'
    m.set_content('Zie bijlage.\n')
    m.add_attachment((letter / 'letter.png').read_bytes(), maintype='image', subtype='png', filename='brief.png')
    m.add_attachment(b'%PDF-1.4 this is none', maintype='application', subtype='pdf', filename='kapot.pdf')
    path = tmp_path / 'scan.eml'
    path.write_bytes(m.as_bytes())
    records = read(path)
    assert len(records) == 1
    r = records[0]
    check(r)
    assert r['channel'] == 'email' and r['sender']['email'] == 'jan@example.org'
    assert r['dossier_numbers'] == ['2604817']
    assert r['evidence']['dossier_numbers[0]']['from'] == 'attachment brief.png'
    documents = {d['name']: d for d in r['documents']}
    assert documents['brief.png']['text_from'] == 'ocr' and documents['brief.png']['pages'] == 1
    assert 0.5 < documents['brief.png']['confidence'] <= 1
    sha256 = {n: hashlib.sha256(b).hexdigest() for n, b in (('body', b'Zie bijlage.\n'), ('kapot.pdf', b'%PDF-1.4 this is none'), ('brief.png', (letter / 'letter.png').read_bytes()))}
    assert {n: documents[n]['sha256'] for n in sha256} == sha256
    assert r['kind'] == 'complaint' and not any(v['code'] == 'kind-uncertain' for v in r['review'])     # the letter says it
    assert any('kapot.pdf' in v['text'] for v in r['review'])


ATTACHED = ('Geachte heer,\n\nIk heb een klacht over dossier 2604817: u belt mij elke dag en dat is een schande. Ik wil dat u daarmee stopt.\n\n'
          'Met vriendelijke groet,\n\nJan Jansen\nDorpsstraat 1\n1234 AB Ons Dorp\n06-12345678\n')


@needs_ctl
@pytest.mark.parametrize('name,subtype', [('brief.txt', 'plain'), ('brief.html', 'html'), ('brief.txt', None)])
def test_attached_text_speaks_where_the_mail_is_silent(tmp_path, name, subtype):
    import email.message
    text = '<p>' + ATTACHED.replace('\n\n', '</p><p>').replace('\n', '<br>') if subtype == 'html' else ATTACHED
    m = email.message.EmailMessage()
    m['From'] = 'jan@example.org'
    m['Subject'] = 'brief'
    m.set_content('Zie bijlage.\n')
    m.add_attachment(text.encode(), maintype='text' if subtype else 'application', subtype=subtype or 'octet-stream', filename=name)
    (tmp_path / 'a.eml').write_bytes(m.as_bytes())
    r, = read(tmp_path / 'a.eml')
    check(r)
    assert r['kind'] == 'complaint' and r['dossier_numbers'] == ['2604817'] and r['sender']['name'] == 'Jan Jansen'
    assert r['sender']['phone'] == '+31612345678' and r['sender']['address']['postcode'] == '1234 AB'
    assert r['description'] == 'Zie bijlage.' and r['desired_resolution'] == 'Ik wil dat u daarmee stopt.'
    assert r['evidence']['sender.name']['from'] == 'attachment ' + name
    assert [d['text_from'] for d in r['documents']] == ['body', 'text-layer']
    assert not r['review']


@needs_ctl
def test_files_that_nobody_read_are_named(tmp_path):
    import email.message
    m = email.message.EmailMessage()
    m['From'] = 'Jan Jansen <jan@example.org>'
    m.set_content('Zie bijlage.\n')
    for name, kind in (('brief.docx', 'vnd.openxmlformats-officedocument.wordprocessingml.document'), ('oud.doc', 'msword'), ('k.asc', 'pgp-keys'), ('s.p7s', 'pkcs7-signature')):
        m.add_attachment(b'PK\3\4' if name == 'brief.docx' else b'\xd0\xcf\x11\xe0', maintype='application', subtype=kind, filename=name)
    m.add_attachment(b'x' * (2 << 20), maintype='text', subtype='plain', filename='groot.txt')
    (tmp_path / 'a.eml').write_bytes(m.as_bytes())
    r, = read(tmp_path / 'a.eml')
    check(r)
    assert [v['text'].split(':')[0] for v in r['review'] if v['code'] == 'attachment-not-read'] == ['brief.docx', 'oud.doc', 'groot.txt']


@needs_ctl
def test_too_many_scans(tmp_path):
    import email.message
    m = email.message.EmailMessage()
    m['From'] = 'jan@example.org'
    m.set_content('Zie bijlagen.\n')
    for i in range(40):
        m.add_attachment(b'%PDF-1.4 this is none', maintype='application', subtype='pdf', filename='%d.pdf' % i)
    path = tmp_path / 'scans.eml'
    path.write_bytes(m.as_bytes())
    r, = read(path)
    check(r)
    assert len(r['documents']) >= 40
    assert any('40 scans' in v['text'] for v in r['review'])
