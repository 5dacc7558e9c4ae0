"""A needs survey: one question after the other, an overview, and the answers are sent."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Words, lines
from handlers.parts.survey_asking import hold
from handlers.parts.survey_overview import (
    begun,
    look_over,
    opening,
    sitting_of,
    tell_revision,
    without_hours,
)
from handlers.parts.survey_who import Audience, named
from storage import answers, interviews, survey_audience, survey_phones, surveys
from storage.answers import Filled
from storage.places import settlements
from storage.residents import move
from storage.survey_audience import LANGUAGES, Standing, open_for
from storage.surveys import Asked


@dataclass(frozen=True, slots=True)
class Home:
    """Where somebody lives, told because the survey asks some settlements only."""

    municipality: str
    settlement: int
    survey: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The answers to one survey, as the citizen has confirmed them."""

    survey: Asked
    values: dict[str, str]


async def script(chat: Chat) -> Sheet | Home | Done | Open:
    if chat.me.municipality is None:
        return Open("join")
    if not chat.subject.isdecimal():
        return await _which(chat)
    survey = await chat.read(surveys.find, int(chat.subject), chat.me.person)
    if survey is None:
        return Done(chat.text("needs-not-here"))
    stands = await chat.read(survey_audience.standing, survey, chat.me.person)
    if stands is Standing.ELSEWHERE:
        return Done(chat.text("needs-not-here"))
    if survey.answered or not survey.is_open(chat.me.received):
        return _over(chat, survey)
    if await chat.read(survey_phones.spoken, survey.id, chat.me.person):
        return Done(chat.text("needs-helped"))
    if stands is Standing.HOMELESS:
        return await _home(chat, survey)
    if stands is not Standing.ASKED:
        return await _not_asked(chat, survey)
    return Sheet(survey, await _fill(chat, survey))


async def _home(chat: Chat, survey: Asked) -> Home | Done:
    """Whoever does not say where they live cannot be told from those who are not asked."""
    villages = await chat.read(settlements, survey.municipality_id)
    choices = [Choice(str(one.id), _read(chat, one.name)) for one in villages]
    asked = await named(chat, survey.municipality_id, Audience(survey.audience))
    prompt = chat.text("audience-where", places=asked)
    chosen = await chat.choose("home", prompt, choices, optional=True)
    if not chosen:
        return await _not_asked(chat, survey)
    return Home(survey.municipality_id, int(chosen), survey.id)


async def _not_asked(chat: Chat, survey: Asked) -> Done:
    """Whom it asks, and what else there is."""
    asked = await named(chat, survey.municipality_id, Audience(survey.audience))
    why = (
        chat.text("audience-not-your-language", languages=asked)
        if LANGUAGES in survey.audience
        else chat.text("audience-not-your-place", places=asked)
    )
    idea = (chat.text("needs-to-idea"), Open("idea"))
    others = (chat.text("audience-to-others"), Open("needs"))
    me = chat.me
    open_now = await chat.read(open_for, me.municipality, me.person, me.received)
    return Done(why, links=(others, idea) if open_now else (idea,))


async def apply(session: Any, me: Me, text: Text, result: Sheet | Home | Done | Open) -> Outcome:
    if isinstance(result, Home):
        await move(session, me.person, result.municipality, result.settlement)
        return Open("needs", str(result.survey))
    if not isinstance(result, Sheet):
        return result
    survey = result.survey
    home = me.settlement if survey.municipality_id == me.municipality else None
    filled = Filled(home, me.language, result.values, revision=survey.revision)
    if not await answers.add(session, survey.id, me.person, filled, me.received):
        return Done(text("needs-closed"))
    thanks = text("needs-thanks", date=day(survey.closes_at, me.zone))
    return Done(thanks, links=((text("needs-to-idea"), Open("idea")),))


async def _which(chat: Chat) -> Done | Open:
    """The only open survey, or the one that is chosen."""
    me = chat.me
    found = await chat.read(open_for, me.municipality, me.person, me.received)
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
    others = await chat.read(surveys.open_now, chat.me.municipality, chat.me.received)
    told = chat.text("audience-none-for-you") if others else chat.text("needs-none")
    return Done(told, links=(result,) if last else ())


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


async def _fill(chat: Chat, survey: Asked) -> dict[str, str]:
    """What the survey is about, its questions, and an overview to confirm."""
    interview = await chat.read(interviews.interview, survey)
    begin = Choice("begin", chat.text("needs-begin"))
    first = sitting_of(chat, survey)
    await chat.choose("begin", lambda: opening(chat, survey, interview, first), [begin])
    sitting = sitting_of(chat, survey, begun(chat))
    tell_revision(chat, survey)
    answers = await hold(chat, interview, sitting)
    await look_over(chat, interview, answers, sitting, chat.text("needs-overview"))
    values = interview.cleaned(answers, sitting)
    return without_hours(interview, values) if survey.anonymous else values


def _read(chat: Chat, words: dict[str, str]) -> str:
    return Words(words).read(chat.me.language, chat.me.main_language)


def _twice(text: Text, error: Exception) -> Refused:
    """The person has answered on another messenger at the same moment."""
    return Refused(text("needs-already"))


JOURNEYS = (Journey("needs", script, apply, title="needs-name", conflict=_twice),)
