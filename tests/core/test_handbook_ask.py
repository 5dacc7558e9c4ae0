"""Where nothing fits, a person is asked; if this house has a journey for that."""

import pytest

from bot.content.handbook import handbook
from bot.conversation import Chat
from bot.journey import Me, Open, State
from handlers.citizen import rights
from handlers.parts import rights_page as page
from tests.core.talk import NOW, TEXT
from tests.support.fake_channel import LIMITS

NOTHING, SOMETHING = "will it rain tomorrow", "who may attend a sitting of the council"


async def links(said: str, journeys: dict[str, str]) -> list[Open | str]:
    """Where a search leads in a house with these journeys."""
    state = State("rights-find", answers={"words": said})
    chat = Chat(Me(1, 1, "fake", "en", NOW), state, TEXT, LIMITS, titles=journeys)
    return [where for _, where in (await rights.find(chat)).links]


@pytest.mark.parametrize("said", [NOTHING, SOMETHING])
async def test_asking_is_offered_where_there_is_a_journey_for_it(said):
    assert Open("ask") in await links(said, {"ask": ""})
    assert Open("ask") not in await links(said, {"idea": ""})


async def test_an_answer_comes_before_the_question():
    assert (await links(SOMETHING, {"ask": ""}))[0] == Open("rights", "sittings")
    assert (await links(NOTHING, {"ask": ""}))[0] == Open("ask")


async def test_an_entry_offers_only_what_there_is():
    chat = Chat(Me(1, 1, "fake", "en", NOW), State("rights", "advisors"), TEXT, LIMITS)
    entry = handbook().entry("advisors", "en")
    assert entry
    assert page.ways(chat, entry) == []
    chat = Chat(
        Me(1, 1, "fake", "en", NOW), State("rights", "advisors"), TEXT, LIMITS, titles={"ask": ""}
    )
    assert [way.id for way in page.ways(chat, entry)] == ["ask"]
