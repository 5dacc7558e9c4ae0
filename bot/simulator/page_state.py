"""What the page shows, as plain data."""

from typing import Any
from zoneinfo import ZoneInfo

from bot.simulator.faults import Faults
from bot.simulator.page_cast import AnyPhone, Cast
from bot.simulator.phone import Act, Key, Keys, Shown
from bot.simulator.telegram_phone import TelegramPhone
from bot.simulator.world import World

ZONE = ZoneInfo("Asia/Tbilisi")
FORMAT = "%d.%m.%Y %H:%M"
MESSAGES = 80
"""Newest messages of a phone that the page draws."""

Data = dict[str, Any]


def clock(world: World) -> Data:
    now = world.clock.now().astimezone(ZONE)
    return {"text": f"{now:{FORMAT}}", "movable": hasattr(world.clock, "move")}


def messenger(cast: Cast, place: int, language: str) -> Data:
    """One messenger: its people, and the phone in hand."""
    parts = cast.fill(language)
    people = [{"name": part.phone.name, "role": part.role} for part in parts]
    return {"people": people, "place": place, "phone": phone(parts[place].phone)}


def phone(phone: AnyPhone) -> Data:
    common = {
        "messages": [_message(shown) for shown in phone.chat()[-MESSAGES:]],
        "board": _keys(phone.board),
        "number": phone.number,
    }
    if isinstance(phone, TelegramPhone):
        more = {
            "toast": phone.toast,
            "toasts": phone.toasts,
            "busy": phone.spinning > 0,
            "hint": phone.placeholder,
        }
        reachable = phone.started and not phone.blocked
        return {**common, **more, "started": reachable, "reachable": reachable}
    started = bool(phone.chat())
    return {**common, "started": started, "reachable": phone.subscribed, "input": phone.input}


def faults(switches: Faults, *, limits: bool) -> Data:
    return {
        "planned": switches.planned,
        "rate": sum(switches.rates.values()),
        "duplicates": switches.duplicates,
        "disorder": switches.disorder,
        "limits": limits,
    }


def _message(shown: Shown) -> Data:
    image = shown.image
    if image and "://" not in image:
        image = f"page/picture/{image}"
    return {
        "id": shown.id,
        "text": shown.text,
        "html": shown.html,
        "mine": shown.mine,
        "keys": _keys(shown.keys),
        "image": image,
        "file": shown.file if "://" in shown.file else shown.file and f"page/file/{shown.file}",
        "edited": shown.edited,
        "time": f"{shown.at.astimezone(ZONE):%H:%M}",
        "cards": _cards(shown),
    }


def _cards(shown: Shown) -> bool:
    return isinstance(shown.source, dict) and shown.source.get("type") == "rich_media"


def _keys(keys: Keys) -> list[list[Data]]:
    return [[_key(key) for key in row] for row in keys]


def _key(key: Key) -> Data:
    link = key.value if key.act is Act.URL else ""
    return {"label": key.label, "act": key.act.value, "width": key.width, "link": link}
