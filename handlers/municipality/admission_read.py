"""Applications one after the other: read page by page, accepted, kept in reserve or declined.

The subject of "admission-names" is a call's id; that of "admission-read" as well, or with the
application's number and the page: "12.3.1".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.civic.admission import ACCEPT, DECLINE, RESERVE
from bot.civic.review import NotAllowed
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts.admission_words import answered, marked, run_by, to_call, who
from storage import admission, admission_forms, staff
from storage.admission import Applied, Call, Decision

PAGE = 1_200  # characters of answers that are read at once
REASON = 300  # characters
ONWARD, EARLIER, NEXT, BACK = "onward", "earlier", "next", "back"


@dataclass(frozen=True, slots=True)
class Marked:
    """What is decided of an application, and where the reading goes on."""

    call: Call
    application: int
    decision: Decision
    then: Open


async def script(chat: Chat) -> Marked | Done | Open:
    call = await run_by(chat)
    if isinstance(call, Done):
        return call
    applied = await chat.read(admission.of_call, call.id)
    one, at = _place(chat.subject, applied)
    if one is None:
        return Open("admission-call", str(call.id))
    pages = _pages(list(answered(chat, await chat.read(admission_forms.form, call), one)))
    at = min(at, len(pages) - 1)
    shown = lines(
        _head(chat, one, applied),
        pages[at],
        chat.text("admission-page", page=at + 1, pages=len(pages)) if len(pages) > 1 else "",
        by="\n\n",
    )
    chosen = await chat.choose("what", shown, _choices(chat.text, call, at, len(pages)))
    if chosen in (ONWARD, EARLIER):
        return _read(call, one, at + (1 if chosen == ONWARD else -1))
    if chosen == BACK:
        return Open("admission-call", str(call.id))
    if chosen == NEXT:
        return _following(call, one, applied)
    decision = Decision(chosen, await _reason(chat, chosen))
    return Marked(call, one.id, decision, _undecided(call, one, applied))


def _place(subject: str, applied: Sequence[Applied]) -> tuple[Applied | None, int]:
    """The application of the subject and its page; without a number the next undecided one."""
    _, number, page = [*subject.split("."), "", ""][:3]
    if number:
        at = int(page) if page.isdecimal() else 0
        return next((one for one in applied if str(one.number) == number), None), at
    first = next((one for one in applied if not one.mark), None)
    return first or next(iter(applied), None), 0


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


def _choices(text: Text, call: Call, at: int, pages: int) -> list[Choice]:
    found = []
    if at + 1 < pages:
        found.append(Choice(ONWARD, text("admission-onward"), wide=True))
    if at:
        found.append(Choice(EARLIER, text("admission-earlier"), wide=True))
    if call.told_at is None:
        found += [
            Choice(ACCEPT, text("admission-accept")),
            Choice(RESERVE, text("admission-reserve")),
            Choice(DECLINE, text("admission-decline")),
        ]
    return [
        *found,
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
    return Open("admission-read", f"{call.id}.{one.number}.{page}")


def _following(call: Call, one: Applied, applied: Sequence[Applied]) -> Open:
    """The one that came after this, the first after the last."""
    later = (other for other in applied if other.number > one.number)
    return _read(call, next(later, applied[0]))


def _undecided(call: Call, one: Applied, applied: Sequence[Applied]) -> Open:
    """The next one to decide on; when there is none, the call's page."""
    open_ones = [other for other in applied if not other.mark and other.id != one.id]
    later = [other for other in open_ones if other.number > one.number]
    coming = next(iter([*later, *open_ones]), None)
    return _read(call, coming) if coming else Open("admission-call", str(call.id))


async def every(chat: Chat) -> Done | Open:
    """All applicants with what is decided, to turn to one of them."""
    call = await run_by(chat)
    if isinstance(call, Done):
        return call
    applied = await chat.read(admission.of_call, call.id)
    if not applied:
        return Done(chat.text("admission-nobody"), links=(to_call(chat.text, call.id),))
    choices = [Choice(str(one.number), _row(chat.text, one), wide=True) for one in applied]
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
        await admission.mark(session, result.application, me.person, result.decision, me.now)
    except NotAllowed as error:
        return Done(_refused(text, error.why, call), links=(to_call(text, call.id),))
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
