"""Why a project won or lost, in words: in the chat, on the page, in the protocol."""

from collections.abc import Mapping

from bot.civic import outcomes
from bot.civic.amounts import Amount
from bot.civic.ballots import Rules, Tie
from bot.civic.outcomes import Outcome, TieLost
from bot.formats import listed, money
from bot.journey import Text
from bot.messages import Html


def why(text: Text, outcome: Outcome, names: Mapping[str, str], *, lot: bool = False) -> Html:
    """One line.  `names`: what each project is called; `lot`: a lot put its equals ahead of it."""
    match outcome.reason:
        case outcomes.Funded(left):
            return text("results-funded", cost=lari(outcome.cost), left=lari(left))
        case outcomes.Bought(each, payers, _):
            return text("results-bought", cost=lari(outcome.cost), payers=payers, each=lari(each))
        case outcomes.Filled(left):
            return text("results-filled", cost=lari(outcome.cost), left=lari(left))
        case outcomes.BelowMinimum(_, needed):
            return text("results-below", needed=round(needed))
        case outcomes.NoMoney(left, cost):
            return text("results-no-money", left=lari(left), cost=lari(cost))
        case outcomes.TieLost(left, cost, ahead):
            others = listed(names[id] for id in ahead)
            said = {"others": others, "left": lari(left), "cost": lari(cost)}
            return text("results-tie-lot", **said) if lot else text("results-tie", **said)
        case outcomes.Stopped(at):
            return text("results-stopped", other=names[at])
        case outcomes.Excluded(by):
            return text("results-excluded", other=names[by])
        case outcomes.Short(held, cost, gone):
            return _short(text, lari(held), lari(cost), [(names[id], a) for id, a in gone[:1]])
        case outcomes.Withdrawn():
            return text("results-withdrawn")


def lari(amount: Amount) -> str:
    """Rounded to whole lari, for reading only."""
    return money(round(amount))


def by_lot(rules: Rules, outcome: Outcome, costs: Mapping[str, Amount]) -> bool:
    """Whether nothing but the lot put its equals ahead of a loser."""
    if not isinstance(outcome.reason, TieLost) or rules.tie is Tie.ROWS:
        return False
    equal = any(costs[id] == outcome.cost for id in outcome.reason.ahead)
    return equal or rules.tie is Tie.LOT


def _short(text: Text, held: str, cost: str, gone: list[tuple[str, Amount]]) -> Html:
    """What its supporters had left, and where most of their money went."""
    short = text("results-short", held=held, cost=cost)
    spent = [text("results-gone", other=other, paid=lari(paid)) for other, paid in gone]
    return Html(" ".join((short, *spent)))
