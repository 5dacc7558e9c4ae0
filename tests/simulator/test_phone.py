"""Phones wait for answers, find buttons as people do, and offer only what a client offers."""

import asyncio

import pytest

from bot.simulator.phone import HISTORY, Impossible, NoButton, Silence
from bot.simulator.server import Simulator
from bot.simulator.telegram_phone import TelegramPhone
from tests.simulator.support import TelegramCaller, png


@pytest.fixture
async def phone(simulator: Simulator) -> TelegramPhone:
    simulator.telegram.limits = False
    phone = simulator.telegram.phone()
    await phone.start()
    return phone


async def ask(telegram: TelegramCaller, phone: TelegramPhone, *labels: str) -> int:
    rows = [[{"text": label, "callback_data": label}] for label in labels]
    markup = {"inline_keyboard": rows}
    told = await telegram.call("sendMessage", chat_id=phone.id, text="?", reply_markup=markup)
    return int(told["result"]["message_id"])


async def test_heard_waits_for_the_answer(telegram: TelegramCaller, phone: TelegramPhone) -> None:
    await phone.say("გამარჯობა")
    waiting = asyncio.create_task(phone.heard())
    id = await ask(telegram, phone, "კი")
    assert (await waiting).id == str(id)
    older = phone.last()
    with pytest.raises(Silence, match="ნინო"):
        await phone.heard(after=older, timeout=0.01)
    await telegram.call("editMessageText", chat_id=phone.id, message_id=id, text="ახალი")
    assert (await phone.heard(after=older)).text == "ახალი"
    assert older.text == "?" and older.buttons == [["კი"]]  # a snapshot


async def test_quiet_comes_when_nothing_more_does(
    telegram: TelegramCaller, phone: TelegramPhone
) -> None:
    await ask(telegram, phone, "კი")
    await phone.quiet(0.01)

    async def chatter() -> None:
        while True:
            await ask(telegram, phone, "კი")

    talking = asyncio.create_task(chatter())
    with pytest.raises(Silence, match="no quiet"):
        await phone.quiet(0.5, timeout=0.6)
    talking.cancel()


async def test_buttons_are_found_as_people_do(
    telegram: TelegramCaller, phone: TelegramPhone, simulator: Simulator
) -> None:
    await ask(telegram, phone, "1. სკვერი", "10. ხიდი", "უკან")
    await ask(telegram, phone, "კი", "კიდევ")
    for label in ("კი", "კიდ", "10", "1. "):
        await phone.press(label)
    taken = await simulator.telegram.updates.poll(0, 100, 0)
    pressed = [update["callback_query"]["data"] for update in taken[1:]]
    assert pressed == ["კი", "კიდევ", "10. ხიდი", "1. სკვერი"]
    for label in ("არა", "კ", "1"):
        with pytest.raises(NoButton):
            await phone.press(label)


async def test_the_reply_keyboard(telegram: TelegramCaller, phone: TelegramPhone) -> None:
    contact, place = {"text": "ნომერი", "request_contact": True}, {"text": "ადგილი"}
    markup = {"keyboard": [[contact, {**place, "request_location": True}], ["მენიუ"]]}
    once = {**markup, "one_time_keyboard": True, "input_field_placeholder": "რა გსურთ?"}
    await telegram.call("sendMessage", chat_id=phone.id, text="?", reply_markup=once)
    assert phone.buttons() == ["ნომერი", "ადგილი", "მენიუ"] and phone.placeholder == "რა გსურთ?"
    with pytest.raises(Impossible):
        await phone.press("ადგილი")
    await phone.press("ნომერი")
    assert phone.chat()[-1].source["contact"]["user_id"] == phone.id
    assert phone.buttons() == []
    await telegram.call("sendMessage", chat_id=phone.id, text="?", reply_markup=markup)
    await phone.press("მენ")
    assert phone.chat()[-1].text == "მენიუ" and phone.buttons()
    remove = {"remove_keyboard": True}
    await telegram.call("sendMessage", chat_id=phone.id, text="?", reply_markup=remove)
    assert phone.buttons() == []


async def test_links_open(telegram: TelegramCaller, phone: TelegramPhone) -> None:
    markup = {"inline_keyboard": [[{"text": "გვერდი", "url": "https://a.ge/x"}]]}
    await telegram.call("sendMessage", chat_id=phone.id, text="?", reply_markup=markup)
    await phone.press("გვერდი")
    assert phone.opened == ["https://a.ge/x"]


async def test_what_a_client_does_not_offer(simulator: Simulator) -> None:
    phone = simulator.telegram.phone()
    with pytest.raises(LookupError):
        phone.last()
    with pytest.raises(Impossible, match="Start"):
        await phone.say("ა")
    with pytest.raises(ValueError, match="deep link"):
        await phone.start("ორი სიტყვა")
    await phone.start()
    with pytest.raises(Impossible, match="empty"):
        await phone.say("  ")
    with pytest.raises(Impossible, match="edit"):
        await simulator.telegram.phone().rewrite("ა")
    with pytest.raises(ValueError, match="photo"):
        await phone.photo(b"text")
    await phone.block()
    with pytest.raises(Impossible, match="blocked"):
        await phone.photo(png())


async def test_history_is_bounded(telegram: TelegramCaller, phone: TelegramPhone) -> None:
    for number in range(HISTORY + 5):
        await phone.say(str(number))
    assert len(phone.chat()) == HISTORY
    assert phone.chat()[-1].text == str(HISTORY + 4)


def test_a_user_id_is_a_person(simulator: Simulator) -> None:
    assert simulator.telegram.phone(user_id=7) is simulator.telegram.phone("სხვა", user_id=7)
