"""Sealing: ballots and receipts survive, nothing else does, and a crash anywhere is resumed."""

import asyncio
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import func, insert, select, text, update

from storage import sealing, sqlite, votes
from storage.engine import Database, secrets_of
from storage.keys import KeyMissing, read_key
from storage.mail import LETTER, letter
from storage.people import new_draft
from storage.tables.mail import Letter
from storage.tables.people import Account, Draft
from storage.tables.votes import Ballot, Electorate, SealedBallot
from tests.support.crowd import NOW
from tests.support.election import close_and_propose, election, seal, the_vote, vote, voter

PICKS = [("1",), ("2", "3"), ("1",), ("4", "5"), ("2",)]


class Crash(Exception):
    """The process ends here."""


async def voted(database, everybody=PICKS):
    """A vote in which everybody has voted and talked: (id, staff, receipts)."""
    async with database.writing() as session:
        id, staff = await election(session)
        people = [await voter(session) for _ in everybody]
        counted = [
            await vote(session, id, person, *picks)
            for person, picks in zip(people, everybody, strict=True)
        ]
    return id, staff, {ballot.receipt for ballot in counted}


async def left(database, table):
    async with database.reading() as session:
        return (await session.execute(select(func.count()).select_from(table))).scalar_one()


async def check_sealed(database, id, receipts):
    async with database.reading() as session:
        rows = (await session.execute(select(SealedBallot.choices))).scalars()
        assert sorted(tuple(choices) for choices in rows) == sorted(PICKS)
        assert set(await votes.receipts(session, id)) == receipts
        found = await the_vote(session, id)
        assert (found.seal_step, found.ballots) == ("done", len(PICKS))
        with pytest.raises(KeyMissing):
            read_key(secrets_of(session).vote_keys, found.key_print)
    assert await left(database, Ballot) == 0
    assert await left(database, Electorate) == len(PICKS)


async def test_sealing_keeps_every_ballot_and_every_receipt(database):
    id, staff, receipts = await voted(database)
    await seal(database, id, staff)
    await check_sealed(database, id, receipts)


COMMITS = 9


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("number", range(COMMITS))
async def test_a_crash_before_or_after_any_commit_is_resumed(database, number, after):
    id, staff, receipts = await voted(database)
    await close_and_propose(database, id, staff)
    commits = 0

    @asynccontextmanager
    async def writing():
        nonlocal commits
        async with database.writing() as session:
            yield session
            if not after and commits == number:
                raise Crash
        commits += 1
        if after and commits > number:
            raise Crash

    with pytest.raises(Crash):
        await sealing.seal(writing, id)
    await sealing.seal(database.writing, id)
    await check_sealed(database, id, receipts)


async def test_sealing_has_as_many_commits_as_were_tried(database):
    id, staff, _ = await voted(database)
    await close_and_propose(database, id, staff)
    commits = 0

    @asynccontextmanager
    async def writing():
        nonlocal commits
        async with database.writing() as session:
            yield session
        commits += 1

    await sealing.seal(writing, id)
    assert commits == COMMITS


async def test_a_sealed_vote_is_sealed_again_without_harm(database):
    id, staff, receipts = await voted(database)
    await seal(database, id, staff)
    await sealing.seal(database.writing, id)
    await check_sealed(database, id, receipts)


async def test_two_workers_sealing_at_once_keep_every_ballot_once(database):
    id, staff, receipts = await voted(database)
    await close_and_propose(database, id, staff)
    await asyncio.gather(*(sealing.seal(database.writing, id) for _ in range(2)))
    await check_sealed(database, id, receipts)


async def test_an_unconfirmed_vote_is_not_touched(database):
    id, _, _ = await voted(database)
    await sealing.seal(database.writing, id)
    assert await left(database, Ballot) == len(PICKS)
    assert await left(database, SealedBallot) == 0


async def talk(session, id, state="queued"):
    """A letter and an unfinished conversation about this vote and about another."""
    person = await voter(session)
    account = (await session.execute(select(func.max(Account.id)))).scalar_one()
    for name in (f"vote:{id}", f"vote:{id}1"):
        row = letter("fake", account, {"text": "№3"}, NOW, secret=name)
        await session.execute(insert(Letter).values({**LETTER, **row, "state": state}))
    for subject in (str(id), f"{id}1"):
        await new_draft(session, person, "vote", subject, {"picks": {"picks": ["3"]}}, NOW)


async def test_talk_about_the_vote_is_blanked_and_no_other(database):
    id, staff, _ = await voted(database)
    async with database.writing() as session:
        await talk(session, id)
        await talk(session, id, "sent")
    await seal(database, id, staff)
    async with database.reading() as session:
        bodies = (await session.execute(select(Letter.secret, Letter.state, Letter.body))).all()
        drafts = (await session.execute(select(Draft.subject))).scalars().all()
    ours = [(state, body) for secret, state, body in bodies if secret == f"vote:{id}"]
    others = [(state, body) for secret, state, body in bodies if secret != f"vote:{id}"]
    assert sorted(ours) == [("outdated", None), ("sent", None)]
    assert [body for _, body in others] == [{"text": "№3"}] * 2
    assert drafts == [f"{id}1"] * 2


async def test_a_letter_on_its_way_is_waited_for(database):
    id, staff, receipts = await voted(database)
    async with database.writing() as session:
        await talk(session, id, "claimed")
    await close_and_propose(database, id, staff)
    with pytest.raises(sealing.Busy):
        await sealing.seal(database.writing, id)
    assert await left(database, Ballot) == len(PICKS)
    async with database.writing() as session:
        await session.execute(update(Letter).values(state="sent"))
    await sealing.seal(database.writing, id)
    await check_sealed(database, id, receipts)


SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SELECT receipt FROM ballot"
WRITER = "SELECT pg_current_xact_id()::text"
READER = "SELECT receipt FROM ballot"


@pytest.mark.parametrize("older", [SNAPSHOT, WRITER])
async def test_an_older_transaction_is_waited_for(database, monkeypatch, older):
    """VACUUM would keep for it what we delete."""
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.01)
    monkeypatch.setattr(sealing, "LOOKS", 2)
    monkeypatch.setattr(sealing, "LOOK_SECONDS", 0)
    id, staff, receipts = await voted(database)
    await close_and_propose(database, id, staff)
    async with database.reading() as old:
        for statement in (READER if database.is_sqlite else older).split(";"):
            await old.execute(text(statement))
        with pytest.raises(sealing.Busy):
            await sealing.seal(database.writing, id)
    monkeypatch.undo()
    await sealing.seal(database.writing, id)
    await check_sealed(database, id, receipts)


async def test_a_writer_in_another_database_is_waited_for(database, monkeypatch):
    """New snapshots, that of VACUUM too, begin at the oldest writer of the whole server."""
    if database.is_sqlite:
        pytest.skip("one file is one database")
    monkeypatch.setattr(sealing, "LOOKS", 2)
    monkeypatch.setattr(sealing, "LOOK_SECONDS", 0)
    id, staff, receipts = await voted(database)
    server = Database(database.url.set(database="postgres").render_as_string(hide_password=False))
    async with server.writing() as old:
        await old.execute(text(WRITER))
        await close_and_propose(database, id, staff)
        with pytest.raises(sealing.Busy):
            await sealing.seal(database.writing, id)
    await server.close()
    monkeypatch.undo()
    await sealing.seal(database.writing, id)
    await check_sealed(database, id, receipts)


async def test_receipts_lie_in_the_file_in_an_order_of_their_own(database):
    id, staff, _ = await voted(database, PICKS * 3)
    await close_and_propose(database, id, staff)
    async with database.writing() as session:
        await session.execute(text("ANALYZE"))  # else an index brings the receipts in their order
    await sealing.seal(database.writing, id)
    place = "receipt" if database.is_sqlite else "ctid"
    async with database.reading() as session:
        query = text(f"SELECT receipt FROM sealed_receipt ORDER BY {place}")
        found = (await session.execute(query)).scalars().all()
    assert list(found) == sorted(found) and len(found) == 15


async def test_while_ballots_stand_their_key_does(database, monkeypatch):
    id, staff, _ = await voted(database)
    await close_and_propose(database, id, staff)

    async def crash(*_):
        raise Crash

    monkeypatch.setattr(sealing, "_blank_talk", crash)
    with pytest.raises(Crash):
        await sealing.seal(database.writing, id)
    assert [await left(database, table) for table in (Ballot, SealedBallot)] == [5, 0]
    async with database.reading() as session:
        read_key(secrets_of(session).vote_keys, (await the_vote(session, id)).key_print)
