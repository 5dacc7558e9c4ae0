"""Changing one setting of a planned edition; whether the result is possible, `checks` says."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.civic.ballots import Rule, Rules, Tie
from bot.civic.checks import Part, Plan
from bot.civic.edition import DATES, Paper

PEOPLE = ("cap", "each", "age", "support", "shortlist", "year")
DAYS = ("fix_days", "appeal_days", "review_days", "stale_days")
NUMBERS = frozenset(PEOPLE + DAYS)
"""Settings of an edition that are whole numbers."""


def changed(plan: Plan, name: str, value: Any) -> Plan:
    """The plan with one setting changed; `value` as JSON holds it.  KeyError for an unknown one."""
    edition, rules = plan.edition, plan.rules
    if name in NUMBERS or name == "next_cycle":
        return replace(plan, edition=replace(edition, **{name: value}))
    if name in DATES:
        dates = replace(edition.calendar, **{name: datetime.fromisoformat(value)})
        return replace(plan, edition=replace(edition, calendar=dates))
    return {
        "residents": lambda: replace(plan, edition=replace(edition, residents=value == "yes")),
        "paper": lambda: replace(plan, edition=replace(edition, paper=Paper(value))),
        "identity": lambda: replace(plan, identity=value),
        "money": lambda: replace(plan, rules=_with_pot(rules, "", value)),
        "most": lambda: replace(plan, rules=replace(rules, least=1, most=value)),
        "minimum": lambda: replace(plan, rules=_with_minimum(rules, value)),
        "rule": lambda: replace(plan, rules=replace(rules, rule=Rule(value))),
        "tie": lambda: replace(plan, rules=replace(rules, tie=Tie(value))),
    }[name]()


def with_zone(plan: Plan, code: str, part: Part, pot: int) -> Plan:
    """The plan with this zone added or changed."""
    zones = {**plan.zones, code: part}
    return replace(plan, zones=zones, rules=_with_pot(plan.rules, code, pot))


def carved(plan: Plan, code: str, part: Part, pot: int) -> Plan:
    """The same, the zone's money taken from the common pot, or what is over given back to it."""
    more = pot - plan.rules.pots.get(code, 0)
    common = max(0, plan.rules.pots.get("", 0) - more)
    return with_zone(changed(plan, "money", common), code, part, pot)


def given_back(plan: Plan, code: str) -> Plan:
    """The plan without this zone, its money common again."""
    common = plan.rules.pots.get("", 0) + plan.rules.pots.get(code, 0)
    return changed(without_zone(plan, code), "money", common)


def without_zone(plan: Plan, code: str) -> Plan:
    """The plan without this zone; its people vote where everybody does."""
    zones = {name: part for name, part in plan.zones.items() if name != code}
    picks = {name: limits for name, limits in plan.rules.picks.items() if name != code}
    rules = replace(_with_pot(plan.rules, code, 0), picks=picks)
    return replace(plan, zones=zones, rules=rules)


def _with_pot(rules: Rules, code: str, pot: int) -> Rules:
    pots = {name: money for name, money in rules.pots.items() if name != code or pot}
    return replace(rules, pots={**pots, code: pot} if pot else pots)


def _with_minimum(rules: Rules, least: int) -> Rules:
    return replace(rules, minimum=least, minimum_percent=0)
