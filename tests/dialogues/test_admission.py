"""Admission to a cohort of the Academy, as applicants and the coordinator see it."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.civic.survey.form import Form, Item, Kind
from bot.civic.survey.written import Written
from storage import academy, admission, admission_cohort, applications, survey_drafts
from storage.demo.place import DEMO
from storage.tables.admission import Application
from storage.tables.people import Person
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_assist import opens
from tests.dialogues.test_surveys import coordinator
from tests.dialogues.test_works import choose
from tests.support import admitting, golden
from tests.support.acts import arrive, become_coordinator, join
from tests.support.crowd import crowd
from tests.support.learning import content, learn
from tests.support.world import Guest, World

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])
OTHER = {"telegram": "viber", "viber": "telegram"}
CHANGE = "წყალი სკოლასთან."
LONG = "ყოველ შაბათს ვკრეფთ ნაგავს მდინარესთან. " * 20


async def to_desk(one: golden.Record, page: str) -> None:
    await one.say("მენიუ")
    await choose(one, "სამუშაო გვერდი")
    await choose(one, page)


async def calls(one: golden.Record, places: str = "1") -> None:
    """The coordinator opens a call with the ready application, from 22 November on."""
    await choose(one, "აკადემიის ჯგუფები")
    await choose(one, "მიღების გამოცხადება")
    await choose(one, "მოქალაქისთვის")
    await one.say("აკადემია 2027, ზამთარი")
    await one.say("Academy 2027, winter")
    await choose(one, "მზა განაცხადი")
    await one.say(places)
    await one.say("30.11.2026")
    await one.say("30.11.2026")
    await one.say("07.12.2026")
    await one.say("20.01.2027")
    await choose(one, "✓ გამოცხადება")


async def applies(one: golden.Record, *, name: str = "", experience: str = "არაფერი.") -> None:
    await one.say("მენიუ")
    await one.say("აკადემია")
    await choose(one, "ჯგუფთან ერთად სწავლა")
    await choose(one, "განაცხადის შევსება")
    await choose(one, "დავიწყოთ")
    await (one.say(name) if name else one.press("გამოტოვება"))
    for said in ("მინდა ვიცოდე, როგორ იგეგმება ბიუჯეტი.", experience, CHANGE):
        await one.say(said)
    await choose(one, "დიახ, პირველად")
    await choose(one, "✓ გაგზავნა")


async def until(world: World, day: datetime) -> None:
    world.clock.move(day - world.clock.now())
    await world.tick()


async def newcomer(world: World, messenger: str, name: str) -> golden.Record:
    guest = world.guest(messenger, name)
    await join(guest)
    return golden.Record(guest)


@both
async def test_a_cohort_from_the_call_to_its_last_day(demo_world: World, messenger: str):
    world, other = demo_world, OTHER[messenger]
    boss = world.guest(messenger, "ეკა")
    await become_coordinator(boss)
    eka = golden.Record(boss)
    await calls(eka)
    await choose(eka, "ჯგუფის გვერდი")
    await choose(eka, "კოდი და ბმული")
    nana, gia = [
        await newcomer(world, bot, name) for bot, name in ((messenger, "ნანა"), (other, "გია"))
    ]
    lia, ann = [
        await newcomer(world, bot, name) for bot, name in ((other, "ლია"), (messenger, "ანა"))
    ]
    await applies(nana, name="ნანა ბერიძე", experience=LONG)
    await applies(gia)
    await applies(lia)
    await choose(lia, "ჩემი განაცხადი")
    await choose(lia, "განაცხადის გაუქმება")
    await choose(lia, "დიახ")
    await applies(ann, name="ანა")
    async with world.database.writing() as session:
        english = update(Person).where(Person.id == await id_of(world, ann.guest))
        await session.execute(english.values(language="en"))
    await until(world, datetime(2026, 12, 1, 8, 0, tzinfo=UTC))
    await to_desk(eka, "აკადემიის ჯგუფები")
    await choose(eka, "აკადემია 2027")
    await choose(eka, "განაცხადების კითხვა")
    await choose(eka, "✓ მიღება")
    await eka.press("გამოტოვება")
    assert "✓ მიღება" not in boss.buttons()
    await choose(eka, "⏳ რეზერვი")
    await eka.say("ერთი ადგილი გვაქვს, შემდეგი თქვენ ხართ.")
    await choose(eka, "✗ უარი")
    await eka.say("ამჯერად მცხოვრებლებს ველოდით.")
    await choose(eka, "✉ ყველას")
    await choose(eka, "✓ დიახ")
    await world.tick()
    for one in (nana, gia, ann):
        one.wait("the decision")
    await choose(nana, "ჩემი განაცხადი")
    await choose(nana, "ჯგუფში ვეღარ")
    await choose(nana, "დიახ")
    await world.tick()
    gia.wait("a place is free")
    await until(world, datetime(2026, 12, 7, 6, 0, tzinfo=UTC))
    gia.wait("the first day")
    await choose(gia, "კურსის გახსნა")
    await learn(gia.guest, content().of("citizen")[0])
    await to_desk(eka, "აკადემიის ჯგუფები")
    await choose(eka, "აკადემია 2027")
    assert "ჯგუფშია 1. რამდენმა დაიწყო" in boss.last().text
    await until(world, datetime(2027, 1, 20, 14, 0, tzinfo=UTC))
    gia.wait("the last day, after two letters to who has stopped")
    for one, name in ((eka, "coordinator"), (nana, "gives_up"), (gia, "moves_up")):
        one.check(f"admission_{name}_{messenger}")
    lia.check(f"admission_takes_back_{messenger}")
    ann.check(f"admission_declined_{messenger}")


async def opened(world: World, places: int = 2) -> int:
    """A call of the demo's municipality, made by nobody who is here."""
    async with world.database.writing() as session:
        maker = (await session.execute(select(Person.id).order_by(Person.id))).scalars().first()
        return await admitting.call(session, DEMO, maker, world.clock.now(), places=places)


async def drafted(world: World, *kinds: Kind) -> None:
    """A survey that is being made, with a question of each of these kinds."""
    items = [
        Item(f"q{at}", kind, {"ka": f"კითხვა {at}?"}, required="true()")
        for at, kind in enumerate(kinds, 1)
    ]
    title = {"ka": f"ჩვენი კითხვები {len(kinds)}"}
    form = Written.of(Form(title, ("ka",), tuple(items)))
    async with world.database.writing() as session:
        new = survey_drafts.proposal(DEMO, title, None, world.clock.now())
        await survey_drafts.keep(session, new, form)


async def numbers(world: World) -> list[tuple[int, str]]:
    async with world.database.reading() as session:
        query = select(Application.number, Application.name).order_by(Application.number)
        return [(number, name) for number, name in await session.execute(query)]


@both
async def test_a_survey_of_ones_own_is_the_application(demo_world: World, messenger: str):
    world = demo_world
    guest = await coordinator(world, messenger)
    await drafted(world, Kind.TEXT, Kind.PHOTO)
    await drafted(world, Kind.TEXT, Kind.TEXT, Kind.INTEGER)
    eka = golden.Record(guest)
    await opens(world, guest, "admission-new:")
    eka.wait("a new call")
    await choose(eka, "მუნიციპალიტეტის გუნდისთვის")
    await eka.say("გუნდი 2027")
    await choose(eka, "გამოტოვება")
    await choose(eka, "ჩვენი კითხვები 2")
    await choose(eka, "ჩვენი კითხვები 3")
    await eka.say("2")
    await eka.say("30 ნოემბერს")
    await eka.say("7.12.2026")
    await eka.say("6.12.2026")
    await eka.say("20.12.2026")
    await choose(eka, "✓ გამოცხადება")
    async with world.database.reading() as session:
        [call] = await admission.listed(session, DEMO)
    nana = await newcomer(world, messenger, "ნანა")
    await opens(world, nana.guest, f"admission-apply:{call.id}")
    nana.wait("a button of the call")
    await choose(nana, "დავიწყოთ")
    await nana.say("ნანა")
    await nana.say(LONG)
    await nana.say(LONG)
    await nana.say("ოცი")
    await choose(nana, "✓ გაგზავნა")
    await opens(world, guest, f"admission-call:{call.id}")
    eka.wait("the call's page")
    await choose(eka, "განაცხადების კითხვა")
    await choose(eka, "შემდეგი გვერდი")
    await choose(eka, "✓ მიღება")
    await choose(eka, "გამოტოვება")
    await choose(eka, "ყველა განმცხადებელი")
    await choose(eka, "1. ნანა")
    await choose(eka, "⏳ რეზერვი")
    await eka.say("დავფიქრდით.")
    eka.check(f"admission_own_questions_{messenger}")
    nana.check(f"admission_own_answers_{messenger}")


@both
async def test_refusals_of_applicants(demo_world: World, messenger: str):
    world = demo_world
    id = await opened(world)
    nana = await newcomer(world, messenger, "ნანა")
    await opens(world, nana.guest, "admission:")
    nana.wait("the only call")
    await applies(nana, name="ნანა")
    await opens(world, nana.guest, f"admission-apply:{id}")
    nana.wait("a second time")
    await nana.say("მენიუ")
    await nana.say("ჩემი მონაცემები")
    await choose(nana, "რას ინახავთ")
    assert "აკადემიის ჯგუფში „აკადემია 2027“ (თქვენი სახელი იქ: ნანა)" in shown(nana.guest)
    gia = await newcomer(world, OTHER[messenger], "გია")
    await opens(world, gia.guest, f"admission-apply:{id}")
    gia.wait("in time")
    await choose(gia, "დავიწყოთ")
    await choose(gia, "გამოტოვება")
    await until(world, datetime(2026, 11, 29, 20, 1, tzinfo=UTC))
    await gia.say("მინდა.")
    assert "დასრულდა" in shown(gia.guest)
    await opens(world, gia.guest, "admission:7777")
    gia.wait("no such call")
    await opens(world, gia.guest, "admission-begin:1")
    assert await numbers(world) == [(1, "ნანა")]
    nana.check(f"admission_refusals_{messenger}")
    gia.check(f"admission_too_late_{messenger}")


@both
async def test_whoever_comes_by_the_code_applies(demo_world: World, messenger: str):
    world = demo_world
    guest = await coordinator(world, messenger)
    id = await opened(world)
    await opens(world, guest, f"admission-call:{id}")
    await choose(guest, "კოდი და ბმული")
    code = shown(guest).partition("კოდი პოსტერისთვის: ")[2][:6]
    lia = world.guest(messenger, "ლია")
    await arrive(lia, code)
    await lia.press("ქართული")
    await lia.press("თანახმა ვარ")
    await lia.press("გამოტოვება")
    assert "განაცხადის შევსება" in lia.buttons()
    await opens(world, guest, f"admission-apply:{id}")
    own = golden.Record(guest)
    await choose(own, "დავიწყოთ")
    await own.say("თამარი")
    for said in ("მინდა.", "არაფერი.", CHANGE):
        await own.say(said)
    await choose(own, "არა, გამოცდილება")
    await choose(own, "✓ გაგზავნა")
    await opens(world, guest, f"admission-read:{id}")
    await choose(guest, "✓ მიღება")
    await choose(guest, "გამოტოვება")
    assert "სხვა კოორდინატორმა უნდა გადაწყვიტოს" in shown(guest)
    async with world.database.reading() as session:
        [mine] = await applications.of_call(session, id)
    assert mine.mark == ""
    await opens(world, guest, f"admission-tell:{id}")
    await choose(guest, "✓ დიახ")
    assert "მხოლოდ ამის შემდეგ" in shown(guest)
    await opens(world, lia, f"admission-call:{id}")
    assert "მხოლოდ ამ მუნიციპალიტეტის კოორდინატორს" in shown(lia)


@both
async def test_of_five_members_it_is_told_how_many_learn(demo_world: World, messenger: str):
    world = demo_world
    guest = await coordinator(world, messenger)
    id = await opened(world, places=5)
    now, boss = world.clock.now(), await id_of(world, guest)
    async with world.database.writing() as session:
        people = await crowd(session, 5, place=DEMO)
        ids = [await admitting.apply(session, id, person, now) for person in people]
        await admitting.marked(session, ids, boss, ["accept"] * 5, now)
        await admission_cohort.tell(session, id, boss, now + timedelta(days=8))
        for person in people[:2]:
            await academy.begin(session, person, ("participation", 1, "citizen"), now)
    await opens(world, guest, f"admission-call:{id}")
    assert "ჯგუფშია 5. კურსი დაიწყო 2, ყველა გაკვეთილი გაიარა 0" in shown(guest)


@both
async def test_a_call_to_which_nobody_has_applied_is_taken_back(demo_world: World, messenger: str):
    world = demo_world
    guest = await coordinator(world, messenger)
    await opened(world)
    await opens(world, guest, "admission-desk:")
    await choose(guest, "აკადემია 2027")
    await choose(guest, "მიღების გაუქმება")
    await choose(guest, "დიახ")
    assert "მიღება გაუქმდა" in shown(guest)
    nana = await newcomer(world, messenger, "ნანა")
    await opens(world, nana.guest, "admission:")
    assert "ახლა ჯგუფში მიღება არ არის" in shown(nana.guest)


def shown(guest: Guest) -> str:
    return "\n".join(one.text for one in guest.screen())
