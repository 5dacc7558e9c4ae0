"""What was decided: recorded after the start, possible numbers only, told once."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from storage import due, meetings, minutes
from storage.conduct import By
from storage.minutes import TELL, Head
from tests.storage.test_meetings import DAY, WORDS, new, place
from tests.support.crowd import NOW, PLACE, crowd

__all__ = ["place"]
HELD = NOW + 4 * DAY
HEAD = Head("ნინო ბერიძე", "გია ლომიძე", 34, 5, 150)
FOR, AGAINST = {"ka": "მომხრე"}, {"ka": "წინააღმდეგი"}


@pytest.fixture
async def held(place):
    """A meeting of yesterday, and whoever records it."""
    async with place.writing() as session:
        id = await new(session)
        [person] = await crowd(session, 1)
    return place, id, By(person, PLACE, HELD)


async def test_everything_that_is_recorded_can_be_read(held):
    database, id, by = held
    file = {"media": "ab", "name": "ოქმი.pdf", "size": 9}
    async with database.writing() as session:
        assert not (await minutes.of(session, id)).tellable
        assert await minutes.decide(session, by, id, WORDS, ["a", "b"], file)
        assert await minutes.set_head(session, by, id, HEAD)
        assert await minutes.set_sheet(session, by, id, "c")
        assert await minutes.add_vote(session, by, id, WORDS, [(FOR, 30), (AGAINST, 4)])
        assert await minutes.decide(session, by, id, {"ka": "სხვა"}, ["a"], file)
        found = await minutes.of(session, id)
    assert (found.decided, found.photos, found.file) == ({"ka": "სხვა"}, ["a"], file)
    assert (found.head, found.sheet, found.told_at) == (HEAD, "c", None)
    assert [vote.options for vote in found.votes] == [((FOR, 30), (AGAINST, 4))]


async def test_numbers_that_cannot_be_are_refused(held):
    database, id, by = held
    async with database.writing() as session:
        assert not await minutes.add_vote(session, by, id, WORDS, [(FOR, 1)]), "nobody was counted"
        await minutes.set_head(session, by, id, HEAD)
        assert not await minutes.add_vote(session, by, id, WORDS, [(FOR, 30), (AGAINST, 5)])
        assert not await minutes.add_vote(session, by, id, WORDS, [(FOR, -1)])
        assert await minutes.add_vote(session, by, id, WORDS, [(FOR, 30), (AGAINST, 4)])
        fewer = Head("ნინო ბერიძე", "გია ლომიძე", 33)
        assert not await minutes.set_head(session, by, id, fewer), "34 hands are recorded"
        assert (await minutes.of(session, id)).head == HEAD
    for head in (Head("ნ", "გ", 160, 0, 150), Head("ნ", "გ", 40, -1)):
        with pytest.raises(IntegrityError):
            async with database.writing() as session:
                await minutes.set_head(session, by, id, head)


@pytest.mark.parametrize("wrong", ["early", "elsewhere", "cancelled"])
async def test_who_and_when(held, wrong):
    database, id, by = held
    async with database.writing() as session:
        if wrong == "cancelled":
            await meetings.cancel(session, id, PLACE, NOW)
        place = "elsewhere" if wrong == "elsewhere" else PLACE
        other = By(by.person, place, NOW if wrong == "early" else HELD)
        assert not await minutes.decide(session, other, id, WORDS)
        assert not await minutes.set_head(session, other, id, HEAD)
        assert not await minutes.set_sheet(session, other, id, "c")
        assert not await minutes.add_vote(session, other, id, WORDS, [(FOR, 1)])
        assert not await minutes.tell(session, other, id)
        assert not (await minutes.of(session, id)).tellable


async def test_it_is_told_once_and_then_votes_stay(held):
    database, id, by = held
    async with database.writing() as session:
        assert not await minutes.tell(session, by, id), "there is nothing to tell"
        await minutes.set_head(session, by, id, HEAD)
        for count in (30, 20):
            await minutes.add_vote(session, by, id, WORDS, [(FOR, count)])
        wrong, right = [vote.id for vote in (await minutes.of(session, id)).votes]
        assert await minutes.strike(session, by, id, wrong)
        assert not await minutes.strike(session, by, id, wrong)

    async def tell():
        async with database.writing() as session:
            return await minutes.tell(session, by, id)

    assert sorted(await asyncio.gather(tell(), tell())) == [False, True]
    async with database.writing() as session:
        assert await due.due_states(session, TELL, str(id)) == {"open": 1}
        assert not await minutes.strike(session, by, id, right)
        assert (await minutes.of(session, id)).told_at == HELD


async def test_two_who_record_at_once_never_leave_more_hands_than_people(held):
    database, id, by = held
    async with database.writing() as session:
        await minutes.set_head(session, by, id, HEAD)

    async def head():
        async with database.writing() as session:
            return await minutes.set_head(session, by, id, Head("ნინო", "გია", 10))

    async def vote():
        async with database.writing() as session:
            return await minutes.add_vote(session, by, id, WORDS, [(FOR, 30)])

    assert sorted(await asyncio.gather(head(), vote())) == [False, True]


async def test_days_later(held):
    database, id, by = held
    async with database.writing() as session:
        await meetings.end(session, id, 1)
        later = By(by.person, PLACE, HELD + timedelta(days=40))
        assert await minutes.decide(session, later, id, WORDS)
