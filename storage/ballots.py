"""One person, one ballot: who votes under which proof, and the ballot until it is sealed."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.ballots import Refusal, check_picks
from bot.civic.codes import new_receipt
from storage import votes
from storage.engine import secrets_of
from storage.keys import KeyMissing, code, read_key
from storage.tables.people import Person
from storage.tables.votes import Ballot, Electorate, Irregularity, Process
from storage.votes import Item, Vote

log = logging.getLogger(__name__)


class NotTaken(Exception):
    """The ballot was not taken and nothing was written."""


class Closed(NotTaken):
    """It reached us outside the hours, or while voting was stopped."""


class Paused(NotTaken):
    """The vote's key is missing; somebody has been called."""


class Unproven(NotTaken):
    """The proof of identity that this vote asks for is missing."""


class Elsewhere(NotTaken):
    """This proof has signed the paper list, or its person votes under another proof."""


class BadPicks(NotTaken):
    """The picks are no ballot by the rules."""

    def __init__(self, flaws: Sequence[Refusal]) -> None:
        super().__init__("not a ballot")
        self.flaws = tuple(flaws)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a voter confirmed: project numbers, and the zone they live in."""

    picks: Sequence[str]
    zone: str = votes.WHOLE


@dataclass(frozen=True, slots=True)
class Counted:
    """The ballot is taken.  `again`: it replaced an earlier one and keeps its receipt."""

    receipt: str
    again: bool


async def identity(session: AsyncSession, vote: Vote, person: int) -> str | None:
    """The code of the strongest proof this vote asks for; None while it is missing."""
    proof: str | int | None = person
    if vote.identity == "phone":
        query = select(Person.phone_key).where(Person.id == person)
        proof = (await session.execute(query)).scalar_one()
    if proof is None:
        return None
    return code(secrets_of(session).identity_key, "vote", vote.id, vote.identity, proof)


async def has_voted(session: AsyncSession, id: int, person: int) -> bool:
    """Whether a ballot of this person is counted at the moment; never which."""
    query = select(Electorate.state).where(
        Electorate.process_id == id,
        Electorate.person_id == person,
        Electorate.state == "voted",
    )
    return (await session.execute(query)).first() is not None


async def ready(session: AsyncSession, vote: Vote) -> bool:
    """Whether the vote's key is at hand; if not, an alarm has been logged."""
    try:
        _key(session, vote)
    except Paused:
        return False
    return True


async def order(
    session: AsyncSession, vote: Vote, person: int, items: Sequence[Item]
) -> list[Item]:
    """The projects in this person's own order: no project gains from standing first.

    The order follows from a secret and is stored nowhere, so a list of choices betrays nobody.  A
    withdrawn project leaves the others where they were.
    """
    key = secrets_of(session).identity_key
    return sorted(items, key=lambda item: code(key, "order", vote.id, person, item.number))


async def cast(
    session: AsyncSession, id: int, person: int, choices: Choices, received: datetime
) -> Counted:
    """Take a confirmed ballot; the last confirmed one counts.  Raises NotTaken."""
    vote = await votes.locked(session, id, share=True)
    if not vote.takes(received):
        raise Closed
    key = _key(session, vote)
    mine = await identity(session, vote, person)
    if mine is None:
        raise Unproven
    picks = await _checked(session, vote, choices)
    await _one_proof(session, vote, person, mine)
    await _mark(session, vote, person, mine)
    values = {
        "process_id": id,
        "pseudonym": code(key, mine),
        "choices": picks,
        "zone": choices.zone,
        "receipt": await _fresh_receipt(session, id),
        "confirmed_at": received,
        "version": 1,
    }
    return await _keep(session, values)


async def join(session: AsyncSession, kept: int, gone: int) -> None:
    """Two people turned out to be one: of two ballots in a vote the later confirmed one stays.

    Call it in the transaction that links the accounts, when `kept` has its final proofs.  After
    sealing linking changes nothing, and is counted as an irregularity.  Raises Paused.
    """
    for id in await _both(session, kept, gone):
        vote = await votes.locked(session, id, share=True)
        if vote.state in ("sealed", "counted"):
            await _note(session, id, "linked after sealing")
    await session.execute(
        update(Electorate).where(Electorate.person_id == gone).values(person_id=kept)
    )
    for id in await _unsealed(session, kept):
        vote = await votes.locked(session, id, share=True)
        mine = await identity(session, vote, kept)
        if mine is not None:
            await _one_proof(session, vote, kept, mine)


async def forget(session: AsyncSession, person: int) -> None:
    """Somebody deletes their data: the mark that this proof has voted stays, whose it was goes."""
    await session.execute(
        update(Electorate).where(Electorate.person_id == person).values(person_id=None)
    )


def _key(session: AsyncSession, vote: Vote) -> bytes:
    try:
        return read_key(secrets_of(session).vote_keys, vote.key_print)
    except KeyMissing as error:
        log.critical("vote: the key of process %d is missing or wrong; voting is paused", vote.id)
        raise Paused from error


async def _checked(session: AsyncSession, vote: Vote, choices: Choices) -> list[str]:
    """The picks by number: the order of tapping would betray the order they were shown in."""
    items = await votes.projects(session, vote.id, list({votes.WHOLE, choices.zone}))
    flaws = check_picks(vote.rules, [item.eligible for item in items], choices.picks)
    if flaws:
        raise BadPicks(flaws)
    return sorted(choices.picks, key=int)


async def _mark(session: AsyncSession, vote: Vote, person: int, mine: str) -> None:
    """That this proof has voted; the row is held, so two confirms of one proof queue here."""
    row = {
        "process_id": vote.id,
        "identity_key": mine,
        "person_id": person,
        "method": "chat",
        "state": "voted",
    }
    statement = _insert(session, Electorate).values(**row)
    marked = statement.on_conflict_do_update(
        index_elements=["process_id", "identity_key"],
        set_={"person_id": person, "state": "voted"},
        where=or_(
            Electorate.state == "voted",
            and_(Electorate.state == "joined", Electorate.person_id == person),
        ),
    ).returning(Electorate.state)
    if (await session.execute(marked)).first() is None:
        raise Elsewhere


async def _keep(session: AsyncSession, values: dict[str, Any]) -> Counted:
    statement = _insert(session, Ballot).values(**values)
    kept = statement.on_conflict_do_update(
        index_elements=["process_id", "pseudonym"],
        set_={
            "choices": statement.excluded.choices,
            "zone": statement.excluded.zone,
            "confirmed_at": statement.excluded.confirmed_at,
            "version": Ballot.version + 1,
        },
    ).returning(Ballot.receipt, Ballot.version)
    receipt, version = (await session.execute(kept)).one()
    return Counted(receipt, version > 1)


async def _one_proof(session: AsyncSession, vote: Vote, person: int, mine: str) -> None:
    """A person with a new phone, or of two linked accounts, votes under one proof only."""
    query = select(Electorate.identity_key).where(
        Electorate.process_id == vote.id,
        Electorate.person_id == person,
        Electorate.identity_key != mine,
        Electorate.state == "voted",
    )
    for other in (await session.execute(query.order_by(Electorate.identity_key))).scalars().all():
        key = _key(session, vote)
        await _merge(session, vote, code(key, other), code(key, mine))
        await _mark(session, vote, person, mine)
        await session.execute(
            update(Electorate)
            .where(Electorate.process_id == vote.id, Electorate.identity_key == other)
            .values(state="joined")
        )
        await _note(session, vote.id, "two proofs of one person")


async def _merge(session: AsyncSession, vote: Vote, other: str, mine: str) -> None:
    """Of two ballots keep the later one, under the pseudonym `mine`."""
    query = (
        select(Ballot.pseudonym)
        .where(Ballot.process_id == vote.id, Ballot.pseudonym.in_([other, mine]))
        .order_by(Ballot.confirmed_at.desc())
    )
    found = (await session.execute(query)).scalars().all()
    for earlier in found[1:]:
        await session.execute(delete(Ballot).where(*_ballot(vote, earlier)))
    if found and found[0] == other:
        await session.execute(update(Ballot).where(*_ballot(vote, other)).values(pseudonym=mine))


async def _fresh_receipt(session: AsyncSession, id: int) -> str:
    """Forty random bits meet by chance among many ballots; look before using one."""
    while True:
        receipt = new_receipt()
        query = select(Ballot.receipt).where(Ballot.process_id == id, Ballot.receipt == receipt)
        if (await session.execute(query)).first() is None:
            return receipt


async def _both(session: AsyncSession, kept: int, gone: int) -> list[int]:
    """Votes in which both have voted."""
    mine = select(Electorate.process_id).where(Electorate.person_id == kept)
    query = (
        select(Electorate.process_id)
        .where(Electorate.person_id == gone, Electorate.process_id.in_(mine))
        .distinct()
        .order_by(Electorate.process_id)
    )
    return list((await session.execute(query)).scalars())


async def _unsealed(session: AsyncSession, person: int) -> list[int]:
    query = (
        select(Electorate.process_id)
        .join(Process, Process.id == Electorate.process_id)
        .where(Electorate.person_id == person, Process.state.not_in(("sealed", "counted")))
        .distinct()
        .order_by(Electorate.process_id)
    )
    return list((await session.execute(query)).scalars())


async def _note(session: AsyncSession, id: int, kind: str) -> None:
    """For the public record.  The hour is left out: it would point at who it was."""
    await session.execute(insert(Irregularity).values(process_id=id, kind=kind))


def _ballot(vote: Vote, pseudonym: str) -> tuple[Any, ...]:
    return (Ballot.process_id == vote.id, Ballot.pseudonym == pseudonym)


def _insert(session: AsyncSession, table: Any) -> Any:
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    return engine.insert(table)
