"""What every channel keeps when something is wrong."""

import logging
import traceback
from collections.abc import Awaitable
from dataclasses import replace

import pytest

from bot.channel import Misconfigured, SendError, TryAgain, Unreachable
from bot.channels.telegram import Telegram
from bot.channels.viber import Viber
from bot.clock import VirtualClock
from bot.messages import Html, Incoming
from bot.simulator.faults import Canned, Fault
from bot.simulator.server import Simulator
from tests.channels.rigs import HELLO, NAMES, Doorstep, Rig, channel
from tests.channels.scripted import Scripted


@pytest.mark.parametrize(
    ("fault", "kind", "unknown"),
    [
        (Fault.FLOOD, TryAgain, False),
        (Fault.BROKEN, TryAgain, True),
        (Fault.LOST, TryAgain, True),
        (Fault.UNSURE, TryAgain, True),
        (Fault.BLOCKED, Unreachable, None),
        (Canned(200, {"nonsense": 1}), TryAgain, True),
    ],
    ids=str,
)
async def test_errors_say_what_to_do(
    rig: Rig, fault: Fault, kind: type[SendError], unknown: bool | None
) -> None:
    await rig.meet()
    rig.faults.next(fault)
    with pytest.raises(kind) as caught:
        await rig.channel.send(rig.chat, HELLO)
    assert getattr(caught.value, "unknown", None) == unknown
    assert (await rig.channel.send(rig.chat, HELLO)).ref


@pytest.mark.parametrize("name", NAMES)
async def test_a_wrong_token_is_a_misconfiguration(name: str, scripted: Scripted) -> None:
    tested = _lonely(name, scripted.url)
    scripted.plan({"ok": False, "error_code": 401, "description": "Unauthorized", "status": 2}, 401)
    with pytest.raises(Misconfigured):
        await tested.open(_ignore, _no_welcome)
    await tested.close()


async def test_hooks_refuse_strangers(rig: Rig) -> None:
    if rig.name == "telegram":
        pytest.skip("polls")
    await rig.meet()
    for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "x"}, {SIGNATURE: "é\udcff"}):
        answer = await rig.channel.hook(headers, {}, b'{"update_id":1,"event":"message"}')
        assert (answer.status, answer.body) == (403, b"")
    assert rig.nothing_heard()


SIGNATURE = "X-Viber-Content-Signature"
TELEGRAM_TOKEN = "700000001:VERY-SECRET"
VIBER_TOKEN = "0011-very-secret"


def _lonely(name: str, url: str) -> Telegram | Viber:
    """A channel at any address, with tokens that are easy to find in a log."""
    clock = VirtualClock()
    simulator = Simulator(clock, telegram_token=TELEGRAM_TOKEN, viber_token=VIBER_TOKEN)
    simulator.live_at(url)
    made = channel(name, simulator, Doorstep(), clock)
    assert isinstance(made, Telegram | Viber)
    return made


async def _ignore(batch: object) -> None: ...


async def _no_welcome(event: Incoming) -> None: ...


ANSWERS = (
    (b"<html>Bad Gateway</html>", 502),
    (b"[]", 200),
    ({"ok": False, "description": "Not Found"}, 404),
    ({"ok": False, "description": "Bad Request: chat not found", "status": "3"}, 400),
    ({"ok": False, "description": "x", "parameters": {"retry_after": 5}}, 429),
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("answer", "status"), ANSWERS, ids=lambda given: str(given)[:20])
async def test_errors_keep_secrets(
    name: str, answer: object, status: int, scripted: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    told = ""
    for url in (scripted.url, "http://127.0.0.1:1", "http://unresolvable.invalid"):
        tested = _lonely(name, url)
        scripted.plan(answer, status)
        told += await _complaint(tested.send("5", replace(HELLO, text=Html("ჩემი აზრი"))))
        scripted.plan(answer, status)
        told += await _complaint(tested.open(_ignore, _no_welcome))
        told += repr(vars(tested))
        await tested.close()
    for secret in (TELEGRAM_TOKEN, VIBER_TOKEN, "VERY-SECRET", "very-secret", "ჩემი აზრი"):
        assert secret not in told
        assert secret not in caplog.text


async def _complaint(attempt: Awaitable[object]) -> str:
    """All that a log could show of a failed attempt."""
    with pytest.raises(SendError) as caught:
        await attempt
    assert caught.value.__context__ is None
    return repr(caught.value) + "".join(traceback.format_exception(caught.value))
