"""The page of an announcement that is being written.  The subject is its id."""

from collections.abc import Iterator
from typing import Any

from bot.conversation import Chat
from bot.formats import when
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Words, lines
from handlers.parts import announce_words as words
from handlers.parts.announce_access import own
from handlers.parts.announce_buttons import label
from storage import announcements
from storage.announcements import Announced
from storage.audiences import count_people, read_by

SHOWN = 300  # characters of the text; the preview shows all of it


async def script(chat: Chat) -> Done | Open:
    found = await own(chat)
    if found is None:
        return await _elsewhere(chat)
    chosen = await chat.choose("what", await page(chat, found), _choices(chat, found))
    return Open(chosen, str(found.id))


async def _elsewhere(chat: Chat) -> Done | Open:
    """It waits for a second person, has been sent, or is somebody else's."""
    known = chat.subject.isdecimal()
    found = await chat.read(announcements.find, int(chat.subject)) if known else None
    if found is None or found.made_by != chat.me.person:
        return Done(chat.text("announce-not-yours"))
    if found.campaign_id is not None:
        return Open("announce-report", str(found.campaign_id))
    if found.state == "proposed":
        back = (chat.text("announce-take-back"), Open("announce-back", str(found.id)))
        return Done(chat.text("announce-waits"), links=(back,))
    return Done(chat.text("announce-is-dropped"), links=(_another(chat.text, found),))


async def page(chat: Chat, found: Announced) -> Html:
    """All that has been decided about it so far."""
    text = chat.text
    people = await chat.read(count_people, found.audience)
    return lines(
        text("announce-page"),
        _short(found.texts["ka"]),
        lines(
            text("announce-to"),
            *await words.audience(chat, found.municipality_id, found.audience),
            text("announce-people", count=words.about(text, people)),
        ),
        lines(*await missing(chat, found), *_rest(chat, found)),
        by="\n\n",
    )


async def missing(chat: Chat, found: Announced) -> list[Html]:
    """Languages that some of these people read, and in which nothing is written."""
    readers = await chat.read(read_by, found.audience, chat.me.main_language)
    lacking = [code for code in readers if code not in found.texts]
    return [
        chat.text("announce-lacks", language=words.language(chat.text, code)) for code in lacking
    ]


def _rest(chat: Chat, found: Announced) -> Iterator[Html]:
    text = chat.text
    if found.photo:
        yield text("announce-has-photo")
    if found.document:
        yield text("announce-has-document", name=found.document["name"])
    for target in found.buttons:
        yield text("announce-has-button", label=label(text, target))
    if found.poll:
        asked = Words(found.poll["question"]).read(chat.me.language, chat.me.main_language)
        yield text("announce-has-poll", question=asked)
    if found.send_at:
        yield text("announce-has-time", **when(found.send_at, chat.me.zone))


def _choices(chat: Chat, found: Announced) -> list[Choice]:
    text = chat.text
    send = Choice("announce-send", text("announce-to-send"), wide=True)
    preview = Choice("announce-preview", text("announce-to-preview"), wide=True)
    drop = Choice("announce-drop", text("announce-to-drop"))
    edit = Choice("announce-text", text("announce-to-text"))
    if found.follows_id is not None:
        edit = Choice("announce-text", text("announce-to-words"))
        return [send, preview, edit, drop]
    return [
        send,
        preview,
        Choice("announce-who", text("announce-to-who")),
        edit,
        Choice("announce-buttons", text("announce-to-buttons")),
        Choice("announce-time", text("announce-to-time")),
        drop,
    ]


def _short(said: str) -> str:
    return said if len(said) <= SHOWN else f"{said[: SHOWN - 1].rstrip()}…"


def _another(text: Text, found: Announced) -> tuple[Html, Open]:
    return text("announce-new"), Open("announce", found.municipality_id)


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


async def ask_drop(chat: Chat) -> Announced | Done | Open:
    found = await own(chat)
    if found is None:
        return Done(chat.text("announce-not-yours"))
    choices = (
        Choice("yes", chat.text("announce-drop-yes"), wide=True),
        Choice("no", chat.text("announce-to-page"), wide=True),
    )
    if await chat.confirm("sure", chat.text("announce-drop-sure"), choices) == "no":
        return Open("announce-page", str(found.id))
    return found


async def drop(session: Any, me: Me, text: Text, result: Announced | Done | Open) -> Outcome:
    if not isinstance(result, Announced):
        return result
    await announcements.drop(session, result.id, me.person)
    return Done(text("announce-is-dropped"), links=(_another(text, result),))


async def ask_back(chat: Chat) -> Announced | Done:
    known = chat.subject.isdecimal()
    found = await chat.read(announcements.find, int(chat.subject)) if known else None
    if found is None or found.made_by != chat.me.person:
        return Done(chat.text("announce-not-yours"))
    return found


async def back(session: Any, me: Me, text: Text, result: Announced | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    await announcements.give_back(session, result.id, me.person, me.now)
    return Open("announce-page", str(result.id))


JOURNEYS = (
    Journey("announce-page", script, apply),
    Journey("announce-drop", ask_drop, drop),
    Journey("announce-back", ask_back, back),
)
