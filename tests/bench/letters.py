"""Part C and F of the bench: what reading a page costs beside tesseract alone; letters through a running daemon, and mail meanwhile."""
import concurrent.futures
import os
import resource
import statistics
import subprocess
import time

import daemon
import dovecot
import measure
import sink

TOP = daemon.ROOT
LETTERS = 200


def children_cpu(run):
    a = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    run()
    b = resource.getrusage(resource.RUSAGE_CHILDREN)
    return b.ru_utime + b.ru_stime - a.ru_utime - a.ru_stime, time.monotonic() - began


def plain_tesseract(path):
    return subprocess.run(['tesseract', str(path), '-', '-l', 'nld', '--psm', '3'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          env={**os.environ, 'OMP_THREAD_LIMIT': '1'})


def prepared(folder):
    """The demo's scans as single pages, upright, 300 dpi, grey."""
    pages = []
    for source in sorted((TOP / 'demo' / 'scans').iterdir()):
        page = folder / (source.name + '.png')
        if source.suffix == '.pdf':
            subprocess.run(['pdftoppm', '-r', '300', '-gray', '-png', '-singlefile', str(source), str(page)[:-4]], check=True)
        else:
            subprocess.run(['convert', str(source), '-deskew', '40%', '+repage', '-colorspace', 'Gray', '-density', '300', '-units', 'PixelsPerInch', str(page)], check=True)
        pages.append(page)
    return pages


def bench_scans(folder, build, rounds):
    many = [str(p) for p in prepared(folder)] * 4

    def klachtctl():
        subprocess.run([str(build / 'klachtctl'), 'read', '--json', *many], stdout=subprocess.DEVNULL, check=True)

    def one_by_one():
        for p in many:
            plain_tesseract(p)

    def two_at_once():
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            list(pool.map(plain_tesseract, many))
    ours, theirs, gain = [], [], []
    for _ in range(rounds):
        cpu, wall = children_cpu(klachtctl)
        ours.append((cpu / len(many), wall))
        cpu, wall1 = children_cpu(one_by_one)
        theirs.append(cpu / len(many))
        gain.append((wall1, children_cpu(two_at_once)[1]))
    cpu, base = statistics.median(c for c, _ in ours), statistics.median(theirs)
    two = statistics.median(a / b for a, b in gain)
    our_two = statistics.median(c * len(many) / w for c, w in ours)
    print('C. scans, %d pages, %d rounds' % (len(many), rounds))
    print('  klachtctl read     %.2f s CPU a page' % cpu)
    print('  tesseract alone    %.2f s CPU a page   ratio %.2f (to reach 1.35, then 1.20)' % (base, cpu / base))
    print('  two at once: readers %.2f x, tesseracts %.2f x   ratio %.2f (to reach 0.95)' % (our_two, two, our_two / two))


# ---- F: letters through the daemon ----

def scans_of(folder, n):
    """n files with different bytes: the same page twice would be seen again, and not read."""
    pages = prepared(folder)
    for i in range(n):
        made = folder / ('drop-%03d.png' % i)
        subprocess.run(['convert', str(pages[i % len(pages)]), '-set', 'comment', 'scan %d' % i, str(made)], check=True)
        yield made


def drop(k, made):
    """As a scanner's server does it: under another name first."""
    hidden = k.scans / ('.' + made.name)
    hidden.write_bytes(made.read_bytes())
    hidden.rename(k.scans / made.name)


def drop_to_register(k, made, n):
    began = time.monotonic()
    drop(k, made)
    daemon.wait_for(lambda: k.log().count(' registered from ') >= n, 60, 'a letter on the register', 0.01)
    return time.monotonic() - began


def confirm(imap, receipts, make_mail, dice, first, n):
    """Seconds from delivery to accepted receipt, one mail at a time."""
    took = []
    for i in range(first, first + n):
        began, before = time.monotonic(), len(receipts.times)
        imap.deliver(make_mail(i, dice))
        took.append(receipts.wait(before + 1, 120) - began)
        time.sleep(0.3)
    return took


def readers_kb(pid):
    return [measure.pss_kb(p) for p in measure.tree(pid) if measure.name_of(p) == 'klachtd-letter-']


def bench_letters(folder, make_mail, dice):
    imap = dovecot.Dovecot(folder / 'imap4', folder / 'certificates').start()
    receipts, settle = sink.Sink(), 2
    k = daemon.Daemon(folder / 'k4', imap=imap, smtp=receipts.port, password=dovecot.PASSWORD,
                      overrides={'letterbox postkamer': {'settle_time': '10s', 'settle_time_renamed': '%ds' % settle}})
    made = list(scans_of(folder, LETTERS + 3))
    k.start()
    try:
        confirm(imap, receipts, make_mail, dice, 0, 3)       # everything is warm
        idle = confirm(imap, receipts, make_mail, dice, 10, 30)
        alone = [drop_to_register(k, m, 33 + i + 1) for i, m in enumerate(made[:3])]
        for m in made[3:]:
            drop(k, m)
        daemon.wait_for(lambda: readers_kb(k.process.pid), 30, 'a letter reader')
        busy, peak = [], 0
        for i in range(30):
            busy += confirm(imap, receipts, make_mail, dice, 100 + i, 1)
            peak = max([peak, *readers_kb(k.process.pid)])
        left = LETTERS + 3 + 63 - k.log().count(' registered from ')
    finally:
        k.stop()
        imap.stop()
    print('F. letters through the daemon')
    print('  drop to register, one page, idle: %.2f s, of which settling %d s (to reach settle + 3 s)' % (statistics.median(alone), settle))
    print('  a letter reader with its child: PSS at most %.0f MB (to reach 150)' % (peak / measure.MB))
    print('  mail confirmed, idle %.0f ms, while %d letters are read (%d were left) %.0f ms: ratio %.2f (to reach 1.5)'
          % (1000 * statistics.median(idle), LETTERS, left, 1000 * statistics.median(busy), statistics.median(busy) / statistics.median(idle)))
