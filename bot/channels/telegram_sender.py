"""Sending on Telegram: new messages, edits in place, files, and the keyboards they leave."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from aiogram.methods import (
    EditMessageText,
    SendDocument,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.types import BufferedInputFile

from bot.channel import Refused, Sent, TryAgain
from bot.channels.telegram_api import TelegramApi
from bot.channels.telegram_messages import (
    REMOVED,
    Json,
    asks_device,
    body,
    caption,
    first_paragraph,
    inline_keyboard,
    reply_keyboard,
)
from bot.messages import Document, Html, Outgoing, Picture

Load = Callable[[str], Awaitable[bytes]]
"""The bytes behind a media id of ours.  Raises a send error where there are none."""

KNOWN_FILES = 1000


class Sender:
    """Remembers what was uploaded, and which chats show a keyboard under the input field."""

    def __init__(self, api: TelegramApi, load: Load) -> None:
        self._api = api
        self._load = load
        self._files: dict[str, str] = {}  # our media id: Telegram's file id, cheap to send again
        self._keyboards: set[str] = set()
        self._begun: dict[str, Html] = {}  # letters of which only the first paragraph is sent

    async def send(self, chat: str, message: Outgoing) -> Sent:
        if attached := message.picture or message.document:
            return await self._send_file(chat, message, attached)
        if message.edit and not asks_device(message):
            try:
                return await self._edit(chat, message)
            except Refused as error:
                if error.reason != "edit_impossible":
                    raise
        rest = await self._cleared(chat, message)
        try:
            return await self._post(SendMessage, chat, rest, body(rest))
        except TryAgain:
            if rest is not message:
                self._begun[chat] = message.text
            raise

    async def _edit(self, chat: str, message: Outgoing) -> Sent:
        target = {"chat_id": int(chat), "message_id": int(message.edit)}
        keyboard = {"reply_markup": inline_keyboard(message)}
        try:
            await self._api.call(EditMessageText, {**target, **body(message), **keyboard})
        except Refused as error:
            if error.reason != "not_modified":
                raise
        return Sent(message.edit)

    async def _send_file(self, chat: str, message: Outgoing, file: Picture | Document) -> Sent:
        method, field, _ = _sending(file)
        if known := self._files.get(file.media):
            try:
                fields = {field: known, **caption(message)}
                return await self._post(method, chat, message, fields)
            except Refused as error:
                if error.reason != "bad_file_id":
                    raise
        return await self._upload(chat, message, file)

    async def _upload(self, chat: str, message: Outgoing, file: Picture | Document) -> Sent:
        method, field, name = _sending(file)
        markup = self._markup(chat, message)
        content = BufferedInputFile(await self._load(file.media), name)
        fields = {"chat_id": int(chat), field: content, "reply_markup": markup, **caption(message)}
        sent = await self._api.upload(method.model_validate(fields))
        if held := sent.document or (sent.photo and sent.photo[-1]):
            self._remember(file.media, held.file_id)
        self._note(chat, markup)
        return Sent(str(sent.message_id))

    def _remember(self, media: str, file: str) -> None:
        while len(self._files) >= KNOWN_FILES:
            del self._files[next(iter(self._files))]
        self._files[media] = file

    async def _post(
        self, method: type[TelegramMethod[Any]], chat: str, message: Outgoing, fields: Json
    ) -> Sent:
        markup = self._markup(chat, message)
        payload = {"chat_id": int(chat), **fields}
        if markup:
            payload["reply_markup"] = markup
        sent = await self._api.call(method, payload)
        self._note(chat, markup)
        return Sent(str(sent["message_id"]))

    def _markup(self, chat: str, message: Outgoing) -> Json | None:
        if asks_device(message):
            return reply_keyboard(message)
        if message.choices or message.menu:
            return inline_keyboard(message)
        return REMOVED if chat in self._keyboards else None

    def _note(self, chat: str, markup: Json | None) -> None:
        if markup is REMOVED:
            self._keyboards.discard(chat)
        elif markup and "keyboard" in markup:
            self._keyboards.add(chat)

    async def _cleared(self, chat: str, message: Outgoing) -> Outgoing:
        """Take the keyboard under the input field away with the text's first paragraph.

        One message cannot both do that and have buttons.  Where there is but one paragraph the
        keyboard stays, folded, until a message without buttons.  What is left to send comes back;
        a letter whose rest was put off begins with the rest when it is tried again.
        """
        head, rest = first_paragraph(message.text)
        if self._begun.pop(chat, None) != message.text:
            shown = chat in self._keyboards and (message.choices or message.menu)
            if not shown or not rest or asks_device(message):
                return message
            ahead = replace(message, text=head, choices=(), menu=())
            await self._post(SendMessage, chat, ahead, body(ahead))
        return replace(message, text=rest)


def _sending(file: Picture | Document) -> tuple[type[TelegramMethod[Any]], str, str]:
    """The method for a file, the field that holds it, and the name it is uploaded under."""
    if isinstance(file, Document):
        return SendDocument, "document", file.name
    return SendPhoto, "photo", "picture"
