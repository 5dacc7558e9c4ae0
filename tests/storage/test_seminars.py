"""Seminars in the tables: who leads them, what is handed out, and what is left of a trainer."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.civic.review import NotAllowed
from storage import (
    attendance,
    belongings,
    due,
    leaving,
    linking,
    materials,
    meetings,
    privacy,
    questions,
    seats,
    seminars,
    series,
    trainers,
)
from storage.audiences import count_people
from storage.conduct import By
from storage.engine import savepoint
from storage.materials import MOST, TELL, NewMaterial
from storage.meetings import CHANGED, REMINDER, NewMeeting
from storage.questions import NewQuestion
from storage.staff import COORDINATOR, EXPERT, TRAINER, grant
from storage.tables.meetings import Meeting
from storage.tables.people import Role
from storage.tables.seminars import Material, SeminarTrainer
from tests.support.crowd import NOW, PLACE, crowd, municipality, resident

DAY = timedelta(days=1)
WORDS = {"ka": "როგორ დავწეროთ იდეა"}
OTHER = "gaghma"
SLIDES = NewMaterial("link", "სლაიდები", url="https://example.ge/slides")


class Academy:
    """A seminar of two seats: its coordinator, a trainer, an expert, and a neighbour of theirs."""

    def __init__(self, session) -> None:
        self.session = session

    async def open(self) -> "Academy":
        await municipality(self.session)
        await municipality(self.session, OTHER)
        self.chief = await self.works(COORDINATOR, "ეკა ბერიძე")
        self.trainer = await self.works(TRAINER, "თამარ ლომიძე")
        self.expert = await self.works(EXPERT, "ლია მაისურაძე")
        self.stranger = await self.works(COORDINATOR, "ლადო", OTHER)
        self.by = By(self.chief, PLACE, NOW)
        self.id = await self.seminar()
        return self

    async def works(self, role: str, name: str, place: str = PLACE) -> int:
        person = await resident(self.session, place=place, name=name)
        await grant(self.session, person, place, role, NOW)
        return person

    async def seminar(self, **more) -> int:
        new = NewMeeting(PLACE, None, WORDS, WORDS, NOW + 3 * DAY, seats=2, kind="seminar", **more)
        return await meetings.create(self.session, new, NOW)

    async def named(self) -> "Academy":
        await trainers.name(self.session, self.by, [self.id], self.trainer)
        return self

    def later(self, person: int, days: int = 3) -> By:
        return By(person, PLACE, NOW + days * DAY + timedelta(hours=1))

    async def planned(self, kind: str) -> list[int]:
        rows = await due.claim_due(self.session, NOW + 9 * DAY, 99)
        return sorted(row.person_id for row in rows if row.kind == kind)


@pytest.fixture
async def academy(database):
    async with database.writing() as session:
        yield await (await Academy(session).open()).named()


async def leaders(academy, id=None):
    return [one.person for one in await trainers.of(academy.session, id or academy.id)]


async def found(academy):
    shown = await meetings.find(academy.session, academy.id)
    assert shown is not None
    return shown


async def test_only_a_seminar_has_trainers_materials_and_a_lesson(academy):
    session = academy.session
    meeting = await meetings.create(session, NewMeeting(PLACE, None, WORDS, WORDS, NOW + DAY), NOW)
    row = {"meeting_id": meeting, "person_id": academy.trainer, "since": NOW}
    handed = {
        "meeting_id": meeting,
        "number": 1,
        "kind": "link",
        "title": "x",
        "url": "https://x.ge",
    }
    for statement in (
        insert(SeminarTrainer).values(row),
        insert(SeminarTrainer).values(meeting_kind="meeting", **row),
        insert(Material).values(made_by=academy.chief, added_at=NOW, **handed),
        update(Meeting).where(Meeting.id == meeting).values(lesson="participation.idea"),
        update(Meeting).where(Meeting.id == meeting).values(kind="party"),
        update(Meeting).where(Meeting.id == academy.id).values(kind="meeting"),
    ):
        with pytest.raises(IntegrityError):
            async with savepoint(session):
                await session.execute(statement)
    with pytest.raises(NotAllowed):
        await trainers.name(session, academy.by, [meeting], academy.trainer)
    with pytest.raises(NotAllowed):
        await materials.add(session, academy.by, meeting, SLIDES)


async def test_who_holds_the_role_leads_and_hears_of_it(academy):
    session, [citizen] = academy.session, await crowd(academy.session, 1)
    with pytest.raises(NotAllowed):
        await trainers.name(session, academy.by, [academy.id], citizen)
    with pytest.raises(NotAllowed):
        foreign = By(academy.stranger, OTHER, NOW)
        await trainers.name(session, foreign, [academy.id], academy.trainer)
    await seats.sign_up(session, academy.id, academy.expert, NOW)
    for _ in range(2):
        await trainers.name(session, academy.by, [academy.id], academy.expert)
    assert await leaders(academy) == [academy.trainer, academy.expert]
    assert (await found(academy)).signed_up == 0, "a trainer takes no seat"
    both = sorted([academy.trainer, academy.expert])
    assert await academy.planned(trainers.NAMED) == both
    assert await academy.planned(REMINDER) == sorted(both * 2)
    assert await meetings.move(session, academy.id, PLACE, NOW + 4 * DAY, NOW)
    assert await academy.planned(CHANGED) == both
    assert await academy.planned(REMINDER) == sorted(both * 2)
    await trainers.unname(session, academy.by, [academy.id], academy.expert)
    assert await academy.planned(REMINDER) == [academy.trainer] * 2
    assert await leaders(academy) == [academy.trainer]


async def test_further_dates_have_the_same_trainer_and_the_same_consent(academy):
    session = academy.session
    assert await trainers.agree(session, academy.id, academy.expert, shows=True) is None
    name = await trainers.agree(session, academy.id, academy.trainer, shows=True)
    assert name == "თამარ ლომიძე"
    days = [NOW + 10 * DAY, NOW + 17 * DAY]
    assert await series.repeat(session, academy.id, PLACE, days, NOW) == 2
    every = await trainers.led_by(session, academy.trainer)
    assert [one.kind for one in every] == ["seminar"] * 3
    for one in every:
        assert [leader.shown_as for leader in await trainers.of(session, one.id)] == [name]
    assert await trainers.agree(session, every[0].id, academy.trainer, shows=False) == ""
    assert [leader.shown_as for leader in await trainers.of(session, academy.id)] == [""]


async def test_materials_are_the_trainer_s_and_the_coordinator_s_to_change(academy):
    session = academy.session
    await materials.add(session, academy.by, academy.id, SLIDES)
    await materials.add(session, By(academy.trainer, PLACE, NOW), academy.id, SLIDES)
    for person in (academy.expert, academy.stranger):
        with pytest.raises(NotAllowed):
            await materials.add(session, By(person, PLACE, NOW), academy.id, SLIDES)
    with pytest.raises(NotAllowed, match="pdf"):
        new = NewMaterial("document", "სლაიდები", media="nothing")
        await materials.add(session, academy.by, academy.id, new)
    for _ in range(MOST - 2):
        await materials.add(session, academy.by, academy.id, SLIDES)
    with pytest.raises(NotAllowed, match="full"):
        await materials.add(session, academy.by, academy.id, SLIDES)
    [first, *_] = await materials.of(session, academy.id)
    await materials.drop(session, academy.by, academy.id, first.id)
    assert len(await materials.of(session, academy.id)) == MOST - 1


async def test_what_was_added_is_told_once_to_those_who_took_part(academy):
    session = academy.session
    people = await crowd(session, 4)
    for at, person in enumerate(people[:3]):
        now = NOW + timedelta(minutes=at)
        await seats.sign_up(session, academy.id, person, now, waits=True)
    await materials.add(session, academy.by, academy.id, SLIDES)
    seminar = await found(academy)
    sees = [await materials.may_see(session, one, seminar) for one in (*people, academy.trainer)]
    assert sees == [True, True, False, False, True], "whoever waits, or has not signed up, does not"
    with pytest.raises(NotAllowed, match="early"):
        await materials.tell(session, academy.by, academy.id)
    late = academy.later(academy.trainer)
    await attendance.mark(session, academy.id, people[3], late.now)
    await materials.add(session, late, academy.id, SLIDES)
    assert await materials.tell(session, late, academy.id) == 2
    assert await materials.tell(session, late, academy.id) == 0
    assert await academy.planned(TELL) == [0]
    assert len(await materials.told_at(session, academy.id, late.now)) == 2
    assert await count_people(session, {"took_seats": academy.id}) == 3


async def test_attendance_is_counted_for_the_learner_and_the_place(academy):
    session, [nino, gia] = academy.session, await crowd(academy.session, 2)
    at = academy.later(academy.trainer).now
    assert await seminars.held(session, PLACE, at - DAY) == seminars.Held(0, 0)
    await seats.sign_up(session, academy.id, nino, NOW)
    await attendance.mark(session, academy.id, nino, at)
    await attendance.mark(session, academy.id, gia, at)
    await attendance.count_by_hand(session, academy.id, PLACE, 5)
    assert [await seminars.attended(session, one) for one in (nino, gia)] == [1, 1]
    assert [one.id for one in await seminars.taken(session, gia, at)] == [academy.id]
    assert await seminars.held(session, PLACE, at) == seminars.Held(1, 7)
    assert await seminars.held(session, OTHER, at) == seminars.Held(0, 0)


async def test_the_next_seminar_of_a_lesson(academy):
    session, lesson = academy.session, "participation.idea"
    assert await seminars.of_lesson(session, PLACE, lesson, NOW) is None
    id = await academy.seminar(lesson=lesson)
    found = await seminars.of_lesson(session, PLACE, lesson, NOW)
    assert found is not None and found.id == id
    assert await seminars.of_lesson(session, OTHER, lesson, NOW) is None
    assert await seminars.of_lesson(session, PLACE, lesson, NOW + 4 * DAY) is None


async def test_a_question_goes_to_the_trainer_while_they_lead_it(academy):
    session, [nino] = academy.session, await crowd(academy.session, 1)

    async def asked(trainer):
        new = NewQuestion(PLACE, nino, "expert", "rights", "სად არის სლაიდები?", "ka")
        about = {"meeting": academy.id, "trainer": trainer}
        new = NewQuestion(*(getattr(new, name) for name in NewQuestion.__slots__[:8]), **about)
        id, until = await questions.ask(session, new, NOW)
        assert until > NOW
        return await questions.find(session, id)

    thread = await asked(academy.trainer)
    assert (thread.owner, thread.seminar) == (academy.trainer, WORDS)
    assert (await asked(academy.expert)).owner is None, "who does not lead it is not asked"
    await leaving.leave(session, academy.by, academy.trainer, None)
    assert (await questions.find(session, thread.id)).owner is None
    assert await leaders(academy) == []
    assert await academy.planned(REMINDER) == []


async def test_a_trainer_without_the_role_leads_nothing(academy):
    session = academy.session
    await session.execute(delete(Role).where(Role.person_id == academy.trainer))
    assert await leaders(academy) == []
    seminar = await found(academy)
    assert not await trainers.may_work(session, academy.trainer, seminar)
    assert not await attendance.may_open(session, academy.trainer, seminar)
    assert await trainers.led_by(session, academy.trainer) == []


async def test_two_trainers_who_are_one_and_one_who_goes(academy):
    session = academy.session
    await trainers.name(session, academy.by, [academy.id], academy.expert)
    code = await linking.new_link(session, academy.expert, NOW)
    assert await linking.bring(session, code, academy.trainer, NOW)
    assert await leaders(academy) == [academy.expert]
    found = await privacy.everything(session, academy.expert)
    assert found.seminars == [(WORDS, "")]
    await materials.add(session, By(academy.expert, PLACE, NOW), academy.id, SLIDES)
    await belongings.empty(session, academy.expert, NOW)
    assert await leaders(academy) == []
    assert len(await materials.of(session, academy.id)) == 1, "what is handed out stays"
    query = select(func.count()).select_from(SeminarTrainer)
    assert (await session.execute(query)).scalar_one() == 0
