"""klachtctl show NUMBER --page N: the page upright, with boxes where the evidence says that something was read."""
import os
import pty
import shutil
import subprocess

import pytest

from test_daemon import make, SCANS  # noqa: F401  fixtures among them

RED = (200, 30, 60)


def picture(k, number, page):
    r = subprocess.run([str(k.build / 'klachtctl'), '--config', str(k.config), 'show', number, '--page', str(page)], capture_output=True, timeout=120)
    assert r.returncode == 0, r.stderr
    return r.stdout


def decode(png):
    """-> width, height, pixel(x, y)"""
    assert png.startswith(b'\x89PNG\r\n')
    ppm = subprocess.run(['convert', 'png:-', '-depth', '8', 'ppm:-'], input=png, capture_output=True, check=True).stdout
    magic, size, depth, data = ppm.split(b'\n', 3)
    width, height = map(int, size.split())
    assert (magic, depth, len(data)) == (b'P6', b'255', width * height * 3)
    return width, height, lambda x, y: tuple(data[(y * width + x) * 3:][:3])


def check_boxes(k, number, page, least=5):
    width, height, pixel = decode(picture(k, number, page))
    boxes = [e['box'] for e in k.ctl_json('show', number)['evidence'].values() if e['page'] == page and e['box']]
    assert len(boxes) >= least
    for box in boxes:
        x0, x1 = (round(box[i] * width) for i in (0, 2))
        y0, y1 = (round(box[i] * height) for i in (1, 3))
        sides = [[(x, y) for y in range(y0 - 12, y0)] for x in range(x0, x1)] + [[(x, y) for y in range(y1, y1 + 12)] for x in range(x0, x1)] + \
                [[(x, y) for x in range(x0 - 12, x0)] for y in range(y0, y1)] + [[(x, y) for x in range(x1, x1 + 12)] for y in range(y0, y1)]
        assert all(any(pixel(*at) == RED for at in line) for line in sides), box
        inside = [pixel(x, y) for x in range(x0, x1) for y in range(y0, y1)]
        assert 0.03 < sum(max(p) < 120 for p in inside) / len(inside) < 0.6, 'no words in %s' % box
    return width, height


@pytest.mark.parametrize('name', ['brief-2.jpg', 'brief-3.pdf'])
def test_boxes_stand_around_the_words(make, name):  # noqa: F811
    k = make()
    shutil.copy(SCANS / name, k.scans)
    assert k.once() == 0, k.log()
    row, = k.complaints()
    width, height = check_boxes(k, row['number'], 1)
    assert abs(height / width - 2 ** 0.5) < 0.01
    r = k.ctl('show', row['number'], '--page', '2', check=False)
    assert (r.returncode, r.stdout) == (1, '') and 'no such page: the file has 1' in r.stderr


@pytest.mark.parametrize('degrees', [90, 180])
def test_a_page_that_lay_the_wrong_way_is_upright(make, degrees):  # noqa: F811
    k = make()
    subprocess.run(['convert', str(SCANS / 'brief-1.tif'), '-rotate', str(degrees), '-compress', 'lzw', str(k.scans / 'turned.tif')], check=True)
    assert k.once() == 0, k.log()
    width, height = check_boxes(k, k.complaints()[0]['number'], 1)
    assert height > width


def test_of_a_batch_only_the_letters_own_pages(make, tmp_path):  # noqa: F811
    k = make()
    sheet, image = tmp_path / 'sheet.pdf', tmp_path / 'sheet'
    with open(sheet, 'wb') as f:
        subprocess.run([str(k.build / 'klachtctl'), 'separator-sheet'], stdout=f, check=True)
    subprocess.run(['pdftoppm', '-r', '200', '-gray', '-png', '-singlefile', str(sheet), str(image)], check=True)
    subprocess.run(['convert', str(SCANS / 'brief-1.tif'), '%s.png' % image, str(SCANS / 'brief-2.jpg'), '-compress', 'lzw', str(k.scans / 'batch.tif')],
                   check=True)
    assert k.once() == 0, k.log()
    rows = {k.ctl_json('show', r['number'])['record']['scan']['first_page']: r['number'] for r in k.complaints()}
    assert sorted(rows) == [1, 3]
    check_boxes(k, rows[1], 1)
    check_boxes(k, rows[3], 3)
    r = k.ctl('show', rows[3], '--page', '1', check=False)
    assert (r.returncode, r.stdout) == (1, '') and 'begins on page 3 of its file' in r.stderr


def test_what_cannot_be_drawn_is_said(make):  # noqa: F811
    k = make()
    (k.scans / 'broken.tif').write_bytes(b'this is no scan' * 100)
    assert k.once() == 0, k.log()
    for row in k.complaints():
        r = k.ctl('show', row['number'], '--page', '1', check=False)
        assert (r.returncode, r.stdout) == (1, '') and 'page 1' in r.stderr, r.stderr
    assert k.ctl('show', 'K-2000-000001', '--page', '1', check=False).returncode == 1


def test_no_picture_goes_to_a_terminal(make):  # noqa: F811
    k = make()
    ours, theirs = pty.openpty()
    r = subprocess.run([str(k.build / 'klachtctl'), '--config', str(k.config), 'show', 'K-2026-000001', '--page', '1'], stdout=theirs,
                       stderr=subprocess.PIPE, timeout=60)
    os.close(ours)
    os.close(theirs)
    assert r.returncode == 2 and b'send it to a file' in r.stderr
