"""The outbox while things cross each other: reports that are quicker than the mail server's reply, registers that know less than a report, a person's verbs."""
import sqlite3
import time
import threading

import daemon
import ports
import smtp_peers
from test_daemon import bounce_of, complaint, dump, imap, make, sent, sink  # noqa: F401 (fixtures)
from test_operators import bundles

PLAIN = ('Kerkstraat', '5038 AB')


def without_address(mail):
    return b'\r\n'.join(line for line in mail.split(b'\r\n') if not any(w.encode() in line for w in PLAIN))


def states(k):
    return [r['receipt']['state'] for r in k.complaints()]


def read_report(message_id):
    """A read report (RFC 8098) about a receipt of ours."""
    return bounce_of(message_id).replace(b'Action: failed', b'Action: delivered').replace(b'5.1.1', b'2.0.0')


def gated():
    """A mail server that replies to the first message when it is told to."""
    gate = threading.Event()

    def reply(c):
        gate.wait(60)
        c.sendall(b'250 ok\r\n')
    server = smtp_peers.Script([smtp_peers.GREETING, smtp_peers.EHLO, *smtp_peers.TRANSACTION, ('.', reply),
                                *smtp_peers.TRANSACTION, ('.', b'250 ok\r\n')])
    return server, gate


def crossing(imap, make, mail, report):
    """A report about the receipt on its way, while another waits; -> klachtd and how that ended."""
    server, gate = gated()
    k = make(imap=imap, smtp=server.port).start()
    imap.deliver(mail)
    daemon.wait_for(lambda: server.messages, what='the first receipt')
    imap.deliver(complaint(sender='piet@voorbeeld.example', name='Piet Smit'))
    k.wait_complaints(2)
    imap.deliver(report(k.complaints()[0]['receipt']['message_id']))
    daemon.wait_for(lambda: states(k)[0] != 'sending', what='the report; ' + k.log())
    gate.set()
    daemon.wait_for(lambda: states(k)[1] == 'sent', what=lambda: 'the second receipt: %s; %s' % (states(k), k.log()[-2000:]))
    got = states(k)[0]
    assert k.ctl('status').returncode == 0 and k.stop() == 0 and len(server.messages) == 2
    server.close()
    return got


def test_a_bounce_may_come_before_the_reply_to_its_receipt(imap, make):
    assert crossing(imap, make, without_address(complaint()), bounce_of) == 'bounced'


def test_a_report_may_come_before_the_reply_to_its_receipt(imap, make):
    assert crossing(imap, make, complaint(), read_report) == 'delivered'


def test_a_bounce_before_the_reply_is_printed_all_the_same(imap, make):
    assert crossing(imap, make, complaint(), bounce_of) == 'to-print'


def test_a_report_is_believed_where_a_restored_register_says_queued(imap, sink, dump, make):
    k = make(imap=imap, smtp=sink).start()
    imap.deliver(complaint())
    row, = k.wait_receipts(1)
    k.stop()
    with sqlite3.connect(k.state / 'register.db') as db:        # as the backup of a moment before
        db.execute("UPDATE outbox SET state = 'queued', sent_us = NULL, attempts = 0, message = NULL")
    k.sections['receipt']['send'] = 'no'
    k.write_config()
    k.start()
    imap.deliver(read_report(row['receipt']['message_id']))
    k.wait_receipts(1, 'delivered')
    k.stop()
    k.sections['receipt']['send'] = 'yes'
    k.write_config()
    assert k.once() == 0 and states(k) == ['delivered'] and len(sent(dump)) == 1


def test_a_bounced_receipt_is_a_persons_to_release_or_drop(imap, sink, dump, make):
    k = make(imap=imap, smtp=sink).start()
    imap.deliver(without_address(complaint()))
    row, = k.wait_receipts(1)
    imap.deliver(bounce_of(row['receipt']['message_id']))
    k.wait_receipts(1, 'bounced')
    k.ctl('receipts', 'release', row['number'])
    k.wait_receipts(1)
    assert len(sent(dump)) == 2 and len({m['Message-ID'] for m in sent(dump)}) == 1
    imap.deliver(bounce_of(row['receipt']['message_id']))
    k.wait_receipts(1, 'bounced')
    k.ctl('receipts', 'suppress', row['number'])
    assert states(k) == ['suppressed'] and row['number'] not in k.ctl('receipts').stdout


def test_a_quick_server_is_given_the_next_ahead_and_each_goes_once(imap, sink, dump, make):
    k = make(imap=imap, smtp=sink, overrides={'receipt': {'send': 'no', 'max_per_sender_per_day': 100, 'max_per_hour': 1000}})
    for i in range(40):
        imap.deliver(complaint(sender='k%d@voorbeeld.example' % i))
    assert k.once() == 0
    k.sections['receipt']['send'] = 'yes'
    k.write_config()
    assert k.once() == 0
    assert states(k) == ['sent'] * 40
    assert sorted(m['To'].split('<')[1] for m in sent(dump)) == sorted('k%d@voorbeeld.example>' % i for i in range(40))
    with sqlite3.connect(k.state / 'register.db') as db:
        again, = db.execute('SELECT count(*) FROM outbox WHERE attempts <> 1').fetchone()
    assert again == 0


def test_late_receipts_are_held_when_sending_is_switched_on_and_not_by_a_restart(imap, sink, dump, make):
    port = ports.free_port()
    k = make(imap=imap, smtp=port).start()
    imap.deliver(complaint())
    daemon.wait_for(lambda: 'mail server for receipts' in k.log(), what='the fault')
    k.stop()

    def older():
        with sqlite3.connect(k.state / 'register.db') as db:
            db.execute('UPDATE outbox SET acknowledge_due_us = acknowledge_due_us - 6 * 86400000000, next_try_us = 0')
    older()
    k.sections['smtp']['port'] = sink
    k.write_config()
    k.start()
    k.wait_receipts(1)                              # late, but on its way
    k.stop()
    k.sections['receipt']['send'] = 'no'
    k.write_config()
    imap.deliver(complaint(sender='piet@voorbeeld.example'))
    assert k.once() == 0
    older()
    k.sections['receipt']['send'] = 'yes'
    k.write_config()
    assert k.once() == 0 and states(k) == ['sent', 'held'] and len(sent(dump)) == 1


def test_the_breaker_closes_when_the_hour_is_over(imap, sink, make):
    k = make(imap=imap, smtp=sink, overrides={'receipt': {'max_per_hour': 2}}).start()
    for i in range(4):
        imap.deliver(complaint(sender='k%d@voorbeeld.example' % i))
    k.wait_receipts(2, 'held')
    k.wait_receipts(2)
    with sqlite3.connect(k.state / 'register.db', timeout=10) as db:
        db.execute('UPDATE outbox SET created_us = created_us - 2 * 3600000000')
    time.sleep(1.2)                                 # as long as klachtd's tally of the hour serves
    for i in range(2):
        imap.deliver(complaint(sender='l%d@voorbeeld.example' % i))
    k.wait_receipts(4)
    assert k.log().count('over 2 receipts within an hour') == 1
    assert k.log().count('fewer than 2 receipts within the last hour: receipts are queued again') == 1


def test_a_letter_leaves_the_bundle_when_its_mail_arrived_after_all(imap, sink, make):
    k = make(imap=imap, smtp=sink).start()
    imap.deliver(complaint())
    row, = k.wait_receipts(1)
    imap.deliver(bounce_of(row['receipt']['message_id']))
    daemon.wait_for(lambda: bundles(k), what='the bundle')
    imap.deliver(read_report(row['receipt']['message_id']))
    k.wait_receipts(1, 'delivered')
    daemon.wait_for(lambda: not bundles(k), what=lambda: 'the bundle to go: ' + k.log()[-1000:])
