"""The settings of an edition in words: one line each, grouped as people change them."""

from collections.abc import Iterator, Mapping
from datetime import date

from bot.civic.checks import Plan, whole
from bot.civic.edition import DATES
from bot.formats import day, money
from bot.journey import Me, Text
from bot.messages import Html, Words, lines
from handlers.parts.phases import moment

GROUPS: Mapping[str, tuple[str, ...]] = {
    "basics": ("name", "name-en", "about", "year"),
    "money": ("money", "zones", "cap"),
    "people": ("each", "age", "residents", "support", "identity", "paper"),
    "ballot": ("most", "shortlist", "minimum", "rule", "tie"),
    "days": ("fix_days", "appeal_days", "review_days", "stale_days", "next_cycle"),
    "calendar": DATES,
}
NAMED = ("name", "name-en", "about")
"""Settings that are words of the process itself, not of its plan."""


def page(text: Text, me: Me, plan: Plan) -> Html:
    """Every setting but the names, in groups, each zone with its money."""
    parts = []
    for group, names in GROUPS.items():
        told = [line(text, me, plan, name) for name in names if name not in NAMED]
        if group == "money":
            told[2:2] = zone_lines(text, me, plan)
        parts.append(lines(*told))
    return lines(*parts, by="\n\n")


def brief(text: Text, me: Me, plan: Plan) -> Html:
    """The money and the calendar; the rest stands behind its buttons."""
    shared = [line(text, me, plan, name) for name in ("money", "zones", "cap")]
    dates = [line(text, me, plan, name) for name in DATES]
    return lines(lines(*shared), lines(*dates), by="\n\n")


def zone_lines(text: Text, me: Me, plan: Plan) -> list[Html]:
    return [
        text(
            "rules-zone",
            name=Words(part.name).read(me.language, me.main_language),
            money=money(whole(plan.rules.pots.get(code, 0))),
        )
        for code, part in plan.zones.items()
    ]


def line(text: Text, me: Me, plan: Plan, name: str) -> Html:
    """One setting with its value."""
    if name in DATES:
        return date_line(text, name, moment(me, getattr(plan.edition.calendar, name)))
    return next(told for key, told in _lines(text, plan) if key == name)


def date_line(text: Text, name: str, at: str) -> Html:
    """One date of the calendar with its meaning."""
    return {
        "propose_from": text("rules-propose-from", at=at),
        "propose_until": text("rules-propose-until", at=at),
        "review_until": text("rules-review-until", at=at),
        "opens_at": text("rules-opens-at", at=at),
        "closes_at": text("rules-closes-at", at=at),
        "results_at": text("rules-results-at", at=at),
    }[name]


def _lines(text: Text, plan: Plan) -> Iterator[tuple[str, Html]]:
    edition, rules = plan.edition, plan.rules
    yield "year", text("rules-year", year=str(edition.year))
    yield "each", text("rules-each", count=edition.each)
    yield "age", text("rules-age", age=edition.age)
    yield "residents", text("rules-residents", residents="yes" if edition.residents else "no")
    yield "identity", text("rules-identity", identity=plan.identity)
    yield "paper", text("rules-paper", paper=edition.paper.value)
    yield "most", text("rules-most", most=rules.most)
    yield "rule", text("rules-rule", rule=rules.rule.value.removeprefix("equal-shares/"))
    yield "tie", text("rules-tie", tie=rules.tie.value)
    yield "fix_days", text("rules-fix-days", days=edition.fix_days)
    yield "appeal_days", text("rules-appeal-days", days=edition.appeal_days)
    yield "review_days", text("rules-review-days", days=edition.review_days)
    yield "stale_days", text("rules-stale-days", days=edition.stale_days)
    yield from _money(text, plan)
    yield from _optional(text, plan)


def _money(text: Text, plan: Plan) -> Iterator[tuple[str, Html]]:
    pots = plan.rules.pots
    common, zones = pots.get("", 0), [pots.get(code, 0) for code in plan.zones]
    shared = text("rules-money", money=money(whole(common)))
    yield "money", shared if common else text("rules-money-none")
    parts = text("rules-zones", count=len(zones), money=money(whole(sum(zones))))
    yield "zones", parts if zones else text("rules-zones-none")


def _optional(text: Text, plan: Plan) -> Iterator[tuple[str, Html]]:
    """Settings that may be left open."""
    edition = plan.edition
    cap = text("rules-cap", money=money(whole(edition.cap)))
    yield "cap", cap if edition.cap else text("rules-cap-none")
    longest = text("rules-shortlist", count=edition.shortlist)
    yield "shortlist", longest if edition.shortlist else text("rules-shortlist-none")
    support = text("rules-support", count=edition.support)
    yield "support", support if edition.support else text("rules-support-none")
    yield "minimum", _minimum(text, plan)
    if edition.next_cycle:
        yield "next_cycle", text("rules-next", day=day(date.fromisoformat(edition.next_cycle)))
    else:
        yield "next_cycle", text("rules-next-none")


def _minimum(text: Text, plan: Plan) -> Html:
    rules = plan.rules
    if rules.minimum_percent:
        return text("rules-minimum-percent", percent=f"{float(rules.minimum_percent):g}")
    if rules.minimum:
        return text("rules-minimum", count=whole(rules.minimum))
    return text("rules-minimum-none")
