"""Viber: nobody can be written to before they have written."""

from storage.demo import VOTE_DOOR
from tests.dialogues.test_arriving import AGREE
from tests.support.world import World


async def test_nothing_is_sent_before_the_first_press(demo_world: World):
    gia = demo_world.viber()
    await gia.start(VOTE_DOOR)
    assert [shown.text[:9] for shown in gia.screen()] == ["გამარჯობა"]
    assert not demo_world.simulator.complaints


async def test_a_word_instead_of_the_button_keeps_the_code(demo_world: World):
    gia = demo_world.viber()
    await gia.start(VOTE_DOOR)
    await gia.say("გამარჯობა")
    await gia.press("ქართული")
    await gia.press(AGREE)
    assert "სამოქალაქო ბიუჯეტი" in gia.last().text


async def test_the_code_is_used_once(demo_world: World):
    gia = demo_world.viber()
    await gia.start(VOTE_DOOR)
    await gia.press("დაწყება")
    await gia.press("ქართული")
    await gia.press(AGREE)
    await gia.press("☰")
    assert "რა სჭირდება" in gia.last().text


async def test_who_left_and_opens_a_link_is_welcomed_and_goes_on(demo_world: World):
    gia = demo_world.viber()
    await gia.start()
    await gia.press("დაწყება")
    await gia.press("ქართული")
    await gia.block()
    before = len(gia.screen())
    await gia.start(VOTE_DOOR)
    assert len(gia.screen()) == before + 1
    await gia.press("დაწყება")
    assert "აირჩიეთ ენა" in gia.last().text
