"""What became of an announcement, and stopping it.  The subject is the campaign's id."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, DueNow, Journey, Me, Open, Outcome, Text, Tools
from bot.messages import Choice, Html, Outgoing, lines
from storage import campaigns, mail
from storage.campaigns import STOPPABLE, Report
from storage.due import Outdated
from storage.log import note
from storage.recipients import recipient
from storage.staff import is_staff
from storage.tables.mail import NOTICE

LINES = {
    "sent": "announce-sent",
    "waiting": "announce-waiting",
    "opted_out": "announce-opted-out",
    "unreachable": "announce-unreachable",
    "refused": "announce-failed",
    "failed": "announce-failed",
    "outdated": "announce-cancelled",
    "cancelled": "announce-cancelled",
    "unknown": "announce-unknown",
}


@dataclass(frozen=True, slots=True)
class Stopping:
    """A campaign that is to end now."""

    id: int
    municipality_id: str


async def ask_stop(chat: Chat) -> Stopping | Done:
    """No second question: two minutes are short."""
    place = await _place(chat)
    return Stopping(int(chat.subject), place) if place else _not_staff(chat)


async def stop(session: Any, me: Me, text: Text, result: Stopping | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    id, place = result.id, result.municipality_id
    if not await is_staff(session, me.person, place):
        return Done(text("announce-not-staff"))
    stopped = await campaigns.stop(session, id, place)
    if stopped:
        subject = f"campaign:{id}"
        await note(session, "stop", me.now, person=me.person, municipality=place, subject=subject)
    report = await campaigns.report(session, id, place)
    assert report is not None
    again = ((text("announce-to-report"), Open("announce-report", str(id))),)
    head = text("announce-stopped") if stopped else text("announce-nothing-to-stop")
    return Done(lines(head, _told(text, report), by="\n\n"), links=again)


async def show(chat: Chat) -> Done:
    place = await _place(chat)
    report = await chat.read(campaigns.report, int(chat.subject), place) if place else None
    if report is None:
        return _not_staff(chat)
    links = [(chat.text("announce-to-report"), Open("announce-report", chat.subject))]
    if report.state in STOPPABLE:
        links.append((chat.text("announce-stop"), Open("announce-stop", chat.subject)))
    return Done(_told(chat.text, report), links=tuple(links))


async def apply(session: Any, me: Me, text: Text, result: Done) -> Outcome:
    return result


async def tell_maker(session: Any, row: DueNow, tools: Tools) -> None:
    """The report, when the last letter has ended."""
    place = await campaigns.municipality_of(session, int(row.subject))
    report = await campaigns.report(session, int(row.subject), place or "")
    who = await recipient(session, row.person_id)
    if report is None or who is None:
        raise Outdated

    def text(name: str, /, **args: Any) -> Html:
        return tools.text(who.language, name, **args)

    again = Choice(f"go:announce-report:{report.id}", text("announce-to-report"))
    menu = Choice("!menu", text("core-menu"))
    body = Outgoing(_told(text, report), (again,), (menu,)).to_json()
    letter = mail.letter(who.bot, who.account_id, body, tools.now(), lane=NOTICE)
    await mail.post(session, [letter])


async def is_fresh(session: Any, id: str, version: int) -> bool:
    """Letters of a stopped announcement that were in flight and came back stay here."""
    return await campaigns.not_stopped(session, int(id))


async def _place(chat: Chat) -> str:
    """The municipality of the campaign, if the person works for it."""
    if not chat.subject.isdecimal():
        return ""
    place = await chat.read(campaigns.municipality_of, int(chat.subject))
    if place is None or not await chat.read(is_staff, chat.me.person, place):
        return ""
    return place


def _not_staff(chat: Chat) -> Done:
    return Done(chat.text("announce-not-staff"))


def _told(text: Text, report: Report) -> Html:
    """The counts, adding up to everybody."""
    return lines(
        text("announce-report", state=report.state, count=report.people),
        *(text(LINES[state], count=count) for state, count in _together(report.counts).items()),
    )


def _together(counts: Mapping[str, int]) -> dict[str, int]:
    """States that read alike, added; in the order of the page."""
    summed: dict[str, int] = {}
    for state, line in LINES.items():
        first = next(name for name in LINES if LINES[name] == line)
        if count := counts.get(state, 0):
            summed[first] = summed.get(first, 0) + count
    return summed


JOURNEYS = (Journey("announce-stop", ask_stop, stop), Journey("announce-report", show, apply))
DUE = {campaigns.DONE: tell_maker}
FRESH = {"campaign": is_fresh}
