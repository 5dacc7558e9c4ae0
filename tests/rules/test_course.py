"""The rules of learning, by examples and by properties."""

from hypothesis import given
from hypothesis import strategies as st

from bot.civic.course import PASS, Standing, draw, is_pass, next_lesson, passed, shuffled

POOLS = st.lists(st.text("abcdefgh", min_size=1, max_size=3), min_size=2, max_size=12, unique=True)


@given(POOLS, st.data(), st.text(max_size=5))
def test_an_attempt_asks_each_question_once(pool, data, seed):
    count = data.draw(st.integers(1, len(pool)))
    asked = draw(pool, count, seed)
    assert len(asked) == len(set(asked)) == count and set(asked) <= set(pool)
    assert asked == draw(pool, count, seed)


@given(POOLS, st.data(), st.text(max_size=5))
def test_no_question_comes_again_before_all_have_been_asked(pool, data, seed):
    count = data.draw(st.integers(1, len(pool) // 2))
    before: list[list[str]] = []
    for attempt in range(6):
        before.append(draw(pool, count, f"{seed}{attempt}", before))
        asked = [id for one in before for id in one]
        often = [asked.count(id) for id in pool]
        assert max(often) - min(often) <= 1


@given(POOLS, st.text(max_size=5))
def test_a_shuffle_loses_nothing(pool, seed):
    assert sorted(shuffled(pool, seed)) == sorted(pool)


@given(st.integers(0, 20), st.integers(0, 20))
def test_eighty_per_cent_pass(right, more):
    asked = right + more
    assert is_pass(right, asked) == (asked > 0 and right / asked >= PASS / 100)


def test_what_passes_a_small_quiz():
    assert [is_pass(right, 5) for right in (3, 4, 5)] == [False, True, True]
    assert [is_pass(right, 4) for right in (3, 4)] == [False, True]


def test_the_next_lesson_is_the_first_that_is_not_passed():
    lessons, through = ["a", "b", "c"], Standing(passed=True)
    assert next_lesson(lessons, {}) == "a"
    assert next_lesson(lessons, {"a": through, "b": Standing("x"), "c": through}) == "b"
    assert next_lesson(lessons, dict.fromkeys(lessons, through)) == ""
    assert passed(lessons, {"a": through, "b": Standing("x"), "z": through}) == 1
