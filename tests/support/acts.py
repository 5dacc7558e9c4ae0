"""What people of the demo do before the story of a test begins."""

from sqlalchemy import select

from bot.messages import Choice, Html, Outgoing
from storage import mail
from storage.demo import HOUSE_DOOR
from storage.tables.mail import NOTICE
from storage.tables.people import Account
from tests.support.world import Guest, World


async def join(guest: Guest, settlement: str = "ზღაპარა") -> None:
    """Become a resident of the demo."""
    await guest.start(HOUSE_DOOR)
    if guest.buttons() == ["დაწყება"]:
        await guest.press("დაწყება")
    await guest.press("ქართული")
    await guest.press("თანახმა ვარ")
    await guest.say(settlement)


async def become_coordinator(guest: Guest) -> None:
    """Join, and use the demo's invitation."""
    await join(guest)
    await guest.say("CHEF-4KEY")
    await guest.press("დიახ")
    await guest.say("ეკა ბერიძე")


async def forge(world: World, target: str) -> None:
    """To whoever came last, a letter whose button opens what nobody offered them."""
    body = Outgoing(Html("?"), (Choice(f"go:{target}", "go"),)).to_json()
    newest = select(Account.bot, Account.id).order_by(Account.id.desc()).limit(1)
    async with world.database.writing() as session:
        bot, account = (await session.execute(newest)).one()
        now = world.clock.now()
        await mail.post(session, [mail.letter(bot, account, body, now, lane=NOTICE)])
    await world.settle()
