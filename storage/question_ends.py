"""What is left of questions when whoever asked or was to answer is gone."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import questions
from storage.tables.questions import Question, QuestionPass, QuestionTurn

BLANKED = "…"  # a reason that was there


async def forget(session: AsyncSession, person: int, now: datetime) -> None:
    """Somebody goes: their words go, and the answers to them.  Counts and public answers stay."""
    query = select(Question.id).where(Question.person_id == person).order_by(Question.id)
    # Held first, as whoever answers holds them: else the two would wait for one another.
    mine = list((await session.execute(query.with_for_update())).scalars())
    for id in mine:
        await questions.hush(session, id)
    await _blank(session, mine, now)
    await leave_to_coordinators(session, person, now)


async def _blank(session: AsyncSession, ids: Sequence[int], now: datetime) -> None:
    theirs = QuestionTurn.question_id.in_(ids)
    closed = update(QuestionTurn).where(theirs, *questions.OPEN).values(closed_at=now)
    for change in (
        closed,
        update(QuestionTurn).where(theirs).values(text="", answer=""),
        update(Question).where(Question.id.in_(ids)).values(name=""),
        update(QuestionPass)
        .where(QuestionPass.question_id.in_(ids), QuestionPass.reason != "")
        .values(reason=BLANKED),
    ):
        await session.execute(change.execution_options(synchronize_session=False))


async def leave_to_coordinators(session: AsyncSession, person: int, now: datetime) -> None:
    """Whoever was to answer is gone from everywhere."""
    query = select(Question.id, Question.municipality_id).where(Question.owner_id == person)
    query = query.order_by(Question.id).with_for_update()
    for row in (await session.execute(query)).all():
        await questions.give(session, row.id, row.municipality_id, None, now)
