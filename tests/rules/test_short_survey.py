"""A short survey is changed bit by bit, and is a sound form after each of them."""

from dataclasses import replace

import pytest

from bot.civic.survey import short
from bot.civic.survey.form import Form, Item, Kind
from bot.civic.survey.interview import Interview
from bot.civic.survey.short import DOWN, UP, Question
from tests.support.surveys import form, row, sitting

ROAD = Question(Kind.ONE, {"ka": "როგორ?"}, ({"ka": "ფეხით"}, {"ka": "მანქანით"}), required=True)
AGE = Question(Kind.INTEGER, {"ka": "ასაკი?"})
WHY = Question(Kind.TEXT, {"ka": "რატომ?"})


@pytest.fixture
def three() -> Form:
    return short.added(short.added(short.begun("ka", "გზა", ROAD), AGE), WHY)


def names(form: Form) -> list[str]:
    return [item.name for item in form.items]


def test_what_is_put_in_is_read_out(three: Form):
    assert names(three) == ["q1", "q2", "q3"]
    assert [short.read(three, name) for name in names(three)] == [ROAD, AGE, WHY]
    assert short.is_short(three) and Form.from_json(three.to_json()) == three
    steps = [step.key for step in Interview.of(three).steps({}, sitting())]
    assert steps == ["q1", "q2", "q3"]


def test_nothing_is_quoted_in_a_short_survey():
    dollars = Question(Kind.ONE, {"ka": "ფასი ${x}, ${"}, ({"ka": "${q1}"}, {"ka": "$"}))
    form = short.begun("ka", "ფასი", dollars)
    assert short.is_short(form)
    [step] = Interview.of(form).steps({}, sitting())
    assert step.label == "ფასი $ {x}, $ {"
    assert [option.label for option in step.options] == ["$ {q1}", "$"]


def test_questions_move_as_far_as_they_can(three: Form):
    assert names(short.moved(three, "q3", UP)) == ["q1", "q3", "q2"]
    assert names(short.moved(three, "q1", UP)) == ["q1", "q2", "q3"]
    assert names(short.moved(three, "q3", DOWN)) == ["q1", "q2", "q3"]


def test_what_is_taken_out_leaves_nothing_behind_and_no_name_is_given_twice(three: Form):
    left = short.removed(three, "q1")
    assert (names(left), left.lists) == (["q2", "q3"], {})
    assert names(short.added(left, ROAD)) == ["q2", "q3", "q4"]


def test_another_kind_drops_the_list_or_brings_one(three: Form):
    other = short.changed(three, "q1", AGE)
    assert (names(other), other.lists) == (["q1", "q2", "q3"], {})
    back = short.changed(other, "q1", replace(ROAD, kind=Kind.MANY))
    assert [option.id for option in back.lists["q1"]] == ["1", "2"]
    assert Interview.of(back).form == back


def test_texts_in_another_language(three: Form):
    told = short.translated(three, "en", {"q1": ["How?", "On foot", "By car"], "q2": ["Age?"]})
    assert told.languages == ("ka", "en")
    assert short.read(told, "q1").options[1] == {"ka": "მანქანით", "en": "By car"}
    assert short.read(told, "q2").label == {"ka": "ასაკი?", "en": "Age?"}
    assert short.read(told, "q3") == WHY


@pytest.mark.parametrize(
    "other",
    [
        row("text", "a", relevant="${b} = 'yes'"),
        row("text", "a", hint="მოკლედ"),
        row("decimal", "a"),
        row("group", "g", row("text", "a")),
    ],
)
def test_what_only_a_workbook_can_say_is_not_changed_here(other: Item):
    assert not short.is_short(form(other))
    assert not short.is_short(form(*(row("text", f"t{n}") for n in range(11))))
    assert short.is_short(form(row("text", "a")))


def test_a_question_that_is_none_is_an_error(three: Form):
    with pytest.raises(KeyError):
        short.read(three, "q9")


def ids(form: Form, name: str = "q1") -> list[str]:
    return [option.id for option in form.lists[name]]


def told(*labels: str, kind: Kind = Kind.ONE) -> Question:
    return Question(kind, ROAD.label, tuple({"ka": label} for label in labels))


def test_an_answer_keeps_its_id_wherever_it_stands(three: Form):
    more = short.changed(three, "q1", told("ავტობუსით", "მანქანით", "ფეხით"))
    assert ids(more) == ["3", "2", "1"]
    fewer = short.changed(more, "q1", told("ფეხით", "ავტობუსით"))
    assert ids(fewer) == ["1", "3"]
    assert ids(short.changed(three, "q1", told("ფეხით", "ფეხით"))) == ["1", "2"]


def test_an_answer_written_in_the_place_of_another_is_taken_for_it(three: Form):
    assert ids(short.changed(three, "q1", told("ფეხით", "მანქანა"))) == ["1", "2"]


def test_what_was_published_keeps_its_names_for_ever(three: Form):
    """However it was changed since: nothing new gets the name of something old."""
    left = short.removed(three, "q3")
    assert names(short.added(left, AGE, three)) == ["q1", "q2", "q4"]
    fewer = short.changed(three, "q1", told("მანქანით"))
    assert ids(short.changed(fewer, "q1", told("მანქანით", "ტაქსით"), three)) == ["2", "3"]
    assert ids(short.changed(fewer, "q1", told("ფეხით", "მანქანით"), three)) == ["1", "2"]
    other = short.changed(three, "q1", told("ფეხით", "მანქანით", kind=Kind.MANY), three)
    assert names(other) == ["q4", "q2", "q3"] and ids(other, "q4") == ["1", "2"]
    assert short.is_short(other) and "q1" not in other.lists


def test_what_means_something_else_gets_a_name_of_its_own(three: Form):
    other = short.apart(three, "q1", "", three)
    assert names(other) == ["q4", "q2", "q3"] and short.read(other, "q4") == ROAD
    option = short.apart(three, "q1", "2", three)
    assert (names(option), ids(option)) == (names(three), ["1", "3"])
    assert Interview.of(option).form == option
