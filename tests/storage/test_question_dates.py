"""Through the real table of what is due: who hears of a question, and when it comes up as late."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, islice
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, insert, select, update

from bot.clock import VirtualClock
from bot.messages import Html
from bot.schedule import Schedule
from handlers.municipality.answers_letters import DUE
from storage import question_desk, questions
from storage.conduct import By
from storage.questions import NewQuestion
from storage.staff import COORDINATOR, OFFICIAL, grant
from storage.tables.mail import Letter
from storage.tables.people import Account, Municipality
from storage.tables.questions import AnswerRoute, DayOff, Question, QuestionTurn
from storage.tables.work import Due, Heartbeat
from tests.support.crowd import NOW, PLACE, municipality, resident
from tests.support.fake_channel import LIMITS
from tests.support.naive_days import at, working_days, works

STEP = timedelta(minutes=30)  # everything happens on the half hour
FIRST, ANSWERED, AGAIN = "answers-new", "answered", 5
TBILISI, WARSAW = "Asia/Tbilisi", "Europe/Warsaw"


@dataclass
class Plain:
    """Texts that show their names."""

    clock: VirtualClock

    def now(self) -> datetime:
        return self.clock.now()

    async def sweep(self) -> None:
        """There are no pictures."""

    def text(self, language: str, name: str, /, **args: object) -> Html:
        return Html(name)


@dataclass
class Model:
    """What ought to be written to whom, counted on the fingers."""

    asked: datetime
    zone: ZoneInfo
    days: int
    free: set[date]
    answered: datetime
    told: list[tuple[datetime, str, str]] = field(default_factory=list)

    def letters(self) -> list[tuple[datetime, str, str]]:
        for moment, text in self.to_owner():
            if moment >= self.answered:
                break
            self.told.append((moment, "owner", text))
            if text == "answers-late":
                self.told.append((moment, "chief", "answers-escalated"))
        return self.told

    def to_owner(self) -> Iterator[tuple[datetime, str]]:
        local = self.asked.astimezone(self.zone)
        counted = list(islice(working_days(local.date(), self.free), self.days + 200))
        planned = [
            (self.heard(local), FIRST),
            (self.morning(counted[self.days - 1]), "answers-due-today"),
        ]
        if self.days > 1:
            planned.append((self.morning(counted[self.days - 2]), "answers-due-soon"))
        # Of two at the same moment the row that was promised first is worked off first.
        order = {FIRST: 0, "answers-due-soon": 1, "answers-due-today": 2}
        yield from sorted(planned, key=lambda one: (one[0], order[one[1]]))
        for late in count(self.days, AGAIN):
            yield self.morning(counted[late]), "answers-late"

    def heard(self, local: datetime) -> datetime:
        """Not between nine in the evening and nine in the morning, nor on a day off."""
        day = local.date() + timedelta(days=local.hour >= 21)
        quiet = local.hour >= 21 or local.hour < 9
        if not works(day, self.free):
            return self.morning(next(working_days(day, self.free)))
        return self.morning(day) if quiet else local

    def morning(self, day: date) -> datetime:
        return at(day, 9, self.zone)


class Story:
    """One question, its owner and a coordinator, and the real schedule."""

    def __init__(self, database: Any, asked: datetime) -> None:
        self.database = database
        self.clock = VirtualClock(asked)
        tools: Any = Plain(self.clock)
        self.schedule = Schedule(database, self.clock, DUE, tools, {"fake": LIMITS}, lambda: None)
        self.schedule._tidy_at = datetime.max.replace(tzinfo=UTC)

    async def ask(self, people: dict[str, int], zone: str, days: int, free: set[date]) -> int:
        self.people = people
        async with self.database.writing() as session:
            for table in (Letter, Due, Heartbeat, QuestionTurn, Question, AnswerRoute, DayOff):
                await session.execute(delete(table))
            rules = {"time_zone": zone, "answer_days": days}
            await session.execute(update(Municipality).values(rules))
            rows = [{"municipality_id": PLACE, "day": day} for day in sorted(free)]
            if rows:
                await session.execute(insert(DayOff), rows)
            row = {"municipality_id": PLACE, "addressee": "office", "topic": "road"}
            owner = people["owner"]
            await session.execute(insert(AnswerRoute).values(person_id=owner, **row))
            new = NewQuestion(PLACE, people["asker"], "office", "road", "როდის?", "ka")
            return (await questions.ask(session, new, self.clock.now()))[0]

    async def run(self, until: datetime) -> None:
        """Half hours pass; while nothing is due the real schedule would not do more than ask."""
        await self.schedule.tick()
        first = await self.first_due()
        while self.clock.now() < until:
            self.clock.move(STEP)
            if first and first <= self.clock.now():
                await self.schedule.tick()
                first = await self.first_due()

    async def first_due(self) -> datetime | None:
        query = select(func.min(Due.due_at)).where(Due.state == "open")
        async with self.database.reading() as session:
            first: datetime | None = (await session.execute(query)).scalar_one()
        return first

    async def answer(self, id: int) -> None:
        async with self.database.writing() as session:
            by = By(self.people["owner"], PLACE, self.clock.now())
            await question_desk.answer(session, id, by, "ერთ თვეში გაკეთდება.")
            await session.execute(delete(Due).where(Due.kind == questions.ANSWERED))

    async def overdue(self) -> int:
        async with self.database.reading() as session:
            year = await question_desk.year(session, PLACE, self.clock.now())
            return year.whole.overdue

    async def written(self) -> list[tuple[datetime, str, str]]:
        names = {person: name for name, person in self.people.items()}
        query = (
            select(Letter.written_at, Account.person_id, Letter.body)
            .join(Account, Account.id == Letter.account_id)
            .order_by(Letter.id)
        )
        async with self.database.reading() as session:
            rows = [tuple(row) for row in await session.execute(query)]
        return [(at, names[who], body["text"].split("\n")[0]) for at, who, body in rows]


@pytest.fixture
async def town(database):
    return await inhabited(database)


async def inhabited(database):
    """An owner, a coordinator and somebody who asks."""
    async with database.writing() as session:
        await municipality(session, active=True)
        people = {name: await resident(session) for name in ("asker", "owner", "chief")}
        await grant(session, people["owner"], PLACE, OFFICIAL, NOW)
        await grant(session, people["chief"], PLACE, COORDINATOR, NOW)
    return database, people


NEAR = [  # days from which two weeks run into holidays and weekends
    date(2026, 11, 13),
    date(2026, 12, 18),
    date(2027, 4, 17),
    date(2027, 5, 1),
    date(2028, 4, 6),
    date(2028, 5, 10),
]


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.sampled_from([TBILISI, WARSAW]),
    st.sampled_from(NEAR),
    st.integers(0, 9 * 48),
    st.sampled_from([1, 2, 3, 10, 15]),
    st.sets(st.integers(1, 25), max_size=4),
    st.integers(0, 40 * 48),
)
async def test_who_hears_of_it_on_which_working_day(town, zone, start, after, days, off, waits):
    await heard_of(town, zone, start, after, days, off, waits)


async def heard_of(town, zone, start, after, days, off, waits):
    """Until it is answered; and it counts as late from the evening of the last day on.

    It was asked so many half hours after midnight of `start` and waits so many for its answer;
    the town is off so many days after it.
    """
    database, people = town
    asked = datetime.combine(start, time(), ZoneInfo(zone)).astimezone(UTC) + after * STEP
    answered = asked + waits * STEP
    local = asked.astimezone(ZoneInfo(zone)).date()
    free = {local + timedelta(days=n) for n in off}
    story = Story(database, asked)
    id = await story.ask(people, zone, days, free)
    await story.run(answered)
    last = list(islice(working_days(local, free), days))[-1]
    late = answered > at(last, 18, ZoneInfo(zone))
    assert await story.overdue() == late
    model = Model(asked, ZoneInfo(zone), days, free, answered + STEP / 2)
    wanted = model.letters()
    assert await story.written() == wanted
    await story.answer(id)
    await story.run(answered + timedelta(days=20))
    assert await story.written() == wanted and await story.overdue() == 0


async def test_after_an_outage_a_late_answer_still_comes_up(town):
    """The reminders before its day are of no use any more, the one after it is."""
    database, people = town
    story = Story(database, datetime(2026, 11, 9, 8, tzinfo=UTC))
    await story.ask(people, TBILISI, 10, set())
    await story.schedule.tick()
    story.clock.move(timedelta(days=30))
    await story.schedule.tick()
    told = [(who, text) for _, who, text in await story.written()]
    assert told == [("owner", FIRST), ("owner", "answers-late"), ("chief", "answers-escalated")]
    story.clock.move(timedelta(days=14))
    await story.schedule.tick()
    assert len(await story.written()) == 5
