"""Putting choices in order: by taps, by numbers, with second thoughts, on both messengers."""

from typing import Any

import pytest

from bot.channel import Limits
from bot.channels.telegram import LIMITS as TELEGRAM
from bot.channels.viber import LIMITS as VIBER
from bot.conversation import Chat
from bot.messages import Choice, Outgoing
from bot.render import render
from tests.core.talk import TEXT, Talk

NAMES = {"road": "Road", "water": "Water", "park": "Park", "light": "Light"}
both = pytest.mark.parametrize("limits", [TELEGRAM, VIBER])


def order(*ids: str, optional: bool = False, **more: Any) -> Any:
    async def script(chat: Chat) -> tuple[list[str], str]:
        choices = [Choice(id, NAMES.get(id, id)) for id in ids or NAMES]
        ranked = await chat.rank("order", "What first?", choices, optional=optional, **more)
        return ranked, await chat.ask("why", "Why?")

    return script


def read_back(*names: str) -> str:
    return "\n".join([TEXT("core-rank-order"), *(f"{n}. {s}" for n, s in enumerate(names, 1))])


def picked(message: Outgoing) -> list[str]:
    return [choice.id for choice in message.choices if choice.picked]


@both
async def test_every_tap_places_one_and_the_last_places_itself(limits: Limits) -> None:
    talk = Talk(order(), limits)
    first = await talk.begin()
    assert first.text == f"What first?\n\n{TEXT('core-rank-how')}"
    await talk.tap("park")
    shown = await talk.tap("road")
    assert read_back("Park", "Road") in shown.text
    assert TEXT("core-rank-left", count=2) in shown.text
    assert ("What first?" in shown.text) == limits.edits
    assert picked(shown) == ["road", "park"]
    assert talk.state.picks == {"order": ["park", "road"]} and talk.state.answers == {}
    assert (await talk.tap("light")).text == "Why?"
    await talk.say("because")
    assert talk.result == (["park", "road", "light", "water"], "because")


@both
@pytest.mark.parametrize("said", ["3 1 4", "3, 1, 4, 2", "3) 1) 4)", "3 > 1 > 4"])
async def test_the_order_is_typed(limits: Limits, said: str) -> None:
    talk = Talk(order(), limits)
    await talk.begin()
    assert (await talk.say(said)).text == "Why?"
    assert talk.state.answers["order"] == ["park", "road", "light", "water"]


@both
async def test_one_is_taken_back_and_the_others_move_up(limits: Limits) -> None:
    talk = Talk(order(), limits)
    await talk.begin()
    await talk.say("park")
    await talk.say("1")
    assert read_back("Road") in (await talk.tap("park")).text
    assert TEXT("core-rank-how") in (await talk.tap("road")).text
    assert talk.state.picks == {"order": []}


async def test_numbers_follow_what_is_placed_or_begin_anew_if_one_of_them_is() -> None:
    talk = Talk(order())
    await talk.begin()
    await talk.tap("water")
    assert read_back("Water", "Road") in (await talk.say("1")).text
    assert read_back("Park", "Road") in (await talk.say("3 1")).text


async def test_going_back_keeps_the_order_to_change_or_to_leave() -> None:
    talk = Talk(order())
    await talk.begin()
    await talk.say("1 2 3 4")
    shown = await talk.back()
    assert read_back("Road", "Water", "Park", "Light") in shown.text
    assert [choice.id for choice in shown.choices][-1] == "!done"
    await talk.tap("road")
    assert (await talk.tap("road")).text == "Why?"
    assert talk.state.answers["order"] == ["water", "park", "light", "road"]
    await talk.back()
    assert (await talk.tap("!done")).text == "Why?"


@pytest.mark.parametrize(
    ("said", "name", "args"),
    [
        ("3 1 3", "core-rank-twice", {}),
        ("3 9", "core-no-such-number", {"number": "9"}),
        ("bananas", "core-rank-how", {}),
        ("done", "core-rank-how", {}),
    ],
)
async def test_a_wrong_reply_is_told_what_to_write_and_nothing_is_lost(
    said: str, name: str, args: Any
) -> None:
    talk = Talk(order())
    await talk.begin()
    await talk.tap("park")
    assert (await talk.say(said)).text.startswith(TEXT(name, **args))
    assert talk.state.picks == {"order": ["park"]}


async def test_done_before_the_end_says_how_many_are_left() -> None:
    talk = Talk(order())
    await talk.begin()
    await talk.tap("park")
    assert TEXT("core-rank-all", count=3) in (await talk.tap("!done")).text


async def test_an_order_may_be_skipped_where_it_is_optional() -> None:
    talk = Talk(order(optional=True))
    await talk.begin()
    await talk.tap("park")
    assert (await talk.say("no idea")).text == "Why?"
    await talk.say("because")
    assert talk.result == ([], "because")


async def test_a_list_that_has_changed_is_put_in_order_again() -> None:
    talk = Talk(order("road", "water", "park"))
    await talk.begin()
    await talk.say("1 2 3")
    talk.deploy(order("road", "water", "park", "light"))
    shown = await talk.say("because")
    assert TEXT("core-list-changed") in shown.text
    assert not talk.finished
    await talk.tap("light")
    assert talk.result == (["road", "water", "park", "light"], "because")


async def test_what_is_gone_leaves_the_order_of_the_others() -> None:
    talk = Talk(order("road", "water", "park"))
    await talk.begin()
    await talk.say("3 1 2")
    talk.deploy(order("road", "park"))
    shown = await talk.say("because")
    assert TEXT("core-pick-gone", count=1) in shown.text
    assert talk.state.picks == {"order": ["park", "road"]}
    await talk.tap("!done")
    assert talk.result == (["park", "road"], "because")


async def test_one_choice_is_no_question() -> None:
    talk = Talk(order("road"))
    assert (await talk.begin()).text == "Why?"


async def test_a_check_of_an_order() -> None:
    def check(ids: list[str]) -> str | None:
        return "Water comes before the park." if ids.index("park") < ids.index("water") else None

    talk = Talk(order(check=check))
    await talk.begin()
    shown = await talk.say("3 2 1 4")
    assert "Water comes before" in shown.text
    assert read_back("Park", "Water", "Road", "Light") in shown.text
    assert (await talk.say("2 3 1 4")).text == "Why?"


@both
async def test_long_labels_are_listed_with_numbers_and_read_back_in_short(limits: Limits) -> None:
    long = [f"{n} " + "ძალიან გრძელი პასუხი " * 19 for n in range(6)]
    NAMES.update({f"l{n}": label[:400] for n, label in enumerate(long)})
    talk = Talk(order(*(f"l{n}" for n in range(6))), limits)
    await talk.begin()
    shown = await talk.say("6 5")
    assert "1. 5 ძალიან გრძელი" in shown.text and "…" in shown.text
    for part in render(shown, limits):
        assert len(part.text) <= limits.text
    assert (await talk.say("1 2 3")).text == "Why?"
