"""Proposing an idea, finding those of the neighbours, and standing behind them."""

from datetime import timedelta

import pytest

from storage import ideas
from storage.demo.ideas import WRITTEN
from storage.demo.place import DEMO
from storage.doors import Way, new_door
from tests.dialogues.test_arriving import id_of, join
from tests.dialogues.test_needs import unite
from tests.support.golden import Record
from tests.support.photos import photo
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])

TEXT = "ავტობუსს წვიმაში ველოდებით. საჭიროა გადახურული მოსაცდელი და სკამი."


async def neighbour(world: World, messenger: str, name: str = "ნინო") -> Guest:
    guest = world.guest(messenger, name)
    await join(guest)
    return guest


async def begin(world: World, guest: Guest, journey: str = "idea", subject: str = "") -> None:
    """Open a journey as a link on a poster does."""
    async with world.database.writing() as session:
        code = await new_door(session, Way(DEMO, None, journey, subject), world.clock.now())
    await guest.say(code)


async def numbered(world: World, number: int) -> int:
    """The id of the idea with this number."""
    async with world.database.reading() as session:
        return next(row.id for row in await ideas.listed(session, DEMO) if row.number == number)


async def newest(world: World) -> ideas.Shown:
    async with world.database.reading() as session:
        rows = await ideas.listed(session, DEMO)
        found = await ideas.find(session, rows[0].id, 0)
    assert found is not None
    return found


async def supporters(world: World, number: int) -> int:
    async with world.database.reading() as session:
        rows = await ideas.listed(session, DEMO)
    return next(row.supporters for row in rows if row.number == number)


async def test_a_new_idea_with_mistakes_and_second_thoughts(demo_world: World, messenger: str):
    guest = await neighbour(demo_world, messenger)
    await begin(demo_world, guest)
    nino = Record(guest)
    await nino.say("აბ")
    await nino.photo(photo())
    await nino.say("მთავარი ქუჩის განათება")  # like one that is there
    await nino.press("← უკან")
    await nino.say("ახალი განათება მთავარ ქუჩაზე")
    await nino.press("ჩემი იდეა სხვაა")
    await nino.say("მოკლე")
    await nino.say("ა" * 10_000)
    await nino.say(TEXT)
    await nino.say("მთა")
    await nino.say("გზა და ტრანსპორტი")
    await nino.say("ხიდთან")
    await nino.share_place(41.71234, 44.82345)
    await nino.say("ფოტო არ მაქვს")
    await nino.photo(photo())
    await nino.press("✎ შეცვლა")
    await nino.press("სათაური")
    await nino.say("მოსაცდელი <ხიდთან> & სკამი")
    await nino.press("✓ გაგზავნა")
    await nino.press("ჩემი იდეები")
    await nino.say("7")
    nino.check(f"idea_{messenger}")
    idea = await newest(demo_world)
    assert (idea.number, idea.title, idea.text) == (7, "მოსაცდელი <ხიდთან> & სკამი", TEXT)
    assert (idea.category, idea.lat, idea.lon) == ("road", 41.71234, 44.82345)
    assert idea.photo


async def test_an_idea_needs_neither_place_nor_photo(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    await begin(demo_world, nino)
    for words in ("მოსაცდელი ხიდთან", TEXT, "სხვა", "გამოტოვება", "გამოტოვება"):
        await nino.say(words)
    await nino.press("✓ გაგზავნა")
    idea = await newest(demo_world)
    assert (idea.lat, idea.lon, idea.photo, idea.settlement is not None) == (None, None, None, True)


async def test_supporting_one_that_is_there_instead(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    before = await supporters(demo_world, 2)
    await begin(demo_world, nino)
    await nino.say("მთავარი ქუჩის განათება")
    await nino.press("№2")
    await nino.press("♥ მხარს ვუჭერ")
    assert "№2" in nino.last().text
    assert await supporters(demo_world, 2) == before + 1
    await begin(demo_world, nino, "idea-support", str(await numbered(demo_world, 2)))
    assert await supporters(demo_world, 2) == before + 1
    await begin(demo_world, nino)
    assert "რა უნდა გაკეთდეს?" in nino.last().text


async def test_the_list_one_idea_and_support(demo_world: World, messenger: str):
    nino = Record(await neighbour(demo_world, messenger))
    await begin(demo_world, nino.guest, "ideas")
    await nino.say("99")
    await nino.say("6")
    await nino.press("♥ მხარს ვუჭერ")
    await nino.press("იდეის ნახვა")
    await nino.press("მხარდაჭერის გაუქმება")
    await nino.press("ყველა იდეა")
    await nino.press("ჩემი იდეები")
    await nino.press("＋ ახალი იდეა")
    nino.check(f"ideas_{messenger}")


async def test_nobody_supports_their_own_idea(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    await begin(demo_world, nino)
    for words in ("მოსაცდელი ხიდთან", TEXT, "სხვა", "გამოტოვება", "გამოტოვება"):
        await nino.say(words)
    await nino.press("✓ გაგზავნა")
    id = str(await numbered(demo_world, 7))
    await begin(demo_world, nino, "ideas", id)
    assert "♥ მხარს ვუჭერ" not in nino.buttons()
    assert "ეს თქვენი იდეაა" in nino.last().text
    await begin(demo_world, nino, "idea-support", id)
    assert await supporters(demo_world, 7) == 0


async def test_an_idea_may_be_called_like_a_command(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    await begin(demo_world, nino)
    for words in ("მენიუ", TEXT, "სხვა", "გამოტოვება", "გამოტოვება"):
        await nino.say(words)
    await nino.press("✓ გაგზავნა")
    assert (await newest(demo_world)).title == "მენიუ"


async def test_an_idea_waits_for_days_and_for_another_messenger(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    await begin(demo_world, nino)
    await nino.say("მოსაცდელი ხიდთან")
    await nino.say("/menu")
    demo_world.clock.move(timedelta(days=20))
    hers = await neighbour(demo_world, "viber" if messenger == "telegram" else "telegram")
    await unite(demo_world, nino, hers)
    await begin(demo_world, hers)
    assert "მოგვიყევით დაწვრილებით" in hers.last().text
    for words in (TEXT, "სხვა", "გამოტოვება", "გამოტოვება"):
        await hers.say(words)
    await hers.press("✓ გაგზავნა")
    idea = await newest(demo_world)
    assert (idea.number, idea.title) == (len(WRITTEN) + 1, "მოსაცდელი ხიდთან")
    async with demo_world.database.reading() as session:
        [mine] = await ideas.of_author(session, await id_of(demo_world, nino))
    assert mine.id == idea.id


async def test_an_unknown_idea_is_told(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    for journey in ("ideas", "idea-support", "idea-unsupport"):
        await begin(demo_world, nino, journey, "4711")
        assert "სიაში აღარ არის" in nino.last().text


async def test_the_same_support_at_the_same_moment_counts_once(
    demo_world: World, messenger: str, monkeypatch: pytest.MonkeyPatch
):
    """Another process has taken the same tap between our reading and our writing."""
    if demo_world.database.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    support = ideas.support

    async def beaten(session, *args):
        async with demo_world.database.writing() as quicker:
            await support(quicker, *args)
        await support(session, *args)

    nino = await neighbour(demo_world, messenger)
    before = await supporters(demo_world, 6)
    monkeypatch.setattr(ideas, "support", beaten)
    await begin(demo_world, nino, "idea-support", str(await numbered(demo_world, 6)))
    assert "მხარს უჭერთ იდეას №6" in nino.last().text
    assert await supporters(demo_world, 6) == before + 1
