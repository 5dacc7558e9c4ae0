"""A picture or a document for an announcement.  The subject is its id."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text, Tools
from bot.messages import Choice
from handlers.parts.announce_access import keep, own
from storage import media
from storage.announcements import Announced

KINDS = (".pdf", ".xlsx", ".zip")
READ = "announce-document"
"""The job that looks whether a file is what its name says."""

PHOTO, DOCUMENT, NO_PHOTO, NO_DOCUMENT = "photo", "document", "no-photo", "no-document"


@dataclass(frozen=True, slots=True)
class Attached:
    found: Announced
    values: dict[str, Any]


async def script(chat: Chat) -> Attached | Done:
    found = await own(chat)
    if found is None:
        return Done(chat.text("announce-not-yours"))
    match await chat.choose("what", chat.text("announce-attach"), _choices(chat, found)):
        case "photo":
            photo = await chat.photo("photo", chat.text("announce-photo"))
            return Attached(found, {"photo": photo})
        case "document":
            return await _document(chat, found)
        case "no-photo":
            return Attached(found, {"photo": ""})
        case _:
            return Attached(found, {"document": None})


def _choices(chat: Chat, found: Announced) -> list[Choice]:
    choices = [
        Choice(PHOTO, chat.text("announce-a-photo"), wide=True),
        Choice(DOCUMENT, chat.text("announce-a-document"), wide=True),
    ]
    if found.photo:
        choices.append(Choice(NO_PHOTO, chat.text("announce-no-photo"), wide=True))
    if found.document:
        choices.append(Choice(NO_DOCUMENT, chat.text("announce-no-document"), wide=True))
    return choices


async def _document(chat: Chat, found: Announced) -> Attached | Done:
    prompt = chat.text("announce-document", kinds=", ".join(KINDS))
    file = await chat.file("file", prompt, kinds=KINDS)
    args = {"file": file, "person": chat.me.person, "name": chat.text("announce-file-name").plain()}
    read = await chat.work("read", chat.text("announce-reading"), READ, args)
    if "media" not in read:
        back = Open("announce-page", str(found.id))
        return Done(chat.text("announce-bad-document"), then=back)
    return Attached(found, {"document": read})


async def apply(session: Any, me: Me, text: Text, result: Attached | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    if not await keep(session, me, result.found, **result.values):
        return Done(text("announce-not-yours"))
    return Open("announce-page", str(result.found.id))


async def read(args: dict[str, Any], tools: Tools) -> dict[str, Any]:
    """The file as a document of ours; {} where it is none that we send."""
    try:
        content = await tools.file(args["file"], args["person"])
    except LookupError:
        return {}
    for ending in KINDS:
        try:
            document = await tools.document(f"{args['name']}{ending}", content)
        except ValueError:
            continue
        async with tools.writing() as session:
            await media.attach(session, document.media)
            await media.drop(session, args["file"])
        return {"media": document.media, "name": document.name, "size": document.size}
    return {}


JOURNEYS = (Journey("announce-attach", script, apply),)
JOBS = {READ: read}
