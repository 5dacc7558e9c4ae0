"""Who came: once each, by a code nobody can guess, and not before or after its time."""

from datetime import timedelta

import pytest

from storage import attendance, doors, linking, meetings, seats
from storage.attendance import Figures, Mark
from storage.seats import Standing
from tests.storage.test_meetings import DAY, new, place
from tests.storage.test_seats import queue, told
from tests.support.crowd import NOW, PLACE, crowd

__all__ = ["place"]
START = NOW + 3 * DAY
MINUTE = timedelta(minutes=1)


async def test_each_is_marked_once_whether_signed_up_or_not(place):
    async with place.writing() as session:
        signed, walked = await crowd(session, 2)
        id = await queue(session, 1, [signed])
        for at in (START - 30 * MINUTE, START + MINUTE):
            for person in (signed, walked):
                assert await attendance.mark(session, id, person, at) is Mark.HERE
        assert await attendance.figures(session, id) == Figures(1, 2, 0)
        assert await attendance.count_by_hand(session, id, PLACE, 5)
        assert await attendance.count_by_hand(session, id, PLACE, 7)
        assert not await attendance.count_by_hand(session, id, "elsewhere", 1)
        assert (await attendance.figures(session, id)).there == 9
        assert await seats.standing(session, id, walked) == Standing(None, came=True)
        assert (await meetings.find(session, id)).waiting == 0


@pytest.mark.parametrize(
    ("at", "mark"),
    [
        (START - 61 * MINUTE, Mark.EARLY),
        (START - 60 * MINUTE, Mark.HERE),
        (START + timedelta(hours=4) - MINUTE, Mark.HERE),
        (START + timedelta(hours=4), Mark.OVER),
    ],
)
async def test_the_code_has_its_time(place, at, mark):
    async with place.writing() as session:
        [person] = await crowd(session, 1)
        id = await new(session)
        assert await attendance.mark(session, id, person, at) is mark
        assert (await attendance.figures(session, id)).came == (mark is Mark.HERE)


async def test_nobody_comes_to_a_cancelled_meeting(place):
    async with place.writing() as session:
        [person] = await crowd(session, 1)
        id = await new(session)
        await meetings.cancel(session, id, PLACE, NOW)
        assert await attendance.mark(session, id, person, START) is Mark.OFF
        assert await attendance.mark(session, 999, person, START) is Mark.OFF


async def test_the_door_is_one_and_its_subject_cannot_be_guessed(place):
    async with place.writing() as session:
        first, second = [await meetings.find(session, await new(session)) for _ in range(2)]
        assert first and second
        codes = [await attendance.door(session, one, NOW) for one in (first, first, second)]
        assert codes[0] == codes[1] != codes[2]
        way = await doors.find_door(session, codes[0])
        assert (await attendance.behind(session, way.subject)).id == first.id
        key = way.subject.partition("-")[2]
        for guess in (str(first.id), f"{first.id}-", f"{first.id}-0", f"{second.id}-{key}", "x-y"):
            assert await attendance.behind(session, guess) is None


async def test_who_came_without_a_seat_is_not_given_one(place):
    async with place.writing() as session:
        people = await crowd(session, 3)
        id = await queue(session, 1, people[:2])
        await attendance.mark(session, id, people[2], START - MINUTE)
        await attendance.mark(session, id, people[1], START - MINUTE)
        await seats.sign_off(session, id, people[0], START - MINUTE)
        assert await told(session) == []


async def test_two_who_are_one_came_if_either_did(place):
    async with place.writing() as session:
        kept, gone = await crowd(session, 2)
        id = await queue(session, 2, [kept, gone])
        await attendance.mark(session, id, gone, START)
        code = await linking.new_link(session, kept, START)
        assert await linking.bring(session, code, gone, START)
        assert await seats.standing(session, id, kept) == Standing(1, came=True)
        assert await attendance.figures(session, id) == Figures(1, 1, 0)
