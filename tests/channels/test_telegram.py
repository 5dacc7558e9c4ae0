"""What only Telegram does: polling, the webhook's secret, its errors, acknowledgements."""

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.channel import Event, Misconfigured, Refused, SendError, TryAgain, Unreachable
from bot.channels.telegram import Telegram, TelegramSettings
from bot.clock import VirtualClock
from bot.messages import Heard, Html, Incoming, Outgoing, Picture
from tests.channels.rigs import SECRET, load
from tests.channels.scripted import Scripted

START = VirtualClock().now()
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass
class Store:
    """Takes batches; refuses so many first, and each one lasts `seconds`."""

    failures: int = 0
    seconds: float = 0
    batches: list[list[str]] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)

    async def receive(self, events: Sequence[Event]) -> None:
        self.came.set()
        await asyncio.sleep(self.seconds)
        if self.failures:
            self.failures -= 1
            raise RuntimeError("no")
        self.batches.append([event.event for event in events if isinstance(event, Incoming)])


async def welcome(event: Incoming) -> None: ...


def updates(*ids: int) -> dict[str, Any]:
    chat = {"id": 5, "type": "private"}
    message = {"message_id": 1, "from": {"id": 5}, "chat": chat, "date": 1, "text": "x"}
    return {"ok": True, "result": [{"update_id": id, "message": message} for id in ids]}


STOP = {"ok": False, "error_code": 409, "description": "Conflict: terminated by other getUpdates"}


async def poll(telegram: Telegram, scripted: Scripted, store: Store, *answers: Any) -> list[Any]:
    """Poll until all answers are used up; the offsets asked for."""
    await telegram.open(store.receive, welcome)
    scripted.calls.clear()
    for answer in answers:
        scripted.plan(*answer) if isinstance(answer, tuple) else scripted.plan(answer)
    scripted.plan(STOP, 409)
    with pytest.raises(Misconfigured) as caught:
        await telegram.run()
    assert caught.value.reason == "conflict"
    return [call.data["offset"] for call in scripted.calls]


async def test_the_offset_follows_what_is_stored(telegram: Telegram, scripted: Scripted) -> None:
    store = Store()
    offsets = await poll(telegram, scripted, store, updates(7, 8), updates(), updates(9))
    assert offsets == [0, 9, 9, 10]
    assert store.batches == [["7", "8"], ["9"]]


async def test_the_offset_waits_for_the_store(
    telegram: Telegram, scripted: Scripted, clock: VirtualClock
) -> None:
    store = Store(failures=2)
    offsets = await poll(telegram, scripted, store, updates(7), updates(7), updates(7))
    assert offsets == [0, 0, 0, 8]
    assert store.batches == [["7"]]
    assert (clock.now() - START).total_seconds() == 1 + 2


async def test_a_broken_platform_is_asked_ever_more_slowly(
    telegram: Telegram, scripted: Scripted, clock: VirtualClock
) -> None:
    broken = (b"<html>", 502)
    flood = {"ok": False, "description": "x", "parameters": {"retry_after": 100}}
    await poll(telegram, scripted, Store(), *[broken] * 7, (flood, 429), updates(7), broken)
    pauses = [3, 3, 4, 8, 16, 30, 30, 100, 3]
    assert (clock.now() - START).total_seconds() == sum(pauses)


async def test_one_poisoned_update_stops_nobody(telegram: Telegram, scripted: Scripted) -> None:
    answer = updates(7, 8)
    answer["result"][0]["message"] = {"chat": "nonsense"}
    store = Store()
    assert await poll(telegram, scripted, store, answer) == [0, 9]
    assert store.batches == [["8"]]


async def test_polling_asks_only_for_what_is_read(telegram: Telegram, scripted: Scripted) -> None:
    await poll(telegram, scripted, Store())
    asked = scripted.calls[0].data
    assert asked["allowed_updates"] == ["message", "callback_query", "my_chat_member"]
    assert asked["timeout"] == 25


async def test_a_stop_lets_the_store_finish(telegram: Telegram, scripted: Scripted) -> None:
    store = Store(seconds=0.05)
    await telegram.open(store.receive, welcome)
    scripted.plan(updates(7))
    work = asyncio.create_task(telegram.run())
    await store.came.wait()
    work.cancel()
    with suppress(asyncio.CancelledError):
        await work
    assert work.cancelled()
    assert store.batches == [["7"]]


async def test_opening_sets_the_command_menus(telegram: Telegram, scripted: Scripted) -> None:
    await telegram.open(Store().receive, welcome)
    assert [(call.method, call.data) for call in scripted.calls] == [
        ("getMe", {}),
        ("deleteWebhook", {}),
        ("setMyCommands", {"commands": [{"command": "menu", "description": "მენიუ"}]}),
        (
            "setMyCommands",
            {"commands": [{"command": "menu", "description": "მენიუ"}], "language_code": "ka"},
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "menu", "description": "Menu"}], "language_code": "en"},
        ),
    ]


async def test_opening_a_webhook(scripted: Scripted, clock: VirtualClock) -> None:
    settings = TelegramSettings(
        token="7:token",
        api_url=scripted.url,
        webhook_url="https://bot.example.org/telegram/x",
        webhook_secret=SECRET,
    )
    telegram = Telegram(settings, clock, load)
    await telegram.open(Store().receive, welcome)
    await telegram.close()
    assert scripted.calls[1].method == "setWebhook"
    assert scripted.calls[1].data == {
        "url": "https://bot.example.org/telegram/x",
        "secret_token": SECRET,
        "allowed_updates": ["message", "callback_query", "my_chat_member"],
    }


def test_a_malformed_token_is_refused_at_once(clock: VirtualClock) -> None:
    with pytest.raises(Misconfigured):
        Telegram(TelegramSettings(token="nonsense"), clock, load)


@pytest.mark.parametrize(
    ("given", "body", "status", "stored"),
    [
        (SECRET, json.dumps(updates(7)["result"][0]).encode(), 200, [["7"]]),
        (SECRET, b'{"update_id":7,"poll":{}}', 200, []),
        (SECRET, b'{"update_id":7,"message":null}', 200, []),
        (SECRET, b"[]", 200, []),
        (SECRET, b"{", 400, []),
        (SECRET, b"\xff", 400, []),
        (SECRET, b"[" * 100_000, 400, []),
        (SECRET[:-1], b"{}", 403, []),
        ("", b"{}", 403, []),
        ("é\udcff", b"{}", 403, []),
    ],
)
async def test_webhook(
    telegram: Telegram, given: str, body: bytes, status: int, stored: list[list[str]]
) -> None:
    store = Store()
    await telegram.open(store.receive, welcome)
    answer = await telegram.hook({SECRET_HEADER: given}, {}, body)
    assert (answer.status, store.batches) == (status, stored)


async def test_a_webhook_without_a_secret_lets_nobody_in(
    scripted: Scripted, clock: VirtualClock
) -> None:
    telegram = Telegram(TelegramSettings(token="7:token", api_url=scripted.url), clock, load)
    assert (await telegram.hook({SECRET_HEADER: ""}, {}, b"{}")).status == 403
    await telegram.close()


async def test_what_is_not_stored_is_brought_again(telegram: Telegram) -> None:
    body = json.dumps(updates(7)["result"][0]).encode()
    assert (await telegram.hook({SECRET_HEADER: SECRET}, {}, body)).status == 503
    store = Store(failures=1)
    await telegram.open(store.receive, welcome)
    answers = [await telegram.hook({SECRET_HEADER: SECRET}, {}, body) for _ in range(2)]
    assert [answer.status for answer in answers] == [503, 200]


REFUSALS: list[tuple[int, str, type[SendError], str]] = [
    (400, "Bad Request: chat not found", Unreachable, "chat_not_found"),
    (400, "Bad Request: PEER_ID_INVALID", Unreachable, "chat_not_found"),
    (400, "Bad Request: can't parse entities: x", Refused, "bad_markup"),
    (400, "Bad Request: message is too long", Refused, "too_long"),
    (400, "Bad Request: something new", Refused, "bad_request"),
    (401, "Unauthorized", Misconfigured, "token"),
    (403, "Forbidden: bot was blocked by the user", Unreachable, "forbidden"),
    (404, "Not Found", Misconfigured, "token"),
    (409, "Conflict", Misconfigured, "conflict"),
    (413, "Request Entity Too Large", Refused, "too_big"),
    (418, "I'm a teapot", Refused, "rejected"),
    (500, "Internal Server Error", TryAgain, "server"),
    (502, "Bad Gateway", TryAgain, "server"),
]


@pytest.mark.parametrize(("status", "description", "kind", "reason"), REFUSALS)
@pytest.mark.parametrize("picture", [None, Picture("m1")], ids=["text", "picture"])
async def test_refusals(
    telegram: Telegram,
    scripted: Scripted,
    status: int,
    description: str,
    kind: type[SendError],
    reason: str,
    picture: Picture | None,
) -> None:
    scripted.plan({"ok": False, "error_code": status, "description": description}, status)
    with pytest.raises(kind) as caught:
        await telegram.send("5", Outgoing(Html("x"), picture=picture))
    assert caught.value.reason == reason


async def test_a_flood_holds_the_whole_bot(telegram: Telegram, scripted: Scripted) -> None:
    scripted.plan({"ok": False, "description": "x", "parameters": {"retry_after": 17}}, 429)
    with pytest.raises(TryAgain) as caught:
        await telegram.send("5", Outgoing(Html("x")))
    assert (caught.value.after, caught.value.whole_bot) == (17, True)


async def test_nothing_arrived_where_nobody_listens(clock: VirtualClock) -> None:
    settings = TelegramSettings(token="7:token", api_url="http://127.0.0.1:1")
    telegram = Telegram(settings, clock, load)
    for picture in (None, Picture("m1")):
        with pytest.raises(TryAgain) as caught:
            await telegram.send("5", Outgoing(Html("x"), picture=picture))
        assert not caught.value.unknown
    await telegram.close()


async def test_taps_are_acknowledged_beside_everything_else(
    telegram: Telegram, scripted: Scripted
) -> None:
    tap = Incoming("telegram", "7", "5", Heard.TAP, START, callback="99")
    scripted.plan({"ok": False, "description": "Bad Request: query is too old"}, 400)
    for _ in range(2):
        await telegram.acknowledge(tap)
    await telegram.acknowledge(Incoming("telegram", "8", "5", Heard.TEXT, START))
    assert not scripted.calls
    await telegram.close()
    called = [(call.method, call.data) for call in scripted.calls]
    assert called == [("answerCallbackQuery", {"callback_query_id": "99"})] * 2
