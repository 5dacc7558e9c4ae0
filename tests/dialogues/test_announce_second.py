"""From a set number of people on a second person agrees, and a month's money has a ceiling."""

import pytest
from sqlalchemy import delete, select, update

from storage import spending
from storage.demo.place import DEMO
from storage.tables.people import Account, Role
from tests.dialogues.hall import Phone
from tests.dialogues.test_announce_who import villagers
from tests.dialogues.test_staff import accept, invited
from tests.support import golden
from tests.support.acts import become_coordinator, forge, join
from tests.support.announcing import confirm, heard, offer, pass_time, write
from tests.support.world import Guest, World

BOTH = pytest.mark.parametrize("messenger", ["telegram", "viber"])


async def terms(world: World, **values: int) -> None:
    async with world.database.writing() as session:
        await spending.set_terms(session, DEMO, values)


async def alone(world: World, *guests: Guest) -> None:
    """Nobody else works here."""
    addresses = [guest.address for guest in guests]
    kept = select(Account.person_id).where(Account.address.in_(addresses))
    async with world.database.writing() as session:
        await session.execute(delete(Role).where(Role.person_id.not_in(kept)))


@pytest.fixture
async def both(demo_world: World, messenger: str) -> tuple[Phone, Phone]:
    """A coordinator and a partner; of ten people on two are asked."""
    eka, lia = (Phone(demo_world.guest(messenger, name)) for name in ("ეკა", "ლია"))
    await become_coordinator(eka.guest)
    await join(lia.guest)
    await accept(lia.guest, await invited(demo_world, role="partner"), "ლია მაისურაძე")
    await alone(demo_world, eka.guest, lia.guest)
    await terms(demo_world, approve_from=10)
    await eka.say("მენიუ", quiet=True)
    await eka.press("სამუშაო გვერდი", quiet=True)
    await write(eka.guest)
    eka.skip()
    lia.skip()
    return eka, lia


@BOTH
async def test_the_second_person_agrees(
    demo_world: World, messenger: str, both: tuple[Phone, Phone]
):
    eka, lia = both
    await confirm(eka)
    await pass_time(demo_world, minutes=10)
    assert heard(lia.guest) == []
    lia.wait("a letter")
    await lia.press("განცხადების ნახვა")
    await lia.press("✓ ვეთანხმები")
    eka.wait("her colleague has agreed")
    eka.check(f"announce_proposed_{messenger}")
    lia.check(f"announce_agreed_{messenger}")
    await pass_time(demo_world, minutes=2)
    assert len([text for text in heard(lia.guest) if text.startswith("ნიმუშის")]) == 1


@BOTH
async def test_the_second_person_does_not_agree(
    demo_world: World, messenger: str, both: tuple[Phone, Phone]
):
    eka, lia = both
    await confirm(eka)
    lia.skip()
    await lia.press("განცხადების ნახვა")
    await lia.press("👁")
    await lia.press("განცხადების ნახვა")
    await lia.press("✗")
    await lia.say("საათი არასწორია: წყალი 11-ზე გამოირთვება.")
    lia.check(f"announce_disagreed_{messenger}")
    eka.skip()
    await eka.press("განცხადებაზე დაბრუნება")
    eka.check(f"announce_refused_{messenger}")
    await pass_time(demo_world, minutes=10)
    seen = [text for text in heard(lia.guest) if text.startswith("ნიმუშის")]
    assert len(seen) == 1, "only what she looked at herself"


@pytest.mark.parametrize("messenger", ["viber"])
async def test_nobody_agrees_to_their_own(demo_world: World, both: tuple[Phone, Phone]):
    eka, _ = both
    await confirm(eka)
    await offer(demo_world, eka.guest, "announce-agree:1")
    assert "სხვა უნდა დაეთანხმოს" in eka.guest.last().text


@BOTH
async def test_where_nobody_can_agree_it_is_said(demo_world: World, messenger: str):
    eka = demo_world.guest(messenger, "ეკა")
    await become_coordinator(eka)
    await alone(demo_world, eka)
    await terms(demo_world, approve_from=10)
    await write(eka)
    record = golden.Record(eka)
    await record.press("✉")
    await record.press("დიახ")
    await record.press("დაბრუნება")
    record.check(f"announce_alone_{messenger}")


@BOTH
async def test_what_it_costs_and_the_months_ceiling(demo_world: World, messenger: str):
    """A price of 1.15 cents: about eighty people on Viber are 92 cents, of one euro."""
    await villagers(demo_world, 30)
    async with demo_world.database.writing() as session:
        on_viber = update(Account).where(Account.bot == "viber")
        await session.execute(on_viber.values(reachable=True))
    await terms(demo_world, message_price=115, monthly_ceiling=1)
    eka = demo_world.guest(messenger, "ეკა")
    await become_coordinator(eka)
    await write(eka)
    record = golden.Record(eka)
    await record.press("✉")
    await record.press("დიახ")
    await eka.say("მენიუ")
    await eka.press("სამუშაო გვერდი")
    await write(eka)
    record = golden.Record(eka)
    await record.press("✉")
    await record.press("დიახ")
    record.check(f"announce_ceiling_{messenger}")


@BOTH
async def test_whoever_wrote_within_a_day_costs_nothing(demo_world: World, messenger: str):
    """Viber's day is over before an announcement of tomorrow is out."""
    for _ in range(10):
        await join(demo_world.viber())
    await terms(demo_world, message_price=115)
    eka = demo_world.guest(messenger, "ეკა")
    await become_coordinator(eka)
    await write(eka)
    record = golden.Record(eka)
    await record.press("✉")
    await pass_time(demo_world, hours=23)
    await record.press("განცხადებაზე დაბრუნება")
    await record.press("✉")
    record.check(f"announce_free_{messenger}")


async def test_only_the_two_are_asked(demo_world: World):
    nino, eka = demo_world.viber(), demo_world.telegram("ეკა")
    await become_coordinator(eka)
    await terms(demo_world, approve_from=10)
    await write(eka)
    await confirm(eka)
    await join(nino)
    await forge(demo_world, "announce-agree:1")
    await nino.press("go")
    assert "მხოლოდ" in nino.last().text
