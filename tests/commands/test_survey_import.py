"""`survey import`: a workbook becomes a draft, or one clear line says why not."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.clock import SystemClock
from bot.commands import survey
from storage import surveys
from storage.demo import place
from storage.demo.surveys import FORM
from storage.engine import Database
from storage.places import settlement_codes
from storage.surveys import NewSurvey
from tests.commands.test_survey import BAD, GOOD
from tests.support.xlsforms import workbook


@pytest.fixture
async def office(migrated: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Database]:
    """The demo's municipality in a database that the command finds."""
    monkeypatch.setenv("DATABASE_URL", migrated)
    monkeypatch.setenv("COLUMNS", "120")
    database = Database(migrated)
    async with database.writing() as session:
        await place.fill_place(session)
    yield database
    await database.close()


async def run(*args: object, municipality: str = "demo"):
    """The command starts its own event loop, so it runs in a thread."""
    words = ["import", *map(str, args), "--municipality", municipality]
    return await asyncio.to_thread(CliRunner().invoke, survey.app, words)


def written(folder: Path, rows: list[list[str]]) -> Path:
    path = folder / "roads.xlsx"
    path.write_bytes(workbook({"survey": rows}))
    return path


async def kept(database: Database) -> list[surveys.Asked]:
    async with database.reading() as session:
        return await surveys.drafts(session, "demo")


async def test_a_form_becomes_a_draft(office: Database, tmp_path: Path):
    done = await run(written(tmp_path, GOOD), "--days", 20, "--anonymous")
    assert done.exit_code == 0, done.output
    [draft] = await kept(office)
    assert f"Survey {draft.id} of demo is a draft of 1 questions." in done.output
    assert "note: survey, row 3, column type: left out" in done.output
    assert (draft.title, draft.anonymous) == ({"ka": "roads"}, True)
    assert draft.closes_at - draft.opens_at == timedelta(days=20)


async def test_whom_it_asks_is_proposed(office: Database, tmp_path: Path):
    async with office.reading() as session:
        codes = await settlement_codes(session, "demo")
    (first, one), (second, two), *_ = codes.items()
    path = written(tmp_path, GOOD)
    done = await run(path, "--settlement", two, "--settlement", one, "--guests")
    assert done.exit_code == 0, done.output
    [draft] = await kept(office)
    assert (draft.audience, draft.guests) == ({"settlements": sorted((first, second))}, True)
    done = await run(path, "--settlement", "77")
    assert (done.exit_code, "No settlement '77' in 'demo'." in done.output) == (2, True)
    assert await kept(office) == [draft]


async def test_a_form_corrects_an_open_survey(office: Database, tmp_path: Path):
    now = SystemClock().now()
    new = NewSurvey("demo", {"ka": "გზა"}, {"ka": ""}, now, now + timedelta(days=7))
    async with office.writing() as session:
        id = await surveys.add(session, new, FORM)
    path = written(tmp_path, GOOD)
    done = await run(path, "--corrects", id)
    assert done.exit_code == 0, done.output
    [draft] = await kept(office)
    assert (draft.corrects, draft.title) == (id, {"ka": "გზა"})
    assert "publishes it in the chat" in done.output
    assert (await run(path, "--corrects", id)).exit_code == 0 and await kept(office) == [draft]
    done = await run(path, "--corrects", draft.id)
    assert (done.exit_code, f"No survey {draft.id} is open in 'demo'" in done.output) == (2, True)


async def test_a_refused_form_is_repaired_on_request(office: Database, tmp_path: Path):
    path = written(tmp_path, BAD)
    done = await run(path)
    assert (done.exit_code, await kept(office)) == (1, [])
    assert "problem: survey, row 2, column type: 'Text' must be written 'text'" in done.output
    done = await run(path, "--repair")
    assert (done.exit_code, len(await kept(office))) == (0, 1)


async def test_an_unknown_language_is_named(office: Database, tmp_path: Path):
    path = written(tmp_path, [["type", "name", "label::Bahasa Rote"], ["text", "a", "A"]])
    assert (await run(path)).exit_code == 1
    done = await run(path, "--language", "Bahasa Rote=rot")
    assert done.exit_code == 0, done.output
    [draft] = await kept(office)
    assert draft.title == {"rot": "roads"}


async def test_bad_input_is_one_clear_line(office: Database, tmp_path: Path):
    pdf = tmp_path / "form.xlsx"
    pdf.write_bytes(b"%PDF-1.7")
    done = await run(pdf)
    assert (done.exit_code, done.output.count("\n")) == (2, 1)
    assert "this is a PDF, not a workbook" in done.output
    done = await run(tmp_path / "none.xlsx")
    assert (done.exit_code, "No such file" in done.output) == (2, True)
    done = await run(written(tmp_path, GOOD), municipality="atlantis")
    assert (done.exit_code, "No municipality 'atlantis'" in done.output) == (2, True)
    assert (await run(written(tmp_path, GOOD), "--days", 61)).exit_code == 2
    assert await kept(office) == []
