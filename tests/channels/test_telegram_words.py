"""Telegram's exact words, both ways."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.telegram_messages import arrange, first_paragraph, inline_keyboard, reply_keyboard
from bot.channels.telegram_updates import read_update
from bot.messages import Choice, Heard, Html, Incoming, Outgoing, Press

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
SENT_AT = datetime(2026, 11, 22, 7, 59, tzinfo=UTC)

NINO = {"id": 5, "is_bot": False, "first_name": "ნინო", "last_name": "კ.", "language_code": "ka"}
CHAT = {"id": 5, "type": "private", "first_name": "ნინო"}
GROUP = {"id": -100, "type": "supergroup", "title": "ჯგუფი"}


def message(**content: Any) -> dict[str, Any]:
    date = int(SENT_AT.timestamp())
    return {"message_id": 3, "from": NINO, "chat": CHAT, "date": date, **content}


def member(status: str, chat: dict[str, Any] = CHAT) -> dict[str, Any]:
    me = {"id": 9, "is_bot": True, "first_name": "b"}
    new = {"user": me, "status": status}
    return {"chat": chat, "from": NINO, "date": 1, "old_chat_member": new, "new_chat_member": new}


TAP = {"id": "99", "from": NINO, "message": message(text="?"), "chat_instance": "1", "data": "n1:a"}
SIZES = [
    {"file_id": "small", "file_unique_id": "1", "width": 90, "height": 60},
    {"file_id": "large", "file_unique_id": "2", "width": 900, "height": 600},
    {"file_id": "middle", "file_unique_id": "3", "width": 320, "height": 200},
]
OWN = {"phone_number": "995599123456", "first_name": "ნინო", "user_id": 5}

BASE = Incoming("tg", "7", "5", Heard.TEXT, SENT_AT, name="ნინო კ.", language="ka")


def heard(kind: Heard, **more: Any) -> Incoming:
    return replace(BASE, heard=kind, **more)


UPDATES: list[tuple[str, dict[str, Any], Incoming | None]] = [
    ("text", {"message": message(text="გამარჯობა")}, heard(Heard.TEXT, text="გამარჯობა")),
    ("command", {"message": message(text="/menu")}, heard(Heard.TEXT, text="/menu")),
    ("start", {"message": message(text="/start")}, heard(Heard.START)),
    ("link", {"message": message(text="/start p-42")}, heard(Heard.START, text="p-42")),
    ("addressed", {"message": message(text="/start@b p")}, heard(Heard.START, text="p")),
    ("started", {"message": message(text="/started")}, heard(Heard.TEXT, text="/started")),
    (
        "photo",
        {"message": message(photo=SIZES, caption="ორმო")},
        heard(Heard.PHOTO, media="large", text="ორმო"),
    ),
    (
        "picture as a file",
        {"message": message(document={"file_id": "d", "mime_type": "image/png"})},
        heard(Heard.PHOTO, media="d"),
    ),
    (
        "file",
        {"message": message(document={"file_id": "d", "file_name": "a.pb", "file_size": 5})},
        heard(Heard.FILE, media="d", text="a.pb", size=5),
    ),
    (
        "file of which nothing is told",
        {"message": message(document={"file_id": "d"})},
        heard(Heard.FILE, media="d"),
    ),
    (
        "place",
        {"message": message(location={"latitude": 41.7, "longitude": 44})},
        heard(Heard.PLACE, place=(41.7, 44.0)),
    ),
    (
        "own phone",
        {"message": message(contact=OWN)},
        heard(Heard.PHONE, phone="+995599123456", own=True),
    ),
    (
        "another's phone",
        {"message": message(contact={**OWN, "user_id": 6})},
        heard(Heard.PHONE, phone="995599123456"),
    ),
    (
        "a phone of nobody",
        {"message": message(contact={"phone_number": "599 12", "first_name": "x"})},
        heard(Heard.PHONE, phone="599 12"),
    ),
    ("sticker", {"message": message(sticker={"file_id": "s"})}, heard(Heard.OTHER)),
    (
        "voice",
        {"message": message(voice={"file_id": "v", "file_size": 5, "duration": 2})},
        heard(Heard.AUDIO, media="v", size=5),
    ),
    (
        "recording with words",
        {"message": message(audio={"file_id": "a"}, caption="ხმაური")},
        heard(Heard.AUDIO, media="a", text="ხმაური"),
    ),
    (
        "recording as a file",
        {"message": message(document={"file_id": "d", "mime_type": "audio/mpeg", "file_size": 5})},
        heard(Heard.AUDIO, media="d", size=5),
    ),
    (
        "video",
        {"message": message(video={"file_id": "v", "file_size": 5}, caption="ორმო")},
        heard(Heard.VIDEO, media="v", text="ორმო", size=5),
    ),
    (
        "round video",
        {"message": message(video_note={"file_id": "n"})},
        heard(Heard.VIDEO, media="n"),
    ),
    (
        "video as a file",
        {"message": message(document={"file_id": "d", "mime_type": "video/mp4"})},
        heard(Heard.VIDEO, media="d"),
    ),
    (
        "tap",
        {"callback_query": TAP},
        heard(Heard.TAP, at=NOW, nonce="n1", choice="a", message="3", callback="99"),
    ),
    (
        "tap on a deleted message",
        {"callback_query": {**TAP, "message": {"chat": CHAT, "message_id": 3, "date": 0}}},
        heard(Heard.TAP, at=NOW, nonce="n1", choice="a", message="3", callback="99"),
    ),
    (
        "forged tap",
        {"callback_query": {**TAP, "data": "x"}},
        heard(Heard.TAP, at=NOW, nonce="x", message="3", callback="99"),
    ),
    ("tap in a group", {"callback_query": {**TAP, "message": message(chat=GROUP)}}, None),
    ("tap without a message", {"callback_query": {**TAP, "message": None}}, None),
    ("group", {"message": message(chat=GROUP, text="x")}, None),
    (
        "blocked",
        {"my_chat_member": member("kicked")},
        heard(Heard.LEFT, at=NOW, name="", language=""),
    ),
    ("unblocked", {"my_chat_member": member("member")}, None),
    ("thrown out of a group", {"my_chat_member": member("kicked", GROUP)}, None),
    ("channel", {"channel_post": message(text="x")}, None),
    ("edited", {"edited_message": message(text="x")}, None),
    ("unknown", {"telepathy": {"thought": 1}}, None),
]


@pytest.mark.parametrize(
    ("update", "expected"), [row[1:] for row in UPDATES], ids=[row[0] for row in UPDATES]
)
def test_update(update: dict[str, Any], expected: Incoming | None) -> None:
    assert read_update("tg", {"update_id": 7, **update}, NOW) == expected


@pytest.mark.parametrize(
    "update",
    [
        None,
        [],
        "x",
        7,
        {},
        {"update_id": "seven", "message": message(text="x")},
        {"update_id": 7, "message": None},
        {"update_id": 7, "message": []},
        {"update_id": 7, "message": {}},
        {"update_id": 7, "message": message(chat="private", text="x")},
        {"update_id": 7, "message": message(date="today", text="x")},
        {"update_id": 7, "message": message(date=10**30, text="x")},
        {"update_id": 7, "message": message(text=5)},
        {"update_id": 7, "message": message(photo=[{}])},
        {"update_id": 7, "message": message(contact={"user_id": 5})},
        {"update_id": 7, "callback_query": {"id": "1", "data": "a:b", "message": {}}},
        {"update_id": 7, "callback_query": {**TAP, "data": 5}},
        {"update_id": 7, "my_chat_member": {"chat": CHAT}},
    ],
)
def test_a_malformed_update_is_skipped(update: Any) -> None:
    assert read_update("tg", update, NOW) is None


def keys(*labels: str, **more: Any) -> tuple[Choice, ...]:
    return tuple(Choice(f"c{at}", label, **more) for at, label in enumerate(labels))


@pytest.mark.parametrize(
    ("choices", "rows"),
    [
        ((), []),
        (keys("კი", "არა"), [2]),
        (keys("დიდუბე", "გლდანი", "ვაკე", "ისანი"), [2, 2]),
        (keys(*map(str, range(1, 13))), [4, 4, 4]),
        (keys(*map(str, range(1, 6))), [5]),
        (keys("მოედნის კეთილმოწყობა", "პარკი"), [1, 1]),
        (keys("საშუალო სიგრძე", "საშუალო სიგრძე"), [2]),
        (keys("ა", "ბ", wide=True), [1, 1]),
        (keys("ა", "ბ") + keys("გ", wide=True) + keys("დ"), [2, 1, 1]),
    ],
)
def test_rows(choices: tuple[Choice, ...], rows: list[int]) -> None:
    arranged = list(arrange(choices))
    assert [len(row) for row in arranged] == rows
    assert [choice for row in arranged for choice in row] == list(choices)


def test_inline_keyboard() -> None:
    message = Outgoing(
        Html("?"),
        (
            Choice("a", "კი", picked=True),
            Choice("b", "არა"),
            Choice("c", "რუკა", press=Press.URL, url="https://example.org/"),
        ),
        (Choice("back", "უკან"), Choice("menu", "მენიუ")),
        nonce="n1",
    )
    assert inline_keyboard(message) == {
        "inline_keyboard": [
            [
                {"text": "✅ კი", "callback_data": "n1:a"},
                {"text": "არა", "callback_data": "n1:b"},
                {"text": "რუკა", "url": "https://example.org/"},
            ],
            [
                {"text": "უკან", "callback_data": "n1:back"},
                {"text": "მენიუ", "callback_data": "n1:menu"},
            ],
        ]
    }


def test_the_longest_ids_fit_callback_data() -> None:
    message = Outgoing(Html("?"), (Choice("c" * 32, "კი"),), nonce="n" * 31)
    (((button,),),) = inline_keyboard(message).values()
    assert len(button["callback_data"].encode()) == 64


def test_reply_keyboard() -> None:
    message = Outgoing(
        Html("?"),
        (
            Choice("phone", "ნომრის გაზიარება", press=Press.PHONE),
            Choice("place", "ადგილი", press=Press.PLACE),
            Choice("skip", "გამოტოვება"),
        ),
        (Choice("menu", "მენიუ"),),
        nonce="n1",
    )
    assert reply_keyboard(message) == {
        "keyboard": [
            [{"text": "ნომრის გაზიარება", "request_contact": True}],
            [{"text": "ადგილი", "request_location": True}],
            [{"text": "გამოტოვება"}],
            [{"text": "მენიუ"}],
        ],
        "resize_keyboard": True,
        "one_time_keyboard": True,
    }


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ერთი", ("ერთი", "")),
        ("ერთი\n\nორი\n\nსამი", ("ერთი", "ორი\n\nსამი")),
        ("<b>ერთი</b>\n\nორი", ("<b>ერთი</b>", "ორი")),
        ("<b>ერთი\n\nორი</b>", ("<b>ერთი\n\nორი</b>", "")),
    ],
)
def test_first_paragraph(text: str, parts: tuple[str, str]) -> None:
    assert first_paragraph(Html(text)) == parts
