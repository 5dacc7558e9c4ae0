"""A survey's answers in the chat: a file without names, for coordinators of the place only."""

import io
import zipfile
from datetime import timedelta

import openpyxl
import pytest
from sqlalchemy import delete, select

from bot.civic.survey.form import Form, Item, Kind
from handlers.municipality import survey_export
from storage import answers, survey_exports, surveys
from storage.answers import Filled
from storage.demo.place import DEMO
from storage.doors import Way, new_door
from storage.jobs import ATTEMPTS
from storage.staff import PARTNER, grant
from storage.surveys import NewSurvey
from storage.tables.people import Account, Role
from storage.tables.surveys import SurveyResponse
from storage.tables.work import Log
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_prints import files, opened
from tests.dialogues.test_surveys import coordinator, to_surveys
from tests.support.acts import join
from tests.support.golden import Record
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])

NOT_YOURS = "მხოლოდ ამ მუნიციპალიტეტის კოორდინატორებისთვისაა"
HIDDEN = "ქუჩა ბნელია"


async def to_export(guest: Guest) -> None:
    await to_surveys(guest)
    await guest.say("1")
    await guest.press("პასუხების ჩამოტვირთვა")


async def test_the_answers_come_as_a_workbook(demo_world: World, messenger: str):
    guest = await coordinator(demo_world, messenger)
    await to_surveys(guest)
    tamar = Record(guest)
    await tamar.say("1")
    await tamar.press("პასუხების ჩამოტვირთვა")
    await tamar.press("Excel")
    await demo_world.tick()
    tamar.wait("a few seconds later")
    await tamar.press("გამოკითხვაზე დაბრუნება")
    tamar.check(f"survey_export_{messenger}")
    [file] = files(guest)
    assert file.text == "📎 survey-1.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(await opened(demo_world, file)))
    header, *rows = book["data"].values
    assert header[:3] == ("needs", "needs/road", "needs/water") and len(rows) == 30


async def test_a_table_that_cannot_be_made_is_answered_by_a_letter(
    demo_world: World, messenger: str, monkeypatch: pytest.MonkeyPatch
):
    async def broken(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(survey_exports, "gather", broken)
    tamar = await coordinator(demo_world, messenger)
    await to_export(tamar)
    await tamar.press("Excel")
    for _ in range(ATTEMPTS):
        assert "ვერ მოვამზადეთ" not in tamar.last().text
        await demo_world.tick()
        demo_world.clock.move(timedelta(minutes=2))
    assert "რაც გვთხოვეთ, ვერ მოვამზადეთ" in tamar.last().text


async def test_the_answers_come_as_csv(demo_world: World, messenger: str):
    tamar = await coordinator(demo_world, messenger)
    await to_export(tamar)
    await tamar.press("CSV")
    await demo_world.tick()
    [file] = files(tamar)
    with zipfile.ZipFile(io.BytesIO(await opened(demo_world, file))) as archive:
        names = archive.namelist()
        lines = archive.read("data.csv").decode("utf-8-sig").splitlines()
    assert names == ["data.csv", "codebook.csv", "choices.csv", "about.csv"] and len(lines) == 31


async def test_no_one_is_named_and_every_export_is_logged(demo_world: World, messenger: str):
    tamar = await coordinator(demo_world, messenger)
    async with demo_world.database.reading() as session:
        theirs = select(Account.address).join(
            SurveyResponse, SurveyResponse.person_id == Account.person_id
        )
        addresses = list(await session.scalars(theirs))
    for times in (1, 2):
        await to_export(tamar)
        await tamar.press("Excel")
        await demo_world.tick()
        assert f"ამ გამოკითხვის ჩამოტვირთვები: {times}" in tamar.last().text
    book = openpyxl.load_workbook(io.BytesIO(await opened(demo_world, files(tamar)[0])))
    told = {str(value) for page in book for row in page.values for value in row}
    assert addresses and told.isdisjoint(addresses)
    person = await id_of(demo_world, tamar)
    async with demo_world.database.reading() as session:
        notes = list(await session.scalars(select(Log).where(Log.action == "survey-export")))
    assert [(one.person_id, one.municipality_id, one.detail) for one in notes] == [
        (person, DEMO, {"rows": 30})
    ] * 2


async def test_a_neighbouring_coordinator_gets_nothing(demo_world: World, messenger: str):
    stranger = await coordinator(demo_world, messenger, "neighbour")
    for subject in ("1", "99", "x"):
        async with demo_world.database.writing() as session:
            way = Way(DEMO, None, "survey-export", subject)
            code = await new_door(session, way, demo_world.clock.now())
        await stranger.say(code)
        assert NOT_YOURS in stranger.last().text
    assert files(stranger) == []


async def test_a_partner_gets_nothing(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    async with demo_world.database.writing() as session:
        person = await id_of(demo_world, nino)
        await grant(session, person, DEMO, PARTNER, demo_world.clock.now())
        way = Way(DEMO, None, "survey-export", "1")
        code = await new_door(session, way, demo_world.clock.now())
    await nino.say(code)
    assert NOT_YOURS in nino.last().text


async def test_whoever_has_left_meanwhile_gets_nothing(demo_world: World, messenger: str):
    tamar = await coordinator(demo_world, messenger)
    await to_export(tamar)
    await tamar.press("Excel")
    async with demo_world.database.writing() as session:
        await session.execute(delete(Role).where(Role.municipality_id == DEMO))
    await demo_world.tick()
    assert files(tamar) == []


async def test_an_anonymous_survey_waits_for_its_end(demo_world: World, messenger: str):
    tamar = await coordinator(demo_world, messenger)
    code = await _anonymous(demo_world, tamar)
    await tamar.say(code)
    assert "მხოლოდ მისი დასრულების შემდეგ" in tamar.last().text
    demo_world.clock.move(timedelta(days=2))
    await demo_world.tick()
    await tamar.say(code)
    await tamar.press("CSV")
    await demo_world.tick()
    with zipfile.ZipFile(io.BytesIO(await opened(demo_world, files(tamar)[-1]))) as archive:
        table = archive.read("data.csv").decode("utf-8-sig")
    ours = "__version__,_id,_language,_settlement,_settlement_code,_assisted,_index"
    assert table.startswith(f"safe,{ours}\r\n")
    assert HIDDEN in table and "2026" not in table and "ზღაპარა" not in table


async def _anonymous(world: World, guest: Guest) -> str:
    """A survey with one answer; the code that opens its export."""
    now = world.clock.now()
    words = {"ka": "როგორ გრძნობთ თავს უსაფრთხოდ?"}
    form = Form(words, ("ka",), (Item("safe", Kind.TEXT, words),))
    times = now - timedelta(hours=1), now + timedelta(days=1)
    async with world.database.writing() as session:
        survey = NewSurvey(DEMO, {"ka": "უსაფრთხოება"}, {"ka": ""}, *times, anonymous=True)
        id = await surveys.add(session, survey, form)
        person = await id_of(world, guest)
        await answers.add(session, id, person, Filled(None, "ka", {"safe": HIDDEN}), now)
        return await new_door(session, Way(DEMO, None, "survey-export", str(id)), now)


async def test_nothing_is_made_of_no_answers(demo_world: World, messenger: str):
    tamar = await coordinator(demo_world, messenger)
    async with demo_world.database.writing() as session:
        await session.execute(delete(SurveyResponse))
    await to_export(tamar)
    assert "ჯერ არავის უპასუხია" in tamar.last().text


async def test_what_is_too_large_for_a_chat_is_told(
    demo_world: World, messenger: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(survey_export, "LARGEST_DOCUMENT", 1_000)
    tamar = await coordinator(demo_world, messenger)
    await to_export(tamar)
    await tamar.press("Excel")
    await demo_world.tick()
    assert "survey export 1" in tamar.last().text and files(tamar) == []
    async with demo_world.database.reading() as session:
        assert not list(await session.scalars(select(Log).where(Log.action == "survey-export")))
