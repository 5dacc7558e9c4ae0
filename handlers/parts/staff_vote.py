"""What pages of staff about one vote begin with: which vote, and whether this person may."""

from collections.abc import Callable, Set

from bot.civic import ranges
from bot.conversation import Chat
from bot.journey import Done, Me, Open, Text
from bot.messages import Choice, Html, Words, safe
from storage import votes
from storage.conduct import By
from storage.votes import Vote

NO_PART = "*"  # as an answer; a code of letters is never this


async def vote_for(chat: Chat, roles: Set[str]) -> Vote | Done:
    """The vote of this page, for people of its municipality with one of these roles."""
    vote = await chat.read(votes.find, chat.subject)
    if vote is None:
        return Done(chat.text("process-not-yours"))
    held = await chat.read(votes.staff_roles, chat.me.person, vote.municipality)
    return vote if held & roles else Done(chat.text("process-not-yours"))


async def zone_of_papers(chat: Chat, vote: Vote) -> str:
    """The part of the municipality a list, a bundle or somebody at the desk belongs to.

    Whoever lives outside all parts votes on the projects of the whole, if it has a pot.
    """
    known = await chat.read(votes.zones, vote.id)
    if not known:
        return votes.WHOLE
    choices = [Choice(code, named(chat.me, name)) for code, name in known.items()]
    if vote.rules.pots.get(votes.WHOLE):
        choices.append(Choice(NO_PART, chat.text("electorate-no-part"), wide=True))
    chosen = await chat.choose("zone", chat.text("electorate-which-zone"), choices)
    return votes.WHOLE if chosen == NO_PART else chosen


async def sure(chat: Chat, prompt: Html, *again: str) -> None:
    """Asks for a yes; a no asks these questions again."""
    yes = Choice("yes", chat.text("process-yes"), wide=True)
    no = Choice("no", chat.text("electorate-change"), wide=True)
    if await chat.confirm("sure", prompt, (yes, no)) == "no":
        chat.edit(*again)


def row_of_numbers(text: Text) -> Callable[[str], str | None]:
    """A check that says which part of "12 15 20-31" could not be read."""

    def check(said: str) -> str | None:
        try:
            ranges.read(said)
        except ranges.NoNumbers as bad:
            return text("electorate-no-numbers", part=safe(bad.part))
        return None

    return check


def by(me: Me, vote: Vote) -> By:
    return By(me.person, vote.municipality, me.now)


def back(text: Text, id: int) -> tuple[tuple[str, Open], ...]:
    """The button that leads from an outcome to the page it belongs to."""
    return ((text("electorate-title"), Open("electorate", str(id))),)


def named(me: Me, words: dict[str, str]) -> str:
    return Words(words).read(me.language, me.main_language)
