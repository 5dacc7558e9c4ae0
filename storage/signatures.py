"""The signed paper list: whoever stands on it has voted on paper, and no longer in the chat."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.edition import Paper
from storage import conduct, desks, papers, proofs, register
from storage.box import insert, key_of, merge, set_aside
from storage.conduct import CONDUCTS, By, NotNow
from storage.electorate import set_state
from storage.keys import code
from storage.phones import normal, phone_key
from storage.proofs import OF_PERSON
from storage.tables.electorate import Voiding, VoterCode
from storage.tables.votes import Electorate
from storage.votes import Vote

LISTING = ("open", "stopped", "objections")
TYPED = frozenset({"phone", "desk"})
"""Where there is no list with numbers: telephones or personal numbers are typed, and not kept."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody on the signed list: as they were typed, by which key, in which zone."""

    name: str
    key: str
    zone: str


@dataclass(slots=True)
class Marked:
    """What came of a handful of names, as they were typed.  Whose chat ballot went, nobody sees."""

    done: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)  # marked before
    blocked: list[str] = field(
        default_factory=list
    )  # have voted in the chat, and must get no paper
    void: list[str] = field(default_factory=list)  # two people have agreed to an objection


async def signers(
    session: AsyncSession, vote: Vote, typed: Sequence[str], zone: str = ""
) -> dict[str, Signer]:
    """The voters meant by numbers of the list, numbers of cards, telephones or personal numbers.

    Who is unknown, too young or holds a card that is not handed out is missing.
    """
    if vote.identity in TYPED:
        return {name: _typed(session, vote, name, zone) for name in typed if _fits(vote, name)}
    numbers = {int(name): name for name in typed}
    if vote.identity == "register":
        rows = await register.listed(session, vote.id, list(numbers))
        found = [(row.number, row.key, row.zone) for row in rows.values() if not row.young]
    else:
        query = select(VoterCode.serial, VoterCode.code_hash, VoterCode.zone).where(
            VoterCode.process_id == vote.id,
            VoterCode.serial.in_(numbers),
            VoterCode.state == "handed",
        )
        found = [(row[0], row[1], row[2]) for row in await session.execute(query)]
    return {
        numbers[number]: _signer(session, vote, numbers[number], key, zone)
        for number, key, zone in found
    }


async def mark(session: AsyncSession, id: int, by: By, names: Sequence[Signer]) -> Marked:
    """They stand on the signed list.  Raises NotNow, Paused."""
    vote = await _held(session, id, by)
    assert vote.edition is not None
    marked = Marked()
    for signer in names:
        state, person = await _standing(session, vote, signer)
        if state == "marked":
            marked.again.append(signer.name)
        elif state == "void" or await _objected(session, vote, signer):
            marked.void.append(signer.name)
        elif state in ("voted", "joined") and vote.edition.paper is Paper.BLOCKED:
            marked.blocked.append(signer.name)
        else:
            await _mark(session, vote, signer, person)
            marked.done.append(signer.name)
            if state in ("voted", "joined"):
                await _take_out(session, vote, signer, person, by)
    await papers.settle(session, vote)
    await conduct.record(session, vote, by, "signatures-marked", _counts(marked))
    return marked


async def unmark(session: AsyncSession, id: int, by: By, names: Sequence[Signer]) -> Marked:
    """The wrong names were marked: `done` are free again, and a ballot from the chat counts again.

    What two people have agreed to take out stays out.  Raises NotNow, Paused.
    """
    vote = await _held(session, id, by)
    marked = Marked()
    for signer in names:
        state, person = await _standing(session, vote, signer)
        if state != "marked":
            marked.again.append(signer.name)
            continue
        voiding = await _objected(session, vote, signer)
        found = await set_aside(session, vote, signer.key, void=bool(voiding))
        back = "void" if voiding else "voted"
        await _free(session, vote, signer, back if found else "joined" if person else "")
        marked.done.append(signer.name)
        if found and person:
            news = "void" if voiding else "unmarked"
            await desks.tell(session, vote, person, news, by.now, voiding)
    await papers.settle(session, vote)
    await conduct.record(session, vote, by, "signatures-unmarked", _counts(marked))
    return marked


async def _held(session: AsyncSession, id: int, by: By) -> Vote:
    vote = await conduct.held(session, id, by, CONDUCTS, *LISTING)
    if not vote.on_paper:
        raise NotNow("no-paper")
    return vote


def _fits(vote: Vote, name: str) -> bool:
    return register.is_personal(name) if vote.identity == "desk" else len(normal(name)) > 8


def _typed(session: AsyncSession, vote: Vote, name: str, zone: str) -> Signer:
    if vote.identity == "desk":
        proof = desks.desk_key(session, vote.id, name)
    else:
        proof = phone_key(session, name)
    return _signer(session, vote, name, proof, zone)


def _signer(session: AsyncSession, vote: Vote, name: str, proof: str, zone: str) -> Signer:
    return Signer(name, proofs.identity_key(session, vote, proof), zone)


async def _standing(session: AsyncSession, vote: Vote, signer: Signer) -> tuple[str, int | None]:
    """How this proof stands in the electorate, and whose it is."""
    query = select(Electorate.state, Electorate.person_id).where(
        Electorate.process_id == vote.id, Electorate.identity_key == signer.key
    )
    row = (await session.execute(query)).first()
    return (row.state, row.person_id) if row else ("", None)


async def _objected(session: AsyncSession, vote: Vote, signer: Signer) -> int:
    """The objection against this voter's ballot that two people agreed to; 0 if there is none."""
    query = select(func.max(Voiding.id)).where(
        Voiding.process_id == vote.id,
        Voiding.identity_key == signer.key,
        Voiding.agreed_at.is_not(None),
        ~Voiding.refused,
    )
    return int((await session.execute(query)).scalar_one() or 0)


async def _mark(session: AsyncSession, vote: Vote, signer: Signer, person: int | None) -> None:
    marks = {"method": "paper", "state": "marked", "zone": signer.zone}
    row = {"process_id": vote.id, "identity_key": signer.key, "person_id": person, **marks}
    statement = insert(session, Electorate).values(row)
    await session.execute(
        statement.on_conflict_do_update(index_elements=["process_id", "identity_key"], set_=marks)
    )


async def _take_out(
    session: AsyncSession, vote: Vote, signer: Signer, person: int | None, by: By
) -> None:
    """The ballot from the chat no longer counts, and its voter is told."""
    query = select(Electorate.identity_key).where(
        Electorate.process_id == vote.id,
        Electorate.person_id == person,
        Electorate.state == "voted",
    )
    if vote.identity in OF_PERSON and person:
        key = key_of(session, vote)
        for other in (await session.execute(query)).scalars().all():
            await merge(session, vote, code(key, other), code(key, signer.key))
            await set_state(session, vote, other, "joined")
    await set_aside(session, vote, signer.key, void=True)
    if person:
        await desks.tell(session, vote, person, "marked", by.now)


async def _free(session: AsyncSession, vote: Vote, signer: Signer, state: str) -> None:
    here = (Electorate.process_id == vote.id, Electorate.identity_key == signer.key)
    if not state:
        await session.execute(delete(Electorate).where(*here))
        return
    await session.execute(
        update(Electorate).where(*here).values(state=state, method="chat", zone="")
    )


def _counts(marked: Marked) -> dict[str, int]:
    kinds = ("done", "again", "blocked", "void")
    return {kind: len(getattr(marked, kind)) for kind in kinds}
