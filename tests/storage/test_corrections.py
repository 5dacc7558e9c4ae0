"""Correcting a project on the ballot: who may, until when, and who is told."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage import audiences, conduct, votes
from storage.conduct import TELL, By, Correction, NotNow
from storage.people import new_draft
from storage.staff import grant
from storage.tables.people import Municipality
from storage.tables.work import Job, Log
from tests.support.crowd import NOW, PLACE, resident
from tests.support.election import election, vote

WHY = {"ka": "ხარჯთაღრიცხვაში შეცდომა იყო"}


async def item(session, id, number=2):
    return (await votes.projects(session, id))[number - 1]


async def test_the_new_cost_counts_and_the_reason_stands_beside_it(database):
    async with database.writing() as session:
        id, staff = await election(session)
        by = By(staff["first"], PLACE, NOW)
        await conduct.correct(session, id, by, Correction(2, "cost", 21_500), WHY)
        await conduct.correct(session, id, by, Correction(2, "title", {"ka": "ნათურები"}), WHY)
        found = await item(session, id)
        query = select(Log.detail).where(Log.action == "project-corrected").order_by(Log.id)
        first = (await session.execute(query)).scalars().first()
        jobs = (await session.execute(select(Job.args).where(Job.kind == TELL))).scalars().all()
    assert (found.cost, found.title, found.corrected) == (21_500, {"ka": "ნათურები"}, WHY)
    assert (first["before"], first["after"]) == (20_000, 21_500)
    assert [job["number"] for job in jobs] == [2, 2]


@pytest.mark.parametrize(
    ("who", "change", "why"),
    [
        ("partner", Correction(2, "cost", 1), "role"),
        ("neighbour", Correction(2, "cost", 1), "role"),
        ("first", Correction(9, "cost", 1), "project"),
        ("first", Correction(2, "cost", 50_001), "pot"),
    ],
)
async def test_what_is_refused(database, who, change, why):
    async with database.writing() as session:
        id, staff = await election(session)
        session.add(Municipality(id="next", name={}, region={}))
        staff["neighbour"] = await resident(session)
        await grant(session, staff["neighbour"], "next", "coordinator", NOW)
        place = "next" if who == "neighbour" else PLACE
        with pytest.raises(NotNow, match=why):
            await conduct.correct(session, id, By(staff[who], place, NOW), change, WHY)
        assert (await item(session, id)).corrected is None
        assert (await session.execute(select(Job.id).where(Job.kind == TELL))).all() == []


async def test_from_the_closing_hour_on_and_once_withdrawn_nothing_is_corrected(database):
    async with database.writing() as session:
        id, staff = await election(session)
        change = Correction(2, "cost", 1)
        late = By(staff["first"], PLACE, NOW + timedelta(days=7))
        with pytest.raises(NotNow, match="over"):
            await conduct.correct(session, id, late, change, WHY)
        by = By(staff["first"], PLACE, NOW)
        await conduct.withdraw(session, id, by, 2, WHY)
        with pytest.raises(NotNow, match="project"):
            await conduct.correct(session, id, by, change, WHY)


async def test_whoever_has_voted_or_begun_is_meant_and_nobody_else(database):
    async with database.writing() as session:
        id, _ = await election(session)
        voted, begun, elsewhere, _ = [await resident(session) for _ in range(4)]
        await vote(session, id, voted, "1")
        await new_draft(session, begun, "vote", str(id), {}, NOW)
        await new_draft(session, elsewhere, "vote", str(id + 1), {}, NOW)
        await new_draft(session, voted, "vote", str(id), {}, NOW)
        meant = await audiences.count_people(session, {"balloting": id})
    assert meant == 2
