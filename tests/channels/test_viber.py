"""What only Viber does: signatures, the welcome, status codes, broadcasts."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.channel import (
    Event,
    HookAnswer,
    Misconfigured,
    Receive,
    Refused,
    SendError,
    Sent,
    TryAgain,
    Unreachable,
    Welcome,
)
from bot.channels.viber import Viber, ViberSettings
from bot.clock import VirtualClock
from bot.messages import Choice, Heard, Html, Incoming, Outgoing, Picture, Receipt
from bot.simulator.viber_phone import ViberPhone
from tests.channels.rigs import Rig, running
from tests.channels.scripted import Scripted

TOKEN = "00112233445566aa-778899aabbccddee-ff00112233445566"
HELLO = Outgoing(Html("გამარჯობა"), (Choice("go", "დაწყება"),), nonce="w")


def viber(url: str, token: str = TOKEN, webhook: str = "") -> Viber:
    settings = ViberSettings(token=token, sender="მონაწილე", api_url=url, webhook_url=webhook)
    return Viber(settings, VirtualClock())


@pytest.fixture
async def channel(scripted: Scripted) -> AsyncIterator[Viber]:
    scripted.usual = b'{"status":0,"status_message":"ok","message_token":5711223344556677889}'
    made = viber(scripted.url)
    yield made
    await made.close()


def sign(body: bytes, token: str = TOKEN) -> str:
    return hmac.new(token.encode(), body, hashlib.sha256).hexdigest()


class Store(list[Event]):
    async def receive(self, events: Sequence[Event]) -> None:
        self.extend(events)


async def greet(event: Incoming) -> Outgoing | None:
    return HELLO


async def call(channel: Viber, event: dict[str, Any]) -> HookAnswer:
    body = json.dumps(event).encode()
    return await channel.hook({"X-Viber-Content-Signature": sign(body)}, {}, body)


OPENED = {
    "event": "conversation_started",
    "timestamp": 1760000001000,
    "message_token": 5711223344556677891,
    "type": "open",
    "context": "p-42",
    "user": {"id": "uid=="},
    "subscribed": False,
}

# The platform's and its clients' published vectors: token, body, signature.
VECTORS = [
    (
        "44b935abea139fd6-53fa53b32559c4a6-12dbd3d883b06835",
        '{"event":"unsubscribed","timestamp":1516678387902,'
        '"user_id":"KMMqtlNTDxIm/5bZhdQ5uA==","message_token":5136431130449316903}',
        "d84d8648b402a2737838fea4da41d903d1af1aed92466b1758828ad27e31a9f9",
    ),
    (
        "44dafb7e0f40021e-61a47a1e6778d187-f2c5a676a07050b3",
        '{"event":"webhook","timestamp":4977069964384421269,"message_token":1478683725125}',
        "d21b343448c8aee33b8e93768ef6ceb64a6ba6163099973a2b8bd028fea510ef",
    ),
    (
        "42f4f225c0d00988-a383ac39c65562af-3c9281ce7fd04419",
        "test_message",
        "9f29ef85c59020f5ab11d6a0937e841c0231116f91e078cc0c5e17c60509a199",
    ),
    ("2", "1", "4703d481ddedca88184497744b52937586bef3b273645082c04529f73b85456e"),
    (
        TOKEN,
        '{"event":"message","timestamp":1760000005000,"message_token":5711223344556677905,'
        '"sender":{"id":"uid","name":"Олена"},'
        '"message":{"type":"text","text":"Привіт 👋"},"silent":false}',
        "c6159e173f38044331cd1ae29b53fc04cf4db51dc08c3df011cbe69c0a0c0960",
    ),
]


@pytest.mark.parametrize(("token", "body", "signature"), VECTORS)
async def test_signatures(token: str, body: str, signature: str) -> None:
    channel, store, raw = viber("http://x", token), Store(), body.encode()
    channel._receive = store.receive
    for given in (signature, signature.upper(), f" {signature}"):
        answer = await channel.hook({"X-Viber-Content-Signature": given}, {}, raw)
        assert answer.status == (200 if body.startswith(("{", "1")) else 400)
    store.clear()
    for given in ("", signature[:-1], "0" * 64, "é\udcff"):
        answer = await channel.hook({"X-Viber-Content-Signature": given}, {}, raw)
        assert (answer.status, answer.body) == (403, b"")
    assert not store


async def test_the_signature_is_of_the_raw_bytes() -> None:
    escaped = json.dumps(json.loads(VECTORS[-1][1]), separators=(",", ":")).encode()
    assert sign(escaped) == "43a73eab36223fe9a46e5f1cc96488fc34b7645a2c2ba0cd01ef33f413344217"
    headers = {"X-Viber-Content-Signature": VECTORS[-1][2]}
    assert (await viber("http://x").hook(headers, {}, escaped)).status == 403


@pytest.mark.parametrize(
    ("body", "status"), [(b"{", 400), (b"\xff", 400), (b"[" * 100_000, 400), (b"[]", 200)]
)
async def test_a_malformed_body_is_harmless(channel: Viber, body: bytes, status: int) -> None:
    answer = await channel.hook({"X-Viber-Content-Signature": sign(body)}, {}, body)
    assert answer == HookAnswer(status)


async def test_the_welcome_is_the_answer(channel: Viber) -> None:
    store = Store()
    await channel.open(store.receive, greet)
    answer = await call(channel, OPENED)
    assert (answer.status, answer.content_type) == (200, "application/json")
    assert json.loads(answer.body) == {
        "sender": {"name": "მონაწილე"},
        "min_api_version": 3,
        "tracking_data": "w",
        "type": "text",
        "text": "გამარჯობა",
        "keyboard": {
            "Type": "keyboard",
            "DefaultHeight": False,
            "Buttons": [
                {
                    "Columns": 6,
                    "Rows": 1,
                    "ActionType": "reply",
                    "ActionBody": "cb:w:go",
                    "Text": "დაწყება",
                    "Silent": True,
                }
            ],
        },
    }
    (event,) = store
    assert isinstance(event, Incoming)
    assert (event.heard, event.text, event.welcomed) == (Heard.START, "p-42", True)


async def test_no_welcome_for_those_who_can_be_written_to(channel: Viber) -> None:
    await channel.open(Store().receive, greet)
    assert await call(channel, OPENED | {"subscribed": True}) == HookAnswer()


async def _nothing(event: Incoming) -> None: ...


async def _broken(event: Incoming) -> Outgoing:
    raise LookupError("no such text")


@pytest.mark.parametrize("welcome", [_nothing, _broken])
async def test_without_a_welcome_the_answer_is_empty(channel: Viber, welcome: Welcome) -> None:
    store = Store()
    await channel.open(store.receive, welcome)
    assert await call(channel, OPENED) == HookAnswer()
    assert len(store) == 1


async def _refuse(events: Sequence[Event]) -> None:
    raise RuntimeError("the store is out of order")


@pytest.mark.parametrize("receive", [None, _refuse])
async def test_what_is_not_stored_is_brought_again(channel: Viber, receive: Receive | None) -> None:
    if receive:
        await channel.open(receive, greet)
    assert await call(channel, OPENED) == HookAnswer(503)


async def test_opening_registers_the_webhook(scripted: Scripted) -> None:
    scripted.usual = b'{"status":0}'
    channel = viber(scripted.url, webhook="https://bot.example.org/viber")
    await channel.open(Store().receive, greet)
    await channel.close()
    info, hook = scripted.calls
    assert (info.path, info.data) == ("/get_account_info", {})
    assert hook.path == "/set_webhook"
    assert hook.data == {
        "url": "https://bot.example.org/viber",
        "event_types": ["delivered", "seen", "failed", "conversation_started"],
        "send_name": True,
        "send_photo": False,
    }
    assert hook.headers["X-Viber-Auth-Token"] == TOKEN
    assert "auth_token" not in hook.data


async def test_the_wire_of_a_message(channel: Viber, scripted: Scripted) -> None:
    assert await channel.send("uid==", HELLO) == Sent("5711223344556677889")
    (sent,) = scripted.calls
    assert sent.path == "/send_message"
    assert sent.data["receiver"] == "uid=="
    assert "გამარჯობა" in sent.body.decode()


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
    channel: Viber,
    scripted: Scripted,
    status: int,
    answer: Any,
    kind: type[SendError],
    reason: str,
) -> None:
    scripted.plan(answer, status)
    with pytest.raises(kind) as caught:
        await channel.send("uid==", HELLO)
    assert caught.value.reason == reason


async def test_what_viber_would_refuse_is_not_sent(channel: Viber, scripted: Scripted) -> None:
    for message in (
        Outgoing(Html("ა" * 10_000)),
        Outgoing(Html("ა"), picture=Picture("m1")),
    ):
        with pytest.raises(Refused):
            await channel.send("uid==", message)
    assert not scripted.calls


async def test_a_broadcast_tells_what_became_of_everyone(
    channel: Viber, scripted: Scripted
) -> None:
    failed = [{"receiver": "b", "status": 6, "status_message": "Not subscribed"}]
    scripted.plan({"status": 0, "message_token": 77, "failed_list": failed})
    outcome = await channel.broadcast(["a", "b", "c"], HELLO)
    assert outcome["a"] == outcome["c"] == Sent("77")
    assert isinstance(outcome["b"], Unreachable)
    (sent,) = scripted.calls
    assert sent.path == "/broadcast_message"
    assert sent.data["broadcast_list"] == ["a", "b", "c"]
    assert "receiver" not in sent.data


async def test_a_refused_broadcast_is_refused_for_everyone(
    channel: Viber, scripted: Scripted
) -> None:
    scripted.plan({"status": 20})
    outcome = await channel.broadcast(["a", "b"], HELLO)
    assert {type(result) for result in outcome.values()} == {Refused}
    unsent = await channel.broadcast(["a"], replace(HELLO, picture=Picture("m1")))
    assert isinstance(unsent["a"], Refused)
    assert await channel.broadcast([], HELLO) == {}


async def test_broadcasts_stay_within_300_receivers_and_30_kilobytes(
    channel: Viber, scripted: Scripted
) -> None:
    chats = [f"Y+x+rDpS0hZg/BRSkv{at:04}==" for at in range(700)]
    await channel.broadcast(chats, HELLO)
    assert [len(sent.data["broadcast_list"]) for sent in scripted.calls] == [300, 300, 100]
    scripted.calls.clear()
    outcome = await channel.broadcast(chats, replace(HELLO, text=Html("ა" * 7000)))
    assert list(outcome) == chats
    assert max(len(sent.body) for sent in scripted.calls) <= 30_000
    assert [chat for sent in scripted.calls for chat in sent.data["broadcast_list"]] == chats


async def test_a_citizens_placeholder_stays_words(channel: Viber, scripted: Scripted) -> None:
    await channel.broadcast(["a"], Outgoing(Html("replace_me_with_user_name")))
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
