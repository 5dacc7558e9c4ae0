"""The handbook's files: how they are read, and that what is wrong with them is named."""

from datetime import date, timedelta
from pathlib import Path

import pytest

import handlers
from bot.content.handbook import LASTS, LOCALES, BadEntry, handbook, read
from bot.content.handbook_check import problems

TODAY = date(2026, 12, 1)
JOURNEYS = {*handlers.journeys(), "ask"}
ENTRY = """---
title: ხიდი
theme: forms
order: 1
certainty: stated
law: კოდექსი
article: "85"
checked: 2026-11-01
sources:
  - name: გვერდი
    where: example.ge
start: [idea]
keywords: [ხიდი, ბოგირი, გადასასვლელი]
---
# რა არის {#plain}

ხიდზე 5 ადამიანი გადის.

# ნაბიჯები {#steps}

- მიდით.
- გადადით.

# რამდენ ხანში? {#answer uncertain}

10 დღეში.
"""
FLAWS = [
    ('article: "85"\n', "", "law: it or its article is missing"),
    ("checked: 2026-11-01", "checked: 2026-12-02", "checked: 2026-12-02 is still to come"),
    ("    where: example.ge", '    where: ""', "sources: at least one"),
    ("    where: example.ge", "    where: example.ge\n    read: false", "no source was read"),
    ("theme: forms", "theme: roads", "theme: roads is none of"),
    ("start: [idea]", "start: [fly]", "start: there is no journey fly"),
    ("ბოგირი, გადასასვლელი", "ხიდი", "keywords: fewer than 3"),
    ("{#steps}", "{#how}", "sections are plain, steps"),
    ("- მიდით.", "- " + "ა" * 900, "section steps: has"),
    ("10 დღეში.", "", "section answer: is empty"),
    ("certainty: stated", "certainty: sure", "'sure' is not a valid Certainty"),
    ("# რა არის {#plain}", "რა არის", "not a heading with an id"),
    ("title: ხიდი", "titel: ხიდი", "KeyError('title')"),
]
DIFFERENCES = [
    ("ხიდზე 5 ადამიანი", "7 people cross", "section plain: numbers"),
    ("- გადადით.\n", "", "section steps: lines"),
    (" uncertain}", "}", "sections"),
    ('article: "85"', 'article: "86"', "article"),
    ("checked: 2026-11-01", "checked: 2026-11-02", "checked"),
    ("order: 1\n", "order: 2\n", "order"),
]


def written(folder: Path, ka: str = ENTRY, en: str = ENTRY) -> list[str]:
    """What is wrong with one entry in two languages."""
    for language, text in (("ka", ka), ("en", en)):
        (folder / language / "rights").mkdir(parents=True)
        (folder / language / "rights" / "bridge.md").write_text(text, "utf-8")
    return problems(folder, JOURNEYS, TODAY)[1]


def test_nothing_is_wrong_with_our_own():
    count, found = problems(LOCALES, JOURNEYS, TODAY)
    assert (found, count) == ([], len(handbook().ids)) and count >= 20


def test_a_sound_entry_passes(tmp_path):
    assert written(tmp_path) == []


@pytest.mark.parametrize(("old", "new", "told"), FLAWS)
def test_a_flaw_is_named(tmp_path, old, new, told):
    assert ENTRY.count(old) == 1
    broken = ENTRY.replace(old, new)
    assert any(told in line for line in written(tmp_path, broken, broken))


@pytest.mark.parametrize(("old", "new", "told"), DIFFERENCES)
def test_languages_that_differ_are_named(tmp_path, old, new, told):
    assert old in ENTRY
    found = written(tmp_path, ENTRY, ENTRY.replace(old, new))
    assert f"en/rights/bridge.md: differs from ka: {told}" in found


def test_an_entry_that_is_missing_in_a_language_is_named(tmp_path):
    assert written(tmp_path) == []
    (tmp_path / "en" / "rights" / "bridge.md").unlink()
    assert problems(tmp_path, JOURNEYS, TODAY)[1] == ["en/rights/bridge.md: is missing"]


def test_what_is_uncertain_is_not_shown_before_it_is_confirmed():
    entry = read("bridge", "ka", ENTRY)
    assert [one.id for one in entry.shown(confirmed=False)] == ["plain", "steps"]
    assert [one.id for one in entry.shown(confirmed=True)] == ["plain", "steps", "answer"]
    whole = read("bridge", "ka", ENTRY.replace("certainty: stated", "certainty: uncertain"))
    assert whole.shown(confirmed=False) == () and len(whole.shown(confirmed=True)) == 3


def test_a_search_finds_nothing_by_what_is_hidden(tmp_path):
    """Else a question would tell what stands in a text that nobody may read."""
    assert written(tmp_path, ENTRY.replace("10 დღეში", "ზურმუხტი")) != []
    book = handbook(tmp_path)
    assert book.search("ხიდი") == book.search("5 ადამიანი") == ["bridge"]
    assert book.search("ზურმუხტი") == []


def test_the_digest_follows_every_word_that_is_shown():
    entry = read("bridge", "ka", ENTRY)
    for old, new in (("5 ადამიანი", "6 ადამიანი"), ("კოდექსი", "კანონი"), ('"85"', '"86"')):
        assert read("bridge", "ka", ENTRY.replace(old, new)).digest != entry.digest
    assert read("bridge", "ka", ENTRY.replace("ბოგირი", "ხიდები")).digest == entry.digest


def test_a_text_lasts_a_year_or_as_the_file_says():
    entry = read("bridge", "ka", ENTRY)
    assert entry.review == date(2026, 11, 1) + LASTS
    sooner = ENTRY.replace("checked:", "review: 2027-01-01\nchecked:")
    assert read("bridge", "ka", sooner).review - entry.checked == timedelta(days=61)


def test_lists_have_dots():
    entry = read("bridge", "ka", ENTRY)
    assert [one.text for one in entry.sections][1:] == ["• მიდით.\n• გადადით.", "10 დღეში."]


def test_a_broken_file_says_which_it_is():
    with pytest.raises(BadEntry, match=r"ka/rights/bridge\.md"):
        read("bridge", "ka", "nothing")


def test_every_language_has_every_entry_and_others_read_georgian():
    book = handbook()
    assert [one.id for one in book.entries("en")] == list(book.ids)
    assert book.entry("petition", "en").language == "en"
    assert book.entry("petition", "az").language == "ka"
    assert book.entry("nothing", "ka") is None
