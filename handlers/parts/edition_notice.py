"""Letters about an edition or its vote: to people by audience, and to the staff."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.civic.checks import whole
from bot.civic.edition import Calendar
from bot.formats import day, hour, money
from bot.journey import DueNow, Tools
from bot.messages import Choice, Html, Outgoing, Words
from storage import audiences, campaigns, editions, mail, votes
from storage.campaigns import NewCampaign
from storage.due import Outdated
from storage.recipients import staff
from storage.tables.mail import NOTICE
from storage.tables.topics import VOTES
from storage.votes import Vote

KIND = "edition"
STAFF = ("coordinator", "reviewer")


@dataclass(frozen=True, slots=True)
class About:
    """The vote that letters are about, and what it takes to write them."""

    vote: Vote
    main: str
    zone: ZoneInfo
    tools: Tools

    @property
    def dates(self) -> Calendar:
        """Of an edition; a plain vote has none."""
        if self.vote.edition is None:
            raise Outdated
        return self.vote.edition.calendar

    @property
    def money(self) -> str:
        return money(whole(sum(self.vote.rules.pots.values())))

    def at(self, moment: datetime) -> str:
        return f"{day(moment, self.zone)}, {hour(moment, self.zone)}"

    def name(self, language: str) -> str:
        return Words(self.vote.name).read(language, self.main)


Args = Mapping[str, str | int | Callable[[str], Html]]
"""Arguments of a text; one that depends on the language is a function of it."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A text by its id; `ways` are buttons: the label's id and the journey with its subject."""

    text: str
    args: Args
    until: datetime
    ways: tuple[tuple[str, str], ...] = field(default=())


async def subject_of(session: Any, row: DueNow, tools: Tools) -> About:
    """What a due row "process:12" is about."""
    vote = await votes.find(session, row.subject.removeprefix("process:"))
    if vote is None:
        raise Outdated
    main = await votes.main_language(session, vote.municipality)
    return About(vote, main, await editions.zone_of(session, vote.municipality), tools)


async def everybody(session: Any, about: About, notice: Notice) -> None:
    """To the whole municipality."""
    await send(session, about, notice, {"municipality": about.vote.municipality})


async def send(session: Any, about: About, notice: Notice, audience: Mapping[str, Any]) -> None:
    """One campaign, never in the quiet hours."""
    vote, now = about.vote, about.tools.now()
    languages = sorted({about.main, *await audiences.languages(session, audience)})
    new = NewCampaign(
        vote.municipality,
        KIND,
        {language: [_letter(about, notice, language)] for language in languages},
        audience,
        subject=votes.subject(vote.id),
        topic=VOTES,
        useful_until=notice.until,
    )
    at = await campaigns.goes_out(session, vote.municipality, now)
    await campaigns.create(session, new, now, hold_until=at)


async def tell_staff(session: Any, about: About, notice: Notice) -> None:
    """A letter to each of the people who work on it."""
    now = about.tools.now()
    letters = [
        mail.letter(
            who.bot,
            who.account_id,
            _letter(about, notice, who.language),
            now,
            lane=NOTICE,
            topic=KIND,
        )
        for who in await staff(session, about.vote.municipality, STAFF)
    ]
    if letters:
        await mail.post(session, letters)


def _letter(about: About, notice: Notice, language: str) -> dict[str, Any]:
    text = about.tools.text
    args = {
        name: value(language) if callable(value) else value for name, value in notice.args.items()
    }
    words = text(language, notice.text, name=about.name(language), **args)
    ways = (
        Choice(f"go:{target}", text(language, label), wide=True) for label, target in notice.ways
    )
    menu = (Choice("!menu", text(language, "core-menu")),)
    return Outgoing(words, tuple(ways), menu).to_json()
