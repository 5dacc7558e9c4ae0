"""The page: two phones side by side, a clock to move, switches for faults."""

import asyncio
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, Template

from bot.simulator import page_acts, page_state
from bot.simulator.page_cast import AnyPhone, Cast
from bot.simulator.phone import Impossible, NoButton
from bot.simulator.telegram import Telegram
from bot.simulator.viber import Viber
from bot.simulator.world import World

FOLDER = Path(__file__).parent / "page"
LANGUAGES = ("ka", "en")
TEXTS = {
    language: json.loads((FOLDER / f"texts.{language}.json").read_text("utf-8"))
    for language in LANGUAGES
}
FONT = FOLDER.parents[1] / "pictures" / "fonts" / "Lari.ttf"
ASSETS = {
    "page.css": (FOLDER / "page.css", "text/css"),
    "page.js": (FOLDER / "page.js", "text/javascript"),
    "phone.js": (FOLDER / "phone.js", "text/javascript"),
    "lari.ttf": (FONT, "font/ttf"),
}
PULSE = 15.0
"""Seconds between signs of life on a quiet stream."""
GATHER = 0.05
"""Seconds in which changes become one event."""

POLICY = "default-src 'self'; img-src 'self' data: blob: http: https:; base-uri 'none'"

Data = dict[str, Any]


class Page:
    """Routes of the page, all relative, so that it also lives under another application."""

    def __init__(
        self, world: World, telegram: Telegram, viber: Viber, links: Sequence[tuple[str, str]]
    ) -> None:
        self._world = world
        self._servers: dict[str, Telegram | Viber] = {"telegram": telegram, "viber": viber}
        self._casts = {name: Cast(server) for name, server in self._servers.items()}
        self._links = links

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/", self._index),
            web.get("/page/state", self._state),
            web.get("/page/events", self._events),
            web.get("/page/picture/{id}", self._picture),
            web.get("/page/file/{id}", self._file),
            web.post("/page/act", self._act),
            web.post("/page/photo", self._photo),
            web.post("/page/file", self._document),
            web.post("/page/clock", self._clock),
            web.post("/page/faults", self._faults),
            web.get("/page/{asset}", self._asset),
        ]

    async def _index(self, request: web.Request) -> web.Response:
        language = _language(request)
        page = _template().render(t=TEXTS[language], language=language, links=self._links)
        headers = {"Content-Security-Policy": POLICY}
        return web.Response(text=page, content_type="text/html", headers=headers)

    async def _asset(self, request: web.Request) -> web.Response:
        name = request.match_info["asset"]
        if name not in ASSETS:
            return web.Response(status=404)
        path, kind = ASSETS[name]
        charset = "utf-8" if kind.startswith("text/") else None
        return web.Response(body=path.read_bytes(), content_type=kind, charset=charset)

    async def _state(self, request: web.Request) -> web.Response:
        language = _language(request)
        state: Data = {"clock": page_state.clock(self._world)}
        for name, server in self._servers.items():
            place = int(request.query.get(name, 0))
            state[name] = page_state.messenger(self._casts[name], place, language)
            limits = server.limits if isinstance(server, Telegram) else server.rules.limits
            state[name]["faults"] = page_state.faults(server.faults, limits=limits)
        state["complaints"] = list(self._world.complaints)[-5:]
        return web.json_response(state)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await stream.prepare(request)
        try:
            while True:
                await stream.write(await self._news())
        except ConnectionError:
            return stream

    async def _news(self) -> bytes:
        try:
            async with asyncio.timeout(PULSE):
                await self._world.changed.wait()
        except TimeoutError:
            return b": here\n\n"
        await asyncio.sleep(GATHER)
        return b"data: changed\n\n"

    async def _picture(self, request: web.Request) -> web.Response:
        file = self._world.files.get(request.match_info["id"])
        if file is None or not file.kind.startswith("image/"):
            return web.Response(status=404)
        return web.Response(body=file.data, content_type=file.kind)

    async def _file(self, request: web.Request) -> web.Response:
        """What a bot uploaded.  Only a PDF opens in the page; all else is saved under its name."""
        file = self._world.files.get(request.match_info["id"])
        if file is None:
            return web.Response(status=404)
        is_pdf = file.data.startswith(b"%PDF-")
        if is_pdf:
            return web.Response(body=file.data, content_type="application/pdf")
        name = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name)}"}
        return web.Response(body=file.data, headers=name)

    async def _act(self, request: web.Request) -> web.Response:
        given = await _given(request)
        cast, place = self._casts[given["messenger"]], int(given["place"])
        if given["do"] == "renew":
            cast.renew(place, str(given.get("language")))
            return _done()
        return await _try(cast.phone(place), page_acts.DO[given["do"]], given)

    async def _photo(self, request: web.Request) -> web.Response:
        data = await _bytes(request)
        return await _try(self._sender(request), lambda phone, _: phone.photo(data), {})

    async def _document(self, request: web.Request) -> web.Response:
        """What somebody picked from their own computer."""
        data, name = await _bytes(request), request.query["name"]
        return await _try(self._sender(request), lambda phone, _: phone.document(data, name), {})

    def _sender(self, request: web.Request) -> AnyPhone:
        return self._casts[request.query["messenger"]].phone(int(request.query["place"]))

    async def _clock(self, request: web.Request) -> web.Response:
        try:
            page_acts.move(self._world, await _given(request))
        except ValueError:
            return _done("backwards")
        return _done()

    async def _faults(self, request: web.Request) -> web.Response:
        given = await _given(request)
        server = self._servers[given["messenger"]]
        page_acts.switch(server.faults, given)
        if "limits" in given and isinstance(server, Telegram):
            server.limits = bool(given["limits"])
        elif "limits" in given and isinstance(server, Viber):
            server.rules.limits = bool(given["limits"])
        self._world.changed.ring()
        return _done()


async def _try(phone: AnyPhone, do: page_acts.Do, given: Data) -> web.Response:
    """Let a person act; what their client does not offer is told, not an error."""
    try:
        await do(phone, given)
    except (Impossible, NoButton, ValueError, LookupError):
        return _done("impossible")
    return _done()


async def _given(request: web.Request) -> Data:
    """The act; only JSON, which no foreign page can send here unasked."""
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType
    given: Data = await request.json()
    return given


async def _bytes(request: web.Request) -> bytes:
    """What a person sends; as bytes, which no foreign page can send here unasked either."""
    if request.content_type != "application/octet-stream":
        raise web.HTTPUnsupportedMediaType
    return await request.read()


@cache
def _template() -> Template:
    return Environment(loader=FileSystemLoader(FOLDER), autoescape=True).get_template("index.html")


def _language(request: web.Request) -> str:
    asked = request.query.get("lang", "ka")
    return asked if asked in LANGUAGES else "ka"


def _done(problem: str = "") -> web.Response:
    return web.json_response({"problem": problem})
