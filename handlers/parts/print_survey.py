"""A survey's form as a sheet to print: for whoever goes from door to door without network."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.civic.survey.conditions import Clause, Compares, Condition, condition
from bot.civic.survey.expressions.special import REFERENCE
from bot.civic.survey.form import ASKED, HOLDING, Form, Item, Kind, Option
from bot.formats import listed
from bot.journey import Text
from bot.messages import Words, plain
from bot.pictures.print.papers import Masthead, Passage, Question, Questionnaire
from handlers.parts.survey_asking import MOST

LISTED = 40  # options; nobody looks for one among more, they write it down


@dataclass(frozen=True, slots=True)
class Survey:
    """What a sheet is made of."""

    number: int
    place: Mapping[str, str]
    title: Mapping[str, str]
    intro: Mapping[str, str]
    form: Form
    revision: int = 1


class Printer:
    """Writes one survey's sheet in one language."""

    def __init__(self, say: Text, language: str, survey: Survey) -> None:
        self._say = say
        self._language = language
        self._survey = survey
        self._items = {item.name: item for item in survey.form.walk()}
        asked = (item.name for item in survey.form.walk() if item.kind in ASKED)
        self._numbers = {name: str(number) for number, name in enumerate(asked, 1)}

    @property
    def masthead(self) -> Masthead:
        number, version = str(self._survey.number), self._survey.revision
        foot = self._text("print-survey-number", number=number, version=version)
        page = self._text("print-page", page="{page}", pages="{pages}")
        return Masthead(self._read(self._survey.place), self._title, page, foot)

    @property
    def sheet(self) -> Questionnaire:
        consent = self._text(
            "assist-consent", municipality=self._read(self._survey.place), title=self._title
        )
        intro = self._read(self._survey.intro)
        return Questionnaire(
            self._title,
            self._text("print-survey-read"),
            [part for part in (*consent.split("\n"), intro) if part],
            self._text("print-survey-agrees"),
            (self._text("print-survey-day"), self._text("print-survey-settlement")),
            list(self._all(self._survey.form.items)),
        )

    @property
    def _title(self) -> str:
        return self._read(self._survey.title)

    def _all(self, items: Sequence[Item]) -> Iterator[Question | Passage]:
        for item in items:
            if item.kind in HOLDING:
                yield from self._part(item)
                yield from self._all(item.items)
            elif item.kind is Kind.NOTE:
                yield Passage("", self._read(item.label), self._only(item))
            elif item.kind in ASKED:
                yield self._question(item)

    def _part(self, item: Item) -> Iterator[Passage]:
        again = self._text("print-survey-again") if item.kind is Kind.REPEAT else ""
        name, only = self._read(item.label), self._only(item)
        if name or again or only:
            yield Passage(name, again, only)

    def _question(self, item: Item) -> Question:
        options = self._survey.form.lists.get(item.options, ())
        boxes = [self._read(option.label) for option in options]
        written = len(boxes) > LISTED
        if item.kind is Kind.ACKNOWLEDGE:
            boxes = [self._text("needs-agree")]
        hint = "" if item.kind in ELSEWHERE else self._read(item.hint)
        return Question(
            self._numbers[item.name],
            self._read(item.label),
            " ".join(part for part in (hint, self._how(item, options)) if part),
            self._only(item),
            () if written else boxes,
            1 if written else LINES.get(item.kind, 0),
        )

    def _how(self, item: Item, options: Sequence[Option]) -> str:
        """How to mark or to write the answer."""
        if len(options) > LISTED:
            return self._text("print-survey-long")
        if item.kind is Kind.MANY:
            said = MOST.fullmatch(item.constraint)
            most = item.most or (said[1] if said else "")
            return self._most(most) if most else self._text("print-survey-many")
        bounds = {"least": item.least, "most": item.most}
        if item.kind is Kind.RANGE and all(bounds.values()):
            return self._text("print-survey-range", **bounds)
        ways: dict[Kind, Callable[[], str]] = {
            Kind.ONE: lambda: self._text("print-survey-one"),
            Kind.RANK: lambda: self._text("print-survey-rank"),
            Kind.DATE: lambda: self._text("print-survey-date"),
            Kind.TIME: lambda: self._text("print-survey-time"),
            Kind.MOMENT: lambda: self._text("print-survey-moment"),
            Kind.BARCODE: lambda: self._text("needs-barcode"),
            Kind.PHOTO: lambda: self._text("print-survey-elsewhere"),
            Kind.VIDEO: lambda: self._text("print-survey-elsewhere"),
            Kind.PLACE: lambda: self._text("print-survey-elsewhere"),
        }
        return ways[item.kind]() if item.kind in ways else ""

    def _most(self, most: str) -> str:
        return self._text("print-survey-most", most=most)

    def _only(self, item: Item) -> str:
        """Who is to answer this, in the plainest words that are true."""
        if not item.relevant:
            return ""
        found = condition(item.relevant)
        if found.clauses and all(clause.question in self._numbers for clause in found.clauses):
            told = self._joined(found)
            return self._text("print-survey-only", conditions=told)
        numbers = [self._numbers[name] for name in found.looks_at if name in self._numbers]
        if numbers:
            return self._text("print-survey-depends", numbers=listed(numbers))
        return self._text("print-survey-some")

    def _joined(self, found: Condition) -> str:
        both = self._text("print-survey-and") if found.every else self._text("print-survey-or")
        return f" {both} ".join(self._clause(clause) for clause in found.clauses)

    def _clause(self, clause: Clause) -> str:
        item = self._items[clause.question]
        labels = {
            option.id: self._read(option.label)
            for option in self._survey.form.lists.get(item.options, ())
        }
        said = {
            "number": self._numbers[clause.question],
            "answer": labels.get(clause.value, clause.value),
        }
        number = {"number": said["number"]}
        match clause.test:
            case Compares.IS:
                return self._text("print-survey-if-is", **said)
            case Compares.NOT:
                return self._text("print-survey-if-not", **said)
            case Compares.OVER:
                return self._text("print-survey-if-over", **said)
            case Compares.UNDER:
                return self._text("print-survey-if-under", **said)
            case Compares.LEAST:
                return self._text("print-survey-if-least", **said)
            case Compares.MOST:
                return self._text("print-survey-if-most", **said)
            case Compares.GIVEN:
                return self._text("print-survey-if-given", **number)
        return self._text("print-survey-if-empty", **number)

    def _text(self, name: str, /, **args: str | int) -> str:
        return plain(self._say(name, **args))

    def _read(self, words: Mapping[str, str]) -> str:
        """An answer that a text quotes is pointed at by its number."""
        main = self._survey.form.languages[0]
        return REFERENCE.sub(self._quoted, Words(dict(words)).read(self._language, main))

    def _quoted(self, found: re.Match[str]) -> str:
        number = self._numbers.get(found[1])
        return self._text("print-survey-quoted", number=number) if number else "…"


ELSEWHERE = (Kind.PHOTO, Kind.VIDEO, Kind.PLACE)
"""Answered in the chat only; what such a question hints at is a button there."""

LINES = {
    Kind.TEXT: 3,
    Kind.AUDIO: 3,
    Kind.BARCODE: 1,
    Kind.INTEGER: 1,
    Kind.DECIMAL: 1,
    Kind.RANGE: 1,
    Kind.DATE: 1,
    Kind.TIME: 1,
    Kind.MOMENT: 1,
}
"""Empty lines to write an answer on."""
