"""Whom a survey asks, on both messengers: chosen, told, asked first where they live, sent away."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from bot.civic.survey import short
from bot.civic.survey.form import Kind
from bot.civic.survey.short import Question
from bot.civic.survey.written import Written
from storage import survey_drafts, surveys
from storage.demo.place import DEMO
from storage.doors import Way, new_door
from storage.places import settlements
from storage.surveys import NewSurvey
from storage.tables.people import Municipality, Person
from storage.tables.surveys import SurveyHelp
from storage.tables.votes import Process, Zone, ZoneSettlement
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_assist import DOOR, SEND, opens
from tests.dialogues.test_surveys import coordinator
from tests.support import answered
from tests.support.acts import join
from tests.support.assisting import helper
from tests.support.crowd import crowd
from tests.support.golden import Record
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])

TITLE = "გზა სკოლამდე"
FORM = short.begun("ka", TITLE, Question(Kind.TEXT, {"ka": "რა გიშლით ხელს?"}))


async def homes(world: World) -> dict[str, int]:
    """Ids of the demo's settlements by name."""
    async with world.database.reading() as session:
        return {one.name["ka"]: one.id for one in await settlements(session, DEMO)}


async def draft(world: World) -> int:
    async with world.database.writing() as session:
        new = survey_drafts.proposal(DEMO, FORM.title, None, world.clock.now())
        return await survey_drafts.keep(session, new, Written.of(FORM))


async def asks(world: World, *names: str, **more: object) -> tuple[int, str]:
    """An open survey that asks these settlements; its id and the code that leads to it."""
    now = world.clock.now()
    known = await homes(world)
    audience = {"settlements": [known[name] for name in names]} if names else {}
    times = now - timedelta(days=1), now + timedelta(days=9)
    async with world.database.writing() as session:
        new = NewSurvey(DEMO, {"ka": TITLE}, {"ka": ""}, *times, **{"audience": audience, **more})  # type: ignore[arg-type]
        id = await surveys.add(session, new, FORM)
        return id, await new_door(session, Way(DEMO, None, "needs", str(id)), now)


async def answers_it(guest: Guest) -> None:
    await guest.press("დავიწყოთ")
    await guest.say("თოვლი")
    await guest.press(SEND)


async def test_settlements_are_chosen_too_few_are_refused(demo_world: World, messenger: str):
    tamar = await coordinator(demo_world, messenger)
    id = await draft(demo_world)
    record = Record(tamar)
    await opens(demo_world, tamar, f"survey-open:{id}")
    record.wait("to open it")
    await record.press("გამოტოვება")
    await record.press("ანონიმური")
    await record.press("ზოგ დასახლებას")
    await record.say("იგავა")
    await record.press("✓ მზადაა")
    await record.press("ზოგ დასახლებას")
    await record.say("იგავა")
    await record.say("მაგალითა")
    await record.press("✓ მზადაა")
    await record.press("14 დღე")
    await record.press("✎ ვის ვკითხოთ")
    await record.press("ზოგ დასახლებას")
    await record.say("ნიმუშა")
    await record.press("✓ მზადაა")
    await record.press("✓ დიახ")
    await record.press("✉")
    await record.press("✓ დიახ")
    await record.press("ამ გამოკითხვის გვერდი")
    await record.press("✉")
    record.check(f"survey_audience_{messenger}")
    known = await homes(demo_world)
    async with demo_world.database.reading() as session:
        found = await surveys.find(session, id)
    assert found is not None
    three = sorted(known[name] for name in ("იგავა", "მაგალითა", "ნიმუშა"))
    assert found.audience == {"settlements": three} and found.anonymous


async def test_the_notice_and_the_reminder_go_to_whom_it_asks(demo_world: World, messenger: str):
    meant = demo_world.guest(messenger, "ლია")
    other = demo_world.guest(messenger, "გია")
    done = demo_world.guest(messenger, "ეკა")
    await join(meant, "იგავა")
    await join(other, "ზღაპარა")
    await join(done, "იგავა")
    id, code = await asks(demo_world, "იგავა", "მაგალითა")
    await done.say(code)
    await answers_it(done)
    tamar = await coordinator(demo_world, messenger)
    await opens(demo_world, tamar, f"survey-notify:{id}")
    await tamar.press("✓ დიახ")
    await demo_world.tick()
    demo_world.clock.move(timedelta(minutes=3))
    await demo_world.tick()
    record = Record(meant)
    assert "დაიწყო გამოკითხვა" in meant.last().text
    await record.press("პასუხის გაცემა")
    record.check(f"survey_audience_notice_{messenger}")
    for guest in (other, done):
        assert not any("დაიწყო გამოკითხვა" in shown.text for shown in guest.screen())


async def test_who_is_not_asked_is_told_why_and_what_else_there_is(
    demo_world: World, messenger: str
):
    id, _ = await asks(demo_world, "იგავა", "მაგალითა")
    nino = demo_world.guest(messenger)
    await join(nino, "ზღაპარა")
    record = Record(nino)
    await record.say("მენიუ")
    await opens(demo_world, nino, f"needs:{id}")
    record.wait("a button of the survey")
    await record.press("სხვა გამოკითხვები")
    record.check(f"survey_audience_elsewhere_{messenger}")


async def test_a_survey_for_readers_of_another_language(demo_world: World, messenger: str):
    _, code = await asks(demo_world, audience={"languages": ["en"]})
    nino = demo_world.guest(messenger)
    await join(nino)
    await nino.say(code)
    assert "მხოლოდ მათთვისაა, ვინც ბოტს ამ ენაზე კითხულობს: ინგლისური" in nino.last().text
    async with demo_world.database.writing() as session:
        await session.execute(update(Person).values(language="en"))
    await nino.say(code)
    assert "დავიწყოთ" not in nino.last().text and "Start" in " ".join(nino.buttons())


async def test_where_somebody_lives_is_asked_first(demo_world: World, messenger: str):
    id, _ = await asks(demo_world, "იგავა", "მაგალითა")
    nino = demo_world.guest(messenger)
    await join(nino, "გამოტოვება")
    record = Record(nino)
    for said in ("გამოტოვება", "იგავა"):
        await opens(demo_world, nino, f"needs:{id}")
        record.wait("a button of the survey")
        await record.say(said)
    await record.press("დავიწყოთ")
    await record.say("თოვლი")
    await record.press(SEND)
    record.check(f"survey_audience_home_{messenger}")
    known = await homes(demo_world)
    async with demo_world.database.reading() as session:
        [one] = await answered.every(session, id)
        person = await id_of(demo_world, nino)
        home = select(Person.settlement_id).where(Person.id == person)
        assert one.settlement_id == known["იგავა"] == (await session.execute(home)).scalar_one()


async def test_a_home_that_is_not_asked_is_kept_all_the_same(demo_world: World, messenger: str):
    id, code = await asks(demo_world, "იგავა", "მაგალითა")
    nino = demo_world.guest(messenger)
    await join(nino, "გამოტოვება")
    await nino.say(code)
    await nino.say("ზღაპარა")
    assert "მხოლოდ ამ დასახლებების" in nino.last().text
    async with demo_world.database.reading() as session:
        assert await answered.every(session, id) == []


async def test_nothing_is_open_for_somebody(demo_world: World, messenger: str):
    async with demo_world.database.writing() as session:
        await surveys.close_now(session, DEMO, 1, demo_world.clock.now())
    demo_world.clock.move(timedelta(seconds=1))
    await asks(demo_world, "იგავა", "მაგალითა")
    nino = demo_world.guest(messenger)
    await join(nino, "ზღაპარა")
    await opens(demo_world, nino, "needs:")
    assert "სხვა დასახლებებისთვის" in nino.last().text


async def test_a_guest_of_another_place_answers_by_the_link(demo_world: World, messenger: str):
    async with demo_world.database.writing() as session:
        words = {"ka": "მეზობელი", "en": "Neighbour"}
        await session.execute(insert(Municipality).values(id="next", name=words, region=words))
        home = await new_door(session, Way("next", None, "", ""), demo_world.clock.now())
    id, code = await asks(demo_world, guests=True)
    _, closed = await asks(demo_world)
    gia = demo_world.guest(messenger, "გია")
    await gia.start(home)
    if gia.buttons() == ["დაწყება"]:
        await gia.press("დაწყება")
    await gia.press("ქართული")
    await gia.press("თანახმა ვარ")
    await gia.say(code)
    await answers_it(gia)
    assert "მივიღეთ" in gia.last().text
    async with demo_world.database.reading() as session:
        [one] = await answered.every(session, id)
        query = select(Person.municipality_id).where(Person.id == await id_of(demo_world, gia))
        assert (await session.execute(query)).scalar_one() == "next"
    assert one.settlement_id is None
    await gia.say(closed)
    assert "გადახვედით" in gia.last().text or "გადასვლა" in " ".join(gia.buttons())


async def test_a_zone_and_a_language_are_chosen(demo_world: World, messenger: str):
    known = await homes(demo_world)
    zone = [known[name] for name in ("იგავა", "ნიმუშა", "ზღაპარა")]
    async with demo_world.database.writing() as session:
        process = (await session.scalars(select(Process.id).order_by(Process.id))).first()
        await session.execute(
            insert(Zone).values(process_id=process, code="z1", name={"ka": "მთა"})
        )
        for id in zone:
            row = {"process_id": process, "code": "z1", "settlement_id": id}
            await session.execute(insert(ZoneSettlement).values(row))
        await crowd(session, 3, place=DEMO, language="az")
    tamar = await coordinator(demo_world, messenger)
    id = await draft(demo_world)
    await opens(demo_world, tamar, f"survey-open:{id}")
    await tamar.press("გამოტოვება")
    await tamar.press("ანონიმური")
    await tamar.press("ერთ ენაზე")
    await tamar.press("აზერბაიჯანული")
    await tamar.press("✓ მზადაა")
    assert "10-ზე ნაკლები ადამიანია" in tamar.last().text
    await tamar.press("ერთ ზონას")
    await tamar.press("მთა")
    await tamar.press("7 დღე")
    assert "ვის ვეკითხებით: ზღაპარა, იგავა, ნიმუშა" in tamar.last().text
    assert "დაახლოებით 20 ადამიანს" in tamar.last().text
    await tamar.press("✎ ვის ვკითხოთ")
    await tamar.press("ყველას, ვისაც ბმული აქვს")
    assert "ვის ვეკითხებით: ყველა, ვისაც ბმული აქვს" in tamar.last().text
    await tamar.press("✓ დიახ")
    async with demo_world.database.reading() as session:
        found = await surveys.find(session, id)
    assert found is not None and (found.audience, found.guests) == ({}, True)


async def test_a_helper_asks_the_neighbour_s_settlement_first(demo_world: World, messenger: str):
    id, _ = await asks(demo_world, "იგავა", "მაგალითა")
    luka = Record(await helper(demo_world, messenger))
    await opens(demo_world, luka.guest, f"assist:{id}")
    luka.wait("წერილი")
    await luka.press(DOOR)
    await luka.press("✓ თანახმაა")
    await luka.press("სხვაგან")
    await luka.press("შემდეგი მეზობელი")
    await luka.press(DOOR)
    await luka.press("✓ თანახმაა")
    await luka.press("იგავა")
    await luka.say("თოვლი")
    await luka.press(SEND)
    await luka.press("გამოტოვება")
    luka.check(f"survey_audience_helper_{messenger}")
    known = await homes(demo_world)
    async with demo_world.database.reading() as session:
        [one] = await answered.every(session, id)
        counted = list(await session.scalars(select(SurveyHelp.interviews)))
        declined = list(await session.scalars(select(SurveyHelp.declined)))
    assert one.settlement_id == known["იგავა"]
    assert (counted, declined) == ([1], [0])


async def test_the_staff_s_page_says_whom_it_asks(demo_world: World, messenger: str):
    id, _ = await asks(demo_world, "იგავა", "მაგალითა")
    tamar = await coordinator(demo_world, messenger)
    await opens(demo_world, tamar, f"survey:{id}")
    assert "ვის ვეკითხებით: იგავა, მაგალითა" in tamar.last().text
    stranger = await coordinator(demo_world, messenger, "neighbour")
    await opens(demo_world, stranger, f"survey-notify:{id}")
    assert "მხოლოდ ამ მუნიციპალიტეტის კოორდინატორებისთვისაა" in stranger.last().text
