"""The whole civil budget in the demo's page: two of the staff, three citizens, and the clock."""

import asyncio
import re
from collections.abc import Awaitable
from typing import Any

import pytest

from tests.browser.conftest import PATIENCE
from tests.browser.phones import RECEIPT, TEXTS, Phone, words
from tests.browser.test_demo import move

pytestmark = pytest.mark.browser

BUDGET = "438123"
LULL = 0.25  # seconds in which nothing new comes: all of the answer is on the screen
LOOKS = 200
FIGURE = re.compile(r"^monawile_(\w+) (\S+)$", re.MULTILINE)
UNDONE = ("due_rows", "jobs_open", "campaigns_unwritten", "outbox_letters")
TITLE = "სკოლის ეზოში კალათბურთის ფარი"
TEXT = "ძველი ფარი გატეხილია. ბავშვები გაკვეთილების შემდეგ ქუჩაში თამაშობენ."
MENU = "მენიუ"


class Actor(Phone):
    """One person of the page who looks at the screen before every act."""

    async def does(self, act: Awaitable[Any]) -> None:
        """Act, and wait until the bot has taken the turn and the phone shows all of its answer."""
        before = (await figures(self.page))["turns_handled"]
        await act
        for _ in range(LOOKS):
            now = await figures(self.page)
            if now["turns_handled"] > before and not now["outbox_letters"]:
                break
            await asyncio.sleep(LULL / 5)
        await self.settled()

    async def settled(self) -> None:
        """Until the newest row is the bot's and stays as it is."""
        before = ""
        for _ in range(LOOKS):
            last = self.root.locator(".row").last
            now = await last.inner_text()
            if now and now == before and "mine" not in (await last.get_attribute("class") or ""):
                return
            before = now
            await asyncio.sleep(LULL)

    def _key(self, name: str, **args: Any) -> Any:
        label = re.escape(TEXTS.text("ka", name, **args).plain().strip())
        # Of the newest message: older ones keep their buttons, which then lead nowhere new.
        newest = self.root.locator(".row").last.locator(".keys button")
        keys = newest.or_(self.root.locator(".board button"))
        return keys.filter(has_text=re.compile(rf"^\s*(✅ )?(\d+\. )?{label}")).last

    async def offers(self, name: str, **args: Any) -> bool:
        return bool(await self._key(name, **args).count())

    async def choose(self, name: str, **args: Any) -> None:
        """The newest such button, or its words where the list goes on elsewhere."""
        if await self.offers(name, **args):
            await self.does(self._key(name, **args).click())
        else:
            await self.does(self.say(TEXTS.text("ka", name, **args).plain()))

    async def write(self, text: str) -> None:
        await self.does(self.say(text))

    async def take(self) -> None:
        await super().take()
        await self.settled()

    async def desk(self, name: str) -> None:
        await self.take()
        await self.write(MENU)
        await self.choose("menu-desk")
        await self.choose(name)

    async def propose(self) -> None:
        await self.take()
        await self.write(MENU)
        await self.choose("menu-idea")
        await self.write(TITLE)
        await self.write(TEXT)
        await self.choose("idea-category", category="sport")
        await self.choose("idea-change")
        await self.choose("idea-part-cost")
        await self.write("4200")
        await self.choose("idea-send")
        await self.sees(words("idea-share"))

    async def review(self) -> None:
        """Everything that waits for this person, by the list of today."""
        for kind, yes in (("today-review", "review-pass"), ("today-second", "second-agree")):
            await self.desk("desk-today")
            if await self.offers(kind, count=""):
                await self.choose(kind, count="")
                while await self.offers(yes):
                    await self.choose(yes)

    async def vote(self, picks: str) -> None:
        await self.take()
        await self.write(MENU)
        await self.choose("menu-votes")
        await self.choose("vote-begin")
        if await self.offers("core-share-phone"):
            await self.choose("core-share-phone")
        if await self.offers("vote-begin"):
            await self.choose("vote-begin")
        await self.write(picks)
        await self.choose("core-done")
        await self.choose("vote-yes")
        await self.sees(RECEIPT)


async def figures(page: Any) -> dict[str, float]:
    told = await (await page.request.get("/metrics")).text()
    return {name: float(value) for name, value in FIGURE.findall(told)}


async def at_rest(page: Any) -> None:
    """Until all that fell due has happened, slow work is done and its letters are sent."""
    async with asyncio.timeout(PATIENCE / 1000):
        while True:
            now = await figures(page)
            if not any(now[name] for name in UNDONE):
                return
            await asyncio.sleep(LULL)


async def forward(page: Any, *labels: str) -> None:
    for label in labels:
        await at_rest(page)
        async with page.expect_response(lambda answer: answer.request.method == "POST"):
            await move(page, label)
        await at_rest(page)


async def test_the_whole_cycle_in_the_page(page: Any) -> None:
    chief, partner = Actor(page, "viber", 2), Actor(page, "telegram", 3)
    # On both messengers a place of the list has one number: it is the same person.
    citizens = [Actor(page, "telegram", 0), Actor(page, "viber", 1), Actor(page, "telegram", 2)]
    await chief.become_staff("CHEF-5KEY", "ეკა ბერიძე")
    await partner.become_staff("PART-5NER", "ლია მესხი")
    for citizen in citizens:
        await citizen.join(BUDGET)
        await citizen.settled()
    await citizens[0].propose()

    await forward(page, "+1 დღე", "+1 დღე")
    for colleague in (chief, partner) * 3:
        await colleague.review()
    await forward(page, *["+1 დღე"] * 3)
    await chief.desk("desk-list")
    await chief.choose("list-propose")
    await chief.choose("list-yes")
    await partner.desk("desk-today")
    await partner.choose("today-list-second")
    await partner.choose("list-agree")

    await forward(page, "+1 დღე")
    for citizen, picks in zip(citizens, ("1 2", "2 3", "2"), strict=True):
        await citizen.vote(picks)
    await forward(page, "+1 დღე", "+1 დღე", "+10 წთ")
    for colleague, step in ((chief, "process-propose"), (partner, "process-seal")):
        await colleague.desk("desk-process")
        await colleague.choose(step)
        await colleague.choose("process-yes")

    await forward(page, "+1 დღე")
    for citizen in citizens:
        await citizen.take()
        await citizen.sees(TEXTS.text("ka", "results-head", count=3).plain())
