"""Polling and webhooks: at least once, one reader, nothing lost when the way changes."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.clock import VirtualClock
from bot.simulator.server import Simulator
from bot.simulator.telegram_phone import TelegramPhone
from tests.simulator.support import Hook, TelegramCaller, until


@pytest.fixture
async def phone(simulator: Simulator) -> TelegramPhone:
    phone = simulator.telegram.phone()
    await phone.start()
    return phone


async def texts(telegram: TelegramCaller, **params: Any) -> list[str]:
    updates = (await telegram.call("getUpdates", **params))["result"]
    return [update["message"]["text"] for update in updates]


async def test_an_update_stays_until_the_offset_passes_it(
    telegram: TelegramCaller, phone: TelegramPhone
) -> None:
    await phone.say("ერთი")
    first = (await telegram.call("getUpdates"))["result"]
    assert [update["update_id"] for update in first] == [
        first[0]["update_id"],
        first[0]["update_id"] + 1,
    ]
    assert await texts(telegram) == ["/start", "ერთი"]
    assert await texts(telegram, limit=1) == ["/start"]
    assert await texts(telegram, offset=first[1]["update_id"]) == ["ერთი"]
    assert await texts(telegram, offset=first[1]["update_id"] + 1) == []


async def test_a_negative_offset_forgets_the_older_ones(
    telegram: TelegramCaller, phone: TelegramPhone
) -> None:
    await phone.say("ორი")
    assert await texts(telegram, offset=-1) == ["ორი"]
    assert await texts(telegram) == ["ორი"]


async def test_long_polling_waits_for_an_update(
    telegram: TelegramCaller, simulator: Simulator
) -> None:
    phone = simulator.telegram.phone()
    waiting = asyncio.create_task(texts(telegram, timeout=20))
    await until(lambda: simulator.telegram.updates.reading)
    await phone.start("x")
    assert await waiting == ["/start x"]


async def test_a_second_reader_ends_the_first(
    telegram: TelegramCaller, simulator: Simulator, phone: TelegramPhone
) -> None:
    await telegram.call("getUpdates", offset=10**12)
    first = asyncio.create_task(telegram.call("getUpdates", timeout=20))
    await until(lambda: simulator.telegram.updates.reading)
    assert (await telegram.call("getUpdates"))["ok"]
    told = await first
    assert told["error_code"] == 409 and "terminated by other getUpdates" in told["description"]


async def test_updates_die_after_a_day(
    telegram: TelegramCaller, phone: TelegramPhone, clock: VirtualClock
) -> None:
    clock.move(timedelta(hours=23))
    await phone.say("დღეს")
    clock.move(timedelta(hours=2))
    assert await texts(telegram) == ["დღეს"]


async def test_allowed_updates_stay_in_force(
    telegram: TelegramCaller, phone: TelegramPhone
) -> None:
    await telegram.call("getUpdates", offset=-1, allowed_updates=["my_chat_member"])
    await phone.say("არ მოვა")
    await phone.block()
    updates = (await telegram.call("getUpdates"))["result"]
    assert ["my_chat_member" in update for update in updates] == [False, True]


async def test_a_webhook_is_tried_again_in_order(
    telegram: TelegramCaller, phone: TelegramPhone, hook: Hook, simulator: Simulator, clock: Any
) -> None:
    hook.statuses = [500, 503]
    await telegram.call("setWebhook", url=hook.url)
    await phone.say("მეორე")
    for pause in (1, 2):
        await until_due(simulator)
        clock.move(timedelta(seconds=pause))
        simulator.tick()
    calls = await hook.until(4)
    assert [call["message"]["text"] for call in calls] == ["/start"] * 3 + ["მეორე"]
    info = (await telegram.call("getWebhookInfo"))["result"]
    assert "503" in info["last_error_message"]


async def until_due(simulator: Simulator) -> None:
    """Wait until the platform has something to repeat."""
    await until(lambda: simulator.world.agenda.waiting > 0)


async def test_what_a_webhook_did_not_take_is_polled(
    telegram: TelegramCaller, phone: TelegramPhone, simulator: Simulator, hook: Hook
) -> None:
    hook.statuses = [500]
    await telegram.call("setWebhook", url=hook.url)
    await until_due(simulator)
    assert (await telegram.call("getWebhookInfo"))["result"]["pending_update_count"] == 1
    assert (await telegram.call("getUpdates"))["error_code"] == 409
    await telegram.call("deleteWebhook")
    assert await texts(telegram) == ["/start"]


async def test_pending_updates_can_be_dropped(
    telegram: TelegramCaller, phone: TelegramPhone
) -> None:
    await telegram.call("deleteWebhook", drop_pending_updates=True)
    assert await texts(telegram) == []


WRONG = [
    {"url": "http://a.ge/hook"},
    {"url": "https://a.ge/hook", "secret_token": "ა"},
    {"url": "https://a.ge/hook", "max_connections": 101},
]


@pytest.mark.parametrize("params", WRONG)
async def test_webhooks_refused(telegram: TelegramCaller, params: dict[str, Any]) -> None:
    assert (await telegram.call("setWebhook", **params))["error_code"] == 400


async def test_updates_doubled_and_out_of_order(
    telegram: TelegramCaller, phone: TelegramPhone, simulator: Simulator
) -> None:
    simulator.telegram.faults.double()
    await phone.say("ორჯერ")
    simulator.telegram.faults.swap()
    await phone.say("მეორე")
    await phone.say("პირველი")
    got = await texts(telegram)
    assert got == ["/start", "ორჯერ", "ორჯერ", "პირველი", "მეორე"]
