"""`budget print`: all papers of an edition as files, and the names that are kept nowhere."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.commands import app
from storage import demo, schema
from storage.engine import Database, Secrets
from tests.support.pdf import pages

NAMES = "number;name\n3;ნინო ბერიძე\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place to print to, beside a database that holds the demo."""
    address = f"sqlite:///{tmp_path}/m.db"
    monkeypatch.setenv("DATABASE_URL", address)
    monkeypatch.setenv("PUBLIC_URL", "https://monawile.example")
    monkeypatch.chdir(tmp_path)
    asyncio.run(_filled(address))
    return tmp_path / "papers"


async def _filled(address: str) -> None:
    secrets = Secrets(b"k" * 32, Path("keys"))
    database = Database(address, secrets=secrets)
    await schema.upgrade(database)
    async with database.writing() as session:
        await demo.fill(session, datetime.now(UTC))
    await database.close()


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["budget", "print", *words])


@pytest.mark.parametrize(
    ("language", "word"), [("ka", "კენჭისყრისბიულეტენი"), ("en", "Ballotpaper")]
)
def test_every_paper_becomes_a_file(folder: Path, language: str, word: str):
    said = run("1", str(folder), "--language", language)
    files = sorted(folder.glob("*.pdf"))
    assert said.exit_code == 0 and f"{len(files)} files" in said.output
    assert len(files) == 6, "no result before its hour"
    texts = ["".join("".join(pages(file.read_bytes())).split()) for file in files]
    assert sum(word in text for text in texts) == 1


def test_names_are_printed_and_kept_nowhere(folder: Path):
    Path("names.csv").write_text(NAMES, "utf-8")
    assert run("1", str(folder), "--names", "names.csv").exit_code == 0
    named = [f for f in folder.glob("*.pdf") if "ნინო ბერიძე" in "".join(pages(f.read_bytes()))]
    assert len(named) == 1
    assert "ბერიძე".encode() not in Path("m.db").read_bytes()


def test_cards_from_the_codes_that_were_made(folder: Path):
    Path("codes.csv").write_text("serial,zone,code\n1,,4829-1053-7716\n", "utf-8")
    assert run("1", str(folder), "--codes", "codes.csv").exit_code == 0
    printed = "".join(page for f in folder.glob("*ბარათები.pdf") for page in pages(f.read_bytes()))
    assert "4829-1053-7716" in printed


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("9", "out"), "no edition '9'"),
        (("x", "out"), "no edition 'x'"),
        (("1", "out", "--language", "fr"), "no language 'fr'"),
        (("1", "out", "--names", "none.csv"), "none.csv: No such file"),
        (("1", "out", "--names", "bad.csv"), "bad.csv: row 3: number 3 is also in row 2"),
        (("1", "m.db"), "m.db: File exists"),
    ],
)
def test_what_cannot_be_printed_is_one_clear_line(
    folder: Path, words: tuple[str, ...], told: str
) -> None:
    Path("bad.csv").write_text("name,number\nა,3\nბ,3\n", "utf-8")
    said = run(*words)
    assert said.exit_code != 0 and told in said.output.replace("\n", "")
