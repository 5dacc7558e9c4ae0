"""Admitted ideas become the list of projects: final words, exclusion, two people agree."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from storage.tables.votes import Process
from tests.dialogues.test_staff import accept, invited
from tests.support.acts import forge, join
from tests.support.reviewing import EDITION
from tests.support.world import World

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])
KEEP = "შენახვა შემდეგი ჯერისთვის"


async def admitted(here, title: str, number: int, **more):
    id = await here.idea(title, number, **more)
    await here.passes()
    await here.passes()
    assert await here.state(id) == "admitted"
    return id


async def limited(here, places: int) -> None:
    edition = replace(EDITION, shortlist=places).to_json()
    async with here.world.database.writing() as session:
        await session.execute(
            update(Process).where(Process.id == here.process).values(edition=edition)
        )


async def to_showing(here) -> None:
    here.world.clock.move(EDITION.calendar.review_until - here.world.clock.now())
    await here.world.tick()


@both
async def test_the_list_is_made_by_two_people_and_everybody_sees_it(hall, messenger: str):
    here = await hall(messenger)
    await admitted(here, "სკამები სკვერში", 31)
    await admitted(here, "განათება სკვერში", 32, cost=None)
    here.nino.skip()
    for one in (here.eka, here.lia):
        one.lines.clear()
    await to_showing(here)
    await here.opens(here.nino, f"on-ballot:{here.process}")
    await here.today(here.eka, "პროექტების სიის დასრულება")
    await here.eka.press("სათაური, აღწერა")
    await here.eka.press("32. განათება")
    await here.eka.press("ღირებულება")
    await here.eka.say("12500")
    await here.eka.press("რომლები გამორიცხავს")
    await here.eka.press("31. სკამები")
    await here.eka.press("32. განათება")
    await here.eka.press("✓ მზადაა")
    await here.eka.press("სიის დასრულება")
    await here.eka.press("✓ დიახ")
    here.world.clock.move(timedelta(minutes=31))
    await here.world.tick()
    here.nino.wait("წერილი")
    await here.today(here.lia, "პროექტების სიის დადასტურება")
    await here.lia.press("✓ ვეთანხმები")
    await here.world.tick()
    letters = " ".join(shown.text for shown in here.nino.guest.screen()[-2:])
    assert letters.count("კენჭისყრის სიაშია") == 2
    here.nino.check(f"list_author_{messenger}")  # numbers are drawn: the rest has no fixed order
    await here.nino.press("ყველა პროექტის ნახვა")
    await here.nino.say("1")
    assert here.nino.guest.last().text.startswith("№1. ")
    await here.nino.press("პროექტების სია")
    here.eka.check(f"list_made_{messenger}")
    here.lia.check(f"list_agreed_{messenger}")
    assert "კენჭისყრა იწყება 31.01.2027, 12:00" in here.nino.guest.last().text


@both
async def test_who_is_left_off_a_full_list_keeps_the_idea(hall, messenger: str):
    here = await hall(messenger)
    first = await admitted(here, "სკამები სკვერში", 31)
    second = await admitted(here, "განათება სკვერში", 32)
    await limited(here, 1)
    await here.lia.say("მენიუ", quiet=True)
    await here.lia.press("სამუშაო გვერდი", quiet=True)
    assert "პროექტების სია" in here.lia.buttons()  # the partner has to agree to it
    await to_showing(here)
    await here.today(here.eka, "პროექტების სიის დასრულება")
    await here.eka.press("სიის დასრულება")
    await here.eka.press("✓ დიახ")
    await here.today(here.lia, "პროექტების სიის დადასტურება")
    await here.lia.press("✓ ვეთანხმები")
    await here.world.tick()
    shown = " ".join(one.text for one in here.nino.guest.screen()[-2:])
    assert "კენჭისყრის სიაში ვერ მოხვდა" in shown
    await here.opens(here.nino, f"ideas:{first}")
    assert KEEP not in here.nino.guest.buttons()
    await here.opens(here.nino, f"ideas:{second}")
    page = here.nino.guest.last()
    assert "მდგომარეობა: კენჭისყრის სიაში ვერ მოხვდა" in page.text
    assert "კენჭისყრა იწყება" not in page.text
    assert "იდეის გაუქმება" not in here.nino.guest.buttons()
    await here.nino.press(KEEP)
    assert await here.state(second) == "kept"


@both
async def test_a_list_that_is_not_ready_says_why(hall, messenger: str):
    here = await hall(messenger)
    await admitted(here, "სკამები სკვერში", 31, cost=90_000)
    await here.idea("გზის შეკეთება სკოლასთან", 32)
    await here.idea("განათება სკვერში", 33)
    await here.today(here.gia, "შესამოწმებელი")
    await here.gia.press("✗ რაღაც")
    await here.gia.press("ადგილი ჩვენს")
    await here.gia.say(
        "თქვენი მონიშნული ადგილი მეზობელ მუნიციპალიტეტშია, ამიტომ ჩვენი ბიუჯეტიდან მას ვერ"
        " დავაფინანსებთ."
    )
    await here.gia.press("✓ კოლეგას")
    await here.today(here.eka, "კოლეგის დასკვნა")
    await here.eka.press("✓ ვეთანხმები")
    here.eka.lines.clear()
    await here.eka.say("მენიუ", quiet=True)
    await here.eka.press("სამუშაო გვერდი", quiet=True)
    await here.eka.press("პროექტების სია", quiet=True)
    here.eka.skip()
    await here.eka.press("სამოქალაქო ბიუჯეტი 2027")
    here.eka.check(f"list_not_ready_{messenger}")


@pytest.mark.parametrize("journey", ["ballot-list", "project-final", "exclusive"])
async def test_the_neighbours_coordinator_sees_no_list(hall, demo_world: World, journey: str):
    here = await hall("telegram")
    await here.idea("გზის შეკეთება სკოლასთან")
    lia = demo_world.telegram("თეა")
    await join(lia)
    await accept(lia, await invited(demo_world, "keda"))
    await forge(demo_world, f"{journey}:{here.process}")
    await lia.press("go")
    assert "მხოლოდ ამ მუნიციპალიტეტის" in lia.last().text
