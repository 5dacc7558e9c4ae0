"""`budget count`: what it prints, and how it ends."""

import json

import pytest
from typer.testing import CliRunner

from bot.civic import equal_shares, naive
from bot.commands import budget

FILE = """META
key;value
description;Civil budget of Tsalenjikha, 2027
country;Georgia
unit;Tsalenjikha
instance;2027
num_projects;5
num_votes;6
budget;60000
vote_type;approval
rule;{rule}
date_begin;2027
date_end;2027
min_project_score_threshold;2
PROJECTS
project_id;cost;votes;name
P01;30000;4;განათება
P03;25000;3;ბაღი
P02;40000;3;სკვერი
P04;5000;1;ბიბლიოთეკა
P05;999999999;1;გზა
VOTES
voter_id;vote
v01;P01,P03
v02;P01,P02
v03;P02,P05
v04;P01,P03,P04
v05;P02,P03
v06;P01
"""

RUNNER = CliRunner()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "election.pb"
    path.write_text(FILE.format(rule="greedy-threshold"), "utf-8")
    return path


def run(*words):
    return RUNNER.invoke(budget.app, ["count", *map(str, words)])


def test_the_json_has_exactly_what_is_promised(file):
    found = json.loads(run(file, "--rule", "greedy-threshold", "--json").stdout)
    assert found == {
        "rule": "greedy-threshold",
        "budget": 60000,
        "winners": ["P01", "P03"],
        "projects": [
            row("P01", 30000, 4, "funded", "funded(left=30000)"),
            row("P03", 25000, 3, "funded", "funded(left=5000)"),
            row("P02", 40000, 3, "not funded", "no_money(left=5000, cost=40000)"),
            row("P04", 5000, 1, "not funded", "below_minimum(votes=1, needed=2)"),
            row("P05", 999999999, 1, "not funded", "withdrawn"),
        ],
    }


def row(project, cost, score, outcome, reason):
    return {"id": project, "cost": cost, "score": score, "outcome": outcome, "reason": reason}


@pytest.mark.parametrize(
    ("rule", "winners"),
    [
        ("greedy", ["P01", "P03", "P04"]),
        ("greedy-threshold", ["P01", "P03"]),
        ("greedy-no-skip", ["P01", "P03"]),
        ("equal-shares", ["P01"]),
        ("equal-shares/add1", ["P01", "P03"]),
        ("equal-shares/add1u", ["P01", "P03"]),
        ("auto", ["P01", "P03"]),
    ],
)
def test_every_rule_and_its_second_counter(file, rule, winners):
    ended = run(file, "--rule", rule, "--json", "--naive")
    assert ended.exit_code == 0, ended.output
    assert json.loads(ended.stdout)["winners"] == winners


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("greedy", "greedy-threshold"),
        ("greedy-exclusive", "greedy-threshold"),
        ("greedy-custom", "greedy-no-skip"),
        ("equalshares", "equal-shares"),
        ("equalshares/add1", "equal-shares/add1"),
        ("equalshares/add1-comparison", "equal-shares/add1"),
    ],
)
def test_auto_takes_the_files_own_rule(file, label, name):
    file.write_text(FILE.format(rule=label), "utf-8")
    assert json.loads(run(file, "--json").stdout)["rule"] == name
    if label != "greedy":  # which is also our own name, for counting without the minimum
        assert json.loads(run(file, "--rule", label, "--json").stdout)["rule"] == name


def test_a_comparison_may_end_with_greedy(file):
    """All want the bridge, a few their wells: shares buy wells, more people prefer the bridge."""
    text = FILE.format(rule="equalshares-comparison").replace("min_project_score_threshold;2\n", "")
    head = text.split("PROJECTS")[0].replace("num_votes;6", "num_votes;5")
    text = head.replace("num_projects;5", "num_projects;2") + (
        "PROJECTS\nproject_id;cost\nbridge;60000\nwell;12000\n"
        "VOTES\nvoter_id;vote\n1;bridge\n2;bridge\n3;bridge\n4;bridge\n5;well\n"
    )
    file.write_text(text, "utf-8")
    found = json.loads(run(file, "--json").stdout)
    assert (found["rule"], found["winners"]) == ("greedy", ["bridge"])


def test_the_table_can_be_read(file):
    shown = run(file).stdout
    assert "greedy-threshold: 60,000, of which 5,000 are left" in shown
    assert "below_minimum(votes=1, needed=2)" in shown


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        (None, [], "No such file or directory"),
        ("hello", [], "line 1: a .pb file begins with META"),
        (
            FILE.format(rule="unknown"),
            [],
            "'unknown', is none that can be counted; choose one with --rule",
        ),
        (FILE.replace("rule;{rule}\n", ""), [], "'unknown', is none that can be counted"),
        (FILE.format(rule="greedy"), ["--rule", "fair"], "no rule 'fair'; known are auto, greedy"),
        (
            FILE.format(rule="greedy").replace("min_project_score_threshold;2\n", ""),
            ["--rule", "greedy-threshold"],
            "the file sets no min_project_score_threshold",
        ),
        (
            FILE.format(rule="greedy").replace("approval", "ordinal"),
            ["--rule", "equal-shares"],
            "equal shares counts approvals, not ordinal ballots",
        ),
    ],
)
def test_bad_input_ends_with_one_line_and_two(tmp_path, text, words, sentence):
    path = tmp_path / "bad.pb"
    if text is not None:
        path.write_text(text, "utf-8")
    ended = run(path, *words, "--json")
    assert ended.exit_code == 2
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert sentence in ended.stderr


def test_what_was_mended_is_told_beside_the_result(file):
    file.write_text(file.read_text("utf-8").replace("v06;P01", "v06;P01,P01"), "utf-8")
    ended = run(file, "--json")
    assert json.loads(ended.stdout)["winners"] == ["P01", "P03"]
    assert ended.stderr == (
        "note: line 29: a project is named twice on one ballot and counts once\n"
    )


def test_a_count_that_would_not_end_is_given_up(file, monkeypatch):
    monkeypatch.setattr(equal_shares, "ROUNDS", 3)
    ended = run(file, "--rule", "equal-shares/add1", "--json")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert (
        "after 3 rounds of raising every share by 1 the budget is still not spent" in ended.stderr
    )


def test_an_unknown_rule_is_counted_greedily_only_when_asked(file):
    file.write_text(FILE.format(rule="unknown"), "utf-8")
    assert json.loads(run(file, "--rule", "greedy", "--json").stdout)["rule"] == "greedy"


def test_counters_that_differ_are_an_alarm(file, monkeypatch):
    monkeypatch.setattr(naive, "winners", lambda *_: ["P02"])
    ended = run(file, "--json", "--naive")
    assert ended.exit_code == 1
    assert ended.stdout == ""
    assert "the two counters differ" in ended.stderr
