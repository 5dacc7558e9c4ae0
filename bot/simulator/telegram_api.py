"""The Bot API over HTTP: tokens, methods, files, faults and limits."""

import asyncio
import json
from typing import Any

from aiohttp import web

from bot.simulator.book import Entry
from bot.simulator.faults import Canned, Fault
from bot.simulator.telegram import Telegram
from bot.simulator.telegram_errors import BLOCKED, Rejected, flood
from bot.simulator.telegram_methods import SENDS, delete
from bot.simulator.telegram_params import Params, read
from bot.simulator.telegram_phone import TelegramPhone
from bot.simulator.telegram_settings import METHODS
from bot.simulator.telegram_updates import same_token

Body = dict[str, Any]


class TelegramApi:
    """Routes `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, server: Telegram) -> None:
        self._server = server

    def routes(self) -> list[web.RouteDef]:
        return [
            web.route("*", "/bot{token:[^/]+}/{method}", self._called),
            web.get("/file/bot{token:[^/]+}/{path:.+}", self._download),
        ]

    async def _called(self, request: web.Request) -> web.Response:
        try:
            self._authorize(request.match_info["token"])
            status, body = await self._answer(request, request.match_info["method"])
        except Rejected as refused:
            status, body = refused.code, refused.body()
        return _json(status, body)

    def _authorize(self, token: str) -> None:
        if ":" not in token:
            raise Rejected(404, "Not Found")
        if not same_token(token, self._server.token):
            raise Rejected(401, "Unauthorized")

    async def _answer(self, request: web.Request, method: str) -> tuple[int, Body]:
        params = await read(request)
        name = method.lower()
        if name in SENDS:
            return await self._send(request, method, params)
        if name == "deletemessage":
            result: Any = await delete(self._server, self._server.reach(params), params)
        elif name in METHODS:
            result = await METHODS[name](self._server, params)
        else:
            self._server.world.complaints.append(f"Telegram: unknown method {method}")
            raise Rejected(404, "Not Found: method not found")
        return 200, {"ok": True, "result": result}

    async def _send(self, request: web.Request, method: str, params: Params) -> tuple[int, Body]:
        fault = self._server.faults.draw()
        try:
            if isinstance(fault, Canned):
                self._write(method, params, str(fault.status))
                return fault.status, fault.body
            if fault is Fault.LOST:
                self._write(method, params, "lost")
                return await self._hang(request)
            result = await self._accept(method, params, fault)
        except Rejected as refused:
            self._write(method, params, str(refused.code))
            raise
        outcome = "unsure" if fault is Fault.UNSURE else "ok"
        self._write(method, params, outcome, str(result["message_id"]))
        if fault is Fault.UNSURE:
            return await self._hang(request)
        return 200, {"ok": True, "result": result}

    async def _accept(self, method: str, params: Params, fault: Fault | None) -> Body:
        if fault is Fault.BROKEN:
            raise Rejected(500, "Internal Server Error")
        if fault is Fault.FLOOD:
            raise flood(self._server.faults.retry_after)
        phone = self._server.reach(params)
        if fault is Fault.BLOCKED:
            raise BLOCKED
        self._admit(phone)
        return await SENDS[method.lower()](self._server, phone, params)

    def _admit(self, phone: TelegramPhone) -> None:
        server = self._server
        wait = server.pace.admit(phone.bucket, server.world.seconds()) if server.limits else 0
        if wait:
            raise flood(wait)

    def _write(self, method: str, params: Params, outcome: str, ref: str = "") -> None:
        text = params.text("text") or params.text("caption")
        chat = params.text("chat_id")
        at = self._server.world.clock.now()
        self._server.log.add(Entry(at, chat, method, text, outcome, ref))

    async def _hang(self, request: web.Request) -> tuple[int, Body]:
        await asyncio.sleep(self._server.faults.hang)
        if request.transport is not None:
            request.transport.close()
        return 500, {}

    async def _download(self, request: web.Request) -> web.Response:
        if not same_token(request.match_info["token"], self._server.token):
            return _json(401, Rejected(401, "Unauthorized").body())
        name = request.match_info["path"].rpartition("/")[2]
        file = self._server.world.files.get(name.partition(".")[0])
        if file is None:
            return _json(404, Rejected(404, "Not Found").body())
        return web.Response(body=file.data, content_type="application/octet-stream")


def _json(status: int, body: Body) -> web.Response:
    return web.Response(
        status=status,
        body=json.dumps(body, ensure_ascii=False).encode(),
        content_type="application/json",
    )
