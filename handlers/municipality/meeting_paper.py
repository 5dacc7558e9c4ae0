"""Papers of a meeting, drawn in a job and sent to whoever asked, if they still may have them."""

from functools import partial
from typing import Any

from bot.journey import Tools
from bot.messages import Choice, Outgoing
from bot.pictures.print.papers import Paper
from handlers.parts.meeting_print import MeetingPrinter
from handlers.parts.print_send import attached, file_name, post
from storage import attendance, meetings, minutes
from storage.staff import is_staff


async def poster(args: dict[str, Any], tools: Tools) -> None:
    """What hangs on the door."""
    async with tools.reading() as session:
        meeting = await meetings.find(session, args["meeting"])
        assert meeting is not None
        if not await attendance.may_open(session, args["person"], meeting):
            return
    say = partial(tools.text, meeting.main_language)
    pen = MeetingPrinter(say, meeting, args["code"], tools.home)
    await _send(args, tools, pen, ("print-poster", pen.poster(), "meeting-came"))


async def protocol(args: dict[str, Any], tools: Tools) -> None:
    """The minutes, to be signed."""
    async with tools.reading() as session:
        meeting = await meetings.find(session, args["meeting"])
        assert meeting is not None
        recorded = await minutes.of(session, meeting.id)
        if not await is_staff(session, args["person"], meeting.municipality_id):
            return
    pen = MeetingPrinter(partial(tools.text, meeting.main_language), meeting)
    paper = pen.minutes(recorded)
    await _send(args, tools, pen, ("meetings-protocol", paper, "meeting-minutes"))


async def _send(
    args: dict[str, Any], tools: Tools, pen: MeetingPrinter, made: tuple[str, Paper, str]
) -> None:
    """A paper under the id of its name, and the page to go back to."""
    name, paper, page = made
    document = await tools.paper(file_name(pen.text(name)), pen.masthead, paper)
    text = partial(tools.text, args["speaks"])
    more = Choice(f"go:{page}:{args['meeting']}", text("meetings-back-to-page"))
    said = Outgoing(
        text("print-made", name=text(name)), (more,), (Choice("!menu", text("core-menu")),)
    )
    async with tools.writing() as session:
        await post(session, tuple(args["to"]), [*attached([document]), said], tools)


JOBS = {"meeting-poster": poster, "meeting-minutes": protocol}
