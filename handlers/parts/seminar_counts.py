"""How many come to a seminar, and how many came: numbers and no names."""

from bot.conversation import Chat
from bot.messages import Html
from storage import attendance
from storage.meetings import Shown


async def counts(chat: Chat, seminar: Shown) -> list[Html]:
    """Seats and who waits; once it has begun also who came."""
    text = chat.text
    seats = str(seminar.seats) if seminar.seats else "none"
    said = [text("meetings-signed-count", count=seminar.signed_up, seats=seats)]
    if seminar.waiting:
        said.append(text("meetings-waiting-count", count=seminar.waiting))
    if seminar.begun(chat.me.now):
        found = await chat.read(attendance.figures, seminar.id)
        said.append(text("seminar-came", count=found.there))
    return said
