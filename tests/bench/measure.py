"""How much a process tree uses, and how long a command takes: for the bench's parts."""
import os
import subprocess
import threading
import time

MB = 1024


def tree(pid):
    """A process and all below it."""
    found, todo = [], [pid]
    while todo:
        p = todo.pop()
        found.append(p)
        try:
            for t in os.listdir('/proc/%d/task' % p):
                todo += [int(c) for c in open('/proc/%d/task/%s/children' % (p, t)).read().split()]
        except OSError:
            pass
    return found


def name_of(pid):
    try:
        return open('/proc/%d/comm' % pid).read().strip()
    except OSError:
        return ''


def pss_kb(pid):
    total = 0
    for p in tree(pid):
        try:
            for line in open('/proc/%d/smaps_rollup' % p):
                if line.startswith('Pss:'):
                    total += int(line.split()[1])
        except OSError:
            pass
    return total


def cpu_s(pid):
    total = 0
    for p in tree(pid):
        try:
            f = open('/proc/%d/stat' % p).read().rsplit(')', 1)[1].split()
            total += sum(int(x) for x in f[11:15])
        except OSError:
            pass
    return total / os.sysconf('SC_CLK_TCK')


def wakeups(pid):
    total = 0
    for p in tree(pid):
        try:
            for line in open('/proc/%d/status' % p):
                if line.startswith('voluntary_ctxt_switches'):
                    total += int(line.split()[1])
        except OSError:
            pass
    return total


class Peak(threading.Thread):
    """The largest sum of PSS of a process tree while it runs."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.kb, self.over = pid, 0, False
        self.start()

    def run(self):
        while not self.over:
            self.kb = max(self.kb, pss_kb(self.pid))
            time.sleep(1)        # smaps_rollup of a whole tree costs CPU that is then not the tree's

    def stop(self):
        self.over = True
        self.join()
        return self.kb


class Run:
    def __init__(self, seconds, kb, cpu, code):
        self.seconds, self.kb, self.cpu, self.code, self.fetched, self.said = seconds, kb, cpu, code, None, ''


def timed(argv, **options):
    began = time.monotonic()
    p = subprocess.Popen(argv, stdin=subprocess.DEVNULL, **options)
    peak = Peak(p.pid)
    _, status, used = os.wait4(p.pid, 0)        # its own CPU and that of all it waited for
    p.returncode = os.waitstatus_to_exitcode(status)
    return Run(time.monotonic() - began, peak.stop(), used.ru_utime + used.ru_stime, p.returncode)
