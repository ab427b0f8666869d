"""The pages say what the programs do: every configuration key, verb, record key and rule is in its page, and no page names what is gone."""
import json
import os
import re
import shutil
import subprocess

import pytest

import daemon

pytestmark = pytest.mark.release
ROOT, BUILD = daemon.ROOT, daemon.BUILD
MAN = sorted((ROOT / 'man').glob('*.[158]'))
# functions that note a rule, and which of their arguments is its code; the last: why intake lowers a receipt
NOTED = {'record_add_why': 2, 'CERTAIN': 0, 'DOUBT': 0, 'record_add_review': 1, 'fields_review': 1, 'review': 1, 'merge_review': 1, 'add_review': 1,
         'unreadable': 1, 'letter_record_unreadable': 1, 'lower': 2}


def text(name):
    return (ROOT / name).read_text()


def arguments(source, at):
    """The arguments of the call whose "(" stands at `at`, as C text."""
    depth, quoted, begin, found = 0, False, at + 1, []
    for i in range(at, len(source)):
        c = source[i]
        if c == '"' and source[i - 1] != '\\':
            quoted = not quoted
        elif quoted:
            continue
        elif c in '([{':
            depth += 1
        elif c in ')]}':
            depth -= 1
            if depth == 0:
                return found + [source[begin:i].strip()]
        elif c == ',' and depth == 1:
            found.append(source[begin:i].strip())
            begin = i + 1
    return found


def codes():
    """Every code in the source, whichever function notes it."""
    found = set()
    call = re.compile(r'\b(%s)\(' % '|'.join(NOTED))
    for room in ('parsers', 'reader', 'daemon'):
        for path in (ROOT / room).rglob('*.c'):
            source = path.read_text()
            for m in call.finditer(source):
                given = arguments(source, m.end() - 1)
                if len(given) > NOTED[m.group(1)]:
                    argument = re.sub(r'\w+\([^()]*\)', '', given[NOTED[m.group(1)]])
                    found |= set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', argument))
            found |= set(re.findall(r'"code", "([a-z0-9-]+)", "(?:text|field)"', source))
            found |= set(re.findall(r'receipt_why = (?:[^;"]*"send"[^;"]*)?(?:\([a-z *]+\))?"([a-z-]+)"', source))
    found |= set(re.findall(r'\{ "[a-z-]+", "(receipt-[a-z]+)", "', text('register/list.c')))
    return found - {'verdict'}


def test_every_rule_has_its_sentence():
    page = set(re.findall(r'^\| `([a-z0-9-]+)` \|', text('docs/rules.md'), re.M))
    there = codes()
    assert len(there) > 40
    assert not there - page, 'not in docs/rules.md: %s' % sorted(there - page)
    assert not page - there - kinds_and_states(), 'in docs/rules.md, nowhere in the source: %s' % sorted(page - there - kinds_and_states())


def kinds_and_states():
    names = set(re.findall(r'"([a-z-]+)"', text('outbox/policy.c')))
    return names | set(re.findall(r'"([a-z-]+)"', text('parsers/record.c')))


def test_every_state_of_a_receipt_has_its_sentence():
    states = set(re.findall(r'\[OUTBOX_\w+\] = "([a-z-]+)"', text('outbox/policy.c')))
    assert len(states) == 11
    page = text('docs/rules.md')
    assert not [s for s in states if '| `%s` |' % s not in page]


def keys():
    return re.findall(r'\{ "(\w+)", "(\w+)", T_', text('daemon/config_keys.c'))


def test_every_configuration_key_is_in_manual_and_example():
    manual = {}
    for part in text('man/klachtd.conf.5').split('\n.Ss [')[1:]:
        section = re.match(r'[a-z]+', part).group()
        manual[section] = {w for line in re.findall(r'^\.It Cm (.*)$', part, re.M) for w in re.findall(r'\w+', line)}
    example, section = {}, None
    for line in text('systemd/klachtd.conf.example').splitlines():
        head, key = re.match(r'\[([a-z]+)', line), re.match(r'#?([a-z_]+) =', line)
        section = head.group(1) if head else section
        if key:
            example.setdefault(section, set()).add(key.group(1))
    wanted = {}
    for s, k in keys():
        wanted.setdefault(s, set()).add(k)
    assert len(keys()) > 40
    assert manual == wanted
    assert example == wanted


def check_configuration(path):
    return subprocess.run([str(BUILD / 'klachtd'), '--config', str(path), '--check'], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          stdin=subprocess.DEVNULL, timeout=120)


@pytest.mark.parametrize('uncomment', [False, True], ids=['as it is', 'every line uncommented'])
def test_the_example_is_a_good_configuration(tmp_path, uncomment):
    """Nothing of it is at an address that answers: only that it parses is asked."""
    example = text('systemd/klachtd.conf.example')
    if uncomment:
        example = re.sub(r'^#([a-z_]+ =)', r'\1', example, flags=re.M)
    example = re.sub(r'^(host = ).*', r'\g<1>127.0.0.1', example, flags=re.M)
    example = re.sub(r'^#?(port = ).*', r'\g<1>9', example, flags=re.M)     # discard: nobody listens
    example = re.sub(r'^#?(state_directory = ).*', r'\g<1>%s' % (tmp_path / 'state'), example, flags=re.M)
    example = re.sub(r'^#?(runtime_directory = ).*', r'\g<1>%s' % (tmp_path / 'run'), example, flags=re.M)
    conf = tmp_path / 'klachtd.conf'
    conf.write_text(example)
    r = check_configuration(conf)
    assert r.returncode != 2 and 'valid:' not in r.stdout, r.stdout
    conf.write_text(example.replace('[reader]', '[reader]\nworker = 2'))
    r = check_configuration(conf)
    assert r.returncode == 2 and 'unknown key "worker"' in r.stdout, r.stdout


def test_every_verb_is_in_the_manual_and_has_help():
    verbs = re.findall(r'^\t\{ "([a-z-]+)", "', text('ctl/klachtctl.c'), re.M)
    manual = text('man/klachtctl.1')
    assert len(verbs) >= 8
    said = subprocess.run([str(BUILD / 'klachtctl'), '--help'], stdout=subprocess.PIPE, text=True, check=True).stdout
    for verb in verbs:
        assert re.search(r'^\.It Ic %s\b' % verb, manual, re.M), verb
        assert re.search(r'^  %s ' % verb, said, re.M), verb
        r = subprocess.run([str(BUILD / 'klachtctl'), verb, '--help'], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert r.returncode == 0 and r.stdout.startswith('klachtctl ' + verb) and not r.stderr, (verb, r)
    in_manual = set(re.findall(r'^\.It Ic ([a-z-]+)', manual, re.M))
    assert in_manual == set(verbs)


def test_every_option_of_klachtd_is_in_the_manual():
    said = subprocess.run([str(BUILD / 'klachtd'), '--help'], stdout=subprocess.PIPE, text=True, check=True).stdout
    options = set(re.findall(r'--([a-z]+)', said))
    assert {'once', 'check', 'config', 'version'} <= options
    manual = text('man/klachtd.8')
    assert not [o for o in options if 'Fl -' + o not in manual]


def flat(value, keys):
    if isinstance(value, dict):
        for k, v in value.items():
            keys.add(k)
            flat(v, keys)
    elif isinstance(value, list):
        for v in value:
            flat(v, keys)
    return keys


def test_every_key_of_a_record_is_in_its_manual():
    r = subprocess.run([str(BUILD / 'klachtctl'), 'read', '--json', str(ROOT / 'demo/mail/06-bounce.eml'), str(ROOT / 'demo/mail/01-outlook.eml'),
                        str(ROOT / 'demo/scans/brief-1.tif')], stdout=subprocess.PIPE, text=True, timeout=120)
    records = [json.loads(line) for line in r.stdout.splitlines()]
    assert len(records) == 3, r.returncode
    found = set()
    for record in records:
        record['evidence'] = list(record['evidence'].values())      # its keys are names of fields
        flat(record, found)
    assert {'report', 'original_message_id', 'barcodes', 'box'} <= found
    manual = text('man/klachtd-record.5')
    words = set(re.findall(r'[a-z_0-9]+', manual))
    assert not found - words, sorted(found - words)


@pytest.mark.parametrize('page', MAN, ids=lambda p: p.name)
def test_mandoc_has_nothing_to_say(page):
    r = subprocess.run(['mandoc', '-T', 'lint', '-W', 'warning', str(page)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert r.returncode == 0 and not r.stdout, r.stdout


def tracked():
    if not shutil.which('git'):
        pytest.skip('git is not installed')
    r = subprocess.run(['git', 'ls-files', '-z'], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if r.returncode or not r.stdout:
        pytest.skip('not a git checkout')
    return [ROOT / p for p in r.stdout.decode().split('\0') if p]


def test_links_between_the_pages_lead_somewhere():
    for page in [ROOT / 'README.md', *(ROOT / 'docs').glob('*.md')]:
        for target in re.findall(r'\]\(([^)#:]+)\)', page.read_text()):
            assert (page.parent / target).exists(), '%s: %s' % (page.name, target)


def test_no_build_product_is_in_the_tree():
    assert not [p for p in tracked() if p.suffix in ('.o', '.a', '.pyc', '.d') or '/build/' in str(p.relative_to(ROOT))]
    assert os.access(ROOT / 'tests' / 'check', os.X_OK) and os.access(ROOT / '.ci' / 'run', os.X_OK)
