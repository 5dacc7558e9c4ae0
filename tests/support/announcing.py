"""What a coordinator does to send an announcement, and how time passes then."""

import io
from datetime import timedelta
from typing import Any, cast

from PIL import Image
from sqlalchemy import select

from bot.messages import Choice, Html, Outgoing
from storage import mail
from storage.tables.mail import NOTICE
from storage.tables.people import Account
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
        await guest.press("✓ მთელ")


async def confirm(guest: Guest | Record) -> None:
    await guest.press("✉")
    await guest.press("დიახ")


async def offer(world: World, guest: Guest, target: str) -> None:
    """Press a button of a letter that opens this."""
    body = Outgoing(Html("?"), (Choice(f"go:{target}", "go"),)).to_json()
    address = str(cast(Any, guest.phone).id)
    query = select(Account.bot, Account.id).where(Account.address == address)
    async with world.database.writing() as session:
        bot, account = (await session.execute(query)).one()
        letter = mail.letter(bot, account, body, world.clock.now(), lane=NOTICE)
        await mail.post(session, [letter])
    await world.settle()
    await guest.press("go")


def heard(guest: Guest) -> list[str]:
    return [shown.text for shown in guest.screen() if "წყალი" in shown.text]


def picture() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (64, 64), "#0b7a5c").save(drawn, "PNG")
    return drawn.getvalue()


async def pass_time(world: World, **by: int) -> None:
    world.clock.move(timedelta(**by))
    await world.tick()
