"""Viber's rules on messages (send_message): required fields, sizes, endings, coordinates."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urlsplit

from bot.simulator import viber_keyboard
from bot.simulator.viber_errors import Refusal, bad_data, need
from bot.simulator.viber_rules import ViberRules

Message = dict[str, Any]

TEXT = 7000
NAME = 28
TRACKING = 4000
URL = 2000
FILE_NAME = 256
FILE_SIZE = 52_428_800
VIDEO_SIZE = 27_262_976
VIDEO_CAPTION = 512
VIDEO_SECONDS = 180
CARDS = 6
ENDINGS = (".jpg", ".jpeg", ".png", ".gif")
PHONE = re.compile(r"\+?\d{1,17}")

FORBIDDEN = frozenset(
    {
        *("bat", "bin", "cmd", "com", "cpl", "exe", "gadget", "inf1", "ins", "inx", "isu", "job"),
        *("jse", "lnk", "msc", "msi", "msp", "mst", "paf", "pif", "ps1", "reg", "rgs", "sct"),
        *("shb", "shs", "u3p", "vb", "vbe", "vbs", "vbscript", "ws", "wsf", "action", "app"),
        *("command", "csh", "osx", "workflow", "ksh", "out", "run", "apk", "ipa"),
    }
)


def message(given: Message, rules: ViberRules, complain: Callable[[str], None]) -> None:
    """Check one message, its receiver left aside.  Raises Refusal 3, 4 or 14."""
    level = _level(given)
    _sender(given)
    tracking = given.get("tracking_data")
    if tracking is not None and (not isinstance(tracking, str) or len(tracking) > TRACKING):
        raise bad_data("tracking_data is too long")
    if given.get("keyboard") is not None:
        viber_keyboard.check(given["keyboard"], level, complain)
        if viber_keyboard.height(given["keyboard"]) > viber_keyboard.ROWS_ADVISED:
            complain("Viber: more than 12 rows of buttons do not fit a phone held upright")
    kind = given.get("type")
    if kind is None and given.get("keyboard") is not None:
        return
    need(kind, "type")
    if kind not in KINDS:
        raise bad_data(f"unknown type {kind}")
    KINDS[kind](given, rules, level, complain)


def _level(given: Message) -> int:
    level = given.get("min_api_version", 1)
    if not isinstance(level, int) or level < 1:
        raise bad_data("min_api_version")
    return level


def _sender(given: Message) -> None:
    sender = given.get("sender")
    name = need(sender.get("name") if isinstance(sender, dict) else None, "sender.name")
    if not isinstance(name, str) or len(name) > NAME:
        raise bad_data("sender.name is too long")


def _text(given: Message, rules: ViberRules, level: int, complain: Any) -> None:
    if not isinstance(need(given.get("text"), "text"), str) or len(given["text"]) > TEXT:
        raise bad_data("text is too long")


def _picture(given: Message, rules: ViberRules, level: int, complain: Any) -> None:
    _ending(_link(given, "media"), ENDINGS)
    if not isinstance(given.get("text"), str):
        raise Refusal(4, "missingData: text")  # required, may be ""
    if len(given["text"]) > rules.caption:
        raise bad_data("picture description is too long")
    if given.get("thumbnail"):
        _ending(_link(given, "thumbnail"), ENDINGS)


def _video(given: Message, rules: ViberRules, level: int, complain: Any) -> None:
    _ending(_link(given, "media"), (".mp4",))
    _size(given, VIDEO_SIZE)
    if len(given.get("text") or "") > VIDEO_CAPTION:
        raise bad_data("video description is too long")
    if not 0 <= int(given.get("duration") or 0) <= VIDEO_SECONDS:
        raise bad_data("duration")


def _file(given: Message, rules: ViberRules, level: int, complain: Any) -> None:
    if "." not in urlsplit(_link(given, "media")).path.rpartition("/")[2]:
        raise bad_data("media has no file extension")
    _size(given, FILE_SIZE)
    name = str(need(given.get("file_name"), "file_name"))
    ending = name.rpartition(".")[2].lower()
    if len(name) > FILE_NAME or "." not in name or ending in FORBIDDEN:
        raise bad_data("file_name")
    if given.get("text"):
        complain("Viber: the text beside a file is shown nowhere")


def _location(given: Message, rules: ViberRules, level: int, complain: Any) -> None:
    place = need(given.get("location"), "location")
    try:
        lat, lon = float(place["lat"]), float(place["lon"])
    except (KeyError, TypeError, ValueError):
        raise bad_data("location") from None
    if abs(lat) > 90 or abs(lon) > 180:
        raise bad_data("location")


def _contact(given: Message, rules: ViberRules, level: int, complain: Any) -> None:
    contact = need(given.get("contact"), "contact")
    name = str(need(contact.get("name"), "contact.name"))
    number = str(need(contact.get("phone_number"), "contact.phone_number"))
    if len(name) > NAME or not PHONE.fullmatch(number):
        raise bad_data("contact")


def _url(given: Message, rules: ViberRules, level: int, complain: Any) -> None:
    _link(given, "media")


def _sticker(given: Message, rules: ViberRules, level: int, complain: Any) -> None:
    need(given.get("sticker_id"), "sticker_id")


def _rich_media(given: Message, rules: ViberRules, level: int, complain: Any) -> None:
    rich = need(given.get("rich_media"), "rich_media")
    if level < 2:
        raise bad_data("rich_media needs min_api_version 2")
    viber_keyboard.check(rich, level, complain, cards=True)
    columns, rows = int(rich.get("ButtonsGroupColumns", 6)), int(rich.get("ButtonsGroupRows", 7))
    if len(rich["Buttons"]) > CARDS * columns * rows:
        raise bad_data("rich_media has too many buttons")
    area = sum(int(b.get("Columns", 6)) * int(b.get("Rows", 1)) for b in rich["Buttons"])
    if area > CARDS * columns * rows:
        raise bad_data("rich_media has too many cards")


KINDS: dict[str, Callable[[Message, ViberRules, int, Any], None]] = {
    "text": _text,
    "picture": _picture,
    "video": _video,
    "file": _file,
    "location": _location,
    "contact": _contact,
    "url": _url,
    "sticker": _sticker,
    "rich_media": _rich_media,
}


def _link(given: Message, name: str) -> str:
    link = str(need(given.get(name), name))
    if not link.startswith(("http://", "https://")) or len(link) > URL:
        raise bad_data(f"{name} is not an address")
    return link


def _ending(link: str, endings: tuple[str, ...]) -> None:
    """The last part of the address's path tells the kind of picture."""
    if not unquote(urlsplit(link).path).lower().endswith(endings):
        raise bad_data("wrong file extension")


def _size(given: Message, limit: int) -> None:
    size = need(given.get("size"), "size")
    if not isinstance(size, int) or not 0 < size <= limit:
        raise bad_data("size")
