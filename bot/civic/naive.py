"""A second counter, written apart from the first: slow, plain, for checking it.

It shares no code with the count it checks, keeps one purse per voter and looks at every ballot
anew for each project.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from bot.civic.amounts import Amount
from bot.civic.ballots import Groups, Project, Rule, Rules, Tie

Ballot = dict[str, Amount]


def winners(rules: Rules, projects: Sequence[Project], groups: Groups) -> list[str]:
    """The winners in the order they win, zone by zone."""
    ballots = unfolded(groups)
    won: list[Project] = []
    for zone, budget in rules.pots.items():
        local = [p for p in projects if p.zone == zone]
        voters = [b for b in ballots if any(p.id in b for p in local)]
        running = [p for p in local if not p.withdrawn and score(p, voters) >= rules.minimum]
        running.sort(key=lambda p: before(rules, p, voters))
        if rules.rule is Rule.EQUAL_SHARES:
            won += _shares(Fraction(budget, max(len(voters), 1)), running, voters)
        elif rules.rule is Rule.ADD_ONE:
            won += _growing(budget, running, voters)
        else:
            won += _greedy(rules.rule, budget, running, voters)
    return [p.id for p in won]


def unfolded(groups: Groups) -> list[Ballot]:
    """One ballot for each person."""
    return [dict(marks) for marks, people in groups.items() for _ in range(people)]


def score(project: Project, ballots: Sequence[Ballot]) -> Amount:
    """The sum of its points."""
    return sum(b.get(project.id, 0) for b in ballots)


def before(rules: Rules, project: Project, ballots: Sequence[Ballot]) -> tuple[Amount, ...]:
    """The smaller goes first among equals."""
    if rules.tie is Tie.ROWS:
        return ()
    lot = rules.lot.index(project.id) if project.id in rules.lot else len(rules.lot)
    if rules.tie is Tie.LOT:
        return (lot,)
    return (project.cost, -sum(project.id in b for b in ballots), lot)


def _greedy(
    rule: Rule, money: Amount, running: Sequence[Project], ballots: Sequence[Ballot]
) -> Iterator[Project]:
    for project in sorted(running, key=lambda p: score(p, ballots), reverse=True):
        if project.cost <= money:
            money -= project.cost
            yield project
        elif rule is Rule.NO_SKIP:
            return


def _growing(
    budget: Amount, running: Sequence[Project], ballots: Sequence[Ballot]
) -> list[Project]:
    named = [p for p in running if score(p, ballots)]
    if sum(p.cost for p in named) <= budget:
        return _shares(Fraction(budget), running, ballots)
    share = Fraction(budget, len(ballots))
    won: list[Project] = []
    while True:
        more = _shares(share, running, ballots)
        if sum(p.cost for p in more) > budget:
            return won
        won, share = more, share + 1


def _shares(
    share: Fraction, running: Sequence[Project], ballots: Sequence[Ballot]
) -> list[Project]:
    purses = [share] * len(ballots)
    won: list[Project] = []
    while True:
        offers = []
        for p in running:
            backers = [v for v, b in enumerate(ballots) if p.id in b]
            price = _price(p.cost, sorted(purses[v] for v in backers))
            if p not in won and price is not None:
                offers.append((price / (p.cost or 1), price, p, backers))
        if not offers:
            return won
        _, price, best, backers = min(offers, key=lambda offer: offer[0])
        won.append(best)
        for v in backers:
            purses[v] -= min(price, purses[v])


def _price(cost: Amount, purses: Sequence[Fraction]) -> Fraction | None:
    """What each pays, the poorer all they have."""
    owed = Fraction(cost)
    for paid, purse in enumerate(purses):
        each = owed / (len(purses) - paid)
        if each <= purse:
            return each
        owed -= purse
    return None
