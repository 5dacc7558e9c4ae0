"""The list of projects: refused for named reasons, agreed by two people, then it stands."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.civic.ballots import Rules
from bot.civic.lots import draw
from bot.civic.review import Finding, NotAllowed, Verdict
from storage import ballot_lists, linking, own_ideas, remedies, reviews, votes
from storage.staff import COORDINATOR, grant
from storage.tables.ideas import Idea, Support
from storage.tables.votes import Irregularity, Process, Project
from storage.tables.work import Due, Log
from tests.support.crowd import NOW, PLACE, resident
from tests.support.reviewing import (
    EDITION,
    LATER,
    REASON,
    RETURNED,
    admitted,
    decide,
    idea,
    office,
)

READY = NOW + timedelta(days=61)


@pytest.fixture
async def session(database):
    async with database.writing() as opened:
        yield opened


async def refused(step):
    with pytest.raises(NotAllowed) as caught:
        await step
    return caught.value.why


async def vote_of(session, at):
    found = await votes.find(session, at.process)
    assert found is not None
    return found


async def obstacles(session, at, now=READY):
    found = await ballot_lists.obstacles(session, await vote_of(session, at), now)
    return {one.why: one.numbers for one in found}


async def make(session, at, numbering="lot"):
    vote = await vote_of(session, at)
    await ballot_lists.propose(session, vote, at.by(at.eka, READY), numbering)
    await ballot_lists.agree(session, vote, at.by(at.lia, READY))


async def projects(session):
    query = select(Project).order_by(Project.number)
    return list((await session.execute(query)).scalars())


async def test_two_people_make_projects_of_admitted_ideas(session):
    at = await office(session)
    ids = [await admitted(session, at, number) for number in range(1, 6)]
    vote = await vote_of(session, at)
    assert await obstacles(session, at) == {}
    assert not await reviews.list_made(session, at.process)
    await ballot_lists.propose(session, vote, at.by(at.eka, READY), "lot")
    assert not await reviews.list_made(session, at.process)
    assert await projects(session) == []
    assert await refused(ballot_lists.agree(session, vote, at.by(at.eka, READY))) == "same-person"
    await ballot_lists.agree(session, vote, at.by(at.lia, READY))
    assert await reviews.list_made(session, at.process)
    made = await projects(session)
    assert [one.number for one in made] == [1, 2, 3, 4, 5]
    assert {one.idea_id for one in made} == set(ids)
    assert made[0].title == {"ka": f"იდეა {ids.index(made[0].idea_id) + 1}"}
    assert made[0].cost == 5_000
    query = select(Due.subject).where(Due.kind == "idea-letter", Due.occurrence == "listed")
    assert {int(id) for id in (await session.execute(query)).scalars()} == set(ids)


async def test_anyone_can_draw_the_numbers_again_from_the_log(session):
    at = await office(session)
    for number in range(1, 6):
        await admitted(session, at, number)
    await make(session, at)
    query = select(Log.detail).where(Log.action == "list-agreed")
    detail = (await session.execute(query)).scalar_one()
    order = draw(detail["seed"], [str(one.idea_id) for one in await projects(session)])
    assert [str(one.idea_id) for one in await projects(session)] == list(order)


async def test_every_obstacle_has_a_name_and_numbers(session):
    at = await office(session)
    assert await obstacles(session, at, NOW) == {"proposing": (), "empty": ()}
    waiting = await idea(session, at, 1)
    await reviews.begin(session, waiting, NOW)
    declined = await idea(session, at, 2)
    await reviews.begin(session, declined, READY)
    await decide(session, at, declined, Finding(Verdict.REJECT, "within", REASON), now=READY)
    await admitted(session, at, 3, cost=None)
    await admitted(session, at, 4, cost=30_000)
    await admitted(session, at, 5, zone="elsewhere")
    found = {"pending": (1,), "appealable": (2,), "cost": (3,), "cap": (4,), "zone": (5,)}
    assert await obstacles(session, at) == found
    vote = await vote_of(session, at)
    by = at.by(at.eka, READY)
    assert await refused(ballot_lists.propose(session, vote, by, "lot")) == "obstacles"
    later = READY + timedelta(days=6)
    assert "appealable" not in await obstacles(session, at, later)


async def test_an_appeal_or_a_correction_under_way_holds_the_list_up(session):
    at = await office(session)
    await admitted(session, at, 1)
    returned = await idea(session, at, 2)
    await reviews.begin(session, returned, NOW)
    await decide(session, at, returned, RETURNED)
    assert await obstacles(session, at) == {"pending": (2,)}
    await remedies.lapse(session, returned, READY)
    await session.execute(update(Idea).where(Idea.id == returned).values(fix_until=READY))
    assert await obstacles(session, at) == {"appealable": (2,)}
    await remedies.appeal(session, returned, at.author, "ავად ვიყავი", READY)
    assert await obstacles(session, at) == {"pending": (2,)}


async def test_an_agreed_list_is_frozen(session):
    at = await office(session)
    id = await admitted(session, at, 1)
    await make(session, at)
    by, vote = at.by(at.eka, READY), await vote_of(session, at)
    assert await refused(ballot_lists.write_final(session, id, by, {"cost": 1})) == "frozen"
    assert await refused(ballot_lists.mark(session, at.process, by, [id])) == "frozen"
    assert await refused(ballot_lists.propose(session, vote, by, "lot")) == "frozen"
    assert await refused(ballot_lists.agree(session, vote, at.by(at.lia, READY))) == "state"


async def test_the_final_wording_is_what_stands_and_the_author_is_told_once(session):
    at = await office(session)
    id = await admitted(session, at, 1, cost=None)
    by, vote = at.by(at.eka, READY), await vote_of(session, at)
    await ballot_lists.write_final(session, id, by, {"title": {"en": "Benches"}})
    await ballot_lists.write_final(session, id, by, {"cost": 12_500})
    await ballot_lists.propose(session, vote, by, "lot")
    await ballot_lists.write_final(session, id, by, {"title": {"ka": "სკამები"}})
    assert await ballot_lists.proposed(session, at.process) is None  # nobody agrees unseen
    await make(session, at)
    [one] = await projects(session)
    assert (one.title, one.cost) == ({"ka": "სკამები", "en": "Benches"}, 12_500)
    query = select(Due.due_at).where(Due.kind == "idea-letter", Due.occurrence == "edited")
    assert list((await session.execute(query)).scalars()) == [READY + timedelta(minutes=30)]


async def test_a_short_list_takes_the_most_supported_and_tells_the_others(session):
    at = await office(session, edition=LATER)
    ids = [await admitted(session, at, number) for number in (1, 2, 3)]
    for id in ids[1:]:
        person = await resident(session)
        session.add(Support(idea_id=id, person_id=person, at=NOW))
    await session.flush()
    await make(session, at)
    assert {one.idea_id for one in await projects(session)} == set(ids[1:])
    query = select(Due.subject).where(Due.kind == "idea-letter", Due.occurrence == "left-out")
    assert list((await session.execute(query)).scalars()) == [str(ids[0])]
    assert [await own_ideas.left_out(session, id) for id in ids] == [True, False, False]


async def test_numbers_follow_zones_where_wanted(session):
    rules = Rules(pots={"a": 30_000, "b": 30_000})
    at = await office(session, rules=rules, edition=replace(EDITION, cap=0))
    for number in range(1, 9):
        await admitted(session, at, number, zone="b" if number % 2 else "a")
    await make(session, at, "zone")
    assert "".join(one.zone for one in await projects(session)) == "aaaabbbb"


async def test_marks_of_exclusion_reach_the_projects(session):
    at = await office(session)
    ids = [await admitted(session, at, number) for number in (1, 2, 3)]
    by = at.by(at.eka, READY)
    await ballot_lists.mark(session, at.process, by, ids)
    await ballot_lists.mark(session, at.process, by, [ids[2]])
    await make(session, at)
    marks = {one.idea_id: one.exclusive for one in await projects(session)}
    assert marks[ids[0]] == marks[ids[1]] != ""
    assert marks[ids[2]] == ""


async def test_nobody_is_in_a_group_alone(session):
    at = await office(session)
    ids = [await admitted(session, at, number) for number in (1, 2)]
    by = at.by(at.eka, READY)
    await ballot_lists.mark(session, at.process, by, ids)
    await ballot_lists.mark(session, at.process, by, [ids[0]])
    assert {one.entry.exclusive for one in await ballot_lists.candidates(session, at.process)} == {
        ""
    }


async def test_only_the_coordinator_here_changes_the_list(session):
    at = await office(session)
    neighbours = await office(session, place="elsewhere")
    id = await admitted(session, at, 1)
    vote = await vote_of(session, at)
    for by in (neighbours.by(neighbours.eka), at.by(neighbours.eka), at.by(at.gia), at.by(at.lia)):
        assert await refused(ballot_lists.propose(session, vote, by, "lot")) == "role"
        assert await refused(ballot_lists.write_final(session, id, by, {"cost": 1})) == "role"
        assert await refused(ballot_lists.mark(session, at.process, by, [id])) == "role"
    theirs = neighbours.by(neighbours.eka)
    assert await refused(ballot_lists.mark(session, at.process, theirs, [id])) == "role"
    await ballot_lists.propose(session, vote, at.by(at.eka, READY), "lot")
    for by in (neighbours.by(neighbours.eka), at.by(neighbours.eka)):
        assert await refused(ballot_lists.agree(session, vote, by)) == "role"
        assert await refused(ballot_lists.refuse(session, vote, by)) == "role"


async def test_a_list_whose_two_people_were_one_is_noted_in_public(session):
    at = await office(session)
    await admitted(session, at, 1, author_id=await resident(session))
    await grant(session, at.lia, PLACE, COORDINATOR, NOW)
    await make(session, at)
    code = await linking.new_link(session, at.eka, NOW)
    assert await linking.bring(session, code, at.lia, NOW)
    assert await reviews.list_made(session, at.process)
    kinds = (await session.execute(select(Irregularity.kind))).scalars().all()
    assert kinds == ["list-one-person"]


async def test_the_list_waits_for_the_last_proposals(session):
    at = await office(session)
    await admitted(session, at, 1)
    ends = EDITION.calendar.propose_until
    assert await obstacles(session, at, ends - timedelta(seconds=1)) == {"proposing": ()}
    assert await obstacles(session, at, ends) == {}


async def test_no_list_is_agreed_once_voting_is_open(session):
    at = await office(session)
    await admitted(session, at, 1)
    vote = await vote_of(session, at)
    await ballot_lists.propose(session, vote, at.by(at.eka, READY), "lot")
    await session.execute(update(Process).values(state="open", key_print="key"))
    assert await refused(ballot_lists.agree(session, vote, at.by(at.lia, READY))) == "frozen"
    assert await projects(session) == []
