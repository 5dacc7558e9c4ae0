"""Questions as whoever answers knows them: answered, passed on, assigned, owed, counted."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

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


async def year(session: AsyncSession, municipality: str, now: datetime) -> Figures:
    """How fast answers came in the last year; counts only."""
    here = Question.municipality_id == municipality
    joined: Any = (
        select(QuestionTurn.asked_at, QuestionTurn.due_at, QuestionTurn.answered_at)
        .join(Question, Question.id == QuestionTurn.question_id)
        .where(here)
    )
    done = joined.where(QuestionTurn.answered_at > now - YEAR)
    answers = [Answered(*row) for row in await session.execute(done)]
    open_ones = [row.due_at for row in await session.execute(joined.where(*OPEN))]
    hours = await answer_routes.hours(session, municipality)
    return figures(answers, open_ones, now, hours.office)


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
