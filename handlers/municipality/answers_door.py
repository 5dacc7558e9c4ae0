"""A link and a picture that open the way to ask, on any topic or on one.

The subject is the municipality.
"""

from typing import Any

from bot.civic.answering import TOPICS
from bot.conversation import Chat
from bot.journey import Card, Done, Journey, Me, Outcome, Text, Tools
from bot.messages import Choice, Picture, Words
from handlers.parts import question_staff as staff
from handlers.parts import question_words as words
from storage import doors
from storage.doors import Way
from storage.places import municipality
from storage.staff import is_staff

DRAW = "answers-card"
"""The job that draws the picture."""

ANY = "any"


async def script(chat: Chat) -> Done:
    if not await chat.read(is_staff, chat.me.person, chat.subject):
        return Done(chat.text("desk-not-yours"))
    every = Choice(ANY, chat.text("answers-door-any"), wide=True)
    topics = [Choice(topic, words.topic(chat.text, topic)) for topic in TOPICS]
    topic = await chat.choose("topic", chat.text("answers-door-topic"), [every, *topics])
    told = await _words(chat, "" if topic == ANY else topic)
    drawn = await chat.work("card", chat.text("idea-card-drawing"), DRAW, told)
    back = staff.back(chat.text, chat.subject)
    if "media" not in drawn:
        return Done(chat.text("idea-card-failed"), links=back)
    said = chat.text("answers-door-done", link=drawn["link"], code=drawn["code"])
    return Done(said, picture=Picture(drawn["media"]), links=back)


async def _words(chat: Chat, topic: str) -> dict[str, str]:
    """What the picture says, in Georgian: it hangs on doors and goes from group to group."""
    text = chat.text_in("ka")
    place = await chat.read(municipality, chat.subject)
    return {
        "municipality": chat.subject,
        "topic": topic,
        "head": text("answers-card-head").plain(),
        "title": text("answers-card-title").plain(),
        "where": words.topic(text, topic).plain() if topic else "",
        "place": Words(place.name if place else {}).read("ka"),
        "foot": text("answers-card-foot").plain(),
    }


async def apply(session: Any, me: Me, text: Text, result: Done) -> Outcome:
    return result


async def draw(args: dict[str, Any], tools: Tools) -> dict[str, str]:
    """The door, and the picture with its code."""
    way = Way(args["municipality"], None, "ask", args["topic"])
    async with tools.writing() as session:
        code = await doors.door_to(session, way, tools.now())
    link = f"{tools.home}/s/{code}"
    card = Card(args["head"], args["title"], args["where"], args["place"], args["foot"], code, link)
    return {"media": await tools.card(card), "link": link, "code": code}


JOURNEYS = (Journey("answers-door", script, apply),)
JOBS = {DRAW: draw}
