"""Who may help, and what a helper may not: the desk is as closed to them as to anybody."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import delete, select

import handlers
from bot.civic.review import NotAllowed
from storage import staff, surveys, votes
from storage.conduct import By
from storage.demo.place import DEMO
from storage.leaving import leave
from storage.mornings import plan_mornings
from storage.staff import HELPER
from storage.tables.people import Draft, Role
from storage.tables.work import Due
from storage.today import owed_by
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_assist import DOOR, NEXT, both, opens, visit
from tests.dialogues.test_prints import files, opened
from tests.dialogues.test_staff import accept, invited
from tests.support.acts import join
from tests.support.assisting import figures, helper, water
from tests.support.pdf import pages
from tests.support.world import World


@both
async def test_a_helper_gets_the_sheet_and_nobody_else(demo_world: World, messenger: str):
    survey = await water(demo_world)
    luka = await helper(demo_world, messenger)
    nino = demo_world.guest(messenger)
    await join(nino)
    await opens(demo_world, nino, f"survey-sheet:{survey}")
    assert "დამხმარეს აქვს" in nino.last().text
    await opens(demo_world, nino, f"assist:{survey}")
    assert "დამხმარეს აქვს" in nino.last().text
    await opens(demo_world, luka, f"survey-sheet:{survey}")
    await luka.press("ქართულად")
    await demo_world.tick()
    [file] = files(luka)
    text = "".join("".join(pages(await opened(demo_world, file))).split())
    assert "თანახმავარ,რომ" in text and "გამოკითხვა№" in text
    assert "მხოლოდთუ№1კითხვაზეპასუხია„არა“" in text


@both
async def test_who_stops_helping_leaves_numbers_and_no_half_interview(
    demo_world: World, messenger: str
):
    survey = await water(demo_world)
    luka = await helper(demo_world, messenger)
    await visit(demo_world, luka, survey)
    await luka.press(NEXT)
    await luka.press(DOOR)
    await luka.press("ქართული")
    await luka.press("✓ თანახმაა")
    await luka.say("ზღაპარა")
    await luka.press("კი")
    await opens(demo_world, luka, "assist-list:")
    await luka.say("3")
    await luka.press("არა")
    assert "რომელი გამოკითხვა" in luka.last().text
    await luka.say("3")
    await luka.press("დიახ")
    await luka.say("მენიუ")
    assert "მეზობლების" not in str(luka.buttons()) + luka.last().text
    await opens(demo_world, luka, f"assist:{survey}")
    assert "დამხმარეს აქვს" in luka.last().text
    async with demo_world.database.reading() as session:
        assert not list(await session.scalars(select(Draft.id).where(Draft.script == "assist")))
    assert (await figures(demo_world, survey)).interviews == 1


@both
async def test_one_dismissed_between_two_questions_enters_nothing(
    demo_world: World, messenger: str
):
    survey = await water(demo_world)
    luka = await helper(demo_world, messenger)
    await opens(demo_world, luka, f"assist:{survey}")
    await luka.press(DOOR)
    person = await id_of(demo_world, luka)
    async with demo_world.database.writing() as session:
        await session.execute(delete(Role).where(Role.person_id == person, Role.role == HELPER))
    await luka.press("ქართული")
    assert "დამხმარეს აქვს" in luka.last().text


async def test_a_helper_of_the_neighbours_enters_nothing_here(demo_world: World):
    survey = await water(demo_world)
    lia = demo_world.telegram("ლია")
    await join(lia)
    await accept(lia, await invited(demo_world, "keda", HELPER))
    await opens(demo_world, lia, f"assist:{survey}")
    assert "დამხმარეს აქვს" in lia.last().text


def staff_journeys() -> Iterator[str]:
    """Everything that people who work at a desk do; what a helper may is left out."""
    mine = {"assist", "assist-list", "survey-sheet", "meeting-came", "leave", "appointment"}
    for module in handlers.MODULES:
        if module.__name__.startswith("handlers.municipality."):
            yield from (one.name for one in getattr(module, "JOURNEYS", ()) if one.name not in mine)


async def test_to_a_helper_the_desk_is_as_closed_as_to_anybody(demo_world: World):
    """Whatever it is about: the same answer, and no button that others would not get."""
    luka, nino = await helper(demo_world, "telegram"), demo_world.telegram()
    await join(nino)
    for journey in staff_journeys():
        for subject in (DEMO, "1"):
            said = []
            for guest in (luka, nino):
                await opens(demo_world, guest, f"{journey}:{subject}")
                buttons = [label for label in guest.buttons() if "მეზობლების" not in label]
                said.append((guest.last().text, buttons))
            assert said[0] == said[1], (journey, subject)


async def test_a_helper_is_nobody_where_staff_is_asked_for(demo_world: World):
    luka = await helper(demo_world, "telegram")
    person = await id_of(demo_world, luka)
    by = By(person, DEMO, demo_world.clock.now())
    async with demo_world.database.writing() as session:
        assert await votes.staff_roles(session, person, DEMO) == set()
        assert await staff.posts_of(session, person, staff.STAFF) == []
        assert await owed_by(session, person, DEMO, demo_world.clock.now()) == []
        await plan_mornings(session, demo_world.clock.now())
        assert not list(await session.scalars(select(Due.id).where(Due.person_id == person)))
        others = await staff.staff_of(session, DEMO)
        boss = next(one.person_id for one in others if one.role == staff.COORDINATOR)
        with pytest.raises(NotAllowed):
            await leave(session, By(boss, DEMO, by.now), boss, person)
        with pytest.raises(NotAllowed):
            await leave(session, by, boss, None)


async def test_a_survey_that_is_over_takes_no_interview(demo_world: World):
    survey = await water(demo_world)
    luka = await helper(demo_world, "telegram")
    await opens(demo_world, luka, f"assist:{survey}")
    await luka.press(DOOR)
    async with demo_world.database.writing() as session:
        await surveys.close_now(session, DEMO, survey, demo_world.clock.now())
    demo_world.clock.move(timedelta(seconds=1))
    await luka.press("ქართული")
    assert "დასრულდა" in luka.last().text
