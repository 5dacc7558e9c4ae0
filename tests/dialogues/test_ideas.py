"""Finding ideas, standing behind them, and what becomes of one's own."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, update

from storage import ideas, supports
from storage.demo.place import DEMO
from storage.tables.ideas import Idea
from storage.tables.reviews import Review
from storage.tables.votes import Process, Project, Result
from storage.votes import add_projects
from tests.dialogues.test_arriving import id_of
from tests.dialogues.test_idea import (
    SEND,
    TEXT,
    TITLE,
    begin,
    neighbour,
    newest,
    numbered,
    opened,
    propose,
    supporters,
)
from tests.support.golden import Record
from tests.support.rounds import announce
from tests.support.world import World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])

SUPPORT = "♥ მხარს ვუჭერ"


async def later(world: World, time: timedelta) -> None:
    """So much later: what is written to many waits two minutes more, for somebody to stop it."""
    world.clock.move(time + timedelta(minutes=1))
    await world.tick()
    world.clock.move(timedelta(minutes=2))
    await world.tick()


async def test_the_list_one_idea_and_support(demo_world: World, messenger: str):
    nino = Record(await neighbour(demo_world, messenger))
    await begin(demo_world, nino.guest, "ideas")
    await nino.say("99")
    await nino.say("№6")
    await nino.press(SUPPORT)
    await nino.press("იდეის ნახვა")
    await nino.press("მხარდაჭერის გაუქმება")
    await nino.press("ყველა იდეა")
    await nino.press("ჩემი იდეები")
    await nino.press("＋ ახალი იდეა")
    nino.check(f"ideas_{messenger}")


async def test_finding_by_words_number_village_subject_and_supporters(
    demo_world: World, messenger: str
):
    nino = Record(await neighbour(demo_world, messenger))
    await begin(demo_world, nino.guest, "ideas")
    await nino.press("ძებნა")
    await nino.press("სიტყვით ან ნომრით")
    await nino.say("wyaro")
    await nino.say("4")
    await begin(demo_world, nino.guest, "ideas-find")
    await nino.press("სიტყვით ან ნომრით")
    await nino.say("№3")
    await begin(demo_world, nino.guest, "ideas-find")
    await nino.press("სიტყვით ან ნომრით")
    await nino.say("კოსმოდრომი")
    await nino.press("ხელახლა ძებნა")
    await nino.press("სფეროს მიხედვით")
    await nino.say("განათება")
    await begin(demo_world, nino.guest, "ideas-find")
    await nino.press("სოფლის მიხედვით")
    await nino.say("ზღაპარა")
    await begin(demo_world, nino.guest, "ideas-find")
    await nino.press("მეტი მხარდამჭერით")
    nino.check(f"ideas_find_{messenger}")


async def test_nobody_supports_their_own_idea(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    id = str((await propose(demo_world, nino)).id)
    await begin(demo_world, nino, "ideas", id)
    assert SUPPORT not in nino.buttons()
    assert "ეს თქვენი იდეაა" in nino.last().text
    await begin(demo_world, nino, "idea-support", id)
    assert await supporters(demo_world, 7) == 0


async def test_an_unknown_idea_is_told(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    for journey in ("ideas", "idea-support", "idea-unsupport", "idea-report", "idea-share"):
        await begin(demo_world, nino, journey, "4711")
        assert "სიაში აღარ არის" in nino.last().text
    for journey in ("idea-withdraw", "idea-keep"):
        await begin(demo_world, nino, journey, "1")
        assert "თქვენი იდეა არ არის" in nino.last().text


async def test_the_same_support_at_the_same_moment_counts_once(
    demo_world: World, messenger: str, monkeypatch: pytest.MonkeyPatch
):
    """Another process has taken the same tap between our reading and our writing."""
    if demo_world.database.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    support = supports.support

    async def beaten(session, *args):
        async with demo_world.database.writing() as quicker:
            await support(quicker, *args)
        await support(session, *args)

    nino = await neighbour(demo_world, messenger)
    before = await supporters(demo_world, 6)
    monkeypatch.setattr(supports, "support", beaten)
    await begin(demo_world, nino, "idea-support", str(await numbered(demo_world, 6)))
    assert "მხარს უჭერთ იდეას №6" in nino.last().text
    assert await supporters(demo_world, 6) == before + 1


async def test_enough_supporters_bring_it_into_review(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    await opened(demo_world, support=2)
    idea = await propose(demo_world, nino)
    author = Record(nino)
    await author.press("ჩემი იდეები")
    await author.say("7")
    gia = await neighbour(demo_world, "viber" if messenger == "telegram" else "telegram", "გია")
    await begin(demo_world, gia, "ideas", str(idea.id))
    assert "მხარს უჭერს: 0, საჭიროა 2" in gia.last().text
    await gia.press(SUPPORT)
    await demo_world.tick()
    assert (await newest(demo_world)).state == "submitted"
    lia = await neighbour(demo_world, messenger, "ლია")
    await begin(demo_world, lia, "idea-support", str(idea.id))
    await demo_world.tick()
    author.wait("enough supporters")
    assert (await newest(demo_world)).state == "reviewing"
    await lia.press("მხარდაჭერის გაუქმება")  # as long as the phase lasts
    assert await supporters(demo_world, 7) == 1
    demo_world.clock.move(timedelta(days=20))
    await begin(demo_world, lia, "idea-support", str(idea.id))
    assert "იდეების მხარდაჭერა დასრულდა" in lia.last().text
    await begin(demo_world, gia, "idea-unsupport", str(idea.id))
    assert await supporters(demo_world, 7) == 1
    author.check(f"idea_enough_{messenger}")


async def test_too_few_supporters_kept_and_sent_again_with_one_tap(
    demo_world: World, messenger: str
):
    nino = await neighbour(demo_world, messenger)
    await opened(demo_world, support=2)
    first = await propose(demo_world, nino)
    author = Record(nino)
    await later(demo_world, timedelta(days=20))
    author.wait("ideas are no longer taken")
    await author.press("ჩემი იდეები")
    await author.say("7")
    await author.press("შენახვა შემდეგი ჯერისთვის")
    async with demo_world.database.writing() as session:
        begins = demo_world.clock.now() + timedelta(days=100)
        await announce(session, DEMO, begins)
    await later(demo_world, timedelta(days=100))
    author.wait("ideas are taken again")
    await author.press("ხელახლა გაგზავნა")
    await author.press("ჩემი იდეები")
    await author.say("7")
    await begin(demo_world, nino, "idea-again", "")
    assert "ხელახლა გასაგზავნი იდეა არ გაქვთ" in nino.last().text
    author.check(f"idea_again_{messenger}")
    again = await newest(demo_world, await id_of(demo_world, nino))
    assert (again.number, again.title, again.text) == (8, TITLE, first.text)
    assert again.process_id != first.process_id


async def test_a_standing_idea_goes_into_the_edition_with_its_supporters(
    demo_world: World, messenger: str
):
    nino = await neighbour(demo_world, messenger)
    idea = await propose(demo_world, nino)
    gia = await neighbour(demo_world, messenger, "გია")
    await begin(demo_world, gia, "idea-support", str(idea.id))
    id = await opened(demo_world, support=1)
    await later(demo_world, timedelta())
    await nino.press("ხელახლა გაგზავნა")
    found = await newest(demo_world)
    assert (found.number, found.process_id, found.supporters) == (7, id, 1)
    assert found.state == "reviewing"


async def test_taking_an_idea_back(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    await opened(demo_world)
    idea = await propose(demo_world, nino)
    author = Record(nino)
    await begin(demo_world, nino, "ideas", str(idea.id))
    await author.press("იდეის გაუქმება")
    await author.press("არა, დარჩეს")
    await author.press("იდეის გაუქმება")
    await author.press("დიახ, გავაუქმოთ")
    await author.press("ჩემი იდეები")
    await author.say("7")
    author.check(f"idea_withdrawn_{messenger}")
    gia = await neighbour(demo_world, messenger, "გია")
    await begin(demo_world, gia, "ideas", str(idea.id))
    assert "სიაში აღარ არის" in gia.last().text


async def test_a_fixed_ballot_keeps_its_ideas(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    await opened(demo_world)
    idea = await propose(demo_world, nino)
    demo_world.clock.move(timedelta(days=51))
    await begin(demo_world, nino, "idea-withdraw", str(idea.id))
    assert "იდეის გაუქმების ვადა ამოიწურა" in nino.last().text
    assert (await newest(demo_world)).state == "reviewing"


async def test_an_unfinished_idea_is_reminded_of_twice(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    await opened(demo_world)
    await begin(demo_world, nino)
    record = Record(nino)
    await record.say(TITLE)
    for days in range(1, 21):
        demo_world.clock.move(timedelta(days=1))
        await demo_world.tick()
        record.wait(f"day {days}")
    assert "\n".join(record.lines).count("დაუმთავრებელია") == 2
    assert "დაუმთავრებელია" in nino.last().text
    await record.press("აღარ მინდა")
    await begin(demo_world, nino)
    assert "რა უნდა გაკეთდეს?" in nino.last().text
    record.check(f"idea_reminded_{messenger}")


async def test_a_finished_idea_is_reminded_of_never(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    await opened(demo_world)
    await propose(demo_world, nino)
    for _ in range(20):
        demo_world.clock.move(timedelta(days=1))
        await demo_world.tick()
    assert "დაუმთავრებელია" not in "".join(shown.text for shown in nino.screen())


async def test_a_picture_to_pass_on_opens_the_idea(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    idea = await propose(demo_world, nino)
    await nino.press("სურათი გასაზიარებლად")
    await demo_world.tick()
    shown = nino.last()
    assert shown.picture
    code = next(word for word in shown.text.split() if word.isdigit() and len(word) == 6)
    for _ in range(2):  # once gone before it is drawn
        await begin(demo_world, nino, "idea-share", str(idea.id))
        await nino.say("მენიუ")
    await demo_world.tick()
    await begin(demo_world, nino, "idea-share", str(idea.id))
    await demo_world.tick()
    assert code in nino.last().text  # the same one whenever it is asked for
    gia = await neighbour(demo_world, "viber" if messenger == "telegram" else "telegram", "გია")
    await gia.say(code)
    assert TITLE in gia.last().text and TEXT in gia.last().text


async def test_a_similar_idea_of_another_edition_raises_no_question(
    demo_world: World, messenger: str
):
    nino = await neighbour(demo_world, messenger)
    await opened(demo_world)
    await propose(demo_world, nino, "მოსაცდელი ხიდთან")
    demo_world.clock.move(timedelta(days=300))
    await opened(demo_world)
    await begin(demo_world, nino)
    await nino.say("მოსაცდელი ხიდთან")
    assert "მოგვიყევით დაწვრილებით" in nino.last().text
    async with demo_world.database.reading() as session:
        assert await ideas.similar(session, DEMO, "მოსაცდელი ხიდთან") == []
    assert SEND not in nino.buttons()


async def test_a_declined_idea_says_why_and_what_can_be_done(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    await opened(demo_world)
    idea = await propose(demo_world, nino)
    now, person = demo_world.clock.now(), await id_of(demo_world, nino)
    why = {"verdict": "reject", "criterion": "land", "reason": "მიწა კერძოა, მფლობელი უარზეა."}
    async with demo_world.database.writing() as session:
        done = update(Review).where(Review.idea_id == idea.id)
        await session.execute(done.values(**why, state="done", reviewer_id=person, done_at=now))
        await session.execute(update(Idea).where(Idea.id == idea.id).values(state="declined"))
    author = Record(nino)
    await begin(demo_world, nino, "ideas", "mine")
    await author.say("7")
    await author.press("შენახვა შემდეგი ჯერისთვის")
    author.check(f"idea_declined_{messenger}")
    gia = await neighbour(demo_world, messenger, "გია")
    await begin(demo_world, gia, "ideas", str(idea.id))
    assert SUPPORT not in gia.buttons()


async def test_who_won_and_who_did_not(demo_world: World, messenger: str):
    nino = await neighbour(demo_world, messenger)
    id = await opened(demo_world)
    idea = await propose(demo_world, nino)
    async with demo_world.database.writing() as session:
        await session.execute(update(Idea).where(Idea.id == idea.id).values(state="admitted"))
    await begin(demo_world, nino, "ideas", str(idea.id))
    assert "კენჭისყრა იწყება: 21.01.2027" in nino.last().text
    async with demo_world.database.writing() as session:
        row = {"number": 1, "title": {"ka": TITLE}, "cost": 5}
        await add_projects(session, id, [row])
        await session.execute(
            update(Project).values(idea_id=idea.id).where(Project.process_id == id)
        )
        lost = {"number": 1, "place": 1, "funded": False, "outcome": {}}
        await session.execute(insert(Result).values(process_id=id, **lost))
        counted = {"state": "counted", "key_print": "k"}
        await session.execute(update(Process).where(Process.id == id).values(**counted))
    demo_world.clock.move(timedelta(days=81))
    await begin(demo_world, nino, "ideas", str(idea.id))
    assert "ვერ გაიმარჯვა" in nino.last().text
    await nino.press("შენახვა შემდეგი ჯერისთვის")
    assert "შევინახეთ" in nino.last().text
