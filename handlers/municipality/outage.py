"""The bot was down: what went out late and what no longer did, told to the coordinators once."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from bot.formats import day, hour
from bot.journey import DueNow, Text, Tools
from bot.messages import Choice, Html, Outgoing, Words, lines
from storage import (
    edition_dates,
    idea_drafts,
    mail,
    meetings,
    outages,
    recipients,
    seats,
    survey_reminders,
    votes,
)
from storage.due import Outdated
from storage.outages import Late
from storage.staff import COORDINATOR
from storage.tables.mail import NOTICE
from storage.today import Office, office


async def report(session: Any, row: DueNow, tools: Tools) -> None:
    """One message of one municipality; none where nothing was affected."""
    id, now = int(row.occurrence), tools.now()
    late = await outages.late(session, id, row.subject, now)
    if not late:
        raise Outdated
    since, until = await outages.find(session, id)
    place = await office(session, row.subject)
    letters = []
    for who in await recipients.staff(session, row.subject, {COORDINATOR}):
        text = partial(tools.text, who.language)
        read = partial(_read, place, who.language)
        said = lines(_head(text, since, until, place.zone), *_parts(text, read, late), by="\n\n")
        choices = (Choice(f"go:announce:{row.subject}", text("desk-announce"), wide=True),)
        menu = (Choice("!menu", text("core-menu")),)
        body = Outgoing(said, choices, menu).to_json()
        letters.append(mail.letter(who.bot, who.account_id, body, now, lane=NOTICE))
    await mail.post(session, letters)


def _head(text: Text, since: datetime, until: datetime, zone: ZoneInfo) -> Html:
    begun, ended = (f"{day(at, zone)} {hour(at, zone)}" for at in (since, until))
    return text("outage-head", since=begun, until=ended)


def _parts(text: Text, read: Callable[[Late], str], late: list[Late]) -> list[Html]:
    """What was late, what was dropped, and what can be done about that."""
    sent = [(one, one.sent) for one in late if one.sent]
    dropped = [(one, one.dropped) for one in late if one.dropped]
    parts = []
    if sent:
        head = text("outage-late", count=sum(count for _, count in sent))
        parts.append(lines(head, *_listed(text, read, sent)))
    if dropped:
        head = text("outage-dropped", count=sum(count for _, count in dropped))
        parts.append(lines(head, *_listed(text, read, dropped)))
        parts.append(text("outage-advice"))
    return parts


def _listed(text: Text, read: Callable[[Late], str], counts: list[tuple[Late, int]]) -> list[Html]:
    """One line for each thing in plain words; kinds that read the same are one."""
    found: dict[str, int] = {}
    for one, count in counts:
        what = _what(text, one.kind, read(one))
        found[what] = found.get(what, 0) + count
    return [text("outage-line", what=what, count=count) for what, count in found.items()]


def _what(text: Text, kind: str, name: str) -> Html:
    return {
        meetings.REMINDER: lambda: text("outage-meeting", name=name),
        meetings.CHANGED: lambda: text("outage-meeting-news", name=name),
        seats.SEAT_FREE: lambda: text("outage-meeting-news", name=name),
        survey_reminders.REMIND: lambda: text("outage-survey", name=name),
        edition_dates.PHASE: lambda: text("outage-vote", name=name),
        edition_dates.REMIND: lambda: text("outage-vote", name=name),
        votes.RESULTS: lambda: text("outage-result", name=name),
        idea_drafts.REMIND: lambda: text("outage-drafts"),
    }[kind]()


def _read(place: Office, language: str, one: Late) -> str:
    return Words(one.name).read(language, place.main_language) if one.name else ""


DUE = {outages.REPORT: report}
