"""Where nothing fits, a person is asked."""

import pytest

from bot.content.handbook import handbook
from bot.conversation import Chat
from bot.journey import Me, Open, State
from handlers.citizen import rights
from handlers.parts import rights_page as page
from tests.core.talk import NOW, TEXT
from tests.support.fake_channel import LIMITS

NOTHING, SOMETHING = "will it rain tomorrow", "who may attend a sitting of the council"


async def links(said: str) -> list[Open | str]:
    """Where a search leads."""
    state = State("rights-find", answers={"words": said})
    chat = Chat(Me(1, 1, "fake", "en", NOW), state, TEXT, LIMITS)
    return [where for _, where in (await rights.find(chat)).links]


@pytest.mark.parametrize("said", [NOTHING, SOMETHING])
async def test_a_question_can_be_asked_whatever_was_found(said):
    assert Open("ask") in await links(said)


async def test_an_answer_comes_before_the_question():
    assert (await links(SOMETHING))[0] == Open("rights", "sittings")
    assert (await links(NOTHING))[0] == Open("ask")


async def test_an_entry_that_starts_nothing_else_offers_to_ask():
    chat = Chat(Me(1, 1, "fake", "en", NOW), State("rights", "advisors"), TEXT, LIMITS)
    entry = handbook().entry("advisors", "en")
    assert entry
    assert [way.id for way in page.ways(chat, entry)] == ["ask"]
