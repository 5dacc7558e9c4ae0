"""Faults: planned or drawn, each as a real platform shows it, and repeatable."""

from collections import Counter

import pytest
from aiohttp import ClientError

from bot.simulator.faults import Canned, Fault, Faults
from bot.simulator.server import Simulator
from bot.simulator.telegram_phone import TelegramPhone
from tests.simulator.support import Hook, TelegramCaller, ViberCaller


@pytest.fixture
async def phone(simulator: Simulator) -> TelegramPhone:
    phone = simulator.telegram.phone()
    await phone.start()
    return phone


ANSWERED = [
    (Fault.FLOOD, 429),
    (Fault.BROKEN, 500),
    (Fault.BLOCKED, 403),
    (Canned(502, {"ok": False, "error_code": 502}), 502),
]


@pytest.mark.parametrize(("fault", "code"), ANSWERED)
async def test_telegram_answers_with_the_fault(
    telegram: TelegramCaller,
    simulator: Simulator,
    phone: TelegramPhone,
    fault: Fault | Canned,
    code: int,
) -> None:
    simulator.telegram.faults.next(fault)
    told = await telegram.call("sendMessage", chat_id=phone.id, text="ა")
    assert told["error_code"] == code and phone.screen() == []
    assert (await telegram.call("sendMessage", chat_id=phone.id, text="ა"))["ok"]
    assert [entry.outcome for entry in simulator.telegram.log.entries] == [str(code), "ok"]


@pytest.mark.parametrize(("fault", "shown"), [(Fault.LOST, 0), (Fault.UNSURE, 1)])
async def test_telegram_gives_no_answer(
    telegram: TelegramCaller, simulator: Simulator, phone: TelegramPhone, fault: Fault, shown: int
) -> None:
    simulator.telegram.faults.next(fault)
    with pytest.raises(ClientError):
        await telegram.call("sendMessage", chat_id=phone.id, text="ა")
    assert len(phone.screen()) == len(simulator.telegram.log.accepted()) == shown
    assert simulator.telegram.log.entries[0].outcome == fault.value


VIBER = [(Fault.FLOOD, 12), (Fault.BLOCKED, 6), (Canned(200, {"status": "7"}), 7)]


@pytest.mark.parametrize(("fault", "status"), VIBER)
async def test_viber_answers_with_the_fault(
    viber: ViberCaller, simulator: Simulator, hooked: Hook, fault: Fault | Canned, status: int
) -> None:
    phone = simulator.viber.phone()
    await phone.say("აქ ვარ")
    simulator.viber.faults.next(fault)
    assert await viber.status(phone.id) == status
    assert phone.screen() == []


@pytest.mark.parametrize(("fault", "shown"), [(Fault.LOST, 0), (Fault.UNSURE, 1)])
async def test_viber_gives_no_answer(
    viber: ViberCaller, simulator: Simulator, hooked: Hook, fault: Fault, shown: int
) -> None:
    phone = simulator.viber.phone()
    await phone.say("აქ ვარ")
    simulator.viber.faults.next(fault)
    with pytest.raises(ClientError):
        await viber.send(phone.id)
    assert len(phone.screen()) == len(simulator.viber.log.accepted()) == shown


async def test_viber_is_broken(viber: ViberCaller, simulator: Simulator, hooked: Hook) -> None:
    simulator.viber.faults.next(Fault.BROKEN)
    url = f"{simulator.viber_url}/send_message"
    async with viber.client.post(url, json={}, headers=viber.headers) as answer:
        assert answer.status == 500


def draws(seed: int) -> list[Fault | Canned | None]:
    faults = Faults(seed)
    faults.rates = {Fault.FLOOD: 0.2, Fault.LOST: 0.1}
    return [faults.draw() for _ in range(1000)]


def test_random_faults_keep_their_rate_and_repeat_with_the_seed() -> None:
    counted = Counter(draws(1))
    assert 150 < counted[Fault.FLOOD] < 250 and 60 < counted[Fault.LOST] < 140
    assert counted[None] == 1000 - counted[Fault.FLOOD] - counted[Fault.LOST]
    assert draws(1) == draws(1) != draws(2)


def test_cleared_faults_are_gone() -> None:
    faults = Faults()
    faults.next(Fault.FLOOD, 3)
    faults.rates = {Fault.LOST: 1.0}
    faults.double()
    assert faults.planned == 3
    faults.clear()
    assert faults.draw() is None


async def test_a_held_back_update_is_not_lost(simulator: Simulator, phone: TelegramPhone) -> None:
    simulator.telegram.faults.swap()
    await phone.say("ბოლო")  # nothing comes after it
    updates = simulator.telegram.updates
    started = await updates.poll(0, 100, 0)
    got = await updates.poll(started[-1]["update_id"] + 1, 100, 5)
    assert [update["message"]["text"] for update in started + got] == ["/start", "ბოლო"]
