"""A second counter, written apart from the first: slow, plain, for checking it.

It shares no code with the count it checks, keeps one purse per voter and looks at every ballot
anew for each project.
"""

from collections.abc import Sequence
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
        running = eligible(rules, local, voters)
        if rules.rule is Rule.EQUAL_SHARES:
            won = _shares(Fraction(budget, max(len(voters), 1)), running, voters, won)
        elif rules.rule in (Rule.ADD_ONE, Rule.ADD_ONE_FILLED):
            won = _growing(budget, running, voters, won)
        if rules.rule in (Rule.GREEDY, Rule.NO_SKIP, Rule.ADD_ONE_FILLED):
            left = budget - sum(p.cost for p in won if p.zone == zone)
            rest = sorted(running, key=lambda p: score(p, voters), reverse=True)
            won = _greedy(rules.rule, left, [p for p in rest if p not in won], won)
    return [p.id for p in won]


def eligible(rules: Rules, projects: Sequence[Project], ballots: Sequence[Ballot]) -> list[Project]:
    """Those of one zone that can win, as the tie rule puts them."""
    needed = rules.minimum
    if rules.minimum_percent:
        needed = -(-len(ballots) * Fraction(rules.minimum_percent) // 100)
    running = [p for p in projects if not p.withdrawn and score(p, ballots) >= needed]
    return sorted(running, key=lambda p: _before(rules, p, ballots))


def unfolded(groups: Groups) -> list[Ballot]:
    """One ballot for each person."""
    return [dict(marks) for marks, people in groups.items() for _ in range(people)]


def score(project: Project, ballots: Sequence[Ballot]) -> Amount:
    """The sum of its points."""
    return sum(b.get(project.id, 0) for b in ballots)


def _before(rules: Rules, project: Project, ballots: Sequence[Ballot]) -> tuple[Amount, ...]:
    """The smaller goes first among equals."""
    if rules.tie is Tie.ROWS:
        return ()
    lot = rules.lot.index(project.id) if project.id in rules.lot else len(rules.lot)
    if rules.tie is Tie.LOT:
        return (lot,)
    return (project.cost, -sum(project.id in b for b in ballots), lot)


def _barred(project: Project, won: Sequence[Project]) -> bool:
    return project.exclusive != "" and project.exclusive in [p.exclusive for p in won]


def _greedy(
    rule: Rule, money: Amount, running: Sequence[Project], won: list[Project]
) -> list[Project]:
    won = won.copy()
    for project in running:
        if _barred(project, won):
            continue
        if project.cost <= money:
            money -= project.cost
            won.append(project)
        elif rule is Rule.NO_SKIP:
            break
    return won


def _growing(
    budget: Amount, running: Sequence[Project], ballots: Sequence[Ballot], before: list[Project]
) -> list[Project]:
    named = [p for p in running if score(p, ballots)]
    dearest = {
        (p.exclusive, p.exclusive or p.id): p.cost for p in sorted(named, key=lambda p: p.cost)
    }
    enough = Fraction(sum(p.cost for p in named))
    if sum(dearest.values()) <= budget:
        return _shares(enough, running, ballots, before)
    share = Fraction(budget, len(ballots))
    won = before
    while True:
        more = _shares(share, running, ballots, before)
        if sum(p.cost for p in more[len(before) :]) > budget:
            return won
        if share > enough:
            return more
        won, share = more, share + 1


def _shares(
    share: Fraction, running: Sequence[Project], ballots: Sequence[Ballot], won: list[Project]
) -> list[Project]:
    purses = [share] * len(ballots)
    won = won.copy()
    while True:
        offers = []
        for p in running:
            backers = [v for v, b in enumerate(ballots) if p.id in b]
            price = _price(p.cost, sorted(purses[v] for v in backers))
            if p not in won and not _barred(p, won) and price is not None:
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
