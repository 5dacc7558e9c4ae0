"""Ballots until sealing, each under the pseudonym that only the vote's key makes of a proof."""

import logging
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.codes import new_receipt
from storage.engine import secrets_of
from storage.keys import KeyMissing, code, read_key
from storage.tables.votes import Ballot
from storage.votes import Vote

HANDED_ON = 0
"""The version of a ballot that waits for a new voter's first confirm."""
log = logging.getLogger(__name__)


class NotTaken(Exception):
    """The ballot was not taken and nothing was written."""


class Paused(NotTaken):
    """The vote's key is missing; somebody has been called."""


class Elsewhere(NotTaken):
    """This proof or its person has signed the paper list, or votes under another proof."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The ballot is taken.  `again`: it replaced its voter's earlier one and keeps its receipt."""

    receipt: str
    again: bool


async def set_aside(session: AsyncSession, vote: Vote, identity_key: str, *, void: bool) -> bool:
    """Whether the ballot of this proof counts from now on; False if there is none.  Raises Paused.

    It stays until sealing, so that a mark on the wrong name loses nobody's vote.
    """
    name = code(key_of(session, vote), identity_key)
    changed = update(Ballot).where(*_ballot(vote, name)).values(void=void)
    return bool((await session.execute(changed.returning(Ballot.pseudonym))).first())


async def hand_on(session: AsyncSession, vote: Vote, identity_key: str) -> None:
    """Another chat or card goes on with this ballot; the next one gets a receipt of its own.

    Else whoever cast the first one would find their receipt counted though the choices are not
    theirs.  Raises Paused.
    """
    if vote.key_print:
        name = code(key_of(session, vote), identity_key)
        await session.execute(update(Ballot).where(*_ballot(vote, name)).values(version=HANDED_ON))


def key_of(session: AsyncSession, vote: Vote) -> bytes:
    """The vote's key.  Raises Paused, and calls somebody, where it is missing or another one."""
    try:
        return read_key(secrets_of(session).vote_keys, vote.key_print)
    except KeyMissing as error:
        log.critical("vote: the key of process %d is missing or wrong; voting is paused", vote.id)
        raise Paused from error


async def keep(session: AsyncSession, values: dict[str, Any]) -> Counted:
    """A new ballot, or the new state of one."""
    statement = insert(session, Ballot).values(**values)
    kept = statement.on_conflict_do_update(
        index_elements=["process_id", "pseudonym"],
        set_={
            "choices": statement.excluded.choices,
            "zone": statement.excluded.zone,
            "confirmed_at": statement.excluded.confirmed_at,
            "version": Ballot.version + 1,
            "void": False,
            "receipt": case(
                (Ballot.version == HANDED_ON, statement.excluded.receipt), else_=Ballot.receipt
            ),
        },
    ).returning(Ballot.receipt, Ballot.version)
    receipt, version = (await session.execute(kept)).one()
    return Counted(receipt, version > 1)


async def merge(session: AsyncSession, vote: Vote, other: str, mine: str) -> None:
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


async def fresh_receipt(session: AsyncSession, id: int) -> str:
    """Forty random bits meet by chance among many ballots; look before using one."""
    while True:
        receipt = new_receipt()
        query = select(Ballot.receipt).where(Ballot.process_id == id, Ballot.receipt == receipt)
        if (await session.execute(query)).first() is None:
            return receipt


def _ballot(vote: Vote, pseudonym: str) -> tuple[Any, ...]:
    return (Ballot.process_id == vote.id, Ballot.pseudonym == pseudonym)


def insert(session: AsyncSession, table: Any) -> Any:
    """An insert that knows what to do about a row that is there."""
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    return engine.insert(table)
