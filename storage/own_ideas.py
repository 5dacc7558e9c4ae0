"""What authors do with their ideas: propose within an edition's limits, take back, keep, go on."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import and_, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.amounts import from_data
from bot.civic.phases import Act, refusal
from bot.civic.proposals import OVER, OWN, UNCOUNTED
from storage import editions, ideas, reviews, supports
from storage.idea_rounds import is_waiting
from storage.ideas import NewIdea
from storage.log import note
from storage.tables.ideas import Idea
from storage.tables.people import Person
from storage.tables.reviews import BallotList
from storage.tables.votes import Project, Result
from storage.votes import Vote


class TooMany(Exception):
    """This person has proposed as many ideas as the edition allows."""


class NotNow(Exception):
    """The idea is no longer where this step begins."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An idea that may go into the edition that takes proposals now."""

    id: int
    number: int
    title: str
    kept: bool


async def taking(session: AsyncSession, municipality: str | None, now: datetime) -> Vote | None:
    """The edition that takes proposals at this moment."""
    found = await editions.public(session, municipality)
    return next((vote for vote in found if refusal(vote, Act.PROPOSE, now) is None), None)


async def proposed(session: AsyncSession, process_id: int, person_id: int) -> int:
    """How many ideas a person has in an edition."""
    query = select(func.count()).where(
        Idea.process_id == process_id,
        Idea.author_id == person_id,
        Idea.state.not_in(UNCOUNTED),
    )
    return int((await session.execute(query)).scalar_one())


async def age_from(session: AsyncSession, person_id: int) -> int:
    """The age that a person has said to have reached; 0 if nobody has asked."""
    query = select(Person.age_from).where(Person.id == person_id)
    return int((await session.execute(query)).scalar_one())


async def grown(session: AsyncSession, person_id: int, age: int) -> None:
    """The person has said to be at least so old, which stays true."""
    change = update(Person).where(Person.id == person_id, Person.age_from < age)
    await session.execute(_quiet(change.values(age_from=age)))


async def propose(session: AsyncSession, idea: NewIdea, vote: Vote | None) -> tuple[int, int]:
    """Add an idea, to the edition if there is one; id and number.  Raises TooMany."""
    if vote is None:
        return await ideas.add(session, idea)
    await _check_limit(session, vote, idea.author_id)
    id, number = await ideas.add(session, replace(idea, process_id=vote.id))
    await _begin(session, id, vote, idea.submitted_at)
    return id, number


async def withdraw(session: AsyncSession, id: int, person_id: int, now: datetime) -> None:
    """Its author takes it back.  Raises NotNow."""
    await _leave(session, id, person_id, OWN, "withdrawn")
    await note(session, "idea-withdrawn", now, person=person_id, subject=f"idea:{id}")


async def keep(session: AsyncSession, id: int, person_id: int, now: datetime) -> None:
    """Put it aside for the next edition, which offers it to its author.  Raises NotNow."""
    await _leave(session, id, person_id, OWN | OVER, "kept")
    await note(session, "idea-kept", now, person=person_id, subject=f"idea:{id}")


async def on_ballot(session: AsyncSession, id: int) -> bool:
    """Whether a list to vote on has been made with this idea."""
    query = select(exists().where(Project.idea_id == id))
    return bool((await session.execute(query)).scalar_one())


async def left_out(session: AsyncSession, id: int) -> bool:
    """Whether the list of projects was agreed on without this admitted idea."""
    agreed = and_(BallotList.process_id == Idea.process_id, BallotList.agreed_at.is_not(None))
    query = select(Idea.id).join(BallotList, agreed).where(Idea.id == id, Idea.state == "admitted")
    found = (await session.execute(query)).first() is not None
    return found and not await on_ballot(session, id)


async def won(session: AsyncSession, id: int) -> bool | None:
    """Whether an idea that was voted on is funded; None while there is no result."""
    counted = and_(Result.process_id == Project.process_id, Result.number == Project.number)
    query = select(Result.funded).join(Project, counted).where(Project.idea_id == id)
    return (await session.execute(query)).scalar_one_or_none()


async def waiting(session: AsyncSession, person_id: int, municipality: str | None) -> list[Waiting]:
    """A person's ideas that were kept, or never were in an edition; the latest first."""
    query = (
        select(Idea.id, Idea.number, Idea.title, Idea.state == "kept")
        .where(Idea.author_id == person_id, Idea.municipality_id == municipality, is_waiting())
        .order_by(Idea.number.desc())
    )
    return [Waiting(*row) for row in await session.execute(query)]


async def go_on(
    session: AsyncSession, id: int, vote: Vote, zone: str, now: datetime
) -> tuple[int, int]:
    """Into this edition: a kept idea under a new number, a standing one with its supporters.

    Its id and number there.  Raises TooMany, NotNow.
    """
    query = select(Idea).where(Idea.id == id, is_waiting()).with_for_update()
    old = (await session.execute(query)).scalar_one_or_none()
    if old is None:
        raise NotNow
    await _check_limit(session, vote, old.author_id)
    if old.state == "kept":
        new, number = await ideas.add(session, await _copied(session, old, vote, zone, now))
        await session.execute(_change(id).values(merged_into=new))
    else:
        new, number = old.id, old.number
        await session.execute(_change(id).values(process_id=vote.id, zone=zone))
    await _begin(session, new, vote, now)
    return new, number


async def _copied(
    session: AsyncSession, old: Idea, vote: Vote, zone: str, now: datetime
) -> NewIdea:
    return NewIdea(
        old.municipality_id,
        old.settlement_id,
        old.author_id,
        old.title,
        old.text,
        old.language,
        old.category,
        old.lat,
        old.lon,
        old.photo,
        now,
        old.place,
        await ideas.photos_of(session, old.id),
        vote.id,
        zone,
        None if old.cost is None else from_data(old.cost),
        old.beneficiaries,
    )


async def _check_limit(session: AsyncSession, vote: Vote, person_id: int) -> None:
    """The person's row is held: two messages at the same moment count one after the other."""
    await session.execute(select(Person.id).where(Person.id == person_id).with_for_update())
    assert vote.edition is not None
    if await proposed(session, vote.id, person_id) >= vote.edition.each:
        raise TooMany


async def _begin(session: AsyncSession, id: int, vote: Vote, now: datetime) -> None:
    """Where enough people stand behind it already, or none are asked for, its review begins."""
    assert vote.edition is not None
    if await supports.count(session, id) >= vote.edition.support:
        await reviews.begin(session, id, now)


async def _leave(
    session: AsyncSession, id: int, person_id: int, states: frozenset[str], state: str
) -> None:
    own = _change(id).where(Idea.author_id == person_id, Idea.state.in_(states))
    if (await session.execute(own.values(state=state).returning(Idea.id))).first() is None:
        raise NotNow


def _change(id: int) -> Any:
    return _quiet(update(Idea).where(Idea.id == id))


def _quiet(statement: Any) -> Any:
    return statement.execution_options(synchronize_session=False)
