"""The demo's page, as somebody tries it: vote, reminder, sealing, results."""

from datetime import datetime, time, timedelta
from typing import Any

import pytest

from bot.simulator.page_state import FORMAT, ZONE
from tests.browser.phones import HOUSE, VOTE, Phone, words

pytestmark = pytest.mark.browser


async def move(page: Any, label: str) -> None:
    await page.locator(".moves").get_by_role("button", name=label, exact=True).click()


async def move_to(page: Any, days: int, at: time) -> None:
    """To this hour so many days on, whatever the hour is now."""
    shown = await page.locator("#now").inner_text()
    now = datetime.strptime(shown, FORMAT).replace(tzinfo=ZONE)
    then = datetime.combine(now.date() + timedelta(days=days), at)
    await page.locator('[name="to"]').fill(then.strftime(FORMAT))
    await page.locator('[name="to"]').press("Enter")


async def width(page: Any) -> int:
    return int(await page.evaluate("document.documentElement.scrollWidth"))


SIGNED_UP, REMINDER = "შეგახსენებთ", "საათზე შეხვედრაა"


@pytest.mark.parametrize(
    ("messenger", "wide"), [("telegram", 1280), ("viber", 1280), ("viber", 360)]
)
async def test_from_the_first_start_to_a_confirmed_vote(
    page: Any, messenger: str, wide: int
) -> None:
    await page.set_viewport_size({"width": wide, "height": 760})
    await Phone(page, messenger).vote("1 3")
    assert page.url.endswith("/?lang=ka"), "reloading would start again"
    assert await width(page) == wide


@pytest.mark.parametrize("messenger", ["telegram", "viber"])
async def test_moving_the_clock_brings_the_reminder(page: Any, messenger: str) -> None:
    phone = Phone(page, messenger)
    await phone.join(HOUSE)
    await phone.press(words("core-skip"))
    await phone.press(words("menu-meetings") if messenger == "telegram" else "5.")
    await phone.sees(words("meetings-list"))
    await phone.press("1")
    await phone.press(words("meetings-sign-up"))
    await phone.sees(SIGNED_UP)
    await move_to(page, 2, time(18, 5))  # the meeting is in three days, at 18:00
    # In words: on Viber a letter that comes after it takes the place of its buttons.
    await phone.sees(REMINDER)


@pytest.mark.parametrize(("messenger", "wide"), [("telegram", 1280), ("viber", 360)])
async def test_a_file_is_sent_from_the_page(page: Any, messenger: str, wide: int) -> None:
    await page.set_viewport_size({"width": wide, "height": 760})
    phone = Phone(page, messenger)
    await phone.join(HOUSE)
    await phone.press(words("core-skip"))
    await phone.send_file("სია №1.csv", b"a;b")
    await phone.root.locator(".row.mine").filter(has_text="📎 სია №1.csv").wait_for()
    await phone.sees(words("core-use-buttons"))
    assert await width(page) == wide


async def test_two_people_seal_and_the_chart_comes(page: Any) -> None:
    voter, chief = Phone(page, "telegram"), Phone(page, "telegram", 2)
    partner = Phone(page, "viber", 3)
    await voter.vote("1 3")
    for label in (*["+1 დღე"] * 3, "+10 წთ"):
        await move(page, label)
    await chief.become_staff("CHEF-4KEY", "ეკა ბერიძე")
    await partner.become_staff("PART-7NER", "ლია მესხი")
    await chief.take()
    await seal(chief, "process-propose", "process-state-mine")
    await seal(partner, "process-seal", "process-state-sealed")
    await voter.take()
    await move(page, "+1 დღე")
    result = await voter.sees(words("results-won"))
    assert "38" in await result.inner_text()
    await voter.root.locator(".row img").last.wait_for()


async def seal(phone: Phone, step: str, then: str) -> None:
    await phone.press(words("desk-process"))
    await phone.press(words(step))
    await phone.press(words("process-yes"))
    await phone.sees(words(then))


async def test_a_door_on_a_small_phone(page: Any) -> None:
    await page.set_viewport_size({"width": 360, "height": 720})
    answer = await page.goto(f"/s/{VOTE}")
    assert len(await answer.body()) < 50_000
    assert await width(page) == 360
    picture = await page.locator('meta[property="og:image"]').get_attribute("content")
    shared = await page.request.get(picture)
    assert shared.headers["content-type"] == "image/png"


@pytest.mark.parametrize(("button", "messenger"), [("Telegram", "telegram"), ("Viber", "viber")])
async def test_a_doors_button_opens_its_phone(page: Any, button: str, messenger: str) -> None:
    await page.goto(f"/s/{VOTE}?lang=en")
    await page.get_by_role("link", name=f"Open in {button}").click()
    await Phone(page, messenger).sees(
        "Choose your language" if messenger == "telegram" else words("welcome-first")
    )
