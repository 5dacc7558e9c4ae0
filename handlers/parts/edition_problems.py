"""What is wrong with the settings of an edition, in words."""

from collections.abc import Callable, Mapping, Sequence

from bot.civic.checks import Plan, Problem
from bot.formats import day, money
from bot.journey import Me, Text
from bot.messages import Html, Words, lines
from storage.places import Village

Names = Mapping[str, str]
"""What zones ("z1") and settlements ("12") are called."""


def page(text: Text, found: Sequence[Problem], names: Names) -> Html:
    """Refusals under their head, warnings under theirs; nothing where all is well."""
    wrong = [text("edition-refused", why=why(text, p, names)) for p in found if not p.warning]
    unwise = [text("edition-warned", why=why(text, p, names)) for p in found if p.warning]
    return lines(
        lines(text("edition-impossible"), *wrong) if wrong else "",
        lines(text("edition-mind"), *unwise) if unwise else "",
        by="\n\n",
    )


def why(text: Text, found: Problem, names: Names) -> Html:
    """One problem in one sentence."""
    for table in (_calendar, _money, _ballot, _people):
        if told := table(text, found, names).get(found.name):
            return told()
    raise KeyError(found.name)


Told = dict[str, Callable[[], Html]]


def _calendar(text: Text, p: Problem, names: Names) -> Told:
    date = p.where.removeprefix("calendar.")
    days = {"least": p.least, "found": p.found}
    when = day(p.day) if p.day else ""
    return {
        "order": lambda: text("checks-order", date=date, day=when),
        "no-proposing": lambda: text("checks-no-proposing"),
        "no-voting": lambda: text("checks-no-voting"),
        "short-proposing": lambda: text("checks-short-proposing", **days),
        "short-showing": lambda: text("checks-short-showing", **days),
        "short-voting": lambda: text("checks-short-voting", **days),
        "short-review": lambda: text("checks-short-review", **days),
        "tight-review": lambda: text("checks-tight-review", **days),
        "no-days": lambda: text("checks-no-days", least=p.least),
        "few-days": lambda: text("checks-few-days", setting=p.where, **days),
        "past": lambda: text("checks-past"),
        "short-notice": lambda: text("checks-short-notice", **days),
        "budget-day": lambda: text("checks-budget-day", day=when),
        "soon-results": lambda: text("checks-soon-results"),
        "late-results": lambda: text("checks-late-results", **days),
        "next-cycle": lambda: text("checks-next-cycle", day=when),
        "weekend": lambda: text("checks-weekend", date=date, day=when),
    }


def _money(text: Text, p: Problem, names: Names) -> Told:
    zone = names.get(p.where.removeprefix("zones."), p.where)
    amounts = {"least": money(p.least), "found": money(p.found)}
    return {
        "no-money": lambda: text("checks-no-money"),
        "empty-pot": lambda: text("checks-empty-pot", name=zone),
        "cap": lambda: text("checks-cap", **amounts),
        "cap-above-pot": lambda: text("checks-cap-above-pot", name=zone, **amounts),
        "nobody": lambda: text("checks-nobody", name=zone),
        "two-zones": lambda: text("checks-two-zones", name=names.get(str(p.found), "?")),
        "outside": lambda: text("checks-outside", found=p.found),
    }


def _ballot(text: Text, p: Problem, names: Names) -> Told:
    return {
        "ballot-kind": lambda: text("checks-ballot-kind"),
        "shortlist": lambda: text("checks-shortlist", least=p.least, found=p.found),
        "no-choice": lambda: text("checks-no-choice", found=p.found),
        "minimum": lambda: text("checks-minimum", least=p.least, found=p.found),
    }


def _people(text: Text, p: Problem, names: Names) -> Told:
    return {
        "support": lambda: text("checks-support", least=p.least),
        "each": lambda: text("checks-each"),
        "paper": lambda: text("checks-paper"),
        "age": lambda: text("checks-age", least=p.least),
        "young": lambda: text("checks-young", least=p.least),
        "weak-identity": lambda: text("checks-weak-identity"),
    }


def names_of(text: Text, me: Me, plan: Plan, villages: Sequence[Village]) -> dict[str, str]:
    """What to call the places in which something is wrong."""
    zones = {
        code: Words(part.name).read(me.language, me.main_language)
        for code, part in plan.zones.items()
    }
    homes = {str(v.id): Words(v.name).read(me.language, me.main_language) for v in villages}
    return {**homes, **zones, "money": text("checks-whole")}
