"""How the voters fared."""

from fractions import Fraction

from bot.civic.fairness import Fairness, fairness, prefer
from tests.rules.test_tally import approvals

BALLOTS = approvals(ab=2, b=1, c=1)


def test_funded_choices_and_empty_hands():
    assert fairness(BALLOTS, ["a", "b"]) == Fairness(Fraction(5, 4), Fraction(1, 4))
    assert fairness(BALLOTS, []) == Fairness(Fraction(0), Fraction(1))
    assert fairness({}, ["a"]) == Fairness(Fraction(0), Fraction(0))


def test_who_prefers_what():
    assert prefer(BALLOTS, ["a", "b"], ["c"]) == (3, 1)
    assert prefer(BALLOTS, ["a"], ["b"]) == (0, 1)
    assert prefer(BALLOTS, ["a"], ["a"]) == (0, 0)
