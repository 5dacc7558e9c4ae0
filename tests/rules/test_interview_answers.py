"""Which answers are taken, and with which name the others are refused."""

from datetime import timedelta

import pytest

from bot.civic.survey import offers
from bot.civic.survey.answers import Wrong
from bot.civic.survey.form import Option
from bot.civic.survey.offers import Offered
from bot.civic.survey.step import Refusal
from bot.civic.survey.wording import Wordings, plain
from tests.support.surveys import NOW, row, sitting, survey


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


def towns_of(form, region, **changes):
    steps = list(form.steps({"region": region}, sitting(**changes)))
    return [option.id for option in steps[-1].options] if len(steps) > 1 else []


def test_what_a_filter_shows_is_kept_by_the_answers_that_decide_it(monkeypatch):
    monkeypatch.setattr(offers, "KEPT", 2)
    listed = [Option(id, {"ka": id}, {"region": id[0]}) for id in ("k1", "i1", "k2")]
    filtered = row("one", "town", options="towns", choice_filter="region = ${region}")
    form = survey(row("text", "region"), filtered, towns=listed)
    for _ in range(2):
        assert towns_of(form, "k") == ["k1", "k2"]
        assert towns_of(form, "i") == ["i1"]
        assert towns_of(form, "z") == []


def test_a_filter_that_looks_at_the_day_is_asked_anew():
    days = [Option(id, {"ka": id}, {"until": id}) for id in ("2026-11-28", "2026-11-30")]
    filtered = row("one", "day", options="days", choice_filter="until >= today()")
    form = survey(row("text", "region"), filtered, days=days)
    assert towns_of(form, "k") == ["2026-11-28", "2026-11-30"]
    assert towns_of(form, "k", now=NOW + timedelta(days=1)) == ["2026-11-30"]


def test_the_same_list_is_offered_at_every_turn_unless_its_labels_quote_answers():
    plain = survey(row("one", "q", options="list"), list="a b")
    assert only_options(plain, "ka") is only_options(plain, "ka")
    assert [option.label for option in only_options(plain, "en")] == ["[a]", "[b]"]
    quoting = [Option("a", {"ka": "${name}ს სახლი"})]
    form = survey(row("text", "name"), row("one", "q", options="list"), list=quoting)
    for name in ("ნინო", "გია"):
        *_, step = form.steps({"name": name}, sitting())
        assert step.options == (Offered("a", f"{name}ს სახლი"),)


@pytest.mark.parametrize("languages", [("ka", "en"), ("az", "en"), ("az", "hy"), ()])
@pytest.mark.parametrize("told", [{"ka": "ა", "en": "A"}, {"ka": "", "en": "A"}, {"ru": "А"}, {}])
def test_a_text_that_quotes_nothing_is_read_like_any_other(told, languages):
    assert plain(told, languages) == Wordings.of(told).filled(languages, str)


def only_options(form, language):
    [step] = form.steps({}, sitting(language=language))
    return step.options


def test_choice_names_are_in_the_persons_language():
    form = survey(
        row("one", "q", options="list"),
        row("calculate", "called", calculation="jr:choice-name(${q}, '${q}')"),
        list="a b",
    )
    assert form.cleaned({"q": "a"}, sitting())["called"] == "<a>"
    assert form.cleaned({"q": "a"}, sitting(language="en"))["called"] == "[a]"
