"""A survey's forms: each answer keeps the one it was given to, whatever comes after."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from bot.civic.survey.form import Item, Kind, Option
from bot.civic.survey.written import Written
from storage import (
    answers,
    assist,
    interviews,
    privacy,
    survey_drafts,
    survey_exports,
    survey_revisions,
    surveys,
)
from storage.answers import Filled
from storage.assist import Held, Help
from storage.survey_revisions import Correction
from storage.surveys import Asked
from storage.tables.surveys import Survey, SurveyRevision
from tests.storage.test_surveys import FORM, sheet, survey
from tests.support import answered
from tests.support.crowd import NOW, PLACE, crowd, municipality

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
BETTER = replace(
    FORM,
    items=(FORM.items[0], Item("age", Kind.INTEGER, {"ka": "ასაკი?"})),
    lists={"needs": (*FORM.lists["needs"], Option("water", {"ka": "წყალი"}))},
)


async def found(session, id: int) -> Asked:
    survey = await surveys.find(session, id) or await surveys.find_draft(session, id, PLACE)
    assert survey is not None
    return survey


async def begun(session, form=BETTER, **more):
    """An open survey, and the draft that corrects it."""
    await municipality(session)
    id = await survey(session, **more)
    asked = await found(session, id)
    draft = await survey_drafts.correct(session, asked, Written.of(form), None, NOW)
    return asked, await found(session, draft)


async def test_a_corrected_form_is_asked_and_the_old_one_stays(database):
    async with database.writing() as session:
        old, draft = await begun(session)
        draft = replace(draft, title={"ka": "ახალი"})
        assert (
            await survey_revisions.publish(session, Correction(old, draft, BETTER), NOW + HOUR) == 2
        )
        new = await found(session, old.id)
        assert (new.revision, new.title, new.version) == (2, {"ka": "ახალი"}, old.version)
        assert await surveys.form(session, old.id) == BETTER
        every = await survey_revisions.every(session, old.id)
        assert [(one.number, one.form) for one in every] == [(1, FORM), (2, BETTER)]
        assert [one.since for one in every] == [old.opens_at, NOW + HOUR]
        assert (await interviews.interview(session, new)).form == BETTER
        earlier = await interviews.as_of(session, new, 1)
        assert (await interviews.interview(session, earlier)).form == FORM
        whole = await survey_revisions.whole(session, old.id)
        assert [item.name for item in whole.items] == ["needs", "age", "words"]
        assert await survey_drafts.correction(session, old.id) is None
        assert await surveys.drafts(session, PLACE) == []


@pytest.mark.parametrize("anonymous", [False, True])
async def test_every_answer_knows_its_form(database, anonymous):
    async with database.writing() as session:
        old, draft = await begun(session, anonymous=anonymous)
        nino, gia, luka = await crowd(session, 3)
        await answers.add(session, old.id, nino, sheet(words="ah"), NOW)
        await survey_revisions.publish(session, Correction(old, draft, BETTER), NOW)
        now = await found(session, old.id)
        second = Filled(None, "ka", {"age": "40"}, revision=now.revision)
        await answers.add(session, old.id, gia, second, NOW)
        paper = Held(Filled(None, "ka", {"words": "oh"}, "paper", 1), "", 0)
        await assist.add(session, Help(old.id, luka, NOW.date()), paper, NOW)
        kept = [
            (one.revision, *one.values.values()) for one in await answered.every(session, old.id)
        ]
        assert sorted(kept) == [(1, "ah"), (1, "oh"), (2, "40")]
        assert await answers.count(session, old.id) == 3
        if anonymous:
            await answers.shuffle(session, old.id)
            assert sorted(one.revision for one in await answered.every(session, old.id)) == [
                1,
                1,
                2,
            ]
        else:
            told = (await privacy.everything(session, nino)).answers
            assert [one.form for one in told] == [FORM]


async def test_there_is_one_correction_at_a_time(database):
    async with database.writing() as session:
        old, draft = await begun(session)
        same = await survey_drafts.correct(session, old, Written.of(FORM), None, NOW)
        assert same == draft.id
        assert (await interviews.interview(session, await found(session, same))).form == FORM
        other = await survey_drafts.keep(
            session, survey_drafts.proposal(PLACE, FORM.title, None, NOW), Written.of(FORM)
        )
        assert other != same
        dates = (NOW, NOW + DAY)
        assert not await surveys.open_draft(session, same, PLACE, dates, anonymous=False)


async def test_what_has_changed_since_it_was_read_is_not_published(database):
    async with database.writing() as session:
        old, draft = await begun(session)
        correction = Correction(old, draft, BETTER)
        for stale in (
            Correction(old, replace(draft, digest="another"), BETTER),
            Correction(replace(old, revision=7), draft, BETTER),
            Correction(replace(old, id=0), draft, BETTER),
        ):
            assert await survey_revisions.publish(session, stale, NOW) is None
        assert await survey_revisions.publish(session, correction, old.closes_at) is None
        assert await surveys.form(session, old.id) == FORM
        assert await survey_drafts.correction(session, old.id) == draft.id
        assert await survey_revisions.publish(session, correction, NOW) == 2
        assert await survey_revisions.publish(session, correction, NOW) is None


async def test_after_the_end_nothing_is_corrected(database):
    async with database.writing() as session:
        old, draft = await begun(session)
        assert await surveys.close(session, old.id, old.version)
        assert await survey_revisions.publish(session, Correction(old, draft, BETTER), NOW) is None


async def test_a_draft_that_changes_is_asked_as_it_is(database):
    """An interview is kept by the form it was built of, not by the one that was expected."""
    async with database.writing() as session:
        await municipality(session)
        id = await survey_drafts.keep(
            session, survey_drafts.proposal(PLACE, FORM.title, None, NOW), Written.of(FORM)
        )
        read = await found(session, id)
        stale = replace(read, digest="as it was before")
        assert (await interviews.interview(session, stale)).form == FORM
        assert await survey_drafts.change(session, read, BETTER)
        assert (await interviews.interview(session, stale)).form == BETTER
        assert (await interviews.interview(session, read)).form == FORM


async def test_publishing_waits_for_an_answer_that_is_being_written(database):
    if database.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    async with database.writing() as session:
        old, draft = await begun(session)
        [nino] = await crowd(session, 1)
    async with database.writing() as writer:
        await answers.add(writer, old.id, nino, sheet(words="ah"), NOW)
        with pytest.raises(DBAPIError, match="lock timeout"):
            async with database.writing() as session:
                await session.execute(text("set local lock_timeout = '50ms'"))
                await survey_revisions.publish(session, Correction(old, draft, BETTER), NOW)
    assert await _publish(database, Correction(old, draft, BETTER)) == 2
    async with database.reading() as session:
        assert [one.revision for one in await answered.every(session, old.id)] == [1]


async def test_of_several_that_publish_at_once_one_does(database):
    async with database.writing() as session:
        old, draft = await begun(session)
    correction = Correction(old, draft, BETTER)
    numbers = await asyncio.gather(*(_publish(database, correction) for _ in range(4)))
    assert sorted(numbers, key=str) == [2, None, None, None]
    async with database.reading() as session:
        count = await session.execute(select(func.count()).select_from(SurveyRevision))
        assert count.scalar_one() == 2


async def _publish(database, correction):
    async with database.writing() as session:
        return await survey_revisions.publish(session, correction, NOW)


async def test_old_drafts_of_corrections_go_and_the_survey_stays(database):
    async with database.writing() as session:
        old, _ = await begun(session, closes_at=NOW + 50 * DAY)
        await survey_drafts.drop_old(session, NOW + 31 * DAY)
        left = list(await session.scalars(select(Survey.id)))
        assert left == [old.id]


async def test_the_export_of_a_named_survey_tells_every_version(database):
    async with database.writing() as session:
        old, draft = await begun(session)
        nino, gia = await crowd(session, 2)
        await answers.add(session, old.id, nino, sheet(words="ah"), NOW)
        await survey_revisions.publish(session, Correction(old, draft, BETTER), NOW)
        await answers.add(session, old.id, gia, Filled(None, "ka", {"age": "7"}, revision=2), NOW)
        told = await survey_exports.gather(session, old, NOW)
        assert sorted((one.version, one.values) for one in told.sheets) == [
            ("1", {"words": "ah"}),
            ("2", {"age": "7"}),
        ]
        assert [item.name for item in told.form.items] == ["needs", "age", "words"]


async def test_the_export_of_an_anonymous_survey_hides_a_small_version(database):
    async with database.writing() as session:
        old, draft = await begun(session, anonymous=True)
        people = await crowd(session, 12)
        for person in people[:3]:
            await answers.add(session, old.id, person, sheet(needs="road", words="ah"), NOW)
        await survey_revisions.publish(session, Correction(old, draft, BETTER), NOW)
        for person in people[3:]:
            given = Filled(None, "ka", {"needs": "road water", "age": "7"}, revision=2)
            await answers.add(session, old.id, person, given, NOW)
        told = await survey_exports.gather(session, replace(old, state="closed"), NOW)
        assert {one.version for one in told.sheets} == {"1-2"} and len(told.sheets) == 12
        assert {name for one in told.sheets for name in one.values} == {"needs"}
        assert told.left_out == ("words", "age")
