"""Reading a bundle of papers line by line, by the first person and again by the second."""

import re
from collections import Counter

from bot.civic.ballots import Flaw, check_picks
from bot.conversation import Chat
from bot.formats import listed
from bot.messages import Html, lines
from storage import votes
from storage.papers import FLAWS, MOST, Bundle
from storage.votes import Item, Vote

LONGEST = 3500  # characters of one message on either messenger
ASKED = ("lines", *FLAWS)
"""The questions of one reading."""


async def reading(chat: Chat, vote: Vote, zone: str) -> Bundle:
    """One line for each valid paper, then how many are no ballot, and why."""
    items = await chat.read(votes.projects, vote.id, list({votes.WHOLE, zone}))

    def check(said: str) -> str | None:
        papers = _papers(said)
        if len(papers) > MOST:
            return chat.text("papers-too-many", limit=str(MOST))
        for row, picks in enumerate(papers, 1):
            if problem := _problem(chat, vote, items, picks):
                return chat.text("papers-bad-line", row=str(row), problem=problem)
        return None

    prompt = chat.text("papers-lines", limit=str(MOST))
    said = await chat.ask("lines", prompt, at_most=LONGEST, optional=True, check=check)
    flaws = {
        "empty": await chat.number("empty", chat.text("papers-empty"), at_most=MOST) or 0,
        "many": await chat.number("many", chat.text("papers-many"), at_most=MOST) or 0,
        "unclear": await chat.number("unclear", chat.text("papers-unclear"), at_most=MOST) or 0,
    }
    return Bundle(tuple(_papers(said)), {why: count for why, count in flaws.items() if count})


def summary(chat: Chat, bundle: Bundle) -> Html:
    """What was typed, to be compared with the papers in the hand."""
    counts = Counter(pick for paper in bundle.papers for pick in paper)
    rows = [
        chat.text("papers-project", number=pick, count=counts[pick])
        for pick in sorted(counts, key=int)
    ]
    return lines(
        chat.text("papers-valid", count=len(bundle.papers)),
        *rows,
        chat.text("papers-invalid", count=bundle.invalid),
    )


def told(papers: tuple[tuple[str, ...], ...]) -> str:
    """Papers as they were typed: "3 7 12; 4"."""
    return "; ".join(" ".join(paper) for paper in papers)


def _papers(said: str) -> list[tuple[str, ...]]:
    """The numbers of each line in their order; what is no number stands as it was typed."""
    found = []
    for line in said.splitlines():
        parts = [
            str(int(part)) if part.isdecimal() else part for part in re.split(r"[\s,;]+", line)
        ]
        picks = [part for part in parts if part]
        if picks:
            found.append(tuple(sorted(picks, key=lambda pick: (len(pick), pick))))
    return found


def _problem(chat: Chat, vote: Vote, items: list[Item], picks: tuple[str, ...]) -> Html | None:
    """Why these numbers are no ballot.

    A project withdrawn after printing may stand on a paper; it is left out at the count.
    """
    eligible = [item.eligible for item in items]
    for flaw in check_picks(vote.rules, eligible, picks):
        if flaw.flaw is Flaw.WITHDRAWN:
            continue
        if flaw.flaw is Flaw.UNKNOWN:
            return chat.text("papers-no-project", number=listed(_unknown(items, picks)))
        if flaw.flaw is Flaw.TWICE:
            return chat.text("papers-twice")
        if flaw.flaw is Flaw.TOO_MANY:
            return chat.text("papers-over", limit=str(flaw.limit))
        return chat.text("papers-under", limit=str(flaw.limit))
    return None


def _unknown(items: list[Item], picks: tuple[str, ...]) -> list[str]:
    known = {str(item.number) for item in items}
    return [pick for pick in picks if pick not in known]
