"""Sending on Telegram: the wire, pictures, and keyboards under the input field."""

from collections.abc import AsyncIterator

import pytest

from bot.channel import Refused, TryAgain
from bot.channels.telegram import Telegram
from bot.clock import VirtualClock
from bot.messages import Choice, Document, Html, Outgoing, Picture, Press
from bot.simulator.faults import Fault
from bot.simulator.telegram_phone import TelegramPhone
from tests.channels.rigs import PDF, PNG, Rig, running
from tests.channels.scripted import Scripted


@pytest.fixture
async def rig(clock: VirtualClock) -> AsyncIterator[Rig]:
    async with running("telegram", clock) as running_rig:
        await running_rig.meet()
        yield running_rig


PHONE = Outgoing(Html("?"), (Choice("p", "ნომერი", press=Press.PHONE), Choice("s", "არა")))
YES = (Choice("yes", "კი"),)


def board(rig: Rig) -> list[str]:
    assert isinstance(rig.phone, TelegramPhone)
    return [key.label for row in rig.phone.board for key in row]


async def test_the_phone_keyboard_goes_with_the_next_plain_message(rig: Rig) -> None:
    await rig.channel.send(rig.chat, PHONE)
    assert board(rig) == ["ნომერი", "არა"]
    await rig.channel.send(rig.chat, Outgoing(Html("გმადლობთ")))
    assert board(rig) == []


async def test_the_phone_keyboard_goes_with_the_first_paragraph(rig: Rig) -> None:
    await rig.channel.send(rig.chat, PHONE)
    await rig.channel.send(rig.chat, Outgoing(Html("გმადლობთ\n\nშემდეგი?"), YES))
    assert board(rig) == []
    assert [shown.text for shown in rig.phone.screen()[-2:]] == ["გმადლობთ", "შემდეგი?"]
    assert rig.phone.last().buttons == [["კი"]]
    await rig.channel.send(rig.chat, Outgoing(Html("ერთი\n\nორი"), YES))
    assert rig.phone.last().text == "ერთი\n\nორი"


async def test_a_rest_that_is_put_off_comes_without_the_first_paragraph(rig: Rig) -> None:
    letter = Outgoing(Html("გმადლობთ\n\nშემდეგი?"), YES)
    await rig.channel.send(rig.chat, PHONE)
    rig.faults.next(None)
    rig.faults.next(Fault.FLOOD)
    with pytest.raises(TryAgain):
        await rig.channel.send(rig.chat, letter)
    await rig.channel.send(rig.chat, letter)
    assert [shown.text for shown in rig.phone.screen()[-2:]] == ["გმადლობთ", "შემდეგი?"]
    await rig.channel.send(rig.chat, letter)
    assert rig.phone.last().text == "გმადლობთ\n\nშემდეგი?"


async def test_one_paragraph_leaves_the_keyboard_until_a_plain_message(rig: Rig) -> None:
    await rig.channel.send(rig.chat, PHONE)
    await rig.channel.send(rig.chat, Outgoing(Html("შემდეგი?"), YES))
    assert rig.phone.last().buttons == [["კი"]]
    assert board(rig) == ["ნომერი", "არა"]
    await rig.channel.send(rig.chat, Outgoing(Html("მადლობა"), picture=Picture("m1")))
    assert board(rig) == []


async def test_a_pressed_phone_keyboard_folds(rig: Rig) -> None:
    await rig.channel.send(rig.chat, PHONE)
    await rig.phone.press("არა")
    assert (await rig.heard()).text == "არა"
    assert board(rig) == []


async def test_a_phone_question_is_never_an_edit(rig: Rig) -> None:
    first = await rig.channel.send(rig.chat, Outgoing(Html("?"), YES))
    ask = Outgoing(PHONE.text, PHONE.choices, edit=first.ref)
    assert await rig.channel.send(rig.chat, ask) != first
    assert board(rig) == ["ნომერი", "არა"]


async def test_an_edit_takes_old_buttons_away(rig: Rig) -> None:
    first = await rig.channel.send(rig.chat, Outgoing(Html("?"), YES))
    await rig.channel.send(rig.chat, Outgoing(Html("დახურულია"), edit=first.ref))
    assert rig.phone.last().buttons == []


async def test_a_picture_is_uploaded_once(telegram: Telegram, scripted: Scripted) -> None:
    photo = {"file_id": "F1", "file_unique_id": "u", "width": 2, "height": 2}
    chat = {"id": 5, "type": "private"}
    sent = {"ok": True, "result": {"message_id": 3, "date": 1, "chat": chat, "photo": [photo]}}
    gone = {"ok": False, "description": "Bad Request: wrong file identifier/HTTP URL specified"}
    for answer, status in ((sent, 200), (sent, 200), (gone, 400), (sent, 200)):
        scripted.plan(answer, status)
    message = Outgoing(Html("<b>ა</b>"), YES, picture=Picture("m1"), nonce="n")
    for _ in range(3):
        assert (await telegram.send("5", message)).ref == "3"
    uploads = [PNG in call.body for call in scripted.calls]
    assert uploads == [True, False, False, True]
    assert scripted.calls[1].data == {
        "chat_id": 5,
        "photo": "F1",
        "caption": "<b>ა</b>",
        "parse_mode": "HTML",
        "reply_markup": {"inline_keyboard": [[{"text": "კი", "callback_data": "n:yes"}]]},
    }


async def test_a_document_is_uploaded_once_and_under_its_name(
    telegram: Telegram, scripted: Scripted
) -> None:
    file = {"file_id": "D1", "file_unique_id": "u"}
    chat = {"id": 5, "type": "private"}
    sent = {"ok": True, "result": {"message_id": 3, "date": 1, "chat": chat, "document": file}}
    for _ in range(2):
        scripted.plan(sent, 200)
    message = Outgoing(Html("ა"), document=Document("d1", "ბიულეტენი.pdf", len(PDF)))
    for _ in range(2):
        assert (await telegram.send("5", message)).ref == "3"
    first, second = scripted.calls
    assert PDF in first.body and "ბიულეტენი.pdf".encode() in first.body
    assert second.data == {
        "chat_id": 5,
        "document": "D1",
        "caption": "ა",
        "parse_mode": "HTML",
    }


async def test_the_wire_of_a_message(telegram: Telegram, scripted: Scripted) -> None:
    scripted.plan({"ok": True, "result": {"message_id": 3}})
    await telegram.send("5", Outgoing(Html("<b>ა</b>"), YES, nonce="n"))
    call = scripted.calls[0]
    assert call.path == "/bot7:token/sendMessage"
    assert call.data == {
        "chat_id": 5,
        "text": "<b>ა</b>",
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": {"inline_keyboard": [[{"text": "კი", "callback_data": "n:yes"}]]},
    }
    assert "ა" in call.body.decode()


async def test_a_file_beyond_the_limit_is_left(telegram: Telegram, scripted: Scripted) -> None:
    scripted.plan({"ok": True, "result": {"file_id": "F", "file_path": "big"}})
    scripted.plan(b"x" * 20_000_001)
    with pytest.raises(Refused) as caught:
        await telegram.fetch("F")
    assert caught.value.reason == "too_big"


async def test_a_file_that_is_no_longer_there(telegram: Telegram, scripted: Scripted) -> None:
    scripted.plan({"ok": True, "result": {"file_id": "F", "file_path": "old"}})
    scripted.plan(b"", 404)
    with pytest.raises(Refused) as caught:
        await telegram.fetch("F")
    assert caught.value.reason == "gone"
