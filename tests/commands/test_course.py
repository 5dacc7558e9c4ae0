"""`course check` and `course list`."""

from typer.testing import CliRunner

from bot.commands import app
from bot.commands import course as command


def test_the_shipped_courses_are_in_order():
    done = CliRunner().invoke(app, ["course", "check"])
    assert done.exit_code == 0 and "participation: 1 version(s)" in done.output


def test_problems_are_listed_and_the_exit_says_so(monkeypatch):
    monkeypatch.setattr(command, "problems", lambda: ["ka/courses/a/1: there are no sources"])
    done = CliRunner().invoke(app, ["course", "check"])
    assert done.exit_code == 2
    assert "there are no sources" in done.output and "1 things to put right" in done.output


def test_the_courses_are_listed():
    assert "participation  1" in CliRunner().invoke(app, ["course", "list"]).output
