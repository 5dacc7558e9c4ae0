"""Ideas like this one, however it is worded or typed."""

import pytest

from bot.civic.latin import fold, mkhedruli
from bot.civic.similar import Index
from tests.rules.titles import LATIN, OTHERS, PARAPHRASES, TITLES

INDEX = Index(TITLES)


@pytest.mark.parametrize(("text", "place"), PARAPHRASES + LATIN)
def test_the_same_idea_is_found_first(text, place):
    assert INDEX.like(text)[0][0] == place


@pytest.mark.parametrize("text", OTHERS)
def test_another_idea_raises_no_alarm(text):
    assert INDEX.like(text) == []


def test_a_title_is_entirely_like_itself():
    for place, title in enumerate(TITLES):
        [(found, likeness)] = INDEX.like(title, at_most=1)
        assert found == place
        assert likeness == pytest.approx(1)


def test_no_more_than_wanted_and_best_first():
    index = Index(["ხიდი", "ხიდის შეკეთება", "ხიდის შეკეთება ლიაში", "ხიდის შეკეთება ჯვარში"])
    found = index.like("ხიდის შეკეთება", at_most=2, above=0.2)
    assert [place for place, _ in found] == [1, 2]
    assert found[0][1] > found[1][1]


@pytest.mark.parametrize("text", ["", " ", "?!", "🎉"])
def test_nothing_is_like_nothing(text):
    assert INDEX.like(text, above=0) == []
    assert Index([]).like("ხიდი") == []
    assert Index([text]).like("ხიდი") == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gamarjoba", "გამარჯობა"),
        ("Tbilisi", "ტბილისი"),
        ("shishi da chiti", "შიში და ჩიტი"),
        ("ghame", "ღამე"),
        ("dzma", "ძმა"),
        ("wyali", "წყალი"),
        ("zhurnali", "ჟურნალი"),
        ("უკვე ქართული", "უკვე ქართული"),
    ],
)
def test_latin_letters_become_georgian(typed, meant):
    assert mkhedruli(typed) == meant


@pytest.mark.parametrize(
    ("typed", "georgian"),
    [
        ("tavi", "თავი"),
        ("kuchaze", "ქუჩაზე"),
        ("quchaze", "ქუჩაზე"),
        ("qvela", "ყველა"),
        ("pexi", "ფეხი"),
        ("cerili", "წერილი"),
        ("wiwila", "წიწილა"),
        ("chiri", "ჭირი"),
        ("game", "ღამე"),
        ("zma", "ძმა"),
        ("jolo", "ჟოლო"),
    ],
)
def test_one_spelling_is_equal_to_all_it_may_mean(typed, georgian):
    assert fold(typed) == fold(georgian)
