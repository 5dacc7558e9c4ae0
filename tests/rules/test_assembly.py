"""A vote by hands: what can be, and what follows from it."""

import pytest

from bot.civic.assembly import Hands, percent


@pytest.mark.parametrize(
    ("counts", "present", "none", "first", "majority"),
    [
        ([23, 8, 3], 34, 0, 0, True),
        ([17, 10, 3], 34, 4, 0, False),  # a half is not more than half
        ([18, 10, 3], 35, 4, 0, True),
        ([8, 17], 40, 15, 1, False),
        ([10, 10, 3], 30, 7, None, False),
        ([0, 0], 5, 5, None, False),
    ],
)
def test_what_the_hands_say(counts, present, none, first, majority):
    hands = Hands(counts, present)
    assert hands.possible
    assert (hands.none, hands.first, hands.majority) == (none, first, majority)


@pytest.mark.parametrize(("counts", "present"), [([30, 5], 34), ([-1, 5], 34)])
def test_more_hands_than_people_are_impossible(counts, present):
    assert not Hands(counts, present).possible


def test_a_share_never_reaches_a_threshold_by_rounding():
    assert percent(62, 310) == "20.0"
    assert percent(1999, 10000) == "19.9"
    assert percent(3, 3) == "100.0"
