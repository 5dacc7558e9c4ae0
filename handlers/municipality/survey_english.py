"""A short survey in English too, text by text.  The subject is its id.

To skip one is to be done: what comes after it is read in the main language.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.civic.survey import short
from bot.civic.survey.form import Form
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Html, Words, lines
from handlers.parts.survey_drafts import back, draft_for
from handlers.parts.survey_question import LONGEST, OPTION, listed
from storage import interviews, survey_drafts
from storage.staff import is_staff
from storage.surveys import Asked

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Translated:
    """A draft with English texts."""

    draft: Asked
    title: str
    form: Form


async def script(chat: Chat) -> Translated | Done:
    draft = await draft_for(chat)
    if isinstance(draft, Done):
        return draft
    form = (await chat.read(interviews.interview, draft)).form
    if not short.is_short(form):
        return Done(then=Open("survey-draft", chat.subject))
    chat.say("how", chat.text("drafts-english-how"))
    title = await _text(chat, "title", _read(chat, draft.title))
    said: dict[str, list[str]] = {}
    for item in form.items if title else ():
        found = await _question(chat, form, item.name)
        if not found:
            break
        said[item.name] = found
    return Translated(draft, title, short.translated(form, ENGLISH, said) if said else form)


async def _question(chat: Chat, form: Form, name: str) -> list[str]:
    """Its text and its answers in English; none where any of them was skipped."""
    question = short.read(form, name)
    label = await _text(chat, f"text-{name}", _read(chat, question.label))
    if not label or not question.options:
        return [label] if label else []
    told = [_read(chat, option) for option in question.options]
    answers = await _answers(chat, f"answers-{name}", told)
    return [label, *answers] if answers else []


async def _text(chat: Chat, name: str, words: str) -> str:
    prompt = chat.text("drafts-in-english", words=words)
    return await chat.ask(name, prompt, at_most=LONGEST, optional=True)


async def _answers(chat: Chat, name: str, told: list[str]) -> list[str]:
    prompt = chat.text("drafts-answers-in-english", count=len(told), words=lines(*told))
    check = _as_many(chat.text, len(told))
    return listed(await chat.ask(name, prompt, optional=True, check=check))


def _as_many(text: Text, count: int) -> Callable[[str], Html | None]:
    def check(said: str) -> Html | None:
        found = listed(said)
        if len(found) != count:
            return text("drafts-answers-as-many", count=count, found=len(found))
        if long := next((one for one in found if len(one) > OPTION), ""):
            return text("drafts-answers-long", answer=long[:OPTION], limit=OPTION)
        return None

    return check


async def apply(session: Any, me: Me, text: Text, result: Translated | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    draft = result.draft
    if not await is_staff(session, me.person, draft.municipality_id):
        return Done(text("surveys-not-staff"))
    title = {**draft.title, ENGLISH: result.title} if result.title else draft.title
    called = await survey_drafts.call(session, draft, title, draft.intro)
    if not called or not await survey_drafts.change(session, draft, result.form):
        return Done(text("drafts-moved"), links=back(text, draft.id))
    return Open("survey-questions", str(draft.id))


def _read(chat: Chat, words: Any) -> str:
    return Words(dict(words)).read(chat.me.main_language)


JOURNEYS = (Journey("survey-english", script, apply, title="drafts-making"),)
