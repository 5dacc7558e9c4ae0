"""A question asked before is found again, in other words and other letters."""

import pytest

from bot.civic.nearest import nearest

ASKED = (
    "როდის გაკეთდება გზა ზღაპარაში?",
    "სად უნდა მივიტანო განცხადება წყლის მრიცხველზე?",
    "რა საბუთები სჭირდება საბავშვო ბაღში ბავშვის ჩაწერას?",
    "რამდენია დასუფთავების მოსაკრებელი?",
    "When is the rubbish collected in our street?",
)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("როდის დააგებთ გზას ჩვენს სოფელში", 0),
        ("rodis gaketdeba gza zgaparashi", 0),
        ("წყლის მრიცხველი მინდა", 1),
        ("ბაღში ბავშვი როგორ ჩავწერო?", 2),
        ("bavshvis chawera bagshi ra sabutebi unda", 2),
        ("დასუფთავების გადასახადი რამდენი ლარია", 3),
        ("when do you collect rubbish", 4),
    ],
)
def test_the_one_that_is_meant_comes_first(said, place):
    assert nearest(said, ASKED)[:1] == [place]


@pytest.mark.parametrize(
    "said", ["გარე განათება არ ანთია", "გამარჯობა", "როდის, სად და რატომ?", "???", ""]
)
def test_another_question_finds_none(said):
    assert nearest(said, ASKED) == []


def test_nothing_is_found_among_none():
    assert nearest("როდის გაკეთდება გზა?", ()) == []


def test_no_more_than_three():
    assert nearest("გზა", ["გზა სოფელში", "გზა სკოლასთან", "გზა", "გზა და წყალი"]) == [0, 1, 2]
