"""No text and no answer makes an expression raise, run for long or look outside."""

import inspect
import sys
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.civic.survey.expressions import Fault, Reason, compile
from bot.civic.survey.expressions.parser import DEEPEST
from tests.support.phrases import phrase
from tests.support.scopes import Told

ODD = ["", " ", "NaN", "-0", "1e999", "9" * 400, "2020-02-30", "9999-12-31", "\ud800", "ა", "'"]
SAID = st.one_of(
    st.sampled_from(ODD), st.text(max_size=20), st.integers().map(str), st.floats().map(str)
)
TYPOS = ["", *"${}()[]'\",.<>=!+-*/| 0:#%"]
SIGNS = st.text("${}()[]'\",.<>=!+-*/| abdiv0123:#\\", max_size=60)


@settings(deadline=None)
@given(st.randoms(use_true_random=False), st.lists(st.one_of(SAID, st.lists(SAID)), max_size=4))
def test_no_answer_makes_an_expression_raise(random, said):
    given = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in zip("abcd", said, strict=False)
    }
    scope = Told(given, current=str(random.choice(ODD)))
    expression = compile(phrase(random, 4))
    assert isinstance(expression.text(scope), str)
    assert expression.true(scope) in (True, False)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=60), SIGNS))
def test_any_text_is_compiled_or_refused(text):
    try:
        expression = compile(text)
    except Fault as fault:
        assert 1 <= fault.column <= len(text) + 1
    else:
        assert isinstance(expression.text(Told()), str)


@settings(deadline=None, max_examples=500)
@given(st.randoms(use_true_random=False))
def test_a_mistyped_expression_is_refused_or_evaluated(random):
    typed = phrase(random)
    place = random.randrange(len(typed) + 1)
    typed = typed[:place] + random.choice(TYPOS) + typed[place + random.randint(0, 9) :]
    try:
        expression = compile(typed)
    except Fault as fault:
        assert fault.reason in Reason
    else:
        assert isinstance(expression.text(Told()), str)


@pytest.mark.parametrize(
    "opening", ["(", "not(", "-", "if(1,1,", "1 or 1 and 1=1<1+1*(", "coalesce('',", "once("]
)
def test_the_deepest_that_is_taken_is_evaluated(opening):
    closing = ")" * opening.count("(")
    deep = next(
        text
        for times in range(DEEPEST, 0, -1)
        if compiles(text := opening * times + "1" + closing * times)
    )
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 700)
    try:
        assert compile(deep).text(Told())
    finally:
        sys.setrecursionlimit(limit)


def compiles(text):
    try:
        return compile(text)
    except Fault:
        return None


def test_a_long_sum_is_not_deep():
    assert compile("+".join("1" * 1000)).text(Told()) == "1000"
    assert compile(" or ".join(["0"] * 400)).text(Told()) == "false"


@pytest.mark.parametrize(
    "pattern", ["^(a+)+$", "(a|aa)+$", "(.*)*x", "^(([a-z])+.)+[A-Z]([a-z])+$"]
)
def test_patterns_that_explode_elsewhere_come_to_an_end(pattern):
    """An engine that goes back and tries again would not, in anybody's lifetime."""
    hostile = compile(f"regex(., '{pattern}')")
    computed = compile("regex(., ${pattern})")
    assert not hostile.true(Told(current="a" * 4000 + "!"))
    assert not computed.true(Told({"pattern": pattern}, "a" * 4000 + "!"))


def test_the_same_phrase_comes_from_the_same_chance():
    assert phrase(Random(3), 4) == phrase(Random(3), 4)
