"""Two who meet in a fixed order: the first has done its work, but not committed, when the other
begins.  On SQLite the other begins afterwards, for a file has one writer."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from bot.civic.edition import Paper
from storage import ballots, belongings, cards, conduct, desks, register, signatures, voidings
from storage.box import Elsewhere
from storage.conduct import NotNow
from storage.desks import Identity
from storage.proofs import Found
from storage.tables.electorate import Proof, Voiding
from storage.tables.people import Account
from storage.tables.votes import Electorate
from tests.storage.test_races_of_votes import casting, outcome
from tests.support.crowd import NOW, resident
from tests.support.election import AFTER, election, the_vote, vote, voter
from tests.support.electorate import (
    again,
    claimant,
    edition_vote,
    handed,
    personal,
    registered,
    staff_by,
    standing,
    voter_of,
)


@pytest.fixture
async def second(database):
    """The same database as another process opens it."""
    opened = again(database)
    yield opened
    await opened.close()


LOCKED = (
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


async def stuck(database, task):
    """Until the other transaction waits for ours, or has come to its end."""
    for _ in range(200):
        await asyncio.sleep(0.01)
        if task.done() or database.is_sqlite:  # a file has one writer: the other has not begun
            return
        async with database.reading() as session:
            if (await session.execute(text(LOCKED))).scalar_one():
                return
    raise AssertionError


async def crossing(database, second, first, then):
    """What came of both: `first` has done its work, but not committed, when `then` begins."""
    async with database.writing() as session:
        one = await first(session)
        other = asyncio.create_task(outcome(second, then))
        await stuck(database, other)
    return one, await other


def leaving(person):
    async def work(session):
        await belongings.empty(session, person, NOW)
        await belongings.begin_anew(session, person, NOW)

    return work


async def test_a_confirm_that_meets_a_stop_waits_for_it(database, second):
    async with database.writing() as session:
        id, staff = await election(session)
        person = await voter(session)
    by = staff_by(staff, now=NOW + timedelta(minutes=1))

    async def stopping(session):
        await conduct.stop(session, id, by, "a wrong number on the posters")

    late = casting(id, person, "1", at=NOW + timedelta(minutes=2))
    _, tapped = await crossing(database, second, stopping, late)
    assert isinstance(tapped, ballots.Closed)
    assert await standing(database, id) == (0, 0, {})


async def test_a_confirm_that_meets_a_paper_mark_is_elsewhere(database, second):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register", Paper.REPLACES)
        await registered(session, id, 1)
        person, _ = await voter_of(session, id, 1)

    async def marking(session):
        found = await signatures.signers(session, await the_vote(session, id), ["1"])
        return await signatures.mark(session, id, staff_by(staff), list(found.values()))

    _, tapped = await crossing(database, second, marking, casting(id, person, "1"))
    assert isinstance(tapped, Elsewhere)
    assert await standing(database, id) == (0, 0, {"marked": 1})


@pytest.mark.parametrize("identity", ["account", "phone", "register"])
async def test_whoever_deletes_themselves_while_confirming_has_not_voted(
    database, second, identity
):
    async with database.writing() as session:
        id, _ = await edition_vote(session, identity)
        await registered(session, id, 1)
        person = await voter(session, "+995 599 12 34 56")
        if identity == "register":
            await voter_of(session, id, 1, person)
    _, tapped = await crossing(database, second, leaving(person), casting(id, person, "1"))
    assert isinstance(tapped, ballots.Unproven)
    assert await standing(database, id) == (0, 0, {})


async def test_a_card_that_goes_to_another_chat_while_its_first_one_confirms(database, second):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "code")
        [card] = await handed(session, id, staff_by(staff), 1)
        one, two = [await claimant(session) for _ in range(2)]
        assert await cards.take(session, await the_vote(session, id), one, card.code) is Found.OK

    async def taking(session):
        return await cards.take(session, await the_vote(session, id), two, card.code)

    found, tapped = await crossing(database, second, taking, casting(id, one.person, "1"))
    assert found is Found.OK
    assert isinstance(tapped, ballots.Unproven)
    assert await standing(database, id) == (0, 0, {})
    counted = await outcome(database, casting(id, two.person, "2"))
    assert isinstance(counted, ballots.Counted)


async def test_a_card_that_confirms_while_it_goes_to_another_chat(database, second):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "code")
        [card] = await handed(session, id, staff_by(staff), 1)
        one, two = [await claimant(session) for _ in range(2)]
        assert await cards.take(session, await the_vote(session, id), one, card.code) is Found.OK

    async def taking(session):
        return await cards.take(session, await the_vote(session, id), two, card.code)

    tapped, found = await crossing(database, second, casting(id, one.person, "1"), taking)
    assert isinstance(tapped, ballots.Counted) and found is Found.OK
    assert (await outcome(database, casting(id, two.person, "2"))).again
    assert await standing(database, id) == (1, 0, {"voted": 1})


async def test_an_objection_is_decided_once(database, second):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register")
        await registered(session, id, 1)
        person, _ = await voter_of(session, id, 1)
        await vote(session, id, person, "1")
        await conduct.close(session, id, AFTER)
        [one] = (await signatures.signers(session, await the_vote(session, id), ["1"])).values()
        await voidings.ask(session, id, staff_by(staff, now=AFTER), one, "lives in another town")
        [asked] = await voidings.waiting(session, id)

    def deciding(name, agreed):
        async def work(session):
            await voidings.decide(session, asked.id, staff_by(staff, name, AFTER), agreed=agreed)

        return work

    _, other = await crossing(
        database, second, deciding("second", True), deciding("partner", False)
    )
    assert isinstance(other, NotNow) and other.why == "state"
    async with database.reading() as session:
        assert (await session.execute(select(Voiding.refused))).scalars().all() == [False]
    assert await standing(database, id) == (0, 1, {"void": 1})


async def test_the_desk_is_told_when_another_chat_was_quicker(database, second):
    async with database.writing() as session:
        id, staff = await edition_vote(session, "register")
        await registered(session, id, 1)
        holder, other = await resident(session), await claimant(session)
        vote_ = await the_vote(session, id)
        said = await desks.new_code(session, vote_, holder, NOW)

    async def claiming(session):
        return await register.claim(session, vote_, other, personal(1))

    async def checking(session):
        return await desks.check(session, id, staff_by(staff), Identity(said, personal(1)))

    found, checked = await crossing(database, second, claiming, checking)
    assert found is Found.OK
    assert isinstance(checked, NotNow) and checked.why == "taken"
    async with database.reading() as session:
        assert (await session.execute(select(Proof.by))).scalars().all() == [None]


@pytest.mark.parametrize("identity", ["account", "phone", "register"])
async def test_whose_ballot_it_was_goes_though_it_was_just_confirmed(database, second, identity):
    async with database.writing() as session:
        id, _ = await edition_vote(session, identity)
        await registered(session, id, 1)
        person = await voter(session, "+995 599 12 34 56")
        if identity == "register":
            await voter_of(session, id, 1, person)
    tapped, _ = await crossing(database, second, casting(id, person, "1"), leaving(person))
    assert isinstance(tapped, ballots.Counted)
    async with database.reading() as session:
        assert (await session.execute(select(Electorate.person_id))).scalars().all() == [None]


async def test_two_messengers_stay_one_voter_though_the_ballot_was_just_confirmed(database, second):
    async with database.writing() as session:
        id, _ = await election(session)
        person = await resident(session, "telegram", "viber")
    await crossing(database, second, casting(id, person, "1"), leaving(person))
    async with database.reading() as session:
        query = select(Account.person_id).where(Account.address.like(f"%-{person}"))
        first, other = (await session.execute(query.order_by(Account.id))).scalars().all()
    assert (await outcome(database, casting(id, first, "2"))).again
    assert isinstance(await outcome(database, casting(id, other, "3")), Elsewhere)
    assert await standing(database, id) == (1, 0, {"voted": 1, "joined": 1})
