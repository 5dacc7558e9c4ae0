"""An edition as a file: all of it is read, and all that is wrong is told with its key."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.civic.ballots import Rule, Tie
from bot.civic.checks import problems
from bot.civic.edition import Paper
from bot.exchange.edition_file import SETTINGS, BadEdition, build, load

TBILISI = ZoneInfo("Asia/Tbilisi")
EXAMPLE = Path(__file__).parents[2] / "docs" / "edition.example.yaml"
PLACES = {
    "s1": [1],
    "ზღაპარა": [4],
    "s5": [5],
    "მაგალითა": [2],
    "tsarmosakhva": [3],
    "ვაკე": [6, 7],
}
NOW = datetime(2026, 12, 1, tzinfo=UTC)
CALENDAR = """
calendar:
  propose_from: 01.03.2027 09:00
  propose_until: 2027-03-22 20:00
  review_until: 03.05.2027 09:00
  opens_at: 10.05.2027 09:00
  closes_at: 24.05.2027 20:00
  results_at: 31.05.2027 12:00
"""
SMALLEST = "municipality: keda\nname: ბიუჯეტი 2028\nmoney: 60000\n" + CALENDAR


def read(text: str):
    return build(load(text.encode()), TBILISI, PLACES)


def wrong(text: str) -> list[str]:
    with pytest.raises(BadEdition) as refused:
        read(text)
    return refused.value.problems


def test_the_example_in_the_guide_holds_every_setting_and_has_no_flaw():
    file = build(load(EXAMPLE.read_bytes()), TBILISI, PLACES)
    assert problems(file.plan, NOW, TBILISI) == []
    assert set(SETTINGS) <= set(load(EXAMPLE.read_bytes()))
    rules, edition = file.plan.rules, file.plan.edition
    assert (file.municipality, file.name["en"]) == ("demo", "Civil budget 2028")
    assert rules.pots == {"": 40_000, "upper": 12_000, "lower": 8_000}
    assert (rules.limits("upper"), rules.limits("lower")) == ((1, 2), (1, 5))
    assert {code: part.settlements for code, part in file.plan.zones.items()} == {
        "upper": (4, 5),
        "lower": (2, 3),
    }
    assert edition.calendar.opens_at == datetime(2027, 5, 10, 9, tzinfo=TBILISI)
    assert (edition.year, edition.cap, edition.next_cycle) == (2028, 8_000, "2029-03-01")


def test_what_is_left_out_is_as_the_template_sets_it():
    plan = read(SMALLEST).plan
    assert (plan.rules.most, plan.rules.rule, plan.rules.tie) == (5, Rule.GREEDY, Tie.CHEAPER)
    assert (plan.edition.age, plan.edition.paper, plan.identity) == (16, Paper.NONE, "phone")
    assert plan.zones == {}


def test_values_in_other_forms():
    plan = read(SMALLEST + "minimum: 5 %\nresidents: no\nrule: equal-shares\nage: 18\n").plan
    assert (plan.rules.minimum, plan.rules.minimum_percent) == (0, 5)
    assert (plan.edition.residents, plan.rules.rule) == (False, Rule.EQUAL_SHARES)


ZONE = "zones:\n  z1:\n    name: ა\n    money: 5\n"
WRONG = {
    "cap: many\n": "cap: 'many' is not a whole number",
    "cap: -5\n": "cap: '-5' is not a whole number",
    "cap: [1]\n": "cap: this is not a whole number",
    "rule: borda\n": "rule: 'borda' is not one of greedy, greedy-no-skip, equal-shares, "
    "equal-shares/add1, equal-shares/add1u",
    "residents: maybe\n": "residents: 'maybe' is not one of yes, no",
    "minimum: few\n": "minimum: 'few' is not a number of votes, or a percentage like 5 %",
    "next_cycle: soon\n": "next_cycle: 'soon' is not a day like 01.03.2028",
    "picks: 0\n": "a ballot cannot hold 1 to 0 projects",
    "about: [a]\n": "about: a text is wanted, or one by language, as in ka: …, en: …",
    "zones: 3\n": "zones: keys with values are wanted",
    ZONE + "    settlements: ბათუმი\n": "zones.z1.settlements: a list of settlements is wanted",
    ZONE + "    settlements: [ბათუმი]\n": "zones.z1.settlements.1: no settlement ბათუმი",
    ZONE + "    settlements: [S1, ვაკე]\n": "zones.z1.settlements.2: 2 are called ვაკე; "
    "give the code",
    ZONE + "    pot: 5\n": "zones.z1.pot: is not a setting; allowed are name, money, settlements, "
    "picks",
    "zones:\n  ზემო:\n    name: ა\n    money: 5\n": "zones.ზემო: a code of small Latin letters and "
    "digits is wanted",
}


@pytest.mark.parametrize(("more", "told"), WRONG.items())
def test_a_wrong_value_is_told_with_its_key_and_what_is_allowed(more, told):
    assert wrong(SMALLEST + more) == [told]


def test_everything_is_told_at_once():
    text = SMALLEST.replace("10.05.2027 09:00", "10 May").replace("name: ბიუჯეტი 2028\n", "")
    found = wrong(text + "cap: x\ncolour: red\n")
    assert [problem.partition(":")[0] for problem in found] == [
        "colour",
        "name",
        "calendar.opens_at",
        "cap",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("money: 1\nmoney: 2\n", "line 1: money is given twice"),
        ("a: [1\n", "line 2: expected ',' or ']', but got '<stream end>'"),
        ("- 1\n", "the file has no settings; see docs/edition.example.yaml"),
        ("", "the file has no settings; see docs/edition.example.yaml"),
    ],
)
def test_what_is_no_file_of_settings(text, told):
    assert wrong(text) == [told]


def test_other_encodings_are_named():
    with pytest.raises(BadEdition, match="not UTF-8"):
        load("name: ბიუჯეტი".encode("utf-16"))


def test_a_missing_date_is_named():
    assert wrong(SMALLEST.replace("  opens_at: 10.05.2027 09:00\n", "")) == [
        "calendar.opens_at: is missing"
    ]
