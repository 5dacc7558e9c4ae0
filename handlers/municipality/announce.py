"""An announcement: to whom, what, a preview, and two minutes to think again.

The subject is the municipality; '' means one's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from bot.conversation import Chat
from bot.formats import when
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Outgoing, Picture, Words, lines
from storage import campaigns
from storage.audiences import SMALLEST, count_people, count_reachable
from storage.campaigns import NewCampaign
from storage.log import note
from storage.places import municipality, settlements
from storage.staff import is_staff

EVERYBODY = "all"
LONGEST = 3000  # characters; more than anybody reads on a phone
PER_MINUTE = 1500  # people; a bot may send about 30 messages a second
EDITS = {"audience": "where", "ka": "text", "en": "text-en", "picture": "photo"}

Audience = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is sent to whom; `texts` as people will see them."""

    municipality_id: str
    audience: Audience
    texts: dict[str, Html]
    photo: str

    @property
    def picture(self) -> Picture | None:
        return Picture(self.photo) if self.photo else None


async def script(chat: Chat) -> Announcement | Done:
    place = chat.subject or chat.me.municipality or ""
    if not await chat.read(is_staff, chat.me.person, place):
        return Done(chat.text("announce-not-staff"))
    audience = await _audience(chat, place)
    people = await chat.read(count_people, audience)
    if people < SMALLEST:
        again = ((chat.text("announce-others"), Open("announce", place)),)
        return Done(chat.text("announce-too-few", count=people, least=SMALLEST), links=again)
    new = Announcement(place, audience, await _texts(chat, place), await _photo(chat))
    await _preview(chat, new, people)
    return new


async def apply(session: Any, me: Me, text: Text, result: Announcement | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    place = result.municipality_id
    if not await is_staff(session, me.person, place):
        return Done(text("announce-not-staff"))
    at = await campaigns.goes_out(session, place, me.now)
    menu = (Choice("!menu", text("core-menu")),)
    bodies = {
        language: [Outgoing(words, menu=menu, picture=result.picture).to_json()]
        for language, words in result.texts.items()
    }
    new = NewCampaign(place, campaigns.ANNOUNCEMENT, bodies, result.audience, made_by=me.person)
    id = await campaigns.create(session, new, me.now, hold_until=at)
    subject = f"campaign:{id}"
    await note(session, "announce", me.now, person=me.person, municipality=place, subject=subject)
    links = (
        (text("announce-stop"), Open("announce-stop", str(id))),
        (text("announce-to-report"), Open("announce-report", str(id))),
    )
    return Done(text("announce-held", **when(at, me.zone)), links=links)


async def _audience(chat: Chat, place: str) -> Audience:
    villages = await chat.read(settlements, place)
    if not villages:
        return {"municipality": place}
    choices = [
        Choice(EVERYBODY, chat.text("announce-everybody"), wide=True),
        *(Choice(str(village.id), _read(chat.me, village.name)) for village in villages),
    ]
    chosen = await chat.choose("where", chat.text("announce-where"), choices)
    if chosen == EVERYBODY:
        return {"municipality": place}
    return {"municipality": place, "settlements": [int(chosen)]}


async def _texts(chat: Chat, place: str) -> dict[str, Html]:
    """What people will read, by language, under the municipality's name."""
    main = await chat.ask("text", chat.text("announce-text"), at_least=5, at_most=LONGEST)
    english = await chat.ask(
        "text-en", chat.text("announce-text-en"), at_least=5, at_most=LONGEST, optional=True
    )
    found = await chat.read(municipality, place)
    names = Words(found.name if found else {})
    said = {"ka": main, "en": english}
    return {
        language: chat.text("announce-body", municipality=names.read(language), text=words)
        for language, words in said.items()
        if words
    }


async def _photo(chat: Chat) -> str:
    return await chat.photo("photo", chat.text("announce-photo"), optional=True)


async def _preview(chat: Chat, new: Announcement, people: int) -> None:
    """The message as it will be seen, the number of people, and the last question."""
    seen = crc32(f"{new.texts}{new.photo}".encode())  # shown again when any of it has changed
    for language, words in new.texts.items():
        chat.say(f"preview-{language}-{seen}", words, new.picture)
    reachable = await chat.read(count_reachable, new.audience)
    at = await chat.read(campaigns.goes_out, new.municipality_id, chat.me.now)
    prompt = lines(
        chat.text("announce-sure", count=reachable, minutes=reachable // PER_MINUTE),
        *_notes(chat, new, people - reachable),
        chat.text("announce-goes-out", **when(at, chat.me.zone)),
    )
    chosen = await chat.confirm("sure", prompt, _choices(chat))
    if chosen != "yes":
        chat.edit(EDITS[chosen])


def _notes(chat: Chat, new: Announcement, left_out: int) -> Iterator[Html]:
    if left_out:
        yield chat.text("announce-left-out", count=left_out)
    if "en" not in new.texts:
        yield chat.text("announce-no-english")


def _choices(chat: Chat) -> list[Choice]:
    return [
        Choice("yes", chat.text("announce-yes"), wide=True),
        Choice("ka", chat.text("announce-edit-text")),
        Choice("en", chat.text("announce-edit-english")),
        Choice("picture", chat.text("announce-edit-picture")),
        Choice("audience", chat.text("announce-edit-audience")),
    ]


def _read(me: Me, words: dict[str, str]) -> str:
    return Words(words).read(me.language, me.main_language)


JOURNEYS = (Journey("announce", script, apply, title="announce-title"),)
