"""The coordinator's calls: the list, and one of them in numbers.

The subject of "admission-desk" is a municipality, that of "admission-call" a call's id.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.admission import FEWEST_MEMBERS
from bot.civic.review import NotAllowed
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Words, lines
from handlers.parts.admission_words import offer, run_by, title, to_call, today
from storage import admission, admission_cohort, applications, places, staff
from storage.admission import Call
from storage.admission_cohort import Figures
from storage.doors import Way, door_to


@dataclass(frozen=True, slots=True)
class Shared:
    """The code of a call is wanted."""

    call: Call


@dataclass(frozen=True, slots=True)
class Dropped:
    """A call to which nobody has applied is taken back."""

    call: Call


async def every(chat: Chat) -> Done | Open:
    place = chat.subject or chat.me.municipality or ""
    if not await chat.read(staff.is_staff, chat.me.person, place):
        return Done(chat.text("desk-not-yours"))
    listed = await chat.read(admission.listed, place)
    choices = [Choice(str(call.id), _row(chat, call), wide=True) for call in listed]
    choices.append(Choice("new", chat.text("admission-new"), wide=True))
    prompt = chat.text("admission-list") if listed else chat.text("admission-list-none")
    chosen = await chat.choose("which", prompt, choices)
    return Open("admission-new", place) if chosen == "new" else Open("admission-call", chosen)


def _row(chat: Chat, call: Call) -> Html:
    return chat.text("admission-row", title=title(chat.me, call), state=_state(chat, call))


def _state(chat: Chat, call: Call) -> str:
    """Where it stands, by its days and by what was done."""
    days, now = call.days, today(chat.me)
    if call.told_at is None:
        return "open" if days.takes_applications(now) else "deciding"
    return "over" if days.over(now) else "running" if days.running(now) else "chosen"


async def one(chat: Chat) -> Shared | Dropped | Done | Open:
    call = await run_by(chat)
    if isinstance(call, Done):
        return call
    counted = await chat.read(admission_cohort.figures, call)
    left = len(await chat.read(applications.of_call, call.id))
    shown = lines(
        offer(chat.text, chat.me, call),
        await _counted(chat, call, counted),
        await _cohort(chat, call),
        _next(chat, call, counted),
        by="\n\n",
    )
    chosen = await chat.choose("what", shown, _acts(chat, call, counted, left))
    match chosen:
        case "share":
            return Shared(call)
        case "drop":
            return await _drop(chat, call)
        case "list":
            return Open("admission-desk", call.municipality)
    return Open(chosen, str(call.id))


def _acts(chat: Chat, call: Call, counted: Figures, left: int) -> list[Choice]:
    text, open_now = chat.text, call.days.takes_applications(today(chat.me))
    acts = []
    if left:
        acts.append(Choice("admission-read", text("admission-read"), wide=True))
        acts.append(Choice("admission-names", text("admission-names"), wide=True))
    if call.told_at is None and left and not open_now and not counted.undecided:
        acts.append(Choice("admission-tell", text("admission-tell"), wide=True))
    if open_now:
        acts.append(Choice("share", text("admission-share"), wide=True))
    if not left and call.told_at is None:
        acts.append(Choice("drop", text("admission-drop"), wide=True))
    return [*acts, Choice("list", text("admission-all"), wide=True)]


async def _counted(chat: Chat, call: Call, counted: Figures) -> Html:
    """How many have applied, from where, and what is decided of them."""
    text = chat.text
    names = await chat.read(places.names, call.municipality)
    rows = [
        text(
            "admission-from",
            settlement=Words(names.get(id, {})).read(chat.me.language, chat.me.main_language),
            count=count,
        )
        for id, count in counted.settlements.items()
    ]
    told = text("admission-then", day=day(call.told_at, chat.me.zone)) if call.told_at else ""
    return lines(
        told,
        text("admission-count", count=counted.applied),
        *rows,
        text("admission-count-accepted", count=counted.accepted, places=call.places),
        text("admission-count-reserve", count=counted.reserve),
        text("admission-count-declined", count=counted.declined),
        text("admission-count-undecided", count=counted.undecided) if counted.undecided else "",
    )


async def _cohort(chat: Chat, call: Call) -> Html:
    """Once everybody is told: how many members there are now, and how they get on."""
    if call.told_at is None:
        return Html("")
    found = await chat.read(admission_cohort.progress, call)
    if found.members < FEWEST_MEMBERS:
        return chat.text("admission-members", members=found.members, fewest=FEWEST_MEMBERS)
    return chat.text(
        "admission-progress", members=found.members, begun=found.begun, finished=found.finished
    )


def _next(chat: Chat, call: Call, counted: Figures) -> Html:
    """What there is to do, and when."""
    text, days = chat.text, call.days
    if call.told_at is not None:
        return text("admission-was-told")
    if days.takes_applications(today(chat.me)):
        return text("admission-may-read", day=day(days.last))
    if counted.undecided:
        return text("admission-must-read", day=day(days.starts))
    return text("admission-may-tell") if counted.applied else text("admission-nobody")


async def _drop(chat: Chat, call: Call) -> Dropped | Open:
    choices = (
        Choice("yes", chat.text("admission-drop-yes"), wide=True),
        Choice("no", chat.text("admission-drop-no"), wide=True),
    )
    if await chat.confirm("sure", chat.text("admission-drop-sure"), choices) == "no":
        return Open("admission-call", str(call.id))
    return Dropped(call)


async def apply(
    session: Any, me: Me, text: Text, result: Shared | Dropped | Done | Open
) -> Outcome:
    if isinstance(result, Done | Open):
        return result
    call = result.call
    if not await staff.is_staff(session, me.person, call.municipality):
        return Done(text("desk-not-yours"))
    if isinstance(result, Shared):
        return await _share(session, me, text, call)
    try:
        await admission.drop(session, call.id, me.person, me.now)
    except NotAllowed:
        return Done(text("admission-changed"), links=(to_call(text, call.id),))
    return Done(text("admission-dropped"), then=Open("admission-desk", call.municipality))


async def _share(session: Any, me: Me, text: Text, call: Call) -> Done:
    """A code for a post or a poster, a link, and a way to announce."""
    way = Way(call.municipality, None, admission.DOOR, str(call.id))
    code = await door_to(session, way, me.now)
    link = f"{me.home}/s/{code}" if me.home else ""
    said = text("admission-code", code=code)
    links = (
        (text("drafts-announce"), Open("announce", call.municipality)),
        to_call(text, call.id),
    )
    return Done(lines(said, text("admission-link", link=link) if link else ""), links=links)


JOURNEYS = (Journey("admission-desk", every, apply), Journey("admission-call", one, apply))
