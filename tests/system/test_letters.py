"""Scanned letters read as the daemon reads them: letters per file, fields and silent errors may not get worse.

The letters are tests/letters/set (made by tests/letters/generate.py, which makes more); with ../shared present its development set as well.
A wrong value without a review entry that names its field or the whole letter is the failure that counts.
"""
import json, os, subprocess, unicodedata

import pytest

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.environ.get('KLACHTD_BUILD', os.path.join(TOP, 'build'))
SHARED = os.environ.get('KLACHTD_SHARED', os.path.join(os.path.dirname(TOP), 'shared'))
CTL = os.path.join(BUILD, 'klachtctl')
SET = os.path.join(TOP, 'tests', 'letters', 'set')
DEVSET = os.path.join(SHARED, 'devset', 'letters')
pytestmark = pytest.mark.skipif(not all(os.access(os.path.join(BUILD, p), os.X_OK) for p in ('klachtctl', 'klachtd-letter-reader', 'klachtd-render')),
                                reason='klachtctl or klachtd-letter-reader is not built')
ADDRESS = ('street', 'house_number', 'postcode', 'city')
FIELDS = ('name', 'phone', 'email') + ADDRESS + ('on_behalf_of', 'dossier_numbers')
FLOORS = {'dossier_numbers': 0.97, 'name': 0.93, 'postcode': 0.93, 'address': 0.88, 'phone': 0.93}


def fold(s):
    return None if s is None else ' '.join(unicodedata.normalize('NFC', s).replace('\u2019', "'").split()).casefold()


def read(*paths):
    """All in one run, two at a time: -> {file: its records}"""
    r = subprocess.run([CTL, 'read', '--json', *paths], capture_output=True, timeout=900)
    assert r.returncode == 0, r.stderr.decode(errors='replace')[-2000:]
    assert b'Sanitizer' not in r.stderr, r.stderr.decode(errors='replace')[-3000:]
    found = {os.path.basename(p): [] for p in paths}
    for line in r.stdout.decode().splitlines():
        record = json.loads(line)
        found[record['file']].append(record)
    return found


def values(record):
    address = record['sender']['address'] or {}
    v = {f: fold(record['sender'][f]) for f in ('name', 'phone', 'email')}
    v.update({f: fold(address.get(f)) for f in ADDRESS})
    v.update(on_behalf_of=fold(record['on_behalf_of']), dossier_numbers=sorted(record['dossier_numbers']))
    return v


def wanted(truth):
    """-> {field: list of accepted values}"""
    address, also = truth['sender']['address'] or {}, truth.get('also_accepted', {})
    w = {f: [truth['sender'][f]] + also.get(f, []) for f in ('name', 'phone', 'email')}
    w.update({f: [address.get(f)] + [a.get(f) for a in also.get('address', [])] for f in ADDRESS})
    w['on_behalf_of'] = [truth['on_behalf_of']] + also.get('on_behalf_of', [])
    w = {f: [fold(x) for x in v] for f, v in w.items()}
    w['dossier_numbers'] = [sorted(truth['dossier_numbers'])]
    return w


def flagged(record, field):
    return any(r['field'] is None or field in r['field'] or (field in ADDRESS and 'address' in r['field']) for r in record['review'])


def score(truth_file, folder):
    files, right, n, silent, in_review, hand = {}, {}, 0, [], 0, []
    with open(truth_file, encoding='utf-8') as f:
        for line in f:
            t = json.loads(line)
            if 'dir' not in t:
                files.setdefault(t['file'], []).append(t)
    read_ones = read(*(os.path.join(folder, name) for name in files))
    for name, truths in files.items():
        records = read_ones[name]
        assert len(records) == len(truths), '%s holds %d letters, %d were read' % (name, len(truths), len(records))
        for t, r in zip(truths, records):
            got, want = values(r), wanted(t)
            if t['readable']:
                n += 1
                in_review += bool(r['review'])
                for f in FIELDS:
                    right[f] = right.get(f, 0) + (got[f] in want[f])
                right['address'] = right.get('address', 0) + all(got[f] in want[f] for f in ADDRESS)
            elif not r['review']:
                hand.append(name)
            silent += ['%s %s: %r, not %r' % (name, f, got[f], want[f][0]) for f in FIELDS
                       if got[f] not in want[f] and got[f] not in (None, []) and not flagged(r, f)]
    return {f: k / n for f, k in right.items()}, silent, in_review / n, hand, n


def check(result, most_silent):
    share, silent, in_review, hand, n = result
    print('%d letters: %s; in review %.0f %%; silent %s' % (n, ' '.join('%s %.2f' % x for x in sorted(share.items())), 100 * in_review, silent))
    assert not hand, 'handwriting that nobody is asked to look at'
    assert len(silent) <= most_silent, silent
    low = {f: share[f] for f, floor in FLOORS.items() if share[f] < floor}
    assert not low, low
    assert in_review <= 0.35


@pytest.mark.slow
def test_our_letters():
    check(score(os.path.join(SET, 'truth.jsonl'), SET), 1)


@pytest.mark.slow
@pytest.mark.skipif(not os.path.isdir(DEVSET), reason='no ../shared/devset')
def test_development_set():
    check(score(os.path.join(DEVSET, 'truth.jsonl'), os.path.join(DEVSET, 'files')), 1)


@pytest.mark.skipif(not os.path.isdir(DEVSET), reason='no ../shared/devset')
@pytest.mark.parametrize('name', sorted(os.listdir(os.path.join(DEVSET, 'hostile'))) if os.path.isdir(DEVSET) else [])
def test_hostile_files_become_a_record(name):
    records = read(os.path.join(DEVSET, 'hostile', name))[name]
    assert len(records) == 1
    if name != 'hx10-jpeg.tif':
        assert records[0]['kind'] == 'unreadable' and records[0]['review']
        assert values(records[0])['dossier_numbers'] == [] and records[0]['sender']['name'] is None
