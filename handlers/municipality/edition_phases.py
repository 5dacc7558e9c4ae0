"""The phases of an edition begin by themselves: people are told, and voting opens at its hour.

What cannot begin yet is said to the coordinators once, and tried again every hour.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from bot.civic.edition import Phase
from bot.journey import DueNow, Tools
from bot.messages import Html, lines
from handlers.parts.edition_lines import date_line
from handlers.parts.edition_notice import (
    About,
    Args,
    Notice,
    everybody,
    send,
    subject_of,
    tell_staff,
)
from storage import conduct, edition_changes, edition_dates, editions, votes
from storage.due import Outdated

PUBLIC = frozenset({"propose_from", "propose_until", "opens_at", "closes_at"})
"""Dates that matter to everybody; the others to those who took part."""


async def begin(session: Any, row: DueNow, tools: Tools) -> None:
    """One consequence of a date of the calendar."""
    step = STEPS[row.occurrence.partition("+")[0]]
    await step(session, row, await subject_of(session, row, tools))


async def _soon(session: Any, row: DueNow, about: About) -> None:
    first = about.dates.propose_from
    args = {"at": about.at(first), "money": about.money}
    await everybody(session, about, Notice("rules-notice-soon", args, first, (_rules(about),)))


async def _proposing(session: Any, row: DueNow, about: About) -> None:
    until = about.dates.propose_until
    args = {"at": about.at(until), "money": about.money}
    ways = (("rules-to-idea", "idea:"), _rules(about))
    await everybody(session, about, Notice("rules-notice-proposing", args, until, ways))


async def _reviewing(session: Any, row: DueNow, about: About) -> None:
    """Ideas are closed: who took part hears what comes next, the staff what is owed."""
    until = about.dates.review_until
    ways = (("rules-to-ideas", "ideas:"), _rules(about))
    thanks = Notice("rules-notice-reviewing", {"at": about.at(until)}, until, ways)
    await send(session, about, thanks, {"took_part": about.vote.id})
    await tell_staff(session, about, Notice("rules-staff-reviewing", {}, until, (_desk(about),)))


async def _showing(session: Any, row: DueNow, about: About) -> None:
    if about.vote.phase(about.tools.now()) is not Phase.SHOWING:
        raise Outdated
    opens = about.dates.opens_at
    items = await votes.projects(session, about.vote.id)
    count = sum(item.withdrawn is None for item in items)
    if not count:
        await _held_up(session, row, about, ["projects"])
        return
    args: Args = {"count": count, "at": about.at(opens)}
    ways = (("on-ballot-see", f"on-ballot:{about.vote.id}"), _rules(about))
    await everybody(session, about, Notice("rules-notice-showing", args, opens, ways))


async def _check(session: Any, row: DueNow, about: About) -> None:
    """A look ahead, while there is time to mend what lacks."""
    missing = await editions.missing(session, about.vote)
    if about.vote.state != "announced" or not missing:
        raise Outdated
    opens = about.dates.opens_at
    args: Args = {"what": _listed(about, missing), "at": about.at(opens)}
    notice = Notice("rules-staff-missing-soon", args, opens, (_desk(about),))
    await tell_staff(session, about, notice)


async def _voting(session: Any, row: DueNow, about: About) -> None:
    """The vote opens, unless something lacks or people have opened it before."""
    vote, now = about.vote, about.tools.now()
    if vote.phase(now) is not Phase.VOTING or vote.state not in ("announced", "open"):
        raise Outdated
    if vote.state == "announced":
        if missing := await editions.missing(session, vote):
            await _held_up(session, row, about, missing)
            return
        await conduct.open_on_time(session, vote.id, now)
    until = about.dates.closes_at
    args = {"at": about.at(until), "money": about.money}
    ways = (("rules-to-vote", f"vote:{vote.id}"), _rules(about))
    await everybody(session, about, Notice("rules-notice-voting", args, until, ways))


async def _last_days(session: Any, row: DueNow, about: About) -> None:
    if about.vote.state != "open":
        raise Outdated
    until = about.dates.closes_at
    ways = (("rules-to-vote", f"vote:{about.vote.id}"), _rules(about))
    notice = Notice("rules-notice-last-days", {"at": about.at(until)}, until, ways)
    await everybody(session, about, notice)


async def _held_up(session: Any, row: DueNow, about: About, missing: Sequence[str]) -> None:
    """The coordinators hear of it once; it is tried again until the phase is over."""
    now, phase = about.tools.now(), row.occurrence.partition("+")[0]
    until = about.dates.closes_at if phase == Phase.VOTING else about.dates.opens_at
    await edition_dates.try_again(session, about.vote.id, row.occurrence, now, until)
    args: Args = {"what": _listed(about, missing)}
    ways = (("edition-to-process", f"process:{about.vote.id}"), _desk(about))
    if row.occurrence == Phase.VOTING:
        notice = Notice("rules-staff-missing", args, until, ways)
        await tell_staff(session, about, notice)
    elif row.occurrence == Phase.SHOWING:
        notice = Notice("rules-staff-no-list", args, until, (_desk(about),))
        await tell_staff(session, about, notice)


def _listed(about: About, missing: Sequence[str]) -> Callable[[str], Html]:
    """What lacks, one line each, in whatever language."""
    names = {
        "projects": "rules-missing-projects",
        "register": "rules-missing-register",
        "codes": "rules-missing-codes",
    }
    return lambda language: lines(*(about.tools.text(language, names[one]) for one in missing))


async def tell_move(session: Any, row: DueNow, tools: Tools) -> None:
    """Changed dates with their reason, to everybody or to those who took part."""
    edition = await subject_of(session, row, tools)
    moved = await edition_dates.last_move(session, edition.vote.id)
    if not moved:
        raise Outdated
    dates, changed = edition.dates, moved["dates"]

    def told(language: str) -> Html:
        def text(name: str, /, **args: Any) -> Html:
            return tools.text(language, name, **args)

        return lines(*(date_line(text, one, edition.at(getattr(dates, one))) for one in changed))

    args: Args = {"dates": told, "reason": str(moved["reason"])}
    notice = Notice("rules-notice-moved", args, dates.results_at, (_rules(edition),))
    if PUBLIC & set(changed):
        await everybody(session, edition, notice)
    else:
        await send(session, edition, notice, {"took_part": edition.vote.id})


async def remind(session: Any, row: DueNow, tools: Tools) -> None:
    """Before the close, to whoever began a ballot and did not confirm it; nobody sees who."""
    pending = await subject_of(session, row, tools)
    vote = pending.vote
    if not vote.takes(tools.now()) or not await edition_dates.any_pending(session, vote.id):
        raise Outdated
    args = {"at": pending.at(vote.closes_at)}
    ways = (("rules-notice-continue", f"vote:{vote.id}"),)
    notice = Notice("rules-notice-pending", args, vote.closes_at, ways)
    await send(session, pending, notice, {"pending": vote.id})


def _rules(about: About) -> tuple[str, str]:
    return "rules-more", f"edition:{about.vote.id}"


def _desk(about: About) -> tuple[str, str]:
    return "edition-back", f"edition-desk:{about.vote.id}"


Step = Callable[[Any, DueNow, About], Awaitable[None]]
STEPS: Mapping[str, Step] = {
    edition_dates.SOON: _soon,
    "proposing": _proposing,
    "reviewing": _reviewing,
    "showing": _showing,
    edition_dates.CHECK: _check,
    "voting": _voting,
    edition_dates.LAST_DAYS: _last_days,
}

DUE = {
    edition_dates.PHASE: begin,
    edition_changes.MOVED: tell_move,
    edition_dates.REMIND: remind,
}
