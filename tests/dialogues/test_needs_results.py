"""A survey's result on both messengers: the first ranking, then each part that is asked for."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.civic.survey.form import Form, Item, Kind, Option
from storage import answers, surveys, tags
from storage.answers import Filled
from storage.demo import NEEDS_DOOR
from storage.demo.place import DEMO
from storage.doors import Way, new_door
from storage.surveys import NewSurvey
from storage.tags import Subject
from tests.support.acts import join
from tests.support.crowd import crowd
from tests.support.golden import Record
from tests.support.world import World

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])

NEEDS = ("გზა", "წყალი", "სინათლე")
SEXES = {"f": "ქალი", "m": "კაცი"}
FORM = Form(
    {"ka": "რა გვჭირდება?"},
    ("ka",),
    (
        Item("sex", Kind.ONE, {"ka": "სქესი"}, options="sex"),
        Item("age", Kind.INTEGER, {"ka": "ასაკი"}),
        Item("needs", Kind.ONE, {"ka": "რა არის მთავარი?"}, options="needs"),
        *(Item(f"more{at}", Kind.ONE, {"ka": f"კითხვა {at}"}, options="needs") for at in range(57)),
        Item("words", Kind.TEXT, {"ka": "კიდევ?"}),
    ),
    {
        "sex": tuple(Option(id, {"ka": name}) for id, name in SEXES.items()),
        "needs": tuple(Option(str(at), {"ka": name}) for at, name in enumerate(NEEDS)),
    },
)


def sheet(at: int) -> dict[str, str]:
    """What person number `at` has answered."""
    values = {"sex": "fm"[at % 2], "age": str(18 + at), "needs": str(min(at % 5, 2))}
    return {**values, "more0": values["needs"], "words": f"ხიდი {at}"} if at % 3 else values


def car(at: int) -> dict[str, str]:
    """Three have no car; only the others are asked what it runs on."""
    return {"car": "no"} if at % 20 == 0 else {"car": "yes", "fuel": "gas"}


CARS = Form(
    {"ka": "მანქანები"},
    ("ka",),
    (
        Item("car", Kind.ONE, {"ka": "გყავთ მანქანა?"}, options="car"),
        Item("fuel", Kind.ONE, {"ka": "რაზე მუშაობს?"}, options="fuel", relevant="${car} = 'yes'"),
    ),
    {
        "car": (Option("yes", {"ka": "დიახ"}), Option("no", {"ka": "არა"})),
        "fuel": (Option("gas", {"ka": "გაზზე"}), Option("petrol", {"ka": "ბენზინზე"})),
    },
)


async def asked(
    world: World,
    *,
    anonymous: bool = False,
    people: int = 60,
    form: Form = FORM,
    sheet: Callable[[int], dict[str, str]] = sheet,
) -> int:
    """A survey that people have answered; its id."""
    now = world.clock.now()
    times = now - timedelta(days=1), now + timedelta(days=1)
    async with world.database.writing() as session:
        new = NewSurvey(DEMO, {"ka": "დიდი გამოკითხვა"}, {"ka": ""}, *times, anonymous=anonymous)
        id = await surveys.add(session, new, form)
        for at, person in enumerate(await crowd(session, people, place=DEMO)):
            await answers.add(session, id, person, Filled(None, "ka", sheet(at)), now)
    return id


async def closed(world: World, **more: object) -> int:
    """The same, with its results out."""
    id = await asked(world, **more)  # type: ignore[arg-type]
    async with world.database.writing() as session:
        await surveys.close_now(session, DEMO, id, world.clock.now())
    await world.tick()
    world.clock.move(timedelta(minutes=3))
    await world.tick()
    return id


async def to(world: World, journey: str, subject: object) -> str:
    """A code that leads there."""
    async with world.database.writing() as session:
        return await new_door(session, Way(DEMO, None, journey, str(subject)), world.clock.now())


@both
async def test_a_long_survey_is_looked_at_part_by_part(demo_world: World, messenger: str):
    id = await closed(demo_world)
    nino = Record(demo_world.guest(messenger))
    await join(nino.guest)
    await nino.say(await to(demo_world, "needs-results", id))
    assert any(shown.picture for shown in nino.guest.screen())
    await nino.guest.say("ასაკის მიხედვით")
    age = nino.guest.last().text
    assert "16–24 — უპასუხა 7 ადამიანმა" in age
    await nino.press("ყველა კითხვა")
    await nino.guest.say("სქესის მიხედვით")
    assert "ქალი — უპასუხა 30 ადამიანმა" in nino.guest.last().text
    await nino.press("ყველა კითხვა")
    await nino.guest.say("კითხვა 0")
    assert "უპასუხა 40 ადამიანმა 60-დან" in nino.guest.last().text


@both
async def test_a_number_that_tells_a_hidden_one_is_withheld(demo_world: World, messenger: str):
    """57 who say what their car runs on leave three who have none."""
    id = await closed(demo_world, form=CARS, sheet=car)
    nino = demo_world.guest(messenger)
    await join(nino)
    await nino.say(await to(demo_world, "needs-result", f"{id}-1"))
    assert "57" not in nino.last().text and "რიცხვს არ ვაჩვენებთ" in nino.last().text
    await nino.press("შემდეგი კითხვა")
    assert "57" not in nino.last().text
    assert "სხვა კითხვის დაფარული რიცხვი" in nino.last().text


@both
async def test_a_question_is_drawn_once_when_somebody_asks(demo_world: World, messenger: str):
    id = await closed(demo_world)
    nino = demo_world.guest(messenger)
    await join(nino)
    await nino.say(await to(demo_world, "needs-result", f"{id}-4"))
    await nino.press("📊")
    await demo_world.tick()
    assert nino.last().picture and "კითხვა 0" in nino.last().text
    assert "📊 დიაგრამა" not in str(nino.buttons())
    gia = demo_world.guest(messenger, "გია")
    await join(gia)
    await gia.say(await to(demo_world, "needs-result", f"{id}-4"))
    assert gia.last().picture
    await gia.press("შემდეგი კითხვა")
    assert "კითხვა 1" in gia.last().text and "5-ზე ნაკლებმა" in gia.last().text


@both
async def test_words_are_for_the_staff_and_tags_for_everybody(demo_world: World, messenger: str):
    id = await closed(demo_world)
    of = Subject(id, "words", closed=True)
    async with demo_world.database.writing() as session:
        for at, one in enumerate(await tags.written(session, of, 0, 12)):
            await tags.add(session, of, one.sheet, "ხიდები" if at < 8 else "იშვიათი")
    nino = demo_world.guest(messenger)
    await join(nino)
    await nino.say(await to(demo_world, "needs-result", f"{id}-61"))
    told = nino.last().text
    assert "უპასუხა 40 ადამიანმა 60-დან" in told
    assert "ხიდები — 8" in told and "იშვიათი" not in told and "ხიდი 1" not in told


@both
@pytest.mark.parametrize("subject", ["1-0", "1-99", "1-", "x", "1-needs", "99-1"])
@pytest.mark.parametrize("journey", ["needs-result", "needs-by", "needs-picture"])
async def test_a_part_that_is_not_there_is_said_so(
    demo_world: World, messenger: str, journey: str, subject: str
):
    nino = demo_world.guest(messenger)
    await join(nino)
    await nino.say(await to(demo_world, journey, subject))
    assert "არ არის" in nino.last().text or "გამოკითხვის დასრულების შემდეგ" in nino.last().text


@both
async def test_the_demo_survey_is_told_by_settlement(demo_world: World, messenger: str):
    demo_world.clock.move(timedelta(days=9, minutes=1))
    await demo_world.tick()
    guest = demo_world.guest(messenger)
    await join(guest)
    nino = Record(guest)
    await nino.say(NEEDS_DOOR)
    await nino.press("ბოლო გამოკითხვის შედეგი")
    await nino.say("დასახლებების მიხედვით")
    await nino.press("ყველა კითხვა")
    await nino.say("როგორია გარე განათება თქვენს ქუჩაზე?")
    await nino.press("შემდეგი კითხვა")
    nino.check(f"needs_parts_{messenger}")
