"""Whatever happens to meeting, process and clock: the right reminders and no others.

And of each outage a report with exactly what it made late and what it made useless.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, select, update

from bot.journey import DueNow
from bot.messages import Html
from bot.schedule import Schedule
from handlers.citizen.meeting_letters import DUE
from storage import meetings, outages, seats
from storage.due import Outdated, claim_due
from storage.meeting_settings import set_reminders
from storage.meetings import NewMeeting
from storage.tables.mail import Campaign, Letter
from storage.tables.meetings import Meeting, Signup
from storage.tables.people import Municipality
from storage.tables.work import Due, Heartbeat, Outage
from tests.support.crowd import PLACE, municipality, resident
from tests.support.fake_channel import LIMITS

STEP = timedelta(minutes=30)  # everything happens on the half hour, and the tick as often
DAY = timedelta(days=1)
SETTINGS: tuple[list[int], ...] = (
    [1440, 120],
    [],
    [60],
    [4320, 60],
    [10080, 2880, 30],
)  # minutes before, as staff set
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
    st.tuples(st.just("down"), steps),  # no process runs for so long
    st.tuples(st.just("over"), st.integers(-4, 60)),  # none runs until so long before the start
    st.tuples(st.just("back"), st.integers(1, 8)),  # the clock is set back
    st.tuples(st.just("move"), st.integers(1, 160)),
    st.tuples(st.just("cancel"), st.just(0)),
    st.tuples(st.just("remind"), st.integers(0, len(SETTINGS) - 1)),  # at other times before it
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
        if name == "meetings-when":
            return Html(str(args["hour"]))
        if name == "meetings-remind":
            return Html(f"{name} {args['day']} {args['hour']}")
        if name == "meetings-moved":
            return Html(f"{name} {args['when']}")
        return Html(name)


@dataclass
class Model:
    """What ought to happen, said in other words than the code says it."""

    zone: ZoneInfo
    starts: datetime
    planned: datetime
    ahead: list[int]
    off: bool = False
    version: int = 1
    news: bool = False  # a change that has not been told
    sent: set[tuple[int, int]] = field(default_factory=set)
    dropped: set[tuple[int, int]] = field(default_factory=set)
    letters: list[tuple[str, str]] = field(default_factory=list)
    beat: datetime | None = None  # when a process looked last
    silent: datetime | None = None  # while what an outage has done is worked off: since when
    late: list[str] = field(default_factory=list)
    reports: list[tuple[int, int]] = field(default_factory=list)

    def ticked(self, now: datetime) -> None:
        self.beat = max(self.beat or now, now)

    def down(self, now: datetime) -> None:
        assert self.beat is not None
        self.silent = self.beat if now - self.beat > outages.GAP else None
        self.tick(now)
        if self.late:
            self.reports.append((self.late.count("sent"), self.late.count("dropped")))
        self.silent, self.late = None, []
        self.ticked(now)

    def tick(self, now: datetime) -> None:
        if self.news and now < self.starts:
            told = "called-off" if self.off else f"moved {self.hour()}"
            self.letters.append((now.isoformat(), f"meetings-{told}"))
        self.news = False
        marks = sorted((self.before(minutes), minutes) for minutes in self.ahead)
        for (at, minutes), (until, _) in pairwise([*marks, (self.starts, 0)]):
            key = (self.version, minutes)
            if self.off or not self.planned < at <= now or key in self.sent | self.dropped:
                continue
            if self.silent and self.silent < at:
                self.late.append("sent" if now < until else "dropped")
            if now < until:
                self.sent.add(key)
                self.letters.append((now.isoformat(), self.words(now)))
            else:
                self.dropped.add(key)

    def before(self, minutes: int) -> datetime:
        if minutes % 1440:
            return self.starts - timedelta(minutes=minutes)
        local = self.starts.astimezone(self.zone)
        day = local.date() - DAY * (minutes // 1440)
        wall = datetime.combine(day, local.time(), self.zone).replace(fold=local.fold)
        return wall.astimezone(UTC)

    def hour(self) -> str:
        return f"{self.starts.astimezone(self.zone):%H:%M}"

    def words(self, now: datetime) -> str:
        local, today = self.starts.astimezone(self.zone), now.astimezone(self.zone).date()
        word = {today: "today", today + DAY: "tomorrow"}.get(local.date(), "later")
        return f"meetings-remind {word} {self.hour()}"

    def change(self, now: datetime, starts: datetime | None) -> None:
        if self.off or self.starts <= now:
            return
        self.version += 1
        self.off = starts is None
        self.news = True
        self.starts, self.planned = starts or self.starts, now

    def remind(self, now: datetime, ahead: list[int]) -> None:
        if self.off or self.starts <= now:
            return
        self.ahead, self.planned = ahead, now
        self.dropped = {key for key in self.dropped if self.before(key[1]) <= now}


class Story:
    """One meeting, one person signed up for it, and the real schedule."""

    def __init__(self, database, zone: str, now: datetime) -> None:
        self.database, self.zone = database, zone
        self.clock = HandClock(now)
        self.reports: list[tuple[int, int]] = []
        self.start()

    def start(self) -> None:
        """A process begins; what it tidies away each hour is another test's."""
        work = {kind: DUE[kind] for kind in (meetings.REMINDER, meetings.CHANGED, meetings.OVER)}
        work[outages.REPORT] = self.report
        tools: Any = Plain(self.clock)
        self.schedule = Schedule(
            self.database, self.clock, work, tools, {"fake": LIMITS}, lambda: None
        )
        self.schedule._tidy_at = datetime.max.replace(tzinfo=UTC)

    async def report(self, session: Any, row: DueNow, tools: Any) -> None:
        late = await outages.late(session, int(row.occurrence), PLACE, self.clock.at)
        if late:
            self.reports.append((sum(one.sent for one in late), sum(one.dropped for one in late)))

    async def begin(self, starts: datetime) -> Model:
        async with self.database.writing() as session:
            for table in (Letter, Campaign, Due, Signup, Meeting, Heartbeat, Outage):
                await session.execute(delete(table))
            await session.execute(update(Municipality).values(time_zone=self.zone))
            person = await resident(session)
            words = {"ka": "კრება"}
            new = NewMeeting(PLACE, None, words, words, starts)
            self.id = await meetings.create(session, new, self.clock.at)
            assert await seats.sign_up(session, self.id, person, self.clock.at) is seats.Place.SEAT
        await self.schedule.tick()
        return Model(ZoneInfo(self.zone), starts, self.clock.at, SETTINGS[0], beat=self.clock.at)

    async def play(self, model: Model, what: str, count: int) -> None:
        now = self.clock.at
        if what == "wait":
            await self.wait(model, count)
        elif what == "down":
            await self.down(model, now + count * STEP)
        elif what == "over":
            await self.down(model, model.starts - count * STEP)
        elif what == "back":
            self.clock.at -= count * STEP
        elif what == "move":
            await self.change(model, now + count * STEP)
        elif what == "cancel":
            await self.change(model, None)
        elif what == "remind":
            async with self.database.writing() as session:
                await set_reminders(session, self.id, PLACE, SETTINGS[count], now)
            model.remind(now, SETTINGS[count])
        if what != "wait":
            await self.tick(model)

    async def wait(self, model: Model, count: int) -> None:
        """Half hours pass; while nothing is due the real schedule would not do more than ask."""
        first = await self.first_due()
        for _ in range(count):
            self.clock.at += STEP
            if first and first <= self.clock.at:
                await self.tick(model)
                first = await self.first_due()
            else:
                model.tick(self.clock.at)

    async def first_due(self) -> datetime | None:
        query = select(func.min(Due.due_at)).where(Due.state == "open")
        async with self.database.reading() as session:
            first: datetime | None = (await session.execute(query)).scalar_one()
        return first

    async def tick(self, model: Model) -> None:
        await self.schedule.tick()
        model.tick(self.clock.at)
        model.ticked(self.clock.at)

    async def down(self, model: Model, until: datetime) -> None:
        """No process runs until then."""
        self.clock.at = max(self.clock.at, until)
        self.start()
        await self.schedule.tick()
        model.down(self.clock.at)
        self.clock.at += outages.SETTLED

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
            told = [(at.isoformat(), body) for at, body in rows]
        return [(at, body["text"]) for at, body in told if "document" not in body]


@pytest.fixture
async def place(database):
    async with database.writing() as session:
        await municipality(session, active=True)
    return database


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.sampled_from(CHANGING),
    st.integers(1, 160),
    st.lists(acts, max_size=8),
    st.integers(-4, 60),
)
async def test_right_reminders_at_right_hours_and_no_others(place, where, ahead, script, last):
    zone, begins = where
    story = Story(place, zone, begins)
    model = await story.begin(begins + ahead * STEP)
    for what, count in [*script, ("over", last), ("wait", 60)]:
        await story.play(model, what, count)
    assert await story.written() == model.letters
    assert story.reports == model.reports


@pytest.mark.parametrize("kind", [meetings.REMINDER, meetings.CHANGED])
async def test_a_row_that_was_claimed_while_the_meeting_moved_says_nothing(place, kind):
    story = Story(place, "Asia/Tbilisi", CHANGING[0][1])
    model = await story.begin(story.clock.at + 100 * STEP)
    async with place.writing() as session:
        rows = await claim_due(session, model.starts, 9)
    row = next(row for row in rows if row.kind == meetings.REMINDER)
    await story.change(model, model.starts + DAY)
    stale = DueNow(row.id, kind, row.subject, row.person_id, "", row.version, row.due_at)
    tools: Any = Plain(story.clock)
    async with place.writing() as session:
        with pytest.raises(Outdated):
            await DUE[kind](session, stale, tools)
