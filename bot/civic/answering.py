"""When the answer to a question is promised, and when who is reminded of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from bot.civic.workdays import add_working_days, working_days_before, working_days_between

TOPICS = (
    "road",
    "water",
    "waste",
    "social",
    "school",
    "land",
    "budget",
    "rights",
    "other",
)  # fmt: skip
"""What a question may be about; the schema knows the same ones."""

OFFICE, EXPERT = "office", "expert"
"""Whom somebody asks: the municipality, or an expert."""

WORDS = ("helps", "partly", "no")
"""What an asker says of an answer."""

DAYS = 10  # working days, where the municipality has not set others
OFFICE_CLOSES = time(18, 0)  # of the last day; a minute later the answer is late
AGAIN = 5  # working days between two reminders of a late answer

BEFORE, ON, LATE = "before", "on", "late"
"""Reminders: a working day ahead, on the last day, from the next working day on."""


@dataclass(frozen=True, slots=True)
class Office:
    """By which days and hours a municipality answers; `free` are its days off beside the law's."""

    zone: ZoneInfo
    morning: time = time(9, 0)
    days: int = DAYS
    free: frozenset[date] = frozenset()

    def at(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, self.zone)

    def day(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder, and until when it says something true."""

    which: str
    at: datetime
    until: datetime | None = None  # a late answer stays late


def promised(asked: datetime, office: Office) -> datetime:
    """The end of the last working day on which the answer is in time."""
    last = add_working_days(office.day(asked), office.days, office.free)
    return office.at(last, OFFICE_CLOSES)


def reminders(asked: datetime, due: datetime, office: Office) -> list[Reminder]:
    """Those of a question asked at this moment; none on the day on which it came."""
    last = office.day(due)
    ahead = office.at(working_days_before(last, 1, office.free), office.morning)
    on = office.at(last, office.morning)
    late = Reminder(LATE, first_late(due, office))
    planned = (Reminder(BEFORE, ahead, on), Reminder(ON, on, due), late)
    return [one for one in planned if office.day(one.at) > office.day(asked)]


def first_late(due: datetime, office: Office) -> datetime:
    """The morning on which a late answer comes up: that of the next working day."""
    return office.at(add_working_days(office.day(due), 1, office.free), office.morning)


def next_late(last: datetime, office: Office) -> datetime:
    """When it comes up again."""
    return office.at(add_working_days(office.day(last), AGAIN, office.free), office.morning)


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer, as the figures know it."""

    asked: datetime
    due: datetime
    answered: datetime


@dataclass(frozen=True, slots=True)
class Figures:
    """How fast a municipality answers: counts, and no more."""

    answered: int
    in_time: int
    median: float | None
    open: int
    overdue: int

    @property
    def share(self) -> int | None:
        """Per cent in time, rounded down: 100 means all of them."""
        return 100 * self.in_time // self.answered if self.answered else None


def figures(
    answers: Sequence[Answered], waiting: Sequence[datetime], now: datetime, office: Office
) -> Figures:
    """Of these answers, and of questions that wait and are promised by these moments."""
    took = [
        working_days_between(office.day(one.asked), office.day(one.answered), office.free)
        for one in answers
    ]
    return Figures(
        len(answers),
        sum(one.answered <= one.due for one in answers),
        float(median(took)) if took else None,
        len(waiting),
        sum(due < now for due in waiting),
    )


YEAR = timedelta(days=365)  # of which the figures tell
