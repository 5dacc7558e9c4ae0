"""What an announcement costs: before, at most; afterwards, what was charged."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.campaigns import Campaigns
from bot.clock import VirtualClock
from bot.messages import Html, Outgoing, Picture
from storage import campaign_fates, campaigns, spending
from storage.campaigns import NewCampaign
from storage.tables.mail import Campaign, Letter
from tests.support.crowd import NOW, PLACE, municipality, resident, set_account
from tests.support.fake_channel import LIMITS

EVERYBODY = {"municipality": PLACE}
BODIES = {"ka": [Outgoing(Html("კრება ხვალაა")).to_json()]}
HOUR, DAY = timedelta(hours=1), timedelta(hours=24)


@pytest.fixture
async def people(database):
    """Thirty people on Viber, for whom a message costs a cent, and ten on Telegram."""
    async with database.writing() as session:
        await municipality(session, message_price=100)
        people = [await resident(session, "viber") for _ in range(30)]
        for _ in range(10):
            await resident(session, "telegram")
    return people


async def wrote(database, people, at=NOW, **more):
    async with database.writing() as session:
        for person in people:
            await set_account(session, person, "viber", session_from=at, **more)


async def estimated(database, at=NOW, bodies=BODIES):
    async with database.reading() as session:
        terms = await spending.terms(session, PLACE)
        return await spending.estimate(session, EVERYBODY, terms, bodies, at) // terms.price


async def test_whoever_is_in_a_session_costs_nothing(database, people):
    assert await estimated(database) == 30
    await wrote(database, people[:20])
    assert await estimated(database) == 10
    await wrote(database, people)
    assert await estimated(database) == 0


async def test_a_picture_above_long_words_may_be_two_messages(database, people):
    pictured = {"ka": [Outgoing(Html("კრება"), picture=Picture("photo")).to_json()]}
    await wrote(database, people[:20])
    assert await estimated(database, bodies=pictured) == 20


async def test_a_session_that_will_have_ended_counts_as_charged(database, people):
    await wrote(database, people)
    assert await estimated(database, NOW + DAY - 3 * HOUR) == 0
    assert await estimated(database, NOW + DAY - 2 * HOUR) == 30, "it is under way for a while"
    assert await estimated(database, NOW + DAY) == 30


async def test_hours_tell_no_more_than_hours(database, people):
    await wrote(database, people, NOW + timedelta(minutes=30))
    in_an_hour = [
        await estimated(database, NOW + 22 * HOUR + timedelta(minutes=minute))
        for minute in range(0, 60, 5)
    ]
    assert set(in_an_hour) == {0}


async def test_fewer_than_ten_who_talk_are_not_told(database, people):
    for count, told in ((1, 30), (9, 30), (10, 20), (19, 20)):
        await wrote(database, people[:count])
        assert await estimated(database) == told


async def test_a_session_that_was_charged_is_over(database, people):
    await wrote(database, people, session_spent=True)
    assert await estimated(database) == 30


async def test_only_the_account_that_is_written_to_counts(database, people):
    async with database.writing() as session:
        both = [await resident(session, "telegram", "viber") for _ in range(10)]
    await wrote(database, both)
    assert await estimated(database) == 30


async def sent(database, charged):
    """An announcement of which so many letters on Viber ended so: its cost in messages."""
    new = NewCampaign(PLACE, "announce", BODIES, EVERYBODY, cost=3000)
    async with database.writing() as session:
        id = await campaigns.create(session, new, NOW)
    limits = {"viber": LIMITS, "telegram": LIMITS}
    expanding = Campaigns(database, VirtualClock(NOW), limits)
    while await expanding.expand_chunk():
        pass
    async with database.writing() as session:
        ids = (await session.execute(select(Letter.id).where(Letter.bot == "viber"))).scalars()
        ended = [(state, paid) for state, paid, count in charged for _ in range(count)]
        for letter, (state, paid) in zip(ids.all(), ended, strict=True):
            row = update(Letter).where(Letter.id == letter)
            await session.execute(row.values(state=state, charged=paid))
        await campaign_fates.settle(session, id)
        cost = select(Campaign.cost).where(Campaign.id == id)
        return (await session.execute(cost)).scalar_one() / 100


async def test_it_cost_what_was_charged(database, people):
    fates = [("sent", True, 8), ("sent", False, 20), ("unreachable", None, 2)]
    assert await sent(database, fates) == 8


async def test_what_nobody_knows_counts_as_charged(database, people):
    fates = [("sent", None, 10), ("unknown", None, 4), ("claimed", None, 1), ("sent", False, 15)]
    assert await sent(database, fates) == 20


async def test_less_than_ten_free_ones_are_not_told_afterwards_either(database, people):
    assert await sent(database, [("sent", True, 11), ("sent", False, 19)]) == 20
