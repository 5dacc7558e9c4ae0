"""An answer becomes public: personal data is taken out, and somebody ticks that it is.

The subject of "answers-check" and "answers-public" is a municipality, that of "answers-publish" an
answered turn's id, that of "answers-hide" a public one's.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.personal import traces
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, lines
from handlers.parts import question_staff as staff
from handlers.parts import question_words as words
from storage import public_answers, question_desk, questions
from storage.conduct import By, NotNow
from storage.questions import Thread, Turn
from storage.staff import is_staff

SHORTEST = 10
LONGEST_QUESTION, LONGEST_ANSWER = 1500, 3000


@dataclass(frozen=True, slots=True)
class Edited:
    """What everybody will read; `public` False: nobody will."""

    municipality: str
    turn: Turn
    public: bool
    question: str = ""
    answer: str = ""


async def check(chat: Chat) -> Done | Open:
    """Which answer comes next."""
    if not await chat.read(question_desk.roles, chat.me.person, chat.subject):
        return Done(chat.text("answers-not-yours"))
    found = await chat.read(public_answers.to_check, chat.me.person, chat.subject)
    if not found:
        return Done(
            chat.text("answers-nothing-to-check"), links=staff.back(chat.text, chat.subject)
        )
    choices = [Choice(str(id), words.short(text), wide=True) for id, text in found]
    prompt = chat.text("answers-check-which", count=len(found))
    return Open("answers-publish", await chat.choose("which", prompt, choices))


async def script(chat: Chat) -> Edited | Done:
    turn = await chat.read(questions.find_turn, chat.subject)
    thread = await chat.read(questions.find, turn.question) if turn else None
    if turn is None or thread is None or not await _theirs(chat, thread, turn):
        return Done(chat.text("answers-not-yours"))
    if not await chat.read(public_answers.may_check, chat.me.person, thread, turn):
        return Done(
            chat.text("answers-not-to-publish"), links=staff.back(chat.text, thread.municipality)
        )
    ways = (
        Choice("edit", chat.text("answers-edit"), wide=True),
        Choice("never", chat.text("answers-never"), wide=True),
    )
    told = lines(chat.text("answers-look"), _both(chat.text, turn.text, turn.answer), by="\n\n")
    if await chat.choose("way", told, ways) == "never":
        return Edited(thread.municipality, turn, public=False)
    question = await _edited(chat, "question", turn.text)
    answer = await _edited(chat, "answer", turn.answer)
    await _tick(chat, question, answer)
    return Edited(thread.municipality, turn, True, question, answer)


async def _theirs(chat: Chat, thread: Thread, turn: Turn) -> bool:
    """Whether they may know of this answer at all."""
    mine = turn.answered_by == chat.me.person
    return mine or await chat.read(question_desk.may, chat.me.person, thread)


def _both(text: Text, question: str, answer: str) -> Html:
    """Question and answer, with what may lead to somebody."""
    return lines(
        text("ask-public-question", text=question),
        text("ask-public-answer", text=answer),
        words.pointed_out(text, [*traces(question), *traces(answer)]),
        by="\n\n",
    )


async def _edited(chat: Chat, name: str, said: str) -> str:
    """A text written anew without personal data, or left as it is."""
    prompts = {
        "question": chat.text("answers-edit-question"),
        "answer": chat.text("answers-edit-answer"),
    }
    most = {"question": LONGEST_QUESTION, "answer": LONGEST_ANSWER}[name]
    prompt = lines(prompts[name], said, words.pointed_out(chat.text, traces(said)), by="\n\n")
    keeps = (
        Choice("keep", chat.text("answers-keep"), wide=True),
        Choice("write", chat.text("answers-write-anew"), wide=True),
    )
    if await chat.choose(f"{name}-how", prompt, keeps) == "keep":
        return said
    return await chat.ask(name, chat.text("answers-new-text"), at_least=SHORTEST, at_most=most)


async def _tick(chat: Chat, question: str, answer: str) -> None:
    """The last look is at what everybody will read; the tick is that nobody can be recognised."""
    told = lines(chat.text("answers-tick"), _both(chat.text, question, answer), by="\n\n")
    choices = (
        Choice("ticked", chat.text("answers-ticked"), wide=True),
        Choice("change", chat.text("answers-change"), wide=True),
    )
    if await chat.confirm("ticked", told, choices) == "change":
        chat.edit("question-how", "question", "answer-how", "answer")


async def apply(session: Any, me: Me, text: Text, result: Edited | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    place = result.municipality
    by, links = By(me.person, place, me.now), staff.back(text, place)
    try:
        if not result.public:
            await public_answers.keep_back(session, result.turn.id, by)
            return Done(text("answers-kept-back"), links=links)
        both = (result.question, result.answer)
        await public_answers.publish(session, result.turn.id, by, *both)
    except NotNow:
        return Done(text("answers-not-to-publish"), links=links)
    hide = (text("answers-hide"), Open("answers-hide", str(result.turn.id)))
    return Done(text("answers-published"), links=(hide, *links))


async def listed(chat: Chat) -> Done | Open:
    """What everybody can read, for coordinators."""
    if not await chat.read(is_staff, chat.me.person, chat.subject):
        return Done(chat.text("desk-not-yours"))
    found = await chat.read(public_answers.newest, chat.subject)
    if not found:
        return Done(chat.text("ask-nothing-public"), links=staff.back(chat.text, chat.subject))
    choices = [Choice(str(one.turn), words.short(one.question), wide=True) for one in found]
    prompt = chat.text("answers-public-which")
    return Open("answers-hide", await chat.choose("which", prompt, choices))


async def hide(chat: Chat) -> tuple[str, int] | Done:
    """A public answer is hidden by a coordinator: it has grown old, or somebody is recognised."""
    one = await chat.read(public_answers.find, chat.subject)
    if one is None or not await chat.read(is_staff, chat.me.person, one.municipality):
        return Done(chat.text("answers-not-yours"))
    sure = (
        Choice("yes", chat.text("answers-hide"), wide=True),
        Choice("no", chat.text("desk-no"), wide=True),
    )
    told = words.public(chat.text, one, chat.me.zone)
    if await chat.confirm("sure", told, sure) == "no":
        return Done(chat.text("answers-stays"), links=staff.back(chat.text, one.municipality))
    return one.municipality, one.turn


async def take_down(session: Any, me: Me, text: Text, result: tuple[str, int] | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    place, turn = result
    try:
        await public_answers.take_down(session, turn, By(me.person, place, me.now))
    except NotNow:
        return Done(text("answers-not-yours"))
    return Done(text("answers-hidden"), links=staff.back(text, place))


async def go(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


def _changed(text: Text, error: Exception) -> Refused:
    """It is public already, or its asker has taken their consent back."""
    return Refused(text("answers-not-to-publish"), forget=("ticked",))


JOURNEYS = (
    Journey("answers-check", check, go),
    Journey("answers-publish", script, apply, title="answers-publish-title", conflict=_changed),
    Journey("answers-public", listed, go),
    Journey("answers-hide", hide, take_down),
)
