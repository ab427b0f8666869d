"""What if we die here? klachtd ends at its first durable step, at its second, at its third, ... (base/step.h), is started again, and every time: each mail and each
scan is on the register once, has one row in the outbox, and its receipt went out once; or twice, with the same Message-ID, where the register says so.

The state is carried on from one death to the next, so that each run is also the proof that the earlier ones left nothing to be done.
"""
import collections
import os
import re
import sqlite3
import subprocess

import pytest

from test_breaks import STEPS, WITH_STEPS
from test_daemon import complaint, dump, imap, make, sink  # noqa: F401 (fixtures)

SHARDS = 3
DEATH = 77
pytestmark = [WITH_STEPS, pytest.mark.slow]


class Life:
    """One register, mailbox, letterbox and mail server through many deaths."""

    def __init__(self, imap, k, dump):
        self.imap, self.k, self.dump = imap, k, dump
        self.senders, self.scans, self.n = [], [], 0

    def feed(self, mails=3):
        for _ in range(mails):
            self.n += 1
            self.senders.append('k%d@voorbeeld.example' % self.n)
            self.imap.deliver(complaint(sender=self.senders[-1]))
        self.scans.append('scan%d.pdf' % self.n)
        # too large to be read, so that a death costs no reading of pages; dropped as a scanner does, by rename
        hidden = self.k.folder / self.scans[-1]
        hidden.write_bytes(b'%PDF-1.4\n' + b'%08d' % self.n * 20000)
        hidden.rename(self.k.scans / self.scans[-1])

    def run(self, **env):
        with open(self.k.log_path, 'a') as log:
            return subprocess.run(self.k.command('--once'), stderr=log, stdin=subprocess.DEVNULL, timeout=60, env={**os.environ, **env}).returncode

    def rows(self, sql):
        db = sqlite3.connect('file:%s?mode=ro' % (self.k.state / 'register.db'), uri=True)
        try:
            return db.execute(sql).fetchall()
        finally:
            db.close()

    def sent(self):
        ids = [re.search(rb'^Message-ID: *<([^>]+)>', p.read_bytes(), re.I | re.M).group(1).decode() for p in self.dump.iterdir()]
        return collections.Counter(ids)

    def everything(self):
        """What the register holds; no two runs may differ in it."""
        return [self.rows('SELECT * FROM %s ORDER BY 1' % t) for t in ('complaints', 'entries', 'outbox', 'arrivals')]

    def whole(self):
        mails = self.rows("SELECT e.email, count(DISTINCT c.id) FROM complaints c JOIN entries e ON e.complaint = c.id WHERE c.channel = 'email' GROUP BY 1")
        assert sorted(mails) == sorted((s, 1) for s in self.senders)
        letters, = self.rows("SELECT count(*) FROM complaints WHERE channel = 'letter'")[0]
        assert letters == len(self.scans)
        receipts = self.rows('SELECT message_id, state, attempts, recipient FROM outbox WHERE recipient IS NOT NULL')
        assert sorted(r[3] for r in receipts) == sorted(self.senders)
        sent = self.sent()
        assert set(sent) == {r[0].strip('<>') for r in receipts} and {r[1] for r in receipts} <= {'sent'}
        for message_id, _, attempts, _ in receipts:
            copies = sent[message_id.strip('<>')]
            assert copies == 1 or (copies == 2 and attempts > 1), (message_id, copies, attempts)
        assert self.imap.count() == 0 and self.imap.count('Verwerkt') == len(self.senders)
        assert not [p.name for p in self.k.scans.iterdir() if p.is_file()] and not list((self.k.scans / 'work').iterdir())
        assert len(list((self.k.scans / 'failed').iterdir())) == 2 * len(self.scans)
        failed = [p.name for p in (self.k.scans / 'failed').iterdir() if not p.name.endswith('.reason.txt')]
        assert sorted(f.split('_')[-1] for f in failed) == sorted(self.scans)


@pytest.fixture
def life(imap, sink, dump, make):   # noqa: F811
    k = make(imap=imap, smtp=sink, build=STEPS,
             overrides={'reader': {'max_document': '64K'}, 'letterbox postkamer': {'settle_time_renamed': '10ms'}})
    return Life(imap, k, dump)


@pytest.mark.parametrize('shard', range(SHARDS))
def test_dying_at_every_step(life, shard, tmp_path):
    log = tmp_path / 'steps'
    life.feed()
    assert life.run(KLACHTD_STEPS_LOG=str(log)) == 0, life.k.log()[-3000:]
    life.whole()
    names = log.read_text().splitlines()
    assert {'scan claimed', 'offered', 'read', 'submitted', 'before commit', 'after commit', 'filed', 'before done', 'acknowledged', "before the receipt's start",
            'before the hand-over', 'handed over', 'result', 'before the outcome', 'outcome', 'scan leaves', "before the scan's move", 'scan left'} <= set(names)
    deaths = 0
    for n in range(1 + shard, len(names) + 1, SHARDS):
        life.feed()
        died = life.run(KLACHTD_STEP=str(n))
        assert died in (0, DEATH), (n, died, life.k.log()[-2000:])
        deaths += died == DEATH
        assert life.run() == 0, (n, names[n - 1], life.k.log()[-3000:])
        try:
            life.whole()
        except AssertionError as e:
            raise AssertionError('died at step %d (%s): %s\n%s' % (n, names[n - 1], e, life.k.log()[-3000:])) from e
    assert deaths > len(names) / SHARDS * 0.7       # a run may take a step or two less than the first
    before, copies = life.everything(), life.sent()
    assert life.run() == 0
    assert life.everything() == before and life.sent() == copies
    assert life.rows('PRAGMA integrity_check') == [('ok',)]
