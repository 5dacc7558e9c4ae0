"""A needs survey as people see it on both messengers: answering, resuming, and the result."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.civic.survey.form import Form, Item, Kind
from bot.journey import TBILISI
from storage import answers, surveys
from storage.demo import NEEDS_DOOR
from storage.demo.place import DEMO
from storage.doors import Way, new_door
from storage.linking import new_link
from storage.surveys import NewSurvey
from storage.tables.people import Draft
from tests.dialogues.test_arriving import id_of
from tests.support import answered
from tests.support.acts import join
from tests.support.golden import Record
from tests.support.photos import photo
from tests.support.world import Guest, World

SURVEY = 1
SEND = "✓ გაგზავნა"

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])


async def begin(world: World, messenger: str) -> Record:
    """Somebody who has joined by the survey's own code and has started to answer."""
    guest = world.guest(messenger)
    await join(guest, code=NEEDS_DOOR)
    record = Record(guest)
    await record.press("დავიწყოთ")
    return record


async def answer(world: World, messenger: str) -> Guest:
    """Somebody who has answered as quickly as one can."""
    guest = (await begin(world, messenger)).guest
    await guest.say("1")
    await guest.press("✓")
    await guest.press("კარგი")
    for _ in range(3):
        await guest.say("გამოტოვება")
    await guest.press(SEND)
    return guest


async def count(world: World) -> int:
    async with world.database.reading() as session:
        return len(await answered.every(session, SURVEY))


async def unite(world: World, kept: Guest, other: Guest) -> None:
    """The same person on both messengers, by a code shown on one and typed on the other."""
    async with world.database.writing() as session:
        code = await new_link(session, await id_of(world, kept), world.clock.now())
    await other.say(code)
    await other.press("დიახ")


async def end(world: World) -> None:
    """Let the survey close, its answers be counted, and the result go out in the morning."""
    world.clock.move(timedelta(days=9, minutes=1))
    await world.tick()
    world.clock.move(timedelta(days=1))
    await world.tick()


@both
async def test_answering_with_mistakes_second_thoughts_and_a_change(
    demo_world: World, messenger: str
):
    nino = await begin(demo_world, messenger)
    await nino.say("გზის შეკეთება")
    await nino.say("2, 3")
    await nino.say("5")  # a fourth
    await nino.photo(photo())
    await nino.press("✓ მზადაა")
    await nino.press("არ ვიცი")
    await nino.say("ბევრი")
    await nino.photo(photo())
    await nino.say("500")
    await nino.press("← უკან")
    await nino.press("კარგი")
    await nino.say("12")
    await nino.say("იქით")
    await nino.share_place(41.7, 44.8)
    await nino.say("ა" * 10_000)
    await nino.say("მენიუ")  # a word of its own kind is an answer here
    await nino.press("✎")
    await nino.say("3")
    await nino.say("15")
    before = await count(demo_world)
    await nino.press(SEND)
    nino.check(f"needs_{messenger}")
    async with demo_world.database.reading() as session:
        sheets = await answered.every(session, SURVEY)
    assert len(sheets) == before + 1
    assert sheets[-1].values == {
        "needs": "road water light",
        "light": "good",
        "walk": "15",
        "place": "41.7 44.8",
        "words": "მენიუ",
    }


@both
async def test_the_keys_beside_a_place_lead_back_and_to_the_menu(demo_world: World, messenger: str):
    """On Telegram they lie in the place of the keyboard and say their own words."""
    nino = (await begin(demo_world, messenger)).guest
    await nino.say("2")
    await nino.press("✓")
    await nino.press("კარგი")
    await nino.say("12")
    assert "4/5" in nino.last().text
    await nino.say("← უკან")
    assert "3/5" in nino.last().text
    await nino.say("15")
    assert "4/5" in nino.last().text
    await nino.say("☰ მენიუ")
    assert "საჭიროებების გამოკითხვა" in str(nino.buttons())


@both
async def test_everybody_who_answered_gets_the_result_and_nobody_else(
    demo_world: World, messenger: str
):
    other = demo_world.guest("viber" if messenger == "telegram" else "telegram", "გია")
    await join(other)
    quiet = [shown.text for shown in other.screen()]
    nino = Record(await answer(demo_world, messenger))
    await end(demo_world)
    assert nino.guest.screen()[-1].picture or nino.guest.screen()[-2].picture
    await nino.press("ყველა პასუხის ნახვა")
    await nino.say(NEEDS_DOOR)
    nino.check(f"needs_result_{messenger}")
    assert [shown.text for shown in other.screen()] == quiet


@both
async def test_answering_twice_is_told(demo_world: World, messenger: str):
    nino = await answer(demo_world, messenger)
    before = await count(demo_world)
    await nino.say(NEEDS_DOOR)
    assert "უკვე უპასუხეთ" in nino.last().text
    assert await count(demo_world) == before


@both
async def test_going_on_after_days_on_the_other_messenger(demo_world: World, messenger: str):
    nino = (await begin(demo_world, messenger)).guest
    await nino.say("2 6")
    await nino.press("✓")
    demo_world.clock.move(timedelta(days=6))
    hers = demo_world.guest("viber" if messenger == "telegram" else "telegram", "ნინო")
    await join(hers)
    await unite(demo_world, nino, hers)
    await hers.say(NEEDS_DOOR)
    assert "2/5" in hers.last().text
    await hers.press("კარგი")
    old = next(shown for shown in nino.screen() if "კარგი" in str(shown.buttons))
    if messenger == "telegram":  # on Viber the last keyboard alone can be pressed
        await nino.press("ალაგ-ალაგ", message=old)
        assert "ეს ღილაკი აღარ მოქმედებს" in nino.last().text
        assert "3/5" in nino.last().text
        await hers.say("გამოტოვება")  # the step is on the other screen now, so it is shown first
        assert "3/5" in hers.last().text
    for _ in range(3):
        await hers.say("გამოტოვება")
    assert "სასმელი წყალი, საბავშვო ბაღი" in hers.last().text
    await hers.press(SEND)
    assert "მივიღეთ" in hers.last().text


@both
async def test_a_survey_that_ends_half_way_says_so(demo_world: World, messenger: str):
    nino = (await begin(demo_world, messenger)).guest
    before = await count(demo_world)
    demo_world.clock.move(timedelta(days=9, minutes=1))
    await nino.say("1")
    assert "უკვე დასრულდა" in nino.last().text
    await nino.say(NEEDS_DOOR)
    assert "უკვე დასრულდა" in nino.last().text or "არ მიმდინარეობს" in nino.last().text
    assert await count(demo_world) == before


@both
async def test_a_parked_survey_is_offered_again(demo_world: World, messenger: str):
    nino = (await begin(demo_world, messenger)).guest
    await nino.say("/menu")
    assert "საჭიროებების გამოკითხვა" in nino.last().text + str(nino.buttons())


@both
async def test_without_a_survey_there_is_nothing_to_answer(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    async with demo_world.database.writing() as session:
        await surveys.close_now(session, DEMO, SURVEY, demo_world.clock.now())
    demo_world.clock.move(timedelta(seconds=1))
    await nino.say(NEEDS_DOOR)
    assert "არ მიმდინარეობს" in nino.last().text


@both
async def test_the_same_answers_at_the_same_moment_count_once(
    demo_world: World, messenger: str, monkeypatch: pytest.MonkeyPatch
):
    """Another process has taken the same person's answers between our reading and our writing."""
    if demo_world.database.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    add = answers.add

    async def beaten(session, *args):
        async with demo_world.database.writing() as quicker:
            await add(quicker, *args)
        return await add(session, *args)

    before = await count(demo_world)
    monkeypatch.setattr(answers, "add", beaten)
    nino = await answer(demo_world, messenger)
    assert "უკვე უპასუხეთ" in nino.last().text
    assert await count(demo_world) == before + 1


CLOCKED = Form(
    {"ka": "გზა"},
    ("ka",),
    (
        Item("start", Kind.META, calculation="start"),
        Item("finish", Kind.META, calculation="end"),
        Item("day", Kind.META, calculation="today"),
        Item("seconds", Kind.CALCULATE, calculation="${finish} - ${start}"),
        Item("why", Kind.TEXT, {"ka": "რატომ?"}),
        Item("more", Kind.TEXT, {"ka": "კიდევ?"}),
    ),
)


@both
@pytest.mark.parametrize("anonymous", [False, True])
async def test_an_interview_begins_once_and_ends_when_it_is_sent(
    demo_world: World, messenger: str, anonymous: bool
):
    now = demo_world.clock.now()
    new = NewSurvey(DEMO, {"ka": "გზა"}, {"ka": ""}, now, now + timedelta(days=9), anonymous)
    async with demo_world.database.writing() as session:
        id = await surveys.add(session, new, CLOCKED)
        code = await new_door(session, Way(DEMO, None, "needs", str(id)), now)
    nino = demo_world.guest(messenger)
    await join(nino, code=code)
    demo_world.clock.move(timedelta(hours=1))  # looked at, not begun
    await nino.press("დავიწყოთ")
    start = demo_world.clock.now()
    demo_world.clock.move(timedelta(days=1, minutes=3))
    await nino.say("შორია")
    await nino.say("/menu")
    demo_world.clock.move(timedelta(days=2))
    await nino.press("გაგრძელება")
    await nino.say("ხიდი")
    demo_world.clock.move(timedelta(minutes=5))
    finish = demo_world.clock.now()
    await nino.press(SEND)
    async with demo_world.database.reading() as session:
        [sheet] = await answered.every(session, id)
        left = await session.execute(select(Draft.state).where(Draft.script == "needs"))
    said = {"why": "შორია", "more": "ხიდი"}
    if anonymous:
        assert sheet.values == said and not left.all()
        return
    local = [at.astimezone(TBILISI).isoformat(timespec="seconds") for at in (start, finish)]
    assert sheet.values.items() >= {**said, "start": local[0], "finish": local[1]}.items()
    assert sheet.values["day"] == local[0][:10]
