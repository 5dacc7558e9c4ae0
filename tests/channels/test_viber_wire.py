"""Viber's exact words, both ways."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.viber_events import read_event
from bot.channels.viber_messages import LARGEST_BODY, encoded, pack, payload
from bot.channels.viber_text import LONGEST, marked
from bot.messages import Choice, Heard, Html, Incoming, Outgoing, Picture, Press, Receipt, safe
from bot.simulator import viber_text

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
        "file",
        message("file", media="https://m/1", file_name="a.pb", file_size=5),
        heard(Heard.OTHER, media="https://m/1", text="a.pb"),
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


def choices(*labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(f"c{at}", label) for at, label in enumerate(labels))


@pytest.mark.parametrize(
    ("labels", "columns"),
    [
        (["OK"], [6]),
        (["Yes", "No"], [3, 3]),
        (["Yes", "No", "Maybe"], [2, 2, 2]),
        (["A", "B", "C", "D"], [2, 2, 2, 6]),
        (
            ["Vanilla", "Chocolate", "Mint", "Lemon Sorbet", "Papaya", "Strawberry"],
            [2, 2, 2, 3, 3, 6],
        ),
        (
            ["A", "B", "C", "D", "Chicken", "Fish", "Peanut Butter Pickle"],
            [2, 2, 2, 2, 2, 2, 6],
        ),
        (list("123456789abc"), [1] * 6 + [2] * 6),
        (["მოედნის კეთილმოწყობა ცენტრში", "პარკი"], [6, 6]),
    ],
)
def test_rows(labels: list[str], columns: list[int]) -> None:
    rows = list(pack(choices(*labels)))
    assert [6 // len(row) for row in rows for _ in row] == columns
    assert [choice.label for row in rows for choice in row] == labels


def test_a_wide_choice_has_a_row_of_its_own() -> None:
    wide = Choice("w", "ა", wide=True)
    assert [len(row) for row in pack((*choices("ბ", "გ"), wide, *choices("დ", "ე")))] == [2, 1, 2]


def test_a_whole_message() -> None:
    sent = Outgoing(
        Html("<b>კი</b> &lt; <i>არა</i>"),
        (
            Choice("a", "<ა>", picked=True),
            Choice("l", "რუკა", press=Press.URL, url="https://example.org/?a=1&b=2"),
            Choice("p", "ნომერი", press=Press.PHONE),
            Choice("w", "ადგილი", press=Press.PLACE),
        ),
        (Choice("menu", "მენიუ"),),
        nonce="n1",
    )
    button = {"Columns": 2, "Rows": 1}
    assert payload(sent, "მონაწილე" * 4) == {
        "sender": {"name": "მონაწილე" * 3 + "მონა"},
        "min_api_version": 3,
        "tracking_data": "n1",
        "type": "text",
        "text": "*კი* < _არა_",
        "keyboard": {
            "Type": "keyboard",
            "DefaultHeight": False,
            "Buttons": [
                button
                | {
                    "ActionType": "reply",
                    "ActionBody": "cb:n1:a",
                    "Text": "✅ &lt;ა&gt;",
                    "Silent": True,
                },
                button
                | {
                    "ActionType": "open-url",
                    "ActionBody": "https://example.org/?a=1&b=2",
                    "Text": "რუკა",
                    "Silent": True,
                },
                button
                | {
                    "ActionType": "share-phone",
                    "ActionBody": "share:n1:p",
                    "Text": "ნომერი",
                },
                {
                    "Columns": 6,
                    "Rows": 1,
                    "ActionType": "location-picker",
                    "ActionBody": "share:n1:w",
                    "Text": "ადგილი",
                },
                {
                    "Columns": 6,
                    "Rows": 1,
                    "ActionType": "reply",
                    "ActionBody": "cb:n1:menu",
                    "Text": "მენიუ",
                    "Silent": True,
                },
            ],
        },
    }


def test_a_picture() -> None:
    sent = Outgoing(Html("რუკა"), picture=Picture("m1", "https://example.org/m1.jpg"))
    assert payload(sent, "M") == {
        "sender": {"name": "M"},
        "min_api_version": 3,
        "tracking_data": "",
        "type": "picture",
        "text": "რუკა",
        "media": "https://example.org/m1.jpg",
    }


def test_the_longest_georgian_text_stays_small() -> None:
    body = encoded(payload(Outgoing(Html("ა" * 7000), choices("კი", "არა")), "M"))
    assert len(body) < LARGEST_BODY
    assert "ა" * 7000 in body.decode()
    assert len(json.dumps(json.loads(body))) > LARGEST_BODY  # what escapes would have made of it


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("უბრალო", "უბრალო"),
        ("<b>ა</b> ბ", "*ა* ბ"),
        ("<b>ა</b>: ბ", "*ა*: ბ"),
        ("<b>ა</b>ბ", "აბ"),
        ("ა<b>ბ</b>", "აბ"),
        ("<b>ა </b>ბ", "*ა* ბ"),
        ("<b>ა\nბ</b>", "*ა*\n*ბ*"),
        ("<b>ა\n\nბ</b>", "*ა*\n\n*ბ*"),
        ("<b><i>ა</i></b>", "*_ა_*"),
        ("<b>ა <i>ბ</i> გ</b>", "*ა* *_ბ_* *გ*"),
        ("<b></b>", ""),
        ("&lt;b&gt; &amp; &quot;", '<b> & "'),
        ("*ა* და _ბ_", "*\u200aა* და _\u200aბ_"),
        ("2 * 2, a_b, https://example.org/_x_", "2 * 2, a_b, https://example.org/_x_"),
    ],
)
def test_markers(text: str, expected: str) -> None:
    assert marked(Html(text)) == expected


def test_markers_never_make_a_text_too_long() -> None:
    text = Html("<b>" + "ა" * (LONGEST - 1) + "</b>")
    assert marked(text) == "ა" * (LONGEST - 1)


@given(st.text(st.sampled_from("აბ <&>*_~`\n."), max_size=50))
def test_plain_text_stays_as_written(text: str) -> None:
    assert marked(safe(text)).replace("\u200a", "") == text


@given(st.text(st.sampled_from("აბ *_~`\n."), max_size=30))
def test_a_client_shows_plain_text_unmarked(text: str) -> None:
    assert viber_text.plain(marked(safe(text))).replace("\u200a", "") == text
