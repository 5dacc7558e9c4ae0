"""Forms of one survey: who was asked what, and one form that all answers fit."""

from datetime import timedelta

from bot.civic.survey.countable import countable
from bot.civic.survey.form import Form
from bot.civic.survey.revisions import Revision, Span, offers, options, questions, whole
from tests.support.surveys import NOW, form, row

DAY = timedelta(days=1)


def revisions(*forms: Form) -> list[Revision]:
    return [Revision(at, NOW + at * DAY, one) for at, one in enumerate(forms, 1)]


def names(items) -> list:
    return [(item.name, names(item.items)) if item.items else item.name for item in items]


def ids(of: Form, question: str) -> list[str]:
    return [option.id for option in offers(of)[question]]


OLD = form(
    row("one", "needs", options="list"),
    row("group", "home", row("text", "roof"), row("text", "yard")),
    row("repeat", "child", row("integer", "age")),
    row("text", "words"),
    list="road water",
)
NEW = form(
    row("text", "first"),
    row("one", "needs", options="other"),
    row("group", "home", row("text", "yard")),
    row("text", "age"),
    other="water bus",
)


def test_one_form_has_all_that_was_ever_asked():
    found = whole([OLD, NEW])
    assert names(found.items) == ["first", "needs", ("home", ["yard", "roof"]), "age", "words"]
    assert ids(found, "needs") == ["water", "bus", "road"]
    assert whole([OLD]) == OLD and whole([OLD, OLD]) == OLD


def test_a_group_that_is_gone_keeps_what_has_not_moved():
    moved = form(row("text", "yard"))
    assert names(whole([OLD, moved]).items) == [
        "yard",
        "needs",
        ("home", ["roof"]),
        ("child", ["age"]),
        "words",
    ]


def test_two_questions_of_one_list_keep_their_own_options():
    apart = form(row("one", "a", options="one"), row("one", "b", options="two"), one="x", two="y")
    joined = form(row("one", "a", options="both"), row("one", "b", options="both"), both="z")
    found = whole([apart, joined])
    assert (ids(found, "a"), ids(found, "b")) == (["z", "x"], ["z", "y"])
    assert len(found.lists) == 2
    assert whole([joined, joined]).lists == joined.lists


def test_who_was_asked_what():
    back = form(row("one", "needs", options="list"), row("text", "roof"), list="road water")
    three = revisions(OLD, NEW, back)
    first, second, third = (one.since for one in three)
    found = questions(three)
    assert found["needs"] == Span(frozenset({1, 2, 3}))
    assert found["first"] == Span(frozenset({2}), second, third)
    assert found["words"] == Span(frozenset({1}), None, second)
    assert found["roof"] == Span(frozenset({1, 3}))  # between them it was not asked
    offered = options(three, "needs")
    assert offered["water"] == Span(frozenset({1, 2, 3}))
    assert offered["bus"] == Span(frozenset({2}), second, third)
    assert options(three, "first") == {} and first < second


def test_an_option_of_a_question_that_came_later_is_as_old_as_the_question():
    two = revisions(form(row("text", "a")), form(row("one", "b", options="list"), list="x"))
    assert options(two, "b") == {"x": Span(frozenset({2}))}
    assert list(countable(whole([one.form for one in two]))) == ["b", "a"]
