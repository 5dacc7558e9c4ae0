"""What is wrong with the handbook's files, as lines for whoever wrote them."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from bot.content.handbook import (
    FOLDER,
    MAIN,
    PLAIN,
    STEPS,
    THEMES,
    BadEntry,
    Certainty,
    Entry,
    read,
)

LONGEST = 900  # characters of a section: one screen of a small phone
LONGEST_TITLE = 60  # of a button
LONGEST_WAY = 32  # characters of a button's id
KEYWORDS = 3  # at least
MTAVRULI = re.compile("[\u1c90-\u1cbf]")
NUMBER = re.compile(r"\d+(?:[ ,.\u00a0]\d{3}(?!\d))*")


def problems(root: Path, journeys: Collection[str], today: date) -> tuple[int, list[str]]:
    """How many entries there are, and everything that is wrong with them."""
    found: list[str] = []
    languages = {
        folder.parent.name: _readable(folder, found) for folder in sorted(root.glob(f"*/{FOLDER}"))
    }
    main = languages.get(MAIN, {})
    for language, entries in languages.items():
        for id, entry in entries.items():
            found += (f"{_name(entry)}: {flaw}" for flaw in _flaws(entry, journeys, today))
            if id not in main:
                found.append(f"{_name(entry)}: is missing in {MAIN}")
        found += _double_orders(entries.values())
        for id in main.keys() - entries.keys():
            found.append(f"{language}/{FOLDER}/{id}.md: is missing")
        for id in sorted(main.keys() & entries.keys()) if language != MAIN else ():
            differing = _differences(main[id], entries[id])
            found += (f"{_name(entries[id])}: differs from {MAIN}: {what}" for what in differing)
    return len(main), found


def _readable(folder: Path, found: list[str]) -> dict[str, Entry]:
    entries = {}
    for path in sorted(folder.glob("*.md")):
        try:
            entries[path.stem] = read(path.stem, folder.parent.name, path.read_text("utf-8"))
        except BadEntry as bad:
            found.append(str(bad))
    return entries


def _name(entry: Entry) -> str:
    return f"{entry.language}/{FOLDER}/{entry.id}.md"


def _flaws(entry: Entry, journeys: Collection[str], today: date) -> Iterator[str]:
    yield from _head_flaws(entry, today)
    ids = [section.id for section in entry.sections]
    if ids[:2] != [PLAIN, STEPS] or len(set(ids)) < len(ids):
        yield f"sections are {PLAIN}, {STEPS} and others, each once"
    for section in entry.sections:
        where, size = f"section {section.id}", len(section.text)
        if not section.text or not section.title:
            yield f"{where}: is empty"
        if size > LONGEST:
            yield f"{where}: has {size} characters, {LONGEST} fit on a screen"
        if len(section.title) > LONGEST_TITLE:
            yield f"{where}: its title is longer than {LONGEST_TITLE} characters"
        if len(f"rights:{entry.id}.{section.id}") > LONGEST_WAY:
            yield f"{where}: its id is too long for a button"
        if MTAVRULI.search(section.title + section.text):
            yield f"{where}: holds capital (Mtavruli) letters"
    for way in entry.start:
        if way.partition(":")[0] not in journeys:
            yield f"start: there is no journey {way}"


def _head_flaws(entry: Entry, today: date) -> Iterator[str]:
    if entry.theme not in THEMES:
        yield f"theme: {entry.theme} is none of {', '.join(THEMES)}"
    if not (entry.law and entry.article) and not entry.why_none:
        yield "law: it or its article is missing, and why_none does not say why"
    if entry.law and entry.article and entry.why_none:
        yield "why_none: law and article are given"
    if entry.checked > today:
        yield f"checked: {entry.checked} is still to come"
    if entry.review <= entry.checked:
        yield "review: is not after the day it was checked"
    if not entry.sources or not all(one.name and one.where for one in entry.sources):
        yield "sources: at least one, each with name and where"
    stated = any(section.certainty is Certainty.STATED for section in entry.sections)
    if stated and not any(one.read for one in entry.sources):
        yield "certainty: stated, but no source was read"
    if len(set(entry.keywords)) < KEYWORDS:
        yield f"keywords: fewer than {KEYWORDS}"
    if not entry.title or len(entry.title) > LONGEST_TITLE:
        yield f"title: 1 to {LONGEST_TITLE} characters"


def _double_orders(entries: Collection[Entry]) -> Iterator[str]:
    seen: dict[int, str] = {}
    for entry in entries:
        if entry.order in seen:
            yield f"{_name(entry)}: order {entry.order} is that of {seen[entry.order]}"
        seen[entry.order] = entry.id


def _differences(ours: Entry, theirs: Entry) -> Iterator[str]:
    for name in ("theme", "order", "certainty", "article", "checked", "review", "start"):
        if getattr(ours, name) != getattr(theirs, name):
            yield name
    if bool(ours.law) != bool(theirs.law):
        yield "law"
    if [one.read for one in ours.sources] != [one.read for one in theirs.sources]:
        yield "sources"
    if [(one.id, one.certainty) for one in ours.sections] != [
        (one.id, one.certainty) for one in theirs.sections
    ]:
        yield "sections"
        return
    for mine, other in zip(ours.sections, theirs.sections, strict=True):
        if mine.text.count("\n") != other.text.count("\n"):
            yield f"section {mine.id}: lines"
        if _numbers(mine.text) != _numbers(other.text):
            yield f"section {mine.id}: numbers"


def _numbers(text: str) -> list[str]:
    """Every number, however its thousands are set apart."""
    return sorted(re.sub(r"\D", "", found) for found in NUMBER.findall(text))
