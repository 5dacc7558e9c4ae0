"""Files that people send: fetched only where they are asked for, and whose they are."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.channel import Refused, SendError, TryAgain
from bot.clock import VirtualClock
from bot.conversation import Chat
from bot.journey import Done, Journey, Me
from bot.media import MediaStore
from bot.messages import LARGEST_FILE, Heard, Html
from storage import media
from storage.belongings import empty
from storage.engine import Database
from storage.media import Owner
from storage.tables.people import Account
from storage.tables.work import Media
from tests.support.crowd import NOW, municipality, resident
from tests.support.house import ECHO, House


async def ask(chat: Chat) -> str:
    return await chat.file("list", "Send it")


async def keep(session: Any, me: Me, text: Any, result: str) -> Done:
    return Done(Html(f"Kept {result}"))


def store(database: Database, folder: Path) -> MediaStore:
    clock = VirtualClock(NOW)
    return MediaStore(database, folder, clock, key=b"key", public_url="http://127.0.0.1")


class OneFile:
    """A channel from which one file can be fetched, or not."""

    def __init__(self, content: bytes | SendError) -> None:
        self.content = content

    async def fetch(self, ref: str) -> bytes:
        if isinstance(self.content, SendError):
            raise self.content
        return self.content


async def test_a_file_is_fetched_only_where_it_is_asked_for(database: Database) -> None:
    house = House(database, {**ECHO, "menu": Journey("menu", ask, keep)})
    fetched: list[tuple[str, Owner]] = []
    real = house.dispatcher._fetch

    async def fetch(heard: Any, owner: Owner) -> Any:
        fetched.append((heard.media, owner))
        return await real(heard, owner)

    house.dispatcher._fetch = fetch
    sent = {"heard": Heard.FILE, "media": "their-file"}
    await house.hear(house.event("a", "list.csv", **sent))  # the first word of a new person
    assert "Say something" in house.said("a")[-1] and not fetched
    await house.hear(house.event("a", "/menu"))
    assert house.said("a")[-1] == "Send it"
    await house.hear(house.event("a", "list.pdf", **sent))
    await house.hear(house.event("a", "list.csv", size=LARGEST_FILE + 1, **sent))
    assert not fetched and house.said("a")[-1].endswith("Send it")
    await house.hear(house.event("a", "list.csv", **sent))
    async with database.reading() as session:
        person = (await session.execute(select(Account.person_id))).scalar_one()
    assert fetched == [("their-file", Owner(person, "menu::list"))]
    assert "Kept stored" in house.said("a")
    await house.close()


@pytest.mark.parametrize(
    ("content", "kept", "size"),
    [
        (b"a;b", True, 3),
        (b"", True, 0),
        (b"x" * LARGEST_FILE, True, LARGEST_FILE),
        (b"x" * (LARGEST_FILE + 1), False, LARGEST_FILE + 1),
        (Refused("too_big"), False, 20_000_001),
        (Refused("gone"), False, 5),
        (TryAgain("network"), False, 5),
    ],
)
async def test_what_is_fetched_is_stored_up_to_the_limit(
    database: Database, tmp_path: Path, content: Any, kept: bool, size: int
) -> None:
    house, files = House(database), store(database, tmp_path)
    async with database.writing() as session:
        await municipality(session)
        person = await resident(session)
    heard = house.event("a", "a.csv", heard=Heard.FILE, media="theirs", size=5)
    channels: Any = {heard.bot: OneFile(content)}
    taken = await files.take(channels, heard, Owner(person, "q"))
    assert (bool(taken.media), taken.size) == (kept, size)
    if kept:
        assert await files.file(taken.media, person) == content
    await house.close()


async def test_a_file_is_its_senders_and_no_picture(database: Database, tmp_path: Path) -> None:
    files = store(database, tmp_path)
    async with database.writing() as session:
        await municipality(session)
        mine, other = await resident(session), await resident(session)
        await media.add_file(session, "f1", b"01", Owner(mine, "a:1:file"), NOW)
    assert await files.file("f1", mine) == b"01"
    for refused in (files.file("f1", other), files.file("f2", mine), files.load("f1")):
        with pytest.raises(LookupError):
            await refused


async def test_where_pictures_are_is_asked_for_many_at_once(
    database: Database, tmp_path: Path
) -> None:
    """Those whose row or bytes are gone are left out, and so is what is no picture."""
    files, wanted = store(database, tmp_path), [f"{number}" for number in range(1_100)]
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "aa").write_bytes(b"there")
    async with database.writing() as session:
        await media.add(session, "7", "image/jpeg", "aa", 5, None, NOW)
        await media.add(session, "8", "image/jpeg", "bb", 5, None, NOW)
        await media.add(session, "1099", "audio/ogg", "aa", 5, None, NOW)
        await media.add_document(session, "9", b"%PDF-", NOW)
    found = await files.files(wanted)
    assert {id: path.name for id, path in found.items()} == {"7": "aa", "1099": "aa"}


async def test_what_becomes_of_a_file(database: Database) -> None:
    async with database.writing() as session:
        await municipality(session)
        mine, other = await resident(session), await resident(session)
        for id, person, question in [
            ("old", mine, "a:1:file"),
            ("new", mine, "a:1:file"),
            ("twin", mine, "a:10:file"),
            ("%", mine, "a%:1:file"),
            ("theirs", other, "a:1:file"),
        ]:
            await media.add_file(session, id, b"01", Owner(person, question), NOW)
        await media.add_document(session, "paper", b"%PDF-", NOW)
        assert await ids(session) == {"new", "twin", "%", "theirs", "paper"}
        await media.drop_answers(session, mine, "a%:1")
        await media.drop_answers(session, mine, "a:1")
        assert await ids(session) == {"twin", "theirs", "paper"}
        await media.drop(session, "paper")  # it is no answer
        await media.drop(session, "twin")
        assert await ids(session) == {"theirs", "paper"}
        await media.tidy(session, NOW + timedelta(hours=24))
        assert await ids(session) == {"theirs", "paper"}
        await empty(session, other, NOW)
        assert await ids(session) == {"paper"}
        await media.add_file(session, "last", b"01", Owner(mine, "a:1:file"), NOW)
        await media.tidy(session, NOW + timedelta(hours=25))
        assert await ids(session) == {"paper"}
        assert await session.scalar(select(func.count()).select_from(Media)) == 1


async def ids(session: Any) -> set[str]:
    return set((await session.execute(select(Media.id))).scalars())
