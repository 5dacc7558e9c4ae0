"""Mornings, what a closed vote asks for, and leaving."""

from datetime import timedelta

import pytest

from storage import conduct
from storage.demo.place import DEMO
from storage.votes import all_of, staff_roles
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_staff import accept, invited
from tests.support.acts import forge, join, turn_to
from tests.support.world import World

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])


@both
async def test_a_morning_message_lists_what_is_owed_and_opens_it(hall, messenger: str):
    here = await hall(messenger)
    await here.idea("გზის შეკეთება სკოლასთან", 41)
    await here.idea("სკამების დადგმა", 42)
    here.gia.skip()
    here.lia.skip()
    here.world.clock.move(timedelta(hours=20, minutes=59))  # Monday, 08:59 in Tbilisi
    await here.world.tick()
    assert "დილა" not in here.gia.guest.last().text
    here.world.clock.move(timedelta(minutes=1))
    await here.world.tick()
    here.gia.wait("ორშაბათი, 09:00")
    await here.gia.press("შესამოწმებელი")
    here.gia.check(f"today_morning_{messenger}")
    before = len(here.lia.guest.screen())
    here.world.clock.move(timedelta(days=1))
    await here.world.tick()
    assert len(here.lia.guest.screen()) == before  # nothing is owed: no message


@both
async def test_what_is_late_says_so(hall, messenger: str):
    here = await hall(messenger)
    await here.idea("გზის შეკეთება სკოლასთან", 41)
    here.world.clock.move(timedelta(days=20))
    await here.world.tick()
    await here.today(here.gia, "შესამოწმებელი")
    assert "ვადა გავიდა" in " ".join(shown.text for shown in here.gia.guest.screen()[-3:])


@both
async def test_nothing_owed_is_said_too(hall, messenger: str):
    here = await hall(messenger)
    await here.lia.say("მენიუ", quiet=True)
    await here.lia.press("სამუშაო გვერდი", quiet=True)
    here.lia.skip()
    await here.lia.press("დღევანდელი საქმე")
    here.lia.check(f"today_nothing_{messenger}")


@both
async def test_staff_is_told_when_a_vote_has_closed(hall, messenger: str):
    here = await hall(messenger)
    async with here.world.database.reading() as session:
        [vote] = [one for one in await all_of(session, DEMO) if one.state == "open"]
    here.lia.skip()
    here.world.clock.move(vote.closes_at + conduct.SETTLE - here.world.clock.now())
    await here.world.tick()
    here.lia.wait("კენჭისყრის დახურვისას")
    here.lia.check(f"today_vote_closed_{messenger}")


@both
async def test_a_reviewer_leaves_and_a_colleague_goes_on(hall, messenger: str):
    here = await hall(messenger)
    await here.idea("გზის შეკეთება სკოლასთან", 41)
    await here.gia.say("მენიუ", quiet=True)
    await here.gia.press("სამუშაო გვერდი", quiet=True)
    here.gia.skip()
    await here.gia.press("მუშაობის შეწყვეტა")
    await here.gia.press("ეკა")
    await here.gia.press("დიახ")
    here.gia.check(f"leaving_{messenger}")
    await here.gia.say("მენიუ")
    assert "სამუშაო გვერდი" not in " ".join(here.gia.buttons())
    await here.today(here.eka, "შესამოწმებელი")
    assert "გზის შეკეთება" in " ".join(shown.text for shown in here.eka.guest.screen()[-3:])


@both
async def test_a_coordinator_ends_a_colleague_s_access_but_not_the_last_one_s(hall, messenger: str):
    here = await hall(messenger)
    await here.opens(here.eka, f"invite:{DEMO}")
    await turn_to(here.eka, "წვდომის შეწყვეტა")
    await here.eka.press("ლია")
    await here.eka.press("დიახ")
    async with here.world.database.reading() as session:
        lia = await id_of(here.world, here.lia.guest)
        assert await staff_roles(session, lia, DEMO) == set()
    await here.opens(here.eka, f"leave:{DEMO}")
    await here.eka.press("ეკა")
    await here.eka.press("დიახ")
    assert "ბოლო კოორდინატორია" in here.eka.guest.last().text
    here.eka.check(f"leaving_by_coordinator_{messenger}")


@pytest.mark.parametrize("journey", ["today", "leave"])
async def test_the_neighbours_staff_is_refused(hall, demo_world: World, journey: str):
    here = await hall("telegram")
    await here.idea("გზის შეკეთება სკოლასთან", 41)
    lia = demo_world.telegram("თეა")
    await join(lia)
    await accept(lia, await invited(demo_world, "keda"))
    await forge(demo_world, f"{journey}:{DEMO}")
    await lia.press("go")
    assert "ამის უფლება მხოლოდ" in lia.last().text
