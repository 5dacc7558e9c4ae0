"""The text of an announcement and a square picture, to paste elsewhere.

The subject is the campaign's id.
"""

from typing import Any

from bot.conversation import Chat
from bot.formats import day
from bot.journey import Card, Done, Journey, Me, Open, Outcome, Text, Tools
from bot.messages import Picture, Words
from storage import announcements, doors
from storage.doors import Way
from storage.places import municipality
from storage.staff import is_staff

DRAW = "announce-card"
"""The job that draws the picture."""

LONGEST = 160  # characters of the text that a picture holds


async def script(chat: Chat) -> Done:
    known = chat.subject.isdecimal()
    found = await chat.read(announcements.of_campaign, int(chat.subject)) if known else None
    if found is None or not await chat.read(is_staff, chat.me.person, found.municipality_id):
        return Done(chat.text("announce-not-staff"))
    place = await chat.read(municipality, found.municipality_id)
    me, text = chat.me, found.texts["ka"]
    words = {
        "municipality": found.municipality_id,
        "head": chat.text_in("ka")("announce-card-head").plain(),
        "title": _short(text),
        "where": day(found.made_at, me.zone),
        "place": Words(place.name if place else {}).read("ka"),
        "foot": chat.text_in("ka")("announce-card-foot").plain(),
    }
    drawn = await chat.work("card", chat.text("idea-card-drawing"), DRAW, words)
    back = ((chat.text("announce-to-report"), Open("announce-report", chat.subject)),)
    if "media" not in drawn:
        return Done(chat.text("idea-card-failed"), links=back)
    chat.say("how", chat.text("announce-share"))
    said = chat.text_in("ka")("announce-shared", text=text, link=drawn["link"])
    return Done(said, picture=Picture(drawn["media"]), links=back)


def _short(text: str) -> str:
    """The beginning, whole sentences if they fit."""
    flat = " ".join(text.split())
    if len(flat) <= LONGEST:
        return flat
    end = max(flat.rfind(mark, 0, LONGEST) for mark in (". ", "! ", "? "))
    return flat[: end + 1] if end > 0 else f"{flat[: LONGEST - 1].rstrip()}…"


async def apply(session: Any, me: Me, text: Text, result: Done) -> Outcome:
    return result


async def draw(args: dict[str, Any], tools: Tools) -> dict[str, str]:
    """A door into the municipality, and the picture with its code."""
    async with tools.writing() as session:
        code = await doors.door_to(session, Way(args["municipality"], None, "", ""), tools.now())
    link = f"{tools.home}/s/{code}"
    card = Card(args["head"], args["title"], args["where"], args["place"], args["foot"], code, link)
    return {"media": await tools.card(card), "link": link, "code": code}


JOURNEYS = (Journey("announce-share", script, apply),)
JOBS = {DRAW: draw}
