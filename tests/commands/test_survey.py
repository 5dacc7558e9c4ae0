"""`survey check` and `survey template`."""

import json
import os

import pytest
from typer.testing import CliRunner

from bot.commands import survey
from tests.support.xlsforms import workbook

HEADER = ["type", "name", "label::Georgian (ka)", "label::English (en)", "required"]
GOOD = [HEADER, ["text", "wish", "რა გსურთ?", "What do you wish?"], ["file", "plan", "გეგმა"]]
BAD = [HEADER, ["Text", "wish", "რა გსურთ?"], ["file", "plan", "გეგმა", "", "yes"]]


def run(*args: object):
    return CliRunner().invoke(survey.app, [*map(str, args)], env=os.environ | {"COLUMNS": "120"})


@pytest.fixture
def write(tmp_path):
    def written(rows, name="roads.xlsx"):
        path = tmp_path / name
        path.write_bytes(workbook({"survey": rows}))
        return path

    return written


def test_what_would_be_asked(write):
    done = run("check", write(GOOD))
    assert done.exit_code == 0, done.output
    assert "roads (ka, en)" in done.output
    assert "Asked: 1 of 2 questions (text 1)." in done.output
    assert "a chat survey takes no files" in done.output
    assert "note: survey, row 3, column type: left out: file is not supported" in done.output
    assert "note: survey, row 3, column label: no text in en; ka is shown" not in done.output
    assert "It can be imported." in done.output


def test_what_is_refused(write):
    done = run("check", write(BAD))
    assert done.exit_code == 1
    told = [line for line in done.output.splitlines() if line.startswith("problem: ")]
    assert told == [
        "problem: survey, row 2, column type: 'Text' must be written 'text' (--repair mends it)",
        "problem: survey, row 3, column type: file is not supported: a chat survey takes no "
        "files; and it is required (--repair mends it)",
    ]
    assert "Refused: problems 2." in done.output


def test_repairs_are_done_on_request_and_told(write):
    done = run("check", write(BAD), "--repair")
    assert done.exit_code == 0
    assert "repaired: survey, row 2, column type: 'Text' must be written 'text'" in done.output


def test_json(write):
    found = json.loads(run("check", write(GOOD), "--json").output)
    assert (found["title"], found["languages"]) == ("roads", ["ka", "en"])
    assert (found["askable"], found["rows"]) == (1, 2)
    assert found["questions"][1] == {
        "row": 3,
        "name": "plan",
        "type": "file",
        "kind": "",
        "question": True,
        "asked": False,
        "reason": "a chat survey takes no files",
    }
    assert found["problems"] == []
    assert found["notes"][0]["code"] == "left-out"


def test_json_of_a_refused_form(write):
    done = run("check", write(BAD), "--json")
    assert done.exit_code == 1
    [first, second] = json.loads(done.output)["problems"]
    assert (first["sheet"], first["row"], first["column"]) == ("survey", 2, "type")
    assert (first["code"], first["repair"]) == ("misspelt-type", "types")
    assert first["details"] == {"type": "Text", "wanted": "text"}
    assert second["code"] == "unsupported-but-required"


def test_a_file_that_cannot_be_read_is_one_clear_line(tmp_path):
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"%PDF-1.7")
    done = run("check", path)
    assert done.exit_code == 2
    assert done.output.strip() == f"{path}: this is a PDF, not a workbook; save the form as .xlsx"
    done = run("check", path, "--json")
    assert (done.exit_code, json.loads(done.output)["problems"][0]["code"]) == (2, "not-a-workbook")
    assert "No such file" in run("check", tmp_path / "none.xlsx").output


def test_a_hundred_megabytes_are_not_read(tmp_path):
    path = tmp_path / "form.xlsx"
    with path.open("wb") as file:
        file.truncate(100 << 20)
    done = run("check", path)
    assert done.exit_code == 2
    assert "the file is larger than the 4 MB that are read" in done.output


def test_a_language_that_is_not_known_is_said(write):
    path = write([["type", "name", "label::Bahasa Rote"], ["text", "a", "A"]])
    assert "which language is 'Bahasa Rote'?" in run("check", path).output
    done = run("check", path, "--language", "Bahasa Rote=rot")
    assert (done.exit_code, "(rot)" in done.output) == (0, True)
    assert run("check", path, "--language", "Bahasa").exit_code == 2


def test_the_template_passes_its_own_check(tmp_path):
    path = tmp_path / "new.xlsx"
    assert run("template", path).exit_code == 0
    done = run("check", path)
    assert done.exit_code == 0
    assert "(ka, en, az, hy, ru)" in done.output
    assert not {"note:", "problem:", "repaired:"} & set(done.output.split())


def test_a_template_in_other_languages(tmp_path):
    path = tmp_path / "new.xlsx"
    assert run("template", path, "--languages", "en, ka").exit_code == 0
    assert json.loads(run("check", path, "--json").output)["languages"] == ["en", "ka"]
    done = run("template", path, "--languages", "xx")
    assert (done.exit_code, "no language xx" in done.output) == (2, True)
    assert run("template", tmp_path / "nowhere" / "new.xlsx").exit_code == 2


def test_choices_are_read_from_the_file_beside_the_workbook(write):
    asks = [HEADER, ["select_one_from_file towns.csv", "town", "რომელი?", "Which?", "yes"]]
    path = write(asks)
    done = run("check", path)
    assert done.exit_code == 1
    assert "its choices are in a file that was not sent along" in done.output
    path.with_name("towns.csv").write_text("name,label\nmill,წისქვილი\n", "utf-8")
    found = json.loads(run("check", path, "--json").output)
    assert (found["askable"], found["rows"], found["missing"]) == (1, 1, [])
