"""A project is corrected or taken off while people vote: those who vote learn it, equally."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.formats import money
from storage import audiences, votes
from storage.tables.mail import Campaign
from tests.dialogues.test_vote import VOTE, begin, both, cast, check, chosen, confirm
from tests.dialogues.test_vote_end import open_desk
from tests.support import golden
from tests.support.acts import become_coordinator, forge, join
from tests.support.world import Guest, World
from tests.support.zoned import give_the_village_a_pot, without_a_pot

FIX = "პროექტის შესწორება"


async def correct_cost(chief: Guest | golden.Record, number: str, cost: str) -> None:
    await chief.press(FIX)
    await chief.say(number)
    await chief.press("ღირებულება")
    await chief.say(cost)
    await chief.say("ხარჯთაღრიცხვაში შეცდომა იყო")
    await chief.press("დიახ")


@both
async def test_a_correction_is_told_to_all_who_vote_and_they_may_change(
    demo_world: World, messenger: str
):
    chief = demo_world.guest(messenger, "ეკა")
    await become_coordinator(chief)
    picked_it, did_not, begun, idle = (demo_world.guest(messenger, name) for name in "აბგდ")
    await cast(picked_it, "3 7")
    await cast(did_not, "1 2")
    await begin(begun)
    await idle.start()
    before = len(idle.screen())
    told = golden.Record(picked_it)
    await open_desk(chief)
    record = golden.Record(chief)
    await correct_cost(record, "7", "12500")
    await demo_world.tick()
    told.wait("the letter")
    assert did_not.last().text == picked_it.last().text, "who picked what must not show"
    assert money(12_500) in begun.last().text
    assert len(idle.screen()) == before
    await told.press("ხმის მიცემა ან შეცვლა")
    await told.press("ხმის შეცვლა")
    assert "შესწორებულია. მიზეზი: ხარჯთაღრიცხვაში" in picked_it.last().text
    await confirm(told, "1")
    check(told, f"ballot_corrected_voter_{messenger}")
    record.check(f"ballot_corrected_staff_{messenger}")
    assert await chosen(demo_world) == [["1"], ["1", "2"]]


@both
async def test_taking_off_stopping_and_going_on_are_told(demo_world: World, messenger: str):
    chief, voter = demo_world.guest(messenger, "ეკა"), demo_world.guest(messenger, "ანა")
    await become_coordinator(chief)
    await cast(voter, "3 7")
    record = golden.Record(voter)
    for step, number in (("პროექტის მოხსნა", "7"), ("შეჩერება", ""), ("განახლება", "")):
        await open_desk(chief)
        await chief.press(step)
        if number:
            await chief.say(number)
        await chief.say("მიწა კერძო აღმოჩნდა")
        await chief.press("დიახ")
        await demo_world.tick()
        record.wait(step)
    record.check(f"ballot_news_{messenger}")


async def test_the_letters_to_voters_tell_their_senders_no_figure(demo_world: World):
    voter, chief = demo_world.telegram("ანა"), demo_world.telegram("ეკა")
    await cast(voter, "3 7")
    await become_coordinator(chief)
    await open_desk(chief)
    await correct_cost(chief, "7", "9000")
    await demo_world.tick()
    for journey in ("announce-report", "announce-stop"):
        await forge(demo_world, f"{journey}:1")
        await chief.press("go")
        assert not any(sign.isdecimal() for sign in chief.last().text)


async def test_only_voters_of_its_zone_hear_of_a_village_project(demo_world: World):
    await give_the_village_a_pot(demo_world)
    await without_a_pot(demo_world, "S5")
    chief, here = demo_world.telegram("ეკა"), demo_world.telegram("ანა")
    await become_coordinator(chief)
    await cast_two(here)
    elsewhere = demo_world.viber("ლელა")
    await join(elsewhere, "იგავა")
    await forge(demo_world, f"vote:{VOTE}")
    await elsewhere.press("go")
    await open_desk(chief)
    await correct_cost(chief, "3", "7000")
    await demo_world.tick()
    assert money(7_000) in here.last().text
    async with demo_world.database.reading() as session:
        (audience,) = (await session.execute(select(Campaign.audience))).scalars()
        everybody = await audiences.count_people(session, {"balloting": VOTE})
        meant = await audiences.count_people(session, audience)
    assert (meant, everybody) == (1, 2)
    assert money(7_000) not in elsewhere.last().text


async def cast_two(guest: Guest) -> None:
    await begin(guest)
    await guest.say("1 3")
    await guest.press("✓ მზადაა")
    await confirm(guest, "5")


async def test_a_cost_above_the_pot_is_refused_with_what_to_do(demo_world: World):
    chief = demo_world.telegram("ეკა")
    await become_coordinator(chief)
    await open_desk(chief)
    await correct_cost(chief, "7", "60001")
    assert "მოხსენით" in chief.last().text
    await chief.say("59000")
    await chief.press("დიახ")
    assert any("შესწორებულია" in shown.text for shown in chief.screen()[-2:])


@pytest.mark.parametrize("late", [timedelta(days=3), timedelta(days=5)])
async def test_after_the_close_nothing_is_corrected(demo_world: World, late: timedelta):
    chief = demo_world.telegram("ეკა")
    await become_coordinator(chief)
    demo_world.clock.move(late)
    await demo_world.tick()
    await forge(demo_world, f"project-correct:{VOTE}")
    await chief.press("go")
    await chief.say("7")
    await chief.press("ღირებულება")
    await chief.say("100")
    await chief.say("გვიან")
    await chief.press("დიახ")
    async with demo_world.database.reading() as session:
        items = await votes.projects(session, VOTE)
    assert items[6].cost == 7_900
