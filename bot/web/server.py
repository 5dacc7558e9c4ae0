"""The HTTP side of one process."""

import hmac
import logging
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from bot import listening
from bot.channel import Channel
from bot.documents import Format, format_of
from bot.media import MediaStore

log = logging.getLogger(__name__)

LARGEST = 1_000_000  # bytes of a webhook call; both messengers stay far below

PNG = b"\x89PNG"  # how a lesson's picture begins; what people and charts give is kept as JPEG

Health = Callable[[], Awaitable[Mapping[str, str | int | float]]]


class HttpServer:
    """Webhooks of the channels, signed files, health and metrics, on one port."""

    def __init__(
        self,
        channels: Mapping[str, Channel],
        media: MediaStore,
        health: Health,
        metrics: Callable[[], Awaitable[bytes]],
        *,
        hook_secret: str,
    ) -> None:
        self._channels = channels
        self._media = media
        self._health = health
        self._metrics = metrics
        self._hook_secret = hook_secret
        self.more: list[web.AbstractRouteDef] = []
        self._runner: web.AppRunner | None = None

    def routes(self) -> list[web.AbstractRouteDef]:
        """What is answered where; another application may take the routes in."""
        return [
            web.post("/telegram/{secret}", self._telegram),
            web.post("/viber", self._viber),
            web.get("/media/{id}/{until:[0-9]{1,12}}/{signature}/{name}", self._file),
            web.get("/healthz", self._healthz),
            web.get("/metrics", self._show_metrics),
            *self.more,
        ]

    async def start(self, host: str, port: int) -> int:
        """Listen; the port in use.  Raises OSError if it is taken."""
        app = web.Application(client_max_size=LARGEST)
        app.add_routes(self.routes())
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=20)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        return int(self._runner.addresses[0][1])

    async def stop(self) -> None:
        """Finish the calls in work and stop listening."""
        if self._runner is not None:
            await listening.close(self._runner)
            self._runner = None

    async def _telegram(self, request: web.Request) -> web.Response:
        given = request.match_info["secret"].encode()
        if not hmac.compare_digest(given, self._hook_secret.encode()):
            raise web.HTTPNotFound
        return await self._hook("telegram", request)

    async def _viber(self, request: web.Request) -> web.Response:
        return await self._hook("viber", request)

    async def _hook(self, bot: str, request: web.Request) -> web.Response:
        channel = self._channels.get(bot)
        if channel is None:
            raise web.HTTPNotFound
        answer = await channel.hook(request.headers, request.query, await request.read())
        return web.Response(
            status=answer.status, body=answer.body, content_type=answer.content_type
        )

    async def _file(self, request: web.Request) -> web.Response:
        info = request.match_info
        if not self._media.allowed(info["id"], int(info["until"]), info["signature"]):
            raise web.HTTPForbidden
        try:
            content = await self._media.load(info["id"])
        except LookupError as error:
            raise web.HTTPNotFound from error
        if document := format_of(content):
            return _document(content, document)
        headers = {"Cache-Control": "public, max-age=1209600, immutable"}
        kind = "image/png" if content.startswith(PNG) else "image/jpeg"
        return web.Response(body=content, content_type=kind, headers=headers)

    async def _healthz(self, request: web.Request) -> web.Response:
        try:
            return web.json_response(dict(await self._health()))
        except Exception:
            log.exception("health: the database does not answer")
            return web.json_response({"status": "database"}, status=503)

    async def _show_metrics(self, request: web.Request) -> web.Response:
        return web.Response(body=await self._metrics(), content_type="text/plain")


def _document(content: bytes, document: Format) -> web.Response:
    """It may hold codes or answers: nobody on the way keeps it, and nobody guesses what it is."""
    headers = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"}
    if not document.shown:
        name = f"document{document.ending}"
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return web.Response(body=content, content_type=document.content_type, headers=headers)
