"""Who has voted or signed, by their proofs; and that one person stays one voter."""

from sqlalchemy import and_, delete, or_, select, update
from sqlalchemy import insert as add
from sqlalchemy.ext.asyncio import AsyncSession

from storage import proofs, votes
from storage.box import Elsewhere, insert, key_of, merge, set_aside
from storage.keys import code
from storage.proofs import OF_PERSON, Voter
from storage.tables.electorate import Proof, Voiding
from storage.tables.people import Person
from storage.tables.votes import Electorate, Irregularity, Process
from storage.votes import Vote


async def hold(session: AsyncSession, kept: int, gone: int) -> None:
    """Before two people are joined: no ballot of theirs is cast, marked or voided meanwhile."""
    for id in await _unsealed(session, kept, gone):
        await votes.locked(session, id)


async def join(session: AsyncSession, kept: int, gone: int) -> None:
    """Two people turned out to be one: of two ballots in a vote the later confirmed one stays.

    Call it in the transaction that links the accounts, when `kept` has its final proofs.  Rows of
    a register, cards and desk checks are voters of their own, whoever holds them: their ballots
    stay.  After sealing linking changes nothing, and is counted as an irregularity.  Raises Paused.
    """
    for id in await _both(session, kept, gone):
        if (await votes.locked(session, id)).state in ("sealed", "counted"):
            await _note(session, id, "linked after sealing")
    await session.execute(
        update(Electorate).where(Electorate.person_id == gone).values(person_id=kept)
    )
    await _hand_over(session, kept, gone)
    for id in await _unsealed(session, kept):
        vote = await votes.locked(session, id)
        if vote.identity in OF_PERSON:
            mine = await proofs.voter(session, vote, kept, vote.opens_at)
            await gather(session, vote, kept, mine.key if mine else "")


async def forget(session: AsyncSession, person: int) -> None:
    """Somebody deletes their data: the mark that this proof has voted stays, whose it was goes.

    A ballot that is being confirmed at this moment is waited for: its mark is not seen before.
    """
    for id in await _unsealed(session, person):
        await votes.locked(session, id)
    await session.execute(select(Person.id).where(Person.id == person).with_for_update())
    await _bar_accounts(session, person)
    await session.execute(
        update(Electorate).where(Electorate.person_id == person).values(person_id=None)
    )
    await session.execute(delete(Proof).where(Proof.person_id == person))


async def mark_voted(session: AsyncSession, vote: Vote, person: int, mine: Voter) -> None:
    """That this proof has voted; the row is held, so two confirms of one proof queue here.

    A card is nobody's: a family votes in turn from one phone.
    """
    owner = None if mine.card else person
    taken = select(Electorate.state).where(
        Electorate.process_id == vote.id,
        Electorate.person_id == person,
        Electorate.state.in_(("marked", "void")),
    )
    if vote.identity in OF_PERSON and (await session.execute(taken)).first():
        raise Elsewhere
    row = {
        "process_id": vote.id,
        "identity_key": mine.key,
        "person_id": owner,
        "method": "chat",
        "state": "voted",
    }
    statement = insert(session, Electorate).values(**row)
    marked = statement.on_conflict_do_update(
        index_elements=["process_id", "identity_key"],
        set_={"person_id": owner, "state": "voted"},
        where=or_(
            Electorate.state == "voted",
            and_(Electorate.state == "joined", Electorate.person_id == person),
        ),
    ).returning(Electorate.state)
    if (await session.execute(marked)).first() is None:
        raise Elsewhere


async def put_down(session: AsyncSession, id: int, person: int) -> None:
    """The card leaves the chat: to change its ballot the code is typed again."""
    await session.execute(delete(Proof).where(Proof.process_id == id, Proof.person_id == person))


async def gather(session: AsyncSession, vote: Vote, person: int, mine: str) -> None:
    """A person with a new phone, or of two linked accounts, has one ballot, under one proof.

    It is `mine` if that can hold a ballot; a signature on the paper list takes out all of them.
    """
    query = select(Electorate.identity_key, Electorate.state).where(
        Electorate.process_id == vote.id, Electorate.person_id == person
    )
    rows = (await session.execute(query.order_by(Electorate.identity_key))).all()
    voted = [key for key, state in rows if state == "voted"]
    if any(state == "marked" for _, state in rows):
        for other in voted:
            await set_aside(session, vote, other, void=True)
            await set_state(session, vote, other, "joined")
            await _note(session, vote.id, "a ballot beside a signature")
        return
    if not voted or voted == [mine]:
        return
    target = mine if mine in voted or await _free(session, vote, person, mine) else voted[0]
    for other in voted:
        if other != target:
            key = key_of(session, vote)
            await merge(session, vote, code(key, other), code(key, target))
            await set_state(session, vote, other, "joined")
            await _carry_objection(session, vote, other, target)
            await _note(session, vote.id, "two proofs of one person")


async def _carry_objection(session: AsyncSession, vote: Vote, other: str, target: str) -> None:
    """Linking accounts takes nobody out of the way of an objection that waits."""
    waits = (Voiding.process_id == vote.id, Voiding.agreed_at.is_(None), ~Voiding.refused)
    there = select(Voiding.id).where(*waits, Voiding.identity_key == target)
    if (await session.execute(there)).first() is None:
        moved = update(Voiding).where(*waits, Voiding.identity_key == other)
        await session.execute(moved.values(identity_key=target))


async def _free(session: AsyncSession, vote: Vote, person: int, mine: str) -> bool:
    """Take a proof that nobody else has used, for a ballot of this person."""
    if not mine:
        return False
    try:
        await mark_voted(session, vote, person, Voter(mine))
    except Elsewhere:
        return False
    return True


async def set_state(session: AsyncSession, vote: Vote, identity_key: str, state: str) -> None:
    """What has become of this proof."""
    await session.execute(
        update(Electorate)
        .where(Electorate.process_id == vote.id, Electorate.identity_key == identity_key)
        .values(state=state)
    )


async def _hand_over(session: AsyncSession, kept: int, gone: int) -> None:
    """Proofs go along; of two in one vote the other is free again, and its ballot stays with it."""
    twice = select(Proof.process_id).where(Proof.person_id == kept)
    await session.execute(delete(Proof).where(Proof.person_id == gone, Proof.process_id.in_(twice)))
    await session.execute(update(Proof).where(Proof.person_id == gone).values(person_id=kept))


async def _bar_accounts(session: AsyncSession, person: int) -> None:
    """Linked accounts that voted as one do not become two voters when their person goes."""
    for id in await _unsealed(session, person):
        vote = await votes.locked(session, id)
        if vote.identity != "account":
            continue
        rows = [
            {
                "process_id": id,
                "identity_key": proofs.identity_key(session, vote, *account),
                "method": "chat",
                "state": "joined",
            }
            for account in await proofs.accounts(session, person)
        ]
        if rows:
            await session.execute(insert(session, Electorate).values(rows).on_conflict_do_nothing())


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


async def _unsealed(session: AsyncSession, *people: int) -> list[int]:
    query = (
        select(Electorate.process_id)
        .join(Process, Process.id == Electorate.process_id)
        .where(Electorate.person_id.in_(people), Process.state.not_in(("sealed", "counted")))
        .distinct()
        .order_by(Electorate.process_id)
    )
    return list((await session.execute(query)).scalars())


async def _note(session: AsyncSession, id: int, kind: str) -> None:
    """For the public record.  The hour is left out: it would point at who it was."""
    await session.execute(add(Irregularity).values(process_id=id, kind=kind))
