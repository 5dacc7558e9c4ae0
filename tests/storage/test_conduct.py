"""Running a vote: who may do what when, and what waits for whom."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, select, update

from bot.civic.ballots import Kind, Rules
from storage import conduct, votes
from storage.conduct import SETTLE, By, NotNow
from storage.mail import finish_event
from storage.staff import grant
from storage.tables.mail import Inbox
from storage.tables.votes import Ballot, Process
from storage.tables.work import Due, Job, Log
from tests.support.crowd import NOW, PLACE, municipality, resident
from tests.support.election import AFTER, RULES, election, the_vote, vote, voter
from tests.support.electorate import staff_by

CLOSED = NOW + timedelta(days=7)


async def state(session, id):
    return (await the_vote(session, id)).state


async def event(session, received):
    row = {"bot": "fake", "event": str(received), "chat": "c", "payload": {}, "attempts": 0}
    row |= {"state": "open", "received_at": received}
    return (await session.execute(insert(Inbox).values(row).returning(Inbox.id))).scalar_one()


async def test_closing_waits_for_every_event_that_came_before_the_hour(database):
    async with database.writing() as session:
        id, _ = await election(session)
        early = await event(session, CLOSED - timedelta(microseconds=1))
        await event(session, CLOSED)
        with pytest.raises(NotNow, match="waiting"):
            await conduct.close(session, id, CLOSED + SETTLE)
        await finish_event(session, early)
        await conduct.close(session, id, CLOSED + SETTLE)
        assert await state(session, id) == "objections"


async def test_closing_leaves_time_for_events_that_are_being_stored(database):
    async with database.writing() as session:
        id, _ = await election(session)
        with pytest.raises(NotNow, match="early"):
            await conduct.close(session, id, CLOSED + SETTLE - timedelta(microseconds=1))


async def test_opening_plans_the_closing_and_commits_to_the_lot(database):
    async with database.writing() as session:
        id, _ = await election(session)
        closing = select(Due.kind, Due.subject, Due.due_at).where(Due.kind == conduct.CLOSE)
        due = (await session.execute(closing)).one()
        detail = (
            await session.execute(select(Log.detail).where(Log.action == "vote-opened"))
        ).one()
        vote = await the_vote(session, id)
    assert tuple(due) == (conduct.CLOSE, f"process:{id}", CLOSED + SETTLE)
    assert len(detail[0]["seed"]) == 64 and vote.tie_seed not in detail[0]["seed"]


async def test_a_vote_without_projects_or_with_other_ballots_does_not_open(database):
    async with database.writing() as session:
        await municipality(session)
        person = await resident(session)
        await grant(session, person, PLACE, "coordinator", NOW)
        for rules in (RULES, Rules(pots={"": 1}, kind=Kind.CUMULATIVE)):
            dates = {"opens_at": NOW, "closes_at": CLOSED, "results_at": CLOSED}
            id = await votes.new_vote(session, PLACE, rules, name={"ka": "ა"}, **dates)
            with pytest.raises(NotNow, match="ballot"):
                await conduct.open_vote(session, id, By(person, PLACE, NOW))


STEPS = {
    "stop": lambda session, id, by: conduct.stop(session, id, by, "why"),
    "reopen": lambda session, id, by: conduct.reopen(session, id, by, "why"),
    "withdraw": lambda session, id, by: conduct.withdraw(session, id, by, 1, {"ka": "ა"}),
    "propose": conduct.propose_seal,
    "confirm": conduct.confirm_seal,
    "open": conduct.open_vote,
}


@pytest.mark.parametrize("step", STEPS)
async def test_strangers_and_neighbours_change_nothing(database, step):
    async with database.writing() as session:
        id, _ = await election(session)
        await municipality(session, "neighbour")
        neighbour = await resident(session, place="neighbour")
        await grant(session, neighbour, "neighbour", "coordinator", NOW)
        citizen = await resident(session)
        for by in (
            By(citizen, PLACE, NOW),
            By(neighbour, "neighbour", NOW),
            By(neighbour, PLACE, NOW),
        ):
            with pytest.raises(NotNow, match="role"):
                await STEPS[step](session, id, by)
        assert await state(session, id) == "open"


ALLOWED = {
    "draft": {"open", "withdraw"},
    "open": {"stop", "withdraw"},
    "stopped": {"reopen", "withdraw"},
    "objections": {"propose", "confirm", "withdraw"},
    "sealed": set(),
    "counted": set(),
}


@pytest.mark.parametrize("now_state", ALLOWED)
async def test_each_state_allows_its_own_steps_only(database, now_state):
    async with database.writing() as session:
        id, staff = await election(session)
    for name, step in STEPS.items():
        async with database.writing() as session:
            values = {"state": now_state, "seal_by": staff["second"]}
            await session.execute(update(Process).values(values))
            if name in ALLOWED[now_state]:
                await step(session, id, By(staff["first"], PLACE, NOW))
            else:
                with pytest.raises(NotNow, match="state"):
                    await step(session, id, By(staff["first"], PLACE, NOW))


async def test_sealing_takes_two_people_and_the_second_may_be_a_partner(database):
    async with database.writing() as session:
        id, staff = await election(session)
        await session.execute(update(Process).values(state="objections"))
        by = {name: By(person, PLACE, NOW) for name, person in staff.items()}
        with pytest.raises(NotNow, match="role"):
            await conduct.propose_seal(session, id, by["partner"])
        with pytest.raises(NotNow, match="state"):
            await conduct.confirm_seal(session, id, by["second"])
        await conduct.propose_seal(session, id, by["first"])
        with pytest.raises(NotNow, match="same-person"):
            await conduct.confirm_seal(session, id, by["first"])
        await conduct.confirm_seal(session, id, by["partner"])
        assert await state(session, id) == "sealed"
        jobs = (await session.execute(select(Job.kind, Job.args))).all()
        actions = (await session.execute(select(Log.action).order_by(Log.id))).scalars().all()
    assert [(kind, args["process"]) for kind, args in jobs] == [("seal", id)]
    assert actions[-3:] == ["vote-opened", "seal-proposed", "seal-confirmed"]


async def test_a_project_is_withdrawn_once_and_with_a_reason(database):
    async with database.writing() as session:
        id, staff = await election(session)
        by = By(staff["first"], PLACE, NOW)
        await conduct.withdraw(session, id, by, 2, {"ka": "მიწა კერძოა"})
        with pytest.raises(NotNow, match="project"):
            await conduct.withdraw(session, id, by, 2, {"ka": "სხვა"})
        with pytest.raises(NotNow, match="project"):
            await conduct.withdraw(session, id, by, 99, {"ka": "სხვა"})
        items = await votes.projects(session, id)
    assert [item.number for item in items if item.withdrawn] == [2]
    assert items[1].eligible.withdrawn


@pytest.mark.parametrize("late", [False, True])
async def test_nothing_is_sealed_where_a_ballot_is_missing(database, late):
    async with database.writing() as session:
        id, staff = await election(session)
        await vote(session, id, await voter(session), "1")
        await conduct.close(session, id, AFTER)
        if late:
            await conduct.propose_seal(session, id, staff_by(staff, now=AFTER))
        await session.execute(delete(Ballot))
        step, name = (conduct.confirm_seal, "second") if late else (conduct.propose_seal, "first")
        with pytest.raises(NotNow, match="mismatch"):
            await step(session, id, staff_by(staff, name, AFTER))
