"""Whom a survey asks: the same people in its list, for its link, its reminders and its figures."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from bot.civic.survey.written import Written
from storage import (
    agenda,
    audiences,
    due,
    survey_audience,
    survey_drafts,
    survey_reminders,
    surveys,
    votes,
)
from storage.doors import Way
from storage.survey_audience import Standing, meant
from storage.surveys import Asked
from storage.tables.mail import Campaign
from storage.tables.people import Person
from storage.tables.surveys import Survey
from storage.tables.votes import Process, Zone, ZoneSettlement
from tests.storage.test_surveys import FORM, survey
from tests.support.crowd import NOW, PLACE, crowd, municipality, resident
from tests.support.election import RULES

DAY = timedelta(days=1)


async def asked(session, **more) -> Asked:
    found = await surveys.find(session, await survey(session, **more))
    assert found is not None
    return found


async def test_everybody_of_the_municipality_is_asked(database):
    async with database.writing() as session:
        await municipality(session)
        await municipality(session, "elsewhere")
        one = await asked(session)
        [here] = await crowd(session, 1)
        [there] = await crowd(session, 1, place="elsewhere")
        assert await survey_audience.standing(session, one, here) is Standing.ASKED
        assert await survey_audience.standing(session, one, there) is Standing.ELSEWHERE
        open_to_all = await asked(session, guests=True)
        assert await survey_audience.standing(session, open_to_all, there) is Standing.ASKED


async def test_settlements_and_languages_narrow_it(database):
    async with database.writing() as session:
        upper, lower = await municipality(session)
        of_upper = await asked(session, audience={"settlements": [upper]})
        in_english = await asked(session, audience={"languages": ["en", "az"]})
        up = await resident(session, settlement_id=upper)
        down = await resident(session, settlement_id=lower, language="en")
        somewhere = await resident(session)
        stands = {
            person: [
                await survey_audience.standing(session, one, person)
                for one in (of_upper, in_english)
            ]
            for person in (up, down, somewhere)
        }
        assert stands == {
            up: [Standing.ASKED, Standing.LANGUAGE],
            down: [Standing.SETTLEMENT, Standing.ASKED],
            somewhere: [Standing.HOMELESS, Standing.LANGUAGE],
        }
        for person, listed in ((up, [of_upper]), (down, [in_english]), (somewhere, [of_upper])):
            found = await survey_audience.open_for(session, PLACE, person, NOW)
            assert [one.id for one in found] == [one.id for one in listed]
            menu = await agenda.agenda(session, PLACE, NOW, person)
            assert [one.id for one in menu.surveys] == [one.id for one in listed]
        assert len((await agenda.agenda(session, PLACE, NOW)).surveys) == 2


async def test_who_is_counted_is_who_stands_to_it(database):
    """One definition: nobody is counted or written to who would be sent away, nor the other way."""
    async with database.writing() as session:
        upper, lower = await municipality(session)
        for place in (upper, lower, None):
            for language in ("ka", "en"):
                await resident(session, settlement_id=place, language=language)
        people = list(await session.scalars(select(Person.id)))
        for audience in (
            {},
            {"settlements": [upper]},
            {"languages": ["en"]},
            {"settlements": [upper, lower], "languages": ["ka"]},
        ):
            one = await asked(session, audience=audience)
            standing = [await survey_audience.standing(session, one, id) for id in people]
            counted = await audiences.count_people(session, meant(PLACE, audience))
            assert counted == standing.count(Standing.ASKED)


async def test_of_a_narrowed_audience_the_size_is_told_in_tens(database):
    async with database.writing() as session:
        upper, _ = await municipality(session)
        await crowd(session, 14, settlement_id=upper)
        await crowd(session, 3)
        assert await survey_audience.size(session, PLACE, {}) == 17
        assert await survey_audience.size(session, PLACE, {"settlements": [upper]}) == 10


async def test_an_unknown_kind_is_refused(database):
    async with database.writing() as session:
        await municipality(session)
        one = await asked(session, audience={"age": 18})
        with pytest.raises(KeyError):
            await survey_audience.standing(session, one, (await crowd(session, 1))[0])


async def test_reminders_go_to_whom_it_asks(database):
    async with database.writing() as session:
        upper, lower = await municipality(session)
        one = await asked(session, audience={"settlements": [upper]})
        await resident(session, settlement_id=upper)
        await resident(session, settlement_id=lower)
        await resident(session)
        whom = {**meant(PLACE, one.audience), "unanswered": one.id}
        assert await audiences.count_people(session, whom) == 1


async def test_the_notice_is_promised_once(database):
    async with database.writing() as session:
        await municipality(session)
        one = await asked(session)
        assert not await survey_reminders.told(session, one.id)
        await survey_reminders.tell(session, one, NOW)
        await survey_reminders.tell(session, one, NOW + DAY / 2)
        assert await survey_reminders.told(session, one.id)
        [row] = await due.claim_due(session, NOW + DAY / 2, 10)
        assert (row.kind, row.occurrence, row.due_at) == (
            survey_reminders.REMIND,
            survey_reminders.OPENED,
            NOW,
        )
        assert (await session.execute(select(Campaign.id))).all() == []


async def test_a_draft_s_audience_is_kept_when_it_is_opened(database):
    async with database.writing() as session:
        upper, _ = await municipality(session)
        new = survey_drafts.proposal(PLACE, FORM.title, None, NOW)
        id = await survey_drafts.keep(session, new, Written.of(FORM))
        draft = await surveys.find_draft(session, id, PLACE)
        assert draft is not None and (draft.audience, draft.guests) == ({}, False)
        only = {"settlements": [upper]}
        assert await survey_drafts.address(session, draft, only, guests=True)
        assert await surveys.open_draft(session, id, PLACE, (NOW, NOW + DAY), anonymous=True)
        found = await surveys.find(session, id)
        assert found is not None and (found.audience, found.guests) == (only, True)
        assert not await survey_drafts.address(session, draft, {}, guests=False)


async def test_a_door_for_guests(database):
    async with database.writing() as session:
        await municipality(session)
        closed, opened = await survey(session), await survey(session, guests=True)
        for way, guests in (
            (Way(PLACE, None, "needs", str(opened)), True),
            (Way(PLACE, None, "needs", str(closed)), False),
            (Way(PLACE, None, "needs", ""), False),
            (Way(PLACE, None, "vote", str(opened)), False),
            (None, False),
        ):
            assert await survey_audience.for_guests(session, way) is guests
        await session.execute(update(Survey).values(state="draft"))
        assert not await survey_audience.for_guests(session, Way(PLACE, None, "needs", str(opened)))


async def test_zones_are_those_of_the_latest_edition(database):
    async with database.writing() as session:
        upper, lower = await municipality(session)
        assert await survey_audience.zones(session, PLACE) == {}
        for opens, homes in ((NOW - DAY, {"old": [upper]}), (NOW, {"a": [lower], "b": [upper]})):
            dates = {"opens_at": opens, "closes_at": opens + DAY, "results_at": opens + 2 * DAY}
            name = {"ka": "ბიუჯეტი"}
            id = await votes.new_vote(session, PLACE, RULES, name=name, identity="account", **dates)
            for code, places in homes.items():
                zone = {"process_id": id, "code": code}
                await session.execute(insert(Zone).values(**zone, name={"ka": code}))
                for place in places:
                    await session.execute(
                        insert(ZoneSettlement).values(**zone, settlement_id=place)
                    )
        assert await survey_audience.zones(session, PLACE) == {
            "a": ({"ka": "a"}, [lower]),
            "b": ({"ka": "b"}, [upper]),
        }
        assert len(list(await session.scalars(select(Process.id)))) == 2
