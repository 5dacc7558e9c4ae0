"""What is wrong with the settings of an edition, as data: refusals and warnings.

A refusal makes the edition impossible or unfair; a warning is for people to weigh.  `where` names
the setting ("calendar.opens_at", "zones.z1"); the other fields are what a sentence needs.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from itertools import pairwise

from bot.civic.amounts import Amount
from bot.civic.ballots import APPROVING, Rules
from bot.civic.edition import DATES, Edition, Paper

NAMING = frozenset({"register", "code", "desk"})
"""Identities that tell whether a name on the paper list has voted in the chat."""

DAY = timedelta(days=1)
SHORTEST = {"proposing": DAY, "voting": timedelta(hours=8)}
"""What is less is no phase; villages do vote on a single day."""

BUDGET_DAY = (10, 31)
"""Month and day of the year before the budget year by which results are wanted: the mayor files
the draft of the budget by 15 November."""

NOTICE, PROPOSING, SHOWING, VOTING, COUNTING = 14, 21, 7, 14, 7
"""Days that good practice gives: between the rules and the first idea, to ideas, to talk about the
list, to vote, until the results."""

FAIR = 5  # days to correct an idea, and to appeal
YOUNG, OLD = 16, 25
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A zone as it is planned: its name by language and whose people vote in it.

    `voters` is how many the imported register has for it, 0 while nobody knows.
    """

    name: Mapping[str, str]
    settlements: tuple[int, ...] = ()
    voters: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a coordinator decides before anything is public.

    `zones` leaves out the whole municipality; `outside` counts its settlements that are in none.
    """

    edition: Edition
    rules: Rules
    identity: str = "phone"
    zones: Mapping[str, Part] = field(default_factory=dict)
    outside: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.  `least` and `found` are figures, `day` the date that matters."""

    name: str
    where: str
    least: int = 0
    found: int = 0
    day: date | None = None
    warning: bool = False


def problems(plan: Plan, now: datetime, zone: tzinfo) -> list[Problem]:
    """Everything at once, refusals first.  `zone` is where the days are counted."""
    found = [problem for check in CHECKS for problem in check(plan, now, zone)]
    return sorted(found, key=lambda problem: problem.warning)


def refusals(plan: Plan, now: datetime, zone: tzinfo) -> list[Problem]:
    """Only what makes it impossible."""
    return [problem for problem in problems(plan, now, zone) if not problem.warning]


Found = Iterator[Problem]


def _order(plan: Plan, now: datetime, zone: tzinfo) -> Found:
    """Each date after the one before it; results may not come with the closing hour."""
    dates = plan.edition.calendar
    for before, after in pairwise(DATES):
        if getattr(dates, after) <= getattr(dates, before):
            day = getattr(dates, before).astimezone(zone).date()
            yield Problem("order", f"calendar.{after}", day=day)


def _length(plan: Plan, now: datetime, zone: tzinfo) -> Found:
    """Too short to be fair is refused; shorter than good practice is a warning."""
    dates = plan.edition.calendar
    phases = (
        ("proposing", "propose_from", "propose_until", PROPOSING),
        ("showing", "review_until", "opens_at", SHOWING),
        ("voting", "opens_at", "closes_at", VOTING),
    )
    for name, since, until, good in phases:
        begins, ends = getattr(dates, since), getattr(dates, until)
        until = f"calendar.{until}"
        days = _days(begins, ends)
        if begins < ends and ends - begins < SHORTEST.get(name, timedelta(0)):
            yield Problem(f"no-{name}", until, days)
        elif 0 <= days < good:
            yield Problem(f"short-{name}", until, good, days, warning=True)


def _review(plan: Plan, now: datetime, zone: tzinfo) -> Found:
    """Time to check, to correct and to appeal before the list is final."""
    edition = plan.edition
    dates = edition.calendar
    days = _days(dates.propose_until, dates.review_until)
    needed = max(1, edition.fix_days + edition.appeal_days)
    if 0 <= days < needed:
        yield Problem("short-review", "calendar.review_until", needed, days)
    elif needed <= days < (good := edition.review_days + needed):
        yield Problem("tight-review", "calendar.review_until", good, days, warning=True)
    for name in ("fix_days", "appeal_days"):
        given = getattr(edition, name)
        if given < 0 or (name == "appeal_days" and given == 0):
            yield Problem("no-days", name, 1, given)
        elif given < FAIR:
            yield Problem("few-days", name, FAIR, given, warning=True)
    for name in ("review_days", "stale_days"):
        if getattr(edition, name) < 1:
            yield Problem("no-days", name, 1, getattr(edition, name))


def _ahead(plan: Plan, now: datetime, zone: tzinfo) -> Found:
    """People need to hear of it before it begins; what is over cannot begin."""
    dates = plan.edition.calendar
    if dates.propose_until <= now:
        yield Problem("past", "calendar.propose_until", day=now.astimezone(zone).date())
    elif dates.propose_from < now + NOTICE * DAY:
        days = max(0, _days(now, dates.propose_from))
        yield Problem("short-notice", "calendar.propose_from", NOTICE, days, warning=True)


def _results(plan: Plan, now: datetime, zone: tzinfo) -> Found:
    """In time for the budget they are for, and soon after the vote."""
    edition = plan.edition
    results = edition.calendar.results_at.astimezone(zone).date()
    wanted = date((edition.year or results.year + 1) - 1, *BUDGET_DAY)
    if results > wanted:
        yield Problem("budget-day", "calendar.results_at", day=wanted, warning=True)
    days = _days(edition.calendar.closes_at, edition.calendar.results_at)
    if days == 1:
        yield Problem("soon-results", "calendar.results_at", 2, warning=True)
    if days > COUNTING:
        yield Problem("late-results", "calendar.results_at", COUNTING, days, warning=True)
    if edition.next_cycle and date.fromisoformat(edition.next_cycle) <= results:
        yield Problem("next-cycle", "next_cycle", day=results)


def _free_days(plan: Plan, now: datetime, zone: tzinfo) -> Found:
    """Nobody is in the office to help on the last day of ideas or of the vote."""
    for name in ("propose_until", "closes_at", "results_at"):
        day = getattr(plan.edition.calendar, name).astimezone(zone).date()
        if day.weekday() >= SATURDAY:
            yield Problem("weekend", f"calendar.{name}", day=day, warning=True)


def _money(plan: Plan, now: datetime, zone: tzinfo) -> Found:
    pots, cap = plan.rules.pots, plan.edition.cap
    paid = {code: pot for code, pot in pots.items() if pot > 0}
    if not paid:
        yield Problem("no-money", "money")
        return
    for code in pots:
        if code and code not in paid:
            yield Problem("empty-pot", f"zones.{code}")
    if cap < 0 or cap > max(paid.values()):
        yield Problem("cap", "cap", whole(max(paid.values())), whole(cap))
    for code, pot in paid.items():
        if pot < cap <= max(paid.values()):
            yield Problem("cap-above-pot", _zone(code), whole(pot), whole(cap), warning=True)


def _zones(plan: Plan, now: datetime, zone: tzinfo) -> Found:
    """Each part has people of its own, and nobody is in two."""
    rules, zones = plan.rules, plan.zones
    for code, part in zones.items():
        if not part.settlements:
            yield Problem("nobody", f"zones.{code}")
        if code not in rules.pots:
            yield Problem("empty-pot", f"zones.{code}")
    homes = Counter(place for part in zones.values() for place in set(part.settlements))
    for place, times in homes.items():
        if times > 1:
            yield Problem("two-zones", "zones", found=place)
    if zones and plan.outside and not rules.pots.get(""):
        yield Problem("outside", "zones", found=plan.outside, warning=True)


def _ballot(plan: Plan, now: datetime, zone: tzinfo) -> Found:
    rules, edition = plan.rules, plan.edition
    if rules.kind not in APPROVING:
        yield Problem("ballot-kind", "ballot.kind")
    for code in rules.pots:
        picks = rules.limits(code)[1]
        if 0 < edition.shortlist < picks:
            yield Problem("shortlist", "shortlist", picks, edition.shortlist)
            break
        if edition.shortlist == picks:
            yield Problem("no-choice", "shortlist", picks, edition.shortlist, warning=True)
            break
    if edition.shortlist < 0:
        yield Problem("shortlist", "shortlist", 0, edition.shortlist)


def _reach(plan: Plan, now: datetime, zone: tzinfo) -> Found:
    """Votes and supporters that can be found at all, as far as the register tells."""
    rules, edition = plan.rules, plan.edition
    known = [part.voters for part in plan.zones.values() if part.voters]
    if known and rules.minimum > min(known):
        yield Problem("minimum", "minimum", whole(rules.minimum), min(known))
    if edition.support < 0 or (known and edition.support > sum(known)):
        yield Problem("support", "support", edition.support, sum(known))
    if edition.each < 1:
        yield Problem("each", "each", 1, edition.each)


def _people(plan: Plan, now: datetime, zone: tzinfo) -> Found:
    edition = plan.edition
    if edition.paper is not Paper.NONE and plan.identity not in NAMING:
        yield Problem("paper", "paper")
    if not 0 <= edition.age <= OLD:
        yield Problem("age", "age", OLD, edition.age)
    elif edition.age < YOUNG:
        yield Problem("young", "age", YOUNG, edition.age, warning=True)
    if plan.identity == "account":
        yield Problem("weak-identity", "identity", warning=True)


CHECKS: tuple[Callable[[Plan, datetime, tzinfo], Found], ...] = (
    _order,
    _length,
    _review,
    _ahead,
    _results,
    _free_days,
    _money,
    _zones,
    _ballot,
    _reach,
    _people,
)


def whole(amount: Amount) -> int:
    """For a sentence; the exact amount is what was compared."""
    return round(amount)


def _zone(code: str) -> str:
    return f"zones.{code}" if code else "money"


def _days(begins: datetime, ends: datetime) -> int:
    """As people count: from the 1st at nine to the 21st at eight are 21; -1 if in disorder."""
    span = ends - begins
    return -(-span // DAY) if span > timedelta(0) else -1
