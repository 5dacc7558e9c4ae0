"""Viber's exact words for what we say."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channel import Refused
from bot.channels.viber_messages import LARGEST_BODY, encoded, pack, payload
from bot.channels.viber_text import LONGEST, LONGEST_CAPTION, marked
from bot.messages import Choice, Document, Html, Outgoing, Picture, Press, safe
from bot.simulator import viber_text


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


def test_a_file() -> None:
    sent = Outgoing(Html(""), document=Document("d1", "ა.pdf", 7, "https://example.org/d.pdf"))
    body = payload(sent, "მონაწილე")
    assert {name: body[name] for name in ("type", "media", "size", "file_name")} == {
        "type": "file",
        "media": "https://example.org/d.pdf",
        "size": 7,
        "file_name": "ა.pdf",
    }
    assert "text" not in body


@pytest.mark.parametrize(
    ("text", "size", "reason"), [("ა", 7, "file_with_text"), ("", 52_428_801, "too_big")]
)
def test_a_file_that_viber_would_not_take(text: str, size: int, reason: str) -> None:
    file = Document("d1", "ა.pdf", size, "https://example.org/d.pdf")
    with pytest.raises(Refused, match=reason):
        payload(Outgoing(Html(text), document=file), "მონაწილე")


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


def test_markers_never_make_the_words_under_a_picture_too_long() -> None:
    picture = Picture("m1", "https://example.org/m1.jpg")
    for letters in (LONGEST_CAPTION - 2, LONGEST_CAPTION):
        sent = payload(Outgoing(Html("<b>" + "ა" * letters + "</b>"), picture=picture), "ბოტი")
        assert len(sent["text"]) == LONGEST_CAPTION


@given(st.text(st.sampled_from("აბ <&>*_~`\n."), max_size=50))
def test_plain_text_stays_as_written(text: str) -> None:
    assert marked(safe(text)).replace("\u200a", "") == text


@given(st.text(st.sampled_from("აბ *_~`\n."), max_size=30))
def test_a_client_shows_plain_text_unmarked(text: str) -> None:
    assert viber_text.plain(marked(safe(text))).replace("\u200a", "") == text
