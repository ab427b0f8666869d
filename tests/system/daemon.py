"""klachtd itself, with a configuration in a folder of its own: for the system tests and the demo."""
import json
import os
import pathlib
import signal
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get('KLACHTD_BUILD', ROOT / 'build')).resolve()


def wait_for(check, seconds=20, what='it', every=0.02):
    """What check() says as soon as that is true-ish; else an AssertionError."""
    end = time.monotonic() + seconds
    while True:
        got = check()
        if got:
            return got
        assert time.monotonic() < end, 'waited %s s for %s in vain' % (seconds, what() if callable(what) else what)
        time.sleep(every)


class Daemon:
    """imap: a dovecot.Dovecot or None; smtp: a port or None. overrides replace keys of sections: {'receipt': {'send': 'no'}}; None drops a key."""

    def __init__(self, folder, imap=None, smtp=None, password=None, user='klachten', letterbox=True, overrides=None, build=BUILD):
        self.folder, self.build = pathlib.Path(folder), pathlib.Path(build)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.state, self.scans, self.log_path = self.folder / 'state', self.folder / 'scans', self.folder / 'log'
        self.config = self.folder / 'klachtd.conf'
        self.process = None
        sections = {'klachtd': {'state_directory': self.state, 'runtime_directory': self.folder / 'run'},
                    'agency': {'addresses': 'klachten@proactief.example, info@proactief.example', 'domains': 'proactief.example', 'phones': '013 88 93 930'},
                    'receipt': {'max_per_hour': 100000, 'max_per_sender_per_day': 100000, 'form_senders': 'website@proactief.example'}}
        if imap:
            (self.folder / 'password').write_text(password)
            sections['mailbox klachten'] = {'host': '127.0.0.1', 'port': imap.tls_port, 'security': 'tls', 'ca_file': imap.ca, 'user': user,
                                            'password_file': self.folder / 'password', 'poll_interval': '1s'}
        if letterbox:
            self.scans.mkdir(exist_ok=True)
            sections['letterbox postkamer'] = {'directory': self.scans, 'settle_time': '300ms', 'settle_time_renamed': '100ms'}
        if smtp:
            sections['smtp'] = {'host': '127.0.0.1', 'port': smtp, 'security': 'none', 'auth': 'none',
                                'from': 'Klachtenafdeling Pro Actief Incasso <klachten@proactief.example>'}
        else:
            sections['receipt']['send'] = 'no'
        for name, keys in (overrides or {}).items():
            sections.setdefault(name, {}).update(keys)
        self.sections = sections
        self.write_config()

    def write_config(self):
        self.config.write_text(''.join('[%s]\n%s\n' % (name, ''.join('%s = %s\n' % kv for kv in keys.items() if kv[1] is not None))
                                       for name, keys in self.sections.items()))

    def command(self, *args):
        return [str(self.build / 'klachtd'), '--config', str(self.config), *args]

    def start(self, *args, env=None):
        with open(self.log_path, 'a') as log:
            self.process = subprocess.Popen(self.command(*args), stdout=subprocess.DEVNULL, stderr=log, stdin=subprocess.DEVNULL,
                                            env={**os.environ, **(env or {})})
        control = self.folder / 'run' / 'control'
        wait_for(lambda: self.process.poll() is not None or control.exists(), what=lambda: 'klachtd to start: ' + self.log())
        return self

    def once(self, timeout=120):
        """-> exit status of klachtd --once"""
        with open(self.log_path, 'a') as log:
            return subprocess.run(self.command('--once'), stderr=log, stdin=subprocess.DEVNULL, timeout=timeout).returncode

    def stop(self, how=signal.SIGTERM):
        """-> exit status"""
        if not self.process:
            return None
        if self.process.poll() is None:
            self.process.send_signal(how)
        r = self.process.wait(30)
        self.process = None
        return r

    def log(self):
        return self.log_path.read_text(errors='replace') if self.log_path.exists() else ''

    # ---- klachtctl ----

    def ctl(self, *args, check=True):
        r = subprocess.run([str(self.build / 'klachtctl'), '--config', str(self.config), *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                           text=True, timeout=120)
        if check and r.returncode != 0:
            raise AssertionError('klachtctl %s: %d %s' % (' '.join(args), r.returncode, r.stderr))
        return r

    def ctl_json(self, *args):
        return json.loads(self.ctl('--json', *args).stdout)

    def rows(self, *args):
        return [json.loads(line) for line in self.ctl('--json', 'list', *args).stdout.splitlines()]

    def complaints(self):
        r = self.ctl('--json', 'list', check=False)     # 1: no register yet
        return [json.loads(line) for line in r.stdout.splitlines()] if r.returncode == 0 else []

    def wait_complaints(self, n, seconds=30):
        def there():
            rows = self.complaints()
            return len(rows) >= n and rows
        return wait_for(there, seconds, lambda: '%d complaints; log: %s' % (n, self.log()[-3000:]), 0.1)

    def wait_receipts(self, n, state='sent', seconds=30):
        def there():
            rows = [r for r in self.complaints() if r['receipt'] and r['receipt']['state'] == state]
            return len(rows) >= n and rows
        return wait_for(there, seconds, lambda: '%d receipts %s; log: %s' % (n, state, self.log()[-3000:]), 0.1)
