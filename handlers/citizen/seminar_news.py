"""New materials of a seminar, told once to those who took part."""

from datetime import datetime
from functools import partial
from typing import Any

from bot.journey import DueNow, Tools
from bot.messages import Choice, Outgoing, Words, lines
from storage import audiences, campaigns, materials, meetings
from storage.campaigns import NewCampaign
from storage.due import Outdated
from storage.materials import HandOut
from storage.meetings import Shown
from storage.tables.mail import NOTICE
from storage.tables.topics import MEETINGS


async def tell(session: Any, row: DueNow, tools: Tools) -> None:
    """All that was told at once, without what has been taken away since."""
    meeting = await meetings.find(session, int(row.subject))
    moment = datetime.fromisoformat(row.occurrence)
    found = await materials.told_at(session, int(row.subject), moment)
    if meeting is None or not found:
        raise Outdated
    audience = {"took_seats": meeting.id}
    new = NewCampaign(
        meeting.municipality_id,
        "materials",
        {
            language: [_letter(meeting, found, language, tools).to_json()]
            for language in await audiences.read_by(session, audience, meeting.main_language)
        },
        audience,
        subject=f"meeting:{meeting.id}",
        version=meeting.version,
        topic=MEETINGS,
        lane=NOTICE,
    )
    await campaigns.create(session, new, tools.now())


def _letter(meeting: Shown, found: list[HandOut], language: str, tools: Tools) -> Outgoing:
    text = partial(tools.text, language)
    title = Words(meeting.title).read(language, meeting.main_language)
    rows = [text("materials-line", kind=one.kind, title=one.title) for one in found]
    said = lines(text("materials-added-to", title=title), *rows)
    see = Choice(f"go:seminar-materials:{meeting.id}", text("materials-see"), wide=True)
    return Outgoing(said, (see,), (Choice("!menu", text("core-menu")),))


DUE = {materials.TELL: tell}
