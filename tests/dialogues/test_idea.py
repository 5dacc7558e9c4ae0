"""Proposing an idea, and what an edition asks of whoever proposes."""

from datetime import timedelta

import pytest

from storage import ideas, own_ideas, supports
from storage.demo import HOUSE_DOOR
from storage.demo.ideas import WRITTEN
from storage.demo.place import DEMO
from storage.doors import Way, new_door
from storage.ideas import Shown
from storage.votes import WHOLE, name_zone
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_needs import unite
from tests.support.acts import arrive, join
from tests.support.golden import Record
from tests.support.photos import photo
from tests.support.rounds import announce
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])

TITLE = "მოსაცდელი ხიდთან"
TEXT = "ავტობუსს წვიმაში ველოდებით. საჭიროა გადახურული მოსაცდელი და სკამი."
SEND, ADD = "✓ გაგზავნა", "＋ დამატება ან შეცვლა"


async def neighbour(world: World, messenger: str, name: str = "ნინო") -> Guest:
    guest = world.guest(messenger, name)
    await join(guest)
    return guest


async def begin(world: World, guest: Guest, journey: str = "idea", subject: str = "") -> None:
    """Open a journey as a link on a poster does."""
    async with world.database.writing() as session:
        code = await new_door(session, Way(DEMO, None, journey, subject), world.clock.now())
    await guest.say(code)


async def propose(world: World, guest: Guest, title: str = TITLE) -> Shown:
    """An idea with nothing but what is needed; as its author sees it."""
    await begin(world, guest)
    for words in (title, TEXT, "სხვა"):
        await guest.say(words)
    await guest.press(SEND)
    return await newest(world, await id_of(world, guest))


async def opened(world: World, pots: dict[str, int] | None = None, **settings: object) -> int:
    """An edition that takes ideas from now on."""
    async with world.database.writing() as session:
        return await announce(session, DEMO, world.clock.now(), pots, **settings)


async def numbered(world: World, number: int) -> int:
    """The id of the idea with this number."""
    async with world.database.reading() as session:
        found = await ideas.numbered(session, DEMO, number)
    assert found is not None
    return found


async def newest(world: World, person: int = 0) -> Shown:
    async with world.database.reading() as session:
        rows = await ideas.listed(session, DEMO)
        found = await ideas.find(session, rows[0].id, person)
    assert found is not None
    return found


async def supporters(world: World, number: int) -> int:
    async with world.database.reading() as session:
        return await supports.count(session, await numbered(world, number))


async def test_a_new_idea_with_mistakes_and_second_thoughts(demo_world: World, messenger: str):
    guest = await neighbour(demo_world, messenger)
    await opened(demo_world)
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
    await nino.press(ADD)
    await nino.press("ადგილი")
    await nino.say("ხიდთან, სკოლის წინ")
    await nino.press(ADD)
    await nino.press("ფოტო")
    await nino.say("რომელი ფოტო?")
    for _ in range(3):
        await nino.photo(photo())
    await nino.press(ADD)
    await nino.press("ფასი")
    await nino.say("ძვირი")
    await nino.say("90000")
    await nino.say("15 000")
    await nino.press(ADD)
    await nino.press("ვის გამოადგება")
    await nino.say("ყველას, ვინც ავტობუსით დადის")
    await nino.press(ADD)
    await nino.press("სათაური")
    await nino.say("მოსაცდელი <ხიდთან> & სკამი")
    await nino.press(SEND)
    await nino.press("ჩემი იდეები")
    await nino.say("7")
    nino.check(f"idea_{messenger}")
    idea = await newest(demo_world)
    assert (idea.number, idea.title, idea.text) == (7, "მოსაცდელი <ხიდთან> & სკამი", TEXT)
    assert (idea.category, idea.place, idea.cost) == ("road", "ხიდთან, სკოლის წინ", 15_000)
    assert idea.photo and len({idea.photo, *idea.photos}) == 3
    assert idea.state == "reviewing"  # the edition asks for no supporters


async def test_one_photo_is_done_and_kept(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    await begin(demo_world, nino)
    for said in (TITLE, TEXT, "გზა და ტრანსპორტი"):
        await nino.say(said)
    await nino.press(ADD)
    await nino.press("ფოტო")
    assert "გამოტოვება" in nino.buttons()
    await nino.photo(photo())
    assert "✓ მზადაა" in nino.buttons()
    assert "გამოტოვება" not in nino.buttons()
    await nino.press("✓ მზადაა")
    await nino.press(SEND)
    idea = await newest(demo_world)
    assert idea.photo and not idea.photos


async def test_four_answers_are_enough(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    idea = await propose(demo_world, nino)
    assert (idea.lat, idea.photo, idea.place, idea.cost) == (None, None, "", None)
    assert idea.settlement is not None
    assert (idea.process_id, idea.state) == (None, "submitted")
    assert "როცა იდეების მიღება დაიწყება" in nino.last().text


async def test_where_one_stands_may_be_sent_and_changed_into_words(
    demo_world: World, messenger: str
):
    nino = await neighbour(demo_world, messenger)
    await begin(demo_world, nino)
    for words in (TITLE, TEXT, "სხვა"):
        await nino.say(words)
    await nino.press(ADD)
    await nino.press("ადგილი")
    assert "სადაც ახლა დგახართ" in nino.last().text
    await nino.share_place(41.71234, 44.82345)
    assert "რუკაზე მონიშნულია" in nino.last().text
    await nino.press(ADD)
    await nino.press("ადგილი")
    await nino.say("არა")  # taken away again
    assert "ადგილი:" not in nino.last().text
    await nino.press(ADD)
    await nino.press("ადგილი")
    await nino.say("უკან")
    await nino.press(ADD)
    await nino.press("ადგილი")
    await nino.share_place(41.71234, 44.82345)
    await nino.press(SEND)
    idea = await newest(demo_world)
    assert (idea.lat, idea.lon, idea.place) == (41.71234, 44.82345, "")
    await begin(demo_world, nino, "ideas", str(idea.id))
    assert "რუკაზე ნახვა" in nino.buttons()


async def test_supporting_one_that_is_there_instead_takes_one_tap(
    demo_world: World, messenger: str
):
    nino = await neighbour(demo_world, messenger)
    before = await supporters(demo_world, 2)
    await begin(demo_world, nino)
    await nino.say("მთავარი ქუჩის განათება")
    await nino.press("№2")
    assert "მხარს უჭერთ იდეას №2" in nino.last().text
    assert await supporters(demo_world, 2) == before + 1
    await begin(demo_world, nino)
    assert "რა უნდა გაკეთდეს?" in nino.last().text


async def test_an_idea_may_be_called_like_a_command(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    assert (await propose(demo_world, nino, "მენიუ")).title == "მენიუ"


async def test_an_idea_waits_for_days_and_for_another_messenger(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    await begin(demo_world, nino)
    await nino.say(TITLE)
    await nino.say("/menu")
    demo_world.clock.move(timedelta(days=20))
    hers = await neighbour(demo_world, "viber" if messenger == "telegram" else "telegram")
    await unite(demo_world, nino, hers)
    await begin(demo_world, hers)
    assert "მოგვიყევით დაწვრილებით" in hers.last().text
    for words in (TEXT, "სხვა"):
        await hers.say(words)
    await hers.press(SEND)
    idea = await newest(demo_world)
    assert (idea.number, idea.title) == (len(WRITTEN) + 1, TITLE)
    async with demo_world.database.reading() as session:
        [mine] = await ideas.of_author(session, await id_of(demo_world, nino))
    assert mine.id == idea.id


async def test_only_so_many_of_one_person(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    await opened(demo_world, each=1)
    idea = await propose(demo_world, nino)
    await begin(demo_world, nino)
    assert "მხოლოდ 1 იდეის" in nino.last().text
    async with demo_world.database.writing() as session:
        await own_ideas.withdraw(session, idea.id, await id_of(demo_world, nino), idea.submitted_at)
    await begin(demo_world, nino)
    assert "რა უნდა გაკეთდეს?" in nino.last().text


async def test_the_age_is_asked_once(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    await opened(demo_world, age=18)
    await begin(demo_world, nino)
    await nino.press("16–17 წლის")
    assert "18 წლიდან" in nino.last().text
    assert "ყველა იდეა" in nino.buttons()
    await begin(demo_world, nino)
    await nino.press("18 ან მეტის")
    for words in (TITLE, TEXT, "სხვა"):
        await nino.say(words)
    await nino.press(SEND)
    assert "მისი ნომერია 7" in nino.last().text
    await begin(demo_world, nino)
    assert "რა უნდა გაკეთდეს?" in nino.last().text


async def test_residents_say_where_they_live_first(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await arrive(nino, HOUSE_DOOR)
    for label in ("ქართული", "თანახმა ვარ", "გამოტოვება"):
        await nino.press(label)
    await opened(demo_world)
    await begin(demo_world, nino)
    assert "რომელ სოფელში" in nino.last().text
    await nino.press("დასახლების არჩევა")
    assert "რა უნდა გაკეთდეს?" not in nino.last().text


async def test_each_pot_has_its_limit(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    id = await opened(demo_world, {WHOLE: 40_000, "A": 9_000}, cap=20_000)
    async with demo_world.database.writing() as session:
        await name_zone(session, id, "A", {"ka": "ზემო უბანი"}, [])
    await begin(demo_world, nino)
    for words in (TITLE, TEXT, "სხვა"):
        await nino.say(words)
    assert "თითოეულს თავისი თანხა აქვს" in nino.last().text
    await nino.press("მთელი მუნიციპალიტეტი")
    await nino.press(ADD)
    await nino.say("ფასი")
    await nino.say("30000")
    assert "20 000 ₾-ზე მეტი" in nino.last().text.replace("\u00a0", " ")
    await nino.say("15000")
    await nino.press(ADD)
    await nino.say("მუნიციპალიტეტის ნაწილი")
    await nino.press("ზემო უბანი")
    assert "9 000 ₾" in nino.last().text.replace("\u00a0", " ")  # the sum is too much there
    await nino.say("არ ვიცი")
    await nino.press(SEND)
    idea = await newest(demo_world)
    assert (idea.zone, idea.cost, idea.process_id) == ("A", None, id)


async def test_an_edition_that_ends_meanwhile_takes_nothing(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    await opened(demo_world)
    await begin(demo_world, nino)
    for words in (TITLE, TEXT, "სხვა"):
        await nino.say(words)
    assert "იდეა მოხვდება აქ" in nino.last().text
    demo_world.clock.move(timedelta(days=20))
    await nino.press(SEND)
    assert "იდეების მიღება არ მიმდინარეობს" in nino.last().text  # agreed to something else
    await nino.press(SEND)
    assert (await newest(demo_world)).process_id is None
