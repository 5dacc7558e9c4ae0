"""How long data is kept: who is looked for, who is spared, and that the day is the place's own."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from bot.civic.keeping import NOTICE
from storage import keeping, tidy
from storage.keeping import END, LOOK
from storage.people import Conflict
from storage.tables.ideas import Idea
from storage.tables.mail import Campaign, Letter
from storage.tables.people import Account, Municipality, Person, Role
from storage.tables.work import Due
from tests.support.crowd import NOW, PLACE, municipality, resident, set_account
from tests.support.election import election, the_vote, vote

DAY = timedelta(days=1)
OLD = date(2025, 6, 20)  # 18 months later it is 20.12.2026, four weeks after NOW
YOUNG = date(2025, 6, 23)


@pytest.fixture
async def place(database):
    async with database.writing() as session:
        await municipality(session)
    return database


async def person(database, since=OLD, **more):
    async with database.writing() as session:
        return await resident(session, kept_from=since, **more)


async def look(database, now=NOW, place=PLACE):
    async with database.writing() as session:
        return await keeping.look(session, place, now)


async def term(database, person):
    async with database.reading() as session:
        query = select(Person.kept_from, Person.delete_on).where(Person.id == person)
        return tuple((await session.execute(query)).one())


async def gone(database, person):
    async with database.reading() as session:
        query = select(Person.deleted_at.is_not(None)).where(Person.id == person)
        return (await session.execute(query)).scalar_one()


async def end(database, person, on, now):
    async with database.writing() as session:
        return await keeping.end(session, person, on, now)


async def test_who_was_away_long_is_told_once_a_month_before_and_nobody_else(place):
    old = await person(place)
    young = await person(place, YOUNG)
    [ending] = await look(place)
    assert (ending.person, ending.on) == (old, NOW.date() + NOTICE)
    assert ending.who is not None
    assert await look(place) == []
    assert (await term(place, young))[1] is None


async def test_on_time_the_day_is_exactly_the_end_of_the_term(place):
    await person(place, date(2025, 6, 22))
    assert await look(place, NOW - DAY) == []
    [ending] = await look(place, NOW)
    assert ending.on == date(2026, 12, 22)


async def test_who_cannot_or_may_not_be_written_to_has_a_day_and_no_letter(place):
    async with place.writing() as session:
        blocked = await resident(session, kept_from=OLD)
        await set_account(session, blocked, reachable=False)
        stopped = await resident(session, kept_from=OLD)
        await set_account(session, stopped, opted_out=True)
        either = await resident(session, "fake", "other", kept_from=OLD)
        await set_account(session, either, "fake", reachable=False)
    told = {one.person: one.who and one.who.bot for one in await look(place)}
    assert told == {blocked: None, stopped: None, either: "other"}


async def test_a_stranger_who_never_joined_is_deleted_without_a_word(place):
    stranger = await person(place, place=None)
    [ending] = await look(place, place="")
    assert (ending.person, ending.who) == (stranger, None)


async def test_whoever_works_for_the_municipality_stays(place):
    member = await person(place)
    role = {"person_id": member, "municipality_id": PLACE, "role": "reviewer", "since": NOW}
    async with place.writing() as session:
        await session.execute(insert(Role).values(role))
    assert await look(place) == []


async def test_voters_and_authors_stay_until_the_edition_can_no_longer_be_contested(database):
    async with database.writing() as session:
        id, staff = await election(session)
        voter, author = await resident(session), await resident(session)
        await vote(session, id, voter, "1")
        idea = {"municipality_id": PLACE, "process_id": id, "author_id": author, "number": 1}
        words = {"title": "ხიდი", "text": "ხიდი", "language": "ka", "category": "roads"}
        await session.execute(insert(Idea).values(**idea, **words, submitted_at=NOW))
        await session.execute(update(Person).values(kept_from=OLD))
        over = (await the_vote(session, id)).results_at + keeping.OBJECTIONS
    assert await look(database, over - DAY) == []
    assert {one.person for one in await look(database, over)} == {voter, author}
    assert not await gone(database, staff["first"])


async def test_on_the_day_everything_goes_and_the_chat_belongs_to_a_stranger(place):
    old = await person(place, name="ნინო")
    [ending] = await look(place)
    assert not await end(place, old, ending.on + DAY, ending.at)
    assert await end(place, old, ending.on, ending.at)
    assert await gone(place, old)
    async with place.reading() as session:
        owner = (await session.execute(select(Account.person_id))).scalar_one()
    assert owner != old
    assert not await gone(place, owner)


async def test_who_came_back_is_not_deleted_and_has_a_new_term(place):
    old = await person(place)
    [ending] = await look(place)
    back = ending.on - DAY
    async with place.writing() as session:
        await keeping.came(session, old, back)
    assert not await end(place, old, ending.on, ending.at)
    assert await term(place, old) == (back, None)


async def test_who_has_become_staff_meanwhile_is_told_anew_afterwards(place):
    old = await person(place)
    [ending] = await look(place)
    role = {"person_id": old, "municipality_id": PLACE, "role": "helper", "since": NOW}
    async with place.writing() as session:
        await session.execute(insert(Role).values(role))
    assert not await end(place, old, ending.on, ending.at)
    async with place.writing() as session:
        await session.execute(delete(Role))
    [again] = await look(place, ending.at)
    assert again.on == ending.on + NOTICE


async def test_the_dead_are_not_looked_for_nor_brought_back(place):
    old = await person(place)
    [ending] = await look(place)
    await end(place, old, ending.on, ending.at)
    assert await look(place, ending.at) == []
    async with place.writing() as session:
        await keeping.came(session, old, ending.on)
        with pytest.raises(Conflict):
            await keeping.keep(session, old, ending.on)


async def keep(database, person, today):
    async with database.writing() as session:
        await keeping.keep(session, person, today)


async def test_keeping_and_the_end_in_the_same_moment_never_both_happen(place):
    for _ in range(5):
        old = await person(place)
        [ending] = await look(place)
        acts = end(place, old, ending.on, ending.at), keep(place, old, ending.on)
        ended, said = list[Any](await asyncio.gather(*acts, return_exceptions=True))
        assert isinstance(said, Conflict) == ended == await gone(place, old)


async def test_a_chunk_is_bounded_and_the_next_one_goes_on(place):
    async with place.writing() as session:
        for _ in range(keeping.CHUNK + 1):
            await resident(session, kept_from=OLD)
    assert [len(await look(place)) for _ in range(3)] == [keeping.CHUNK, 1, 0]


async def test_those_whom_a_result_has_reached_begin_a_new_term(place):
    states = ("sent", "unreachable", "opted_out", "sent")
    people = [await person(place) for _ in states]
    await look(place)
    late = await person(place, NOW.date() + DAY)
    async with place.writing() as session:
        campaign = {"municipality_id": PLACE, "kind": "results", "bodies": {}, "audience": {}}
        added = insert(Campaign).values(**campaign, hold_until=NOW, made_at=NOW)
        id = (await session.execute(added.returning(Campaign.id))).scalar_one()
        for who, state in zip([*people, late], [*states, "sent"], strict=True):
            account = select(Account.id).where(Account.person_id == who).scalar_subquery()
            letter = {"bot": "fake", "account_id": account, "lane": 1, "state": state}
            times = {"written_at": NOW, "due_at": NOW, "campaign_id": id}
            await session.execute(insert(Letter).values(**letter, **times))
    async with place.writing() as session:
        assert await keeping.renew(session, id, 0) is None
    today = (NOW.date(), None)
    ends = (OLD, NOW.date() + NOTICE)
    assert [await term(place, who) for who in people] == [today, ends, ends, today]
    assert await term(place, late) == (NOW.date() + DAY, None)


async def test_each_place_is_looked_at_on_its_own_morning(place):
    async with place.writing() as session:
        await municipality(session, "berlin", time_zone="Europe/Berlin")
        await municipality(session, "empty")
    await person(place)
    await person(place, place="berlin")
    saturday = datetime(2026, 3, 28, 12, tzinfo=UTC)  # that night Berlin's clocks go forward
    async with place.writing() as session:
        await tidy.tidy(session, saturday)
        await tidy.tidy(session, saturday)
    async with place.reading() as session:
        query = select(Due.subject, Due.occurrence, Due.due_at).where(Due.kind == LOOK)
        planned = set(map(tuple, await session.execute(query)))
    assert planned == {
        (PLACE, "2026-03-29", datetime(2026, 3, 29, 5, tzinfo=UTC)),
        ("berlin", "2026-03-29", datetime(2026, 3, 29, 7, tzinfo=UTC)),
    }


async def test_the_last_day_is_a_day_of_the_place(place):
    async with place.writing() as session:
        await session.execute(update(Municipality).values(time_zone="Europe/Berlin"))
    old = await person(place, date(2025, 4, 28))
    evening = datetime(2026, 9, 27, 21, 59, tzinfo=UTC)  # a minute before the 28th in Berlin
    assert await look(place, evening) == []
    [ending] = await look(place, evening + timedelta(minutes=1))
    assert ending.on == date(2026, 10, 28)
    assert ending.at.astimezone(UTC) == datetime(2026, 10, 28, 8, tzinfo=UTC)  # winter again
    async with place.reading() as session:
        query = select(Due.due_at).where(Due.kind == END, Due.person_id == old)
        assert (await session.execute(query)).scalar_one() == ending.at


async def test_the_months_are_the_municipalitys(place):
    await person(place, date(2026, 5, 20))
    assert await look(place) == []
    async with place.writing() as session:
        await keeping.set_months(session, PLACE, 6)
        assert await keeping.longest(session, PLACE) == 6
    assert len(await look(place)) == 1


async def test_the_look_reads_only_those_whose_time_is_near(place):
    """By the index, however many people there are."""
    if place.url.get_backend_name() != "sqlite":
        pytest.skip("PostgreSQL reads a table of two rows whole")
    async with place.reading() as session:
        query = "explain query plan select id from person where municipality_id = 'x' and "
        query += "kept_from <= '2025-01-01' and deleted_at is null and delete_on is null"
        connection = await session.connection()
        assert "ix_person_kept" in str((await connection.exec_driver_sql(query)).all())
