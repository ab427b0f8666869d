"""Ports for the servers of the tests: never the same one twice, among all test processes that run at once.

A port that the kernel picks and we let go again can be picked a second time before its server listens. So a port is claimed first, by a name that dies with this
process (an abstract Unix socket), and lies below the range from which the kernel gives out ports of its own accord.
"""
import contextlib
import random
import socket

_FIRST, _END = 10000, 30000
_claims = []


def _claimed(port):
    claim = socket.socket(socket.AF_UNIX)
    try:
        claim.bind('\0klachtd-test-port-%d' % port)
    except OSError:
        claim.close()
        return False
    _claims.append(claim)
    return True


def _idle(port):
    with contextlib.suppress(OSError), socket.socket() as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        s.bind(('', port))
        return True
    return False


def free_port():
    for port in random.sample(range(_FIRST, _END), 1000):
        if _claimed(port) and _idle(port):
            return port
    raise RuntimeError('no free port between %d and %d' % (_FIRST, _END))
