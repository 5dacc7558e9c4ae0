"""Results: who won, why each project won or lost, told from the announced hour on.

The subject of "results" is "process:<id>", or '' to find out which; of "results-table" it is
"<id>:<page>".
"""

from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Words, lines
from handlers.parts.results_page import PER_PAGE, Page
from storage import reports, votes
from storage.votes import Vote


async def script(chat: Chat) -> Done | Open:
    id = chat.subject.removeprefix("process:")
    if not id:
        return await _which(chat)
    vote = await chat.read(votes.find, id)
    if vote is None or not vote.told(chat.me.now):
        return Done(chat.text("results-none"))
    page = await _page(chat, vote)
    return Done(page.summary(), picture=page.picture(), links=_links(chat, page))


async def table(chat: Chat) -> Done:
    """Every project with its reason, a few at a time."""
    id, _, at = chat.subject.partition(":")
    vote = await chat.read(votes.find, id)
    if vote is None or not vote.told(chat.me.now):
        return Done(chat.text("results-none"))
    page = await _page(chat, vote)
    found = page.report.found
    pages = -(-len(found) // PER_PAGE) or 1
    number = int(at) % pages if at.isdecimal() else 0
    shown = found[number * PER_PAGE : (number + 1) * PER_PAGE]
    head = chat.text("results-pages", page=str(number + 1), pages=str(pages))
    links = [(chat.text("results-back"), Open("results", votes.subject(vote.id)))]
    if number + 1 < pages:
        links.insert(0, (chat.text("results-more"), Open("results-table", f"{id}:{number + 1}")))
    return Done(lines(page.name(), head, *page.table(shown), by="\n\n"), links=tuple(links))


def _links(chat: Chat, page: Page) -> tuple[tuple[str, Open], ...]:
    vote = page.report.vote
    check = (chat.text("results-check"), Open("receipt", str(vote.id)))
    built = (chat.text("results-built"), Open("projects", votes.subject(vote.id)))
    if page.short_enough:
        return check, built
    return (chat.text("results-why"), Open("results-table", f"{vote.id}:0")), check, built


async def _page(chat: Chat, vote: Vote) -> Page:
    report = await chat.read(reports.report, vote)
    return Page(chat.text, chat.me.language, chat.me.main_language, report, chat.me.home)


async def _which(chat: Chat) -> Done | Open:
    known = await chat.read(votes.shown, chat.me.municipality)
    found = [vote for vote in known if vote.told(chat.me.now)]
    if not found:
        return Done(chat.text("results-none"))
    if len(found) == 1:
        return Open("results", votes.subject(found[0].id))
    choices = [
        Choice(str(vote.id), Words(vote.name).read(chat.me.language, chat.me.main_language))
        for vote in found
    ]
    chosen = await chat.choose("which", chat.text("results-which"), choices)
    return Open("results", votes.subject(int(chosen)))


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (Journey("results", script, apply), Journey("results-table", table, apply))
