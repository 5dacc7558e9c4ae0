"""One person, one ballot, on both engines."""

import asyncio
import logging
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from bot.civic.ballots import Flaw, Rules
from storage import ballots, conduct, electorate, votes
from storage.conduct import By
from storage.engine import secrets_of
from storage.phones import prove_phone
from storage.tables.people import Person
from storage.tables.votes import Ballot, Electorate, Irregularity
from tests.support.crowd import NOW, PLACE, resident
from tests.support.election import close_and_propose, election, seal, the_vote, vote, voter

PHONE = "+995 599 12 34 56"


async def count(database, table):
    async with database.reading() as session:
        return (await session.execute(select(func.count()).select_from(table))).scalar_one()


async def choices(database):
    async with database.reading() as session:
        return list((await session.execute(select(Ballot.choices))).scalars())


async def test_the_last_confirmed_ballot_counts_and_keeps_its_receipt(database):
    async with database.writing() as session:
        id, _ = await election(session)
        person = await voter(session)
        first = await vote(session, id, person, "3", "1")
        again = await vote(session, id, person, "2")
    assert (first.again, again.again) == (False, True)
    assert first.receipt == again.receipt
    assert await choices(database) == [["2"]]
    assert await count(database, Electorate) == 1


async def test_choices_are_kept_by_number_not_as_they_were_tapped(database):
    async with database.writing() as session:
        id, _ = await election(session)
        await vote(session, id, await voter(session), "3", "1", "2")
    assert await choices(database) == [["1", "2", "3"]]


async def test_concurrent_confirms_of_one_person_leave_one_ballot(database):
    async with database.writing() as session:
        id, _ = await election(session)
        person = await voter(session)

    async def confirm(pick):
        async with database.writing() as session:
            return await vote(session, id, person, pick)

    counted = await asyncio.gather(*(confirm(str(number)) for number in (1, 2, 3, 4, 5)))
    assert [c.again for c in counted].count(False) == 1
    assert len({c.receipt for c in counted}) == 1
    assert await count(database, Ballot) == 1
    assert await count(database, Electorate) == 1


async def test_two_people_with_one_phone_are_one_voter(database):
    async with database.writing() as session:
        id, _ = await election(session, identity="phone")
        first, second = await voter(session, PHONE), await voter(session)
        await vote(session, id, first, "1")
        with pytest.raises(ballots.Unproven):
            await vote(session, id, second, "2")
        assert await prove_phone(session, second, "0599123456", NOW) == first
        again = await vote(session, id, first, "2")
    assert again.again
    assert await count(database, Ballot) == 1


async def test_no_number_is_stored(database):
    async with database.writing() as session:
        await election(session, identity="phone")
        await voter(session, PHONE)
        keys = (await session.execute(select(Person.phone_key))).scalars()
        assert {len(key) for key in keys if key} == {64}


@pytest.mark.parametrize(("first", "second"), [("kept", "gone"), ("gone", "kept")])
async def test_linked_accounts_keep_the_later_ballot(database, first, second):
    async with database.writing() as session:
        id, _ = await election(session)
        people = {"kept": await voter(session), "gone": await voter(session)}
        await vote(session, id, people[first], "1")
        await vote(session, id, people[second], "2", at=NOW + timedelta(hours=1))
        await electorate.join(session, people["kept"], people["gone"])
    assert await choices(database) == [["2"]]
    async with database.writing() as session:
        again = await vote(session, id, people["kept"], "3")
        with pytest.raises(ballots.Elsewhere):
            await vote(session, id, people["gone"], "4")
    assert again.again
    assert await choices(database) == [["3"]]
    assert await count(database, Irregularity) == 1


async def test_linking_one_who_has_not_voted_keeps_the_ballot(database):
    async with database.writing() as session:
        id, _ = await election(session)
        kept, gone = await voter(session), await voter(session)
        await vote(session, id, gone, "1")
        await electorate.join(session, kept, gone)
        vote_ = await the_vote(session, id)
        assert await ballots.has_voted(session, vote_.id, kept)
        again = await vote(session, id, kept, "5")
    assert again.again
    assert await choices(database) == [["5"]]


async def test_linking_after_sealing_is_counted_and_changes_nothing(database):
    async with database.writing() as session:
        id, staff = await election(session)
        kept, gone = await voter(session), await voter(session)
        await vote(session, id, kept, "1")
        await vote(session, id, gone, "1")
    await seal(database, id, staff)
    async with database.writing() as session:
        await electorate.join(session, kept, gone)
        kinds = (await session.execute(select(Irregularity.kind))).scalars().all()
        assert kinds == ["linked after sealing"]
        assert (await the_vote(session, id)).ballots == 2


async def test_a_new_phone_gives_no_second_ballot(database):
    async with database.writing() as session:
        id, _ = await election(session, identity="phone")
        person = await voter(session, PHONE)
        await vote(session, id, person, "1")
        await session.execute(update(Person).where(Person.id == person).values(phone_key=None))
        await prove_phone(session, person, "599 65 43 21", NOW)
        await vote(session, id, person, "2")
    assert await choices(database) == [["2"]]


async def test_who_deletes_their_data_cannot_vote_twice(database):
    async with database.writing() as session:
        id, _ = await election(session, identity="phone")
        person = await voter(session, PHONE)
        await vote(session, id, person, "1")
        await electorate.forget(session, person)
        await session.execute(update(Person).where(Person.id == person).values(phone_key=None))
        back = await voter(session, PHONE)
        assert (await vote(session, id, back, "2")).again
    assert await choices(database) == [["2"]]


@pytest.mark.parametrize(
    ("at", "counts"),
    [
        (timedelta(seconds=-1), False),
        (timedelta(0), True),
        (timedelta(days=7, microseconds=-1), True),
        (timedelta(days=7), False),
    ],
)
async def test_the_hour_is_kept_to_the_microsecond(database, at, counts):
    async with database.writing() as session:
        id, _ = await election(session)
        person = await voter(session)
        if counts:
            await vote(session, id, person, "1", at=NOW + at)
        else:
            with pytest.raises(ballots.Closed):
                await vote(session, id, person, "1", at=NOW + at)


async def test_a_stop_takes_no_ballot_that_had_reached_us(database):
    noon = NOW + timedelta(hours=4)
    async with database.writing() as session:
        id, staff = await election(session)
        by = By(staff["first"], PLACE, noon)
        await conduct.stop(session, id, by, "a wrong number on the posters")
        await vote(session, id, await voter(session), "1", at=noon - timedelta(seconds=1))
        with pytest.raises(ballots.Closed):
            await vote(session, id, await voter(session), "1", at=noon)
        await conduct.reopen(session, id, by, "posters corrected")
        await vote(session, id, await voter(session), "1", at=noon + timedelta(minutes=1))
    assert await count(database, Ballot) == 2


async def test_nobody_votes_in_the_time_of_objections_or_later(database):
    async with database.writing() as session:
        id, staff = await election(session)
        person = await voter(session)
    await close_and_propose(database, id, staff)
    async with database.writing() as session:
        with pytest.raises(ballots.Closed):
            await vote(session, id, person, "1")


async def test_without_its_key_a_vote_is_paused_and_somebody_is_called(database, caplog):
    async with database.writing() as session:
        id, _ = await election(session)
        folder = secrets_of(session).vote_keys
        key = next(folder.iterdir())
        content = key.read_bytes()
        key.unlink()
        person = await voter(session)
        with caplog.at_level(logging.CRITICAL), pytest.raises(ballots.Paused):
            await vote(session, id, person, "1")
        assert not await ballots.ready(session, await the_vote(session, id))
        assert list(folder.iterdir()) == []
        assert "key of process" in caplog.text
        key.write_bytes(b"another key".ljust(32))
        with pytest.raises(ballots.Paused):
            await vote(session, id, person, "1")
        key.write_bytes(content)
        await vote(session, id, person, "1")


@pytest.mark.parametrize(
    ("picks", "flaw"),
    [
        (("1", "2", "3", "4"), Flaw.TOO_MANY),
        ((), Flaw.TOO_FEW),
        (("77",), Flaw.UNKNOWN),
        (("2", "2"), Flaw.TWICE),
        (("5",), Flaw.WITHDRAWN),
    ],
)
async def test_picks_against_the_rules_are_refused(database, picks, flaw):
    async with database.writing() as session:
        id, staff = await election(session)
        by = By(staff["first"], PLACE, NOW)
        await conduct.withdraw(session, id, by, 5, {"ka": "მიწა კერძოა"})
        with pytest.raises(ballots.BadPicks) as bad:
            await vote(session, id, await voter(session), *picks)
        assert [found.flaw for found in bad.value.flaws] == [flaw]


async def test_a_project_of_another_zone_is_not_on_the_ballot(database):
    rules = Rules(pots={"": 10_000, "a": 10_000, "b": 10_000}, most=3)
    async with database.writing() as session:
        id, _ = await election(session, rules=rules)
        rows = [
            {"number": 11, "title": {"ka": "ა"}, "cost": 1, "zone": "a"},
            {"number": 12, "title": {"ka": "ბ"}, "cost": 1, "zone": "b"},
        ]
        await votes.add_projects(session, id, rows)
        await vote(session, id, await voter(session), "1", "11", zone="a")
        with pytest.raises(ballots.BadPicks):
            await vote(session, id, await voter(session), "1", "12", zone="a")


async def test_the_order_is_each_persons_own_and_stays(database):
    async with database.writing() as session:
        id, _ = await election(session)
        vote_, items = await the_vote(session, id), await votes.projects(session, id)
        people = [await resident(session) for _ in range(20)]
        orders = [
            tuple(item.number for item in await ballots.order(session, vote_, person, items))
            for person in people
        ]
        again = await ballots.order(session, vote_, people[0], items)
    assert len(set(orders)) > 10
    assert orders[0] == tuple(item.number for item in again)
    assert {tuple(sorted(order)) for order in orders} == {(1, 2, 3, 4, 5)}
