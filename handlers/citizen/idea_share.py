"""A picture of an idea with a code that opens it, to pass on.  The subject is the idea's id."""

from typing import Any

from bot.civic.proposals import UNSEEN
from bot.conversation import Chat
from bot.journey import Card, Done, Journey, Me, Open, Outcome, Text, Tools
from bot.messages import Picture, Words
from handlers.parts.idea_page import settlement
from storage import doors, ideas
from storage.doors import Way
from storage.places import municipality

DRAW = "idea-card"
"""The job that draws the picture."""


async def script(chat: Chat) -> Done:
    known = chat.subject.isdecimal()
    idea = await chat.read(ideas.find, int(chat.subject), chat.me.person) if known else None
    if idea is None or idea.state in UNSEEN:
        return Done(chat.text("idea-gone"), links=((chat.text("idea-to-list"), Open("ideas")),))
    place = await chat.read(municipality, idea.municipality_id)
    me = chat.me
    words = {
        "idea": idea.id,
        "municipality": idea.municipality_id,
        "head": chat.text("idea-card-head", number=str(idea.number)).plain(),
        "title": idea.title,
        "where": settlement(me, chat.text, idea),
        "place": Words(place.name if place else {}).read(me.language, me.main_language),
        "foot": chat.text("idea-card-foot").plain(),
    }
    drawn = await chat.work("card", chat.text("idea-card-drawing"), DRAW, words)
    links = ((chat.text("idea-to-this"), Open("ideas", chat.subject)),)
    if "media" not in drawn:
        return Done(chat.text("idea-card-failed"), links=links)
    told = chat.text("idea-card-done", link=drawn["link"], code=drawn["code"])
    return Done(told, picture=Picture(drawn["media"]), links=links)


async def apply(session: Any, me: Me, text: Text, result: Done) -> Outcome:
    return result


async def draw(args: dict[str, Any], tools: Tools) -> dict[str, str]:
    """The door to the idea, and the picture with its code."""
    way = Way(args["municipality"], None, "ideas", str(args["idea"]))
    async with tools.writing() as session:
        code = await doors.door_to(session, way, tools.now())
    link = f"{tools.home}/s/{code}"
    card = Card(args["head"], args["title"], args["where"], args["place"], args["foot"], code, link)
    return {"media": await tools.card(card), "link": link, "code": code}


JOURNEYS = (Journey("idea-share", script, apply),)
JOBS = {DRAW: draw}
