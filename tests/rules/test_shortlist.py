"""From admitted ideas to a ballot: who stands on it, what is amiss, and numbers by lot."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from bot.civic.shortlist import Entry, flaws, numbered, shorten

ENTRIES = st.lists(
    st.builds(
        Entry,
        st.integers(1, 10**6),
        st.integers(1, 10**6),
        st.sampled_from(["", "a", "b"]),
        st.none() | st.integers(0, 1000) | st.just(Fraction(1, 3)),
        st.integers(0, 9),
    ),
    max_size=30,
    unique_by=(lambda one: one.idea, lambda one: one.number),
)


@given(ENTRIES, st.integers(0, 5))
def test_a_zone_s_list_is_as_long_as_allowed_and_holds_the_most_supported(entries, longest):
    on, off = shorten(entries, longest)
    assert sorted(on + off, key=id) == sorted(entries, key=id)
    for zone in {entry.zone for entry in entries}:
        listed = [one for one in on if one.zone == zone]
        left = [one for one in off if one.zone == zone]
        if longest == 0:
            assert not left
            continue
        assert len(listed) == min(longest, len(listed) + len(left))
        for out in left:
            for kept in listed:
                assert (-kept.supporters, kept.number) < (-out.supporters, out.number)


@given(ENTRIES, st.text(max_size=8), st.booleans())
def test_numbers_run_from_one_and_depend_on_the_seed_alone(entries, seed, by_zone):
    numbers = numbered(entries, seed, by_zone=by_zone)
    assert sorted(numbers.values()) == list(range(1, len(entries) + 1))
    assert numbers == numbered(reversed(entries), seed, by_zone=by_zone)
    if by_zone:
        zones = [one.zone for one in sorted(entries, key=lambda one: numbers[one.idea])]
        assert zones == sorted(zones)


def test_another_seed_draws_another_order():
    entries = [Entry(id, id) for id in range(1, 30)]
    assert numbered(entries, "a", by_zone=False) != numbered(entries, "b", by_zone=False)


def test_what_is_amiss_is_named_with_the_numbers_of_the_ideas():
    entries = [
        Entry(1, 11, "a", 500),
        Entry(2, 12, "a", None),
        Entry(3, 13, "elsewhere", 10),
        Entry(4, 14, "a", 1001),
        Entry(5, 15, "b", 900),
        Entry(6, 16, "b", 0),
    ]
    pots = {"a": 5000, "b": 800}
    found = {"cost": [12, 16], "zone": [13], "cap": [14], "pot": [15]}
    assert flaws(entries, pots, cap=1000) == found
    assert "cap" not in flaws(entries, pots, cap=0)
