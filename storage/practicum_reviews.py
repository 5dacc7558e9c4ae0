"""Reviews of teams' work: asked for, decided by the rubric, and what came of them.

Who is asked to do one is `practicum_mentors`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.practicum import STEPS, enough_people, mixed, passes
from bot.civic.review import NotAllowed
from storage import due, practicum, practicum_mentors, practicum_pieces
from storage.log import note
from storage.practicum import Crew
from storage.tables.people import Person
from storage.tables.practicum import Team, TeamCall, TeamReview

DECIDED = "team-decided"
"""Due: a member learns what the mentor decided; subject "review:<id>"."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a mentor decides: marks by point, words, and the steps to change if it is no pass."""

    scores: Mapping[str, int]
    words: str = ""
    steps: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review as its team reads it.  `mentor` is a name, "" while nobody is asked."""

    id: int
    team: int
    asked_at: datetime
    verdict: str
    scores: dict[str, int]
    steps: list[str]
    words: str
    done_at: datetime | None
    mentor: str
    due_at: datetime | None


async def ask(session: AsyncSession, id: int, person: int, now: datetime) -> Reviewed:
    """Ask for the review of the whole.  Raises NotAllowed; a second one violates a constraint."""
    await practicum.hold(session, id)
    team = await practicum.own(session, id, person)
    if team is None:
        raise NotAllowed("gone")
    if team.accepted_at is not None:
        raise NotAllowed("accepted")
    if await lacking(session, id):
        raise NotAllowed("missing")
    row = {"team_id": id, "asked_by": person, "asked_at": now}
    added = insert(TeamReview).values(row).returning(TeamReview.id)
    review = int((await session.execute(added)).scalar_one())
    await practicum_mentors.assign(session, review, now)
    await _log(session, team, "team-asked", person, now)
    asked = await last(session, id)
    assert asked is not None
    return asked


async def lacking(session: AsyncSession, id: int) -> list[str]:
    """What is still to do before a review: "people", "mixed", and ids of steps.

    Who is in it is looked at before the first review only: a team may shrink in its course.
    """
    sides = [member.side for member in await practicum.members(session, id)]
    first = await last(session, id) is None
    people = [] if enough_people(sides) or not first else ["people"]
    both = [] if mixed(sides) or not first else ["mixed"]
    complete = await practicum_pieces.standing(session, id)
    return [*people, *both, *(step for step in STEPS if not complete[step])]


async def decide(
    session: AsyncSession, id: int, mentor: int, judged: Judged, now: datetime
) -> bool:
    """The mentor's decision, by the rubric; whether it is a pass.  Raises NotAllowed."""
    call = await practicum_mentors.held(session, id, mentor)
    team = await practicum.find(session, call.team)
    assert team is not None
    passed = passes(judged.scores)
    if not passed and not (judged.words and set(judged.steps) & set(STEPS)):
        raise NotAllowed("words")
    await practicum_mentors.end(session, call, "done", now)
    values = {
        "verdict": "accepted" if passed else "revise",
        "scores": dict(judged.scores),
        "steps": [] if passed else list(judged.steps),
        "words": judged.words,
        "done_at": now,
    }
    await session.execute(_quiet(update(TeamReview).where(TeamReview.id == id).values(values)))
    if passed:
        accepted = update(Team).where(Team.id == team.id).values(accepted_at=now)
        await session.execute(_quiet(accepted))
    await tell(session, team.id, DECIDED, f"review:{id}", now)
    await _log(session, team, f"team-{values['verdict']}", mentor, now)
    return passed


async def tell(session: AsyncSession, team: int, kind: str, subject: str, now: datetime) -> None:
    """Promise every member a letter."""
    for member in await practicum.members(session, team):
        await due.plan(session, kind, subject, now, person_id=member.person)


async def last(session: AsyncSession, team: int) -> Reviewed | None:
    """The newest review of a team, open or done."""
    newest = select(TeamReview.id).where(TeamReview.team_id == team)
    id = (await session.execute(newest.order_by(TeamReview.id.desc()).limit(1))).scalar()
    return await find(session, id) if id is not None else None


async def before(session: AsyncSession, review: int) -> Reviewed | None:
    """The review that sent the work back before this one."""
    team = select(TeamReview.team_id).where(TeamReview.id == review).scalar_subquery()
    earlier = select(TeamReview.id).where(TeamReview.team_id == team, TeamReview.id < review)
    id = (await session.execute(earlier.order_by(TeamReview.id.desc()).limit(1))).scalar()
    return await find(session, id) if id is not None else None


async def find(session: AsyncSession, id: int) -> Reviewed | None:
    """A review with whoever was asked last, which is its mentor if it is open or done."""
    row = (await session.execute(_reviews().where(TeamReview.id == id))).first()
    return Reviewed(*row) if row else None


def _reviews() -> Select[*tuple[Any, ...]]:
    return (
        select(
            TeamReview.id,
            TeamReview.team_id,
            TeamReview.asked_at,
            TeamReview.verdict,
            TeamReview.scores,
            TeamReview.steps,
            TeamReview.words,
            TeamReview.done_at,
            func.coalesce(Person.name, ""),
            TeamCall.due_at,
        )
        .outerjoin(TeamCall, (TeamCall.review_id == TeamReview.id) & TeamCall.why.in_(("", "done")))
        .outerjoin(Person, Person.id == TeamCall.mentor_id)
    )


async def _log(session: AsyncSession, team: Crew, act: str, person: int, now: datetime) -> None:
    subject, place = f"team:{team.id}", team.municipality
    await note(session, act, now, person=person, municipality=place, subject=subject)


def _quiet(statement: Any) -> Any:
    return statement.execution_options(synchronize_session=False)
