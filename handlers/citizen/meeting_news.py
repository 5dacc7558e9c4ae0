"""What was decided at a meeting, sent once to everybody who had signed up or came."""

from functools import partial
from typing import Any

from bot.journey import DueNow, Tools
from bot.messages import Choice, Outgoing, Picture, Words, lines
from handlers.parts.meeting_decided import decided
from storage import audiences, campaigns, meetings, minutes
from storage.campaigns import NewCampaign
from storage.due import Outdated
from storage.meetings import Shown
from storage.minutes import Recorded
from storage.tables.mail import NOTICE
from storage.tables.topics import MEETINGS


async def tell(session: Any, row: DueNow, tools: Tools) -> None:
    """In each reader's language, as it is written down at this moment."""
    meeting = await meetings.find(session, int(row.subject))
    if meeting is None:
        raise Outdated
    recorded, audience = await minutes.of(session, meeting.id), {"signed_up": meeting.id}
    new = NewCampaign(
        meeting.municipality_id,
        "meeting",
        {
            language: [_letter(meeting, recorded, language, tools).to_json()]
            for language in await audiences.read_by(session, audience, meeting.main_language)
        },
        audience,
        subject=f"meeting:{meeting.id}",
        version=meeting.version,
        topic=MEETINGS,
        lane=NOTICE,
    )
    await campaigns.create(session, new, tools.now())


def _letter(meeting: Shown, recorded: Recorded, language: str, tools: Tools) -> Outgoing:
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
