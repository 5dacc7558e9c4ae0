"""The card of an idea: square, whole, with a code that leads to it."""

import io

import numpy
import pytest
import segno
from PIL import Image

from bot.pictures.cards import CODE, MARGIN, SIDE, card

LINK = "https://monawile.example.ge/s/483920"
WORDS = {
    "head": "იდეა №7",
    "title": "მთავარი ქუჩის განათება",
    "where": "ზღაპარა",
    "place": "ზღაპრის მუნიციპალიტეტი",
    "foot": "დაასკანერეთ ან მოგვწერეთ ეს კოდი და მხარი დაუჭირეთ",
    "code": "483920",
    "link": LINK,
}
LONG = "სკოლასთან უსაფრთხო გადასასვლელის მოწყობა შუქნიშნით და საფეხმავლო ბილიკით ხიდამდე"


def pixels(**more):
    data = card({**WORDS, **more})
    assert len(data) < 300_000
    return numpy.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


@pytest.mark.parametrize("title", ["გზა", LONG, "გ" * 80, "A bridge & <b>more</b>", "🎉"])
def test_a_card_is_square_and_nothing_runs_into_its_code(title):
    drawn, plain = pixels(title=title), pixels()
    assert drawn.shape == (SIDE, SIDE, 3)
    corner = SIDE - MARGIN - CODE
    assert (drawn[corner:, corner:] == plain[corner:, corner:]).all()


def test_its_code_is_read_as_the_link():
    code = segno.make(LINK, error="m", micro=False, boost_error=False)
    modules = numpy.array([list(row) for row in code.matrix_iter(border=4)]) != 0
    scale = CODE // len(modules)
    side = scale * len(modules)
    begin = SIDE - MARGIN - side + scale // 2
    dark = pixels()[begin : begin + side : scale, begin : begin + side : scale].sum(axis=2) < 300
    assert (dark[: len(modules), : len(modules)] == modules).all()


def test_the_title_is_printed():
    assert (pixels(title="გზა") != pixels(title="ხიდი")).any()
