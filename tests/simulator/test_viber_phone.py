"""A person's Viber: welcome, subscription, the last keyboard, tracking data, files that die."""

from datetime import timedelta
from typing import Any

import pytest

from bot.clock import VirtualClock
from bot.simulator.phone import Impossible, NoButton
from bot.simulator.server import Simulator
from bot.simulator.viber_phone import ViberPhone
from bot.simulator.viber_text import marked, plain
from tests.simulator.support import Hook, ViberCaller, png

WELCOME: dict[str, Any] = {
    "sender": {"name": "მონაწილე"},
    "type": "text",
    "text": "*გამარჯობა*",
    "tracking_data": "w1",
    "keyboard": {
        "Type": "keyboard",
        "Buttons": [
            {"ActionBody": "cmd:start", "Text": "<b>დაწყება</b> &amp; სხვა", "Silent": True}
        ],
    },
}


@pytest.fixture
def phone(simulator: Simulator) -> ViberPhone:
    return simulator.viber.phone()


async def test_the_welcome_travels_in_the_answer(phone: ViberPhone, hooked: Hook) -> None:
    hooked.answer = WELCOME
    await phone.start("door-7")
    shown = await phone.heard()
    event = hooked.calls[0]
    assert event["context"] == "door-7" and event["subscribed"] is False
    assert event["user"]["language"] == "ka-GE"
    assert (shown.text, shown.html) == ("გამარჯობა", "<b>გამარჯობა</b>")
    assert phone.buttons() == ["დაწყება & სხვა"] and not phone.subscribed


async def test_a_press_sends_the_body_and_subscribes(phone: ViberPhone, hooked: Hook) -> None:
    hooked.answer = WELCOME
    await phone.start()
    await phone.heard()
    await phone.press("დაწყება")
    call = (await hooked.until(2))[1]
    assert call["event"] == "message" and call["silent"] is True
    assert call["message"] == {"type": "text", "text": "cmd:start", "tracking_data": "w1"}
    assert phone.subscribed and not phone.chat()[-1].mine  # silent: nothing of one's own shows


@pytest.mark.parametrize("wrong", [{"text": "no sender", "type": "text"}, {"type": "dance"}])
async def test_a_wrong_welcome_is_not_shown(
    phone: ViberPhone, hooked: Hook, simulator: Simulator, wrong: dict[str, Any]
) -> None:
    hooked.answer = wrong
    await phone.start()
    await hooked.until(1)
    await phone.quiet(0.05)
    assert phone.screen() == [] and "welcome" in simulator.complaints[0]


async def test_the_first_message_may_bring_subscribed(
    phone: ViberPhone, hooked: Hook, simulator: Simulator
) -> None:
    simulator.viber.rules.subscribed_event = True
    await phone.say("აქ ვარ")
    assert [call["event"] for call in await hooked.until(2)] == ["subscribed", "message"]
    await phone.block()
    assert (await hooked.event("unsubscribed"))["user_id"] == phone.id
    await phone.unblock()
    assert (await hooked.until(4))[3]["user"]["id"] == phone.id


async def test_a_message_without_keyboard_clears_the_last_one(
    viber: ViberCaller, phone: ViberPhone, hooked: Hook, simulator: Simulator
) -> None:
    await phone.say("აქ ვარ")
    await viber.send(phone.id, keyboard=WELCOME["keyboard"])
    assert phone.last().buttons == [["დაწყება & სხვა"]] == [phone.buttons()]
    await viber.send(phone.id)
    assert phone.buttons() == []
    with pytest.raises(NoButton):
        await phone.press("დაწყება")
    simulator.viber.rules.keyboard_stays = True
    await viber.send(phone.id, keyboard=WELCOME["keyboard"])
    await viber.send(phone.id)
    assert phone.buttons() == ["დაწყება & სხვა"]


async def test_cards_stay_pressable(viber: ViberCaller, phone: ViberPhone, hooked: Hook) -> None:
    await phone.say("აქ ვარ")
    cards = {"Type": "rich_media", "Buttons": [{"ActionBody": "vote:4", "Text": "მომწონს"}]}
    await viber.send(phone.id, type="rich_media", rich_media=cards, min_api_version=7)
    await viber.send(phone.id)
    await phone.press("მომ")
    assert phone.chat()[-1].text == "vote:4"


BOARD = {
    "Type": "keyboard",
    "Buttons": [
        {"ActionType": "share-phone", "ActionBody": "#own", "Text": "ნომერი", "Columns": 3},
        {"ActionType": "location-picker", "ActionBody": "#map", "Text": "რუკა", "Columns": 3},
        {"ActionType": "open-url", "ActionBody": "https://a.ge", "Text": "ბმული"},
        {"ActionType": "none", "Text": "უძრავი"},
    ],
}


@pytest.fixture
async def board(viber: ViberCaller, phone: ViberPhone, hooked: Hook) -> ViberPhone:
    await phone.say("აქ ვარ")
    await viber.send(phone.id, keyboard=BOARD, min_api_version=4)
    hooked.calls.clear()
    return phone


async def messages(hook: Hook, count: int) -> list[dict[str, Any]]:
    """The first messages of people that came in, receipts left aside."""
    await hook.event("message")
    while len(found := [c["message"] for c in hook.calls if c["event"] == "message"]) < count:
        await hook.until(len(hook.calls) + 1)
    return found


async def test_sharing_a_phone_and_a_place(board: ViberPhone, hooked: Hook) -> None:
    assert board.last().buttons == [["ნომერი", "რუკა"], ["ბმული"], ["უძრავი"]]
    await board.share_phone("+995599123456")
    await board.share_place(41.9, 42.0)
    await board.share_phone("+995599654321", own=False)
    phone, place, foreign = await messages(hooked, 3)
    contact = {"name": "ნინო", "phone_number": "+995599123456"}
    assert phone == {"type": "contact", "contact": contact, "text": "#own"}
    assert place["location"] == {"lat": 41.9, "lon": 42.0} and place["text"] == "#map"
    assert "text" not in foreign
    with pytest.raises(Impossible):
        await board.press("რუკა")


async def test_a_link_is_opened_and_told(board: ViberPhone, hooked: Hook) -> None:
    await board.press("ბმული")
    await board.press("უძრავი")
    assert board.opened == ["https://a.ge"]
    assert (await messages(hooked, 1))[0]["text"] == "https://a.ge"


async def test_a_desktop_shares_nothing(board: ViberPhone, hooked: Hook) -> None:
    board.desktop = True
    await board.press("ნომერი")
    assert (await messages(hooked, 1))[0]["contact"] == {}
    with pytest.raises(Impossible):
        await board.share_place(41.9, 42.0)


async def test_a_picture_lives_for_an_hour(
    phone: ViberPhone, hooked: Hook, clock: VirtualClock, viber: ViberCaller
) -> None:
    await phone.photo(png(), "ხიდი")
    await phone.document(b"x" * 5, "a.pb")
    await phone.document(b"x" * 5, "a.pb")
    await phone.sticker()
    picture, first, second, sticker = await messages(hooked, 4)
    assert picture["text"] == "ხიდი" and sticker["sticker_id"]
    assert {"size", "file_size"} <= {*first, *second}
    assert first["media"] != second["media"]
    async with viber.client.get(picture["media"]) as answer:
        assert (answer.status, answer.content_type) == (200, "image/png")
        assert await answer.read() == png()
    clock.move(timedelta(minutes=61))
    async with viber.client.get(picture["media"]) as answer:
        assert answer.status == 404


@pytest.mark.parametrize(
    ("text", "read", "shown"),
    [
        ("*ბიუჯეტი* 2027", "ბიუჯეტი 2027", "<b>ბიუჯეტი</b> 2027"),
        ("_ა_, ~ბ~", "ა, ბ", "<i>ა</i>, <s>ბ</s>"),
        ("*Viber*bots", "*Viber*bots", "*Viber*bots"),
        ("2 * 3 * 4", "2 * 3 * 4", "2 * 3 * 4"),
        ("```a<b```", "a<b", "<code>a&lt;b</code>"),
        ("<b>ა</b>", "<b>ა</b>", "&lt;b&gt;ა&lt;/b&gt;"),
    ],
)
def test_text_formatting(text: str, read: str, shown: str) -> None:
    assert (plain(text), marked(text)) == (read, shown)
