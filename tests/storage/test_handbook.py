"""Who confirms texts of the handbook, what becomes of it, and how many voters there are."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.civic.review import NotAllowed
from storage import belongings, handbook, leaving, linking, privacy, staff
from storage.conduct import By
from storage.handbook import LOOK, Text, Voters
from storage.places import settlements
from storage.staff import COORDINATOR, HELPER, LAWYER, PARTNER
from storage.tables.work import Due, Log
from tests.support.crowd import NOW, PLACE, municipality, resident

PETITION = Text("petition", "ka", "0123456789abcdef")
CHANGED = Text("petition", "ka", "fedcba9876543210")
DAY = timedelta(days=1)


@pytest.fixture
async def place(database):
    async with database.writing() as session:
        await municipality(session)
        await municipality(session, "neighbour")
    return database


async def member(place, role, *, where=PLACE, name="თამარ ლომიძე"):
    """Somebody with a role, as the one who acts."""
    async with place.writing() as session:
        person = await resident(session, name=name)
        await staff.grant(session, person, where, role, NOW)
    return By(person, where, NOW)


async def confirmed(place, where=PLACE):
    async with place.reading() as session:
        return await handbook.confirmations(session, where)


async def confirm(place, by, text=PETITION):
    async with place.writing() as session:
        await handbook.confirm(session, by, text)


async def test_a_lawyer_stands_for_these_words_here_and_for_no_others(place):
    by = await member(place, LAWYER)
    await confirm(place, by)
    found = await confirmed(place)
    assert set(found) == {PETITION.digest}
    assert (found[PETITION.digest].name, found[PETITION.digest].at) == ("თამარ ლომიძე", NOW)
    assert await confirmed(place, "neighbour") == {}
    async with place.reading() as session:
        query = select(Log.subject, Log.detail).where(Log.action == "rights-confirm")
        [(subject, detail)] = (await session.execute(query)).all()
    assert subject == "rights:petition"
    assert detail == {"language": "ka", "digest": PETITION.digest}


@pytest.mark.parametrize("role", [COORDINATOR, PARTNER, HELPER])
async def test_nobody_else_confirms(place, role):
    with pytest.raises(NotAllowed):
        await confirm(place, await member(place, role))
    assert await confirmed(place) == {}


async def test_the_neighbours_lawyer_confirms_nothing_here(place):
    by = await member(place, LAWYER, where="neighbour")
    with pytest.raises(NotAllowed):
        await confirm(place, By(by.person, PLACE, NOW))
    assert await confirmed(place) == {}


async def test_a_lawyer_without_a_name_confirms_nothing(place):
    with pytest.raises(NotAllowed):
        await confirm(place, await member(place, LAWYER, name=""))


async def test_confirming_again_is_a_new_day_and_another_lawyer(place):
    await confirm(place, await member(place, LAWYER))
    second = await member(place, LAWYER, name="ზურაბ კობახიძე")
    await confirm(place, By(second.person, PLACE, NOW + DAY))
    await confirm(place, second, CHANGED)
    found = await confirmed(place)
    assert found[PETITION.digest].name == "ზურაბ კობახიძე"
    assert found[PETITION.digest].at == NOW + DAY and len(found) == 2


@pytest.mark.parametrize("role", [LAWYER, COORDINATOR])
async def test_a_lawyer_or_a_coordinator_takes_it_back(place, role):
    await confirm(place, await member(place, LAWYER))
    by = await member(place, role, name="ეკა")
    stranger = await member(place, PARTNER, name="ლია")
    async with place.writing() as session:
        with pytest.raises(NotAllowed):
            await handbook.withdraw(session, stranger, PETITION)
    assert len(await confirmed(place)) == 1
    async with place.writing() as session:
        await handbook.withdraw(session, by, PETITION)
    assert await confirmed(place) == {}


async def test_it_outlasts_the_role_and_ends_with_the_person(place):
    """A name that nobody stands behind any more is not shown as one that does."""
    by, chief = await member(place, LAWYER), await member(place, COORDINATOR, name="ეკა")
    await confirm(place, by)
    async with place.writing() as session:
        await leaving.leave(session, chief, by.person, None)
    assert len(await confirmed(place)) == 1
    async with place.reading() as session:
        shown = await privacy.everything(session, by.person)
        assert shown.confirmed == [("petition", "ka", NOW)]
    async with place.writing() as session:
        await belongings.empty(session, by.person, NOW)
    assert await confirmed(place) == {}


async def test_two_who_are_one_stand_for_it_together(place):
    by = await member(place, LAWYER)
    await confirm(place, by)
    async with place.writing() as session:
        kept = await resident(session, name="თამარი")
        await linking.unite(session, kept, by.person, NOW)
    assert (await confirmed(place))[PETITION.digest].person == kept
    async with place.writing() as session:
        await belongings.empty(session, kept, NOW)
    assert await confirmed(place) == {}


async def test_the_latest_count_of_voters_is_that_of_the_latest_day(place):
    by = await member(place, COORDINATOR)
    later, earlier = Voters(9_000, date(2026, 11, 1)), Voters(8_000, date(2026, 1, 1))
    async with place.writing() as session:
        [village, other] = sorted(one.id for one in await settlements(session, PLACE))
        assert await handbook.voters(session, PLACE) is None
        await handbook.set_voters(session, by, None, later)
        await handbook.set_voters(session, by, None, earlier)
        await handbook.set_voters(session, by, village, Voters(500, date(2026, 11, 1)))
        assert await handbook.voters(session, PLACE) == later
        assert (await handbook.voters(session, PLACE, village)).count == 500
        assert await handbook.voters(session, PLACE, other) is None
        assert await handbook.voters(session, "neighbour") is None
        corrected = Voters(9_100, date(2026, 11, 1))
        await handbook.set_voters(session, by, None, corrected)
        assert await handbook.voters(session, PLACE) == corrected
    async with place.writing() as session:
        await belongings.empty(session, by.person, NOW)
        assert await handbook.voters(session, PLACE) == corrected


@pytest.mark.parametrize("role", [LAWYER, PARTNER])
async def test_only_a_coordinator_counts_voters(place, role):
    by = await member(place, role)
    async with place.writing() as session:
        with pytest.raises(NotAllowed):
            await handbook.set_voters(session, by, None, Voters(1, date(2026, 1, 1)))


async def test_a_look_is_planned_for_the_first_working_morning_of_a_month(place):
    await member(place, COORDINATOR)
    await member(place, LAWYER, where="neighbour")
    moments = (NOW, NOW + DAY, datetime(2026, 12, 1, 4, 59, tzinfo=UTC), NOW + 10 * DAY)
    for moment in moments:
        async with place.writing() as session:
            await handbook.plan_looks(session, moment)
    async with place.reading() as session:
        query = select(Due.subject, Due.occurrence, Due.due_at).where(Due.kind == LOOK)
        rows = (await session.execute(query.order_by(Due.due_at))).all()
    # Both begin on a working day: Tuesday, the first of December; Friday, the first of January.
    assert [tuple(row) for row in rows] == [
        (PLACE, "2026-12", datetime(2026, 12, 1, 5, tzinfo=UTC)),
        (PLACE, "2027-01", datetime(2027, 1, 1, 5, tzinfo=UTC)),
    ]
