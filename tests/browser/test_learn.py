"""The Academy and the handbook on a phone of the demo, as somebody tries them."""

from typing import Any

import pytest

from tests.browser.phones import HOUSE, Phone, words
from tests.support.learning import CITIZEN, content

pytestmark = pytest.mark.browser

FIRST = content().of("citizen")[0]


async def arrived(page: Any, messenger: str, wide: int) -> Phone:
    await page.set_viewport_size({"width": wide, "height": 760})
    phone = Phone(page, messenger)
    await phone.join(HOUSE)
    await phone.press(words("core-skip"))
    await phone.say("მენიუ")
    return phone


@pytest.mark.parametrize(("messenger", "wide"), [("telegram", 1280), ("viber", 360)])
async def test_a_lesson_from_its_first_card_to_its_questions(
    page: Any, messenger: str, wide: int
) -> None:
    phone = await arrived(page, messenger, wide)
    await phone.say(words("menu-learn"))
    await phone.press(CITIZEN)
    for card in FIRST.cards[1:]:
        await phone.press(words("learn-forward"))
        await phone.sees(card.title)
    await phone.press(words("learn-to-task"))
    await phone.sees(FIRST.action.ask[:60])
    await phone.say("4")
    await phone.sees(FIRST.action.answers[3].why[:60])
    await phone.press(words("learn-to-quiz"))
    await phone.sees("კითხვა 1/3")


@pytest.mark.parametrize(("messenger", "wide"), [("telegram", 1280), ("viber", 360)])
async def test_a_plain_question_finds_its_page(page: Any, messenger: str, wide: int) -> None:
    phone = await arrived(page, messenger, wide)
    await phone.say(words("menu-rights"))
    await phone.press(words("rights-find"))
    await phone.sees(words("rights-find-ask"))
    await phone.say("ramdeni xelmowera unda peticias")
    await phone.press("1" if messenger == "telegram" else "პეტიცია")
    await phone.sees("მუხლი 86")
