"""The questions of an open survey are put right, on both messengers: answers stay what they are."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.civic.survey import short
from bot.civic.survey.form import Form, Kind
from bot.civic.survey.short import Question
from bot.civic.survey.written import Written
from bot.exchange.xlsform import read
from storage import answers, survey_drafts, survey_revisions, surveys
from storage.answers import Filled
from storage.demo.place import DEMO
from storage.surveys import NewSurvey
from storage.tables.work import Log
from tests.dialogues.test_assist import DOOR, PAPER, SEND, opens
from tests.dialogues.test_surveys import coordinator, to_surveys
from tests.support import answered, xlsforms
from tests.support.acts import join
from tests.support.assisting import helper
from tests.support.crowd import crowd
from tests.support.golden import Record
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])

TITLE = {"ka": "გზა სკოლამდე"}
WAYS = ("ფეხით", "მანქანით", "ავტობუსით")
HOW = Question(Kind.ONE, {"ka": "როგორ დადიხართ?"}, tuple({"ka": way} for way in WAYS), True)
MINUTES = Question(Kind.INTEGER, {"ka": "რამდენი წუთი გჭირდებათ?"})
SHORT = short.added(
    short.added(short.begun("ka", TITLE["ka"], HOW), MINUTES),
    Question(Kind.TEXT, {"ka": "რა გიშლით ხელს?"}),
)


async def open_survey(world: World, form: Form = SHORT, *, people: int = 0, **more: Any) -> int:
    """A survey that some have answered: they go on foot; its id."""
    now = world.clock.now()
    times = now - timedelta(days=1), now + timedelta(days=7)
    async with world.database.writing() as session:
        id = await surveys.add(session, NewSurvey(DEMO, TITLE, {"ka": ""}, *times, **more), form)
        for person in await crowd(session, people, place=DEMO):
            await answers.add(session, id, person, Filled(None, "ka", {"q1": "1", "q2": "9"}), now)
    return id


async def half_way(world: World, messenger: str, id: int) -> Guest:
    """Somebody who has answered the first question."""
    gia = world.guest(messenger, "გია")
    await join(gia)
    await opens(world, gia, f"needs:{id}")
    await gia.press("დავიწყოთ")
    await gia.press("მანქანით")
    return gia


async def at_survey(world: World, messenger: str, id: int) -> Record:
    tamar = await coordinator(world, messenger)
    await opens(world, tamar, f"survey:{id}")
    return Record(tamar)


async def leave_out(tamar: Record, question: int) -> None:
    """Put the survey right: this question is asked no more."""
    await tamar.press("✎ კითხვების გასწორება")
    await tamar.press("აქვე, ჩატში")
    await tamar.press(f"✎ კითხვა {question}")
    await tamar.press("✗ წაშლა")
    await tamar.press("✓ მზადაა")


async def kept(world: World, id: int) -> list[tuple[int, dict[str, str]]]:
    """What is stored last of all: its version and the answers."""
    async with world.database.reading() as session:
        return [(one.revision, one.values) for one in await answered.every(session, id)]


async def end(world: World, id: int) -> None:
    async with world.database.writing() as session:
        await surveys.close_now(session, DEMO, id, world.clock.now())
    await world.tick()
    world.clock.move(timedelta(minutes=3))
    await world.tick()


async def corrected(world: World, id: int, new: Form) -> None:
    """These questions are asked from now on."""
    now = world.clock.now()
    async with world.database.writing() as session:
        asked = await surveys.find(session, id)
        assert asked is not None
        known = await survey_drafts.correct(session, asked, Written.of(new), None, now)
        draft = await surveys.find_draft(session, known, DEMO)
        assert draft is not None
        correction = survey_revisions.Correction(asked, draft, new)
        assert await survey_revisions.publish(session, correction, now)


async def test_put_right_in_the_chat_while_people_answer(demo_world: World, messenger: str):
    id = await open_survey(demo_world, people=12)
    gia = await half_way(demo_world, messenger, id)
    demo_world.clock.move(timedelta(days=1))
    tamar = await at_survey(demo_world, messenger, id)
    await tamar.press("✎ კითხვების გასწორება")
    await tamar.press("აქვე, ჩატში")
    await tamar.press("✎ კითხვა 1")
    await tamar.press("✎ პასუხის ვარიანტები")
    await tamar.say("ფეხით\nსაკუთარი მანქანით\nველოსიპედით\nავტობუსით")
    await tamar.press("✎ კითხვა 2")
    await tamar.press("✎ კითხვის ტექსტი")
    await tamar.say("რამდენი კილომეტრია სკოლამდე?")
    await tamar.press("✎ კითხვა 3")
    await tamar.press("✗ წაშლა")
    await tamar.press("+ კიდევ")
    await tamar.say("გჭირდებათ ტროტუარი?")
    await tamar.press("ერთ პასუხს")
    await tamar.say("დიახ\nარა")
    await tamar.press("დიახ, აუცილებელია")
    await tamar.press("✓ მზადაა")
    await tamar.press("✓ რა იცვლება?")
    await tamar.press("სხვა რამეა")
    await tamar.press("← უკან")
    await tamar.press("სხვა რამეა")
    await tamar.press("იგივეა")
    await tamar.press("✓ დიახ")
    await tamar.press("ამ გამოკითხვის გვერდი")
    tamar.check(f"survey_correct_{messenger}")

    going = Record(gia)
    await going.say("15")
    await going.say("2")
    await going.press("დიახ")
    await going.press(SEND)
    going.check(f"survey_correct_going_on_{messenger}")
    stored = await kept(demo_world, id)
    assert stored.count((1, {"q1": "1", "q2": "9"})) == 12
    assert stored[-1] == (2, {"q1": "5", "q2": "15", "q4": "1"})
    async with demo_world.database.reading() as session:
        notes = list(await session.scalars(select(Log).where(Log.action == "correct")))
    assert [(one.subject, one.detail) for one in notes] == [(f"survey:{id}", {"version": 2})]


async def test_the_result_says_of_whom_each_question_was_asked(demo_world: World, messenger: str):
    id = await open_survey(demo_world, people=12)
    demo_world.clock.move(timedelta(days=1))
    new = short.added(short.removed(SHORT, "q2"), MINUTES, SHORT)
    new = short.changed(
        new, "q1", Question(HOW.kind, HOW.label, (*HOW.options, {"ka": "ცხენით"}), True)
    )
    await corrected(demo_world, id, new)
    async with demo_world.database.writing() as session:
        for person in await crowd(session, 7, place=DEMO):
            given = {"q1": "4", "q4": "20", "q3": "თოვლი"}
            filled = Filled(None, "ka", given, revision=2)
            await answers.add(session, id, person, filled, demo_world.clock.now())
    demo_world.clock.move(timedelta(days=1))
    await end(demo_world, id)
    nino = demo_world.guest(messenger)
    await join(nino)
    record = Record(nino)
    await opens(demo_world, nino, f"needs-results:{id}")
    record.wait("the result")
    await record.say("2")
    await record.press("ყველა კითხვა")
    await record.say("4")
    record.check(f"survey_correct_result_{messenger}")


HEADER = ["type", "name", "label::Georgian (ka)", "relevant"]
FIRST = [
    HEADER,
    ["select_one yesno", "walk", "დადიხართ ამ გზით?"],
    ["text", "why", "რატომ არა?", "${walk} = 'no'"],
]
CHOICES = [
    ["list_name", "name", "label::Georgian (ka)"],
    ["yesno", "yes", "დიახ"],
    ["yesno", "no", "არა"],
]


def book(*rows: list[str], choices: list[list[str]] = CHOICES) -> bytes:
    return xlsforms.workbook(
        {"survey": [HEADER, *rows], "choices": choices, "settings": [["form_title"], ["გზა"]]}
    )


async def sent(world: World, tamar: Record, content: bytes) -> None:
    await tamar.file("გზა.xlsx", content)
    await world.tick()
    tamar.wait("it was read")


async def test_put_right_by_a_file_that_is_refused_twice(demo_world: World, messenger: str):
    id = await open_survey(demo_world, read(book(*FIRST[1:]), "გზა.xlsx"), anonymous=True)
    tamar = await at_survey(demo_world, messenger, id)
    await tamar.press("✎ კითხვების გასწორება")
    await tamar.press("გასწორებული Excel")
    await tamar.press("ფაილის გამოგზავნა")
    await sent(demo_world, tamar, book(["integer", "walk", "რამდენჯერ?"], *FIRST[2:3]))
    await tamar.press("✓ რა იცვლება?")
    await tamar.press("გამოკითხვის გვერდი")
    await tamar.press("გასწორებული Excel")
    await tamar.press("ფაილის გამოგზავნა")
    other = [*CHOICES[:2], ["yesno", "no", "ზოგჯერ"]]
    await sent(demo_world, tamar, book(*FIRST[1:], choices=other))
    await tamar.press("✓ რა იცვლება?")
    await tamar.press("სხვა რამეა")
    await tamar.press("გამოკითხვის გვერდი")
    await tamar.press("გასწორებული Excel")
    await tamar.press("ფაილის გამოგზავნა")
    good = [*CHOICES, ["yesno", "sometimes", "ზოგჯერ"]]
    more = ["integer", "age", "რამდენი წლის ხართ?"]
    why = ["text", "why", "რატომ არა?", "${walk} != 'yes'"]
    await sent(demo_world, tamar, book(FIRST[1], why, more, choices=good))
    await tamar.press("✓ რა იცვლება?")
    await tamar.press("ჯერ არა")
    await tamar.press("✓ რა იცვლება?")
    await tamar.press("✓ დიახ")
    tamar.check(f"survey_correct_file_{messenger}")
    async with demo_world.database.reading() as session:
        found = await survey_revisions.every(session, id)
    assert [len(one.form.items) for one in found] == [2, 3]


async def test_nothing_is_published_where_nothing_changed(demo_world: World, messenger: str):
    id = await open_survey(demo_world)
    tamar = await at_survey(demo_world, messenger, id)
    await tamar.press("✎ კითხვების გასწორება")
    await tamar.press("აქვე, ჩატში")
    await tamar.press("✓ მზადაა")
    await tamar.press("✓ რა იცვლება?")
    await tamar.press("გამოკითხვის გვერდი")
    await tamar.press("✗ წაშლა")
    await tamar.press("დიახ, გაუქმდეს")
    await tamar.press("ყველა გამოკითხვა")
    tamar.check(f"survey_correct_dropped_{messenger}")
    async with demo_world.database.reading() as session:
        assert await survey_drafts.correction(session, id) is None
        assert (await surveys.find(session, id)).revision == 1


async def test_after_the_end_no_question_is_put_right(demo_world: World, messenger: str):
    id = await open_survey(demo_world)
    tamar = await at_survey(demo_world, messenger, id)
    await leave_out(tamar, 3)
    demo_world.clock.move(timedelta(days=8))
    await tamar.press("✓ რა იცვლება?")
    assert "გამოკითხვა დასრულდა" in tamar.guest.last().text
    for target in (f"survey-correct:{id}", f"survey-file:{DEMO}:{id}"):
        await opens(demo_world, tamar.guest, target)
        assert "გამოკითხვა დასრულდა" in tamar.guest.last().text
    async with demo_world.database.reading() as session:
        assert len(await survey_revisions.every(session, id)) == 1


async def test_a_survey_that_ends_before_the_yes_stays_as_it_was(demo_world: World, messenger: str):
    id = await open_survey(demo_world)
    tamar = await at_survey(demo_world, messenger, id)
    await leave_out(tamar, 3)
    await tamar.press("✓ რა იცვლება?")
    demo_world.clock.move(timedelta(days=8))
    await tamar.press("✓ დიახ")
    assert "გამოკითხვა დასრულდა" in tamar.guest.last().text
    async with demo_world.database.reading() as session:
        assert len(await survey_revisions.every(session, id)) == 1


async def test_what_a_colleague_changes_meanwhile_is_shown_before_the_yes_counts(
    demo_world: World, messenger: str
):
    id = await open_survey(demo_world)
    tamar = await at_survey(demo_world, messenger, id)
    await leave_out(tamar, 3)
    await tamar.press("✓ რა იცვლება?")
    async with demo_world.database.writing() as session:
        known = await survey_drafts.correction(session, id)
        draft = await surveys.find_draft(session, known or 0, DEMO)
        assert draft is not None
        assert await survey_drafts.change(session, draft, short.removed(SHORT, "q2"))
    await tamar.press("✓ დიახ")
    assert "აღარ იკითხება: რამდენი წუთი" in tamar.guest.last().text
    await tamar.press("✓ დიახ")
    async with demo_world.database.reading() as session:
        assert (await surveys.form(session, id)) == short.removed(SHORT, "q2")


async def test_a_neighbouring_coordinator_puts_nothing_right(demo_world: World, messenger: str):
    id = await open_survey(demo_world)
    async with demo_world.database.writing() as session:
        asked = await surveys.find(session, id)
        assert asked is not None
        draft = await survey_drafts.correct(
            session, asked, Written.of(SHORT), None, demo_world.clock.now()
        )
    stranger = await coordinator(demo_world, messenger, "neighbour")
    for target in (f"survey-correct:{id}", f"survey-revise:{draft}", f"survey-open:{draft}"):
        await opens(demo_world, stranger, target)
        assert "მხოლოდ ამ მუნიციპალიტეტის კოორდინატორებისთვისაა" in stranger.last().text
    await opens(demo_world, stranger, f"survey-file:neighbour:{id}")
    assert "გამოკითხვა დასრულდა" in stranger.last().text
    tamar = await coordinator(demo_world, messenger)
    await opens(demo_world, tamar, f"survey-open:{draft}")
    assert "არაფერი შეცვლილა" in tamar.last().text


async def test_old_sheets_are_entered_as_they_were_printed(demo_world: World, messenger: str):
    id = await open_survey(demo_world)
    tamar = await at_survey(demo_world, messenger, id)
    await leave_out(tamar, 2)
    await tamar.press("✓ რა იცვლება?")
    await tamar.press("✓ დიახ")
    luka = Record(await helper(demo_world, messenger))
    await opens(demo_world, luka.guest, f"assist:{id}")
    luka.wait("წერილი")
    await luka.press(PAPER)
    await luka.say("1")
    await luka.press("ვერსია 1")
    await luka.press("✓ თანახმაა")
    await luka.press("გამოტოვება")
    await luka.press("ავტობუსით")
    await luka.say("25")
    await luka.press("გამოტოვება")
    await luka.press(SEND)
    luka.check(f"survey_correct_paper_{messenger}")
    assert await kept(demo_world, id) == [(1, {"q1": "3", "q2": "25"})]
    await luka.press("შემდეგი მეზობელი")
    await luka.press(DOOR)
    await luka.press("✓ თანახმაა")
    await luka.press("გამოტოვება")
    await luka.press("ფეხით")
    await luka.press("გამოტოვება")
    await luka.press(SEND)
    await luka.press("გამოტოვება")
    assert sorted(await kept(demo_world, id)) == [(1, {"q1": "3", "q2": "25"}), (2, {"q1": "1"})]


async def test_the_list_shows_what_is_being_corrected(demo_world: World, messenger: str):
    id = await open_survey(demo_world)
    tamar = await at_survey(demo_world, messenger, id)
    await tamar.press("✎ კითხვების გასწორება")
    await tamar.press("აქვე, ჩატში")
    await to_surveys(tamar.guest)
    assert "გზა სკოლამდე · კითხვები სწორდება" in tamar.guest.last().text
    await opens(demo_world, tamar.guest, f"survey-correct:{id}")
    assert "ეს გასწორებული კითხვებია" in tamar.guest.last().text


async def test_words_of_a_few_to_an_old_question_are_shown_to_nobody(
    demo_world: World, messenger: str
):
    id = await open_survey(demo_world, anonymous=True)
    new = short.added(short.removed(SHORT, "q3"), Question(Kind.TEXT, {"ka": "კიდევ?"}), SHORT)
    async with demo_world.database.writing() as session:
        for person in await crowd(session, 3, place=DEMO):
            said = Filled(None, "ka", {"q1": "1", "q3": "თოვლი"})
            await answers.add(session, id, person, said, demo_world.clock.now())
    await corrected(demo_world, id, new)
    async with demo_world.database.writing() as session:
        for person in await crowd(session, 7, place=DEMO):
            said = Filled(None, "ka", {"q1": "1", "q4": "წვიმა"}, revision=2)
            await answers.add(session, id, person, said, demo_world.clock.now())
    tamar = await coordinator(demo_world, messenger)
    await opens(demo_world, tamar, f"survey-texts:{id}-4-0")
    assert "დასრულების შემდეგ" in tamar.last().text
    demo_world.clock.move(timedelta(minutes=1))
    await end(demo_world, id)
    await opens(demo_world, tamar, f"survey-texts:{id}-4-0")
    assert any("წვიმა" in label for label in tamar.buttons())
    await opens(demo_world, tamar, f"survey-texts:{id}-3-0")
    assert "თოვლი" not in tamar.last().text and "ჯერ არ არის" in tamar.last().text
