"""People answer surveys at random on both messengers: what is stored is what they said."""

import pytest

from tests.rules.test_respondents import FORMS
from tests.support.polling import poll
from tests.support.world import World

PEOPLE = 20


@pytest.mark.parametrize("name", FORMS)
async def test_what_is_stored_is_what_was_said(demo_world: World, name: str):
    found = await poll(demo_world, FORMS[name], PEOPLE)
    assert len(found.said) == PEOPLE
    assert found.stored == found.said
