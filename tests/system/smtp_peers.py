"""SMTP peers for the tests: smtp-sink, aiosmtpd with TLS and AUTH, a peer that follows a script; certificates; klachtd-sender on a socketpair."""
import array
import contextlib
import json
import os
import pathlib
import shutil
import socket
import ssl
import subprocess
import threading
import time

from ports import free_port

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("KLACHTD_BUILD", ROOT / "build")).resolve()
SMTP_SINK = shutil.which("smtp-sink") or "/usr/sbin/smtp-sink"


def wait_port(port, process=None, seconds=10):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        assert process is None or process.poll() is None, "the peer has ended"
        time.sleep(0.02)
    raise AssertionError(f"nothing listens on port {port}")


@contextlib.contextmanager
def sink(*options, dump=None):
    """Postfix's smtp-sink on a port of its own; dump: a file that gets every message."""
    port = free_port()
    command = [SMTP_SINK, *options]
    if os.getuid() == 0:
        command += ["-u", "nobody"]
    if dump:
        command += ["-D", str(dump)]
    process = subprocess.Popen([*command, f"127.0.0.1:{port}", "64"], stderr=subprocess.DEVNULL)
    try:
        wait_port(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(10)


class Script(threading.Thread):
    """A server that says what it is told: steps are (command it must hear, bytes to answer); None as an answer hangs up.
    The message of DATA is read to its end as the step ".". Connections are taken one after the other, each begins at the first step of its script."""

    def __init__(self, *scripts):
        super().__init__(daemon=True)
        self.scripts = scripts
        self.heard = []
        self.messages = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.connections = 0
        self.start()

    def run(self):
        for script in self.scripts:
            try:
                c, _ = self.listener.accept()
            except OSError:
                return
            self.connections += 1
            with c, contextlib.suppress(OSError):
                self.converse(c, script)
        self.listener.close()

    def converse(self, c, script):
        f = c.makefile("rb")
        for want, answer in script:
            if want == ".":
                lines = []
                while True:
                    line = f.readline()
                    if not line:
                        return
                    if line == b".\r\n":
                        break
                    lines.append(line)
                self.messages.append(b"".join(lines))
            elif want:
                line = f.readline().decode("latin-1").rstrip("\r\n")
                self.heard.append(line)
                if not line.upper().startswith(want):
                    c.sendall(b"503 bad sequence\r\n")
                    return
            if answer is None:
                c.shutdown(socket.SHUT_RDWR)
                return
            if callable(answer):
                answer(c)
            else:
                c.sendall(answer)
        while f.readline():
            pass

    def close(self):
        self.listener.close()


GREETING = ("", b"220 peer ESMTP\r\n")
EHLO = ("EHLO", b"250 peer\r\n")
TRANSACTION = [("MAIL", b"250 ok\r\n"), ("RCPT", b"250 ok\r\n"), ("DATA", b"354 go\r\n")]


def certificates(folder):
    """A CA, and certificates for localhost: good, wrong (another name), expired, self (signed by itself)."""
    folder.mkdir(parents=True, exist_ok=True)

    def run(*args):
        subprocess.run(["openssl", *args], cwd=folder, check=True, capture_output=True)

    run("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=Test CA")
    (folder / "ca.cnf").write_text(
        "[ca]\ndefault_ca=a\n[a]\ndatabase=index.txt\nnew_certs_dir=.\ncertificate=ca.pem\nprivate_key=ca.key\n"
        "default_md=sha256\npolicy=p\nrand_serial=yes\ncopy_extensions=copy\nunique_subject=no\n[p]\ncommonName=supplied\n")
    (folder / "index.txt").write_text("")
    for name, host, start, end in (("good", "localhost", None, None), ("wrong", "other.example", None, None),
                                   ("expired", "localhost", "20200101000000Z", "20200102000000Z")):
        run("req", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={host}",
            "-addext", f"subjectAltName=DNS:{host}")
        dates = ["-startdate", start, "-enddate", end] if start else ["-days", "2"]
        run("ca", "-batch", "-config", "ca.cnf", "-in", f"{name}.csr", "-out", f"{name}.pem", *dates)
    run("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "self.key", "-out", "self.pem", "-days", "2", "-subj", "/CN=localhost",
        "-addext", "subjectAltName=DNS:localhost")
    return folder


def server_context(folder, name):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / f"{name}.pem", folder / f"{name}.key")
    return context


class Aio:
    """aiosmtpd: keeps envelopes; knows one user and one token."""

    def __init__(self, context=None, implicit=False, login=None, require_tls=True, limit=None):
        from aiosmtpd.controller import Controller
        from aiosmtpd.smtp import SMTP, AuthResult
        self.envelopes = []
        self.mechanisms = []
        outer = self

        class Handler:
            async def handle_DATA(self, server, session, envelope):
                outer.envelopes.append(envelope)
                return "250 2.0.0 kept"

            async def auth_XOAUTH2(self, server, args):
                import base64
                ok = base64.b64decode(args[1]) == b"user=%s\1auth=Bearer %s\1\1" % tuple(x.encode() for x in login)
                outer.mechanisms.append("XOAUTH2")
                if ok:
                    return AuthResult(success=True)
                await server.push("334 eyJzdGF0dXMiOiI0MDEifQ==")
                await server._reader.readline()
                return AuthResult(success=False, handled=False)

        def authenticator(server, session, envelope, mechanism, data):
            outer.mechanisms.append(mechanism)
            return AuthResult(success=(data.login.decode(), data.password.decode()) == login, handled=False)

        kwargs = {"hostname": "localhost", "ident": "peer", "data_size_limit": limit}
        if login:
            kwargs.update(authenticator=authenticator, auth_required=True, auth_require_tls=require_tls)
        if context and not implicit:
            kwargs.update(tls_context=context, require_starttls=True)

        class Plain(Controller):
            def factory(self):
                return SMTP(self.handler, **kwargs)

        self.controller = Plain(Handler(), hostname="127.0.0.1", port=free_port(), ssl_context=context if implicit else None)

    def __enter__(self):
        self.controller.start()
        self.port = self.controller.port
        return self

    def __exit__(self, *_):
        self.controller.stop()


class Sender:
    """klachtd-sender with its channel in our hands."""

    def __init__(self, port, secret=None, program="klachtd-sender", start=None, **options):
        self.ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.secret = secret
        self.secrets_asked = 0
        self.states = []

        n = theirs.fileno()     # the shell puts it on fd 3: in this process that number may be anybody's
        self.process = subprocess.Popen(["/bin/bash", "-c", f'exec "$0" 3<&{n} {n}<&-' if n != 3 else 'exec "$0"', str(BUILD / program)],
                                        pass_fds=(n,))
        theirs.close()
        self.ours.settimeout(30)
        self.say({"op": "start", "host": "127.0.0.1", "port": port, "security": "none", "auth": "none", "user": "", "helo": "client.example",
                  "max_idle_us": 60_000_000, "command_us": 5_000_000, "final_us": 5_000_000, **options} if start is None else start)
        self.ready = self.hear()
        assert self.ready["op"] == "ready"

    def say(self, frame, *fds):
        ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", fds))] if fds else []
        self.ours.sendmsg([json.dumps(frame).encode()], ancillary)

    def frame(self):
        data = self.ours.recv(70000)
        return json.loads(data) if data else None

    def hear(self):
        """The next frame that is neither a question for the secret nor a state."""
        while True:
            frame = self.frame()
            if frame and frame["op"] == "secret?":
                self.secrets_asked += 1
                if self.secret is None:
                    self.say({"op": "secret", "text": "no credential"})
                else:
                    r, w = os.pipe()
                    os.write(w, self.secret.encode() + b"\n")
                    os.close(w)
                    self.say({"op": "secret"}, r)
                    os.close(r)
            elif frame and frame["op"] == "state":
                self.states.append(frame)
            else:
                return frame

    def ask(self, message, to="zoe@example.org", sender="klachten@example.nl", id=7, **more):
        fd = os.memfd_create("message", os.MFD_ALLOW_SEALING | os.MFD_CLOEXEC)
        os.write(fd, message)
        import fcntl
        fcntl.fcntl(fd, 1033, 15)        # F_ADD_SEALS: seal, shrink, grow, write
        self.say({"op": "send", "id": id, "from": sender, "to": to, "envid": "K-2026-000123", "notify": True, **more}, fd)
        os.close(fd)

    def send(self, message, **more):
        self.ask(message, **more)
        result = self.hear()
        assert result["op"] == "result" and result["id"] == more.get("id", 7), result
        return result

    def pending_state(self, seconds=2):
        """The state frame that follows a result."""
        self.ours.settimeout(seconds)
        try:
            frame = self.frame()
        finally:
            self.ours.settimeout(30)
        assert frame["op"] == "state", frame
        self.states.append(frame)
        return frame

    def close(self):
        self.ours.close()
        try:
            code = self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        assert code == 0, code

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind:
            self.ours.close()
            self.process.kill()
            self.process.wait()
        else:
            self.close()
