"""Lists of any length on both messengers: paged, numbered, searched, and not stored."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from bot.asked import LONG, Asked
from bot.channel import Limits
from bot.channels.telegram import LIMITS as TELEGRAM
from bot.channels.viber import LIMITS as VIBER
from bot.conversation import Chat
from bot.messages import Choice, Outgoing, Wants
from bot.paging import find
from bot.render import render
from tests.core.talk import TEXT, Talk

both = pytest.mark.parametrize("limits", [TELEGRAM, VIBER])
STREETS = ("რუსთაველის", "წყლის", "ჭავჭავაძის", "თამარ მეფის", "ყაზბეგის")


def streets(count: int, first: int = 1, label: str = "{street} ქუჩა {n}") -> list[Choice]:
    return [
        Choice(f"s{n}", label.format(street=STREETS[n % len(STREETS)], n=n))
        for n in range(first, first + count)
    ]


def one(choices: Sequence[Choice]) -> Any:
    async def script(chat: Chat) -> str:
        return await chat.choose("street", "Which street?", choices)

    return script


def many(choices: Sequence[Choice]) -> Any:
    async def script(chat: Chat) -> list[str]:
        labels = {choice.id: choice.label for choice in choices}
        return await chat.pick_many(
            "streets", "Which streets?", choices, at_most=5,
            summary=lambda picks: ", ".join(labels[id] for id in picks),
        )  # fmt: skip

    return script


def fits(message: Outgoing, limits: Limits) -> bool:
    parts = render(message, limits)
    buttons = [choice for part in parts for choice in part.choices]
    return (
        all(len(part.text.plain()) <= limits.text for part in parts)
        and all(len(choice.label) <= limits.label for choice in buttons)
        and len(message.choices) <= limits.choices
    )


@both
@pytest.mark.parametrize("count", [30, LONG, 178, 10_000])
@pytest.mark.parametrize("length", [20, 100, 400])
async def test_every_page_fits_and_every_choice_has_the_same_number_all_along(
    limits: Limits, count: int, length: int
) -> None:
    choices = [Choice(f"s{n}", f"{n} {'ა' * length}"[:length]) for n in range(1, count + 1)]
    talk = Talk(one(choices), limits)
    shown = await talk.begin()
    for _ in range(5):
        assert fits(shown, limits) and len(render(shown, limits)) == 1
        listed = [choice for choice in shown.choices if not choice.id.startswith("!")]
        assert all(f"s{choice.number}" == choice.id for choice in listed) and listed
        shown = await talk.tap("!next")
    await talk.say(str(count))
    assert talk.result == f"s{count}"


@both
async def test_numbers_of_what_was_found_are_those_of_the_whole_list(limits: Limits) -> None:
    """They were counted anew in what was found once, and "2" meant another street."""
    talk = Talk(one(streets(60, label="{street} ქუჩა, " + "გრძელი " * 9 + "{n}")), limits)
    await talk.begin()
    shown = await talk.say("წყლის")
    second = shown.choices[1]
    assert f"{second.number}. {second.label}" in render(shown, limits)[0].text
    await talk.say(str(second.number))
    assert talk.result == second.id


@both
@pytest.mark.parametrize("count", [60, 178])
async def test_what_was_found_can_be_picked_without_losing_the_search(
    limits: Limits, count: int
) -> None:
    talk = Talk(many(streets(count, label="{street} ქუჩა, " + "გრძელი " * 9 + "{n}")), limits)
    await talk.begin()
    found = await talk.say("წყლის")
    ids = [choice.id for choice in found.choices]
    shown = await talk.tap(ids[0])
    assert [c.id for c in shown.choices if c.id != "!done"] == [id for id in ids if id != "!done"]
    assert fits(shown, limits)
    if not limits.edits:  # the list is a message further up
        assert shown.choices[0].label == str(found.choices[0].number)
    await talk.tap("!all")
    await talk.say("1 2")
    assert talk.state.picks["streets"] == [ids[0], *(s for s in ("s1", "s2") if s != ids[0])]


@both
@pytest.mark.parametrize("count", [60, 178, 10_000])
async def test_a_long_list_is_searched_in_either_alphabet(limits: Limits, count: int) -> None:
    for said in ("წყლის", "wylis", "tsylis", "WYLIS qucha"):
        talk = Talk(one(streets(count)), limits)
        await talk.begin()
        shown = await talk.say(said)
        listed = [choice for choice in shown.choices if not choice.id.startswith("!")]
        assert listed and all("წყლის" in choice.label for choice in listed), said
        assert talk.state.answers == {}
    await talk.say(f"tamar mefis qucha {count - count % 5 - 2}")
    assert talk.result == f"s{count - count % 5 - 2}"


async def test_what_is_in_no_label_is_said_and_how_to_find_is_told() -> None:
    talk = Talk(one(streets(178)))
    assert TEXT("core-type-to-find", count=178) in (await talk.begin()).text
    assert TEXT("core-not-in-list") in (await talk.say("ბანანი")).text
    short = Talk(one(streets(20)))
    assert TEXT("core-type-to-find", count=20) not in (await short.begin()).text
    viber = Talk(many(streets(178)), VIBER)
    await viber.begin()
    assert (await viber.say("1")).text == f"წყლის ქუჩა 1\n{TEXT('core-picked', count=1, limit=5)}"


def test_find() -> None:
    labels = ["ქუთაისი", "Kutaisi", "თბილისი", "WC-ს შეკეთება"]
    assert find("კუთ", labels) == [0]  # ქ and კ are one letter in Latin
    assert find("quTaisi", labels) == [0]
    assert find("kutaisi", labels) == [1]  # as it stands before what it may stand for
    assert find("TBILISI", labels) == [2]
    assert find("wc", labels) == [3]
    assert find("ბათუმი", labels) == []


async def test_a_long_list_is_not_stored() -> None:
    sizes = {}
    for count in (LONG, 178, 10_000):
        talk = Talk(many(streets(count)))
        await talk.begin()
        await talk.say("1 2 3")
        sizes[count] = len(talk.stored)
    assert sizes[178] < 500 > sizes[10_000] and sizes[LONG] > 5_000


async def test_a_tap_means_its_id_and_a_number_only_the_list_that_was_shown() -> None:
    """Read against the longer list, "2" would be another street."""
    before, after = streets(178, first=2), streets(179)
    talk = Talk(one(before))
    await talk.begin()
    talk.deploy(one(after))
    assert TEXT("core-list-changed") in (await talk.say("2")).text
    talk.deploy(one(before))
    assert TEXT("core-list-changed") in (await talk.say("წყლის ქუჩა 6")).text
    talk.deploy(one(after))
    assert TEXT("core-list-changed") in (await talk.say("2")).text
    await talk.say("2")
    assert talk.result == "s2"
    tapping = Talk(one(before))
    await tapping.begin()
    tapping.deploy(one(after))
    await tapping.tap("s7")
    assert tapping.result == "s7"


async def test_a_tap_on_what_is_gone_answers_nothing() -> None:
    talk = Talk(one(streets(178)))
    await talk.begin()
    talk.deploy(one(streets(177, first=2)))
    assert TEXT("core-stale") in (await talk.tap("s1")).text
    assert TEXT("core-stale") in (await talk.tap("s5", nonce="old")).text
    assert talk.state.answers == {}


async def test_a_reply_waits_for_its_list_only_as_long_as_the_turn() -> None:
    """An earlier answer no longer holds: that is asked, and the reply is not read elsewhere."""

    def script(*towns: str) -> Any:
        async def asks(chat: Chat) -> tuple[str, str]:
            town = await chat.choose("town", "Which town?", [Choice(t, t) for t in towns])
            return town, await chat.choose("street", "Which street?", streets(178))

        return asks

    talk = Talk(script("a", "b"))
    await talk.begin()
    await talk.tap("a")
    talk.deploy(script("b", "c"))
    shown = await talk.say("1")
    assert "Which town?" in shown.text and talk.state.answers == {}
    await talk.tap("b")
    await talk.say("1")
    assert talk.result == ("b", "s1")


async def test_a_skip_is_a_skip_whatever_has_become_of_the_list() -> None:
    def script(count: int) -> Any:
        async def asks(chat: Chat) -> str:
            return await chat.choose("street", "Which?", streets(count), optional=True)

        return asks

    talk = Talk(script(178))
    await talk.begin()
    talk.deploy(script(179))
    await talk.say("არ ვიცი")
    assert talk.result == ""


def test_a_question_survives_json() -> None:
    for count in (3, 178):
        asked = Asked.of("x", Wants.CHOICE, many=True, min=1).listing(streets(count))
        assert Asked.from_json(json.loads(json.dumps(asked.to_json()))) == asked
