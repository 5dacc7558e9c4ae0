"""Answers that everybody may read: with the asker's consent, once nobody can be recognised."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.nearest import nearest
from bot.civic.search import search
from storage import due, question_desk, questions
from storage.conduct import By, NotNow
from storage.log import note
from storage.questions import Thread, Turn
from storage.staff import COORDINATOR
from storage.tables.questions import PublicAnswer, Question, QuestionTurn

SEARCHED = 150  # the newest answers that words are looked for in; 20 ms
LISTED = 100


@dataclass(frozen=True, slots=True)
class Public:
    """A question and its answer as everybody reads them."""

    turn: int
    topic: str
    question: str
    answer: str
    published_at: datetime
    municipality: str


PUBLIC = select(
    PublicAnswer.turn_id,
    PublicAnswer.topic,
    PublicAnswer.question,
    PublicAnswer.answer,
    PublicAnswer.published_at,
    PublicAnswer.municipality_id,
)


async def newest(session: AsyncSession, municipality: str, at_most: int = LISTED) -> list[Public]:
    """What everybody may read here, the newest first."""
    query = (
        PUBLIC.where(PublicAnswer.municipality_id == municipality)
        .order_by(PublicAnswer.published_at.desc(), PublicAnswer.turn_id.desc())
        .limit(at_most)
    )
    return [Public(*row) for row in await session.execute(query)]


async def any_public(session: AsyncSession, municipality: str) -> bool:
    """Whether there is something to read."""
    return bool(await newest(session, municipality, 1))


async def find(session: AsyncSession, turn: str | int) -> Public | None:
    """One of them; `turn` may be what a button carried."""
    if not str(turn).isdecimal():
        return None
    row = (await session.execute(PUBLIC.where(PublicAnswer.turn_id == int(turn)))).first()
    return Public(*row) if row else None


async def like(session: AsyncSession, municipality: str, asked: str) -> list[Public]:
    """Up to three that may be the answer to a question somebody is about to send."""
    found = await newest(session, municipality, SEARCHED)
    return [found[place] for place in nearest(asked, [one.question for one in found])]


async def with_words(session: AsyncSession, municipality: str, words: str) -> list[Public]:
    """Those with these words, the best first; where none has all of them, the nearest."""
    found = await newest(session, municipality, SEARCHED)
    places = search(words, [(one.question, one.answer) for one in found])
    places = places or nearest(words, [one.question for one in found])
    return [found[place] for place in places]


async def count_help(session: AsyncSession, turn: int) -> None:
    """It has spared somebody the asking."""
    row = update(PublicAnswer).where(PublicAnswer.turn_id == turn)
    await session.execute(_quiet(row.values(helped=PublicAnswer.helped + 1)))


async def to_check(session: AsyncSession, person: int, municipality: str) -> list[tuple[int, str]]:
    """Answers that may become public, by turn with the question.

    A coordinator sees all, others what they have answered themselves.
    """
    roles = await question_desk.roles(session, person, municipality)
    if not roles:
        return []
    query = (
        select(QuestionTurn.id, QuestionTurn.text)
        .join(Question, Question.id == QuestionTurn.question_id)
        .where(
            Question.municipality_id == municipality,
            Question.may_publish,
            Question.person_id != person,
            QuestionTurn.answer != "",
            ~QuestionTurn.kept_back,
            ~exists().where(PublicAnswer.turn_id == QuestionTurn.id),
        )
        .order_by(QuestionTurn.answered_at, QuestionTurn.id)
    )
    if COORDINATOR not in roles:
        query = query.where(QuestionTurn.answered_by == person)
    return [(int(id), text) for id, text in await session.execute(query)]


async def may_check(session: AsyncSession, person: int, thread: Thread, turn: Turn) -> bool:
    """Whether somebody may take personal data out of an answer and show it."""
    if not turn.answer or turn.kept_back or not thread.may_publish or thread.person == person:
        return False
    if await find(session, turn.id):
        return False
    roles = await question_desk.roles(session, person, thread.municipality)
    return COORDINATOR in roles or (turn.answered_by == person and bool(roles))


async def publish(session: AsyncSession, turn: int, by: By, question: str, answer: str) -> None:
    """Everybody may read it, as it was edited by somebody who says that nobody can be recognised.

    Raises NotNow.  That the asker agrees is a constraint of the table.
    """
    thread, kept = await _held(session, turn, by)
    row = {
        "turn_id": turn,
        "question_id": thread.id,
        "agreed": True,
        "municipality_id": thread.municipality,
        "topic": thread.topic,
        "language": thread.language,
        "question": question,
        "answer": answer,
        "checked_by": by.person,
        "published_at": by.now,
    }
    await session.execute(insert(PublicAnswer).values(row))
    await due.plan(session, questions.PUBLISHED, f"turn:{kept.id}", by.now)
    await _log(session, "answer-published", by, turn)


async def keep_back(session: AsyncSession, turn: int, by: By) -> None:
    """It stays between the asker and the municipality.  Raises NotNow."""
    await _held(session, turn, by)
    await _shelve(session, turn)
    await _log(session, "answer-kept-back", by, turn)


async def take_down(session: AsyncSession, turn: int, by: By) -> None:
    """A coordinator hides what was public.  Raises NotNow."""
    roles = await question_desk.roles(session, by.person, by.municipality)
    found = await find(session, turn)
    if COORDINATOR not in roles or found is None or found.municipality != by.municipality:
        raise NotNow("role")
    await session.execute(_quiet(delete(PublicAnswer).where(PublicAnswer.turn_id == turn)))
    await _shelve(session, turn)
    await _log(session, "answer-taken-down", by, turn)


async def _held(session: AsyncSession, turn: int, by: By) -> tuple[Thread, Turn]:
    found = await questions.find_turn(session, turn)
    thread = await questions.held(session, found.question) if found else None
    if found is None or thread is None or thread.municipality != by.municipality:
        raise NotNow("role")
    if not thread.may_publish:
        raise NotNow("consent")
    if not await may_check(session, by.person, thread, found):
        raise NotNow("role")
    return thread, found


async def _shelve(session: AsyncSession, turn: int) -> None:
    row = update(QuestionTurn).where(QuestionTurn.id == turn)
    await session.execute(_quiet(row.values(kept_back=True)))


async def _log(session: AsyncSession, action: str, by: By, turn: int) -> None:
    who, place = by.person, by.municipality
    await note(session, action, by.now, person=who, municipality=place, subject=f"turn:{turn}")


def _quiet(statement: Any) -> Any:
    return statement.execution_options(synchronize_session=False)
