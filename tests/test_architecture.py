"""The import rule of docs/architecture.md, and that breaking it is noticed."""

from pathlib import Path

import pytest

from tests.support.imports import complaints, strays

ROOT = Path(__file__).parents[1]

FORBIDDEN = [
    ("bot.civic.tally", "sqlalchemy.select"),
    ("bot.messages", "storage.people"),
    ("bot.conversation", "bot.texts"),
    ("bot.channels.viber", "bot.channels.telegram.Telegram"),
    ("bot.channels.viber_send", "bot.channels.telegram_api.read"),
    ("bot.channels.viber", "aiogram.Bot"),
    ("bot.exchange.pabulib", "storage.engine"),
    ("bot.content.handbook", "storage.handbook"),
    ("bot.dispatch", "handlers.JOURNEYS"),
    ("bot.spoken.dates", "bot.messages"),
    ("bot.delivery", "bot.channels.telegram"),
    ("bot.simulator.server", "storage.people"),
    ("bot.web.pages", "handlers.citizen"),
    ("bot.schedule", "bot.app.build"),
    ("bot.app", "bot.commands.demo"),
    ("storage.handbook", "bot.content.handbook.handbook"),
    ("storage.people", "bot.messages.Words"),
    ("handlers.citizen.vote", "handlers.citizen.join"),
    ("handlers.citizen.vote", "aiogram.types"),
    ("handlers.parts.ballot_page", "handlers.citizen.vote"),
    ("handlers.municipality.announce", "bot.delivery"),
    ("handlers", "bot.app"),
]

ALLOWED = [
    ("run_bot", "bot.commands.app"),
    ("bot.app", "handlers.JOURNEYS"),
    ("bot.commands.serve", "bot.app.build"),
    ("bot.civic.tally", "fractions.Fraction"),
    ("bot.spoken.dates", "bot.civic.latin.fold"),
    ("bot.replies", "bot.spoken.day"),
    ("bot.channels.telegram", "aiogram.Bot"),
    ("bot.channels.telegram_updates", "bot.channels.telegram_api.read"),
    ("bot.content.handbook", "yaml"),
    ("handlers.citizen.rights", "bot.content.handbook.handbook"),
    ("handlers.citizen.vote", "storage.ballots"),
    ("handlers.citizen.vote", "handlers.parts.ballot_page.begin"),
    ("storage.people", "sqlalchemy.ext.asyncio.AsyncSession"),
]


def test_imports_follow_the_rule():
    assert complaints(ROOT) == []


@pytest.mark.parametrize(("module", "name"), FORBIDDEN)
def test_a_forbidden_import_is_refused(module, name):
    assert strays(module, [name]) == [name]


@pytest.mark.parametrize(("module", "name"), ALLOWED)
def test_an_allowed_import_passes(module, name):
    assert strays(module, [name]) == []


def test_a_part_registers_no_journey():
    parts = sorted((ROOT / "handlers" / "parts").glob("*.py"))
    assert parts and all("JOURNEYS" not in part.read_text("utf-8") for part in parts)


def test_a_planted_violation_is_named(tmp_path):
    room = tmp_path / "bot" / "civic"
    room.mkdir(parents=True)
    (room / "tally.py").write_text("def count():\n    from storage import ballots\n", "utf-8")
    (room / "codes.py").write_text("from . import tally\nfrom .. import app\n", "utf-8")
    (tmp_path / "bot" / "attic.py").write_text("import json, handlers\n", "utf-8")
    assert complaints(tmp_path) == [
        "bot.attic may not import anything: no rule names it",
        "bot.civic.codes may not import .tally",
        "bot.civic.codes may not import ..app",
        "bot.civic.tally may not import storage.ballots",
    ]
