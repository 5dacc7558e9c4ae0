"""Random respondents walk every kind of form to its end."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.civic.survey.form import ASKED, CHOOSING, Kind
from bot.civic.survey.interview import Interview
from tests.support.phrases import phrase
from tests.support.respondent import respond
from tests.support.surveys import form, row, sitting

FORMS = {
    "needs": form(
        row("one", "lives_here", options="yesno", required="yes"),
        row("integer", "age", constraint=". >= 10 and . <= 120", relevant="${lives_here} = 'yes'"),
        row("many", "needs", options="needs", constraint="count-selected(.) <= 3"),
        row("rank", "order", options="needs", relevant="count-selected(${needs}) > 1"),
        row("text", "why", relevant="selected(${needs}, 'road')", label="რატომ ${needs}?"),
        row("place", "where", relevant="selected(${needs}, 'water')"),
        row("photo", "picture"),
        row("audio", "story"),
        row("video", "film"),
        row("barcode", "meter"),
        row("acknowledge", "consent", required="yes"),
        yesno="yes no",
        needs="road water light",
    ),
    "household": form(
        row("integer", "size", constraint=". > 0 and . <= 8", required="yes"),
        row(
            "repeat",
            "member",
            row("text", "name"),
            row("date", "born", constraint=". <= today()"),
            row("calculate", "age", calculation="int((today() - ${born}) div 365.25)"),
            row(
                "group",
                "adult",
                row("one", "works", options="yesno"),
                row("decimal", "income", relevant="${works} = 'yes'", constraint=". >= 0"),
                relevant="${age} >= 18",
            ),
            row("repeat", "skill", row("text", "called"), relevant="position(..) = 1"),
            count="${size}",
        ),
        row("calculate", "adults", calculation="count-non-empty(${works})"),
        row("note", "bye", label="${adults} / ${size}: ${name}"),
        yesno="yes no",
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_respondents_reach_the_end(name):
    interview = Interview.of(FORMS[name])
    for seed in range(40):
        answers = respond(interview, sitting(), Random(seed))
        cleaned = interview.cleaned(answers, sitting())
        assert answers.items() & cleaned.items() == {
            (key, value) for key, value in answers.items() if value and "+" not in key
        }
        again = [step.key for step in interview.steps(answers, sitting())]
        assert [key for key in again if key in answers] == list(answers)


def any_form(random: Random, size: int):
    """A form whose conditions are whatever the grammar gives."""
    rows = [row("text", name) for name in "abcd"]
    for place in range(size):
        kind = random.choice(sorted({*ASKED, Kind.NOTE, Kind.CALCULATE}))
        columns = {"relevant": phrase(random, 2)} if random.random() < 0.5 else {}
        if kind is Kind.CALCULATE:
            columns["calculation"] = phrase(random, 3)
        elif kind is not Kind.NOTE and random.random() < 0.5:
            columns["constraint"] = phrase(random, 2)
        if kind in CHOOSING:
            columns["options"] = "list"
        rows.append(row(kind, f"q{place}", label="${a} ${b}", **columns))
    inside = row("repeat", "again", *rows[4:], count=random.choice(("", "2", "${a}")))
    return form(*rows[:4], inside, list="x y z")


@settings(deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 12))
def test_no_form_and_no_answer_makes_a_walk_fail(random, size):
    interview = Interview.of(any_form(random, size))
    answers = respond(interview, sitting(), random)
    cleaned = interview.cleaned(answers, sitting())
    assert all(isinstance(value, str) and value for value in cleaned.values())
    assert interview.cleaned(cleaned | answers, sitting()) == cleaned


def hundred():
    """Questions that each look back, calculations over them, and texts that quote."""
    rows = [row("one", "q0", options="yesno")]
    for n in range(1, 100):
        before = f"${{q{n - 1}}}"
        relevant = f"selected({before}, 'yes') or {before} = 'no' or {before} = ''"
        rows.append(row("one", f"q{n}", options="yesno", relevant=relevant, label=f"? {before}"))
        if n % 5 == 0:
            calculation = f"if({before} = 'yes', 1, 0) + 2 * 3"
            rows.append(row("calculate", f"c{n}", calculation=calculation))
    return Interview.of(form(*rows, yesno="yes no"))


def test_a_walk_over_a_hundred_questions_that_look_back():
    answers = {f"q{n}": "yes" for n in range(100)}
    assert len(list(hundred().steps(answers, sitting()))) == 100


def test_many_choices_are_filtered():
    towns = " ".join(f"t{n}" for n in range(10_000))
    interview = Interview.of(
        form(row("one", "town", options="towns", choice_filter="name != 't5'"), towns=towns)
    )
    assert interview.cleaned({"town": "t9999"}, sitting()) == {"town": "t9999"}
    [step] = interview.steps({}, sitting())
    assert len(step.options) == 9_999
