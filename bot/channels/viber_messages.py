"""Our messages in the words of Viber's REST API."""

import html
import json
from collections.abc import Iterator, Sequence
from typing import Any

from bot.channel import Refused
from bot.channels.viber_text import LONGEST_CAPTION, marked
from bot.messages import Choice, Document, Outgoing, Press

Json = dict[str, Any]

LARGEST_BODY = 30_000  # "Max request JSON 30 KB", read as bytes of UTF-8
LONGEST_SENDER = 28
LARGEST_FILE = 52_428_800  # bytes
LONGEST_NAME = 256  # of a file
MIN_API = 3  # share-phone and location-picker do not exist below

# Buttons of one row, and what their labels and margins may be together: the grid has 6 columns.
FIRST_ROW = (6, 3, 2, 1)
LATER_ROWS = (3, 2, 1)
ROW_CHARACTERS = 38
LABEL_MARGIN = 4

PICKED = "✅ "
TAP = "cb:"
SHARE = "share:"

ACTIONS = {
    Press.REPLY: "reply",
    Press.URL: "open-url",
    Press.PHONE: "share-phone",
    Press.PLACE: "location-picker",
}


def payload(message: Outgoing, sender: str) -> Json:
    """A message without its receiver: what send, broadcast and welcome have in common."""
    base: Json = {
        "sender": {"name": sender[:LONGEST_SENDER]},
        "min_api_version": MIN_API,
        "tracking_data": message.nonce,
        **_content(message),
    }
    if buttons := keyboard(message):
        base["keyboard"] = buttons
    return base


def _content(message: Outgoing) -> Json:
    if message.document:
        return _file(message, message.document)
    if message.picture:
        words = marked(message.text, LONGEST_CAPTION)
        return {"type": "picture", "media": message.picture.url, "text": words}
    return {"type": "text", "text": marked(message.text)}


def _file(message: Outgoing, file: Document) -> Json:
    """A file has no room for words: `render` sends them behind it."""
    if message.text:
        raise Refused("file_with_text")
    if file.size > LARGEST_FILE:
        raise Refused("too_big")
    name = file.name[-LONGEST_NAME:]
    return {"type": "file", "media": file.url, "size": file.size, "file_name": name}


def encoded(body: Any) -> bytes:
    """JSON in UTF-8: escapes would make a Georgian letter six bytes instead of three."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def keyboard(message: Outgoing) -> Json | None:
    rows = [*pack(message.choices), *pack(message.menu)]
    if not rows:
        return None
    buttons = [_button(c, 6 // len(row), message.nonce) for row in rows for c in row]
    return {"Type": "keyboard", "DefaultHeight": False, "Buttons": buttons}


def pack(choices: Sequence[Choice]) -> Iterator[Sequence[Choice]]:
    """Rows of one, two or three buttons as their labels allow; only the first may have six."""
    sizes: tuple[int, ...] = FIRST_ROW
    start = 0
    while start < len(choices):
        row = next(row for n in sizes if _fits(row := choices[start : start + n], n))
        yield row
        sizes, start = LATER_ROWS, start + len(row)


def _fits(row: Sequence[Choice], size: int) -> bool:
    if size == 1:
        return True
    room = sum(len(_label(choice)) + LABEL_MARGIN for choice in row) <= ROW_CHARACTERS
    return len(row) == size and room and not any(choice.wide for choice in row)


def _label(choice: Choice) -> str:
    return PICKED + choice.label if choice.picked else choice.label


def _button(choice: Choice, columns: int, nonce: str) -> Json:
    button: Json = {
        "Columns": columns,
        "Rows": 1,
        "ActionType": ACTIONS[choice.press],
        "ActionBody": _action(choice, nonce),
        "Text": html.escape(_label(choice)),
    }
    if choice.press in (Press.REPLY, Press.URL):
        button["Silent"] = True  # else the payload would stand in the chat as the person's words
    return button


def _action(choice: Choice, nonce: str) -> str:
    if choice.press is Press.URL:
        return choice.url
    return f"{TAP if choice.press is Press.REPLY else SHARE}{nonce}:{choice.id}"
