"""A form in words on paper: conditions, ways to mark, and what paper cannot hold."""

from functools import partial

import pytest

from bot.civic.survey.form import Item, Kind
from bot.pictures.print.papers import Passage, Question
from bot.texts import Texts
from handlers.parts.print_survey import Printer, Survey
from tests.support.surveys import form, row

TEXTS = Texts()


def printed(*items: Item, language: str = "en", **lists) -> list[Question | Passage]:
    words = {"ka": "წყალი", "en": "Water"}
    survey = Survey(7, words, words, {"ka": "", "en": ""}, form(*items, **lists))
    return list(Printer(partial(TEXTS.text, language), language, survey).sheet.items)


TAP = row("one", "tap", options="yn", label={"en": "A tap?"})


@pytest.mark.parametrize(
    ("relevant", "only"),
    [
        ("${tap} = 'no'", "Only if your answer to 1 is “[no]”"),
        ("${tap} != 'no'", "Only if your answer to 1 is not “[no]”"),
        ("${tap} != ''", "Only if you have answered 1"),
        ("${tap} = ''", "Only if you have not answered 1"),
        (
            "${tap} = 'no' or selected(${tap}, 'yes')",
            "Only if your answer to 1 is “[no]” or your answer to 1 is “[yes]”",
        ),
        ("string-length(${tap}) > 1", "Not for everybody: it depends on question 1"),
        ("today() > '2026-01-01'", "Not for everybody: leave it out if it does not concern you"),
    ],
)
def test_conditions_are_told_in_words(relevant, only):
    _, second = printed(TAP, row("text", "why", relevant=relevant), yn="yes no")
    assert second.only == only


@pytest.mark.parametrize(
    ("bound", "said"),
    [(">", "more than"), ("<", "less than"), (">=", "or more"), ("<=", "or less")],
)
def test_numbers_are_compared_in_words(bound, said):
    _, second = printed(row("integer", "n"), row("text", "why", relevant=f"${{n}} {bound} 3"))
    assert said in second.only and "3" in second.only


def test_every_kind_says_how_to_answer():
    kinds = [kind for kind in Kind if kind not in ("group", "repeat", "meta", "calculate")]
    items = [row(kind, f"q{at}", options="yn") for at, kind in enumerate(kinds)]
    found = printed(*items, yn="yes no")
    assert len(found) == len(kinds)
    for item in found:
        assert isinstance(item, Passage) or item.options or item.lines or "paper" in item.hint


def test_groups_and_repeats_are_parts():
    inner = row("integer", "age", label={"en": "Age"})
    part, asked = printed(Item("kids", Kind.REPEAT, {"en": "Children"}, items=(inner,)))
    assert (part.name, part.text) == (
        "Children",
        "If there are several, take another sheet for this part.",
    )
    assert asked.number == "1"


def test_a_long_list_is_written_and_a_quoted_answer_is_pointed_at():
    many = " ".join(f"o{n}" for n in range(50))
    long, quoted = printed(
        row("one", "where", options="long"),
        row("text", "b", label={"en": "Why ${where}?"}),
        long=many,
    )
    assert (long.options, long.lines) == ((), 1)
    assert quoted.name == "Why (see 1)?"
