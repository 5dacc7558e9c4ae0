"""An announcement in the demo's page: written, looked at, timed, watched, stopped, sent again."""

import sqlite3
from contextlib import closing
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.simulator.page_state import FORMAT, ZONE
from tests.browser.phones import words
from tests.browser.test_cycle import Actor
from tests.browser.test_demo import move_to

pytestmark = pytest.mark.browser

SAID = "ხვალ წყალი გამოირთვება. ჩაკეტავენ ორ საათს."
CROWD = 400  # sent in a quarter of a minute at the pace of a messenger
BROKEN = 3  # of them; what is no chat of the messenger's cannot even be asked for


def fill(folder: Path) -> None:
    """People of whom the messenger knows nothing, put straight into the demo's database."""
    path = folder / "data" / "demo" / "monawile.db"
    with closing(sqlite3.connect(path, timeout=30)) as database, database:
        now = "2026-01-01 00:00:00.000000"
        for number in range(CROWD):
            person = database.execute(
                "insert into person (language, name, municipality_id, created_at, kept_from)"
                " values ('ka', '', 'demo', ?, current_date)",
                (now,),
            ).lastrowid
            address = f"nobody-{number}" if number < BROKEN else str(900_000_000 + number)
            database.execute(
                "insert into account (person_id, bot, address, reachable, opted_out, door,"
                " created_at) values (?, 'telegram', ?, 1, 0, '', ?)",
                (person, address, now),
            )


async def tomorrow(page: Any) -> str:
    shown = await page.locator("#now").inner_text()
    now = datetime.strptime(shown, FORMAT).replace(tzinfo=ZONE)
    return f"{now + timedelta(days=1):%d.%m.%Y} 12:00"


async def test_from_the_first_word_to_the_repeat(page: Any, tmp_path: Path) -> None:
    fill(tmp_path)
    eka = Actor(page, "telegram", 2)
    await eka.become_staff("CHEF-4KEY", "ეკა ბერიძე")

    await eka.press(words("desk-announce"))
    await eka.sees(words("announce-text"))
    await eka.say(SAID)
    await eka.press(words("core-skip"))
    await eka.press(words("announce-whole"))
    await eka.press(words("announce-to-preview"))
    await eka.sees("Viber, ქართული")
    await eka.sees("ზუსტად ასე მივა")

    await eka.press(words("announce-to-page"))
    await eka.press(words("announce-to-time"))
    await eka.press(words("announce-later"))
    await eka.say(await tomorrow(page))
    await eka.press(words("announce-to-send"))
    await eka.press(words("announce-yes"))
    await eka.sees("მანამდე შეგიძლიათ შეაჩეროთ")

    await move_to(page, 1, time(12, 1))
    await eka.sees("▓")
    await eka.press(words("announce-stop"))
    stopped = await eka.sees(words("announce-stopped"))
    report = await stopped.inner_text()
    assert f"ვერ გაეგზავნა: {BROKEN}" in report
    assert "აღარ გაეგზავნა" in report

    await eka.press(words("announce-to-retry"))
    await eka.press("ვერ გაეგზავნა")
    await eka.press(words("core-done"))
    await eka.sees(words("announce-sure"))
    await eka.choose("announce-yes")
    await page.locator(".moves").get_by_role("button", name="+10 წთ", exact=True).click()
    again = await eka.sees(words("announce-is-retry"))
    assert f"სულ: {BROKEN}" in await again.inner_text()
