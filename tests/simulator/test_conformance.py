"""What two independent Telegram libraries accept is the Bot API, not our idea of it."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
)
from telegram import BotCommand as PtbCommand
from telegram import InlineKeyboardButton as PtbButton
from telegram import InlineKeyboardMarkup as PtbMarkup
from telegram import InputMediaPhoto as PtbMedia
from telegram import MenuButtonCommands
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter
from telegram.ext import ExtBot

from bot.simulator.phone import Phone
from bot.simulator.server import Simulator
from bot.simulator.telegram_phone import TelegramPhone
from tests.simulator.support import Hook, TelegramCaller, png

Ptb = ExtBot[Any]


@pytest.fixture
async def phone(simulator: Simulator) -> TelegramPhone:
    simulator.telegram.limits = False
    phone = simulator.telegram.phone()
    await phone.start()
    return phone


async def test_ptb_sends_and_changes(ptb: Ptb, phone: TelegramPhone) -> None:
    markup = PtbMarkup([[PtbButton("კი", callback_data="y"), PtbButton("იხ.", url="https://a.ge")]])
    sent = await ptb.send_message(phone.id, "<b>გამარჯობა</b>", "HTML", reply_markup=markup)
    assert sent.text == "გამარჯობა" and sent.entities[0].type == "bold"
    assert sent.from_user is not None and sent.from_user.is_bot
    assert phone.last().buttons == [["კი", "იხ."]]
    edited = await ptb.edit_message_text("ახალი", phone.id, sent.message_id)
    assert not isinstance(edited, bool) and edited.text == "ახალი" and edited.edit_date
    await ptb.edit_message_reply_markup(phone.id, sent.message_id, reply_markup=markup)
    assert phone.last().edited and phone.last().buttons == [["კი", "იხ."]]
    assert await ptb.delete_message(phone.id, sent.message_id)
    assert phone.screen() == []


async def test_ptb_sends_files(ptb: Ptb, phone: TelegramPhone, hook: Hook) -> None:
    photo = await ptb.send_photo(phone.id, png(), caption="სურათი")
    again = await ptb.send_photo(phone.id, photo.photo[-1].file_id)
    assert again.photo[-1].file_unique_id == photo.photo[-1].file_unique_id
    hook.picture = png(8, 8)
    assert (await ptb.send_photo(phone.id, hook.picture_url)).photo[-1].width == 8
    media = PtbMedia(png(9, 9), caption="სხვა")
    edited = await ptb.edit_message_media(media, phone.id, photo.message_id)
    assert not isinstance(edited, bool) and edited.photo[-1].width == 9
    await ptb.edit_message_caption(phone.id, photo.message_id, caption="ახალი")
    buttons = PtbMarkup([[PtbButton("კი", callback_data="y")]])
    paper = await ptb.send_document(
        phone.id, b"%PDF-1.4", caption="<b>ა</b>", parse_mode="HTML", reply_markup=buttons
    )
    assert paper.caption == "ა" and phone.last().buttons == [["კი"]] and phone.last().file
    document = await ptb.send_document(phone.id, b"a;b", filename="a.csv")
    assert document.document is not None and document.document.file_name == "a.csv"
    assert bytes(await (await document.document.get_file()).download_as_bytearray()) == b"a;b"
    place = await ptb.send_location(phone.id, 41.9, 42.0)
    assert place.location is not None and place.location.latitude == 41.9


async def test_ptb_settings(ptb: Ptb, phone: TelegramPhone) -> None:
    assert (await ptb.get_me()).is_bot
    await ptb.set_my_commands([PtbCommand("menu", "მენიუ")], language_code="ka")
    assert [c.command for c in await ptb.get_my_commands(language_code="ka")] == ["menu"]
    assert await ptb.delete_my_commands(language_code="ka")
    assert not await ptb.get_my_commands(language_code="ka")
    assert await ptb.set_chat_menu_button(phone.id, MenuButtonCommands())
    assert await ptb.set_my_description("ბოტი") and await ptb.set_my_short_description("ბოტი")
    assert (await ptb.get_chat(phone.id)).first_name == "ნინო"
    assert await ptb.send_chat_action(phone.id, "typing")
    assert (await ptb.get_webhook_info()).url == ""


Act = Callable[[TelegramPhone], Awaitable[None]]

KINDS: list[tuple[str, Act, Callable[[Any], Any]]] = [
    ("start", lambda p: p.start("code-1"), lambda u: u.message.text == "/start code-1"),
    ("command", lambda p: p.start(), lambda u: u.message.entities[0].type == "bot_command"),
    ("text", lambda p: p.say("ორი"), lambda u: u.message.text == "ორი" and u.message.date),
    ("photo", lambda p: p.photo(png(400, 200)), lambda u: u.message.photo[-1].width == 400),
    ("place", lambda p: p.share_place(41.9, 42), lambda u: u.message.location.latitude == 41.9),
    (
        "own phone",
        lambda p: p.share_phone("+995599123456"),
        lambda u: u.message.contact.user_id == u.message.from_user.id,
    ),
    (
        "foreign phone",
        lambda p: p.share_phone("+995599123456", own=False),
        lambda u: u.message.contact.user_id is None,
    ),
    ("sticker", lambda p: p.sticker(), lambda u: u.message.sticker.emoji),
    ("document", lambda p: p.document(b"x", "a.pb"), lambda u: u.message.document.file_size == 1),
    ("edit", lambda p: p.rewrite("სამი"), lambda u: u.edited_message.edit_date),
    ("block", lambda p: p.block(), lambda u: u.my_chat_member.new_chat_member.status == "kicked"),
]


@pytest.mark.parametrize(("act", "right"), [row[1:] for row in KINDS], ids=[k[0] for k in KINDS])
async def test_both_read_every_update(
    ptb: Ptb, aiogram: Bot, phone: TelegramPhone, act: Act, right: Callable[[Any], Any]
) -> None:
    await act(phone)
    theirs = (await ptb.get_updates(offset=-1))[0]
    ours = (await aiogram.get_updates(offset=-1))[0]
    assert right(theirs) and right(ours)
    assert theirs.update_id == ours.update_id


async def test_both_read_a_tap(ptb: Ptb, aiogram: Bot, phone: TelegramPhone) -> None:
    button = InlineKeyboardButton(text="კი", callback_data="yes")
    markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
    sent = await aiogram.send_message(phone.id, "ასეა?", reply_markup=markup)
    await phone.press("კ")
    theirs = (await ptb.get_updates(offset=-1))[0].callback_query
    ours = (await aiogram.get_updates(offset=-1))[0].callback_query
    assert theirs is not None and ours is not None
    assert theirs.data == ours.data == "yes"
    assert theirs.message is not None and theirs.message.message_id == sent.message_id
    assert theirs.chat_instance == ours.chat_instance
    assert phone.spinning == 1 and await theirs.answer("მიღებულია")
    assert phone.toast == "მიღებულია" and not phone.spinning
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await ours.answer()


async def test_a_tap_on_a_deleted_message(ptb: Ptb, aiogram: Bot, phone: TelegramPhone) -> None:
    markup = PtbMarkup([[PtbButton("კი", callback_data="y")]])
    sent = await ptb.send_message(phone.id, "ასეა?", reply_markup=markup)
    older = phone.last()
    await ptb.delete_message(phone.id, sent.message_id)
    await phone.press("კი", message=older)
    theirs = (await ptb.get_updates(offset=-1))[0].callback_query
    ours = (await aiogram.get_updates(offset=-1))[0].callback_query
    assert theirs is not None and theirs.message is not None and not theirs.message.is_accessible
    assert ours is not None and ours.message is not None and ours.message.date == 0


async def test_aiogram_sends_and_changes(aiogram: Bot, phone: TelegramPhone) -> None:
    photo = await aiogram.send_photo(phone.id, BufferedInputFile(png(), "a.png"), caption="ა")
    assert phone.last().picture and phone.last().text == "ა"
    await aiogram.edit_message_caption(
        chat_id=phone.id, message_id=photo.message_id, caption="<i>ბ</i>", parse_mode="HTML"
    )
    assert phone.last().text == "ბ" and phone.last().html == "<i>ბ</i>"
    media = InputMediaPhoto(media=BufferedInputFile(png(6, 6), "b.png"))
    await aiogram.edit_message_media(media, chat_id=phone.id, message_id=photo.message_id)
    assert photo.photo is not None
    file = await aiogram.get_file(photo.photo[-1].file_id)
    assert file.file_path is not None
    data = await aiogram.download_file(file.file_path)
    assert data is not None and data.read() == png()
    await aiogram.set_my_commands([BotCommand(command="menu", description="მენიუ")])
    assert (await aiogram.get_my_commands())[0].command == "menu"


async def test_ptb_names_the_refusals(ptb: Ptb, simulator: Simulator, phone: TelegramPhone) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await ptb.send_message(1, "ა")
    await phone.block()
    with pytest.raises(Forbidden, match="blocked by the user"):
        await ptb.send_message(phone.id, "ა")
    await phone.unblock()
    simulator.telegram.limits = True
    for _ in range(3):
        await ptb.send_message(phone.id, "ა")
    with pytest.raises(RetryAfter) as flood:
        await ptb.send_message(phone.id, "ა")
    assert flood.value.retry_after == timedelta(seconds=1)


async def test_aiogram_names_the_refusals(
    aiogram: Bot, simulator: Simulator, phone: TelegramPhone
) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await aiogram.send_message(1, "ა")
    await phone.block()
    with pytest.raises(TelegramForbiddenError, match="blocked by the user"):
        await aiogram.send_message(phone.id, "ა")
    await phone.unblock()
    simulator.telegram.limits = True
    for _ in range(3):
        await aiogram.send_message(phone.id, "ა")
    with pytest.raises(TelegramRetryAfter) as flood:
        await aiogram.send_message(phone.id, "ა")
    assert flood.value.retry_after == 1


async def test_ptb_meets_webhooks(ptb: Ptb, hook: Hook, phone: TelegramPhone) -> None:
    assert await ptb.set_webhook(hook.url, secret_token="s3cret_-", max_connections=5)
    info = await ptb.get_webhook_info()
    assert info.url == hook.url and info.max_connections == 5
    with pytest.raises(Conflict):
        await ptb.get_updates()
    await phone.say("მოდის")
    assert (await hook.until(2))[1]["message"]["text"] == "მოდის"
    assert hook.headers[0]["X-Telegram-Bot-Api-Secret-Token"] == "s3cret_-"
    assert await ptb.delete_webhook()


async def test_a_wrong_token(simulator: Simulator) -> None:
    wrong = ExtBot[Any]("1:wrong", base_url=f"{simulator.telegram_url}/bot")
    with pytest.raises(InvalidToken):
        await wrong.initialize()
    await wrong.shutdown()


def test_phones_have_one_interface(simulator: Simulator, telegram: TelegramCaller) -> None:
    both: list[Phone] = [simulator.telegram.phone(), simulator.viber.phone("ლევანი")]
    assert [phone.name for phone in both] == ["ნინო", "ლევანი"]
