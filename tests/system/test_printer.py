"""klachtd-printer alone: what stands in the window of the envelope, what a scanner reads back, and what hostile names do."""
import array
import contextlib
import fcntl
import json
import os
import re
import socket
import subprocess

import pytest

from smtp_peers import BUILD, ROOT

LETTER = {
    "number": "K-2026-000123", "language": "nl", "dossier": "2604817",
    "address_lines": ["Zoë van den Bérg", "Dorpsstraat 1 A", "5004 GB  TILBURG"],
    "date_line": "maandag 23 november 2026",
    "reference_lines": ["Ontvangstbevestiging klacht K-2026-000123", "Ons kenmerk: K-2026-000123", "Dossiernummer: 2604817"],
    "paragraphs": json.loads((ROOT / "tests/unit/outbox/data/complaint.nl.letter.want").read_text()),
}
MM = 72 / 25.4
WINDOW = (22 * MM, 59 * MM - 1, 91 * MM, 80 * MM)      # outbox/letter.h


class Printer:
    def __init__(self):
        self.ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        n = theirs.fileno()
        self.process = subprocess.Popen(["/bin/bash", "-c", f'exec "$0" 3<&{n} {n}<&-' if n != 3 else 'exec "$0"', str(BUILD / "klachtd-printer")],
                                        pass_fds=(n,), stderr=subprocess.PIPE)
        theirs.close()
        self.ours.settimeout(60)
        self.say({"op": "start", "organisation": "Pro Actief Incasso", "postal_address": "Postbus 8070, 5004 GB Tilburg", "phone": "013 88 93 930",
                  "language": "nl"})
        self.ready, _ = self.hear()

    def say(self, frame, *fds):
        ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", fds))] if fds else []
        self.ours.sendmsg([json.dumps(frame).encode()], ancillary)

    def hear(self):
        data, fds, _, _ = socket.recv_fds(self.ours, 70000, 4)
        return (json.loads(data) if data else None), fds

    def printed(self, path, **more):
        """The PDF of one letter at path; its answer."""
        self.say({"op": "print", "id": 5, **more})
        answer, fds = self.hear()
        assert answer and answer["op"] == "printed", answer
        with os.fdopen(fds[0], "rb") as f:
            assert fcntl.fcntl(f, 1034) & 15 == 15      # sealed
            f.seek(0)
            path.write_bytes(f.read())
        return answer

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.ours.close()
        try:
            code = self.process.wait(20)
        finally:
            self.process.kill()
        assert code == 0
        assert self.process.stderr.read() == b""


@pytest.fixture
def printer():
    with Printer() as p:
        yield p


def words(path, page=1):
    out = subprocess.run(["pdftotext", "-bbox", "-f", str(page), "-l", str(page), path, "-"], check=True, capture_output=True, text=True).stdout
    return [(*map(float, m.groups()[:4]), m.group(5)) for m in
            re.finditer(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', out)]


def text(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout


def codes(path, folder):
    subprocess.run(["pdftoppm", "-r", "150", "-gray", "-png", path, folder / "page"], check=True)
    pages = sorted(folder.glob("page*.png"))
    out = subprocess.run(["zbarimg", "-q", "--raw", *pages], capture_output=True, text=True).stdout
    return out.split()


def test_both_layers_of_the_lock_stand(printer):
    assert {"landlock", "seccomp"} <= set(printer.ready["sandbox"])


def test_the_address_and_nothing_else_is_in_the_window(printer, tmp_path):
    pdf = tmp_path / "letter.pdf"
    printer.printed(pdf, **LETTER)
    left, top, right, bottom = WINDOW
    inside = [w for x0, y0, x1, y1, w in words(pdf) if x0 >= left - 1 and x1 <= right and y0 >= top and y1 <= bottom]
    assert inside == ["Zoë", "van", "den", "Bérg", "Dorpsstraat", "1", "A", "5004", "GB", "TILBURG"]
    # the whole window as far as it may show (44 to 94 mm down), but for our own small return line, shows no word of the letter
    stray = [w for x0, y0, x1, y1, w in words(pdf) if y1 > 60 * MM and y0 < 94 * MM and w not in inside]
    assert stray == []


def test_the_letter_says_what_the_receipt_says(printer, tmp_path):
    pdf = tmp_path / "letter.pdf"
    printer.printed(pdf, **LETTER)
    got = " ".join(text(pdf).split())
    for paragraph in LETTER["paragraphs"]:
        paragraph = next(iter(paragraph.values())) if isinstance(paragraph, dict) else paragraph
        assert " ".join(paragraph.split()) in got
    for line in ("Pro Actief Incasso", "Postbus 8070", "maandag 23 november 2026", "Ons kenmerk: K-2026-000123", "Antwoordstrook"):
        assert line in got
    assert "Pagina 2 van 2" in got
    assert printer.printed(pdf, **{**LETTER, "dossier": None})["pages"] == 1      # the slip stands on a page of its own
    assert "Pagina" not in text(pdf)


def test_the_reply_slip_carries_the_dossier(printer, tmp_path):
    pdf = tmp_path / "letter.pdf"
    printer.printed(pdf, **LETTER)
    code, = codes(pdf, tmp_path)
    assert re.fullmatch(r"PAI:2604817\d\d", code)
    assert int(code[4:]) % 97 == 1          # ISO 7064 mod 97-10
    printer.printed(pdf, **{**LETTER, "dossier": None})
    (tmp_path / "none").mkdir()
    assert codes(pdf, tmp_path / "none") == [] and "Antwoordstrook" not in text(pdf)


def test_the_separator_sheet(printer, tmp_path):
    pdf = tmp_path / "sheet.pdf"
    assert printer.printed(pdf, kind="separator-sheet")["pages"] == 1
    assert codes(pdf, tmp_path) == ["PATCHT"]
    assert "SCHEIDINGSBLAD" in text(pdf)


def test_long_letters_are_numbered_and_whole(printer, tmp_path):
    pdf = tmp_path / "letter.pdf"
    paragraphs = [{"heading": f"Kop{i}"} if i % 5 == 0 else f"Alinea{i} " + "woord " * 60 for i in range(60)]
    answer = printer.printed(pdf, **{**LETTER, "paragraphs": paragraphs})
    assert answer["pages"] > 3
    got = text(pdf)
    assert all(f"Alinea{i} " in got for i in range(60) if i % 5)
    assert f"Pagina {answer['pages']} van {answer['pages']}" in got and "Pagina 1 van" in got
    for page in range(1, answer["pages"] + 1):
        on_page = words(pdf, page)
        assert all(y1 <= 297 * MM for _, _, _, y1, _ in on_page)
        body = [w for _, _, _, y1, w in on_page if y1 < 275 * MM]
        assert not body[-1].startswith("Kop")


def test_a_letter_in_a_memfd(printer, tmp_path):
    fd = os.memfd_create("job", os.MFD_ALLOW_SEALING)
    os.write(fd, json.dumps({**LETTER, "paragraphs": ["woord " * 2000] * 4}).encode())
    fcntl.fcntl(fd, 1033, 15)
    printer.say({"op": "print", "id": 9}, fd)
    os.close(fd)
    answer, fds = printer.hear()
    assert answer["op"] == "printed" and answer["id"] == 9
    [os.close(f) for f in fds]


HOSTILE = {
    "control": "a\x01\x07\x1b[31m\x7f b", "newline": "Jan\nDe Straat 1\nVals", "right to left": "\u202egnisnI\u202c \u2067x\u2069", "arabic": "محمد علي",
    "hebrew": "יוסף כהן", "chinese": "王小明", "devanagari": "अनिल शर्मा", "thai": "สมชาย", "astral": "𝓙𝓪𝓷 \U0001f600\U000e0041\U0010ffff",
    "zalgo": "Z" + "\u0301" * 500, "ten kilobytes": "x" * 10000, "a thousand": "W" * 1000, "percent": "%s%n%d", "markup": "<b>&amp;</b>",
    "joiners": "\u200d\ufe0f" * 100, "empty": "", "private": "\ue000\uf8ff", "noncharacter": "\ufffe\uffff",
}


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_names_do_not_crash_or_move_the_letter(printer, tmp_path, name):
    pdf = tmp_path / "letter.pdf"
    printer.say({"op": "print", "id": 5, **LETTER, "dossier": None, "address_lines": [name, "Dorpsstraat 1", "5004 GB  TILBURG"],
                 "paragraphs": [f"Geachte {name},", {"heading": name}, {"item": name}, "Einde."]})
    answer, fds = printer.hear()
    if answer["op"] == "failed":
        assert len(name) > 1000, answer
    else:
        pdf.write_bytes(os.read(fds[0], 1 << 22) if os.lseek(fds[0], 0, 0) == 0 else b"")
        assert answer["pages"] <= 2
        left, top, right, bottom = WINDOW
        street = [(x0, y0) for x0, y0, x1, y1, w in words(pdf) if w == "Dorpsstraat" and y0 > top and y1 < bottom]
        assert len(street) == 1 and abs(street[0][0] - left) < 1
        assert all(x1 <= 210 * MM for _, _, x1, _, _ in words(pdf))
    for fd in fds:
        os.close(fd)
    assert printer.printed(pdf, **LETTER)["pages"] == 2     # and the next letter is as any other


@pytest.mark.parametrize("change", [
    {"address_lines": []}, {"address_lines": ["x"] * 6}, {"address_lines": [7]}, {"paragraphs": []}, {"paragraphs": ["x"] * 201},
    {"paragraphs": [{}]}, {"paragraphs": ["woord " * 2500] * 100}, {"reference_lines": ["x"] * 9}, {"dossier": "12a"}, {"paragraphs": None},
], ids=["nobody", "six lines", "a number", "no words", "201 paragraphs", "no text", "30 pages and more", "nine references", "dossier", "null"])
def test_what_cannot_be_a_letter_is_refused(printer, tmp_path, change):
    fd = os.memfd_create("job", os.MFD_ALLOW_SEALING)
    os.write(fd, json.dumps({**LETTER, **change}).encode()[:1 << 24])
    fcntl.fcntl(fd, 1033, 15)
    printer.say({"op": "print", "id": 5}, fd)
    os.close(fd)
    answer, _ = printer.hear()
    assert answer["op"] == "failed" and answer["id"] == 5 and answer["text"], answer
    assert printer.printed(tmp_path / "x.pdf", **LETTER)["pages"] == 2


def test_a_protocol_error_ends_the_printer():
    for frame in ({"op": "dance"}, {"op": "print"}, {"op": "print", "id": "x"}):
        with Printer() as p:
            p.say(frame)
            with contextlib.suppress(ConnectionResetError):
                assert p.hear()[0] is None


def test_a_bundle_is_its_letters_one_after_the_other(printer, tmp_path):
    pdf, numbers = tmp_path / "bundle.pdf", ["K-2026-%06d" % n for n in range(1, 31)]
    letters = [{**LETTER, "number": n, "reference_lines": ["Ons kenmerk: " + n]} for n in numbers]
    fd = os.memfd_create("bundle", os.MFD_ALLOW_SEALING)
    os.write(fd, json.dumps({"kind": "bundle", "letters": letters}).encode())
    fcntl.fcntl(fd, 1033, 15)
    printer.say({"op": "print", "id": 7, "kind": "bundle"}, fd)
    os.close(fd)
    answer, fds = printer.hear()
    assert answer == {"op": "printed", "id": 7, "pages": 60}
    with os.fdopen(fds[0], "rb") as f:
        f.seek(0)
        pdf.write_bytes(f.read())
    got = text(pdf)
    assert re.findall(r"kenmerk: (K-\S+)", got) == numbers
    assert got.count("Pagina 1 van 2") == got.count("Pagina 2 van 2") == 30
    printer.say({"op": "print", "id": 8, "kind": "bundle", "letters": [LETTER, {**LETTER, "address_lines": []}]})
    assert printer.hear()[0]["op"] == "failed"
    assert printer.printed(pdf, **LETTER)["pages"] == 2
