"""What those who vote are written: a project was taken off or corrected, voting stopped, goes on.

Everybody who has voted or begun to gets the same letter, whatever they picked.  To write only to
those who picked the project, their names would have to be found with the vote's key, and then
having got the letter would tell how somebody voted.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from bot.formats import day, hour, money
from bot.journey import Text, Tools
from bot.messages import Choice, Html, Outgoing, Words, lines
from storage import audiences, campaigns, places, votes
from storage.campaigns import NewCampaign
from storage.conduct import TELL
from storage.tables.mail import NOTICE
from storage.tables.topics import VOTES
from storage.votes import Item, Vote


async def tell(args: dict[str, Any], tools: Tools) -> None:
    """One change of a running vote, with its public reason, in everybody's language."""
    async with tools.writing() as session:
        vote = await votes.find(session, args["process"])
        assert vote is not None
        item = await _item(session, vote, args.get("number", 0))
        audience: dict[str, Any] = {"balloting": vote.id}
        if item and item.zone:
            audience["of_zone"] = [vote.id, item.zone]
        main = await votes.main_language(session, vote.municipality)
        zone = await places.time_zone(session, vote.municipality)
        ends = {"day": day(vote.closes_at, zone), "hour": hour(vote.closes_at, zone)}
        bodies = {}
        for language in await audiences.read_by(session, audience, main):
            page = _Page(partial(tools.text, language), language, main, ends)
            told = lines(page.news(args, vote, item), page.onward(vote, tools.now()), by="\n\n")
            bodies[language] = [Outgoing(told, page.buttons(vote, tools.now())).to_json()]
        new = NewCampaign(
            vote.municipality,
            "vote",
            bodies,
            audience,
            subject=votes.subject(vote.id),
            topic=VOTES,
            lane=NOTICE,
        )
        await campaigns.create(session, new, tools.now())


async def _item(session: Any, vote: Vote, number: int) -> Item | None:
    items = await votes.projects(session, vote.id)
    return next((item for item in items if item.number == number), None)


@dataclass(frozen=True, slots=True)
class _Page:
    """The letter in one language."""

    text: Text
    language: str
    main: str
    ends: dict[str, str]

    def news(self, args: dict[str, Any], vote: Vote, item: Item | None) -> Html:
        text, name = self.text, self.read(vote.name)
        why = {"name": name, "reason": self.read(args["reason"])}
        if item is None:
            told = text("vote-told-stopped", **why), text("vote-told-reopened", **why, **self.ends)
            return told[args["what"] == "reopened"]
        which = {"number": str(item.number), "title": self.read(item.title), **why}
        if args["what"] == "withdrawn":
            return text("vote-told-withdrawn", **which)
        return text("vote-told-corrected", **which, money=money(round(item.cost)))

    def onward(self, vote: Vote, now: datetime) -> Html:
        """Whether the ballot can still be changed."""
        if now >= vote.closes_at:
            return self.text("vote-told-over")
        if vote.state == "stopped":
            return self.text("vote-told-wait")
        return self.text("vote-told-change", **self.ends)

    def buttons(self, vote: Vote, now: datetime) -> tuple[Choice, ...]:
        menu = Choice("!menu", self.text("core-menu"))
        if not vote.takes(now):
            return (menu,)
        return (Choice(f"go:vote:{vote.id}", self.text("vote-told-open"), wide=True), menu)

    def read(self, words: dict[str, str]) -> str:
        return Words(words).read(self.language, self.main)


JOBS = {TELL: tell}
