"""Rows made into the items of a form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.civic.survey.form import ASKED, CHOOSING, Item, Kind
from bot.exchange.xlsform.fates import READ_ONLY, left_out
from bot.exchange.xlsform.lines import Line, is_yes
from bot.exchange.xlsform.lists import Offered
from bot.exchange.xlsform.options import OTHER
from bot.exchange.xlsform.problems import Found, Repair
from bot.exchange.xlsform.sentences import Code
from bot.exchange.xlsform.texts import SPECIFY, complete, gaps, ours
from bot.exchange.xlsform.tongues import Texts, Tongues

TRUTH = {"yes": "true()", "true": "true()", "no": "false()", "false": "false()"}
TRUTHS = ("relevant", "required", "constraint")
RANGE = {"start": "1", "end": "10", "step": "1"}
PARAMETER = re.compile(r"([\w-]+)\s*=\s*([^\s,;]+)")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
SERIAL = re.compile(r"\d{4,5}")  # a day as Excel counts them
EPOCH = date(1899, 12, 30)

Cells = dict[str, str]


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
        texts = {name: self._complete(line, name) for name in line.texts}
        kind = self._kind(line)
        asking = self._asking(line, cells, texts) if kind in ASKED else {}
        return Item(
            **{
                "name": line.name,
                "kind": kind,
                "label": texts.get("label") or texts.get("hint", {}),
                "hint": texts.get("hint", {}) if "label" in texts else {},
                "relevant": cells.get("relevant", ""),
                "calculation": self._calculation(line, kind),
                "count": cells.get("repeat_count", "") if kind is Kind.REPEAT else "",
                "items": self.items(line.inside),
                "row": line.row,
                **asking,
            }
        )

    def _asking(self, line: Line, cells: Cells, texts: Texts) -> dict[str, Any]:
        """What only a question has."""
        required = cells.get("required", "")
        asking: dict[str, Any] = {
            "label": texts.get("label") or self._label(line, texts),
            "constraint": cells.get("constraint", ""),
            "constraint_message": texts.get("constraint_message", {}),
            "required": "" if required == "false()" else required,
            "required_message": texts.get("required_message", {}),
            "default": self._default(line),
        }
        if line.cells.get("calculation"):
            self.found.note(Code.PROPOSED, line.place.at("calculation"))
        if line.type.kind in CHOOSING:
            asking["options"] = self.offered.list_of(line)
            asking["choice_filter"] = cells.get("choice_filter", "")
            self._note_random(line)
        if line.type.kind is Kind.RANGE:
            asking |= self._range(line)
        return asking

    def _note_random(self, line: Line) -> None:
        given = dict(PARAMETER.findall(line.cells.get("parameters", "")))
        if is_yes(given.get("randomize", "")):
            self.found.note(Code.RANDOM, line.place.at("parameters"))

    def _label(self, line: Line, texts: Texts) -> dict[str, str]:
        """Of a question without one."""
        place = line.place.at("label")
        if "hint" in texts:
            self.found.note(Code.HINT_AS_LABEL, place)
            return texts["hint"]
        if not line.labelled:
            self.found.problem(Code.NO_LABEL, place, Repair.LABELS, name=line.name)
        return {self.tongues.languages[0]: line.name}

    def _kind(self, line: Line) -> Kind:
        """A read-only question is a value if it has one, else a note."""
        if line.reason != READ_ONLY:
            return line.type.kind
        return Kind.CALCULATE if line.cells.get("calculation") else Kind.NOTE

    def _calculation(self, line: Line, kind: Kind) -> str:
        written = line.cells.get("calculation", "")
        if kind is Kind.META:
            return line.type.fills
        if kind is Kind.CALCULATE and not written:
            written = line.cells.get("default", "")
            if not written and line.type.said != "hidden":
                self.found.problem(Code.NO_CALCULATION, line.place.at("calculation"))
        return written

    def _complete(self, line: Line, name: str) -> dict[str, str]:
        """A text whose gaps are told."""
        for gap in gaps(line.texts[name], self.tongues.languages):
            self.found.note(Code.UNTRANSLATED, line.place.at(name), **gap)
        return complete(line.texts[name], self.tongues.languages[0])

    def _range(self, line: Line) -> Cells:
        written = line.cells.get("parameters", "")
        given = RANGE | {name.lower(): value for name, value in PARAMETER.findall(written)}
        least, most, step = (given[name] for name in RANGE)
        rest = PARAMETER.sub("", written).strip(" ,;")  # of 2,5 the 5
        numbers = not rest and all(NUMBER.fullmatch(value) for value in (least, most, step))
        if not numbers or float(least) > float(most) or float(step) <= 0:
            place = line.place.at("parameters")
            self.found.problem(Code.PARAMETERS, place, parameters=written)
        return {"least": least, "most": most, "step": step}

    def _default(self, line: Line) -> str:
        written = line.cells.get("default", "")
        if line.type.kind is Kind.DATE:
            if SERIAL.fullmatch(written):
                return (EPOCH + timedelta(int(written))).isoformat()
            return written.partition("T")[0] if written[:4].isdecimal() else written
        return written

    def _specified(self, line: Line) -> Item:
        label = ours(SPECIFY, self.tongues.languages)
        relevant = f"selected(${{{line.name}}}, '{OTHER}')"
        return Item(f"{line.name}_{OTHER}", Kind.TEXT, label, relevant=relevant, row=line.row)


def _truth(name: str, cell: str) -> str:
    """Yes and TRUE, as people and spreadsheets write them."""
    return TRUTH.get(cell.lower(), cell) if name in TRUTHS else cell
