"""Why each project won or lost under equal shares: the purchases of a run gone through once more.

Money is counted in parts so small that every payment is a whole number of them.
"""

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from heapq import nlargest
from math import lcm
from operator import attrgetter
from typing import NamedTuple

from bot.civic.amounts import Amount, exact
from bot.civic.outcomes import Bought, Short
from bot.civic.share_run import Backing, Purchase

SHOWN = 3  # where most of the supporters' money went; more would not be read


class _Class(NamedTuple):
    """Groups with the same purchases behind them; `paid` for the latest came out of `parent`."""

    cash: int
    purchase: int = -1
    paid: int = 0
    parent: int = -1


class Account:
    """Everybody's purse through the purchases that were made from a start share."""

    def __init__(self, backing: Backing, share: Fraction, purchases: Sequence[Purchase]) -> None:
        self.backing = backing
        self.purchases = purchases
        share *= backing.unit
        self.parts = share.denominator
        for purchase in purchases:
            everybody = purchase.payers == backing.votes[purchase.project]
            shared = lcm(self.parts, purchase.payers)
            self.parts = shared if everybody else self.parts * purchase.payers
        self.kinds = [_Class(int(share * self.parts))]
        self.classes = [0] * backing.groups
        self.prices = [self.pay(number) for number in range(len(purchases))]
        self.books: dict[int, list[int]] = {}

    def pay(self, number: int) -> int:
        """The price that those with enough pay; the others pay all they have."""
        purchase = self.purchases[number]
        members = self.backing.members(purchase.project, self.classes)
        kinds = sorted(members, key=lambda kind: self.kinds[kind].cash)
        due = self.backing.costs[purchase.project] * self.parts
        payers = self.backing.votes[purchase.project]
        while self.kinds[kinds[0]].cash * payers < due:
            due -= self.kinds[kinds[0]].cash * members[kinds[0]]
            payers -= members[kinds.pop(0)]
        assert payers == purchase.payers, "the fast run and its account differ"
        price = due // payers
        moved = {kind: self.moved(kind, number, price) for kind in members}
        for group in self.backing.backers[purchase.project]:
            self.classes[group] = moved[self.classes[group]]
        return price

    def moved(self, kind: int, number: int, price: int) -> int:
        """The class of a class's payers; who pays nothing stays."""
        cash = self.kinds[kind].cash
        paid = min(cash, price)
        if not paid:
            return kind
        self.kinds.append(_Class(cash - paid, number, paid, kind))
        return len(self.kinds) - 1

    def had(self, number: int) -> list[int]:
        """What each class had before a purchase: its own money, or that of what it was part of."""
        if number not in self.books:
            older = bisect_left(self.kinds, number, key=attrgetter("purchase"))
            book = self.books[number] = [kind.cash for kind in self.kinds[:older]]
            for kind in self.kinds[older:]:
                book.append(book[kind.parent])
        return self.books[number]

    def bought(self, number: int) -> Bought:
        purchase = self.purchases[number]
        votes = self.backing.votes[purchase.project]
        return Bought(self.amount(self.prices[number]), votes, votes - purchase.payers)

    def amount(self, parts: int) -> Amount:
        """In whole currency units."""
        return exact(Fraction(parts, self.parts * self.backing.unit))

    def id(self, project: int) -> str:
        return self.backing.projects[project].id


class Loser:
    """What the supporters of a project that was not bought did with their money."""

    def __init__(self, account: Account, project: int) -> None:
        self.account = account
        self.cost = account.backing.costs[project]
        self.votes = account.backing.votes[project]
        self.members = account.backing.members(project, account.classes)
        self.held = 0
        self.gone = [0] * len(account.purchases)
        for kind, people in self.members.items():
            cash, purchase, paid, parent = account.kinds[kind]
            self.held += cash * people
            while paid:
                self.gone[purchase] += paid * people
                _, purchase, paid, parent = account.kinds[parent]

    def short(self) -> Short:
        account = self.account
        most = nlargest(SHOWN, range(len(self.gone)), key=self.gone.__getitem__)
        gone = [
            (account.id(account.purchases[number].project), account.amount(self.gone[number]))
            for number in most
            if self.gone[number]
        ]
        cost = account.amount(self.cost * account.parts)
        return Short(account.amount(self.held), cost, tuple(gone))

    def support(self) -> int:
        """Percent of the cost that the supporters could have covered at best, rounded down.

        In each round at the price per unit of cost of what was bought in it, with the money they
        had before; and with all that was left to them at the end.
        """
        best = self.percent(self.held, 1)
        rounds = range(len(self.gone))
        for limit, number in sorted(((self.limit(n), n) for n in rounds), reverse=True):
            if limit <= best:
                break
            best = max(best, self.cover(number))
        return best

    @cached_property
    def before(self) -> list[int]:
        """What the supporters had before each purchase."""
        had, money = [], self.held
        for paid in reversed(self.gone):
            money += paid
            had.append(money)
        return had[::-1]

    def rate(self, number: int) -> tuple[int, int]:
        """What one would pay for this project at the rate of a purchase, times that one's cost."""
        cost = self.account.backing.costs[self.account.purchases[number].project]
        return self.account.prices[number] * self.cost, cost

    def limit(self, number: int) -> int:
        """A bound of `cover` that costs nothing to know."""
        price, cost = self.rate(number)
        return self.percent(min(price * self.votes, self.before[number] * cost), cost)

    def cover(self, number: int) -> int:
        price, cost = self.rate(number)
        if not cost:
            return 0
        enough = -(-price // cost)
        had = self.account.had(number)
        paying, short = 0, 0
        for kind, people in self.members.items():
            if had[kind] < enough:
                short += had[kind] * people
            else:
                paying += people
        return self.percent(paying * price + short * cost, cost)

    def percent(self, money: int, cost: int) -> int:
        whole = self.account.parts * self.cost * cost
        return 100 * money // whole if whole else 0
