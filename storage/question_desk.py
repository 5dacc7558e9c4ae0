"""Questions as whoever answers knows them: answered, passed on, assigned, owed, counted."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, TypeVar

from sqlalchemy import func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.answering import YEAR, Answered, Figures, figures
from storage import answer_routes, due, questions
from storage.conduct import By, NotNow
from storage.log import note
from storage.owed import Owed
from storage.questions import OPEN, Thread, Turn
from storage.staff import ANSWERING, COORDINATOR, REVIEWER
from storage.tables.people import Role
from storage.tables.questions import Question, QuestionPass, QuestionTurn

T = TypeVar("T")

PASSED, ASSIGNED = "passed", "assigned"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question that waits for its answer, as a list shows it."""

    id: int
    addressee: str
    topic: str
    text: str
    due_at: datetime
    owner: int | None


@dataclass(frozen=True, slots=True)
class Passed:
    """How a question came to its owner the last time."""

    to: int | None
    reason: str
    at: datetime


Unit = tuple[str, str]
"""Whom people ask, and on which topic."""


@dataclass(frozen=True, slots=True)
class Year:
    """How fast a municipality answers: on the whole, and each unit of it."""

    whole: Figures
    units: dict[Unit, Figures]


async def roles(session: AsyncSession, person: int, municipality: str) -> set[str]:
    """What somebody may do with questions of this municipality."""
    query = select(Role.role).where(
        Role.person_id == person,
        Role.municipality_id == municipality,
        Role.role.in_(ANSWERING),
    )
    return set((await session.execute(query)).scalars())


async def may(session: AsyncSession, person: int, thread: Thread) -> bool:
    """Whether somebody may read and answer: the owner, or a coordinator; never the asker."""
    if thread.person == person:
        return False
    had = await roles(session, person, thread.municipality)
    return COORDINATOR in had or (thread.owner == person and bool(had))


async def waiting(session: AsyncSession, person: int, municipality: str) -> list[Waiting]:
    """What this person is to answer here, the most urgent first."""
    if not await roles(session, person, municipality):
        return []
    return await _waiting(session, municipality, Question.owner_id == person)


async def all_waiting(session: AsyncSession, municipality: str) -> list[Waiting]:
    """Everything that waits here, for coordinators."""
    return await _waiting(session, municipality)


async def _waiting(session: AsyncSession, municipality: str, *more: Any) -> list[Waiting]:
    query = (
        select(
            Question.id,
            Question.addressee,
            Question.topic,
            QuestionTurn.text,
            QuestionTurn.due_at,
            Question.owner_id,
        )
        .join(QuestionTurn, QuestionTurn.question_id == Question.id)
        .where(Question.municipality_id == municipality, *OPEN, *more)
        .order_by(QuestionTurn.due_at, Question.id)
    )
    return [Waiting(*row) for row in await session.execute(query)]


async def answer(session: AsyncSession, id: int, by: By, words: str) -> Turn:
    """Answer what waits in a thread, once.  Raises NotNow."""
    thread, turn = await _held(session, id, by)
    values = {"answer": words, "answered_by": by.person, "answered_at": by.now}
    changed = update(QuestionTurn).where(QuestionTurn.id == turn.id).values(values)
    await session.execute(_quiet(changed))
    await questions.hush(session, id)
    await due.plan(session, questions.ANSWERED, f"turn:{turn.id}", by.now)
    await _log(session, "question-answered", thread, by, {"turn": turn.id})
    return turn


async def pass_on(session: AsyncSession, id: int, by: By, to: int | None, reason: str) -> None:
    """Another person answers (None: whoever the coordinators find); the day stays what it was.

    Raises NotNow.  Only a coordinator needs no reason.
    """
    thread, _ = await _held(session, id, by)
    if to is not None and (
        to in (thread.owner, thread.person) or not await roles(session, to, thread.municipality)
    ):
        raise NotNow("person")
    if to is None and thread.owner is None:
        raise NotNow("person")
    boss = COORDINATOR in await roles(session, by.person, thread.municipality)
    row = {
        "question_id": id,
        "kind": ASSIGNED if boss else PASSED,
        "by_id": by.person,
        "from_id": thread.owner,
        "to_id": to,
        "reason": reason,
        "at": by.now,
    }
    await session.execute(insert(QuestionPass).values(row))
    await questions.give(session, id, thread.municipality, to, by.now)
    await _log(session, "question-passed", thread, by, {"from": thread.owner, "to": to})


async def passed(session: AsyncSession, thread: Thread, turn: Turn) -> Passed | None:
    """The step by which what waits came to its owner; None if it was routed there."""
    query = (
        select(QuestionPass.to_id, QuestionPass.reason, QuestionPass.at)
        .where(QuestionPass.question_id == thread.id, QuestionPass.at >= turn.asked_at)
        .order_by(QuestionPass.id.desc())
        .limit(1)
    )
    row = (await session.execute(query)).first()
    return Passed(*row) if row and row.to_id == thread.owner else None


async def hand_on(
    session: AsyncSession, person: int, municipality: str, heir: int | None, now: datetime
) -> int:
    """Somebody stops working here: how many waiting questions went on to the heir, or to nobody."""
    await answer_routes.drop_routes(session, municipality, person)
    able = heir is not None and bool(await roles(session, heir, municipality))
    query = (
        select(Question.id, Question.person_id)
        .where(Question.owner_id == person, Question.municipality_id == municipality)
        .order_by(Question.id)
    )
    rows = [tuple(row) for row in await session.execute(query)]
    for id, asker in rows:
        await questions.give(
            session, id, municipality, heir if able and heir != asker else None, now
        )
    return len(rows)


async def owed(session: AsyncSession, person: int, municipality: str, now: datetime) -> list[Owed]:
    """Answers that are owed: the owner's, and for a coordinator nobody's and the late ones."""
    had = await roles(session, person, municipality) & {COORDINATOR, REVIEWER}
    if not had:
        return []
    mine = Question.owner_id == person
    if COORDINATOR in had:
        mine = or_(mine, Question.owner_id.is_(None), QuestionTurn.due_at < now)
    query = (
        select(func.count(), func.min(QuestionTurn.due_at))
        .select_from(QuestionTurn)
        .join(Question, Question.id == QuestionTurn.question_id)
        .where(Question.municipality_id == municipality, *OPEN, mine)
    )
    count, first = (await session.execute(query)).one()
    return [Owed("questions", int(count), first, f"answers:{municipality}")] if count else []


async def year(session: AsyncSession, municipality: str, now: datetime) -> Year:
    """How fast answers came in the last year; counts only."""
    joined: Any = (
        select(
            Question.addressee,
            Question.topic,
            QuestionTurn.asked_at,
            QuestionTurn.due_at,
            QuestionTurn.answered_at,
        )
        .join(Question, Question.id == QuestionTurn.question_id)
        .where(Question.municipality_id == municipality)
    )
    answers: defaultdict[Unit, list[Answered]] = defaultdict(list)
    for whom, topic, *times in await session.execute(
        joined.where(QuestionTurn.answered_at > now - YEAR)
    ):
        answers[whom, topic].append(Answered(*times))
    waiting: defaultdict[Unit, list[datetime]] = defaultdict(list)
    for row in await session.execute(joined.where(*OPEN)):
        waiting[row.addressee, row.topic].append(row.due_at)
    office = (await answer_routes.hours(session, municipality)).office
    units = {
        unit: figures(answers[unit], waiting[unit], now, office)
        for unit in sorted(answers.keys() | waiting.keys())
    }
    whole = figures(_all(answers), _all(waiting), now, office)
    return Year(whole, units)


def _all(kept: Mapping[Unit, list[T]]) -> list[T]:
    return list(chain.from_iterable(kept.values()))


async def _held(session: AsyncSession, id: int, by: By) -> tuple[Thread, Turn]:
    """A thread in which something waits, if this person may do something about it."""
    thread = await questions.held(session, id)
    if thread is None or thread.municipality != by.municipality:
        raise NotNow("role")
    if not await may(session, by.person, thread):
        raise NotNow("role")
    for turn in await questions.turns(session, id):
        if turn.open:
            return thread, turn
    raise NotNow("state")


async def _log(
    session: AsyncSession, action: str, thread: Thread, by: By, detail: dict[str, Any]
) -> None:
    await note(
        session,
        action,
        by.now,
        person=by.person,
        municipality=thread.municipality,
        subject=questions.subject(thread.id),
        detail=detail,
    )


def _quiet(statement: Any) -> Any:
    return statement.execution_options(synchronize_session=False)
