"""Meetings in the tables: versions, whose they are, and what is planned for whom."""

from datetime import timedelta

import pytest

from storage import due, meeting_settings, meetings, seats
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


async def new(session, *, at=NOW + 3 * DAY, count=None):
    meeting = NewMeeting(PLACE, None, WORDS, WORDS, at, seats=count)
    return await meetings.create(session, meeting, NOW)


async def planned(session, id, kind=REMINDER):
    return await due.due_states(session, kind, str(id))


async def test_reminders_that_are_past_are_not_planned(place):
    async with place.writing() as session:
        id = await new(session, at=NOW + timedelta(hours=5))
        [person] = await crowd(session, 1)
        assert await seats.sign_up(session, id, person, NOW) is seats.Place.SEAT
        assert await planned(session, id) == {"open": 1}


async def test_moving_plans_for_everybody_signed_up(place):
    async with place.writing() as session:
        id = await new(session, at=NOW + timedelta(hours=5), count=3)
        for person in await crowd(session, 4):
            await seats.sign_up(session, id, person, NOW, waits=True)
        assert await meetings.move(session, id, PLACE, NOW + 9 * DAY, NOW)
        assert (await meetings.find(session, id)).version == 2
        assert not await meetings.is_version(session, id, 1)
        assert await planned(session, id) == {"open": 6}, "none for whoever waits"
        assert await planned(session, id, CHANGED) == {"open": 4}


async def test_a_later_change_takes_the_place_of_one_not_told(place):
    async with place.writing() as session:
        id = await new(session)
        [person] = await crowd(session, 1)
        await seats.sign_up(session, id, person, NOW)
        for days in (4, 5):
            assert await meetings.move(session, id, PLACE, NOW + days * DAY, NOW)
        rows = await due.claim_due(session, NOW, 9)
        assert [(row.kind, row.version) for row in rows] == [(CHANGED, 3)]


async def test_cancelling_takes_everything_back(place):
    async with place.writing() as session:
        id = await new(session)
        [person, late] = await crowd(session, 2)
        await seats.sign_up(session, id, person, NOW)
        assert await meetings.cancel(session, id, PLACE, NOW)
        assert await planned(session, id) == {}
        assert await seats.sign_up(session, id, late, NOW) is seats.Place.CLOSED
        assert not await meetings.cancel(session, id, PLACE, NOW)
        assert await meetings.coming(session, PLACE, NOW) == []


async def test_a_neighbouring_municipality_changes_nothing(place):
    async with place.writing() as session:
        id = await new(session)
        assert not await meetings.move(session, id, "elsewhere", NOW + DAY, NOW)
        assert not await meetings.cancel(session, id, "elsewhere", NOW)
        assert not await seats.set_seats(session, id, "elsewhere", 3, NOW)
        assert not await meeting_settings.set_agenda(session, id, "elsewhere", WORDS, NOW)
        assert not await meeting_settings.set_length(session, id, "elsewhere", 60, NOW)
        assert not await meeting_settings.set_reminders(session, id, "elsewhere", [60], NOW)
        assert await meetings.coming(session, "elsewhere", NOW) == []
        [found] = await meetings.coming(session, PLACE, NOW)
        assert (found.id, found.seats, found.agenda, found.reminders) == (id, None, {}, [1440, 120])


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
        assert not await meeting_settings.set_reminders(session, id, PLACE, [60], started)
        assert await seats.sign_up(session, id, person, started) is seats.Place.CLOSED


async def test_other_reminders_take_the_place_of_the_old_ones(place):
    async with place.writing() as session:
        id = await new(session)
        [person] = await crowd(session, 1)
        await seats.sign_up(session, id, person, NOW)
        assert await meeting_settings.set_reminders(session, id, PLACE, [60, 2 * 1440, 60], NOW)
        assert (await meetings.find(session, id)).reminders == [2880, 60]
        rows = await due.claim_due(session, NOW + 3 * DAY, 9)
        told = [(row.occurrence, row.due_at) for row in rows if row.kind == REMINDER]
        assert told == [
            ("2880", NOW + DAY),
            ("60", NOW + 3 * DAY - timedelta(hours=1)),
        ]
        assert await meeting_settings.set_reminders(session, id, PLACE, [], NOW)
        assert await planned(session, id) == {}
