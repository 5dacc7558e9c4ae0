"""A needs survey: one question after the other, an overview, and the answers are sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from bot.conversation import Chat
from bot.formats import day, hour, listed
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, Words, lines
from storage import answers, surveys
from storage.answers import Filled
from storage.surveys import DONT_KNOW, Asked, Question

TEXT_LIMIT = 1000

# How long an answer takes on a small phone, by trying; the sum is told before the start.
SECONDS = {"one": 20, "many": 30, "number": 20, "text": 60, "place": 40, "photo": 60}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The answers to one survey, as the citizen has confirmed them."""

    survey: Asked
    values: dict[str, Any]


async def script(chat: Chat) -> Sheet | Done | Open:
    if chat.me.municipality is None:
        return Open("join")
    if not chat.subject.isdecimal():
        return await _which(chat)
    survey = await chat.read(surveys.find, int(chat.subject), chat.me.person)
    if survey is None or survey.municipality_id != chat.me.municipality:
        return Done(chat.text("needs-not-here"))
    if survey.answered or not survey.is_open(chat.me.received):
        return _over(chat, survey)
    return Sheet(survey, await _fill(chat, survey))


async def apply(session: Any, me: Me, text: Text, result: Sheet | Done | Open) -> Outcome:
    if not isinstance(result, Sheet):
        return result
    survey = result.survey
    filled = Filled(me.settlement, me.language, result.values)
    if not await answers.add(session, survey.id, me.person, filled, me.received):
        return Done(text("needs-closed"))
    thanks = text("needs-thanks", date=day(survey.closes_at, me.zone))
    return Done(thanks, links=((text("needs-to-idea"), Open("idea")),))


async def _which(chat: Chat) -> Done | Open:
    """The only open survey, or the one that is chosen."""
    found = await chat.read(surveys.open_now, chat.me.municipality, chat.me.received)
    if not found:
        return await _none(chat)
    if len(found) == 1:
        return Open("needs", str(found[0].id))
    choices = [Choice(str(survey.id), _read(chat, survey.title)) for survey in found]
    return Open("needs", await chat.choose("which", chat.text("needs-which"), choices))


async def _none(chat: Chat) -> Done:
    """Nothing to answer now; what the last survey found may be read."""
    last = await chat.read(surveys.last_published, chat.me.municipality)
    result = (chat.text("needs-result-last"), Open("needs-results", str(last)))
    return Done(chat.text("needs-none"), links=(result,) if last else ())


def _over(chat: Chat, survey: Asked) -> Done:
    """Why there is nothing to answer, with the result if it is out."""
    zone = chat.me.zone
    if chat.me.received < survey.opens_at:
        return Done(chat.text("needs-not-yet", date=day(survey.opens_at, zone)))
    why = chat.text("needs-already") if survey.answered else chat.text("needs-closed")
    if survey.results:
        return Done(why, then=Open("needs-results", str(survey.id)))
    if not survey.answered:
        return Done(why)
    return Done(lines(why, chat.text("needs-later", date=day(survey.closes_at, zone))))


async def _fill(chat: Chat, survey: Asked) -> dict[str, Any]:
    """What the survey is about, its questions, and an overview to confirm."""
    questions = await chat.read(surveys.questions, survey.id)
    begin = Choice("begin", chat.text("needs-begin"))
    await chat.choose("begin", _opening(chat, survey, questions), [begin])
    given = {
        question.name: await _ask(chat, question, place, len(questions))
        for place, question in enumerate(questions, 1)
    }
    await _agree(chat, questions, given)
    return {name: value for name, value in given.items() if value not in (None, "", [])}


def _opening(chat: Chat, survey: Asked, questions: Sequence[Question]) -> Html:
    seconds = sum(SECONDS[question.kind] for question in questions)
    zone = chat.me.zone
    return lines(
        lines(chat.text("needs-title", title=_read(chat, survey.title)), _read(chat, survey.intro)),
        chat.text("needs-length", questions=len(questions), minutes=ceil(seconds / 60)),
        chat.text("needs-unnamed") if survey.anonymous else chat.text("needs-named"),
        chat.text(
            "needs-until", date=day(survey.closes_at, zone), hour=hour(survey.closes_at, zone)
        ),
        by="\n\n",
    )


async def _ask(chat: Chat, question: Question, place: int, count: int) -> Any:
    """One question; None, '' or [] where it was skipped."""
    name, optional = f"q-{question.name}", not question.required
    label = chat.text("needs-question", place=place, count=count, label=_read(chat, question.label))
    prompt = lines(label, _read(chat, question.hint))
    if question.kind == "one":
        return await chat.choose(name, prompt, _options(chat, question))
    if question.kind == "many":
        least, most = max(question.least, question.required), question.most
        options = _options(chat, question)
        most = len(options) if most is None else most
        return await chat.pick_many(name, prompt, options, at_least=least, at_most=most)
    if question.kind == "number":
        most = 10**9 if question.most is None else question.most
        return await chat.number(
            name, prompt, at_least=question.least, at_most=most, optional=optional
        )
    if question.kind == "place":
        return await chat.place(name, prompt, optional=optional)
    if question.kind == "photo":
        return await chat.photo(name, prompt, optional=optional)
    return await chat.ask(name, prompt, at_most=TEXT_LIMIT, optional=optional)


def _options(chat: Chat, question: Question) -> list[Choice]:
    """The answers to choose from; where none is required, "I don't know" is one of them."""
    given = [Choice(row["id"], _read(chat, row["label"])) for row in question.options]
    if question.kind == "one" and not question.required:
        given.append(Choice(DONT_KNOW, chat.text("needs-dont-know")))
    return given


async def _agree(chat: Chat, questions: Sequence[Question], given: dict[str, Any]) -> None:
    """Show everything once more; any answer can be changed without losing the others."""
    told = [_told(chat, question, given[question.name]) for question in questions]
    send = [
        Choice("send", chat.text("needs-send"), wide=True),
        Choice("change", chat.text("needs-change"), wide=True),
    ]
    overview = lines(chat.text("needs-overview"), *told, by="\n\n")
    if await chat.confirm("agreed", overview, send) == "send":
        return
    choices = [Choice(str(q.position), _read(chat, q.label)) for q in questions]
    chosen = await chat.choose("what", chat.text("needs-change-what"), choices)
    name = next(q.name for q in questions if str(q.position) == chosen)
    chat.edit(f"q-{name}", "what")


def _told(chat: Chat, question: Question, value: Any) -> Html:
    label = _read(chat, question.label)
    if value in (None, "", []):
        return chat.text("needs-answer", label=label, answer=chat.text("needs-skipped"))
    if question.kind in ("one", "many"):
        labels = {choice.id: choice.label for choice in _options(chat, question)}
        chosen = [value] if question.kind == "one" else value
        return chat.text("needs-answer", label=label, answer=listed(labels[id] for id in chosen))
    if question.kind == "place":
        return chat.text("needs-answer", label=label, answer=chat.text("needs-place-given"))
    if question.kind == "photo":
        return chat.text("needs-answer", label=label, answer=chat.text("needs-photo-given"))
    return chat.text("needs-answer", label=label, answer=str(value))


def _read(chat: Chat, words: dict[str, str]) -> str:
    return Words(words).read(chat.me.language, chat.me.main_language)


def _twice(text: Text, error: Exception) -> Refused:
    """The person has answered on another messenger at the same moment."""
    return Refused(text("needs-already"))


JOURNEYS = (Journey("needs", script, apply, title="needs-name", conflict=_twice),)
