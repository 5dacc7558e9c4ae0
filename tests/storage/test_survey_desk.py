"""Tags of what people wrote, pictures of questions, ideas tied to needs."""

from datetime import timedelta

from bot.civic.needs import SMALLEST
from storage import answers, ideas, need_links, pictures, surveys, tags
from storage.answers import Filled
from storage.ideas import NewIdea
from storage.tags import Subject
from tests.storage.test_surveys import survey
from tests.support.crowd import NOW, PLACE, crowd, municipality

DAY = timedelta(days=1)


async def wrote(session, id, count):
    for at, person in enumerate(await crowd(session, count)):
        await answers.add(session, id, person, Filled(None, "ka", {"words": f"ხიდი {at}"}), NOW)
    [silent] = await crowd(session, 1)
    await answers.add(session, id, silent, Filled(None, "ka", {"needs": "road"}), NOW)


async def test_words_are_listed_in_parts_and_tagged(database):
    async with database.writing() as session:
        await municipality(session)
        for anonymous in (False, True):
            id = await survey(session, anonymous=anonymous)
            await wrote(session, id, 7)
            of = Subject(id, "words", closed=anonymous)
            assert await tags.how_many(session, of) == 7
            first, rest = [await tags.written(session, of, at, 4) for at in (0, 4)]
            assert len({one.text for one in (*first, *rest)}) == 7
            await tags.add(session, of, first[0].sheet, "ხიდები")
            await tags.add(session, of, first[0].sheet, "ხიდები")
            assert (await tags.one(session, of, first[0].sheet)).tags == ("ხიდები",)
            assert (await tags.written(session, of, 0, 1))[0].tags == ("ხიდები",)
            assert await tags.one(session, of, "nobody") is None
            await tags.clear(session, of, first[0].sheet)
            assert await tags.known(session, id, "words") == {}


async def test_what_helpers_entered_is_read_when_the_survey_is_closed(database):
    async with database.writing() as session:
        await municipality(session)
        id = await survey(session)
        await wrote(session, id, 2)
        await answers.keep_sheet(session, id, Filled(None, "ka", {"words": "წყალი"}, "door"))
        said = {
            closed: {
                one.text
                for one in await tags.written(session, Subject(id, "words", closed=closed), 0, 9)
            }
            for closed in (False, True)
        }
        assert said[False] == {"ხიდი 0", "ხიდი 1"} and said[True] == {*said[False], "წყალი"}
        [helped] = [
            one
            for one in await tags.written(session, Subject(id, "words", closed=True), 0, 9)
            if one.text == "წყალი"
        ]
        await tags.add(session, Subject(id, "words", closed=True), helped.sheet, "წყლები")
        assert await tags.known(session, id, "words") == {"წყლები": 1}


async def test_a_tag_of_few_people_is_for_the_staff_alone(database):
    async with database.writing() as session:
        await municipality(session)
        id = await survey(session)
        await wrote(session, id, 9)
        of = Subject(id, "words", closed=False)
        for at, one in enumerate(await tags.written(session, of, 0, 9)):
            await tags.add(session, of, one.sheet, "ხიდი" if at < SMALLEST else "გზა")
        await tags.add(session, of, "a sheet that is gone", "გზა")
        assert await tags.known(session, id, "words") == {"ხიდი": SMALLEST, "გზა": 4}
        assert await tags.counted(session, id, "words") == {"ხიდი": SMALLEST}
        assert await tags.counted(session, id, "needs") == {}


async def test_a_question_keeps_the_first_pictures_in_each_language(database):
    async with database.writing() as session:
        await municipality(session)
        id = await survey(session)
        assert await pictures.find(session, id, "a_b", "ka") == []
        pages = [f"page {n}" for n in range(1, 12)]
        await pictures.keep(session, id, "a_b", "ka", pages)
        await pictures.keep(session, id, "a_b", "ka", ["again"])
        await pictures.keep(session, id, "a_b", "en", ["english"])
        await pictures.keep(session, id, "axb", "ka", ["another", "question"])
        assert await pictures.find(session, id, "a_b", "ka") == pages
        assert await pictures.find(session, id, "a_b", "en") == ["english"]


async def test_an_idea_has_one_need_of_each_survey_once_results_are_out(database):
    async with database.writing() as session:
        await municipality(session)
        id, [nino] = await survey(session), await crowd(session, 1)
        new = NewIdea(PLACE, None, nino, "ხიდი", "ახალი ხიდი", "ka", "road", None, None, None, NOW)
        idea, _ = await ideas.add(session, new)
        await need_links.link(session, id, "road", idea)
        await need_links.link(session, id, "water", idea)
        assert await need_links.linked(session, id) == {idea: "water"}
        assert await need_links.of_idea(session, idea) == []
        await surveys.publish(session, id, {"people": 7}, NOW + DAY)
        [asked] = await need_links.of_idea(session, idea)
        assert (asked.survey, asked.option, asked.results) == (id, "water", {"people": 7})
        await need_links.unlink(session, id, idea)
        assert await need_links.of_idea(session, idea) == []
