"""Answers that helpers enter: each neighbour once, nobody's name, and numbers that stay."""

import asyncio
from datetime import date

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import IntegrityError

from storage import answers, assist, belongings, leaving, media, privacy, staff, survey_end, surveys
from storage.answers import Filled
from storage.assist import Figures, Held, Help, Kept, Share
from storage.conduct import By
from storage.phones import is_mobile, prove_phone
from storage.staff import COORDINATOR, HELPER
from storage.tables.people import Draft, Person, Role
from storage.tables.surveys import SurveyAnswered, SurveyHelp, SurveyPhone, SurveySheet
from storage.tables.work import Media
from tests.storage.test_linkage import raw
from tests.storage.test_surveys import OF_A_SHEET, rows, survey
from tests.support import answered
from tests.support.crowd import NOW, PLACE, crowd, municipality

TODAY = date(2026, 11, 22)
PHONE = "+995 599 12 34 56"
kinds = pytest.mark.parametrize("anonymous", [False, True])


def held(phone="", seconds=120, assisted="door", place=None, **values):
    return Held(Filled(place, "ka", values or {"words": "ah"}, assisted), phone, seconds)


async def village(database, *, anonymous=False, people=2):
    """An open survey and these people."""
    async with database.writing() as session:
        await municipality(session)
        id = await survey(session, anonymous=anonymous)
        found = await crowd(session, people)
        await staff.grant(session, found[0], PLACE, HELPER, NOW)
    return id, found


async def enter(database, id, helper, one):
    async with database.writing() as session:
        return await assist.add(session, Help(id, helper, TODAY), one, NOW)


@kinds
async def test_a_neighbour_s_answers_name_nobody(database, anonymous):
    id, [luka, _] = await village(database, anonymous=anonymous)
    assert await enter(database, id, luka, held(PHONE)) is Kept.KEPT
    async with database.reading() as session:
        assert await answered.every(session, id) == [held().filled]
        [sheet] = (await session.execute(select(SurveySheet.__table__))).mappings().all()
        assert set(sheet) == OF_A_SHEET
        [key] = (await session.execute(select(SurveyPhone.__table__))).mappings().all()
        assert set(key) == {"survey_id", "key"} and "599" not in key["key"][:12]
        assert await rows(session, SurveyAnswered) == 0


@kinds
@pytest.mark.parametrize("proven", ["before", "after"])
async def test_who_has_answered_in_the_chat_is_not_counted_again(database, anonymous, proven):
    id, [luka, nino] = await village(database, anonymous=anonymous)
    async with database.writing() as session:
        if proven == "before":
            await prove_phone(session, nino, PHONE, NOW)
        assert await answers.add(session, id, nino, held().filled, NOW)
        if proven == "after":
            await prove_phone(session, nino, PHONE, NOW)
    assert await enter(database, id, luka, held("599-12-34-56")) is Kept.DOUBLE
    async with database.reading() as session:
        assert len(await answered.every(session, id)) == 1
        assert await assist.figures(session, id) == Figures(doubled=1)


@kinds
async def test_whose_answer_a_helper_entered_does_not_answer_in_the_chat(database, anonymous):
    id, [luka, nino] = await village(database, anonymous=anonymous)
    await enter(database, id, luka, held(PHONE))
    async with database.writing() as session:
        await prove_phone(session, nino, PHONE, NOW)
        with pytest.raises(IntegrityError):
            async with session.begin_nested():
                await answers.add(session, id, nino, held().filled, NOW)
        assert len(await answered.every(session, id)) == 1


async def test_the_same_number_may_answer_another_survey(database):
    id, [luka, _] = await village(database)
    async with database.writing() as session:
        other = await survey(session)
    for one in (id, other):
        assert await enter(database, one, luka, held(PHONE)) is Kept.KEPT
    async with database.reading() as session:
        assert len(set(await session.scalars(select(SurveyPhone.key)))) == 2


@pytest.mark.parametrize("second", ["helper", "chat"])
async def test_of_two_at_the_same_moment_one_is_kept(database, second):
    """The other waits for the first, and is refused once it has been written."""
    id, [luka, gio, nino] = await village(database, people=3)
    async with database.writing() as session:
        await prove_phone(session, nino, PHONE, NOW)

    async def late():
        if second == "helper":
            return await enter(database, id, gio, held(PHONE)) is Kept.KEPT
        try:
            async with database.writing() as session:
                return await answers.add(session, id, nino, held().filled, NOW)
        except IntegrityError:
            return False

    async with database.writing() as session:
        first = await assist.add(session, Help(id, luka, TODAY), held(PHONE), NOW)
        waiting = asyncio.create_task(late())
        await asyncio.sleep(0.2)
        assert not waiting.done()
    assert first is Kept.KEPT and not await waiting
    async with database.reading() as session:
        assert len(await answered.every(session, id)) == 1


async def test_a_crowd_of_helpers_with_one_number(database):
    id, people = await village(database, people=8)
    found = await asyncio.gather(*(enter(database, id, one, held(PHONE)) for one in people))
    assert sorted(found) == [Kept.DOUBLE] * 7 + [Kept.KEPT]


async def test_numbers_add_up_by_helper_and_day(database, monkeypatch):
    monkeypatch.setattr(assist, "DAILY", 4)
    id, [luka, gio] = await village(database)
    for one in (held(PHONE), held(seconds=5), held(seconds=5, assisted="paper"), held()):
        assert await enter(database, id, luka, one) is Kept.KEPT
    assert await enter(database, id, luka, held()) is Kept.ENOUGH
    await enter(database, id, gio, held())
    async with database.writing() as session:
        await session.execute(update(Person).where(Person.id == luka).values(name="ლუკა"))
        await assist.decline(session, Help(id, gio, TODAY))
        tomorrow = Help(id, luka, date(2026, 11, 23))
        assert await assist.add(session, tomorrow, held(), NOW) is Kept.KEPT
        assert await assist.figures(session, id) == Figures(6, 1, 5, 1, 1, 0)
        assert await assist.shares(session, id) == [Share("ლუკა", 5, 1), Share("", 1, 0)]
        assert len(await answered.every(session, id)) == 6
        assert (await privacy.everything(session, luka)).helped == [({"ka": "საჭიროებები"}, 5)]


async def test_a_survey_that_is_closed_takes_nothing(database):
    id, [luka, _] = await village(database)
    async with database.writing() as session:
        assert await surveys.close(session, id, 0)
    assert await enter(database, id, luka, held(PHONE)) is Kept.CLOSED
    async with database.reading() as session:
        assert await rows(session, SurveyPhone) == await rows(session, SurveyHelp) == 0


async def test_who_deletes_themselves_leaves_the_numbers(database):
    id, [luka, _] = await village(database)
    await enter(database, id, luka, held(PHONE))
    async with database.writing() as session:
        await belongings.empty(session, luka, NOW)
        assert not await assist.may_help(session, luka, PLACE)
        assert (await assist.figures(session, id)).interviews == 1
        assert await assist.shares(session, id) == [Share("", 1, 0)]
        assert len(await answered.every(session, id)) == 1


async def test_two_accounts_of_one_helper_add_up(database):
    id, [luka, viber] = await village(database)
    for one in (luka, viber):
        await enter(database, id, one, held())
    async with database.writing() as session:
        await belongings.hand_over(session, luka, viber, NOW)
        assert await assist.shares(session, id) == [Share("", 2, 0)]
        assert await assist.today(session, luka, TODAY) == 2


async def test_a_photo_that_was_sent_at_the_door_leads_to_no_helper(database):
    id, [luka, nino] = await village(database, anonymous=True)
    async with database.writing() as session:
        for photo, owner in (("a", luka), ("b", nino), ("c", luka)):
            await media.add(session, photo, "image/jpeg", photo * 64, 9, owner, NOW)
        await answers.add(session, id, nino, held(assisted="", photo="b").filled, NOW)
    await enter(database, id, luka, held(photo="a"))
    async with database.reading() as session:
        query = select(Media.id, Media.owner_id, Media.made_at).order_by(Media.id)
        a, b, c = (await session.execute(query)).all()
    assert a.owner_id is b.owner_id is None and c.owner_id == luka
    assert a.made_at == b.made_at != c.made_at == NOW


@kinds
async def test_after_the_end_no_number_leads_to_an_answer(database, anonymous):
    """Before it the transaction tells which answer came with which number; afterwards nothing."""
    id, [luka, *_] = await village(database, anonymous=anonymous)
    for number in range(12):
        await enter(database, id, luka, held(f"5990000{number:02}", words=f"said {number}"))
    async with database.reading() as session:
        keys = list(await session.scalars(select(SurveyPhone.key)))
        assert len(keys) == 12
        if not database.is_sqlite:
            both = "select count(*) from survey_phone p join survey_sheet s on p.xmin = s.xmin"
            assert (await session.execute(text(both))).scalar_one() == 12
    before = await raw(database)
    assert all(key.encode() in before for key in keys)
    async with database.writing() as session:
        assert await surveys.close(session, id, 0)
        await answers.shuffle(session, id)
    async with database.reading() as session:
        assert await rows(session, SurveyPhone) == 0
        assert list(await session.scalars(select(SurveyHelp.settlement_id))) == [None]
        found = [one.values["words"] for one in await answered.every(session, id)]
        assert set(found) == {f"said {number}" for number in range(12)}
        assert found != [f"said {number}" for number in range(12)]
        if not database.is_sqlite:
            marks = await session.execute(text("select distinct xmin::text from survey_sheet"))
            assert len(marks.all()) == 1
    await survey_end.rewrite(database.writing)
    content = await raw(database)
    assert not [key for key in keys if key.encode() in content]
    assert [content.count(f'said {number}"'.encode()) for number in range(12)] == [1] * 12


async def test_leaving_ends_access_and_drops_half_an_interview(database):
    id, [luka, boss, other] = await village(database, people=3)
    async with database.writing() as session:
        await staff.grant(session, boss, PLACE, COORDINATOR, NOW)
        for subject, script in ((str(id), "assist"), (str(id), "needs"), ("999", "assist")):
            row = {"script": script, "subject": subject, "state": {}, "updated_at": NOW}
            session.add(Draft(person_id=luka, **row))
        await session.flush()
        await leaving.leave(session, By(boss, PLACE, NOW), luka, None)
        assert not await assist.may_help(session, luka, PLACE)
        left = await session.execute(select(Draft.script, Draft.subject).order_by(Draft.id))
        assert [tuple(row) for row in left] == [("needs", str(id)), ("999", "assist")[::-1]]
        assert not await assist.may_help(session, other, PLACE)
        assert await assist.may_help(session, boss, PLACE)
        await session.execute(delete(Role))


@pytest.mark.parametrize(
    "said", ["599123456", "+995 599 12 34 56", "0599-12-34-56", "+374 91 123456"]
)
def test_a_mobile_number(said):
    assert is_mobile(said)


@pytest.mark.parametrize("said", ["", "12", "032 2 99 99 99", "+995 32 299 99 99", "a neighbour"])
def test_no_mobile_number(said):
    assert not is_mobile(said)
