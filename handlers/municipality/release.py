"""A count on its way to the public: what the referee found, and what two people may decide.

The subject is the vote's id.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import day, hour
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Words, lines, safe
from storage import release, votes
from storage.conduct import CONDUCTS, WITNESSES, By, NotNow
from storage.results import WAITING
from storage.votes import Vote


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about a count."""

    vote: Vote
    action: str


async def script(chat: Chat) -> Decision | Done | Open:
    vote = await chat.read(votes.find, chat.subject)
    if vote is None:
        return Open("desk")
    roles = await chat.read(votes.staff_roles, chat.me.person, vote.municipality)
    if not roles & WITNESSES:
        return Done(chat.text("release-not-yours"))
    page = lines(_name(chat, vote), *await _page(chat, vote), by="\n\n")
    choices = _choices(chat, vote, roles)
    if not choices:
        return Done(page, links=_process(chat.text, vote))
    action = await chat.choose("action", page, choices)
    question = (
        chat.text("release-sure") if action == "release" else chat.text("release-sure-recount")
    )
    sure = (Choice("yes", _yes(chat, action), wide=True), Choice("no", chat.text("release-no")))
    if await chat.confirm("sure", question, sure) == "no":
        return Open("process", str(vote.id))
    return Decision(vote, action)


async def _page(chat: Chat, vote: Vote) -> list[Html]:
    """How far it is.  Nothing of the count itself: it is nobody's before its hour."""
    if vote.state != "counted":
        return [chat.text("release-uncounted")]
    if reached := await chat.read(release.reach, vote.id):
        people, able = reached
        return [chat.text("release-told", people=str(people), reachable=str(able))]
    at = {"day": day(vote.results_at, chat.me.zone), "hour": hour(vote.results_at, chat.me.zone)}
    if vote.released:
        return [chat.text("release-agrees", **at)]
    if release.finding(vote) == WAITING:
        return [chat.text("release-waiting")]
    if release.finding(vote) == release.DIFFERS:
        return [chat.text("release-differs", **at)]
    return [chat.text("release-needs-two", **at), _agreed(chat, vote)]


def _agreed(chat: Chat, vote: Vote) -> Html:
    if vote.release_by is None:
        return Html("")
    mine = vote.release_by == chat.me.person
    return chat.text("release-mine") if mine else chat.text("release-one-agreed")


def _choices(chat: Chat, vote: Vote, roles: set[str]) -> list[Choice]:
    found = release.finding(vote)
    if vote.state != "counted" or vote.released or found == WAITING:
        return []
    choices = []
    if found == release.NOT_REFEREED and vote.release_by != chat.me.person:
        choices.append(Choice("release", chat.text("release-yes"), wide=True))
    if roles & CONDUCTS:
        choices.append(Choice("recount", chat.text("release-recount"), wide=True))
    return choices


def _yes(chat: Chat, action: str) -> Html:
    agreed = action == "release"
    return chat.text("release-sure-yes") if agreed else chat.text("release-sure-begin")


def _name(chat: Chat, vote: Vote) -> Html:
    return Html(f"<b>{safe(Words(vote.name).read(chat.me.language, chat.me.main_language))}</b>")


async def apply(session: Any, me: Me, text: Text, result: Decision | Done | Open) -> Outcome:
    if not isinstance(result, Decision):
        return result
    by = By(me.person, result.vote.municipality, me.now)
    try:
        done = await _take(session, result, by, text)
    except NotNow as refused:
        done = _problem(text, refused.why)
    return Done(done, links=_process(text, result.vote))


def _process(text: Text, vote: Vote) -> tuple[tuple[str, Open], ...]:
    return ((text("lot-process"), Open("process", str(vote.id))),)


async def _take(session: Any, result: Decision, by: By, text: Text) -> Html:
    if result.action == "recount":
        await release.recount(session, result.vote.id, by)
        return text("release-done-recount")
    second = await release.release(session, result.vote.id, by)
    return text("release-done-two") if second else text("release-done-one")


def _problem(text: Text, why: str) -> Html:
    return {
        "role": text("release-not-yours"),
        "state": text("release-problem-state"),
        "same-person": text("release-problem-same"),
    }[why]


JOURNEYS = (Journey("release", script, apply),)
