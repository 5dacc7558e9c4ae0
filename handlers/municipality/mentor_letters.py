"""What mentors hear of a review before and after its day, and coordinators when nobody does it."""

from functools import partial
from typing import Any

from bot.civic.review import NotAllowed
from bot.formats import day
from bot.journey import DueNow, Tools
from bot.messages import Choice, Html, Outgoing
from storage import mail, places, practicum, practicum_mentors, practicum_reviews, recipients
from storage.due import Outdated
from storage.practicum_mentors import Call
from storage.recipients import Recipient
from storage.staff import COORDINATOR
from storage.tables.mail import NOTICE


async def called(session: Any, row: DueNow, tools: Tools) -> None:
    """There is something to review."""
    call, who, until = await _mentor(session, row)
    said = tools.text(who.language, "mentor-letter-called", name=call.team_name, until=until)
    await _to_mentor(session, who, said, call, tools)


async def soon(session: Any, row: DueNow, tools: Tools) -> None:
    """The day is near."""
    call, who, until = await _mentor(session, row)
    said = tools.text(who.language, "mentor-letter-soon", name=call.team_name, until=until)
    await _to_mentor(session, who, said, call, tools)


async def late(session: Any, row: DueNow, tools: Tools) -> None:
    """The day has passed: a substitute takes over; without one the coordinators learn it too."""
    call, who, until = await _mentor(session, row, gone=True)
    try:
        taken = await practicum_mentors.lapse(session, call.id, tools.now())
    except NotAllowed as error:
        raise Outdated from error
    text = partial(tools.text, who.language) if who else None
    if taken is not None:
        if who and text:
            said = text("mentor-letter-taken", name=call.team_name)
            await _write(session, who, said, (text("mentor-to-queue"), "go:mentor:"), tools)
        return
    if who and text:
        said = text("mentor-letter-late", name=call.team_name, until=until)
        await _to_mentor(session, who, said, call, tools)
    for boss in await recipients.staff(session, call.municipality, {COORDINATOR}):
        words = partial(tools.text, boss.language)
        said = words("teams-letter-late", name=call.team_name, until=until)
        await _write(session, boss, said, (words("teams-to-team"), f"go:team:{call.team}"), tools)


async def nobody(session: Any, row: DueNow, tools: Tools) -> None:
    """A review has no mentor: the coordinators find one."""
    id = int(row.subject.removeprefix("review:"))
    review = await practicum_reviews.find(session, id)
    team = await practicum.find(session, review.team) if review else None
    waits = review is not None and review.done_at is None and review.due_at is None
    if team is None or not waits:
        raise Outdated
    for boss in await recipients.staff(session, team.municipality, {COORDINATOR}):
        words = partial(tools.text, boss.language)
        said = words("teams-letter-nobody", name=team.name)
        await _write(session, boss, said, (words("teams-to-team"), f"go:team:{team.id}"), tools)


async def _mentor(session: Any, row: DueNow, *, gone: bool = False) -> tuple[Call, Any, str]:
    """The open call with its mentor, who may be unreachable only where `gone`.  Raises Outdated."""
    call = await practicum_mentors.find(session, int(row.subject.removeprefix("call:")))
    if call is None or call.ended_at is not None:
        raise Outdated
    who = await recipients.recipient(session, call.mentor)
    if who is None and not gone:
        raise Outdated
    zone = await places.time_zone(session, call.municipality)
    return call, who, day(call.due_at, zone)


async def _to_mentor(session: Any, who: Recipient, said: Html, call: Call, tools: Tools) -> None:
    label = tools.text(who.language, "mentor-to-review")
    way = (label, f"go:mentor-review:{call.review}")
    subject = {"subject": f"team-call:{call.id}", "version": 0}
    await _write(session, who, said, way, tools, **subject)


async def _write(
    session: Any, who: Recipient, said: Html, way: tuple[str, str], tools: Tools, **more: Any
) -> None:
    menu = Choice("!menu", tools.text(who.language, "core-menu"))
    message = Outgoing(said, (Choice(way[1], way[0], wide=True),), (menu,))
    body = message.to_json()
    letter = mail.letter(who.bot, who.account_id, body, tools.now(), lane=NOTICE, **more)
    await mail.post(session, [letter])


async def fresh(session: Any, id: str, version: int) -> bool:
    """Whether a mentor is still asked; a letter to one who is not stays unsent."""
    call = await practicum_mentors.find(session, int(id))
    return call is not None and call.ended_at is None


DUE = {
    practicum_mentors.CALLED: called,
    practicum_mentors.SOON: soon,
    practicum_mentors.LATE: late,
    practicum_mentors.NOBODY: nobody,
}
FRESH = {"team-call": fresh}
