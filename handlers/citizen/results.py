"""Results: the count, its picture, why each project won or lost; told at the announced hour.

The subject is "process:<id>", or '' to find out which.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.civic import outcomes, tally
from bot.civic.amounts import Amount
from bot.civic.outcomes import Outcome as Fate
from bot.conversation import Chat
from bot.formats import listed, money
from bot.journey import Bar, Done, DueNow, Journey, Me, Open, Outcome, Text, Tools
from bot.messages import Choice, Html, Outgoing, Picture, Words, lines, safe
from storage import audiences, campaigns, results, votes
from storage.campaigns import NewCampaign
from storage.results import Placed
from storage.tables.mail import NOTICE
from storage.votes import Vote

BARS = 24  # a longer picture cannot be read on a phone; the text has all of them
TOPIC = "results"


async def script(chat: Chat) -> Done | Open:
    id = chat.subject.removeprefix("process:")
    if not id:
        return await _which(chat)
    vote = await chat.read(votes.find, id)
    if vote is None or not vote.told(chat.me.now):
        return Done(chat.text("results-none"))
    found = await chat.read(results.placed, vote.id)
    page = Page(chat.text, chat.me.language, chat.me.main_language)
    links = ((chat.text("results-check"), Open("receipt", id)),)
    return Done(page.body(vote, found), picture=page.picture(vote), links=links)


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


@dataclass(frozen=True, slots=True)
class Page:
    """A result for readers of one language."""

    text: Text
    language: str
    main: str

    def body(self, vote: Vote, found: Sequence[Placed]) -> Html:
        """The same numbers as in the picture, and the reason for each."""
        name = Html(f"<b>{safe(self.read(vote.name))}</b>")
        head = self.text("results-head", count=vote.ballots)
        won = [self.line(place, found) for place in found if place.outcome.funded]
        lost = [self.line(place, found) for place in found if not place.outcome.funded]
        parts = [name, head]
        if won:
            parts += [self.text("results-won"), *won]
        if lost:
            parts += [self.text("results-lost"), *lost]
        return lines(*parts, by="\n\n")

    def line(self, place: Placed, found: Sequence[Placed]) -> Html:
        title, score = self.title(place), self.score(place.outcome)
        names = {str(other.item.number): self.title(other) for other in found}
        return lines(Html(f"<b>{safe(title)}</b> — {score}"), why(self.text, place.outcome, names))

    def title(self, place: Placed) -> str:
        return f"№{place.item.number} {self.read(place.item.title)}"

    def score(self, outcome: Fate) -> Html:
        return self.text("results-votes", count=outcome.votes)

    def bars(self, found: Sequence[Placed]) -> list[Bar]:
        by_votes = sorted(found, key=lambda place: -place.outcome.votes)
        return [
            Bar(
                self.title(place),
                place.outcome.votes,
                self.score(place.outcome).plain(),
                place.outcome.funded,
            )
            for place in by_votes[:BARS]
        ]

    def picture(self, vote: Vote) -> Picture | None:
        charts = vote.charts or {}
        media = charts.get(self.language) or charts.get(self.main)
        return Picture(media) if media else None

    def read(self, words: dict[str, str]) -> str:
        return Words(words).read(self.language, self.main)


def why(text: Text, outcome: Fate, names: dict[str, str]) -> Html:
    """Why a project won or lost, in one line."""
    match outcome.reason:
        case outcomes.Funded():
            return text("results-funded", cost=_lari(outcome.cost))
        case outcomes.Bought(each, payers, _):
            return text("results-bought", cost=_lari(outcome.cost), payers=payers, each=_lari(each))
        case outcomes.BelowMinimum(_, needed):
            return text("results-below", needed=_whole(needed))
        case outcomes.NoMoney(left, cost):
            return text("results-no-money", left=_lari(left), cost=_lari(cost))
        case outcomes.TieLost(_, cost, ahead):
            others = listed(names[id] for id in ahead)
            return text("results-tie", others=others, cost=_lari(cost))
        case outcomes.Stopped(at):
            return text("results-stopped", other=names[at])
        case outcomes.Short(held, cost, _):
            return text("results-short", held=_lari(held), cost=_lari(cost))
        case outcomes.Withdrawn():
            return text("results-withdrawn")


def _lari(amount: Amount) -> str:
    return money(_whole(amount))


def _whole(amount: Amount) -> int:
    return round(amount)


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


async def count(args: dict[str, Any], tools: Tools) -> None:
    """Count a sealed vote, off the loop, and draw its pictures."""
    async with tools.reading() as session:
        vote = await votes.find(session, args["process"])
        if vote is None or vote.state != "sealed" or vote.seal_step != "done":
            return
        sheet = await results.sheet(session, vote)
        items = {str(item.number): item for item in await votes.projects(session, vote.id)}
        languages = await _languages(session, vote)
    counted = await tools.off_loop(tally.count, sheet.rules, sheet.projects, sheet.groups)
    found = [Placed(items[outcome.project], outcome) for outcome in counted.outcomes]
    charts = {language: await _chart(tools, vote, found, language) for language in languages}
    async with tools.writing() as session:
        await results.keep(session, vote.id, counted, charts, tools.now())


async def _languages(session: Any, vote: Vote) -> list[str]:
    """Those of the voters, and the municipality's own for everybody else."""
    main = await votes.main_language(session, vote.municipality)
    read = await audiences.languages(session, {"voted": vote.id})
    return sorted({main, *read})


async def _chart(tools: Tools, vote: Vote, found: Sequence[Placed], language: str) -> str:
    page = Page(partial(tools.text, language), language, language)
    footer = tools.text(language, "results-footer", count=vote.ballots)
    return await tools.chart(page.read(vote.name), page.bars(found), footer.plain())


async def tell(session: Any, row: DueNow, tools: Tools) -> None:
    """At the announced hour: the result to everybody who voted, in their language."""
    vote = await votes.find(session, row.subject.removeprefix("process:"))
    assert vote is not None
    found = await results.placed(session, vote.id)
    main = await votes.main_language(session, vote.municipality)
    bodies = {}
    for language in await _languages(session, vote):
        page = Page(partial(tools.text, language), language, main)
        said = Outgoing(page.body(vote, found), picture=page.picture(vote))
        bodies[language] = [said.to_json()]
    new = NewCampaign(
        vote.municipality,
        "results",
        bodies,
        {"voted": vote.id},
        subject=row.subject,
        topic=TOPIC,
        lane=NOTICE,
    )
    await campaigns.create(session, new, tools.now())


JOURNEYS = (Journey("results", script, apply),)
DUE = {results.DUE: tell}
JOBS = {"count": count}
