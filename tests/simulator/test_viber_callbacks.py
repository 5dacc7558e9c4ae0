"""Viber's calls to the bot: signed, verified, repeated with the same token, in every order."""

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.clock import VirtualClock
from bot.simulator.server import Simulator
from bot.simulator.viber_callbacks import SCHEDULE, sign
from bot.simulator.viber_phone import ViberPhone
from tests.simulator.support import Hook, ViberCaller, until

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
        "00112233445566aa-778899aabbccddee-ff00112233445566",
        '{"event":"message","timestamp":1760000005000,"message_token":5711223344556677905,'
        '"sender":{"id":"uid","name":"Олена"},"message":{"type":"text","text":"Привіт 👋"},'
        '"silent":false}',
        "c6159e173f38044331cd1ae29b53fc04cf4db51dc08c3df011cbe69c0a0c0960",
    ),
]


@pytest.mark.parametrize(("token", "body", "signature"), VECTORS)
def test_signature_vectors(token: str, body: str, signature: str) -> None:
    assert sign(token, body.encode()) == signature


@pytest.fixture
def phone(simulator: Simulator) -> ViberPhone:
    return simulator.viber.phone()


async def test_every_call_is_signed(phone: ViberPhone, simulator: Simulator, hooked: Hook) -> None:
    await phone.say("გამარჯობა")
    call = (await hooked.until(1))[0]
    signature = sign(simulator.viber.token, hooked.bodies[-1])
    assert hooked.headers[-1]["X-Viber-Content-Signature"] == signature
    assert hooked.queries[-1] == {"sig": signature}
    assert "გამარჯობა".encode() in hooked.bodies[-1]
    assert call["message_token"] > 2**53 and call["timestamp"] > 10**12


async def test_a_webhook_is_verified_during_the_call(
    viber: ViberCaller, simulator: Simulator, hook: Hook
) -> None:
    told = await viber.call("set_webhook", url=hook.url, event_types=["delivered"])
    assert hook.calls[0]["event"] == "webhook"
    assert told["event_types"] == ["subscribed", "unsubscribed", "webhook", "message", "delivered"]
    account = await viber.call("get_account_info")
    assert account["webhook"] == hook.url
    hook.statuses = [419]
    refused = await viber.call("set_webhook", url=hook.url + "?2")
    assert refused["status"] == 1 and "419" in refused["status_message"]
    assert (await viber.call("get_account_info"))["webhook"] == hook.url
    for url in ("http://a.ge/hook", "http://127.0.0.1:1/closed"):
        assert (await viber.call("set_webhook", url=url))["status"] == 1
    assert (await viber.call("set_webhook", url=""))["status"] == 0
    assert (await viber.send("x"))["status"] == 10
    assert simulator.viber.callbacks.url == ""


async def test_events_not_asked_for_do_not_come(
    viber: ViberCaller, phone: ViberPhone, hook: Hook
) -> None:
    await viber.call("set_webhook", url=hook.url, event_types=[])
    await phone.start("code")
    await phone.say("აქ ვარ")
    assert [call["event"] for call in await hook.until(2)] == ["webhook", "message"]


async def test_a_failed_call_comes_again_with_the_same_token(
    phone: ViberPhone, simulator: Simulator, hooked: Hook, clock: VirtualClock
) -> None:
    hooked.statuses = [500] * 3
    await phone.say("ერთხელ")
    for number, pause in enumerate(SCHEDULE[:3], 1):
        await hooked.until(number)
        await until(lambda: simulator.world.agenda.waiting > 0)
        clock.move(timedelta(seconds=pause - 1))
        simulator.tick()
        assert simulator.world.agenda.waiting
        clock.move(timedelta(seconds=1))
        simulator.tick()
    calls = await hooked.until(4)
    assert len({call["message_token"] for call in calls}) == 1
    assert len(set(hooked.bodies[1:])) == 1


async def test_a_repeated_call_is_overtaken(
    phone: ViberPhone, simulator: Simulator, hooked: Hook, clock: VirtualClock
) -> None:
    hooked.statuses = [503]
    await phone.say("პირველი")
    await phone.say("მეორე")
    await hooked.until(2)
    clock.move(timedelta(seconds=10))
    simulator.tick()
    texts = [call["message"]["text"] for call in await hooked.until(3)]
    assert texts == ["პირველი", "მეორე", "პირველი"]


async def test_calls_doubled_and_swapped(
    phone: ViberPhone, simulator: Simulator, hooked: Hook
) -> None:
    simulator.viber.faults.double()
    await phone.say("ორჯერ")
    simulator.viber.faults.swap()
    await phone.say("გვიან")
    await phone.say("ადრე")
    texts = [call["message"]["text"] for call in await hooked.until(4)]
    assert texts == ["ორჯერ", "ორჯერ", "ადრე", "გვიან"]


async def test_receipts(
    viber: ViberCaller, phone: ViberPhone, simulator: Simulator, hooked: Hook
) -> None:
    await phone.say("აქ ვარ")
    simulator.viber.rules.devices = 2
    token = (await viber.send(phone.id))["message_token"]
    delivered = await hooked.event("delivered")
    assert (delivered["message_token"], delivered["user_id"]) == (token, phone.id)
    await phone.say("წავიკითხე")
    assert (await hooked.event("seen"))["message_token"] == token
    events = [call["event"] for call in await hooked.until(5)]
    assert events.count("delivered") == 2 and events.index("seen") < events.index("message", 1)


async def test_noise_of_real_traffic(phone: ViberPhone, simulator: Simulator, hooked: Hook) -> None:
    simulator.viber.rules.noise = True
    await phone.say("აქ ვარ")
    await phone.odd()
    calls = await hooked.until(6)
    assert {"client_status", "delivered", "message"} <= {call["event"] for call in calls}
    assert all("udid" in call for call in calls)
    assert [c["message"]["type"] for c in calls if c["event"] == "message"] == ["text", "hologram"]


PICTURES: list[tuple[bytes, str, str]] = [
    (b"", "text/html", "HEAD gives 200 text/html"),
    (b"<html>", "image/png", "content type image/png does not fit"),
    (b"\x89PNG\r\n\x1a\n" + bytes(1_000_000), "image/png", "over 1 MB"),
]


@pytest.mark.parametrize(("data", "kind", "why"), PICTURES)
async def test_pictures_that_no_phone_shows(
    viber: ViberCaller,
    phone: ViberPhone,
    simulator: Simulator,
    hooked: Hook,
    data: bytes,
    kind: str,
    why: str,
) -> None:
    await phone.say("აქ ვარ")
    hooked.picture, hooked.kind = data, kind
    sent = await viber.send(phone.id, type="picture", media=hooked.picture_url, text="")
    assert sent["status"] == 0
    assert (await hooked.event("failed"))["message_token"] == sent["message_token"]
    assert why in simulator.complaints[-1] and phone.screen() == []


async def test_a_good_picture(
    viber: ViberCaller, phone: ViberPhone, simulator: Simulator, hooked: Hook
) -> None:
    await phone.say("აქ ვარ")
    hooked.picture = b"\x89PNG\r\n\x1a\n" + bytes(100)
    await viber.send(phone.id, type="picture", media=hooked.picture_url, text="სურათი")
    await hooked.event("delivered")
    assert phone.last().picture and phone.last().text == "სურათი" and not simulator.complaints


def test_bodies_are_written_once(simulator: Simulator) -> None:
    """Re-serialising with escapes would change the signature."""
    body = {"text": "გამარჯობა"}
    raw = json.dumps(body, ensure_ascii=False).encode()
    escaped: Any = json.dumps(body).encode()
    assert sign("t", raw) != sign("t", escaped)
