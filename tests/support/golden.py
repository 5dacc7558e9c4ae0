"""Conversations as files: every step as the person saw it, compared letter by letter."""

import os
import re
from pathlib import Path

from bot.simulator.phone import Shown
from tests.support.world import Guest

FOLDER = Path(__file__).parents[1] / "dialogues" / "golden"
WRITE = "WRITE_GOLDEN"
OUR_PAGES = re.compile(r"http://127\.0\.0\.1:[0-9]+")  # a port of this run
POSTER_CODE = re.compile(
    r"(?<=პოსტერისთვის: )[0-9]{6}|(?<=ჩაწერეთ კოდი )[0-9]{6}"
    r"|(?<=მოწვევის კოდი: )[0-9A-Z]{4}-[0-9A-Z]{4}|(?<=http://…/s/)(?:[0-9A-Z]{4}-[0-9A-Z]{4}|[0-9]{6})"
)  # drawn anew in each run
LONGEST = 200  # characters of what somebody types


class Record:
    """A phone whose every act from now on is written down with what it showed afterwards."""

    def __init__(self, guest: Guest) -> None:
        self.guest = guest
        self.lines: list[str] = []
        self._seen = max((shown.turn for shown in guest.screen()), default=0)

    async def start(self, code: str = "") -> None:
        await self.guest.start(code)
        self._write(f"(start {code})" if code else "(start)")

    async def say(self, text: str) -> None:
        await self.guest.say(text)
        self._write(text if len(text) <= LONGEST else f"{text[:LONGEST]}… ({len(text)})")

    async def press(self, label: str) -> None:
        full = next((key for key in self.guest.buttons() if key.startswith(label)), label)
        await self.guest.press(label)
        self._write(f"[{full}]")

    async def share_phone(self) -> None:
        await self.guest.share_phone()
        self._write("(phone)")

    async def share_place(self, lat: float, lon: float) -> None:
        await self.guest.share_place(lat, lon)
        self._write("(place)")

    async def photo(self, data: bytes) -> None:
        await self.guest.photo(data)
        self._write("(photo)")

    async def voice(self, data: bytes) -> None:
        await self.guest.voice(data)
        self._write("(voice message)")

    async def video(self, data: bytes, *, size: int | None = None) -> None:
        await self.guest.video(data, size=size)
        self._write("(video)")

    async def file(self, name: str, data: bytes, *, size: int | None = None) -> None:
        await self.guest.file(name, data, size=size)
        self._write(f"(file {name})")

    def wait(self, what: str) -> None:
        """What came by itself, under a line that says when."""
        self._write(f"({what})")

    def buttons(self) -> list[str]:
        return self.guest.buttons()

    def check(self, name: str) -> None:
        """Compare with tests/dialogues/golden/<name>.txt; WRITE_GOLDEN=1 writes it anew."""
        path, said = FOLDER / f"{name}.txt", "\n\n".join(self.lines) + "\n"
        said = POSTER_CODE.sub("…", OUR_PAGES.sub("http://…", said))
        if os.environ.get(WRITE):
            FOLDER.mkdir(exist_ok=True)
            path.write_text(said, "utf-8")
        assert path.exists(), f"{name}: run the test once with {WRITE}=1 and read the file"
        assert said == path.read_text("utf-8")

    def _write(self, act: str) -> None:
        new = [shown for shown in self.guest.screen() if shown.turn > self._seen]
        self.lines.append(f"> {act}")
        for shown in sorted(new, key=lambda shown: shown.turn):
            self.lines.append(_page(shown, self.guest))
            self._seen = shown.turn


def _page(shown: Shown, guest: Guest) -> str:
    rows = shown.buttons
    if not rows and shown is guest.last():
        rows = [[key] for key in guest.buttons()]
    text = f"(picture) {shown.text}" if shown.picture else shown.text
    return "\n".join([text, *(f"  [{'] ['.join(row)}]" for row in rows)])
