"""What the staff's pages of a meeting share: may they, and how is a setting told."""

from collections.abc import Sequence

from bot.conversation import Chat
from bot.journey import Done, Open, Text
from bot.messages import Html
from storage import meetings
from storage.meetings import Shown
from storage.staff import is_staff

DAY, HOUR = 24 * 60, 60


async def own(chat: Chat, subject: str) -> Shown | Done:
    """The meeting of this id, if it is of a municipality whose coordinator is talking."""
    found = await chat.read(meetings.find, int(subject)) if subject.isdecimal() else None
    if found is None:
        return Done(chat.text("meetings-gone"))
    if not await chat.read(is_staff, chat.me.person, found.municipality_id):
        return Done(chat.text("meetings-not-staff"))
    return found


def back(text: Text, meeting: Shown) -> tuple[tuple[str, Open], ...]:
    """A button to the staff's page of this meeting."""
    return ((text("meetings-to-desk"), Open("meeting-desk", str(meeting.id))),)


def length(text: Text, minutes: int) -> Html:
    """How long something is, or how long before: in days, hours or minutes."""
    if minutes % DAY == 0:
        return text("meetings-days", count=minutes // DAY)
    if minutes % HOUR == 0:
        return text("meetings-hours", count=minutes // HOUR)
    return text("meetings-minutes", count=minutes)


def reminded(text: Text, minutes: Sequence[int]) -> Html:
    """When people are reminded."""
    if not minutes:
        return text("meetings-reminders-none")
    times = ", ".join(length(text, one) for one in minutes)
    return text("meetings-reminders", times=times)
