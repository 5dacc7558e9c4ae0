"""`serve` with settings that cannot work: one clear line each, exit 2, and no secret told."""

import socket
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.engine import Database
from tests.commands.conftest import SECRET, Env
from tests.support.serving import Ended, run

TOKEN = "700000009:NOBODY-GAVE-THIS-TOKEN"
VIBER = "4f00112233445566-778899aabbccddee-ff00112233445566"


def check(ended: Ended, *told: str) -> None:
    assert ended.code == 2, ended
    lines = ended.err.splitlines()
    assert len(lines) == len(told), ended.err
    for line, start in zip(lines, told, strict=True):
        assert line.startswith(start), ended.err
    for hidden in (TOKEN, VIBER, SECRET, "Traceback"):
        assert hidden not in ended.out + ended.err


SECRETS = {"TELEGRAM_TOKEN": TOKEN, "SECRET_KEY": SECRET}
HOOK = {**SECRETS, "TELEGRAM_MODE": "webhook", "PUBLIC_URL": "http://example.org"}


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({}, ("Set TELEGRAM_TOKEN or VIBER_TOKEN", "Set SECRET_KEY")),
        ({**SECRETS, "SECRET_KEY": "short"}, ("Set SECRET_KEY",)),
        ({"PORT": "99999", "TIME_ZONE": "Mars"}, ("PORT:", "TIME_ZONE:")),
        ({**SECRETS, "VIBER_TOKEN": VIBER}, ("Set PUBLIC_URL",)),
        (HOOK, ("Set PUBLIC_URL", "Set TELEGRAM_WEBHOOK_SECRET")),
        ({**SECRETS, "DATABASE_URL": "mysql://x/y"}, ("DATABASE_URL must start with",)),
        ({**SECRETS, "TELEGRAM_TOKEN": "no token"}, ("A messenger refuses us",)),
    ],
)
async def test_settings_that_cannot_work(tmp_path: Path, settings: Env, told: tuple[str, ...]):
    check(await run(tmp_path, settings, "serve"), *told)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"TELEGRAM_TOKEN": TOKEN}, "A messenger refuses us (token). Check TELEGRAM_TOKEN"),
        (
            {"TELEGRAM_TOKEN": "", "VIBER_TOKEN": VIBER},
            "A messenger refuses us (token). Check TELEGRAM_TOKEN",
        ),
        ({"TELEGRAM_API_URL": "http://127.0.0.1:1"}, "A messenger does not answer"),
        ({"DATABASE_URL": "postgresql://nobody:pw@127.0.0.1:1/none"}, "The database does not"),
    ],
)
async def test_what_does_not_answer_or_refuses(tmp_path: Path, both: Env, wrong: Env, told: str):
    check(await run(tmp_path, {**both, **wrong}, "serve"), told)


async def test_a_port_in_use(tmp_path: Path, telegram: Env):
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ended = await run(tmp_path, {**telegram, "PORT": port}, "serve")
    check(ended, f"Port {port} is in use.")


async def test_a_schema_too_old_or_too_new(tmp_path: Path, telegram: Env):
    fresh = {**telegram, "DATABASE_URL": f"sqlite:///{tmp_path}/fresh.db"}
    check(await run(tmp_path, fresh, "serve"), "The database is older than this program. Run:")
    database = Database(telegram["DATABASE_URL"])
    async with database.engine.begin() as connection:
        await connection.execute(text("update alembic_version set version_num = '9999'"))
    await database.close()
    check(await run(tmp_path, telegram, "serve"), "The database is newer than this program.")
