"""Teams and mentors in the tables: limits, who may review, substitutes, and people who go."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError

from bot.civic.review import NotAllowed
from storage import belongings, linking, practicum, practicum_mentors, practicum_pieces, privacy
from storage import practicum_reviews as reviews
from storage.conduct import By
from storage.leaving import leave
from storage.practicum import Newcomer
from storage.practicum_pieces import NewPiece
from storage.practicum_reviews import Judged
from storage.staff import COORDINATOR, MENTOR, STAFF, grant, posts_of
from storage.tables.people import Door
from storage.tables.practicum import Team, TeamCall, TeamMember, TeamPiece, TeamReview
from storage.tables.work import Due
from storage.votes import staff_roles
from tests.storage.test_crossings import crossing
from tests.support.crowd import PLACE, crowd, municipality
from tests.support.electorate import again
from tests.support.teaming import COURSE, FAIL, PASS, complete, meeting, team

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
async def second(database):
    """The same database as another process opens it."""
    opened = again(database)
    yield opened
    await opened.close()


async def ready(session, people=4, mentors=2):
    """A team with everything to show, and mentors: (team, its people, mentors)."""
    await municipality(session)
    members, readers = await crowd(session, people), await crowd(session, mentors)
    for reader in readers:
        await grant(session, reader, PLACE, MENTOR, NOW)
    made = await team(session, PLACE, members, NOW)
    await complete(session, made, members[0], LATER)
    return made, members, readers


async def asked(session, made, person):
    return (await reviews.ask(session, made.id, person, LATER)).id


async def mentor_of(session, review):
    call = await practicum_mentors.open_call(session, review)
    return call.mentor if call else None


async def rows(session, table, *conditions):
    query = select(func.count()).select_from(table).where(*conditions)
    return (await session.execute(query)).scalar_one()


async def test_the_last_seat_is_given_once(database):
    async with database.writing() as session:
        await municipality(session)
        people = await crowd(session, 15)
        made = await team(session, PLACE, people[:11], NOW)

    async def come(person):
        try:
            async with database.writing() as session:
                await practicum.join(session, made.key, Newcomer(person, "მე", "civil"), NOW)
        except NotAllowed as error:
            return error.why
        return "in"

    got = await asyncio.gather(*(come(person) for person in people[11:]))
    assert sorted(got) == ["full", "full", "full", "in"]


async def test_a_mentor_who_is_just_joining_is_not_asked(database, second):
    async with database.writing() as session:
        made, members, [mentor] = await ready(session, mentors=1)

    async def joins(session):
        await practicum.join(session, made.key, Newcomer(mentor, "მენტორი", "civil"), LATER)

    async def asks(session):
        return await mentor_of(session, await asked(session, made, members[0]))

    assert await crossing(database, second, joins, asks) == (None, None)


async def test_two_new_mentors_at_once_share_no_review(database, second):
    async with database.writing() as session:
        made, members, _ = await ready(session, mentors=0)
        review = await asked(session, made, members[0])
        people = await crowd(session, 2)

    def appointed(person):
        async def appoint(session):
            await grant(session, person, PLACE, MENTOR, LATER)
            await practicum_mentors.assign_waiting(session, PLACE, LATER)

        return appoint

    assert await crossing(database, second, *map(appointed, people)) == (None, None)
    async with database.reading() as session:
        assert await mentor_of(session, review) == people[0]


async def test_a_team_has_twelve_people_at_most(database):
    async with database.writing() as session:
        await municipality(session)
        people = await crowd(session, 13)
        made = await team(session, PLACE, people[:12], NOW)
        with pytest.raises(NotAllowed, match="full"):
            await practicum.join(session, made.key, Newcomer(people[12], "მე-13", "civil"), NOW)
        await practicum.leave(session, made.id, people[3], NOW)
        await practicum.join(session, made.key, Newcomer(people[12], "მე-13", "civil"), NOW)
        assert len(await practicum.members(session, made.id)) == 12


async def test_nobody_is_in_two_teams_of_one_course(database):
    async with database.writing() as session:
        await municipality(session)
        people = await crowd(session, 3)
        await team(session, PLACE, people[:2], NOW)
        other = await team(session, PLACE, people[2:], NOW, name="ხიდი")
    with pytest.raises(IntegrityError):
        async with database.writing() as session:
            await practicum.join(session, other.key, Newcomer(people[0], "ნანა", "city"), NOW)


async def test_only_what_was_held_here_since_the_team_exists_can_be_shown(database):
    async with database.writing() as session:
        await municipality(session)
        await municipality(session, "elsewhere")
        [person] = await crowd(session, 1)
        made = await team(session, PLACE, [person], NOW)
        before = await meeting(session, PLACE, NOW - timedelta(days=1), came=20)
        coming = await meeting(session, PLACE, NOW + timedelta(days=1), came=20)
        abroad = await meeting(session, "elsewhere", NOW + timedelta(minutes=1), came=20)
        held = await meeting(session, PLACE, NOW + timedelta(minutes=1), came=20)
        for id in (before, coming, abroad):
            with pytest.raises(NotAllowed, match="held"):
                piece = NewPiece("hear", "meeting", held=id)
                await practicum_pieces.add(session, made.id, person, piece, LATER)
        piece = NewPiece("hear", "meeting", held=held)
        await practicum_pieces.add(session, made.id, person, piece, LATER)
        assert (await practicum_pieces.standing(session, made.id))["hear"]
    with pytest.raises(IntegrityError):
        async with database.writing() as session:
            await practicum_pieces.add(session, made.id, person, piece, LATER)


async def test_a_review_needs_both_sides_and_every_step(database):
    async with database.writing() as session:
        await municipality(session)
        people = await crowd(session, 2)
        made = await team(session, PLACE, people[:1], NOW)
        steps = ["hear", "plan", "act", "report"]
        assert await reviews.lacking(session, made.id) == ["people", "mixed", *steps]
        await practicum.join(session, made.key, Newcomer(people[1], "გია", "city"), NOW)
        assert await reviews.lacking(session, made.id) == ["mixed", *steps]
        await complete(session, made, people[0], LATER)
        with pytest.raises(NotAllowed, match="missing"):
            await reviews.ask(session, made.id, people[0], LATER)
        await practicum.leave(session, made.id, people[1], NOW)
        await practicum.join(session, made.key, Newcomer(people[1], "გია", "civil"), NOW)
        await reviews.ask(session, made.id, people[0], LATER)


async def test_a_stranger_changes_nothing_and_nothing_changes_while_it_is_read(database):
    async with database.writing() as session:
        made, members, readers = await ready(session)
        text = NewPiece("plan", "text", text="კიდევ ერთი გვერდი")
        with pytest.raises(NotAllowed, match="gone"):
            await practicum_pieces.add(session, made.id, readers[0], text, LATER)
        await asked(session, made, members[0])
        with pytest.raises(NotAllowed, match="asked"):
            await practicum_pieces.add(session, made.id, members[0], text, LATER)
    with pytest.raises(IntegrityError):
        async with database.writing() as session:
            await asked(session, made, members[1])


async def test_a_mentor_who_is_a_member_is_never_asked(database):
    async with database.writing() as session:
        made, members, readers = await ready(session, mentors=1)
        await grant(session, members[0], PLACE, MENTOR, NOW - timedelta(days=1))
        review = await asked(session, made, members[0])
        assert await mentor_of(session, review) == readers[0]
        boss = (await crowd(session, 1))[0]
        await grant(session, boss, PLACE, COORDINATOR, NOW)
        with pytest.raises(NotAllowed, match="mentor"):
            await practicum_mentors.move(session, made.id, boss, members[0], LATER)


async def test_a_mentor_who_joins_the_team_meanwhile_cannot_decide(database):
    async with database.writing() as session:
        made, members, readers = await ready(session)
        review = await asked(session, made, members[0])
        first = await mentor_of(session, review)
        await practicum.join(session, made.key, Newcomer(first, "მენტორი", "civil"), LATER)
        with pytest.raises(NotAllowed, match="own"):
            await reviews.decide(session, review, first, Judged(PASS), LATER)
        [other] = set(readers) - {first}
        with pytest.raises(NotAllowed, match="gone"):
            await reviews.decide(session, review, other, Judged(PASS), LATER)


async def test_declining_and_the_day_that_passes_bring_a_substitute(database):
    async with database.writing() as session:
        made, members, readers = await ready(session, mentors=3)
        review = await asked(session, made, members[0])
        first = await practicum_mentors.open_call(session, review)
        await practicum_mentors.decline(session, review, first.mentor, LATER)
        second = await practicum_mentors.open_call(session, review)
        at = second.due_at
        await practicum_mentors.lapse(session, second.id, at)
        third = await practicum_mentors.open_call(session, review)
        assert {first.mentor, second.mentor, third.mentor} == set(readers)
        assert third.due_at > at
        assert await practicum_mentors.lapse(session, third.id, third.due_at) is None
        assert await mentor_of(session, review) == third.mentor
        with pytest.raises(NotAllowed, match="gone"):
            await practicum_mentors.lapse(session, second.id, at)
        assert await reviews.decide(session, review, third.mentor, Judged(PASS), LATER)
        left = (Due.kind == practicum_mentors.LATE, Due.state == "open")
        assert await rows(session, Due, *left) == 0


async def test_without_a_mentor_the_review_waits_for_one(database):
    async with database.writing() as session:
        made, members, _ = await ready(session, mentors=0)
        review = await asked(session, made, members[0])
        assert await mentor_of(session, review) is None
        assert await rows(session, Due, Due.kind == practicum_mentors.NOBODY) == 1
        [new] = await crowd(session, 1)
        await grant(session, new, PLACE, MENTOR, LATER)
        await practicum_mentors.assign_waiting(session, PLACE, LATER)
        assert await mentor_of(session, review) == new


async def test_the_rubric_decides_and_a_revision_needs_words_and_steps(database):
    async with database.writing() as session:
        made, members, _ = await ready(session)
        review = await asked(session, made, members[0])
        mentor = await mentor_of(session, review)
        for judged in (Judged(FAIL), Judged(FAIL, "აკლია ოქმი"), Judged(FAIL, steps=["plan"])):
            with pytest.raises(NotAllowed, match="words"):
                await reviews.decide(session, review, mentor, judged, LATER)
        judged = Judged(FAIL, "აკლია ოქმი", ["report"])
        assert not await reviews.decide(session, review, mentor, judged, LATER)
        assert await practicum.accepted(session, members[1], *COURSE) is None
        assert await reviews.lacking(session, made.id) == ["report"]
        again = LATER + timedelta(days=1)
        new = NewPiece("report", "text", text="ოქმიც დავურთეთ ანგარიშს")
        await practicum_pieces.add(session, made.id, members[1], new, again)
        second = await reviews.ask(session, made.id, members[1], again)
        assert await mentor_of(session, second.id) == mentor
        assert await reviews.decide(session, second.id, mentor, Judged(PASS), again)
        for member in members:
            assert await practicum.accepted(session, member, *COURSE) == again
        assert await practicum.accepted(session, members[0], COURSE[0], 2) is None
        assert await practicum.accepted(session, mentor, *COURSE) is None


async def test_a_mentor_who_leaves_or_deletes_themselves_leaves_no_review_undone(database):
    async with database.writing() as session:
        made, members, readers = await ready(session, mentors=3)
        review = await asked(session, made, members[0])
        first = await mentor_of(session, review)
        await leave(session, By(first, PLACE, LATER), first, None)
        second = await mentor_of(session, review)
        await belongings.empty(session, second, LATER)
        third = await mentor_of(session, review)
        assert {first, second, third} == set(readers)


async def test_the_last_who_goes_takes_the_team_along(database):
    async with database.writing() as session:
        made, members, _ = await ready(session, people=2)
        await asked(session, made, members[0])
        await belongings.empty(session, members[0], LATER)
        pieces = await practicum_pieces.of_team(session, made.id)
        assert {piece.by for piece in pieces} == {""} and len(pieces) == 4
        await belongings.empty(session, members[1], LATER)
        for table in (Team, TeamMember, TeamPiece, TeamReview, TeamCall):
            assert await rows(session, table) == 0
        assert await rows(session, Door, Door.journey == practicum.JOIN) == 0


async def test_two_accounts_of_one_person_are_one_member(database):
    async with database.writing() as session:
        made, members, _ = await ready(session)
        [alone] = await crowd(session, 1)
        other = await team(session, PLACE, [alone], NOW, name="ხიდი")
        await linking.unite(session, members[0], alone, LATER)
        await linking.unite(session, members[0], members[1], LATER)
        assert len(await practicum.members(session, made.id)) == 3
        assert await practicum.find(session, other.id) is None


@pytest.mark.parametrize("mentor_stays", [True, False])
async def test_whoever_turns_out_to_review_their_own_team_does_not(database, mentor_stays):
    async with database.writing() as session:
        made, members, readers = await ready(session)
        review = await asked(session, made, members[0])
        first = await mentor_of(session, review)
        pair = (first, members[1]) if mentor_stays else (members[1], first)
        await linking.unite(session, *pair, LATER)
        assert {await mentor_of(session, review)} == set(readers) - {first}


async def test_my_data_names_the_team_and_a_mentors_words(database):
    async with database.writing() as session:
        made, members, _ = await ready(session)
        review = await asked(session, made, members[0])
        mentor = await mentor_of(session, review)
        await reviews.decide(session, review, mentor, Judged(PASS, "კარგი ნამუშევარია"), LATER)
        mine = await privacy.everything(session, members[0])
        theirs = await privacy.everything(session, mentor)
        assert mine.teams == [("წყარო", "ნანა", "city", 4)]
        assert theirs.mentored == [("წყარო", "კარგი ნამუშევარია")]


async def test_a_mentor_is_nobody_where_staff_is_asked_for(database):
    async with database.writing() as session:
        _, _, [mentor] = await ready(session, mentors=1)
        assert await staff_roles(session, mentor, PLACE) == set()
        assert await posts_of(session, mentor, STAFF) == []
        assert [post.role for post in await posts_of(session, mentor)] == [MENTOR]


async def test_six_pieces_beside_a_step(database):
    async with database.writing() as session:
        await municipality(session)
        [person] = await crowd(session, 1)
        made = await team(session, PLACE, [person], NOW)
        for at in range(6):
            text = NewPiece("plan", "text", text=f"გვერდი {at}")
            await practicum_pieces.add(session, made.id, person, text, LATER)
        with pytest.raises(NotAllowed, match="full"):
            await practicum_pieces.add(session, made.id, person, text, LATER)
        await session.execute(delete(TeamPiece).where(TeamPiece.number == 4))
        await practicum_pieces.add(session, made.id, person, text, LATER)
        assert await rows(session, TeamPiece) == 6
