"""What stays in a conversation: a confirmation before a refused answer, and a value kept once."""

from collections.abc import Iterator
from itertools import count

from bot.conversation import Chat
from bot.messages import Choice
from tests.core.talk import Talk


async def confirmed_then_asked(chat: Chat) -> str:
    word = await chat.ask("word", "A word?")
    await chat.confirm("sure", f"{word}?", (Choice("yes", "Yes"),))
    return await chat.ask("code", "A code?", check=lambda said: "odd" if said == "no" else None)


async def test_a_confirmation_stays_when_a_later_answer_is_refused() -> None:
    talk = Talk(confirmed_then_asked)
    await talk.begin()
    await talk.say("road")
    await talk.tap("yes")
    assert (await talk.say("no")).text == "odd\n\nA code?"
    await talk.say("yes")
    assert talk.finished and talk.result == "yes"


async def test_it_goes_when_an_earlier_answer_is_forgotten() -> None:
    talk = Talk(confirmed_then_asked)
    await talk.begin()
    await talk.say("road")
    await talk.tap("yes")
    assert (await talk.back()).text == "road?"
    assert (await talk.back()).text == "A word?"
    assert (await talk.say("water")).text == "water?"


async def test_a_value_is_kept_as_it_was_at_first_and_is_no_step() -> None:
    turns: Iterator[int] = count(1)

    async def script(chat: Chat) -> str:
        await chat.ask("one", "One?")
        value = chat.once("begun", str(next(turns)))
        await chat.ask("two", "Two?")
        return value

    talk = Talk(script)
    await talk.begin()
    await talk.say("a")
    await talk.say("/odd")
    assert talk.result == "1"


async def test_back_passes_a_kept_value() -> None:
    async def script(chat: Chat) -> str:
        await chat.ask("one", "One?")
        chat.once("begun", "now")
        return await chat.ask("two", "Two?")

    talk = Talk(script)
    await talk.begin()
    assert (await talk.say("a")).text == "Two?"
    assert (await talk.back()).text == "One?"
