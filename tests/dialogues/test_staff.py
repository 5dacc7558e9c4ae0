"""Invitations, the desk, and who may not."""

from datetime import timedelta

import pytest

from storage import staff
from storage.demo.place import DEMO
from storage.staff import COORDINATOR, PARTNER
from tests.dialogues.test_arriving import id_of
from tests.support import golden
from tests.support.acts import become_coordinator, forge, join, turn_to
from tests.support.world import Guest, World

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])


async def invited(world: World, municipality: str = DEMO, role: str = COORDINATOR) -> str:
    async with world.database.writing() as session:
        return await staff.invite(session, municipality, role, world.clock.now())


async def accept(guest: Guest, code: str, name: str = "ლია მაისურაძე") -> None:
    await guest.say(code)
    await guest.press("დიახ")
    await guest.say(name)


async def posts(world: World, guest: Guest) -> set[tuple[str, str]]:
    async with world.database.reading() as session:
        found = await staff.posts_of(session, await id_of(world, guest))
    return {(post.municipality_id, post.role) for post in found}


async def members(world: World) -> list[str]:
    async with world.database.reading() as session:
        return [member.name for member in await staff.staff_of(session, DEMO) if member.name]


@both
async def test_the_first_coordinator_comes_with_a_code_and_invites_a_partner(
    demo_world: World, messenger: str
):
    guest = demo_world.guest(messenger)
    await join(guest)
    eka = golden.Record(guest)
    await eka.say("CHEF-4KEY")
    await eka.press("დიახ")
    await eka.say("ეკა ბერიძე")
    eka.check(f"appointed_{messenger}")
    if messenger == "viber":  # the list has two pages there
        await guest.press("შემდეგი →")
    staff_page = next(label for label in guest.buttons() if "თანამშრომლები" in label)
    await guest.press(staff_page)
    assert "ეკა ბერიძე" in guest.last().text
    await guest.press("პარტნიორის მოწვევა")
    code = guest.last().text.partition("კოდი: ")[2][:9]
    lia = demo_world.guest(messenger, "ლია")
    await join(lia)
    await accept(lia, code.lower())
    assert await posts(demo_world, lia) == {(DEMO, PARTNER)}
    assert "კენჭისყრის მართვა" in " ".join(lia.buttons())
    assert "განცხადების" not in " ".join(lia.buttons())


@both
async def test_a_newcomer_with_an_invitation_in_a_link_joins_on_the_way(
    demo_world: World, messenger: str
):
    code = await invited(demo_world)
    lia = demo_world.guest(messenger)
    await lia.start(code)
    if lia.buttons() == ["დაწყება"]:
        await lia.press("დაწყება")
    await lia.press("ქართული")
    await lia.press("თანახმა ვარ")
    await lia.press("გამოტოვება")
    await lia.press("დიახ")
    await lia.say("ლია მაისურაძე")
    assert await posts(demo_world, lia) == {(DEMO, COORDINATOR)}


async def test_an_invitation_works_once(demo_world: World):
    code = await invited(demo_world)
    lia, zura = demo_world.telegram("ლია"), demo_world.viber("ზურა")
    for guest in (lia, zura):
        await join(guest)
    await zura.say(code)
    await accept(lia, code)
    await zura.press("დიახ")
    assert "აღარ მოქმედებს" in zura.last().text
    assert await posts(demo_world, lia) == {(DEMO, COORDINATOR)}
    assert await posts(demo_world, zura) == set()


async def test_an_invitation_ends_after_a_week(demo_world: World):
    code = await invited(demo_world)
    lia = demo_world.telegram()
    await join(lia)
    demo_world.clock.move(timedelta(days=7, seconds=1))
    await lia.say(code)
    assert "აღარ მოქმედებს" in lia.screen()[-2].text
    assert await posts(demo_world, lia) == set()


async def test_who_declines_may_think_again(demo_world: World):
    code = await invited(demo_world)
    lia = demo_world.telegram()
    await join(lia)
    await lia.say(code)
    await lia.press("არა")
    assert await posts(demo_world, lia) == set()
    await accept(lia, code)
    assert await posts(demo_world, lia) == {(DEMO, COORDINATOR)}


async def test_access_ends_but_never_the_last_coordinator_s(demo_world: World):
    eka, lia = demo_world.telegram("ეკა"), demo_world.viber("ლია")
    await become_coordinator(eka)
    await join(lia)
    await accept(lia, await invited(demo_world))
    await forge(demo_world, "invite:demo")
    await lia.press("go")
    await turn_to(lia, "წვდომის შეწყვეტა")
    await lia.press("ეკა")
    await lia.press("დიახ")
    assert await members(demo_world) == ["ლია მაისურაძე"]
    await eka.say("მენიუ")
    assert "სამუშაო გვერდი" not in " ".join(eka.buttons())


async def test_the_last_coordinator_cannot_leave(demo_world: World):
    lia = demo_world.telegram()
    await join(lia)
    await accept(lia, await invited(demo_world, "keda"))
    await forge(demo_world, "invite:keda")
    await lia.press("go")
    await turn_to(lia, "წვდომის შეწყვეტა")
    await lia.press("ლია")
    await lia.press("დიახ")
    assert "ბოლო კოორდინატორია" in lia.last().text
    assert await posts(demo_world, lia) == {("keda", COORDINATOR)}


@pytest.mark.parametrize("journey", ["desk", "invite", "announce", "meeting-new", "surveys"])
async def test_a_coordinator_of_the_neighbours_is_refused(demo_world: World, journey: str):
    lia = demo_world.telegram()
    await join(lia)
    await accept(lia, await invited(demo_world, "keda"))
    assert await posts(demo_world, lia) == {("keda", COORDINATOR)}
    await forge(demo_world, f"{journey}:{DEMO}")
    await lia.press("go")
    assert "კოორდინატორ" in lia.last().text
    assert lia.buttons() == ["☰ მენიუ"]


async def test_somebody_with_two_posts_chooses_the_place(demo_world: World):
    lia = demo_world.telegram()
    await become_coordinator(lia)
    await accept(lia, await invited(demo_world, "keda"), "ლია")
    await lia.say("მენიუ")
    await lia.press("სამუშაო გვერდი")
    assert {"ქედა", "ნიმუშის მუნიციპალიტეტი"} <= set(lia.buttons())
    await lia.press("ქედა")
    await lia.press("კენჭისყრის მართვა")
    assert "ჯერ არ მომზადებულა" in lia.last().text
