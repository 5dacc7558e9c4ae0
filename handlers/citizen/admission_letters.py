"""What applicants hear: the decision, a place that became free, the first day and the last."""

from functools import partial
from typing import Any

from bot.civic.admission import ACCEPT, KEPT, RESERVE
from bot.civic.course import passed
from bot.formats import day
from bot.journey import DueNow, Text, Tools
from bot.messages import Choice, Html, Outgoing, Words, lines
from handlers.parts.admission_words import track
from handlers.parts.learning import content_of
from storage import (
    academy,
    admission,
    admission_cohort,
    applications,
    campaigns,
    mail,
    places,
    recipients,
)
from storage.admission import Call
from storage.applications import Applied
from storage.due import Outdated
from storage.recipients import Recipient
from storage.tables.mail import NOTICE

Addressed = tuple[Call, Applied, Recipient]
Way = tuple[str, Html]
"""A button: what it opens, and its label."""


async def decided(session: Any, row: DueNow, tools: Tools) -> None:
    """The decision with its reason, and what follows from it."""
    call, mine, who = await _applicant(session, row)
    text = partial(tools.text, who.language)
    if mine.mark == ACCEPT:
        words = text("admission-letter-words", words=mine.reason) if mine.reason else ""
        head = lines(text("admission-letter-accepted", title=_title(call, who)), words)
        said, way = _accepted(text, call, head), _page(text, call)
    elif mine.mark == RESERVE:
        said, way = await _in_reserve(session, (call, mine, who), text), _page(text, call)
    else:
        told = {"title": _title(call, who), "reason": mine.reason}
        said = text("admission-letter-declined", gone=await _gone(session, call), **told)
        way = _academy(text)
    await _write(session, (call, mine, who), said, way, tools)


async def moved(session: Any, row: DueNow, tools: Tools) -> None:
    """Somebody has given up their place."""
    call, mine, who = await _member(session, row)
    text = partial(tools.text, who.language)
    head = text("admission-letter-moved", title=_title(call, who))
    said = _accepted(text, call, head)
    await _write(session, (call, mine, who), said, _page(text, call), tools)


def _accepted(text: Text, call: Call, head: Html) -> Html:
    """When it begins, and that a place nobody wants is another's."""
    days = call.days
    return lines(
        head,
        text("admission-letter-days", starts=day(days.starts), ends=day(days.ends)),
        text("admission-letter-give-up"),
        by="\n\n",
    )


async def _in_reserve(session: Any, to: Addressed, text: Text) -> Html:
    call, mine, who = to
    waiting = await admission_cohort.reserve(session, call.id)
    return text(
        "admission-letter-reserve",
        title=_title(call, who),
        reason=mine.reason,
        place=[one.id for one in waiting].index(mine.id) + 1,
        until=day(call.days.moves_up_until),
        gone=await _gone(session, call),
    )


async def _gone(session: Any, call: Call) -> str:
    """The day on which an application that was not accepted is deleted.  Raises Outdated."""
    if call.told_at is None:
        raise Outdated
    zone = await places.time_zone(session, call.municipality)
    return day(call.told_at + KEPT, zone)


async def first(session: Any, row: DueNow, tools: Tools) -> None:
    """The cohort begins: a button to its course and track."""
    call, mine, who = await _member(session, row)
    text = partial(tools.text, who.language)
    named = track(call.course, call.track, who.language)
    told = {"title": _title(call, who), "track": named, "ends": day(call.days.ends)}
    way = (f"go:admission-begin:{call.id}", text("admission-to-course"))
    await _write(session, (call, mine, who), text("admission-letter-first", **told), way, tools)


async def last(session: Any, row: DueNow, tools: Tools) -> None:
    """How far the member is, and that the course stays open."""
    call, mine, who = await _member(session, row)
    text = partial(tools.text, who.language)
    said = lines(
        text("admission-letter-last", title=_title(call, who)),
        await _how_far(session, call, who, text),
        by="\n\n",
    )
    await _write(session, (call, mine, who), said, _academy(text), tools)


async def _how_far(session: Any, call: Call, who: Recipient, text: Text) -> Html:
    learnings = await academy.learnings(session, who.person_id)
    same = (one for one in learnings if (one.course, one.track) == (call.course, call.track))
    learning = next(same, None)
    content = learning and content_of(learning, who.language)
    if not learning or not content:
        return text("admission-far-none")
    if learning.finished_at is not None:
        return text("admission-far-all")
    ids = [lesson.id for lesson in content.of(learning.track)]
    done = passed(ids, await academy.standings(session, learning.id))
    return text("admission-far", passed=done, count=len(ids))


async def _applicant(session: Any, row: DueNow) -> Addressed:
    """Whose application is still there and who can be written to.  Raises Outdated."""
    mine = await applications.one(session, int(row.subject.removeprefix("application:")))
    call = await admission.find(session, mine.call) if mine else None
    who = await recipients.recipient(session, mine.person) if mine else None
    if mine is None or call is None or who is None:
        raise Outdated
    return call, mine, who


async def _member(session: Any, row: DueNow) -> Addressed:
    """The same of somebody who is accepted.  Raises Outdated."""
    call, mine, who = await _applicant(session, row)
    if mine.mark != ACCEPT:
        raise Outdated
    return call, mine, who


def _title(call: Call, who: Recipient) -> str:
    return Words(call.title).read(who.language)


def _page(text: Text, call: Call) -> Way:
    return f"go:admission:{call.id}", text("admission-to-mine")


def _academy(text: Text) -> Way:
    return "go:learn:", text("admission-to-academy")


async def _write(session: Any, to: Addressed, said: Html, way: Way, tools: Tools) -> None:
    """Not in the quiet hours of the municipality."""
    call, _, who = to
    menu = Choice("!menu", tools.text(who.language, "core-menu"))
    body = Outgoing(said, (Choice(way[0], way[1], wide=True),), (menu,)).to_json()
    at = await campaigns.awake(session, call.municipality, tools.now())
    kept = {"lane": NOTICE, "due_at": at}
    await mail.post(session, [mail.letter(who.bot, who.account_id, body, tools.now()) | kept])


DUE = {
    admission_cohort.DECIDED: decided,
    admission_cohort.MOVED: moved,
    admission_cohort.FIRST: first,
    admission_cohort.LAST: last,
}
