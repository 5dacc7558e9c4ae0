"""Under which proof somebody votes: their account, phone, row of the register, card or desk check.

Every vote asks for one kind.  A ballot and its mark in the electorate belong to the proof, not to
the chat it came from.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.engine import secrets_of
from storage.keys import code
from storage.tables.electorate import Proof, RegisterRow, VoterCode
from storage.tables.people import Account, Person
from storage.votes import Vote

OF_PERSON = frozenset({"account", "phone"})
"""Kinds of which one person may have several in turn, and votes under one."""
ZONED = frozenset({"code", "desk"})
"""Kinds made or checked for one zone; '' is the whole municipality, not a choice left open."""
HELD = timedelta(minutes=30)  # a card that nobody voted with leaves the chat


TRIED = "proof"
"""Under which name wrong numbers and codes are counted."""


class Found(StrEnum):
    """What came of a proof that was shown."""

    OK = "ok"
    FORM = "form"  # it cannot be one; not counted as a try
    WRONG = "wrong"  # nobody's
    PHONE = "phone"  # nobody's, and shared by the messenger: trying again is of no use
    TAKEN = "taken"  # shown in another chat before
    YOUNG = "young"
    UNHANDED = "unhanded"  # a card that was not marked as handed out
    VOID = "void"  # a card that was replaced


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who shows a proof, from which account, and when it reached us."""

    person: int
    account: int
    now: datetime


@dataclass(frozen=True, slots=True)
class Voter:
    """By which key the electorate knows somebody, the zone their proof gives, the card's number."""

    key: str
    zone: str = ""
    card: int = 0


async def voter(
    session: AsyncSession, vote: Vote, person: int, now: datetime, *, hold: bool = False
) -> Voter | None:
    """As whom this person votes now; None while the proof is missing.

    `hold` keeps the proof where it is until the transaction ends.
    """
    if vote.identity in OF_PERSON:
        proof = await _own(session, vote.identity, person, hold)
        return Voter(identity_key(session, vote, *proof)) if proof else None
    card = 0
    if vote.identity == "code":  # before the proof: whoever takes a card holds it first
        card = await _card(session, vote.id, person, hold)
        if not card:
            return None
    query = _LISTED if vote.identity == "register" else _PROOF
    query = query.where(Proof.process_id == vote.id, Proof.person_id == person)
    held = query.with_for_update(of=Proof) if hold else query
    row = (await session.execute(held)).first()
    if row is None or (card and now >= row.at + HELD):
        return None
    return Voter(identity_key(session, vote, row.key), row.zone, card)


_PROOF = select(Proof.key, Proof.zone, Proof.at)
_LISTED = select(Proof.key, RegisterRow.zone, Proof.at).join(
    RegisterRow,
    and_(
        RegisterRow.process_id == Proof.process_id,
        RegisterRow.key == Proof.key,
        ~RegisterRow.young,
    ),
)
"""As the register has it now: whom it no longer lists, or lists as too young, has no proof."""


def identity_key(session: AsyncSession, vote: Vote, *proof: str) -> str:
    """The code of a proof in this vote; nobody makes it without a key outside the database."""
    return code(secrets_of(session).identity_key, "vote", vote.id, vote.identity, *proof)


async def accounts(session: AsyncSession, person: int) -> list[tuple[str, str]]:
    """The addresses of a person, the first one first; they outlive the person."""
    query = select(Account.bot, Account.address).where(Account.person_id == person)
    rows = await session.execute(query.order_by(Account.id))
    return [(bot, address) for bot, address in rows]


async def _own(
    session: AsyncSession, identity: str, person: int, hold: bool
) -> tuple[str, ...] | None:
    query = select(Person.phone_key).where(Person.id == person)
    held = query.with_for_update(key_share=True) if hold else query
    phone = (await session.execute(held)).scalar_one()
    if identity == "phone":
        return (phone,) if phone else None
    return next(iter(await accounts(session, person)), None)


async def _card(session: AsyncSession, id: int, person: int, hold: bool) -> int:
    """The number of the card this chat holds, if it is still good; else 0."""
    query = (
        select(VoterCode.serial)
        .join(
            Proof,
            (Proof.process_id == VoterCode.process_id) & (Proof.key == VoterCode.code_hash),
        )
        .where(VoterCode.process_id == id, Proof.person_id == person, VoterCode.state == "handed")
    )
    held = query.with_for_update(of=VoterCode) if hold else query
    return int((await session.execute(held)).scalar_one_or_none() or 0)
