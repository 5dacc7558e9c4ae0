"""Surveys and their answers: once each, never after the end, and never by name where promised."""

import threading
from collections import OrderedDict
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.civic.survey.form import Form, Item, Kind, Option
from bot.civic.survey.written import Written
from storage import answers, due, interviews, surveys
from storage.answers import Filled
from storage.surveys import NewSurvey
from storage.tables.surveys import SurveyAnswered, SurveyResponse, SurveySheet
from tests.support import answered
from tests.support.crowd import NOW, PLACE, crowd, municipality

DAY = timedelta(days=1)
FORM = Form(
    {"ka": "საჭიროებები"},
    ("ka",),
    (
        Item("needs", Kind.MANY, {"ka": "რა გჭირდებათ?"}, options="needs"),
        Item("words", Kind.TEXT, {"ka": "კიდევ?"}),
    ),
    {"needs": (Option("road", {"ka": "გზა"}),)},
)

OF_A_SHEET = {
    *("id", "survey_id", "settlement_id", "language", "answers", "assisted", "revision"),
}
"""All that is kept of somebody whose name is not."""


async def survey(session, place=PLACE, **more):
    times = {"opens_at": NOW - DAY, "closes_at": NOW + DAY}
    new = NewSurvey(place, {"ka": "საჭიროებები"}, {"ka": ""}, **{**times, **more})
    return await surveys.add(session, new, FORM)


def sheet(settlement=None, **values):
    return Filled(settlement, "ka", values)


async def rows(session, table):
    return (await session.execute(select(func.count()).select_from(table))).scalar_one()


async def test_a_survey_is_open_between_its_dates_and_found_by_municipality(database):
    async with database.writing() as session:
        await municipality(session)
        await municipality(session, "elsewhere")
        late = await survey(session, closes_at=NOW + 3 * DAY)
        soon = await survey(session)
        await survey(session, "elsewhere")
        await survey(session, opens_at=NOW + DAY, closes_at=NOW + 2 * DAY)
        found = await surveys.open_now(session, PLACE, NOW)
        assert [one.id for one in found] == [soon, late]
        assert found[0].is_open(NOW)
        assert not found[0].is_open(found[0].closes_at)
        assert await surveys.open_now(session, PLACE, NOW + 4 * DAY) == []


async def test_a_form_comes_back_as_it_was_given(database):
    async with database.writing() as session:
        await municipality(session)
        id = await survey(session)
        assert await surveys.form(session, id) == FORM


async def test_a_long_form_is_read_in_a_thread(database):
    def where(stored: str) -> tuple[str, bool]:
        return stored, threading.current_thread() is threading.main_thread()

    towns = tuple(Option(f"t{n}", {"ka": f"სოფელი {n}"}) for n in range(5_000))
    long = replace(FORM, lists={**FORM.lists, "towns": towns})
    async with database.writing() as session:
        await municipality(session)
        new = NewSurvey(PLACE, {"ka": "საჭიროებები"}, {"ka": ""}, NOW - DAY, NOW + DAY)
        for form, here in ((FORM, True), (long, False)):
            written = Written.of(form)
            id = await surveys.keep_draft(session, new, written)
            assert await surveys.read_as(session, id, where) == (written.text, here)
            assert await surveys.form(session, id) == form


async def test_interviews_are_built_once_and_few_are_kept(database, monkeypatch):
    monkeypatch.setattr(interviews, "_built", OrderedDict())
    async with database.writing() as session:
        await municipality(session)
        found = []
        for number in range(3):
            title = {"ka": f"გამოკითხვა {number}"}
            new = NewSurvey(PLACE, title, {"ka": ""}, NOW - DAY, NOW + DAY)
            id = await surveys.add(session, new, replace(FORM, title=title))
            asked = await surveys.find(session, id)
            assert asked
            found.append(asked)
        monkeypatch.setattr(interviews, "KEPT", 2 * len(Written.of(FORM).text) + 20)
        first = await interviews.interview(session, found[0])
        assert first.form.title == {"ka": "გამოკითხვა 0"}
        await interviews.interview(session, found[1])
        assert await interviews.interview(session, found[0]) is first
        await interviews.interview(session, found[2])
        assert await interviews.interview(session, found[0]) is first
        assert set(interviews._built) == {found[0].digest, found[2].digest}


async def test_an_end_before_the_start_is_refused(database):
    with pytest.raises(IntegrityError):
        async with database.writing() as session:
            await municipality(session)
            await survey(session, closes_at=NOW - 2 * DAY)


async def test_answers_are_kept_once_and_skipped_ones_are_missing(database):
    async with database.writing() as session:
        upper, _ = await municipality(session)
        id, [nino] = await survey(session), await crowd(session, 1)
        assert not (await surveys.find(session, id, nino)).answered
        given = sheet(upper, needs="road")
        assert await answers.add(session, id, nino, given, NOW)
        assert (await surveys.find(session, id, nino)).answered
        assert await answered.every(session, id) == [given]
        with pytest.raises(IntegrityError):
            async with session.begin_nested():
                await answers.add(session, id, nino, sheet(words="again"), NOW)
        assert await answered.every(session, id) == [given]


async def test_somebody_who_skipped_everything_is_counted(database):
    async with database.writing() as session:
        await municipality(session)
        id, [nino] = await survey(session), await crowd(session, 1)
        await answers.add(session, id, nino, sheet(), NOW)
        assert await answered.every(session, id) == [sheet()]
        assert [row.answers for row in await surveys.counted(session, PLACE)] == [1]


@pytest.mark.parametrize("late", [DAY, 2 * DAY, -2 * DAY])
async def test_an_answer_outside_the_dates_is_not_taken(database, late):
    async with database.writing() as session:
        await municipality(session)
        id, [nino] = await survey(session), await crowd(session, 1)
        assert not await answers.add(session, id, nino, sheet(words="ah"), NOW + late)
        assert await answered.every(session, id) == []


async def test_an_anonymous_survey_keeps_who_and_what_apart(database):
    async with database.writing() as session:
        upper, _ = await municipality(session)
        id, [nino, gia] = await survey(session, anonymous=True), await crowd(session, 2)
        await answers.add(session, id, nino, sheet(upper, words="one"), NOW)
        await answers.add(session, id, gia, sheet(upper, words="two"), NOW)
        assert (await surveys.find(session, id, nino)).answered
        assert await rows(session, SurveyResponse) == 0
        assert await rows(session, SurveyAnswered) == 2
        told = {one.values["words"] for one in await answered.every(session, id)}
        assert told == {"one", "two"}
        columns = {column.name for column in SurveySheet.__table__.columns}
        assert columns == OF_A_SHEET
        with pytest.raises(IntegrityError):
            async with session.begin_nested():
                await answers.add(session, id, nino, sheet(words="three"), NOW)
        assert len(await answered.every(session, id)) == 2


async def test_after_the_shuffle_no_order_or_transaction_tells_whose_sheet_it_is(database):
    async with database.writing() as session:
        await municipality(session)
        id, people = await survey(session, anonymous=True), await crowd(session, 12)
    for person in people:
        async with database.writing() as session:
            await answers.add(session, id, person, sheet(words=str(person)), NOW)
    before = await _sheets(database)
    async with database.writing() as session:
        await answers.shuffle(session, id)
    after = await _sheets(database)
    assert {words for _, words in after} == {words for _, words in before}
    assert not {key for key, _ in after} & {key for key, _ in before}
    assert [words for _, words in after] != [str(person) for person in people]
    if not database.is_sqlite:
        async with database.reading() as session:
            marks = await session.execute(text("select distinct xmin::text from survey_sheet"))
            assert len(marks.all()) == 1


async def test_the_shuffle_leaves_named_answers_where_they_are(database):
    async with database.writing() as session:
        await municipality(session)
        id, [nino] = await survey(session), await crowd(session, 1)
        await answers.add(session, id, nino, sheet(words="ah"), NOW)
        await answers.shuffle(session, id)
        assert await answered.every(session, id) == [sheet(words="ah")]


async def test_many_sheets_are_read_in_parts(database):
    async with database.writing() as session:
        await municipality(session)
        ids = [await survey(session, anonymous=anonymous) for anonymous in (True, False)]
        people = await crowd(session, answers.PART + 5)
        for id in ids:
            for person in people:
                await answers.add(session, id, person, sheet(words=str(person)), NOW)
    async with database.reading() as session:
        for id in ids:
            words = [one.values["words"] for one in await answered.every(session, id)]
            assert sorted(words, key=int) == [str(person) for person in people]


async def _sheets(database):
    """(key, words) of every sheet, as they lie in the table."""
    async with database.reading() as session:
        found = await session.execute(select(SurveySheet.id, SurveySheet.answers))
        return [(key, values["words"]) for key, values in found]


async def test_tables_without_names_have_no_hidden_order(database):
    if not database.is_sqlite:
        pytest.skip("row numbers are SQLite's")
    async with database.reading() as session:
        for name in ("survey_sheet", "survey_answered"):
            made = await session.execute(
                text("select sql from sqlite_master where name = :name"), {"name": name}
            )
            assert made.scalar_one().strip().endswith("WITHOUT ROWID")


async def test_ending_before_its_time_moves_the_results(database):
    async with database.writing() as session:
        await municipality(session)
        id = await survey(session)
        assert await due.claim_due(session, NOW, 10) == []
        assert not await surveys.close_now(session, "elsewhere", id, NOW)
        assert await surveys.close_now(session, PLACE, id, NOW)
        assert not await surveys.close_now(session, PLACE, id, NOW)
        [row] = await due.claim_due(session, NOW, 10)
        assert (row.kind, row.subject, row.version) == ("survey-results", f"survey:{id}", 1)
        assert not await surveys.close(session, id, 0)
        assert await surveys.close(session, id, 1)
        assert not await surveys.close(session, id, 1)


async def test_results_are_published_once(database):
    async with database.writing() as session:
        await municipality(session)
        id = await survey(session)
        assert await surveys.publish(session, id, {"people": 7}, NOW)
        assert not await surveys.publish(session, id, {"people": 8}, NOW + DAY)
        found = await surveys.find(session, id)
        assert (found.results, found.results_at) == ({"people": 7}, NOW)


async def test_the_end_waits_for_an_answer_that_is_being_written(database):
    """Else it would count before the answer is there, and the answer would be lost."""
    if database.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    async with database.writing() as session:
        await municipality(session)
        id, [nino] = await survey(session), await crowd(session, 1)
    async with database.writing() as writer:
        await answers.add(writer, id, nino, sheet(words="ah"), NOW)
        with pytest.raises(DBAPIError, match="lock timeout"):
            async with database.writing() as closer:
                await closer.execute(text("set local lock_timeout = '50ms'"))
                await surveys.close(closer, id, 0)
    async with database.writing() as session:
        assert await surveys.close(session, id, 0)
        assert await answered.every(session, id) == [sheet(words="ah")]
