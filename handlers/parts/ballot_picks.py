"""The picks: which zone, which projects, read back and confirmed."""

from collections.abc import Sequence

from bot.conversation import Chat
from bot.messages import Choice, Html, lines
from handlers.parts.ballot_page import choice, line, read, title
from storage import ballots, votes
from storage.votes import Item, Vote


async def zone_of(chat: Chat, vote: Vote) -> str:
    """The part of the municipality with its own pot in which this person votes."""
    known = await chat.read(votes.zones, vote.id)
    settled = await chat.read(votes.zone_of, vote.id, chat.me.settlement)
    if not known or settled is not None:
        return settled or votes.WHOLE
    choices = [Choice(code, read(chat.me, name)) for code, name in known.items()]
    return await chat.choose("zone", chat.text("vote-zone"), choices)


async def picked(chat: Chat, vote: Vote, zone: str) -> list[str]:
    items = await chat.read(votes.projects, vote.id, list({votes.WHOLE, zone}))
    shown = [item for item in items if item.withdrawn is None]
    mixed = await chat.read(ballots.order, vote, chat.me.person, shown)
    names = {str(item.number): item for item in shown}

    def named(picks: list[str]) -> Html:
        return lines(*(line(chat, names[pick]) for pick in sorted(picks, key=int)))

    picks = await chat.pick_many(
        "picks",
        lines(_gone(chat, items), chat.text("vote-pick", most=vote.rules.most), by="\n\n"),
        [choice(chat.me, item) for item in mixed],
        at_least=min(vote.rules.least, len(shown)),
        at_most=vote.rules.most,
        summary=lambda picks: lines(named(picks), chat.text("vote-not-yet")),
    )
    sure = (Choice("yes", chat.text("vote-yes"), wide=True), Choice("no", chat.text("vote-edit")))
    if await chat.confirm("sure", chat.text("vote-sure", picks=named(picks)), sure) == "no":
        chat.edit("picks")
    return picks


def _gone(chat: Chat, items: Sequence[Item]) -> Html:
    """Withdrawn projects with their public reason."""
    gone = [item for item in items if item.withdrawn is not None]
    return lines(
        *(
            chat.text(
                "vote-withdrawn",
                number=str(item.number),
                title=title(chat.me, item),
                reason=read(chat.me, item.withdrawn or {}),
            )
            for item in gone
        )
    )
