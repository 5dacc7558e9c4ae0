"""The questions of a short survey: all of them, and one that is put right, moved or taken out.

The subject of "survey-questions" is the draft's id, that of "survey-change" has the question's
name behind it ("12:q3").
"""

from dataclasses import dataclass, replace
from typing import Any

from bot.civic.survey import short
from bot.civic.survey.form import CHOOSING, Form
from bot.civic.survey.short import DOWN, MOST, UP, Question
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Words, lines
from handlers.parts import survey_question as asking
from handlers.parts.survey_drafts import back, draft_for, label, published, title
from storage import interviews, survey_drafts
from storage.staff import is_staff
from storage.surveys import Asked

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Changed:
    """A draft with other questions."""

    draft: Asked
    form: Form


async def script(chat: Chat) -> Open | Done:
    draft = await draft_for(chat)
    if isinstance(draft, Done):
        return draft
    form = (await chat.read(interviews.interview, draft)).form
    if not short.is_short(form):
        return Done(then=Open("survey-draft", chat.subject))
    chosen = await chat.choose("what", _page(chat, draft, form), _choices(chat, form))
    if chosen in ("survey-draft", "survey-question", "survey-english"):
        return Open(chosen, chat.subject)
    return Open("survey-change", f"{draft.id}:{chosen}")


def _page(chat: Chat, draft: Asked, form: Form) -> Html:
    told = [
        chat.text("drafts-question", number=str(number), label=label(chat, item))
        for number, item in enumerate(form.items, 1)
    ]
    head = chat.text("drafts-title", title=title(chat, draft))
    return lines(head, lines(*told), chat.text("drafts-ask-next"), by="\n\n")


def _choices(chat: Chat, form: Form) -> list[Choice]:
    """The usual ways first; a question is put right by its number."""
    ready = Choice("survey-draft", chat.text("drafts-ready"), wide=True)
    more = Choice("survey-question", chat.text("drafts-one-more"), wide=True)
    english = Choice("survey-english", chat.text("drafts-english"), wide=True)
    return [
        *([more] if len(form.items) < MOST else []),
        ready,
        *([english] if chat.me.main_language != ENGLISH else []),
        *(
            Choice(item.name, chat.text("drafts-change-one", number=str(number)))
            for number, item in enumerate(form.items, 1)
        ),
    ]


async def change(chat: Chat) -> Changed | Done:
    id, _, name = chat.subject.partition(":")
    draft = await draft_for(chat, id)
    if isinstance(draft, Done):
        return draft
    form = (await chat.read(interviews.interview, draft)).form
    if not short.is_short(form) or name not in (item.name for item in form.items):
        return Done(chat.text("drafts-moved"), links=back(chat.text, draft.id))
    chosen = await chat.choose("what", _one(chat, form, name), _acts(chat, form, name))
    return Changed(draft, await _changed(chat, draft, form, (name, chosen)))


def _one(chat: Chat, form: Form, name: str) -> Html:
    question = short.read(form, name)
    options = [_read(chat, option) for option in question.options]
    return asking.told(chat.text, question, _read(chat, question.label), options)


def _acts(chat: Chat, form: Form, name: str) -> list[Choice]:
    """What can be done with this question; the last one that is left stays."""
    names = [item.name for item in form.items]
    choosing = short.read(form, name).kind in CHOOSING
    acts = {
        "text": ("drafts-act-text", True),
        "kind": ("drafts-act-kind", True),
        "answers": ("drafts-act-answers", choosing),
        "required": ("drafts-act-required", True),
        "up": ("drafts-act-up", name != names[0]),
        "down": ("drafts-act-down", name != names[-1]),
        "remove": ("drafts-act-remove", len(names) > 1),
        "keep": ("drafts-act-keep", True),
    }
    return [Choice(id, chat.text(said)) for id, (said, possible) in acts.items() if possible]


async def _changed(chat: Chat, draft: Asked, form: Form, what: tuple[str, str]) -> Form:
    name, act = what
    if act in ("up", "down"):
        return short.moved(form, name, UP if act == "up" else DOWN)
    if act == "remove":
        return short.removed(form, name)
    if act == "keep":
        return form
    number = [item.name for item in form.items].index(name) + 1
    question = await _again(chat, short.read(form, name), act, number)
    return short.changed(form, name, question, await published(chat, draft))


async def _again(chat: Chat, old: Question, act: str, number: int) -> Question:
    """One part of a question asked anew; texts that change lose their translation."""
    main = chat.me.main_language
    if act == "text":
        return replace(old, label={main: await asking.wording(chat, number)})
    if act == "required":
        return replace(old, required=await asking.is_required(chat))
    kind = await asking.kind_of(chat) if act == "kind" else old.kind
    if kind not in CHOOSING:
        return replace(old, kind=kind, options=())
    if act == "kind" and old.options:
        return replace(old, kind=kind)
    options = await asking.answers(chat)
    return replace(old, kind=kind, options=tuple({main: option} for option in options))


async def apply(session: Any, me: Me, text: Text, result: Open | Done) -> Outcome:
    return result


async def keep(session: Any, me: Me, text: Text, result: Changed | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    if not await is_staff(session, me.person, result.draft.municipality_id):
        return Done(text("surveys-not-staff"))
    if not await survey_drafts.change(session, result.draft, result.form):
        return Done(text("drafts-moved"), links=back(text, result.draft.id))
    return Open("survey-questions", str(result.draft.id))


def _read(chat: Chat, words: Any) -> str:
    return Words(dict(words)).read(chat.me.language, chat.me.main_language)


JOURNEYS = (
    Journey("survey-questions", script, apply),
    Journey("survey-change", change, keep),
)
