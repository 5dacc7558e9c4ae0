"""What is owed: one list, and one row of the due-table for each working morning."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from bot.civic.hours import next_morning
from storage import reviews
from storage.mornings import plan_mornings
from storage.tables.electorate import PaperBatch, Voiding
from storage.tables.votes import Process
from storage.tables.work import Due
from storage.today import owed_by
from tests.support.crowd import NOW, PLACE
from tests.support.reviewing import EDITION, admitted, idea, office

TBILISI = ZoneInfo("Asia/Tbilisi")
NINE = time(9, 0)


@pytest.fixture
async def session(database):
    async with database.writing() as opened:
        yield opened


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        ("2026-11-22 08:00", "2026-11-23 05:00"),  # Sunday
        ("2026-11-23 04:59", "2026-11-23 05:00"),  # Monday, before nine
        ("2026-11-23 05:00", "2026-11-24 05:00"),
        ("2026-11-27 21:00", "2026-11-30 05:00"),  # Saturday in Tbilisi already
    ],
)
def test_a_working_morning_is_the_next_one_from_monday_to_friday(now, morning):
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert next_morning(at, NINE, TBILISI) == datetime.fromisoformat(morning).replace(tzinfo=UTC)


async def kinds(session, person, now=NOW):
    return [one.kind for one in await owed_by(session, person, PLACE, now)]


async def test_everybody_sees_what_they_owe_and_nothing_else(session):
    at = await office(session)
    for number in (1, 2):
        await reviews.begin(session, await idea(session, at, number), NOW)
    [one] = await owed_by(session, at.gia, PLACE, NOW)
    assert (one.kind, one.count, one.open.partition(":")[0]) == ("review", 2, "review")
    assert await kinds(session, at.eka) == []
    assert await kinds(session, at.author) == []
    assert await kinds(session, at.lia) == []


async def test_the_list_and_the_seal_are_owed_in_their_time(session):
    at = await office(session)
    await admitted(session, at)
    shown, closed = EDITION.calendar.review_until, EDITION.calendar.closes_at
    assert await kinds(session, at.eka, shown - timedelta(seconds=1)) == []
    assert await kinds(session, at.eka, shown) == ["list-make"]
    assert await kinds(session, at.lia, shown) == []
    vote = update(Process).values(state="objections", key_print="k")
    await session.execute(vote)
    assert await kinds(session, at.eka, closed) == ["seal"]
    assert await kinds(session, at.lia, closed) == []
    await session.execute(update(Process).values(seal_by=at.eka))
    assert await kinds(session, at.eka, closed) == []
    assert await kinds(session, at.lia, closed) == ["seal"]


async def test_mornings_are_planned_once_for_everybody_who_works_here(session):
    at = await office(session)
    for _ in range(2):
        await plan_mornings(session, NOW)
    query = select(Due.person_id, Due.due_at, Due.subject).where(Due.kind == "today")
    rows = (await session.execute(query)).all()
    assert {row.person_id for row in rows} == {at.eka, at.gia, at.lia}
    assert {(row.due_at, row.subject) for row in rows} == {(NOW + timedelta(hours=21), PLACE)}
    assert len(rows) == 3
    await session.execute(update(Due).values(state="done"))
    await plan_mornings(session, NOW + timedelta(hours=1))
    states = (await session.execute(select(Due.state))).scalars().all()
    assert set(states) == {"done"}  # told once


async def test_papers_and_objections_wait_for_a_second_person(session):
    at = await office(session)
    await session.execute(update(Process).values(state="objections", key_print="k", seal_by=at.eka))
    for number, state in ((1, "entered"), (2, "held")):
        session.add(
            PaperBatch(
                process_id=at.process,
                number=number,
                state=state,
                entered_by=at.eka,
                entered_at=NOW,
            )
        )
    row = {"process_id": at.process, "identity_key": "k", "reason": "ორჯერ", "asked_by": at.eka}
    session.add(Voiding(**row, asked_at=NOW))
    await session.flush()
    assert await kinds(session, at.eka) == ["paper-held"]
    assert set(await kinds(session, at.lia)) == {"paper-check", "paper-held", "objections", "seal"}
    assert await kinds(session, at.gia) == []
