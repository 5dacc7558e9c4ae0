"""Viber's refusals: status by status, with the words of its server where they are known."""

from typing import Any

import pytest

from bot.clock import VirtualClock
from bot.simulator.server import Simulator
from bot.simulator.viber_phone import ViberPhone
from tests.simulator.support import Hook, ViberCaller

KEY = {"ActionBody": "go", "Text": "წინ"}


@pytest.fixture
async def phone(simulator: Simulator, hooked: Hook) -> ViberPhone:
    phone = simulator.viber.phone()
    await phone.say("აქ ვარ")
    return phone


def keyboard(*buttons: dict[str, Any], **face: Any) -> dict[str, Any]:
    return {"keyboard": {"Type": "keyboard", "Buttons": list(buttons), **face}}


PICTURE = {"type": "picture", "media": "https://a.ge/a.png", "text": ""}
FILE = {"type": "file", "media": "https://a.ge/a.pdf", "size": 5, "file_name": "a.pdf", "text": ""}
VIDEO = {"type": "video", "media": "https://a.ge/a.mp4", "size": 5}
PLACE = {"type": "location", "location": {"lat": 41.9, "lon": 42}}
CONTACT = {"type": "contact", "contact": {"name": "ნინო", "phone_number": "+995599123456"}}
CARDS: dict[str, Any] = {"Type": "rich_media", "Buttons": [KEY]}
RICH = {"type": "rich_media", "min_api_version": 7, "rich_media": CARDS}


def rich(*buttons: dict[str, Any], **face: Any) -> dict[str, Any]:
    return {**RICH, "rich_media": {**CARDS, "Buttons": list(buttons), **face}}


REFUSED: list[tuple[dict[str, Any], int]] = [
    ({"receiver": ""}, 4),
    ({"type": None}, 4),
    ({"type": "dance"}, 3),
    ({"sender": {}}, 4),
    ({"sender": {"name": "ა" * 29}}, 3),
    ({"text": ""}, 4),
    ({"text": "ა" * 7001}, 3),
    ({"text": "ა" * 7000, "tracking_data": "ა" * 4000}, 3),  # over 30,000 bytes together
    ({"tracking_data": "a" * 4001}, 3),
    ({"min_api_version": 9}, 13),
    ({"min_api_version": 0}, 3),
    ({**PICTURE, "media": "https://a.ge/a"}, 3),
    ({**PICTURE, "media": "a.png"}, 3),
    ({**PICTURE, "text": None}, 4),
    ({**PICTURE, "text": "ა" * 769}, 3),
    ({**FILE, "size": None}, 4),
    ({**FILE, "size": 52_428_801}, 3),
    ({**FILE, "media": "https://a.ge/a"}, 3),
    ({**FILE, "file_name": "a.exe"}, 3),
    ({**FILE, "file_name": "a"}, 3),
    ({**VIDEO, "duration": 181}, 3),
    ({**VIDEO, "media": "https://a.ge/a.avi"}, 3),
    ({**PLACE, "location": {"lat": 91, "lon": 0}}, 3),
    ({**CONTACT, "contact": {"name": "ნინო", "phone_number": "0" * 19}}, 3),
    ({"type": "url", "media": "https://a.ge/" + "a" * 2000}, 3),
    ({"type": "sticker"}, 4),
    ({**RICH, "min_api_version": 1}, 3),
    (rich({**KEY, "ActionType": "share-phone"}), 3),
    (rich(*[KEY] * 7, ButtonsGroupRows=1, ButtonsGroupColumns=1), 3),
    ({**keyboard(KEY), "min_api_version": 3} | keyboard(KEY, InputFieldState="hidden"), 14),
    (keyboard({**KEY, "TextPaddings": [1, 2, 3, 4]}) | {"min_api_version": 2}, 14),
]


@pytest.mark.parametrize(("message", "status"), REFUSED)
async def test_messages_refused(
    viber: ViberCaller, phone: ViberPhone, message: dict[str, Any], status: int
) -> None:
    assert int((await viber.send(**{"receiver": phone.id, **message}))["status"]) == status
    assert phone.screen() == []


ACCEPTED: list[dict[str, Any]] = [
    {"text": "ა" * 7000},
    {"tracking_data": "a" * 4000},
    FILE,
    VIDEO,
    PLACE,
    CONTACT,
    RICH,
    rich({**KEY, "Rows": 7}),
    {"type": "url", "media": "https://a.ge/"},
    {"type": "sticker", "sticker_id": 40100},
    keyboard({**KEY, "Columns": "3", "Rows": "1"}),
    {**keyboard(KEY, InputFieldState="hidden"), "min_api_version": 4},
    {**keyboard({**KEY, "ActionType": "share-phone"}), "min_api_version": 3},
]


@pytest.mark.parametrize("message", ACCEPTED)
async def test_messages_accepted(
    viber: ViberCaller, simulator: Simulator, phone: ViberPhone, message: dict[str, Any]
) -> None:
    assert await viber.status(phone.id, **message) == 0
    assert len(phone.screen()) == 1 and not simulator.complaints


async def test_words_beside_a_file_are_complained_of(
    viber: ViberCaller, simulator: Simulator, phone: ViberPhone
) -> None:
    assert await viber.status(phone.id, **{**FILE, "text": "ბიულეტენი"}) == 0
    assert "shown nowhere" in simulator.complaints[0]


async def test_a_keyboard_alone(viber: ViberCaller, phone: ViberPhone) -> None:
    assert await viber.status(phone.id, type=None, text=None, **keyboard(KEY)) == 0
    assert phone.screen() == [] and phone.buttons() == ["წინ"]


SCHEMA = [
    ({"Buttons": [KEY]}, '[object has missing required properties (["Type"])]'),
    (
        {"Type": "keyboard", "Buttons": []},
        "[array is too short: must have at least 1 elements but instance has 0 elements]",
    ),
    (
        {"Type": "keyboard", "Buttons": [{**KEY, "Columns": 10000}]},
        "[numeric instance is greater than the required maximum (maximum: 6, found: 10000)]",
    ),
    (
        {"Type": "keyboard", "Buttons": [{**KEY, "ActionType": "share-phone"}]},
        '[instance value ("share-phone") not found in enum '
        '(possible values: ["reply","open-url",""])]',
    ),
    (
        {"Type": "keyboard", "Buttons": [{"Text": "წინ"}]},
        '[object has missing required properties (["ActionBody"])]',
    ),
    (
        {"Type": "keyboard", "Buttons": [{**KEY, "Rows": 3}]},
        "[numeric instance is greater than the required maximum (maximum: 2, found: 3)]",
    ),
    (
        {"Type": "keyboard", "Buttons": [{**KEY, "BgColor": "red"}]},
        '[ECMA 262 regex "^#[0-9a-fA-F]{6}$" does not match input string "red"]',
    ),
    (
        {"Type": "keyboard", "Buttons": [{**KEY, "Silent": "yes"}]},
        '[instance type (string) does not match any allowed primitive type (allowed: ["boolean"])]',
    ),
]


@pytest.mark.parametrize(("given", "words"), SCHEMA)
async def test_keyboard_errors_word_for_word(
    viber: ViberCaller, phone: ViberPhone, given: dict[str, Any], words: str
) -> None:
    told = await viber.send(phone.id, keyboard=given)
    assert told == {"status": 3, "status_message": f"keyboard is not valid. {words}"}


async def test_high_keyboards(
    viber: ViberCaller, simulator: Simulator, phone: ViberPhone, hooked: Hook
) -> None:
    assert await viber.status(phone.id, **keyboard(*[KEY] * 13)) == 0
    assert "do not fit" in simulator.complaints[0] and len(phone.screen()) == 1
    sent = await viber.send(phone.id, **keyboard(*[KEY] * 25))
    assert sent["status"] == 0 and len(phone.screen()) == 1
    assert (await hooked.event("failed"))["message_token"] == sent["message_token"]


async def test_who_can_be_written_to(viber: ViberCaller, simulator: Simulator, hook: Hook) -> None:
    phone = simulator.viber.phone()
    assert await viber.status(phone.id) == 10
    await viber.call("set_webhook", url=hook.url)
    assert await viber.status("nobody") == 5
    told = await viber.send(phone.id)
    assert (told["status"], told["status_message"]) == (6, "Not subscribed")
    await phone.say("აქ ვარ")
    assert await viber.status(phone.id) == 0
    await phone.block()
    assert await viber.status(phone.id) == 6


async def test_tokens(viber: ViberCaller, simulator: Simulator) -> None:
    viber.headers = {}
    told = await viber.call("get_account_info")
    assert told == {"status": 2, "status_message": "missing_auth_token"}
    assert (await viber.call("get_account_info", auth_token="x"))["status"] == 2
    token = simulator.viber.token
    assert (await viber.call("get_account_info", auth_token=token))["status"] == 0
    simulator.viber.rules.header_only = True
    assert (await viber.call("get_account_info", auth_token=token))["status"] == 2


async def test_requests_that_are_no_requests(viber: ViberCaller, simulator: Simulator) -> None:
    url = f"{simulator.viber_url}/send_message"
    async with viber.client.post(url, data=b"{", headers=viber.headers) as answer:
        assert await answer.json() == {"status": 3, "status_message": "badData"}
    unknown = f"{simulator.viber_url}/edit_message"
    async with viber.client.post(unknown, json={}, headers=viber.headers) as answer:
        assert answer.status == 404
    assert list(simulator.complaints) == ["Viber: unknown endpoint edit_message"]


async def test_a_broadcast_fails_for_some(
    viber: ViberCaller, simulator: Simulator, phone: ViberPhone
) -> None:
    stranger = simulator.viber.phone()
    message = {"sender": {"name": "მ"}, "type": "text", "text": "replace_me_with_user_name, ხვალ"}
    told = await viber.call(
        "broadcast_message", broadcast_list=[phone.id, stranger.id, "nobody"], **message
    )
    assert told["status"] == 0 and told["message_token"]
    assert [(row["receiver"], row["status"]) for row in told["failed_list"]] == [
        (stranger.id, 6),
        ("nobody", 5),
    ]
    assert phone.last().text == "ნინო, ხვალ"
    assert [entry.outcome for entry in simulator.viber.log.entries] == ["ok", "6", "5"]
    simulator.viber.rules.broadcast = False
    assert (await viber.call("broadcast_message", broadcast_list=[phone.id], **message))[
        "status"
    ] == 20
    simulator.viber.rules.broadcast = True
    many = await viber.call("broadcast_message", broadcast_list=["x"] * 301, **message)
    assert many["status"] == 3


async def test_what_a_message_costs(
    viber: ViberCaller, simulator: Simulator, phone: ViberPhone, clock: VirtualClock
) -> None:
    async def billed() -> int:
        return int((await viber.send(phone.id)).get("billing_status", -1))

    rules = simulator.viber.rules
    assert await billed() == 2
    rules.session_messages = 2
    assert [await billed(), await billed()] == [2, 4], "a session has only so many"
    await clock.sleep(86_400)
    assert await billed() == 4
    rules.free_messages = 2
    assert await billed() == 5
    rules.balance = False
    assert await viber.status(phone.id) == 24
    rules.billable = False
    assert await viber.status(phone.id) == 23
    await phone.say("აქ ვარ")
    assert await billed() == 1


async def test_who_is_online(viber: ViberCaller, phone: ViberPhone) -> None:
    told = await viber.call("get_online", ids=[phone.id, "nobody"])
    assert [user["online_status"] for user in told["users"]] == [0, 4]
    assert (await viber.call("get_online", ids=["x"] * 101))["status"] == 3
