"""Telegram's updates, read as what was heard.

They are read as plain data: aiogram's models would check a hundred fields of which we use ten,
at 20 to 80 microseconds an update, and would drop an update for a flaw in any of them.
"""

import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.messages import LONGEST_NAME, Heard, Incoming

log = logging.getLogger(__name__)

ALLOWED = ("message", "callback_query", "my_chat_member")

GONE = frozenset({"kicked", "left"})
RECORDED = {
    "voice": Heard.AUDIO,
    "audio": Heard.AUDIO,
    "video": Heard.VIDEO,
    "video_note": Heard.VIDEO,
}
AS_FILE = {"image": Heard.PHOTO, "audio": Heard.AUDIO, "video": Heard.VIDEO}


def read_update(bot: str, update: Any, now: datetime) -> Incoming | None:
    """What a person did, or None for an update that is no business of ours or is malformed."""
    try:
        event = str(int(update["update_id"]))
        for kind, read in READERS.items():
            if kind in update:
                return read(update[kind], bot, event, now)
    except (AttributeError, KeyError, LookupError, OSError, OverflowError, TypeError, ValueError):
        log.warning("telegram: a malformed update was skipped")
    return None


def _tap(query: Mapping[str, Any], bot: str, event: str, now: datetime) -> Incoming | None:
    message, data = query.get("message"), query.get("data")
    if not message or not data or message["chat"]["type"] != "private":
        return None
    nonce, _, choice = data.partition(":")
    return Incoming(
        bot=bot,
        event=event,
        chat=str(message["chat"]["id"]),
        heard=Heard.TAP,
        at=now,
        nonce=nonce,
        choice=choice,
        message=str(message["message_id"]),
        callback=str(query["id"]),
        **_who(query["from"]),
    )


def _message(message: Mapping[str, Any], bot: str, event: str, now: datetime) -> Incoming | None:
    chat = message["chat"]
    if chat["type"] != "private":
        return None
    at = datetime.fromtimestamp(message["date"], UTC)
    said = _said(message)
    return Incoming(
        bot=bot, event=event, chat=str(chat["id"]), at=at, **said, **_who(message["from"])
    )


def _membership(change: Mapping[str, Any], bot: str, event: str, now: datetime) -> Incoming | None:
    if change["chat"]["type"] != "private" or change["new_chat_member"]["status"] not in GONE:
        return None
    chat = str(change["chat"]["id"])
    return Incoming(bot=bot, event=event, chat=chat, heard=Heard.LEFT, at=now)


READERS = {"callback_query": _tap, "message": _message, "my_chat_member": _membership}


def _who(user: Mapping[str, Any]) -> dict[str, Any]:
    names = (user.get("first_name"), user.get("last_name"))
    return {
        "name": " ".join(name for name in names if name),
        "language": user.get("language_code") or "",
    }


def _said(message: Mapping[str, Any]) -> dict[str, Any]:
    if text := message.get("text"):
        return _text(text)
    if sizes := message.get("photo"):
        largest = max(sizes, key=lambda size: size["width"] * size["height"])
        return _media(Heard.PHOTO, largest, message.get("caption", ""))
    for kind, heard in RECORDED.items():
        if recording := message.get(kind):
            return _sized(heard, recording, message.get("caption", ""))
    if document := message.get("document"):
        return _document(document, message.get("caption", ""))
    if place := message.get("location"):
        where = (float(place["latitude"]), float(place["longitude"]))
        return {"heard": Heard.PLACE, "place": where}
    if contact := message.get("contact"):
        return _contact(contact, message["from"]["id"])
    return {"heard": Heard.OTHER}


def _text(text: str) -> dict[str, Any]:
    command, _, payload = text.partition(" ")
    if command.partition("@")[0] == "/start":
        return {"heard": Heard.START, "text": payload.strip()}
    return {"heard": Heard.TEXT, "text": text}


def _media(heard: Heard, file: Mapping[str, Any], text: str) -> dict[str, Any]:
    return {"heard": heard, "media": file["file_id"], "text": text}


def _sized(heard: Heard, file: Mapping[str, Any], text: str) -> dict[str, Any]:
    return {**_media(heard, file, text), "size": int(file.get("file_size", 0))}


def _document(document: Mapping[str, Any], caption: str) -> dict[str, Any]:
    """A picture or a recording sent as a file is one; of any other the name tells what it is."""
    heard = AS_FILE.get(document.get("mime_type", "").partition("/")[0], Heard.FILE)
    if heard is Heard.PHOTO:
        return _media(heard, document, caption)
    text = document.get("file_name", "")[-LONGEST_NAME:] if heard is Heard.FILE else caption
    return _sized(heard, document, text)


def _contact(contact: Mapping[str, Any], sender: int) -> dict[str, Any]:
    """Telegram writes its own users' numbers with the country code, but not always with a plus."""
    own = contact.get("user_id") == sender
    phone = contact["phone_number"]
    return {"heard": Heard.PHONE, "phone": f"+{phone.lstrip('+')}" if own else phone, "own": own}
