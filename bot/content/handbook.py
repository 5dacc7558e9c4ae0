"""The handbook of rights and duties: one file an entry and language, `locales/<lang>/rights/*.md`.

A file has YAML at its head and sections below it.  What is uncertain, the whole entry or one
section, is marked so; nobody but a lawyer sees it until it is confirmed, in exactly these words.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.civic.relevance import Document, Index
from bot.content.cards import Loader

MAIN = "ka"
LOCALES = Path(__file__).parents[2] / "locales"
FOLDER = "rights"
THEMES = ("forms", "asking", "money", "data", "duties")
PLAIN, STEPS = "plain", "steps"
"""The two sections that every entry has, shown together."""
LASTS = timedelta(days=365)  # after the day on which it was checked, unless the file names a day
DIGEST = 16  # hexadecimal digits that name a text

HEADING = re.compile(r"# (?P<title>.+?) \{#(?P<id>[a-z]+)(?: (?P<mark>[a-z]+))?\}")


class BadEntry(Exception):
    """A file cannot be read; the text says which, and why."""


class Certainty(StrEnum):
    """How sure we are of a text."""

    STATED = "stated"  # by the named source
    KNOWN = "known"  # generally, without a source that was read
    UNCERTAIN = "uncertain"  # not to be shown before a lawyer has confirmed it


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from; not `read` means: where it should be compared."""

    name: str
    where: str
    read: bool


@dataclass(frozen=True, slots=True)
class Section:
    """One screen of an entry."""

    id: str
    title: str
    text: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Entry:
    """A right or a duty, in one language."""

    id: str
    language: str
    title: str
    theme: str
    order: int
    certainty: Certainty
    law: str
    article: str
    why_none: str  # why there is no law, or no article
    checked: date
    review: date
    sources: tuple[Source, ...]
    start: tuple[str, ...]  # journeys with their subjects: "rights-days:report"
    keywords: tuple[str, ...]
    sections: tuple[Section, ...]

    @property
    def digest(self) -> str:
        """Names these words: whoever confirms them has confirmed no others."""
        said = [self.title, self.law, self.article, self.why_none]
        said += [part for section in self.sections for part in (section.title, section.text)]
        return hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:DIGEST]

    @property
    def uncertain(self) -> bool:
        """Whether some of it waits for a lawyer."""
        return any(section.certainty is Certainty.UNCERTAIN for section in self.sections)

    @property
    def legal(self) -> bool:
        """Whether it says something that a lawyer can confirm; else it is advice."""
        return bool(self.law) or any(
            section.certainty is not Certainty.STATED for section in self.sections
        )

    def shown(self, *, confirmed: bool) -> tuple[Section, ...]:
        """What a citizen may read; nothing where the whole entry waits for a lawyer."""
        if confirmed:
            return self.sections
        if self.certainty is Certainty.UNCERTAIN:
            return ()
        return tuple(one for one in self.sections if one.certainty is not Certainty.UNCERTAIN)


class Handbook:
    """All entries in all languages."""

    def __init__(self, entries: Mapping[str, Mapping[str, Entry]]) -> None:
        self._entries = entries
        main = entries[MAIN].values()
        self.ids = tuple(one.id for one in sorted(main, key=lambda one: one.order))
        self._index = Index([self._document(id) for id in self.ids])

    def entry(self, id: str, language: str) -> Entry | None:
        """The entry in this language, or in Georgian where there is no such language."""
        return self._entries.get(language, self._entries[MAIN]).get(id)

    def entries(self, language: str) -> list[Entry]:
        """All of them, in the handbook's order."""
        found = (self.entry(id, language) for id in self.ids)
        return [one for one in found if one]

    def search(self, question: str, at_most: int = 5) -> list[str]:
        """Ids of entries that answer a question in any language, the best first."""
        return [self.ids[place] for place in self._index.rank(question, at_most)]

    def _document(self, id: str) -> Document:
        """What is searched; what is uncertain is left out, for a find would tell of it."""
        versions = [one[id] for one in self._entries.values() if id in one]
        parts = [
            f"{section.title}\n{section.text}"
            for one in versions
            for section in one.sections
            if section.certainty is not Certainty.UNCERTAIN
        ]
        return Document(
            "\n".join(one.title for one in versions),
            "\n".join(word for one in versions for word in one.keywords),
            "\n".join(parts),
        )


@cache
def handbook(root: Path = LOCALES) -> Handbook:
    """Read once.  Raises BadEntry."""
    languages = sorted(path.parent.name for path in root.glob(f"*/{FOLDER}"))
    return Handbook({language: read_all(root / language / FOLDER) for language in languages})


def read_all(folder: Path) -> dict[str, Entry]:
    """The entries of a language by id, which is the file's name.  Raises BadEntry."""
    found = (
        read(path.stem, folder.parent.name, path.read_text("utf-8")) for path in _files(folder)
    )
    return {entry.id: entry for entry in found}


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.md"))


def read(id: str, language: str, text: str) -> Entry:
    """One file.  Raises BadEntry."""
    try:
        _, head, body = text.split("---\n", 2)
        given = yaml.load(head, Loader)
        return _entry(id, language, given, body)
    except (ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError) as problem:
        raise BadEntry(f"{language}/{FOLDER}/{id}.md: {problem!r}") from problem


def _entry(id: str, language: str, given: Mapping[str, Any], body: str) -> Entry:
    certainty = Certainty(given["certainty"])
    checked = _day(given["checked"])
    return Entry(
        id=id,
        language=language,
        title=str(given["title"]),
        theme=str(given["theme"]),
        order=int(given["order"]),
        certainty=certainty,
        law=str(given.get("law", "")),
        article=str(given.get("article", "")),
        why_none=str(given.get("why_none", "")),
        checked=checked,
        review=_day(given["review"]) if "review" in given else checked + LASTS,
        sources=tuple(_source(one) for one in given["sources"]),
        start=tuple(map(str, given.get("start", ()))),
        keywords=tuple(map(str, given["keywords"])),
        sections=tuple(_sections(body, certainty)),
    )


def _day(given: Any) -> date:
    if not isinstance(given, date):
        raise ValueError(f"{given!r} is no day")
    return given


def _source(given: Mapping[str, Any]) -> Source:
    return Source(str(given["name"]), str(given["where"]), bool(given.get("read", True)))


def _sections(body: str, certainty: Certainty) -> Iterator[Section]:
    """Whatever an uncertain entry says is uncertain."""
    for part in filter(None, re.split(r"^(?=# )", body.strip(), flags=re.MULTILINE)):
        first, _, rest = part.partition("\n")
        heading = HEADING.fullmatch(first.strip())
        if heading is None:
            raise ValueError(f"not a heading with an id: {first!r}")
        mark = Certainty(heading["mark"]) if heading["mark"] else certainty
        if certainty is Certainty.UNCERTAIN:
            mark = certainty
        yield Section(heading["id"], heading["title"], _text(rest), mark)


def _text(written: str) -> str:
    """Dots before what is listed; numbers would be those of the buttons below it."""
    return re.sub(r"^- ", "• ", written.strip(), flags=re.MULTILINE)
