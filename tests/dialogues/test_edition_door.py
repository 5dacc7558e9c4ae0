"""The page behind the code of an edition: where it stands, through all its phases."""

from aiohttp import ClientSession

from storage import edition_changes, editions, staff
from storage.conduct import By
from storage.demo.place import DEMO
from storage.edition_changes import NewEdition
from tests.dialogues.test_edition_phases import CALENDAR, edition, until
from tests.support.editions import NAME, PLAN


async def page(world, id: int) -> str:
    async with world.database.reading() as session:
        code = await editions.code_of(session, id)
    address = f"{world.app.doors._public_url}/s/{code}?lang=en"
    async with ClientSession() as web, web.get(address) as found:
        assert found.status == 200
        return await found.text()


async def test_the_door_of_an_edition_says_which_phase_it_is(demo_world):
    id = await edition(demo_world)
    assert "Ideas are taken from: 01.03.2027, 09:00" in await page(demo_world, id)
    await until(demo_world, CALENDAR.propose_from)
    assert "Ideas are taken until 22.03.2027, 20:00" in await page(demo_world, id)
    await until(demo_world, CALENDAR.review_until)
    assert "The list of projects is public." in await page(demo_world, id)


async def test_the_door_of_a_draft_tells_nothing_of_it(demo_world):
    async with demo_world.database.writing() as session:
        person = (await staff.staff_of(session, DEMO))[0].person_id
        by = By(person, DEMO, demo_world.clock.now())
        new = NewEdition(DEMO, NAME, {}, PLAN)
        id = await edition_changes.create(session, new, by.person, by.now)
    assert NAME["en"] not in await page(demo_world, id)
