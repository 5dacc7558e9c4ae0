"""Files and answers that are meant to stop the bot, sent by a coordinator while others write."""

import asyncio
import io
import statistics
import tempfile
import time
import zipfile
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import openpyxl

from bot.simulator.phone import Silence
from storage.demo import NEEDS_DOOR
from tests.dialogues.test_arriving import join_in_words
from tests.dialogues.test_prints import files, opened
from tests.dialogues.test_surveys import made_coordinator, to_surveys
from tests.prove.report import Report
from tests.support.hostile import TAKEN, Hostile, hostile_files
from tests.support.watched import PATIENCE, Bot, Caller

TITLE = "Hostile files and answers, while others are answered"
NEIGHBOURS = 4  # who write in turn, on either messenger
IDLE = 1.0  # seconds of replies while nothing else happens, before each of them
STALL = 0.25  # seconds that the event loop may stand still, on a machine that others use too
MORE = 100 << 20  # bytes that the bot itself may take more than when idle
HELPER = 600 << 20  # bytes of a process that reads files
SLOWER = 3.0  # times that the middle reply may take longer: reading takes a core
SEND = "ფაილის გამოგზავნა"
FORMULAS = ('=HYPERLINK("http://a.ge","x")', "+cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0")
SAID = "a" * 900 + "!"  # on which a pattern that goes back tries for ever


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What it was like for others, and what the bot took."""

    replies: list[float]
    seconds: float
    stall: float
    memory: float


class House:
    """The bot, and people who write to it all the time."""

    def __init__(self, report: Report, bot: Bot) -> None:
        self.report, self.bot = report, bot
        self.database, self.simulator = bot.database, bot.simulator
        self.clock = bot.simulator.world.clock
        self.staff = {"Telegram": bot.telegram("თამარი"), "Viber": bot.viber("თეა")}
        makers = (bot.telegram, bot.viber) * NEIGHBOURS
        self._people = [make(f"ნინო {number}") for number, make in enumerate(makers)]
        self._turns = cycle(self._people)
        self.quiet: list[Meanwhile] = []
        self.busy: list[Meanwhile] = []

    async def open(self) -> None:
        for nino in self._people:
            await join_in_words(nino)
        for tamar in self.staff.values():
            await join_in_words(tamar)
            await made_coordinator(self, tamar)  # type: ignore[arg-type]

    async def measure(self, name: str, act: Awaitable[Any], work: Awaitable[Any]) -> None:
        """What it is like while nothing happens; then, after the act, while the work is done."""
        self.quiet.append(await self._during(asyncio.sleep(IDLE)))
        await act
        found = await self._during(work)
        self.busy.append(found)
        self.report.figure(
            name,
            f"{found.seconds:.1f} s; a reply {_times(self.quiet[-1])} → {_times(found)}; "
            f"stall {_ms(found.stall)}; {_mb(found.memory)}",
        )

    async def _during(self, work: Awaitable[Any]) -> Meanwhile:
        """People write one after the other until the work is done."""
        self.bot.gauge.reset()
        task, begun = asyncio.ensure_future(work), time.perf_counter()
        replies = [await self._reply()]
        while not task.done():
            replies.append(await self._reply())
        await task
        seconds = time.perf_counter() - begun
        return Meanwhile(replies, seconds, self.bot.gauge.stall, self.bot.gauge.memory)

    async def _reply(self) -> float:
        phone = next(self._turns).phone
        said = time.perf_counter()
        await phone.say("/menu")
        await phone.heard(timeout=PATIENCE)
        return time.perf_counter() - said


async def prove(report: Report) -> None:
    sent = list(hostile_files())  # before the messengers run: it takes a minute
    with tempfile.TemporaryDirectory() as folder:
        bot = Bot(Path(folder))
        await bot.start()
        try:
            await _hold(report, House(report, bot), sent)
            complaints = list(bot.simulator.complaints)
        finally:
            await bot.stop()
    if complaints:
        report.fail(f"the messengers complain: {complaints}")


async def _hold(report: Report, house: House, sent: list[Hostile]) -> None:
    report.line("A reply: median / worst, while nothing happens → meanwhile.")
    await house.open()
    for hostile in sent:
        for messenger, tamar in house.staff.items():
            await _sent(house, tamar, hostile, f"{hostile.name} on {messenger}")
            if hostile.says == TAKEN and "(" in hostile.name:
                await _tried(house, tamar, f"{hostile.name} on {messenger}, answered")
    for messenger in house.staff:
        await _exported(house, messenger)
    _judge(report, house)


async def _to_file(tamar: Caller) -> None:
    await to_surveys(tamar)
    await tamar.say("Excel")
    if SEND in str(tamar.last().buttons):  # else the question for a file still waits
        await tamar.press(SEND)


async def _sent(house: House, tamar: Caller, hostile: Hostile, name: str) -> None:
    """A file is sent, and the answer is read."""
    await _to_file(tamar)
    sending = tamar.phone.document(hostile.data, "გამოკითხვა.xlsx", size=hostile.size)
    await house.measure(name, sending, _answer(tamar, hostile.says))
    if hostile.says not in tamar.last().text:
        house.report.fail(f"{name}: answered {tamar.last().text[:200]!r}")


async def _answer(tamar: Caller, says: str) -> None:
    """Wait for these words, as long as anything is said."""
    with suppress(Silence):
        shown = await tamar.phone.heard(timeout=PATIENCE)
        while says not in shown.text:
            shown = await tamar.phone.heard(after=shown, timeout=PATIENCE)


async def _tried(house: House, tamar: Caller, name: str) -> None:
    """A survey is tried with the answer that its pattern was made for."""
    await tamar.press("▶ ცდა")
    await tamar.press("დავიწყოთ")
    await house.measure(name, asyncio.sleep(0), tamar.say(SAID))
    if TAKEN not in tamar.last().text:
        house.report.fail(f"{name}: {tamar.last().text[:200]!r}")


async def _exported(house: House, messenger: str) -> None:
    """Formulas among the answers are texts in both exports."""
    make = house.bot.telegram if messenger == "Telegram" else house.bot.viber
    for formula in FORMULAS:
        await _answered(make(f"გია {formula[:5]}"), formula)
    for format, live in (("CSV", _live_csv), ("Excel", _live_xlsx)):
        content = await _ordered(house, house.staff[messenger], format)
        told = f"{len(FORMULAS)} formulas in answers are texts in the {format} export"
        house.report.line(f"{messenger}: {told}.")
        if found := live(content):
            house.report.fail(f"{messenger}, {format}: a spreadsheet would run {found}")


async def _ordered(house: House, tamar: Caller, format: str) -> bytes:
    await to_surveys(tamar)
    await tamar.say("1")
    await tamar.press("პასუხების ჩამოტვირთვა")
    before = len(files(tamar))
    await tamar.press(format)
    async with asyncio.timeout(PATIENCE):
        while len(files(tamar)) == before:
            await tamar.phone.heard(after=tamar.last(), timeout=PATIENCE)
    return await opened(house, files(tamar)[-1])  # type: ignore[arg-type]


async def _answered(guia: Caller, words: str) -> None:
    """The demo's survey, with such words at its end."""
    await join_in_words(guia, NEEDS_DOOR)
    await guia.press("დავიწყოთ")
    await guia.say("1")
    await guia.press("✓")
    await guia.press("კარგი")
    for _ in range(2):
        await guia.say("გამოტოვება")
    await guia.say(words)
    await guia.press("✓ გაგზავნა")


def _live_csv(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        data = archive.read("data.csv").decode("utf-8-sig")
    assert all(f"'{formula[:5]}" in data.replace('""', '"') for formula in FORMULAS), data
    return [one for one in FORMULAS if f",{one}" in data or f',"{one}' in data.replace('""', '"')]


def _live_xlsx(content: bytes) -> list[str]:
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(content))["data"] for cell in row]
    assert {cell.value for cell in cells}.issuperset(FORMULAS)
    return [str(cell.value) for cell in cells if cell.data_type == "f"]


def _judge(report: Report, house: House) -> None:
    """All of them together: one alone has few replies on a machine that others use too."""
    quiet, busy = (
        Meanwhile(
            [reply for one in found for reply in one.replies],
            sum(one.seconds for one in found),
            max(one.stall for one in found),
            max(one.memory for one in found),
        )
        for found in (house.quiet, house.busy)
    )
    ratio = statistics.median(busy.replies) / statistics.median(quiet.replies)
    report.figure("a reply, all in all", f"{_times(quiet)} → {_times(busy)}, {ratio:.1f} times")
    report.figure("longest stall of the event loop", f"{_ms(quiet.stall)} → {_ms(busy.stall)}")
    report.figure("memory of the bot", f"{_mb(house.quiet[0].memory)} → {_mb(busy.memory)}")
    report.figure("memory of the largest process that read a file", _mb(house.bot.gauge.helpers))
    if ratio > SLOWER:
        report.fail(f"replies took {ratio:.1f} times as long")
    if busy.stall > max(STALL, 2 * quiet.stall):
        report.fail(f"the event loop stood still for {_ms(busy.stall)}")
    if busy.memory > house.quiet[0].memory + MORE or house.bot.gauge.helpers > HELPER:
        report.fail("too much memory was taken")


def _times(found: Meanwhile) -> str:
    return f"{_ms(statistics.median(found.replies))} / {_ms(max(found.replies))}"


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def _mb(size: float) -> str:
    return f"{size / (1 << 20):.0f} MB"
