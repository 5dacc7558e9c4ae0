"""Commands about who may vote: a register imported, cards made."""

import asyncio
import csv
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from typer.testing import CliRunner, Result

from bot.commands import app
from bot.commands.database import run_with_secrets
from storage import schema
from storage.engine import Database
from storage.tables.electorate import RegisterRow, VoterCode
from tests.commands.conftest import SECRET
from tests.support.electorate import edition_vote

LIST = "№;სახელი;პირადი ნომერი;სოფელი;დაბადების წელი\n"
ROWS = "1;ნინო;01000000001;ზემო;1980\n2;გია;01000000002;ქვემო;2015\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/m.db")
    monkeypatch.setenv("SECRET_KEY", SECRET)
    monkeypatch.setenv("VOTE_KEYS_DIR", str(tmp_path / "keys"))
    monkeypatch.chdir(tmp_path)
    asyncio.run(migrate(f"sqlite:///{tmp_path}/m.db"))
    return tmp_path


async def migrate(url: str) -> None:
    database = Database(url)
    await schema.upgrade(database)
    await database.close()


def opened(identity: str) -> int:
    async def work(database: Database) -> int:
        async with database.writing() as session:
            id, _ = await edition_vote(session, identity)
            return int(id)

    return run_with_secrets(work)


def rows(query: Any) -> list[tuple[object, ...]]:
    async def work(database: Database) -> list[tuple[object, ...]]:
        async with database.reading() as session:
            return [tuple(row) for row in await session.execute(query)]

    return run_with_secrets(work)


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def test_a_register_is_stored_without_names_and_numbers(place: Path):
    vote = opened("register")
    (place / "list.csv").write_text(LIST + ROWS, "utf-16")
    said = run("register", "import", "list.csv", "--vote", str(vote))
    assert "2 voters" in said.output and "1 of them are too young" in said.output
    assert rows(select(RegisterRow.number, RegisterRow.young)) == [(1, False), (2, True)]
    held = b"".join(file.read_bytes() for file in place.glob("m.db*"))
    assert b"01000000001" not in held and "ნინო".encode() not in held
    again = run("register", "import", "list.csv", "--vote", str(vote))
    assert again.exit_code == 2 and "rows 2, 3" in again.output
    (place / "more.csv").write_text(LIST + "3;ლია;01000000003;1;1990\n", "utf-8")
    assert "1 voters" in run("register", "import", "more.csv", "--vote", str(vote)).output


def test_a_register_with_mistakes_stores_nothing(place: Path):
    vote = opened("register")
    (place / "list.csv").write_text(LIST + ROWS + "3;ლია;0100000000;სხვა;1990\n", "utf-8")
    said = run("register", "import", "list.csv", "--vote", str(vote))
    assert said.exit_code == 2
    assert "row 4: personal" in said.output and "row 4: settlement" in said.output
    assert "Nothing was imported" in said.output
    assert rows(select(RegisterRow.number)) == []


def test_cards_are_written_once_and_kept_as_hashes(place: Path):
    vote = opened("code")
    words = ("budget", "codes", str(vote), "--count", "30", "--csv", "cards.csv")
    assert "30 cards are in cards.csv" in run(*words).output
    with (place / "cards.csv").open(encoding="utf-8-sig") as file:
        made = list(csv.DictReader(file))
    assert [row["serial"] for row in made] == [str(serial) for serial in range(1, 31)]
    assert len({row["code"] for row in made}) == 30
    hashes = {row[0] for row in rows(select(VoterCode.code_hash))}
    assert len(hashes) == 30 and not hashes & {row["code"] for row in made}
    assert "5 cards" in run("budget", "codes", str(vote), "--count", "5", "--pdf", "c.pdf").output
    assert (place / "c.pdf").read_bytes().startswith(b"%PDF")
    assert run(*words).exit_code == 2, "an existing file is not overwritten"
    assert rows(select(VoterCode.serial).order_by(VoterCode.serial.desc()).limit(1)) == [(35,)]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("register", "import", "none.csv", "--vote", "1"), "none.csv: No such file"),
        (("register", "import", "list.csv", "--vote", "9"), "No vote 9"),
        (("register", "import", "list.csv", "--vote", "1"), "does not ask for a register"),
        (("budget", "codes", "9", "--count", "3"), "No vote 9"),
        (("budget", "codes", "1", "--count", "3"), "does not ask for cards"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(place: Path, words: tuple[str, ...], told: str):
    opened("phone")
    (place / "list.csv").write_text(LIST + ROWS, "utf-8")
    said = run(*words)
    assert said.exit_code == 2
    assert told in said.output


def test_without_the_key_nothing_is_made(place: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("SECRET_KEY")
    said = run("budget", "codes", "1", "--count", "3")
    assert said.exit_code == 2 and "SECRET_KEY" in said.output


def test_cards_for_a_zone_that_is_not_there_are_refused(place: Path):
    said = run("budget", "codes", str(opened("code")), "--count", "3", "--zone", "north")
    assert said.exit_code == 2 and "has no zone 'north'" in said.output
    assert rows(select(VoterCode.serial)) == []


def test_voters_known_by_something_else_are_not_added(place: Path):
    vote = opened("register")
    (place / "list.csv").write_text(LIST + ROWS, "utf-8")
    run("register", "import", "list.csv", "--vote", str(vote))
    (place / "more.csv").write_text("phone\n599123456\n", "utf-8")
    said = run("register", "import", "more.csv", "--vote", str(vote))
    assert said.exit_code == 2 and "known by the same" in said.output
    assert rows(select(RegisterRow.number)) == [(1,), (2,)]
