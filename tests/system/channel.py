"""Plays klachtd to a worker: speaks docs/wire.md over a SOCK_SEQPACKET pair, whose other end is the worker's fd 3."""
import array
import json
import os
import signal
import socket
import time

BUILD = os.path.abspath(os.environ.get('KLACHTD_BUILD', os.path.join(os.path.dirname(__file__), '..', '..', 'build')))


class Closed(Exception):
    pass


class Worker:
    def __init__(self, program):
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        for s in (ours, theirs):
            s.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 19)
        path = os.path.join(BUILD, program)
        env = {k: v for k, v in os.environ.items() if k.endswith('SAN_OPTIONS')}
        env.update(PATH='/usr/bin:/bin', LANG='C.UTF-8', TZ='Europe/Amsterdam')
        self.pid = os.posix_spawn(path, [program], env, file_actions=[(os.POSIX_SPAWN_DUP2, theirs.fileno(), 3)])
        theirs.close()
        self.sock = ours
        self.frames = []
        self.status = None

    def send(self, op, fd=None, **keys):
        data = json.dumps(dict(op=op, **keys)).encode()
        ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array('i', [fd]))] if fd is not None else []
        self.sock.sendmsg([data], ancillary)

    def recv(self, timeout=20):
        """(message, [fds]); Closed when the worker is gone, TimeoutError."""
        self.sock.settimeout(timeout)
        try:
            data, ancillary, flags, _ = self.sock.recvmsg(65536, socket.CMSG_SPACE(16))
        except ConnectionResetError:
            data, ancillary, flags = b'', [], 0
        if not data:
            raise Closed("the worker ended: status %r" % self.wait())
        assert not flags & (socket.MSG_TRUNC | socket.MSG_CTRUNC)
        fds = []
        for level, kind, content in ancillary:
            got = array.array('i')
            got.frombytes(content)
            fds += list(got)
        message = json.loads(data)
        self.frames.append(message)
        return message, fds

    def wait(self, timeout=10):
        """Exit status: >= 0 the code, < 0 the signal."""
        if self.status is None:
            end = time.time() + timeout
            while time.time() < end:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                if pid:
                    self.status = os.waitstatus_to_exitcode(status)
                    break
                time.sleep(0.005)
            else:
                raise TimeoutError('the worker does not end')
        return self.status

    def kill(self, how=signal.SIGKILL):
        if self.status is None:
            os.kill(self.pid, how)
            self.wait()

    def close(self):
        self.sock.close()

    def rss_kib(self, what='VmHWM'):
        for line in open('/proc/%d/status' % self.pid):
            if line.startswith(what):
                return int(line.split()[1])


class Mailbox(Worker):
    """A klachtd that files whatever it gets. answer: 'filed', 'later', or None (say nothing yet); may be a function of the message."""

    def __init__(self, server, password, user='klachten', **start):
        super().__init__('klachtd-mailbox')
        self.password = password
        self.known = set()
        self.answer = 'filed'
        self.keep = True
        self.items, self.out, self.acknowledged = [], {}, []
        self.states, self.asked_secret, self.most_out, self.most_out_bytes = [], 0, 0, 0
        self.keys = dict(name='klachten', host='127.0.0.1', port=server.tls_port, security='tls', ca_file=server.ca, user=user, auth='password',
                         folder='INBOX', processed_folder='Verwerkt', poll_interval_us=60_000_000, window=16, window_bytes=16 << 20,
                         max_document_bytes=64 << 20, once=False)
        self.keys.update(start)
        self.send('start', **self.keys)

    def secret(self):
        self.asked_secret += 1
        if self.password is None:
            self.send('secret', error='credential klachtd_mailbox.klachten.password is not there')
            return
        fd = os.memfd_create('secret')
        os.write(fd, self.password.encode() + b'\n')
        os.lseek(fd, 0, os.SEEK_SET)
        self.send('secret', fd)
        os.close(fd)

    def done(self, message, fate='filed'):
        self.out.pop(message['uid'], None)
        if fate == 'filed':
            self.known.add((message['uidvalidity'], message['uid']))
        self.send('done', uidvalidity=message['uidvalidity'], uid=message['uid'], fate=fate)

    def _item(self, m, fds):
        data = b''
        if self.keep:
            size = os.fstat(fds[0]).st_size
            data = os.pread(fds[0], min(size, 1 << 20), 0)
            m['_size'] = size
        for fd in fds:
            os.close(fd)
        m['_data'] = data
        m['_time'] = time.time()
        self.items.append(m)
        self.out[m['uid']] = m['bytes']
        self.most_out = max(self.most_out, len(self.out))
        self.most_out_bytes = max(self.most_out_bytes, sum(self.out.values()))
        fate = self.answer(m) if callable(self.answer) else self.answer
        if fate:
            self.done(m, fate)

    def step(self, timeout=20):
        m, fds = self.recv(timeout)
        op = m['op']
        if op == 'secret?':
            self.secret()
        elif op == 'known?':
            assert len(m['uids']) <= 500
            self.send('known', uidvalidity=m['uidvalidity'], uids=[u for u in m['uids'] if (m['uidvalidity'], u) in self.known])
        elif op in ('item', 'too-large'):
            self._item(m, fds)
        elif op == 'acknowledged':
            self.acknowledged.append(m)
        elif op == 'state':
            self.states.append(m)
        return m

    def until(self, condition, timeout=20):
        """Goes on until condition(self) or, for a text, a frame with this op."""
        end = time.time() + timeout
        while True:
            if callable(condition) and condition(self):
                return None
            left = end - time.time()
            if left <= 0:
                raise TimeoutError('not in time; last frames: %r' % [{k: v for k, v in f.items() if k != '_data'} for f in self.frames[-5:]])
            try:
                m = self.step(left)
            except (TimeoutError, socket.timeout):
                continue
            if m['op'] == condition:
                return m

    def state(self, name, timeout=20):
        m = self.until(lambda w: any(s['state'] == name for s in w.states), timeout)
        return m or [s for s in self.states if s['state'] == name][-1]

    def end(self):
        """The order to stop: the channel is closed. Returns the exit status."""
        self.close()
        return self.wait()
