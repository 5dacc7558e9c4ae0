"""Ideas in an edition: limits, threshold, taking back, keeping, going on, reports, reminders."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from bot.journey import TBILISI
from storage import (
    belongings,
    due,
    idea_drafts,
    idea_reports,
    ideas,
    own_ideas,
    people,
    privacy,
    supports,
)
from storage.conduct import By
from storage.idea_reports import Judged
from storage.own_ideas import NotNow, TooMany
from storage.staff import COORDINATOR, grant
from storage.tables.ideas import Idea, Support
from storage.tables.reviews import Review
from storage.tables.work import Due
from tests.storage.test_ideas import idea
from tests.support.crowd import NOW, PLACE, crowd, municipality
from tests.support.rounds import announce, edition


async def place_with_edition(session, people_count, begins=NOW, **settings):
    """People of a municipality whose edition takes ideas; (vote, people)."""
    await municipality(session)
    found = await crowd(session, people_count)
    return await edition(session, await announce(session, PLACE, begins, **settings)), found


async def checks(session, id):
    query = select(Review.stage).where(Review.idea_id == id)
    return list((await session.execute(query)).scalars())


async def state(session, id):
    return (await session.execute(select(Idea.state).where(Idea.id == id))).scalar_one()


async def test_the_edition_that_takes_ideas_is_known_by_its_dates(database):
    async with database.writing() as session:
        vote, _ = await place_with_edition(session, 0)
        assert (await own_ideas.taking(session, PLACE, NOW)).id == vote.id
        for at in (NOW - timedelta(seconds=1), NOW + timedelta(days=20)):
            assert await own_ideas.taking(session, PLACE, at) is None
        assert await own_ideas.taking(session, "elsewhere", NOW) is None


async def test_without_a_threshold_the_review_begins_at_once(database):
    async with database.writing() as session:
        vote, [nino] = await place_with_edition(session, 1)
        id, number = await own_ideas.propose(session, idea(nino), vote)
        assert (number, await state(session, id)) == (1, "reviewing")
        assert await checks(session, id) == ["formal"]


async def test_the_threshold_is_reached_once_by_people_who_come_together(database):
    async with database.writing() as session:
        vote, [nino, *others] = await place_with_edition(session, 9, support=8)
        id, _ = await own_ideas.propose(session, idea(nino), vote)
        assert await state(session, id) == "submitted"

    async def support(person):
        async with database.writing() as session:
            await supports.support(session, id, person, NOW)

    await asyncio.gather(*(support(person) for person in others))
    async with database.reading() as session:
        assert await state(session, id) == "reviewing"
        assert await checks(session, id) == ["formal"]
        assert await due.due_states(session, supports.REACHED, str(id)) == {"open": 1}


async def test_whoever_has_enough_when_proposals_end_goes_on(database):
    async with database.writing() as session:
        vote, [nino, gia, lia] = await place_with_edition(session, 3, support=2)
        enough, _ = await own_ideas.propose(session, idea(nino), vote)
        few, _ = await own_ideas.propose(session, idea(nino, "ხიდი"), vote)
        await supports.support(session, few, gia, NOW)
        rows = [{"idea_id": enough, "person_id": person, "at": NOW} for person in (gia, lia)]
        await session.execute(insert(Support), rows)  # as a merger brings them
        await supports.begin_reached(session, vote.id, 2, NOW)
        assert (await state(session, enough), await state(session, few)) == (
            "reviewing",
            "submitted",
        )


async def test_nobody_proposes_more_than_allowed_not_even_at_the_same_moment(database):
    async with database.writing() as session:
        vote, [nino] = await place_with_edition(session, 1, each=2)

    async def propose():
        try:
            async with database.writing() as session:
                return await own_ideas.propose(session, idea(nino), vote)
        except TooMany:
            return None

    found = await asyncio.gather(*(propose() for _ in range(4)))
    assert sum(one is not None for one in found) == 2
    taken = next(one for one in found if one)
    async with database.writing() as session:
        assert await own_ideas.proposed(session, vote.id, nino) == 2
        await own_ideas.withdraw(session, taken[0], nino, NOW)
        assert await own_ideas.proposed(session, vote.id, nino) == 1
        await own_ideas.propose(session, idea(nino), vote)


async def test_only_its_author_takes_an_idea_back_and_only_once(database):
    async with database.writing() as session:
        vote, [nino, gia] = await place_with_edition(session, 2)
        id, _ = await own_ideas.propose(session, idea(nino), vote)
        with pytest.raises(NotNow):
            await own_ideas.withdraw(session, id, gia, NOW)
        await own_ideas.withdraw(session, id, nino, NOW)
        with pytest.raises(NotNow):
            await own_ideas.withdraw(session, id, nino, NOW)
        await own_ideas.keep(session, id, nino, NOW)
        assert await state(session, id) == "kept"


async def test_a_kept_idea_goes_on_whole_under_a_new_number(database):
    async with database.writing() as session:
        first, [nino] = await place_with_edition(session, 1, support=3)
        whole = replace(
            idea(nino, lat=41.7, lon=44.8), place="ხიდთან", cost=5000, beneficiaries="ყველას"
        )
        id, _ = await own_ideas.propose(session, whole, first)
        await own_ideas.keep(session, id, nino, NOW)
        assert [one.id for one in await own_ideas.waiting(session, nino, PLACE)] == [id]
        later = NOW + timedelta(days=300)
        next_one = await edition(session, await announce(session, PLACE, later))
        new, number = await own_ideas.go_on(session, id, next_one, "", later)
        found = await ideas.find(session, new, nino)
        assert (found.number, found.process_id, found.place) == (number, next_one.id, "ხიდთან")
        assert (found.lat, found.cost, found.beneficiaries) == (41.7, 5000, "ყველას")
        assert (await ideas.find(session, id, nino)).moved_to == number
        assert await own_ideas.waiting(session, nino, PLACE) == []
        with pytest.raises(NotNow):
            await own_ideas.go_on(session, id, next_one, "", later)


async def test_a_standing_idea_keeps_its_number_and_supporters(database):
    async with database.writing() as session:
        vote, [nino, gia] = await place_with_edition(session, 2, support=1)
        id, number = await own_ideas.propose(session, idea(nino), None)
        await supports.support(session, id, gia, NOW)
        assert await state(session, id) == "submitted"
        assert await own_ideas.go_on(session, id, vote, "", NOW) == (id, number)
        assert await state(session, id) == "reviewing"


async def test_the_age_only_grows(database):
    async with database.writing() as session:
        await municipality(session)
        [nino] = await crowd(session, 1)
        for told, known in ((18, 18), (16, 18), (21, 21)):
            await own_ideas.grown(session, nino, told)
            assert await own_ideas.age_from(session, nino) == known


async def test_what_is_kept_of_a_person_is_told_and_goes_with_them(database):
    async with database.writing() as session:
        await municipality(session)
        nino, gia = await crowd(session, 2)
        id, number = await ideas.add(session, idea(nino, "გზა"))
        await idea_reports.report(session, id, gia, "insult", NOW)
        await own_ideas.grown(session, gia, 18)
        told = await privacy.everything(session, gia)
        assert (told.reports, told.profile.age_from) == ([(number, "გზა")], 18)
        await belongings.empty(session, gia, NOW)
        told = await privacy.everything(session, gia)
        assert (told.reports, told.profile.age_from) == ([], 0)


async def test_reports_wait_for_a_coordinator_of_the_place(database):
    async with database.writing() as session:
        await municipality(session)
        nino, gia, lia, tamar = await crowd(session, 4)
        await grant(session, tamar, PLACE, COORDINATOR, NOW)
        id, _ = await ideas.add(session, idea(nino))
        await idea_reports.report(session, id, gia, "advert", NOW)
        assert await idea_reports.pending(session, PLACE, tamar) == []
        with pytest.raises(IntegrityError):
            async with session.begin_nested():
                await idea_reports.report(session, id, gia, "insult", NOW)
        await idea_reports.report(session, id, lia, "personal", NOW)
        [found] = await idea_reports.pending(session, PLACE, tamar)
        assert (found.idea_id, found.reasons) == (id, {"advert": 1, "personal": 1})
        assert [one.count for one in await idea_reports.owed(session, tamar, PLACE, NOW)] == [1]
        assert await idea_reports.owed(session, gia, PLACE, NOW) == []
        assert await idea_reports.pending(session, PLACE, nino) == []  # her own idea
        with pytest.raises(Judged):
            by = By(tamar, "elsewhere", NOW)
            await idea_reports.decide(session, id, by, hide=True, reason="ნამდვილად რეკლამაა.")
        by = By(tamar, PLACE, NOW)
        await idea_reports.decide(session, id, by, hide=True, reason="ნამდვილად რეკლამაა.")
        with pytest.raises(Judged):
            await idea_reports.decide(session, id, by, hide=False, reason="აღარ არის.")
        assert await state(session, id) == "hidden"
        assert await idea_reports.hidden_because(session, id) == "ნამდვილად რეკლამაა."
        assert await ideas.numbered(session, PLACE, 1) is None


async def reminders(session):
    query = select(Due.occurrence, Due.due_at, Due.state).where(Due.kind == idea_drafts.REMIND)
    return {row[0]: (row[1].astimezone(TBILISI), row[2]) for row in await session.execute(query)}


async def touch(session, person, at, begun=False):
    await idea_drafts.remind(session, person, PLACE, (at, TBILISI), begun)


async def test_reminders_come_in_the_morning_and_move_with_every_answer(database):
    async with database.writing() as session:
        vote, [nino] = await place_with_edition(session, 1)
        evening = NOW.replace(hour=19)
        await touch(session, nino, evening, begun=True)
        found = await reminders(session)
        ends = vote.edition.calendar.propose_until.astimezone(TBILISI)
        assert found["later"][0].date() == evening.date() + timedelta(days=3)
        assert found["closing"][0].date() == ends.date() - timedelta(days=1)
        assert {at.hour for at, _ in found.values()} == {10}
        await touch(session, nino, evening + timedelta(days=2))
        later = (await reminders(session))["later"][0]
        assert later.date() == evening.date() + timedelta(days=5)


async def test_the_same_draft_is_reminded_of_once_each_the_next_one_anew(database):
    async with database.writing() as session:
        _, [nino] = await place_with_edition(session, 1)
        await touch(session, nino, NOW, begun=True)
        for row in await due.claim_due(session, NOW + timedelta(days=4), 10):
            await due.finish_due(session, row.id, "done")
        await touch(session, nino, NOW + timedelta(days=5))
        assert (await reminders(session))["later"][1] == "done"
        await idea_drafts.forget(session, nino)
        await touch(session, nino, NOW + timedelta(days=6), begun=True)
        assert (await reminders(session))["later"][1] == "open"


async def test_near_the_end_only_the_last_reminder_is_left(database):
    async with database.writing() as session:
        _, [nino] = await place_with_edition(session, 1, begins=NOW - timedelta(days=17))
        await touch(session, nino, NOW, begun=True)
        assert list(await reminders(session)) == ["closing"]


async def test_a_dropped_draft_takes_its_reminders_along(database):
    async with database.writing() as session:
        _, [nino] = await place_with_edition(session, 1)
        await people.new_draft(session, nino, "idea", "", {}, NOW)
        await touch(session, nino, NOW, begun=True)
        assert await idea_drafts.exists(session, nino)
        assert await idea_drafts.drop(session, nino)
        assert not await idea_drafts.drop(session, nino)
        assert await reminders(session) == {}
