"""What authors of ideas are written by themselves: reminders, enough supporters, a new edition."""

from datetime import UTC, datetime
from typing import Any

from bot.formats import day, hour
from bot.journey import DueNow, Tools
from bot.messages import Choice, Html, Outgoing, Words
from storage import (
    audiences,
    campaigns,
    editions,
    idea_drafts,
    idea_reports,
    idea_rounds,
    ideas,
    mail,
    own_ideas,
    supports,
    votes,
)
from storage.campaigns import NewCampaign
from storage.due import Outdated
from storage.people import who_is
from storage.recipients import Recipient, recipient
from storage.tables.mail import NOTICE
from storage.votes import Vote

TOPIC = "idea"


async def remind(session: Any, row: DueNow, tools: Tools) -> None:
    """An unfinished idea: how to go on, and how to be rid of it."""
    who = await recipient(session, row.person_id)
    if who is None or not await idea_drafts.exists(session, row.person_id):
        raise Outdated
    at = await who_is(session, row.person_id)
    vote = await own_ideas.taking(session, at.municipality_id, tools.now())
    text = tools.text(who.language, "idea-letter-draft")
    if vote and vote.edition:
        until = vote.edition.calendar.propose_until
        when = _when(await editions.zone_of(session, vote.municipality), until)
        text = tools.text(who.language, "idea-letter-draft-until", until=when)
    elif row.occurrence == idea_drafts.CLOSING:
        raise Outdated
    choices = (
        Choice("go:idea:", tools.text(who.language, "idea-letter-go-on")),
        Choice("go:idea-drop:", tools.text(who.language, "idea-letter-drop")),
    )
    await _post(session, who, _letter(who.language, text, choices, tools), tools)


async def enough(session: Any, row: DueNow, tools: Tools) -> None:
    """The author learns that the threshold is reached."""
    who, idea = await recipient(session, row.person_id), None
    if who is not None:
        idea = await ideas.find(session, int(row.subject), row.person_id)
    if who is None or idea is None:
        raise Outdated
    text = tools.text(
        who.language,
        "idea-letter-enough",
        number=str(idea.number),
        title=idea.title,
        count=await supports.count(session, idea.id),
    )
    choices = (_see(who.language, idea.id, tools),)
    await _post(session, who, _letter(who.language, text, choices, tools), tools)


async def judged(session: Any, row: DueNow, tools: Tools) -> None:
    """Hidden or not: the author and whoever had reported the idea are told, and why."""
    at = datetime.fromisoformat(row.occurrence).astimezone(UTC)
    found = await idea_reports.verdict(session, int(row.subject), at)
    if found is None:
        raise Outdated
    hidden, told = bool(row.version), {"number": str(found.number), "reason": found.reason}
    if who := await recipient(session, found.author):
        words = {"title": found.title, **told}
        text = tools.text(who.language, "idea-letter-left", **words)
        if hidden:
            text = tools.text(who.language, "idea-letter-hidden", **words)
        choices = (_see(who.language, found.id, tools),)
        await _post(session, who, _letter(who.language, text, choices, tools), tools)
    audience = {"reporters": [found.id, row.occurrence]}
    bodies = {}
    for language in await audiences.languages(session, audience):
        text = tools.text(language, "idea-letter-report-left", **told)
        if hidden:
            text = tools.text(language, "idea-letter-report-hidden", **told)
        bodies[language] = [_letter(language, text, (), tools).to_json()]
    if bodies:
        new = _campaign(found.municipality, bodies, audience)
        await campaigns.create(session, new, tools.now())


async def offer(session: Any, row: DueNow, tools: Tools) -> None:
    """A new edition takes ideas: who kept one may submit it again with one tap."""
    vote = await _edition(session, row)
    dates = vote.edition.calendar if vote.edition else None
    if dates is None or not dates.propose_from <= tools.now() < dates.propose_until:
        raise Outdated
    zone = await editions.zone_of(session, vote.municipality)
    audience = {"ideas_waiting": vote.municipality}
    bodies = {}
    for language in await audiences.languages(session, audience):
        name, until = Words(vote.name).read(language), _when(zone, dates.propose_until)
        text = tools.text(language, "idea-letter-again", name=name, until=until)
        choices = (
            Choice("go:idea-again:", tools.text(language, "idea-again")),
            Choice("go:ideas:mine", tools.text(language, "idea-to-mine")),
        )
        bodies[language] = [_letter(language, text, choices, tools).to_json()]
    await _by_day(session, _campaign(vote.municipality, bodies, audience), tools)


async def ended(session: Any, row: DueNow, tools: Tools) -> None:
    """Proposals are closed: who found too few supporters learns what can be done."""
    vote = await _edition(session, row)
    if vote.edition is None or tools.now() < vote.edition.calendar.propose_until:
        raise Outdated
    await supports.begin_reached(session, vote.id, vote.edition.support, tools.now())
    audience = {"ideas_gathering": vote.id}
    bodies = {}
    for language in await audiences.languages(session, audience):
        count = vote.edition.support
        text = tools.text(language, "idea-letter-too-few", count=count)
        choices = (Choice("go:ideas:mine", tools.text(language, "idea-to-mine")),)
        bodies[language] = [_letter(language, text, choices, tools).to_json()]
    await _by_day(session, _campaign(vote.municipality, bodies, audience), tools)


async def _edition(session: Any, row: DueNow) -> Vote:
    vote = await votes.find(session, row.subject)
    if vote is None or vote.state == "draft":
        raise Outdated
    return vote


def _campaign(municipality: str, bodies: dict[str, Any], audience: dict[str, Any]) -> NewCampaign:
    return NewCampaign(municipality, "ideas", bodies, audience, topic=TOPIC, lane=NOTICE)


async def _by_day(session: Any, new: NewCampaign, tools: Tools) -> None:
    """To many, and nobody waits for it: not in the quiet hours."""
    if new.bodies:
        at = await campaigns.goes_out(session, new.municipality_id, tools.now())
        await campaigns.create(session, new, tools.now(), hold_until=at)


async def _post(session: Any, who: Recipient, message: Outgoing, tools: Tools) -> None:
    letter = mail.letter(
        who.bot, who.account_id, message.to_json(), tools.now(), lane=NOTICE, topic=TOPIC
    )
    await mail.post(session, [letter])


def _letter(language: str, text: Html, choices: tuple[Choice, ...], tools: Tools) -> Outgoing:
    return Outgoing(text, choices, (Choice("!menu", tools.text(language, "core-menu")),))


def _see(language: str, id: int, tools: Tools) -> Choice:
    return Choice(f"go:ideas:{id}", tools.text(language, "idea-to-this"))


def _when(zone: Any, moment: datetime) -> str:
    return f"{day(moment, zone)}, {hour(moment, zone)}"


DUE = {
    idea_drafts.REMIND: remind,
    supports.REACHED: enough,
    idea_reports.JUDGED: judged,
    idea_rounds.OFFER: offer,
    idea_rounds.ENDED: ended,
}
