"""A survey that many people answer at random, half on each messenger."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from bot.civic.survey.form import Form, Kind
from bot.civic.survey.interview import Interview
from bot.civic.survey.sitting import Sitting
from bot.journey import TBILISI
from handlers.parts.survey_words import shown
from storage import surveys
from storage.demo.place import DEMO
from storage.doors import Way, new_door
from storage.surveys import NewSurvey
from tests.dialogues.test_arriving import id_of
from tests.support import answered
from tests.support.acts import join
from tests.support.interviewee import Leaves, interviewed
from tests.support.throng import Throng
from tests.support.world import Guest, World

AT_ONCE = 40
OURS = (Kind.PHOTO, Kind.AUDIO, Kind.VIDEO, Kind.META)  # ids and hours are not what they said

Sheets = list[dict[str, str]]


@dataclass
class Poll:
    """What people said, and what is stored; of whoever leaves half-way nothing is."""

    said: Sheets = field(default_factory=list)
    stored: Sheets = field(default_factory=list)
    events: int = 0


async def poll(world: World, form: Form, people: int, seed: int = 7) -> Poll:
    """So many people answer, or leave where no guess satisfies a required question."""
    id, code = await _opened(world, form)
    interview, random, found = Interview.of(form), Random(seed), Poll()

    async def talk(guest: Guest, random: Random) -> None:
        await join(guest, code=code)
        now = world.clock.now().astimezone(TBILISI)
        sitting = Sitting("ka", now, now, f"{id}:{await id_of(world, guest)}", shown)
        with suppress(Leaves):
            found.said.append(await interviewed(guest, interview, sitting, random))

    for first in range(0, people, AT_ONCE):
        throng = Throng(world)
        numbers = range(first, min(first + AT_ONCE, people))
        guests = [throng.guest(("telegram", "viber")[n % 2], f"{n}") for n in numbers]
        await throng.hold([talk(guest, Random(random.random())) for guest in guests])
        found.events += sum(guest.heard for guest in guests)
    async with world.database.reading() as session:
        stored = [sheet.values for sheet in await answered.every(session, id)]
    ours = {item.name for item in form.walk() if item.kind in OURS}
    return Poll(_comparable(found.said, ours), _comparable(stored, ours), found.events)


async def _opened(world: World, form: Form) -> tuple[int, str]:
    """An open survey, and the code that leads to it."""
    now = world.clock.now()
    async with world.database.writing() as session:
        new = NewSurvey(DEMO, dict(form.title), {"ka": ""}, now, now + timedelta(days=30))
        id = await surveys.add(session, new, form)
        return id, await new_door(session, Way(DEMO, None, "needs", str(id)), now)


def _comparable(sheets: Iterable[dict[str, str]], without: set[str]) -> Sheets:
    """In an order of their own, as they end at the same moment, and only with what was said."""
    kept = [
        {key: value for key, value in sheet.items() if key.rpartition(".")[2] not in without}
        for sheet in sheets
    ]
    return sorted(kept, key=lambda sheet: sorted(sheet.items()))
