"""Ideas that answer a need: an option of a published ranking is tied to an idea by its number.

The subject is a survey's id.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.proposals import typed_number
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice
from handlers.parts.needs_teller import Teller
from handlers.parts.survey_needs import needs
from storage import ideas, need_links, staff, survey_revisions, surveys
from storage.log import note
from storage.surveys import Asked

UNLINK = "unlink"


@dataclass(frozen=True, slots=True)
class Tie:
    """An idea and the need it answers; without an option they are parted."""

    survey: Asked
    idea: int
    title: str
    option: str


async def script(chat: Chat) -> Tie | Done:
    known = chat.subject.isdecimal()
    survey = await chat.read(surveys.find, int(chat.subject)) if known else None
    place = survey.municipality_id if survey else ""
    if survey is None or not await chat.read(staff.is_staff, chat.me.person, place):
        return Done(chat.text("surveys-not-staff"))
    if survey.results is None:
        return Done(chat.text("needs-later", date=day(survey.closes_at, chat.me.zone)))
    option = await _option(chat, survey)
    if isinstance(option, Done):
        return option
    said = await chat.ask("idea", chat.text("survey-links-ask"), at_most=20)
    number = typed_number(said)
    id = await chat.read(ideas.numbered, place, number) if number is not None else None
    idea = await chat.read(ideas.find, id, chat.me.person) if id else None
    if idea is None:
        return Done(chat.text("survey-links-no-idea"), links=_links(chat.text, survey.id))
    return Tie(survey, idea.id, idea.title, option)


async def _option(chat: Chat, survey: Asked) -> str | Done:
    """A need whose number everybody may see; '' to part an idea from one."""
    form = await chat.read(survey_revisions.whole, survey.id)
    lead, cells = needs(survey.results or {}, form)
    if lead is None or not cells:
        return Done(chat.text("survey-links-none"))
    teller = Teller(chat.text, (chat.me.language, chat.me.main_language), form)
    choices = [
        Choice(
            str(at), chat.text("survey-links-row", option=teller.option(lead, option), count=count)
        )
        for at, (option, count) in enumerate(cells.items())
    ]
    if await chat.read(need_links.linked, survey.id):
        choices.append(Choice(UNLINK, chat.text("survey-links-part"), wide=True))
    chosen = await chat.choose("option", chat.text("survey-links-which"), choices)
    return "" if chosen == UNLINK else list(cells)[int(chosen)]


async def apply(session: Any, me: Me, text: Text, result: Tie | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    survey, place = result.survey, result.survey.municipality_id
    if not await staff.is_staff(session, me.person, place):
        return Done(text("surveys-not-staff"))
    subject = f"survey:{survey.id}"
    await note(session, "link-need", me.now, person=me.person, municipality=place, subject=subject)
    links = ((text("survey-links-idea"), Open("ideas", str(result.idea))), *_links(text, survey.id))
    if not result.option:
        await need_links.unlink(session, survey.id, result.idea)
        return Done(text("survey-links-parted", title=result.title), links=links)
    await need_links.link(session, survey.id, result.option, result.idea)
    return Done(text("survey-links-done", title=result.title), links=links)


def _links(text: Text, survey: int) -> tuple[tuple[str, Open], ...]:
    return (
        (text("survey-links-more"), Open("survey-links", str(survey))),
        (text("surveys-to-this"), Open("survey", str(survey))),
    )


JOURNEYS = (Journey("survey-links", script, apply),)
