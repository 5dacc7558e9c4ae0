"""A `.pb` file seen through our rules: what to count, and how its own label says to count it."""

import re
from collections import Counter

from bot.civic.ballots import Groups, Kind, Marks, Project, Rule, Rules, Tie, group, marks
from bot.civic.fairness import prefer
from bot.civic.tally import count
from bot.exchange.pabulib import SENTINEL, BadFile, Election

LABELS = {
    "greedy": Rule.GREEDY,
    "greedy-threshold": Rule.GREEDY,
    # Conflicts are in nobody's file but ours; without one this is plain greedy.
    "greedy-exclusive": Rule.GREEDY,
    "greedy-no-skip": Rule.NO_SKIP,
    # The one custom rule of the library, Poznań: no-skip, reserves paying for extras apart.
    "greedy-custom": Rule.NO_SKIP,
    "equalshares": Rule.EQUAL_SHARES,
    "equalshares/add1": Rule.ADD_ONE,
}

# What the format has no key for, we write into `comment` and find there again.
ONE_OF = "Of these projects only one can win: "
FILLED = "Equal shares, add 1; what was left went by votes."

THRESHOLD = "greedy-threshold"
NAMES = (*(rule.value for rule in Rule), THRESHOLD)
COMPARED = "-comparison"


class UnknownRule(ValueError):
    """No rule is called so."""


def labelled(election: Election, ballots: Groups | None = None) -> str:
    """The file's own rule by our name for it; `ballots` where the votes are not in memory.

    Raises BadFile where the label is none that we count, and what `tally.count` raises.
    """
    if FILLED in election.meta.get("comment", ""):
        return Rule.ADD_ONE_FILLED.value
    label = election.meta.get("rule") or "unknown"
    try:
        return _meant(label, election, ballots)
    except UnknownRule:
        told = f"the file's own rule, {label!r}, is none that can be counted"
        raise BadFile(0, told) from None


def named(label: str, election: Election, ballots: Groups | None = None) -> str:
    """Our name for a rule called as we or the format call it.  Raises UnknownRule."""
    return label if label in NAMES else _meant(label, election, ballots)


def _meant(label: str, election: Election, ballots: Groups | None) -> str:
    label = label.lower().replace("_", "-")
    rule = LABELS.get(label.removesuffix(COMPARED))
    if rule is None:
        raise UnknownRule(label)
    greedy = THRESHOLD if election.minimum else Rule.GREEDY.value
    if rule is Rule.GREEDY:
        return greedy
    if label.endswith(COMPARED) and _preferred(election, ballots, greedy, rule):
        return greedy
    return rule.value


def _preferred(election: Election, ballots: Groups | None, one: str, other: str) -> bool:
    """Whether more voters are better off under one rule than under the other."""
    ballots = groups(election) if ballots is None else ballots
    outcomes = [
        count(rules(election, name), projects(election), ballots).winners for name in (one, other)
    ]
    better, worse = prefer(ballots, *outcomes)
    return better > worse


def rules(election: Election, name: str) -> Rules:
    """The file's rules, with equal results in the order of its rows (the format's convention).

    `name` is one of NAMES.  Only plain greedy ignores a minimum that the file sets.
    Raises BadFile.
    """
    if name == THRESHOLD and not election.minimum:
        raise BadFile(0, "the file sets no min_project_score_threshold")
    most = 1 if election.kind is Kind.CHOOSE_ONE else max(len(election.projects), 1)
    try:
        return Rules(
            pots={"": election.budget},
            rule=Rule.GREEDY if name == THRESHOLD else Rule(name),
            kind=election.kind,
            most=most,
            minimum=0 if name == Rule.GREEDY else election.minimum,
            tie=Tie.ROWS,
        )
    except ValueError as problem:
        raise BadFile(0, str(problem)) from problem


def projects(election: Election) -> list[Project]:
    """All projects in the file's order; those with the sentinel cost are withdrawn."""
    marks = _excluding(election.meta.get("comment", ""))
    return [
        Project(
            entry.id,
            entry.cost,
            withdrawn=entry.cost == SENTINEL,
            exclusive=marks.get(entry.id, ""),
        )
        for entry in election.projects
    ]


def _excluding(comment: str) -> dict[str, str]:
    """The exclusive mark of each project that our own files name as such."""
    told = [text for text in re.split(r"#[0-9]+: ", comment) if text.startswith(ONE_OF)]
    return {
        project.strip(): str(number)
        for number, text in enumerate(told, 1)
        for project in text.removeprefix(ONE_OF).split(",")
    }


def groups(election: Election) -> Counter[Marks]:
    """The ballots, equal ones together."""
    kind, longest = election.kind, election.longest
    return group(marks(kind, vote.picks, vote.points, longest) for vote in election.votes)


def selected(election: Election) -> set[str]:
    """The official winners: `selected` is 1."""
    return {entry.id for entry in election.projects if entry.more.get("selected") == "1"}
