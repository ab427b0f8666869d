"""Every golden receipt, read back by somebody else's parser."""
import email
import email.policy
import email.utils
import re
from html.parser import HTMLParser

import pytest

from smtp_peers import ROOT

GOLDEN = sorted((ROOT / "tests/unit/outbox/data").glob("*.??.want"))


class Words(HTMLParser):
    def __init__(self):
        super().__init__()
        self.words, self.open = [], []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        assert tag in ("html", "head", "meta", "title", "body", "p", "h2", "ul", "li", "br"), tag
        assert not {name for name, _ in attrs} & {"src", "href", "onclick", "onload"}

    def handle_data(self, data):
        if "title" not in self.open[-1:]:
            self.words += data.split()


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: p.stem)
def test_a_receipt_reads_back_as_it_was_meant(path):
    raw = path.read_bytes()
    mail = email.message_from_bytes(raw, policy=email.policy.SMTP)
    assert not mail.defects and not any(part.defects for part in mail.walk())
    assert mail["Auto-Submitted"] == "auto-replied" and mail["X-Auto-Response-Suppress"] == "All"
    assert mail.get_content_type() == "multipart/alternative"
    assert [p.get_content_type() for p in mail.iter_parts()] == ["text/plain", "text/html"]
    address, = mail["To"].addresses
    assert address.addr_spec == "zoe@example.org" and address.display_name in ("Zoë van den Bérg", "")
    sender, = mail["From"].addresses
    assert sender.addr_spec in ("klachten@example.nl", "k@example.nl")
    assert mail["Date"].datetime.isoformat() == "2026-11-20T10:00:00+01:00"
    if mail["In-Reply-To"]:
        assert mail["References"].split()[-1] == mail["In-Reply-To"]
    assert all(len(line) <= 78 for line in raw.split(b"\r\n"))
    number, = set(re.findall(r"K-2026-\d{6}", mail["Subject"]))
    plain, html = (p.get_content() for p in mail.iter_parts())
    parser = Words()
    parser.feed(html)
    bare = [w for w in plain.split() if not set(w) <= {"-"}]
    assert bare == parser.words         # both say the same, word for word
    assert number in plain and mail["Content-Language"] == path.stem[-2:]


def test_all_texts_are_there():
    assert {p.stem for p in GOLDEN} >= {f"{t}.{l}" for t in ("complaint", "compliment", "other", "follow-up") for l in ("nl", "en")}
