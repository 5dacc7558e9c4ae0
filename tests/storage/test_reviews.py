"""The review of ideas: two people for every decision, corrections, appeals, merging, the log."""

from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.civic.review import Finding, NotAllowed, Verdict
from storage import belongings, linking, privacy, remedies, review_pages, reviews
from storage.staff import grant
from storage.tables.ideas import Idea, Support
from storage.tables.reviews import Review
from storage.tables.work import Due, Log
from tests.support.crowd import NOW, PLACE, resident
from tests.support.reviewing import (
    REASON,
    REJECTED,
    RETURNED,
    admitted,
    check,
    decide,
    idea,
    office,
    state,
)

MIDNIGHT_AFTER_5_DAYS = NOW.replace(hour=20) + timedelta(days=5)  # in Tbilisi


@pytest.fixture
async def session(database):
    async with database.writing() as opened:
        yield opened


async def refused(step):
    with pytest.raises(NotAllowed) as caught:
        await step
    return caught.value.why


async def letters(session, idea_id):
    """The letters to the author that are due, in order."""
    query = select(Due.occurrence).where(Due.kind == "idea-letter", Due.subject == str(idea_id))
    found = (await session.execute(query.order_by(Due.id))).scalars()
    return [event.partition(":")[0] for event in found]


async def test_an_idea_passes_both_checks_by_two_people_each(session):
    at = await office(session)
    id = await idea(session, at)
    await reviews.begin(session, id, NOW)
    first = await check(session, id)
    assert (first.stage, first.reviewer_id, first.state) == ("formal", at.gia, "open")
    assert await state(session, id) == "reviewing"
    await decide(session, at, id)
    assert (await check(session, id)).stage == "substance"
    assert await state(session, id) == "reviewing"
    await decide(session, at, id)
    assert await state(session, id) == "admitted"
    assert await letters(session, id) == ["begun", "formal-pass", "substance-pass"]
    done = (await session.execute(select(Review.reviewer_id, Review.second_id))).all()
    assert all(tuple(row) == (at.gia, at.eka) for row in done)


async def test_only_the_assigned_reviewer_proposes_and_only_another_confirms(session):
    at = await office(session)
    id = await idea(session, at)
    await reviews.begin(session, id, NOW)
    row, fine = await check(session, id), Finding(Verdict.PASS)
    assert await refused(reviews.propose(session, row.id, at.by(at.eka), fine)) == "not-assigned"
    assert await refused(reviews.confirm(session, row.id, at.by(at.eka))) == "state"
    await reviews.propose(session, row.id, at.by(at.gia), fine)
    assert await refused(reviews.confirm(session, row.id, at.by(at.gia))) == "same-person"
    assert await state(session, id) == "reviewing"
    await reviews.confirm(session, row.id, at.by(at.lia))  # the partner organisation


async def test_the_database_itself_refuses_one_pair_of_eyes(database):
    async with database.writing() as session:
        at = await office(session)
        id = await idea(session, at)
        await reviews.begin(session, id, NOW)
    with pytest.raises(IntegrityError):
        async with database.writing() as session:
            await session.execute(
                update(Review).values(state="done", verdict="pass", second_id=at.gia)
            )


async def test_the_neighbours_staff_may_do_nothing(session):
    at = await office(session)
    neighbours = await office(session, place="elsewhere")
    id = await idea(session, at)
    await reviews.begin(session, id, NOW)
    row = await check(session, id)
    for by in (neighbours.by(neighbours.eka), at.by(neighbours.eka)):
        fine = Finding(Verdict.PASS)
        assert await refused(reviews.propose(session, row.id, by, fine)) == "role"
        assert await refused(reviews.confirm(session, row.id, by)) == "role"
        assert await refused(reviews.send_back(session, row.id, by, "რატომ?")) == "role"
        assert await refused(reviews.assign(session, row.id, by, neighbours.eka)) == "role"
    assert await refused(reviews.assign(session, row.id, at.by(at.eka), neighbours.gia)) == (
        "involved"
    )
    assert await review_pages.queue(session, at.gia, "elsewhere") == []
    assert await review_pages.owed(session, neighbours.eka, PLACE, NOW) == []


async def test_an_author_never_decides_on_their_own_idea(session):
    at = await office(session)
    id = await idea(session, at, author_id=at.gia)
    await reviews.begin(session, id, NOW)
    row = await check(session, id)
    assert row.reviewer_id == at.eka
    await reviews.propose(session, row.id, at.by(at.eka), Finding(Verdict.PASS))
    assert await refused(reviews.confirm(session, row.id, at.by(at.gia))) == "own"
    assert await review_pages.seconds(session, at.gia, PLACE) == []
    await reviews.confirm(session, row.id, at.by(at.lia))


async def test_the_reviewer_with_the_fewest_open_checks_gets_the_next(session):
    at = await office(session)
    zura = await resident(session)
    await grant(session, zura, PLACE, "reviewer", NOW)
    for number in range(1, 5):
        await reviews.begin(session, await idea(session, at, number), NOW)
    counts = await session.execute(
        select(Review.reviewer_id, func.count()).group_by(Review.reviewer_id)
    )
    assert {person: count for person, count in counts} == {at.gia: 2, zura: 2}


async def test_sent_back_it_is_checked_again_with_the_colleague_s_words(session):
    at = await office(session)
    id = await idea(session, at)
    await reviews.begin(session, id, NOW)
    row = await check(session, id)
    await reviews.propose(session, row.id, at.by(at.gia), Finding(Verdict.PASS))
    await reviews.send_back(session, row.id, at.by(at.eka), "ადგილი არ ჩანს")
    row = await check(session, id)
    assert (row.state, row.objection, row.reviewer_id) == ("open", "ადგილი არ ჩანს", at.gia)
    await decide(session, at, id, RETURNED)
    assert (await check(session, id)).objection == ""
    assert await state(session, id) == "returned"


async def test_a_correction_opens_a_new_formal_check(session):
    at = await office(session)
    id = await idea(session, at)
    await reviews.begin(session, id, NOW)
    await decide(session, at, id, RETURNED)
    row = (await session.execute(select(Idea.fix_until).where(Idea.id == id))).scalar_one()
    assert row == MIDNIGHT_AFTER_5_DAYS
    changes = {"place": "სკოლის უკან"}
    assert await refused(remedies.resubmit(session, id, at.gia, changes, NOW)) == "role"
    late = MIDNIGHT_AFTER_5_DAYS
    assert await refused(remedies.resubmit(session, id, at.author, changes, late)) == "late"
    await remedies.resubmit(session, id, at.author, changes, late - timedelta(seconds=1))
    row = await check(session, id)
    assert (row.stage, row.round, row.state) == ("formal", 2, "open")
    assert await refused(remedies.lapse(session, id, late)) == "state"
    place = (await session.execute(select(Idea.place).where(Idea.id == id))).scalar_one()
    assert place == "სკოლის უკან"


async def test_what_is_not_corrected_in_time_is_declined_and_may_be_appealed(session):
    at = await office(session)
    id = await idea(session, at)
    await reviews.begin(session, id, NOW)
    await decide(session, at, id, RETURNED)
    early = MIDNIGHT_AFTER_5_DAYS - timedelta(seconds=1)
    assert await refused(remedies.lapse(session, id, early)) == "state"
    await remedies.lapse(session, id, MIDNIGHT_AFTER_5_DAYS)
    assert await state(session, id) == "declined"
    assert (await letters(session, id))[-1] == "lapse"
    await remedies.appeal(session, id, at.author, "ავად ვიყავი", MIDNIGHT_AFTER_5_DAYS)
    assert (await check(session, id)).reviewer_id == at.lia


async def test_an_appeal_goes_to_who_had_no_part_and_is_decided_once(session):
    at = await office(session)
    id = await idea(session, at)
    await reviews.begin(session, id, NOW)
    await decide(session, at, id)
    await decide(session, at, id, REJECTED)
    assert await state(session, id) == "declined"
    assert await refused(remedies.appeal(session, id, at.gia, "არა", NOW)) == "role"
    late = MIDNIGHT_AFTER_5_DAYS
    assert await refused(remedies.appeal(session, id, at.author, "არა", late)) == "late"
    await remedies.appeal(session, id, at.author, "ეს ჩვენი ქუჩაა", NOW)
    row = await check(session, id)
    assert (row.stage, row.reviewer_id, row.plea) == ("appeal", at.lia, "ეს ჩვენი ქუჩაა")
    for person in (at.gia, at.eka):
        assert await refused(reviews.assign(session, row.id, at.by(at.eka), person)) == "involved"
    await reviews.propose(session, row.id, at.by(at.lia), Finding(Verdict.REJECT, "powers", REASON))
    assert await state(session, id) == "declined"
    assert await refused(remedies.appeal(session, id, at.author, "მაინც", NOW)) == "once"
    assert (await letters(session, id))[-2:] == ["reject", "lost"]


@pytest.mark.parametrize(
    ("at_stage", "becomes"), [("formal", "reviewing"), ("substance", "admitted")]
)
async def test_a_won_appeal_leads_on_from_where_the_idea_was_stopped(session, at_stage, becomes):
    at = await office(session)
    id = await idea(session, at)
    await reviews.begin(session, id, NOW)
    if at_stage == "substance":
        await decide(session, at, id)
    criterion = "within" if at_stage == "formal" else "powers"
    await decide(session, at, id, Finding(Verdict.REJECT, criterion, REASON))
    await remedies.appeal(session, id, at.author, "ეს ჩვენი ქუჩაა", NOW)
    await decide(session, at, id)
    assert await state(session, id) == becomes
    assert (await letters(session, id))[-1] == f"{at_stage}-won"


async def test_an_office_that_is_too_small_is_told_so_and_a_newcomer_gets_the_appeal(session):
    at = await office(session, reviewer=False)
    id = await idea(session, at)
    await reviews.begin(session, id, NOW)
    await decide(session, at, id, Finding(Verdict.REJECT, "within", REASON), second=at.lia)
    await remedies.appeal(session, id, at.author, "ეს ჩვენი ქუჩაა", NOW)
    row = await check(session, id)
    assert row.reviewer_id is None
    kinds = [one.kind for one in await review_pages.owed(session, at.eka, PLACE, NOW)]
    assert kinds == ["review-stuck"]
    assert await review_pages.owed(session, at.lia, PLACE, NOW) == []
    zura = await resident(session)
    await grant(session, zura, PLACE, "partner", NOW)
    await reviews.assign_waiting(session, PLACE)
    assert (await check(session, id)).reviewer_id == zura


async def test_merging_moves_supporters_and_tells_both_authors(session):
    at = await office(session)
    other = await resident(session)
    both, one, target_author = [await resident(session) for _ in range(3)]
    into = await idea(session, at, 1, author_id=target_author)
    id = await idea(session, at, 2, author_id=other)
    for idea_id, person in ((into, both), (id, both), (id, one), (id, target_author)):
        await session.execute(insert(Support).values(idea_id=idea_id, person_id=person, at=NOW))
    await reviews.begin(session, into, NOW)
    await reviews.begin(session, id, NOW)
    row = await check(session, id)
    itself = Finding(Verdict.MERGE, into=id)
    assert await refused(reviews.propose(session, row.id, at.by(at.gia), itself)) == "target"
    await decide(session, at, id, Finding(Verdict.MERGE, into=into))
    assert await state(session, id) == "merged"
    query = select(Support.person_id).where(Support.idea_id == into)
    assert set((await session.execute(query)).scalars()) == {both, one, other}
    assert (await letters(session, id))[-1] == "merged"
    assert (await letters(session, into))[-1] == "took-in"


async def test_merging_is_agreed_only_while_the_other_still_stands(session):
    at = await office(session)
    into, id = await idea(session, at, 1), await idea(session, at, 2)
    for one in (into, id):
        await reviews.begin(session, one, NOW)
    row = await check(session, id)
    await reviews.propose(session, row.id, at.by(at.gia), Finding(Verdict.MERGE, into=into))
    await session.execute(update(Idea).where(Idea.id == into).values(state="withdrawn"))
    assert await refused(reviews.confirm(session, row.id, at.by(at.eka))) == "target"


async def test_a_withdrawn_idea_is_owed_by_nobody(session):
    at = await office(session)
    id = await idea(session, at)
    await reviews.begin(session, id, NOW)
    assert len(await review_pages.owed(session, at.gia, PLACE, NOW)) == 1
    await session.execute(update(Idea).where(Idea.id == id).values(state="withdrawn"))
    assert await review_pages.owed(session, at.gia, PLACE, NOW) == []
    row = await check(session, id)
    fine = Finding(Verdict.PASS)
    assert await refused(reviews.propose(session, row.id, at.by(at.gia), fine)) == "state"


async def test_the_log_keeps_every_step_and_no_words(session):
    at = await office(session)
    id = await idea(session, at)
    await reviews.begin(session, id, NOW)
    await decide(session, at, id)
    await decide(session, at, id, REJECTED)
    await remedies.appeal(session, id, at.author, "ეს ჩვენი ქუჩაა", NOW)
    rows = (
        await session.execute(
            select(Log.action, Log.detail).where(Log.subject == f"idea:{id}").order_by(Log.id)
        )
    ).all()
    assert [row.action for row in rows] == [
        "review-opened",
        "review-proposed",
        "review-confirmed",
        "review-opened",
        "review-proposed",
        "review-confirmed",
        "review-opened",
        "idea-appealed",
    ]
    assert REASON not in str([row.detail for row in rows])
    assert "ქუჩაა" not in str([row.detail for row in rows])


async def link(session, kept, gone):
    code = await linking.new_link(session, kept, NOW)
    assert await linking.bring(session, code, gone, NOW)


async def test_a_second_pair_of_eyes_that_was_the_same_person_is_undone(session):
    at = await office(session)
    id = await admitted(session, at)
    await link(session, at.gia, at.eka)
    assert await state(session, id) == "reviewing"
    row = await check(session, id)
    assert (row.state, row.reviewer_id, row.second_id) == ("proposed", at.gia, None)
    assert (await letters(session, id))[-1] == "again"
    await reviews.confirm(session, row.id, at.by(at.lia))
    assert await state(session, id) == "admitted"


async def test_what_was_built_upon_such_a_decision_stays_and_the_log_says_so(session):
    at = await office(session)
    id = await idea(session, at)
    await reviews.begin(session, id, NOW)
    await decide(session, at, id)
    await link(session, at.gia, at.eka)
    assert await state(session, id) == "reviewing"
    assert (await check(session, id)).stage == "substance"
    query = select(Log.detail).where(Log.action == "review-one-person")
    [detail] = (await session.execute(query)).scalars()
    assert detail["again"] is False


async def test_who_goes_takes_the_words_of_an_appeal_along(session):
    at = await office(session)
    id = await idea(session, at)
    await reviews.begin(session, id, NOW)
    await decide(session, at, id, Finding(Verdict.REJECT, "within", REASON))
    await remedies.appeal(session, id, at.author, "ეს ჩვენი ქუჩაა", NOW)
    assert (await privacy.everything(session, at.author)).appeals == [(1, "ეს ჩვენი ქუჩაა")]
    await belongings.empty(session, at.author, NOW)
    row = await check(session, id)
    assert (row.plea, row.state, row.reviewer_id) == ("", "open", at.lia)
