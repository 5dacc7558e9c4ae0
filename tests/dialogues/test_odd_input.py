"""What nobody asked for: it is answered with a clear sentence, and the next message works."""

import hashlib
import hmac
from datetime import timedelta

import pytest
from aiohttp import ClientSession

from storage.demo import NEEDS_DOOR, VOTE_DOOR
from tests.support.acts import join
from tests.support.photos import photo
from tests.support.world import Guest, World

both = pytest.mark.parametrize("messenger", ["telegram", "viber"])

MINUTES = "რამდენი წუთი"
NOT_A_NUMBER = "დაწერეთ მხოლოდ რიცხვი"
BODIES = [
    b"",
    b"{",
    b"[]",
    b"null",
    b'{"event": 7}',
    b'{"update_id": "x"}',
    b"\xff\xfe",
    b"[" * 5000,
]


async def at_the_number(world: World, messenger: str) -> Guest:
    """Somebody whom the survey asks for minutes on foot."""
    guest = world.guest(messenger)
    await join(guest, code=NEEDS_DOOR)
    await guest.press("დავიწყოთ")
    await guest.say("1")
    await guest.press("✓")
    await guest.press("კარგი")
    assert MINUTES in guest.last().text
    return guest


@both
async def test_a_photo_where_a_number_was_asked(demo_world: World, messenger: str):
    guest = await at_the_number(demo_world, messenger)
    for odd in (guest.photo(photo()), guest.sticker(), guest.say("9" * 10_000), guest.say("ბევრი")):
        await odd
        assert NOT_A_NUMBER in guest.last().text
    await guest.say("12")
    assert MINUTES not in guest.last().text
    assert "ადგილი" in guest.last().text


@both
async def test_ten_thousand_characters_at_a_list(demo_world: World, messenger: str):
    guest = demo_world.guest(messenger)
    await join(guest, code=VOTE_DOOR)
    await guest.press("ხმის მიცემა")
    await guest.share_phone()
    await guest.say("ა" * 10_000)
    assert not any("ააააა" in shown.text for shown in guest.screen())
    await guest.say("3")
    await guest.press("✓")
    assert "№3" in guest.last().text


@both
async def test_a_tap_on_last_weeks_button(demo_world: World, messenger: str):
    guest = demo_world.guest(messenger)
    await join(guest, code=NEEDS_DOOR)
    old = guest.last()
    board = guest.phone.board
    await guest.press("☰")
    await guest.say("დახმარება")
    demo_world.clock.move(timedelta(days=7))
    if messenger == "telegram":
        await guest.press("დავიწყოთ", message=old)
    else:
        await guest.say(board[0][0].value)
    here = guest.last().text
    assert here
    await guest.say("მენიუ")
    assert "რა სჭირდება" in guest.last().text


@both
async def test_the_menu_offers_an_unfinished_answer_once(demo_world: World, messenger: str):
    guest = await at_the_number(demo_world, messenger)
    await guest.say("/menu")
    labels = [label for label in guest.buttons() if "გამოკითხვა" in label]
    assert len(labels) == 1, labels
    await guest.press(labels[0])
    assert MINUTES in guest.last().text


@pytest.mark.parametrize("body", BODIES)
async def test_a_malformed_call_stops_nobody(demo_world: World, body: bytes):
    viber = demo_world.simulator.viber
    signature = hmac.new(viber.token.encode(), body, hashlib.sha256).hexdigest()
    url = demo_world.simulator.viber.callbacks.url
    headers = {"X-Viber-Content-Signature": signature}
    async with ClientSession() as client, client.post(url, data=body, headers=headers) as answer:
        assert answer.status in (200, 400)
    gia = demo_world.viber()
    await gia.say("გამარჯობა")
    assert "Choose your language" in gia.last().text
