"""Viber's REST API over HTTP: six endpoints, refusals as HTTP 200 with a status."""

import asyncio
import hmac
import json
import re
from typing import Any

from aiohttp import web

from bot.simulator import viber_account
from bot.simulator.faults import Canned, Fault
from bot.simulator.viber import Viber
from bot.simulator.viber_errors import NOT_SUBSCRIBED, TOO_MANY, Refusal, bad_data
from bot.simulator.viber_send import broadcast, send

Body = dict[str, Any]

LOCAL = re.compile(r"http://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?/")


class ViberApi:
    """Routes `/pa/<endpoint>` and people's files, `/viber-media/<id>/<name>`."""

    def __init__(self, server: Viber) -> None:
        self._server = server
        self._endpoints = {
            "get_account_info": viber_account.account_info,
            "get_user_details": viber_account.user_details,
            "get_online": viber_account.online,
        }

    def routes(self) -> list[web.RouteDef]:
        return [
            web.route("*", "/pa/{endpoint}", self._called),
            web.get("/viber-media/{id}/{name}", self._media),
        ]

    async def _called(self, request: web.Request) -> web.Response:
        endpoint = request.match_info["endpoint"]
        try:
            body = await self._read(request)
            if endpoint == "set_webhook":
                return _json(await self._set_webhook(body))
            if endpoint in ("send_message", "broadcast_message"):
                return await self._sent(request, endpoint, body)
            if endpoint in self._endpoints:
                return _json({**OK, **self._endpoints[endpoint](self._server, body)})
        except Refusal as refused:
            return _json(refused.body())
        self._server.complain(f"Viber: unknown endpoint {endpoint}")
        return web.Response(status=404)

    async def _read(self, request: web.Request) -> Body:
        raw = await request.read()
        try:
            body = json.loads(raw or b"{}")
        except ValueError:
            raise bad_data() from None
        if not isinstance(body, dict):
            raise bad_data()
        self._authorize(request, body)
        if len(raw) > self._server.rules.body:
            raise bad_data("the request is too large")
        return body

    def _authorize(self, request: web.Request, body: Body) -> None:
        inside = "" if self._server.rules.header_only else str(body.pop("auth_token", ""))
        given = request.headers.get("X-Viber-Auth-Token") or inside
        if not given:
            raise Refusal(2, "missing_auth_token")
        if not hmac.compare_digest(given.encode(), self._server.token.encode()):
            raise Refusal(2, "invalidAuthToken")

    async def _set_webhook(self, body: Body) -> Body:
        """set_webhook: the address must answer 200 to a `webhook` event at once."""
        url, callbacks = body.get("url"), self._server.callbacks
        if not isinstance(url, str):
            raise Refusal(4, "missingData: url")
        if not url:
            callbacks.url = ""
            return OK
        if not url.startswith("https://") and not LOCAL.match(url):
            raise Refusal(1, "invalidUrl")
        events = viber_account.events(body.get("event_types"))
        if problem := await callbacks.verify(url):
            raise Refusal(1, problem)
        callbacks.url, callbacks.events = url, events
        return {**OK, "event_types": list(events)}

    async def _sent(self, request: web.Request, endpoint: str, body: Body) -> web.Response:
        faults, write = self._server.faults, self._server.write
        fault = faults.draw()
        chat = str(body.get("receiver", ""))
        if isinstance(fault, Canned):
            write(chat, endpoint, body, str(fault.status), "")
            return _json(fault.body, fault.status)
        if fault in (Fault.BROKEN, Fault.LOST):
            write(chat, endpoint, body, "lost" if fault is Fault.LOST else "500", "")
            return await self._hang(request) if fault is Fault.LOST else web.Response(status=500)
        try:
            _refuse(fault)
            outcome = "unsure" if fault is Fault.UNSURE else "ok"
            act = send if endpoint == "send_message" else broadcast
            answer = {**OK, **act(self._server, body, outcome)}
        except Refusal as refused:
            write(chat, endpoint, body, str(refused.status), "")
            raise
        return await self._hang(request) if fault is Fault.UNSURE else _json(answer)

    async def _hang(self, request: web.Request) -> web.Response:
        await asyncio.sleep(self._server.faults.hang)
        if request.transport is not None:
            request.transport.close()
        return web.Response(status=500)

    async def _media(self, request: web.Request) -> web.Response:
        file = self._server.world.files.get(request.match_info["id"])
        if file is None or self._server.expired(file):
            return web.Response(status=404)
        return web.Response(body=file.data, content_type=file.kind or "application/octet-stream")


OK: Body = {"status": 0, "status_message": "ok", "chat_hostname": "SN-CHAT-05_"}


def _refuse(fault: Fault | None) -> None:
    if fault is Fault.FLOOD:
        raise TOO_MANY
    if fault is Fault.BLOCKED:
        raise NOT_SUBSCRIBED


def _json(body: Body, status: int = 200) -> web.Response:
    data = json.dumps(body, ensure_ascii=False).encode()
    return web.Response(status=status, body=data, content_type="application/json")
