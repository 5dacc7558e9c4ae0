"""What coordinators do with a survey: its report, what people wrote, ideas that answer a need."""

from datetime import timedelta

import pytest

from storage import ideas, need_links, surveys, tags
from storage.demo.place import DEMO
from storage.tags import Subject
from tests.dialogues.test_needs_results import asked, closed, to
from tests.dialogues.test_prints import files, opened
from tests.dialogues.test_surveys import coordinator
from tests.support.acts import join
from tests.support.golden import Record
from tests.support.pdf import pages
from tests.support.world import World

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])


def tight(text: str) -> str:
    return "".join(text.split())


@both
async def test_the_report_comes_by_itself_and_when_asked_for(demo_world: World, messenger: str):
    tamar = await coordinator(demo_world, messenger)
    nino = demo_world.guest(messenger, "ნინო")
    await join(nino)
    id = await closed(demo_world)
    [first] = files(tamar)
    read = tight("".join(pages(await opened(demo_world, first))))
    for said in ("საჭიროებების ანგარიში", "დიდი გამოკითხვა", "უპასუხა 60 ადამიანმა 60-დან"):
        assert tight(said) in read
    assert "ხიდი1" not in read and tight("რა არის მთავარი?") in read
    await tamar.say(await to(demo_world, "survey", id))
    await tamar.press("ანგარიში (PDF)")
    await demo_world.tick()
    assert len(files(tamar)) == 2 and not files(nino)
    assert "მზად არის" in tamar.last().text


@both
async def test_words_are_read_and_tagged_page_by_page(demo_world: World, messenger: str):
    tamar = Record(await coordinator(demo_world, messenger))
    id = await closed(demo_world, people=10)
    await tamar.guest.say(await to(demo_world, "survey", id))
    await tamar.press("სიტყვიერი პასუხები")
    await tamar.say("2")
    await tamar.press("ახალი თემა")
    await tamar.say("ხიდები  და ნაპირი")
    await tamar.press("შემდეგი გვერდი")
    await tamar.say("1")
    await tamar.say("ხიდები და ნაპირი")
    await tamar.say("1")
    await tamar.press("თემების მოხსნა")
    tamar.check(f"survey_texts_{messenger}")
    async with demo_world.database.reading() as session:
        assert await tags.known(session, id, "words") == {"ხიდები და ნაპირი": 1}


@both
async def test_anonymous_words_are_read_only_after_the_shuffle(demo_world: World, messenger: str):
    tamar = await coordinator(demo_world, messenger)
    id = await asked(demo_world, anonymous=True, people=8)
    await tamar.say(await to(demo_world, "survey", id))
    assert "სიტყვიერი" not in str(tamar.buttons())
    await tamar.say(await to(demo_world, "survey-texts", id))
    assert "ანონიმურია" in tamar.last().text and "ხიდი 1" not in str(tamar.buttons())
    async with demo_world.database.writing() as session:
        await surveys.close_now(session, DEMO, id, demo_world.clock.now())
    await demo_world.tick()
    await tamar.say(await to(demo_world, "survey-texts", id))
    assert "ხიდი" in str(tamar.buttons())


@both
async def test_named_words_may_be_read_while_it_runs(demo_world: World, messenger: str):
    tamar = await coordinator(demo_world, messenger)
    id = await asked(demo_world, people=8)
    await tamar.say(await to(demo_world, "survey", id))
    await tamar.press("სიტყვიერი პასუხები")
    assert "ხიდი 1" in str(tamar.buttons())


@both
@pytest.mark.parametrize("journey", ["survey-report", "survey-texts", "survey-tag", "survey-links"])
async def test_a_neighbour_and_a_citizen_get_nothing(
    demo_world: World, messenger: str, journey: str
):
    id = await closed(demo_world, people=8)
    subject = f"{id}-61-0-1" if journey == "survey-tag" else id
    stranger = await coordinator(demo_world, messenger, "neighbour")
    await stranger.say(await to(demo_world, journey, subject))
    assert "მხოლოდ ამ მუნიციპალიტეტის" in stranger.last().text
    nino = demo_world.guest(messenger, "ნინო")
    await join(nino)
    await nino.say(await to(demo_world, journey, subject))
    assert "მხოლოდ ამ მუნიციპალიტეტის" in nino.last().text


@both
async def test_an_idea_says_how_many_asked_for_it(demo_world: World, messenger: str):
    tamar = Record(await coordinator(demo_world, messenger))
    id = await closed(demo_world)
    async with demo_world.database.reading() as session:
        idea = (await ideas.listed(session, DEMO))[0]
    await tamar.guest.say(await to(demo_world, "survey", id))
    await tamar.press("იდეების დაკავშირება")
    await tamar.say("1")
    await tamar.say("99999")
    await tamar.press("კიდევ ერთი იდეა")
    await tamar.say("1")
    await tamar.say(str(idea.number))
    await tamar.press("იდეის ნახვა")
    assert "გამოკითხვაში ამას 36 ადამიანი ითხოვს." in tamar.guest.last().text
    await tamar.press("გამოკითხვის შედეგი")
    assert "რომელი შედეგი" in tamar.guest.last().text
    tamar.check(f"survey_links_{messenger}")
    await tamar.say(await to(demo_world, "survey-links", id))
    await tamar.press("კავშირის მოხსნა")
    await tamar.say(str(idea.number))
    async with demo_world.database.reading() as session:
        assert await need_links.linked(session, id) == {}


async def test_a_need_that_is_hidden_is_not_told(demo_world: World):
    """A link that was made is silent where the number may not be seen."""
    tamar = await coordinator(demo_world, "telegram")
    id = await closed(demo_world, people=8)
    async with demo_world.database.writing() as session:
        idea = (await ideas.listed(session, DEMO))[0]
        await need_links.link(session, id, "0", idea.id)
    await tamar.say(await to(demo_world, "ideas", idea.id))
    assert "ითხოვს" not in tamar.last().text
    demo_world.clock.move(timedelta(seconds=1))
    of = Subject(id, "words", closed=True)
    async with demo_world.database.reading() as session:
        assert await tags.how_many(session, of) == len(await tags.written(session, of, 0, 9))
