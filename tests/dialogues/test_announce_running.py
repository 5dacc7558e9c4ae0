"""An announcement on its way: how far it is, corrected, and sent again to whom it missed."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from storage.tables.mail import Campaign, Letter
from storage.tables.people import Account
from tests.dialogues.test_announce_who import villagers
from tests.dialogues.test_arriving import join_in_words
from tests.dialogues.test_staff import accept
from tests.support import golden
from tests.support.acts import become_coordinator, join
from tests.support.announcing import ENGLISH, SAID, confirm, heard, offer, pass_time, write
from tests.support.world import Guest, World

BOTH = pytest.mark.parametrize("messenger", ["telegram", "viber"])
RIGHT = "შესწორება: წყალი ხვალ 11 საათზე გამოირთვება."


async def letters(world: World, guest: Guest, **values: Any) -> None:
    """As if the messenger had done otherwise with this person's part of the announcement."""
    mine = select(Account.id).where(Account.address == guest.address).scalar_subquery()
    async with world.database.writing() as session:
        change = update(Letter).where(Letter.account_id == mine, Letter.campaign_id == 1)
        await session.execute(change.values(values))


async def hold_back(world: World, of: int) -> None:
    """Write all letters; every `of`-th is sent now, the others in an hour."""
    await world.app.schedule.tick()
    async with world.database.writing() as session:
        later = update(Letter).where(Letter.campaign_id == 1, Letter.id % of != 0)
        await session.execute(later.values(due_at=world.clock.now() + timedelta(hours=1)))
    await world.settle()


@BOTH
async def test_how_far_it_is(demo_world: World, messenger: str):
    await villagers(demo_world, 60)
    eka = demo_world.guest(messenger, "ეკა")
    await join_in_words(eka)
    await accept(eka, "CHEF-4KEY", "ეკა ბერიძე")
    await write(eka)
    await confirm(eka)
    record = golden.Record(eka)
    demo_world.clock.move(timedelta(minutes=2))
    await hold_back(demo_world, 3)
    await pass_time(demo_world, seconds=8)
    record.wait("a third is sent")
    first = eka.last()
    async with demo_world.database.writing() as session:
        now = update(Letter).where(Letter.campaign_id == 1, Letter.id % 3 == 1)
        await session.execute(now.values(due_at=demo_world.clock.now()))
    await demo_world.settle()
    await pass_time(demo_world, seconds=8)
    record.wait("two thirds")
    if messenger == "telegram":
        [same] = [shown for shown in eka.screen() if shown.id == first.id]
        assert "▓▓▓▓▓▓" in same.text
    await record.press("⛔ შეჩერება")
    await pass_time(demo_world, seconds=30)
    record.check(f"announce_progress_{messenger}")


@BOTH
async def test_a_correction_goes_to_whom_it_has_reached(demo_world: World, messenger: str):
    nino, gia = demo_world.guest(messenger), demo_world.guest(messenger, "გია")
    eka = demo_world.guest(messenger, "ეკა")
    for guest in (nino, gia):
        await join(guest)
    await become_coordinator(eka)
    await write(eka)
    await confirm(eka)
    await gia.say("STOP")
    await pass_time(demo_world, minutes=2)
    record = golden.Record(eka)
    await record.press("✎ შესწორების")
    await record.say(RIGHT)
    await record.press("✉")
    await record.press("დიახ")
    record.check(f"announce_corrected_{messenger}")
    await pass_time(demo_world, minutes=2)
    told = heard(nino)
    assert len(told) == (1 if messenger == "telegram" else 2), "on Telegram in place"
    assert "შესწორებული განცხადება" in told[-1] and RIGHT in told[-1]
    assert heard(gia) == []
    await eka.press("გაგზავნის ანგარიში")
    assert "სულ: 2" in eka.last().text


async def test_a_correction_with_a_picture_or_in_two_languages(demo_world: World):
    nino, eka = demo_world.telegram(language="en"), demo_world.telegram("ეკა")
    await join(nino)
    await become_coordinator(eka)
    await write(eka, english=ENGLISH)
    await confirm(eka)
    await pass_time(demo_world, minutes=2)
    await eka.press("✎ შესწორების")
    await eka.say(RIGHT)
    assert "ინგლისურადაც" in eka.last().text


@BOTH
async def test_what_is_still_going_is_stopped_first(demo_world: World, messenger: str):
    await villagers(demo_world, 30)
    eka = demo_world.guest(messenger, "ეკა")
    await become_coordinator(eka)
    await write(eka)
    await confirm(eka)
    demo_world.clock.move(timedelta(minutes=2))
    await hold_back(demo_world, 3)
    await letters(demo_world, eka, state="sent", sent_ref="1")
    await offer(demo_world, eka, "announce-report:1")
    record = golden.Record(eka)
    await record.press("✎ შესწორების")
    await record.press("შევაჩეროთ")
    await record.say(RIGHT)
    record.check(f"announce_correct_going_{messenger}")
    async with demo_world.database.reading() as session:
        assert (await session.execute(select(Campaign.state))).scalars().all() == ["stopped"]


@BOTH
async def test_only_the_failed_are_tried_again(demo_world: World, messenger: str):
    demo_world.simulator.viber.rules.receipts = False  # they come in their own time
    nino, gia = demo_world.guest(messenger), demo_world.guest(messenger, "გია")
    eka = demo_world.guest(messenger, "ეკა")
    for guest in (nino, gia):
        await join(guest)
    await become_coordinator(eka)
    await write(eka)
    await confirm(eka)
    await pass_time(demo_world, minutes=2)
    await letters(demo_world, nino, state="failed", reason="error")
    await letters(demo_world, gia, state="unknown", reason="timeout")
    record = golden.Record(eka)
    await record.press("გაგზავნის ანგარიში")
    await record.press("↻")
    await record.press("ვერ გაეგზავნა")
    await record.press("✓ მზადაა")
    await record.press("დიახ")
    await pass_time(demo_world, minutes=2)
    record.wait("two minutes later")
    record.check(f"announce_retried_{messenger}")
    assert (len(heard(nino)), len(heard(gia))) == (2, 1), "its first copy had arrived in this test"
    mine = [text for text in heard(eka) if text.startswith("ნიმუშის") and SAID in text]
    assert len(mine) == 1
    await eka.press("გაგზავნის ანგარიში")
