"""From a count to a told result: the referee, two people, a new hour, a lot drawn in public."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.civic.ballots import Rules, Tie
from storage import audiences, due, lots, release, results, sealing, votes
from storage.conduct import By, NotNow
from storage.staff import grant
from storage.tables.votes import Process
from storage.tables.work import Job
from tests.support.counted import AGREES, TOLD, count, counted, idea_of, polled
from tests.support.crowd import NOW, PLACE, municipality, resident
from tests.support.election import close_and_propose, the_vote, voter

LARGE = {"finding": "not-refereed", "referee": "pabutools", "winners": [], "why": "too-large"}
DIFFERS = {"finding": "differs", "referee": "naive", "winners": ["5"], "why": None}
BEFORE = TOLD - timedelta(days=1)


async def settle(database, id, found, now=BEFORE):
    async with database.writing() as session:
        return await release.settle(session, id, found, now)


async def found(database, id):
    async with database.reading() as session:
        return await the_vote(session, id)


def by(staff, who, now=BEFORE):
    return By(staff[who], PLACE, now)


async def test_a_count_is_nobodys_until_the_referee_has_spoken(database):
    id, _, _ = await counted(database)
    vote = await found(database, id)
    assert release.finding(vote) == results.WAITING
    assert not vote.told(TOLD + timedelta(days=99))
    async with database.reading() as session:
        kinds = (await session.execute(select(Job.kind).order_by(Job.id))).scalars().all()
        assert kinds[-1] == "referee"


async def test_an_agreed_count_is_told_at_its_hour_and_not_before(database):
    id, _, _ = await counted(database)
    assert await settle(database, id, AGREES)
    vote = await found(database, id)
    assert vote.told(TOLD) and not vote.told(TOLD - timedelta(seconds=1))
    assert await settle(database, id, DIFFERS) is None
    assert (await found(database, id)).told(TOLD)


async def test_a_count_that_was_not_refereed_needs_two_people(database):
    id, staff, _ = await counted(database)
    await settle(database, id, LARGE)
    assert not (await found(database, id)).told(TOLD)
    async with database.writing() as session:
        assert not await release.release(session, id, by(staff, "first"))
    assert not (await found(database, id)).told(TOLD)
    async with database.writing() as session:
        with pytest.raises(NotNow, match="same-person"):
            await release.release(session, id, by(staff, "first"))
        assert await release.release(session, id, by(staff, "partner"))
    assert (await found(database, id)).told(TOLD)


async def test_nobody_releases_a_count_from_which_the_referee_differs(database):
    id, staff, _ = await counted(database)
    await settle(database, id, DIFFERS)
    async with database.writing() as session:
        for who in ("first", "second", "partner"):
            with pytest.raises(NotNow, match="state"):
                await release.release(session, id, by(staff, who))
    async with database.writing() as session:
        await release.recount(session, id, by(staff, "first"))
    vote = await found(database, id)
    assert (vote.state, vote.referee, vote.release_by) == ("sealed", None, None)


async def test_neither_neighbours_nor_citizens_release_a_count(database):
    id, _, people = await counted(database)
    await settle(database, id, LARGE)
    async with database.writing() as session:
        await municipality(session, "other")
        neighbour = await resident(session, place="other")
        await grant(session, neighbour, "other", "coordinator", NOW)
        for who in (By(neighbour, "other", BEFORE), By(people[0], PLACE, BEFORE)):
            for step in (release.release, release.recount):
                with pytest.raises(NotNow, match="role"):
                    await step(session, id, who)


async def test_a_told_result_is_not_counted_again(database):
    id, staff, _ = await counted(database)
    await settle(database, id, AGREES)
    async with database.writing() as session:
        with pytest.raises(NotNow, match="state"):
            await release.recount(session, id, by(staff, "first"))


async def test_a_new_hour_is_that_of_the_calendar_too(database):
    id, _, _ = await counted(database)
    async with database.writing() as session:
        at = await release.postpone(session, await the_vote(session, id), TOLD)
        assert at == TOLD + release.LATER
    assert (await found(database, id)).results_at == at
    async with database.reading() as session:
        states = await due.due_states(session, votes.RESULTS, votes.subject(id))
    assert states["open"] >= 2


async def test_a_result_counted_before_there_was_a_referee_stays_told(database):
    id, _, _ = await counted(database)
    async with database.writing() as session:
        await session.execute(update(Process).values(referee=None))
    assert (await found(database, id)).told(TOLD)


async def test_everybody_who_took_part_is_written_to_once(database):
    id, _, people = await counted(database)
    async with database.writing() as session:
        author, supporter, stranger = [await voter(session) for _ in range(3)]
        await idea_of(session, id, 1, author, supporter, people[0])
        meant = await audiences.count_people(session, {"took_part": id})
    assert meant == len(people) + 2
    assert stranger not in people


TIED = Rules(pots={"": 50_000}, most=3, minimum=1, tie=Tie.LOT)
PROTOCOL = "საკრებულოს დარბაზი, 1.12.2026, 12 დამსწრე; ნომრები ქუდიდან ამოიღეს."
DRAWN = (4, 2, 5, 1, 3)


async def test_a_lot_counts_once_a_second_person_has_confirmed_it(database):
    id, staff, _ = await polled(database, rules=TIED)
    async with database.writing() as session:
        seeded = lots.order(await the_vote(session, id), list("12345"))
        await lots.record(session, id, by(staff, "first", NOW), DRAWN, PROTOCOL)
        assert lots.order(await the_vote(session, id), list("12345")) == seeded
        with pytest.raises(NotNow, match="same-person"):
            await lots.confirm(session, id, by(staff, "first", NOW))
        await lots.confirm(session, id, by(staff, "partner", NOW))
        assert lots.order(await the_vote(session, id), list("12345")) == ("4", "2", "5", "1", "3")
        with pytest.raises(NotNow, match="state"):
            await lots.refuse(session, id, by(staff, "second", NOW))


async def test_a_refused_lot_is_recorded_anew(database):
    id, staff, _ = await polled(database, rules=TIED)
    async with database.writing() as session:
        await lots.record(session, id, by(staff, "first", NOW), DRAWN, PROTOCOL)
        await lots.refuse(session, id, by(staff, "second", NOW))
        assert (await the_vote(session, id)).lot is None
        await lots.record(session, id, by(staff, "second", NOW), DRAWN[::-1], PROTOCOL)
        await lots.confirm(session, id, by(staff, "first", NOW))


@pytest.mark.parametrize("drawn", [(1, 2, 3, 4), (1, 2, 3, 4, 4), (1, 2, 3, 4, 9), ()])
async def test_a_lot_names_every_project_once(database, drawn):
    id, staff, _ = await polled(database, rules=TIED)
    async with database.writing() as session:
        with pytest.raises(NotNow, match="lot"):
            await lots.record(session, id, by(staff, "first", NOW), drawn, PROTOCOL)


async def test_no_lot_is_recorded_after_sealing(database):
    id, staff, _ = await polled(database, rules=TIED)
    await close_and_propose(database, id, staff)
    async with database.writing() as session:
        for step in (lots.confirm, lots.refuse):
            with pytest.raises(NotNow, match="state"):
                await step(session, id, by(staff, "partner"))
        with pytest.raises(NotNow, match="state"):
            await lots.record(session, id, by(staff, "first"), DRAWN, PROTOCOL)


@pytest.mark.parametrize("order", [(5, 4, 3, 2, 1), (4, 5, 3, 2, 1)])
async def test_the_lot_drawn_in_public_decides_the_count(database, order):
    """Projects 4 and 5 have a vote each, and there is money for one of them."""
    id, staff, _ = await polled(database, (("4",), ("5",)), rules=TIED)
    async with database.writing() as session:
        await lots.record(session, id, by(staff, "first", NOW), order, PROTOCOL)
        await lots.confirm(session, id, by(staff, "second", NOW))
    await close_and_propose(database, id, staff)
    await sealing.seal(database.writing, id)
    await count(database, id)
    async with database.reading() as session:
        placed = await results.placed(session, id)
    assert [p.item.number for p in placed if p.outcome.funded] == [order[0]]
