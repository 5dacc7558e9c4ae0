"""The page of a certificate on a small phone: nothing runs out of it, all can be tapped."""

from typing import Any

import pytest

from storage import demo
from storage.demo.place import DEMO
from tests.support.crowd import resident
from tests.support.graduates import given, graduate
from tests.support.world import World

pytestmark = pytest.mark.browser

SMALL = {"width": 360, "height": 640}
NAME = "ნინო ბერიძე"
BIG_ENOUGH = 40  # pixels of what a thumb has to hit


@pytest.mark.parametrize("language", ["ka", "en"])
async def test_a_certificate_is_checked_on_a_small_phone(
    world: World, browser: Any, language: str
) -> None:
    now = world.clock.now()
    async with world.database.writing() as session:
        await demo.fill(session, now)
        learning = await graduate(session, await resident(session, place=DEMO), now)
        paper = await given(session, learning, DEMO, NAME, now)
    context = await browser.new_context(viewport=SMALL)
    page = await context.new_page()
    home = world.app.media.public_url
    await page.goto(f"{home}/certificates?lang={language}")
    await fits(page)
    await page.fill("#code", paper.code.lower())
    await page.click("form[action='/certificates'] button")
    assert await page.locator(".verdict.valid").count() == 1
    await fits(page)
    await page.fill("#name", NAME)
    await page.click("form[method=post] button")
    assert await page.locator(".verdict.valid").count() == 2
    await fits(page)
    await page.fill("#name", "ნინო ბერაძე")
    await page.click("form[method=post] button")
    assert await page.locator(".verdict.valid").count() == 1
    await page.goto(f"{home}/certificates/7K9A-NFMJ?lang={language}")
    assert await page.locator(".verdict:not(.valid)").count() == 1
    await fits(page)
    await context.close()


async def fits(page: Any) -> None:
    """Nothing is wider than the screen, everything to tap is large, no text is put in capitals."""
    assert await page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
    for one in await page.locator("button, input:not([type=hidden])").all():
        box = await one.bounding_box()
        assert box["height"] >= BIG_ENOUGH and box["x"] + box["width"] <= SMALL["width"]
    cased = "[...document.querySelectorAll('*')].map(e => getComputedStyle(e).textTransform)"
    assert set(await page.evaluate(cased)) == {"none"}
