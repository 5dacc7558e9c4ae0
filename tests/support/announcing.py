"""What a coordinator does to send an announcement, and how time passes then."""

import io
from datetime import timedelta

from PIL import Image

from tests.support.golden import Record
from tests.support.world import Guest, World

SAID = "ხვალ, 10 საათზე, ზღაპარაში წყალი გამოირთვება. ჩაკეტავენ ორ საათს."
ENGLISH = "Tomorrow at 10 the water in Zghapara is turned off for two hours."


async def write(guest: Guest | Record, *, english: str = "", everybody: bool = True) -> None:
    """From the desk to the announcement's page, or to the question for whom it is."""
    await guest.press("განცხადების გაგზავნა")
    await guest.say(SAID)
    if english:
        await guest.say(english)
    else:
        await guest.press("გამოტოვება")
    if everybody:
        await guest.press("✓ მეტი")


async def confirm(guest: Guest | Record) -> None:
    await guest.press("✉")
    await guest.press("დიახ")


def heard(guest: Guest) -> list[str]:
    return [shown.text for shown in guest.screen() if "წყალი" in shown.text]


def picture() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (64, 64), "#0b7a5c").save(drawn, "PNG")
    return drawn.getvalue()


async def pass_time(world: World, **by: int) -> None:
    world.clock.move(timedelta(**by))
    await world.tick()
