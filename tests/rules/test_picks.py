"""Picks typed by hand."""

import pytest

from bot.civic.ballots import Project
from bot.civic.picks import NoSuchNumber, Unclear, by_number, read_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3 7 12", (3, 7, 12)),
        ("3,7,12", (3, 7, 12)),
        ("3, 7 და 12", (3, 7, 12)),
        ("№3", (3,)),
        ("#3; #7", (3, 7)),
        ("№ 3 და № 7.", (3, 7)),
        ("3 и 7", (3, 7)),
        ("3️⃣ 7️⃣", (3, 7)),
        ("NO 3", (3,)),
        ("7 3 7", (7, 3, 7)),
        ("3\n7", (3, 7)),
        ("007", (7,)),
        ("٣", (3,)),
    ],
)
def test_numbers_are_read(text, numbers):
    assert read_numbers(text) == numbers


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", ""),
        ("და", ""),
        ("!?", ""),
        ("3-7", "3-7"),
        ("3.5", "3.5"),
        ("პარკი", "პარკი"),
        ("3 ან 7", "ან"),
        ("599123456", "599123456"),
        ("12.05.2027", "12.05.2027"),
        ("²", "²"),
    ],
)
def test_anything_else_is_unclear(text, word):
    with pytest.raises(Unclear) as caught:
        read_numbers(text)
    assert caught.value.word == word


def test_numbers_stand_for_projects():
    projects = [Project("park", 1, number=3), Project("light", 1, number=7)]
    assert by_number(projects, (7, 3)) == ("light", "park")
    with pytest.raises(NoSuchNumber) as caught:
        by_number(projects, (3, 4, 5))
    assert caught.value.numbers == (4, 5)
