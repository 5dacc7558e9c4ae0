"""The page where anybody checks a certificate: whether its code holds, and whose name it is not."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.civic.certificate import LONGEST
from bot.civic.codes import normalise, read_back
from bot.clock import Clock
from bot.formats import day, hour
from bot.messages import Words
from bot.web.doors import Speaks
from bot.web.templates import templates
from bot.web.visitors import visitor
from storage import attempts, certificates
from storage.certificates import TRIED, Paper, Verdict
from storage.engine import Database

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}
MOST = 40  # characters of a code with blanks


@dataclass(frozen=True, slots=True)
class Answer:
    """What a code is worth, and whether the name is that of the paper; until when to wait."""

    verdict: Verdict = Verdict.UNKNOWN
    paper: Paper | None = None
    matches: bool | None = None
    wait: datetime | None = None


class Certificates:
    """Serves `/certificates/<code>`, and a field to type a code at `/certificates`."""

    def __init__(self, database: Database, texts: Speaks, clock: Clock, zone: ZoneInfo) -> None:
        self._database = database
        self._texts = texts
        self._clock = clock
        self._zone = zone
        # One after the other: many guesses at once would all be made before the first is counted.
        self._turn = asyncio.Lock()
        self._pages = templates()

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/certificates", self._ask),
            web.get("/certificates/{code}", self._check),
            web.post("/certificates/{code}", self._compare),
        ]

    async def _ask(self, request: web.Request) -> web.Response:
        """A code typed into the field leads to its page."""
        typed = request.query.get("code", "")[:MOST]
        if typed.strip():
            language = quote(self._language(request))
            raise web.HTTPSeeOther(f"/certificates/{quote(normalise(typed))}?lang={language}")
        return self._page(request, "", None)

    async def _check(self, request: web.Request) -> web.Response:
        code = normalise(request.match_info["code"][:MOST])
        return self._page(request, code, await self._answer(request, code))

    async def _compare(self, request: web.Request) -> web.Response:
        """The name comes in the body, so that it is in no address and no log."""
        code = normalise(request.match_info["code"][:MOST])
        try:
            typed = (await request.post()).get("name", "")
        except ValueError:  # a form that is none
            typed = ""
        name = typed[: 4 * LONGEST] if isinstance(typed, str) else ""
        return self._page(request, code, await self._answer(request, code, name))

    async def _answer(self, request: web.Request, code: str, name: str = "") -> Answer:
        """Wrong codes and names are counted by where they come from."""
        who = visitor(request)
        async with self._turn:
            async with self._database.reading() as session:
                now = self._clock.now()
                if until := await attempts.pause(session, who, TRIED, now):
                    return Answer(wait=until)
                verdict, paper = await certificates.check(session, code)
                matches: bool | None = None
                if paper and name.strip():
                    matches = await certificates.matches(session, paper, name)
            if verdict is Verdict.UNKNOWN or matches is False:
                async with self._database.writing() as session:
                    await attempts.count(session, who, TRIED, now)
        return Answer(verdict, paper, matches)

    def _language(self, request: web.Request) -> str:
        hint = request.query.get("lang", "") or request.headers.get("Accept-Language", "")[:5]
        return self._texts.known(hint)

    def _page(self, request: web.Request, code: str, answer: Answer | None) -> web.Response:
        language = self._language(request)

        def say(name: str, /, **args: Any) -> str:
            return self._texts.text(language, name, **args).plain()

        shown = {
            "text": say,
            "language": language,
            "other": next(one for one in self._texts.languages if one != language),
            "code": code,
            "typed": read_back(request.match_info.get("code", "")[:MOST]),
            "answer": answer,
            "wait": self._wait(answer),
            "facts": _facts(answer.paper, language) if answer and answer.paper else None,
        }
        page = self._pages.get_template("certificate.html").render(shown)
        status = _status(answer)
        return web.Response(text=page, content_type="text/html", status=status, headers=HEADERS)

    def _wait(self, answer: Answer | None) -> dict[str, str] | None:
        until = answer.wait if answer else None
        return {"day": day(until, self._zone), "hour": hour(until, self._zone)} if until else None


def _facts(paper: Paper, language: str) -> dict[str, str]:
    """All that anybody learns: the course and its day."""
    printed = paper.printed
    course = Words(dict(printed.words["course"])).read(language, "ka")
    return {"course": course, "version": str(printed.version), "day": day(printed.day)}


def _status(answer: Answer | None) -> int:
    if answer is None:
        return 200
    if answer.wait:
        return 429
    return 404 if answer.verdict is Verdict.UNKNOWN else 200
