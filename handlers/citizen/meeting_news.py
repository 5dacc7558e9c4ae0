"""What was decided at a meeting, sent once to everybody who had signed up or came."""

from functools import partial
from typing import Any

from bot.journey import DueNow, Tools
from bot.messages import Choice, Outgoing, Picture, Words, lines
from handlers.parts.meeting_campaign import write
from handlers.parts.meeting_decided import decided
from storage import meetings, minutes
from storage.due import Outdated
from storage.meetings import Shown
from storage.minutes import Recorded


async def tell(session: Any, row: DueNow, tools: Tools) -> None:
    """In each reader's language, as it is written down at this moment."""
    meeting = await meetings.find(session, int(row.subject))
    if meeting is None:
        raise Outdated
    recorded = await minutes.of(session, meeting.id)
    letter = partial(_letter, meeting, recorded, tools)
    await write(session, meeting, "meeting", {"signed_up": meeting.id}, letter, tools.now())


def _letter(meeting: Shown, recorded: Recorded, tools: Tools, language: str) -> Outgoing:
    text = partial(tools.text, language)

    def read(words: dict[str, str]) -> str:
        return Words(words).read(language, meeting.main_language)

    head = text("meetings-decided-at", title=read(meeting.title))
    said = lines(head, decided(text, read, recorded), by="\n\n")
    details = Choice(f"go:meetings:{meeting.id}", text("meetings-details"))
    menu = (Choice("!menu", text("core-menu")),)
    picture = Picture(recorded.photos[0]) if recorded.photos else None
    return Outgoing(said, (details,), menu, picture=picture)


DUE = {minutes.TELL: tell}
