"""A call for a guided cohort: what it offers, where one's application stands, taking it back.

The subject is the call's id; '' for whatever there is.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.admission import ACCEPT
from bot.civic.course import next_lesson
from bot.civic.review import NotAllowed
from bot.content.course import newest
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, lines
from handlers.parts.admission_words import number, offer, standing, title, today
from handlers.parts.learning import content_of, home
from storage import academy, admission, admission_cohort, applications
from storage.academy import Learning
from storage.admission import Call
from storage.applications import Applied


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Somebody does not want to be in it any more."""

    application: Applied
    member: bool


@dataclass(frozen=True, slots=True)
class Beginning:
    """A member goes to the cohort's course."""

    call: Call


async def script(chat: Chat) -> Done | Open:
    me = chat.me
    if me.municipality is None:
        return Open("join")
    if not number(chat.subject):
        return await _which(chat)
    call = await chat.read(admission.find, number(chat.subject))
    mine = await chat.read(applications.mine, call.id, me.person) if call else None
    if call is None or (mine is None and call.municipality != me.municipality):
        return Done(chat.text("admission-gone"), links=(home(chat.text),))
    choices = _choices(chat.text, me, call, mine)
    if mine:
        state = await standing(chat, call, mine)
    elif call.days.takes_applications(today(me)):
        state = chat.text("admission-open")
    else:
        state = chat.text("admission-late")
    shown = lines(offer(chat.text, me, call), state, by="\n\n")
    chosen = await chat.choose("what", shown, choices)
    return Open(chosen, "" if chosen == "learn" else str(call.id))


def _choices(text: Text, me: Me, call: Call, mine: Applied | None) -> list[Choice]:
    found = [Choice("learn", text("learn-back"), wide=True)]
    if mine is None:
        if call.days.takes_applications(today(me)):
            found.insert(0, Choice("admission-apply", text("admission-apply"), wide=True))
        return found
    if not call.days.over(today(me)):
        leave = text("admission-give-up") if _member(call, mine) else text("admission-take-back")
        found.insert(0, Choice("admission-leave", leave, wide=True))
    if _learns(me, call, mine):
        found.insert(0, Choice("admission-begin", text("admission-to-course"), wide=True))
    return found


def _member(call: Call, mine: Applied | None) -> bool:
    return mine is not None and call.told_at is not None and mine.mark == ACCEPT


def _learns(me: Me, call: Call, mine: Applied | None) -> bool:
    return _member(call, mine) and call.days.running(today(me))


async def _which(chat: Chat) -> Done | Open:
    me = chat.me
    found = await chat.read(admission.offered, me.municipality, me.person, today(me))
    if not found:
        return Done(chat.text("admission-none"), links=(home(chat.text),))
    if len(found) == 1:
        return Open("admission", str(found[0].id))
    choices = [Choice(str(call.id), title(me, call), wide=True) for call in found]
    return Open("admission", await chat.choose("which", chat.text("admission-which"), choices))


async def leave(chat: Chat) -> TakenBack | Done | Open:
    id = number(chat.subject)
    call = await chat.read(admission.find, id)
    mine = await chat.read(applications.mine, id, chat.me.person)
    if call is None or mine is None:
        return Done(chat.text("admission-gone"), links=(home(chat.text),))
    member = _member(call, mine)
    asked = chat.text("admission-give-up-sure") if member else chat.text("admission-back-sure")
    choices = (
        Choice("yes", chat.text("admission-back-yes"), wide=True),
        Choice("no", chat.text("admission-back-no"), wide=True),
    )
    if await chat.confirm("sure", asked, choices) == "no":
        return Open("admission", str(id))
    return TakenBack(mine, member)


async def apply_leave(session: Any, me: Me, text: Text, result: TakenBack | Done | Open) -> Outcome:
    if not isinstance(result, TakenBack):
        return result
    try:
        await admission_cohort.leave(session, result.application.id, me.now)
    except NotAllowed:
        return Done(text("admission-gone"), links=(home(text),))
    said = text("admission-given-up") if result.member else text("admission-taken-back")
    return Done(said, links=(home(text),))


async def begin(chat: Chat) -> Beginning | Open:
    id = number(chat.subject)
    call = await chat.read(admission.find, id)
    mine = await chat.read(applications.mine, id, chat.me.person)
    if call is None or not _learns(chat.me, call, mine):
        return Open("admission", chat.subject)
    return Beginning(call)


async def apply_begin(session: Any, me: Me, text: Text, result: Beginning | Open) -> Outcome:
    """The version that is begun goes on; a new learner gets the newest."""
    if isinstance(result, Open):
        return result
    call = result.call
    learning = await _begun(session, me, call)
    if learning is None:
        way = (call.course, newest(call.course), call.track)
        await academy.begin(session, me.person, way, me.now)
        learning = await _begun(session, me, call)
    content = content_of(learning, me.language) if learning else None
    if learning is None or content is None:
        return Open("learn")
    standings = await academy.standings(session, learning.id)
    ids = [lesson.id for lesson in content.of(learning.track)]
    coming = next_lesson(ids, standings)
    return Open("lesson", f"{learning.id}.{coming}") if coming else Open("learn")


async def _begun(session: Any, me: Me, call: Call) -> Learning | None:
    mine = await academy.learnings(session, me.person)
    same = (one for one in mine if (one.course, one.track) == (call.course, call.track))
    return next(same, None)


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (
    Journey("admission", script, apply),
    Journey("admission-leave", leave, apply_leave),
    Journey("admission-begin", begin, apply_begin),
)
