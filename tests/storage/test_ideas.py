"""Ideas: numbered without gaps or doubles, listed, compared, supported once by each neighbour."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from storage import ideas, supports
from storage.ideas import NewIdea
from storage.tables.ideas import Idea
from tests.support.crowd import NOW, PLACE, crowd, municipality


def idea(author, title="გზის შეკეთება", place=PLACE, **more):
    rest = {
        "settlement_id": None,
        "text": "ორმოები სავსეა წყლით",
        "language": "ka",
        "category": "road",
        "lat": None,
        "lon": None,
        "photo": None,
        "submitted_at": NOW,
    }
    return NewIdea(place, author_id=author, title=title, **{**rest, **more})


async def only(session, person):
    [row] = await ideas.listed(session, PLACE)
    return await ideas.find(session, row.id, person)


async def test_every_municipality_counts_for_itself(database):
    async with database.writing() as session:
        await municipality(session)
        await municipality(session, "elsewhere")
        [nino] = await crowd(session, 1)
        numbers = [await ideas.submit(session, idea(nino)) for _ in range(3)]
        assert numbers == [1, 2, 3]
        assert await ideas.submit(session, idea(nino, place="elsewhere")) == 1


async def test_two_at_the_same_moment_get_two_numbers(database):
    async with database.writing() as session:
        await municipality(session)
        people = await crowd(session, 6)

    async def submit(person):
        async with database.writing() as session:
            return await ideas.submit(session, idea(person))

    numbers = await asyncio.gather(*(submit(person) for person in people))
    assert sorted(numbers) == [1, 2, 3, 4, 5, 6]


async def test_the_list_is_newest_first_with_place_and_supporters(database):
    async with database.writing() as session:
        upper, _ = await municipality(session)
        nino, gia = await crowd(session, 2)
        await ideas.submit(session, idea(nino, "ძველი"))
        await ideas.submit(session, idea(gia, "ახალი", settlement_id=upper))
        newest, oldest = await ideas.listed(session, PLACE)
        await supports.support(session, newest.id, nino, NOW)
        rows = await ideas.listed(session, PLACE)
        assert [(row.number, row.title, row.supporters) for row in rows] == [
            (2, "ახალი", 1),
            (1, "ძველი", 0),
        ]
        assert (newest.settlement, oldest.settlement) == ({"ka": "ზემო"}, None)
        assert [row.title for row in await ideas.of_author(session, gia)] == ["ახალი"]


async def test_support_counts_each_person_once_and_can_be_taken_back(database):
    async with database.writing() as session:
        await municipality(session)
        nino, gia = await crowd(session, 2)
        await ideas.submit(session, idea(nino))
        found = await only(session, gia)
        assert (found.mine, found.supported, found.may_support) == (False, False, True)
        await supports.support(session, found.id, gia, NOW)
        with pytest.raises(IntegrityError):
            async with session.begin_nested():
                await supports.support(session, found.id, gia, NOW)
        again = await only(session, gia)
        assert (again.supporters, again.supported) == (1, True)
        await supports.take_back(session, found.id, gia)
        assert (await only(session, gia)).supporters == 0


async def test_authors_and_strangers_cannot_support(database):
    async with database.writing() as session:
        await municipality(session)
        await municipality(session, "elsewhere")
        [nino] = await crowd(session, 1)
        [stranger] = await crowd(session, 1, place="elsewhere")
        await ideas.submit(session, idea(nino))
        author = await only(session, nino)
        assert (author.mine, author.may_support) == (True, False)
        assert not (await only(session, stranger)).may_support


async def test_a_similar_title_is_found_in_the_same_municipality_only(database):
    async with database.writing() as session:
        await municipality(session)
        await municipality(session, "elsewhere")
        [nino] = await crowd(session, 1)
        for title in ("მთავარი ქუჩის განათება", "სპორტული მოედანი", "წყლის მილის შეცვლა"):
            await ideas.submit(session, idea(nino, title))
        await ideas.submit(session, idea(nino, "მთავარი ქუჩის განათება", "elsewhere"))
        found = await ideas.similar(session, PLACE, "ქუჩის განათება")
        assert [row.title for row in found] == ["მთავარი ქუჩის განათება"]
        assert await ideas.similar(session, PLACE, "ბიბლიოთეკა") == []


@pytest.mark.parametrize("state", ["withdrawn", "hidden"])
async def test_what_is_taken_back_or_hidden_is_seen_by_its_author_alone(database, state):
    async with database.writing() as session:
        await municipality(session)
        nino, gia = await crowd(session, 2)
        await ideas.submit(session, idea(nino))
        found = await only(session, nino)
        (await session.get_one(Idea, found.id)).state = state
        await session.flush()
        assert await ideas.listed(session, PLACE) == []
        assert await ideas.numbered(session, PLACE, 1) is None
        assert await ideas.find(session, found.id, gia) is None
        seen = await ideas.find(session, found.id, nino)
        assert seen and seen.state == state
        assert [row.state for row in await ideas.of_author(session, nino)] == [state]


async def test_half_a_place_is_refused(database):
    with pytest.raises(IntegrityError):
        async with database.writing() as session:
            await municipality(session)
            [nino] = await crowd(session, 1)
            await ideas.submit(session, idea(nino, lat=41.7))


async def test_times_stay_what_they_were(database):
    async with database.writing() as session:
        await municipality(session)
        [nino] = await crowd(session, 1)
        came = NOW - timedelta(days=3)
        await ideas.submit(session, idea(nino, submitted_at=came, lat=41.7, lon=44.8))
        found = await only(session, nino)
        assert (found.submitted_at, found.lat, found.lon) == (came, 41.7, 44.8)
