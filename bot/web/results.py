"""Public pages of a vote: the result, its files, the counted receipts, and what is being built."""

import asyncio
from collections import OrderedDict
from datetime import date, datetime
from functools import partial
from typing import Any

from aiohttp import web

from bot import opendata
from bot.civic.codes import normalise
from bot.clock import Clock
from bot.formats import day, hour
from bot.media import MediaStore
from bot.messages import Words
from bot.opendata import TooEarly
from bot.reasons import by_lot, lari, why
from bot.web.doors import Speaks
from bot.web.templates import templates
from storage import public_pages, votes
from storage.engine import Database
from storage.projects import Work
from storage.public_pages import Shown, Story
from storage.results import Placed
from storage.turnout import Part

KEPT = 8  # votes whose files stay in memory
KINDS = {".csv": "text/csv", ".json": "application/json"}


class Results:
    """Serves `/r/<code or number of a vote>` and what is below it.  No account needed."""

    def __init__(self, database: Database, texts: Speaks, clock: Clock, media: MediaStore) -> None:
        self._database = database
        self._texts = texts
        self._clock = clock
        self._media = media
        self._files: OrderedDict[int, dict[str, bytes]] = OrderedDict()
        self._pages = templates()

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/r/{code}", self._result),
            web.get("/r/{code}/{number:[0-9]{1,6}}", self._project),
            web.get("/r/{code}/files/{name}", self._file),
        ]

    async def _result(self, request: web.Request) -> web.Response:
        reader = self._reader(request)
        found = await self._find(request)
        if found is None:
            return self._missing(request)
        typed = normalise(request.query.get("receipt", ""))
        counted: bool | None = None
        if typed and found.report:
            async with self._database.reading() as session:
                counted = await votes.receipt_counted(session, found.vote.id, typed)
        names = tuple(await self._made(found.vote.id)) if found.report else ()
        shown = {**reader.result(found), "receipt": typed, "counted": counted, "files": names}
        return self._page("results.html", {**shown, "code": request.match_info["code"]})

    async def _project(self, request: web.Request) -> web.Response:
        found = await self._find(request)
        number = int(request.match_info["number"])
        works = found.works if found else ()
        work = next((work for work in works if work.number == number), None)
        if found is None or work is None:
            return self._missing(request)
        async with self._database.reading() as session:
            story = await public_pages.story(session, work, self._clock.now())
        shown = self._reader(request).story(found, story)
        return self._page("project.html", {**shown, "code": request.match_info["code"]})

    async def _file(self, request: web.Request) -> web.Response:
        found = await self._find(request)
        if found is None or found.report is None:
            raise web.HTTPNotFound
        name = request.match_info["name"]
        content = (await self._made(found.vote.id)).get(name)
        if content is None:
            raise web.HTTPNotFound
        kind = next((kind for end, kind in KINDS.items() if name.endswith(end)), "text/plain")
        headers = {"Content-Disposition": f'attachment; filename="{found.vote.id}-{name}"'}
        return web.Response(body=content, content_type=kind, charset="utf-8", headers=headers)

    async def _made(self, id: int) -> dict[str, bytes]:
        """The files of a told vote, which never change; {} until they can be had."""
        if id not in self._files:
            async with self._database.reading() as session:
                try:
                    data = await opendata.gather(session, id, self._clock.now())
                except TooEarly:
                    return {}
            assert data is not None
            self._files[id] = await asyncio.to_thread(opendata.files, data)
            while len(self._files) > KEPT:
                self._files.popitem(last=False)
        return self._files[id]

    async def _find(self, request: web.Request) -> Shown | None:
        code = normalise(request.match_info["code"])
        async with self._database.reading() as session:
            return await public_pages.find(session, code, self._clock.now())

    def _reader(self, request: web.Request) -> "Reader":
        hint = request.query.get("lang", "") or request.headers.get("Accept-Language", "")[:5]
        return Reader(self._texts, self._texts.known(hint), self._media)

    def _missing(self, request: web.Request) -> web.Response:
        reader = self._reader(request)
        return self._page("code.html", {**reader.words(), "unknown": True}, status=404)

    def _page(self, name: str, shown: dict[str, Any], status: int = 200) -> web.Response:
        page = self._pages.get_template(name).render(shown)
        return web.Response(text=page, content_type="text/html", status=status)


class Reader:
    """Pages in one language, as plain values: the templates escape everything."""

    def __init__(self, texts: Speaks, language: str, media: MediaStore) -> None:
        self._texts = texts
        self._language = language
        self._media = media
        self._text = partial(texts.text, language)

    def words(self) -> dict[str, Any]:
        """What every page needs."""
        others = [code for code in self._texts.languages if code != self._language]
        return {"text": self.say, "language": self._language, "other": others[0]}

    def say(self, name: str, **args: Any) -> str:
        return self._text(name, **args).plain()

    def result(self, found: Shown) -> dict[str, Any]:
        """The result, or when it will be there."""
        report, vote, main = found.report, found.vote, found.office.main_language
        next_cycle = vote.edition.next_cycle if vote.edition else ""
        return {
            **self._head(found),
            "at": self._at(vote.results_at, found),
            "told": report is not None,
            "ballots": vote.ballots,
            "turnout": self._turnout(found) if report else [],
            "pots": self._pots(found) if report else [],
            "lot": self._lot(found) if report else None,
            "refereed": (vote.referee or {}).get("finding", ""),
            "works": [self._work(work, main) for work in found.works],
            "next_cycle": day(date.fromisoformat(next_cycle)) if next_cycle else "",
        }

    def story(self, found: Shown, story: Story) -> dict[str, Any]:
        """One project with its history in pictures."""
        main, zone = found.office.main_language, found.office.zone
        work = story.work
        return {
            **self._head(found),
            "vote": Words(found.vote.name).read(self._language, main),
            "work": self._work(work, main),
            "summary": Words(work.summary).read(self._language, main),
            "news": [
                {
                    "day": day(news.at, zone),
                    "stage": news.stage,
                    "text": Words(news.text).read(self._language, main),
                    "photo": self._media.address(news.photo) if news.photo else "",
                    "confirmed": confirmed,
                    "disputed": disputed,
                }
                for news, (confirmed, disputed) in story.news
            ],
            "disputes": [
                {
                    "day": day(one.at, zone),
                    "text": one.text,
                    "photo": self._media.address(one.photo) if one.photo else "",
                    "due": day(one.due_at, zone),
                    "answer": Words(one.answer or {}).read(self._language, main),
                    "answered": day(one.answered_at, zone) if one.answered_at else "",
                }
                for one in story.disputes
            ],
            "waiting": len(story.waiting),
            "until": day(story.waiting[0].due_at, zone) if story.waiting else "",
        }

    def _head(self, found: Shown) -> dict[str, Any]:
        main = found.office.main_language
        return {
            **self.words(),
            "title": Words(found.vote.name).read(self._language, main),
            "place": Words(found.office.name).read(self._language, main),
            "fictional": found.office.fictional,
            "office_phone": found.office.phone,
        }

    def _at(self, moment: datetime, found: Shown) -> dict[str, str]:
        return {"day": day(moment, found.office.zone), "hour": hour(moment, found.office.zone)}

    def _pots(self, found: Shown) -> list[dict[str, Any]]:
        """Each part with its money and its projects, the best first."""
        report = found.report
        assert report is not None
        most = max((place.outcome.votes for place in report.found), default=0) or 1
        names = {str(place.item.number): self._title(place, found) for place in report.found}
        return [
            {
                "name": self._zone(zone, found),
                "budget": lari(budget),
                "left": lari(report.left(zone)),
                "projects": [
                    {
                        "number": place.item.number,
                        "title": self._read(place.item.title, found),
                        "cost": lari(place.outcome.cost),
                        "votes": self.say("results-votes", count=place.outcome.votes),
                        "width": round(100 * place.outcome.votes / most),
                        "won": place.outcome.funded,
                        "why": self._why(place, found, names),
                    }
                    for place in report.found
                    if place.item.zone == zone
                ],
            }
            for zone, budget in report.vote.rules.pots.items()
        ]

    def _why(self, place: Placed, found: Shown, names: dict[str, str]) -> str:
        report = found.report
        assert report is not None
        lot = by_lot(report.vote.rules, place.outcome, report.costs)
        said = why(self._text, place.outcome, names, lot=lot).plain()
        near = place.outcome.support
        return said if near is None else f"{said} {self.say('results-near', share=str(near))}"

    def _lot(self, found: Shown) -> dict[str, str]:
        """How the lot fell, for whoever checks it."""
        vote = found.vote
        public = vote.lot["protocol"] if vote.lot and vote.lot["confirmed"] else ""
        return {"protocol": public, "seed": "" if public else vote.tie_seed}

    def _turnout(self, found: Shown) -> list[tuple[str, str]]:
        """Name and figure of each part; small ones together."""
        assert found.report is not None
        told = found.report.turnout
        rows = [(self._zone(part.zone, found), self._share(part)) for part in told.parts]
        if told.others:
            rows.append((self.say("results-others"), self._share(told.others)))
        if told.register:
            whole = Part("", told.ballots, told.register)
            rows.insert(0, (self.say("results-whole"), self._share(whole)))
        counted = {"paper": told.paper, "invalid": told.invalid, "voided": told.voided}
        rows += [(self.say("results-page-row", kind=k), str(n)) for k, n in counted.items() if n]
        return rows

    def _share(self, part: Part) -> str:
        if not part.register:
            return str(part.ballots)
        share = round(100 * part.ballots / part.register)
        return f"{part.ballots} / {part.register} ({share}%)"

    def _zone(self, code: str, found: Shown) -> str:
        assert found.report is not None
        names = found.report.zones
        return self._read(names.get(code, {}), found) if code else self.say("results-whole")

    def _title(self, place: Placed, found: Shown) -> str:
        title = self._read(place.item.title, found)
        return self.say("results-project", number=str(place.item.number), title=title)

    def _read(self, words: dict[str, str], found: Shown) -> str:
        return Words(words).read(self._language, found.office.main_language)

    def _work(self, work: Work, main: str) -> dict[str, Any]:
        days = work.starts_on and work.ends_on
        return {
            "number": work.number,
            "title": Words(work.title).read(self._language, main),
            "stage": work.stage,
            "place": Words(work.settlement or work.zone or {}).read(self._language, main),
            "cost": lari(work.cost),
            "spent": lari(work.spent) if work.spent is not None else "",
            "days": f"{day(work.starts_on)} – {day(work.ends_on)}"
            if days and work.starts_on and work.ends_on
            else "",
        }
