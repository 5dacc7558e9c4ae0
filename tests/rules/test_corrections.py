"""What a corrected form changes, and that what would falsify answers is found."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.civic.survey.corrections import Reworded, Why, changes
from bot.civic.survey.countable import countable, rule
from bot.civic.survey.countable import read as as_counted
from bot.civic.survey.form import Form, Kind, Option
from bot.civic.survey.interview import Interview
from bot.civic.survey.revisions import offers, whole
from tests.support.respondent import respond
from tests.support.surveys import form, row, sitting

OLD = form(
    row("one", "needs", options="list"),
    row("integer", "age", most="120"),
    row("meta", "begun", calculation="start"),
    row("note", "hello"),
    row("group", "home", row("text", "roof")),
    row("repeat", "child", row("text", "name")),
    list="road water",
)


def found(new: Form, *before: Form):
    return changes(before or (OLD,), new)


def test_nothing_is_nothing_whatever_the_rows_are():
    moved = replace(OLD, items=tuple(replace(item, row=9) for item in OLD.items))
    assert found(moved).same and not found(replace(OLD, items=OLD.items[::-1])).same


def test_every_change_is_told_once():
    new = form(
        row("one", "needs", options="list"),
        row("integer", "age", most="99"),
        row("text", "why", relevant="${age} > 9"),
        row("group", "home", row("text", "roof", label="სახურავი?"), relevant="${age} > 18"),
        list="road bus",
    )
    said = found(new)
    assert [item.name for item in said.added] == ["why"]
    assert [item.name for item in said.removed] == ["name"]
    assert [[option.id for option in one.options] for one in said.offered] == [["bus"]]
    assert [[option.id for option in one.options] for one in said.withdrawn] == [["water"]]
    assert said.reworded == (Reworded("roof", "", {"ka": "roof"}, {"ka": "სახურავი?"}),)
    assert [item.name for item in said.rules] == ["age", "home"]
    assert said.clashes == () and not said.same


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (row("many", "needs", options="list"), Why.KIND),
        (row("decimal", "age"), Why.KIND),
        (row("calculate", "age", calculation="1"), Why.KIND),
        (row("meta", "begun", calculation="end"), Why.KIND),
        (row("text", "child"), Why.KIND),
        (row("text", "name"), Why.REPEAT),
        (row("repeat", "again", row("text", "roof")), Why.REPEAT),
    ],
)
def test_what_would_falsify_answers_is_refused(changed, why):
    clashes = found(form(changed, list="road water")).clashes
    assert [clash.why for clash in clashes] == [why]


@pytest.mark.parametrize(
    "harmless",
    [
        row("text", "roof"),  # in a group or out of it
        row("group", "hello", row("integer", "age")),  # a note had no answers
        row("meta", "begun", calculation="start"),
    ],
)
def test_what_has_the_same_answers_may_stand_elsewhere(harmless):
    assert found(form(harmless)).clashes == ()


def test_a_name_is_for_ever_even_if_it_was_away():
    away = form(row("text", "words"))
    assert found(form(row("text", "age")), OLD, away).clashes[0].why is Why.KIND
    back = form(row("one", "needs", options="list"), list=[Option("road", {"ka": "ტბა"})])
    said = found(back, OLD, away)
    assert [(one.question, one.option) for one in said.reworded] == [("needs", "road")]


def test_a_text_differs_by_its_letters_in_a_language_that_both_have():
    def asked(label):
        return form(row("text", "roof", label=label))

    for same in ({"ka": "ROOF!"}, {"ka": " roof", "en": "The roof"}, {"en": "The roof"}):
        assert found(asked(same), asked({"ka": "roof?"})).reworded == ()
    assert len(found(asked({"ka": "roofs"}), asked({"ka": "roof"})).reworded) == 1


KINDS = ("one", "many", "rank", "integer", "text", "place")


@st.composite
def edits(draw, before: Form) -> Form:
    """Any form over the same few names: what clashes with the old ones is the rules' business."""
    names = draw(st.lists(st.sampled_from("abcdef"), unique=True, min_size=1))
    ids = " ".join(draw(st.lists(st.sampled_from("uvwxyz"), unique=True, min_size=1)))
    return form(
        *(row(draw(st.sampled_from(KINDS)), name, options="list") for name in names), list=ids
    )


@settings(deadline=None)
@given(st.data(), st.randoms(use_true_random=False))
def test_answers_survive_any_sequence_of_compatible_forms(data, random):
    """Whoever answered any of them is counted in all, as they said it; who is in the middle is
    asked only what they have not answered."""
    forms = [data.draw(edits(OLD))]
    sheets = []
    for _ in range(5):
        interview = Interview.of(forms[-1])
        sheets += [interview.cleaned(respond(interview, sitting(), random), sitting())]
        new = data.draw(edits(forms[-1]))
        if not changes(forms, new).clashes:
            _goes_on(interview, new, random)
            forms.append(new)
    every = whole(forms)
    items = countable(every)
    for sheet in sheets:
        assert items.keys() >= sheet.keys()
        for name, value in sheet.items():
            assert as_counted(items[name], value) is not None
        for name in sheet.keys() & offers(every).keys():
            assert set(sheet[name].split()) <= set(rule(every, items[name]).options)


def _goes_on(old: Interview, new: Form, random) -> None:
    """Half an interview is held on by the new form."""
    given = respond(old, sitting(), random)
    kept = {name: value for name, value in given.items() if value and random.random() < 0.7}
    offered = {name: {option.id for option in options} for name, options in offers(new).items()}
    for step in Interview.of(new).steps(kept, sitting()):
        if step.key not in kept:
            continue
        said = set(kept[step.key].split())
        gone = said - offered.get(step.key, said)
        unplaced = step.kind is Kind.RANK and said != offered[step.key]
        assert (step.refusal(kept[step.key]) is None) is not bool(gone or unplaced)
