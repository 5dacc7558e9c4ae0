"""Choosing topics, the one message in the evening, and what STOP has to do with it."""

import pytest

from tests.support import golden
from tests.support.acts import become_coordinator, join
from tests.support.announcing import SAID, confirm, pass_time
from tests.support.world import Guest, World

pytestmark = pytest.mark.parametrize("messenger", ["telegram", "viber"])


async def choose(guest: Guest, topic: str, mode: str) -> None:
    await guest.say("მენიუ")
    await guest.say("რაზე მომწეროთ")
    await guest.press(topic)
    await guest.press(mode)


async def announce(world: World, eka: Guest, said: str) -> None:
    await eka.say("მენიუ")
    await eka.press("სამუშაო გვერდი")
    await eka.press("განცხადების გაგზავნა")
    await eka.say(said)
    await eka.press("გამოტოვება")
    await eka.press("✓ მთელ")
    await confirm(eka)
    await pass_time(world, minutes=2)


async def evening(world: World) -> None:
    """Six o'clock."""
    now = world.clock.now()
    await pass_time(world, seconds=round((now.replace(hour=14, minute=0) - now).total_seconds()))


async def test_each_topic_as_the_person_wants_it(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    record = golden.Record(nino)
    await record.say("მენიუ")
    await record.say("რაზე მომწეროთ")
    await record.press("მერიის სიახლეები")
    await record.press("დღეში ერთხელ")
    await record.press("გამოკითხვები")
    await record.press("ნუ მომწერთ")
    await record.press("მერიის სიახლეები")
    await record.press("მაშინვე")
    record.check(f"topics_{messenger}")
    await nino.say("მენიუ")
    await nino.say("ჩემი მონაცემები")
    await nino.press("რას ინახავთ")
    assert "რაზე გწერთ: გამოკითხვები — არ გწერთ" in nino.last().text


async def test_choosing_topics_does_not_undo_stop(demo_world: World, messenger: str):
    nino = demo_world.guest(messenger)
    await join(nino)
    record = golden.Record(nino)
    await record.say("STOP")
    await record.press("მხოლოდ ზოგი თემის")
    await record.press("გამოკითხვები")
    await record.press("ნუ მომწერთ")
    await record.press("შეტყობინებების ჩართვა")
    record.check(f"topics_stopped_{messenger}")


async def test_a_day_with_a_digest(demo_world: World, messenger: str):
    nino, eka = demo_world.guest(messenger), demo_world.telegram("ეკა")
    await join(nino)
    await choose(nino, "მერიის სიახლეები", "დღეში ერთხელ")
    await become_coordinator(eka)
    await announce(demo_world, eka, SAID)
    await announce(demo_world, eka, "ბაზრობა <შაბათს> ცენტრალურ მოედანზე გაიმართება.")
    record = golden.Record(nino)
    await evening(demo_world)
    record.wait("at six in the evening")
    await record.press("ბაზრობა")
    await record.press("დღის სხვა სიახლეები")
    await record.say("1")
    record.check(f"digest_{messenger}")
    await pass_time(demo_world, days=1)
    assert [shown.text for shown in nino.screen() if "დღის სიახლეები" in shown.text][1:] == []
