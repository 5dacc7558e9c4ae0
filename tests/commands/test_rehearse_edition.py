"""A whole edition rehearsed in small: acted out on phones, everything equal at the end."""

from fractions import Fraction
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.commands import app, rehearse
from bot.commands.rehearsing_compare import Found
from bot.commands.rehearsing_edition import STEPS, act
from bot.exchange.pabulib import BadFile, Election, Entry
from bot.rehearsing.play import cast_of, invented

VOTERS, PAPER = 6, 2


async def test_an_edition_from_the_first_idea_to_the_open_file(tmp_path: Path):
    election = invented(VOTERS + PAPER, seed=3, projects=3)
    play = cast_of(election, VOTERS, PAPER, seed=3)
    steps: list[str] = []
    found = await act(election, play, (f"sqlite:///{tmp_path}/r.db", tmp_path), steps.append)
    assert found.problems == []
    assert found.figures["ballots after sealing"] == str(VOTERS + PAPER)
    assert found.figures["results delivered"] == str(VOTERS + len(play.wishes))
    assert [step for step in steps if step] == list(STEPS)


def test_what_is_not_equal_is_told_and_fails(capsys: pytest.CaptureFixture[str]):
    found = Found({"winners": "3"})
    found.equal("winners", {1, 2}, {1, 2})
    assert rehearse._report(found) == 0
    found.equal("receipts", {"A"}, set())
    assert rehearse._report(found) == 1
    said = capsys.readouterr()
    assert "NOT EQUAL: receipts" in said.err
    assert said.out.splitlines()[-1].split() == ["everything", "equal", "NO"]


def test_projects_nobody_could_propose_are_left_out():
    file = invented(10, seed=1)
    dear = Entry("X1", 30_001), Entry("X2", Fraction(5001, 2)), Entry("X3", 999_999_999)
    play = cast_of(Election(file.meta, (*file.projects, *dear), file.votes), 5, 5, seed=1)
    assert {wish.code for wish in play.wishes} == {entry.id for entry in file.projects}


def test_the_same_seed_draws_the_same_voters_and_nobody_twice():
    file = invented(100, seed=1)
    play, again = (cast_of(file, 40, 10, seed=7) for _ in range(2))
    assert play == again
    voters = [ballot.voter for ballot in (*play.chat, *play.paper)]
    assert len(set(voters)) == 50


def test_too_few_voters_are_refused():
    with pytest.raises(BadFile, match="only 10 of its voters"):
        cast_of(invented(10, seed=1), 10, 1, seed=1)


def test_without_a_file_it_says_what_to_name():
    refused = CliRunner().invoke(app, ["rehearse"])
    assert refused.exit_code == 2
    assert "--edition" in refused.output
