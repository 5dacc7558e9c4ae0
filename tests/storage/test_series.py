"""Meetings that are held again: rows of their own, changed one by one or all that are to come."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.civic.series import weekly
from storage import meeting_settings, meetings, seats, series
from tests.storage.test_meetings import DAY, new, place
from tests.support.crowd import NOW, PLACE, crowd, municipality

__all__ = ["place"]
WEEK = timedelta(weeks=1)
ZONE = ZoneInfo("Asia/Tbilisi")


@pytest.fixture
async def four(place):
    """A meeting and the three weeks after it."""
    async with place.writing() as session:
        id = await new(session, count=5)
        await meeting_settings.set_agenda(session, id, PLACE, {"ka": "გზა"}, NOW)
        await meeting_settings.set_reminders(session, id, PLACE, [60], NOW)
        moments = weekly(NOW + 3 * DAY, ZONE, 3)
        assert await series.repeat(session, id, PLACE, moments, NOW) == 3
    return place, id


async def dates(session, id):
    return [one.starts_at - NOW for one in await series.ahead(session, id, NOW)]


async def test_each_is_a_meeting_of_its_own_and_like_the_first(four):
    database, first = four
    async with database.writing() as session:
        found = await series.ahead(session, first, NOW)
        assert [one.starts_at for one in found] == [NOW + 3 * DAY + n * WEEK for n in range(4)]
        assert {(str(one.agenda), str(one.reminders), one.seats) for one in found} == {
            ("{'ka': 'გზა'}", "[60]", 5)
        }
        [person] = await crowd(session, 1)
        await seats.sign_up(session, found[2].id, person, NOW)
        signed = [one.signed_up for one in await series.ahead(session, first, NOW)]
        assert signed == [0, 0, 1, 0]


async def test_the_list_shows_the_next_of_a_series(four):
    database, first = four
    async with database.writing() as session:
        alone = await new(session, at=NOW + 5 * DAY)
        assert [one.id for one in await meetings.coming(session, PLACE, NOW)] == [first, alone]
        await meetings.cancel(session, first, PLACE, NOW)
        second = (await series.ahead(session, first, NOW))[0].id
        assert [one.id for one in await meetings.coming(session, PLACE, NOW)] == [alone, second]


async def test_a_day_that_is_set_is_not_set_twice(four):
    database, first = four
    async with database.writing() as session:
        other = (await series.ahead(session, first, NOW))[1].id
        moments = weekly(NOW + 3 * DAY, ZONE, 4)
        assert await series.repeat(session, other, PLACE, moments, NOW) == 1
        assert await series.repeat(session, first, PLACE, [NOW - DAY], NOW) == 0
        assert len(await series.ahead(session, first, NOW)) == 5


async def test_one_is_moved_or_this_and_all_later_ones(four):
    database, first = four
    async with database.writing() as session:
        second = (await series.ahead(session, first, NOW))[1].id
        assert await meetings.move(session, second, PLACE, NOW + 11 * DAY, NOW)
        assert await series.move(session, second, PLACE, NOW + 12 * DAY, NOW) == 3
        days = [one.days for one in await dates(session, first)]
        assert days == [3, 12, 18, 25]


async def test_all_later_ones_are_cancelled(four):
    database, first = four
    async with database.writing() as session:
        third = (await series.ahead(session, first, NOW))[2].id
        assert await series.cancel(session, third, PLACE, NOW) == 2
        assert [one.days for one in await dates(session, first)] == [3, 10]


async def test_neighbours_change_nothing(four):
    database, first = four
    async with database.writing() as session:
        assert await series.repeat(session, first, "elsewhere", [NOW + 9 * DAY], NOW) == 0
        assert await series.move(session, first, "elsewhere", NOW + 9 * DAY, NOW) == 0
        assert await series.cancel(session, first, "elsewhere", NOW) == 0
        assert len(await series.ahead(session, first, NOW)) == 4


async def test_the_hour_on_the_wall_stays_when_clocks_change(database):
    warsaw = ZoneInfo("Europe/Warsaw")
    async with database.writing() as session:
        await municipality(session, time_zone="Europe/Warsaw")
        first = await new(session, at=NOW.replace(month=3, day=15, year=2027, hour=17))
        begins = (await meetings.find(session, first)).starts_at
        await series.repeat(session, first, PLACE, weekly(begins, warsaw, 3), NOW)
        await series.move(session, first, PLACE, begins + timedelta(hours=1), NOW)
        hours = [
            one.starts_at.astimezone(warsaw) for one in await series.ahead(session, first, NOW)
        ]
    assert {f"{one:%H:%M}" for one in hours} == {"19:00"}
    assert len({one.utcoffset() for one in hours}) == 2
