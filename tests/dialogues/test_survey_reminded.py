"""Reminders before a survey closes, on both messengers: whoever is meant, once, and nobody else."""

from datetime import datetime, timedelta

import pytest

from bot.civic.survey import short
from bot.civic.survey.form import Kind
from bot.civic.survey.short import Question
from bot.civic.survey.written import Written
from bot.journey import TBILISI
from storage import survey_drafts, survey_reminders, surveys
from storage.demo.place import DEMO
from storage.doors import Way, new_door
from tests.support.acts import join
from tests.support.golden import Record
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])

TITLE = "სოფლის გზა"
WISHES = Question(Kind.TEXT, {"ka": "რა გსურთ?"}), Question(Kind.TEXT, {"ka": "რატომ?"})


async def opened(world: World, days: int) -> tuple[int, str, datetime]:
    """A survey that closes at the end of a day; its id, its code and its end."""
    now = world.clock.now()
    last = now.astimezone(TBILISI).date() + timedelta(days=days)
    closes = datetime(last.year, last.month, last.day, 23, 59, tzinfo=TBILISI)
    form = short.added(short.begun("ka", TITLE, WISHES[0]), WISHES[1])
    async with world.database.writing() as session:
        new = survey_drafts.proposal(DEMO, form.title, None, now)
        id = await survey_drafts.keep(session, new, Written.of(form))
        assert await surveys.open_draft(session, id, DEMO, (now, closes), anonymous=True)
        await survey_reminders.plan(session, id, now, closes, TBILISI)
        code = await new_door(session, Way(DEMO, None, "needs", str(id)), now)
    return id, code, closes


async def at(world: World, closes: datetime, days: int) -> None:
    """So many days before the close, when the reminders of the morning have gone out."""
    day = closes.date() - timedelta(days=days)
    morning = datetime(day.year, day.month, day.day, 10, 1, tzinfo=TBILISI)
    world.clock.move(morning - world.clock.now())
    await world.tick()
    world.clock.move(timedelta(minutes=5))
    await world.tick()


def told(guest: Guest) -> list[str]:
    """Every reminder on somebody's screen."""
    shown = (message.text for message in guest.screen())
    return [text for text in shown if "ჯერ არ გამოგიგზავნიათ" in text or "ხვალ სრულდება" in text]


async def people(world: World, messenger: str, code: str) -> dict[str, Guest]:
    """Somebody who answers, somebody who begins to, somebody who looks, somebody who opted out."""
    names = ("answered", "begun", "looked", "stopped")
    found = {name: world.guest(messenger, name) for name in names}
    for guest in found.values():
        await join(guest, code=code)
    for name in ("answered", "begun"):
        await found[name].press("დავიწყოთ")
        await found[name].say("გზა")
    await found["answered"].say("ორმოებია")
    await found["answered"].press("✓ გაგზავნა")
    await found["stopped"].say("სტოპ")
    return found


async def test_whoever_has_not_answered_is_reminded_once_each(demo_world: World, messenger: str):
    _, code, closes = await opened(demo_world, 5)
    phones = await people(demo_world, messenger, code)
    begun = Record(phones["begun"])
    await at(demo_world, closes, 2)
    begun.wait("two days before the close")
    assert {name: len(told(guest)) for name, guest in phones.items()} == {
        "answered": 0,
        "begun": 1,
        "looked": 0,
        "stopped": 0,
    }
    await at(demo_world, closes, 1)
    begun.wait("the day before the close")
    assert {name: len(told(guest)) for name, guest in phones.items()} == {
        "answered": 0,
        "begun": 2,
        "looked": 1,
        "stopped": 0,
    }
    await begun.press("პასუხის გაცემა")
    await begun.say("ორმოებია")
    begun.check(f"survey_reminded_{messenger}")
    await at(demo_world, closes, 0)
    assert len(told(phones["begun"])) == 2


async def test_a_short_survey_reminds_nobody(demo_world: World, messenger: str):
    _, code, closes = await opened(demo_world, 2)
    phones = await people(demo_world, messenger, code)
    for days in (1, 0):
        await at(demo_world, closes, days)
    assert not any(told(guest) for guest in phones.values())


async def test_a_survey_that_was_ended_early_reminds_nobody(demo_world: World, messenger: str):
    id, code, closes = await opened(demo_world, 5)
    phones = await people(demo_world, messenger, code)
    async with demo_world.database.writing() as session:
        assert await surveys.close_now(session, DEMO, id, demo_world.clock.now())
    for days in (2, 1):
        await at(demo_world, closes, days)
    assert not any(told(guest) for guest in phones.values())
