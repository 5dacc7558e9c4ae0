"""Announcements: who may let them go out, what they cost, whom a correction and a repeat reach."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from bot.campaigns import Campaigns
from bot.clock import VirtualClock
from bot.messages import Html, Outgoing, Picture
from storage import announcements, audiences, campaign_fates, campaigns, polls, sessions, spending
from storage.announcements import NotNow
from storage.campaigns import NewCampaign
from storage.staff import COORDINATOR, PARTNER, grant
from storage.tables.announcements import Announcement, PollAnswer
from storage.tables.mail import CORRECTION, RETRY, Campaign, Letter
from storage.tables.people import Account, Person
from storage.telltale import telltale
from storage.witnesses import part, withdraw
from tests.support.crowd import NOW, PLACE, crowd, municipality, resident, set_account
from tests.support.fake_channel import LIMITS

EVERYBODY = {"municipality": PLACE}
BODIES = {"ka": [Outgoing(Html("კრება ხვალაა")).to_json()]}
TEXTS = {"ka": "კრება ხვალაა"}


@pytest.fixture
async def two(database):
    """Forty people, of whom two work for the municipality; of twenty on both are asked."""
    async with database.writing() as session:
        await municipality(session, approve_from=20)
        people = await crowd(session, 40)
        await grant(session, people[0], PLACE, COORDINATOR, NOW)
        await grant(session, people[1], PLACE, PARTNER, NOW)
    return people[:2]


async def write(session, by, **more):
    id = await announcements.begin(session, PLACE, TEXTS, (by, NOW))
    assert await announcements.change(session, id, by, **(more or {"photo": ""}))
    return id


async def why(session, id, by, now=NOW):
    with pytest.raises(NotNow) as refused:
        await announcements.send(session, id, BODIES, by, now)
    return refused.value.why


async def test_two_people_let_it_go_out(database, two):
    maker, second = two
    async with database.writing() as session:
        id = await write(session, maker)
        assert await announcements.send(session, id, BODIES, maker, NOW) is None
        assert await why(session, id, maker) == "alone"
        [owed] = await announcements.owed(session, second, PLACE, NOW)
        assert (owed.kind, owed.open) == ("announce", f"announce-agree:{id}")
        assert await announcements.owed(session, maker, PLACE, NOW) == []
        campaign = await announcements.send(session, id, BODIES, second, NOW)
        assert campaign is not None
        assert await why(session, id, second) == "state"
    async with database.reading() as session:
        found = await announcements.of_campaign(session, campaign)
        assert (found.state, found.made_by) == ("sent", maker)
        assert (await campaign_fates.find(session, campaign)).made_by == maker


async def test_the_database_knows_no_lone_pair(database, two):
    maker, second = two
    async with database.writing() as session:
        id = await write(session, maker)
        await announcements.send(session, id, BODIES, maker, NOW)
        await announcements.send(session, id, BODIES, second, NOW)
    with pytest.raises(IntegrityError):
        async with database.writing() as session:
            await session.execute(update(Announcement).values(agreed_by=maker))


async def test_both_turn_out_to_be_one(database, two):
    maker, second = two
    async with database.writing() as session:
        id = await write(session, maker)
        await announcements.send(session, id, BODIES, maker, NOW)
        await announcements.send(session, id, BODIES, second, NOW)
        await part(session, maker, second, NOW)
        agreed = select(Announcement.agreed_by).where(Announcement.id == id)
        assert (await session.execute(agreed)).scalar_one() is None


async def test_whoever_leaves_takes_what_waits_along(database, two):
    maker, second = two
    async with database.writing() as session:
        id = await write(session, maker)
        await announcements.send(session, id, BODIES, maker, NOW)
        await withdraw(session, maker, "elsewhere")
        assert len(await announcements.owed(session, second, PLACE, NOW)) == 1
        await withdraw(session, maker, PLACE)
        assert await announcements.owed(session, second, PLACE, NOW) == []
        assert await why(session, id, second) == "state"


async def test_nobody_else_changes_a_draft(database, two):
    maker, second = two
    async with database.writing() as session:
        id = await write(session, maker)
        assert not await announcements.change(session, id, second, photo="x")
        assert await why(session, id, second) == "state"
        await announcements.send(session, id, BODIES, maker, NOW)
        assert not await announcements.change(session, id, maker, photo="x")
        assert await announcements.give_back(session, id, maker, NOW)
        assert await announcements.change(session, id, maker, photo="x")


async def test_fewer_than_ten_are_refused_however_they_are_chosen(database, two):
    maker, _ = two
    async with database.writing() as session:
        upper, _ = await municipality(session, "elsewhere")
        for narrow in ({"settlements": [upper]}, {"staff": [PLACE, [COORDINATOR]]}):
            id = await write(session, maker, audience={**EVERYBODY, **narrow})
            assert await why(session, id, maker) == "few"


async def sent(session, audience, now=NOW):
    new = NewCampaign(PLACE, "announce", BODIES, audience)
    return await campaigns.create(session, new, now)


async def test_a_difference_of_a_few_is_refused_for_thirty_days(database):
    later = NOW + timedelta(days=31)
    async with database.writing() as session:
        upper, lower = await municipality(session)
        await crowd(session, 30, settlement_id=upper)
        await crowd(session, 3, settlement_id=upper, language="en")
        await crowd(session, 40, settlement_id=lower)
        village = {**EVERYBODY, "settlements": [upper]}
        georgian = {**village, "languages": ["ka"]}
        assert not await telltale(session, PLACE, georgian, NOW)
        await sent(session, village)
        assert await telltale(session, PLACE, georgian, NOW)
        assert not await telltale(session, PLACE, village, NOW), "the same people once more"
        assert not await telltale(session, PLACE, {**EVERYBODY, "settlements": [lower]}, NOW)
        assert not await telltale(session, PLACE, georgian, later)


async def test_all_but_a_few_are_told_by_the_whole(database):
    async with database.writing() as session:
        await municipality(session)
        await crowd(session, 40)
        await crowd(session, 4, language="en")
        assert await telltale(session, PLACE, {**EVERYBODY, "languages": ["ka"]}, NOW)


async def test_ways_to_choose_people(database):
    async with database.writing() as session:
        await municipality(session)
        young, old = await resident(session, "fake", "other"), await resident(session, age_from=18)
        await grant(session, old, PLACE, PARTNER, NOW)
        await set_account(session, young, "fake", opted_out=True)

        async def count(**audience):
            return await audiences.count_people(session, {**EVERYBODY, **audience})

        assert (await count(age_from=16), await count(age_from=21)) == (1, 0)
        assert await count(staff=[PLACE, [PARTNER]]) == 1
        assert await count(staff=["elsewhere", [PARTNER]]) == 0
        assert (await count(bots=["fake"]), await count(bots=["other"])) == (2, 1)
        assert await count(authors=1) == await count(reached=1) == await count(missed=[1, []]) == 0
        by_bot = await audiences.count_by_bot(session, EVERYBODY)
        assert by_bot == {"fake": 1, "other": 1}, "each person once, where they want it"
        only = {**EVERYBODY, "bots": ["fake"]}
        assert await audiences.count_by_bot(session, only) == {"fake": 1}
        assert await audiences.count_reachable(session, only) == 1


@pytest.fixture
def expander(database):
    limits = {"fake": LIMITS, "other": LIMITS}
    return Campaigns(database, VirtualClock(NOW + timedelta(hours=1)), limits)


async def expand(expander):
    while await expander.expand_chunk() is not None:
        pass


async def ended(database, campaign, *states):
    """The letters of a campaign end so, in their order."""
    async with database.writing() as session:
        query = select(Letter.id).where(Letter.campaign_id == campaign).order_by(Letter.id)
        ids = (await session.execute(query)).scalars().all()
        for id, state in zip(ids, states, strict=True):
            ref = f"ref-{id}" if state == "sent" else ""
            change = update(Letter).where(Letter.id == id)
            await session.execute(change.values(state=state, sent_ref=ref))
        await session.execute(update(Campaign).where(Campaign.id == campaign).values(state="done"))


async def people_of(database, campaign):
    async with database.reading() as session:
        query = (
            select(Account.person_id)
            .join(Letter, Letter.account_id == Account.id)
            .where(Letter.campaign_id == campaign)
            .order_by(Account.person_id)
        )
        return list((await session.execute(query)).scalars())


async def follow(database, first, kind, audience, bodies=BODIES):
    async with database.writing() as session:
        new = NewCampaign(PLACE, kind, bodies, audience, follows=first)
        return await campaigns.create(session, new, NOW)


async def test_a_repeat_reaches_the_failed_and_nobody_twice(database, expander):
    async with database.writing() as session:
        await municipality(session)
        people = await crowd(session, 5)
        first = await sent(session, EVERYBODY)
    await expand(expander)
    await ended(database, first, "sent", "failed", "refused", "unknown", "unreachable")
    async with database.reading() as session:
        counts = await campaign_fates.retryable(session, first)
        assert counts == {"refused": 1, "failed": 1, "unknown": 1}
    audience = {"missed": [first, ["failed", "unknown"]]}
    again = await follow(database, first, RETRY, audience)
    await expand(expander)
    assert await people_of(database, again) == [people[1], people[3]]
    await ended(database, again, "sent", "failed")
    third = await follow(database, first, RETRY, audience)
    await expand(expander)
    assert await people_of(database, third) == [people[3]], "the other one has it by now"


async def test_a_correction_takes_the_place_of_what_was_sent(database, expander):
    async with database.writing() as session:
        await municipality(session)
        people = await crowd(session, 3)
        first = await sent(session, EVERYBODY)
    await expand(expander)
    await ended(database, first, "sent", "failed", "opted_out")
    again = await follow(database, first, RETRY, {"missed": [first, ["failed"]]})
    await expand(expander)
    await ended(database, again, "sent")
    async with database.writing() as session:
        await crowd(session, 2)  # who joins later has nothing that could be wrong
    right = await follow(database, first, CORRECTION, {"reached": first})
    await expand(expander)
    assert await people_of(database, right) == people[:2]
    async with database.reading() as session:
        query = select(Letter.edit, Letter.body).where(Letter.campaign_id == right)
        rows = (await session.execute(query.order_by(Letter.id))).all()
    assert [edit for edit, _ in rows] == ["ref-1", "ref-4"]
    assert [body["edit"] for _, body in rows] == ["ref-1", "ref-4"]


async def test_under_a_picture_words_cannot_be_changed_so_they_come_anew(database, expander):
    pictured = {"ka": [Outgoing(Html("ძველი"), picture=Picture("photo")).to_json()]}
    async with database.writing() as session:
        await municipality(session)
        await resident(session)
        first = await campaigns.create(
            session, NewCampaign(PLACE, "announce", pictured, EVERYBODY), NOW
        )
    await expand(expander)
    await ended(database, first, "sent")
    right = await follow(database, first, CORRECTION, {"reached": first})
    await expand(expander)
    async with database.reading() as session:
        query = select(Letter.edit).where(Letter.campaign_id == right)
        assert (await session.execute(query)).scalars().all() == [""]


async def test_what_is_sent_stays_within_the_months_ceiling(database, monkeypatch):
    monkeypatch.setattr(sessions, "CHARGED", frozenset({"fake"}))
    async with database.writing() as session:
        await municipality(session, message_price=5000, monthly_ceiling=9)
        people = await crowd(session, 12)
        await grant(session, people[0], PLACE, COORDINATOR, NOW)
        terms = await spending.terms(session, PLACE)
        cost = await spending.estimate(session, EVERYBODY, terms, BODIES, NOW)
        assert cost == 20 * 5000, "rounded up to tens of people"
        assert await why(session, await write(session, people[0]), people[0]) == "ceiling"
        await spending.set_terms(session, PLACE, {"monthly_ceiling": 10})
        id = await write(session, people[0])
        campaign = await announcements.send(session, id, BODIES, people[0], NOW)
        assert campaign is not None
        assert await why(session, await write(session, people[0]), people[0]) == "ceiling"
        assert await spending.spent(session, terms, NOW) == cost
        assert await spending.spent(session, terms, NOW + timedelta(days=10)) == 0
        await campaigns.stop(session, campaign, PLACE)
        await campaign_fates.settle(session, campaign)
        assert await spending.spent(session, terms, NOW) == 0, "nothing went out"


async def test_one_answer_each_and_no_counts_of_a_few(database, two):
    maker, _ = two
    async with database.writing() as session:
        id = await write(session, maker, poll={"question": {}, "options": [{}, {}, {}]})
        people = (await session.execute(select(Person.id).order_by(Person.id))).scalars().all()
        for person in people[:9]:
            await polls.answer(session, id, person, 0)
        assert await polls.counts(session, id, 3) is None
        await polls.answer(session, id, people[0], 2)
        await polls.answer(session, id, people[9], 0)
        assert await polls.counts(session, id, 3) == [9, 0, 1]
        rows = await session.execute(select(PollAnswer.person_id))
        assert len(rows.all()) == 10
