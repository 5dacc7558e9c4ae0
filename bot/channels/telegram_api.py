"""The way to Telegram: aiogram's bot and session, with a short cut for what is sent often."""

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import GetFile, TelegramMethod
from aiogram.utils.token import TokenValidationError
from aiohttp import ClientTimeout

from bot.channel import Misconfigured, Refused
from bot.channels.telegram_errors import VENDOR_ERRORS, translated

JSON = {"Content-Type": "application/json"}
ANSWER_SECONDS = 30.0
LARGEST_FILE = 20_000_000  # getFile serves no more


class TelegramApi:
    """Calls that answer with plain data or raise one of our send errors.

    Each error is raised outside of its `except`: the vendor's own, whose text may hold the token,
    is then not chained to ours and cannot reach a log.
    """

    def __init__(self, token: str, url: str) -> None:
        self._session = _Session(api=TelegramAPIServer.from_base(url), timeout=ANSWER_SECONDS)
        self._bot = _bot(token, self._session)

    async def call(
        self,
        method: type[TelegramMethod[Any]],
        payload: Mapping[str, Any],
        seconds: float = ANSWER_SECONDS,
    ) -> Any:
        """The `result` of a call without files."""
        try:
            return await self._session.call(self._bot, method, payload, seconds)
        except VENDOR_ERRORS as error:
            problem = translated(error)
        raise problem

    async def upload(self, method: TelegramMethod[Any]) -> Any:
        """The object aiogram makes of the answer to a call with a file."""
        try:
            return await self._bot(method)
        except VENDOR_ERRORS as error:
            problem = translated(error)
        raise problem

    async def download(self, file_id: str) -> bytes:
        """A file's bytes.  Raises Refused("too_big") beyond 20 MB."""
        file = await self.call(GetFile, {"file_id": file_id})
        try:
            return await self._stream(file["file_path"])
        except VENDOR_ERRORS as error:
            problem = translated(error)
        raise problem

    async def close(self) -> None:
        """Close the HTTP client itself: aiogram's `close` waits 0.25 s for what aiohttp awaits."""
        http = await self._session.create_session()
        await http.close()

    async def _stream(self, path: str) -> bytes:
        content = bytearray()
        url = self._session.api.file_url(self._bot.token, path)
        async for chunk in self._session.stream_content(url):
            content += chunk
            if len(content) > LARGEST_FILE:
                raise Refused("too_big")
        return bytes(content)


class _Session(AiohttpSession):
    """aiogram's session, plus plain JSON both ways.

    A stock call spends most of its time building form data and a Message object that nobody
    reads; `call` costs about a third of it and leaves the reading of errors to aiogram.
    """

    async def call(
        self,
        bot: Bot,
        method: type[TelegramMethod[Any]],
        payload: Mapping[str, Any],
        seconds: float,
    ) -> Any:
        session = await self.create_session()
        url = self.api.api_url(token=bot.token, method=method.__api_method__)
        body = json.dumps(payload, ensure_ascii=False).encode()
        timeout = ClientTimeout(seconds)
        async with session.post(url, data=body, headers=JSON, timeout=timeout) as response:
            content = await response.read()
            status = response.status
        if (answer := _loads(content)).get("ok") is True:
            return answer["result"]
        text = content.decode(errors="replace")
        return self.check_response(bot, method.model_construct(), status, text).result


def _bot(token: str, session: AiohttpSession) -> Bot:
    with suppress(TokenValidationError):
        return Bot(token, session=session)
    raise Misconfigured("token")


def _loads(content: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(content)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}
