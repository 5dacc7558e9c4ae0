"""Sending on Viber: the wire, status codes, broadcasts; and its receipts."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from bot.channel import Misconfigured, Refused, SendError, Sent, TryAgain, Unreachable
from bot.channels.viber import Viber
from bot.clock import VirtualClock
from bot.messages import Choice, Document, Heard, Html, Outgoing, Picture, Receipt
from bot.simulator.viber_phone import ViberPhone
from tests.channels.rigs import HELLO, Rig, running
from tests.channels.scripted import Scripted


async def test_the_wire_of_a_message(viber: Viber, scripted: Scripted) -> None:
    assert await viber.send("uid==", HELLO) == Sent("5711223344556677889")
    (sent,) = scripted.calls
    assert sent.path == "/send_message"
    assert sent.data["receiver"] == "uid=="
    assert "გამარჯობა" in sent.body.decode()


@pytest.mark.parametrize(
    ("said", "charged"),
    [(0, False), ("2", False), (4, False), (5, True), ("5", True), (6, None), ("?", None)],
)
async def test_what_viber_says_of_the_price(
    viber: Viber, scripted: Scripted, said: Any, charged: bool | None
) -> None:
    scripted.plan({"status": 0, "message_token": 7, "billing_status": said})
    assert await viber.send("uid==", HELLO) == Sent("7", charged)


ANSWERS: list[tuple[int, Any, type[SendError], str]] = [
    (200, {"status": 1}, Misconfigured, "invalid_url"),
    (200, {"status": 2, "status_message": "x"}, Misconfigured, "token"),
    (200, {"status": 3, "status_message": "x"}, Refused, "bad_data"),
    (200, {"status": 5}, Unreachable, "not_registered"),
    (200, {"status": "6"}, Unreachable, "not_subscribed"),
    (401, {"status": "5"}, Unreachable, "not_registered"),
    (200, {"status": 10}, Misconfigured, "webhook_not_set"),
    (200, {"status": 12}, TryAgain, "too_many_requests"),
    (200, {"status": 13}, Refused, "api_version"),
    (200, {"status": 23}, TryAgain, "free_messages_exceeded"),
    (200, {"status": 99}, TryAgain, "status_99"),
    (200, {"status": None}, TryAgain, "http_200"),
    (200, {"status": "many"}, TryAgain, "http_200"),
    (200, {}, TryAgain, "http_200"),
    (200, b"<html>", TryAgain, "http_200"),
    (401, b"", Misconfigured, "http_401"),
    (404, b"", Misconfigured, "http_404"),
    (429, b"", TryAgain, "throttled"),
    (500, b"", TryAgain, "http_500"),
]


@pytest.mark.parametrize(("status", "answer", "kind", "reason"), ANSWERS)
async def test_refusals(
    viber: Viber,
    scripted: Scripted,
    status: int,
    answer: Any,
    kind: type[SendError],
    reason: str,
) -> None:
    scripted.plan(answer, status)
    with pytest.raises(kind) as caught:
        await viber.send("uid==", HELLO)
    assert caught.value.reason == reason


async def test_what_viber_would_refuse_is_not_sent(viber: Viber, scripted: Scripted) -> None:
    for message in (
        Outgoing(Html("ა" * 10_000)),
        Outgoing(Html("ა"), picture=Picture("m1")),
        Outgoing(Html(""), document=Document("d1", "a.pdf", 5)),
    ):
        with pytest.raises(Refused):
            await viber.send("uid==", message)
    assert not scripted.calls


async def test_a_broadcast_tells_what_became_of_everyone(viber: Viber, scripted: Scripted) -> None:
    failed = [{"receiver": "b", "status": 6, "status_message": "Not subscribed"}]
    scripted.plan({"status": 0, "message_token": 77, "failed_list": failed})
    outcome = await viber.broadcast(["a", "b", "c"], HELLO)
    assert outcome["a"] == outcome["c"] == Sent("77")
    assert isinstance(outcome["b"], Unreachable)
    (sent,) = scripted.calls
    assert sent.path == "/broadcast_message"
    assert sent.data["broadcast_list"] == ["a", "b", "c"]
    assert "receiver" not in sent.data


async def test_a_refused_broadcast_is_refused_for_everyone(
    viber: Viber, scripted: Scripted
) -> None:
    scripted.plan({"status": 3})
    outcome = await viber.broadcast(["a", "b"], HELLO)
    assert {type(result) for result in outcome.values()} == {Refused}
    unsent = await viber.broadcast(["a"], replace(HELLO, picture=Picture("m1")))
    assert isinstance(unsent["a"], Refused)
    assert await viber.broadcast([], HELLO) == {}


async def test_a_bot_that_may_not_broadcast_is_told_to_write_to_each(
    viber: Viber, scripted: Scripted
) -> None:
    for status in (19, 20):
        scripted.plan({"status": status})
        assert await viber.broadcast(["a", "b"], HELLO) == {"a": None, "b": None}


async def test_broadcasts_stay_within_300_receivers_and_30_kilobytes(
    viber: Viber, scripted: Scripted
) -> None:
    chats = [f"Y+x+rDpS0hZg/BRSkv{at:04}==" for at in range(700)]
    await viber.broadcast(chats, HELLO)
    assert [len(sent.data["broadcast_list"]) for sent in scripted.calls] == [300, 300, 100]
    scripted.calls.clear()
    labelled = tuple(Choice(f"c{at}", "ა" * 40) for at in range(10))
    outcome = await viber.broadcast(chats, Outgoing(Html("ა" * 7000), labelled))
    assert list(outcome) == chats
    assert all(isinstance(result, Sent) for result in outcome.values())
    assert max(len(sent.body) for sent in scripted.calls) <= 30_000
    assert [chat for sent in scripted.calls for chat in sent.data["broadcast_list"]] == chats


async def test_a_file_beyond_the_limit_is_left(viber: Viber, scripted: Scripted) -> None:
    scripted.plan(b"x" * 20_000_001)
    with pytest.raises(Refused) as caught:
        await viber.fetch(f"{scripted.url}/big.jpg")
    assert caught.value.reason == "too_big"


async def test_a_citizens_placeholder_stays_words(viber: Viber, scripted: Scripted) -> None:
    await viber.broadcast(["a"], Outgoing(Html("replace_me_with_user_name")))
    assert scripted.calls[0].data["text"] == "replace me with user_name"


@pytest.fixture
async def rig(clock: VirtualClock) -> AsyncIterator[Rig]:
    async with running("viber", clock) as running_rig:
        yield running_rig


async def test_who_opens_the_chat_sees_the_welcome_and_its_button(rig: Rig) -> None:
    rig.greeting = HELLO
    await rig.phone.start("p-42")
    assert (await rig.heard()).welcomed
    assert (await rig.phone.heard()).text == "გამარჯობა"
    await rig.phone.press("დაწყება")
    event = await rig.heard()
    assert (event.heard, event.nonce, event.choice) == (Heard.TAP, "w", "go")


async def test_receipts_are_no_events(rig: Rig) -> None:
    await rig.meet()
    sent = await rig.channel.send(rig.chat, HELLO)
    await asyncio.sleep(0.2)
    await rig.phone.say("x")
    await rig.heard()
    states = [(receipt.sent, receipt.state) for receipt in rig.receipts]
    assert states == [(sent.ref, "delivered"), (sent.ref, "seen")]
    assert isinstance(rig.receipts[0], Receipt)


async def test_a_desktop_shares_nothing(rig: Rig) -> None:
    assert isinstance(rig.phone, ViberPhone)
    await rig.meet()
    rig.phone.desktop = True
    await rig.phone.share_phone()
    assert (await rig.heard()).heard is Heard.OTHER


async def test_noise_is_answered_and_ignored(rig: Rig) -> None:
    assert isinstance(rig.phone, ViberPhone)
    rig.simulator.viber.rules.noise = True
    rig.simulator.viber.rules.subscribed_event = True
    await rig.phone.say("პირველი")
    await rig.phone.odd()
    kinds = [(await rig.heard()).heard for _ in range(3)]
    assert kinds == [Heard.START, Heard.TEXT, Heard.OTHER]


async def test_a_real_broadcast(rig: Rig) -> None:
    assert isinstance(rig.channel, Viber)
    await rig.meet()
    stranger = rig.simulator.viber.phone()
    outcome = await rig.channel.broadcast([rig.chat, str(stranger.id)], HELLO)
    assert isinstance(outcome[rig.chat], Sent)
    assert isinstance(outcome[str(stranger.id)], Unreachable)
    assert rig.phone.last().text == "გამარჯობა"
