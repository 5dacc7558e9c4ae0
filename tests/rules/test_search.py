"""Search among ideas: either alphabet, other endings, a letter wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic.latin import SPELLINGS, fold
from bot.civic.search import likeness, search
from tests.rules.titles import TITLES

TEXTS = [(title, "") for title in TITLES]
LATIN = {georgian: latin for latin, georgian in SPELLINGS.items()} | {
    "ტ": "t",
    "პ": "p",
    "ჭ": "ch",
    "ძ": "dz",
    "წ": "w",
    "ჟ": "zh",
    "ჰ": "h",
    "ყ": "y",
    "ქ": "q",
    "კ": "k",
}
PLACES = st.integers(0, len(TITLES) - 1)


def latin(word):
    """The word as somebody types it who has no Georgian keyboard."""
    return "".join(LATIN.get(letter, letter) for letter in word)


def long_words(place):
    return [word for word in TITLES[place].split() if len(word) >= 6 and word.isalpha()]


@given(PLACES, st.data())
def test_every_word_of_a_title_finds_it_in_either_alphabet(place, data):
    word = data.draw(st.sampled_from(TITLES[place].split()))
    for typed in (word, latin(word)):
        found = search(typed, TEXTS, at_most=len(TEXTS))
        assert place in found or not fold(word).strip(" .,-–„“()")


@given(PLACES, st.data())
def test_a_wrong_letter_does_no_harm(place, data):
    words = long_words(place)
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    at = data.draw(st.integers(1, len(word) - 2))
    letter = data.draw(st.sampled_from("აბგდევზ"))
    wrong = data.draw(
        st.sampled_from(
            (word[:at] + letter + word[at + 1 :], word[:at] + word[at + 1 :], word[:at] + word[at:])
        )
    )
    assert place in search(wrong, TEXTS, at_most=len(TEXTS))


@given(st.text(max_size=40))
def test_nothing_typed_breaks_it_and_no_place_comes_twice(typed):
    found = search(typed, TEXTS, at_most=5)
    assert len(found) == len(set(found)) <= 5


@given(st.text(max_size=12), st.text(max_size=12))
def test_likeness_is_mutual_but_for_beginnings(one, other):
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, one) == 1
    if not one.startswith(other) and not other.startswith(one):
        assert likeness(one, other) == pytest.approx(likeness(other, one))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("წყალი", [1, 0]),
        ("wyali", [1, 0]),
        ("წყლის მილი", [0]),
        ("მილი წყლის", [0]),
        ("სკოლა", [2]),
        ("skolastan", [2]),
        ("განათება", [2]),
        ("წყალი სკოლა", []),
        ("", []),
        ("?!", []),
    ],
)
def test_georgian_nouns_are_found_in_every_case(typed, found):
    texts = [
        ("წყლის მილის შეცვლა", "მილი ძველია"),
        ("ახალი წყარო", "სუფთა წყალი ყველას სჭირდება"),
        ("სკოლის ეზოს განათება", "საღამოს ბნელა"),
    ]
    assert search(typed, texts) == found


def test_a_title_weighs_more_than_a_text():
    assert search("ხიდი", [("გზა", "ხიდთან, ხიდი"), ("ხიდი", "გზა")]) == [1, 0]
