"""Helpers: neighbours' answers at the door and from sheets; the desk stays closed to them."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.messages import Choice, Html, Outgoing
from storage import mail, phones
from storage.answers import Filled
from storage.tables.mail import NOTICE, Letter
from storage.tables.people import Account, Draft
from storage.tables.surveys import SurveyPhone, SurveyResponse, SurveySheet
from storage.tables.work import Log
from tests.dialogues.test_arriving import id_of
from tests.support import answered
from tests.support.acts import become_coordinator, join
from tests.support.assisting import figures, helper, water
from tests.support.golden import Record
from tests.support.world import Guest, World

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])

NEXT, DOOR, PAPER, SEND = "შემდეგი მეზობელი", "მეზობელთან ვარ", "ნაბეჭდი ფურცლიდან", "✓ გაგზავნა"
PHONE = "599 12 34 56"


async def opens(world: World, guest: Guest, target: str) -> None:
    """As a button of an older message would."""
    body = Outgoing(Html("?"), (Choice(f"go:{target}", "go"),)).to_json()
    query = select(Account.bot, Account.id).where(Account.address == guest.address)
    async with world.database.writing() as session:
        bot, account = (await session.execute(query)).one()
        now = world.clock.now()
        await mail.post(session, [mail.letter(bot, account, body, now, lane=NOTICE)])
    await world.settle()
    await guest.press("go")


async def visit(world: World, guest: Guest, survey: int, phone: str = "", walk: str = "") -> None:
    """One interview from the first question to the last."""
    await opens(world, guest, f"assist:{survey}")
    await guest.press(DOOR)
    await guest.press("ქართული")
    await guest.press("✓ თანახმაა")
    await guest.say("ზღაპარა")
    await guest.say("არა" if walk else "კი")
    if walk:
        await guest.say(walk)
    world.clock.move(timedelta(minutes=3))
    await guest.press(SEND)
    await guest.say(phone or "გამოტოვება")


async def sheets(world: World, survey: int) -> list[Filled]:
    async with world.database.reading() as session:
        return await answered.every(session, survey)


async def everything_stored(world: World, table: type) -> str:
    async with world.database.reading() as session:
        rows: Any = (await session.execute(select(table))).scalars().all()
        return " ".join(str(vars(row)) for row in rows)


@both
async def test_at_the_door_with_a_change_and_the_next_neighbour(demo_world: World, messenger: str):
    survey = await water(demo_world)
    luka = Record(await helper(demo_world, messenger))
    await luka.say("მენიუ")
    await luka.press("მეზობლების გამოკითხვა")
    await luka.say("1")
    await luka.press(DOOR)
    await luka.press("English")
    await luka.press("✓ თანახმაა")
    await luka.say("ზღაპარა")
    await luka.press("No")
    await luka.say("12")
    await luka.press("✎")
    await luka.say("2")
    await luka.say("15")
    demo_world.clock.move(timedelta(minutes=4))
    await luka.press(SEND)
    await luka.say("12")
    await luka.say(PHONE)
    await luka.press(NEXT)
    await luka.press(DOOR)
    await luka.press("ქართული")
    await luka.press("უარს ამბობს")
    luka.check(f"assist_{messenger}")
    [sheet] = await sheets(demo_world, survey)
    assert sheet.values == {"tap": "no", "walk": "15"}
    assert (sheet.language, sheet.assisted) == ("en", "door")
    found = await figures(demo_world, survey)
    assert (found.interviews, found.declined, found.unnumbered, found.quick) == (1, 1, 0, 0)


@both
async def test_from_a_sheet_of_the_day_before(demo_world: World, messenger: str):
    survey = await water(demo_world)
    luka = Record(await helper(demo_world, messenger))
    await opens(demo_world, luka.guest, f"assist:{survey}")
    luka.wait("წერილი")
    await luka.press(PAPER)
    await luka.say("2")
    await luka.press("ქართული")
    await luka.press("✓ თანახმაა")
    await luka.press("გამოტოვება")
    await luka.press("კი")
    await luka.press(SEND)
    luka.check(f"assist_paper_{messenger}")
    [sheet] = await sheets(demo_world, survey)
    assert (sheet.values, sheet.settlement_id, sheet.assisted) == ({"tap": "yes"}, None, "paper")
    found = await figures(demo_world, survey)
    assert (found.paper, found.unnumbered, found.quick) == (1, 1, 0)


@both
async def test_the_village_of_the_last_neighbour_comes_first(demo_world: World, messenger: str):
    survey = await water(demo_world)
    luka = await helper(demo_world, messenger)
    await visit(demo_world, luka, survey)
    await luka.press(NEXT)
    await luka.press(DOOR)
    await luka.press("ქართული")
    await luka.press("✓ თანახმაა")
    assert "ზღაპარა" in luka.buttons()[0] + luka.last().text.splitlines()[-1]
    await luka.say("1")
    await luka.press("კი")
    await luka.press(SEND)
    await luka.press("გამოტოვება")
    one, two = await sheets(demo_world, survey)
    assert one.settlement_id == two.settlement_id is not None


@both
async def test_half_an_interview_waits_beside_the_helper_s_own_answer(
    demo_world: World, messenger: str
):
    survey = await water(demo_world)
    luka = await helper(demo_world, messenger)
    await opens(demo_world, luka, f"assist:{survey}")
    await luka.press(DOOR)
    await luka.press("ქართული")
    await luka.press("✓ თანახმაა")
    await luka.say("ზღაპარა")
    await luka.press("არა")
    await opens(demo_world, luka, f"needs:{survey}")
    await luka.press("დავიწყოთ")
    await luka.press("კი")
    await luka.press(SEND)
    assert "მივიღეთ" in luka.last().text
    demo_world.clock.move(timedelta(days=1))
    await luka.say("მენიუ")
    await luka.press("გაგრძელება: მეზობლების გამოკითხვა")
    assert "2/2" in luka.last().text
    await luka.say("7")
    await luka.press(SEND)
    await luka.press("გამოტოვება")
    own, neighbour = await sheets(demo_world, survey)
    assert own.values["tap"] == "yes" and neighbour.values == {"tap": "no", "walk": "7"}
    async with demo_world.database.reading() as session:
        query = select(SurveyResponse.person_id).where(SurveyResponse.survey_id == survey)
        assert list(await session.scalars(query)) == [await id_of(demo_world, luka)]
        assert not list(await session.scalars(select(Draft.id).where(Draft.script == "assist")))


@both
async def test_a_neighbour_is_counted_once_whichever_way_came_first(
    demo_world: World, messenger: str
):
    survey = await water(demo_world)
    luka, gio = await helper(demo_world, messenger), await helper(demo_world, messenger, "გიო")
    await visit(demo_world, luka, survey, PHONE)
    await visit(demo_world, gio, survey, "+995 (599) 123456")
    assert "უკვე უპასუხა" in gio.last().text
    nino = demo_world.guest(messenger)
    await join(nino)
    async with demo_world.database.writing() as session:
        person = await id_of(demo_world, nino)
        await phones.prove_phone(session, person, PHONE, demo_world.clock.now())
    await opens(demo_world, nino, f"needs:{survey}")
    assert "დამხმარემ ჩაწერა" in nino.last().text
    maka = demo_world.guest(messenger, "მაკა")
    await join(maka)
    async with demo_world.database.writing() as session:
        other = await id_of(demo_world, maka)
        await phones.prove_phone(session, other, "+995577000111", demo_world.clock.now())
    await opens(demo_world, maka, f"needs:{survey}")
    await maka.press("დავიწყოთ")
    await maka.press("კი")
    await maka.press(SEND)
    await visit(demo_world, luka, survey, "577000111")
    assert "უკვე უპასუხა" in luka.last().text
    assert len(await sheets(demo_world, survey)) == 2
    found = await figures(demo_world, survey)
    assert (found.interviews, found.doubled) == (1, 2)


@both
async def test_no_number_stays_anywhere_and_my_data_of_the_neighbour_knows_nothing(
    demo_world: World, messenger: str
):
    survey = await water(demo_world)
    luka = await helper(demo_world, messenger)
    nino = demo_world.guest(messenger)
    await join(nino)
    async with demo_world.database.writing() as session:
        person = await id_of(demo_world, nino)
        await phones.prove_phone(session, person, PHONE, demo_world.clock.now())
    await visit(demo_world, luka, survey, PHONE, "17")
    for table in (Draft, Letter, Log, SurveySheet, SurveyPhone):
        stored = await everything_stored(demo_world, table)
        assert "34 56" not in stored.replace("599 12 34 56. ან", "") and "123456" not in stored
    await opens(demo_world, nino, "mydata:")
    assert "წყალი სოფელში" not in nino.last().text
    await opens(demo_world, luka, "mydata:")
    assert "მეზობლებისთვის ჩაწერეთ 1" in luka.last().text


@both
async def test_a_number_that_is_none_is_asked_again(demo_world: World, messenger: str):
    survey = await water(demo_world)
    luka = await helper(demo_world, messenger)
    await visit(demo_world, luka, survey, "032 2 99 99 99")
    assert "არ ჰგავს" in luka.last().text
    await luka.press("გამოტოვება")
    assert "ჩაწერილია" in luka.last().text


@both
async def test_a_day_has_an_end(demo_world: World, messenger: str, monkeypatch):
    monkeypatch.setattr("handlers.municipality.assist.DAILY", 1)
    survey = await water(demo_world)
    luka = await helper(demo_world, messenger)
    await visit(demo_world, luka, survey)
    await luka.press(NEXT)
    assert "ხვალ გააგრძელეთ" in luka.last().text
    demo_world.clock.move(timedelta(days=1))
    await opens(demo_world, luka, f"assist:{survey}")
    assert DOOR in " ".join([*luka.buttons(), luka.last().text])


@both
async def test_the_coordinator_sees_numbers_and_helpers_never_households(
    demo_world: World, messenger: str
):
    survey = await water(demo_world)
    luka = await helper(demo_world, messenger)
    await visit(demo_world, luka, survey, PHONE)
    eka = demo_world.guest(messenger, "ეკა")
    await become_coordinator(eka)
    record = Record(eka)
    await opens(demo_world, eka, f"survey:{survey}")
    record.wait("წერილი")
    await record.press("🖨")
    await record.press("ინგლისურად")
    await demo_world.tick()
    record.wait("ფაილი")
    await record.press("მეზობლების გამოკითხვა")
    record.check(f"assist_coordinator_{messenger}")
