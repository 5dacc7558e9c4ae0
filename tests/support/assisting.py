"""A survey to go from door to door with, and somebody who does."""

from datetime import timedelta

from bot.civic.survey.form import Form, Item, Kind, Option
from storage import assist, surveys
from storage.demo.place import DEMO
from storage.staff import HELPER
from storage.surveys import NewSurvey
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_staff import invited
from tests.support.acts import appointed
from tests.support.world import Guest, World

TITLE = {"ka": "წყალი სოფელში", "en": "Water in the village"}
INTRO = {"ka": "პასუხებით მერია მილს დაგეგმავს.", "en": "The city hall will plan the pipe by it."}
YES_NO = (Option("yes", {"ka": "კი", "en": "Yes"}), Option("no", {"ka": "არა", "en": "No"}))
ITEMS = (
    Item("start", Kind.META, calculation="start"),
    Item(
        "tap",
        Kind.ONE,
        {"ka": "გაქვთ სახლში წყალი?", "en": "Is there water at home?"},
        required="true()",
        options="yn",
    ),
    Item(
        "walk",
        Kind.INTEGER,
        {"ka": "რამდენ წუთს მიდიხართ წყარომდე?", "en": "How many minutes to the spring?"},
        relevant="${tap} = 'no'",
    ),
)
FORM = Form(TITLE, ("ka", "en"), ITEMS, {"yn": YES_NO})


async def water(world: World, *, anonymous: bool = False, place: str = DEMO) -> int:
    """An open survey of ten days."""
    now = world.clock.now()
    times = now - timedelta(days=3), now + timedelta(days=7)
    async with world.database.writing() as session:
        new = NewSurvey(place, TITLE, INTRO, *times, anonymous=anonymous)
        return await surveys.add(session, new, FORM)


async def helper(world: World, messenger: str, name: str = "ლუკა") -> Guest:
    """Somebody who has come with an invitation and is a helper now."""
    guest = world.guest(messenger, name)
    await appointed(guest, await invited(world, role=HELPER), f"{name} ჩიხრაძე")
    await guest.press("მეზობლების გამოკითხვა")
    return guest


async def figures(world: World, survey: int) -> assist.Figures:
    async with world.database.reading() as session:
        return await assist.figures(session, survey)


async def person(world: World, guest: Guest) -> int:
    return await id_of(world, guest)
