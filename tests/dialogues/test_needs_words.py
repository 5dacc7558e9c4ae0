"""What a survey found, in words, bars and figures of a paper: nothing cut, nothing given away."""

from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any

import pytest

from bot.civic.survey.form import Form, Item, Kind, Option
from bot.pictures.figures import BarChart, Histogram
from bot.pictures.print.papers import NeedsReport
from handlers.parts.assist_words import share
from handlers.parts.needs_charts import DRAWN, drawable, drawing
from handlers.parts.needs_count import Counting
from handlers.parts.needs_report import Writer, report
from handlers.parts.needs_teller import Teller
from storage.answers import Filled
from storage.surveys import Asked
from tests.support.surveys import NOW
from tests.support.world import TEXTS

TITLE = {"ka": "რა გვჭირდება?", "en": "What do we need?"}
STREETS = tuple(Option(f"s{n}", {"ka": f"ქუჩა {n}", "en": f"Street {n}"}) for n in range(30))
FORM = Form(
    TITLE,
    ("ka", "en"),
    (
        Item("street", Kind.ONE, {"ka": "რომელი ქუჩა?", "en": "Which street?"}, options="streets"),
        Item("age", Kind.INTEGER, {"ka": "ასაკი", "en": "Age"}),
        Item("walk", Kind.INTEGER, {"ka": "რამდენი წუთი?", "en": "How many minutes?"}),
        Item("hours", Kind.DECIMAL, {"ka": "რამდენი საათი?", "en": "How many hours?"}),
        Item("words", Kind.TEXT, {"ka": "კიდევ?", "en": "What else?"}),
    ),
    {"streets": STREETS},
)
ITEMS = {item.name: item for item in FORM.items}


def counted(people: int = 400, **given: Any) -> dict[str, Any]:
    """Results of so many people; `given` are answers by question that all of them gave."""
    chance, counting = Random(3), Counting(FORM, date(2026, 11, 28))
    for at in range(people):
        values = {
            "street": f"s{at % 28}",
            "age": str(chance.randint(5, 90)),
            "walk": str(chance.randint(0, 44)),
            "hours": f"{chance.randint(0, 239) / 10}",
            **given,
        }
        counting.add([Filled(None, "ka", values)])
    return counting.found()


@pytest.fixture(scope="module")
def results():
    return counted()


def teller(language: str = "ka") -> Teller:
    return Teller(partial(TEXTS.text, language), (language, "ka"), FORM)


def told(name: str, results: dict[str, Any], language: str = "ka") -> list[str]:
    found = results["questions"][name]
    return teller(language).question(ITEMS[name], found, results["people"]).plain().splitlines()


def drawn(name: str, results: dict[str, Any], language: str = "ka") -> Any:
    found = results["questions"][name]
    return drawing(teller(language), TITLE, ITEMS[name], found)


def test_numbers_are_told_with_their_quarters_and_by_stretches(results):
    lines = told("walk", results)
    assert lines[1] == "უპასუხა 400 ადამიანმა 400-დან."
    assert lines[2].startswith("საშუალოდ: ") and "ნახევარმა უპასუხა" in lines[2]
    assert [line.partition(" — ")[0] for line in lines[3:]] == [
        f"• {low}–{low + 4}" for low in range(0, 45, 5)
    ]


def test_numbers_that_are_not_whole_have_commas_in_georgian_and_points_in_english():
    found = counted(60)
    assert any("-დან " in line and "-მდე" in line for line in told("hours", found)[3:])
    figures = {language: told("hours", found, language)[2] for language in ("ka", "en")}
    assert "," in figures["ka"] and "." in figures["en"].removesuffix(".")


def test_ages_are_told_by_bands(results):
    names = [line.partition(" — ")[0] for line in told("age", results)[3:]]
    assert names == ["• 16 წლამდე", "• 16–24", "• 25–44", "• 45–64", "• 65 ან მეტი"]


@pytest.mark.parametrize("name", ["walk", "hours", "age"])
@pytest.mark.parametrize("language", ["ka", "en"])
def test_every_number_in_a_histogram_stands_in_the_text_too(results, name, language):
    chart, lines = drawn(name, results, language), told(name, results, language)
    assert isinstance(chart, Histogram)
    for bar in chart.bars:
        assert any(line.startswith(f"• {bar.label}") and bar.shown in line for line in lines)
    assert chart.ruler and chart.ruler.half in lines[2] and chart.ruler.inner in lines[2]
    assert 0 < chart.ruler.lower < chart.ruler.middle < chart.ruler.upper < len(chart.bars)


def test_the_ruler_stands_where_the_numbers_are(results):
    found, ruler = results["questions"]["walk"], drawn("walk", results).ruler
    assert (ruler.middle - 0.1) * 5 == pytest.approx(found["middle"])


def test_a_hidden_band_is_a_line_without_a_bar():
    found = counted(40, age="30")
    found["questions"]["age"]["cells"][0] |= {"people": None, "share": None}
    first = drawn("age", found).bars[0]
    assert (first.value, first.shown) == (None, "…")


def test_a_long_ranking_says_what_is_not_drawn(results):
    chart = drawn("street", results, "en")
    assert isinstance(chart, BarChart) and len(chart.bars) == DRAWN
    assert f"the first {DRAWN} answers" in chart.footer and "400 people answered" in chart.footer
    rare = counted(100)
    assert "28 answers are hidden" in drawn("street", rare | _few(rare), "en").footer


def _few(results: dict[str, Any]) -> dict[str, Any]:
    """The same with all but two of the streets hidden."""
    found = results["questions"]["street"]
    cells = [
        cell if at < 2 else {**cell, "people": None, "share": None, "rank": 0}
        for at, cell in enumerate(found["cells"])
    ]
    return {"questions": {**results["questions"], "street": {**found, "cells": cells}}}


def test_what_has_no_number_is_not_drawn(results):
    assert not drawable(results["questions"]["words"])
    assert not drawable(counted(4)["questions"]["walk"])
    assert drawable(results["questions"]["walk"])


def closed(results: dict[str, Any]) -> Asked:
    dates = NOW, NOW + timedelta(1)
    return Asked(
        1, "place", TITLE, {}, "closed", True, *dates, 1, 1, "", None, {}, False, results, NOW
    )


def paper(results: dict[str, Any], language: str = "ka") -> NeedsReport:
    asked = closed(results)
    place = {"ka": "ნიმუშის მუნიციპალიტეტი"}
    return report(Writer(teller(language), asked, place, ("1", "2"), 90, {}))


def test_the_paper_has_the_same_numbers_as_the_chat(results):
    charts = {chart.name: chart for chart in paper(results).charts}
    chart, lines = charts["რამდენი წუთი?"], told("walk", results)
    assert chart.said[1] == lines[2]
    assert [f"• {row.label} — {row.shown}" for row in chart.rows] == lines[3:]
    assert not charts["კიდევ?"].rows


@pytest.mark.parametrize(
    ("helped", "people", "unnumbered", "shown"),
    [
        (24, 60, 9, {"people": 24, "unnumbered": 9}),
        (24, 60, 3, {"people": 24}),
        (24, 60, 21, {"people": 24}),
        (24, 60, 24, {"people": 24, "unnumbered": 24}),
        (3, 60, 0, {}),
        (57, 60, 0, {}),
        (60, 60, 0, {"people": 60}),
        (0, 60, 0, {}),
    ],
)
def test_what_helpers_entered_is_told_where_it_is_no_few(helped, people, unnumbered, shown):
    assert share(helped, people, unnumbered) == shown


def test_what_helpers_entered_stands_below_the_title_and_on_paper(results):
    helped = {**results, "assisted": {"people": 24, "unnumbered": 9}}
    head = teller().heading(closed(helped)).plain().splitlines()
    assert head[-1] == "აქედან დამხმარემ ჩაწერა 24. ნომრის გარეშე, ე. ი. შეუმოწმებლად: 9."
    assert ("აქედან დამხმარემ ჩაწერა", "24") in paper(helped).figures
    assert ("ნომრის გარეშე, ე. ი. შეუმოწმებლად", "9") in paper(helped).figures
    assert not [name for name, _ in paper(results).figures if "დამხმარე" in name]


def test_sheets_are_counted_with_those_that_helpers_entered():
    counting = Counting(FORM, date(2026, 11, 28))
    counting.add([Filled(None, "ka", {}, way) for way in ("", "door", "paper", "door")])
    assert (counting.people, counting.helped) == (4, 3)
