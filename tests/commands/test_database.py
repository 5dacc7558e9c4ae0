"""Commands that prepare a deployment: migrate, places, staff."""

import asyncio
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.commands import app
from storage import staff
from storage.engine import Database
from storage.people import as_code

LIST = "name_ka,name_en,kind,code\nზემო ბანი,Zemo Bani,სოფელი,7\n"


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    address = f"sqlite:///{tmp_path}/m.db"
    monkeypatch.setenv("DATABASE_URL", address)
    monkeypatch.chdir(tmp_path)
    return address


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def test_from_an_empty_database_to_the_first_coordinator(url: str, tmp_path: Path):
    assert "64 municipalities" in run("migrate").output
    assert run("places", "open", "keda", "--phone", "+995 000 00 00 01").exit_code == 0
    assert run("places", "list").output.startswith("* keda")
    (tmp_path / "list.csv").write_text(LIST, "utf-8")
    assert "1 settlements" in run("places", "settlements", "keda", "list.csv").output
    terms = run("places", "announcing", "keda", "--price", "0.0115", "--ceiling", "40").output
    assert terms.splitlines() == [
        "A second person agrees from 500 people on.",
        "A Viber message costs 0.0115 euros.",
        "Ceiling: 40 euros a month.",
    ]
    assert run("places", "announcing", "keda", "--approve-from", "50").output.startswith(
        "A second person agrees from 50 people on."
    )
    assert "for 18 months" in run("places", "keeping", "keda").output
    assert "for 12 months" in run("places", "keeping", "keda", "--months", "12").output
    assert run("places", "keeping", "keda", "--months", "5").exit_code == 2
    said = run("staff", "invite", "keda", "--role", "partner").output
    invited = asyncio.run(found(url, said.split()[0]))
    assert invited is not None
    assert (invited.municipality_id, invited.role, invited.used) == ("keda", "partner", False)


async def found(url: str, code: str) -> staff.Invited | None:
    database = Database(url)
    async with database.reading() as session:
        invited = await staff.find_invitation(session, as_code(code))
    await database.close()
    return invited


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("staff", "invite", "atlantis"), "No municipality 'atlantis'"),
        (("staff", "invite", "keda", "--role", "king"), "No role 'king'"),
        (("places", "open", "atlantis", "--phone", "1"), "No municipality 'atlantis'"),
        (("places", "announcing", "atlantis"), "No municipality 'atlantis'"),
        (("places", "settlements", "keda", "none.csv"), "none.csv: No such file"),
        (("places", "settlements", "keda", "bad.csv"), "bad.csv: row 2: kind"),
        (("places", "settlements", "atlantis", "list.csv"), "No municipality 'atlantis'"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(
    url: str, tmp_path: Path, words: tuple[str, ...], told: str
):
    run("migrate")
    (tmp_path / "list.csv").write_text(LIST, "utf-8")
    (tmp_path / "bad.csv").write_text(LIST.replace("სოფელი", "hamlet"), "utf-8")
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr.startswith(told)
    assert len(result.stderr.splitlines()) == 1


def test_without_a_migration_nothing_is_done(url: str):
    result = run("staff", "invite", "keda")
    assert result.exit_code == 2
    assert "python run_bot.py migrate" in result.stderr


def test_a_database_that_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    for address in ("mysql://x/y", "postgresql://127.0.0.1:1/none"):
        monkeypatch.setenv("DATABASE_URL", address)
        result = run("migrate")
        assert result.exit_code == 2
        assert len(result.stderr.splitlines()) == 1
