"""The walk over a form: what is asked, in which order, and what counts at the end."""

import json

import pytest

from bot.civic.survey.form import Form
from bot.civic.survey.interview import Interview
from bot.civic.survey.step import Act, Heading
from tests.support.surveys import NOW, form, row, sitting, survey, walked

HOUSE = form(
    row("note", "hello", label="გამარჯობა"),
    row("one", "here", options="yesno"),
    row(
        "group",
        "living",
        row("integer", "people", label="რამდენი?", constraint=". < 20"),
        row("calculate", "many", calculation="${people} > 4"),
        row("note", "big", label="დიდი ოჯახი: ${people}", relevant="${many} = 'true'"),
        label="სახლი",
        relevant="${here} = 'yes'",
    ),
    row("text", "end"),
    yesno="yes no",
)


def test_a_form_survives_json():
    again = Form.from_json(json.loads(json.dumps(HOUSE.to_json())))
    assert again == HOUSE
    assert walked(Interview.of(again), {"here": "no"}) == ["hello", "here", "end"]


def test_what_is_hidden_is_neither_asked_nor_kept():
    house = Interview.of(HOUSE)
    assert walked(house, {"here": "no"}) == ["hello", "here", "end"]
    assert walked(house, {"here": "yes"}) == ["hello", "here", "people", "end"]
    given = {"here": "yes", "people": "7", "end": "x"}
    assert walked(house, given) == ["hello", "here", "people", "big", "end"]
    assert house.cleaned(given, sitting()) == {**given, "many": "true"}
    # The same answers after "here" was changed: what stood in the hidden group is gone.
    assert house.cleaned({**given, "here": "no"}, sitting()) == {"here": "no", "end": "x"}


def test_answers_that_are_refused_do_not_count():
    house = Interview.of(HOUSE)
    given = {"here": "yes", "people": "99", "end": "x"}
    assert house.cleaned(given, sitting()) == {"here": "yes", "many": "false", "end": "x"}
    assert house.cleaned({"here": "perhaps", "people": "4"}, sitting()) == {}


def test_a_walk_is_the_same_over_stored_answers_as_while_they_were_given():
    later = survey(
        row("text", "first", relevant="${last} = ''"),
        row("text", "second", relevant="${first} != ''"),
        row("text", "last"),
    )
    given = {"first": "a", "second": "b", "last": "c"}
    assert walked(later, given) == ["first", "second", "last"]
    assert [step.key for step in later.steps(given, sitting())] == ["first", "second", "last"]


class Waiting(Exception):
    """Raised by a script at the first question without an answer."""


def turn(interview, stored):
    """One turn of a chat: the script runs from the top over what is stored; what it asks now."""
    answers: dict[str, str] = {}
    try:
        for step in interview.steps(answers, sitting()):
            if step.act is not Act.TELL:
                if step.key not in stored:
                    raise Waiting(step.key)
                answers[step.key] = stored[step.key]
    except Waiting as waiting:
        return str(waiting)
    return interview.cleaned(answers, sitting())


def test_a_script_replayed_at_every_turn_comes_to_the_same_end():
    house = Interview.of(HOUSE)
    stored: dict[str, str] = {}
    for key, answer in (("here", "yes"), ("people", "7"), ("end", "x")):
        assert turn(house, stored) == key
        stored[key] = answer
    assert turn(house, stored) == {"here": "yes", "people": "7", "many": "true", "end": "x"}
    # Back to the first question, another answer, and what is hidden now is not asked again.
    assert turn(house, {**stored, "here": "no"}) == {"here": "no", "end": "x"}


def test_texts_quote_answers_in_the_persons_language():
    texts = survey(
        row("many", "needs", options="needs"),
        row("date", "born"),
        row(
            "text",
            "why",
            label={"ka": "რატომ ${needs}?", "en": "Why ${needs}?"},
            hint={"ka": "დაბ. ${ born }"},
        ),
        needs="road water",
    )

    def shows(kind, value):
        return f"{kind}:{value}"

    answers = {"needs": "road water", "born": "1990-02-01"}
    *_, why = texts.steps(answers, sitting(language="en", shows=shows))
    assert (why.label, why.hint) == ("Why [road], [water]?", "დაბ. date:1990-02-01")
    *_, why = texts.steps(answers, sitting(language="hy"))
    assert why.label == "რატომ <road>, <water>?"


def test_headings_name_the_groups_around():
    nested = survey(
        row(
            "group",
            "outer",
            row("repeat", "member", row("text", "name"), label="წევრი", count="2"),
            label="ოჯახი",
        )
    )
    first, second = nested.steps({}, sitting())
    assert first.headings == (Heading("outer", "ოჯახი", 0), Heading("member", "წევრი", 1))
    assert second.headings[-1].number == 2


def test_calculations_follow_every_answer_wherever_they_stand():
    form = survey(
        row("calculate", "double", calculation="${sum} * 2"),
        row("calculate", "sum", calculation="${a} + ${b}"),
        row("integer", "a"),
        row("integer", "b"),
        row("note", "told", label="${double}", relevant="${double} > 10"),
    )
    assert walked(form, {"a": "1", "b": "2"}) == ["a", "b"]
    given = {"a": "4", "b": "2"}
    *_, told = form.steps(given, sitting())
    assert (told.act, told.label) == (Act.TELL, "12")
    assert form.cleaned(given, sitting()) == {"double": "12", "sum": "6", **given}
    assert form.cleaned({"a": "4"}, sitting()) == {"a": "4"}


def test_metadata_is_filled_in_from_the_sitting():
    form = survey(
        row("meta", "started", calculation="start"),
        row("meta", "today"),
        row("meta", "end"),
        row("meta", "deviceid"),
        row("calculate", "at", calculation="once(now())"),
    )
    later = NOW.replace(day=30)
    assert form.cleaned({}, sitting(now=later)) == {
        "started": "2026-11-28T14:30:00+04:00",
        "today": "2026-11-28",
        "end": "2026-11-30T14:30:00+04:00",
        "at": "2026-11-28T14:30:00.000+04:00",
    }


def test_chance_is_the_same_at_every_replay():
    form = survey(
        row("calculate", "id", calculation="once(uuid())"),
        row("calculate", "lot", calculation="random()"),
    )
    first = form.cleaned({}, sitting())
    assert first == form.cleaned({}, sitting())
    assert first["lot"] != form.cleaned({}, sitting(seed="nino"))["lot"]


def test_questions_are_counted_as_far_as_is_known():
    house = Interview.of(HOUSE)
    answers: dict[str, str] = {}
    said = []
    for step in house.steps(answers, sitting()):
        if step.act is Act.ASK:
            known = sum(other.act is Act.ASK for other in house.steps(answers, sitting()))
            said.append((step.key, step.place, known))
            answers[step.key] = {"here": "yes", "people": "3"}.get(step.key, "")
    assert said == [("here", 1, 2), ("people", 2, 3), ("end", 3, 3)]
    assert house.seconds(sitting()) == (36 + 44) // 2


def test_defaults_are_proposed_where_they_would_be_taken():
    form = survey(
        row("integer", "a", default="5"),
        row("integer", "b", default="${a} + 1", constraint=". < 9"),
        row("date", "c", default="today()"),
        row("one", "d", options="yesno", default="perhaps"),
        row("text", "e", default="What is (this)?"),
        yesno="yes no",
    )
    steps = form.steps({"a": "7"}, sitting())
    assert [step.default for step in steps] == ["5", "8", "2026-11-28", "", "What is (this)?"]
    assert [step.default for step in form.steps({"a": "8"}, sitting())][1] == ""


def test_what_is_calculated_for_a_question_is_proposed_and_may_be_changed():
    form = survey(row("integer", "a"), row("integer", "sum", calculation="${a} + 1"))
    assert [step.default for step in form.steps({"a": "7"}, sitting())] == ["", "8"]
    assert form.cleaned({"a": "7", "sum": "9"}, sitting()) == {"a": "7", "sum": "9"}
    assert form.cleaned({"a": "7"}, sitting()) == {"a": "7"}


@pytest.mark.parametrize(
    ("said", "gori", "needed"),
    [("yes", True, True), ("${town} = 'gori'", True, False), ("no", False, False)],
)
def test_required_always_or_by_an_expression(said, gori, needed):
    form = survey(row("text", "town"), row("text", "why", required=said))
    for town, wanted in (("gori", gori), ("telavi", needed)):
        *_, why = form.steps({"town": town}, sitting())
        assert why.required is wanted
