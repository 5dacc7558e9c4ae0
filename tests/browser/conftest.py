"""The demo as its own process, and a browser that talks to nobody else."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.serving import Process, free_port

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE = 60_000  # milliseconds until the page must show what is waited for


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[tuple[Process, str]]:
    port = free_port()
    process = Process(tmp_path, {"PORT": str(port)})
    yield process, f"http://127.0.0.1:{port}"
    process.kill()


@pytest.fixture
async def base(demo: tuple[Process, str]) -> str:
    """The address of a fresh demo that is ready."""
    process, base = demo
    await process.holds(2, base)
    return base


@pytest.fixture
async def browser() -> AsyncIterator[Any]:
    playwright = pytest.importorskip("playwright.async_api")
    if CHROMIUM is None:
        pytest.skip("no chromium here")
    async with playwright.async_playwright() as started:
        opened = await started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        await opened.close()


@pytest.fixture
async def page(browser: Any, base: str) -> AsyncIterator[Any]:
    """A page of a large screen; an error in its scripts fails the test."""
    opened = await browser.new_page(viewport={"width": 1280, "height": 900}, base_url=base)
    opened.set_default_timeout(PATIENCE)
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    yield opened
    assert problems == []
