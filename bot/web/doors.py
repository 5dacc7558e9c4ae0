"""The page behind a short code: what is decided, by when, and the ways in.  No account needed."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from aiohttp import web

from bot.civic.amounts import from_data
from bot.civic.codes import normalise
from bot.civic.edition import Phase
from bot.clock import Clock
from bot.formats import day, hour, money
from bot.messages import Html, Words
from bot.pictures.qr import qr_svg
from bot.web.templates import templates
from storage.engine import Database
from storage.openings import Opening, opening

LARI = Path(__file__).parents[1] / "pictures" / "fonts" / "Lari.ttf"
FONT = "/s/font/lari.ttf"  # cut from Noto Sans Georgian; older phones lack the sign
PICTURES = 200  # share pictures kept; each is some 60 kB and takes a moment to draw

Say = Callable[..., Html]


class Speaks(Protocol):
    """Texts by language."""

    @property
    def languages(self) -> list[str]: ...

    def text(self, language: str, name: str, /, **args: Any) -> Html: ...

    def known(self, hint: str) -> str: ...


class Doors:
    """Serves `/s/<code>` and its share picture, and a field to type a code at `/s`."""

    def __init__(
        self,
        database: Database,
        texts: Speaks,
        clock: Clock,
        bots: Sequence[str],
        link: Callable[[str, str], str],
        public_url: str,
    ) -> None:
        self._database = database
        self._texts = texts
        self._clock = clock
        self._bots = bots
        self.link = link
        self._public_url = public_url.rstrip("/")
        self._pictures: OrderedDict[tuple[str, ...], bytes] = OrderedDict()
        self._pages = templates()

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/s", self._ask),
            web.get("/s/{code}", self._page),
            web.get("/s/{code}/share.png", self._share),
            web.get(FONT, _font),
        ]

    async def _ask(self, request: web.Request) -> web.Response:
        """A code typed into the field leads to its page."""
        typed = request.query.get("code", "")
        if typed:
            raise web.HTTPSeeOther(f"/s/{quote(normalise(typed), safe='')}")
        return self._missing(self._language(request), status=200)

    async def _page(self, request: web.Request) -> web.Response:
        language = self._language(request)
        found = await self._find(request)
        if found is None:
            return self._missing(language, status=404)
        page = self._pages.get_template("door.html").render(self._shown(found, language))
        return web.Response(text=page, content_type="text/html")

    async def _share(self, request: web.Request) -> web.Response:
        found = await self._find(request)
        if found is None:
            raise web.HTTPNotFound
        language = self._language(request)
        picture = await self._picture(self._headline(found, language))
        headers = {"Cache-Control": "public, max-age=3600"}
        return web.Response(body=picture, content_type="image/png", headers=headers)

    async def _find(self, request: web.Request) -> Opening | None:
        async with self._database.reading() as session:
            return await opening(session, normalise(request.match_info["code"]), self._clock.now())

    async def _picture(self, words: tuple[str, str, str]) -> bytes:
        if words not in self._pictures:
            self._pictures[words] = await asyncio.to_thread(_share_picture, *words)
            while len(self._pictures) > PICTURES:
                self._pictures.popitem(last=False)
        return self._pictures[words]

    def _language(self, request: web.Request) -> str:
        return self._texts.known(
            request.query.get("lang", "") or request.headers.get("Accept-Language", "")[:5]
        )

    def _say(self, language: str) -> Say:
        """A text as a page needs it: plain, for the template escapes everything."""

        def say(name: str, **args: Any) -> str:
            return self._texts.text(language, name, **args).plain()

        return say  # type: ignore[return-value]

    def _missing(self, language: str, status: int) -> web.Response:
        page = self._pages.get_template("code.html").render(
            text=self._say(language), language=language, unknown=status == 404
        )
        return web.Response(text=page, content_type="text/html", status=status)

    def _headline(self, found: Opening, language: str) -> tuple[str, str, str]:
        """Title, municipality and dates, for the page's head and its picture."""
        say = self._say(language)
        place = Words(found.municipality).read(language, found.main_language)
        if found.process:
            title = Words(found.process.name).read(language, found.main_language)
            return title, place, self._stage(found, say)
        if found.survey:
            title = Words(found.survey.title).read(language, found.main_language)
            return title, place, self._until(found.survey.closes_at, found, say)
        if found.idea:
            number, title = str(found.idea.number), found.idea.title
            return say("door-idea", number=number, title=title), place, ""
        if found.way.journey == "ask":
            return self._asking(found, say), place, ""
        return say("door-welcome"), place, ""

    @staticmethod
    def _asking(found: Opening, say: Say) -> str:
        if not found.way.subject:
            return say("door-ask")
        return say("door-ask-on", topic=say("ask-topic-name", topic=found.way.subject))

    def _stage(self, found: Opening, say: Say) -> str:
        """Until when one can vote; of an edition whose vote is not open, where it stands."""
        process = found.process
        assert process is not None
        voting = {vote.id for vote in found.now_open.votes}
        for stage in found.now_open.editions:
            if stage.id == process.id and stage.id not in voting:
                phase = "waiting" if stage.phase is Phase.VOTING else stage.phase.value
                at = f"{day(stage.at, found.zone)}, {hour(stage.at, found.zone)}"
                return say("rules-phase", phase=phase, at=at)
        return self._until(process.closes_at, found, say)

    @staticmethod
    def _until(moment: datetime, found: Opening, say: Say) -> str:
        return say("door-until", day=day(moment, found.zone), hour=hour(moment, found.zone))

    def _shown(self, found: Opening, language: str) -> dict[str, Any]:
        title, place, until = self._headline(found, language)
        say = self._say(language)
        links = {bot: self.link(bot, found.code) for bot in self._bots}
        return {
            "text": say,
            "language": language,
            "other": next(code for code in self._texts.languages if code != language),
            "code": found.code,
            "title": title,
            "place": place,
            "settlement": Words(found.settlement).read(language, found.main_language),
            "until": until,
            "about": _about(found, language) or self._how(found, say),
            "fictional": found.fictional,
            "office_phone": found.office_phone,
            "links": links,
            "qr": {bot: _inline(link) for bot, link in links.items() if link},
            "projects": [
                {
                    "number": item.number,
                    "title": Words(item.title).read(language, found.main_language),
                    "cost": money(from_data(item.cost)),
                    "withdrawn": item.withdrawn,
                }
                for item in found.items
            ],
            "counted": found.counted,
            "open": self._open(found, language, say),
            "address": f"{self._public_url}/s/{found.code}",
        }

    @staticmethod
    def _how(found: Opening, say: Say) -> str:
        return say("door-ask-how") if found.way.journey == "ask" else ""

    def _open(self, found: Opening, language: str, say: Say) -> list[tuple[str, str]]:
        if found.process or found.survey:
            return []
        return [
            (Words(item.name).read(language, found.main_language), self._until(item.at, found, say))
            for item in (*found.now_open.votes, *found.now_open.surveys)
        ]


async def _font(request: web.Request) -> web.FileResponse:
    headers = {"Cache-Control": "public, max-age=31536000", "Content-Type": "font/ttf"}
    return web.FileResponse(LARI, headers=headers)


def _about(found: Opening, language: str) -> str:
    if found.idea:
        return found.idea.text
    about = found.process.about if found.process else found.survey.intro if found.survey else {}
    return Words(about).read(language, found.main_language)


def _inline(link: str) -> str:
    """A QR code to stand in the page itself: one request less on a slow network."""
    svg = qr_svg(link).decode()
    return svg[svg.index("<svg") :]


def _share_picture(title: str, municipality: str, dates: str) -> bytes:
    from bot.pictures.share import share_picture  # as in `bot.tools`

    return share_picture(title, municipality, dates)
