"""`course check` and `course list`."""

import shutil

import pytest
from typer.testing import CliRunner

from bot.commands import app
from bot.commands import course as command
from bot.content.pictures import LOCALES, drawn_from, size


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


@pytest.fixture
def pictures(tmp_path, monkeypatch):
    """The pictures of the shipped course, where they may be spoiled."""
    folder = tmp_path / "ka" / "courses" / "participation" / "1" / "pictures"
    shutil.copytree(LOCALES / "ka" / "courses" / "participation" / "1" / "pictures", folder)
    monkeypatch.setattr(command, "LOCALES", tmp_path)
    return folder


def test_what_has_changed_is_drawn_and_nothing_else(pictures):
    described, others = pictures / "ladder.yaml", (pictures / "path.png").read_bytes()
    described.write_text(described.read_text("utf-8") + "# looked through once more\n", "utf-8")
    done = CliRunner().invoke(app, ["course", "draw"])
    assert done.output == "ka/courses/participation/1/pictures/ladder.png: drawn\n"
    drawn = (pictures / "ladder.png").read_bytes()
    assert drawn_from(drawn, described.read_bytes()) and size(drawn)[0] == 1080
    assert (pictures / "path.png").read_bytes() == others


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("ladder", "kind: stairs", "kind: lift", "KeyError: 'lift'"),
        ("path", "კენჭისყრა", "კენჭისყრა " * 20, "more than 2 lines"),
        ("path", "კენჭისყრა", "კენჭისყრა" * 3, "this word is too long here"),
        ("small", "of: 8", "of: 0", "ZeroDivisionError"),
        ("budget", "  - when: ნოემბრის ბოლო\n    what: ", "  - ", "AttributeError"),
        ("small", "kind: counts", "kind: [", "not YAML"),
        ("secret", "ნინო ✓", "ნინო " * 20, "too wide together"),
        ("budget", "მერი საკრებულოს", "მერი საკრებულოს " * 90, "pixels high, at most 1600"),
    ],
)
def test_what_cannot_be_drawn_is_named(pictures, name, old, new, said):
    described = pictures / f"{name}.yaml"
    described.write_text(described.read_text("utf-8").replace(old, new, 1), "utf-8")
    done = CliRunner().invoke(app, ["course", "draw"])
    assert done.exit_code == 2 and f"{name}.yaml cannot be drawn" in done.output
    assert said in done.output
