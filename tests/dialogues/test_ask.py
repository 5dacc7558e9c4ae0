"""Somebody asks, is answered, asks further, and reads what others were answered."""

from datetime import timedelta

import pytest

from storage import doors
from storage.demo.place import DEMO
from storage.doors import Way
from tests.dialogues.hall import Phone
from tests.dialogues.test_works import choose
from tests.support.acts import join
from tests.support.answering import REPLY, ROAD, Office, letter
from tests.support.world import World

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])
WATER = "სად უნდა მივიტანო განცხადება წყლის მრიცხველზე?"
WHERE = "მერიის მისაღებში, პირველ სართულზე. დაგჭირდებათ პირადობა და სახლის საკადასტრო კოდი."


@both
async def test_a_question_is_asked_answered_rated_and_asked_further(
    demo_world: World, messenger: str
):
    here = await Office(demo_world, messenger).open()
    await here.asks()
    await demo_world.tick()
    here.gia.wait("კვირას იკითხეს, ორშაბათი უქმეა")
    demo_world.clock.move(timedelta(days=1, hours=21))  # Tuesday, 09:00 in Tbilisi
    await demo_world.tick()
    here.gia.wait("სამშაბათი, 09:00")
    await choose(here.gia, "პასუხის დაწერა")
    await here.gia.say(REPLY)
    await choose(here.gia, "✓ გაგზავნა")
    here.gia.check(f"answers_write_{messenger}")
    await demo_world.tick()
    here.nino.wait("პასუხი")
    await choose(here.nino, "ნაწილობრივ")
    await choose(here.nino, "დამატებით ვკითხავ")
    await here.nino.say("ტროტუარიც იქნება?")
    await choose(here.nino, "✓ გაგზავნა")
    await choose(here.nino, "კითხვის გვერდი")
    here.nino.check(f"ask_{messenger}")


@both
async def test_a_poster_leads_straight_to_asking_on_its_topic(demo_world: World, messenger: str):
    here = await Office(demo_world, messenger).open()
    for code, topic in (("438177", "road"), ("438178", "rights"), ("438179", "")):
        async with demo_world.database.writing() as session:
            way = Way(DEMO, None, "ask", topic)
            await doors.keep_door(session, code, way, demo_world.clock.now())
    await here.opens(here.eka, f"answers-door:{DEMO}")
    await choose(here.eka, "გზები")
    await demo_world.tick()
    here.eka.wait("the picture is drawn")
    here.eka.check(f"answers_door_{messenger}")
    assert here.eka.guest.last().picture
    await here.nino.say("438177")
    await here.nino.say(ROAD)
    await choose(here.nino, "სახელის გარეშე")
    await choose(here.nino, "მხოლოდ მე")
    await choose(here.nino, "✎ თემა")
    await choose(here.nino, "მერიას")
    await choose(here.nino, "წყალი")
    await choose(here.nino, "✎ თემა")
    await choose(here.nino, "გზები")
    await choose(here.nino, "✓ გაგზავნა")
    here.nino.check(f"ask_door_{messenger}")
    await here.opens(here.gia, "answers:")
    assert "ერთი კითხვა" in here.gia.guest.last().text
    await here.nino.say("438178")
    assert "ექსპერტს" in here.nino.buttons()  # this topic is known by one
    await here.nino.say("438179")
    assert "რით დაგეხმაროთ?" in here.nino.guest.last().text  # as from the menu
    await here.opens(here.nino, "ask:moon")
    assert "რით დაგეხმაროთ?" in here.nino.guest.last().text  # there is no such topic


@both
async def test_a_name_is_seen_only_if_it_was_told(demo_world: World, messenger: str):
    here = await Office(demo_world, messenger).open()
    await here.asks(name="ნინო ბერიძე", public=False)
    await here.opens(here.gia, "answers:")
    await choose(here.gia, "ვადა")
    assert "კითხულობს: ნინო ბერიძე" in here.gia.guest.last().text
    await here.opens(here.nino, "ask:new")
    await choose(here.nino, "მერიას")
    await here.nino.say("სად არის უახლოესი აფთიაქი?")
    await choose(here.nino, "გზები")
    await choose(here.nino, "სახელის გარეშე")
    await choose(here.nino, "მხოლოდ მე")
    await choose(here.nino, "✓ გაგზავნა")
    await here.opens(here.gia, "answers:")
    await choose(here.gia, "აფთიაქი")
    page = here.gia.guest.last().text
    assert "სახელი არ დაუწერია" in page and "ნინო" not in page


@both
async def test_what_others_were_answered_comes_before_sending(demo_world: World, messenger: str):
    here = await Office(demo_world, messenger).open()
    await here.published(ROAD, REPLY)
    await here.published(WATER, WHERE)
    lado = here.phone("ლადო")
    await _joins(here, lado)
    await here.opens(lado, "ask:")
    await choose(lado, "ახალი კითხვა")
    await choose(lado, "მერიას")
    await lado.say("wylis mricxveli sad davaregistriro? ganacxadeba sad mivitano")
    await choose(lado, "სად უნდა მივიტანო")
    await choose(lado, "✓ ეს მეხმარება")
    lado.check(f"ask_known_{messenger}")
    await here.opens(here.gia, "answers:")
    assert "კითხვა არ ელოდება" in here.gia.guest.last().text


async def _joins(here: Office, phone: Phone) -> None:
    await join(phone.guest)
    phone.skip()


@both
async def test_who_means_something_else_still_asks(demo_world: World, messenger: str):
    here = await Office(demo_world, messenger).open()
    await here.published(WATER, WHERE)
    await here.opens(here.nino, "ask:new")
    await choose(here.nino, "მერიას")
    await here.nino.say("წყლის მრიცხველი გატეხილია, ვინ შეცვლის? დამირეკეთ 599 12 34 56")
    await choose(here.nino, "სად უნდა მივიტანო")
    await choose(here.nino, "მაინც მინდა")
    await choose(here.nino, "წყალი")
    await choose(here.nino, "სახელის გარეშე")
    await choose(here.nino, "დიახ, სხვასაც")
    assert "599 12 34 56" in here.nino.guest.last().text.partition("შეიძლება ვინმე იცნონ")[2]
    await choose(here.nino, "✎ კითხვა")
    await here.nino.say("წყლის მრიცხველი გატეხილია. ვინ შეცვლის?")
    await choose(here.nino, "სხვა რამ")
    assert "იცნონ" not in here.nino.guest.last().text
    await choose(here.nino, "✓ გაგზავნა")
    here.nino.check(f"ask_anew_{messenger}")


@both
async def test_reading_what_others_ask(demo_world: World, messenger: str):
    here = await Office(demo_world, messenger).open()
    await here.published(ROAD, REPLY)
    await here.published(WATER, WHERE)
    await here.opens(here.nino, "ask-known:")
    await choose(here.nino, "სიტყვით ძებნა")
    await here.nino.say("mrikhveli")
    await choose(here.nino, "სად უნდა მივიტანო")
    await choose(here.nino, "რას კითხულობენ სხვები")
    await choose(here.nino, "სიტყვით ძებნა")
    await here.nino.say("აეროპორტი")
    here.nino.check(f"ask_read_{messenger}")


@both
async def test_my_questions_are_taken_back_and_hidden_from_others(
    demo_world: World, messenger: str
):
    here = await Office(demo_world, messenger).open()
    turn = await here.published(ROAD, REPLY)
    await here.asked("და ხიდი როდის შეკეთდება?")
    await here.opens(here.nino, "ask-mine:")
    await choose(here.nino, "ხიდი")
    await choose(here.nino, "კითხვის გაუქმება")
    await choose(here.nino, "დიახ, აღარ")
    await here.opens(here.nino, "ask-mine:")
    await choose(here.nino, "როდის გაკეთდება")
    await choose(here.nino, "სხვებმა არ წაიკითხონ")
    await here.opens(here.nino, f"ask-known:{turn}")
    here.nino.check(f"ask_mine_{messenger}")
    await here.opens(here.gia, "answers:")
    assert "კითხვა არ ელოდება" in here.gia.guest.last().text


@both
async def test_nobody_reads_or_changes_a_stranger_s_question(demo_world: World, messenger: str):
    here = await Office(demo_world, messenger).open()
    id, turn = await here.answered()
    lado = here.phone("ლადო")
    await _joins(here, lado)
    for target in (
        f"ask-thread:{id}",
        f"ask-further:{id}",
        f"ask-back:{id}",
        f"ask-allow:{id}-no",
        f"ask-rate:{turn}-no",
        "ask-thread:99999",
        "ask-rate:x-helps",
    ):
        await here.opens(lado, target)
        assert "ვერ ვიპოვეთ" in lado.guest.last().text, target
    await here.opens(here.nino, f"ask-thread:{id}")
    assert "დავაგებთ" in here.nino.guest.last().text


@both
async def test_who_has_not_joined_or_is_too_young_asks_nothing(demo_world: World, messenger: str):
    luka = demo_world.guest(messenger, "ლუკა")
    await luka.start()
    if luka.buttons() == ["დაწყება"]:
        await luka.press("დაწყება")
    for target in ("ask:", "ask:new", "ask-known:"):
        await letter(demo_world, luka, target)
        await luka.press("go")
        assert "თანახმა ვარ" in " ".join(luka.buttons())
    await luka.press("ჯერ 16 წლის არ ვარ")
    assert "16 წლიდან" in luka.last().text


@both
async def test_five_questions_wait_and_no_more(demo_world: World, messenger: str):
    here = await Office(demo_world, messenger).open()
    for number in range(5):
        await here.asked(f"{number}. როდის მოვა ავტობუსი?")
    await here.opens(here.nino, "ask:new")
    await choose(here.nino, "მერიას")
    await here.nino.say("მეექვსე კითხვა ტროტუარზე")
    await choose(here.nino, "გზები")
    await choose(here.nino, "სახელის გარეშე")
    await choose(here.nino, "მხოლოდ მე")
    await choose(here.nino, "✓ გაგზავნა")
    assert "უკვე ელოდება" in here.nino.guest.last().text
