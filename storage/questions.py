"""Questions as their askers know them: asked, asked further, taken back, rated."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic import answering
from bot.civic.answering import Reminder
from storage import answer_routes, due, trainers
from storage.answer_routes import Hours
from storage.log import note
from storage.tables.meetings import Meeting
from storage.tables.people import Person
from storage.tables.questions import PublicAnswer, Question, QuestionTurn

ROUTED = "question-routed"
"""Due: whoever is to answer hears of it; subject "question:<id>", occurrence the moment."""

REMIND = "question-remind"
"""Due: a reminder; subject "question:<id>", occurrence "<turn's position>-<which>"."""

ANSWERED = "question-answered"
"""Due: the answer goes to the asker; subject "turn:<id>"."""

PUBLISHED = "question-published"
"""Due: the asker reads what everybody can read now; subject "turn:<id>"."""

WAITING = 5  # questions of one person that may wait for an answer at the same time


class TooMany(Exception):
    """This person has asked enough for the moment."""


class NotOpen(Exception):
    """There is nothing to answer, or nothing yet to ask further."""


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """A question as its asker has confirmed it; `name` only if they tell it.

    One about a seminar (`meeting`) goes to its `trainer`.
    """

    municipality: str
    person: int
    addressee: str
    topic: str
    text: str
    language: str
    name: str = ""
    may_publish: bool = False
    meeting: int | None = None
    trainer: int | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """A question with all that was asked further; `seminar` is the title of the one it is about."""

    id: int
    municipality: str
    person: int
    name: str
    addressee: str
    topic: str
    owner: int | None
    language: str
    may_publish: bool
    asked_at: datetime
    seminar: dict[str, str] | None


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a thread, with its answer if there is one."""

    id: int
    question: int
    position: int
    text: str
    asked_at: datetime
    due_at: datetime
    answer: str
    answered_by: int | None
    answered_at: datetime | None
    closed_at: datetime | None
    rating: str
    kept_back: bool

    @property
    def open(self) -> bool:
        return self.answered_at is None and self.closed_at is None


THREAD: Any = select(
    Question.id,
    Question.municipality_id,
    Question.person_id,
    Question.name,
    Question.addressee,
    Question.topic,
    Question.owner_id,
    Question.language,
    Question.may_publish,
    Question.asked_at,
    select(Meeting.title).where(Meeting.id == Question.meeting_id).scalar_subquery(),
)
THREADED = 11  # columns of a thread
TURN: Any = select(
    QuestionTurn.id,
    QuestionTurn.question_id,
    QuestionTurn.position,
    QuestionTurn.text,
    QuestionTurn.asked_at,
    QuestionTurn.due_at,
    QuestionTurn.answer,
    QuestionTurn.answered_by,
    QuestionTurn.answered_at,
    QuestionTurn.closed_at,
    QuestionTurn.rating,
    QuestionTurn.kept_back,
)
OPEN = (QuestionTurn.answered_at.is_(None), QuestionTurn.closed_at.is_(None))


def subject(id: int) -> str:
    return f"question:{id}"


async def ask(session: AsyncSession, new: NewQuestion, now: datetime) -> tuple[int, datetime]:
    """Route a question; its number and by when it is answered.  Raises TooMany."""
    await _enough(session, new.person)
    owner = await _owner(session, new)
    row = {
        "municipality_id": new.municipality,
        "person_id": new.person,
        "name": new.name,
        "addressee": new.addressee,
        "topic": new.topic,
        "owner_id": None if owner == new.person else owner,
        "meeting_id": new.meeting,
        "language": new.language,
        "may_publish": new.may_publish,
        "asked_at": now,
    }
    added = insert(Question).values(row).returning(Question.id)
    id = int((await session.execute(added)).scalar_one())
    hours = await answer_routes.hours(session, new.municipality)
    return id, await _add_turn(session, id, (1, new.text), hours, now)


async def _owner(session: AsyncSession, new: NewQuestion) -> int | None:
    """Who answers: the seminar's trainer if they still lead it, else whoever has the topic."""
    about, trainer = new.meeting, new.trainer
    if about is not None and trainer and await trainers.leads(session, trainer, about):
        return trainer
    routed = await answer_routes.routes(session, new.municipality)
    return routed.get((new.addressee, new.topic))


async def further(
    session: AsyncSession, id: int, person: int, text: str, now: datetime
) -> datetime:
    """One more question of the same thread, to whoever answers it; by when.

    Raises NotOpen while another one waits, and for anybody but the asker.
    """
    thread = await held(session, id)
    if thread is None or thread.person != person:
        raise NotOpen
    before = await turns(session, id)
    if any(turn.open for turn in before):
        raise NotOpen
    hours = await answer_routes.hours(session, thread.municipality)
    return await _add_turn(session, id, (before[-1].position + 1, text), hours, now)


async def _add_turn(
    session: AsyncSession, id: int, said: tuple[int, str], hours: Hours, now: datetime
) -> datetime:
    until = answering.promised(now, hours.office)
    position, text = said
    row = {"question_id": id, "position": position, "text": text, "asked_at": now, "due_at": until}
    await session.execute(insert(QuestionTurn).values(row))
    await tell_owner(session, id, hours, now)
    for one in answering.reminders(now, until, hours.office):
        await remind(session, id, f"{position}-{one.which}", one)
    return until


async def tell_owner(session: AsyncSession, id: int, hours: Hours, now: datetime) -> None:
    """Whoever is to answer hears of it at once, or in the next morning on which they work."""
    await due.cancel(session, ROUTED, subject(id))  # whoever had it and has not heard yet
    at, name = hours.reachable(now), now.isoformat()
    await due.plan(session, ROUTED, subject(id), at, occurrence=name)


async def remind(session: AsyncSession, id: int, occurrence: str, one: Reminder) -> None:
    """Promise one reminder."""
    about, until = subject(id), one.until
    await due.plan(session, REMIND, about, one.at, occurrence=occurrence, useful_until=until)


async def take_back(session: AsyncSession, id: int, person: int, now: datetime) -> None:
    """The asker needs no answer any more.  Raises NotOpen."""
    thread = await held(session, id)
    if thread is None or thread.person != person:
        raise NotOpen
    mine = update(QuestionTurn).where(QuestionTurn.question_id == id, *OPEN)
    closed = await session.execute(_quiet(mine.values(closed_at=now).returning(QuestionTurn.id)))
    if closed.first() is None:
        raise NotOpen
    await hush(session, id)
    place = thread.municipality
    await note(session, "question-closed", now, municipality=place, subject=subject(id))


async def hush(session: AsyncSession, id: int) -> None:
    """Nobody is reminded any more."""
    for kind in (ROUTED, REMIND):
        await due.cancel(session, kind, subject(id))


async def rate(session: AsyncSession, turn: int, person: int, word: str) -> bool:
    """Say what an answer was worth; False if it is not an answer to this person."""
    theirs = select(Question.id).where(Question.person_id == person)
    rated = (
        update(QuestionTurn)
        .where(QuestionTurn.id == turn, QuestionTurn.answered_at.is_not(None))
        .where(QuestionTurn.question_id.in_(theirs))
        .values(rating=word)
        .returning(QuestionTurn.id)
    )
    return (await session.execute(_quiet(rated))).first() is not None


async def allow(session: AsyncSession, id: int, person: int, *, may: bool) -> bool:
    """Consent to a public answer, or take it back: what was public is gone at once.

    False if it is not this person's question.
    """
    thread = await held(session, id)
    if thread is None or thread.person != person:
        return False
    if not may:
        gone = PublicAnswer.question_id == id
        await session.execute(_quiet(delete(PublicAnswer).where(gone)))
    changed = update(Question).where(Question.id == id).values(may_publish=may)
    await session.execute(_quiet(changed))
    return True


async def find(session: AsyncSession, id: str | int) -> Thread | None:
    """One thread; `id` may be what a button carried."""
    return await _one(session, id, THREAD)


async def held(session: AsyncSession, id: int) -> Thread | None:
    """The same, its row held: what is done to a thread is done one after the other."""
    return await _one(session, id, THREAD.with_for_update())


async def _one(session: AsyncSession, id: str | int, query: Any) -> Thread | None:
    if not str(id).isdecimal():
        return None
    row = (await session.execute(query.where(Question.id == int(id)))).first()
    return Thread(*row) if row else None


async def turns(session: AsyncSession, id: int) -> list[Turn]:
    """All that was asked in a thread, in order."""
    query = TURN.where(QuestionTurn.question_id == id).order_by(QuestionTurn.position)
    return [Turn(*row) for row in await session.execute(query)]


async def find_turn(session: AsyncSession, id: str | int) -> Turn | None:
    """One question of a thread; `id` may be what a button carried."""
    if not str(id).isdecimal():
        return None
    row = (await session.execute(TURN.where(QuestionTurn.id == int(id)))).first()
    return Turn(*row) if row else None


async def of_person(session: AsyncSession, person: int) -> list[tuple[Thread, Turn]]:
    """Somebody's questions, each with its last turn, the newest first; none that is blank."""
    newest = (
        select(func.max(QuestionTurn.position))
        .where(QuestionTurn.question_id == Question.id)
        .correlate(Question)
        .scalar_subquery()
    )
    query = (
        THREAD.add_columns(*TURN.selected_columns)
        .join(QuestionTurn, QuestionTurn.question_id == Question.id)
        .where(Question.person_id == person, QuestionTurn.position == newest)
        .order_by(Question.id.desc())
    )
    rows = [tuple(row) for row in await session.execute(query)]
    return [(Thread(*row[:THREADED]), Turn(*row[THREADED:])) for row in rows]


async def _enough(session: AsyncSession, person: int) -> None:
    """Counted under a lock on the person: two messengers may ask at the same moment."""
    await session.execute(select(Person.id).where(Person.id == person).with_for_update())
    query = (
        select(func.count())
        .select_from(QuestionTurn)
        .join(Question, Question.id == QuestionTurn.question_id)
        .where(Question.person_id == person, *OPEN)
    )
    if (await session.execute(query)).scalar_one() >= WAITING:
        raise TooMany


async def give(
    session: AsyncSession, id: int, municipality: str, owner: int | None, now: datetime
) -> None:
    """A thread has another owner, who hears of it if something waits."""
    changed = update(Question).where(Question.id == id).values(owner_id=owner)
    await session.execute(_quiet(changed))
    waiting = select(QuestionTurn.id).where(QuestionTurn.question_id == id, *OPEN)
    if (await session.execute(waiting)).first():
        hours = await answer_routes.hours(session, municipality)
        await tell_owner(session, id, hours, now)


def _quiet(statement: Any) -> Any:
    return statement.execution_options(synchronize_session=False)
