"""Whatever happens to meeting, process and clock: the right reminders and no others."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from bot.messages import Html
from bot.schedule import Schedule
from handlers.citizen.meeting_letters import DUE
from storage import meetings
from storage.meetings import NewMeeting
from storage.tables.mail import Campaign, Letter
from storage.tables.meetings import Meeting, Signup
from storage.tables.people import Municipality
from storage.tables.work import Due
from tests.support.crowd import PLACE, municipality, resident
from tests.support.fake_channel import LIMITS

STEP = timedelta(minutes=30)  # everything happens on the half hour, and the tick as often
DAY, HOURS = timedelta(days=1), timedelta(hours=2)
CHANGING = [  # zones, and a night in which their clocks change
    ("Asia/Tbilisi", datetime(2026, 11, 22, tzinfo=UTC)),
    ("Europe/Warsaw", datetime(2026, 3, 28, tzinfo=UTC)),
    ("Europe/Warsaw", datetime(2026, 10, 24, tzinfo=UTC)),
    ("America/New_York", datetime(2026, 10, 31, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2026, 10, 3, tzinfo=UTC)),  # by half an hour
]

steps = st.integers(1, 60)
acts = st.one_of(
    st.tuples(st.just("wait"), steps),
    st.tuples(st.just("down"), steps),  # no process runs
    st.tuples(st.just("back"), st.integers(1, 8)),  # the clock is set back
    st.tuples(st.just("move"), st.integers(1, 160)),
    st.tuples(st.just("cancel"), st.just(0)),
)


class HandClock:
    """A clock that can be set back, as a server's sometimes is."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    async def sleep(self, seconds: float) -> None: ...


class Plain:
    """Texts that show what they were given."""

    def __init__(self, clock: HandClock) -> None:
        self.now = clock.now

    async def sweep(self) -> None:
        """There are no pictures."""

    def text(self, language: str, name: str, /, **args: object) -> Html:
        return Html(f"{name} {args.get('day', '')} {args.get('hour', '')}".strip())


@dataclass
class Model:
    """What ought to happen, said in other words than the code says it."""

    zone: ZoneInfo
    starts: datetime
    planned: datetime
    off: bool = False
    version: int = 1
    done: set[tuple[int, str]] = field(default_factory=set)
    letters: list[tuple[str, str]] = field(default_factory=list)

    def tick(self, now: datetime) -> None:
        before = datetime.combine(
            self.starts.astimezone(self.zone).date() - DAY,
            self.starts.astimezone(self.zone).timetz().replace(tzinfo=None),
            self.zone,
        ).replace(fold=self.starts.astimezone(self.zone).fold)
        marks = [
            ("day", before.astimezone(UTC), self.starts - HOURS),
            ("hours", self.starts - HOURS, self.starts),
        ]
        for name, at, until in sorted(marks, key=lambda mark: mark[1]):
            ahead = at > self.planned and not self.off
            if ahead and at <= now and (self.version, name) not in self.done:
                self.done.add((self.version, name))
                if now < until:
                    self.letters.append((now.isoformat(), self.words(now)))

    def words(self, now: datetime) -> str:
        local, today = self.starts.astimezone(self.zone), now.astimezone(self.zone).date()
        word = {today: "today", today + DAY: "tomorrow"}.get(local.date(), "later")
        return f"meetings-remind {word} {local:%H:%M}"

    def change(self, now: datetime, starts: datetime | None) -> None:
        if self.off or self.starts <= now:
            return
        self.version += 1
        self.off = starts is None
        self.starts, self.planned = starts or self.starts, now


class Story:
    """One meeting, one person signed up for it, and the real schedule."""

    def __init__(self, database, zone: str, now: datetime) -> None:
        self.database, self.zone = database, zone
        self.clock = HandClock(now)
        work = {kind: DUE[kind] for kind in (meetings.REMINDER, meetings.CHANGED, meetings.OVER)}
        tools: Any = Plain(self.clock)
        self.schedule = Schedule(database, self.clock, work, tools, {"fake": LIMITS}, lambda: None)

    async def begin(self, starts: datetime) -> Model:
        async with self.database.writing() as session:
            for table in (Letter, Campaign, Due, Signup, Meeting):
                await session.execute(delete(table))
            await session.execute(update(Municipality).values(time_zone=self.zone))
            person = await resident(session)
            words = {"ka": "კრება"}
            new = NewMeeting(PLACE, None, words, words, starts)
            self.id = await meetings.create(session, new, self.clock.at)
            assert await meetings.sign_up(session, self.id, person, self.clock.at)
        return Model(ZoneInfo(self.zone), starts, self.clock.at)

    async def play(self, model: Model, what: str, count: int) -> None:
        now = self.clock.at
        if what == "back":
            self.clock.at -= count * STEP
        elif what == "down":
            self.clock.at += count * STEP
        elif what == "move":
            await self.change(model, now + count * STEP)
        elif what == "cancel":
            await self.change(model, None)
        for _ in range(count if what == "wait" else 1):
            self.clock.at += STEP if what == "wait" else timedelta(0)
            await self.schedule.tick()
            model.tick(self.clock.at)

    async def change(self, model: Model, starts: datetime | None) -> None:
        async with self.database.writing() as session:
            at = (session, self.id, PLACE)
            if starts is None:
                await meetings.cancel(*at, self.clock.at)
            else:
                await meetings.move(*at, starts, self.clock.at)
        model.change(self.clock.at, starts)

    async def written(self) -> list[tuple[str, str]]:
        async with self.database.reading() as session:
            rows = await session.execute(select(Letter.written_at, Letter.body).order_by(Letter.id))
            told = [(at.isoformat(), body["text"]) for at, body in rows]
        return [(at, text) for at, text in told if text.startswith("meetings-remind")]


@pytest.fixture
async def place(database):
    async with database.writing() as session:
        await municipality(session)
    return database


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.sampled_from(CHANGING), st.integers(1, 160), st.lists(acts, max_size=8))
async def test_right_reminders_at_right_hours_and_no_others(place, where, ahead, script):
    zone, begins = where
    story = Story(place, zone, begins)
    model = await story.begin(begins + ahead * STEP)
    for what, count in [*script, ("wait", 60)]:
        await story.play(model, what, count)
    assert await story.written() == model.letters
