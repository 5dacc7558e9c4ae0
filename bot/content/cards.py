"""Cards: small pieces of text under headings, behind a YAML front matter."""

import re
from dataclasses import dataclass
from typing import Any

import yaml

HEAD = re.compile(r"^# (?P<title>.+?) \{#(?P<id>[a-z0-9-]+)\}$", re.MULTILINE)
NOTE = re.compile(r"\s*\[\^([a-z0-9-]+)\]")
PICTURE = re.compile(r"^!\[(?P<alt>[^\]]*)\]\((?P<name>[a-z0-9-]+)\)$", re.MULTILINE)
BULLET = re.compile(r"^- ", re.MULTILINE)
FENCE = "---\n"
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # eight times as fast, where there is one


@dataclass(frozen=True, slots=True)
class Card:
    """What is shown at once.  `sources` are ids of the front matter.

    `picture` names a file, and `alt` says what is on it to those who do not see it.
    """

    id: str
    title: str
    text: str
    sources: tuple[str, ...] = ()
    picture: str = ""
    alt: str = ""


def read_cards(page: str) -> tuple[dict[str, Any], tuple[Card, ...]]:
    """The front matter and the cards of a page.  Raises ValueError."""
    if not page.startswith(FENCE):
        raise ValueError("the page begins with a line ---, the front matter and another ---")
    head, _, body = page.removeprefix(FENCE).partition(f"\n{FENCE}")
    found = list(HEAD.finditer(body))
    if not found or body[: found[0].start()].strip():
        raise ValueError("each card begins with a line like: # Title {#id}")
    ends = [*(match.start() for match in found[1:]), len(body)]
    cards = [_card(match, body[match.end() : end]) for match, end in zip(found, ends, strict=True)]
    return yaml_mapping(head), tuple(cards)


def _card(head: re.Match[str], body: str) -> Card:
    picture = PICTURE.search(body)
    sources = tuple(dict.fromkeys(NOTE.findall(body)))
    text = BULLET.sub("• ", NOTE.sub("", PICTURE.sub("", body))).strip()
    name, alt = (picture["name"], picture["alt"]) if picture else ("", "")
    return Card(head["id"], head["title"], text, sources, name, alt)


def yaml_mapping(text: str) -> dict[str, Any]:
    """A YAML text that is a mapping.  Raises ValueError."""
    try:
        told = yaml.load(text, Loader)
    except yaml.YAMLError as problem:
        raise ValueError(f"not YAML: {problem}") from problem
    if not isinstance(told, dict):
        raise ValueError("a YAML mapping is expected")
    return told
