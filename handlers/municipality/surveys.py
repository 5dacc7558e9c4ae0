"""The coordinator's surveys: the list, how many have answered, and ending one before its time."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import day, hour
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Words
from storage import staff, surveys
from storage.log import note
from storage.surveys import Counted


@dataclass(frozen=True, slots=True)
class Ending:
    """A survey that the coordinator wants to end now."""

    survey_id: int
    municipality_id: str


async def script(chat: Chat) -> Ending | Done | Open:
    municipality = chat.me.municipality
    if municipality is None or not await chat.read(staff.is_staff, chat.me.person, municipality):
        return Done(chat.text("surveys-not-staff"))
    rows = await chat.read(surveys.counted, municipality)
    if not chat.subject:
        return await _list(chat, rows)
    survey = next((row for row in rows if str(row.id) == chat.subject), None)
    if survey is None:
        return Done(chat.text("surveys-none"))
    return await _one(chat, survey, municipality)


async def apply(session: Any, me: Me, text: Text, result: Ending | Done | Open) -> Outcome:
    if not isinstance(result, Ending):
        return result
    if not await staff.is_staff(session, me.person, result.municipality_id):
        return Done(text("surveys-not-staff"))
    if not await surveys.close_now(session, result.municipality_id, result.survey_id, me.now):
        return Done(text("surveys-not-running"))
    await note(
        session,
        "survey-close",
        me.now,
        person=me.person,
        municipality=result.municipality_id,
        subject=f"survey:{result.survey_id}",
    )
    return Done(text("surveys-closed"), links=((text("surveys-to-list"), Open("surveys")),))


async def _list(chat: Chat, rows: list[Counted]) -> Done | Open:
    if not rows:
        return Done(chat.text("surveys-none"))
    choices = [
        Choice(
            str(row.id),
            chat.text("surveys-row", title=_title(chat, row), state=_state(chat, row)),
            wide=True,
        )
        for row in rows
    ]
    return Open("surveys", await chat.choose("survey", chat.text("surveys-list"), choices))


async def _one(chat: Chat, survey: Counted, municipality: str) -> Ending | Done | Open:
    """One survey in numbers; nobody's answers."""
    links = ((chat.text("surveys-to-list"), Open("surveys")),)
    if _state(chat, survey) == "closed":
        result = (chat.text("surveys-to-result"), Open("needs-results", str(survey.id)))
        return Done(_told(chat, survey), links=(result, *links))
    choices = [Choice("close", chat.text("surveys-close")), Choice("list", links[0][0])]
    if await chat.choose("what", _told(chat, survey), choices) == "list":
        return Open("surveys")
    sure = [
        Choice("yes", chat.text("surveys-close-yes"), wide=True),
        Choice("no", chat.text("surveys-close-no"), wide=True),
    ]
    if await chat.confirm("sure", chat.text("surveys-sure", count=survey.answers), sure) == "yes":
        return Ending(survey.id, municipality)
    return Done(chat.text("surveys-kept"), links=links)


def _told(chat: Chat, survey: Counted) -> Html:
    zone = chat.me.zone
    return chat.text(
        "surveys-one",
        title=_title(chat, survey),
        state=_state(chat, survey),
        date=day(survey.closes_at, zone),
        hour=hour(survey.closes_at, zone),
        count=survey.answers,
    )


def _title(chat: Chat, survey: Counted) -> str:
    return Words(survey.title).read(chat.me.language, chat.me.main_language)


def _state(chat: Chat, survey: Counted) -> str:
    """What its dates say: the end may have come a moment before it is marked."""
    return "closed" if survey.closes_at <= chat.me.now else survey.state


JOURNEYS = (Journey("surveys", script, apply),)
