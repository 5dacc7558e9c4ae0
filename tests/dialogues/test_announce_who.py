"""For whom an announcement is: one thing after another, and what nobody may single out."""

import pytest
from sqlalchemy import select, update

from storage.demo.place import DEMO
from storage.staff import EXPERT, LAWYER, MENTOR, OFFICIAL, grant
from storage.tables.people import Person, Settlement
from tests.dialogues.test_staff import invited
from tests.dialogues.test_works import choose
from tests.support import golden
from tests.support.acts import appointed, become_coordinator, join
from tests.support.announcing import confirm, heard, pass_time, write
from tests.support.crowd import resident, set_account
from tests.support.world import World


async def villagers(world: World, count: int, language: str = "ka", code: str = "S5") -> None:
    """So many people more in one village, on Viber, who have left the bot."""
    async with world.database.writing() as session:
        home = select(Settlement.id).where(Settlement.code == code).scalar_subquery()
        for _ in range(count):
            person = await resident(session, "viber", place=DEMO, language=language)
            await set_account(session, person, "viber", reachable=False)
            await session.execute(
                update(Person).where(Person.id == person).values(settlement_id=home)
            )


@pytest.mark.parametrize("messenger", ["telegram", "viber"])
async def test_one_thing_after_another(demo_world: World, messenger: str):
    await villagers(demo_world, 30)
    nino, gia, eka = demo_world.telegram(), demo_world.viber(), demo_world.guest(messenger, "ეკა")
    await join(nino, "იგავა")
    await join(gia)
    await become_coordinator(eka)
    record = golden.Record(eka)
    await write(record, everybody=False)
    await record.press("დასახლებით")
    await record.press("იგავა")
    await record.press("✓ მზადაა")
    await record.press("ენით")
    await record.press("ქართული")
    await record.press("✓ მზადაა")
    await record.press("✓ ამ ადამიანებს")
    record.check(f"announce_who_{messenger}")
    await confirm(eka)
    await pass_time(demo_world, minutes=2)
    assert (len(heard(nino)), heard(gia)) == (1, [])


async def test_only_one_messenger_is_written_to(demo_world: World):
    nino, gia, eka = demo_world.telegram(), demo_world.viber(), demo_world.telegram("ეკა")
    for guest in (nino, gia):
        await join(guest)
    await become_coordinator(eka)
    await write(eka, everybody=False)
    await eka.press("მესენჯერით")
    await eka.press("Telegram")
    await eka.press("✓ ამ ადამიანებს")
    await confirm(eka)
    await pass_time(demo_world, minutes=2)
    assert (len(heard(nino)), heard(gia)) == (1, [])


@pytest.mark.parametrize("messenger", ["telegram", "viber"])
async def test_whoever_has_a_role_is_an_audience(demo_world: World, messenger: str):
    eka, lia = demo_world.guest(messenger, "ეკა"), demo_world.guest(messenger, "ლია")
    await become_coordinator(eka)
    await appointed(lia, await invited(demo_world, role=EXPERT), "ლია მაისურაძე")
    async with demo_world.database.writing() as session:
        for role in (MENTOR, LAWYER, OFFICIAL) * 5:
            person = await resident(session, "viber", place=DEMO)
            await grant(session, person, DEMO, role, demo_world.clock.now())
    await write(eka, everybody=False)
    await eka.press("როლით")
    for role in ("მენტორი", "იურისტი", "კითხვებზე პასუხისმგებელი"):
        await choose(eka, role)
    await choose(eka, "✓ მზადაა")
    assert "მენტორი" in eka.last().text and "დაახლოებით 20" in eka.last().text
    await eka.press("✓ ამ ადამიანებს")
    await confirm(eka)
    await pass_time(demo_world, minutes=2)
    assert heard(lia) == []


@pytest.mark.parametrize("messenger", ["telegram", "viber"])
async def test_a_difference_that_tells_of_a_few_is_refused(demo_world: World, messenger: str):
    """The village, then the same village without its one reader of English."""
    await villagers(demo_world, 30)
    await villagers(demo_world, 1, language="en")
    eka = demo_world.guest(messenger, "ეკა")
    await become_coordinator(eka)
    for languages in (False, True):
        record = golden.Record(eka)
        await eka.say("მენიუ")
        await eka.press("სამუშაო გვერდი")
        await write(eka, everybody=False)
        await eka.press("დასახლებით")
        await eka.press("იგავა")
        await eka.press("✓ მზადაა")
        if languages:
            await eka.press("ენით")
            await eka.press("ქართული")
            await eka.press("✓ მზადაა")
        await eka.press("✓ ამ ადამიანებს")
        record = golden.Record(eka)
        await record.press("✉")
        if not languages:
            await eka.press("დიახ")
            await pass_time(demo_world, minutes=2)
    record.check(f"announce_telltale_{messenger}")
