"""Runs inside the container, as root, under its own systemd: klachtd.service as installed, Dovecot and a mail sink beside it.

Writes /lab/result.json: what was seen, for test_systemd.py to judge.
"""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

LAB = pathlib.Path('/lab')
sys.path.insert(0, str(LAB / 'system'))
import daemon  # noqa: E402
import dovecot  # noqa: E402
import smtp_peers  # noqa: E402

seen = {}


def sh(*args, check=True):
    r = subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if check and r.returncode:
        raise RuntimeError('%s: %d %s' % (args, r.returncode, r.stdout))
    return r


def show(prop):
    return sh('systemctl', 'show', '-P', prop, 'klachtd').stdout.strip()


def rows():
    r = subprocess.run(['klachtctl', '--json', 'list'], stdout=subprocess.PIPE, text=True)
    return [json.loads(line) for line in r.stdout.splitlines()]


def config(imap, port):
    pathlib.Path('/etc/klachtd/credentials').mkdir(parents=True, exist_ok=True)
    pathlib.Path('/etc/klachtd/credentials/mailbox.klachten.password').write_text(dovecot.PASSWORD)
    pathlib.Path('/etc/klachtd/klachtd.conf').write_text(f'''
[agency]
addresses = klachten@proactief.example
domains = proactief.example
[mailbox klachten]
host = 127.0.0.1
port = {imap.tls_port}
ca_file = /etc/klachtd/ca.pem
user = klachten
poll_interval = 1s
[letterbox postkamer]
directory = /var/lib/klachtd/scans
settle_time = 300ms
[smtp]
host = 127.0.0.1
port = {port}
security = none
auth = none
from = Klachten <klachten@proactief.example>
''')
    shutil.copy(imap.ca, '/etc/klachtd/ca.pem')
    os.chmod('/etc/klachtd/ca.pem', 0o644)


def stopped_readers():
    """Children of klachtd-reader that wait, set back (reader/rewind.h)."""
    stats = [p.read_text() for p in pathlib.Path('/proc').glob('[0-9]*/stat')]
    return sum('(klachtd-reader) T ' in s for s in stats)


def drop_scan():
    """As the mailroom's user does: a member of mailroom, not of klachtd."""
    sh('useradd', '-G', 'mailroom', 'scanner', check=False)
    shutil.copy('/lab/brief.tif', '/tmp/brief.tif')
    os.chmod('/tmp/brief.tif', 0o644)
    seen['drop'] = sh('runuser', '-u', 'scanner', '--', 'cp', '/tmp/brief.tif', '/var/lib/klachtd/scans/brief.tif', check=False).returncode


def scenario(imap, port):
    config(imap, port)
    seen['check'] = sh('runuser', '-u', 'klachtd', '--', 'klachtd', '--check', check=False).stdout
    sh('systemctl', 'start', 'klachtd')
    seen['active'] = show('ActiveState')
    imap.deliver(pathlib.Path('/lab/mail.eml').read_bytes())
    drop_scan()
    daemon.wait_for(lambda: len(rows()) >= 2, 90, 'two complaints', 0.2)
    daemon.wait_for(lambda: any(r['receipt'] and r['receipt']['state'] == 'sent' for r in rows()), 30, 'the receipt', 0.2)
    daemon.wait_for(lambda: list(pathlib.Path('/var/lib/klachtd/scans/archive').glob('*/*/*')), 30, 'the archive', 0.2)
    seen['rows'] = rows()
    seen['set_back'] = stopped_readers()
    seen['status'] = sh('klachtctl', 'status', check=False).returncode
    seen['as_nobody'] = sh('runuser', '-u', 'nobody', '--', 'klachtctl', 'receipts', 'suppress', 'K-2026-000001', check=False).returncode
    seen['reload'] = sh('systemctl', 'reload', 'klachtd', check=False).returncode
    with open('/etc/klachtd/klachtd.conf', 'a') as f:
        f.write('[receipt]\nnonsense = 1\n')
    seen['reload_bad'] = sh('systemctl', 'reload', 'klachtd', check=False).returncode
    seen['after_bad_reload'] = show('ActiveState')
    before = show('MainPID')
    config(imap, port)
    os.kill(int(before), signal.SIGKILL)
    daemon.wait_for(lambda: show('ActiveState') == 'active' and show('MainPID') not in (before, '0'), 60, 'the restart', 0.2)
    seen['restarted'] = True
    seen['files'] = {p: oct(os.stat('/var/lib/klachtd/' + p).st_mode & 0o7777) for p in ('register.db', 'scans', 'scans/archive', 'scans/failed', 'scans/work')}
    sh('systemctl', 'stop', 'klachtd')
    with open('/etc/klachtd/klachtd.conf', 'a') as f:
        f.write('[receipt]\nnonsense = 1\n')
    sh('systemctl', 'start', 'klachtd', check=False)
    time.sleep(7)
    seen['bad_config'] = [show('ActiveState'), show('ExecMainStatus'), show('NRestarts')]


def main():
    os.chmod('/lab', 0o755)
    sh('systemd-sysusers')
    sh('systemd-tmpfiles', '--create', check=False)
    sh('systemctl', 'daemon-reload')
    dovecot.make_certificates('/lab/certificates')
    sh('ip', 'link', 'set', 'lo', 'up', check=False)
    if 'LOWER_UP' not in sh('ip', 'link', 'show', 'lo', check=False).stdout:
        seen['cannot'] = 'a container in this container has no loopback'
        return
    imap = dovecot.Dovecot('/lab/imap', '/lab/certificates').start()
    try:
        with smtp_peers.sink() as port:
            scenario(imap, port)
    finally:
        imap.stop()


try:
    main()
    seen['done'] = True
except BaseException as e:  # noqa: BLE001
    seen['error'] = repr(e)
    seen['journal'] = subprocess.run(['journalctl', '-u', 'klachtd', '--no-pager', '-n', '60'], stdout=subprocess.PIPE, text=True).stdout
(LAB / 'result.json').write_text(json.dumps(seen, indent=1))
