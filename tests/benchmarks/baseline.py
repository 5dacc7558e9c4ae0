"""A plain aiogram bot as its documentation shows it: routers, states, magic filters, polling."""

import asyncio
import os

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InaccessibleMessage, InlineKeyboardButton, Message
from aiogram.types import InlineKeyboardMarkup as Keyboard

from tests.benchmarks.dialogue import HASTE, KINDS, SEND, SERVICES, name_of

FIELDS = ("name", "kind", "street", "haste", "more", "homes", "send")


def buttons(labels: tuple[str, ...], prefix: str) -> Keyboard:
    made = [InlineKeyboardButton(text=label, callback_data=f"{prefix}:{label}") for label in labels]
    return Keyboard(inline_keyboard=[[button] for button in made])


async def edit(query: CallbackQuery, text: str) -> None:
    if query.message and not isinstance(query.message, InaccessibleMessage):
        await query.message.edit_text(text)
    await query.answer()


def picked(query: CallbackQuery) -> str:
    return (query.data or "").split(":")[1]


def service(number: int) -> Router:
    """One service: its states and its eight handlers."""
    router, name = Router(), name_of(number)

    form = {field: State(field, group_name=f"Form{number}") for field in FIELDS}

    @router.message(CommandStart(deep_link=True, magic=F.args == name))
    async def start(message: Message, state: FSMContext) -> None:
        await state.set_state(form["name"])
        await message.answer(f"{name} 1: your name?")

    @router.message(form["name"], F.text)
    async def on_name(message: Message, state: FSMContext) -> None:
        await state.update_data(name=message.text)
        await state.set_state(form["kind"])
        text = f"{name} 2: {message.text}, what is it about?"
        await message.answer(text, reply_markup=buttons(KINDS, "kind"))

    @router.callback_query(form["kind"], F.data.startswith("kind:"))
    async def on_kind(query: CallbackQuery, state: FSMContext) -> None:
        await state.update_data(kind=picked(query))
        await state.set_state(form["street"])
        await edit(query, f"{name} 3: {picked(query)}. In which street?")

    @router.message(form["street"], F.text)
    async def on_street(message: Message, state: FSMContext) -> None:
        await state.update_data(street=message.text)
        await state.set_state(form["haste"])
        text = f"{name} 4: {message.text}. How urgent?"
        await message.answer(text, reply_markup=buttons(HASTE, "haste"))

    @router.callback_query(form["haste"], F.data.startswith("haste:"))
    async def on_haste(query: CallbackQuery, state: FSMContext) -> None:
        await state.update_data(haste=picked(query))
        await state.set_state(form["more"])
        await edit(query, f"{name} 5: {picked(query)}. Tell us more.")

    @router.message(form["more"], F.text)
    async def on_more(message: Message, state: FSMContext) -> None:
        await state.update_data(more=message.text)
        await state.set_state(form["homes"])
        await message.answer(f"{name} 6: how many households?")

    @router.message(form["homes"], F.text.regexp(r"^\d+$"))
    async def on_homes(message: Message, state: FSMContext) -> None:
        data = await state.update_data(homes=message.text)
        await state.set_state(form["send"])
        told = ", ".join(data[key] for key in ("name", "kind", "street", "haste", "homes"))
        await message.answer(f"{name} 7: {told}. Send it?", reply_markup=buttons(SEND, "send"))

    @router.callback_query(form["send"], F.data == "send:Yes")
    async def on_send(query: CallbackQuery, state: FSMContext) -> None:
        data = await state.get_data()
        await state.clear()
        await edit(query, f"{name} 8: thank you, {data['name']}.")

    return router


async def main() -> None:
    api = TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"])
    bot = Bot(os.environ["TELEGRAM_TOKEN"], session=AiohttpSession(api=api))
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.include_routers(*(service(number) for number in range(SERVICES)))
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())
