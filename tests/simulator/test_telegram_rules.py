"""Each thing the Bot API refuses is refused here, in its words, and nothing is shown."""

from typing import Any

import pytest

from bot.simulator.server import Simulator
from bot.simulator.telegram_html import parse
from bot.simulator.telegram_phone import TelegramPhone
from tests.simulator.support import TelegramCaller, jpeg, png


@pytest.fixture
async def phone(simulator: Simulator) -> TelegramPhone:
    simulator.telegram.limits = False
    phone = simulator.telegram.phone()
    await phone.start()
    return phone


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def button(text: str = "კი", **action: Any) -> dict[str, Any]:
    return {"text": text, **action}


TAP = button(callback_data="y")
SMILE = "\N{GRINNING FACE}"

TEXTS = [
    ("", "message text is empty"),
    (" \n ", "message text is empty"),
    ("<b></b>", "message text is empty"),
    ("ა" * 4097, "message is too long"),
    (SMILE * 2049, "message is too long"),  # two UTF-16 units each
    ("<p>ა</p>", 'Unsupported start tag "p"'),
    ("ა<br>ბ", 'Unsupported start tag "br" at byte offset 3'),
    ("<b>ა", 'Can\'t find end tag corresponding to start tag "b"'),
    ("ა</b>", "Unexpected end tag at byte offset 3"),
    ("<b><i>ა</b></i>", 'expected "</i>", found "</b>"'),
    ("1 < 2", "Unclosed start tag"),
    ('<span class="red">ა</span>', 'Unsupported start tag "span"'),
]


@pytest.mark.parametrize(("text", "reason"), TEXTS)
async def test_texts_refused(
    telegram: TelegramCaller, phone: TelegramPhone, text: str, reason: str
) -> None:
    told = await telegram.refused("sendMessage", chat_id=phone.id, text=text, parse_mode="HTML")
    assert reason in told and told.startswith("Bad Request: ")
    assert phone.screen() == []


ACCEPTED = [
    ("ა" * 4096, "ა" * 4096),
    ("<b>" + "ა" * 4096 + "</b>", "ა" * 4096),  # markup does not count
    ("&lt;b&gt; &amp; &quot;", '<b> & "'),
    ("2 > 1 & 3", "2 > 1 & 3"),
    ('<a href="https://a.ge?x=1&amp;y=2">აქ</a>', "აქ"),
    ("<tg-spoiler>ა</tg-spoiler><blockquote expandable>ბ</blockquote>", "აბ"),
]


@pytest.mark.parametrize(("text", "read"), ACCEPTED)
async def test_texts_accepted(
    telegram: TelegramCaller, phone: TelegramPhone, text: str, read: str
) -> None:
    sent = await telegram.call("sendMessage", chat_id=phone.id, text=text, parse_mode="HTML")
    assert sent["ok"] and phone.last().text == read


def test_entities_count_in_utf16_units() -> None:
    parsed = parse(f"{SMILE}<b>ა{SMILE}</b>")
    assert parsed.entities == [{"type": "bold", "offset": 2, "length": 3}]


def test_the_page_gets_no_foreign_markup() -> None:
    parsed = parse('<a href="javascript:alert(1)">x</a>&lt;script&gt;<b title="y">z</b>')
    assert parsed.html == "x&lt;script&gt;<b>z</b>"


async def test_text_without_parse_mode_is_shown_as_it_is(
    telegram: TelegramCaller, phone: TelegramPhone
) -> None:
    await telegram.call("sendMessage", chat_id=phone.id, text="<b>&lt;")
    assert phone.last().text == "<b>&lt;"


MARKUPS = [
    (inline([button(callback_data="")]), "BUTTON_DATA_INVALID"),
    (inline([button(callback_data="ა" * 22)]), "BUTTON_DATA_INVALID"),  # 66 bytes
    (inline([TAP] * 9), "reply markup is too long"),
    (inline(*[[TAP]] * 101), "reply markup is too long"),
    (inline([button()]), "Text buttons are unallowed in the inline keyboard"),
    (inline([button(request_contact=True)]), "Text buttons are unallowed"),
    (inline([button("", callback_data="y")]), "button text must be non-empty"),
    (inline([button(callback_data="y", url="https://a.ge")]), "exactly one action"),
    ({"inline_keyboard": [TAP]}, "Array of Array"),
    ({"keyboard": [[button(callback_data="y")]]}, "inline only"),
    ({"keyboard": []}, "empty"),
    ({"buttons": []}, "object expected as reply markup"),
    ("{", "can't parse reply_markup JSON object"),
    ({"force_reply": True, "input_field_placeholder": "ა" * 65}, "placeholder"),
]


@pytest.mark.parametrize(("markup", "reason"), MARKUPS)
async def test_keyboards_refused(
    telegram: TelegramCaller, phone: TelegramPhone, markup: Any, reason: str
) -> None:
    told = await telegram.refused("sendMessage", chat_id=phone.id, text="ა", reply_markup=markup)
    assert reason in told and phone.screen() == []


async def test_the_largest_keyboard(telegram: TelegramCaller, phone: TelegramPhone) -> None:
    rows = [[button(callback_data="a" * 64)] * 8] * 12 + [[TAP] * 4]
    sent = await telegram.call(
        "sendMessage", chat_id=phone.id, text="ა", reply_markup=inline(*rows)
    )
    assert sent["ok"] and sum(map(len, phone.last().buttons)) == 100


async def test_captions(telegram: TelegramCaller, phone: TelegramPhone) -> None:
    sent = await telegram.upload("sendPhoto", "photo", png(), chat_id=phone.id, caption="ა" * 1024)
    assert sent["ok"]
    long = await telegram.upload("sendPhoto", "photo", png(), chat_id=phone.id, caption="ა" * 1025)
    assert long["description"] == "Bad Request: message caption is too long"


PHOTOS = [
    (b"not a picture", "IMAGE_PROCESS_FAILED"),
    (png(10, 201), "PHOTO_INVALID_DIMENSIONS"),
    (png(5001, 5000), "PHOTO_INVALID_DIMENSIONS"),
    (b"", "file must be non-empty"),
    (png() + bytes(10_000_000), "Request Entity Too Large"),
]


@pytest.mark.parametrize(("data", "reason"), PHOTOS, ids=[reason for _, reason in PHOTOS])
async def test_photos_refused(
    telegram: TelegramCaller, phone: TelegramPhone, data: bytes, reason: str
) -> None:
    told = await telegram.upload("sendPhoto", "photo", data, chat_id=phone.id)
    assert reason in told["description"]


async def test_photo_sizes(phone: TelegramPhone, simulator: Simulator) -> None:
    await phone.photo(jpeg(2000, 1000))
    sizes = phone.chat()[-1].source["photo"]
    widths = [(size["width"], size["height"]) for size in sizes]
    assert widths == [(90, 45), (320, 160), (800, 400), (1280, 640)]


async def test_edits_refused(telegram: TelegramCaller, phone: TelegramPhone) -> None:
    sent = await telegram.call(
        "sendMessage", chat_id=phone.id, text="ა", reply_markup=inline([TAP])
    )
    id = sent["result"]["message_id"]
    same = {"chat_id": phone.id, "message_id": id, "text": "ა", "reply_markup": inline([TAP])}
    assert "message is not modified" in await telegram.refused("editMessageText", **same)
    gone = {**same, "message_id": 9999}
    assert "message to edit not found" in await telegram.refused("editMessageText", **gone)
    own = {**same, "message_id": int(phone.chat()[0].id)}
    assert "message can't be edited" in await telegram.refused("editMessageText", **own)
    caption = {"chat_id": phone.id, "message_id": id, "caption": "ბ"}
    assert "no caption" in await telegram.refused("editMessageCaption", **caption)
    board = {**same, "reply_markup": {"keyboard": [["ა"]]}}
    assert "inline keyboard expected" in await telegram.refused("editMessageText", **board)
    assert not phone.last().edited


async def test_an_edit_without_a_keyboard_takes_it_away(
    telegram: TelegramCaller, phone: TelegramPhone
) -> None:
    sent = await telegram.call(
        "sendMessage", chat_id=phone.id, text="ა", reply_markup=inline([TAP])
    )
    id = sent["result"]["message_id"]
    await telegram.call("editMessageText", chat_id=phone.id, message_id=id, text="ბ")
    assert phone.last().buttons == [] and phone.last().edited


async def test_who_can_be_written_to(telegram: TelegramCaller, simulator: Simulator) -> None:
    phone = simulator.telegram.phone()
    told = await telegram.refused("sendMessage", chat_id=phone.id, text="ა")
    assert told == "Forbidden: bot can't initiate conversation with a user"
    assert "chat not found" in await telegram.refused("sendMessage", chat_id=5, text="ა")
    assert "chat_id is empty" in await telegram.refused("sendMessage", text="ა")
    await phone.start()
    await phone.block()
    told = await telegram.refused("sendMessage", chat_id=phone.id, text="ა")
    assert told == "Forbidden: bot was blocked by the user"


async def test_tokens(telegram: TelegramCaller, simulator: Simulator) -> None:
    for token, status in (("1:other", 401), ("shapeless", 404)):
        url = f"{simulator.telegram_url}/bot{token}/getMe"
        async with telegram.client.get(url) as answer:
            assert answer.status == status and not (await answer.json())["ok"]


async def test_an_unknown_method_fails_loudly(
    telegram: TelegramCaller, simulator: Simulator
) -> None:
    assert (await telegram.call("sendDice", chat_id=1))["error_code"] == 404
    assert list(simulator.complaints) == ["Telegram: unknown method sendDice"]


COMMANDS = [
    [{"command": "Menu", "description": "x"}],
    [{"command": "a" * 33, "description": "x"}],
    [{"command": "მენიუ", "description": "x"}],
    [{"command": "menu", "description": ""}],
    [{"command": "menu", "description": "x" * 257}],
    [{"command": "menu", "description": "x"}] * 101,
]


@pytest.mark.parametrize("commands", COMMANDS)
async def test_commands_refused(telegram: TelegramCaller, commands: Any) -> None:
    assert (await telegram.call("setMyCommands", commands=commands))["error_code"] == 400


async def test_a_tap_must_be_acknowledged_soon(
    telegram: TelegramCaller, simulator: Simulator, phone: TelegramPhone, clock: Any
) -> None:
    await telegram.call("sendMessage", chat_id=phone.id, text="ა", reply_markup=inline([TAP]))
    await phone.press("კი")
    query = (await telegram.call("getUpdates", offset=-1))["result"][0]["callback_query"]
    await clock.sleep(61)
    told = await telegram.refused("answerCallbackQuery", callback_query_id=query["id"])
    assert "query is too old" in told


async def test_menus_descriptions_and_farewells(telegram: TelegramCaller) -> None:
    assert (await telegram.call("getChatMenuButton"))["result"] == {"type": "commands"}
    wrong = {"type": "dance"}
    assert "MENU" in await telegram.refused("setChatMenuButton", menu_button=wrong)
    assert "too long" in await telegram.refused("setMyDescription", description="ა" * 513)
    assert (await telegram.call("close"))["result"] and (await telegram.call("logOut"))["result"]


async def test_places(telegram: TelegramCaller, phone: TelegramPhone) -> None:
    far = {"chat_id": phone.id, "latitude": 91, "longitude": 0}
    assert "invalid location" in await telegram.refused("sendLocation", **far)
    assert "latitude" in await telegram.refused("sendLocation", chat_id=phone.id)
