"""Winners become projects: followed by the right people, spoken for by the right staff."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from storage import audiences, disputes, due, projects, works
from storage.belongings import empty
from storage.conduct import By, NotNow
from storage.disputes import CONFIRM, DISPUTE, NewNote
from storage.privacy import everything
from storage.staff import grant
from storage.tables.projects import ProjectUpdate
from storage.tables.votes import Project
from storage.works import Plan, Update
from tests.support.counted import TOLD, counted, idea_of
from tests.support.crowd import PLACE, municipality, resident
from tests.support.election import the_vote, voter

NEWS = Update("started", {"ka": "სამუშაოები დაიწყო."})
PLAN = (date(2027, 4, 1), date(2027, 9, 30))


async def begun(database):
    """A told result whose first winner has an author and a supporter."""
    id, staff, people = await counted(database)
    async with database.writing() as session:
        author, supporter = await voter(session), await voter(session)
        await idea_of(session, id, 1, author, supporter)
        await projects.begin(session, await the_vote(session, id), TOLD)
    return id, staff, {"author": author, "supporter": supporter, "voter": people[0]}


async def first(session):
    return (await projects.works(session, PLACE))[0]


def by(person, now=TOLD, place=PLACE):
    return By(person, place, now)


async def test_winners_become_projects_and_losers_do_not(database):
    id, _, _ = await begun(database)
    async with database.reading() as session:
        found = await projects.works(session, PLACE, id)
        stages = (await session.execute(select(Project.number, Project.stage))).all()
    assert [(work.number, work.stage) for work in found] == [(1, "planned"), (2, "planned")]
    assert {number for number, stage in stages if not stage} == {3, 4, 5}


async def test_authors_and_supporters_follow_and_voters_do_not(database):
    """What somebody follows would tell how they voted."""
    _, _, people = await begun(database)
    async with database.reading() as session:
        work = await first(session)
        following = {
            name: await projects.follows(session, work.id, person)
            for name, person in people.items()
        }
        assert await projects.followers(session, work.id) == 2
        assert await audiences.count_people(session, {"follows": work.id}) == 2
    assert following == {"author": True, "supporter": True, "voter": False}


async def test_beginning_twice_changes_nothing(database):
    id, _, people = await begun(database)
    async with database.writing() as session:
        work = await first(session)
        await projects.unfollow(session, work.id, people["author"])
        await session.execute(update(Project).where(Project.id == work.id).values(stage="done"))
        await projects.begin(session, await the_vote(session, id), TOLD)
        again = await projects.find(session, work.id)
        assert again is not None and again.stage == "done"
        assert not await projects.follows(session, work.id, people["author"])


async def test_whoever_wants_may_follow_and_stop(database):
    _, _, people = await begun(database)
    async with database.writing() as session:
        work = await first(session)
        for _ in range(2):
            await projects.follow(session, work.id, people["voter"], TOLD)
        assert await projects.followers(session, work.id) == 3
        await projects.unfollow(session, work.id, people["voter"])
        assert await projects.followers(session, work.id) == 2


async def test_an_update_moves_the_stage_and_the_day_of_the_next(database):
    _, staff, _ = await begun(database)
    async with database.writing() as session:
        work = await first(session)
        await works.post(session, work.id, by(staff["first"]), NEWS)
        moved = await projects.find(session, work.id)
        assert moved is not None and moved.stage == "started"
        [news] = await projects.news(session, work.id)
        assert (news.stage, news.text) == ("started", NEWS.text)
        subject = projects.subject(work.id)
        assert await due.due_states(session, projects.STALE, subject) == {"open": 1}
        assert await due.due_states(session, works.NEWS, f"update:{news.id}") == {"open": 1}
        done = Update("done", {"ka": "დასრულდა."}, spent=9_500)
        await works.post(session, work.id, by(staff["first"]), done)
        assert await due.due_states(session, projects.STALE, subject) == {}
        ended = await projects.find(session, work.id)
        assert ended is not None and (ended.stage, ended.spent) == ("done", 9_500)


async def test_only_coordinators_and_the_owner_speak_for_a_project(database):
    _, staff, people = await begun(database)
    async with database.writing() as session:
        work = await first(session)
        reviewer, other = await resident(session), await resident(session)
        for person in (reviewer, other):
            await grant(session, person, PLACE, "reviewer", TOLD)
        await works.plan(session, work.id, by(staff["first"]), Plan(reviewer, *PLAN))
        await works.post(session, work.id, by(reviewer), NEWS)
        for person in (other, staff["partner"], people["voter"]):
            with pytest.raises(NotNow, match="role"):
                await works.post(session, work.id, by(person), NEWS)
        with pytest.raises(NotNow, match="role"):
            await works.plan(session, work.id, by(reviewer), Plan(other, *PLAN))
        for nobody in (people["voter"], staff["partner"]):
            with pytest.raises(NotNow, match="owner"):
                await works.plan(session, work.id, by(staff["first"]), Plan(nobody, *PLAN))


async def test_the_neighbours_staff_is_refused(database):
    _, _, people = await begun(database)
    async with database.writing() as session:
        work = await first(session)
        await municipality(session, "other")
        neighbour = await resident(session, place="other")
        await grant(session, neighbour, "other", "coordinator", TOLD)
        note = NewNote(work.id, await _update(session, work), people["voter"], DISPUTE, "?")
        await disputes.add(session, note, work, TOLD)
        [open_one] = await disputes.unanswered(session, work.id)
        for place in ("other", PLACE):
            with pytest.raises(NotNow, match="role"):
                await works.post(session, work.id, by(neighbour, place=place), NEWS)
            with pytest.raises(NotNow, match="role"):
                await works.plan(session, work.id, by(neighbour, place=place), Plan(1, *PLAN))
            with pytest.raises(NotNow, match="role"):
                await disputes.answer(session, open_one.id, by(neighbour, place=place), {})
        assert await disputes.owed(session, neighbour, PLACE, TOLD) == []
        assert await disputes.owed(session, neighbour, "other", TOLD) == []


async def _update(session, work):
    row = {"project_id": work.id, "at": TOLD, "person_id": 1, "stage": "started", "text": {}}
    added = insert(ProjectUpdate).values(row).returning(ProjectUpdate.id)
    return (await session.execute(added)).scalar_one()


async def disputed(database):
    """A dispute of the first project: (staff, people, the dispute)."""
    _, staff, people = await begun(database)
    async with database.writing() as session:
        work = await first(session)
        note = NewNote(work.id, await _update(session, work), people["voter"], DISPUTE, "ორმოა")
        await disputes.add(session, note, work, TOLD)
        [found] = await disputes.unanswered(session, work.id)
    return staff, people, found


async def test_a_dispute_is_owed_an_answer_within_ten_working_days(database):
    staff, _, found = await disputed(database)
    local = found.due_at.astimezone(ZoneInfo("Asia/Tbilisi"))
    # TOLD is Tuesday 1 December 2026; no public holiday lies before the 15th.
    assert (local.date(), local.hour) == (date(2026, 12, 15), 18)
    async with database.reading() as session:
        [owed] = await disputes.owed(session, staff["first"], PLACE, TOLD)
        assert (owed.kind, owed.count, owed.due) == ("dispute", 1, found.due_at)
        assert await disputes.owed(session, staff["partner"], PLACE, TOLD) == []


async def test_its_words_are_public_with_the_answer(database):
    staff, _, found = await disputed(database)
    async with database.writing() as session:
        assert await disputes.public(session, found.project, TOLD) == []
        await disputes.answer(session, found.id, by(staff["first"]), {"ka": "გავასწორეთ."})
        [shown] = await disputes.public(session, found.project, TOLD)
        assert (shown.text, shown.answer) == ("ორმოა", {"ka": "გავასწორეთ."})
        assert await disputes.unanswered(session, found.project) == []
        assert await due.due_states(session, disputes.OVERDUE, f"note:{found.id}") == {}
        with pytest.raises(NotNow, match="state"):
            await disputes.answer(session, found.id, by(staff["second"]), {"ka": "?"})


async def test_or_when_the_answer_is_overdue(database):
    _, _, found = await disputed(database)
    late = found.due_at + timedelta(seconds=1)
    async with database.reading() as session:
        [shown] = await disputes.public(session, found.project, late)
    assert shown.answer is None


async def test_the_owner_owes_the_answer_and_nobody_else_does(database):
    staff, _, found = await disputed(database)
    async with database.writing() as session:
        plan = Plan(staff["second"], *PLAN)
        await works.plan(session, found.project, by(staff["first"]), plan)
        assert await disputes.owed(session, staff["first"], PLACE, TOLD) == []
        assert len(await disputes.owed(session, staff["second"], PLACE, TOLD)) == 1


async def test_one_person_says_one_thing_of_one_update(database):
    _, people, found = await disputed(database)
    async with database.writing() as session:
        work = await first(session)
        again = NewNote(work.id, found.update, people["voter"], CONFIRM)
        with pytest.raises(IntegrityError):
            await disputes.add(session, again, work, TOLD)


async def test_confirmations_are_counted_and_owed_nothing(database):
    _, people, found = await disputed(database)
    async with database.writing() as session:
        work = await first(session)
        note = NewNote(work.id, found.update, people["author"], CONFIRM)
        assert await disputes.add(session, note, work, TOLD) is None
        assert await disputes.counts(session, found.update) == (1, 1)


async def test_what_somebody_follows_and_said_is_among_their_data_and_goes_with_them(database):
    _, people, found = await disputed(database)
    async with database.writing() as session:
        await projects.follow(session, found.project, people["voter"], TOLD)
        data = await everything(session, people["voter"])
        assert (len(data.follows), [words for _, words in data.remarks]) == (1, ["ორმოა"])
        await empty(session, people["voter"], TOLD)
        assert not await projects.follows(session, found.project, people["voter"])
        assert (await disputes.find(session, found.id)).text == "ორმოა"
