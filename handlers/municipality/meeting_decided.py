"""Writing down what was decided: words by language, photos, a file.  Subject: the meeting's id."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice
from handlers.parts.meeting_staff import back, own
from handlers.parts.print_send import file_name
from storage import media, minutes
from storage.conduct import By
from storage.meetings import Shown
from storage.staff import is_staff

LONGEST = 3000
MOST_PHOTOS = 6


@dataclass(frozen=True, slots=True)
class Decided:
    """Words, photos and the id of a file that was sent, '' for none."""

    meeting: Shown
    words: dict[str, str]
    photos: tuple[str, ...]
    file: str


async def script(chat: Chat) -> Decided | Done:
    meeting = await own(chat, chat.subject)
    if isinstance(meeting, Done):
        return meeting
    if not meeting.begun(chat.me.now):
        return Done(chat.text("meetings-not-begun"), links=back(chat.text, meeting))
    said = await chat.ask("words", chat.text("meetings-ask-decided"), at_most=LONGEST)
    english = await chat.ask(
        "words-en", chat.text("meetings-ask-decided-en"), at_most=LONGEST, optional=True
    )
    photos = await _photos(chat)
    prompt = chat.text("meetings-ask-file")
    file = await chat.file("file", prompt, kinds=(".pdf",), optional=True)
    choices = [
        Choice("yes", chat.text("meetings-decided-yes"), wide=True),
        Choice("words", chat.text("meetings-decided-edit"), wide=True),
    ]
    count = len(photos)
    sure = chat.text("meetings-decided-sure", text=said, photos=count, file="yes" if file else "no")
    if await chat.confirm("sure", sure, choices) == "words":
        chat.edit("words", "words-en")
    words = {meeting.main_language: said, **({"en": english} if english else {})}
    return Decided(meeting, words, tuple(photos), file)


async def _photos(chat: Chat) -> list[str]:
    photos: list[str] = []
    for number in range(1, MOST_PHOTOS + 1):
        prompt = (
            chat.text("meetings-another-photo", count=len(photos))
            if photos
            else chat.text("meetings-ask-photo")
        )
        photo = await chat.photo(f"photo-{number}", prompt, optional=True, another=bool(photos))
        if not photo:
            break
        photos.append(photo)
    return photos


async def apply(session: Any, me: Me, text: Text, result: Decided | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    meeting, by = result.meeting, By(me.person, result.meeting.municipality_id, me.now)
    if not await is_staff(session, me.person, meeting.municipality_id):
        return Done(text("meetings-not-staff"))
    file = None
    if result.file:
        size = await media.keep_file(session, result.file, me.person)
        if size is None:
            return Refused(text("meetings-no-pdf"), forget=("file",))
        file = {"media": result.file, "name": file_name(text("meetings-protocol")), "size": size}
    await minutes.decide(session, by, meeting.id, result.words, result.photos, file)
    return Done(text("meetings-was-set"), then=Open("meeting-minutes", str(meeting.id)))


JOURNEYS = (Journey("meeting-decided", script, apply, title="meetings-to-decided"),)
