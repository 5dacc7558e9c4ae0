"""Telegram's HTML (Bot API, "HTML style"): refused when it is wrong, never repaired."""

import html
import re
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.telegram_errors import bad

TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}

SHOWN = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
"""How the page shows an entity; the others appear as plain text."""

TOKEN = re.compile(r"<(/?)([a-zA-Z0-9-]*)([^<>]*)(>?)|&(#\d+|#x[0-9a-fA-F]+|lt|gt|amp|quot);")
ATTRIBUTE = re.compile(r"([a-z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
SAFE_LINK = re.compile(r"(https?|tg|mailto|tel):", re.IGNORECASE)


@dataclass(slots=True)
class Parsed:
    """The text a person reads, its entities, and safe HTML for the page."""

    text: str
    html: str
    entities: list[dict[str, Any]] = field(default_factory=list)


def units(text: str) -> int:
    """Length in UTF-16 code units, in which the Bot API counts."""
    return len(text.encode("utf-16-le")) // 2


def parse(source: str) -> Parsed:
    """Read the markup.  Raises Rejected "can't parse entities"."""
    if "<" not in source and "&" not in source:
        return Parsed(source, html.escape(source, quote=False))
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._text: list[str] = []
        self._html: list[str] = []
        self._length = 0
        self._open: list[tuple[str, dict[str, Any]]] = []
        self._entities: list[dict[str, Any]] = []

    def read(self) -> Parsed:
        at = 0
        for token in TOKEN.finditer(self._source):
            self._add(self._source[at : token.start()])
            at = token.end()
            self._take(token)
        self._add(self._source[at:])
        if self._open:
            raise bad(
                "can't parse entities: Can't find end tag corresponding to start tag "
                f'"{self._open[-1][0]}"'
            )
        self._entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return Parsed("".join(self._text), "".join(self._html), self._entities)

    def _add(self, text: str) -> None:
        self._text.append(text)
        self._html.append(html.escape(text, quote=False))
        self._length += units(text)

    def _take(self, token: re.Match[str]) -> None:
        closing, name, rest, end, entity = token.groups()
        if entity:
            self._add(html.unescape(f"&{entity};"))
        elif not end:
            raise bad("can't parse entities: Unclosed start tag")
        elif closing:
            self._close(name.lower(), token.start())
        else:
            self._start(name.lower(), rest, token.start())

    def _start(self, tag: str, rest: str, at: int) -> None:
        attributes = {m[1]: m[2] or m[3] or m[4] or "" for m in ATTRIBUTE.finditer(rest)}
        kind = TYPES.get(tag)
        if kind is None or (tag == "span" and attributes.get("class") != "tg-spoiler"):
            offset = len(self._source[:at].encode())
            raise bad(
                f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset {offset}'
            )
        entity: dict[str, Any] = {"type": kind, "offset": self._length}
        _attribute(entity, tag, attributes)
        self._open.append((tag, entity))
        self._html.append(_opening(entity))

    def _close(self, tag: str, at: int) -> None:
        offset = len(self._source[:at].encode())
        if not self._open:
            raise bad(f"can't parse entities: Unexpected end tag at byte offset {offset}")
        expected, entity = self._open.pop()
        if tag != expected:
            raise bad(
                f"can't parse entities: Unmatched end tag at byte offset {offset}, "
                f'expected "</{expected}>", found "</{tag}>"'
            )
        entity["length"] = self._length - entity["offset"]
        if entity["length"] and (entity["type"] != "text_link" or entity["url"]):
            self._entities.append(entity)
        self._html.append(_ending(entity))


def _attribute(entity: dict[str, Any], tag: str, attributes: dict[str, str]) -> None:
    if tag == "a":
        entity["url"] = html.unescape(attributes.get("href", ""))
    elif tag == "tg-emoji":
        entity["custom_emoji_id"] = attributes.get("emoji-id", "")
    elif tag == "blockquote" and "expandable" in attributes:
        entity["type"] = "expandable_blockquote"


def _opening(entity: dict[str, Any]) -> str:
    if SAFE_LINK.match(entity.get("url", "")):
        return f'<a href="{html.escape(entity["url"])}" target="_blank" rel="noopener">'
    shown = SHOWN.get(entity["type"])
    return f"<{shown}>" if shown else ""


def _ending(entity: dict[str, Any]) -> str:
    if SAFE_LINK.match(entity.get("url", "")):
        return "</a>"
    shown = SHOWN.get(entity["type"])
    return f"</{shown}>" if shown else ""
