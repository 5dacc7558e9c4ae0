"""The demo as a process of its own, and the help of every command."""

import asyncio
import signal
import socket
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from typer.testing import CliRunner

from bot.commands import app
from tests.support.serving import PATIENCE, Process, free_port, run

COMMANDS = [
    *("", "serve", "demo", "migrate", "rehearse", "budget", "budget count", "staff"),
    *(
        "staff invite",
        "places",
        "places list",
        "places open",
        "places settlements",
        "places announcing",
        "rights",
        "rights check",
    ),
]


class Page:
    """The demo's page without a browser."""

    def __init__(self, client: ClientSession, base: str) -> None:
        self._client = client
        self._base = base

    async def said(self, messenger: str, least: int = 1) -> list[dict[str, Any]]:
        """The messages on a phone, once there are so many of the bot's."""
        async with asyncio.timeout(PATIENCE):
            while True:
                async with self._client.get(f"{self._base}/page/state") as answer:
                    shown = (await answer.json())[messenger]["phone"]["messages"]
                theirs = [message for message in shown if not message["mine"]]
                if len(theirs) >= least:
                    return theirs
                await asyncio.sleep(0.05)

    async def act(self, messenger: str, do: str, **more: Any) -> None:
        act = {"messenger": messenger, "place": 0, "do": do, **more}
        async with self._client.post(f"{self._base}/page/act", json=act) as answer:
            assert await answer.json() == {"problem": ""}

    async def move(self, minutes: int) -> None:
        async with self._client.post(f"{self._base}/page/clock", json={"minutes": minutes}):
            pass


@pytest.mark.parametrize("words", COMMANDS)
def test_every_command_tells_how_it_is_used(words: str):
    result = CliRunner().invoke(app, [*words.split(), "--help"])
    assert result.exit_code == 0
    assert "Usage:" in result.output


async def test_a_port_in_use_is_one_clear_line(tmp_path: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = await run(tmp_path, {"PORT": str(port)})
    assert ended.code == 2
    assert ended.err == f"Port {port} is in use. Try: PORT={port + 1} make run\n"


async def test_it_goes_on_with_what_it_kept_and_with_new_people(tmp_path: Path):
    settings = {"PORT": str(free_port())}
    base = f"http://127.0.0.1:{settings['PORT']}"
    for _ in range(2):
        process = Process(tmp_path, settings)
        await process.holds(2, base)
        async with ClientSession() as client:
            await newcomers(Page(client, base))
        process.stop(signal.SIGINT)
        ended = await process.ended()
        assert ended.code == 0, ended
        assert "Traceback" not in ended.err
    assert base in ended.out


async def newcomers(page: Page) -> None:
    """Both are asked for their language, as people the bot has never met."""
    await page.said("telegram", least=0)
    await page.act("telegram", "start", code="438120")
    await page.act("viber", "say", text="გამარჯობა")
    for messenger in ("telegram", "viber"):
        assert "Choose your language" in (await page.said(messenger))[0]["text"]
    await page.move(1440)
