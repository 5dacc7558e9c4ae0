"""Viber's callbacks, read as what was heard or as a receipt."""

import logging
import mimetypes
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.channels.viber_messages import SHARE, TAP
from bot.messages import LONGEST_NAME, Heard, Incoming, Receipt

log = logging.getLogger(__name__)

AS_FILE = {"image": Heard.PHOTO, "audio": Heard.AUDIO, "video": Heard.VIDEO}
RECEIPTS = frozenset({"delivered", "seen", "failed"})

Json = Mapping[str, Any]


def read_event(bot: str, event: Any, now: datetime) -> Incoming | Receipt | None:
    """What a person did or what became of a message; None for anything else, malformed too."""
    try:
        if event["event"] in RECEIPTS:
            return _receipt(bot, event, now)
        if read := READERS.get(event["event"]):
            return read(bot, event, now)
    except (AttributeError, LookupError, OSError, OverflowError, TypeError, ValueError):
        log.warning("viber: a malformed event was skipped")
    return None


def _receipt(bot: str, event: Json, now: datetime) -> Receipt:
    return Receipt(
        bot=bot,
        chat=event["user_id"],
        sent=str(event["message_token"]),
        state=event["event"],
        at=_at(event, now),
        reason=event.get("desc") or "",
    )


def _opened(bot: str, event: Json, now: datetime) -> Incoming:
    context = event.get("context") or ""
    welcomed = not event.get("subscribed")
    said = {"heard": Heard.START, "text": context, "welcomed": welcomed}
    return _heard(bot, event, event["user"], now, said)


def _subscribed(bot: str, event: Json, now: datetime) -> Incoming:
    return _heard(bot, event, event["user"], now, {"heard": Heard.START})


def _left(bot: str, event: Json, now: datetime) -> Incoming:
    return _heard(bot, event, {"id": event["user_id"]}, now, {"heard": Heard.LEFT})


def _message(bot: str, event: Json, now: datetime) -> Incoming | None:
    said = _said(event["message"], bool(event.get("silent")))
    return _heard(bot, event, event["sender"], now, said) if said else None


READERS = {
    "conversation_started": _opened,
    "subscribed": _subscribed,
    "unsubscribed": _left,
    "message": _message,
}


def _heard(bot: str, event: Json, user: Json, now: datetime, said: dict[str, Any]) -> Incoming:
    chat = user["id"]
    if not isinstance(chat, str) or not chat:
        raise ValueError("a user without an id")
    return Incoming(
        bot=bot,
        event=f"{event['event']}:{event['message_token']}:{chat}",
        chat=chat,
        at=_at(event, now),
        name=user.get("name") or "",
        language=user.get("language") or "",
        **said,
    )


def _at(event: Json, now: datetime) -> datetime:
    """Their milliseconds; old recordings hold other things in that place."""
    try:
        return datetime.fromtimestamp(event["timestamp"] / 1000, UTC)
    except (KeyError, OSError, OverflowError, TypeError, ValueError):
        return now


def _said(message: Json, silent: bool) -> dict[str, Any]:
    """By the type alone: fields of other types may stand beside its own."""
    kind = message["type"]
    if kind == "text":
        return _text(message["text"], silent)
    if kind == "picture":
        return {"heard": Heard.PHOTO, "media": message["media"], "text": message.get("text") or ""}
    if kind == "video":
        return _sized(Heard.VIDEO, message, message.get("text") or "")
    if kind == "file":
        return _file(message)
    if kind == "location":
        place = message["location"]
        return {"heard": Heard.PLACE, "place": (float(place["lat"]), float(place["lon"]))}
    if kind == "contact":
        return _contact(message)
    return {"heard": Heard.OTHER}


def _text(text: str, silent: bool) -> dict[str, Any]:
    """A button's payload is a tap, also when typed: the nonce decides what it is worth.

    Other silent text is the echo of an opened link, which nobody said.
    """
    nonce, _, choice = text.removeprefix(TAP).partition(":")
    if text.startswith(TAP) and choice:
        return {"heard": Heard.TAP, "nonce": nonce, "choice": choice}
    if text.startswith(SHARE):
        return {"heard": Heard.OTHER}
    return {} if silent else {"heard": Heard.TEXT, "text": text}


def _file(message: Json) -> dict[str, Any]:
    """A picture or a recording sent as a file is one; of any other the name tells what it is."""
    name = message.get("file_name") or ""
    heard = AS_FILE.get((mimetypes.guess_type(name)[0] or "").partition("/")[0], Heard.FILE)
    if heard is Heard.PHOTO:
        return {"heard": heard, "media": message["media"], "text": message.get("text") or ""}
    return _sized(heard, message, name[-LONGEST_NAME:])


def _sized(heard: Heard, message: Json, text: str) -> dict[str, Any]:
    """Of the size both names are seen."""
    size = int(message.get("size") or message.get("file_size") or 0)
    return {"heard": heard, "media": message["media"], "text": text, "size": size}


def _contact(message: Json) -> dict[str, Any]:
    """Own if it came through our button, whose payload Viber repeats; empty from a desktop."""
    phone = (message.get("contact") or {}).get("phone_number") or ""
    if not phone:
        return {"heard": Heard.OTHER}
    own = (message.get("text") or "").startswith(SHARE)
    return {"heard": Heard.PHONE, "phone": f"+{phone.lstrip('+')}" if own else phone, "own": own}
