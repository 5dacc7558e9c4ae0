"""The handbook of rights and duties: by theme, by a question, an entry.

The subject of `rights` is '', a theme, "count", an entry ("petition") or one more thing about it
("petition.answer").
"""

from typing import Any

from bot.content.handbook import THEMES, Entry, Section, handbook
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, lines
from handlers.parts import rights_page as page
from handlers.parts.rights_page import FIRST, Shelf

FIND, LIST, COUNT = "rights-find", "rights", "count"
FOUND = 3  # that a search shows


async def script(chat: Chat) -> Done | Open:
    shelf = await page.shelf_of(chat)
    if chat.subject in THEMES:
        return await _theme(chat, shelf)
    if chat.subject == COUNT:
        return await _count(chat)
    id, _, part = chat.subject.partition(".")
    entry = handbook().entry(id, chat.me.language)
    shown = shelf.shown(entry) if entry else ()
    if entry is None or not shown:
        return await _home(chat)
    for section in shown:
        if section.id == part:
            return await _section(chat, shelf, entry, section)
    return await _entry(chat, shelf, entry)


async def _home(chat: Chat) -> Open:
    text = chat.text
    choices = [
        Choice(FIND, text("rights-find"), wide=True),
        *(Choice(f"rights:{theme}", page.theme_name(text, theme), wide=True) for theme in THEMES),
        Choice("rights:count", text("rights-count"), wide=True),
    ]
    return page.opened(await chat.choose("what", text("rights-home"), choices))


async def _count(chat: Chat) -> Open:
    """The calculators."""
    text = chat.text
    choices = [
        Choice("petition", text("rights-count-petition"), wide=True),
        Choice("petition:call", text("rights-count-call"), wide=True),
        Choice("rights-days", text("rights-days"), wide=True),
    ]
    return page.opened(await chat.choose("what", text("rights-count-what"), choices))


async def _theme(chat: Chat, shelf: Shelf) -> Open:
    found = [
        one
        for one in handbook().entries(chat.me.language)
        if one.theme == chat.subject and shelf.shown(one)
    ]
    prompt = lines(page.theme_name(chat.text, chat.subject), chat.text("rights-which"))
    choices = [*_rows(found), Choice(FIND, chat.text("rights-find"), wide=True)]
    return page.opened(await chat.choose("what", prompt, choices))


def _rows(entries: list[Entry]) -> list[Choice]:
    return [Choice(f"rights:{one.id}", one.title, wide=True) for one in entries]


async def _entry(chat: Chat, shelf: Shelf, entry: Entry) -> Open:
    more = [
        Choice(f"rights:{entry.id}.{section.id}", section.title, wide=True)
        for section in shelf.shown(entry)
        if section.id not in FIRST
    ]
    choices = [*more, *page.ways(chat, entry), *_on(chat, entry)]
    said = page.first_page(chat.text, shelf, entry)
    return page.opened(await chat.choose("what", said, choices))


async def _section(chat: Chat, shelf: Shelf, entry: Entry, section: Section) -> Open:
    back = Choice(f"rights:{entry.id}", entry.title, wide=True)
    choices = [back, *page.ways(chat, entry), *_on(chat, entry)]
    said = page.section_page(chat.text, shelf, entry, section)
    return page.opened(await chat.choose("what", said, choices))


def _on(chat: Chat, entry: Entry) -> list[Choice]:
    theme = page.theme_name(chat.text, entry.theme)
    return [
        Choice(f"rights:{entry.theme}", theme, wide=True),
        Choice(FIND, chat.text("rights-find-more"), wide=True),
    ]


async def find(chat: Chat) -> Done:
    """A question in plain words; where nothing answers it, that is said."""
    text = chat.text
    said = await chat.ask("words", text("rights-find-ask"), at_most=300)
    shelf, book = await page.shelf_of(chat), handbook()
    ranked = (book.entry(id, chat.me.language) for id in book.search(said, len(book.ids)))
    found = [one for one in ranked if one and shelf.shown(one)][:FOUND]
    ask = (text("rights-ask"), Open(page.ASK))
    again = (text("rights-find-again"), Open(FIND))
    if not found:
        themes = (text("rights-by-theme"), Open("rights"))
        return Done(text("rights-none"), links=(ask, again, themes))
    rows = tuple((one.title, Open("rights", one.id)) for one in found)
    return Done(text("rights-found"), links=(*rows, ask, again))


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (Journey(LIST, script, apply), Journey(FIND, find, apply))
