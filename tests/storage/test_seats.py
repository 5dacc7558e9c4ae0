"""Seats: each is given once, whoever waited first has the next, and merging loses none."""

import asyncio
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError

from storage import belongings, due, linking, meetings, seats
from storage.meetings import REMINDER
from storage.seats import SEAT_FREE, Place, Standing
from storage.tables.meetings import Signup
from storage.tables.work import Due
from tests.storage.test_meetings import DAY, new, place, planned
from tests.support.crowd import NOW, PLACE, crowd

__all__ = ["place"]
MINUTE = timedelta(minutes=1)


async def queue(session, count, people):
    """A meeting with so many seats, and these people in this order; those without one wait."""
    id = await new(session, count=count)
    for at, person in enumerate(people):
        await seats.sign_up(session, id, person, NOW + at * MINUTE, waits=True)
    return id


async def standings(session, id, people):
    return [await seats.standing(session, id, person) for person in people]


async def told(session):
    query = select(Due.person_id).where(Due.kind == SEAT_FREE).order_by(Due.id)
    return list((await session.execute(query)).scalars())


async def test_signing_up_twice_is_once(place):
    async with place.writing() as session:
        id = await new(session)
        [person] = await crowd(session, 1)
        for _ in range(2):
            assert await seats.sign_up(session, id, person, NOW) is Place.SEAT
        assert (await meetings.find(session, id)).signed_up == 1
        assert await seats.mine(session, person) == {id}
        assert await planned(session, id) == {"open": 2}
        await seats.sign_off(session, id, person, NOW)
        assert await seats.mine(session, person) == set()
        assert await planned(session, id) == {}


async def test_the_last_seats_are_given_once(place):
    async with place.writing() as session:
        id = await new(session, count=2)
        people = await crowd(session, 6)

    async def try_one(person):
        async with place.writing() as session:
            return await seats.sign_up(session, id, person, NOW, waits=person % 2 == 0)

    got = await asyncio.gather(*(try_one(person) for person in people))
    assert got.count(Place.SEAT) == 2
    async with place.writing() as session:
        found = await meetings.find(session, id)
        assert found.full and found.waiting == got.count(Place.WAITING)
        holder = people[got.index(Place.SEAT)]
        assert await seats.sign_up(session, id, holder, NOW) is Place.SEAT, "whoever has one has it"


async def test_a_seat_given_back_by_several_at_once_goes_to_each_in_turn(place):
    async with place.writing() as session:
        people = await crowd(session, 6)
        id = await queue(session, 3, people)

    async def leave(person):
        async with place.writing() as session:
            await seats.sign_off(session, id, person, NOW + DAY)

    await asyncio.gather(*(leave(person) for person in people[:3]))
    async with place.reading() as session:
        found = [one.seat for one in await standings(session, id, people[3:])]
        assert sorted(found) == [1, 2, 3]
        assert await told(session) == people[3:]


async def test_the_database_itself_gives_no_seat_twice(place):
    async with place.writing() as session:
        first, second = await crowd(session, 2)
        id = await queue(session, 1, [first])
    row = {"meeting_id": id, "person_id": second, "at": NOW, "seat": 1}
    for seat in (1, 0):
        with pytest.raises(IntegrityError):
            async with place.writing() as session:
                await session.execute(insert(Signup).values({**row, "seat": seat}))


async def test_those_who_wait_are_numbered_and_move_up(place):
    async with place.writing() as session:
        people = await crowd(session, 4)
        id = await queue(session, 1, people)
        assert await standings(session, id, people) == [
            Standing(1),
            Standing(None, 1),
            Standing(None, 2),
            Standing(None, 3),
        ]
        assert await planned(session, id) == {"open": 2}, "nobody is reminded who waits"
        await seats.sign_off(session, id, people[1], NOW + DAY)
        await seats.sign_off(session, id, people[0], NOW + DAY)
        assert await standings(session, id, people) == [None, None, Standing(1), Standing(None, 1)]
        assert await told(session) == [people[2]]
        rows = await due.claim_due(session, NOW + 3 * DAY, 9)
        assert {row.person_id for row in rows if row.kind == REMINDER} == {people[2]}


async def test_more_seats_go_to_those_who_wait_and_fewer_take_nobodys(place):
    async with place.writing() as session:
        people = await crowd(session, 4)
        id = await queue(session, 1, people)
        assert await seats.set_seats(session, id, PLACE, 3, NOW + DAY)
        assert await told(session) == people[1:3]
        assert await seats.set_seats(session, id, PLACE, 1, NOW + DAY)
        assert (await meetings.find(session, id)).signed_up == 3
        await seats.sign_off(session, id, people[0], NOW + DAY)
        assert (await seats.standing(session, id, people[3])).seat is None, "still too many"
        assert await seats.set_seats(session, id, PLACE, None, NOW + DAY)
        assert (await seats.standing(session, id, people[3])).seat == 1


async def test_a_seat_of_a_cancelled_meeting_goes_to_nobody(place):
    async with place.writing() as session:
        people = await crowd(session, 2)
        id = await queue(session, 1, people)
        await meetings.cancel(session, id, PLACE, NOW)
        await seats.sign_off(session, id, people[0], NOW)
        assert await told(session) == []


async def test_a_person_who_is_deleted_leaves_the_seat(place):
    async with place.writing() as session:
        people = await crowd(session, 2)
        id = await queue(session, 1, people)
        await belongings.empty(session, people[0], NOW + DAY)
        assert await standings(session, id, people) == [None, Standing(1)]
        assert await told(session) == [people[1]]


@pytest.mark.parametrize("order", ["seat first", "queue first", "both seated"])
async def test_two_people_who_are_one_keep_the_better_place(place, order):
    async with place.writing() as session:
        kept, gone, third = await crowd(session, 3)
        come = [kept, gone] if order != "queue first" else [gone, kept]
        id = await queue(session, 2 if order == "both seated" else 1, [*come, third])
        code = await linking.new_link(session, kept, NOW)
        assert await linking.bring(session, code, gone, NOW)
        assert (await seats.standing(session, id, kept)).seat == 1
        assert await seats.standing(session, id, gone) is None
        after = await seats.standing(session, id, third)
        assert after == (Standing(2) if order == "both seated" else Standing(None, 1))
        rows = await due.claim_due(session, NOW + 3 * DAY, 99)
        mine = [row for row in rows if row.kind == REMINDER and row.person_id == kept]
        assert len(mine) == 2


acts = st.lists(
    st.tuples(st.sampled_from(["come", "wait", "leave", "seats"]), st.integers(0, 5)), max_size=25
)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.integers(1, 3), acts)
async def test_whatever_people_do_the_first_who_waits_is_the_next_to_sit(place, count, script):
    async with place.writing() as session:
        for table in (Signup, Due):
            await session.execute(delete(table))
        people = await crowd(session, 6)
        id = await new(session, count=count)
        sitting: list[int] = []
        waiting: list[int] = []
        room: int | None = count
        for at, (what, number) in enumerate(script):
            now, person = NOW + at * MINUTE, people[number]
            if what == "seats":
                room = number or None
                await seats.set_seats(session, id, PLACE, room, now)
            elif what == "leave":
                await seats.sign_off(session, id, person, now)
                sitting, waiting = ([p for p in q if p != person] for q in (sitting, waiting))
            else:
                await seats.sign_up(session, id, person, now, waits=what == "wait")
                if person not in (*sitting, *waiting):
                    if room is None or len(sitting) < room:
                        sitting.append(person)
                    elif what == "wait":
                        waiting.append(person)
            while waiting and (room is None or len(sitting) < room):
                sitting.append(waiting.pop(0))
        found = dict(zip(people, await standings(session, id, people), strict=True))
        assert {person for person, has in found.items() if has and has.seat} == set(sitting)
        queue = {person: has.waiting for person, has in found.items() if has and not has.seat}
        assert queue == {person: place for place, person in enumerate(waiting, 1)}
