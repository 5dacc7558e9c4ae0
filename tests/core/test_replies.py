"""Values that are typed: what is stored, what is refused, and with which words."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.asked import Asked, Misread
from bot.conversation import Chat
from bot.messages import Choice, Heard, Incoming, Wants
from bot.replies import READERS, read_reply
from tests.core.talk import NOW, TEXT, Talk

Script = Callable[[Chat], Awaitable[Any]]


def wants(kind: str, **shape: Any) -> Script:
    async def script(chat: Chat) -> Any:
        return await getattr(chat, kind)("x", "Well?", **shape)

    return script


async def ask(kind: str, said: str, **shape: Any) -> tuple[Any, str]:
    """What came of a reply: the result, or what is said instead."""
    talk = Talk(wants(kind, **shape))
    await talk.begin()
    shown = await talk.say(said)
    if talk.finished:
        return talk.result, ""
    assert talk.state.answers == {} and shown.text.endswith("Well?")
    return None, shown.text.plain().removesuffix("\n\nWell?")


@pytest.mark.parametrize(
    ("said", "result"),
    [("25", 25), ("ოცდახუთი", 25), ("twenty-five", 25), ("25 კაცი", 25), ("1 200", 1200)],
)
async def test_a_whole_number_in_figures_or_words(said: str, result: int) -> None:
    assert await ask("number", said) == (result, "")


@pytest.mark.parametrize(
    ("said", "name", "args"),
    [
        ("ბევრი", "core-want-number", {}),
        ("5-10", "core-want-one-number", {}),
        ("5 ან 6", "core-want-one-number", {}),
        ("2,5", "core-want-whole", {}),
        ("60", "core-number-between", {"low": 1, "high": 50}),
        ("-5", "core-number-between", {"low": 1, "high": 50}),
    ],
)
async def test_a_number_that_does_not_fit_is_told_how(said: str, name: str, args: Any) -> None:
    assert await ask("number", said, at_least=1, at_most=50) == (None, TEXT(name, **args))


@pytest.mark.parametrize(
    ("said", "result"),
    [("12,5", "12.5"), ("12.50 ₾", "12.5"), ("ორნახევარი", "2.5"), ("7", "7"), ("-1.5", "-1.5")],
)
async def test_a_decimal_is_kept_in_one_form(said: str, result: str) -> None:
    assert await ask("decimal", said) == (result, "")


@pytest.mark.parametrize(
    ("bounds", "name", "args"),
    [
        ({"at_least": "0.5", "at_most": "3"}, "core-number-between", {"low": "0.5", "high": "3"}),
        ({"at_least": "12.1"}, "core-number-at-least", {"low": "12.1"}),
        ({"at_most": "0"}, "core-number-at-most", {"high": "0"}),
    ],
)
async def test_a_decimal_has_bounds_on_either_side(bounds: Any, name: str, args: Any) -> None:
    assert await ask("decimal", "12", **bounds) == (None, TEXT(name, **args))


async def test_bounds_themselves_are_allowed() -> None:
    for said in ("0.5", "3"):
        assert await ask("decimal", said, at_least="0.5", at_most="3") == (said, "")


@pytest.mark.parametrize(
    ("kind", "said", "result"),
    [
        ("date", "5 დეკემბერს", "2026-12-05"),
        ("date", "გუშინ", "2026-11-21"),
        ("time", "საღამოს 6", "18:00"),
        ("date_time", "ხვალ 18:30", "2026-11-23T18:30"),
    ],
)
async def test_a_day_and_an_hour_as_they_are_said(kind: str, said: str, result: str) -> None:
    assert await ask(kind, said) == (result, "")


@pytest.mark.parametrize(
    ("kind", "problem"),
    [
        ("number", "core-want-number"), ("decimal", "core-want-decimal"),
        ("date", "core-want-date"), ("time", "core-want-time"),
        ("date_time", "core-want-date-time"),
    ],
)  # fmt: skip
async def test_what_is_not_understood_is_answered_with_an_example(kind: str, problem: str) -> None:
    assert await ask(kind, "როგორც გინდათ") == (None, TEXT(problem))
    assert any(letter.isdigit() for letter in TEXT(problem))
    talk = Talk(wants(kind))
    await talk.begin()
    assert (await talk.send(Heard.PHOTO, media="m")).text.endswith("Well?")


async def test_a_birth_date_is_in_the_past() -> None:
    assert await ask("date", "1.2.40", past=True) == ("1940-02-01", "")


async def test_today_is_the_day_of_the_reply_in_the_local_zone() -> None:
    """The question has waited for a week, and in Tbilisi it is past midnight."""
    talk = Talk(wants("date"))
    await talk.begin()
    late = NOW.replace(hour=21) + timedelta(days=7)
    nonce = (talk.state.asked or {})["nonce"]
    await talk._turn(Incoming("fake", "e", "chat", Heard.TEXT, late, text="დღეს", nonce=nonce))
    assert talk.result == "2026-11-30"


SKIPS = "არ ვიცი|არ მახსოვს|Don’t know|don't know|no idea|-|–|I don't remember.|Skip|არა"


@pytest.mark.parametrize("kind", ["ask", "number", "decimal", "date", "time", "date_time"])
async def test_everybody_can_say_that_they_do_not_know(kind: str) -> None:
    for said in SKIPS.split("|"):
        result, problem = await ask(kind, said, optional=True)
        assert (result or "", problem) == ("", ""), said
    result, _ = await ask(kind, "no idea")
    assert result == ("no idea" if kind == "ask" else None)


@pytest.mark.parametrize(
    ("kind", "said", "stored"),
    [("number", "5", 5), ("decimal", "2,5", "2.5"), ("date", "5.12.2026", "2026-12-05"),
     ("time", "18:30", "18:30"), ("date_time", "5.12.2026 18:30", "2026-12-05T18:30")],
)  # fmt: skip
async def test_a_check_sees_the_stored_value_and_its_words_are_told(
    kind: str, said: str, stored: Any
) -> None:
    seen = []

    def check(value: Any) -> str:
        seen.append(value)
        return "Not this one."

    assert await ask(kind, said, check=check) == (None, "Not this one.")
    assert seen == [stored]


async def test_a_check_of_several_is_told_at_done_and_the_picks_are_kept() -> None:
    def check(picks: list[str]) -> str | None:
        return "Road and park exclude each other." if len(picks) > 1 else None

    async def script(chat: Chat) -> list[str]:
        roads = [Choice("road", "Road"), Choice("park", "Park"), Choice("lamp", "Lamp")]
        return await chat.pick_many("x", "Which?", roads, optional=True, check=check)

    talk = Talk(script)
    await talk.begin()
    assert "exclude" not in (await talk.say("1 2")).text
    shown = await talk.tap("!done")
    assert "exclude" in shown.text and "Which?" in shown.text
    assert [choice.id for choice in shown.choices if choice.picked] == ["road", "park"]
    await talk.tap("park")
    await talk.tap("!done")
    assert talk.result == ["road"]


async def test_a_check_of_one_choice() -> None:
    async def script(chat: Chat) -> str:
        roads = [Choice("road", "Road"), Choice("park", "Park")]
        return await chat.choose("x", "Which?", roads, check=lambda id: f"{id}?" * (id == "road"))

    talk = Talk(script)
    await talk.begin()
    await talk.tap("park")
    assert not talk.finished  # '' is a problem too: only None is none


FORMS = [
    (Wants.NUMBER, {"max": 10}), (Wants.NUMBER, {"form": "decimal"}),
    *((Wants.TEXT, {"form": f, "zone": "Asia/Tbilisi"}) for f in ("date", "time", "date_time")),
]  # fmt: skip


@given(st.text(), st.sampled_from(FORMS))
def test_any_text_is_read_or_refused(said: str, form: tuple[Wants, dict[str, Any]]) -> None:
    asked = Asked.of("x", form[0], **form[1])
    assert Asked.from_json(asked.to_json()) == asked
    at = datetime.fromisoformat("2026-11-22T08:00+00:00")
    try:
        read_reply(asked, (), Incoming("fake", "e", "chat", Heard.TEXT, at, text=said), TEXT)
    except Misread as misread:
        assert misread.problem


def test_every_wish_has_a_reader() -> None:
    assert set(READERS) == set(Wants)
