"""Meetings in the tables: seats, versions, whose they are, and what is planned for whom."""

import asyncio
from datetime import timedelta

import pytest

from storage import due, meetings
from storage.meetings import CHANGED, OVER, REMINDER, NewMeeting
from tests.support.crowd import NOW, PLACE, crowd, municipality

DAY = timedelta(days=1)
WORDS = {"ka": "კრება"}


@pytest.fixture
async def place(database):
    async with database.writing() as session:
        await municipality(session)
        await municipality(session, "elsewhere")
    return database


async def new(session, *, at=NOW + 3 * DAY, seats=None):
    meeting = NewMeeting(PLACE, None, WORDS, WORDS, at, seats=seats)
    return await meetings.create(session, meeting, NOW)


async def planned(session, id, kind=REMINDER):
    return await due.due_states(session, kind, str(id))


async def test_signing_up_twice_is_once(place):
    async with place.writing() as session:
        id = await new(session)
        [person] = await crowd(session, 1)
        for _ in range(2):
            assert await meetings.sign_up(session, id, person, NOW)
        assert (await meetings.find(session, id)).signed_up == 1
        assert await meetings.mine(session, person) == {id}
        assert await planned(session, id) == {"open": 2}
        await meetings.sign_off(session, id, person)
        assert await meetings.mine(session, person) == set()
        assert await planned(session, id) == {}


async def test_the_last_seat_is_given_once(place):
    async with place.writing() as session:
        id = await new(session, seats=2)
        people = await crowd(session, 6)

    async def try_one(person):
        async with place.writing() as session:
            return await meetings.sign_up(session, id, person, NOW)

    got = await asyncio.gather(*(try_one(person) for person in people))
    assert sum(got) == 2
    async with place.writing() as session:
        assert (await meetings.find(session, id)).full
        holder = people[got.index(True)]
        assert await meetings.sign_up(session, id, holder, NOW)  # whoever has a seat keeps it


async def test_reminders_that_are_past_are_not_planned(place):
    async with place.writing() as session:
        id = await new(session, at=NOW + timedelta(hours=5))
        [person] = await crowd(session, 1)
        assert await meetings.sign_up(session, id, person, NOW)
        assert await planned(session, id) == {"open": 1}


async def test_moving_plans_for_everybody_signed_up(place):
    async with place.writing() as session:
        id = await new(session, at=NOW + timedelta(hours=5))
        for person in await crowd(session, 3):
            await meetings.sign_up(session, id, person, NOW)
        assert await meetings.move(session, id, PLACE, NOW + 9 * DAY, NOW)
        assert (await meetings.find(session, id)).version == 2
        assert not await meetings.is_version(session, id, 1)
        assert await planned(session, id) == {"open": 6}
        assert await planned(session, id, CHANGED) == {"open": 1}


async def test_cancelling_takes_everything_back(place):
    async with place.writing() as session:
        id = await new(session)
        [person, late] = await crowd(session, 2)
        await meetings.sign_up(session, id, person, NOW)
        assert await meetings.cancel(session, id, PLACE, NOW)
        assert await planned(session, id) == {}
        assert not await meetings.sign_up(session, id, late, NOW)
        assert not await meetings.cancel(session, id, PLACE, NOW)
        assert await meetings.coming(session, PLACE, NOW) == []


async def test_a_neighbouring_municipality_changes_nothing(place):
    async with place.writing() as session:
        id = await new(session)
        assert not await meetings.move(session, id, "elsewhere", NOW + DAY, NOW)
        assert not await meetings.cancel(session, id, "elsewhere", NOW)
        assert await meetings.coming(session, "elsewhere", NOW) == []
        assert [meeting.id for meeting in await meetings.coming(session, PLACE, NOW)] == [id]


async def test_what_was_not_called_off_was_held(place):
    async with place.writing() as session:
        held, moved = await new(session), await new(session)
        await meetings.move(session, moved, PLACE, NOW + 9 * DAY, NOW)
        rows = await due.claim_due(session, NOW + 4 * DAY, 9)
        over = [int(row.subject) for row in rows if row.kind == OVER]
        assert over == [held]
        for id in (held, moved):
            await meetings.end(session, id, 1)
        states = [(await meetings.find(session, id)).state for id in (held, moved)]
        assert states == ["held", "planned"]


async def test_a_started_meeting_cannot_be_moved_or_joined(place):
    async with place.writing() as session:
        id = await new(session)
        [person] = await crowd(session, 1)
        started = NOW + 3 * DAY
        assert not await meetings.move(session, id, PLACE, NOW + 9 * DAY, started)
        assert not await meetings.sign_up(session, id, person, started)
