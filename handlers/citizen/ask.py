"""Asking the municipality or an expert; what others were answered is shown first.

The subject is '', NEW for whoever has already chosen to ask, or the topic on which a door invites
to ask.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.answering import EXPERT, OFFICE, TOPICS, promised
from bot.civic.personal import traces
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts import question_words as words
from storage import answer_routes, public_answers, questions
from storage.public_answers import Public
from storage.questions import NewQuestion, TooMany

NEW, NONE, OTHERS, HELPS = "new", "none", "others", "helps"
ELSEWHERE = "elsewhere"  # the mark of whoever asks on another topic than the door's
SHORTEST, LONGEST = 10, 1500
CHANGED = {
    "text": ("text", "known", "fits"),
    "topic": ("topic",),
    "name": ("named", "name"),
    "public": ("public",),
}
"""Parts of a question, with the questions by which they are asked."""


@dataclass(frozen=True, slots=True)
class Helped:
    """What others were answered was enough."""

    turn: int


async def script(chat: Chat) -> NewQuestion | Helped | Open:
    place = chat.me.municipality
    if place is None:
        return Open("join")
    by_topic = chat.subject in TOPICS
    if chat.subject != NEW and not by_topic and (way := await _way(chat, place)) != NEW:
        return Open(way)
    invited = chat.subject if by_topic and not chat.settled(ELSEWHERE) else ""
    whom, topics = await _whom(chat, place, invited)
    text = await _text(chat, invited)
    if known := await _known(chat, place, text):
        return Helped(known)
    topic = invited or await _topic(chat, topics)
    name = await _name(chat)
    new = NewQuestion(
        place, chat.me.person, whom, topic, text, chat.me.language, name, await _public(chat)
    )
    await _agree(chat, new)
    return new


async def _way(chat: Chat, place: str) -> str:
    """Whoever has asked before, or can read what others asked, chooses; others just ask."""
    mine = await chat.read(questions.of_person, chat.me.person)
    known = await chat.read(public_answers.any_public, place)
    if not mine and not known:
        return NEW
    choices = [Choice(NEW, chat.text("ask-new"), wide=True)]
    if mine:
        choices.append(Choice("ask-mine", chat.text("ask-mine", count=len(mine)), wide=True))
    if known:
        choices.append(Choice("ask-known", chat.text("ask-read"), wide=True))
    return await chat.choose("way", chat.text("ask-start"), choices)


async def _text(chat: Chat, invited: str) -> str:
    about = chat.text("ask-about", topic=words.topic(chat.text, invited)) if invited else ""
    prompt = lines(about, chat.text("ask-text"), by="\n\n")
    return await chat.ask("text", prompt, at_least=SHORTEST, at_most=LONGEST)


async def _topic(chat: Chat, topics: tuple[str, ...]) -> str:
    choices = [Choice(topic, words.topic(chat.text, topic)) for topic in topics]
    return await chat.choose("topic", chat.text("ask-topic"), choices)


async def _whom(chat: Chat, place: str, invited: str) -> tuple[str, tuple[str, ...]]:
    """The municipality answers on everything, experts on what they know."""
    routed = await chat.read(answer_routes.routes, place)
    expert = tuple(topic for topic in TOPICS if (EXPERT, topic) in routed)
    if not expert or (invited and invited not in expert):
        return OFFICE, TOPICS
    choices = (
        Choice(OFFICE, chat.text("ask-office"), wide=True),
        Choice(EXPERT, chat.text("ask-expert"), wide=True),
    )
    named = "; ".join(words.topic(chat.text, topic) for topic in expert)
    whom = await chat.choose("whom", chat.text("ask-whom", topics=named), choices)
    return whom, expert if whom == EXPERT else TOPICS


async def _known(chat: Chat, place: str, text: str) -> int:
    """The answer that was enough; 0 to go on with one's own question."""
    found: list[Public] = []
    if chat.answered("known") != NONE:  # once settled, looking again would only cost time
        found = await chat.read(public_answers.like, place, text)
        if not found:
            return 0
    rows = [Choice(str(one.turn), words.short(one.question), wide=True) for one in found]
    none = Choice(NONE, chat.text("ask-none-fits"), wide=True)
    chosen = await chat.choose("known", chat.text("ask-known"), [*rows, none])
    if chosen == NONE:
        return 0
    one = next(one for one in found if str(one.turn) == chosen)
    fits = await _fits(chat, one, more=len(found) > 1)
    if fits == OTHERS:
        chat.edit("known", "fits")
    return one.turn if fits == HELPS else 0


async def _fits(chat: Chat, one: Public, *, more: bool) -> str:
    others = [Choice(OTHERS, chat.text("ask-others"), wide=True)] if more else []
    choices = [
        Choice(HELPS, chat.text("ask-that-helps"), wide=True),
        *others,
        Choice(NEW, chat.text("ask-still"), wide=True),
    ]
    return await chat.choose("fits", words.public(chat.text, one, chat.me.zone), choices)


async def _name(chat: Chat) -> str:
    choices = (
        Choice("no", chat.text("ask-nameless"), wide=True),
        Choice("yes", chat.text("ask-named"), wide=True),
    )
    if await chat.choose("named", chat.text("ask-whether-named"), choices) == "no":
        return ""
    return await chat.ask("name", chat.text("ask-name"), at_least=2, at_most=60)


async def _public(chat: Chat) -> bool:
    """A consent of its own, asked apart from the rest."""
    choices = (
        Choice("yes", chat.text("ask-public-yes"), wide=True),
        Choice("no", chat.text("ask-public-no"), wide=True),
    )
    return await chat.choose("public", chat.text("ask-whether-public"), choices) == "yes"


async def _agree(chat: Chat, new: NewQuestion) -> None:
    choices = (
        Choice("send", chat.text("ask-send"), wide=True),
        Choice("text", chat.text("ask-change-text")),
        Choice("topic", chat.text("ask-change-topic")),
        Choice("name", chat.text("ask-change-name")),
        Choice("public", chat.text("ask-change-public")),
    )
    answer = await chat.confirm("agreed", await _overview(chat, new), choices)
    if answer == "topic":
        chat.once(ELSEWHERE, "yes")
    if answer in CHANGED:
        chat.edit(*CHANGED[answer])


async def _overview(chat: Chat, new: NewQuestion) -> Html:
    text = chat.text
    hours = await chat.read(answer_routes.hours, new.municipality)
    until = day(promised(chat.me.now, hours.office), chat.me.zone)
    names = {"topic": words.topic(text, new.topic), "whom": words.whom(text, new.addressee)}
    public = text("ask-is-public") if new.may_publish else text("ask-is-private")
    return lines(
        text("ask-overview", **names),
        text("ask-own-words", text=new.text),
        lines(text("ask-has-name", name=new.name) if new.name else text("ask-has-no-name"), public),
        words.pointed_out(text, traces(new.text)),
        text("ask-until", day=until),
        by="\n\n",
    )


async def apply(session: Any, me: Me, text: Text, result: NewQuestion | Helped | Open) -> Outcome:
    if isinstance(result, Open):
        return result
    mine = (text("ask-to-mine"), Open("ask-mine"))
    if isinstance(result, Helped):
        await public_answers.count_help(session, result.turn)
        return Done(text("ask-glad"), links=((text("ask-another"), Open("ask", NEW)),))
    try:
        id, until = await questions.ask(session, result, me.now)
    except TooMany:
        return Done(text("ask-enough", count=questions.WAITING), links=(mine,))
    return Done(text("ask-sent", number=str(id), day=day(until, me.zone)), links=(mine,))


JOURNEYS = (Journey("ask", script, apply, title="ask-title"),)
