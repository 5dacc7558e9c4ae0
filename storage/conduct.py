"""Running a vote: each change of its state, who may make it, and what the log keeps of it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.amounts import Amount, to_data
from bot.civic.ballots import APPROVING
from storage import checks, due, edition_dates, editions, jobs, votes
from storage.engine import secrets_of
from storage.keys import make_key
from storage.log import note
from storage.tables.mail import Inbox
from storage.tables.votes import Process, Project
from storage.votes import Vote

CLOSE = "vote-close"
CLOSED = "vote-closed"
"""The due-row of the moment after it: everybody who runs the vote is told what comes now."""
TELL = "tell-voters"
"""The job that tells those who have begun to vote what was changed about their ballot."""

SETTLE = timedelta(seconds=30)
"""After the hour: an event stamped just before it may still be on its way into the inbox."""

CONDUCTS, WITNESSES = frozenset({"coordinator"}), frozenset({"coordinator", "partner"})


class NotNow(Exception):
    """The step is not possible; `why` names the reason for whoever asked."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class By:
    """Who makes a change, for which municipality, and when."""

    person: int
    municipality: str
    now: datetime
    language: str = "ka"


@dataclass(frozen=True, slots=True)
class Correction:
    """A new cost (an amount), or a new title or summary (words by language), of one project."""

    number: int
    field: str
    new: Amount | Mapping[str, str]

    @property
    def amount(self) -> Amount:
        assert self.field == "cost" and not isinstance(self.new, Mapping)
        return self.new

    @property
    def value(self) -> Any:
        """As the table keeps it."""
        return to_data(self.amount) if self.field == "cost" else self.new


async def open_vote(session: AsyncSession, id: int, by: By) -> None:
    """Freeze the rules, make the key, and let people vote from the opening hour on.

    An edition waits for its list, register or cards as it does when the clock opens it.
    """
    vote = await held(session, id, by, CONDUCTS, "draft", "announced")
    for lack in await editions.missing(session, vote) if vote.edition else ():
        raise NotNow(lack)
    await _begin(session, vote, by.now, by.person)


async def open_on_time(session: AsyncSession, id: int, now: datetime) -> None:
    """The same at the announced hour; the clock's work, so the log names nobody."""
    vote = await votes.locked(session, id)
    if vote.state != "announced":
        raise NotNow("state")
    if now < vote.opens_at:
        raise NotNow("early")
    await _begin(session, vote, now, None)


async def _begin(session: AsyncSession, vote: Vote, now: datetime, person: int | None) -> None:
    if now >= vote.closes_at:
        raise NotNow("over")
    if vote.rules.kind not in APPROVING or not await _has_projects(session, vote.id):
        raise NotNow("ballot")
    seed = token_hex(32)
    # Before the commit that needs it; a key whose commit fails is an unused file and no harm.
    key_print = await make_key(secrets_of(session).vote_keys)
    await _change(session, vote, state="open", key_print=key_print, tie_seed=seed)
    await note(
        session,
        "vote-opened",
        now,
        person=person,
        municipality=vote.municipality,
        subject=votes.subject(vote.id),
        # Committed to before the first ballot, so that nobody can choose the lot afterwards.
        detail={"seed": hashlib.sha256(seed.encode()).hexdigest()},
    )
    await due.plan(session, CLOSE, votes.subject(vote.id), vote.closes_at + SETTLE)
    await edition_dates.plan_reminder(session, vote)


async def stop(session: AsyncSession, id: int, by: By, reason: str) -> None:
    """Nobody votes until it is opened again; ballots that have reached us by now still count."""
    vote = await held(session, id, by, CONDUCTS, "open")
    if by.now >= vote.closes_at:
        raise NotNow("over")
    await _change(session, vote, state="stopped", stopped_at=by.now)
    await record(session, vote, by, "vote-stopped", {"reason": reason})
    await _tell(session, vote, by, {"what": "stopped", "reason": {by.language: reason}})


async def reopen(session: AsyncSession, id: int, by: By, reason: str) -> None:
    """Go on after a stop.

    Raises NotNow("waiting") while an event from the time of the stop waits for its turn: a ballot
    in it would count.
    """
    vote = await held(session, id, by, CONDUCTS, "stopped")
    if by.now >= vote.closes_at:
        raise NotNow("over")
    if await unhandled(session, by.now):
        raise NotNow("waiting")
    await _change(session, vote, state="open", stopped_at=None)
    await record(session, vote, by, "vote-reopened", {"reason": reason})
    await _tell(session, vote, by, {"what": "reopened", "reason": {by.language: reason}})


async def close(session: AsyncSession, id: int, now: datetime) -> None:
    """From the closing hour to the time of objections; the clock's work, nobody's decision.

    Raises NotNow("waiting") while an event that arrived before the hour has not been handled.
    """
    vote = await votes.locked(session, id)
    if vote.state not in ("open", "stopped"):
        raise NotNow("state")
    if now < vote.closes_at + SETTLE:
        raise NotNow("early")
    if await unhandled(session, vote.closes_at):
        raise NotNow("waiting")
    await _change(session, vote, state="objections")
    await note(
        session,
        "vote-closed",
        now,
        municipality=vote.municipality,
        subject=votes.subject(id),
    )
    await due.plan(session, CLOSED, votes.subject(id), now)
    # Promised now: whoever voted is written to at that hour even if the count is late.
    at = vote.results_at
    await due.plan(session, votes.RESULTS, votes.subject(id), at, occurrence=at.isoformat())


async def withdraw(
    session: AsyncSession, id: int, by: By, number: int, reason: Mapping[str, str]
) -> None:
    """Take a project off the ballot; it stays listed with the public reason."""
    vote = await held(
        session, id, by, CONDUCTS, "draft", "announced", "open", "stopped", "objections"
    )
    changed = await session.execute(
        update(Project)
        .where(
            Project.process_id == id,
            Project.number == number,
            Project.withdrawn_reason.is_(None),
        )
        .values(withdrawn_reason=dict(reason))
        .returning(Project.id)
    )
    if changed.first() is None:
        raise NotNow("project")
    await record(session, vote, by, "project-withdrawn", {"number": number, "reason": dict(reason)})
    told = {"what": "withdrawn", "number": number, "reason": dict(reason)}
    await _tell(session, vote, by, told)


async def correct(
    session: AsyncSession, id: int, by: By, change: Correction, reason: Mapping[str, str]
) -> None:
    """Put a project right until voting closes; the public reason stands beside it from then on."""
    vote = await held(session, id, by, CONDUCTS, "draft", "announced", "open", "stopped")
    if vote.state in ("open", "stopped") and by.now >= vote.closes_at:
        raise NotNow("over")
    of_it = (Project.process_id == id, Project.number == change.number)
    column = getattr(Project, change.field)
    query = select(column, Project.zone).where(*of_it, Project.withdrawn_reason.is_(None))
    if (found := (await session.execute(query)).first()) is None:
        raise NotNow("project")
    if change.field == "cost" and change.amount > vote.rules.pots[found.zone]:
        raise NotNow("pot")
    values = {change.field: change.value, "corrected_reason": dict(reason)}
    await session.execute(update(Project).where(*of_it).values(values))
    detail = {"number": change.number, "reason": dict(reason)}
    detail |= {"field": change.field, "before": found[0], "after": change.value}
    await record(session, vote, by, "project-corrected", detail)
    told = {"what": "corrected", "number": change.number, "reason": dict(reason)}
    await _tell(session, vote, by, told)


async def propose_seal(session: AsyncSession, id: int, by: By) -> None:
    """The first of two people: sealing is asked for, and nothing has happened yet."""
    vote = await held(session, id, by, CONDUCTS, "objections")
    await _checked(session, id)
    await _change(session, vote, seal_by=by.person)
    await _log(session, vote, by, "seal-proposed")


async def confirm_seal(session: AsyncSession, id: int, by: By) -> None:
    """The second of two people: the ballots are sealed by a job, and nothing brings them back."""
    vote = await held(session, id, by, WITNESSES, "objections")
    if vote.seal_by is None:
        raise NotNow("state")
    if vote.seal_by == by.person:
        raise NotNow("same-person")
    await _checked(session, id)
    await _change(session, vote, state="sealed", seal_step="copy", sealed_at=by.now)
    await _log(session, vote, by, "seal-confirmed")
    await jobs.ask_for(session, "seal", {"process": id}, by.now)


async def resume_seal(session: AsyncSession, id: int, by: By) -> None:
    """Ask again for a sealing or a count whose job gave up."""
    vote = await held(session, id, by, WITNESSES, "sealed")
    await record(session, vote, by, "seal-resumed")
    await jobs.ask_for(session, "seal", {"process": id}, by.now)


async def _tell(session: AsyncSession, vote: Vote, by: By, news: Mapping[str, Any]) -> None:
    """Before voting opens there is nobody to tell: the list on show says it."""
    if vote.state not in ("draft", "announced"):
        await jobs.ask_for(session, TELL, {"process": vote.id, **news}, by.now)


async def unhandled(session: AsyncSession, before: datetime) -> int:
    """Events that reached us before this moment and wait for their turn."""
    query = select(func.count()).where(Inbox.state == "open", Inbox.received_at < before)
    return int((await session.execute(query)).scalar_one())


async def held(session: AsyncSession, id: int, by: By, roles: frozenset[str], *states: str) -> Vote:
    """The vote, locked, if this person may change it and it is in one of these states.

    Raises NotNow.
    """
    vote = await votes.locked(session, id)
    if vote.municipality != by.municipality:
        raise NotNow("role")
    if not roles & await votes.staff_roles(session, by.person, by.municipality):
        raise NotNow("role")
    if vote.state not in states:
        raise NotNow("state")
    return vote


async def _checked(session: AsyncSession, id: int) -> None:
    """Nothing is sealed while papers, an objection or a lot wait, or figures differ."""
    for problem in (await checks.check(session, id)).problems:
        raise NotNow(problem)


async def _has_projects(session: AsyncSession, id: int) -> bool:
    return any(item.withdrawn is None for item in await votes.projects(session, id))


async def _change(session: AsyncSession, vote: Vote, **values: Any) -> None:
    await session.execute(update(Process).where(Process.id == vote.id).values(**values))


async def record(
    session: AsyncSession, vote: Vote, by: By, action: str, detail: dict[str, Any] | None = None
) -> None:
    """One line of the log about a change; a sealing proposed before it must be proposed again."""
    await unpropose(session, vote)
    await _log(session, vote, by, action, detail)


async def unpropose(session: AsyncSession, vote: Vote) -> None:
    """Whoever wanted to seal wanted to seal what stood there before."""
    if vote.state == "objections" and vote.seal_by is not None:
        await _change(session, vote, seal_by=None)


async def _log(
    session: AsyncSession, vote: Vote, by: By, action: str, detail: dict[str, Any] | None = None
) -> None:
    await note(
        session,
        action,
        by.now,
        person=by.person,
        municipality=vote.municipality,
        subject=votes.subject(vote.id),
        detail=detail,
    )
