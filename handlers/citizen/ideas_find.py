"""Finding ideas: by words or a number, by village, by subject, by supporters."""

from typing import Any

from bot.civic.proposals import typed_number
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Words
from handlers.parts import idea_page as page
from storage import editions, ideas, votes
from storage.places import settlements


async def script(chat: Chat) -> Done | Open:
    if chat.me.municipality is None:
        return Open("join")
    edition = await chat.read(editions.current, chat.me.municipality, chat.me.now)
    zoned = edition is not None and len(edition.rules.pots) > 1
    ways = [
        Choice("words", chat.text("idea-find-words"), wide=True),
        Choice("new", chat.text("idea-find-new")),
        Choice("top", chat.text("idea-find-top")),
        Choice("settlement", chat.text("idea-find-settlement")),
        Choice("category", chat.text("idea-find-category")),
        *([Choice("zone", chat.text("idea-find-zone"))] if zoned else []),
    ]
    way = await chat.choose("way", chat.text("idea-find-how"), ways)
    if way == "words":
        return await _words(chat)
    if way == "category":
        prompt = chat.text("idea-find-which-category")
        chosen = await chat.choose("category", prompt, page.categories(chat.text))
        return Open("ideas", f"c-{chosen}")
    if way == "settlement":
        return await _settlement(chat)
    if way == "zone" and edition:
        return await _zone(chat, edition.id)
    return Open("ideas", "top" if way == "top" else "")


async def _words(chat: Chat) -> Done | Open:
    said = await chat.ask("words", chat.text("idea-find-ask"), at_most=100)
    number, place = typed_number(said), chat.me.municipality
    if number is not None and (id := await chat.read(ideas.numbered, place, number)):
        return Open("ideas", str(id))
    found = await chat.read(ideas.search, place, said)
    if not found:
        again = (chat.text("idea-find-again"), Open("ideas-find"))
        links = (again, (chat.text("idea-to-list"), Open("ideas")))
        return Done(chat.text("idea-find-none", words=said), links=links)
    prompt = chat.text("idea-find-found", words=said, count=len(found))
    return Open("ideas", await chat.choose("idea", prompt, page.rows(chat, found)))


async def _settlement(chat: Chat) -> Open:
    villages = await chat.read(settlements, chat.me.municipality)
    choices = [Choice(str(village.id), _read(chat, village.name)) for village in villages]
    prompt = chat.text("idea-find-which-settlement")
    return Open("ideas", f"s-{await chat.choose('settlement', prompt, choices)}")


async def _zone(chat: Chat, edition: int) -> Open:
    names = await chat.read(votes.zones, edition)
    choices = [Choice(code, _read(chat, name)) for code, name in names.items()]
    prompt = chat.text("idea-find-which-zone")
    return Open("ideas", f"z-{edition}-{await chat.choose('zone', prompt, choices)}")


def _read(chat: Chat, name: dict[str, str]) -> str:
    return Words(name).read(chat.me.language, chat.me.main_language)


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (Journey("ideas-find", script, apply),)
