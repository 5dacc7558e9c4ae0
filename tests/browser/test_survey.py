"""Surveys in the page: from a workbook to answers, and the chart for whoever answered."""

import re
from datetime import time
from typing import Any

import pytest

from tests.browser.phones import NEEDS, Phone, words
from tests.browser.test_demo import move_to, width
from tests.dialogues.test_survey_file import book

pytestmark = pytest.mark.browser

CODE = re.compile(r"\b\d{6}\b")
THANKS = "თქვენი პასუხები მივიღეთ"


async def test_a_workbook_is_sent_tried_opened_and_answered(page: Any) -> None:
    chief, citizen = Phone(page, "telegram", 2), Phone(page, "viber")
    await chief.become_staff("CHEF-4KEY", "ეკა ბერიძე")
    await chief.press(words("desk-surveys"))
    await chief.sees(words("drafts-file"))
    await chief.say("Excel")
    await chief.press(words("drafts-file-have"))
    await chief.send_file("გზა.xlsx", book())
    await chief.sees("ფურცელი survey, სტრიქონი 5, სვეტი type")
    await chief.press(words("drafts-try"))
    await chief.press(words("needs-begin"))
    await answer(chief)
    await chief.sees(words("drafts-tried"))
    await chief.press(words("drafts-to-draft"))
    await chief.press(words("drafts-open"))
    await chief.sees(words("drafts-ask-intro"))
    await chief.press(words("core-skip"))
    await chief.press(words("drafts-anonymous"))
    await chief.press(words("audience-all"))
    await chief.press("7 დღე")
    await chief.press(words("drafts-sure-yes"))
    opened = await chief.sees("✓ გამოკითხვა დაიწყო")
    code = CODE.search(await opened.inner_text())
    assert code
    await citizen.join(code[0])
    await citizen.press(words("core-skip"))
    await citizen.press(words("needs-begin"))
    await answer(citizen)
    await citizen.sees(THANKS)
    await chief.take()
    await chief.press(words("surveys-to-list"))
    await chief.say("ახალი გზა")
    await chief.sees("პასუხები ჩატში: 1")


async def answer(phone: Phone) -> None:
    await phone.sees("დადიხართ ამ გზით?")
    await phone.press("არა")
    await phone.sees("რატომ არა?")
    await phone.say("შორია")
    await phone.sees("რამდენი წლის ხართ?")
    await phone.say("40")
    await phone.sees(words("needs-overview").splitlines()[0])
    await phone.press(words("needs-send"))


@pytest.mark.parametrize(("messenger", "wide"), [("telegram", 1280), ("viber", 360)])
async def test_whoever_answered_gets_the_chart(page: Any, messenger: str, wide: int) -> None:
    await page.set_viewport_size({"width": wide, "height": 760})
    phone = Phone(page, messenger)
    await phone.join(NEEDS)
    await phone.press(words("needs-begin"))
    await phone.say("2 3")
    await phone.press(words("core-done"))
    await phone.press(words("needs-dont-know"))
    for place in ("3/5", "4/5", "5/5"):
        await phone.sees(place)
        await phone.press(words("core-skip"))
    await phone.press(words("needs-send"))
    await phone.sees(THANKS)
    await move_to(page, 10, time(12))
    result = await phone.sees("სასმელი წყალი — 19 (61%)")
    await phone.root.locator(".row img").last.wait_for()
    assert "31 ადამიანმა" in await result.inner_text()
    assert await width(page) == wide
