"""Letters gathered for the evening: one message, nothing lost, nothing twice, one end for each."""

import asyncio
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.channel import Unreachable
from bot.clock import VirtualClock
from bot.digests import Digests
from bot.messages import Html, Outgoing
from bot.schedule import Schedule
from storage import belongings, campaigns, linking, mail, people, privacy, topics
from storage.campaigns import NewCampaign
from storage.digests import KIND
from storage.tables.mail import NOTICE, Letter
from storage.tables.people import Account
from storage.tables.topics import DIGEST, NEWS, NOW, OFF, PROJECTS, TOPICS, VOTES
from storage.tables.work import Due
from tests.support.crowd import PLACE, crowd, municipality, resident, set_account
from tests.support.fake_channel import LIMITS
from tests.support.house import TEXTS, House

NOON = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)  # in Georgia
SIX = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Town:
    """A house that also ticks; its time passes only when told."""

    def __init__(self, database, channel=None):
        self.database, self.clock = database, VirtualClock(NOON)
        self.house = House(database, clock=self.clock, channel=channel)
        self.evening = Digests(TEXTS, self.clock, self.house._fresh)
        self.house.delivery._fresh = self._fresh
        self.schedules = [self._schedule() for _ in range(2)]  # as in two processes

    def _schedule(self):
        limits = {self.house.channel.bot: LIMITS}
        work = {KIND: self.evening.write, campaigns.DONE: self._done}
        tools: Any = self
        return Schedule(self.database, self.clock, work, tools, limits, lambda: None)

    def now(self):
        return self.clock.now()

    async def sweep(self):
        """There are no pictures."""

    async def _done(self, session, row, tools):
        """The report to the maker."""

    async def _fresh(self, session, letter):
        kind, _, id = letter.subject.partition(":")
        if kind == KIND:
            return await self.evening.fresh(session, id, letter.version)
        return await self.house._fresh(session, letter)

    async def until(self, moment):
        self.clock.move(moment - self.clock.now())
        for schedule in self.schedules:
            await schedule.tick()
        await self.house.settle()
        for schedule in self.schedules:
            await schedule.tick()
        await self.house.settle()

    async def announce(self, said, *, parts=1, topic=NEWS, **more):
        bodies = {"ka": [Outgoing(Html(f"{PLACE}\n\n{said}")).to_json()] * parts}
        who = {"municipality": PLACE}
        new = NewCampaign(PLACE, "announce", bodies, who, topic=topic, **more)
        async with self.database.writing() as session:
            id = await campaigns.create(session, new, self.now())
        await self.until(self.now())
        return id

    async def choose(self, person, mode, topic=NEWS):
        async with self.database.writing() as session:
            await topics.choose(session, person, topic, mode, self.now())

    async def report(self, id):
        async with self.database.reading() as session:
            return await campaigns.report(session, id, PLACE)

    def said(self, person):
        return self.house.said(f"fake-{person}")


@pytest.fixture
async def town(database):
    async with database.writing() as session:
        await municipality(session)
    opened = Town(database)
    yield opened
    await opened.house.close()


@pytest.fixture
async def nino(town):
    async with town.database.writing() as session:
        return await resident(session)


async def test_the_letters_of_a_day_are_one_message_in_the_evening(town, nino):
    await town.choose(nino, DIGEST)
    first = await town.announce("წყალი <არ> იქნება")
    second = await town.announce("გზა იკეტება", parts=2)
    assert town.said(nino) == []
    assert (await town.report(second)).counts == {"waiting": 1}
    await town.until(SIX - MINUTE)
    assert town.said(nino) == []
    await town.until(SIX)
    assert town.said(nino) == ["დღის სიახლეები\n\n• წყალი <არ> იქნება\n• გზა იკეტება"]
    [(_, message)] = town.house.channel.sent
    assert "&lt;არ&gt;" in message.text
    assert [choice.label for choice in message.choices] == ["წყალი <არ> იქნება", "გზა იკეტება"]
    for id in (first, second):
        report = await town.report(id)
        assert (report.state, report.counts) == ("done", {"sent": 1})
    await town.until(SIX + timedelta(days=1))
    assert len(town.said(nino)) == 1


async def test_a_letter_of_no_campaign_is_gathered_too(town, nino):
    await town.choose(nino, DIGEST)
    async with town.database.writing() as session:
        body = Outgoing(Html("<b>მოედანი</b>\nდასრულდა")).to_json()
        letter = mail.letter("fake", 1, body, town.now(), lane=NOTICE, topic=PROJECTS)
        await topics.choose(session, nino, PROJECTS, DIGEST, town.now())
        await mail.post(session, [letter])
    await town.until(NOON + MINUTE)
    assert town.said(nino) == []
    await town.until(SIX)
    assert town.said(nino) == ["დღის სიახლეები\n\n• მოედანი"]


async def test_processes_that_tick_at_once_write_one_digest(town, nino):
    await town.choose(nino, DIGEST)
    await town.announce("წყალი")
    town.clock.move(SIX - NOON)
    await asyncio.gather(*(schedule.tick() for schedule in town.schedules))
    await town.until(SIX)
    assert len(town.said(nino)) == 1


async def test_many_items_are_counted(town, nino):
    await town.choose(nino, DIGEST)
    for number in range(23):
        await town.announce(f"ამბავი {number}")
    await town.until(SIX)
    [said] = town.said(nino)
    assert said.count("•") == 20
    assert said.endswith("და კიდევ 3")
    [(_, message)] = town.house.channel.sent
    assert [choice.label for choice in message.choices][-1] == "ყველა (კიდევ 18)"


async def test_what_is_of_no_use_in_the_evening_is_sent_at_once(town, nino):
    await town.choose(nino, DIGEST)
    await town.announce("დღეს", useful_until=SIX)
    await town.announce("ხვალ", useful_until=SIX + MINUTE)
    assert len(town.said(nino)) == 1
    await town.until(SIX)
    assert town.said(nino)[1:] == ["დღის სიახლეები\n\n• ხვალ"]


async def test_own_affairs_and_other_topics_come_at_once(town, nino):
    await town.choose(nino, OFF)
    await town.announce("კენჭისყრა", topic=VOTES)
    await town.announce("თქვენი იდეა", topic="idea")
    assert len(town.said(nino)) == 2


async def test_not_at_all_is_reported_as_opted_out(town, nino):
    await town.choose(nino, OFF)
    id = await town.announce("წყალი")
    report = await town.report(id)
    assert (report.state, report.counts) == ("done", {"opted_out": 1})
    assert town.said(nino) == []


async def test_what_was_stopped_or_is_no_longer_true_is_not_told(town, nino):
    await town.choose(nino, DIGEST)
    stopped = await town.announce("მცდარი")
    moved = await town.announce("გადატანილი", subject="meeting:1")
    good = await town.announce("სწორი")
    async with town.database.writing() as session:
        assert await campaigns.stop(session, stopped, PLACE)
    town.house.stale.add("meeting:1")
    await town.until(SIX)
    assert town.said(nino) == ["დღის სიახლეები\n\n• სწორი"]
    assert (await town.report(stopped)).counts == {"cancelled": 1}
    assert (await town.report(moved)).counts == {"outdated": 1}
    assert (await town.report(good)).counts == {"sent": 1}


async def test_a_digest_that_waits_is_written_anew_without_what_was_stopped(town, nino):
    await town.choose(nino, DIGEST)
    wrong, good = await town.announce("მცდარი"), await town.announce("სწორი")
    town.clock.move(SIX - NOON)
    await town.schedules[0].tick()  # written, and not sent yet
    async with town.database.writing() as session:
        assert await campaigns.stop(session, wrong, PLACE)
    await town.until(SIX)
    await town.until(SIX)
    assert town.said(nino) == ["დღის სიახლეები\n\n• სწორი"]
    assert (await town.report(wrong)).counts == {"cancelled": 1}
    assert (await town.report(good)).counts == {"sent": 1}


@pytest.mark.parametrize(("mode", "said", "counts"), [(NOW, 1, "sent"), (OFF, 0, "opted_out")])
async def test_what_waits_follows_a_new_choice(town, nino, mode, said, counts):
    await town.choose(nino, DIGEST)
    id = await town.announce("წყალი")
    await town.choose(nino, mode)
    await town.until(NOON + MINUTE)
    assert len(town.said(nino)) == said
    await town.until(SIX)
    assert len(town.said(nino)) == said
    assert (await town.report(id)).counts == {counts: 1}


async def test_items_share_the_fate_of_a_digest_that_cannot_be_sent(town, nino):
    await town.choose(nino, DIGEST)
    id = await town.announce("წყალი")

    async def block(chat, message):
        raise Unreachable("blocked")

    town.house.channel.before_send = block
    await town.until(SIX)
    assert (await town.report(id)).counts == {"unreachable": 1}


async def test_stop_reaches_what_is_gathered(town, nino):
    await town.choose(nino, DIGEST)
    id = await town.announce("წყალი")
    async with town.database.writing() as session:
        await people.opt_out(session, nino, out=True)
    await town.until(SIX)
    assert town.said(nino) == []
    assert (await town.report(id)).counts == {"opted_out": 1}


async def test_late_in_the_night_the_digest_waits_for_the_morning(town, nino):
    await town.choose(nino, DIGEST)
    await town.announce("წყალი")
    await town.until(SIX + timedelta(hours=6))  # nothing ran in between
    assert town.said(nino) == []
    await town.until(SIX + timedelta(hours=15))
    assert town.said(nino) == ["დღის სიახლეები\n\n• წყალი"]


async def test_what_comes_while_a_digest_is_written_opens_the_evening_again(town, nino):
    await town.choose(nino, DIGEST)
    await town.announce("წყალი")
    async with town.database.writing() as session:
        await session.execute(update(Due).where(Due.kind == KIND).values(state="done"))
    await town.announce("გზა")
    await town.until(SIX)
    assert town.said(nino) == ["დღის სიახლეები\n\n• წყალი\n• გზა"]


async def test_two_people_who_are_one_keep_the_quieter_choice(town, nino):
    async with town.database.writing() as session:
        other = await resident(session)
    await town.choose(nino, DIGEST, "news")
    await town.choose(nino, DIGEST, "votes")
    await town.choose(nino, OFF, "surveys")
    await town.choose(other, OFF, "news")
    await town.choose(other, DIGEST, "surveys")
    await town.choose(other, DIGEST, "meetings")
    gathered = await town.announce("კენჭისყრა", topic=VOTES)
    async with town.database.writing() as session:
        await linking.unite(session, other, nino, town.now())
        found = await topics.chosen(session, other)
        assert (await topics.chosen(session, nino)) == dict.fromkeys(TOPICS, NOW)
    quieter = {"news": OFF, "votes": DIGEST, "surveys": OFF, "meetings": DIGEST}
    assert found == {**quieter, "projects": NOW, "learning": NOW}
    await town.until(SIX)
    assert town.said(nino) == [f"დღის სიახლეები\n\n• {PLACE}"]
    assert (await town.report(gathered)).counts == {"sent": 2}


async def test_deleting_oneself_removes_choices_and_what_is_gathered(town, nino):
    await town.choose(nino, DIGEST)
    id = await town.announce("წყალი")
    async with town.database.writing() as session:
        assert (await privacy.everything(session, nino)).topics == [(NEWS, DIGEST)]
        await belongings.empty(session, nino, town.now())
        assert await topics.chosen(session, nino) == dict.fromkeys(TOPICS, NOW)
    await town.until(SIX)
    assert town.said(nino) == []
    assert (await town.report(id)).counts == {"cancelled": 1}


@pytest.mark.parametrize("seed", range(3))
async def test_everybody_ends_in_one_state_and_hears_of_everything_once_at_most(town, seed):
    """Choices, STOP, stopped campaigns and the hours of a day in any order."""
    chance = random.Random(seed)
    async with town.database.writing() as session:
        citizens = await crowd(session, 6)
    written = {}
    for step in range(25):
        who = chance.choice(citizens)
        match chance.randrange(6):
            case 0 | 1:
                useful = chance.choice([None, town.now() + timedelta(hours=5)])
                written[await town.announce(f"ამბავი {step}.", useful_until=useful)] = step
            case 2:
                await town.choose(who, chance.choice([NOW, DIGEST, DIGEST, OFF]))
            case 3 if written:
                async with town.database.writing() as session:
                    await campaigns.stop(session, chance.choice(list(written)), PLACE)
            case 4:
                async with town.database.writing() as session:
                    await set_account(session, who, opted_out=chance.random() < 0.5)
            case _:
                await town.until(town.now() + timedelta(hours=chance.randrange(1, 9)))
    for day in range(3):
        await town.until(SIX + timedelta(days=day + 20))
    for id in written:
        report = await town.report(id)
        assert report.people == len(citizens)
        assert "waiting" not in report.counts
    told = Counter(
        (chat, f"ამბავი {step}.")
        for chat, message in town.house.channel.sent
        for step in written.values()
        if f"ამბავი {step}." in message.text
    )
    assert set(told.values()) == {1}
    async with town.database.reading() as session:
        query = (
            select(Account.address, Letter.campaign_id)
            .join(Account, Account.id == Letter.account_id)
            .where(Letter.state == "sent", Letter.campaign_id.is_not(None))
        )
        sent = [(chat, f"ამბავი {written[id]}.") for chat, id in await session.execute(query)]
    assert sorted(sent) == sorted(told)
