"""Questions and changes about learners: where somebody stands in a course."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.civic.course import Standing
from storage import due
from storage.tables.academy import Learner, LessonProgress, QuizAnswer

NUDGE = "learn-nudge"
"""The due-row after which somebody who has stopped learning is asked back; "learner:<id>"."""

IDLE = {"1": timedelta(days=5), "2": timedelta(days=26)}
"""After so long without a step, by occurrence.  There is no third letter."""


@dataclass(frozen=True, slots=True)
class Learning:
    """Somebody on a track of a version of a course."""

    id: int
    person: int
    course: str
    version: int
    track: str
    started_at: datetime
    active_at: datetime
    finished_at: datetime | None


async def begin(
    session: AsyncSession, person_id: int, way: tuple[str, int, str], now: datetime
) -> int:
    """The learner on this course, version and track; begun once, however often it is asked for."""
    course, version, track = way
    row = {"course": course, "version": version, "track": track}
    new = _insert(session, Learner).values(
        person_id=person_id, started_at=now, active_at=now, **row
    )
    await session.execute(new.on_conflict_do_nothing())
    mine = select(Learner.id).where(Learner.person_id == person_id).filter_by(**row)
    learner = int((await session.execute(mine)).scalar_one())
    await _remind(session, learner, person_id, now)
    return learner


async def learnings(session: AsyncSession, person_id: int) -> list[Learning]:
    """All courses of a person, the one they were in last first."""
    query = _learnings().where(Learner.person_id == person_id)
    rows = await session.execute(query.order_by(Learner.active_at.desc(), Learner.id.desc()))
    return [Learning(*row) for row in rows]


async def learning(session: AsyncSession, id: int, person_id: int) -> Learning | None:
    """One of this person's own."""
    query = _learnings().where(Learner.id == id, Learner.person_id == person_id)
    row = (await session.execute(query)).first()
    return Learning(*row) if row else None


async def standings(session: AsyncSession, learner: int) -> dict[str, Standing]:
    """By lesson how far they are; a lesson that is not begun is missing."""
    query = select(
        LessonProgress.lesson,
        LessonProgress.card,
        LessonProgress.acted_at.is_not(None),
        LessonProgress.passed_at.is_not(None),
    ).where(LessonProgress.learner_id == learner)
    return {row[0]: Standing(row[1], row[2], row[3]) for row in await session.execute(query)}


async def turn_to(
    session: AsyncSession, learner: Learning, lesson: str, card: str, now: datetime
) -> None:
    """Note the card that is in view now."""
    await _progress(session, learner, lesson, now, card=card)


async def act(session: AsyncSession, learner: Learning, lesson: str, now: datetime) -> None:
    """The lesson's task is done."""
    await _progress(session, learner, lesson, now, acted_at=now)


async def attempts(session: AsyncSession, learner: int, lesson: str) -> list[dict[str, bool]]:
    """What was asked in each attempt at a quiz, and whether it was answered rightly."""
    query = select(QuizAnswer.attempt, QuizAnswer.question, QuizAnswer.right)
    mine = query.where(QuizAnswer.learner_id == learner, QuizAnswer.lesson == lesson)
    found: dict[int, dict[str, bool]] = {}
    for attempt, question, right in await session.execute(mine.order_by(QuizAnswer.attempt)):
        found.setdefault(attempt, {})[question] = right
    return list(found.values())


async def answer(
    session: AsyncSession,
    learner: Learning,
    quiz: tuple[str, int],
    answered: tuple[str, bool],
    now: datetime,
) -> None:
    """An answer in an attempt (lesson, number): the question, and whether it was right.

    Only the first answer to it counts: its explanation has been read since.
    """
    values = {"learner_id": learner.id, "lesson": quiz[0], "attempt": quiz[1], "at": now}
    new = _insert(session, QuizAnswer).values(question=answered[0], right=answered[1], **values)
    await session.execute(new.on_conflict_do_nothing())
    await _active(session, learner, now)


async def pass_lesson(session: AsyncSession, learner: Learning, lesson: str, now: datetime) -> None:
    """The quiz is passed; a lesson that was passed before stays so since then."""
    await _progress(session, learner, lesson, now)
    passed = update(LessonProgress).where(
        LessonProgress.learner_id == learner.id,
        LessonProgress.lesson == lesson,
        LessonProgress.passed_at.is_(None),
    )
    await session.execute(_quiet(passed.values(passed_at=now)))


async def finish(session: AsyncSession, learner: Learning, now: datetime) -> bool:
    """All lessons are passed.  False if that was known already."""
    ended = update(Learner).where(Learner.id == learner.id, Learner.finished_at.is_(None))
    ended = ended.values(finished_at=now).returning(Learner.id)
    first = (await session.execute(_quiet(ended))).first() is not None
    await due.cancel(session, NUDGE, f"learner:{learner.id}")
    return first


async def idle(session: AsyncSession, id: int) -> Learning | None:
    """A learner who is not through yet."""
    query = _learnings().where(Learner.id == id, Learner.finished_at.is_(None))
    row = (await session.execute(query)).first()
    return Learning(*row) if row else None


async def join(session: AsyncSession, kept: int, gone: int) -> None:
    """Of two people who are one: where both are on the same way, what either has passed holds."""
    mine, theirs = aliased(Learner), aliased(Learner)
    same = (
        mine.course == theirs.course,
        mine.version == theirs.version,
        mine.track == theirs.track,
    )
    pairs = select(mine.id, theirs.id).where(
        mine.person_id == kept, theirs.person_id == gone, *same
    )
    for to, of in (await session.execute(pairs)).all():
        await _take_over(session, to, of)


async def _take_over(session: AsyncSession, to: int, of: int) -> None:
    row = LessonProgress
    theirs = select(row.lesson, row.card, row.acted_at, row.passed_at).where(row.learner_id == of)
    for lesson, card, acted_at, passed_at in (await session.execute(theirs)).all():
        values = {"card": card, "acted_at": acted_at, "passed_at": passed_at}
        new = _insert(session, row).values(learner_id=to, lesson=lesson, **values)
        kept = {
            "acted_at": func.coalesce(row.acted_at, acted_at),
            "passed_at": func.coalesce(row.passed_at, passed_at),
        }
        await session.execute(
            new.on_conflict_do_update(index_elements=["learner_id", "lesson"], set_=kept)
        )


async def _progress(
    session: AsyncSession, learner: Learning, lesson: str, now: datetime, **values: Any
) -> None:
    new = _insert(session, LessonProgress).values(learner_id=learner.id, lesson=lesson, **values)
    key = ["learner_id", "lesson"]
    kept = (
        new.on_conflict_do_update(index_elements=key, set_=values)
        if values
        else new.on_conflict_do_nothing(index_elements=key)
    )
    await session.execute(kept)
    await _active(session, learner, now)


async def _active(session: AsyncSession, learner: Learning, now: datetime) -> None:
    """Learning goes on: the letter to whoever has stopped waits anew, moved once a day."""
    moved = update(Learner).where(Learner.id == learner.id).values(active_at=now)
    await session.execute(_quiet(moved))
    if learner.finished_at is None and now.date() != learner.active_at.date():
        await _remind(session, learner.id, learner.person, now)


async def _remind(session: AsyncSession, learner: int, person_id: int, now: datetime) -> None:
    for occurrence, after in IDLE.items():
        await due.plan(
            session,
            NUDGE,
            f"learner:{learner}",
            now + after,
            person_id=person_id,
            occurrence=occurrence,
            useful_until=now + after + timedelta(days=7),
        )


def _learnings() -> Any:
    return select(
        Learner.id,
        Learner.person_id,
        Learner.course,
        Learner.version,
        Learner.track,
        Learner.started_at,
        Learner.active_at,
        Learner.finished_at,
    )


def _insert(session: AsyncSession, table: Any) -> Any:
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    return engine.insert(table)


def _quiet(statement: Any) -> Any:
    return statement.execution_options(synchronize_session=False)
