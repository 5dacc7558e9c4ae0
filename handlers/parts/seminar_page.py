"""What the page of a meeting says and offers besides, where it is a seminar."""

from bot.conversation import Chat
from bot.messages import Choice, Html
from handlers.parts.learning import lesson_title
from storage import materials, seats, trainers
from storage.meetings import Shown


async def told(chat: Chat, meeting: Shown) -> list[Html]:
    """Its lesson, who leads it as far as they agreed, and whether one was there."""
    if not meeting.seminar:
        return []
    text, said = chat.text, []
    if title := lesson_title(meeting.lesson, chat.me.language):
        said.append(text("seminar-lesson", title=title))
    leaders = await chat.read(trainers.of, meeting.id)
    if names := [one.shown_as for one in leaders if one.shown_as]:
        said.append(text("seminar-led-by", names=", ".join(names)))
    has = await chat.read(seats.standing, meeting.id, chat.me.person)
    if meeting.begun(chat.me.now) and has and has.came:
        said.append(text("meetings-was-here"))
    return said


async def ways(chat: Chat, meeting: Shown) -> list[Choice]:
    """To its materials and to asking its trainer; each is the journey that it opens."""
    if not meeting.seminar:
        return []
    text, person, choices = chat.text, chat.me.person, []
    count = len(await chat.read(materials.of, meeting.id))
    if count and await chat.read(materials.may_see, person, meeting):
        label = text("seminar-materials", count=count)
        choices.append(Choice("seminar-materials", label, wide=True))
    leaders = [one.person for one in await chat.read(trainers.of, meeting.id)]
    if leaders and person not in leaders:
        choices.append(Choice("ask", text("seminar-ask"), wide=True))
    return choices
