"""Leaving: one step hands everything over and ends access, and somebody always stays."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.civic.review import Finding, NotAllowed, Verdict
from storage import leaving, remedies, reviews, staff, votes
from storage.staff import COORDINATOR, REVIEWER, grant
from storage.tables.people import Invitation
from storage.tables.votes import Project
from tests.support.crowd import NOW, PLACE, resident
from tests.support.reviewing import REASON, check, decide, idea, office


@pytest.fixture
async def session(database):
    async with database.writing() as opened:
        yield opened


async def refused(step):
    with pytest.raises(NotAllowed) as caught:
        await step
    return caught.value.why


async def roles(session, person):
    return await votes.staff_roles(session, person, PLACE)


async def test_all_open_checks_and_projects_go_to_the_colleague(session):
    at = await office(session)
    ids = [await idea(session, at, number) for number in (1, 2)]
    for id in ids:
        await reviews.begin(session, id, NOW)
    rows = [{"number": 1, "title": {"ka": "სკვერი"}, "cost": 10}]
    await votes.add_projects(session, at.process, rows)
    await session.execute(update(Project).values(owner_id=at.gia, stage="started"))
    assert await leaving.load(session, at.gia, PLACE) == leaving.Load(2, 1)
    await leaving.leave(session, at.by(at.gia), at.gia, at.eka)
    assert await roles(session, at.gia) == set()
    assert [(await check(session, id)).reviewer_id for id in ids] == [at.eka, at.eka]
    assert (await session.execute(select(Project.owner_id))).scalar_one() == at.eka
    fine = Finding(Verdict.PASS)
    row = await check(session, ids[0])
    assert await refused(reviews.propose(session, row.id, at.by(at.gia), fine)) == "role"


async def test_the_last_coordinator_stays(session):
    at = await office(session)
    assert await refused(leaving.leave(session, at.by(at.eka), at.eka, at.gia)) == "last"
    zura = await resident(session)
    await grant(session, zura, PLACE, COORDINATOR, NOW)
    await leaving.leave(session, at.by(at.eka), at.eka, zura)
    assert await roles(session, at.eka) == set()


async def test_only_coordinators_do_it_for_others_and_only_at_home(session):
    at = await office(session)
    neighbours = await office(session, place="elsewhere")
    assert await refused(leaving.leave(session, at.by(at.gia), at.lia, None)) == "role"
    theirs = at.by(neighbours.eka)
    assert await refused(leaving.leave(session, theirs, at.gia, None)) == "role"
    own = neighbours.by(neighbours.eka)
    assert await refused(leaving.leave(session, own, at.gia, None)) == "state"
    assert await refused(leaving.leave(session, at.by(at.eka), at.gia, neighbours.eka)) == "heir"
    await leaving.leave(session, at.by(at.eka), at.gia, None)


async def test_an_appeal_goes_to_somebody_who_had_no_part_whoever_takes_over(session):
    at = await office(session)
    zura = await resident(session)
    id = await idea(session, at, 1)
    await reviews.begin(session, id, NOW)
    await decide(session, at, id, Finding(Verdict.REJECT, "within", REASON))
    await grant(session, zura, PLACE, REVIEWER, NOW)
    await remedies.appeal(session, id, at.author, "ეს ჩვენი ქუჩაა", NOW)
    assert (await check(session, id)).reviewer_id == zura
    await leaving.leave(session, at.by(zura), zura, at.eka)  # who confirmed the rejection
    assert (await check(session, id)).reviewer_id == at.lia


async def test_a_check_sent_back_after_its_reviewer_has_left_finds_another(session):
    at = await office(session)
    id = await idea(session, at, 1)
    await reviews.begin(session, id, NOW)
    row = await check(session, id)
    await reviews.propose(session, row.id, at.by(at.gia), Finding(Verdict.PASS))
    await leaving.leave(session, at.by(at.gia), at.gia, None)
    await reviews.send_back(session, row.id, at.by(at.lia), "ადგილი არ ჩანს")
    assert (await check(session, id)).reviewer_id == at.eka


async def test_codes_that_the_leaver_made_open_nothing_any_more(session):
    at = await office(session)
    zura = await resident(session)
    await grant(session, zura, PLACE, COORDINATOR, NOW)
    code = await staff.invite(session, PLACE, COORDINATOR, NOW, made_by=at.eka)
    await leaving.leave(session, at.by(at.eka), at.eka, None)
    assert not await staff.appoint(session, code, at.eka, "ეკა", NOW + timedelta(minutes=1))
    assert (await session.execute(select(Invitation.used_by))).scalar_one() is None
