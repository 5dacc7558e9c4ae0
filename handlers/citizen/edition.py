"""The rules of an edition in plain words: what is decided, by whom, by when, how it is counted.

The subject is its id; '' means the municipality's present one.
"""

from typing import Any

from bot.civic.checks import Plan, whole
from bot.civic.edition import DATES, Paper, Phase
from bot.conversation import Chat
from bot.formats import money
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Html, Words, lines
from handlers.parts import edition_lines
from handlers.parts.edition_lines import date_line
from handlers.parts.phases import moment
from storage import editions, votes
from storage.votes import Vote

ASKED = ("cap", "each", "support", "most", "minimum", "identity", "paper")
"""The settings that citizens ask about, after what is decided and by whom."""


async def script(chat: Chat) -> Done:
    vote = await _meant(chat)
    if vote is None or vote.edition is None or vote.state == "draft":
        return Done(chat.text("rules-none"))
    plan = await chat.read(editions.plan_of, vote)
    text, me = chat.text, chat.me
    about = Words(vote.about).read(me.language, me.main_language)
    total = money(whole(sum(vote.rules.pots.values())))
    residents = "yes" if plan.edition.residents else "no"
    page = lines(
        text("rules-head", name=Words(vote.name).read(me.language, me.main_language)),
        about,
        text("rules-what", money=total),
        lines(*edition_lines.zone_lines(text, me, plan)),
        text("rules-who", age=plan.edition.age, residents=residents),
        lines(*(edition_lines.line(text, me, plan, name) for name in _set(plan))),
        lines(text("rules-how"), _counted(text, vote), edition_lines.line(text, me, plan, "tie")),
        text("rules-secret"),
        lines(text("rules-when"), *_dates(text, me, vote)),
        by="\n\n",
    )
    return Done(page, links=_ways(text, me, vote))


async def _meant(chat: Chat) -> Vote | None:
    if chat.subject:
        return await chat.read(votes.find, chat.subject)
    return await chat.read(editions.current, chat.me.municipality, chat.me.now)


def _set(plan: Plan) -> list[str]:
    """Those that have a say in this edition: no minimum is nothing to read about."""
    edition, rules = plan.edition, plan.rules
    open_ones = {
        "cap": not edition.cap,
        "support": not edition.support,
        "minimum": not (rules.minimum or rules.minimum_percent),
        "paper": edition.paper is Paper.NONE,
    }
    return [name for name in ASKED if not open_ones.get(name)]


def _counted(text: Text, vote: Vote) -> Html:
    return text("rules-counted", rule=vote.rules.rule.value.removeprefix("equal-shares/"))


def _dates(text: Text, me: Me, vote: Vote) -> list[Html]:
    """The calendar; what has passed is ticked off."""
    assert vote.edition is not None
    told = []
    for name in DATES:
        at = getattr(vote.edition.calendar, name)
        date = date_line(text, name, moment(me, at))
        told.append(
            text("rules-passed", date=date) if at <= me.now else text("rules-ahead", date=date)
        )
    return told


def _ways(text: Text, me: Me, vote: Vote) -> tuple[tuple[str, Open], ...]:
    """What can be done in the present phase."""
    ideas = (text("rules-to-ideas"), Open("ideas"))
    match vote.phase(me.now):
        case Phase.PROPOSING:
            return ((text("rules-to-idea"), Open("idea")), ideas)
        case Phase.REVIEWING | Phase.SHOWING:
            return (ideas,)
        case Phase.VOTING:
            return ((text("rules-to-vote"), Open("vote", str(vote.id))),)
        case Phase.AFTER:
            return ((text("rules-to-results"), Open("results", votes.subject(vote.id))),)
    return ()


async def apply(session: Any, me: Me, text: Text, result: Done) -> Outcome:
    return result


JOURNEYS = (Journey("edition", script, apply),)
