import os
import sys

import pytest

sys.path.insert(0, os.path.dirname(__file__))
import channel  # noqa: E402
import daemon  # noqa: E402
import dovecot  # noqa: E402
import privacy  # noqa: E402

SANITIZED = str(daemon.BUILD).endswith('/san')


def pytest_configure(config):
    config.addinivalue_line('markers', 'release: about the tree or the installation; once, with the release build')
    config.addinivalue_line('markers', 'slow: the same code many times over: volume, not another path; with the release build only')


def pytest_collection_modifyitems(config, items):
    if not SANITIZED:
        return
    left_out = [i for i in items if i.get_closest_marker('release') or i.get_closest_marker('slow')]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [i for i in items if i not in left_out]


@pytest.fixture(autouse=True)
def the_journal_names_no_citizen(monkeypatch):
    """In no test may a line of klachtd hold what stood in a mail of that test, debug lines included."""
    mails, daemons = [], []
    deliver, init = dovecot.Dovecot.deliver, daemon.Daemon.__init__

    def delivered(self, mail, *args, **kwargs):
        mails.append(mail)
        return deliver(self, mail, *args, **kwargs)

    def made(self, *args, **kwargs):
        init(self, *args, **kwargs)
        daemons.append(self)

    monkeypatch.setattr(dovecot.Dovecot, 'deliver', delivered)
    monkeypatch.setattr(daemon.Daemon, '__init__', made)
    monkeypatch.setenv('KLACHTD_DEBUG', '1')
    yield
    for k in daemons:
        assert not privacy.leaks(k.log(), mails[:200])


@pytest.fixture(scope='session')
def certificates(tmp_path_factory):
    folder = tmp_path_factory.mktemp('certificates')
    os.chmod(folder, 0o755)
    dovecot.make_certificates(str(folder))
    return folder


@pytest.fixture(scope='session')
def imap_folder():
    """Short path (Dovecot's sockets lie below it) that the mail user may enter."""
    import tempfile
    import shutil
    folder = tempfile.mkdtemp(prefix='klachtd-', dir='/tmp')
    os.chmod(folder, 0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope='session')
def make_dovecot(imap_folder, certificates):
    """make_dovecot(**options of dovecot.Dovecot): started; stopped at the end."""
    servers = []

    def make(**options):
        server = dovecot.Dovecot(os.path.join(imap_folder, 'd%d' % len(servers)), certificates, **options)
        servers.append(server)
        return server.start()

    yield make
    for server in servers:
        server.stop()


@pytest.fixture
def mailbox():
    """mailbox(server, **keys of the start frame): a worker with klachtd's part played by the test."""
    workers = []

    def make(server, password=dovecot.PASSWORD, **keys):
        w = channel.Mailbox(server, password, **keys)
        workers.append(w)
        return w

    yield make
    for w in workers:
        w.close()
        try:
            w.wait(15)
        except TimeoutError:
            w.kill()
            raise
    assert {w.status for w in workers} <= {0, 1, -9}, 'a worker died of something else: a signal, or a sanitizer'
