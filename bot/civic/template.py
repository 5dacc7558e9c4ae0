"""An edition for a small municipality from five answers; everything else by good practice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from bot.civic.ballots import Rules
from bot.civic.checks import COUNTING, PROPOSING, SATURDAY, SHOWING, VOTING, Part, Plan
from bot.civic.edition import Calendar, Edition

OPENS, ENDS, NOON = time(9), time(20), time(12)  # before and after the quiet hours
FEW, MANY = 3, 5  # picks of a ballot where there are zones, and where there are none
WHOLE = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What only the coordinator knows.  Without `zones` one pot is for the whole municipality."""

    year: int
    money: int
    zones: Mapping[str, Part]
    first: date  # day of ideas
    voting: date  # its first day


def planned(answers: Answers, zone: tzinfo) -> Plan:
    """The whole plan; whether it is possible, `checks.problems` says."""
    codes = list(answers.zones) or [WHOLE]
    most = FEW if answers.zones else MANY
    rules = Rules(pots=shares(answers.money, codes), most=most)
    edition = Edition(calendar(answers.first, answers.voting, zone), year=answers.year)
    return Plan(edition, rules, zones=dict(answers.zones))


def shares(money: int, codes: list[str]) -> dict[str, int]:
    """The money in equal whole parts; what cannot be divided goes to the first ones."""
    share, left = divmod(money, len(codes))
    return {code: share + (place < left) for place, code in enumerate(codes)}


def calendar(first: date, voting: date, zone: tzinfo) -> Calendar:
    """Three weeks of ideas and one to talk about the list where there is time, else less."""
    days = (voting - first).days
    showing = max(1, min(SHOWING, days // 8))
    proposing = max(1, min(PROPOSING, (days - showing) // 2))
    closes = working(voting + timedelta(days=VOTING - 1))
    return Calendar(
        at(first, OPENS, zone),
        at(working(first + timedelta(days=proposing - 1)), ENDS, zone),
        at(voting - timedelta(days=showing), OPENS, zone),
        at(voting, OPENS, zone),
        at(closes, ENDS, zone),
        at(working(closes + timedelta(days=COUNTING - 1)), NOON, zone),
    )


def working(day: date) -> date:
    """This day, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= SATURDAY else 0)


def at(day: date, hour: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, hour, zone)
