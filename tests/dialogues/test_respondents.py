"""People answer surveys at random on both messengers: what is stored is what they said."""

from contextlib import suppress
from datetime import timedelta
from random import Random

import pytest

from bot.civic.survey.form import Form, Kind
from bot.civic.survey.interview import Interview
from bot.civic.survey.sitting import Sitting
from bot.journey import TBILISI
from handlers.parts.survey_words import shown
from storage import surveys
from storage.demo.place import DEMO
from storage.doors import Way, new_door
from storage.surveys import NewSurvey
from tests.dialogues.test_arriving import id_of
from tests.rules.test_respondents import FORMS
from tests.support import answered
from tests.support.acts import join
from tests.support.interviewee import Leaves, interviewed
from tests.support.world import World

PEOPLE = 20
OURS = (Kind.PHOTO, Kind.META)  # a media id and an hour are not what somebody said


async def opened(world: World, form: Form) -> tuple[int, str]:
    """An open survey, and the code that leads to it."""
    now = world.clock.now()
    async with world.database.writing() as session:
        new = NewSurvey(DEMO, dict(form.title), {"ka": ""}, now, now + timedelta(days=30))
        id = await surveys.add(session, new, form)
        return id, await new_door(session, Way(DEMO, None, "needs", str(id)), now)


async def poll(world: World, form: Form, people: int) -> int:
    """So many people, half on each messenger; what is stored of each must be what they said.

    How many came to the end; of whoever leaves half-way nothing is stored.
    """
    id, code = await opened(world, form)
    interview, random = Interview.of(form), Random(7)
    ours = {item.name for item in form.walk() if item.kind in OURS}
    done = 0
    for number in range(people):
        guest = world.guest(("telegram", "viber")[number % 2], f"{number}")
        await join(guest, code=code)
        now = world.clock.now().astimezone(TBILISI)
        sitting = Sitting("ka", now, now, f"{id}:{await id_of(world, guest)}", shown)
        with suppress(Leaves):
            said = await interviewed(guest, interview, sitting, random)
            done += 1
        async with world.database.reading() as session:
            stored = await answered.every(session, id)
        assert len(stored) == done, guest.screen()[-1].text
        if done:
            assert without(stored[-1].values, ours) == without(said, ours)
    return done


def without(values: dict[str, str], names: set[str]) -> dict[str, str]:
    return {key: value for key, value in values.items() if key.rpartition(".")[2] not in names}


@pytest.mark.parametrize("name", FORMS)
async def test_what_is_stored_is_what_was_said(demo_world: World, name: str):
    assert await poll(demo_world, FORMS[name], PEOPLE) == PEOPLE
