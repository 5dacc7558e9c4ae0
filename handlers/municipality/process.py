"""Running a vote from the chat: open, stop, take a project off, close, seal by two people.

The subject is the vote's id.  Until it is closed nobody sees a figure.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import day, hour
from bot.journey import Done, DueNow, Journey, Me, Open, Outcome, Text, Tools
from bot.messages import Choice, Html, Words, lines, safe
from handlers.parts.ballot_check import figures
from storage import conduct, jobs, lots, sealing, votes
from storage.conduct import CONDUCTS, SETTLE, WITNESSES, By, NotNow
from storage.due import Outdated
from storage.votes import Vote

ELSEWHERE = frozenset({"electorate", "lot", "release"})  # steps with a journey of their own
LONGEST = 500  # characters of a reason


@dataclass(frozen=True, slots=True)
class Step:
    """What the coordinator decided, with the reason the log keeps."""

    vote: Vote
    action: str
    reason: str = ""
    number: int = 0


async def script(chat: Chat) -> Step | Done | Open:
    vote = await chat.read(votes.find, chat.subject)
    if vote is None:
        return Open("desk")
    if vote.edition and vote.state == "draft":
        return Open("edition-desk", chat.subject)  # it is announced first
    roles = await chat.read(votes.staff_roles, chat.me.person, vote.municipality)
    if not roles & WITNESSES:
        return Done(chat.text("process-not-yours"))
    choices = _actions(chat, vote, roles)
    if not choices:
        prints = (chat.text("print-open"), Open("prints", chat.subject))
        return Done(_page(chat, vote), links=(prints, (chat.text("process-desk"), Open("desk"))))
    choices.append(Choice("prints", chat.text("print-open"), wide=True))
    page = _page(chat, vote)
    if vote.state == "objections":
        page = lines(page, await figures(chat, vote), by="\n\n")
    action = await chat.choose("action", page, choices)
    if action in ELSEWHERE:
        return Open(action, chat.subject)
    if action == "prints":
        return Open("prints", chat.subject)
    if action == "correct":
        return Open("project-correct", chat.subject)
    number = await _project(chat, vote) if action == "withdraw" else 0
    reason = ""
    if action in ("stop", "reopen", "withdraw"):
        reason = await chat.ask("reason", _why(chat, action), at_most=LONGEST)
    sure = (
        Choice("yes", chat.text("process-yes"), wide=True),
        Choice("no", chat.text("process-no")),
    )
    if await chat.confirm("sure", _sure(chat, action), sure) == "no":
        chat.edit("action", "project", "reason")
    return Step(vote, action, reason, number)


def _actions(chat: Chat, vote: Vote, roles: set[str]) -> list[Choice]:
    """The steps that this state and these roles allow now."""
    return [
        Choice(id, label, wide=True)
        for id, label in _labels(chat.text).items()
        if id in _possible(chat.me, vote, roles)
    ]


def _labels(text: Text) -> dict[str, Html]:
    return {
        "open": text("process-open"),
        "stop": text("process-stop"),
        "reopen": text("process-reopen"),
        "withdraw": text("process-withdraw"),
        "correct": text("process-correct"),
        "electorate": text("electorate-title"),
        "close": text("process-close"),
        "propose": text("process-propose"),
        "seal": text("process-seal"),
        "resume": text("process-resume"),
        "lot": text("lot-open"),
        "release": text("release-open"),
    }


def _possible(me: Me, vote: Vote, roles: set[str]) -> set[str]:
    witness = {"resume"} if vote.state == "sealed" else set()
    if vote.state == "objections":
        witness.add("electorate")
    if vote.state == "objections" and vote.seal_by not in (None, me.person):
        witness.add("seal")
    if vote.state == "objections" or (vote.lot and vote.state in lots.BEFORE):
        witness.add("lot")
    if vote.state == "counted":
        witness.add("release")
    if not roles & CONDUCTS:
        return witness
    running = vote.state in ("open", "stopped")
    if running and me.now >= vote.closes_at:
        return {"close"} if me.now >= vote.closes_at + SETTLE else set()
    listed = {"electorate"} if vote.identity == "register" else set()
    steps = {
        "draft": {"open", "withdraw", "correct"} | listed,
        "announced": {"open", "withdraw", "correct", "electorate"},
        "open": {"stop", "withdraw", "correct", "electorate"},
        "stopped": {"reopen", "withdraw", "correct", "electorate"},
        "objections": set() if vote.seal_by else {"propose", "withdraw"},
    }
    return steps.get(vote.state, set()) | witness


def _page(chat: Chat, vote: Vote) -> Html:
    """What may be known: dates and state; figures only when nobody can act on them any more."""
    me = chat.me
    dates = chat.text(
        "process-dates",
        opens=_at(me, vote.opens_at),
        closes=_at(me, vote.closes_at),
        results=_at(me, vote.results_at),
    )
    name = Html(f"<b>{safe(Words(vote.name).read(me.language, me.main_language))}</b>")
    done = vote.seal_step == "done"
    known = chat.text("process-ballots", count=vote.ballots) if done else ""
    hidden = chat.text("process-hidden") if vote.state in ("open", "stopped") else ""
    return lines(name, _state(chat, vote), dates, known or hidden, by="\n\n")


def _at(me: Me, moment: Any) -> str:
    return f"{day(moment, me.zone)}, {hour(moment, me.zone)}"


def _state(chat: Chat, vote: Vote) -> Html:
    if vote.state == "open" and chat.me.now < vote.opens_at:
        return chat.text("process-state-soon")
    if vote.state == "objections" and vote.seal_by:
        mine = vote.seal_by == chat.me.person
        return chat.text("process-state-mine") if mine else chat.text("process-state-proposed")
    return {
        "draft": chat.text("process-state-draft"),
        "announced": chat.text("process-state-announced"),
        "open": chat.text("process-state-open"),
        "stopped": chat.text("process-state-stopped"),
        "objections": chat.text("process-state-objections"),
        "sealed": chat.text("process-state-sealed"),
        "counted": chat.text("process-state-counted"),
    }[vote.state]


async def _project(chat: Chat, vote: Vote) -> int:
    items = await chat.read(votes.projects, vote.id)
    choices = [
        Choice(
            str(item.number),
            Words(item.title).read(chat.me.language, chat.me.main_language),
            item.number,
        )
        for item in items
        if item.withdrawn is None
    ]
    return int(await chat.choose("project", chat.text("process-which-project"), choices))


def _why(chat: Chat, action: str) -> Html:
    if action == "withdraw":
        return chat.text("process-why-withdraw")
    return chat.text("process-why-stop") if action == "stop" else chat.text("process-why-reopen")


def _sure(chat: Chat, action: str) -> Html:
    return {
        "open": chat.text("process-sure-open"),
        "stop": chat.text("process-sure-stop"),
        "reopen": chat.text("process-sure-reopen"),
        "withdraw": chat.text("process-sure-withdraw"),
        "close": chat.text("process-sure-close"),
        "propose": chat.text("process-sure-propose"),
        "seal": chat.text("process-sure-seal"),
        "resume": chat.text("process-sure-resume"),
    }[action]


async def apply(session: Any, me: Me, text: Text, result: Step | Done | Open) -> Outcome:
    if not isinstance(result, Step):
        return result
    at = me.received if result.action == "reopen" else me.now  # what came before was in the stop
    by = By(me.person, result.vote.municipality, at, me.main_language)
    try:
        await _take(session, result, by, me.main_language)
    except NotNow as refused:
        return Done(_problem(text, refused.why), then=_again(result))
    return Done(text("process-done"), then=_again(result))


async def _take(session: Any, step: Step, by: By, language: str) -> None:
    id = step.vote.id
    match step.action:
        case "open":
            await conduct.open_vote(session, id, by)
        case "stop":
            await conduct.stop(session, id, by, step.reason)
        case "reopen":
            await conduct.reopen(session, id, by, step.reason)
        case "withdraw":
            await conduct.withdraw(session, id, by, step.number, {language: step.reason})
        case "close":
            await conduct.close(session, id, by.now)
        case "propose":
            await conduct.propose_seal(session, id, by)
        case "seal":
            await conduct.confirm_seal(session, id, by)
        case "resume":
            await conduct.resume_seal(session, id, by)


def _again(step: Step) -> Open:
    return Open("process", str(step.vote.id))


def _problem(text: Text, why: str) -> Html:
    return {
        "state": text("process-problem-state"),
        "role": text("process-not-yours"),
        "over": text("process-problem-over"),
        "ballot": text("process-problem-ballot"),
        "projects": text("process-problem-projects"),
        "register": text("process-problem-register"),
        "codes": text("process-problem-codes"),
        "project": text("process-problem-project"),
        "early": text("process-problem-early"),
        "waiting": text("process-problem-waiting"),
        "same-person": text("process-problem-same-person"),
        "entered": text("process-problem-entered"),
        "held": text("process-problem-held"),
        "voiding": text("process-problem-voiding"),
        "lot": text("process-problem-lot"),
        "mismatch": text("process-problem-mismatch"),
    }[why]


async def close(session: Any, row: DueNow, tools: Tools) -> None:
    """The closing hour has come; tried again while events from before it are being handled."""
    try:
        await conduct.close(session, int(row.subject.removeprefix("process:")), tools.now())
    except NotNow as refused:
        if refused.why == "state":
            raise Outdated from refused
        raise


async def seal(args: dict[str, Any], tools: Tools) -> None:
    """Seal a vote that two people have asked to be sealed, then have it counted."""
    await sealing.seal(tools.writing, args["process"])
    async with tools.writing() as session:
        await jobs.ask_for(session, "count", {"process": args["process"]}, tools.now())


JOURNEYS = (Journey("process", script, apply),)
DUE = {conduct.CLOSE: close}
JOBS = {"seal": seal}
