"""What becomes of each row: asked, done without asking, or left out, and why.

A question that a chat cannot ask is left out when nothing hangs on it: the interviewer skips it,
and a note names the row.  When it is required, or another row refers to it, the survey would be
another one without it, so the form is refused; the former is left out when its author says so.
An answer that is only proposed, by a default or a calculation, is proposed no more.
"""

import re
from typing import Any

from bot.civic.survey.form import Kind
from bot.exchange.xlsform.lines import EXPRESSIONS, REFERENCE, Line, is_yes
from bot.exchange.xlsform.names import walked
from bot.exchange.xlsform.problems import Found, Repair
from bot.exchange.xlsform.sentences import Code
from bot.exchange.xlsform.types import ELSEWHERE, LOOKUP, WHY

PROPOSED = ("default", "calculation")  # of a question: the answer that it begins with
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
OUTSIDE = re.compile(r"\b(pulldata|instance)\s*\(|\$\{\s*(last-saved)#")
DONE = {
    Kind.NOTE: "told, not asked",
    Kind.CALCULATE: "computed, not asked",
    Kind.META: "filled in by the bot",
    Kind.GROUP: "holds other rows",
    Kind.REPEAT: "holds other rows",
}


def decide(top: list[Line], found: Found) -> None:
    """Write to each line why it is not asked."""
    lines = list(walked(top))
    for line in lines:
        line.reason = line.type.reason or _outside(line) or _plainly(line, found)
    gone = {line.name for line in lines if _gone(line)}
    for line in lines:
        _drop_proposals(line, gone, found)
    kept = [line for line in lines if not _gone(line)]
    referred = {name: line for line in reversed(kept) for name in line.refers()}
    for line in lines:
        if _gone(line):
            _tell(line, referred.get(line.name), found)


def left_out(line: Line) -> bool:
    """Whether the form goes without it."""
    return _gone(line) or line.reason in (GRID, SILENT)


def _gone(line: Line) -> bool:
    """Whether a chat cannot do it."""
    return bool(line.reason) and line.reason not in WELL


def _tell(line: Line, other: Line | None, found: Found) -> None:
    place = line.place.at("type")
    why = WHY.get(line.reason, "outside")
    details: dict[str, Any] = {"type": line.type.said, "reason": line.reason, "why": why}
    if line.holds:
        found.problem(Code.UNSUPPORTED, place, **details)
    elif other:
        found.problem(Code.REFERRED, place, **details, name=line.name, other=other.row)
    elif line.type.wants and line.cells.get("required") and not _is_no(line.cells["required"]):
        found.problem(Code.NEEDED, place, Repair.LEAVE_OUT, **details)
    else:
        found.note(Code.LEFT_OUT, place, **details)


def _is_no(cell: str) -> bool:
    return cell.strip().lower() in ("no", "false", "false()", "0")


def _outside(line: Line) -> str:
    """Whether it needs anything that is not in the form."""
    look = line.cells.get("appearance", "")
    if re.search(r"(?:^|\s)ex:", look) or line.cells.get("intent"):
        return "another app answers it"
    if "search(" in look:
        return ELSEWHERE
    proposed = PROPOSED if _proposes(line) else ()
    for name in (*EXPRESSIONS, "default"):
        what = _looks_outside(line.cells.get(name, ""))
        if what and name not in proposed:
            outside = f"its {name} uses {what}, which looks outside the form"
            return LOOKUP if what == "instance" else outside
    return ""


def _looks_outside(cell: str) -> str:
    """What it uses that is not in the form."""
    found = OUTSIDE.search(QUOTED.sub("", cell))
    return (found[1] or found[2]) if found else ""


def _proposes(line: Line) -> bool:
    """Whether it is a question, whose default and calculation a person may change."""
    return line.type.wants and not is_yes(line.cells.get("read_only", ""))


def _drop_proposals(line: Line, gone: set[str], found: Found) -> None:
    """Those that cannot be made; the question is asked without."""
    for name in PROPOSED if _proposes(line) else ():
        cell = line.cells.get(name, "")
        lost = [one for one in REFERENCE.findall(cell) if one in gone]
        if what := _looks_outside(cell) or ", ".join(lost):
            del line.cells[name]
            found.note(Code.NOT_PROPOSED, line.place.at(name), what=what)


def _plainly(line: Line, found: Found) -> str:
    """Why a row that is no trouble is not asked; notes on those that only look like questions."""
    if line.type.kind in DONE:
        return _done(line, found)
    if line.type.list and "label" in line.cells.get("appearance", "").split():
        found.note(Code.GRID, line.place.at("appearance"))
        return GRID
    if is_yes(line.cells.get("read_only", "")):
        if not line.texts and not line.cells.get("calculation"):
            return SILENT
        found.note(Code.READ_ONLY, line.place.at("read_only"))
        return READ_ONLY
    return ""


def _done(line: Line, found: Found) -> str:
    if line.type.kind is Kind.NOTE and not line.texts:
        found.note(Code.SILENT, line.place.at("label"))
        return SILENT
    if line.type.kind is Kind.META and not line.type.fills:
        found.note(Code.STAYS_EMPTY, line.place.at("type"), type=line.type.said)
    return DONE[line.type.kind]


GRID = "the header of a grid"
READ_ONLY = "read-only"
SILENT = "has no words"
WELL = frozenset({*DONE.values(), GRID, READ_ONLY, SILENT})
