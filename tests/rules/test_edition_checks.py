"""What is refused and warned of before an edition becomes public."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.civic.ballots import Rules
from bot.civic.checks import Part, Plan, problems, refusals, whole
from bot.civic.edition import DATES, Calendar, Edition
from bot.civic.settings import carved, changed, given_back, with_zone, without_zone
from bot.civic.template import Answers, calendar, planned, shares

TBILISI = ZoneInfo("Asia/Tbilisi")
NOW = datetime(2027, 1, 15, 8, tzinfo=UTC)
ANSWERS = Answers(2028, 60_000, {}, date(2027, 3, 1), date(2027, 5, 10))
VILLAGES = {"z1": Part({"ka": "ზემო"}, (1,)), "z2": Part({"ka": "ქვემო"}, (2,))}
PLAN = planned(ANSWERS, TBILISI)
ZONED = planned(replace(ANSWERS, zones=VILLAGES), TBILISI)


def names(plan: Plan, now: datetime = NOW) -> dict[str, str]:
    return {problem.name: problem.where for problem in problems(plan, now, TBILISI)}


def at(text: str) -> str:
    return datetime.fromisoformat(text).replace(tzinfo=TBILISI).isoformat()


def test_five_answers_make_an_edition_without_any_objection():
    assert names(PLAN) == {}
    assert names(ZONED) == {}


def test_the_template_s_calendar_is_what_good_practice_asks_for():
    dates = PLAN.edition.calendar
    days = [getattr(dates, name).astimezone(TBILISI).strftime("%d.%m %H") for name in DATES]
    assert days == ["01.03 09", "22.03 20", "03.05 09", "10.05 09", "24.05 20", "31.05 12"]


REFUSED = {
    ("propose_until", at("2027-02-01T20:00")): ("order", "calendar.propose_until"),
    ("closes_at", at("2027-05-10T12:00")): ("no-voting", "calendar.closes_at"),
    ("propose_until", at("2027-03-01T20:00")): ("no-proposing", "calendar.propose_until"),
    ("review_until", at("2027-03-25T20:00")): ("short-review", "calendar.review_until"),
    ("cap", 60_001): ("cap", "cap"),
    ("cap", -1): ("cap", "cap"),
    ("shortlist", 4): ("shortlist", "shortlist"),
    ("shortlist", -1): ("shortlist", "shortlist"),
    ("most", 1): None,
    ("each", 0): ("each", "each"),
    ("age", 26): ("age", "age"),
    ("appeal_days", 0): ("no-days", "appeal_days"),
    ("fix_days", -1): ("no-days", "fix_days"),
    ("review_days", 0): ("no-days", "review_days"),
    ("support", -1): ("support", "support"),
    ("paper", "replaces"): ("paper", "paper"),
    ("money", 0): ("no-money", "money"),
    ("next_cycle", "2027-05-31"): ("next-cycle", "next_cycle"),
}


@pytest.mark.parametrize(("change", "found"), REFUSED.items(), ids=str)
def test_what_cannot_work_is_refused_by_name(change, found):
    plan = changed(PLAN, *change)
    told = [(problem.name, problem.where) for problem in refusals(plan, NOW, TBILISI)]
    assert told == ([found] if found else [])


WARNED = {
    ("results_at", at("2027-11-01T12:00")): "budget-day",
    ("opens_at", at("2027-05-17T09:00")): "short-voting",
    ("opens_at", at("2027-05-05T09:00")): "short-showing",
    ("closes_at", at("2027-05-29T20:00")): "weekend",
    ("review_until", at("2027-04-05T09:00")): "tight-review",
    ("propose_until", at("2027-03-15T20:00")): "short-proposing",
    ("results_at", at("2027-05-25T12:00")): "soon-results",
    ("results_at", at("2027-06-02T12:00")): "late-results",
    ("fix_days", 3): "few-days",
    ("shortlist", 5): "no-choice",
    ("age", 14): "young",
    ("identity", "account"): "weak-identity",
}


@pytest.mark.parametrize(("change", "name"), WARNED.items(), ids=str)
def test_what_is_unwise_is_a_warning_and_no_refusal(change, name):
    plan = changed(PLAN, *change)
    assert name in names(plan)
    assert refusals(plan, NOW, TBILISI) == []


def test_paper_needs_an_identity_that_names_people():
    for identity in ("register", "code", "desk"):
        plan = changed(changed(PLAN, "paper", "blocked"), "identity", identity)
        assert names(plan) == {}


def test_an_edition_whose_ideas_are_over_cannot_be_announced():
    assert names(PLAN, PLAN.edition.calendar.propose_until)["past"] == "calendar.propose_until"
    late = PLAN.edition.calendar.propose_until - timedelta(seconds=1)
    assert names(PLAN, late) == {"short-notice": "calendar.propose_from"}


def test_a_zone_needs_people_and_money_and_shares_nobody():
    assert names(with_zone(ZONED, "z3", Part({"ka": "შუა"}), 5_000)) == {"nobody": "zones.z3"}
    assert names(with_zone(ZONED, "z2", VILLAGES["z2"], 0)) == {"empty-pot": "zones.z2"}
    twice = with_zone(ZONED, "z3", Part({"ka": "შუა"}, (2, 3)), 5_000)
    assert names(twice) == {"two-zones": "zones"}
    assert names(replace(ZONED, outside=1)) == {"outside": "zones"}
    assert names(replace(changed(ZONED, "money", 1000), outside=1)) == {}
    assert names(without_zone(ZONED, "z2")) == {}


def test_a_cap_above_one_pot_is_a_warning_and_above_every_pot_a_refusal():
    plan = with_zone(ZONED, "z1", VILLAGES["z1"], 10_000)
    assert names(changed(plan, "cap", 10_000)) == {}
    assert names(changed(plan, "cap", 10_001)) == {"cap-above-pot": "zones.z1"}
    assert names(changed(plan, "cap", 30_001)) == {"cap": "cap"}


def test_votes_and_supporters_must_exist():
    known = replace(ZONED, zones={code: replace(p, voters=90) for code, p in VILLAGES.items()})
    assert names(changed(known, "minimum", 90)) == {}
    assert names(changed(known, "minimum", 91)) == {"minimum": "minimum"}
    assert names(changed(known, "support", 181)) == {"support": "support"}
    assert names(changed(ZONED, "minimum", 10**6)) == {}  # nobody knows how many live there


@given(st.lists(st.tuples(st.sampled_from(["z1", "z2", "z3"]), st.integers(1, 90_000))))
def test_drawing_zones_moves_money_and_makes_none_unless_more_is_given(steps):
    plan, most = PLAN, 60_000
    for code, pot in steps:
        plan = carved(plan, code, Part({"ka": code}), pot)
        most = max(most, whole(sum(pot for zone, pot in plan.rules.pots.items() if zone)))
        assert sum(plan.rules.pots.values()) == most
    for code in list(plan.zones):
        plan = given_back(plan, code)
    assert plan.rules.pots == {"": most}


moments = st.integers(-9000, 18_000).map(lambda hours: NOW + timedelta(hours=hours))
days = st.dates(date(2027, 1, 20), date(2029, 12, 31))


@given(st.lists(moments, min_size=6, max_size=6), st.integers(-5, 40))
def test_dates_in_disorder_are_always_refused_and_nothing_else_breaks(dates, shortlist):
    edition = Edition(Calendar(*dates), shortlist=shortlist)
    found = refusals(Plan(edition, Rules({"": 100})), NOW, TBILISI)
    disorder = [b for a, b in pairwise(dates) if b <= a]
    assert len([p for p in found if p.name == "order"]) == len(disorder)


@given(first=days, gap=st.integers(30, 200), money=st.integers(1000, 10**9))
def test_with_a_month_and_a_half_the_template_is_always_possible(first, gap, money):
    assume(gap >= 45)
    answers = Answers(first.year + 1, money, VILLAGES, first, first + timedelta(days=gap))
    assert refusals(planned(answers, TBILISI), NOW, TBILISI) == []


@given(first=days, gap=st.integers(-20, 12))
def test_too_few_days_between_ideas_and_the_vote_are_always_refused(first, gap):
    dates = calendar(first, first + timedelta(days=gap), TBILISI)
    assert refusals(Plan(Edition(dates), Rules({"": 100})), NOW, TBILISI)


@given(st.integers(0, 10**9), st.integers(1, 40))
def test_equal_shares_of_the_money_leave_nothing_over(money, zones):
    pots = shares(money, [f"z{n}" for n in range(zones)])
    assert sum(pots.values()) == money
    assert max(pots.values()) - min(pots.values()) <= 1


@given(st.integers(1, 1000), st.integers(0, 200_000), st.integers(0, 60_000))
def test_money_in_another_unit_changes_no_objection(factor, cap, pot):
    plan = with_zone(changed(ZONED, "cap", cap), "z2", VILLAGES["z2"], pot)
    pots = {code: money * factor for code, money in plan.rules.pots.items()}
    scaled = replace(changed(plan, "cap", cap * factor), rules=replace(plan.rules, pots=pots))
    assert names(plan) == names(scaled)


@given(moments)
def test_a_change_of_a_date_is_read_back_as_it_was_given(moment):
    plan = changed(PLAN, "opens_at", moment.isoformat())
    assert plan.edition.calendar.opens_at == moment
    assert Edition.from_json(plan.edition.to_json()) == plan.edition
