"""Calls in the tables: places, one application each, told once, the reserve, and people who go."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from bot.civic.admission import ACCEPT, DECLINE, KEPT, RESERVE
from bot.civic.review import NotAllowed
from storage import (
    academy,
    admission,
    admission_cohort,
    admission_duties,
    applications,
    belongings,
    linking,
    privacy,
)
from storage.admission import Call
from storage.admission_cohort import DECIDED, FIRST, LAST, MOVED, Progress
from storage.applications import Decision
from storage.doors import Way, door_to
from storage.staff import COORDINATOR, grant
from storage.tables.admission import AdmissionCall, Application
from storage.tables.people import Door
from storage.tables.work import Due
from storage.tidy import tidy
from tests.storage.test_crossings import crossing
from tests.support.admitting import apply, call, days, marked
from tests.support.crowd import PLACE, crowd, municipality
from tests.support.electorate import again

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
CLOSED = NOW + timedelta(days=8)
BEGUN = NOW + timedelta(days=14)


@pytest.fixture
async def second(database):
    """The same database as another process opens it."""
    opened = again(database)
    yield opened
    await opened.close()


async def applied(session, people=4, places=2):
    """A call, its coordinator, who applied, and the applications."""
    await municipality(session)
    boss, *others = await crowd(session, people + 1)
    id = await call(session, PLACE, boss, NOW, places=places)
    return id, boss, others, [await apply(session, id, person, NOW) for person in others]


async def told(session, marks, places=2):
    """The same after everybody was told these marks."""
    id, boss, people, ids = await applied(session, len(marks), places)
    await marked(session, ids, boss, marks, CLOSED)
    await admission_cohort.tell(session, id, boss, CLOSED)
    return id, boss, people, ids


async def planned(session, kind):
    """For whom something is planned."""
    query = select(Due.person_id).where(Due.kind == kind, Due.state == "open")
    return list((await session.execute(query.order_by(Due.person_id))).scalars())


async def the_call(session, id) -> Call:
    found = await admission.find(session, id)
    assert found
    return found


async def mark_of(session, application):
    return (await applications.one(session, application)).mark


async def rows(session, table):
    return (await session.execute(select(func.count()).select_from(table))).scalar_one()


async def test_the_last_place_is_given_once(database, second):
    async with database.writing() as session:
        _, boss, _, ids = await applied(session, people=2, places=1)

    def accept(application):
        async def accepted(session):
            await applications.mark(session, application, boss, Decision(ACCEPT), NOW)

        return accepted

    with pytest.raises(NotAllowed, match="full"):
        await crossing(database, second, *map(accept, ids))
    async with database.reading() as session:
        assert [await mark_of(session, one) for one in ids] == [ACCEPT, ""]


async def test_a_place_is_free_again_when_a_mark_changes(database):
    async with database.writing() as session:
        _, boss, _, ids = await applied(session)
        await marked(session, ids[:2], boss, [ACCEPT, ACCEPT], NOW)
        with pytest.raises(NotAllowed, match="full"):
            await applications.mark(session, ids[2], boss, Decision(ACCEPT), NOW)
        await marked(session, ids[:1], boss, [DECLINE], NOW)
        await applications.mark(session, ids[2], boss, Decision(ACCEPT), NOW)
        await applications.mark(session, ids[2], boss, Decision(ACCEPT, "კარგია"), NOW)
        assert (await applications.one(session, ids[2])).seat == 1


async def test_nobody_applies_twice(database):
    async with database.writing() as session:
        id, _, people, _ = await applied(session)
    with pytest.raises(IntegrityError):
        async with database.writing() as session:
            await apply(session, id, people[0], NOW)


async def test_nobody_applies_too_late_and_nobody_decides_on_themselves(database):
    async with database.writing() as session:
        id, boss, _, _ = await applied(session)
        own = await apply(session, id, boss, NOW)
        with pytest.raises(NotAllowed, match="own"):
            await applications.mark(session, own, boss, Decision(ACCEPT), NOW)
        [late] = await crowd(session, 1)
        with pytest.raises(NotAllowed, match="late"):
            await apply(session, id, late, CLOSED)
        await apply(session, id, late, NOW + timedelta(days=7, hours=10, minutes=59))


async def test_everybody_is_told_once(database, second):
    async with database.writing() as session:
        id, boss, people, ids = await applied(session, people=3)
        for now, why in ((NOW, "open"), (CLOSED, "undecided"), (NOW + timedelta(99), "over")):
            with pytest.raises(NotAllowed, match=why):
                await admission_cohort.tell(session, id, boss, now)
        await marked(session, ids, boss, [ACCEPT, RESERVE, DECLINE], CLOSED)

    async def tell(session):
        return await admission_cohort.tell(session, id, boss, CLOSED)

    with pytest.raises(NotAllowed, match="told"):
        await crossing(database, second, tell, tell)
    async with database.writing() as session:
        assert await planned(session, DECIDED) == people
        assert await planned(session, FIRST) == await planned(session, LAST) == people[:1]
        with pytest.raises(NotAllowed, match="told"):
            await applications.mark(session, ids[2], boss, Decision(ACCEPT), CLOSED)


async def test_the_reserve_moves_up_in_the_order_of_its_marks(database):
    async with database.writing() as session:
        id, boss, people, ids = await applied(session, places=1)
        await marked(session, ids[2:], boss, [RESERVE, DECLINE], CLOSED)
        later = CLOSED + timedelta(minutes=1)
        await marked(session, ids[:2], boss, [ACCEPT, RESERVE], later)
        await admission_cohort.tell(session, id, boss, later)
        await admission_cohort.leave(session, ids[0], later)
        assert await planned(session, MOVED) == [people[2]]
        assert await planned(session, DECIDED) == [people[1], people[3]]
        assert await planned(session, FIRST) == [people[2]]
        await admission_cohort.leave(session, ids[2], BEGUN)
        assert [await mark_of(session, one) for one in (ids[1], ids[3])] == [ACCEPT, DECLINE]
        await admission_cohort.leave(session, ids[1], BEGUN)
        assert await planned(session, FIRST) == []


async def test_nobody_moves_up_when_the_cohort_is_on_its_way(database):
    async with database.writing() as session:
        _, _, _, ids = await told(session, [ACCEPT, RESERVE])
        late = BEGUN + timedelta(days=8)
        await admission_cohort.leave(session, ids[0], late)
        assert await mark_of(session, ids[1]) == RESERVE


async def test_before_everybody_is_told_nobody_moves_up(database):
    async with database.writing() as session:
        _, boss, _, ids = await applied(session, places=1)
        await marked(session, ids[:2], boss, [ACCEPT, RESERVE], NOW)
        await admission_cohort.leave(session, ids[0], NOW)
        assert await mark_of(session, ids[1]) == RESERVE and await planned(session, MOVED) == []


async def test_whoever_goes_leaves_nothing_and_makes_room(database):
    async with database.writing() as session:
        id, _, people, ids = await told(session, [ACCEPT, RESERVE], places=1)
        await belongings.empty(session, people[0], CLOSED)
        assert [one.id for one in await applications.of_call(session, id)] == ids[1:]
        assert await mark_of(session, ids[1]) == ACCEPT


async def test_of_two_applications_of_one_person_the_better_one_holds(database):
    async with database.writing() as session:
        id, _, people, ids = await told(session, [DECLINE, ACCEPT, RESERVE], places=1)
        await linking.unite(session, people[0], people[1], CLOSED)
        mine = await applications.mine(session, id, people[0])
        assert (mine.id, mine.mark) == (ids[1], ACCEPT)
        assert await planned(session, FIRST) == [people[0]]
        await linking.unite(session, people[2], people[0], CLOSED)
        [only] = await applications.of_call(session, id)
        assert (only.id, only.person) == (ids[1], people[2])


async def test_progress_is_counts_of_this_track(database):
    async with database.writing() as session:
        id, _, people, _ = await told(session, [ACCEPT, ACCEPT, DECLINE])
        for person, track in zip(people, ("citizen", "team", "citizen"), strict=True):
            await academy.begin(session, person, ("participation", 1, track), BEGUN)
        found = await the_call(session, id)
        assert await admission_cohort.progress(session, found) == Progress(2, 1, 0)
        [mine] = await academy.learnings(session, people[0])
        await academy.finish(session, mine, BEGUN)
        assert await admission_cohort.progress(session, found) == Progress(2, 1, 1)


async def test_figures_stay_when_applications_go_and_all_goes_in_the_end(database):
    async with database.writing() as session:
        id, _, people, ids = await told(session, [ACCEPT, RESERVE, DECLINE])
        found = await the_call(session, id)
        before = await admission_cohort.figures(session, found)
        assert (before.applied, before.accepted, before.undecided) == (3, 1, 0)
        await door_to(session, Way(PLACE, None, admission.DOOR, str(id)), NOW)
        await tidy(session, CLOSED + KEPT)
        assert len(await applications.of_call(session, id)) == 3
        await tidy(session, CLOSED + KEPT + timedelta(hours=1))
        assert [one.id for one in await applications.of_call(session, id)] == ids[:1]
        assert await admission_cohort.figures(session, found) == before
        everything = await privacy.everything(session, people[0])
        [(name, answered)] = everything.applications
        assert name == "" and answered.values["newcomer"] == "first"
        await tidy(session, NOW + timedelta(days=56) + KEPT)
        assert await rows(session, AdmissionCall) == 1
        await tidy(session, NOW + timedelta(days=57) + KEPT)
        assert [await rows(session, one) for one in (AdmissionCall, Application, Door)] == [0, 0, 0]


async def test_a_call_with_applications_stays(database):
    async with database.writing() as session:
        id, boss, _, ids = await applied(session, people=1)
        with pytest.raises(NotAllowed, match="applied"):
            await admission.drop(session, id, boss, NOW)
        await admission_cohort.leave(session, ids[0], NOW)
        await admission.drop(session, id, boss, NOW)
        assert await admission.find(session, id) is None


async def test_a_settlement_is_told_from_ten_applicants_on(database):
    async with database.writing() as session:
        upper, lower = await municipality(session)
        people = await crowd(session, 24)
        id = await call(session, PLACE, people[0], NOW)
        for at, person in enumerate(people):
            last = await apply(session, id, person, NOW, settlement=upper if at < 14 else lower)
        found = await the_call(session, id)
        assert (await admission_cohort.figures(session, found)).settlements == {
            upper: 14,
            lower: 10,
        }
        await admission_cohort.leave(session, last, NOW)
        assert (await admission_cohort.figures(session, found)).settlements == {}


async def test_a_closed_call_is_owed_until_everybody_is_told(database):
    async with database.writing() as session:
        id, boss, people, ids = await applied(session, 3)
        owed = admission_duties.owed
        assert await owed(session, boss, PLACE, NOW) == []
        await grant(session, boss, PLACE, COORDINATOR, NOW)
        assert await owed(session, boss, PLACE, NOW) == []
        assert await owed(session, people[0], PLACE, CLOSED) == []
        [decide] = await owed(session, boss, PLACE, CLOSED)
        assert (decide.kind, decide.count, decide.open) == (
            "admission-decide",
            3,
            f"admission-call:{id}",
        )
        await marked(session, ids, boss, [ACCEPT, RESERVE, DECLINE], CLOSED)
        [tell] = await owed(session, boss, PLACE, CLOSED)
        assert tell.kind == "admission-tell" and tell.due.date() == days(NOW).starts
        await admission_cohort.tell(session, id, boss, CLOSED)
        assert await owed(session, boss, PLACE, CLOSED) == []
