"""klachtd.service under a real systemd, booted in a container over this machine's own root: unit, credentials, journal, reload, restart.

Needs root, systemd-nspawn and an overlay mount; skipped with its reason where the machine cannot.
"""
import json
import os
import pathlib
import shutil
import subprocess

import pytest

import daemon

ROOT = daemon.ROOT
SERVICE = '''[Unit]
After=multi-user.target dbus.service
[Service]
Type=oneshot
ExecStart=/bin/sh -c '/usr/bin/python3 /lab/scenario.py > /lab/out 2>&1; systemctl poweroff --no-block'
StandardOutput=journal
TimeoutStartSec=400
'''
MASKED = ('getty@tty1', 'console-getty', 'systemd-networkd', 'systemd-resolved', 'systemd-timesyncd', 'postfix', 'dovecot', 'apt-daily.timer', 'apt-daily-upgrade.timer',
          'dpkg-db-backup.timer', 'e2scrub_all.timer', 'fstrim.timer', 'man-db.timer', 'systemd-logind')

pytestmark = [pytest.mark.release, pytest.mark.xdist_group('lab')]


def cannot():
    if os.getuid() != 0:
        return 'needs root'
    if not shutil.which('systemd-nspawn'):
        return 'systemd-nspawn is not installed (package systemd-container)'
    return None


def boot(root):
    """Boots the container and waits for its end; -> what nspawn printed."""
    return subprocess.run(['systemd-nspawn', '-q', '-D', str(root), '-b', '--register=no', '--keep-unit', '--private-network', '-M', 'klachtd-lab-%d' % os.getpid(),
                           '--system-call-filter=landlock_create_ruleset landlock_add_rule landlock_restrict_self'],
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600).stdout


def prepare(root):
    subprocess.run(['make', '-s', 'install', 'DESTDIR=%s' % root, 'PREFIX=/usr', 'B=%s' % os.path.relpath(daemon.BUILD, ROOT)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    lab = root / 'lab'
    lab.mkdir()
    shutil.copytree(ROOT / 'tests' / 'system', lab / 'system', ignore=shutil.ignore_patterns('lab', '__pycache__'))
    shutil.copy(ROOT / 'tests' / 'system' / 'lab' / 'scenario.py', lab)
    shutil.copy(ROOT / 'demo' / 'mail' / '01-outlook.eml', lab / 'mail.eml')
    shutil.copy(ROOT / 'demo' / 'scans' / 'brief-1.tif', lab / 'brief.tif')
    units = root / 'etc' / 'systemd' / 'system'
    (units / 'lab.service').write_text(SERVICE)
    wants = units / 'multi-user.target.wants'
    wants.mkdir(exist_ok=True)
    (wants / 'lab.service').symlink_to('../lab.service')
    for name in MASKED:
        unit = units / (name if '.' in name else name + '.service')
        if not unit.is_symlink() and not unit.exists():
            unit.symlink_to('/dev/null')
    (root / 'etc' / 'machine-id').write_text('')
    journal = root / 'var' / 'log' / 'journal'
    shutil.rmtree(journal, ignore_errors=True)
    journal.mkdir(parents=True)


@pytest.fixture(scope='module')
def lab(tmp_path_factory):
    """-> (result.json, journal entries of klachtd)"""
    why = cannot()
    if why:
        pytest.skip(why)
    base = pathlib.Path('/tmp/klachtd-lab-%d' % os.getpid())
    base.mkdir()
    root = base / 'root'
    try:
        if subprocess.run(['mount', '-t', 'tmpfs', 'tmpfs', str(base)], stderr=subprocess.DEVNULL).returncode:
            pytest.skip('no tmpfs can be mounted here')
        for d in ('up', 'work', 'root'):
            (base / d).mkdir()
        if subprocess.run(['mount', '-t', 'overlay', 'overlay', '-o', 'lowerdir=/,upperdir=%s/up,workdir=%s/work' % (base, base), str(root)],
                          stderr=subprocess.DEVNULL).returncode:
            pytest.skip('no overlay can be mounted here')
        prepare(root)
        said = boot(root)
        result = root / 'lab' / 'result.json'
        if not result.exists() and ('Operation not permitted' in said or 'Failed to' in said) and 'systemd 252' not in said:
            pytest.skip('systemd-nspawn cannot boot here: ' + said[-300:])
        assert result.exists(), said[-3000:]
        entries = subprocess.run(['journalctl', '-D', str(root / 'var' / 'log' / 'journal'), '-o', 'json', '-t', 'klachtd'], stdout=subprocess.PIPE, text=True).stdout
        seen = json.loads(result.read_text())
        if 'cannot' in seen:
            pytest.skip(seen['cannot'])
        yield seen, [json.loads(line) for line in entries.splitlines()]
    finally:
        subprocess.run(['umount', str(root)], stderr=subprocess.DEVNULL)
        subprocess.run(['umount', str(base)], stderr=subprocess.DEVNULL)
        shutil.rmtree(base, ignore_errors=True)


def test_the_service_does_its_job(lab):
    seen, _ = lab
    assert seen.get('done'), json.dumps(seen, indent=1)
    assert seen['active'] == 'active' and seen['drop'] == 0
    assert {r['channel'] for r in seen['rows']} == {'email', 'letter'}
    assert 'FAIL' not in seen['check'].replace('FAIL  mailbox', ''), seen['check']


def test_every_layer_of_the_lock_stands(lab):
    _, entries = lab
    assert not [e for e in entries if e.get('KLACHTD_EVENT') == 'sandbox-missing']


def test_mail_is_read_by_those_that_are_set_back(lab):
    """Nothing that the unit forbids stands in their way."""
    seen, _ = lab
    assert seen['set_back'] == 1, seen['set_back']


def test_the_journal_has_fields_and_names_nobody(lab):
    _, entries = lab
    registered = [e for e in entries if e.get('KLACHTD_EVENT') == 'registered']
    assert len(registered) == 2 and all(e['COMPLAINT'].startswith('K-') and e['DUE'] and e['SOURCE'] and e['MESSAGE_ID'] for e in registered)
    assert any(e.get('UID') and e.get('MAILBOX') == 'klachten' for e in registered)
    text = json.dumps(entries).lower()
    for word in ('marloes', 'dehaan', 'lindelaan', 'tempelman', 'dorpsstraat', 'goirle', '2631187'):
        assert word not in text


def test_reload_restart_and_a_bad_configuration(lab):
    seen, _ = lab
    assert seen['reload'] == 0 and seen['reload_bad'] != 0 and seen['after_bad_reload'] == 'active'
    assert seen['restarted'] and seen['as_nobody'] != 0
    assert seen['bad_config'] == ['failed', '2', '0']


def test_the_folders_have_their_modes(lab):
    files = lab[0]['files']
    assert files['scans'] == '0o2770' and files['register.db'] in ('0o640', '0o600')
    assert {files[f] for f in ('scans/archive', 'scans/failed', 'scans/work')} <= {'0o750', '0o2750'}


def test_the_units_exposure(tmp_path):
    unit = tmp_path / 'klachtd.service'
    text = (ROOT / 'systemd' / 'klachtd.service.in').read_text()
    unit.write_text(text.replace('@SBINDIR@', '/usr/sbin').replace('@BINDIR@', '/usr/bin'))
    r = subprocess.run(['systemd-analyze', 'security', '--offline=yes', '--threshold=15', str(unit)], stdout=subprocess.PIPE, text=True)
    assert r.returncode == 0, r.stdout[-300:]


def test_every_event_is_in_both_catalogues():
    import re
    ids = re.findall(r'X\((\w+),\s*"[^"]+",\s*LOG_\w+,\s*"([0-9a-f]{32})"\)', (ROOT / 'daemon' / 'journal.h').read_text())
    assert len(ids) > 30 and len({i for _, i in ids}) == len(ids)
    for name, mark in (('klachtd.catalog', ''), ('klachtd.nl.catalog', ' nl')):
        catalogue = (ROOT / 'systemd' / name).read_text()
        for event, i in ids:
            assert '-- %s%s\nSubject: ' % (i, mark) in catalogue, event
        assert catalogue.count('\n-- ') == len(ids)
