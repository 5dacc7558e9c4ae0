"""Expressions against an independent engine, Enketo's: the same results, or a known reason."""

import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from bot.civic.survey.expressions import Expression, Fault, compile
from bot.civic.survey.expressions.dates import looks_like_date
from bot.civic.survey.expressions.values import text
from tests.support import openrosa
from tests.support.guesses import DATED, guess
from tests.support.openrosa import Found, Sum
from tests.support.phrases import phrase
from tests.support.scopes import Told

pytestmark = pytest.mark.regression
openpyxl = pytest.importorskip("openpyxl")
xlrd = pytest.importorskip("xlrd")

NOW = datetime(2026, 11, 28, 10, tzinfo=UTC)
REALISTIC = Path(__file__).parent / "expressions.txt"
COLUMNS = ("relevant", "constraint", "calculation", "choice_filter")
AGREED = 0.995  # of all evaluations, those with a known reason among the others
TIMES = 20  # random evaluations of one expression
GENERATED = 3_000  # phrases, each evaluated three times

Written = tuple[str, str]
"""A column and the text of a cell in it."""


@dataclass(frozen=True)
class Difference:
    """One evaluation that came out in two ways."""

    sum: Sum
    mine: Found
    theirs: Found

    def line(self) -> str:
        given = ", ".join(f"{name}={value!r}" for name, value in self.sum.answers.items())
        found = f"{self.mine.text!r} and not {self.theirs.text!r}"
        return f"{self.sum.expression}   [{given}; .={self.sum.current!r}]   {found}"

    def said(self) -> list[str]:
        """Every answer and text that took part."""
        answers = [str(value) for value in self.sum.answers.values()]
        return [*answers, self.sum.current, *re.findall(r"'([^']*)'", self.sum.expression)]


@dataclass(frozen=True)
class Figures:
    """How many evaluations there were, and those that differ."""

    evaluations: int
    differing: list[Difference]

    @property
    def agreed(self) -> float:
        return 1 - len(self.differing) / self.evaluations

    @property
    def explained(self) -> float:
        return 1 - sum(not reason(one) for one in self.differing) / self.evaluations

    def tell(self) -> None:
        """Differences by category, and those that none explains in full."""
        for name, count in Counter(map(reason, self.differing)).most_common():
            _tell(f"  {count:5}  {name or 'not explained:'}")
        for one in self.differing:
            if not reason(one):
                _tell(f"         {one.line()}")


REFERENCE = r"(\$\{[^}]+\}|\.\./\w+|\.)"
ALONE = re.compile(
    rf"(^|\band\b|\bor\b|\(|,)\s*\(*\s*{REFERENCE}\s*\)*\s*($|\band\b|\bor\b|,|\))"
    rf"|(=|<|>)[^,]*(=|<|>)|(true|false)\(\)|{REFERENCE} (=|!=)|(=|!=) {REFERENCE}"
)


def _alone(found: Difference) -> bool:
    """Theirs is true of an unanswered question too: that there is one."""
    empty = "" in (*found.sum.answers.values(), found.sum.current)
    return empty and ALONE.search(found.sum.expression) is not None


def _guessed_date(found: Difference) -> bool:
    """Theirs reads any text as V8 reads dates, and a text of digits as whole days."""
    odd = [said for said in found.said() if said and not looks_like_date(said)]
    return bool(odd) and DATED.search(found.sum.expression) is not None


KNOWN: dict[str, Callable[[Difference], bool]] = {
    "regex() must fit the whole text; theirs searches in it": lambda found: (
        "regex(" in found.sum.expression
    ),
    "selected(x, '') is false; theirs is true of an empty answer": lambda found: (
        "selected(" in found.sum.expression and "" in found.said()
    ),
    "a division by zero is no number; theirs is Infinity": lambda found: (
        re.search(r"\b(div|log|log10|exp|pow)\b", found.sum.expression) is not None
        and (found.mine.text in ("NaN", "false") or "Infinity" in found.theirs.text)
    ),
    "what is no date is empty; theirs is 'Invalid Date'": lambda found: (
        "Invalid Date" in found.theirs.text
    ),
    "dates are written as ODK does; theirs are guessed": _guessed_date,
    "an answer alone is true if it is not empty; theirs always": _alone,
    "boolean-from-string() looks for '1'; theirs takes any number": lambda found: (
        "boolean-from-string(" in found.sum.expression
    ),
    "translate() drops letters; jsdom's writes 'undefined'": lambda found: (
        "translate(" in found.sum.expression
    ),
}


@pytest.fixture(scope="session")
def engine() -> None:
    if why := openrosa.missing():
        pytest.skip(why)


def realistic() -> Iterator[Written]:
    column = ""
    for line in REALISTIC.read_text("utf-8").splitlines():
        if line.startswith("["):
            column = line.strip("[]")
        elif line and not line.startswith("#"):
            yield column, line


def of_workbooks(folder: Path) -> Iterator[Written]:
    """Every expression of the survey sheets, as it stands in its cell."""
    for path in sorted(folder.glob("*.xls*")):
        heads, *rows = _sheet(path)
        places = {str(head).strip().lower(): place for place, head in enumerate(heads)}
        for row in rows:
            for column in places.keys() & set(COLUMNS):
                if said := str(row[places[column]] or "").strip():
                    yield column, said


def _sheet(path: Path) -> list[list[object]]:
    if path.suffix == ".xls":
        sheet = xlrd.open_workbook(path).sheet_by_name("survey")
        return [sheet.row_values(row) for row in range(sheet.nrows)]
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        return [list(row) for row in book["survey"].iter_rows(values_only=True)]
    finally:
        book.close()


def test_realistic_expressions(engine, capsys):
    expressions = list(realistic())
    assert len(expressions) >= 150
    with capsys.disabled():
        assert compare("realistic expressions", expressions, TIMES).agreed >= AGREED


def test_generated_expressions(engine, capsys):
    """These divide by zero, and take anything for a date, far more often than people do."""
    random = Random(2026)
    phrases = [("calculation", phrase(random)) for _ in range(GENERATED)]
    with capsys.disabled():
        assert compare("generated expressions", phrases, 3).explained >= AGREED


def test_expressions_of_real_forms(engine, data, capsys):
    written = list(of_workbooks(data / "xlsforms"))
    with capsys.disabled():
        assert compare("expressions of real forms", written, TIMES).agreed >= AGREED


def compare(what: str, written: list[Written], times: int) -> Figures:
    """Evaluate all with both engines and tell the differences."""
    random = Random(7)
    compiled, refused = _compiled(written)
    sums = [
        (column, expression, guess(said, expression, random))
        for column, said, expression in compiled
        for _ in range(times)
    ]
    found = openrosa.evaluate([one for _, _, one in sums], NOW)
    judged = [(case, theirs) for case, theirs in zip(sums, found, strict=True) if not theirs.error]
    differing = [
        Difference(one, mine, theirs)
        for (column, expression, one), theirs in judged
        if not same(column, mine := _mine(expression, one), theirs)
    ]
    figures = Figures(len(judged), differing)
    _tell(f"\n{what}: {len(compiled)}, and {sum(refused.values())} refused: {dict(refused)}")
    _tell(f"  {len(judged)} evaluations, and {len(found) - len(judged)} that ended in its error")
    _tell(f"  {figures.agreed:.2%} agree, {figures.explained:.2%} agree or are meant to differ")
    figures.tell()
    return figures


def _compiled(
    written: list[Written],
) -> tuple[list[tuple[str, str, Expression]], Counter[str]]:
    """What compiles, and how often the rest was refused for each reason; no chance in either."""
    found, refused = [], Counter[str]()
    for column, said in written:
        try:
            expression = compile(said, in_choices=column == "choice_filter")
        except Fault as fault:
            refused[fault.reason.value] += 1
            continue
        if not re.search(r"\b(random|uuid)\(", said):
            found.append((column, said, expression))
    return found, refused


def _mine(expression: Expression, one: Sum) -> Found:
    scope = Told(one.answers, one.current, NOW, one.row or {})
    return Found(text(expression.value(scope)), expression.true(scope))


def same(column: str, mine: Found, theirs: Found) -> bool:
    """Conditions by their truth; calculations by their text, numbers to twelve digits."""
    if column != "calculation":
        return mine.truth == theirs.truth
    one, other = mine.text, theirs.text.replace("-00:00", "+00:00")
    return one == other or _close(one, other)


def _close(one: str, other: str) -> bool:
    try:
        return math.isclose(float(one), float(other), rel_tol=1e-12)
    except ValueError:
        return False


def reason(found: Difference) -> str:
    """Why it is meant to differ, or ""."""
    return next((name for name, applies in KNOWN.items() if applies(found)), "")


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
