"""Ideas that somebody finds should not be shown: reported by citizens, decided by a coordinator."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.proposals import UNSEEN, urgent
from storage import due
from storage.conduct import By
from storage.log import note
from storage.owed import Owed
from storage.staff import is_staff
from storage.tables.ideas import Idea, IdeaReport

JUDGED = "idea-judged"
"""Due at once after a decision: author and reporters are told.  Subject: the idea, version: 1 if it
is hidden, occurrence: the moment as the reports hold it."""


class Judged(Exception):
    """Nothing is left to decide about this idea."""


@dataclass(frozen=True, slots=True)
class Pending:
    """An idea that waits for a decision, and why it was reported."""

    idea_id: int
    first_at: datetime
    reasons: Counter[str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided about an idea."""

    id: int
    number: int
    title: str
    municipality: str
    author: int
    reason: str


async def report(
    session: AsyncSession, idea_id: int, person_id: int, why: str, now: datetime
) -> None:
    """Say that an idea should not be shown; the second time is a violated constraint."""
    row = {"idea_id": idea_id, "person_id": person_id, "why": why, "at": now}
    await session.execute(insert(IdeaReport).values(row))


async def reported(session: AsyncSession, idea_id: int, person_id: int) -> bool:
    """Whether this person has said so."""
    query = select(IdeaReport.idea_id).where(
        IdeaReport.idea_id == idea_id, IdeaReport.person_id == person_id
    )
    return (await session.execute(query)).first() is not None


async def pending(session: AsyncSession, municipality: str, person_id: int) -> list[Pending]:
    """Ideas that this coordinator is to decide on, the longest waiting first; never one's own."""
    query = (
        select(IdeaReport.idea_id, IdeaReport.why, IdeaReport.at)
        .join(Idea, Idea.id == IdeaReport.idea_id)
        .where(
            Idea.municipality_id == municipality,
            Idea.author_id != person_id,
            Idea.state.not_in(UNSEEN),
            IdeaReport.decided_at.is_(None),
        )
        .order_by(IdeaReport.at)
    )
    by_idea: dict[int, list[tuple[str, datetime]]] = defaultdict(list)
    for idea_id, why, at in await session.execute(query):
        by_idea[idea_id].append((why, at))
    return [
        Pending(id, found[0][1], Counter(why for why, _ in found))
        for id, found in by_idea.items()
        if urgent([why for why, _ in found])
    ]


async def owed(
    session: AsyncSession, person_id: int, municipality: str, now: datetime
) -> list[Owed]:
    """For a coordinator: how many reported ideas wait for a decision."""
    if not await is_staff(session, person_id, municipality):
        return []
    found = await pending(session, municipality, person_id)
    return [Owed("reports", len(found), None, f"reports:{municipality}")] if found else []


async def decide(session: AsyncSession, idea_id: int, by: By, hide: bool, reason: str) -> None:
    """Hide the idea or let it stand; everybody concerned is told why.  Raises Judged."""
    held = select(Idea.id).where(Idea.id == idea_id, Idea.municipality_id == by.municipality)
    if (await session.execute(held.with_for_update())).first() is None:
        raise Judged
    decision = {"decided_by": by.person, "decided_at": by.now, "upheld": hide, "reason": reason}
    reports = (
        update(IdeaReport)
        .where(IdeaReport.idea_id == idea_id, IdeaReport.decided_at.is_(None))
        .values(decision)
        .returning(IdeaReport.person_id)
    )
    if not (await session.execute(_quiet(reports))).all():
        raise Judged
    if hide:
        await session.execute(_quiet(update(Idea).where(Idea.id == idea_id).values(state="hidden")))
    await due.plan(
        session,
        JUDGED,
        str(idea_id),
        by.now,
        occurrence=by.now.isoformat(),
        version=int(hide),
    )
    action, who = "idea-hidden" if hide else "idea-left", by.person
    place, subject = by.municipality, f"idea:{idea_id}"
    await note(session, action, by.now, person=who, municipality=place, subject=subject)


async def verdict(session: AsyncSession, idea_id: int, at: datetime) -> Verdict | None:
    """What was decided about an idea at this moment."""
    query = (
        select(
            Idea.id,
            Idea.number,
            Idea.title,
            Idea.municipality_id,
            Idea.author_id,
            IdeaReport.reason,
        )
        .join(IdeaReport, IdeaReport.idea_id == Idea.id)
        .where(Idea.id == idea_id, IdeaReport.decided_at == at)
        .limit(1)
    )
    row = (await session.execute(query)).first()
    return Verdict(*row) if row else None


async def hidden_because(session: AsyncSession, idea_id: int) -> str:
    """The reason for which an idea is hidden; '' if it is not."""
    query = (
        select(IdeaReport.reason)
        .where(IdeaReport.idea_id == idea_id, IdeaReport.upheld.is_(True))
        .order_by(IdeaReport.decided_at.desc())
        .limit(1)
    )
    return (await session.execute(query)).scalar_one_or_none() or ""


def _quiet(statement: Any) -> Any:
    return statement.execution_options(synchronize_session=False)
