"""After sealing: the count and its pictures, then the referee, who must find the same winners."""

from functools import partial
from typing import Any

from bot.civic import tally
from bot.civic.equal_shares import TooManyRounds
from bot.journey import Tools
from handlers.parts.alarm import alarm
from handlers.parts.new_hour import put_off
from handlers.parts.results_page import Page
from storage import audiences, release, reports, results, votes
from storage.reports import Report
from storage.results import Placed


async def count(args: dict[str, Any], tools: Tools) -> None:
    """Count a sealed vote, off the loop, and draw its pictures.

    The staff learn at once of a count that would never end: there is time before its hour.
    """
    async with tools.reading() as session:
        vote = await votes.find(session, args["process"])
        if vote is None or vote.state != "sealed" or vote.seal_step != "done":
            return
        sheet = await results.sheet(session, vote)
        items = {str(item.number): item for item in await votes.projects(session, vote.id)}
        empty = await reports.report(session, vote)
        main = await votes.main_language(session, vote.municipality)
        languages = await audiences.read_by(session, {"took_part": vote.id}, main)
    try:
        counted = await tools.off_loop(tally.count, sheet.rules, sheet.projects, sheet.groups)
    except TooManyRounds:
        async with tools.writing() as session:
            await alarm(session, vote.id, tools)
        return
    found = tuple(Placed(items[outcome.project], outcome) for outcome in counted.outcomes)
    report = Report(vote, found, empty.zones, empty.turnout)
    charts = {language: await _chart(tools, report, language, main) for language in languages}
    async with tools.writing() as session:
        await results.keep(session, vote.id, counted, charts, tools.now())


async def _chart(tools: Tools, report: Report, language: str, main: str) -> str:
    page = Page(partial(tools.text, language), language, main, report)
    footer = tools.text(language, "results-footer", count=report.vote.ballots)
    return await tools.chart(page.read(report.vote.name), page.bars(), footer.plain())


async def referee(args: dict[str, Any], tools: Tools) -> None:
    """Recount by somebody else.  Agreed: told at its hour, at once if that has passed meanwhile.

    If not, people have to look at it.
    """
    async with tools.reading() as session:
        vote = await votes.find(session, args["process"])
        if vote is None or release.finding(vote) != results.WAITING:
            return
        sheet = await results.sheet(session, vote)
    counted = await tools.off_loop(tally.count, sheet.rules, sheet.projects, sheet.groups)
    found = await tools.refereed(sheet.rules, sheet.projects, sheet.groups, counted)
    async with tools.writing() as session:
        settled = await release.settle(session, vote.id, found, tools.now())
        if settled is None:
            return
        if found["finding"] == release.AGREES:
            await results.look_again(session, vote.id, max(tools.now(), settled.results_at))
            return
        await alarm(session, vote.id, tools)
        if found["finding"] == release.DIFFERS:
            await put_off(session, settled, tools)


JOBS = {"count": count, "referee": referee}
