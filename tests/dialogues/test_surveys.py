"""The coordinator's surveys: numbers only, ended early, and closed to everybody else."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from bot.civic.survey.form import Form, Item, Kind
from storage import surveys
from storage.conduct import By
from storage.demo import NEEDS_DOOR
from storage.demo.place import DEMO
from storage.doors import Way, new_door
from storage.leaving import leave
from storage.staff import COORDINATOR, grant
from storage.surveys import NewSurvey
from storage.tables.mail import Letter
from storage.tables.people import Draft, Municipality
from storage.tables.surveys import SurveyAnswered, SurveyResponse, SurveySheet
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_needs import answer
from tests.support.acts import join
from tests.support.golden import Record
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])


async def coordinator(world: World, messenger: str, place: str = DEMO) -> Guest:
    guest = world.guest(messenger, "თამარი")
    await join(guest)
    await made_coordinator(world, guest, place)
    return guest


async def made_coordinator(world: World, guest: Guest, place: str = DEMO) -> None:
    async with world.database.writing() as session:
        if place != DEMO:
            words = {"ka": "მეზობელი", "en": "Neighbour"}
            await session.execute(insert(Municipality).values(id=place, name=words, region=words))
        await grant(session, await id_of(world, guest), place, COORDINATOR, world.clock.now())


async def to_surveys(guest: Guest) -> None:
    await guest.say("/menu")
    await guest.say("სამუშაო გვერდი")
    await guest.say("გამოკითხვები")


async def test_ending_a_survey_early_sends_the_result(demo_world: World, messenger: str):
    nino = await answer(demo_world, messenger)
    tamar = Record(await coordinator(demo_world, messenger))
    await to_surveys(tamar.guest)
    await tamar.say("1")
    await tamar.press("დასრულება ახლავე")
    await tamar.press("← უკან")
    await tamar.press("დასრულება ახლავე")
    await tamar.press("დიახ")
    await demo_world.tick()
    demo_world.clock.move(timedelta(minutes=3))  # anything to many can be stopped for two
    await demo_world.tick()
    assert "რას ამბობენ მცხოვრებლები" in nino.last().text
    await tamar.press("ამ გამოკითხვის გვერდი")
    await tamar.press("ყველა გამოკითხვა")
    await tamar.say("1")
    await tamar.press("შედეგის ნახვა")
    tamar.check(f"surveys_{messenger}")


async def test_letting_it_run_changes_nothing(demo_world: World, messenger: str):
    tamar = await coordinator(demo_world, messenger)
    await to_surveys(tamar)
    await tamar.say("1")
    await tamar.press("დასრულება ახლავე")
    await tamar.press("არა")
    assert "გრძელდება" in tamar.last().text
    nino = demo_world.guest(messenger)
    await join(nino, code=NEEDS_DOOR)
    await nino.press("დავიწყოთ")
    assert "1/5" in nino.last().text


async def test_a_neighbouring_coordinator_sees_and_ends_nothing(demo_world: World, messenger: str):
    stranger = await coordinator(demo_world, messenger, "neighbour")
    await to_surveys(stranger)
    assert "ასეთი გამოკითხვა არ არის" in stranger.last().text
    for journey, subject in (("survey", "1"), ("surveys", DEMO)):
        async with demo_world.database.writing() as session:
            way = Way(DEMO, None, journey, subject)
            code = await new_door(session, way, demo_world.clock.now())
        await stranger.say(code)
        assert "მხოლოდ ამ მუნიციპალიტეტის კოორდინატორებისთვისაა" in stranger.last().text


async def test_a_coordinator_dismissed_half_way_ends_nothing(demo_world: World, messenger: str):
    tamar = await coordinator(demo_world, messenger)
    await to_surveys(tamar)
    await tamar.say("1")
    await tamar.press("დასრულება ახლავე")
    async with demo_world.database.writing() as session:
        person = await id_of(demo_world, tamar)
        await leave(session, By(person, DEMO, demo_world.clock.now()), person, None)
    await tamar.press("დიახ")
    assert "მხოლოდ ამ მუნიციპალიტეტის კოორდინატორებისთვისაა" in tamar.last().text
    async with demo_world.database.reading() as session:
        [survey] = await surveys.open_now(session, DEMO, demo_world.clock.now())
    assert survey.version == 0


async def test_an_anonymous_survey_says_so_and_keeps_no_names(demo_world: World, messenger: str):
    now = demo_world.clock.now()
    words = {"ka": "როგორ გრძნობთ თავს უსაფრთხოდ?"}
    form = Form(words, ("ka",), (Item("safe", Kind.TEXT, words, required="true()"),))
    times = now - timedelta(hours=1), now + timedelta(days=1)
    async with demo_world.database.writing() as session:
        survey = NewSurvey(DEMO, {"ka": "უსაფრთხოება"}, {"ka": ""}, *times, anonymous=True)
        id = await surveys.add(session, survey, form)
        code = await new_door(session, Way(DEMO, None, "needs", str(id)), now)
    nino = demo_world.guest(messenger)
    await join(nino, code=code)
    assert "ანონიმურია" in nino.last().text
    await nino.press("დავიწყოთ")
    await nino.say("ქუჩა ბნელია")
    await nino.press("✓")
    assert "მივიღეთ" in nino.last().text
    person = await id_of(demo_world, nino)
    async with demo_world.database.reading() as session:
        assert list(await session.scalars(select(SurveyAnswered.person_id))) == [person]
        [sheet] = await session.scalars(select(SurveySheet))
        assert sheet.answers == {"safe": "ქუჩა ბნელია"}
        named = select(SurveyResponse.id).where(SurveyResponse.person_id == person)
        assert not list(await session.scalars(named))
        kept = await session.execute(select(Letter.body).where(Letter.body.is_not(None)))
        assert not any("ბნელია" in str(body) for (body,) in kept)
        assert not list(await session.scalars(select(Draft.id).where(Draft.person_id == person)))
