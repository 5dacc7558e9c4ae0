"""The coordinator's surveys: the list, how many have answered, and ending one before its time.

The subject of "surveys" is a municipality, '' being one's own; that of "survey" is its id.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import day, hour
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Words, lines
from handlers.parts.assist_words import work
from handlers.parts.survey_drafts import title
from handlers.parts.survey_who import Audience, named
from storage import assist, staff, surveys
from storage.log import note
from storage.surveys import Asked, Counted


@dataclass(frozen=True, slots=True)
class Ending:
    """A survey that the coordinator wants to end now."""

    survey_id: int
    municipality_id: str


async def script(chat: Chat) -> Done | Open:
    """One's own or the given municipality's surveys."""
    place = chat.subject or chat.me.municipality or ""
    if not await chat.read(staff.is_staff, chat.me.person, place):
        return Done(chat.text("surveys-not-staff"))
    rows = await chat.read(surveys.counted, place)
    drafts = await chat.read(surveys.drafts, place)
    choices = [
        Choice(
            str(row.id),
            chat.text("surveys-row", title=_title(chat, row), state=_state(chat, row)),
            wide=True,
        )
        for row in rows
    ]
    choices += [Choice(f"draft:{draft.id}", _draft(chat, draft), wide=True) for draft in drafts]
    choices.append(Choice("survey-new", chat.text("drafts-new"), wide=True))
    choices.append(Choice("survey-file", chat.text("drafts-file"), wide=True))
    prompt = chat.text("surveys-list") if rows or drafts else chat.text("surveys-none")
    return _onward(await chat.choose("survey", prompt, choices), place)


def _draft(chat: Chat, draft: Asked) -> Html:
    if draft.corrects:
        return chat.text("amend-row", title=title(chat, draft))
    return chat.text("drafts-row", title=title(chat, draft))


def _onward(chosen: str, place: str) -> Open:
    """A survey, a draft, or a way to make a new one."""
    if chosen in ("survey-new", "survey-file"):
        return Open(chosen, place)
    kind, _, id = chosen.rpartition(":")
    return Open("survey-draft" if kind else "survey", id)


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


async def look(chat: Chat) -> Ending | Done | Open:
    """One survey in numbers: to print, to enter for others, to end, to take its answers home."""
    known = chat.subject.isdecimal()
    found = await chat.read(surveys.find, int(chat.subject)) if known else None
    place = found.municipality_id if found else ""
    if not await chat.read(staff.is_staff, chat.me.person, place):
        return Done(chat.text("surveys-not-staff"))
    rows = await chat.read(surveys.counted, place)
    survey = next(row for row in rows if str(row.id) == chat.subject)
    to_list = (chat.text("surveys-to-list"), Open("surveys", place))
    told = await _page(chat, survey, found)
    if _state(chat, survey) == "closed":
        links = _results(chat, found) if found and found.results else ()
        return Done(told, links=(*links, to_list))
    acts = [
        Choice("survey-sheet", chat.text("assist-print"), wide=True),
        Choice("assist", chat.text("assist-name"), wide=True),
        Choice("survey-export", chat.text("export-button"), wide=True),
        Choice("survey-notify", chat.text("audience-notify"), wide=True),
        Choice("survey-correct", chat.text("amend-button"), wide=True),
        Choice("end", chat.text("surveys-close"), wide=True),
    ]
    if found and not found.anonymous:
        acts.insert(2, Choice("survey-texts", chat.text("surveys-to-texts"), wide=True))
    if (act := await chat.choose("end", told, acts)) != "end":
        return Open(act, chat.subject)
    sure = [
        Choice("yes", chat.text("surveys-close-yes"), wide=True),
        Choice("no", chat.text("surveys-close-no"), wide=True),
    ]
    if await chat.confirm("sure", chat.text("surveys-sure", count=survey.answers), sure) == "yes":
        return Ending(survey.id, place)
    return Done(chat.text("surveys-kept"), links=(to_list,))


def _results(chat: Chat, survey: Asked) -> tuple[tuple[str, Open], ...]:
    """What can be done with results."""
    id = str(survey.id)
    return (
        (chat.text("surveys-to-result"), Open("needs-results", id)),
        (chat.text("surveys-to-report"), Open("survey-report", id)),
        (chat.text("surveys-to-texts"), Open("survey-texts", id)),
        (chat.text("surveys-to-links"), Open("survey-links", id)),
        (chat.text("export-button"), Open("survey-export", id)),
    )


async def end(session: Any, me: Me, text: Text, result: Ending | Done | Open) -> Outcome:
    if not isinstance(result, Ending):
        return result
    place = result.municipality_id
    if not await staff.is_staff(session, me.person, place):
        return Done(text("surveys-not-staff"))
    if not await surveys.close_now(session, place, result.survey_id, me.now):
        return Done(text("surveys-not-running"))
    subject = f"survey:{result.survey_id}"
    await note(session, "end", me.now, person=me.person, municipality=place, subject=subject)
    return Done(text("surveys-closed"), links=((text("surveys-to-list"), Open("surveys", place)),))


async def _page(chat: Chat, survey: Counted, asked: Asked | None) -> Html:
    """With whom it asks, if that is not everybody, and what helpers have done."""
    found = await chat.read(assist.figures, survey.id)
    shares = await chat.read(assist.shares, survey.id)
    told = _told(chat, survey)
    if asked and (asked.audience or asked.guests):
        audience = Audience(asked.audience, asked.guests)
        who = await named(chat, asked.municipality_id, audience)
        told = lines(told, chat.text("audience-who", who=who))
    return lines(told, work(chat.text, found, shares), by="\n\n")


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


JOURNEYS = (Journey("surveys", script, apply), Journey("survey", look, end))
