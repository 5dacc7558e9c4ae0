"""One tap answers the quick poll of an announcement.  The subject is "announcement.option"."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Outcome, Text
from bot.messages import Words
from storage import announcements, polls


@dataclass(frozen=True, slots=True)
class Answered:
    announcement: int
    option: int
    name: str


async def script(chat: Chat) -> Answered | Done:
    id, _, option = chat.subject.partition(".")
    if not (id.isdecimal() and option.isdecimal()):
        return Done(chat.text("poll-gone"))
    found = await chat.read(announcements.find, int(id))
    if found is None or found.poll is None or int(option) >= len(found.poll["options"]):
        return Done(chat.text("poll-gone"))
    if found.state != "sent":
        return Done(chat.text("poll-not-sent"))
    if chat.me.municipality != found.municipality_id:
        return Done(chat.text("poll-elsewhere"))
    words = Words(found.poll["options"][int(option)])
    return Answered(found.id, int(option), words.read(chat.me.language, chat.me.main_language))


async def apply(session: Any, me: Me, text: Text, result: Answered | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    await polls.answer(session, result.announcement, me.person, result.option)
    return Done(text("poll-answered", option=result.name))


JOURNEYS = (Journey("poll", script, apply),)
