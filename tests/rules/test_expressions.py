"""Expressions by hand: values, operators, functions, and what is refused."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.civic.survey.expressions import Fault, Reason, compile
from tests.support.scopes import Told

NOW = datetime(2026, 11, 28, 14, 30, tzinfo=ZoneInfo("Asia/Tbilisi"))


def value(expression, current="", **answers):
    return compile(expression).value(Told(answers, current, NOW))


def text(expression, current="", **answers):
    return compile(expression).text(Told(answers, current, NOW))


BY_HAND = [
    ("${a} > 18", {"a": "20"}, True),
    ("${a} > 18", {}, False),
    ("selected(${a}, 'x')", {"a": "y x"}, True),
    ("${a} = 'yes' and ${b} != 'no'", {"a": "yes"}, True),
    ("count-selected(.) <= 3", {"current": "a b c d"}, False),
    ("regex(., '^[0-9]{9}$')", {"current": "599123456"}, True),
    (". <= today()", {"current": "2020-01-01"}, True),
    (". >= today()", {"current": "2020-01-01"}, False),
    ("coalesce(${a}, ${b}) = 'z'", {"b": "z"}, True),
    ("if(${a} > 5, 'big', 'small')", {"a": "7"}, "big"),
    ("not(selected(., 'none') and count-selected(.) > 1)", {"current": "none a"}, False),
    ("${a} + ${b} > 10", {"a": "5", "b": "6"}, True),
    ("${a} div 2", {"a": "5"}, 2.5),
    ("round(${a} div 3, 2)", {"a": "10"}, 3.33),
    (". >= 0 and . <= 120", {"current": "130"}, False),
    ("string-length(.) <= 100", {"current": "აბგ"}, True),
    ("${a} != ''", {}, False),
    ("int((today() - ${d}) div 365.25) >= 18", {"d": "1990-01-01"}, True),
    ("(${a}='1' or ${a}='2') and not(${b}='3')", {"a": "2", "b": "1"}, True),
    ("concat(${a},'-',${b})", {"a": "x", "b": "y"}, "x-y"),
    ("-${a} < 0", {"a": "4"}, True),
    ("${a}=1", {"a": "1"}, True),
    ("${a} mod 2 = 1", {"a": "5"}, True),
    (".=0 or .=1", {"current": "1"}, True),
]


@pytest.mark.parametrize(("expression", "answers", "result"), BY_HAND)
def test_the_table_of_hand_tests(expression, answers, result):
    assert value(expression, **answers) == result


TEXTS = [
    ("1 + 2 * 3 - 4 div 2", "5"),
    ("10 - 3 - 2", "5"),
    ("2 + 3 = 5 and 1 < 2 or 1 div 0 > 0", "true"),
    ("- - 3 + 1", "4"),
    ("-2 * -3", "6"),
    ("0.1 + 0.2", "0.30000000000000004"),
    ("1 div 3 * 0.0000001", "0.00000003333333333333333"),
    ("pow(10, 21)", "1000000000000000000000"),
    ("1 div 0", ""),
    ("7 mod 0", ""),
    ("-7 mod 3", "-1"),
    ("int(-2.7)", "-2"),
    ("round(2.5)", "3"),
    ("round(-2.5)", "-3"),
    ("round(1234.567, -2)", "1200"),
    ("round(0 - 0.4)", "0"),
    ("floor(2.7) + ceiling(2.1)", "5"),
    ("sqrt(0 - 1)", ""),
    ("log(0)", ""),
    ("exp(1000)", ""),
    ("pow(-8, 1 div 3)", ""),
    ("round(atan2(1, 1) * 4 - pi(), 10)", "0"),
    ("min(3, '2', 5)", "2"),
    ("max(3, '', 5)", ""),
    ("number('abc') != 1", "true"),
    ("number('1e5') = 100000", "false"),
    ("number(true())", "1"),
    ("'1' = 1.0", "true"),
    ("'1' = '1.0'", "false"),
    ("true() = 'anything'", "true"),
    ("boolean('false')", "true"),
    ("boolean-from-string('false')", "false"),
    ("boolean-from-string('1')", "true"),
    ("selected-at('a b c', 1)", "b"),
    ("selected-at('a b c', 7)", ""),
    ("selected-at('a b c', -1)", ""),
    ("selected-at('', -0.5)", ""),
    ("selected-at('a', 'b')", ""),
    ("selected('', '')", "false"),
    ("substr('მონაწილე', 0, 4)", "მონა"),
    ("substr('abcdef', -2)", "ef"),
    ("contains('abc', 'bc')", "true"),
    ("starts-with('abc', 'bc')", "false"),
    ("ends-with('abc', 'bc')", "true"),
    ("substring-before('2026-11', '-')", "2026"),
    ("substring-before('2026', '-')", ""),
    ("substring-after('2026-11', '-')", "11"),
    ("substring-after('2026', '-')", ""),
    ("translate('bar', 'abc', 'AB')", "BAr"),
    ("normalize-space('  a   b ')", "a b"),
    ("join(', ', 'a', 'b')", "a, b"),
    ("checklist(1, 2, true(), false(), true())", "true"),
    ("checklist(-1, 1, true(), true())", "false"),
    ("weighted-checklist(5, -1, true(), 2, false(), 9, true(), 3)", "true"),
    ("if(true(), 'a', 1 div 0)", "a"),
    ("coalesce('', '', 'c')", "c"),
    ("count(${none}) + count-non-empty(${none})", "1"),
    ("“curly” = ‘curly’", "true"),
    ("1\u00a0+\u00a01", "2"),
    ("regex('599123456', '[0-9]{3}')", "false"),
    ("regex('საქართველო', '[ა-ჰ]+')", "true"),
    ("regex('aaa', concat('(a', '+)+'))", "true"),
    ("regex('aaa', concat('(?=a', ').*'))", "false"),
]


@pytest.mark.parametrize(("expression", "result"), TEXTS)
def test_texts(expression, result):
    assert text(expression) == result


DATES = [
    ("today()", "2026-11-28"),
    ("now()", "2026-11-28T14:30:00.000+04:00"),
    ("date(today() + 3)", "2026-12-01"),
    ("today() - date('2026-11-01')", "27"),
    ("'2026-11-28' = today()", "true"),
    ("'2026-11-28' = '2026-11-28T00:00'", "true"),
    ("'2026-2-1' < '2026-11-28'", "true"),
    ("'2026-02-30' < today()", "false"),
    ("date('2026-02-30')", ""),
    ("date(pow(10, 30))", ""),
    ("date('')", ""),
    ("date-time('2026-11-28T10:05:00.000+04:00')", "2026-11-28T10:05:00.000+04:00"),
    ("decimal-date-time('1970-01-02T12:00')", "1.5"),
    ("decimal-date-time('7')", ""),
    ("date(true())", ""),
    ("format-date('2026-03-05', '%e.%n.%Y %y %m %d %a %b %%')", "5.3.2026 26 03 05 Thu Mar %"),
    ("format-date-time(now(), '%H:%M:%S.%3 %h')", "14:30:00.000 14"),
    ("format-date('', '%Y')", ""),
    ("format-date('2026-03-05', concat('%', 'Q'))", "%Q"),
    ("once('') = ''", "true"),
]


@pytest.mark.parametrize(("expression", "result"), DATES)
def test_dates_are_those_of_the_local_clock(expression, result):
    assert text(expression) == result


def test_what_is_once_keeps_the_answer_there_is():
    assert text("once(5)", current="7") == "7"
    assert text("once(5)") == "5"


def test_instances_of_a_repeat():
    ages = {"age": ("31", "", "4")}
    assert text("count(${age})", **ages) == "3"
    assert text("count-non-empty(${age})", **ages) == "2"
    assert text("sum(${n}) + min(${n}) + max(${n})", n=("1", "2", "4")) == "12"
    assert text("sum(${age})", **ages) == ""
    assert text("join(' ', ${age})", **ages) == "31  4"
    assert text("${age} = 4 and ${age} > 30", **ages) == "true"
    assert text("${age} + 1", **ages) == "32"


def test_paths_lead_to_questions_and_places():
    assert text("../age + 1", age="4") == "5"
    assert text("../../age + current()/../age", age="4") == "8"
    assert text("current()/. + .", current="2") == "4"
    assert text("position(..) * 10 + position(../..)") == "12"
    assert text("indexed-repeat(${age}, ${member}, 2)", age=("4", "5")) == "5"
    assert text("indexed-repeat(${age}, ${member}, ${i})", age=("4", "5")) == ""
    assert text("jr:choice-name(${road}, '${road}')", road="mud") == "road: mud"


def test_names_and_columns_are_known():
    found = compile("${ a } = 1 or ../b = jr:choice-name(., '${c}')")
    assert found.names == {"a": 1, "b": 18, "c": 40}
    found = compile("town=${town} and name != 'x'", in_choices=True)
    assert found.columns == {"town": 1, "name": 18}
    assert found.names == {"town": 6}
    assert found.true(Told({"town": "gori"}, row={"town": "gori", "name": "y"}))


def test_chance_comes_from_the_scope():
    one, other = Told(), Told()
    for expression in ("random()", "uuid()"):
        assert compile(expression).text(one) == compile(expression).text(other)
    assert text("string-length(uuid())") == "36"


REFUSED = [
    ("", Reason.EMPTY, 1, ""),
    ("  ", Reason.EMPTY, 1, ""),
    ("1" * 2001, Reason.TOO_LONG, 2001, "2001"),
    ("(" * 101 + "1" + ")" * 101, Reason.TOO_DEEP, 101, ""),
    ("1 # 2", Reason.UNKNOWN_SIGN, 3, "#"),
    ("'abc", Reason.UNCLOSED, 1, "'"),
    ("1 + ${a", Reason.UNCLOSED, 5, "${"),
    ("(1 + 2", Reason.UNCLOSED, 1, "("),
    ("if(1, 2", Reason.UNCLOSED, 1, "if"),
    ("1 +", Reason.UNEXPECTED, 4, ""),
    ("1 2", Reason.UNEXPECTED, 3, "2"),
    ("${a} == 1", Reason.UNEXPECTED, 7, "="),
    ("${}", Reason.UNEXPECTED, 1, "${}"),
    ("town = 'gori'", Reason.BARE_NAME, 1, "town"),
    ("/data/age", Reason.PATH, 1, "/"),
    ("${a}/b", Reason.PATH, 5, "/"),
    ("${a}[1]", Reason.PATH, 5, "["),
    ("../@x", Reason.PATH, 4, "@"),
    ("current()/x", Reason.PATH, 11, "x"),
    ("${last-saved#a}", Reason.LAST_SAVED, 1, "last-saved#a"),
    ("pulldata('a', 'b', 'c', ${d})", Reason.OTHER_FILE, 1, "pulldata"),
    ("instance('a')/root/item[id=1]/id", Reason.OTHER_FILE, 1, "instance"),
    ("1 + eval('1')", Reason.UNKNOWN_FUNCTION, 5, "eval"),
    ("__import__('os')", Reason.UNKNOWN_FUNCTION, 1, "__import__"),
    ("selected(${a})", Reason.ARGUMENTS, 1, "selected"),
    ("today(1)", Reason.ARGUMENTS, 1, "today"),
    ("indexed-repeat(${a}, ${b}, 1, ${c})", Reason.ARGUMENTS, 31, ""),
    ("indexed-repeat('a', ${b}, 1)", Reason.ARGUMENT, 16, ""),
    ("position(${a})", Reason.ARGUMENT, 10, ""),
    ("jr:choice-name(${a}, 'a')", Reason.ARGUMENT, 22, ""),
    ("regex(., '^(?=a).*')", Reason.PATTERN, 10, "^(?=a).*"),
    (r"regex(., '(a)\1')", Reason.PATTERN, 10, r"(a)\1"),
    ("regex(., '((a{1000}){1000}){1000}')", Reason.PATTERN, 10, "((a{1000}){1000}){1000}"),
    ("format-date(., '%Y-%Q')", Reason.DATE_FORMAT, 16, "%Q"),
    ("format-date(., '%')", Reason.DATE_FORMAT, 16, "%"),
]


@pytest.mark.parametrize(("expression", "reason", "column", "detail"), REFUSED)
def test_what_is_refused_is_named_with_its_column(expression, reason, column, detail):
    with pytest.raises(Fault) as refused:
        compile(expression)
    fault = refused.value
    assert (fault.reason, fault.column, fault.detail) == (reason, column, detail)
