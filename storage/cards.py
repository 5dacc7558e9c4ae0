"""Cards with a printed code: made once, handed out against a signature, good in any chat."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy import insert as add
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.codes import new_card_code
from storage import attempts, conduct, proofs, votes
from storage.box import hand_on, insert, key_of, merge
from storage.conduct import CONDUCTS, By, NotNow
from storage.engine import secrets_of
from storage.keys import code
from storage.log import note
from storage.proofs import TRIED, Claimant, Found
from storage.tables.electorate import Proof, VoterCode
from storage.tables.votes import Electorate
from storage.votes import Vote

FORM = re.compile(r"\d{12}")
CHUNK = 1000
HANDING = ("announced", "open", "stopped")


@dataclass(frozen=True, slots=True)
class Card:
    """What is printed on a card.  The code is nowhere but in this answer."""

    serial: int
    zone: str
    code: str


@dataclass(frozen=True, slots=True)
class Handed:
    """What came of marking cards as handed out, by their numbers."""

    done: list[int]
    again: list[int]
    unknown: list[int]


def code_hash(session: AsyncSession, id: int, said: str) -> str:
    """What is kept of a code; short codes need a key, or a copy of the table would give them up."""
    digits = "".join(filter(str.isdecimal, said))
    return code(secrets_of(session).identity_key, "card", id, digits)


async def make(session: AsyncSession, id: int, count: int, zone: str, now: datetime) -> list[Card]:
    """New cards, numbered on from the last one.  Raises NotNow: "state", "zone" without a pot."""
    vote = await votes.locked(session, id)
    if vote.identity != "code" or vote.state not in ("draft", *HANDING):
        raise NotNow("state")
    if not vote.rules.pots.get(zone):
        raise NotNow("zone")
    last = select(func.max(VoterCode.serial)).where(VoterCode.process_id == id)
    first = int((await session.execute(last)).scalar_one() or 0) + 1
    codes: set[str] = set()
    while len(codes) < count:
        codes.add(new_card_code())
    made = [Card(serial, zone, said) for serial, said in enumerate(codes, first)]
    rows = [
        {
            "process_id": id,
            "serial": card.serial,
            "zone": zone,
            "code_hash": code_hash(session, id, card.code),
        }
        for card in made
    ]
    for start in range(0, len(rows), CHUNK):
        await session.execute(add(VoterCode), rows[start : start + CHUNK])
    detail = {"first": first, "last": first + count - 1, "zone": zone}
    about = votes.subject(id)
    await note(
        session, "cards-made", now, municipality=vote.municipality, subject=about, detail=detail
    )
    return made


async def hand(session: AsyncSession, id: int, by: By, serials: Sequence[int]) -> Handed:
    """Cards that were given out against a signature; only these can vote.  Raises NotNow."""
    vote = await conduct.held(session, id, by, CONDUCTS, *HANDING)
    known = await states(session, id, serials)
    fresh = [serial for serial in serials if known.get(serial) == "printed"]
    await session.execute(
        update(VoterCode)
        .where(VoterCode.process_id == id, VoterCode.serial.in_(fresh))
        .values(state="handed", handed_at=by.now, handed_by=by.person)
    )
    await conduct.record(session, vote, by, "cards-handed", {"serials": fresh})
    again = [serial for serial in serials if known.get(serial) in ("handed", "void")]
    return Handed(fresh, again, [serial for serial in serials if serial not in known])


async def replace(session: AsyncSession, id: int, by: By, lost: int, fresh: int) -> None:
    """A lost card is void, and a fresh one goes on with its ballot if there is one.

    Raises NotNow("card") unless `lost` was handed out and `fresh` was not.
    """
    vote = await conduct.held(session, id, by, CONDUCTS, *HANDING)
    query = select(VoterCode.serial, VoterCode.state, VoterCode.code_hash, VoterCode.zone).where(
        VoterCode.process_id == id, VoterCode.serial.in_((lost, fresh))
    )
    found = {row.serial: row for row in await session.execute(query.with_for_update())}
    states = [found[serial].state if serial in found else "" for serial in (lost, fresh)]
    if states != ["handed", "printed"] or found[lost].zone != found[fresh].zone:
        raise NotNow("card")
    for serial, state in ((lost, "void"), (fresh, "handed")):
        await session.execute(
            update(VoterCode)
            .where(VoterCode.process_id == id, VoterCode.serial == serial)
            .values(state=state, handed_at=by.now, handed_by=by.person)
        )
    old, new = (
        proofs.identity_key(session, vote, found[serial].code_hash) for serial in (lost, fresh)
    )
    await session.execute(
        update(Electorate)
        .where(Electorate.process_id == id, Electorate.identity_key == old)
        .values(identity_key=new)
    )
    if vote.key_print:
        key = key_of(session, vote)
        await merge(session, vote, code(key, old), code(key, new))
        await hand_on(session, vote, new)
    gone = delete(Proof).where(Proof.process_id == id, Proof.key == found[lost].code_hash)
    await session.execute(gone)
    await conduct.record(session, vote, by, "card-replaced", {"lost": lost, "fresh": fresh})


async def take(session: AsyncSession, vote: Vote, who: Claimant, said: str) -> Found:
    """Lay a card before this chat; it leaves any other chat it lay before."""
    if not FORM.fullmatch(re.sub(r"[\s-]", "", said)):
        return Found.FORM
    if await attempts.pause(session, who.account, TRIED, who.now):
        return Found.WRONG
    query = select(VoterCode.state, VoterCode.code_hash, VoterCode.zone).where(
        VoterCode.process_id == vote.id,
        VoterCode.code_hash == code_hash(session, vote.id, said),
    )
    card = (await session.execute(query.with_for_update())).first()
    if card is None:
        await attempts.count(session, who.account, TRIED, who.now)
        return Found.WRONG
    if card.state != "handed":
        return Found.VOID if card.state == "void" else Found.UNHANDED
    here = Proof.process_id == vote.id
    await session.execute(
        delete(Proof).where(here, Proof.key == card.code_hash, Proof.person_id != who.person)
    )
    laid = {"key": card.code_hash, "zone": card.zone, "at": who.now}
    row = {"process_id": vote.id, "person_id": who.person, **laid}
    statement = insert(session, Proof).values(row)
    await session.execute(
        statement.on_conflict_do_update(index_elements=["process_id", "person_id"], set_=laid)
    )
    return Found.OK


async def states(session: AsyncSession, id: int, serials: Sequence[int]) -> dict[int, str]:
    """How the cards with these numbers stand."""
    query = select(VoterCode.serial, VoterCode.state).where(
        VoterCode.process_id == id, VoterCode.serial.in_(serials)
    )
    return {serial: state for serial, state in await session.execute(query)}


async def counts(session: AsyncSession, id: int) -> dict[str, int]:
    """How many cards are printed, handed out, void."""
    query = select(VoterCode.state, func.count()).where(VoterCode.process_id == id)
    return {state: count for state, count in await session.execute(query.group_by(VoterCode.state))}
