"""When nobody looks: known by the silence between processes, told once, with what it has cost."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.clock import VirtualClock
from bot.schedule import Schedule
from storage import due, edition_dates, idea_drafts, meetings, outages, survey_reminders
from storage.meetings import NewMeeting
from storage.outages import GAP, Late
from storage.tables.work import Due, Outage
from tests.support.crowd import NOW, PLACE, municipality, resident
from tests.support.election import election

HOUR = timedelta(hours=1)
WORDS = {"ka": "კრება"}


@pytest.fixture
async def place(database):
    async with database.writing() as session:
        await municipality(session, active=True)
        await municipality(session, "other", active=True)
    return database


@pytest.fixture
def clock():
    return VirtualClock(NOW)


class Tools:
    async def sweep(self):
        """There are no pictures."""


async def nothing(session: Any, row: Any, tools: Any) -> None:
    """A reminder that is sent."""


async def no_longer(session: Any, row: Any, tools: Any) -> None:
    raise due.Outdated


def process(database, clock, **work):
    """One that begins now, with the kinds of these tests."""
    kinds = (meetings.REMINDER, survey_reminders.REMIND, idea_drafts.REMIND, edition_dates.PHASE)
    known = {kind: nothing for kind in (*kinds, outages.REPORT)}
    tools: Any = Tools()
    running = Schedule(database, clock, {**known, **work}, tools, {}, lambda: None)
    running._tidy_at = NOW + timedelta(days=99)
    return running


async def plan(database, kind, subject, at, until=None, **more):
    async with database.writing() as session:
        await due.plan(session, kind, subject, at, useful_until=until, **more)


async def meeting(database, municipality=PLACE):
    async with database.writing() as session:
        new = NewMeeting(municipality, None, WORDS, WORDS, NOW + 9 * HOUR)
        return str(await meetings.create(session, new, NOW))


async def late(database, clock, municipality=PLACE):
    async with database.reading() as session:
        last = (await session.execute(select(func.max(Outage.id)))).scalar_one()
        return await outages.late(session, last or 0, municipality, clock.now())


async def number(database, *conditions, table):
    async with database.reading() as session:
        query = select(func.count()).select_from(table).where(*conditions)
        return (await session.execute(query)).scalar_one()


async def test_what_was_late_and_what_was_dropped_is_told_by_subject(place, clock):
    await process(place, clock).tick()
    first, second = await meeting(place), await meeting(place)
    for person in (1, 2):
        await plan(place, meetings.REMINDER, first, NOW + HOUR, NOW + 4 * HOUR, person_id=person)
    await plan(place, meetings.REMINDER, second, NOW + HOUR, NOW + 2 * HOUR, person_id=1)
    clock.move(3 * HOUR)
    await process(place, clock).tick()
    found = await late(place, clock)
    assert found == [Late(meetings.REMINDER, WORDS, 2, 0), Late(meetings.REMINDER, WORDS, 0, 1)]
    assert await late(place, clock, "other") == []


async def test_what_was_done_before_is_not_late_and_what_comes_after_neither(place, clock):
    running, one = process(place, clock), await meeting(place)
    await running.tick()
    await plan(place, meetings.REMINDER, one, NOW + HOUR, person_id=1)
    await plan(place, meetings.REMINDER, one, NOW + 5 * HOUR, person_id=2)
    clock.move(HOUR)
    await running.tick()
    clock.move(2 * HOUR)
    await process(place, clock).tick()
    clock.move(2 * HOUR)
    await process(place, clock).tick()
    assert [one.sent for one in await late(place, clock)] == [1]


async def test_a_promise_that_no_longer_held_is_nothing_that_was_missed(place, clock):
    await process(place, clock).tick()
    one = await meeting(place)
    await plan(place, meetings.REMINDER, one, NOW + HOUR, NOW + 9 * HOUR, person_id=1)
    clock.move(2 * HOUR)
    await process(place, clock, **{meetings.REMINDER: no_longer}).tick()
    assert await late(place, clock) == []


async def test_every_kind_finds_its_municipality(database, clock):
    async with database.writing() as session:
        id, _ = await election(session)
        author = await resident(session)
    await process(database, clock).tick()
    await plan(database, edition_dates.PHASE, f"process:{id}", NOW + HOUR, occurrence="showing")
    await plan(database, idea_drafts.REMIND, "idea", NOW + HOUR, person_id=author)
    clock.move(2 * HOUR)
    await process(database, clock).tick()
    found = [(one.kind, one.name.get("en"), one.sent) for one in await late(database, clock)]
    assert found == [("phase", "Civil budget 2027", 1), ("idea-draft", None, 1)]


async def test_a_short_silence_is_no_outage_and_a_jump_of_the_clock_neither(place, clock):
    running, one = process(place, clock), await meeting(place)
    await running.tick()
    await plan(place, meetings.REMINDER, one, NOW + timedelta(minutes=1), person_id=1)
    await plan(place, meetings.REMINDER, one, NOW + HOUR, person_id=2)
    clock.move(GAP)
    running = process(place, clock)
    await running.tick()
    clock.move(9 * HOUR)
    await running.tick()
    assert await number(place, table=Outage) == 0


async def test_nothing_missed_is_no_report(place, clock):
    await process(place, clock).tick()
    await plan(place, meetings.REMINDER, await meeting(place), NOW + 9 * HOUR)
    clock.move(2 * HOUR)
    await process(place, clock).tick()
    assert await number(place, Due.kind == outages.REPORT, table=Due) == 0


async def connected(database, count):
    """So many connections are open: nobody is late for a race."""
    all_here = asyncio.Barrier(count)

    async def connect():
        async with database.reading() as session:
            await session.execute(select(1))
            await all_here.wait()

    await asyncio.gather(*(connect() for _ in range(count)))


async def test_processes_that_begin_together_see_one_outage_and_report_it_once(place, clock):
    told = []

    async def report(session, row, tools):
        told.append(row.subject)

    await process(place, clock).tick()
    await plan(place, meetings.REMINDER, await meeting(place), NOW + HOUR)
    clock.move(2 * HOUR)
    several = [process(place, clock, **{outages.REPORT: report}) for _ in range(3)]
    await connected(place, 3)
    await asyncio.gather(*(one.tick() for one in several))
    assert (await number(place, table=Outage), told) == (1, [])
    clock.move(outages.SETTLED)
    await asyncio.gather(*(one.tick() for one in several))
    assert sorted(told) == [PLACE, "other"]


async def test_while_one_process_looks_there_is_no_outage(place, clock):
    running = process(place, clock)
    for _ in range(5):
        await running.tick()
        clock.move(timedelta(minutes=10))
    await plan(place, meetings.REMINDER, await meeting(place), clock.now() - HOUR)
    await process(place, clock).tick()
    assert await number(place, table=Outage) == 0


async def test_a_process_that_could_not_look_for_hours_begins_anew(place, clock, monkeypatch):
    running = process(place, clock)
    await running.tick()
    await plan(place, meetings.REMINDER, await meeting(place), NOW + HOUR)
    with monkeypatch.context() as broken:
        broken.setattr(running, "_look", None)
        await running._guarded()
    clock.move(2 * HOUR)
    await running._guarded()
    assert [one.sent for one in await late(place, clock)] == [1]


async def test_a_row_promised_anew_leaves_the_report(place, clock):
    await process(place, clock).tick()
    one = await meeting(place)
    await plan(place, meetings.REMINDER, one, NOW + HOUR)
    clock.move(2 * HOUR)
    await process(place, clock).tick()
    await plan(place, meetings.REMINDER, one, NOW + HOUR)  # the same promise: it stays done
    assert len(await late(place, clock)) == 1
    await plan(place, meetings.REMINDER, one, NOW + 5 * HOUR)
    assert await late(place, clock) == []
