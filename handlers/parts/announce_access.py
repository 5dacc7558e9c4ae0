"""Who may do what with an announcement that is being written."""

from typing import Any

from bot.conversation import Chat
from bot.journey import Me
from storage import announcements
from storage.announcements import Announced
from storage.staff import is_staff


async def own(chat: Chat) -> Announced | None:
    """The draft that the subject names ("12" or "12:…"), if it is this coordinator's."""
    id = chat.subject.partition(":")[0]
    found = await chat.read(announcements.find, int(id)) if id.isdecimal() else None
    if found is None or found.state != "draft" or found.made_by != chat.me.person:
        return None
    works = await chat.read(is_staff, chat.me.person, found.municipality_id)
    return found if works else None


async def keep(session: Any, me: Me, found: Announced, **values: Any) -> bool:
    """Write some of it anew, if the person may still do so."""
    if not await is_staff(session, me.person, found.municipality_id):
        return False
    return await announcements.change(session, found.id, me.person, **values)
