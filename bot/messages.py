"""What is said and heard, in no messenger's words.  Everything here is frozen and survives JSON."""

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

VERSION = 1
LONGEST_ID = 32  # of a choice
LONGEST_NAME = 120  # of a file that somebody sent; its end, which tells the kind, is kept
LARGEST_FILE = 10_000_000  # bytes of a file that somebody sends as an answer
LARGEST_RECORDING = 20_000_000  # bytes of a voice or a video; what a Telegram bot may download
LARGEST_DOCUMENT = 45_000_000  # bytes of a file that we send; both messengers stop at fifty million

TAG = re.compile(r"</?[bi]>")


class Html(str):
    """Text in which `<b>` and `<i>` are markup and everything else is escaped.

    A plain `str` is never trusted: joining it to Html escapes it.
    """

    __slots__ = ()

    def __add__(self, other: str) -> "Html":
        return Html(str.__add__(self, safe(other)))

    def plain(self) -> str:
        """The text as a person reads it, without markup."""
        return html.unescape(TAG.sub("", str(self)))


def safe(text: str) -> Html:
    """Html as it is; any other text escaped."""
    return text if isinstance(text, Html) else Html(html.escape(text, quote=False))


def plain(text: str) -> str:
    """Html without its markup; any other text as it is."""
    return text.plain() if isinstance(text, Html) else text


def lines(*parts: str, by: str = "\n") -> Html:
    """Non-empty parts joined; plain ones are escaped."""
    return Html(by.join(safe(part) for part in parts if part))


class Words(dict[str, str]):
    """What people wrote, by language: {"ka": "...", "en": "..."}."""

    def read(self, language: str, main: str = "ka") -> str:
        """The text for a reader: own language, the municipality's main one, any."""
        return self.get(language) or self.get(main) or next(iter(self.values()), "")


class Press(StrEnum):
    """What a button does."""

    REPLY = "reply"
    URL = "url"
    PHONE = "phone"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Choice:
    """One button.  `id` is stored as the answer: ASCII, at most 32 characters."""

    id: str
    label: str
    number: int | None = None  # typed to mean this choice; None: its place in the list
    press: Press = Press.REPLY
    url: str = ""
    picked: bool = False
    wide: bool = False  # keep a row of its own

    def __post_init__(self) -> None:
        if not self.id.isascii() or not 0 < len(self.id) <= LONGEST_ID:
            raise ValueError(f"a choice id is 1 to 32 ASCII characters, not {self.id!r}")
        if isinstance(self.label, Html):
            object.__setattr__(self, "label", self.label.plain())


class Wants(StrEnum):
    """The reply a message hopes for; a channel opens the right keyboard."""

    NOTHING = "nothing"
    CHOICE = "choice"
    TEXT = "text"
    NUMBER = "number"
    PHOTO = "photo"
    AUDIO = "audio"
    VIDEO = "video"
    FILE = "file"
    PLACE = "place"
    PHONE = "phone"


# Beside these questions a number or a name is the answer itself and must not mean a button.
TYPED = frozenset({Wants.TEXT, Wants.NUMBER, Wants.AUDIO})


@dataclass(frozen=True, slots=True)
class Picture:
    """A stored picture: its media id, and where a messenger may fetch it (empty until signed)."""

    media: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A stored file under the name people see, with its ending and its size in bytes.

    `url` is where a messenger may fetch it (empty until signed).
    """

    media: str
    name: str
    size: int
    url: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to one person, with a picture or a document or neither.

    `nonce` marks the question: a tap that comes back with another nonce is stale.
    `edit` names the sent message to change in place, where the messenger can; else it is sent anew.
    `menu` choices are the always-present ones (back, menu); a channel may set them apart.
    """

    text: Html
    choices: tuple[Choice, ...] = ()
    menu: tuple[Choice, ...] = ()
    wants: Wants = Wants.NOTHING
    picture: Picture | None = None
    nonce: str = ""
    edit: str = ""
    document: Document | None = None

    def __post_init__(self) -> None:
        if self.picture and self.document:
            raise ValueError("a message carries a picture or a document, not both")
        object.__setattr__(self, "text", safe(self.text))

    def to_json(self) -> dict[str, Any]:
        """Plain data with a version, defaults left out."""
        return {"v": VERSION, **_lean(self)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        kept = _known(cls, data)
        kept["text"] = Html(kept["text"])
        for name in ("choices", "menu"):
            kept[name] = tuple(_choice(row) for row in kept.get(name, ()))
        if "wants" in kept:
            kept["wants"] = Wants(kept["wants"])
        if kept.get("picture"):
            kept["picture"] = Picture(**kept["picture"])
        if kept.get("document"):
            kept["document"] = Document(**kept["document"])
        return cls(**kept)


class Heard(StrEnum):
    """What kind of thing came in."""

    TEXT = "text"
    TAP = "tap"  # a button: `nonce` and `choice` are set
    START = "start"  # opened the chat or pressed start; `text` holds the code of the link, if any
    PHOTO = "photo"  # `media` holds the messenger's reference
    AUDIO = "audio"  # the same, with its `size`: a voice message or another recording
    VIDEO = "video"
    FILE = "file"  # the same; `text` is the name and `size` the bytes, as the sender tells them
    PLACE = "place"
    PHONE = "phone"
    LEFT = "left"  # blocked the bot or unsubscribed
    WORK = "work"  # a job's result, `text` is its job id
    OTHER = "other"  # a sticker, a recording or a file that nobody asked for


@dataclass(frozen=True, slots=True)
class Incoming:
    """One event from one chat.

    `event` is unique per bot; a repeated delivery carries the same one.
    `message` is the messenger's id of the message a tap belongs to.
    `own` tells that a shared phone number is proven to be the sender's.
    `welcomed` comes with a START that was answered in the same breath: our welcome is on the
    person's screen, and nothing more can be sent before they write (Viber).
    """

    bot: str
    event: str
    chat: str
    heard: Heard
    at: datetime
    text: str = ""
    nonce: str = ""
    choice: str = ""
    message: str = ""
    media: str = ""
    size: int = 0
    place: tuple[float, float] | None = None  # latitude, longitude
    phone: str = ""
    own: bool = False
    welcomed: bool = False
    name: str = ""
    language: str = ""
    callback: str = field(default="", repr=False)

    def to_json(self) -> dict[str, Any]:
        """Plain data with a version, defaults left out."""
        return {"v": VERSION, **_lean(self), "at": self.at.isoformat()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        kept = _known(cls, data)
        kept["heard"] = Heard(kept["heard"])
        kept["at"] = datetime.fromisoformat(kept["at"])
        if kept.get("place"):
            kept["place"] = tuple(kept["place"])
        return cls(**kept)


@dataclass(frozen=True, slots=True)
class Receipt:
    """A messenger's word on a message we sent: delivered, seen or failed."""

    bot: str
    chat: str
    sent: str  # the messenger's id of the message
    state: str
    at: datetime
    reason: str = ""


def _choice(row: Mapping[str, Any]) -> Choice:
    kept = _known(Choice, row)
    if "press" in kept:
        kept["press"] = Press(kept["press"])
    return Choice(**kept)


def _known(cls: type, data: Mapping[str, Any]) -> dict[str, Any]:
    names = {f.name for f in fields(cls)}
    return {name: value for name, value in data.items() if name in names}


def _lean(thing: Any) -> dict[str, Any]:
    """Fields that differ from their default, nested ones likewise."""
    kept: dict[str, Any] = {}
    for f in fields(thing):
        value = getattr(thing, f.name)
        if value != f.default:
            kept[f.name] = _data(value)
    return kept


def _data(value: Any) -> Any:
    if isinstance(value, Html):
        return str(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_data(item) for item in value]
    return _lean(value) if hasattr(value, "__dataclass_fields__") else value
