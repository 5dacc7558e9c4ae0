"""What is being built with the votes: the list, one project with its news, following it.

The subject of "projects" is '' or "process:<id>"; of "project" a project's id, or "<id>:<place>"
of an older update.
"""

from collections.abc import Sequence
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Picture, lines
from handlers.parts.work_page import WorkPage
from storage import disputes, projects
from storage.projects import STAGES, News, Work

SHORT = 8  # projects that need no narrowing down
SHOWN = 3  # answered disputes below a project


async def script(chat: Chat) -> Done | Open:
    if chat.me.municipality is None:
        return Open("join")
    process = chat.subject.removeprefix("process:")
    of = int(process) if process.isdecimal() else 0
    found = await chat.read(projects.works, chat.me.municipality, of)
    if not found:
        return Done(chat.text("works-none"))
    shown = await _narrowed(chat, found) if len(found) > SHORT else found
    choices = _page(chat).choices(shown, {})
    return Open("project", await chat.choose("project", chat.text("works-list"), choices))


async def _narrowed(chat: Chat, found: Sequence[Work]) -> list[Work]:
    """All, those of one stage, or those of one place."""
    page = _page(chat)
    stages = [stage for stage in STAGES if any(work.stage == stage for work in found)]
    places = sorted({page.where(work) for work in found} - {""})
    choices = [
        Choice("all", chat.text("works-all", count=len(found)), wide=True),
        *(Choice(stage, chat.text("works-stage-name", stage=stage)) for stage in stages),
        *(Choice(f"place{n}", place) for n, place in enumerate(places)),
    ]
    chosen = await chat.choose("which", chat.text("works-which"), choices)
    if chosen in STAGES:
        return [work for work in found if work.stage == chosen]
    names = {f"place{n}": place for n, place in enumerate(places)}
    return [work for work in found if chosen == "all" or page.where(work) == names[chosen]]


async def project(chat: Chat) -> Done:
    """One project with its latest update, or an older one."""
    id, _, place = chat.subject.partition(":")
    work = await chat.read(projects.find, id)
    if work is None:
        return _gone(chat)
    page, history = _page(chat), await chat.read(projects.news, work.id)
    at = int(place) if place.isdecimal() and int(place) < len(history) else 0
    news = history[at] if history else None
    parts = [page.head(work)]
    if news:
        parts.append(page.news(news, await chat.read(disputes.counts, news.id)))
    else:
        parts.append(chat.text("works-no-news"))
    answered = await chat.read(disputes.public, work.id, chat.me.now)
    parts += [page.dispute(one) for one in answered[:SHOWN]]
    parts.append(page.waiting(await chat.read(disputes.unanswered, work.id)))
    picture = Picture(news.photo) if news and news.photo else None
    links = await _links(chat, work, history, at)
    return Done(lines(*parts, by="\n\n"), picture=picture, links=links)


async def _links(
    chat: Chat, work: Work, history: Sequence[News], at: int
) -> tuple[tuple[str, Open | str], ...]:
    links: list[tuple[str, Open | str]] = []
    if at + 1 < len(history):
        links.append((chat.text("works-earlier"), Open("project", f"{work.id}:{at + 1}")))
    here: bool = await chat.read(projects.lives_here, chat.me.person, work.municipality)
    if history and here:
        links.append((chat.text("works-tell"), Open("project-note", str(history[at].id))))
    if await chat.read(projects.follows, work.id, chat.me.person):
        links.append((chat.text("works-unfollow"), Open("project-unfollow", str(work.id))))
    else:
        links.append((chat.text("works-follow"), Open("project-follow", str(work.id))))
    if chat.me.home:
        address = f"{chat.me.home}/r/{work.process}/{work.number}"
        links.append((chat.text("works-page"), address))
    links.append((chat.text("works-to-list"), Open("projects", f"process:{work.process}")))
    return tuple(links)


async def look(chat: Chat) -> Work | Done:
    """The project that is to be followed or no longer followed."""
    work = await chat.read(projects.find, chat.subject)
    return work or _gone(chat)


def _gone(chat: Chat) -> Done:
    return Done(chat.text("works-gone"), links=((chat.text("works-to-list"), Open("projects")),))


def _page(chat: Chat) -> WorkPage:
    return WorkPage(chat.text, chat.me.language, chat.me.main_language, chat.me.zone)


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


async def follow(session: Any, me: Me, text: Text, result: Work | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    await projects.follow(session, result.id, me.person, me.now)
    return Done(text("works-followed"), links=_back(text, result))


async def unfollow(session: Any, me: Me, text: Text, result: Work | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    await projects.unfollow(session, result.id, me.person)
    return Done(text("works-unfollowed"), links=_back(text, result))


def _back(text: Text, work: Work) -> tuple[tuple[str, Open], ...]:
    return ((text("works-to-this"), Open("project", str(work.id))),)


JOURNEYS = (
    Journey("projects", script, apply),
    Journey("project", project, apply),
    Journey("project-follow", look, follow),
    Journey("project-unfollow", look, unfollow),
)
