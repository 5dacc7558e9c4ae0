"""What the staff's pages of a meeting share: may they, and how is a setting told."""

from collections.abc import Sequence

from bot.conversation import Chat
from bot.journey import Done, Me, Open, Text
from bot.messages import Choice, Html
from handlers.parts.learning import lessons_to_name
from handlers.parts.meeting_page import read
from storage import meetings, series
from storage.meetings import Shown
from storage.staff import is_staff

DAY, HOUR = 24 * 60, 60
NO_LESSON = "none"


async def own(chat: Chat, subject: str) -> Shown | Done:
    """The meeting of this id, if it is of a municipality whose coordinator is talking."""
    found = await chat.read(meetings.find, int(subject)) if subject.isdecimal() else None
    if found is None:
        return Done(chat.text("meetings-gone"))
    if not await chat.read(is_staff, chat.me.person, found.municipality_id):
        return Done(chat.text("meetings-not-staff"))
    return found


async def later_too(chat: Chat, meeting: Shown) -> list[Shown]:
    """The later ones of a series that are to change as well."""
    if meeting.series_id is None:
        return []
    found = await chat.read(series.ahead, meeting.series_id, chat.me.now)
    later = [one for one in found if one.starts_at > meeting.starts_at]
    if not later:
        return []
    choices = [
        Choice("one", chat.text("meetings-only-this"), wide=True),
        Choice("all", chat.text("meetings-later-too", count=len(later)), wide=True),
    ]
    which = await chat.choose("which", chat.text("meetings-which-of-series"), choices)
    return later if which == "all" else []


async def ask_lesson(chat: Chat) -> str:
    """The lesson that a seminar belongs to, as "course.lesson"; '' for none."""
    rows = [
        Choice(key, title, wide=True) for key, title in lessons_to_name(chat.me.language).items()
    ]
    none = Choice(NO_LESSON, chat.text("seminar-no-lesson"), wide=True)
    chosen = await chat.choose("lesson", chat.text("seminar-ask-lesson"), [*rows, none])
    return "" if chosen == NO_LESSON else chosen


def over(text: Text, me: Me, meeting: Shown) -> Html:
    """It cannot be changed any more."""
    return text("meetings-is-over", title=read(me, meeting.title), kind=meeting.kind)


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
