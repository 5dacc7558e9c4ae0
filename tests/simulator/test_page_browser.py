"""The page in a real browser, wide and at the width of a small phone."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.clock import MovableClock
from bot.simulator.server import Simulator
from tests.simulator.support import TelegramCaller, until

playwright = pytest.importorskip("playwright.async_api")

CHROMIUM = "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="no chromium here"),
]


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    simulator = Simulator(MovableClock(), limits=False)
    await simulator.start()
    yield simulator
    await simulator.stop()


@pytest.mark.parametrize("width", [1280, 360])
async def test_a_conversation(simulator: Simulator, telegram: TelegramCaller, width: int) -> None:
    async with playwright.async_playwright() as started:
        browser = await started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = await browser.new_page(viewport={"width": width, "height": 800})
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        await page.goto(f"{simulator.telegram_url}/?lang=en")
        await talk(page, simulator, telegram)
        assert await page.evaluate("document.documentElement.scrollWidth") == width
        assert problems == []
        await browser.close()


async def talk(page: Any, simulator: Simulator, telegram: TelegramCaller) -> None:
    phone = page.locator("#telegram")
    await phone.locator(".begin button").click()
    await phone.get_by_text("/start").wait_for()
    citizen = next(iter(simulator.telegram.phones.values()))
    tap = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    await telegram.call("sendMessage", chat_id=citizen.id, text="<b>Well?", reply_markup=tap)
    await phone.get_by_text("<b>Well?").wait_for()
    await phone.get_by_role("button", name="Yes").click()
    await phone.locator("textarea").fill("<img src=x>")
    await phone.locator("textarea").press("Enter")
    await phone.get_by_text("<img src=x>").wait_for()
    assert citizen.spinning == 1
    before = simulator.world.clock.now()
    await page.get_by_role("button", name="+1 day").click()
    await until(lambda: (simulator.world.clock.now() - before).days == 1)
