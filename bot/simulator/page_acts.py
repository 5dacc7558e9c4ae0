"""What a person does on the page, given as plain data."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from bot.simulator.faults import Fault, Faults
from bot.simulator.page_cast import AnyPhone
from bot.simulator.page_state import FORMAT, ZONE
from bot.simulator.world import World

VOICE = b"OggS" + bytes(24) + b"OpusHead"
VIDEO = b"\x00\x00\x00\x10ftypisom" + bytes(4)
"""Recordings of nothing; one's own are sent as files."""

Data = dict[str, Any]
Do = Callable[[AnyPhone, Data], Awaitable[None]]


async def press(phone: AnyPhone, given: Data) -> None:
    """A button by its row and column: of a message, or of the keyboard."""
    shown = phone.find(str(given["message"])) if given.get("message") else None
    keys = shown.keys if shown else phone.board
    await phone.touch(keys[int(given["row"])][int(given["column"])], shown)


async def start(phone: AnyPhone, given: Data) -> None:
    await phone.start(str(given.get("code", "")).strip())


async def say(phone: AnyPhone, given: Data) -> None:
    await phone.say(str(given["text"]))


async def share_phone(phone: AnyPhone, given: Data) -> None:
    await phone.share_phone(str(given.get("number", "")))


async def share_place(phone: AnyPhone, given: Data) -> None:
    await phone.share_place(float(given["lat"]), float(given["lon"]))


async def sticker(phone: AnyPhone, given: Data) -> None:
    await phone.sticker()


async def voice(phone: AnyPhone, given: Data) -> None:
    await phone.voice(VOICE)


async def video(phone: AnyPhone, given: Data) -> None:
    await phone.video(VIDEO)


async def block(phone: AnyPhone, given: Data) -> None:
    await phone.block()


async def unblock(phone: AnyPhone, given: Data) -> None:
    await phone.unblock()


DO: dict[str, Do] = {
    "press": press,
    "start": start,
    "say": say,
    "phone": share_phone,
    "place": share_place,
    "sticker": sticker,
    "voice": voice,
    "video": video,
    "block": block,
    "unblock": unblock,
}


def move(world: World, given: Data) -> None:
    """Move the clock forward: by minutes, or to a local date and time.  Raises ValueError."""
    if given.get("to"):
        to = datetime.strptime(str(given["to"]), FORMAT).replace(tzinfo=ZONE)
        by = to - world.clock.now()
    else:
        by = timedelta(minutes=float(given["minutes"]))
    clock: Any = world.clock
    clock.move(by)
    world.agenda.tick()
    world.changed.ring()


def switch(faults: Faults, given: Data) -> None:
    """Set fault switches."""
    if given.get("clear"):
        faults.clear()
    if given.get("next"):
        faults.next(Fault(given["next"]), min(int(given.get("count", 1)), 1000))
    if "rate" in given:
        share = float(given["rate"]) / len(Fault)
        faults.rates = {fault: share for fault in Fault} if share else {}
    faults.duplicates = float(given.get("duplicates", faults.duplicates))
    faults.disorder = float(given.get("disorder", faults.disorder))
