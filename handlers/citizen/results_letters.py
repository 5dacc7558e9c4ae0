"""What people are written of a result: the result at its hour, or plainly a new hour."""

from datetime import timedelta
from functools import partial
from typing import Any

from bot.journey import DueNow, Tools
from bot.messages import Choice, Outgoing, lines
from handlers.parts.alarm import alarm
from handlers.parts.new_hour import put_off, send
from handlers.parts.results_page import Page
from storage import audiences, keeping, projects, release, reports, results, votes
from storage.due import Outdated
from storage.results import WAITING
from storage.votes import Vote

AGAIN = timedelta(minutes=10)


async def tell(session: Any, row: DueNow, tools: Tools) -> None:
    """At the announced hour: the result to everybody who took part, or when it will come."""
    vote = await votes.locked(session, int(row.subject.removeprefix("process:")))
    if await release.was_told(session, vote.id):
        raise Outdated
    if vote.results_at > tools.now():  # the calendar has moved since
        await results.promise(session, vote, vote.results_at)
        return
    if not vote.released:
        await _not_yet(session, vote, tools)
        return
    await projects.begin(session, vote, tools.now())
    audience = {"took_part": vote.id}
    report = await reports.report(session, vote)
    main = await votes.main_language(session, vote.municipality)
    months = (await keeping.terms(session, vote.municipality)).months
    bodies = {}
    for language in await audiences.read_by(session, audience, main):
        text = partial(tools.text, language)
        page = Page(text, language, main, report, tools.home)
        menu = (Choice("!menu", text("core-menu")),)
        kept = text("keeping-renewed", months=months)
        told = lines(page.summary(), kept, by="\n\n")
        said = Outgoing(told, _links(page), menu, picture=page.picture())
        bodies[language] = [said.to_json()]
    people = await audiences.count_people(session, audience)
    able = await audiences.count_reachable(session, audience)
    await release.tell(session, vote, tools.now(), people, able)
    campaign = await send(session, vote, bodies, tools.now())
    await keeping.plan_renewal(session, campaign, tools.now())


def _links(page: Page) -> tuple[Choice, ...]:
    id = page.report.vote.id
    why = Choice(f"go:results-table:{id}:0", page.text("results-why"), wide=True)
    check = Choice(f"go:receipt:{id}", page.text("results-check"), wide=True)
    built = Choice(f"go:projects:{votes.subject(id)}", page.text("results-built"), wide=True)
    mine = Choice("go:privacy:", page.text("menu-privacy"), wide=True)
    return (check, built, mine) if page.short_enough else (why, check, built, mine)


async def _not_yet(session: Any, vote: Vote, tools: Tools) -> None:
    """A count or referee at work is waited for; else people look, and citizens learn when."""
    now = tools.now()
    waiting = release.finding(vote) == WAITING
    if (waiting or vote.state == "sealed") and now < vote.results_at + release.PATIENCE:
        await results.look_again(session, vote.id, now + AGAIN)
        return
    if waiting:
        await release.settle(session, vote.id, release.STOPPED, now)
    await alarm(session, vote.id, tools)
    await put_off(session, vote, tools)


DUE = {votes.RESULTS: tell}
