"""A throw-away Dovecot: real IMAP with TLS on 127.0.0.1-4, its own configuration, Maildirs in a temporary folder.

127.0.0.1 shows a good certificate, 127.0.0.2 one for another name, 127.0.0.3 a self-signed one, 127.0.0.4 an expired one.
"""
import contextlib
import glob
import imaplib
import itertools
import os
import pwd
import shutil
import signal
import socket
import ssl
import subprocess
import time

from ports import free_port

PASSWORD = 'geheim"wacht\\woord'
DOVECOT = shutil.which('dovecot') or '/usr/sbin/dovecot'     # a plain user's PATH has no sbin
_counter = itertools.count()


def _openssl(*args, cwd):
    subprocess.run(('openssl',) + args, cwd=cwd, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make_certificates(folder):
    """ca.pem, and good, wrong, self, expired: NAME.pem with NAME.key."""
    os.makedirs(folder, exist_ok=True)
    ec = ('-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes')
    _openssl('req', '-x509', *ec, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '30', '-subj', '/CN=Test CA', cwd=folder)
    names = {'good': 'DNS:localhost,IP:127.0.0.1,IP:::1', 'wrong': 'DNS:imap.elders.example', 'self': 'DNS:localhost,IP:127.0.0.3',
             'expired': 'DNS:localhost,IP:127.0.0.4'}
    with open(os.path.join(folder, 'ca.cnf'), 'w') as f:
        f.write('[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nnew_certs_dir=.\nserial=serial\ndefault_md=sha256\npolicy=p\ncopy_extensions=copy\n'
                'unique_subject=no\n[p]\ncommonName=supplied\n')
    open(os.path.join(folder, 'index.txt'), 'w').close()
    with open(os.path.join(folder, 'serial'), 'w') as f:
        f.write('1000\n')
    for name, san in names.items():
        if name == 'self':
            _openssl('req', '-x509', *ec, '-keyout', 'self.key', '-out', 'self.pem', '-days', '30', '-subj', '/CN=self', '-addext', 'subjectAltName=' + san,
                     cwd=folder)
            continue
        _openssl('req', '-new', *ec, '-keyout', name + '.key', '-out', name + '.csr', '-subj', '/CN=' + name, '-addext', 'subjectAltName=' + san, cwd=folder)
        dates = ('20200101000000Z', '20210101000000Z') if name == 'expired' else ('20200101000000Z', '20490101000000Z')
        _openssl('ca', '-batch', '-config', 'ca.cnf', '-cert', 'ca.pem', '-keyfile', 'ca.key', '-in', name + '.csr', '-out', name + '.pem', '-notext',
                 '-startdate', dates[0], '-enddate', dates[1], cwd=folder)


class Dovecot:
    """capability: what CAPABILITY says after the login (None: all); namespace: (prefix, separator) or None; extra: lines of dovecot.conf;
    uidvalidity: of every INBOX (None: the server's choice)."""

    def __init__(self, folder, certificates, users=('klachten',), capability=None, namespace=None, extra='', uidvalidity=None):
        self.folder, self.certificates, self.users = str(folder), str(certificates), list(users)
        self.port, self.tls_port = free_port(), free_port()
        self.ca = os.path.join(self.certificates, 'ca.pem')
        self.namespace = namespace
        self.process = None
        root = os.getuid() == 0
        self.owner = pwd.getpwnam('nobody') if root else pwd.getpwuid(os.getuid())
        os.makedirs(self.folder, exist_ok=True)
        os.chmod(self.folder, 0o755)
        me = pwd.getpwuid(os.getuid()).pw_name
        with open(os.path.join(self.folder, 'users'), 'w') as f:
            for u in self.users:
                f.write('%s:{PLAIN}%s::::::\n' % (u, PASSWORD))
                os.makedirs(self.maildir(u) if uidvalidity else self.home(u), exist_ok=True)
                if uidvalidity:
                    with open(os.path.join(self.maildir(u), 'dovecot-uidlist'), 'w') as uids:
                        uids.write('3 V%d N1 G%032x\n' % (uidvalidity, 1 + next(_counter)))
        self._chown(os.path.join(self.folder, 'mail'))
        prefix, separator = namespace or ('', '/')
        local = ''.join('local %s {\n  ssl_cert = <%s/%s.pem\n  ssl_key = <%s/%s.key\n}\n' % (ip, self.certificates, n, self.certificates, n)
                        for ip, n in (('127.0.0.2', 'wrong'), ('127.0.0.3', 'self'), ('127.0.0.4', 'expired')))
        accounts = '' if root else 'default_login_user = %s\ndefault_internal_user = %s\ndefault_internal_group = %s\n' % (me, me, self._group())
        accounts += ''.join('service %s {\n  chroot =\n}\n' % s for s in ('anvil', 'imap-login', 'stats', 'auth-worker')) if not root else ''
        with open(os.path.join(self.folder, 'dovecot.conf'), 'w') as f:
            f.write(f'''
base_dir = {self.folder}/run
state_dir = {self.folder}/state
log_path = {self.folder}/log
protocols = imap
listen = 127.0.0.1, 127.0.0.2, 127.0.0.3, 127.0.0.4
{accounts}
first_valid_uid = 0
mail_location = maildir:~/Maildir
mail_home = {self.folder}/mail/%u
mail_uid = {self.owner.pw_uid}
mail_gid = {self.owner.pw_gid}
mail_max_userip_connections = 0
auth_mechanisms = plain login
auth_failure_delay = 0
disable_plaintext_auth = no
ssl = yes
ssl_cert = <{self.certificates}/good.pem
ssl_key = <{self.certificates}/good.key
{local}
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {self.folder}/users
}}
userdb {{
  driver = static
  args = uid={self.owner.pw_uid} gid={self.owner.pw_gid} home={self.folder}/mail/%u
}}
namespace inbox {{
  inbox = yes
  prefix = {prefix}
  separator = {separator}
}}
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  process_min_avail = 1
  inet_listener imap {{
    port = {self.port}
  }}
  inet_listener imaps {{
    port = {self.tls_port}
    ssl = yes
  }}
}}
{"imap_capability = " + capability if capability else ""}
{extra}
''')

    @staticmethod
    def _group():
        import grp
        return grp.getgrgid(os.getgid()).gr_name

    def home(self, user):
        return os.path.join(self.folder, 'mail', user)

    def _chown(self, path):
        if os.getuid() == 0:
            for base, dirs, files in os.walk(path):
                for name in [''] + dirs + files:
                    os.chown(os.path.join(base, name), self.owner.pw_uid, self.owner.pw_gid)

    def start(self):
        self.process = subprocess.Popen([DOVECOT, '-F', '-c', os.path.join(self.folder, 'dovecot.conf')], stdout=subprocess.DEVNULL, start_new_session=True,
                                        stderr=open(os.path.join(self.folder, 'stderr'), 'w'))
        end = time.time() + 30
        while time.time() < end:
            try:
                with socket.create_connection(('127.0.0.1', self.port), 1) as s:
                    s.settimeout(5)
                    if s.recv(100).startswith(b'* OK'):
                        return self
            except OSError:
                time.sleep(0.02)
            if self.process.poll() is not None:
                break
        raise RuntimeError('dovecot did not start: ' + open(os.path.join(self.folder, 'stderr')).read()[-2000:] + self.log()[-2000:])

    def stop(self):
        if self.process:
            # its imap processes may outlive it by ten seconds: all that is of this group goes at once
            with contextlib.suppress(ProcessLookupError):       # it never started
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(10)
            self.process = None
            pid = os.path.join(self.folder, 'run', 'master.pid')
            if os.path.exists(pid):
                os.unlink(pid)

    def log(self):
        try:
            return open(os.path.join(self.folder, 'log')).read()
        except OSError:
            return ''

    # ---- mail ----

    def maildir(self, user='klachten', folder='INBOX'):
        base = os.path.join(self.home(user), 'Maildir')
        return base if folder == 'INBOX' else os.path.join(base, '.' + folder)

    def deliver(self, mail, user='klachten', when=None):
        """Straight into the Maildir, as a delivery agent does: tmp/, then rename."""
        box = self.maildir(user)
        for d in ('', 'tmp', 'new', 'cur'):
            path = os.path.join(box, d)
            if not os.path.isdir(path):
                os.makedirs(path, exist_ok=True)
                if os.getuid() == 0:
                    os.chown(path, self.owner.pw_uid, self.owner.pw_gid)
        name = '%d.M%06dP%dQ%d.test' % (when or time.time(), time.time() % 1 * 1e6, os.getpid(), next(_counter))
        tmp = os.path.join(box, 'tmp', name)
        with open(tmp, 'wb') as f:
            f.write(mail)
        if os.getuid() == 0:
            os.chown(tmp, self.owner.pw_uid, self.owner.pw_gid)
        if when:
            os.utime(tmp, (when, when))
        os.rename(tmp, os.path.join(box, 'new', name))

    def client(self, user='klachten'):
        c = imaplib.IMAP4('127.0.0.1', self.port)
        c.login(user, PASSWORD)
        return c

    def contents(self, folder='INBOX', user='klachten'):
        """{uid: (flags, first body line)} through IMAP."""
        c = self.client(user)
        try:
            if c.select('"' + folder + '"', readonly=True)[0] != 'OK':
                return None
            found = {}
            for part in c.uid('FETCH', '1:*', '(FLAGS BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])')[1]:
                if isinstance(part, tuple):
                    head = part[0].decode()
                    uid = int(head.split('UID ')[1].split()[0].rstrip(')'))
                    flags = head.split('FLAGS (')[1].split(')')[0].split()
                    found[uid] = (flags, part[1].decode(errors='replace').partition(':')[2].strip())
            return found
        finally:
            c.logout()

    def count(self, folder='INBOX', user='klachten'):
        """From the file system: quick."""
        box = self.maildir(user, folder)
        return sum(len(glob.glob(os.path.join(box, d, '*'))) for d in ('new', 'cur'))

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def mail(n=0, size=0, body='Ik heb een klacht.'):
    text = ('From: Jan Jansen <jan@voorbeeld.example>\r\nTo: klachten@example.nl\r\nSubject: Klacht %d\r\nMessage-ID: <m%d@voorbeeld.example>\r\n'
            'Date: Mon, 02 Nov 2026 09:15:00 +0100\r\n\r\n%s\r\n' % (n, n, body)).encode()
    if size > len(text):
        line = b'x' * 70 + b'\r\n'
        text += line * ((size - len(text)) // len(line) + 1)
    return text
