"""What people of the demo do before the story of a test begins.

Whoever only has to be there joins without being asked: the rows are written and the chat is
opened at the menu.  `tests/dialogues/test_acts.py` compares this with joining by answers.
"""

from sqlalchemy import select

from bot.messages import Choice, Html, Outgoing
from storage import mail, people, residents, reviews, staff
from storage.demo import HOUSE_DOOR
from storage.demo.place import DEMO
from storage.doors import find_door
from storage.places import settlement_names
from storage.residents import Consent
from storage.tables.mail import NOTICE
from storage.tables.people import Account
from tests.support.golden import Record
from tests.support.world import Guest, World

HOME = "ზღაპარა"


async def arrive(guest: Guest | Record, code: str = "") -> int:
    """Open the chat and get to the first answer; how many taps that took."""
    await guest.start(code)
    if guest.buttons() != ["დაწყება"]:
        return 1
    await guest.press("დაწყება")
    return 2


async def join(guest: Guest, settlement: str = HOME, *, code: str = HOUSE_DOOR) -> None:
    """Become a resident and come through a door, without the questions of joining."""
    await _settle(guest, settlement, code)
    await arrive(guest, code)


async def become_coordinator(guest: Guest) -> None:
    """Join, use the demo's invitation, and open the desk."""
    await appointed(guest, "CHEF-4KEY", "ეკა ბერიძე")
    await guest.press("სამუშაო გვერდი")


async def appointed(guest: Guest, invitation: str, name: str) -> None:
    """Join and take up an invitation, without the questions of either."""
    person = await _settle(guest, HOME, HOUSE_DOOR)
    async with guest.world.database.writing() as session:
        assert await staff.appoint(session, invitation, person, name, guest.world.clock.now())
        await reviews.assign_waiting(session, DEMO)
    await arrive(guest, HOUSE_DOOR)


async def _settle(guest: Guest, settlement: str, code: str) -> int:
    """What the answers of joining write; the person's id."""
    now = guest.world.clock.now()
    async with guest.world.database.writing() as session:
        way = await find_door(session, code)
        assert way is not None
        named = await settlement_names(session, way.municipality_id)
        home = way.settlement_id or named.get(settlement)
        person, _ = await people.meet(session, guest.bot, guest.address, "ka", now)
        consent = Consent("ka", now, guest.bot)
        await residents.join(session, person, consent, way.municipality_id, home)
    return person


async def forge(world: World, target: str) -> None:
    """To whoever came last, a letter whose button opens what nobody offered them."""
    body = Outgoing(Html("?"), (Choice(f"go:{target}", "go"),)).to_json()
    newest = select(Account.bot, Account.id).order_by(Account.id.desc()).limit(1)
    async with world.database.writing() as session:
        bot, account = (await session.execute(newest)).one()
        now = world.clock.now()
        await mail.post(session, [mail.letter(bot, account, body, now, lane=NOTICE)])
    await world.settle()


async def turn_to(guest: Guest | Record, label: str) -> None:
    """Press a button of a list that may stand on a later page of it, with a number before it."""
    for _ in range(4):
        found = next((button for button in guest.buttons() if label in button), "")
        await guest.press(found or "შემდეგი")
        if found:
            return
    raise AssertionError(f"no button {label!r}")
