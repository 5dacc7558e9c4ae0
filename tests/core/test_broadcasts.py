"""One call for many: who may be in it, what became of each, and who is written to alone."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from bot.channel import Misconfigured, Refused, SendError, Sent, TryAgain, Unreachable
from bot.clock import VirtualClock
from bot.messages import Html, Outgoing, Receipt
from storage import mail
from storage.engine import Database
from storage.tables.mail import BULK, NOTICE, Campaign, Letter
from storage.tables.people import Account
from tests.support.crowd import NOW, PLACE, municipality
from tests.support.fake_channel import LIMITS, FakeChannel
from tests.support.house import House

Result = Sent | SendError | None


class Broadcasting(FakeChannel):
    """A messenger that takes many receivers in a call; `answer(chat)` is what becomes of each."""

    def __init__(self) -> None:
        super().__init__(limits=replace(LIMITS, broadcast=3, calls_per_second=100))
        self.calls: list[list[str]] = []
        self.answer: Callable[[str], Result] = lambda chat: Sent("one for all")

    async def broadcast(self, chats: Sequence[str], message: Outgoing) -> Mapping[str, Result]:
        self.calls.append(list(chats))
        results = {chat: self.answer(chat) for chat in chats}
        self.sent += [(chat, message) for chat in chats if isinstance(results[chat], Sent)]
        return results


@pytest.fixture
async def house(database: Database) -> AsyncIterator[House]:
    opened = House(database, channel=Broadcasting())
    await opened.hear(*(opened.event(chat) for chat in "abcdef"))
    async with database.writing() as session:  # nobody is in the middle of anything
        await session.execute(update(Account).values(draft_id=None))
        await municipality(session)
    opened.channel.sent.clear()
    yield opened
    await opened.close()


def calls(house: House) -> list[list[str]]:
    assert isinstance(house.channel, Broadcasting)
    return house.channel.calls


def answers(house: House, answer: Callable[[str], Result]) -> None:
    assert isinstance(house.channel, Broadcasting)
    house.channel.answer = answer


async def campaign(session: Any) -> int:
    row = {
        "municipality_id": PLACE,
        "kind": "announce",
        "bodies": {},
        "audience": {},
        "hold_until": NOW,
        "made_at": NOW,
    }
    added = insert(Campaign).values(row).returning(Campaign.id)
    return int((await session.execute(added)).scalar_one())


async def post(house: House, chats: str, text: str = "news", **more: Any) -> None:
    """A letter of a new campaign for each of these chats."""
    body, now = Outgoing(Html(text)).to_json(), house.clock.now()
    async with house.database.writing() as session:
        id = await campaign(session)
        for chat in chats:
            account = select(Account.id).where(Account.address == chat)
            to = (await session.execute(account)).scalar_one()
            given = {"lane": BULK, "campaign_id": id, "part": 0, **more}
            await mail.post(session, [mail.letter("fake", to, body, now, **given)])


async def states(house: House) -> dict[str, str]:
    """What became of each chat's newest letter."""
    query = (
        select(Account.address, Letter.state)
        .join(Letter, Letter.account_id == Account.id)
        .order_by(Letter.id)
    )
    async with house.database.reading() as session:
        return {chat: state for chat, state in await session.execute(query)}


async def test_the_same_words_go_out_in_one_call(house: House) -> None:
    await post(house, "abcde")
    await post(house, "f", "other news")
    await house.settle()
    assert calls(house) == [["a", "b", "c"], ["d", "e"]]
    assert house.said("a") == ["news"] and house.said("f") == ["other news"]
    assert set((await states(house)).values()) == {"sent"}


async def test_whoever_is_in_a_conversation_is_written_to_alone(house: House) -> None:
    await house.hear(house.event("b", "go"))
    house.channel.sent.clear()
    await post(house, "abc")
    await house.settle()
    assert calls(house) == [["a", "c"]] and house.said("b") == ["news"]


async def test_what_is_no_campaigns_is_never_broadcast(house: House) -> None:
    await post(house, "abc", campaign_id=None, lane=NOTICE)
    await house.settle()
    assert calls(house) == [] and house.said("a") == ["news"]


async def test_parts_of_a_long_text_keep_their_order(house: House) -> None:
    async with house.database.writing() as session:
        id = await campaign(session)
    for part, text in enumerate(("first", "second")):
        await post(house, "abc", text, campaign_id=id, part=part)
    await house.settle()
    assert calls(house) == [["a", "b", "c"]] * 2
    assert all(house.said(chat) == ["first", "second"] for chat in "abc")


async def test_what_may_have_arrived_is_repeated_to_each_alone(house: House) -> None:
    answers(house, lambda chat: TryAgain("network", after=0, unknown=True))
    await post(house, "abc")
    await house.settle()
    assert calls(house) == [["a", "b", "c"]]
    assert all(house.said(chat) == ["news"] for chat in "abc")


async def test_what_a_dead_process_may_have_sent_is_repeated_to_each_alone(
    house: House, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house.delivery._marks, "add", lambda *mark: None)  # it dies before that
    await post(house, "abc")
    await house.settle()
    assert calls(house) == [["a", "b", "c"]]
    await post(house, "def")
    after = House(database, clock=house.clock, channel=house.channel)
    assert isinstance(house.clock, VirtualClock)
    house.clock.move(timedelta(minutes=1))
    await after.settle()
    assert calls(house) == [["a", "b", "c"], ["d", "e", "f"]]
    assert all(house.said(chat) == ["news", "news"] for chat in "abc"), "nobody is skipped"
    assert all(house.said(chat) == ["news"] for chat in "def")
    await after.close()


async def test_each_failure_finds_its_letter(house: House) -> None:
    failed = {"a": Unreachable("left"), "b": Refused("bad"), "c": TryAgain("busy", after=3600)}
    answers(house, lambda chat: failed.get(chat) or Sent("one for all"))
    await post(house, "abcde")
    await house.settle()
    ends = {"a": "unreachable", "b": "refused", "c": "queued", "d": "sent", "e": "sent"}
    assert {chat: state for chat, state in (await states(house)).items() if chat in ends} == ends
    await post(house, "a", "more news")
    await house.settle()
    assert (await states(house))["a"] == "unreachable", "the account is known as out of reach"


async def test_a_bot_that_may_not_broadcast_writes_to_each(house: House) -> None:
    answers(house, lambda chat: None)
    await post(house, "abcdef")
    await house.settle()
    assert all(house.said(chat) == ["news"] for chat in "abcdef")
    assert len(calls(house)) <= 2, "it is not tried again and again"


async def test_a_broadcast_that_cannot_be_sent_by_this_bot_trips_the_breaker_once(
    house: House,
) -> None:
    answers(house, lambda chat: Misconfigured("token"))
    await post(house, "abc")
    await house.settle()
    assert house.delivery.breaker.trips == 1
    assert set((await states(house)).values()) == {"queued", "sent"}
    answers(house, lambda chat: Sent("one for all"))
    await house.settle()
    assert all(house.said(chat) == ["news"] for chat in "abc")


async def test_a_receipt_of_one_for_all_belongs_to_one(house: House) -> None:
    await post(house, "abc")
    await house.settle()
    at = house.clock.now()
    told = (("b", "delivered"), ("b", "seen"), ("c", "failed"), ("nobody", "seen"))
    await house.receiver.receive([Receipt("fake", chat, "one for all", s, at) for chat, s in told])
    assert await delivered(house) == ["b"]
    assert {(await states(house))[chat] for chat in "ab"} == {"sent"}
    assert (await states(house))["c"] == "refused"


async def test_a_receipt_that_is_quicker_than_our_mark_is_not_lost(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.receipts.AGAIN_SECONDS", 1.0)  # by then the mark is written
    monkeypatch.setattr(house.channel, "_refs", iter(["quick"]))

    async def tell(chat: str, message: Outgoing) -> None:
        early = Receipt("fake", "a", "quick", "delivered", house.clock.now())
        await house.receiver.receive([early])

    house.channel.before_send = tell
    await post(house, "a")
    await house.settle()
    async with asyncio.timeout(60):
        while not await delivered(house):
            await asyncio.sleep(0.01)


async def delivered(house: House) -> list[str]:
    """Whose letters are known to have arrived."""
    arrived = select(Account.address).join(Letter).where(Letter.delivered_at.is_not(None))
    async with house.database.reading() as session:
        return list((await session.execute(arrived)).scalars())
