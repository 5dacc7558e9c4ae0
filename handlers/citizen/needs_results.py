"""What a needs survey found: counted at its end, sent to all who answered, kept to read."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from bot.civic.findings import Sheet, findings
from bot.civic.needs import SMALLEST, Kind
from bot.civic.needs import Question as Rule
from bot.conversation import Chat
from bot.formats import day, listed
from bot.journey import Bar, Done, DueNow, Journey, Me, Outcome, Text, Tools
from bot.messages import Choice, Html, Outgoing, Picture, Words, lines
from storage import answers, campaigns, jobs, surveys
from storage.campaigns import NewCampaign
from storage.surveys import RESULTS, Asked, Question
from storage.tables.mail import NOTICE

Data = dict[str, Any]
CHOSEN = ("one", "many")
TOP = 3  # needs of one's own settlement
RULES = {"one": Kind.ONE, "many": Kind.MANY, "number": Kind.NUMBER}


async def script(chat: Chat) -> Done:
    me = chat.me
    known = chat.subject.isdecimal()
    survey = await chat.read(surveys.find, int(chat.subject)) if known else None
    if survey is None:
        return Done(chat.text("needs-not-here"))
    if survey.results is None:
        return Done(chat.text("needs-later", date=day(survey.closes_at, me.zone)))
    questions = await chat.read(surveys.questions, survey.id)
    teller = Teller(chat.text, me.language, me.main_language)
    everything = [teller.question(q, survey.results["questions"][q.name]) for q in questions]
    here = survey.results["groups"].get(str(me.settlement), {"cells": []})
    parts = [teller.heading(survey), *everything, teller.home(questions, here["cells"])]
    drawn = Words(survey.results["charts"]).read(me.language, me.main_language)
    return Done(lines(*parts, by="\n\n"), picture=Picture(drawn) if drawn else None)


async def apply(session: Any, me: Me, text: Text, result: Done) -> Outcome:
    return result


class Teller:
    """Puts counts into words, in one language."""

    def __init__(self, text: Text, language: str, main: str) -> None:
        self.text = text
        self._language = language
        self._main = main

    def read(self, words: dict[str, str]) -> str:
        return Words(words).read(self._language, self._main)

    def heading(self, survey: Asked) -> Html:
        title = self.text("needs-title", title=self.read(survey.title))
        return lines(title, self._people((survey.results or {})["people"]))

    def question(self, question: Question, found: Data) -> Html:
        label = self.text("needs-result-question", label=self.read(question.label))
        if found["people"] is None or question.kind not in RULES:
            return lines(label, self._people(found["people"]))
        if question.kind in CHOSEN:
            return lines(label, *self._options(question, found["cells"]))
        middle, mean = found["middle"], found["mean"]
        return lines(label, self.text("needs-result-number", middle=middle, mean=mean))

    def home(self, questions: Sequence[Question], cells: Sequence[Data]) -> Html:
        """The first needs of one's own settlement, or nothing where they are hidden."""
        lead = first(questions)
        top = [self.option(lead, c["option"]) for c in cells if c["people"]] if lead else []
        return self.text("needs-result-home", options=listed(top[:TOP])) if top else Html("")

    def option(self, question: Question, id: str) -> str:
        known = {row["id"]: row["label"] for row in question.options}
        return self.read(known[id]) if id in known else self.text("needs-dont-know").plain()

    def bars(self, question: Question, cells: Sequence[Data]) -> list[Bar]:
        return [
            Bar(
                self.option(question, cell["option"]),
                cell["people"],
                self.text("needs-bar", count=cell["people"], share=cell["share"]).plain(),
                strong=cell["rank"] == 1,
            )
            for cell in cells
            if cell["people"] is not None
        ]

    def _people(self, count: int | None) -> Html:
        if count is None:
            return self.text("needs-too-few", count=SMALLEST)
        return self.text("needs-result-people", count=count)

    def _options(self, question: Question, cells: Sequence[Data]) -> list[Html]:
        told = [self._option(question, cell) for cell in cells if cell["people"] is not None]
        few = [self.option(question, cell["option"]) for cell in cells if cell["people"] is None]
        if few:
            told.append(self.text("needs-result-hidden", options=listed(few)))
        return told

    def _option(self, question: Question, cell: Data) -> Html:
        option = self.option(question, cell["option"])
        return self.text(
            "needs-result-option", option=option, count=cell["people"], share=cell["share"]
        )


def first(questions: Sequence[Question]) -> Question | None:
    """The question whose ranking is drawn and sent: the first with options."""
    return next((question for question in questions if question.kind in CHOSEN), None)


def count(questions: Sequence[Question], filled: Sequence[answers.Filled]) -> Data:
    """What may be published, the first ranking also by settlement."""
    rules = {
        q.name: Rule(RULES.get(q.kind, Kind.TEXT), tuple(row["id"] for row in q.options))
        for q in questions
    }
    sheets = [Sheet(str(one.settlement_id), one.values) for one in filled]
    lead = first(questions)
    return findings(rules, sheets, lead.name if lead else "")


async def close(session: Any, row: DueNow, tools: Tools) -> None:
    """The survey's time is over: it takes no more answers, and counting is slow work."""
    survey_id = int(row.subject.partition(":")[2])
    if await surveys.close(session, survey_id, row.version):
        await answers.shuffle(session, survey_id)
        await jobs.ask_for(session, RESULTS, {"survey": survey_id}, tools.now())


async def publish(args: Data, tools: Tools) -> None:
    """Count, draw, keep, and send the result to all who answered; done twice, it is sent once."""
    async with tools.reading() as session:
        survey = await surveys.find(session, args["survey"])
        questions = await surveys.questions(session, args["survey"])
        filled = await answers.every(session, args["survey"])
    if survey is None or survey.results:
        return
    results = await tools.off_loop(count, questions, filled)
    results["charts"] = await _charts(survey, questions, results, tools)
    counted = replace(survey, results=results)
    async with tools.writing() as session:
        if await surveys.publish(session, survey.id, results, tools.now()) and filled:
            await _send(session, counted, questions, tools)


async def _charts(
    survey: Asked, questions: Sequence[Question], results: Data, tools: Tools
) -> dict[str, str]:
    """The first ranking as a picture in each language; none where too few have answered."""
    lead = first(questions)
    if lead is None or results["questions"][lead.name]["people"] is None:
        return {}
    found, drawn = results["questions"][lead.name], {}
    for language in survey.title:
        teller = _teller(language, tools)
        footer = tools.text(
            language,
            "needs-footer",
            title=teller.read(survey.title),
            count=found["people"],
        )
        bars = teller.bars(lead, found["cells"])
        drawn[language] = await tools.chart(teller.read(lead.label), bars, footer.plain())
    return drawn


async def _send(session: Any, survey: Asked, questions: Sequence[Question], tools: Tools) -> None:
    """Not at night: what was found can wait until the morning."""
    new = NewCampaign(
        survey.municipality_id,
        "results",
        {language: [_letter(survey, questions, language, tools)] for language in survey.title},
        {"answered": survey.id},
        subject=f"survey:{survey.id}",
        topic="results",
        lane=NOTICE,
    )
    begin = await campaigns.goes_out(session, survey.municipality_id, tools.now())
    await campaigns.create(session, new, tools.now(), hold_until=begin)


def _letter(survey: Asked, questions: Sequence[Question], language: str, tools: Tools) -> Data:
    """The first ranking as a picture and in words, and the way to all the rest."""
    results, teller, lead = survey.results or {}, _teller(language, tools), first(questions)
    told = teller.question(lead, results["questions"][lead.name]) if lead else Html("")
    out = tools.text(language, "needs-result-out")
    more = Choice(f"go:needs-results:{survey.id}", tools.text(language, "needs-result-all"))
    picture = Picture(results["charts"][language]) if results["charts"] else None
    text = lines(out, teller.heading(survey), told, by="\n\n")
    return Outgoing(text, (more,), picture=picture).to_json()


def _teller(language: str, tools: Tools) -> Teller:
    return Teller(partial(tools.text, language), language, language)


JOURNEYS = (Journey("needs-results", script, apply),)
DUE = {RESULTS: close}
JOBS = {RESULTS: publish}
