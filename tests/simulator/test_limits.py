"""Rate limits hold in the clock's time, so that keeping them is tested without waiting."""

from datetime import timedelta

import pytest

from bot.clock import VirtualClock
from bot.simulator.limits import Pace, Window
from bot.simulator.server import Simulator
from tests.simulator.support import Hook, TelegramCaller, ViberCaller


async def test_one_chat_takes_a_burst_and_then_one_a_second(
    telegram: TelegramCaller, simulator: Simulator, clock: VirtualClock
) -> None:
    phone = simulator.telegram.phone()
    await phone.start()
    took = []
    for _ in range(5):
        answer = await telegram.call("sendMessage", chat_id=phone.id, text="ა")
        took.append(answer.get("parameters", {}).get("retry_after", 0))
    assert took == [0, 0, 0, 1, 1]
    await clock.sleep(1)
    assert (await telegram.call("sendMessage", chat_id=phone.id, text="ა"))["ok"]
    assert not (await telegram.call("sendMessage", chat_id=phone.id, text="ა"))["ok"]
    assert len(simulator.telegram.log.accepted()) == 4
    assert [entry.outcome for entry in simulator.telegram.log.refused()] == ["429"] * 3


def test_the_whole_bot_sends_thirty_in_any_second() -> None:
    pace, now = Pace(), 1_800_000_000.0
    waits = [pace.admit(pace.bucket(), now + n / 100) for n in range(31)]
    assert waits == [0] * 30 + [Pace.HOLD]
    assert pace.admit(pace.bucket(), now + 1.5) == 2  # hammering on is refused meanwhile
    assert pace.admit(pace.bucket(), now + 0.3 + Pace.HOLD) == 0


@pytest.mark.parametrize(("rate", "refused"), [(28, 0), (30, 0), (33, 1)])
def test_a_steady_pace(rate: int, refused: int) -> None:
    pace, start = Pace(), 1_800_000_000.0
    waits = [pace.admit(pace.bucket(), start + n / rate) for n in range(rate * 5)]
    assert any(waits) == bool(refused)


async def test_limits_can_be_off(telegram: TelegramCaller, clock: VirtualClock) -> None:
    simulator = Simulator(clock, limits=False)
    await simulator.start()
    phone = simulator.telegram.phone()
    await phone.start()
    caller = TelegramCaller(simulator, telegram.client)
    for _ in range(40):
        assert (await caller.call("sendMessage", chat_id=phone.id, text="ა"))["ok"]
    await simulator.stop()


async def test_viber_cuts_off_the_hundred_and_first_unanswered_message(
    viber: ViberCaller, simulator: Simulator, hooked: Hook, clock: VirtualClock
) -> None:
    simulator.viber.rules.receipts = False
    phone = simulator.viber.phone()
    await phone.say("აქ ვარ")
    statuses = [await viber.status(phone.id) for _ in range(101)]
    assert statuses == [0] * 100 + [12]
    await phone.say("პასუხი")
    assert await viber.status(phone.id) == 0
    clock.move(timedelta(hours=1))
    assert [await viber.status(phone.id) for _ in range(100)] == [0] * 100


async def test_viber_details_twice_in_twelve_hours(
    viber: ViberCaller, simulator: Simulator, clock: VirtualClock
) -> None:
    phone = simulator.viber.phone()
    statuses = [(await viber.call("get_user_details", id=phone.id))["status"] for _ in range(3)]
    assert statuses == [0, 0, 12]
    clock.move(timedelta(hours=12))
    assert (await viber.call("get_user_details", id=phone.id))["user"]["name"] == "ნინო"


def test_a_window_slides() -> None:
    window = Window(2, 10)
    window.add(0)
    window.add(6)
    assert window.wait(9) == 1
    assert window.wait(10) == 0
