"""Which answers are taken, and with which name the others are refused."""

import pytest

from bot.civic.survey.answers import Wrong
from bot.civic.survey.form import Option
from bot.civic.survey.step import Offered, Refusal
from tests.support.surveys import row, sitting, survey


def only(*rows, **lists):
    """The last step of a form."""
    return list(survey(*rows, **lists).steps({}, sitting()))[-1]


KINDS = [
    ("text", "x" * 4001, Wrong.TOO_LONG),
    ("integer", "12.5", Wrong.NOT_WHOLE),
    ("integer", "twelve", Wrong.NOT_A_NUMBER),
    ("integer", "1e9", Wrong.NOT_A_NUMBER),
    ("decimal", "12,5", Wrong.NOT_A_NUMBER),
    ("decimal", "+5", Wrong.NOT_A_NUMBER),
    ("date", "20260203", Wrong.NOT_A_DATE),
    ("date", "2026-02-30", Wrong.NOT_A_DATE),
    ("date", "1.2.2026", Wrong.NOT_A_DATE),
    ("time", "25:00", Wrong.NOT_A_TIME),
    ("time", "2 pm", Wrong.NOT_A_TIME),
    ("moment", "2026-02-03", Wrong.NOT_A_TIME),
    ("moment", "3.2.2026 14:30", Wrong.NOT_A_DATE),
    ("place", "41.7", Wrong.NOT_A_PLACE),
    ("place", "here there", Wrong.NOT_A_PLACE),
    ("place", "99 44", Wrong.NOT_A_PLACE),
    ("acknowledge", "yes", Wrong.NOT_AGREED),
]


@pytest.mark.parametrize(("kind", "value", "wrong"), KINDS)
def test_answers_of_another_shape(kind, value, wrong):
    assert only(row(kind, "q")).refusal(value) == Refusal(wrong)


TAKEN = [
    ("text", "გზა"),
    ("integer", "-12"),
    ("decimal", "12.5"),
    ("date", "2024-02-29"),
    ("time", "14:30"),
    ("moment", "2026-02-03T14:30"),
    ("place", "41.7151 44.8271 0 0"),
    ("acknowledge", "OK"),
    ("photo", "media-17"),
]


@pytest.mark.parametrize(("kind", "value"), TAKEN)
def test_answers_of_the_right_shape(kind, value):
    assert only(row(kind, "q")).refusal(value) is None


def test_a_range_has_bounds_and_steps():
    step = only(row("range", "q", least="1", most="5", step="0.5"))
    assert step.refusal("2.5") is None
    assert step.refusal("0") == Refusal(Wrong.TOO_SMALL, detail="1")
    assert step.refusal("6") == Refusal(Wrong.TOO_LARGE, detail="5")
    assert step.refusal("2.2") == Refusal(Wrong.OFF_STEP, detail="0.5")


def test_choices_are_those_offered():
    one = only(row("one", "q", options="list"), list="a b c")
    assert one.refusal("b") is None
    assert one.refusal("a b") == Refusal(Wrong.NO_SUCH_OPTION, detail="a b")
    many = only(row("many", "q", options="list"), list="a b c")
    assert many.refusal("c a") is None
    assert many.refusal("c d") == Refusal(Wrong.NO_SUCH_OPTION, detail="d")
    assert many.refusal("c c") == Refusal(Wrong.REPEATED)
    assert many.refusal(" ") == Refusal(Wrong.NO_SUCH_OPTION)
    rank = only(row("rank", "q", options="list"), list="a b c")
    assert rank.refusal("c a b") is None
    assert rank.refusal("c a") == Refusal(Wrong.INCOMPLETE)


def test_a_constraint_is_refused_in_the_forms_words():
    step = only(
        row("integer", "least", default="5"),
        row(
            "integer",
            "q",
            constraint=". > 5 and ${q} < 10",
            constraint_message="5-დან 10-მდე ${least}",
            required="yes",
            required_message="აუცილებელია",
        ),
    )
    assert step.refusal("7") is None
    assert step.refusal("5") == Refusal(Wrong.CONSTRAINT, "5-დან 10-მდე ")
    assert step.refusal("") == Refusal(Wrong.REQUIRED, "აუცილებელია")


def test_an_empty_answer_needs_no_constraint():
    assert only(row("integer", "q", constraint=". > 5")).refusal("") is None


def test_a_filter_narrows_the_choices():
    towns = [Option(id, {"ka": id}, {"region": id[0]}) for id in ("k1", "k2", "i1")]
    form = survey(
        row("text", "region"),
        row("one", "town", options="towns", choice_filter="region = ${region}"),
        row("one", "other", options="towns", choice_filter="name != current()/../town"),
        towns=towns,
    )
    _, town, other = form.steps({"region": "k", "town": "k2"}, sitting())
    assert other.options == (Offered("k1", "k1"), Offered("i1", "i1"))
    steps = form.steps({"region": "k", "town": "k2"}, sitting())
    next(steps)
    town = next(steps)
    assert town.options == (Offered("k1", "k1"), Offered("k2", "k2"))
    assert town.refusal("i1") == Refusal(Wrong.NO_SUCH_OPTION, detail="i1")
    # Nothing to choose: nothing is asked.
    keys = [step.key for step in form.steps({"region": "z"}, sitting())]
    assert keys == ["region", "other"]
    assert form.cleaned({"region": "i", "town": "k2"}, sitting()) == {"region": "i"}


def test_choice_names_are_in_the_persons_language():
    form = survey(
        row("one", "q", options="list"),
        row("calculate", "called", calculation="jr:choice-name(${q}, '${q}')"),
        list="a b",
    )
    assert form.cleaned({"q": "a"}, sitting())["called"] == "<a>"
    assert form.cleaned({"q": "a"}, sitting(language="en"))["called"] == "[a]"
