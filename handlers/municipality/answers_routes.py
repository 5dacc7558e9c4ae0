"""Who gets the questions on which topic.  The subject is the municipality."""

from dataclasses import dataclass
from typing import Any

from bot.civic.answering import EXPERT, OFFICE, TOPICS
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html
from handlers.parts import question_staff as staff
from handlers.parts import question_words as words
from storage import answer_routes
from storage.answer_routes import BY_ADDRESSEE
from storage.conduct import By
from storage.staff import is_staff

NOBODY = "0"


@dataclass(frozen=True, slots=True)
class Route:
    """To whom questions of a kind go (0: to the coordinators, or to no expert)."""

    municipality: str
    addressee: str
    topic: str
    person: int


async def script(chat: Chat) -> Route | Done:
    place = chat.subject
    if not await chat.read(is_staff, chat.me.person, place):
        return Done(chat.text("desk-not-yours"))
    kinds = (
        Choice(OFFICE, chat.text("answers-of-office"), wide=True),
        Choice(EXPERT, chat.text("answers-of-experts"), wide=True),
    )
    kind = await chat.choose("kind", chat.text("answers-routes-what"), kinds)
    members = await chat.read(answer_routes.answerers, place, BY_ADDRESSEE[kind])
    if not members:
        invite = (chat.text("desk-staff"), Open("invite", place))
        return Done(chat.text("answers-nobody-able"), links=(invite, *staff.back(chat.text, place)))
    nameless = chat.text("desk-nameless").plain()
    names = {one.person_id: one.name or nameless for one in members}
    topic = await chat.choose(
        "topic", chat.text("answers-which-topic"), await _topics(chat, kind, names)
    )
    people = [Choice(str(id), name, wide=True) for id, name in names.items()]
    nobody = Choice(NOBODY, _nobody(chat.text, kind), wide=True)
    prompt = chat.text("answers-who-answers", topic=words.topic(chat.text, topic))
    person = await chat.choose("person", prompt, [*people, nobody])
    return Route(place, kind, topic, int(person))


async def _topics(chat: Chat, kind: str, names: dict[int, str]) -> list[Choice]:
    """Each topic, and who answers now."""
    routed = await chat.read(answer_routes.routes, chat.subject)
    nobody = _nobody(chat.text, kind).plain()
    return [
        Choice(
            topic,
            chat.text(
                "answers-route",
                topic=words.topic(chat.text, topic),
                name=names.get(routed.get((kind, topic), 0), nobody),
            ),
            wide=True,
        )
        for topic in TOPICS
    ]


def _nobody(text: Text, kind: str) -> Html:
    return text("answers-no-expert") if kind == EXPERT else text("answers-coordinators")


async def apply(session: Any, me: Me, text: Text, result: Route | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    place = result.municipality
    if not await is_staff(session, me.person, place):
        return Done(text("desk-not-yours"))
    by = By(me.person, place, me.now)
    what = (result.addressee, result.topic)
    await answer_routes.route(session, by, *what, result.person or None)
    again = (text("answers-one-more"), Open("answers-routes", place))
    return Done(text("answers-routed"), links=(again, *staff.back(text, place)))


JOURNEYS = (Journey("answers-routes", script, apply),)
