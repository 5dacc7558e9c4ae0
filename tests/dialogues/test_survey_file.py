"""A survey from an Excel file, sent in the chat, on both messengers."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select

from bot.exchange.xlsform.guard import MOST, MOST_UNPACKED
from storage import surveys
from storage.demo.place import DEMO
from storage.tables.people import Draft, Role
from storage.tables.surveys import Survey, SurveyResponse
from storage.tables.work import Media
from storage.tidy import tidy
from tests.dialogues.test_prints import opened
from tests.dialogues.test_surveys import coordinator, made_coordinator, to_surveys
from tests.support import xlsforms
from tests.support.acts import forge, join
from tests.support.golden import Record
from tests.support.world import World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])

HEADER = ["type", "name", "label::Georgian (ka)", "label::English (en)", "required", "relevant"]
GOOD = [
    HEADER,
    ["select_one yesno", "walk", "დადიხართ ამ გზით?", "Do you use this road?", "yes"],
    ["text", "why", "რატომ არა?", "Why not?", "", "${walk} = 'no'"],
    ["integer", "age", "რამდენი წლის ხართ?", "How old are you?"],
    ["file", "plan", "გეგმა", "Plan"],
]
CHOICES = [
    ["list_name", "name", "label::Georgian (ka)", "label::English (en)"],
    ["yesno", "yes", "დიახ", "Yes"],
    ["yesno", "no", "არა", "No"],
]
SETTINGS = [["form_title", "default_language"], ["ახალი გზა", "Georgian (ka)"]]


def book(rows: Any = GOOD, settings: Any = SETTINGS) -> bytes:
    return xlsforms.workbook({"survey": rows, "choices": CHOICES, "settings": settings})


async def at_file(world: World, messenger: str) -> Record:
    """A coordinator who is about to send a file."""
    guest = await coordinator(world, messenger)
    await to_surveys(guest)
    record = Record(guest)
    await record.say("Excel")
    await record.press("ფაილის გამოგზავნა")
    return record


async def sent(world: World, record: Record, data: bytes, name: str = "გზა.xlsx") -> None:
    await record.file(name, data)
    await world.tick()
    record.wait("it was read")


async def drafts(world: World) -> list[surveys.Asked]:
    async with world.database.reading() as session:
        return await surveys.drafts(session, DEMO)


async def files(world: World) -> int:
    async with world.database.reading() as session:
        return len((await session.execute(select(Media.id).where(Media.kind == "file"))).all())


async def responses(world: World) -> int:
    async with world.database.reading() as session:
        return len(list(await session.scalars(select(SurveyResponse.id))))


async def test_a_good_file_is_tried_opened_and_answered(demo_world: World, messenger: str):
    tamar = await at_file(demo_world, messenger)
    nino, before = demo_world.guest(messenger), await responses(demo_world)
    await tamar.file("გზა.xlsx", book())
    await join(nino)  # others are answered while the file is read
    await demo_world.tick()
    tamar.wait("it was read")
    await tamar.press("▶ ცდა")
    await tamar.press("დავიწყოთ")
    await tamar.say("არა")
    await tamar.say("შორია")
    await tamar.say("40")
    await tamar.press("✓ გაგზავნა")
    await tamar.press("გამოკითხვის გვერდი")
    await tamar.press("✓ გამოკითხვის დაწყება")
    await tamar.say("ვაგებთ ახალ გზას. თქვენი პასუხით ავირჩევთ, სად დავიწყოთ.")
    await tamar.press("ანონიმური")
    await tamar.press("ყველას მუნიციპალიტეტში")
    await tamar.press("სხვა დღე")
    await tamar.say("31.12.2099")
    await tamar.say("ხვალ")
    last = demo_world.clock.now() + timedelta(days=20)
    await tamar.guest.say(f"{last:%d.%m.%Y}")
    tamar.wait("a day in twenty days was typed")
    await tamar.press("✎ ბოლო დღე")
    await tamar.press("7 დღე")
    await tamar.press("✓ დიახ")
    code = tamar.guest.last().text.split("კოდი ")[1][:6]
    tamar.check(f"survey_file_{messenger}")
    assert await files(demo_world) == 0 and await drafts(demo_world) == []
    assert await responses(demo_world) == before
    async with demo_world.database.reading() as session:
        assert not list(await session.scalars(select(Draft.id).where(Draft.script.like("survey%"))))
    await nino.say(code)
    assert "ახალი გზა" in nino.last().text and "ანონიმურია" in nino.last().text


async def test_a_bad_file_is_told_by_rows_and_a_better_one_taken(demo_world: World, messenger: str):
    tamar = await at_file(demo_world, messenger)
    bad = [
        HEADER,
        ["select_one villages", "walk", "დადიხართ?", "Do you?"],
        ["integer", "age", "ასაკი", "Age", "", "${wlk} = 'no'"],
        ["question", "what", "რა?", "What?"],
        *(["text", f"t{n}", "", ""] for n in range(12)),
    ]
    await sent(demo_world, tamar, book(bad))
    await sent(demo_world, tamar, book())
    tamar.check(f"survey_file_bad_{messenger}")
    assert len(await drafts(demo_world)) == 1 and await files(demo_world) == 0


async def test_a_list_that_is_a_file_of_its_own(demo_world: World, messenger: str):
    tamar = await at_file(demo_world, messenger)
    asks = [
        HEADER,
        ["select_one_from_file სოფლები.csv", "village", "რომელ სოფელში?", "Where?", "yes"],
    ]
    table = "name,label\nmill,წისქვილი\nford,ფონი\n".encode()
    await sent(demo_world, tamar, book(asks))
    await tamar.press("გასწორებულ ფაილს")
    parts = {"გზა.xlsx": book(asks), "სოფლები.csv": table}
    await sent(demo_world, tamar, xlsforms.zipped(parts), "გზა.zip")
    tamar.check(f"survey_file_beside_{messenger}")
    assert len(await drafts(demo_world)) == 1 and await files(demo_world) == 0


async def test_what_can_safely_be_repaired_is_repaired_after_a_yes(
    demo_world: World, messenger: str
):
    tamar = await at_file(demo_world, messenger)
    bad = [
        HEADER,
        ["Select_One yesno", "walk", "დადიხართ?", "Do you?"],
        ["text", "walk", "რატომ?", "Why?"],
        ["file", "plan", "გეგმა", "Plan", "yes"],
    ]
    await sent(demo_world, tamar, book(bad))
    await tamar.press("გასწორებულ ფაილს")
    await sent(demo_world, tamar, book(bad))
    await tamar.press("გაასწორეთ თქვენ")
    await demo_world.tick()
    tamar.wait("it was read again")
    tamar.check(f"survey_file_repaired_{messenger}")
    [draft] = await drafts(demo_world)
    assert (draft.title, await files(demo_world)) == ({"ka": "ახალი გზა"}, 0)


async def test_a_repair_that_shows_the_next_problem_is_kept(demo_world: World, messenger: str):
    tamar = await at_file(demo_world, messenger)
    bad = [
        HEADER,
        ["Select_One yesno", "walk", "დადიხართ?", "Do you?"],
        ["text", "why", "რატომ?", "Why?", "", "walk = 'no'"],
    ]
    await sent(demo_world, tamar, book(bad))
    await tamar.press("გაასწორეთ თქვენ")
    await demo_world.tick()
    assert "სვეტი relevant" in tamar.guest.last().text
    await tamar.press("გაასწორეთ თქვენ")
    await demo_world.tick()
    told = tamar.guest.screen()[-2].text
    assert "რა გავასწორეთ" in told and "სტრიქონი 2" in told and "სტრიქონი 3" in told
    assert len(await drafts(demo_world)) == 1


async def test_a_language_nobody_knows_is_asked(demo_world: World, messenger: str):
    tamar = await at_file(demo_world, messenger)
    rows = [
        ["type", "name", "label", "label::Azeri dili", "label::English (en)"],
        ["text", "wish", "რა გსურთ?", "Nə istəyirsiniz?", "What do you wish?"],
    ]
    await sent(demo_world, tamar, book(rows, [["form_title"], ["სურვილი"]]))
    await tamar.press("აზერბაიჯანული")
    await tamar.press("ქართული")
    await demo_world.tick()
    tamar.wait("it was read again")
    tamar.check(f"survey_file_languages_{messenger}")
    [draft] = await drafts(demo_world)
    async with demo_world.database.reading() as session:
        form = await surveys.form(session, draft.id)
    assert set(form.languages) == {"ka", "az", "en"}


async def test_a_form_without_the_main_language_needs_a_title_and_a_yes(
    demo_world: World, messenger: str
):
    tamar = await at_file(demo_world, messenger)
    rows = [["type", "name", "label::English (en)"], ["text", "wish", "What do you wish?"]]
    sheets = {"survey": rows, "settings": [["form_title"], ["Wishes"]]}
    await sent(demo_world, tamar, xlsforms.workbook(sheets))
    await tamar.press("✓ გამოკითხვის დაწყება")
    await tamar.press("არა, თარგმანს")
    await tamar.press("✓ გამოკითხვის დაწყება")
    await tamar.press("დიახ")
    await tamar.say("სურვილები")
    await tamar.press("გამოტოვება")
    await tamar.press("არაანონიმური")
    await tamar.press("ყველას მუნიციპალიტეტში")
    await tamar.press("14 დღე")
    await tamar.press("✓ დიახ")
    async with demo_world.database.reading() as session:
        survey = (await session.scalars(select(Survey).order_by(Survey.id.desc()))).first()
    assert survey is not None
    assert (survey.title, survey.state) == ({"ka": "სურვილები", "en": "Wishes"}, "open")


async def test_the_template_is_sent_and_is_a_good_file(demo_world: World, messenger: str):
    guest = await coordinator(demo_world, messenger)
    await to_surveys(guest)
    tamar = Record(guest)
    await tamar.say("Excel")
    await tamar.press("ნიმუშის მიღება")
    await demo_world.tick()
    tamar.wait("it was made")
    tamar.check(f"survey_file_template_{messenger}")
    [file] = [shown for shown in guest.screen() if shown.file]
    assert "გამოკითხვის ნიმუში.xlsx" in file.text
    await tamar.press("ფაილის გამოგზავნა")
    await tamar.press("ფაილის გამოგზავნა")
    await sent(demo_world, tamar, await opened(demo_world, file), "ნიმუში.xlsx")
    [draft] = await drafts(demo_world)
    assert draft.title["ka"] == "ჩვენი სოფლის საჭიროებები"


def bomb() -> bytes:
    sheet = {"xl/worksheets/sheet1.xml": b" " * (MOST_UNPACKED + 1)}
    return xlsforms.changed(xlsforms.workbook(), sheet)


HOSTILE = {
    "zip bomb": (bomb, "ძალიან იზრდება"),
    "too large": (lambda: b"PK\x03\x04" + b"x" * MOST, "მაქსიმუმ 4 მბ"),
    "corrupt": (lambda: xlsforms.workbook()[:-200], "დაზიანებულია"),
    "password": (xlsforms.locked, "პაროლით"),
    "not a workbook": (lambda: b"%PDF-1.7", "Excel-ის ფაილი არ არის"),
    "empty": (lambda: b"", "ცარიელია"),
}


@pytest.mark.parametrize("case", HOSTILE)
async def test_a_hostile_file_is_answered_in_words(demo_world: World, messenger: str, case: str):
    make, said = HOSTILE[case]
    tamar = await at_file(demo_world, messenger)
    nino = demo_world.guest(messenger)
    await tamar.file("../../<b>.XLSX", make())
    await join(nino)
    assert nino.last().text
    await demo_world.tick()
    assert said in tamar.guest.last().text and "გამოგზავნეთ ფაილი" in tamar.guest.last().text
    assert await files(demo_world) == 0 and await drafts(demo_world) == []


async def test_citizens_are_answered_while_ten_thousand_choices_are_read(
    demo_world: World, messenger: str
):
    nino = demo_world.guest(messenger)
    await join(nino)
    tamar = await at_file(demo_world, messenger)
    rows = [["type", "name", "label"], ["select_one many", "which", "რომელი?"]]
    many = [["many", f"c{n}", f"ვარიანტი {n}"] for n in range(10_000)]
    choices = [["list_name", "name", "label"], *many]
    await tamar.file("ბევრი.xlsx", xlsforms.workbook({"survey": rows, "choices": choices}))
    reading = asyncio.create_task(demo_world.app.workers.drain())
    await asyncio.sleep(0.1)
    await nino.say("მენიუ")
    assert any("იდეები" in label for label in nino.buttons()) and not reading.done()
    await reading
    await demo_world.settle()
    assert "1. რომელი?" in tamar.guest.last().text and len(await drafts(demo_world)) == 1


async def test_a_file_that_is_gone_by_the_time_of_the_yes_is_asked_for_again(
    demo_world: World, messenger: str
):
    tamar = await at_file(demo_world, messenger)
    await sent(demo_world, tamar, book([HEADER, ["Text", "why", "რატომ?", "Why?"]]))
    demo_world.clock.move(timedelta(hours=25))
    async with demo_world.database.writing() as session:
        await tidy(session, demo_world.clock.now())
    await tamar.press("გაასწორეთ თქვენ")
    await demo_world.tick()
    assert "ერთ დღეზე მეტხანს არ ვინახავთ" in tamar.guest.last().text
    await sent(demo_world, tamar, book())
    assert len(await drafts(demo_world)) == 1


async def test_the_same_file_is_one_draft_however_often_it_is_sent(
    demo_world: World, messenger: str
):
    tamar = await at_file(demo_world, messenger)
    await sent(demo_world, tamar, book())
    await to_surveys(tamar.guest)
    await tamar.say("Excel")
    await tamar.press("ფაილის გამოგზავნა")
    await sent(demo_world, tamar, book())
    assert len(await drafts(demo_world)) == 1


async def test_a_hundred_megabytes_and_other_files_are_not_even_fetched(
    demo_world: World, messenger: str
):
    tamar = await at_file(demo_world, messenger)
    await tamar.file("გზა.xlsx", b"PK", size=100_000_000)
    assert "მაქსიმუმ 10 მბ" in tamar.guest.last().text
    await tamar.file("გზა.csv", b"type,name")
    assert ".xlsx, .xlsm, .xls" in tamar.guest.last().text
    assert await files(demo_world) == 0


async def test_a_neighbouring_coordinator_and_a_citizen_are_refused(
    demo_world: World, messenger: str
):
    tamar = await at_file(demo_world, messenger)
    await sent(demo_world, tamar, book())
    [draft] = await drafts(demo_world)
    stranger = demo_world.guest(messenger, "გია")
    await join(stranger)
    for role in ("citizen", "neighbour"):
        if role == "neighbour":
            await made_coordinator(demo_world, stranger, "neighbour")
        for target in (
            f"survey-file:{DEMO}",
            f"survey-new:{DEMO}",
            *(f"survey-{what}:{draft.id}" for what in ("draft", "try", "open", "drop", "name")),
            f"survey-questions:{draft.id}",
            f"survey-question:{draft.id}",
            f"survey-english:{draft.id}",
            f"survey-change:{draft.id}:q1",
        ):
            await forge(demo_world, target)
            await stranger.press("go")
            assert "მხოლოდ ამ მუნიციპალიტეტის კოორდინატორებისთვისაა" in stranger.last().text
            await stranger.file("გზა.xlsx", book())
    assert await files(demo_world) == 0 and len(await drafts(demo_world)) == 1


async def test_who_has_left_the_staff_half_way_opens_nothing(demo_world: World, messenger: str):
    tamar = await at_file(demo_world, messenger)
    await tamar.file("გზა.xlsx", book())
    async with demo_world.database.writing() as session:
        await session.execute(delete(Role))
    await demo_world.tick()
    assert "მხოლოდ ამ მუნიციპალიტეტის" in tamar.guest.last().text
    assert await drafts(demo_world) == []


async def test_a_draft_goes_on_days_later_and_is_dropped(demo_world: World, messenger: str):
    tamar = await at_file(demo_world, messenger)
    await sent(demo_world, tamar, book())
    demo_world.clock.move(timedelta(days=3))
    await to_surveys(tamar.guest)
    await tamar.say("ახალი გზა")
    await tamar.press("✎ სახელი")
    await tamar.say("გზა სკოლამდე")
    await tamar.say("ავირჩევთ, რომელი გზა შეკეთდეს პირველად.")
    await tamar.press("✗ წაშლა")
    await tamar.press("არა")
    await tamar.press("✗ წაშლა")
    await tamar.press("დიახ")
    await tamar.press("ყველა გამოკითხვა")
    tamar.check(f"survey_file_dropped_{messenger}")
    assert await drafts(demo_world) == []
