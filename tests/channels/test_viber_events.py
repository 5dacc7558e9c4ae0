"""Viber's exact words, both ways."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.viber_events import read_event
from bot.messages import Heard, Incoming, Receipt

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
SENT_AT = datetime(2025, 10, 9, 8, 53, 25, tzinfo=UTC)
MILLISECONDS = 1760000005000
TOKEN = 5711223344556677894

ID = "Y+x+rDpS0hZg/BRSkvXjwg=="
NINO = {"id": ID, "name": "ნინო კ.", "language": "ka-GE", "country": "GE", "api_version": 8}


def event(kind: str, **content: Any) -> dict[str, Any]:
    return {"event": kind, "timestamp": MILLISECONDS, "message_token": TOKEN, **content}


def message(kind: str, silent: bool = False, **content: Any) -> dict[str, Any]:
    said = {"type": kind, **content}
    return event("message", sender=NINO, message=said, silent=silent, chat_hostname="SN-1_")


def heard(kind: Heard, source: str = "message", **more: Any) -> Incoming:
    base = Incoming("vb", f"{source}:{TOKEN}:{ID}", ID, kind, SENT_AT, name="ნინო კ.")
    return replace(base, **{"language": "ka-GE", **more})


CONTACT = {"name": "ნინო", "phone_number": "995599123456"}

EVENTS: list[tuple[str, dict[str, Any], Incoming | Receipt | None]] = [
    ("text", message("text", text="გამარჯობა"), heard(Heard.TEXT, text="გამარჯობა")),
    (
        "tap",
        message("text", silent=True, text="cb:n1:a"),
        heard(Heard.TAP, nonce="n1", choice="a"),
    ),
    ("typed payload", message("text", text="cb:n1:a"), heard(Heard.TAP, nonce="n1", choice="a")),
    ("no payload", message("text", text="cb: ჯგუფი"), heard(Heard.TEXT, text="cb: ჯგუფი")),
    ("opened link", message("text", silent=True, text="https://example.org/"), None),
    ("phone button on a desktop", message("text", text="share:n1:phone"), heard(Heard.OTHER)),
    (
        "picture",
        message("picture", media="https://m/1.jpg", text="ორმო"),
        heard(Heard.PHOTO, media="https://m/1.jpg", text="ორმო"),
    ),
    (
        "picture as a file",
        message("file", media="https://m/1", file_name="a.PNG", size=5),
        heard(Heard.PHOTO, media="https://m/1"),
    ),
    (
        "video",
        message("video", media="https://m/1.mp4", duration=3, size=5, text="ორმო"),
        heard(Heard.VIDEO, media="https://m/1.mp4", text="ორმო", size=5),
    ),
    (
        "video as a file",
        message("file", media="https://m/1", file_name="a.MP4", size=5),
        heard(Heard.VIDEO, media="https://m/1", text="a.MP4", size=5),
    ),
    (
        "recording as a file",
        message("file", media="https://m/1", file_name="a.m4a", size=5),
        heard(Heard.AUDIO, media="https://m/1", text="a.m4a", size=5),
    ),
    (
        "file",
        message("file", media="https://m/1", file_name="a.pb", file_size=5),
        heard(Heard.FILE, media="https://m/1", text="a.pb", size=5),
    ),
    (
        "file by its other size, and without a name",
        message("file", media="https://m/1", size="5"),
        heard(Heard.FILE, media="https://m/1", size=5),
    ),
    (
        "place",
        message("location", location={"lat": 41.7, "lon": "44"}),
        heard(Heard.PLACE, place=(41.7, 44.0)),
    ),
    (
        "own phone",
        message("contact", contact=CONTACT, text="share:n1:phone"),
        heard(Heard.PHONE, phone="+995599123456", own=True),
    ),
    (
        "another's phone",
        message("contact", contact=CONTACT),
        heard(Heard.PHONE, phone="995599123456"),
    ),
    ("empty contact", message("contact", contact={}, text="share:n1:phone"), heard(Heard.OTHER)),
    ("no contact", message("contact", contact=None), heard(Heard.OTHER)),
    ("sticker", message("sticker", sticker_id="40100"), heard(Heard.OTHER)),
    ("unknown kind", message("telepathy", text="x"), heard(Heard.OTHER)),
    (
        "opened",
        event("conversation_started", type="open", context="p-42", user=NINO, subscribed=False),
        heard(Heard.START, "conversation_started", text="p-42", welcomed=True),
    ),
    (
        "opened again",
        event("conversation_started", type="open", user=NINO, subscribed=True),
        heard(Heard.START, "conversation_started"),
    ),
    ("subscribed", event("subscribed", user=NINO), heard(Heard.START, "subscribed")),
    (
        "unsubscribed",
        event("unsubscribed", user_id=ID),
        heard(Heard.LEFT, "unsubscribed", name="", language=""),
    ),
    (
        "delivered",
        event("delivered", user_id=ID),
        Receipt("vb", ID, str(TOKEN), "delivered", SENT_AT),
    ),
    ("seen", event("seen", user_id=ID), Receipt("vb", ID, str(TOKEN), "seen", SENT_AT)),
    (
        "failed",
        event("failed", user_id=ID, desc="validation"),
        Receipt("vb", ID, str(TOKEN), "failed", SENT_AT, "validation"),
    ),
    (
        "failed, no word why",
        event("failed", user_id=ID, udid=None),
        Receipt("vb", ID, str(TOKEN), "failed", SENT_AT),
    ),
    ("webhook", event("webhook"), None),
    ("unknown", event("client_status", user=NINO), None),
]


@pytest.mark.parametrize(
    ("said", "expected"), [row[1:] for row in EVENTS], ids=[row[0] for row in EVENTS]
)
def test_event(said: dict[str, Any], expected: Incoming | Receipt | None) -> None:
    assert read_event("vb", said, NOW) == expected


def test_a_stamp_that_is_no_time_is_now() -> None:
    odd = event("unsubscribed", user_id=ID) | {"timestamp": 4977069964384421269}
    read = read_event("vb", odd, NOW)
    assert read
    assert read.at == NOW


@pytest.mark.parametrize(
    "said",
    [
        None,
        [],
        "x",
        7,
        {},
        {"event": None},
        {"event": []},
        event("message"),
        event("message", sender=NINO, message=None),
        event("message", sender=NINO, message={"type": "text"}),
        event("message", sender=NINO, message={"type": "text", "text": 5}),
        event("message", sender={}, message={"type": "text", "text": "x"}),
        event("message", sender={"id": 5}, message={"type": "text", "text": "x"}),
        {"event": "message", "sender": NINO, "message": {"type": "text", "text": "x"}},
        message("location", location={"lat": "north"}),
        message("contact", contact="ნინო"),
        event("unsubscribed"),
        event("delivered"),
        event("conversation_started"),
    ],
)
def test_a_malformed_event_is_skipped(said: Any) -> None:
    assert read_event("vb", said, NOW) is None
