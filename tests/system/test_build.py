"""What make makes: hardened programs, an installation that finds its own parts, workers that say what they are when a person starts them."""
import os
import re
import shutil
import subprocess

import pytest

import daemon

ROOT, BUILD = daemon.ROOT, daemon.BUILD
PROGRAMS = ('klachtd', 'klachtctl', 'klachtd-mailbox', 'klachtd-sender', 'klachtd-printer', 'klachtd-reader', 'klachtd-charset-reader', 'klachtd-letter-reader',
            'klachtd-render')
WORKERS = PROGRAMS[2:]

pytestmark = pytest.mark.xdist_group('installed')     # one installation for all
release = pytest.mark.release


def readelf(program, *options):
    return subprocess.run(['readelf', '-W', *options, str(program)], stdout=subprocess.PIPE, text=True, check=True, env={**os.environ, 'LC_ALL': 'C'}).stdout


@release
@pytest.mark.parametrize('name', PROGRAMS)
def test_every_program_is_hardened(name):
    program = BUILD / name
    segments, dynamic, symbols = readelf(program, '-l'), readelf(program, '-d'), readelf(program, '-s')        # in a static program they are no dynamic ones
    assert 'DYN (Position-Independent Executable' in readelf(program, '-h') and 'PIE' in dynamic
    assert 'GNU_RELRO' in segments and 'BIND_NOW' in dynamic, 'not full RELRO'
    assert re.search(r'GNU_STACK .* RW +0x', segments), 'the stack may be executed'
    assert not re.search(r'LOAD .* (RWE|WE) ', segments), 'a segment is both written and executed'
    assert 'RPATH' not in dynamic and 'RUNPATH' not in dynamic
    assert '__stack_chk_fail' in symbols, 'no stack protector'
    assert '__fprintf_chk' in symbols or '__snprintf_chk' in symbols, 'not fortified'


@release
def test_the_supervisor_links_no_network_and_no_foreign_formats():
    linked = readelf(BUILD / 'klachtd', '-d')
    for library in ('libgnutls', 'libetpan', 'libtesseract', 'liblept', 'libzbar', 'libpango'):
        assert library not in linked, library


@release
def test_the_mail_reader_is_one_piece_for_large_pages():
    segments = readelf(BUILD / 'klachtd-reader', '-l')
    assert 'NEEDED' not in readelf(BUILD / 'klachtd-reader', '-d') and 'INTERP' not in segments
    assert len(re.findall(r'LOAD .* 0x200000$', segments, re.M)) == 4


@pytest.mark.parametrize('name', WORKERS)
def test_a_worker_started_by_hand_says_what_it_is(name):
    for options, status in (([], 2), (['--help'], 0)):
        r = subprocess.run([str(BUILD / name), *options], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=20)
        assert r.returncode == status, r
        said = r.stdout if status == 0 else r.stderr
        assert name in said and said.count('\n') == 1


@pytest.mark.parametrize('name', PROGRAMS[:2])
def test_programs_for_people_know_help_version_and_nonsense(name):
    def run(*options):
        return subprocess.run([str(BUILD / name), *options], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=20)
    r = run('--help')
    assert r.returncode == 0 and r.stdout.startswith(name) and not r.stderr
    r = run('--version')
    assert r.returncode == 0 and re.match(name + r' \d+\.\d+\.\d+\n$', r.stdout)
    r = run('--nonsense')
    assert r.returncode == 2 and r.stderr and not r.stdout


@pytest.fixture(scope='module')
def installed(tmp_path_factory):
    """make install DESTDIR=... PREFIX=/usr -> the folder."""
    folder = tmp_path_factory.mktemp('installed')
    subprocess.run(['make', '-s', 'install', 'DESTDIR=%s' % folder, 'PREFIX=/usr', 'B=%s' % os.path.relpath(BUILD, ROOT)], cwd=ROOT, check=True,
                   stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    return folder


def layout(folder):
    return {str(p.relative_to(folder)) for p in folder.rglob('*') if p.is_file()}


@release
def test_install_puts_everything_in_its_place(installed):
    there = layout(installed)
    wanted = {'usr/sbin/klachtd', 'usr/bin/klachtctl', 'usr/lib/systemd/system/klachtd.service', 'usr/lib/sysusers.d/klachtd.conf',
              'usr/lib/tmpfiles.d/klachtd.conf', 'usr/lib/systemd/catalog/klachtd.catalog', 'usr/lib/systemd/catalog/klachtd.nl.catalog',
              'etc/klachtd/klachtd.conf', 'usr/share/doc/klachtd/klachtd.conf.example'}
    wanted |= {'usr/libexec/klachtd/' + w for w in WORKERS}
    wanted |= {'usr/share/man/man%s/%s' % (p.suffix[1:], p.name) for p in (ROOT / 'man').iterdir()}
    wanted |= {'usr/share/klachtd/templates/' + p.name for p in (ROOT / 'templates').iterdir()}
    assert there == wanted
    assert (installed / 'etc/klachtd/klachtd.conf').stat().st_mode & 0o777 == 0o644     # it holds no secret, and klachtd is not root
    for path in there:
        assert not (installed / path).stat().st_mode & 0o022, path
    unit = (installed / 'usr/lib/systemd/system/klachtd.service').read_text()
    assert 'ExecStart=/usr/sbin/klachtd' in unit and 'ExecReload=/usr/bin/klachtctl reload' in unit and '@' not in re.sub(r'#.*|@\w+', '', unit)


@release
def test_install_again_leaves_the_configuration_alone(installed):
    conf = installed / 'etc/klachtd/klachtd.conf'
    before = conf.read_text()
    conf.write_text('[klachtd]\norganisation = Wij\n')
    try:
        subprocess.run(['make', '-s', 'install', 'DESTDIR=%s' % installed, 'PREFIX=/usr'], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        assert conf.read_text() == '[klachtd]\norganisation = Wij\n'
    finally:
        conf.write_text(before)


@release
def test_the_installation_finds_its_own_parts(installed, tmp_path):
    """Moved to another place, so that nothing of the build tree or of the prefix can help it."""
    moved = tmp_path / 'elsewhere'
    shutil.copytree(installed / 'usr', moved)
    r = subprocess.run([str(moved / 'bin/klachtctl'), 'read', '--json', str(ROOT / 'demo/mail/01-outlook.eml')], stdout=subprocess.PIPE, text=True, cwd='/', timeout=60)
    assert r.returncode == 0 and '"dossier_numbers":["2631187"]' in r.stdout
    (tmp_path / 'scans').mkdir()
    conf = tmp_path / 'klachtd.conf'
    conf.write_text('[klachtd]\nstate_directory = %s/state\nruntime_directory = %s/run\n[letterbox post]\ndirectory = %s/scans\nsettle_time = 100ms\n'
                    'settle_time_renamed = 100ms\n[receipt]\nsend = no\n' % ((tmp_path,) * 3))
    shutil.copy(ROOT / 'demo/scans/brief-1.tif', tmp_path / 'scans')
    r = subprocess.run([str(moved / 'sbin/klachtd'), '--config', str(conf), '--once'], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd='/', timeout=120)
    assert r.returncode == 0 and 'K-' in r.stdout, r.stdout
    r = subprocess.run([str(moved / 'bin/klachtctl'), '--config', str(conf), '--json', 'list'], stdout=subprocess.PIPE, text=True, timeout=60)
    assert r.stdout.count('\n') == 1 and '2628845' in r.stdout


@release
def test_every_set_of_phrases_is_built_before_the_reader_forks():
    """phrases_prepare() finds those of its section; one that is not there is built anew in every child."""
    for path in (ROOT / 'parsers').rglob('*.c'):
        for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
            assert line.count('PHRASE_SET(') == line.count('PHRASE_LISTED'), '%s:%d' % (path, number)
