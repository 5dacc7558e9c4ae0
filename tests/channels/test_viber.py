"""What only Viber does on arrival: signatures, the welcome, the webhook's registration."""

import hashlib
import hmac
import json
from collections.abc import Sequence
from typing import Any

import pytest

from bot.channel import (
    Event,
    HookAnswer,
    Receive,
    Welcome,
)
from bot.channels.viber import Viber, ViberSettings
from bot.clock import VirtualClock
from bot.messages import Heard, Incoming, Outgoing
from bot.simulator.viber import TOKEN
from tests.channels.rigs import HELLO
from tests.channels.scripted import Scripted


def signed_with(token: str) -> Viber:
    return Viber(ViberSettings(token=token, sender="M"), VirtualClock())


def sign(body: bytes, token: str = TOKEN) -> str:
    return hmac.new(token.encode(), body, hashlib.sha256).hexdigest()


class Store(list[Event]):
    async def receive(self, events: Sequence[Event]) -> None:
        self.extend(events)


async def greet(event: Incoming) -> Outgoing | None:
    return HELLO


async def call(viber: Viber, event: dict[str, Any]) -> HookAnswer:
    body = json.dumps(event).encode()
    return await viber.hook({"X-Viber-Content-Signature": sign(body)}, {}, body)


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
    viber, store, raw = signed_with(token), Store(), body.encode()
    viber._receive = store.receive
    for given in (signature, signature.upper(), f" {signature}"):
        answer = await viber.hook({"X-Viber-Content-Signature": given}, {}, raw)
        assert answer.status == (200 if body.startswith(("{", "1")) else 400)
    store.clear()
    for given in ("", signature[:-1], "0" * 64, "é\udcff"):
        answer = await viber.hook({"X-Viber-Content-Signature": given}, {}, raw)
        assert (answer.status, answer.body) == (403, b"")
    assert not store


async def test_the_signature_is_of_the_raw_bytes() -> None:
    escaped = json.dumps(json.loads(VECTORS[-1][1]), separators=(",", ":")).encode()
    assert sign(escaped) == "43a73eab36223fe9a46e5f1cc96488fc34b7645a2c2ba0cd01ef33f413344217"
    headers = {"X-Viber-Content-Signature": VECTORS[-1][2]}
    assert (await signed_with(TOKEN).hook(headers, {}, escaped)).status == 403


@pytest.mark.parametrize(
    ("body", "status"), [(b"{", 400), (b"\xff", 400), (b"[" * 100_000, 400), (b"[]", 200)]
)
async def test_a_malformed_body_is_harmless(viber: Viber, body: bytes, status: int) -> None:
    answer = await viber.hook({"X-Viber-Content-Signature": sign(body)}, {}, body)
    assert answer == HookAnswer(status)


async def test_the_welcome_is_the_answer(viber: Viber) -> None:
    store = Store()
    await viber.open(store.receive, greet)
    answer = await call(viber, OPENED)
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


async def test_no_welcome_for_those_who_can_be_written_to(viber: Viber) -> None:
    await viber.open(Store().receive, greet)
    assert await call(viber, OPENED | {"subscribed": True}) == HookAnswer()


async def _nothing(event: Incoming) -> None: ...


async def _broken(event: Incoming) -> Outgoing:
    raise LookupError("no such text")


@pytest.mark.parametrize("welcome", [_nothing, _broken])
async def test_without_a_welcome_the_answer_is_empty(viber: Viber, welcome: Welcome) -> None:
    store = Store()
    await viber.open(store.receive, welcome)
    assert await call(viber, OPENED) == HookAnswer()
    assert len(store) == 1


async def _refuse(events: Sequence[Event]) -> None:
    raise RuntimeError("the store is out of order")


@pytest.mark.parametrize("receive", [None, _refuse])
async def test_what_is_not_stored_is_brought_again(viber: Viber, receive: Receive | None) -> None:
    if receive:
        await viber.open(receive, greet)
    assert await call(viber, OPENED) == HookAnswer(503)


async def test_opening_registers_the_webhook(scripted: Scripted) -> None:
    scripted.usual = b'{"status":0}'
    settings = ViberSettings(
        token=TOKEN,
        sender="M",
        api_url=scripted.url,
        webhook_url="https://bot.example.org/viber",
    )
    viber = Viber(settings, VirtualClock())
    await viber.open(Store().receive, greet)
    await viber.close()
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
