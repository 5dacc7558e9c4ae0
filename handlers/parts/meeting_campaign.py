"""One letter to everybody of a meeting, each in their own language."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.messages import Outgoing
from storage import audiences, campaigns
from storage.campaigns import NewCampaign
from storage.meetings import Shown
from storage.tables.mail import NOTICE
from storage.tables.topics import MEETINGS


async def write(
    session: Any,
    meeting: Shown,
    kind: str,
    audience: Mapping[str, Any],
    letter: Callable[[str], Outgoing],
    now: datetime,
) -> None:
    """`letter` gives it in a language; nobody gets it once the meeting has changed."""
    languages = await audiences.read_by(session, audience, meeting.main_language)
    new = NewCampaign(
        meeting.municipality_id,
        kind,
        {language: [letter(language).to_json()] for language in languages},
        audience,
        subject=f"meeting:{meeting.id}",
        version=meeting.version,
        topic=MEETINGS,
        lane=NOTICE,
    )
    await campaigns.create(session, new, now)
