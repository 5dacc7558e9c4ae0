"""A short survey made in the chat, on both messengers."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.civic.survey.form import Form, Kind
from storage import interviews, surveys
from storage.demo.place import DEMO
from storage.linking import new_link
from storage.tables.surveys import SurveySheet
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_surveys import coordinator, to_surveys
from tests.support.acts import join
from tests.support.golden import Record
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])


async def begun(world: World, messenger: str) -> Record:
    guest = await coordinator(world, messenger)
    await to_surveys(guest)
    record = Record(guest)
    await record.say("ახალი გამოკითხვა ჩატში")
    return record


async def draft(world: World) -> tuple[surveys.Asked, Form]:
    async with world.database.reading() as session:
        [found] = await surveys.drafts(session, DEMO)
        return found, (await interviews.interview(session, found)).form


async def question(tamar: Record, words: str, kind: str, *more: str, required: bool) -> None:
    await tamar.say(words)
    await tamar.press(kind)
    for said in more:
        await tamar.say(said)
    await tamar.press("დიახ" if required else "არა")


async def test_made_put_right_translated_opened_and_answered(demo_world: World, messenger: str):
    tamar = await begun(demo_world, messenger)
    await tamar.say("სოფლის გზა")
    await tamar.say("რა?")
    await tamar.say("როგორ დადიხართ სკოლამდე?")
    await tamar.press("ერთ პასუხს")
    await tamar.say("ფეხით")
    await tamar.say("ფეხით\nფეხით")
    await tamar.say("1. ფეხით\n2. მანქანით\n\n- ავტობუსით")
    await tamar.press("დიახ")
    await tamar.press("+ კიდევ")
    await question(tamar, "რამდენი წუთი გჭირდებათ?", "რიცხვს", required=False)
    await tamar.press("+ კიდევ")
    await question(tamar, "სად არის ყველაზე ცუდი ადგილი?", "ადგილს", required=False)
    await tamar.press("✎ კითხვა 2")
    await tamar.press("↑")
    await tamar.press("✎ კითხვა 3")
    await tamar.press("✗")
    await tamar.press("✎ კითხვა 1")
    await tamar.press("✎ კითხვის ტექსტი")
    await tamar.say("რამდენი წუთი გჭირდებათ სკოლამდე?")
    await tamar.press("თარგმნა ინგლისურად")
    await tamar.say("The village road")
    await tamar.say("How many minutes to school?")
    await tamar.say("How do you go to school?")
    await tamar.say("On foot\nBy car")
    await tamar.say("On foot\nBy car\nBy bus")
    await tamar.press("✓ მზადაა")
    await tamar.press("▶ ცდა")
    await tamar.press("დავიწყოთ")
    await tamar.say("20")
    await tamar.say("მანქანით")
    await tamar.press("✓ გაგზავნა")
    await tamar.press("გამოკითხვის გვერდი")
    await tamar.press("✓ გამოკითხვის დაწყება")
    await tamar.press("გამოტოვება")
    await tamar.press("ანონიმური")
    await tamar.press("ყველას მუნიციპალიტეტში")
    await tamar.press("14 დღე")
    await tamar.press("✓ დიახ")
    code = tamar.guest.last().text.split("კოდი ")[1][:6]
    tamar.check(f"survey_new_{messenger}")
    nino = demo_world.guest(messenger)
    await join(nino, code=code)
    await nino.press("დავიწყოთ")
    await nino.say("15")
    await nino.say("ავტობუსით")
    await nino.press("✓ გაგზავნა")
    async with demo_world.database.reading() as session:
        sheets = list(await session.scalars(select(SurveySheet.answers)))
    assert sheets == [{"q2": "15", "q1": "3"}]


async def test_a_half_made_survey_goes_on_days_later_on_the_other_messenger(
    demo_world: World, messenger: str
):
    tamar = await begun(demo_world, messenger)
    await tamar.say("სოფლის გზა")
    await tamar.say("როგორ დადიხართ სკოლამდე?")
    demo_world.clock.move(timedelta(days=5))
    other = await linked(demo_world, tamar.guest, messenger)
    await other.say("/menu")
    await other.press("გაგრძელება: ახალი გამოკითხვა")
    await other.press("თავისი სიტყვებით")
    await other.press("არა")
    assert "1. როგორ დადიხართ სკოლამდე?" in other.last().text
    found, form = await draft(demo_world)
    assert found.title == {"ka": "სოფლის გზა"}
    assert [(item.name, item.kind, item.required) for item in form.items] == [("q1", Kind.TEXT, "")]


async def linked(world: World, guest: Guest, messenger: str) -> Guest:
    """The same person on the other messenger."""
    other = world.guest("viber" if messenger == "telegram" else "telegram", "თამარი")
    await join(other)
    async with world.database.writing() as session:
        code = await new_link(session, await id_of(world, guest), world.clock.now())
    await other.say(code)
    await other.press("დიახ")
    return other


async def test_ten_questions_are_the_most_and_one_the_least(demo_world: World, messenger: str):
    tamar = await begun(demo_world, messenger)
    await tamar.say("ბევრი კითხვა")
    await question(tamar, "კითხვა ნომერი 1", "თავისი", required=False)
    assert "✎ კითხვა 1" in tamar.buttons()
    await tamar.press("✎ კითხვა 1")
    assert "✗ წაშლა" not in tamar.buttons() and "↑ ზემოთ" not in tamar.buttons()
    await tamar.press("ასე დარჩეს")
    for number in range(2, 11):
        await tamar.press("+ კიდევ")
        await question(tamar, f"კითხვა ნომერი {number}", "თავისი", required=False)
    assert "+ კიდევ ერთი კითხვა" not in tamar.buttons()
    _, form = await draft(demo_world)
    assert [item.name for item in form.items] == [f"q{number}" for number in range(1, 11)]


async def test_what_was_opened_meanwhile_does_not_change(demo_world: World, messenger: str):
    tamar = await begun(demo_world, messenger)
    await tamar.say("სოფლის გზა")
    await question(tamar, "როგორ დადიხართ?", "თავისი", required=False)
    await tamar.press("+ კიდევ")
    await tamar.say("რამდენი წუთი გჭირდებათ?")
    await tamar.press("რიცხვს")
    found, _ = await draft(demo_world)
    async with demo_world.database.writing() as session:
        await surveys.open_draft(
            session, found.id, DEMO, (found.opens_at, found.closes_at), anonymous=False
        )
    await tamar.press("არა")
    assert "აღარ არის" in tamar.guest.last().text
