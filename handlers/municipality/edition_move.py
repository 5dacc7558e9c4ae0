"""Changing a date of a public edition, with a reason that everybody reads.

The subject is its id.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.civic.checks import problems
from bot.civic.edition import DATES
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, lines
from handlers.parts import edition_problems
from handlers.parts.edition_access import held, names
from handlers.parts.edition_lines import date_line
from handlers.parts.phases import moment
from storage import edition_changes, editions
from storage.conduct import By, NotNow
from storage.edition_changes import MOVABLE, Impossible
from storage.votes import Vote

LONGEST = 500  # characters of a reason


@dataclass(frozen=True, slots=True)
class Moved:
    """One date with its new time and the reason."""

    vote: Vote
    date: str
    to: datetime
    reason: str
    names: dict[str, str]


async def script(chat: Chat) -> Moved | Done | Open:
    vote = await held(chat)
    if vote is None or vote.edition is None:
        return Done(chat.text("edition-not-yours"))
    back = Open("edition-desk", str(vote.id))
    choices = _ahead(chat, vote)
    if not choices:
        return Done(chat.text("edition-move-none"), then=back)
    date = await chat.choose("date", chat.text("edition-move-which"), choices)
    old = moment(chat.me, getattr(vote.edition.calendar, date))
    to = await chat.moment("to", chat.text("edition-move-to", old=old))
    reason = await chat.ask("reason", chat.text("edition-move-why"), at_least=5, at_most=LONGEST)
    called = await _confirmed(chat, vote, date, to)
    return Moved(vote, date, to, reason, called) if called is not None else back


def _ahead(chat: Chat, vote: Vote) -> list[Choice]:
    """The dates that may still move."""
    assert vote.edition is not None
    dates = vote.edition.calendar
    return [
        Choice(date, date_line(chat.text, date, moment(chat.me, at)), wide=True)
        for date in DATES
        if date in MOVABLE.get(vote.state, ()) and (at := getattr(dates, date)) > chat.me.now
    ]


async def _confirmed(chat: Chat, vote: Vote, date: str, to: datetime) -> dict[str, str] | None:
    """The change as people will read it, with its warnings; None if it is dropped."""
    assert vote.edition is not None
    text, old = chat.text, getattr(vote.edition.calendar, date)
    plan = await chat.read(editions.plan_of, vote)
    calendar = replace(vote.edition.calendar, **{date: to})
    new = replace(plan, edition=replace(vote.edition, calendar=calendar))
    known = problems(plan, chat.me.now, chat.me.zone)
    found = [p for p in problems(new, chat.me.now, chat.me.zone) if p not in known]
    called = await names(chat, vote, plan)
    page = text(
        "edition-move-sure",
        label=_label(text, date),
        old=moment(chat.me, old),
        new=moment(chat.me, to),
        reason=str(chat.answered("reason")),
    )
    warnings = [p for p in found if p.warning]
    prompt = lines(edition_problems.page(text, warnings, called), page, by="\n\n")
    yes = Choice("yes", text("edition-move-yes"), wide=True)
    no = Choice("no", text("edition-no"))
    return called if await chat.confirm("sure", prompt, (yes, no)) == "yes" else None


def _label(text: Text, date: str) -> Html:
    return Html(date_line(text, date, "").rstrip(": "))


async def apply(session: Any, me: Me, text: Text, result: Moved | Done | Open) -> Outcome:
    if not isinstance(result, Moved):
        return result
    vote, back = result.vote, Open("edition-desk", str(result.vote.id))
    by = By(me.person, vote.municipality, me.now)
    try:
        dates = {result.date: result.to}
        await edition_changes.move(session, vote.id, by, dates, result.reason)
    except Impossible as refused:
        page = edition_problems.page(text, refused.problems, result.names)
        return Refused(page, forget=("to", "sure"))
    except NotNow as refused:
        return Done(_problem(text, refused.why), then=back)
    return Done(text("edition-moved"), then=back)


def _problem(text: Text, why: str) -> Html:
    if why == "passed":
        return text("edition-passed")
    return text("edition-frozen") if why == "frozen" else text("edition-state")


JOURNEYS = (Journey("edition-move", script, apply),)
