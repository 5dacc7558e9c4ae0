"""Whoever is to answer hears of a question, is reminded before its day, on it and after it.

A late answer comes up with the coordinators as well, until there is one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.civic.answering import BEFORE, LATE, ON, Reminder, next_late
from bot.formats import day
from bot.journey import DueNow, Text, Tools
from bot.messages import Choice, Html, Outgoing, lines
from handlers.parts import question_words as words
from storage import answer_routes, mail, question_desk, questions, recipients
from storage.answer_routes import Hours
from storage.due import Outdated
from storage.questions import Thread, Turn
from storage.recipients import Recipient
from storage.staff import ANSWERING, COORDINATOR, staff_of
from storage.tables.mail import NOTICE


@dataclass(frozen=True, slots=True)
class Asked:
    """What waits, and by whose hours."""

    thread: Thread
    turn: Turn
    hours: Hours

    @property
    def until(self) -> str:
        return day(self.turn.due_at, self.hours.office.zone)


async def tell(session: Any, row: DueNow, tools: Tools) -> None:
    """A question has come: by its topic, or from a colleague."""
    asked = await _waiting(session, row)
    passed = await question_desk.passed(session, asked.thread, asked.turn)
    reason = passed.reason if passed else ""
    owners, _ = await _people(session, asked.thread)
    for who in owners:
        text = partial(tools.text, who.language)
        head = text("answers-new") if asked.thread.owner else text("answers-new-nobody")
        said = lines(
            head,
            words.head(text, asked.thread),
            words.turn(text, asked.turn, asked.hours.office.zone),
            words.asker(text, asked.thread),
            text("answers-came", reason=reason) if reason else "",
            by="\n\n",
        )
        await _write(session, who, asked.thread, said, tools)


async def remind(session: Any, row: DueNow, tools: Tools) -> None:
    """One reminder; a late answer's plans the next one."""
    asked = await _waiting(session, row)
    position, _, rest = row.occurrence.partition("-")
    which, _, times = rest.partition("+")
    if str(asked.turn.position) != position:
        raise Outdated
    owners, coordinators = await _people(session, asked.thread)
    for who in owners:
        text = partial(tools.text, who.language)
        said = lines(_when(text, which, asked), _brief(text, asked), by="\n\n")
        await _write(session, who, asked.thread, said, tools)
    if which == LATE:
        await _escalate(session, asked, coordinators, tools)
        next_one = Reminder(LATE, next_late(tools.now(), asked.hours.office))
        again = f"{position}-{LATE}+{int(times or 0) + 1}"
        await questions.remind(session, asked.thread.id, again, next_one)


def _when(text: Text, which: str, asked: Asked) -> Html:
    return {
        BEFORE: text("answers-due-soon", day=asked.until),
        ON: text("answers-due-today"),
        LATE: text("answers-late", day=asked.until),
    }[which]


def _brief(text: Text, asked: Asked) -> Html:
    said = words.short(asked.turn.text, 200)
    return lines(words.head(text, asked.thread), text("ask-public-question", text=said))


async def _escalate(
    session: Any, asked: Asked, coordinators: Sequence[Recipient], tools: Tools
) -> None:
    """To coordinators who are not to answer it themselves, with the name of who is."""
    members = await staff_of(session, asked.thread.municipality)
    names = {one.person_id: one.name for one in members}
    owner = names.get(asked.thread.owner or 0, "")
    for who in coordinators:
        text = partial(tools.text, who.language)
        head = text("answers-escalated", day=asked.until, name=owner or text("desk-nameless"))
        said = lines(head, _brief(text, asked), by="\n\n")
        await _write(session, who, asked.thread, said, tools)


async def _waiting(session: Any, row: DueNow) -> Asked:
    thread = await questions.find(session, row.subject.removeprefix("question:"))
    turns = await questions.turns(session, thread.id) if thread else []
    if thread is None or not turns or not turns[-1].open:
        raise Outdated
    return Asked(thread, turns[-1], await answer_routes.hours(session, thread.municipality))


async def _people(session: Any, thread: Thread) -> tuple[list[Recipient], list[Recipient]]:
    """Who is to answer, and the other coordinators; the coordinators are, where nobody is.

    Whoever asked is neither.
    """
    held = await recipients.staff(session, thread.municipality, ANSWERING)
    bosses = await recipients.staff(session, thread.municipality, {COORDINATOR})
    bosses = [who for who in bosses if who.person_id != thread.person]
    owners = [who for who in held if who.person_id == thread.owner]
    if not owners:
        return bosses, []
    return owners, [who for who in bosses if who.person_id != thread.owner]


async def _write(session: Any, who: Recipient, thread: Thread, said: Html, tools: Tools) -> None:
    text = partial(tools.text, who.language)
    choices = (
        Choice(f"go:answers-write:{thread.id}-now", text("answers-to-answer"), wide=True),
        Choice(f"go:answers-pass:{thread.id}", text("answers-to-pass"), wide=True),
    )
    body = Outgoing(said, choices, (Choice("!menu", text("core-menu")),)).to_json()
    letter = mail.letter(who.bot, who.account_id, body, tools.now(), lane=NOTICE)
    await mail.post(session, [letter])


DUE = {questions.ROUTED: tell, questions.REMIND: remind}
