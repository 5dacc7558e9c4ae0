"""`survey print`: a sheet as a file."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.commands import app
from tests.commands.test_budget_print import folder as folder
from tests.support.pdf import pages


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["survey", "print", *words])


@pytest.mark.parametrize(
    ("language", "word"), [("ka", "თანახმავარ,რომ"), ("en", "Iagreethatmyanswers")]
)
def test_a_survey_becomes_a_file(folder: Path, language: str, word: str):
    file = folder.with_name("sheet.pdf")
    said = run("1", str(file), "--language", language)
    assert said.exit_code == 0, said.output
    text = "".join("".join(pages(file.read_bytes())).split())
    assert (word in text and "№1" in text) or "No.1" in text


def test_what_is_not_there_is_one_line(folder: Path):
    file = str(folder.with_name("sheet.pdf"))
    for words in (("99", file), ("1", file, "--language", "xx"), ("1", "/nowhere/at/all.pdf")):
        said = run(*words)
        assert said.exit_code != 0 and len(said.output.strip().splitlines()) == 1
