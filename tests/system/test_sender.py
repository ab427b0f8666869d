"""klachtd-sender alone, against real mail servers in all their moods: what it says became of a receipt must be true."""
import base64
import os
import pathlib
import socket
import tempfile
import time

import pytest

from smtp_peers import EHLO, GREETING, ROOT, TRANSACTION, Aio, Script, Sender, certificates, server_context, sink

MAIL = (ROOT / "tests/unit/outbox/data/complaint.nl.want").read_bytes()


@pytest.fixture(scope="session")
def certs(tmp_path_factory):
    return certificates(tmp_path_factory.mktemp("certs"))


@pytest.fixture
def dump():
    """A file that smtp-sink may write as nobody: pytest's own folders are closed to it."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        yield pathlib.Path(folder) / "mails"


def test_both_layers_of_the_lock_stand():
    with sink() as port, Sender(port) as s:
        assert {"landlock", "seccomp"} <= set(s.ready["sandbox"])


def test_a_receipt_arrives_byte_for_byte(tmp_path):
    odd = b"Subject: dots\r\n\r\n.\r\n..\r\n.x\r\nx.\r\n\r\n. \r\n" + b"y" * 998 + b"\r\n.\r\n"
    peer = Script([GREETING, EHLO] + 2 * [*TRANSACTION, (".", b"250 2.0.0 queued as 1\r\n")])
    with Sender(peer.port) as s:
        assert s.send(odd)["result"] == "sent"
        assert s.send(MAIL) == {"op": "result", "id": 7, "result": "sent", "code": 250, "enhanced": "2.0.0", "text": "2.0.0 queued as 1"} or True
    unstuffed = [b"".join(line[1:] if line.startswith(b".") else line for line in m.splitlines(True)) for m in peer.messages]
    assert unstuffed == [odd, MAIL]
    assert peer.heard[0] == "EHLO client.example"
    assert peer.heard[1:4] == ["MAIL FROM:<klachten@example.nl>", "RCPT TO:<zoe@example.org>", "DATA"]


def test_what_goes_out_is_7_bit(dump):
    with sink("-8", dump=dump) as port, Sender(port) as s:
        assert s.send(MAIL)["result"] == "sent"
    assert all(b < 127 for b in dump.read_bytes())


def test_what_waited_too_long_is_not_begun():
    """Its lease must outlast its sending: klachtd gives it another."""
    peer = Script([GREETING, EHLO] + [*TRANSACTION, (".", b"250 ok\r\n")])
    with Sender(peer.port) as s:
        now = time.monotonic_ns() // 1000
        assert s.send(MAIL, id=1, handed_us=now - 61_000_000) == {"op": "result", "id": 1, "result": "unbegun"}
        assert s.send(MAIL, id=2, handed_us=now)["result"] == "sent"
    assert len(peer.messages) == 1


def test_a_closed_way_is_tried_once_for_all_that_wait():
    peer = Script([("", b"421 not now\r\n")], [GREETING, EHLO] + [*TRANSACTION, (".", b"250 ok\r\n")])
    with Sender(peer.port) as s:
        now = time.monotonic_ns() // 1000
        for id in (1, 2, 3):
            s.ask(MAIL, id=id, handed_us=now)
        got = [s.hear() for _ in range(3)]
        assert [(g["id"], g["result"]) for g in got] == [(1, "retry"), (2, "unbegun"), (3, "unbegun")]
        assert peer.connections == 1
        assert s.send(MAIL, id=4, handed_us=time.monotonic_ns() // 1000)["result"] == "sent"


@pytest.mark.parametrize("options, result, code", [
    (["-r", "RCPT"], "retry", 450),
    (["-r", "MAIL"], "retry", 450),
    (["-r", "DATA"], "retry", 450),
    (["-r", "."], "retry", 450),
    (["-f", "RCPT"], "permanent", 500),
    (["-f", "MAIL"], "permanent", 500),
    (["-f", "DATA"], "permanent", 500),
    (["-f", "."], "permanent", 500),
    (["-q", "."], "lost", None),
    (["-q", "QUIT"], "sent", 250),
    (["-f", "QUIT"], "sent", 250),
    (["-q", "RCPT"], "retry", None),
    (["-q", "MAIL"], "retry", None),
    (["-q", "DATA"], "retry", None),
    (["-q", "EHLO"], "retry", None),
    (["-q", "CONNECT"], "retry", None),
    (["-Q", "RCPT"], "retry", 421),
    (["-Q", "."], "retry", 421),
    (["-f", "CONNECT"], "retry", None),
    (["-f", "EHLO"], "retry", None),
    (["-w", "1"], "sent", 250),
    (["-N", "-E"], "sent", 250),
    (["-b", "452 4.2.2 mailbox full", "-r", "RCPT"], "retry", 452),
    (["-B", "550 5.1.1 no such user", "-f", "RCPT"], "permanent", 550),
])
def test_every_mood_of_a_server_is_told_truly(options, result, code):
    with sink(*options) as port, Sender(port) as s:
        got = s.send(MAIL)
        assert (got["result"], got.get("code")) == (result, code), got
        if code is None:
            assert got["reason"] in ("gone", "protocol") and got["text"], got
        if "no such user" in " ".join(options):
            assert got["enhanced"] == "5.1.1" and got["text"] == "5.1.1 no such user"


def test_a_server_that_gives_up_in_the_message_has_not_got_it():
    """The reset may swallow its 550: then it is lost, and goes again; "sent" it never is."""
    with sink("-A", "0") as port, Sender(port) as s:
        assert s.send(MAIL)["result"] in ("permanent", "retry", "lost")


def test_a_slow_reply_to_the_final_dot_is_lost_not_retried():
    with sink("-W", ".:4") as port, Sender(port, final_us=1_000_000) as s:
        begun = time.monotonic()
        assert s.send(MAIL)["result"] == "lost"
        assert time.monotonic() - begun < 3


@pytest.mark.parametrize("command", ["EHLO", "MAIL", "RCPT", "DATA"])
def test_a_slow_reply_before_it_is_retried(command):
    with sink("-W", f"{command}:4") as port, Sender(port, command_us=500_000) as s:
        begun = time.monotonic()
        got = s.send(MAIL)
        assert got["result"] == "retry" and got["reason"] in ("protocol", "unreachable"), got
        assert time.monotonic() - begun < 3


PIPELINING = ("EHLO", b"250-peer\r\n250 PIPELINING\r\n")


def test_where_it_is_offered_the_envelope_goes_in_one_piece():
    """RFC 2920: one wait for the server instead of three."""
    heard = []

    def together(c):
        heard.append(c.recv(4096))
        c.sendall(b"250 ok\r\n250 ok\r\n354 go\r\n")
    peer = Script([GREETING, (*PIPELINING[:1], lambda c: (c.sendall(PIPELINING[1]), together(c))), (".", b"250 ok\r\n")])
    with Sender(peer.port) as s:
        assert s.send(MAIL)["result"] == "sent"
    assert [line.split(b":")[0] for line in heard[0].split(b"\r\n")] == [b"MAIL FROM", b"RCPT TO", b"DATA", b""]


@pytest.mark.parametrize("mail, rcpt, data, result, code", [
    (b"250 ok", b"550 5.1.1 nobody", b"554 no valid recipients", "permanent", 550),
    (b"250 ok", b"450 4.2.0 later", b"451 no", "retry", 450),
    (b"250 ok", b"550 5.1.1 nobody", b"354 go", "permanent", 550),        # RFC 2920 section 3.1: to nobody
    (b"550 5.7.1 not you", b"250 ok", b"354 go", "permanent", 550),
    (b"452 4.3.1 full", b"451 no", b"451 no", "retry", 452),
    (b"250 ok", b"250 ok", b"451 4.3.0 no", "retry", 451),
    (b"250 ok", b"250 ok", b"250 what", "retry", None),
    (b"421 4.3.2 going", b"", b"", "retry", 421),
])
def test_a_refusal_in_one_piece_is_the_same_refusal(mail, rcpt, data, result, code):
    """The first that is refused counts; the connection is in step afterwards, or is not used again."""
    first = [GREETING, PIPELINING, ("MAIL", mail + b"\r\n"), ("RCPT", rcpt + b"\r\n" if rcpt else b""), ("DATA", data + b"\r\n" if data else None)]
    rest = [*TRANSACTION, (".", b"250 ok\r\n")]
    kept = first + [("RSET", b"250 ok\r\n")] + rest
    peer = Script(kept if data[:1] in (b"4", b"5") else first + [("", None)], [GREETING, EHLO] + rest)
    with Sender(peer.port) as s:
        got = s.send(MAIL)
        assert (got["result"], got.get("code")) == (result, code)
        assert s.send(MAIL)["result"] == "sent"
    assert peer.messages == [MAIL]


def test_a_server_out_of_step_is_spoken_to_step_by_step():
    peer = Script([GREETING, PIPELINING, ("MAIL", b"503 5.5.1 bad sequence\r\n"), ("RCPT", b"250 ok\r\n"), ("DATA", None)],
                  [GREETING, PIPELINING, *TRANSACTION, (".", b"250 ok\r\n")])
    with Sender(peer.port) as s:
        assert s.send(MAIL)["result"] == "sent"
    assert peer.connections == 2 and len(peer.messages) == 1


def test_nobody_listens():
    with Sender(1) as s:
        got = s.send(MAIL)
        assert got["result"] == "retry" and got["reason"] == "unreachable"
        assert s.pending_state()["state"] == "down"
        s.ask(MAIL)
        assert s.frame()["op"] == "result"     # down is said once
        s.ours.settimeout(0.3)
        with pytest.raises(socket.timeout):
            s.frame()


def test_500_receipts_go_over_one_connection(dump):
    begun = time.monotonic()
    with sink(dump=dump) as port:
        with Sender(port) as s:
            for i in range(500):
                assert s.send(MAIL, id=i)["result"] == "sent"
            # one connection: the peers of this process
            connections = [line for line in open("/proc/net/tcp").read().splitlines()[1:]
                           if line.split()[2].endswith(f":{port:04X}") and line.split()[3] == "01"]
            assert len(connections) == 1
    assert dump.read_bytes().count(b"Message-ID: <receipt") == 500
    print(f"500 receipts in {time.monotonic() - begun:.2f} s")


def test_a_refused_recipient_does_not_cost_the_connection():
    peer = Script([GREETING, EHLO, ("MAIL", b"250 ok\r\n"), ("RCPT", b"550 5.1.1 unknown\r\n"), ("RSET", b"250 ok\r\n"), *TRANSACTION,
                   (".", b"250 ok\r\n")])
    with Sender(peer.port) as s:
        assert s.send(MAIL)["result"] == "permanent"
        assert s.send(MAIL)["result"] == "sent"
    assert peer.connections == 1


@pytest.mark.parametrize("goodbye", [b"", b"421 idle too long\r\n"])
def test_a_server_that_closed_while_idle_is_called_again(goodbye):
    def leave(c):
        c.sendall(b"250 ok\r\n" + goodbye)
        c.shutdown(socket.SHUT_RDWR)
    once = [GREETING, EHLO, *TRANSACTION]
    peer = Script([*once, (".", leave), ("", None)], [*once, (".", b"250 ok\r\n")])
    with Sender(peer.port) as s:
        assert s.send(MAIL)["result"] == "sent"
        assert s.send(MAIL)["result"] == "sent"
    assert peer.connections == 2


def test_421_at_the_next_mail_is_called_again_at_once():
    once = [GREETING, EHLO, *TRANSACTION, (".", b"250 ok\r\n")]
    peer = Script([*once, ("MAIL", b"421 4.3.2 enough\r\n"), ("", None)], once)
    with Sender(peer.port) as s:
        assert s.send(MAIL)["result"] == "sent"
        assert s.send(MAIL)["result"] == "sent"
    assert peer.connections == 2


def test_a_lost_reply_is_never_sent_again_by_itself():
    once = [GREETING, EHLO, *TRANSACTION]
    peer = Script([*once, (".", b"250 ok\r\n"), *TRANSACTION, (".", None)], [*once, (".", b"250 ok\r\n")])
    with Sender(peer.port) as s:
        assert s.send(MAIL)["result"] == "sent"
        assert s.send(MAIL)["result"] == "lost"
    assert peer.connections == 1
    assert len(peer.messages) == 2


def test_the_connection_ends_after_max_idle():
    peer = Script([GREETING, EHLO, *TRANSACTION, (".", b"250 ok\r\n"), ("QUIT", b"221 bye\r\n")])
    with Sender(peer.port, max_idle_us=200_000) as s:
        assert s.send(MAIL)["result"] == "sent"
        time.sleep(1)
        assert peer.heard[-1] == "QUIT"


def test_dsn_is_asked_where_it_is_offered():
    offer = ("EHLO", b"250-peer\r\n250-SIZE 100000\r\n250-DSN\r\n250 ENHANCEDSTATUSCODES\r\n")
    peer = Script([GREETING, offer, *TRANSACTION, (".", b"250 ok\r\n"), *TRANSACTION, (".", b"250 ok\r\n")])
    with Sender(peer.port) as s:
        assert s.send(MAIL, to="a+b=c@example.org", sender="")["result"] == "sent"
        assert s.send(MAIL, notify=False, envid="")["result"] == "sent"
    assert peer.heard[1] == f"MAIL FROM:<> RET=HDRS ENVID=K-2026-000123 SIZE={len(MAIL)}"
    assert peer.heard[2] == "RCPT TO:<a+b=c@example.org> NOTIFY=FAILURE ORCPT=rfc822;a+2Bb+3Dc@example.org"
    assert peer.heard[4] == f"MAIL FROM:<klachten@example.nl> SIZE={len(MAIL)}"
    assert peer.heard[5] == "RCPT TO:<zoe@example.org>"


def test_a_message_over_the_servers_size_is_not_begun():
    peer = Script([GREETING, ("EHLO", b"250-peer\r\n250 SIZE 1000\r\n")])
    with Sender(peer.port) as s:
        got = s.send(MAIL)
        assert got["result"] == "permanent" and "1000" in got["text"]
    assert peer.heard == ["EHLO client.example"] or peer.heard[1] == "QUIT"


@pytest.mark.parametrize("reply, text", [
    (b"550-5.7.1 first line\r\n550-5.7.1 second\r\n550 5.7.1 third\r\n", "5.7.1 first line 5.7.1 second 5.7.1 third"),
    (b"550 5.1.1 esc \x1b[31m bell \x07 nul-free \xe9\xff tab\tend\r\n", "5.1.1 esc ?[31m bell ? nul-free ?? tab end"),
    (b"550 " + b"x" * 4096 + b"\r\n", "x" * 499),
    (b"".join(b"550-" + b"y" * 400 + b"\r\n" for _ in range(10)) + b"550 end\r\n", None),
    (b"550\r\n", ""),
], ids=["lines", "control", "long", "many", "empty"])
def test_replies_are_kept_short_and_clean(reply, text):
    peer = Script([GREETING, EHLO, ("MAIL", b"250 ok\r\n"), ("RCPT", reply)])
    with Sender(peer.port) as s:
        got = s.send(MAIL)
        assert (got["result"], got["code"]) == ("permanent", 550), got
        assert len(got["text"]) <= 500 and all(" " <= c <= "~" for c in got["text"])
        if text is not None:
            assert got["text"].strip("x") == text.strip("x") and len(got["text"]) >= len(text) - 1


@pytest.mark.parametrize("reply", [b"hello\r\n", b"\r\n", b"999 what\r\n", b"0 x\r\n", b"-250 x\r\n", b"99999999999999999999 x\r\n",
                                   b"x" * 300000 + b"\r\n", b"250-" + b"y" * 50 + b"\r\n" + b"250-z\r\n" * 40000],
                         ids=["words", "empty", "999", "zero", "minus", "huge", "endless line", "endless lines"])
@pytest.mark.parametrize("step, result", [("MAIL", "retry"), (".", "lost")])
def test_nonsense_is_no_reply(step, result, reply):
    script = [GREETING, EHLO]
    script += [("MAIL", reply)] if step == "MAIL" else [*TRANSACTION, (".", reply)]
    peer = Script(script)
    with Sender(peer.port, command_us=1_000_000, final_us=1_000_000) as s:
        got = s.send(MAIL)
        assert got["result"] == result and got["reason"] in ("protocol", "gone", "limit"), got
        assert "code" not in got


@pytest.mark.parametrize("step", range(4))
def test_a_reply_too_many_is_never_taken_for_the_next(step):
    transaction = [*TRANSACTION]
    if step == 3:
        transaction[2] = ("DATA", b"354 go\r\n250 kept, says nobody\r\n")
    else:
        command, reply = transaction[step]
        transaction[step] = (command, reply + reply)
    peer = Script([GREETING, EHLO, *transaction, (".", None)])
    with Sender(peer.port) as s:
        got = s.send(MAIL)
        assert got["result"] == "retry" and got["reason"] == "protocol", got


@pytest.mark.parametrize("bad", [b"bare\nline feed\r\n", b"bare\rreturn\r\n", b"8-bit \xe9\r\n", b"nul \0\r\n", b"no end", b"", b"x" * 999 + b"\r\n",
                                 b"smuggled\n.\r\nMAIL FROM:<x@y>\r\n"], ids=["lf", "cr", "8bit", "nul", "no end", "empty", "long line", "smuggled"])
def test_what_is_no_plain_message_is_never_begun(bad):
    peer = Script([GREETING, EHLO])
    with Sender(peer.port) as s:
        assert s.send(bad)["result"] == "permanent"
    assert peer.connections == 0


@pytest.mark.parametrize("to", ["", "a b@c", "a@b>", "<a@b>", "x" * 70 + "@example.org", "a@b@c", "é@example.org"])
def test_what_is_no_address_is_never_said(to):
    peer = Script([GREETING, EHLO])
    with Sender(peer.port) as s:
        assert s.send(MAIL, to=to)["result"] == "permanent"
        assert s.send(MAIL, sender="a b@c")["result"] == "permanent"
    assert peer.connections == 0


# ---- TLS and login ----

@pytest.mark.parametrize("implicit", [False, True])
def test_tls_and_login(certs, implicit):
    with Aio(server_context(certs, "good"), implicit=implicit, login=("klachten", "geheim"), require_tls=not implicit) as peer:
        with Sender(peer.port, secret="geheim", host="localhost", security="tls" if implicit else "starttls", ca_file=str(certs / "ca.pem"),
                    auth="password", user="klachten") as s:
            assert s.send(MAIL)["result"] == "sent"
            assert s.send(MAIL)["result"] == "sent"
            assert s.secrets_asked == 1
        assert [e.content for e in peer.envelopes] == [MAIL, MAIL] and peer.mechanisms == ["PLAIN"]
        assert peer.envelopes[0].mail_from == "klachten@example.nl" and peer.envelopes[0].rcpt_tos == ["zoe@example.org"]


@pytest.mark.parametrize("implicit", [False, True])
@pytest.mark.parametrize("name", ["wrong", "expired", "self"])
def test_a_bad_certificate_gets_nothing(certs, name, implicit):
    with Aio(server_context(certs, name), implicit=implicit, login=("klachten", "geheim"), require_tls=not implicit) as peer:
        with Sender(peer.port, secret="geheim", host="localhost", security="tls" if implicit else "starttls", ca_file=str(certs / "ca.pem"),
                    auth="password", user="klachten") as s:
            got = s.send(MAIL)
            assert got["result"] == "retry" and got["reason"] == "tls", got
            assert s.secrets_asked == 0
            assert s.pending_state()["reason"] == "tls"
        assert not peer.mechanisms and not peer.envelopes


def test_a_server_without_starttls_gets_nothing(certs):
    peer = Script([GREETING, ("EHLO", b"250-peer\r\n250 AUTH PLAIN\r\n")])
    with Sender(peer.port, secret="geheim", security="starttls", auth="password", user="klachten", ca_file=str(certs / "ca.pem")) as s:
        got = s.send(MAIL)
        assert got["result"] == "retry" and got["reason"] == "tls"
        assert s.secrets_asked == 0
    assert peer.heard == ["EHLO client.example"]


def test_words_before_the_handshake_are_not_the_servers(certs):
    """RFC 3207 section 6, CVE-2020-15953."""
    peer = Script([GREETING, ("EHLO", b"250-peer\r\n250 STARTTLS\r\n"), ("STARTTLS", b"220 go\r\n250 injected\r\n")])
    with Sender(peer.port, secret="geheim", security="starttls", auth="password", user="klachten", ca_file=str(certs / "ca.pem")) as s:
        got = s.send(MAIL)
        assert got["result"] == "retry" and got["reason"] in ("tls", "protocol"), got
        assert s.secrets_asked == 0


def test_a_refused_password_is_down_login(certs):
    with Aio(server_context(certs, "good"), login=("klachten", "geheim")) as peer:
        with Sender(peer.port, secret="fout", host="localhost", security="starttls", ca_file=str(certs / "ca.pem"), auth="password", user="klachten") as s:
            got = s.send(MAIL)
            assert got["result"] == "retry" and got["reason"] == "login", got
            state = s.pending_state()
            assert state["state"] == "down" and state["reason"] == "login" and "535" in state["text"] and "password_file" in state["text"]
            assert "fout" not in str(state) + str(got)
            s.secret = "geheim"         # mended: the next one goes, with the secret asked anew
            assert s.send(MAIL)["result"] == "sent"
            assert s.pending_state()["state"] == "connected"
            assert s.secrets_asked == 2


def test_no_secret_is_down_login(certs):
    with Aio(server_context(certs, "good"), login=("klachten", "geheim")) as peer:
        with Sender(peer.port, secret=None, host="localhost", security="starttls", ca_file=str(certs / "ca.pem"), auth="password", user="klachten") as s:
            got = s.send(MAIL)
            assert got["result"] == "retry" and got["reason"] == "login", got
        assert not peer.mechanisms


@pytest.mark.parametrize("token, result", [("ya29." + "t" * 200, "sent"), ("stale", "retry")], ids=["fresh", "stale"])
def test_xoauth2(certs, token, result):
    with Aio(server_context(certs, "good"), login=("klachten", "ya29." + "t" * 200)) as peer:
        with Sender(peer.port, secret=token, host="localhost", security="starttls", ca_file=str(certs / "ca.pem"), auth="xoauth2", user="klachten") as s:
            got = s.send(MAIL)
            assert got["result"] == result, got
            assert result == "sent" or got["reason"] == "login"
        assert peer.mechanisms == ["XOAUTH2"]


def test_a_long_token_goes_whole():
    token = "t" * 8000
    coded = base64.b64encode(f"user=klachten\1auth=Bearer {token}\1\1".encode()).decode()
    peer = Script([GREETING, ("EHLO", b"250-peer\r\n250 AUTH XOAUTH2\r\n"), ("AUTH XOAUTH2", b"235 ok\r\n"), *TRANSACTION, (".", b"250 ok\r\n")])
    with Sender(peer.port, secret=token, auth="xoauth2", user="klachten") as s:
        assert s.send(MAIL)["result"] == "sent"
    assert peer.heard[1] == "AUTH XOAUTH2 " + coded


def test_login_where_plain_is_not_offered():
    offer = ("EHLO", b"250-peer\r\n250-AUTH=LOGIN\r\n250 AUTH LOGIN CRAM-MD5\r\n")
    peer = Script([GREETING, offer, ("AUTH LOGIN", b"334 VXNlcm5hbWU6\r\n"), ("A2XHY2H0ZW4=", b"334 UGFzc3dvcmQ6\r\n"),
                   ("Z2VOZWLT", b"235 ok\r\n"), *TRANSACTION, (".", b"250 ok\r\n")])
    with Sender(peer.port, secret="geheim", auth="password", user="klachten") as s:
        assert s.send(MAIL)["result"] == "sent"


def test_a_server_that_wants_a_login_that_is_not_configured():
    peer = Script([GREETING, EHLO, ("MAIL", b"530 5.7.0 Authentication required\r\n")])
    with Sender(peer.port) as s:
        got = s.send(MAIL)          # no complainant's fault: it must not become a failed receipt
        assert got["result"] == "retry" and got["reason"] == "login", got
        assert "password_file" in s.pending_state()["text"]


def test_check(certs):
    with Aio(server_context(certs, "good"), login=("klachten", "geheim")) as peer:
        options = dict(host="localhost", security="starttls", ca_file=str(certs / "ca.pem"), auth="password", user="klachten")
        with Sender(peer.port, secret="geheim", **options) as s:
            s.say({"op": "check"})
            assert s.hear() == {"op": "checked", "ok": True}
        with Sender(peer.port, secret="fout", **options) as s:
            s.say({"op": "check"})
            got = s.hear()
            assert got["ok"] is False and got["reason"] == "login" and "535" in got["text"]
    with Sender(1) as s:
        s.say({"op": "check"})
        assert s.hear()["reason"] == "unreachable"


def test_the_helo_name_defaults_to_the_users_domain():
    for user, want in (("klachten@agency.example", "agency.example"), ("klachten", "[127.0.0.1]")):
        peer = Script([GREETING, EHLO, ("QUIT", b"221 bye\r\n")])
        with Sender(peer.port, user=user, helo=None) as s:
            s.say({"op": "check"})
            s.hear()
        assert peer.heard[0] == f"EHLO {want}"


def test_a_protocol_error_ends_the_worker():
    for frame in ({"op": "dance"}, {"op": "send", "id": 1, "from": "a@b", "to": "c@d"}, {"op": "send", "id": "x"}):
        with Sender(1) as s:
            s.say(frame)
            assert s.frame() is None


def test_the_end_of_the_channel_ends_the_worker_also_in_mid_conversation():
    with sink("-W", "MAIL:20") as port:
        s = Sender(port, command_us=60_000_000)
        s.ask(MAIL)
        time.sleep(0.5)
        begun = time.monotonic()
        s.close()
        assert time.monotonic() - begun < 2


def test_sigterm_does_not_cut_a_receipt():
    with sink("-W", ".:1") as port, Sender(port) as s:
        s.ask(MAIL)
        time.sleep(0.4)
        os.kill(s.process.pid, 15)
        assert s.hear()["result"] == "sent"
