"""A `.pb` file seen through our rules: what to count, and how its own label says to count it."""

from collections import Counter

from bot.civic.amounts import Amount, exact
from bot.civic.ballots import Kind, Marks, Project, Rule, Rules, Tie, group, marks
from bot.exchange.pabulib import SENTINEL, BadFile, Election

LABELS = {
    "greedy": Rule.GREEDY,
    "greedy-threshold": Rule.GREEDY,
    # Conflicts between projects are not in the file; without one this is plain greedy.
    "greedy-exclusive": Rule.GREEDY,
    "greedy-no-skip": Rule.NO_SKIP,
    # The one custom rule of the library, Poznań: no-skip, reserves paying for extras apart.
    "greedy-custom": Rule.NO_SKIP,
    "equalshares": Rule.EQUAL_SHARES,
    "equalshares/add1": Rule.ADD_ONE,
}


def labelled(election: Election) -> Rule:
    """The rule named by the file itself.  Raises BadFile where it names none that we count."""
    label = election.meta.get("rule", "unknown").removesuffix("-comparison")
    if label not in LABELS:
        raise BadFile(0, f"the file's own rule, {label!r}, is none that can be counted")
    return LABELS[label]


def minimum(election: Election) -> Amount:
    """The least result of an eligible project, 0 where the file sets none."""
    return exact(election.meta.get("min_project_score_threshold", "0"))


def rules(election: Election, rule: Rule) -> Rules:
    """The file's rules, with equal results in the order of its rows (the format's convention)."""
    most = 1 if election.kind is Kind.CHOOSE_ONE else max(len(election.projects), 1)
    try:
        return Rules(
            pots={"": election.budget},
            rule=rule,
            kind=election.kind,
            most=most,
            minimum=minimum(election),
            tie=Tie.ROWS,
        )
    except ValueError as problem:
        raise BadFile(0, str(problem)) from problem


def projects(election: Election) -> list[Project]:
    """All projects in the file's order; those with the sentinel cost are withdrawn."""
    return [
        Project(entry.id, entry.cost, withdrawn=entry.cost == SENTINEL)
        for entry in election.projects
    ]


def groups(election: Election) -> Counter[Marks]:
    """The ballots, equal ones together."""
    longest = int(election.meta.get("max_length") or len(election.projects))
    kind = election.kind
    return group(marks(kind, vote.picks, vote.points, longest) for vote in election.votes)


def selected(election: Election) -> set[str]:
    """The official winners: `selected` is 1."""
    return {entry.id for entry in election.projects if entry.more.get("selected") == "1"}
