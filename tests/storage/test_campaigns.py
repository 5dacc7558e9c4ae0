"""One text to many people: in chunks, once each, stoppable, and every recipient accounted for."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from bot.campaigns import Campaigns
from bot.clock import VirtualClock
from bot.messages import Html, Outgoing, Picture
from storage import audiences, campaigns, due, queues
from storage.campaigns import NewCampaign
from storage.tables.mail import NOTICE, Campaign, Letter
from storage.tables.people import Account
from tests.support.crowd import NOW, PLACE, crowd, municipality, resident, set_account
from tests.support.fake_channel import LIMITS

EVERYBODY = {"municipality": PLACE}
BODIES = {
    "ka": [Outgoing(Html("კრება ხვალაა")).to_json()],
    "en": [Outgoing(Html("The assembly is tomorrow")).to_json()],
}


async def write_down(session, audience=EVERYBODY, **more):
    new = NewCampaign(PLACE, "announce", **{"bodies": BODIES, "audience": audience, **more})
    return await campaigns.create(session, new, NOW)


async def letters(database, *columns):
    async with database.reading() as session:
        rows = await session.execute(select(*columns).select_from(Letter).order_by(Letter.id))
        return [tuple(row) for row in rows]


async def expand(expander):
    """Every campaign that has begun; how many people that was."""
    written = 0
    while (chunk := await expander.expand_chunk()) is not None:
        written += chunk
    return written


async def report_of(database, id):
    async with database.reading() as session:
        return await campaigns.report(session, id, PLACE)


async def finish(database, state, *conditions):
    """Let the outbox end some letters."""
    async with database.writing() as session:
        await session.execute(update(Letter).where(*conditions).values(state=state))


@pytest.fixture
def expander(database):
    return Campaigns(database, VirtualClock(NOW), {"fake": LIMITS, "other": LIMITS})


@pytest.fixture
def small_chunks(monkeypatch):
    monkeypatch.setattr(campaigns, "CHUNK", 4)


async def test_everybody_gets_one_letter_in_their_language(database, expander):
    async with database.writing() as session:
        await municipality(session)
        await municipality(session, "elsewhere")
        await resident(session)
        await resident(session, language="en")
        await resident(session, language="hy")
        await resident(session, place="elsewhere")
        id = await write_down(session)
    assert await expand(expander) == 3
    texts = [body["text"] for (body,) in await letters(database, Letter.body)]
    assert texts == ["კრება ხვალაა", "The assembly is tomorrow", "კრება ხვალაა"]
    assert (await report_of(database, id)).counts == {"waiting": 3}


async def test_one_letter_a_person_whatever_the_accounts(database, expander):
    async with database.writing() as session:
        await municipality(session)
        both = await resident(session, "fake", "other")
        moved = await resident(session, "fake", "other")
        await set_account(session, moved, "fake", reachable=False)
        await write_down(session)
    await expand(expander)
    async with database.reading() as session:
        rows = await session.execute(
            select(Account.person_id, Letter.bot).join(Letter, Letter.account_id == Account.id)
        )
        assert sorted(map(tuple, rows)) == [(both, "fake"), (moved, "other")]


async def test_a_crash_between_chunks_loses_and_doubles_nobody(database, expander, small_chunks):
    async with database.writing() as session:
        await municipality(session)
        await crowd(session, 10)
        id = await write_down(session)
    assert await expander.expand_chunk() == 4
    restarted = Campaigns(database, VirtualClock(NOW), {"fake": LIMITS})
    assert await expand(restarted) == 6
    written = await letters(database, Letter.account_id)
    assert len(written) == len(set(written)) == 10
    assert (await report_of(database, id)).state == "sending"


async def test_a_crash_inside_a_chunk_takes_the_chunk_back(
    database, expander, small_chunks, monkeypatch
):
    async with database.writing() as session:
        await municipality(session)
        await crowd(session, 6)
        await write_down(session)

    async def crash(*_):
        raise ConnectionResetError("the database is gone")

    with monkeypatch.context() as broken:
        broken.setattr(campaigns, "advance", crash)
        with pytest.raises(ConnectionResetError):
            await expander.expand_chunk()
    assert await letters(database, Letter.id) == []
    assert await expand(expander) == 6


async def test_one_that_cannot_be_written_is_reported_and_stops_no_other(
    database, expander, small_chunks
):
    async with database.writing() as session:
        await municipality(session)
        people = await crowd(session, 6)
        broken = await write_down(session, made_by=people[0], bodies={"ka": [{"no": "text"}]})
        sound = await write_down(session)
    assert await expand(expander) == 6
    await finish(database, "sent")
    await expander.finish()
    report = await report_of(database, broken)
    assert (report.state, report.counts) == ("done", {"failed": 6})
    assert (await report_of(database, sound)).counts == {"sent": 6}
    async with database.writing() as session:
        [row] = await due.claim_due(session, NOW, 9)
    assert (row.subject, row.person_id) == (str(broken), people[0])


async def test_no_more_is_written_than_is_sent_in_two_minutes(database, small_chunks):
    clock = VirtualClock(NOW)
    slow = replace(LIMITS, per_second=0.1)  # twelve letters in two minutes
    expander = Campaigns(database, clock, {"fake": slow})
    async with database.writing() as session:
        await municipality(session)
        await crowd(session, 30)
        await write_down(session)
        urgent = await write_down(session, lane=NOTICE)
    assert await expand(expander) == 16, "the first chunk above twelve is the last"
    async with database.reading() as session:
        [lanes] = await queues.waiting(session, NOW)
    assert (lanes.lane, lanes.letters) == (NOTICE, 16), "what is urgent goes first"
    await finish(database, "sent", Letter.id <= 8)
    assert await expand(expander) == 8
    assert (await report_of(database, urgent)).counts == {"sent": 8, "waiting": 22}


async def test_a_bot_that_stands_still_holds_no_other_up(database, small_chunks):
    clock = VirtualClock(NOW)
    expander = Campaigns(database, clock, {"fake": replace(LIMITS, per_second=0.1)})
    async with database.writing() as session:
        await municipality(session)
        await crowd(session, 30)
        await write_down(session)
    assert await expand(expander) == 16
    clock.move(timedelta(minutes=6))
    assert await expand(expander) == 14


async def test_somebody_reachable_elsewhere_half_way_is_not_skipped(
    database, expander, small_chunks
):
    async with database.writing() as session:
        await municipality(session)
        last = await resident(session, "fake")
        people = await crowd(session, 6)
        await session.execute(
            update(Account).where(Account.person_id == people[-1]).values(reachable=False)
        )
        await write_down(session)
    await expander.expand_chunk()
    async with database.writing() as session:  # the account with the smallest id changes hands
        await session.execute(
            update(Account).where(Account.person_id == last).values(person_id=people[-1])
        )
    await expand(expander)
    async with database.reading() as session:
        reached = await session.execute(
            select(Account.person_id).join(Letter, Letter.account_id == Account.id)
        )
        assert set(people) <= set(reached.scalars())


async def test_stopping_half_way_accounts_for_everybody(database, expander, small_chunks):
    async with database.writing() as session:
        await municipality(session)
        await crowd(session, 10)
        id = await write_down(session)
    await expander.expand_chunk()
    await finish(database, "sent", Letter.id <= 2)
    async with database.writing() as session:
        assert await campaigns.stop(session, id, PLACE)
        assert not await campaigns.stop(session, id, PLACE)
    assert await expand(expander) == 0
    report = await report_of(database, id)
    assert (report.state, report.counts) == ("stopped", {"sent": 2, "cancelled": 8})


async def test_held_until_its_time_and_stopped_before(database, expander):
    async with database.writing() as session:
        await municipality(session)
        await crowd(session, 3)
        new = NewCampaign(PLACE, "announce", BODIES, EVERYBODY)
        id = await campaigns.create(session, new, NOW, hold_until=NOW + timedelta(minutes=2))
    assert await expand(expander) == 0
    async with database.writing() as session:
        assert not await campaigns.stop(session, id, "elsewhere")
        assert await campaigns.stop(session, id, PLACE)
    assert (await report_of(database, id)).counts == {"cancelled": 3}


async def test_the_report_adds_up_and_goes_to_its_maker(database, expander):
    async with database.writing() as session:
        await municipality(session)
        people = await crowd(session, 6)
        id = await write_down(session, made_by=people[0])
    await expand(expander)
    ends = ["sent", "sent", "unreachable", "opted_out", "refused", "queued"]
    for number, state in enumerate(ends, 1):
        await finish(database, state, Letter.id == number)
    await expander.finish()
    report = await report_of(database, id)
    assert report.state == "sending"
    assert report.counts == {
        "sent": 2, "unreachable": 1, "opted_out": 1, "refused": 1, "waiting": 1,
    }  # fmt: skip
    assert report.people == 6
    await finish(database, "sent", Letter.id == 6)
    await expander.finish()
    assert (await report_of(database, id)).state == "done"
    async with database.writing() as session:
        [row] = await due.claim_due(session, NOW, 9)
    assert (row.kind, row.subject, row.person_id) == (campaigns.DONE, str(id), people[0])


async def test_a_long_text_is_several_letters_and_one_recipient(database, expander):
    long = Outgoing(Html("სიტყვა " * 400), picture=Picture("photo"))
    async with database.writing() as session:
        await municipality(session)
        await resident(session)
        id = await write_down(session, bodies={"ka": [long.to_json()]})
    await expand(expander)
    assert await letters(database, Letter.part) == [(0,), (1,)]
    await finish(database, "sent", Letter.part == 0)
    await finish(database, "refused", Letter.part == 1)
    assert (await report_of(database, id)).counts == {"refused": 1}


async def test_audiences(database):
    async with database.writing() as session:
        upper, lower = await municipality(session)
        await crowd(session, 3, settlement_id=upper)
        [english] = await crowd(session, 1, settlement_id=lower, language="en")
        gone = await resident(session, settlement_id=upper, deleted_at=NOW)
        await set_account(session, english, opted_out=True)
        assert gone

        async def count(**audience):
            return await audiences.count_people(session, audience)

        assert await count(municipality=PLACE) == 4
        assert await count(municipality=PLACE, settlements=[upper]) == 3
        assert await count(settlements=[upper, lower], languages=["en"]) == 1
        assert await count(municipality="elsewhere") == 0
        assert await count(signed_up=1) == await count(voted=1) == await count(answered=1) == 0
        assert await audiences.count_reachable(session, EVERYBODY) == 3
        assert await audiences.languages(session, EVERYBODY) == ["en", "ka"]
        with pytest.raises(KeyError):
            await count(not_voted=1)
        with pytest.raises(ValueError):
            await count()


async def test_quiet_hours_put_an_announcement_off(database):
    async with database.writing() as session:
        await municipality(session)
        midday = await campaigns.goes_out(session, PLACE, NOW)
        assert midday - NOW == timedelta(minutes=2)
        late = NOW.replace(hour=18)  # 22:00 in Tbilisi
        assert await campaigns.goes_out(session, PLACE, late) == NOW.replace(hour=5) + timedelta(
            days=1
        )
        assert (await session.execute(select(func.count(Campaign.id)))).scalar_one() == 0
