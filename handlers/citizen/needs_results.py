"""What a survey found: the first ranking, then any question or breakdown that one asks for.

The subject of "needs-results" is a survey's id; that of the others has a part behind it:
"12-3" is the third question of survey 12, "12-3-2" the second picture of it, "12-age" the first
ranking by age.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.civic.findings import by
from bot.civic.survey.countable import countable
from bot.civic.survey.counting import SETTLEMENT
from bot.civic.survey.form import Form, Item
from bot.civic.survey.profile import leading
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text, Tools
from bot.messages import Choice, Html, Picture, Words, lines
from handlers.parts.needs_asked import offered
from handlers.parts.needs_charts import drawable, drawing
from handlers.parts.needs_teller import Data, Teller
from storage import pictures, survey_revisions, surveys, tags
from storage.places import names
from storage.surveys import Asked

BY = "by-"
DRAW = "needs-picture"


@dataclass(frozen=True, slots=True)
class Found:
    """A survey with its counts, and what of it was asked for."""

    survey: Asked
    results: Data
    form: Form
    part: str

    @property
    def items(self) -> list[Item]:
        return list(countable(self.form).values())

    def open(self, journey: str, part: object) -> Open:
        return Open(journey, f"{self.survey.id}-{part}")

    def charts(self, me: Me) -> list[str]:
        """The pictures of the first ranking."""
        charts = self.results["charts"]
        drawn: list[str] | str = charts.get(me.language) or next(iter(charts.values()), [])
        return [drawn] if isinstance(drawn, str) else drawn  # one, in older results


async def script(chat: Chat) -> Done | Open:
    """The first ranking, and a list of all that there is."""
    found = await _found(chat)
    if isinstance(found, Done):
        return found
    teller, lead = await _teller(chat, found), leading(found.form)
    told = teller.question(lead, found.results["questions"][lead.name]) if lead else Html("")
    here = by(found.results, SETTLEMENT).get(str(chat.me.settlement), {"cells": []})
    head = lines(teller.heading(found.survey), told, teller.home(here["cells"]), by="\n\n")
    chat.say("first", head, _shown_as(found.charts(chat.me)))
    chosen = await chat.choose("part", chat.text("needs-result-which"), _parts(chat, found))
    if chosen.startswith(BY):
        return found.open("needs-by", chosen.removeprefix(BY))
    return found.open("needs-result", chosen)


def _parts(chat: Chat, found: Found) -> list[Choice]:
    traits = [trait for trait, groups in found.results.get("by", {}).items() if _shown(groups)]
    breakdowns = [
        Choice(f"{BY}{trait}", chat.text("needs-result-by", trait=trait), wide=True)
        for trait in traits
    ]

    questions = [
        Choice(str(at), _label(chat, found, item)) for at, item in enumerate(found.items, 1)
    ]
    return [*breakdowns, *questions]


def _shown_as(drawn: Sequence[str], page: int = 1) -> Picture | None:
    return Picture(drawn[page - 1]) if len(drawn) >= page else None


def _label(chat: Chat, found: Found, item: Item) -> str:
    """With the time in which it was asked, if the survey was put right meanwhile."""
    words = Words(dict(item.label)).read(chat.me.language, chat.me.main_language)
    asked = found.results["questions"].get(item.name, {}).get("asked") or {}
    return offered(chat.text, words, asked)


def _shown(groups: Data) -> bool:
    """Whether at least two groups can be compared."""
    return sum(bool(group["people"] and group["cells"]) for group in groups.values()) > 1


async def one(chat: Chat) -> Done:
    """One question: who answered it, its numbers, a picture on request, and the next one."""
    found = await _found(chat)
    if isinstance(found, Done):
        return found
    item = _item(found)
    if item is None:
        return Done(chat.text("needs-not-here"))
    teller, numbers = await _teller(chat, found), found.results["questions"][item.name]
    told = teller.question(item, numbers, found.results["people"])
    tagged = await chat.read(tags.counted, found.survey.id, item.name)
    drawn = await _drawn(chat, found, item)
    links = [*_picture(chat, found, item, drawn), *_onward(chat, found)]
    said = lines(told, teller.tags(tagged), by="\n\n")
    return Done(said, picture=_shown_as(drawn), links=tuple(links))


def _item(found: Found) -> Item | None:
    number = found.part.partition("-")[0]
    known = number.isdecimal() and 0 < int(number) <= len(found.items)
    return found.items[int(number) - 1] if known else None


async def _drawn(chat: Chat, found: Found, item: Item) -> list[str]:
    """The pictures of a question, if somebody has asked for them before."""
    lead = leading(found.form)
    if lead and lead.name == item.name:
        return found.charts(chat.me)
    return await chat.read(pictures.find, found.survey.id, item.name, chat.me.language)


def _picture(chat: Chat, found: Found, item: Item, drawn: list[str]) -> list[tuple[str, Open]]:
    """The way to what is not drawn yet, or to the second picture."""
    if len(drawn) > 1:
        return _further(chat, found, 1, drawn)
    if drawn or not drawable(found.results["questions"][item.name]):
        return []
    return [(chat.text("needs-result-picture"), found.open("needs-picture", found.part))]


def _further(chat: Chat, found: Found, page: int, drawn: list[str]) -> list[tuple[str, Open]]:
    if page == len(drawn):
        return []
    onward = chat.text("needs-result-picture-next", page=str(page + 1), pages=str(len(drawn)))
    number = found.part.partition("-")[0]
    return [(onward, found.open("needs-picture", f"{number}-{page + 1}"))]


def _onward(chat: Chat, found: Found) -> list[tuple[str, Open]]:
    links = []
    if found.part.isdecimal() and int(found.part) < len(found.items):
        onward = found.open("needs-result", int(found.part) + 1)
        links.append((chat.text("needs-result-next"), onward))
    every = Open("needs-results", str(found.survey.id))
    return [*links, (chat.text("needs-result-list"), every)]


async def breakdown(chat: Chat) -> Done:
    """The first needs of every group of a trait."""
    found = await _found(chat)
    if isinstance(found, Done):
        return found
    groups, lead = by(found.results, found.part), leading(found.form)
    if not groups or lead is None:
        return Done(chat.text("needs-not-here"))
    teller = await _teller(chat, found)
    head = lines(
        teller.text("needs-result-question", label=teller.read(lead.label)),
        chat.text("needs-result-by", trait=found.part),
    )
    told = lines(head, teller.breakdown(found.part, groups), by="\n\n")
    return Done(told, links=tuple(_onward(chat, found)))


async def picture(chat: Chat) -> Done | Open:
    """A question is drawn, once in each language, and shown."""
    found = await _found(chat)
    if isinstance(found, Done):
        return found
    item = _item(found)
    if item is None or not drawable(found.results["questions"][item.name]):
        return Done(chat.text("needs-not-here"))
    drawn, page = await _drawn(chat, found, item), found.part.partition("-")[2]
    if page.isdecimal() and 1 < int(page) <= len(drawn):
        return _another(chat, found, int(page), drawn)
    if not drawn:
        args = {"survey": found.survey.id, "question": item.name, "language": chat.me.language}
        await chat.work("drawn", chat.text("needs-result-drawing"), DRAW, args)
    return found.open("needs-result", found.part.partition("-")[0])


def _another(chat: Chat, found: Found, page: int, drawn: list[str]) -> Done:
    """Not the first picture of a question."""
    number = found.part.partition("-")[0]
    back = (chat.text("needs-result-back"), found.open("needs-result", number))
    links = (*_further(chat, found, page, drawn), back)
    said = chat.text("needs-picture-page", page=str(page), pages=str(len(drawn)))
    return Done(said, picture=_shown_as(drawn, page), links=links)


async def draw(args: Data, tools: Tools) -> None:
    """Draw a question's numbers, unless that was done meanwhile."""
    id, name, language = args["survey"], args["question"], args["language"]
    async with tools.reading() as session:
        survey = await surveys.find(session, id)
        form = await survey_revisions.whole(session, id)
        known = await pictures.find(session, id, name, language)
    if known or survey is None or survey.results is None:
        return
    teller = Teller(partial(tools.text, language), (language, language), form)
    item, found = countable(form)[name], survey.results["questions"][name]
    media = await tools.charts(drawing(teller, survey.title, item, found))
    async with tools.writing() as session:
        await pictures.keep(session, id, name, language, media)


async def _found(chat: Chat) -> Found | Done:
    """The results if they are out, else when they will be."""
    id, _, part = chat.subject.partition("-")
    survey = await chat.read(surveys.find, int(id)) if id.isdecimal() else None
    if survey is None:
        return Done(chat.text("needs-not-here"))
    if survey.results is None:
        return Done(chat.text("needs-later", date=day(survey.closes_at, chat.me.zone)))
    return Found(survey, survey.results, await chat.read(survey_revisions.whole, survey.id), part)


async def _teller(chat: Chat, found: Found) -> Teller:
    places = await chat.read(names, found.survey.municipality_id)
    return Teller(chat.text, (chat.me.language, chat.me.main_language), found.form, places)


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (
    Journey("needs-results", script, apply),
    Journey("needs-result", one, apply),
    Journey("needs-by", breakdown, apply),
    Journey("needs-picture", picture, apply),
)
JOBS = {DRAW: draw}
