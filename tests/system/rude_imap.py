"""An IMAP server that does what Dovecot never would. A script is a function of one connection (Peer); it ends when the function returns."""
import re
import socket
import ssl
import threading
import time
import warnings

CAPABILITY = 'IMAP4rev1 AUTH=PLAIN UIDPLUS MOVE IDLE NAMESPACE'


class Peer:
    def __init__(self, sock, server):
        self.sock, self.server, self.buffer = sock, server, b''

    def say(self, data):
        self.sock.sendall(data.encode() if isinstance(data, str) else data)

    def line(self):
        while b'\n' not in self.buffer:
            got = self.sock.recv(65536)
            if not got:
                raise EOFError
            self.buffer += got
        line, _, self.buffer = self.buffer.partition(b'\n')
        self.server.heard.append(line.rstrip(b'\r').decode(errors='replace'))
        return self.server.heard[-1]

    def command(self):
        """(tag, rest in upper case)"""
        tag, _, rest = self.line().partition(' ')
        return tag, rest.upper()

    def drip(self, data, every):
        for b in data:
            self.say(bytes([b]))
            time.sleep(every)

    def wait(self):
        """Until the client hangs up, saying nothing."""
        self.sock.settimeout(60)
        while self.sock.recv(65536):
            pass

    def start_tls(self, context):
        self.sock = context.wrap_socket(self.sock, server_side=True)
        self.buffer = b''

    # ---- a well-behaved session, whose answers a script may replace ----

    def greet(self):
        self.say('* OK ready\r\n')

    def serve(self, replies=None, mails=None):
        """replies: [(regular expression of the command, answer or function(peer, tag, command))]; the first that matches is taken.
        mails: {uid: bytes}, handed out by the usual commands."""
        mails = {} if mails is None else mails
        while True:
            tag, command = self.command()
            if tag.upper() == 'DONE':	# the end of IDLE
                self.say(self.idle_tag + ' OK done\r\n')
                continue
            for pattern, answer in replies or []:
                if re.match(pattern, command):
                    if callable(answer):
                        if answer(self, tag, command) == 'end':
                            return
                    else:
                        self.say(answer.replace('TAG', tag))
                    break
            else:
                if self.usual(tag, command, mails) == 'end':
                    return

    def usual(self, tag, command, mails):
        if command.startswith('CAPABILITY'):
            self.say('* CAPABILITY %s\r\n%s OK done\r\n' % (CAPABILITY, tag))
        elif command.startswith('AUTHENTICATE'):
            self.say('+ \r\n')
            self.line()
            self.say('%s OK in\r\n' % tag)
        elif command.startswith('NAMESPACE'):
            self.say('* NAMESPACE (("" "/")) NIL NIL\r\n%s OK done\r\n' % tag)
        elif command.startswith('SELECT'):
            self.say('* %d EXISTS\r\n* FLAGS (\\Seen)\r\n* OK [PERMANENTFLAGS (\\Seen \\*)] x\r\n* OK [UIDVALIDITY 7] x\r\n%s OK [READ-WRITE] in\r\n'
                     % (len(mails), tag))
        elif command.startswith('LIST'):
            self.say('* LIST () "/" Verwerkt\r\n%s OK done\r\n' % tag)
        elif command.startswith('UID SEARCH'):
            self.say('* SEARCH %s\r\n%s OK done\r\n' % (' '.join(str(u) for u in mails), tag))
        elif command.startswith('UID FETCH') and 'RFC822.SIZE' in command:
            for n, u in enumerate(mails):
                self.say('* %d FETCH (UID %d RFC822.SIZE %d INTERNALDATE "02-Nov-2026 09:15:00 +0100")\r\n' % (n + 1, u, len(mails[u])))
            self.say('%s OK done\r\n' % tag)
        elif command.startswith('UID FETCH'):
            for n, u in enumerate(mails):
                if self.asked(command, u):
                    self.say(b'* %d FETCH (UID %d BODY[] {%d}\r\n%s)\r\n' % (n + 1, u, len(mails[u]), mails[u]))
            self.say('%s OK done\r\n' % tag)
        elif command.startswith('UID MOVE'):
            for u in [u for u in mails if self.asked(command, u)]:
                self.say('* %d EXPUNGE\r\n' % (list(mails).index(u) + 1))
                del mails[u]
            self.say('%s OK done\r\n' % tag)
        elif command.startswith('IDLE'):
            self.idle_tag = tag
            self.say('+ idling\r\n')
        elif command.startswith('LOGOUT'):
            self.say('* BYE\r\n%s OK done\r\n' % tag)
            return 'end'
        else:
            self.say('%s OK done\r\n' % tag)

    @staticmethod
    def asked(command, uid):
        for item in command.split()[2].split(','):
            first, _, last = item.partition(':')
            if int(first) <= uid <= int(last or first):
                return True
        return False


class Rude:
    """with Rude(script) as server: listens on server.port; every connection runs script(peer). tls: an ssl context, for TLS at once."""

    def __init__(self, script, tls=None, ca=''):
        self.script, self.tls, self.ca = script, tls, ca
        self.heard, self.connections, self.open = [], 0, []
        self.listener = socket.create_server(('127.0.0.1', 0))
        self.port = self.tls_port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                sock, _ = self.listener.accept()
            except OSError:
                return
            self.connections += 1
            self.open.append(sock)
            threading.Thread(target=self._run, args=(sock,), daemon=True).start()

    def _run(self, sock):
        try:
            if self.tls:
                sock = self.tls.wrap_socket(sock, server_side=True)
            self.script(Peer(sock, self))
        except (OSError, EOFError, ValueError):
            pass
        finally:
            try:
                sock.close()
            except OSError:
                pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.listener.close()
        for s in self.open:
            try:
                s.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


def server_context(certificates, name='good', old=False):
    c = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    c.load_cert_chain('%s/%s.pem' % (certificates, name), '%s/%s.key' % (certificates, name))
    if old:
        c.set_ciphers('ALL:@SECLEVEL=0')
        with warnings.catch_warnings():
            warnings.simplefilter('ignore', DeprecationWarning)
            c.minimum_version, c.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    return c
