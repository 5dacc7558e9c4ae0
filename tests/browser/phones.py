"""What a person does on a phone of the page.  Every act waits for what it needs."""

import re
from typing import Any

from bot.texts import Texts

VOTE, NEEDS, HOUSE = "438120", "438121", "438122"
RECEIPT = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}")

TEXTS = Texts()


def words(name: str) -> str:
    """What the bot says or writes on a button."""
    return TEXTS.text("ka", name).plain()


class Phone:
    """One phone of the page, in the hands of the person at this place of its list."""

    def __init__(self, page: Any, messenger: str, person: int = 0) -> None:
        self.page = page
        self.messenger = messenger
        self.person = person
        self.root = page.locator(f"#{messenger}")

    async def open(self, code: str) -> None:
        """As by a link or a QR code."""
        await self.page.goto(f"/?{self.messenger}={code}&person={self.person}")

    async def take(self) -> None:
        await self.root.locator(".people").select_option(str(self.person))

    async def press(self, label: str) -> None:
        """The newest button that begins so."""
        keys = self.root.locator(".keys button, .board button")
        await keys.filter(has_text=re.compile(rf"^\s*{re.escape(label)}")).last.click()

    async def say(self, text: str) -> None:
        await self.root.locator("textarea").fill(text)
        await self.root.locator("textarea").press("Enter")

    async def send_file(self, name: str, content: bytes) -> None:
        """By the paper clip beside the input."""
        await self.root.locator('[data-open="file"]').click()
        dialog = self.page.locator("#ask-file")
        file = {"name": name, "mimeType": "text/csv", "buffer": content}
        await dialog.locator('input[type="file"]').set_input_files(file)
        await dialog.locator("button.main").click()

    async def sees(self, text: str | re.Pattern[str]) -> Any:
        """Wait until the newest message that says so is there."""
        row = self.root.locator(".row:not(.mine)").filter(has_text=text).last
        await row.wait_for()
        return row

    async def join(self, code: str) -> None:
        await self.open(code)
        if self.messenger == "viber":
            await self.press(words("welcome-start"))
        await self.press("ქართული")
        await self.press(words("welcome-consent-yes"))

    async def vote(self, picks: str) -> None:
        """From the door to the confirmed vote."""
        await self.join(VOTE)
        await self.press(words("vote-begin"))
        await self.press(words("core-share-phone"))
        await self.sees(words("core-phone-got"))
        await self.say(picks)
        await self.press(words("core-done"))
        await self.press(words("vote-yes"))
        await self.sees(RECEIPT)

    async def become_staff(self, code: str, name: str) -> None:
        """With an invitation, from the first start to the desk."""
        await self.join(code)
        await self.press(words("core-skip"))
        await self.press(words("desk-accept"))
        await self.sees(words("desk-your-name"))
        await self.say(name)
        await self.sees(words("desk-appointed"))
