"""An SMTP server that notes when it accepted each message."""
import socket
import threading
import time


class Sink(threading.Thread):
    """Notes when the final dot of each message was accepted."""

    def __init__(self):
        super().__init__(daemon=True)
        self.listener = socket.create_server(('127.0.0.1', 0))
        self.port, self.times, self.there = self.listener.getsockname()[1], [], threading.Condition()
        self.start()

    def run(self):
        while True:
            c, _ = self.listener.accept()
            threading.Thread(target=self.talk, args=(c,), daemon=True).start()

    def talk(self, c):
        f = c.makefile('rb')
        c.sendall(b'220 sink\r\n')
        data = False
        for line in f:
            if data:
                if line == b'.\r\n':
                    c.sendall(b'250 ok\r\n')
                    with self.there:
                        self.times.append(time.monotonic())
                        self.there.notify_all()
                    data = False
                continue
            verb = line[:4].upper()
            data = verb == b'DATA'
            c.sendall(b'354 go\r\n' if data else b'250-sink\r\n250 8BITMIME\r\n' if verb == b'EHLO' else b'221 bye\r\n' if verb == b'QUIT' else b'250 ok\r\n')
            if verb == b'QUIT':
                break
        c.close()

    def wait(self, n, seconds=30):
        with self.there:
            assert self.there.wait_for(lambda: len(self.times) >= n, seconds), 'no receipt'
            return self.times[n - 1]
