"""A survey tried before it is opened: its photos go with it, rows and bytes."""

import os
import time
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.civic.survey.form import Form, Item, Kind
from bot.civic.survey.written import Written
from storage import surveys
from storage.demo.place import DEMO
from storage.doors import Way, new_door
from storage.surveys import NewSurvey
from storage.tables.work import Media
from tests.dialogues.test_surveys import coordinator
from tests.support.photos import photo
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])

FORM = Form(
    {"ka": "გზა"},
    ("ka",),
    (
        Item("hole", Kind.PHOTO, {"ka": "გადაუღეთ ორმოს"}),
        Item("words", Kind.TEXT, {"ka": "რას გვეტყვით?"}),
    ),
)


async def trying(world: World, messenger: str) -> Guest:
    """A coordinator who has sent the photo that a draft asks for."""
    tamar, now = await coordinator(world, messenger), world.clock.now()
    async with world.database.writing() as session:
        new = NewSurvey(DEMO, {"ka": "გზა"}, {"ka": ""}, now, now + timedelta(days=1))
        id = await surveys.keep_draft(session, new, Written.of(FORM))
        code = await new_door(session, Way(DEMO, None, "survey-try", str(id)), now)
    await tamar.say(code)
    await tamar.press("დავიწყოთ")
    await tamar.photo(photo())
    assert "რას გვეტყვით?" in tamar.last().text
    return tamar


async def photos(world: World) -> list[str]:
    async with world.database.reading() as session:
        taken = select(Media.id).where(Media.ref != "", Media.kind == "image/jpeg")
        return list((await session.execute(taken)).scalars())


async def test_its_photos_are_dropped_at_its_end(demo_world: World, messenger: str):
    tamar = await trying(demo_world, messenger)
    [id] = await photos(demo_world)
    await tamar.say("ღრმაა")
    await tamar.press("✓ გაგზავნა")
    assert await photos(demo_world) == []
    with pytest.raises(LookupError):
        await demo_world.app.media.load(id)


async def test_those_of_a_rehearsal_left_off_are_dropped_in_a_day(
    demo_world: World, messenger: str
):
    tamar = await trying(demo_world, messenger)
    [id] = await photos(demo_world)
    await tamar.say("/cancel")
    demo_world.clock.move(timedelta(hours=23))
    await demo_world.tick()
    assert await photos(demo_world) == [id]
    demo_world.clock.move(timedelta(hours=2))
    await demo_world.tick()
    assert await photos(demo_world) == []


async def test_bytes_are_swept_away_once_no_row_names_them(demo_world: World, messenger: str):
    media = demo_world.app.media
    kept = await media.keep(photo(30, 30))
    tamar = await trying(demo_world, messenger)
    folder = media._folder
    await tamar.say("ღრმაა")
    await tamar.press("✓ გაგზავნა")
    await media.sweep()
    assert len(list(folder.iterdir())) == 2, "bytes may have been written before their row"
    yesterday = time.time() - 25 * 3600
    for path in folder.iterdir():
        os.utime(path, (yesterday, yesterday))
    await media.sweep()
    assert len(list(folder.iterdir())) == 1 and await media.load(kept)
    gone = await media.keep(photo())  # the same picture again
    assert await media.load(gone)
