"""The edition that a coordinator's journey is about, and what stands in its way."""

from bot.civic.checks import Plan, problems
from bot.conversation import Chat
from bot.journey import Me, Text
from bot.messages import Html, Words, lines
from handlers.parts import edition_problems
from storage import votes
from storage.places import settlements
from storage.staff import is_staff
from storage.votes import Vote


async def held(chat: Chat) -> Vote | None:
    """The edition of the subject ("12" or "12:cap"), if this coordinator runs its municipality."""
    vote = await chat.read(votes.find, chat.subject.partition(":")[0])
    if vote is None or vote.edition is None:
        return None
    mine = await chat.read(is_staff, chat.me.person, vote.municipality)
    return vote if mine else None


def name(me: Me, vote: Vote) -> str:
    return Words(vote.name).read(me.language, me.main_language)


async def names(chat: Chat, vote: Vote, plan: Plan) -> dict[str, str]:
    """What its zones and settlements are called."""
    villages = await chat.read(settlements, vote.municipality)
    return edition_problems.names_of(chat.text, chat.me, plan, villages)


async def wrong(chat: Chat, vote: Vote, plan: Plan) -> Html:
    """What is impossible or unwise in its settings."""
    found = problems(plan, chat.me.now, chat.me.zone)
    return edition_problems.page(chat.text, found, await names(chat, vote, plan))


def lacking(text: Text, lacks: list[str]) -> Html:
    """The roles for which nobody is there."""
    if not lacks:
        return Html("")
    told = {
        "coordinator": text("edition-lacks-coordinator"),
        "second": text("edition-lacks-second"),
        "reviewer": text("edition-lacks-reviewer"),
    }
    return lines(
        text("edition-lacking"), *(text("edition-warned", why=told[role]) for role in lacks)
    )
