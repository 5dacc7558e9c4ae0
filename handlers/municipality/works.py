"""Winners being built, for the staff: who sees to it and when, news, and answers that are owed.

The subject of "works" is a municipality, of "work" and "work-plan" a project's id.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import day, typed_day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts.work_page import WorkPage
from storage import disputes, projects, staff, votes, works
from storage.conduct import By, NotNow
from storage.projects import Work
from storage.staff import COORDINATOR
from storage.works import OWNERS, Plan


@dataclass(frozen=True, slots=True)
class Planned:
    """Who sees to a project, and when."""

    work: Work
    plan: Plan


async def script(chat: Chat) -> Done | Open:
    roles = await chat.read(votes.staff_roles, chat.me.person, chat.subject)
    if not roles & OWNERS:
        return Done(chat.text("works-not-yours"))
    found = await chat.read(projects.works, chat.subject)
    if not found:
        return Done(chat.text("works-none-yet"))
    owed = {work.id: len(await chat.read(disputes.unanswered, work.id)) for work in found}
    choices = _page(chat).choices(found, owed)
    return Open("work", await chat.choose("project", chat.text("works-staff-list"), choices))


async def one(chat: Chat) -> Done:
    """One project, and what can be done for it."""
    work = await chat.read(projects.find, chat.subject)
    if work is None or not await chat.read(works.may, chat.me.person, work):
        return Done(chat.text("works-not-yours"))
    page, history = _page(chat), await chat.read(projects.news, work.id)
    owed = await chat.read(disputes.unanswered, work.id)
    followers = await chat.read(projects.followers, work.id)
    parts = [page.head(work), await _owner(chat, work)]
    if history:
        parts.append(page.news(history[0], await chat.read(disputes.counts, history[0].id)))
    parts.append(chat.text("works-followers", count=followers))
    parts.append(page.waiting(owed))
    links: list[tuple[str, Open]] = []
    if owed:
        links.append((chat.text("works-to-answer"), Open("work-answer", str(owed[0].id))))
    links.append((chat.text("works-to-news"), Open("work-news", str(work.id))))
    if await chat.read(staff.is_staff, chat.me.person, work.municipality, COORDINATOR):
        links.append((chat.text("works-to-plan"), Open("work-plan", str(work.id))))
    links.append((chat.text("works-to-list"), Open("works", work.municipality)))
    return Done(lines(*parts, by="\n\n"), links=tuple(links))


async def _owner(chat: Chat, work: Work) -> Html:
    members = await chat.read(staff.staff_of, work.municipality)
    names = {member.person_id: member.name for member in members}
    if work.owner not in names:
        return chat.text("works-nobody")
    return chat.text("works-owner", name=names[work.owner])


async def planning(chat: Chat) -> Planned | Done:
    """Who sees to the project, when it begins, when it is to be done."""
    work = await chat.read(projects.find, chat.subject)
    if work is None or not await chat.read(
        staff.is_staff, chat.me.person, work.municipality, COORDINATOR
    ):
        return Done(chat.text("works-not-yours"))
    members = await chat.read(staff.staff_of, work.municipality)
    able = {m.person_id: m.name for m in members if m.role in OWNERS and m.name}
    choices = [Choice(str(id), name) for id, name in able.items()]
    head = _page(chat).head(work)
    owner = await chat.choose("owner", lines(head, chat.text("works-ask-owner")), choices)

    def no_day(typed: str) -> str | None:
        return None if typed_day(typed) else chat.text("works-bad-day")

    starts = typed_day(await chat.ask("starts", chat.text("works-ask-starts"), check=no_day))
    assert starts is not None

    def too_early(typed: str) -> str | None:
        ends = typed_day(typed)
        if ends is None:
            return chat.text("works-bad-day")
        return chat.text("works-ends-early", day=day(starts)) if ends < starts else None

    ends = typed_day(await chat.ask("ends", chat.text("works-ask-ends"), check=too_early))
    assert ends is not None
    return Planned(work, Plan(int(owner), starts, ends))


async def keep(session: Any, me: Me, text: Text, result: Planned | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    by = By(me.person, result.work.municipality, me.now)
    try:
        await works.plan(session, result.work.id, by, result.plan)
    except NotNow as refused:
        return Done(_problem(text, refused.why))
    return Done(text("works-planned"), then=Open("work", str(result.work.id)))


def _problem(text: Text, why: str) -> Html:
    return text("works-owner-gone") if why == "owner" else text("works-not-yours")


def _page(chat: Chat) -> WorkPage:
    return WorkPage(chat.text, chat.me.language, chat.me.main_language, chat.me.zone)


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (
    Journey("works", script, apply),
    Journey("work", one, apply),
    Journey("work-plan", planning, keep, title="works-plan-title"),
)
