"""A certificate: whole for any name, on one page, and its code read by another program."""

from dataclasses import replace

import pytest

from bot.media import clean
from bot.pictures.certificate import picture
from bot.pictures.print.drawing import draw
from tests.pictures.test_print import CERTIFICATE, HEAD, tight
from tests.support import camera
from tests.support.pdf import pages

CODE = "7K9A-NFMJ"
LINK = f"https://monawile.example.ge/certificates/{CODE}"
PAPER = replace(CERTIFICATE, code=CODE, link=LINK)
LONG = replace(
    PAPER,
    issuer="დედოფლისწყაროს მუნიციპალიტეტი, სადაც სახელი ძალიან გრძელია და ორ ხაზზე გადადის",
    holder="ალექსანდრა-მარიამ წერეთელი-ჩოლოყაშვილი-მაჭავარიანი-დადიანი",
    course="მონაწილეობა ათ მოკლე გაკვეთილად და კიდევ ბევრი რამ, რაც სახელში არ ეტევა",
    sample="ნიმუში: მუნიციპალიტეტი გამოგონილია.",
)
ODD = replace(PAPER, holder="Վարդան Жанна O'Neill-Ñandú", course="<b>₾ & $x$</b>", link=CODE)
every = pytest.mark.parametrize("paper", [PAPER, LONG, ODD], ids=["usual", "long", "odd"])


@every
def test_everything_stands_on_one_page(paper):
    [page] = pages(draw(HEAD, paper))
    told = (paper.issuer, paper.name, paper.holder, paper.course, *paper.facts, *paper.check)
    for said in (*told, paper.code, paper.sample):
        assert tight(said) in tight(page)


@every
def test_another_program_reads_the_code_of_the_pdf(paper):
    [page] = camera.rendered(draw(HEAD, paper))
    assert camera.codes(page) == [paper.link]


@every
def test_another_program_reads_the_code_of_the_picture_as_it_is_sent(paper):
    sent, kind = clean(picture(paper))
    assert (camera.opened(sent).size, kind) == ((1080, 1080), "image/jpeg")
    assert camera.codes(camera.opened(sent)) == [paper.link]


def test_a_small_print_can_still_be_read():
    """As a photo of a wall: a page of 60 dots to the inch."""
    assert camera.codes(camera.rendered(draw(HEAD, PAPER), dpi=60)[0]) == [LINK]


def test_the_picture_shows_another_name():
    assert picture(PAPER) != picture(replace(PAPER, holder="გია ბერიძე"))
