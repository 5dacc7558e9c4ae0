"""Rows made into the items of a form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.civic.forms import ASKED, CHOOSING, Item, Kind
from bot.exchange.xlsform.fates import READ_ONLY, left_out
from bot.exchange.xlsform.lines import Line
from bot.exchange.xlsform.lists import Offered
from bot.exchange.xlsform.options import OTHER, complete
from bot.exchange.xlsform.problems import Found, Repair
from bot.exchange.xlsform.sentences import Code
from bot.exchange.xlsform.tongues import Tongues

SPECIFY = {
    "en": "Please specify",
    "ka": "დააზუსტეთ",
    "az": "Dəqiqləşdirin",
    "hy": "Ճշտեք",
    "ru": "Уточните",
}
TRUTH = {"yes": "true()", "true": "true()", "no": "false()", "false": "false()"}
TRUTHS = ("relevant", "required", "constraint")
RANGE = {"start": "1", "end": "10", "step": "1"}
PARAMETER = re.compile(r"([\w-]+)\s*=\s*([^\s,;]+)")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
SERIAL = re.compile(r"\d{4,5}")  # a day as Excel counts them
EPOCH = date(1899, 12, 30)


@dataclass(slots=True)
class Maker:
    """Makes items and says what a question lacks."""

    tongues: Tongues
    offered: Offered
    found: Found

    def items(self, lines: list[Line]) -> tuple[Item, ...]:
        """What is asked, told, computed and filled in, in order."""
        return tuple(item for line in lines for item in self._items(line))

    def _items(self, line: Line) -> Iterator[Item]:
        if left_out(line):
            return
        if line.type.kind in CHOOSING and not self.offered.knows(line):
            return
        yield self._item(line)
        if line.type.other and line.asked:
            yield self._specified(line)

    def _item(self, line: Line) -> Item:
        cells = {name: _truth(name, cell) for name, cell in line.cells.items()}
        kind = self._kind(line)
        texts = {name: self._complete(line, name) for name in line.texts}
        asked = kind in ASKED
        least, most, step = self._range(line) if kind is Kind.RANGE else ("", "", "")
        return Item(
            line.name,
            kind,
            self._label(line) if asked else texts.get("label", {}) or texts.get("hint", {}),
            texts.get("hint", {}),
            cells.get("relevant", ""),
            cells.get("constraint", "") if asked else "",
            texts.get("constraint_message", {}) if asked else {},
            self._required(cells) if asked else "",
            texts.get("required_message", {}) if asked else {},
            self._default(line),
            self._calculation(line, kind),
            self.offered.list_of(line) if kind in CHOOSING else "",
            cells.get("choice_filter", "") if kind in CHOOSING else "",
            cells.get("repeat_count", "") if kind is Kind.REPEAT else "",
            least,
            most,
            step,
            self.items(line.inside),
            line.row,
        )

    def _kind(self, line: Line) -> Kind:
        """A read-only question is a value if it has one, else a note."""
        if line.reason != READ_ONLY:
            return line.type.kind
        return Kind.CALCULATE if line.cells.get("calculation") else Kind.NOTE

    def _required(self, cells: dict[str, str]) -> str:
        return "" if cells.get("required") == "false()" else cells.get("required", "")

    def _calculation(self, line: Line, kind: Kind) -> str:
        written = line.cells.get("calculation", "")
        if kind is Kind.META:
            return line.type.fills
        if kind is Kind.CALCULATE and not written:
            written = line.cells.get("default", "")
            if not written and line.type.said != "hidden":
                self.found.problem(Code.NO_CALCULATION, line.place.at("calculation"))
        return written

    def _label(self, line: Line) -> dict[str, str]:
        for name in ("label", "hint"):
            if line.texts.get(name):
                if name == "hint":
                    self.found.note(Code.HINT_AS_LABEL, line.place.at("label"))
                return complete(line.texts[name], self.tongues.languages[0])
        place = line.place.at("label")
        self.found.problem(Code.NO_LABEL, place, Repair.LABELS, name=line.name)
        return {self.tongues.languages[0]: line.name}

    def _complete(self, line: Line, name: str) -> dict[str, str]:
        """A text whose gaps are told."""
        text = line.texts[name]
        for language in self.tongues.languages:
            if language not in text:
                shown = next(iter(complete(text, self.tongues.languages[0])))
                shown = shown if shown in text else next(iter(text))
                place = line.place.at(name)
                self.found.note(Code.UNTRANSLATED, place, language=language, shown=shown)
        return complete(text, self.tongues.languages[0])

    def _range(self, line: Line) -> tuple[str, str, str]:
        written = line.cells.get("parameters", "")
        given = RANGE | {name.lower(): value for name, value in PARAMETER.findall(written)}
        least, most, step = (given[name] for name in RANGE)
        numbers = all(NUMBER.fullmatch(value) for value in (least, most, step))
        if not numbers or float(least) > float(most) or float(step) <= 0:
            place = line.place.at("parameters")
            self.found.problem(Code.PARAMETERS, place, parameters=written)
        return least, most, step

    def _default(self, line: Line) -> str:
        written = line.cells.get("default", "")
        if line.type.kind is Kind.DATE:
            if SERIAL.fullmatch(written):
                return (EPOCH + timedelta(int(written))).isoformat()
            return written.partition("T")[0] if written[:4].isdecimal() else written
        return written

    def _specified(self, line: Line) -> Item:
        label = {code: SPECIFY.get(code, SPECIFY["en"]) for code in self.tongues.languages}
        relevant = f"selected(${{{line.name}}}, '{OTHER}')"
        return Item(f"{line.name}_{OTHER}", Kind.TEXT, label, relevant=relevant, row=line.row)


def _truth(name: str, cell: str) -> str:
    """Yes and TRUE, as people and spreadsheets write them."""
    return TRUTH.get(cell.lower(), cell) if name in TRUTHS else cell
