"""Applications one after the other: read page by page, accepted, kept in reserve or declined.

The subject of "admission-names" is a call's id; that of "admission-read" as well, for whatever is
to be decided next, or with an application's id and the page: "12.30.1".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.civic.admission import ACCEPT, DECLINE, RESERVE
from bot.civic.review import NotAllowed
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts.admission_words import answered, marked, run_by, to_call, who
from storage import admission_forms, applications, staff
from storage.admission import Call
from storage.applications import Applied, Decision

PAGE = 1_200  # characters of answers that are read at once
REASON = 300  # characters
ONWARD, EARLIER, NEXT, BACK = "onward", "earlier", "next", "back"


@dataclass(frozen=True, slots=True)
class Marked:
    """What is decided of an application, and where the reading goes on."""

    call: Call
    one: Applied
    decision: Decision
    then: Open


async def script(chat: Chat) -> Marked | Done | Open:
    call = await run_by(chat)
    if isinstance(call, Done):
        return call
    applied = await chat.read(applications.of_call, call.id)
    _, id, page = [*chat.subject.split("."), "", ""][:3]
    one = next((one for one in applied if str(one.id) == id), None)
    if one is None:
        return _undecided(call, applied) or _first(call, applied)
    answers = list(answered(chat, await chat.read(admission_forms.form, call), one))
    pages = _pages(answers)
    at = min(int(page), len(pages) - 1) if page.isdecimal() else 0
    marks = _marks(call, one, applied)
    shown = lines(
        _head(chat, one, applied),
        pages[at],
        chat.text("admission-page", page=at + 1, pages=len(pages)) if len(pages) > 1 else "",
        "" if ACCEPT in marks or not marks else chat.text("admission-full", places=call.places),
        by="\n\n",
    )
    ways = [*_turns(chat.text, at, len(pages)), *_acts(chat.text, marks)]
    chosen = await chat.choose("what", shown, ways)
    if chosen in (ONWARD, EARLIER):
        return _read(call, one, at + (1 if chosen == ONWARD else -1))
    if chosen == BACK:
        return Open("admission-call", str(call.id))
    if chosen == NEXT:
        return _following(call, one, applied)
    decision = Decision(chosen, await _reason(chat, chosen))
    coming = _undecided(call, applied, one) or Open("admission-call", str(call.id))
    return Marked(call, one, decision, coming)


def _marks(call: Call, one: Applied, applied: Sequence[Applied]) -> list[str]:
    """What can be decided: nothing once everybody is told, and a place only where there is one."""
    if call.told_at is not None:
        return []
    taken = sum(other.mark == ACCEPT for other in applied if other.id != one.id)
    return [ACCEPT, RESERVE, DECLINE] if taken < call.places else [RESERVE, DECLINE]


def _pages(answers: Sequence[Html]) -> list[Html]:
    """Answers side by side as long as they fit; an answer is never torn."""
    pages: list[list[Html]] = [[]]
    for one in answers:
        if pages[-1] and sum(map(len, pages[-1])) + len(one) > PAGE:
            pages.append([])
        pages[-1].append(one)
    return [lines(*page, by="\n\n") for page in pages]


def _head(chat: Chat, one: Applied, applied: Sequence[Applied]) -> Html:
    text = chat.text
    left = sum(not other.mark for other in applied)
    return lines(
        text("admission-applicant", who=who(text, one), day=day(one.applied_at, chat.me.zone)),
        text("admission-decided", mark=marked(text, one.mark)),
        text("admission-reason", reason=one.reason) if one.reason else "",
        text("admission-left", count=left) if left else "",
    )


def _turns(text: Text, at: int, pages: int) -> Iterator[Choice]:
    if at + 1 < pages:
        yield Choice(ONWARD, text("admission-onward"), wide=True)
    if at:
        yield Choice(EARLIER, text("admission-earlier"), wide=True)


def _acts(text: Text, marks: Sequence[str]) -> list[Choice]:
    labels = {
        ACCEPT: text("admission-accept"),
        RESERVE: text("admission-reserve"),
        DECLINE: text("admission-decline"),
    }
    return [
        *(Choice(mark, labels[mark]) for mark in marks),
        Choice(NEXT, text("admission-next"), wide=True),
        Choice(BACK, text("admission-to-call"), wide=True),
    ]


async def _reason(chat: Chat, mark: str) -> str:
    """Whoever is not accepted learns why; to whoever is, a word may be said."""
    if mark == ACCEPT:
        asked = chat.text("admission-ask-praise")
        return await chat.ask("reason", asked, at_most=REASON, optional=True)
    return await chat.ask("reason", chat.text("admission-ask-reason"), at_least=5, at_most=REASON)


def _read(call: Call, one: Applied, page: int = 0) -> Open:
    return Open("admission-read", f"{call.id}.{one.id}.{page}")


def _following(call: Call, one: Applied, applied: Sequence[Applied]) -> Open:
    """The one that came after this, the first after the last."""
    later = (other for other in applied if other.number > one.number)
    return _read(call, next(later, applied[0]))


def _undecided(call: Call, applied: Sequence[Applied], one: Applied | None = None) -> Open | None:
    """The next one to decide on, after this one."""
    left = [other for other in applied if not other.mark and other != one]
    later = [other for other in left if one is None or other.number > one.number]
    coming = next(iter([*later, *left]), None)
    return _read(call, coming) if coming else None


def _first(call: Call, applied: Sequence[Applied]) -> Open:
    return _read(call, applied[0]) if applied else Open("admission-call", str(call.id))


async def every(chat: Chat) -> Done | Open:
    """All applicants with what is decided, to turn to one of them."""
    call = await run_by(chat)
    if isinstance(call, Done):
        return call
    applied = await chat.read(applications.of_call, call.id)
    if not applied:
        return Done(chat.text("admission-nobody"), links=(to_call(chat.text, call.id),))
    choices = [Choice(str(one.id), _row(chat.text, one), wide=True) for one in applied]
    chosen = await chat.choose("which", chat.text("admission-which-applicant"), choices)
    return Open("admission-read", f"{call.id}.{chosen}.0")


def _row(text: Text, one: Applied) -> Html:
    return text("admission-applicant-row", who=who(text, one), mark=marked(text, one.mark))


async def apply(session: Any, me: Me, text: Text, result: Marked | Done | Open) -> Outcome:
    if not isinstance(result, Marked):
        return result
    call = result.call
    if not await staff.is_staff(session, me.person, call.municipality):
        return Done(text("desk-not-yours"))
    try:
        await applications.mark(session, result.one.id, me.person, result.decision, me.now)
    except NotAllowed as error:
        return Done(_refused(text, error.why, call), then=_read(call, result.one))
    return result.then


def _refused(text: Text, why: str, call: Call) -> Html:
    reasons = {
        "full": text("admission-full", places=call.places),
        "own": text("admission-own"),
        "told": text("admission-told-already"),
    }
    return reasons.get(why, text("admission-changed"))


JOURNEYS = (
    Journey("admission-read", script, apply, title="admission-read-draft"),
    Journey("admission-names", every, apply),
)
