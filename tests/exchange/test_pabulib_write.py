"""Files we write: accepted by the library's checker, and read back as they were."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from pabulib.checker import Checker

from bot.civic.ballots import APPROVING, Kind, Project, Rule, Rules, Tie, group, marks, within
from bot.civic.outcomes import Result
from bot.civic.tally import count
from bot.exchange import recount
from bot.exchange.pabulib import SENTINEL, Election, Entry, Vote, read
from bot.exchange.pabulib_writer import Unpublishable, write
from bot.exchange.publish import publish
from tests.rules.elections import elections
from tests.rules.test_tally import approvals

ABOUT = {
    "description": "Civil budget of Tsalenjikha, 2027",
    "country": "Georgia",
    "unit": "Tsalenjikha",
    "instance": "2027",
    "date_begin": "01.03.2027",
    "date_end": "14.03.2027",
    "edition": "1",
    "language": "ka",
    "currency": "GEL",
    "comment": "#1: Equal votes: the cheaper project goes first.",
}
PROJECTS = [
    (Project("P01", 30_000), {"name": "განათება", "category": "public space"}),
    (Project("P02", 40_000), {"name": "სკვერი;\nII ეტაპი", "category": "public space,greenery"}),
    (Project("P03", 25_000), {"name": '"იმედის" ბაღი', "category": "education"}),
    (Project("P04", 5_000), {"name": "Votes", "category": ""}),
    (Project("P05", 9_000, withdrawn=True), {"name": "გზა", "category": "roads"}),
]
IDS = [project.id for project, _ in PROJECTS]
BALLOTS = group(
    marks(Kind.APPROVAL, [IDS[int(pick)] for pick in picks])
    for picks in ("02", "01", "1", "023", "12", "0", "04", "3")
)


def published(rules: Rules, ballots=BALLOTS, about=ABOUT) -> Election:
    projects = [project for project, _ in PROJECTS]
    return publish(about, rules, PROJECTS, ballots, count(rules, projects, ballots))


def recounted(found: Election) -> Result:
    rules = recount.rules(found, recount.labelled(found))
    return count(rules, recount.projects(found), recount.groups(found))


def complaints(data: bytes) -> Any:
    found = Checker().process_files([data.decode()])
    [report] = [value for key, value in found.items() if key not in ("metadata", "summary")]
    return report["results"]


CORRECT: dict[str, Any] = {"errors": {}, "warnings": {}}
RULES = [
    Rules({"": 60_000}, most=3, minimum=2),
    Rules({"": 60_000}, most=3),
    Rules({"": 60_000}, most=3, rule=Rule.NO_SKIP),
    Rules({"": 60_000}, most=3, rule=Rule.EQUAL_SHARES),
    Rules({"": Fraction("60000.50")}, most=3),
]


@pytest.mark.parametrize("rules", RULES)
def test_the_checker_has_nothing_to_say(rules):
    remaining = [(project, more) for project, more in PROJECTS if not project.withdrawn]
    ballots = within({project.id for project, _ in remaining}, BALLOTS)
    result = count(rules, [project for project, _ in remaining], ballots)
    assert complaints(write(publish(ABOUT, rules, remaining, ballots, result))) == CORRECT


@pytest.mark.parametrize("rules", RULES)
def test_of_a_withdrawn_project_it_only_warns(rules):
    found = complaints(write(published(rules)))
    assert found["errors"] == {}
    assert list(found["warnings"]) == ["single project exceeded whole budget"]


def test_the_checker_would_have_something_to_say():
    data = write(published(RULES[0])).replace(b";40000;", b";1;")
    assert "errors" in complaints(data)


@pytest.mark.parametrize("rules", RULES)
def test_what_is_read_back_counts_the_same(rules):
    found = read(write(published(rules)))
    assert found.notes == ()
    assert recount.groups(found) == BALLOTS
    assert set(recounted(found).winners) == recount.selected(found)


@given(elections(kinds=tuple(APPROVING), zones=("",)))
@settings(deadline=None)
def test_any_vote_survives_the_file(election):
    rules, projects, groups = election
    costs = [*(project.cost for project in projects), *rules.pots.values()]
    assume(projects and groups and all(cost.denominator != 3 for cost in costs))
    result = count(rules, projects, groups)
    found = read(write(publish(ABOUT, rules, [(p, {}) for p in projects], groups, result)))
    again = count(
        recount.rules(found, recount.labelled(found)),
        recount.projects(found),
        recount.groups(found),
    )
    assert again.winners == result.winners
    assert recount.groups(found) == groups


def test_each_zone_makes_its_own_file():
    projects = [Project("a", 50, "north"), Project("b", 50, "south")]
    rules = Rules({"north": 50, "south": 70})
    ballots = approvals(ab=2, b=1)
    result = count(rules, projects, ballots)
    south = publish(ABOUT, rules, [(projects[1], {})], ballots, result)
    assert south.meta["budget"] == "70"
    assert [entry.id for entry in south.projects] == ["b"]
    assert [vote.picks for vote in south.votes] == [("b",)] * 3
    with pytest.raises(ValueError, match="unpack"):
        publish(ABOUT, rules, [(p, {}) for p in projects], ballots, result)


def test_a_file_tells_nothing_of_the_order_of_votes():
    many = group(marks(Kind.APPROVAL, [IDS[n % 4]]) for n in range(200))
    one, other = published(RULES[0], many).votes, published(RULES[0], many).votes
    assert [vote.picks for vote in one] != [vote.picks for vote in other]
    assert [vote.voter for vote in one] == [vote.voter for vote in other]


def test_rows_and_keys_stand_in_the_prescribed_order():
    text = write(published(RULES[0], about=dict(reversed(ABOUT.items())))).decode()
    lines = text.splitlines()
    assert lines[:4] == [
        "META",
        "key;value",
        f"description;{ABOUT['description']}",
        "country;Georgia",
    ]
    table = lines[lines.index("PROJECTS") + 1 :]
    assert table[:6] == [
        "project_id;cost;votes;name;category;selected",
        "P01;30000;5;განათება;public space;1",
        'P03;25000;3;"""იმედის"" ბაღი";education;1',
        'P02;40000;3;"სკვერი; II ეტაპი";public space,greenery;0',
        "P04;5000;2;Votes;;1",
        f"P05;{SENTINEL};1;გზა;roads;0",
    ]
    assert "\r" not in text
    assert not text.startswith("\ufeff")


def test_points_and_ranks_are_written():
    meta = {**ABOUT, "budget": "9", "rule": "greedy", "max_sum_points": "10"}
    projects = (Entry("a", 5), Entry("b", 3))
    votes = (Vote("1", ("a", "b"), (3, 7)), Vote("2", ("b",), (Fraction(1, 2),)))
    text = write(Election({**meta, "vote_type": "cumulative"}, projects, votes)).decode()
    assert "b;3;2;7.5\na;5;1;3\n" in text
    assert "1;b,a;7,3\n2;b;0.5\n" in text
    ranks = (Vote("1", ("b", "a")), Vote("2", ("b",)))
    del meta["max_sum_points"]
    ordinal = Election({**meta, "vote_type": "ordinal", "max_length": "3"}, projects, ranks)
    text = write(ordinal).decode()
    assert "max_length;2\n" in text
    assert "b;3;2;" in text
    assert "1;b,a;3,2" in text


ELECTION = published(RULES[0])


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (replace(ELECTION, meta={"budget": "1"}), "META needs a description"),
        (replace(ELECTION, meta={**ELECTION.meta, "mood": "good"}), "META knows no mood"),
        (
            replace(ELECTION, projects=(Entry("P1", 1, {"colour": "red"}),), votes=()),
            "PROJECTS knows no column colour",
        ),
        (
            replace(ELECTION, projects=(Entry("P,1", 1),), votes=()),
            "a project id holds no comma, semicolon or blank: 'P,1'",
        ),
        (
            replace(ELECTION, votes=(Vote("1", ()),)),
            "the ballot of voter 1 is empty or names a project twice",
        ),
    ],
)
def test_what_the_format_cannot_tell_is_refused(broken, sentence):
    with pytest.raises(Unpublishable) as caught:
        write(broken)
    assert str(caught.value) == sentence


def test_a_cost_without_end_is_refused():
    with pytest.raises(ValueError, match="1/3 has no end"):
        write(replace(ELECTION, projects=(Entry("P1", Fraction(1, 3)),), votes=()))


def test_the_tie_rule_is_in_the_order_of_rows():
    rules = Rules({"": 60_000}, most=3, tie=Tie.LOT, lot=("P02", "P03"))
    found = read(write(published(rules)))
    assert [entry.id for entry in found.projects][:3] == ["P01", "P02", "P03"]
