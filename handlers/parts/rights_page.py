"""An entry of the handbook in words: what it says, by which law, how sure we are, since when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.content.handbook import LASTS, MAIN, PLAIN, STEPS, Certainty, Entry, Section, handbook
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Open, Text
from bot.messages import Choice, Html, lines, safe
from storage.handbook import Confirmed, confirmations

FIRST = (PLAIN, STEPS)
ASK = "ask"  # a journey of its own, where there is one


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is confirmed in a municipality, and which day it is there."""

    confirmed: Mapping[str, Confirmed]
    today: date
    zone: ZoneInfo

    @classmethod
    def of(cls, confirmed: Mapping[str, Confirmed], now: datetime, zone: ZoneInfo) -> "Shelf":
        return cls(confirmed, now.astimezone(zone).date(), zone)

    def by(self, entry: Entry) -> Confirmed | None:
        """Who stands for these words."""
        return self.confirmed.get(entry.digest)

    def shown(self, entry: Entry) -> tuple[Section, ...]:
        """What a citizen may read here."""
        return entry.shown(confirmed=self.by(entry) is not None)

    def review(self, entry: Entry) -> date:
        """By when it has to be looked at again; confirming it is looking at it."""
        by = self.by(entry)
        confirmed = by.at.astimezone(self.zone).date() + LASTS if by else date.min
        return max(entry.review, confirmed)

    def late(self, entry: Entry) -> bool:
        return self.review(entry) < self.today


async def shelf_of(chat: Chat) -> Shelf:
    """Where this person lives; nothing is confirmed where we do not know that."""
    place = chat.me.municipality
    confirmed = await chat.read(confirmations, place) if place else {}
    return Shelf.of(confirmed, chat.me.now, chat.me.zone)


def late_entries(shelf: Shelf) -> list[Entry]:
    """Whose day has passed, the oldest first; the Georgian words decide."""
    late = [one for one in handbook().entries(MAIN) if shelf.late(one)]
    return sorted(late, key=shelf.review)


def first_page(text: Text, shelf: Shelf, entry: Entry) -> Html:
    """What the right is and how to use it, with all that has to stand below."""
    shown = shelf.shown(entry)
    parts = [section for section in shown if section.id in FIRST]
    waiting = text("rights-waiting") if len(shown) < len(entry.sections) else ""
    told = [_told(part) for part in parts]
    return lines(_bold(entry.title), *told, waiting, foot(text, shelf, entry, parts), by="\n\n")


def section_page(text: Text, shelf: Shelf, entry: Entry, section: Section) -> Html:
    """One more thing about it."""
    below = foot(text, shelf, entry, [section])
    return lines(_bold(entry.title), _told(section), below, by="\n\n")


def whole(text: Text, entry: Entry) -> Html:
    """Every word that a lawyer stands for, with what is uncertain marked."""
    told = [
        lines(_told(one), text("rights-mark-hidden"))
        if one.certainty is Certainty.UNCERTAIN
        else _told(one)
        for one in entry.sections
    ]
    return lines(
        _bold(entry.title), *told, lines(*_law(text, entry), *_sources(text, entry)), by="\n\n"
    )


def foot(text: Text, shelf: Shelf, entry: Entry, parts: list[Section]) -> Html:
    """Law, sources, day, certainty, and what this is not."""
    of_these = any(part.certainty in (Certainty.STATED, entry.certainty) for part in parts)
    return lines(
        *_law(text, entry),
        *(_sources(text, entry) if of_these else ()),
        _checked(text, shelf, entry),
        _certainty(text, shelf, entry, parts),
        text("rights-no-advice"),
    )


async def foot_of(chat: Chat, id: str) -> Html:
    """Below what was computed by the first section of this entry."""
    entry, shelf, text = handbook().entry(id, chat.me.language), await shelf_of(chat), chat.text
    if entry is None:
        return text("rights-no-advice")
    certainty = _certainty(text, shelf, entry, [entry.sections[0]])
    return lines(*_law(text, entry), certainty, text("rights-no-advice"))


def _bold(title: str) -> Html:
    return Html(f"<b>{safe(title)}</b>")


def _told(section: Section) -> Html:
    return lines(_bold(section.title), section.text)


def _law(text: Text, entry: Entry) -> list[Html]:
    if not entry.law:
        return [text("rights-no-law", why=entry.why_none)]
    if entry.article:
        return [text("rights-law", law=entry.law, article=entry.article)]
    return [text("rights-law-alone", law=entry.law, why=entry.why_none)]


def _sources(text: Text, entry: Entry) -> list[Html]:
    return [
        text("rights-source", name=one.name, where=one.where)
        if one.read
        else text("rights-compare", name=one.name, where=one.where)
        for one in entry.sources
    ]


def _checked(text: Text, shelf: Shelf, entry: Entry) -> Html:
    by = shelf.by(entry)
    on = max(entry.checked, by.at.astimezone(shelf.zone).date()) if by else entry.checked
    checked = text("rights-checked", day=day(on))
    return lines(checked, text("rights-late")) if shelf.late(entry) else checked


def _certainty(text: Text, shelf: Shelf, entry: Entry, parts: list[Section]) -> Html:
    if by := shelf.by(entry):
        return text("rights-confirmed", name=by.name, day=day(by.at, shelf.zone))
    if any(part.certainty is Certainty.KNOWN for part in parts):
        return text("rights-known")
    return text("rights-stated") if entry.legal else Html("")


def ways(chat: Chat, entry: Entry) -> list[Choice]:
    """What can be begun at once."""
    labels = _labels(chat.text)
    return [Choice(way, labels[way], wide=True) for way in entry.start if way in labels]


def _labels(text: Text) -> dict[str, Html]:
    return {
        "petition": text("rights-count-petition"),
        "petition:call": text("rights-count-call"),
        "rights-days:report": text("rights-days-report"),
        "rights-days:information": text("rights-days-information"),
        "rights-days:application": text("rights-days-application"),
        "rights-days:complaint": text("rights-days-complaint"),
        "rights-days:decided": text("rights-days-decided"),
        "rights-days:data": text("rights-days-data"),
        "meetings": text("menu-meetings"),
        "idea": text("menu-idea"),
        "ideas": text("menu-ideas"),
        "ideas:mine": text("rights-my-ideas"),
        "vote": text("menu-votes"),
        "results": text("menu-results"),
        "privacy": text("menu-privacy"),
        "topics": text("menu-topics"),
        "help": text("menu-help"),
        "language": text("menu-language"),
        ASK: text("rights-ask"),
    }


def opened(way: str) -> Open:
    """The journey behind "name:subject"."""
    name, _, subject = way.partition(":")
    return Open(name, subject)


def theme_name(text: Text, theme: str) -> Html:
    return {
        "forms": text("rights-theme-forms"),
        "asking": text("rights-theme-asking"),
        "money": text("rights-theme-money"),
        "data": text("rights-theme-data"),
        "duties": text("rights-theme-duties"),
    }[theme]
