"""An idea under review with its checks: held while a step is taken, opened, assigned, logged."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic import review as rules
from bot.civic.edition import Edition
from bot.civic.review import OPENS, Check, NotAllowed, Stage
from storage import due
from storage.conduct import By
from storage.log import note
from storage.tables.ideas import Idea
from storage.tables.people import Municipality, Role
from storage.tables.reviews import Review
from storage.tables.votes import Process

LETTER = "idea-letter"
"""Due at once: one letter to the author; subject the idea, occurrence "<event>:<check>"."""

COORDINATOR, REVIEWER, PARTNER = "coordinator", "reviewer", "partner"
CHECKING = ((REVIEWER,), (COORDINATOR,))
APPEALS = ((REVIEWER, COORDINATOR), (PARTNER,))
"""Who gets a check: of the first group the one with the fewest, else of the next."""


@dataclass(frozen=True, slots=True)
class Case:
    """An idea under review, its row held."""

    id: int
    number: int
    municipality: str
    process: int
    author: int
    state: str
    fix_until: datetime | None
    zone: ZoneInfo
    edition: Edition


@dataclass(frozen=True, slots=True)
class Held:
    """One check of a held idea."""

    id: int
    case: Case
    check: Check
    into: int = 0


async def move(session: AsyncSession, case: Case, step: str, now: datetime, **more: Any) -> int:
    """The idea takes a step: its new state, and the check that opens; the check's id or 0.

    `more` are values of that check.
    """
    state = rules.after(case.state, step)
    await session.execute(quiet(update(Idea).where(Idea.id == case.id).values(state=state)))
    if step not in OPENS:
        return 0
    return await _open(session, case, OPENS[step], now, **more)


async def tell(session: AsyncSession, case: Case, event: str, at: datetime) -> None:
    """A letter to the author, written when `at` has come, in the author's language."""
    await due.plan(session, LETTER, str(case.id), at, person_id=case.author, occurrence=event)


async def locked(session: AsyncSession, idea_id: int, *, hold: bool = True) -> Case:
    """An idea of an edition, held until this transaction ends.  Raises NotAllowed."""
    query = (
        select(
            Idea.id,
            Idea.number,
            Idea.municipality_id,
            Idea.process_id,
            Idea.author_id,
            Idea.state,
            Idea.fix_until,
            Municipality.time_zone,
            Process.edition,
        )
        .join(Municipality, Municipality.id == Idea.municipality_id)
        .join(Process, Process.id == Idea.process_id)
        .where(Idea.id == idea_id, Process.edition.is_not(None))
    )
    if hold:
        query = query.with_for_update(of=Idea)
    row: Any = (await session.execute(query)).first()
    if row is None:
        raise NotAllowed("gone")
    *plain, zone, edition = row
    values = [*plain, ZoneInfo(zone), Edition.from_json(edition)]
    return Case(*values)


async def find_held(session: AsyncSession, id: int, *, hold: bool = True) -> Held:
    """A check with its idea, locked for writing.  Raises NotAllowed."""
    found = await session.execute(select(Review.idea_id).where(Review.id == id))
    idea_id = found.scalar_one_or_none()
    if idea_id is None:
        raise NotAllowed("gone")
    case = await locked(session, idea_id, hold=hold)
    row = (
        await session.execute(
            select(Review).where(Review.id == id).execution_options(populate_existing=True)
        )
    ).scalar_one()
    check = Check(
        row.stage,
        row.state,
        row.reviewer_id,
        case.author,
        row.verdict,
        row.criterion,
        row.reason,
        row.second_id,
        returned=await _returned(session, idea_id),
        before=await _before(session, idea_id) if row.stage == Stage.APPEAL else frozenset(),
    )
    return Held(id, case, check, int((row.checks or {}).get("into", 0)))


async def rejection(session: AsyncSession, idea_id: int) -> Review | None:
    """The check whose verdict stands, appeals left out."""
    query = (
        select(Review)
        .where(Review.idea_id == idea_id, Review.stage != "appeal", Review.state == "done")
        .order_by(Review.id.desc())
        .limit(1)
        .execution_options(populate_existing=True)
    )
    return (await session.execute(query)).scalar_one_or_none()


async def has_role(session: AsyncSession, by: By, *roles: str) -> bool:
    """Whether this person has one of these roles in this municipality."""
    query = select(Role.role).where(
        Role.person_id == by.person,
        Role.municipality_id == by.municipality,
        Role.role.in_(roles),
    )
    return (await session.execute(query)).first() is not None


async def _open(session: AsyncSession, case: Case, stage: Stage, now: datetime, **more: Any) -> int:
    rounds = select(func.coalesce(func.max(Review.round), 0) + 1).where(
        Review.idea_id == case.id, Review.stage == stage
    )
    before = await _before(session, case.id) if stage is Stage.APPEAL else frozenset()
    row = {
        "idea_id": case.id,
        "stage": str(stage),
        "round": (await session.execute(rounds)).scalar_one(),
        "reviewer_id": await assignee(
            session, case, Check(stage, author=case.author, before=before)
        ),
        "due_at": rules.last_moment(now, case.edition.review_days, case.zone),
        "opened_at": now,
        **more,
    }
    id = int((await session.execute(insert(Review).values(row).returning(Review.id))).scalar_one())
    detail = {"review": id, "stage": str(stage)}
    await note(
        session,
        "review-opened",
        now,
        municipality=case.municipality,
        subject=f"idea:{case.id}",
        detail=detail,
    )
    return id


async def assignee(session: AsyncSession, case: Case, check: Check) -> int | None:
    """Who gets this check; None if nobody may."""
    for roles in APPEALS if check.stage == Stage.APPEAL else CHECKING:
        counts = await open_counts(session, case.municipality, roles)
        person = rules.least_busy(counts, rules.excluded(check))
        if person is not None:
            return person
    return None


async def open_counts(
    session: AsyncSession, municipality: str, roles: Iterable[str]
) -> list[tuple[int, int]]:
    """(person, open checks) of everybody with one of these roles."""
    mine = (
        select(func.count())
        .select_from(Review)
        .join(Idea, Idea.id == Review.idea_id)
        .where(Review.reviewer_id == Role.person_id, Review.state == "open")
        .where(Idea.municipality_id == municipality, Idea.state.in_(("reviewing", "appealed")))
        .correlate(Role)
        .scalar_subquery()
    )
    query = (
        select(Role.person_id, mine)
        .where(Role.municipality_id == municipality, Role.role.in_(roles))
        .distinct()
        .order_by(Role.person_id)
    )
    return [(int(person), int(count)) for person, count in await session.execute(query)]


async def _returned(session: AsyncSession, idea_id: int) -> bool:
    query = exists().where(
        Review.idea_id == idea_id, Review.verdict == "fix", Review.state == "done"
    )
    return bool((await session.execute(select(query))).scalar_one())


async def _before(session: AsyncSession, idea_id: int) -> frozenset[int]:
    row = await rejection(session, idea_id)
    people = (row.reviewer_id, row.second_id) if row else ()
    return frozenset(person for person in people if person is not None)


async def change(session: AsyncSession, id: int, **values: Any) -> None:
    """Write to one check."""
    await session.execute(quiet(update(Review).where(Review.id == id).values(**values)))


async def log_step(
    session: AsyncSession,
    held: Held,
    by: By,
    action: str,
    check: Check,
    more: dict[str, Any] | None = None,
) -> None:
    """One line of the append-only log; ids and codes."""
    known = {"review": held.id, "stage": check.stage, "verdict": check.verdict}
    detail = {**known, "criterion": check.criterion, **(more or {})}
    await note(
        session,
        action,
        by.now,
        person=by.person,
        municipality=held.case.municipality,
        subject=f"idea:{held.case.id}",
        detail=detail,
    )


def quiet(statement: Any) -> Any:
    """The session need not follow: what changes is not read from it again."""
    return statement.execution_options(synchronize_session=False)
