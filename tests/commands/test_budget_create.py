"""`budget create`: an edition from a file; what is wrong is told at once, and nothing is made."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from bot.clock import SystemClock
from bot.commands import budget
from storage import editions
from storage.demo import place
from storage.engine import Database

EXAMPLE = Path(__file__).parents[2] / "docs" / "edition.example.yaml"
DATE = re.compile(r"\b(\d\d\.\d\d\.\d{4})\b")
FIRST = datetime(2027, 3, 1, tzinfo=ZoneInfo("Asia/Tbilisi"))


@pytest.fixture
async def office(migrated: str, monkeypatch) -> AsyncIterator[Database]:
    """The demo's municipality in a database that the command finds."""
    monkeypatch.setenv("DATABASE_URL", migrated)
    monkeypatch.setenv("SECRET_KEY", "only-for-tests-and-forty-characters-long")
    database = Database(migrated)
    async with database.writing() as session:
        await place.fill_place(session)
    yield database
    await database.close()


def write(folder: Path, *changes: tuple[str, str]) -> Path:
    """The example, its calendar moved by whole weeks so that it lies ahead."""
    weeks = max(0, (SystemClock().now() - FIRST).days // 7 + 5)

    def later(found: re.Match[str]) -> str:
        day = datetime.strptime(found[1], "%d.%m.%Y").replace(tzinfo=FIRST.tzinfo)
        return (day + timedelta(weeks=weeks)).strftime("%d.%m.%Y")

    text = DATE.sub(later, EXAMPLE.read_text("utf-8"))
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / "edition.yaml"
    path.write_text(text, "utf-8")
    return path


async def run(*args: str):
    """The command starts its own event loop, so it runs in a thread."""
    return await asyncio.to_thread(CliRunner().invoke, budget.app, ["create", *args])


async def made(database: Database):
    async with database.reading() as session:
        return await editions.all_of(session, "demo")


async def test_the_example_becomes_a_draft_with_a_code(office, tmp_path):
    done = await run(str(write(tmp_path)))
    assert done.exit_code == 0, done.output
    (vote,) = await made(office)
    assert (vote.state, vote.name["en"]) == ("draft", "Civil budget 2028")
    async with office.reading() as session:
        code = await editions.code_of(session, vote.id)
        plan = await editions.plan_of(session, vote)
    assert f"Its code for posters: {code}." in done.output
    assert "Voting begins: " in done.output
    assert "lacking: a reviewer of ideas" in done.output
    assert {part.name["ka"] for part in plan.zones.values()} == {"ზემო თემი", "ქვემო თემი"}


async def test_check_makes_nothing(office, tmp_path):
    done = await run(str(write(tmp_path)), "--check")
    assert (done.exit_code, await made(office)) == (0, [])
    assert "The file is in order; nothing was made." in done.output


async def test_impossible_settings_are_refused_with_their_keys(office, tmp_path):
    path = write(tmp_path, ("cap: 8000", "cap: 50000"), ("shortlist: 0", "shortlist: 3"))
    done = await run(str(path))
    assert (done.exit_code, await made(office)) == (2, [])
    assert f"{path}: cap: The cap of one project (50\u00a0000\u00a0₾)" in done.output
    assert f"{path}: shortlist: The ballot cannot be limited to 3 projects" in done.output


async def test_a_warning_is_told_and_does_not_stop(office, tmp_path):
    done = await run(str(write(tmp_path, ("age: 16", "age: 14"))))
    assert (done.exit_code, len(await made(office))) == (0, 1)
    assert "warning: age: Children under 16 need a parent's consent." in done.output


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("municipality: demo", "municipality: atlantis", "no municipality 'atlantis'"),
        ("S5", "S9", "zones.upper.settlements.2: no settlement S9"),
        ("rule: greedy", "rule: dice", "rule: 'dice' is not one of greedy"),
    ],
)
async def test_what_is_not_known_is_told(office, tmp_path, old, new, told):
    done = await run(str(write(tmp_path, (old, new))))
    assert (done.exit_code, await made(office)) == (2, [])
    assert told in done.output


async def test_no_file(office, tmp_path):
    done = await run(str(tmp_path / "nothing.yaml"))
    assert done.exit_code == 2
    assert "No such file" in done.output
