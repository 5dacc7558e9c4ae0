"""A counted vote as an election file: ballots without people, in an order that tells nothing."""

from collections.abc import Mapping, Sequence
from secrets import SystemRandom

from bot.civic.amounts import decimal
from bot.civic.ballots import Groups, Project, Rule, Rules, within
from bot.civic.outcomes import Result
from bot.exchange.pabulib import SENTINEL, Election, Entry, Vote
from bot.exchange.recount import FILLED, ONE_OF

LABELS = {
    Rule.GREEDY: "greedy",
    Rule.NO_SKIP: "greedy-no-skip",
    Rule.EQUAL_SHARES: "equalshares",
    Rule.ADD_ONE: "equalshares/add1",
    Rule.ADD_ONE_FILLED: "greedy-custom",
}
GREEDY = ("greedy", "greedy-threshold")


def publish(
    about: Mapping[str, str],
    rules: Rules,
    projects: Sequence[tuple[Project, Mapping[str, str]]],
    groups: Groups,
    result: Result,
) -> Election:
    """One zone's vote, ready for `pabulib_writer.write`; every pot makes its own file.

    `about` are the META keys that tell of the process; `projects` are those of the zone, with
    their other columns (name, category, ...).  Voters get fresh numbers in random order.
    Raises ValueError where the projects are of several zones.
    """
    [zone] = {project.zone for project, _ in projects}
    known = {project.id: (project, more) for project, more in projects}
    entries = tuple(
        _entry(*known[outcome.project], funded=outcome.funded)
        for outcome in result.outcomes
        if outcome.project in known
    )
    votes = _votes(within(known, groups))
    meta = {**about, **_rules(rules, zone, len(votes))}
    excluding = _excluding([project for project, _ in projects])
    if excluding and meta["rule"] in GREEDY:
        meta["rule"] = "greedy-exclusive"
    filled = [FILLED] if rules.rule is Rule.ADD_ONE_FILLED else []
    return Election(_commented(meta, [*excluding, *filled]), entries, votes)


def _entry(project: Project, more: Mapping[str, str], *, funded: bool) -> Entry:
    cost = SENTINEL if project.withdrawn else project.cost
    return Entry(project.id, cost, {**more, "selected": str(int(funded))})


def _rules(rules: Rules, zone: str, ballots: int) -> dict[str, str]:
    label = LABELS[rules.rule]
    needed = rules.needed(ballots)
    meta = {
        "budget": decimal(rules.pots[zone]),
        "vote_type": rules.kind,
        "rule": "greedy-threshold" if label == "greedy" and needed else label,
        "max_length": str(rules.limits(zone)[1]),
    }
    if needed:
        meta["min_project_score_threshold"] = decimal(needed)
    return meta


def _excluding(projects: Sequence[Project]) -> list[str]:
    """A sentence for every group of which only one can win."""
    groups: dict[str, list[str]] = {}
    for project in projects:
        if project.exclusive:
            groups.setdefault(project.exclusive, []).append(project.id)
    return [ONE_OF + ", ".join(ids) for ids in groups.values() if len(ids) > 1]


def _commented(meta: dict[str, str], sentences: Sequence[str]) -> dict[str, str]:
    """The sentences after those that are there, numbered on as the format asks."""
    there = meta.get("comment", "")
    first = there.count("#") + 1
    added = [f"#{number}: {sentence}" for number, sentence in enumerate(sentences, first)]
    comment = " ".join([there, *added]).strip()
    return {**meta, "comment": comment} if comment else meta


def _votes(groups: Groups) -> tuple[Vote, ...]:
    ballots = [ballot for ballot, people in groups.items() for _ in range(people)]
    SystemRandom().shuffle(ballots)
    return tuple(
        Vote(str(number), tuple(pick for pick, _ in ballot), tuple(points for _, points in ballot))
        for number, ballot in enumerate(ballots, start=1)
    )
