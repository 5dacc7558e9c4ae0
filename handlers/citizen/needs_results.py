"""What a needs survey found: counted at its end, sent to all who answered, kept to read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from bot.civic.findings import Sheet, findings
from bot.civic.needs import SMALLEST
from bot.civic.survey.countable import NUMBERS, countable, leading, rule
from bot.civic.survey.countable import read as as_counted
from bot.civic.survey.form import CHOOSING, Form, Item, Kind
from bot.conversation import Chat
from bot.formats import day, listed
from bot.journey import Bar, Done, DueNow, Journey, Me, Outcome, Text, Tools
from bot.messages import Choice, Html, Outgoing, Picture, Words, lines
from handlers.parts.assist_words import result, share
from storage import answers, assist, campaigns, jobs, survey_end, surveys
from storage.campaigns import NewCampaign
from storage.surveys import RESULTS, Asked
from storage.tables.mail import NOTICE

Data = dict[str, Any]
REWRITE = "survey-rewrite"
TOP = 3  # needs of one's own settlement


async def script(chat: Chat) -> Done:
    me = chat.me
    known = chat.subject.isdecimal()
    survey = await chat.read(surveys.find, int(chat.subject)) if known else None
    if survey is None:
        return Done(chat.text("needs-not-here"))
    if survey.results is None:
        return Done(chat.text("needs-later", date=day(survey.closes_at, me.zone)))
    form = await chat.read(surveys.form, survey.id)
    teller = Teller(chat.text, me.language, me.main_language, form)
    found, items = survey.results["questions"], countable(form)
    everything = [teller.question(items[name], found[name]) for name in items]
    here = survey.results["groups"].get(str(me.settlement), {"cells": []})
    parts = [teller.heading(survey), *everything, teller.home(here["cells"])]
    drawn = Words(survey.results["charts"]).read(me.language, me.main_language)
    return Done(lines(*parts, by="\n\n"), picture=Picture(drawn) if drawn else None)


async def apply(session: Any, me: Me, text: Text, result: Done) -> Outcome:
    return result


class Teller:
    """Puts counts into words, in one language."""

    def __init__(self, text: Text, language: str, main: str, form: Form) -> None:
        self.text = text
        self._language = language
        self._main = main
        self._form = form

    def read(self, words: Mapping[str, str]) -> str:
        return Words(dict(words)).read(self._language, self._main)

    def heading(self, survey: Asked) -> Html:
        title = self.text("needs-title", title=self.read(survey.title))
        found = survey.results or {}
        helped = result(self.text, found.get("assisted") or {})
        return lines(title, self._people(found["people"]), helped)

    def question(self, item: Item, found: Data) -> Html:
        label = self.text("needs-result-question", label=self.read(item.label))
        if found["people"] is None or item.kind not in (*CHOOSING, *NUMBERS):
            return lines(label, self._people(found["people"]))
        if item.kind in CHOOSING:
            first = self.text("needs-result-first") if item.kind is Kind.RANK else ""
            return lines(label, first, *self._options(item, found["cells"]))
        return lines(label, self._number(found))

    def home(self, cells: Sequence[Data]) -> Html:
        """The first needs of one's own settlement, or nothing where they are hidden."""
        lead = leading(self._form)
        top = [self.option(lead, c["option"]) for c in cells if c["people"]] if lead else []
        return self.text("needs-result-home", options=listed(top[:TOP])) if top else Html("")

    def option(self, item: Item, id: str) -> str:
        known = {option.id: option.label for option in self._form.lists[item.options]}
        return self.read(known[id]) if id in known else self.text("needs-dont-know").plain()

    def bars(self, item: Item, cells: Sequence[Data]) -> list[Bar]:
        return [
            Bar(
                self.option(item, cell["option"]),
                cell["people"],
                self.text("needs-bar", count=cell["people"], share=cell["share"]).plain(),
                strong=cell["rank"] == 1,
            )
            for cell in cells
            if cell["people"] is not None
        ]

    def _number(self, found: Data) -> Html:
        figures = {name: found[name] for name in ("mean", "middle")}
        if found.get("lower") is None:  # counted before quarters were
            return self.text("needs-result-number", **figures)
        return self.text(
            "needs-result-quarters", **figures, lower=found["lower"], upper=found["upper"]
        )

    def _people(self, count: int | None) -> Html:
        if count is None:
            return self.text("needs-too-few", count=SMALLEST)
        return self.text("needs-result-people", count=count)

    def _options(self, item: Item, cells: Sequence[Data]) -> list[Html]:
        told = [self._option(item, cell) for cell in cells if cell["people"] is not None]
        few = [self.option(item, cell["option"]) for cell in cells if cell["people"] is None]
        if few:
            told.append(self.text("needs-result-hidden", options=listed(few)))
        return told

    def _option(self, item: Item, cell: Data) -> Html:
        option = self.option(item, cell["option"])
        return self.text(
            "needs-result-option", option=option, count=cell["people"], share=cell["share"]
        )


def count(form: Form, filled: Sequence[answers.Filled]) -> Data:
    """What may be published, the first ranking also by settlement."""
    items, lead = countable(form), leading(form)
    rules = {name: rule(form, item) for name, item in items.items()}
    sheets = [Sheet(str(one.settlement_id), as_counted(items, one.values)) for one in filled]
    return findings(rules, sheets, lead.name if lead else "")


async def close(session: Any, row: DueNow, tools: Tools) -> None:
    """The survey's time is over: it takes no more answers, and counting is slow work."""
    survey_id = int(row.subject.partition(":")[2])
    if await surveys.close(session, survey_id, row.version):
        await answers.shuffle(session, survey_id)
        await jobs.ask_for(session, RESULTS, {"survey": survey_id}, tools.now())
        await jobs.ask_for(session, REWRITE, {}, tools.now())


async def rewrite(args: Data, tools: Tools) -> None:
    """Old rows in the files would tell what the new ones do not."""
    await survey_end.rewrite(tools.writing)


async def publish(args: Data, tools: Tools) -> None:
    """Count, draw, keep, and send the result to all who answered; done twice, it is sent once."""
    async with tools.reading() as session:
        survey = await surveys.find(session, args["survey"])
        form = await surveys.form(session, args["survey"]) if survey else None
        filled = await answers.every(session, args["survey"])
        unnumbered = (await assist.figures(session, args["survey"])).unnumbered
    if survey is None or form is None or survey.results:
        return
    results = await tools.off_loop(count, form, filled)
    results["assisted"] = share(filled, unnumbered)
    results["charts"] = await _charts(survey, form, results, tools)
    counted = replace(survey, results=results)
    async with tools.writing() as session:
        if await surveys.publish(session, survey.id, results, tools.now()) and filled:
            await _send(session, counted, form, tools)


async def _charts(survey: Asked, form: Form, results: Data, tools: Tools) -> dict[str, str]:
    """The first ranking as a picture in each language; none where too few have answered."""
    lead = leading(form)
    if lead is None or results["questions"][lead.name]["people"] is None:
        return {}
    found, drawn = results["questions"][lead.name], {}
    for language in survey.title:
        teller = _teller(language, tools, form)
        footer = tools.text(
            language,
            "needs-footer",
            title=teller.read(survey.title),
            count=found["people"],
        )
        bars = teller.bars(lead, found["cells"])
        drawn[language] = await tools.chart(teller.read(lead.label), bars, footer.plain())
    return drawn


async def _send(session: Any, survey: Asked, form: Form, tools: Tools) -> None:
    """Not at night: what was found can wait until the morning."""
    new = NewCampaign(
        survey.municipality_id,
        "results",
        {language: [_letter(survey, form, language, tools)] for language in survey.title},
        {"answered": survey.id},
        subject=f"survey:{survey.id}",
        topic="results",
        lane=NOTICE,
    )
    begin = await campaigns.goes_out(session, survey.municipality_id, tools.now())
    await campaigns.create(session, new, tools.now(), hold_until=begin)


def _letter(survey: Asked, form: Form, language: str, tools: Tools) -> Data:
    """The first ranking as a picture and in words, and the way to all the rest."""
    results, teller, lead = survey.results or {}, _teller(language, tools, form), leading(form)
    told = teller.question(lead, results["questions"][lead.name]) if lead else Html("")
    out = tools.text(language, "needs-result-out")
    more = Choice(f"go:needs-results:{survey.id}", tools.text(language, "needs-result-all"))
    picture = Picture(results["charts"][language]) if results["charts"] else None
    text = lines(out, teller.heading(survey), told, by="\n\n")
    return Outgoing(text, (more,), picture=picture).to_json()


def _teller(language: str, tools: Tools, form: Form) -> Teller:
    return Teller(partial(tools.text, language), language, language, form)


JOURNEYS = (Journey("needs-results", script, apply),)
DUE = {RESULTS: close}
JOBS = {RESULTS: publish, REWRITE: rewrite}
