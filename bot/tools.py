"""What scheduled and slow work may use."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.channel import Limits
from bot.civic.ballots import Groups, Project, Rules
from bot.civic.outcomes import Result
from bot.civic.survey.sheets import Explained, Gathered
from bot.civic.voters import Voter
from bot.clock import Clock
from bot.exchange import referee
from bot.exchange.referee import Verdict
from bot.exchange.register import read_register
from bot.exchange.survey_table import attachments
from bot.exchange.survey_table.attachments import Attachment
from bot.exchange.survey_table.book import book
from bot.exchange.survey_table.files import files, zipped
from bot.exchange.survey_table.sheets import sheets
from bot.exchange.xlsform import Repair, read_apart
from bot.journey import Card, ReadForm
from bot.media import MediaStore
from bot.messages import LARGEST_DOCUMENT, Document, Html
from bot.pictures.figures import Bar, BarChart, Histogram
from bot.pictures.print.papers import Certificate, Masthead, Paper
from bot.texts import Texts
from storage.engine import Database

MOST_PARTS = 20  # archives in one chat; they lie in the database until they have arrived


class WorkTools:
    """The real `bot.journey.Tools`.

    `chart`, `charts`, `document`, `paper`, `certificate` and `writing` begin transactions of their
    own: they are for jobs.  Due work writes with the session it is given, and asks for a job where
    it needs a picture.
    """

    def __init__(
        self,
        database: Database,
        texts: Texts,
        clock: Clock,
        media: MediaStore,
        limits: Mapping[str, Limits] | None = None,
    ) -> None:
        self._limits = limits or {}
        self.home = media.public_url
        self._database = database
        self._texts = texts
        self._clock = clock
        self._media = media

    def now(self) -> datetime:
        return self._clock.now()

    def text(self, language: str, name: str, /, **args: Any) -> Html:
        return self._texts.text(language, name, **args)

    def edits(self, bot: str) -> bool:
        return bot in self._limits and self._limits[bot].edits

    def reading(self) -> AbstractAsyncContextManager[Any]:
        return self._database.reading()

    def writing(self) -> AbstractAsyncContextManager[Any]:
        return self._database.writing()

    async def chart(self, title: str, bars: Sequence[Bar], footer: str) -> str:
        return await self._media.keep(await self.off_loop(_bars, title, bars, footer))

    async def charts(self, chart: BarChart | Histogram) -> list[str]:
        return [await self._media.keep(drawn) for drawn in await self.off_loop(_drawn, chart)]

    async def sweep(self) -> None:
        await self._media.sweep()

    async def card(self, card: Card) -> str:
        return await self._media.keep(await self.off_loop(_card, card))

    async def file(self, id: str, person: int) -> bytes:
        return await self._media.file(id, person)

    async def voters(self, content: bytes, settlements: Mapping[str, int]) -> list[Voter]:
        found: list[Voter] = await self.off_loop(read_register, content, settlements)
        return found

    async def xlsform(
        self, content: bytes, repairs: Sequence[str], answers: Mapping[str, str]
    ) -> ReadForm:
        made: ReadForm = await self.off_loop(_read_form, content, repairs, answers)
        return made

    async def xlsform_template(self) -> bytes:
        made: bytes = await self.off_loop(_template)
        return made

    async def document(self, name: str, content: bytes) -> Document:
        return await self._media.keep_document(name, content)

    async def answers_book(self, gathered: Gathered, explained: Explained) -> bytes:
        made: bytes = await self.off_loop(lambda: book(sheets(gathered, explained)))
        return made

    async def answers_files(self, gathered: Gathered, explained: Explained) -> bytes:
        made: bytes = await self.off_loop(lambda: zipped(files(sheets(gathered, explained))))
        return made

    async def attachments(
        self, name: str, ids: Mapping[str, str], readme: Callable[[Sequence[str]], str]
    ) -> tuple[list[Document], list[str]]:
        paths = await self._media.files(list(ids.values()))
        found = [Attachment(one, paths[id]) for one, id in ids.items() if id in paths]
        missing = [one for one, id in ids.items() if id not in paths]
        said = attachments.readme(readme(missing))
        room = LARGEST_DOCUMENT - len(said) - attachments.ENTRY
        parts = await self.off_loop(attachments.parts, found, room)
        if len(parts) > MOST_PARTS:
            raise OverflowError("more than a chat should carry")
        documents = []
        for at, part in enumerate(parts, 1):  # one by one: all of them may not fit into memory
            which = f"-{at}-of-{len(parts)}" if len(parts) > 1 else ""
            content = await self.off_loop(attachments.packed, said, part)
            documents.append(await self.document(f"{name}{which}.zip", content))
        return documents, missing

    async def refereed(
        self, rules: Rules, projects: Sequence[Project], groups: Groups, result: Result
    ) -> dict[str, Any]:
        found: Verdict = await self.off_loop(referee.check, rules, projects, groups, result)
        return found.to_json()

    async def paper(self, name: str, masthead: Masthead, paper: Paper) -> Document:
        return await self.document(name, await self.off_loop(_paper, masthead, paper))

    async def certificate(self, paper: Certificate) -> str:
        return await self._media.keep_awhile(await self.off_loop(_certificate, paper))

    async def off_loop(self, call: Callable[..., Any], *args: Any) -> Any:
        return await asyncio.to_thread(call, *args)


# What draws is imported by the first drawing: it takes a second, and most processes never draw.


def _bars(title: str, bars: Sequence[Bar], footer: str) -> bytes:
    from bot.pictures.charts import bar_chart

    return bar_chart(title, bars, footer)


def _card(card: Card) -> bytes:
    from bot.pictures import cards

    return cards.card(asdict(card))


def _paper(masthead: Masthead, paper: Paper) -> bytes:
    from bot.pictures.print.drawing import draw

    return draw(masthead, paper)


def _certificate(paper: Certificate) -> bytes:
    from bot.pictures.certificate import picture

    return picture(paper)


def _drawn(chart: BarChart | Histogram) -> list[bytes]:
    from bot.pictures import charts
    from bot.pictures.histogram import histogram

    return charts.bar_charts(chart) if isinstance(chart, BarChart) else [histogram(chart)]


def _read_form(content: bytes, repairs: Sequence[str], answers: Mapping[str, str]) -> ReadForm:
    # Without a name: its kind is told by the bytes, its title by the form itself.
    reading = read_apart(content, "", [Repair(repair) for repair in repairs], answers)
    problems, repaired, notes = (
        [one.to_json() for one in found]
        for found in (reading.problems, reading.repaired, reading.notes)
    )
    return ReadForm(reading.written, problems, repaired, notes)


def _template() -> bytes:
    from bot.exchange.xlsform import template  # the writer of workbooks is rarely needed

    return template.make()
