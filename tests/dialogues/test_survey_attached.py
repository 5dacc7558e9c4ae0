"""Photos and recordings of a survey in the chat, under the names that its table has."""

import csv
import io
import zipfile
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from bot import tools
from bot.civic.survey.form import Form, Item, Kind
from storage import survey_exports, surveys
from storage.demo.place import DEMO
from storage.doors import Way, new_door
from storage.jobs import ATTEMPTS
from storage.surveys import NewSurvey
from storage.tables.people import Role
from storage.tables.work import Log, Media
from tests.dialogues.test_prints import files, opened
from tests.dialogues.test_survey_recordings import SEND, tell
from tests.dialogues.test_surveys import coordinator, to_surveys
from tests.support.acts import join
from tests.support.golden import Record
from tests.support.photos import photo
from tests.support.recordings import VIDEO, VOICE
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])

BUTTON = "ფოტოები და ჩანაწერები"
PHOTOS = 3
WORDS = {"ka": "წყალი", "en": "Water"}
FORM = Form(
    WORDS,
    ("ka",),
    (
        Item("story", Kind.AUDIO, {"ka": "მოგვიყევით, რა ხდება"}),
        Item("film", Kind.VIDEO, {"ka": "გადაიღეთ მილი"}),
        *(Item(f"leak{number}", Kind.PHOTO, {"ka": "ფოტო"}) for number in range(PHOTOS)),
    ),
)


class Office:
    """A survey that asks for photos and recordings, and its coordinator."""

    def __init__(self, world: World, messenger: str, *, anonymous: bool = False) -> None:
        self.world = world
        self.messenger = messenger
        self.anonymous = anonymous

    async def open(self) -> "Office":
        now = self.world.clock.now()
        times = now, now + timedelta(days=1)
        self.tamar = await coordinator(self.world, self.messenger)
        async with self.world.database.writing() as session:
            new = NewSurvey(DEMO, WORDS, {"ka": ""}, *times, anonymous=self.anonymous)
            self.id = await surveys.add(session, new, FORM)
            self.door = await new_door(session, Way(DEMO, None, "needs", str(self.id)), now)
            way = Way(DEMO, None, "survey-export", str(self.id))
            self.code = await new_door(session, way, now)
        return self

    async def answers(self, name: str, *, sends: bool = True) -> Guest:
        """Somebody answers: with a voice, a video and photos, or by skipping all of it."""
        guest = self.world.guest(self.messenger, name)
        await join(guest, code=self.door)
        await guest.press("დავიწყოთ")
        record = Record(guest)
        await (tell(record, self.messenger) if sends else guest.press("გამოტოვება"))
        await (guest.video(VIDEO) if sends else guest.press("გამოტოვება"))
        for number in range(PHOTOS):
            sent = guest.photo(photo(64 + number)) if sends else guest.press("გამოტოვება")
            await sent
        await guest.press(SEND)
        return guest

    async def order(self, what: str = BUTTON) -> None:
        await self.tamar.say(self.code)
        await self.tamar.press(what)
        await self.world.tick()

    async def archives(self) -> list[dict[str, bytes]]:
        """What is in each archive that has come, by name."""
        return [unpacked(await opened(self.world, file)) for file in files(self.tamar)]

    async def table(self) -> list[dict[str, str]]:
        await self.order("CSV")
        text = unpacked(await opened(self.world, files(self.tamar)[-1]))["data.csv"]
        return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))

    async def logged(self) -> list[Mapping[str, int]]:
        async with self.world.database.reading() as session:
            return list(
                await session.scalars(select(Log.detail).where(Log.action == "survey-export"))
            )


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def lose(folder: Path, name: str) -> None:
    """A file is gone from the disk."""
    [path] = folder.rglob(name)
    path.unlink()


async def test_they_come_under_the_names_in_the_table(demo_world: World, messenger: str):
    office = await Office(demo_world, messenger).open()
    await office.answers("nino")
    await office.answers("luka", sends=False)
    await to_surveys(office.tamar)
    tamar = Record(office.tamar)
    await tamar.say("2")
    await tamar.press("პასუხების ჩამოტვირთვა")
    await tamar.press(BUTTON)
    await demo_world.tick()
    tamar.wait("a few seconds later")
    tamar.check(f"survey_attached_{messenger}")
    [archive] = await office.archives()
    assert await office.logged() == [{"files": 5}]
    [row, empty] = sorted(await office.table(), key=lambda row: row["film"] == "")
    names = [row[item.name] for item in FORM.items]
    assert not any(empty[item.name] for item in FORM.items)
    assert {"README.txt", *(f"media/{name}" for name in names)} == archive.keys()
    assert archive[f"media/{names[0]}"] == VOICE and archive[f"media/{names[1]}"] == VIDEO
    for name in names[2:]:
        assert archive[f"media/{name}"] == await demo_world.app.media.load(name[: -len(".jpg")])
    said = archive["README.txt"].decode("utf-8-sig")
    assert "ნუ გამოაქვეყნებთ" in said and "a voice identifies its speaker" in said
    assert "აღარ გვაქვს" not in said and "წყალი" in said and "Water" in said


async def test_more_than_a_messenger_carries_comes_in_several(
    demo_world: World, messenger: str, monkeypatch: pytest.MonkeyPatch
):
    office = await Office(demo_world, messenger).open()
    await office.answers("nino")
    await office.order()
    [whole] = await office.archives()
    monkeypatch.setattr(tools, "LARGEST_DOCUMENT", len(whole["README.txt"]) + 1_500)
    await office.order()
    names = [file.text for file in files(office.tamar)][1:]
    count = len(names)
    assert count > 2
    assert names == [
        f"📎 survey-{office.id}-media-{at}-of-{count}.zip" for at in range(1, count + 1)
    ]
    found = (await office.archives())[1:]
    assert {name: body for part in found for name, body in part.items()} == whole
    assert sum(len(part) - 1 for part in found) == len(whole) - 1, "each file once"
    assert f"არქივები: {count}." in office.tamar.last().text


async def test_too_many_for_a_chat_are_for_the_command_line(
    demo_world: World, messenger: str, monkeypatch: pytest.MonkeyPatch
):
    office = await Office(demo_world, messenger).open()
    await office.answers("nino")
    monkeypatch.setattr(tools, "LARGEST_DOCUMENT", 1)
    monkeypatch.setattr(tools, "MOST_PARTS", 4)
    await office.order()
    assert f"survey export {office.id} FOLDER --media" in office.tamar.last().text
    assert files(office.tamar) == [] and await office.logged() == []


async def test_what_is_missing_is_named_and_the_rest_comes(
    demo_world: World, messenger: str, tmp_path: Path
):
    """A file was lost, and whoever spoke has left and taken the voice along."""
    office = await Office(demo_world, messenger).open()
    await office.answers("nino")
    [row] = await office.table()
    lost, left = row["leak1"], row["story"]
    async with demo_world.database.writing() as session:
        query = select(Media.sha256).where(Media.id == lost.removesuffix(".jpg"))
        digest = (await session.execute(query)).scalar_one()
        await session.execute(delete(Media).where(Media.id == left))
    lose(tmp_path, digest)
    await office.order()
    archive = (await office.archives())[-1]
    assert len(archive) == 4 and f"media/{row['film']}" in archive
    last = office.tamar.last().text
    assert f"აღარ გვაქვს:\n{min(lost, left)}\n{max(lost, left)}" in last and "კიდევ" not in last
    said = archive["README.txt"].decode("utf-8-sig")
    assert said.count(lost) == said.count(left) == 2 and "or the file was lost" in said
    assert (await office.logged())[-1] == {"files": 3}


async def test_many_missing_ones_are_all_in_the_archive(demo_world: World, messenger: str):
    office = await Office(demo_world, messenger).open()
    for name in ("nino", "luka", "eka"):
        await office.answers(name)
    async with demo_world.database.writing() as session:
        await session.execute(delete(Media).where(Media.sha256 != ""))
    await office.order()
    [archive] = await office.archives()
    assert "და კიდევ 5; ყველა ჩამოთვლილია ფაილში README.txt" in office.tamar.last().text
    said = archive["README.txt"].decode("utf-8-sig")
    assert len(archive) == 1 and said.count(".jpg") == 2 * 9 and said.count(".ogg") == 2 * 3


async def test_nobody_has_sent_any(demo_world: World, messenger: str):
    office = await Office(demo_world, messenger).open()
    await office.answers("luka", sends=False)
    await office.order()
    assert "არავის გამოუგზავნია" in office.tamar.last().text
    assert files(office.tamar) == [] and await office.logged() == []


async def test_an_anonymous_survey_tells_no_order(demo_world: World, messenger: str):
    office = await Office(demo_world, messenger, anonymous=True).open()
    for name in ("nino", "luka", "eka"):
        await office.answers(name)
    await office.tamar.say(office.code)
    assert "მხოლოდ მისი დასრულების შემდეგ" in office.tamar.last().text
    demo_world.clock.move(timedelta(days=2))
    await demo_world.tick()
    for _ in range(2):
        await office.order()
    first, second = [await opened(demo_world, file) for file in files(office.tamar)[-2:]]
    assert first == second, "rows are in another order each time, and nothing of it is seen"
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        names = archive.namelist()[1:]
        assert len(names) == 15 and names == sorted(names)
        assert {one.date_time[:3] for one in archive.infolist()} == {(2000, 1, 1)}
        said = archive.read("README.txt").decode()
    assert not any(trace in said for trace in ("2026", "nino", "luka", "eka"))


async def test_whoever_has_left_meanwhile_gets_nothing(demo_world: World, messenger: str):
    office = await Office(demo_world, messenger).open()
    await office.answers("nino")
    await office.tamar.say(office.code)
    await office.tamar.press(BUTTON)
    async with demo_world.database.writing() as session:
        await session.execute(delete(Role).where(Role.municipality_id == DEMO))
    await demo_world.tick()
    assert files(office.tamar) == [] and await office.logged() == []


async def test_what_cannot_be_packed_is_answered_by_a_letter(
    demo_world: World, messenger: str, monkeypatch: pytest.MonkeyPatch
):
    async def broken(*_: object) -> None:
        raise OSError("the disk is full")

    office = await Office(demo_world, messenger).open()
    await office.answers("nino")
    monkeypatch.setattr(survey_exports, "gather", broken)
    await office.order()
    for _ in range(ATTEMPTS):
        demo_world.clock.move(timedelta(minutes=2))
        await demo_world.tick()
    assert "რაც გვთხოვეთ, ვერ მოვამზადეთ" in office.tamar.last().text
