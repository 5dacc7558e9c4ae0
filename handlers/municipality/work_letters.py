"""What goes out about projects: news to followers, an answer to whoever disputed, reminders."""

from functools import partial
from typing import Any

from bot.journey import DueNow, Tools
from bot.messages import Choice, Outgoing, Picture, lines
from handlers.parts.work_page import WorkPage
from storage import (
    audiences,
    campaigns,
    disputes,
    due,
    mail,
    places,
    projects,
    recipients,
    votes,
    works,
)
from storage.campaigns import NewCampaign
from storage.due import Outdated
from storage.projects import RUNNING, News, Work
from storage.recipients import Recipient
from storage.staff import COORDINATOR
from storage.tables.mail import NOTICE
from storage.tables.topics import PROJECTS


async def tell_news(session: Any, row: DueNow, tools: Tools) -> None:
    """An update to everybody who follows the project, once."""
    id = row.subject.removeprefix("update:")
    work = await projects.of_update(session, id)
    assert work is not None
    news = next(one for one in await projects.news(session, work.id) if one.id == int(id))
    audience = {"follows": work.id}
    main = await votes.main_language(session, work.municipality)
    zone = await places.time_zone(session, work.municipality)
    bodies = {}
    for language in await audiences.read_by(session, audience, main):
        page = WorkPage(partial(tools.text, language), language, main, zone)
        bodies[language] = [_news(page, work, news).to_json()]
    new = NewCampaign(
        work.municipality,
        "project-news",
        bodies,
        audience,
        subject=projects.subject(work.id),
        topic=PROJECTS,
        lane=NOTICE,
    )
    await campaigns.create(session, new, tools.now())


def _news(page: WorkPage, work: Work, news: News) -> Outgoing:
    said = lines(page.head(work), page.news(news, (0, 0)), by="\n\n")
    choices = (
        Choice(f"go:project-note:{news.id}", page.text("works-tell"), wide=True),
        Choice(f"go:project:{work.id}", page.text("works-to-this"), wide=True),
        Choice(f"go:project-unfollow:{work.id}", page.text("works-unfollow")),
    )
    picture = Picture(news.photo) if news.photo else None
    return Outgoing(said, choices, _menu(page), picture=picture)


def _menu(page: WorkPage) -> tuple[Choice, ...]:
    return (Choice("!menu", page.text("core-menu")),)


async def tell_answer(session: Any, row: DueNow, tools: Tools) -> None:
    """The answer to whoever disputed."""
    dispute = await disputes.find(session, row.subject.removeprefix("note:"))
    work = await projects.find(session, dispute.project) if dispute else None
    if dispute is None or work is None or dispute.person is None:
        raise Outdated
    who = await recipients.recipient(session, dispute.person)
    if who is None:
        raise Outdated
    page = await _page(session, work, who, tools)
    said = lines(page.text("works-answer-came"), page.head(work), page.dispute(dispute), by="\n\n")
    choices = (Choice(f"go:project:{work.id}", page.text("works-to-this"), wide=True),)
    await _write(session, who, Outgoing(said, choices, _menu(page)), tools)


async def nag(session: Any, row: DueNow, tools: Tools) -> None:
    """The last update of an unfinished project has grown too old."""
    work = await projects.find(session, row.subject.removeprefix("project:"))
    if work is None or work.stage not in RUNNING:
        raise Outdated
    for who in await _owners(session, work):
        page = await _page(session, work, who, tools)
        said = page.text("works-stale", name=page.name(work), days=work.stale_days)
        choices = (Choice(f"go:work-news:{work.id}", page.text("works-to-news"), wide=True),)
        await _write(session, who, Outgoing(said, choices, _menu(page)), tools)
    await works.remind(session, work.id, tools.now() + works.AGAIN)


async def overdue(session: Any, row: DueNow, tools: Tools) -> None:
    """A dispute has no answer though its day has come; from now on everybody reads that."""
    dispute = await disputes.find(session, row.subject.removeprefix("note:"))
    work = await projects.find(session, dispute.project) if dispute else None
    if dispute is None or work is None or dispute.answered_at is not None:
        raise Outdated
    for who in await _owners(session, work):
        page = await _page(session, work, who, tools)
        said = page.text("works-answer-late", name=page.name(work))
        choices = (Choice(f"go:work-answer:{dispute.id}", page.text("works-to-answer"), wide=True),)
        await _write(session, who, Outgoing(said, choices, _menu(page)), tools)
    again = tools.now() + disputes.AGAIN
    await due.plan(session, row.kind, row.subject, again, occurrence=again.isoformat())


async def _owners(session: Any, work: Work) -> list[Recipient]:
    """Who sees to the project; the coordinators where nobody does or the owner has left."""
    held = await recipients.staff(session, work.municipality, works.OWNERS)
    owner = [who for who in held if who.person_id == work.owner]
    return owner or await recipients.staff(session, work.municipality, {COORDINATOR})


async def _page(session: Any, work: Work, who: Recipient, tools: Tools) -> WorkPage:
    main = await votes.main_language(session, work.municipality)
    zone = await places.time_zone(session, work.municipality)
    return WorkPage(partial(tools.text, who.language), who.language, main, zone)


async def _write(session: Any, who: Recipient, message: Outgoing, tools: Tools) -> None:
    body = message.to_json()
    letter = mail.letter(who.bot, who.account_id, body, tools.now(), lane=NOTICE)
    await mail.post(session, [letter])


DUE = {
    projects.STALE: nag,
    works.NEWS: tell_news,
    disputes.OVERDUE: overdue,
    disputes.ANSWERED: tell_answer,
}
