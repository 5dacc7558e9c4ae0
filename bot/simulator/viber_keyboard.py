"""Viber's keyboard schema, checked per min_api_version with the messages of its server."""

import html
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.simulator.phone import Act, Key, Keys
from bot.simulator.viber_errors import Refusal, bad_data

ROWS_ADVISED = 12  # what a phone held upright shows
ROWS = 24  # more fail on the client
LABEL = 250  # characters, then cropped

Check = Callable[[Any], str]


def number(low: int, high: int) -> Check:
    def check(value: Any) -> str:
        try:
            given = int(value)  # numbers as strings pass in production
        except (TypeError, ValueError):
            return _typed(value, "integer")
        if given > high:
            bounds = f"(maximum: {high}, found: {given})"
            return f"numeric instance is greater than the required maximum {bounds}"
        if given < low:
            bounds = f"(minimum: {low}, found: {given})"
            return f"numeric instance is lower than the required minimum {bounds}"
        return ""

    return check


def one_of(*values: str) -> Check:
    def check(value: Any) -> str:
        if value in values:
            return ""
        allowed = json.dumps(values, separators=(",", ":"))
        return f'instance value ("{value}") not found in enum (possible values: {allowed})'

    return check


def text(value: Any) -> str:
    return "" if isinstance(value, str) else _typed(value, "string")


def flag(value: Any) -> str:
    return "" if isinstance(value, bool) else _typed(value, "boolean")


def thing(value: Any) -> str:
    return "" if isinstance(value, dict) else _typed(value, "object")


def color(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch("#[0-9a-fA-F]{6}", value):
        return ""
    return f'ECMA 262 regex "^#[0-9a-fA-F]{{6}}$" does not match input string "{value}"'


def paddings(value: Any) -> str:
    if not isinstance(value, list) or len(value) != 4:
        return _typed(value, "array")
    return next(filter(None, map(number(0, 12), value)), "")


def _typed(value: Any, wanted: str) -> str:
    given = {str: "string", int: "integer", bool: "boolean", list: "array", dict: "object"}
    found = given.get(type(value), "null")
    return (
        f'instance type ({found}) does not match any allowed primitive type (allowed: ["{wanted}"])'
    )


@dataclass(frozen=True, slots=True)
class Rule:
    """One key: what it may hold, and since which API level."""

    check: Check
    level: int = 1


FACE: Mapping[str, Rule] = {
    "Type": Rule(text),
    "Buttons": Rule(lambda value: "" if isinstance(value, list) else _typed(value, "array")),
    "BgColor": Rule(color),
    "DefaultHeight": Rule(flag),
    "CustomDefaultHeight": Rule(number(40, 70), 3),
    "HeightScale": Rule(number(20, 100), 3),
    "ButtonsGroupColumns": Rule(number(1, 6), 4),
    "ButtonsGroupRows": Rule(number(1, 7), 4),
    "InputFieldState": Rule(one_of("regular", "minimized", "hidden"), 4),
    "FavoritesMetadata": Rule(thing, 6),
}

BUTTON: Mapping[str, Rule] = {
    "Columns": Rule(number(1, 6)),
    "Rows": Rule(number(1, 2)),
    "BgColor": Rule(color),
    "Silent": Rule(flag),
    "BgMediaType": Rule(one_of("picture", "gif")),
    "BgMedia": Rule(text),
    "BgMediaScaleType": Rule(one_of("crop", "fill", "fit"), 6),
    "ImageScaleType": Rule(one_of("crop", "fill", "fit"), 6),
    "BgLoop": Rule(flag),
    "ActionType": Rule(text),
    "ActionBody": Rule(text),
    "Image": Rule(text),
    "Text": Rule(text),
    "TextVAlign": Rule(one_of("top", "middle", "bottom")),
    "TextHAlign": Rule(one_of("left", "center", "right", "middle")),
    "TextPaddings": Rule(paddings, 4),
    "TextOpacity": Rule(number(0, 100)),
    "TextSize": Rule(one_of("small", "regular", "large", "medium")),
    "TextBgGradientColor": Rule(color),
    "TextShouldFit": Rule(flag, 6),
    "OpenURLType": Rule(one_of("internal", "external")),
    "OpenURLMediaType": Rule(one_of("not-media", "video", "gif", "picture")),
    "InternalBrowser": Rule(thing, 3),
    "Frame": Rule(thing, 6),
    "Map": Rule(thing, 6),
    "MediaPlayer": Rule(thing, 6),
}

EARLY = ("reply", "open-url", "")
LATER = ("reply", "open-url", "location-picker", "share-phone", "none", "open-map", "buy", "")
IN_CARDS = ("reply", "open-url", "none", "open-map", "buy", "")


def check(
    keyboard: Any, level: int, complain: Callable[[str], None], *, cards: bool = False
) -> None:
    """Check a keyboard, or the cards of rich_media.  Raises Refusal 3 or 14."""
    name = "rich_media" if cards else "keyboard"
    if not isinstance(keyboard, dict):
        raise bad_data(f"{name} is not valid. [{_typed(keyboard, 'object')}]")
    lacking = [key for key in ("Type", "Buttons") if key not in keyboard]
    if lacking:
        raise _lacks(name, lacking)
    face = FACE if not cards else {key: Rule(rule.check) for key, rule in FACE.items()}
    _fields(name, keyboard, face, level, complain)
    if keyboard["Type"] != name:
        raise bad_data(f"{name} is not valid. [{one_of(name)(keyboard['Type'])}]")
    if not keyboard["Buttons"]:
        short = "array is too short: must have at least 1 elements but instance has 0 elements"
        raise bad_data(f"{name} is not valid. [{short}]")
    for button in keyboard["Buttons"]:
        _button(name, button, level, complain)


def _button(name: str, button: Any, level: int, complain: Callable[[str], None]) -> None:
    cards = name == "rich_media"
    if not isinstance(button, dict):
        raise bad_data(f"{name} is not valid. [{_typed(button, 'object')}]")
    if not button.get("ActionBody") and button.get("ActionType") != "none":
        raise _lacks(name, ["ActionBody"])
    allowed = EARLY if level < 3 else IN_CARDS if cards else LATER
    if problem := one_of(*allowed)(button.get("ActionType", "reply")):
        raise bad_data(f"{name} is not valid. [{problem}]")
    rules = {**BUTTON, "Rows": Rule(number(1, 7))} if cards else BUTTON
    _fields(name, button, rules, level, complain)
    if not any(button.get(look) for look in ("Text", "BgMedia", "Image", "BgColor")):
        raise _lacks(name, ["Text"])
    if len(button.get("Text", "")) > LABEL:
        complain(f"Viber: a label of {len(button['Text'])} characters is cropped")


def _fields(
    name: str,
    given: Mapping[str, Any],
    rules: Mapping[str, Rule],
    level: int,
    complain: Callable[[str], None],
) -> None:
    for key, value in given.items():
        if key not in rules:
            complain(f"Viber: {name} has an unknown key {key}")
        elif problem := rules[key].check(value):
            raise bad_data(f"{name} is not valid. [{problem}]")
        elif rules[key].level > level:
            raise Refusal(14, f"incompatibleWithVersion: {key} needs {rules[key].level}")


def _lacks(name: str, keys: list[str]) -> Refusal:
    return bad_data(
        f"{name} is not valid. [object has missing required properties ({json.dumps(keys)})]"
    )


TAGS = re.compile(r"<br\s*/?>|</?(?:b|i|u|s|font)\b[^>]*>", re.IGNORECASE)

ACTS = {
    "reply": Act.TEXT,
    "": Act.TEXT,
    "open-url": Act.URL,
    "share-phone": Act.PHONE,
    "location-picker": Act.PLACE,
}


def keys(keyboard: Mapping[str, Any]) -> Keys:
    """The buttons as the client lays them out: rows of six columns."""
    rows: list[list[Key]] = []
    room = 0
    for button in keyboard["Buttons"]:
        key = _key(button)
        if key.width > room:
            rows.append([])
            room = 6
        rows[-1].append(key)
        room -= key.width
    return tuple(map(tuple, rows))


def _key(button: Mapping[str, Any]) -> Key:
    label = html.unescape(TAGS.sub(_break, str(button.get("Text", ""))))
    act = ACTS.get(button.get("ActionType", "reply"), Act.NONE)
    silent, width = bool(button.get("Silent")), int(button.get("Columns", 6))
    return Key(label, act, str(button.get("ActionBody", "")), silent, width)


def _break(tag: re.Match[str]) -> str:
    return "\n" if tag[0].lower().startswith("<br") else ""


def height(keyboard: Mapping[str, Any]) -> int:
    """Rows in total; a row is as high as its highest button."""
    total = room = high = 0
    for button in keyboard["Buttons"]:
        width, rows = int(button.get("Columns", 6)), int(button.get("Rows", 1))
        if width > room:
            total, room, high = total + high, 6, 0
        room, high = room - width, max(high, rows)
    return total + high
