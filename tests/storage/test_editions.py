"""Editions: made, changed while they are drafts, announced, their dates moved with a reason."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import insert, select

from bot.civic import edition
from bot.civic.ballots import Rules
from bot.civic.checks import Part
from bot.civic.settings import changed, with_zone, without_zone
from storage import conduct, edition_changes, editions, votes
from storage.conduct import By, NotNow
from storage.doors import Way, find_door
from storage.edition_changes import Impossible, NewEdition
from storage.staff import grant
from storage.tables.electorate import RegisterRow, VoterCode
from storage.tables.votes import Process
from storage.tables.work import Due, Log
from tests.support.crowd import NOW, PLACE, municipality, resident
from tests.support.editions import NAME, PLAN, add_project, announced, drafted, office, zoned
from tests.support.election import election, the_vote

DATES = PLAN.edition.calendar
SECOND = timedelta(seconds=1)


async def stored(session, id):
    return await editions.plan_of(session, await the_vote(session, id))


async def logged(session, id):
    query = select(Log.action, Log.person_id, Log.detail).where(Log.subject == f"process:{id}")
    return [tuple(row) for row in await session.execute(query.order_by(Log.id))]


async def promised(session, id):
    query = select(Due.kind, Due.occurrence, Due.due_at).where(Due.subject == f"process:{id}")
    return {(kind, occurrence): at for kind, occurrence, at in await session.execute(query)}


async def test_an_edition_is_kept_as_it_was_planned(database):
    async with database.writing() as session:
        by, places = await office(session)
        plan = zoned(places)
        new = NewEdition(PLACE, NAME, {"ka": "რა წყდება"}, plan)
        id = await edition_changes.create(session, new, by.person, NOW)
        assert await stored(session, id) == plan
        vote = await the_vote(session, id)
        assert (vote.state, vote.name, vote.about) == ("draft", NAME, {"ka": "რა წყდება"})
        assert (vote.opens_at, vote.results_at) == (DATES.opens_at, DATES.results_at)
        assert await logged(session, id) == [("edition-created", by.person, None)]
        assert await editions.public(session, PLACE) == []


async def test_an_impossible_edition_is_not_made(database):
    async with database.writing() as session:
        await office(session)
        plan = changed(changed(PLAN, "cap", 70_000), "appeal_days", 0)
        with pytest.raises(Impossible) as refused:
            await edition_changes.create(session, NewEdition(PLACE, NAME, {}, plan), None, NOW)
        assert {problem.name for problem in refused.value.problems} == {"cap", "no-days"}
        assert (await session.execute(select(Process.id))).first() is None


async def test_a_draft_changes_in_every_way_until_it_is_announced(database):
    async with database.writing() as session:
        id, by, places = await drafted(session)
        plan = with_zone(changed(PLAN, "cap", 20_000), "z1", Part({"ka": "ზემო"}, (places[0],)), 9)
        await edition_changes.change(session, id, by, plan)
        assert await stored(session, id) == replace(plan, outside=1)
        await edition_changes.change(session, id, by, without_zone(plan, "z1"))
        assert (await stored(session, id)).zones == {}
        await edition_changes.name(session, id, by, "name", {"ka": "სხვა"})
        await edition_changes.announce(session, id, by)
        with pytest.raises(NotNow, match="state"):
            await edition_changes.change(session, id, by, plan)


async def test_a_change_answers_for_what_it_makes_wrong_itself(database):
    async with database.writing() as session:
        id, by, _ = await drafted(session)
        late = replace(by, now=DATES.propose_until)  # the calendar of this draft is over
        await edition_changes.change(session, id, late, changed(PLAN, "cap", 20_000))
        with pytest.raises(Impossible, match="cap"):
            await edition_changes.change(session, id, late, changed(PLAN, "cap", 70_000))
        with pytest.raises(Impossible, match="past"):
            await edition_changes.announce(session, id, late)


async def test_announcing_promises_every_phase(database):
    async with database.writing() as session:
        id, by = await announced(session)
        code = await editions.code_of(session, id)
        assert await find_door(session, code) == Way(PLACE, None, "edition", str(id))
        assert await promised(session, id) == {
            ("phase", "soon"): NOW,
            ("phase", "proposing"): DATES.propose_from,
            ("phase", "reviewing"): DATES.propose_until,
            ("phase", "showing"): DATES.review_until,
            ("phase", "voting-soon"): DATES.opens_at - timedelta(days=3),
            ("phase", "voting"): DATES.opens_at,
            ("phase", "last-days"): DATES.closes_at - timedelta(days=3),
        }
        assert [vote.id for vote in await editions.public(session, PLACE)] == [id]
        with pytest.raises(NotNow, match="state"):
            await edition_changes.announce(session, id, by)


async def test_dates_move_with_a_reason_and_their_phases_with_them(database):
    async with database.writing() as session:
        id, by = await announced(session)
        later = DATES.opens_at + timedelta(days=2)
        await edition_changes.move(session, id, by, {"opens_at": later}, "გზა ჩაიკეტა")
        vote = await the_vote(session, id)
        assert (vote.opens_at, vote.edition.calendar.opens_at) == (later, later)
        rows = await promised(session, id)
        assert rows["phase", "voting"] == later
        assert rows["phase", "proposing"] == DATES.propose_from
        assert [kind for kind, _ in rows].count("edition-moved") == 1
        action, person, detail = (await logged(session, id))[-1]
        assert (action, person, detail["reason"]) == ("edition-moved", by.person, "გზა ჩაიკეტა")
        assert detail["dates"]["opens_at"][1] == later.isoformat()


@pytest.mark.parametrize(
    ("date", "to", "why"),
    [
        ("propose_from", DATES.propose_from + SECOND, "passed"),
        ("propose_until", DATES.propose_from, "passed"),
    ],
)
async def test_what_has_passed_stays_as_it_was(database, date, to, why):
    async with database.writing() as session:
        id, by = await announced(session)
        while_proposing = replace(by, now=DATES.propose_from)
        with pytest.raises(NotNow, match=why):
            await edition_changes.move(session, id, while_proposing, {date: to}, "?")


async def test_a_move_cannot_make_the_calendar_impossible(database):
    async with database.writing() as session:
        id, by = await announced(session)
        with pytest.raises(Impossible, match="order"):
            late = {"closes_at": DATES.results_at + SECOND}
            await edition_changes.move(session, id, by, late, "?")
        assert (await the_vote(session, id)).closes_at == DATES.closes_at


async def test_an_open_vote_closes_when_it_was_said_to(database):
    async with database.writing() as session:
        id, by = await announced(session)
        await add_project(session, id)
        at = replace(by, now=DATES.opens_at)
        await conduct.open_on_time(session, id, at.now)
        longer = {"closes_at": DATES.closes_at + timedelta(days=1)}
        with pytest.raises(NotNow, match="frozen"):
            await edition_changes.move(session, id, at, longer, "?")
        later = {"results_at": DATES.results_at + timedelta(days=1)}
        await edition_changes.move(session, id, at, later, "ქაღალდი ბევრია")
        assert (await the_vote(session, id)).results_at == later["results_at"]


async def test_the_clock_opens_no_vote_before_its_hour_and_none_without_projects(database):
    async with database.writing() as session:
        id, _ = await announced(session)
        with pytest.raises(NotNow, match="ballot"):
            await conduct.open_on_time(session, id, DATES.opens_at)
        await add_project(session, id)
        with pytest.raises(NotNow, match="early"):
            await conduct.open_on_time(session, id, DATES.opens_at - SECOND)
        await conduct.open_on_time(session, id, DATES.opens_at)
        assert (await the_vote(session, id)).state == "open"
        action, person, _ = (await logged(session, id))[-1]
        assert (action, person) == ("vote-opened", None)
        rows = await promised(session, id)
        assert rows["vote-remind", ""] == DATES.closes_at - timedelta(days=1)


STEPS = {
    "change": lambda s, id, by: edition_changes.change(s, id, by, PLAN),
    "name": lambda s, id, by: edition_changes.name(s, id, by, "name", NAME),
    "announce": lambda s, id, by: edition_changes.announce(s, id, by),
    "drop": lambda s, id, by: edition_changes.drop(s, id, by),
}


@pytest.mark.parametrize("step", STEPS)
async def test_neighbours_and_partners_change_nothing(database, step):
    async with database.writing() as session:
        id, _, _ = await drafted(session)
        neighbour, _ = await office(session, "keda-2")
        partner = await resident(session)
        await grant(session, partner, PLACE, "partner", NOW)
        strangers = (
            neighbour,
            replace(neighbour, municipality=PLACE),
            By(partner, PLACE, NOW),
        )
        for by in strangers:
            with pytest.raises(NotNow, match="role"):
                await STEPS[step](session, id, by)


async def test_only_a_draft_is_thrown_away(database):
    async with database.writing() as session:
        id, by, _ = await drafted(session)
        await edition_changes.drop(session, id, by)
        assert await votes.find(session, id) is None
        assert [action for action, *_ in await logged(session, id)][-1] == "edition-dropped"
    async with database.writing() as session:
        other = await edition_changes.create(
            session, NewEdition(PLACE, NAME, {}, PLAN), by.person, NOW
        )
        await edition_changes.announce(session, other, by)
        with pytest.raises(NotNow, match="state"):
            await edition_changes.drop(session, other, by)


async def test_it_says_which_roles_lack_a_person(database):
    async with database.writing() as session:
        await municipality(session)
        assert await editions.lacking(session, PLACE) == ["coordinator", "second", "reviewer"]
        first, partner, reviewer = [await resident(session) for _ in range(3)]
        await grant(session, first, PLACE, "coordinator", NOW)
        await grant(session, first, PLACE, "partner", NOW)  # one person is not two pairs of eyes
        assert await editions.lacking(session, PLACE) == ["second", "reviewer"]
        await grant(session, partner, PLACE, "partner", NOW)
        await grant(session, reviewer, PLACE, "reviewer", NOW)
        assert await editions.lacking(session, PLACE) == []


async def test_what_voting_cannot_begin_without(database):
    async with database.writing() as session:
        id, _, _ = await drafted(session)
        assert await editions.missing(session, await the_vote(session, id)) == ["projects"]
        await add_project(session, id)
        vote = await the_vote(session, id)
        assert await editions.missing(session, vote) == []
        assert await editions.missing(session, replace(vote, identity="register")) == ["register"]
        assert await editions.missing(session, replace(vote, identity="code")) == ["codes"]
        await session.execute(insert(RegisterRow).values(process_id=id, number=1, key="k"))
        code = {"process_id": id, "serial": 1, "code_hash": "h"}
        await session.execute(insert(VoterCode).values(code))
        assert await editions.missing(session, replace(vote, identity="register")) == []
        assert await editions.missing(session, replace(vote, identity="code")) == []


async def test_the_current_edition_is_the_one_that_runs(database):
    async with database.writing() as session:
        id, by = await announced(session)
        later = {name: getattr(DATES, name) + timedelta(days=365) for name in edition.DATES}
        plan = PLAN
        for name, at in later.items():
            plan = changed(plan, name, at.isoformat())
        new = NewEdition(PLACE, NAME, {}, plan)
        second = await edition_changes.create(session, new, by.person, NOW)
        await edition_changes.announce(session, second, by)

        async def current(at: datetime):
            return (await editions.current(session, PLACE, at)).id

        assert await current(NOW) == id
        assert await current(DATES.results_at - SECOND) == id
        assert await current(DATES.results_at) == second
        assert await current(later["results_at"]) == second
        assert await editions.current(session, "keda", NOW) is None


async def test_a_plain_vote_is_no_edition(database):
    async with database.writing() as session:
        id, _ = await election(session, rules=Rules({"": 100}))
        assert await editions.public(session, PLACE) == []
        assert [vote.id for vote in await votes.all_of(session, PLACE)] == [id]
