"""Every reason a count can give is said in one line, in every language, with its figures."""

from fractions import Fraction
from functools import partial
from typing import get_args

import pytest

from bot.civic import outcomes
from bot.civic.outcomes import Outcome, Reason
from bot.reasons import why
from bot.texts import Texts

TEXTS = Texts()
NAMES = {"7": "№7 Library", "8": "№8 Bins"}
REASONS = {
    outcomes.Funded(left=1): ["20\u00a0000"],
    outcomes.Bought(each=Fraction(33, 2), payers=1204, emptied=31): ["16\u00a0₾", "20\u00a0000"],
    outcomes.Filled(left=1): ["20\u00a0000"],
    outcomes.BelowMinimum(votes=41, needed=50): ["50"],
    outcomes.NoMoney(left=12_400, cost=20_000): ["12\u00a0400", "20\u00a0000"],
    outcomes.TieLost(left=1, cost=20_000, ahead=("7", "8")): ["№7 Library, №8 Bins", "20\u00a0000"],
    outcomes.Stopped(at="7"): ["№7 Library"],
    outcomes.Short(held=14_100, cost=20_000): ["14\u00a0100", "20\u00a0000"],
    outcomes.Excluded(by="8"): ["№8 Bins"],
    outcomes.Withdrawn(): [],
}


def test_no_reason_is_forgotten():
    assert {type(reason) for reason in REASONS} == set(get_args(Reason))


@pytest.mark.parametrize("language", TEXTS.languages)
@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.code)
def test_a_reason_is_one_line_with_its_figures(reason, language):
    outcome = Outcome("3", "", 20_000, 12, 12, 1, (), reason)
    said = why(partial(TEXTS.text, language), outcome, NAMES).plain()
    assert "\n" not in said
    assert [figure for figure in REASONS[reason] if figure not in said] == []
