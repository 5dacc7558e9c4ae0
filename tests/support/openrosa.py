"""An independent engine for expressions: Enketo's, which runs under node and jsdom."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

from bot.civic.survey.expressions import Value
from bot.civic.survey.expressions.tokens import STRAIGHT

SOURCE = Path(__file__).parent / "oracle"
INSTALLED = Path(__file__).parents[2] / "build" / "oracle"
MINUTES = 10 * 60  # seconds for all of it; it does some thousand evaluations in a second

REFERENCE = re.compile(r"\$\{\s*([^{}]+?)\s*\}")
INDEXED = re.compile(r"indexed-repeat\(\s*\$\{\s*([^}]+?)\s*\}\s*,\s*\$\{[^}]+\}\s*,\s*([^(),]+)\)")
SIBLING = re.compile(r"\.\./(\w+)")


@dataclass(frozen=True)
class Sum:
    """One evaluation: the answers by name (several: of a repeat), the current one, the choice."""

    expression: str
    answers: Mapping[str, Value]
    current: str = ""
    row: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Found:
    """What came out as a text and as a condition; or the error."""

    text: str = ""
    truth: bool = False
    error: str = ""


def missing() -> str:
    """Why the engine cannot be used here, or ""; installs it when it is not there yet."""
    if not shutil.which("node") or not shutil.which("npm"):
        return "no node and npm"
    lock = "package-lock.json"
    if (INSTALLED / "node_modules").is_dir() and _same(SOURCE / lock, INSTALLED / lock):
        return ""
    INSTALLED.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", lock):
        shutil.copy(SOURCE / name, INSTALLED / name)
    command = ["npm", "ci", "--prefix", str(INSTALLED), "--no-audit", "--no-fund", "--silent"]
    done = subprocess.run(command, capture_output=True, timeout=MINUTES, check=False)
    return f"npm failed: {done.stderr.decode()[-300:]}" if done.returncode else ""


def _same(one: Path, other: Path) -> bool:
    return other.exists() and one.read_bytes() == other.read_bytes()


def evaluate(sums: Iterable[Sum], now: datetime) -> list[Found]:
    """All of them, in order; the clock stands at `now`, which is in UTC."""
    lines = "".join(f"{json.dumps(_request(one))}\n" for one in sums)
    done = subprocess.run(
        ["node", str(SOURCE / "oracle.js"), str(INSTALLED), now.isoformat()],
        input=lines.encode(),
        stdout=subprocess.PIPE,
        env={**os.environ, "TZ": "UTC"},
        timeout=MINUTES,
        check=True,
    )
    return [Found(**json.loads(line)) for line in done.stdout.splitlines()]


def _request(one: Sum) -> dict[str, str]:
    paths = {
        name: f"/data/each/{tag}" if isinstance(value, tuple) else f"/data/{tag}"
        for tag, (name, value) in zip(_tags(), one.answers.items(), strict=False)
    }
    return {
        "xml": _document(one, paths),
        "at": "data/row" if one.row is not None else "data/self",
        "expression": _translated(one.expression, paths),
    }


def _tags() -> Iterable[str]:
    """Names that are XML's, whatever a question is called."""
    return (f"q{number}" for number in range(1000))


def _translated(text: str, paths: Mapping[str, str]) -> str:
    """As pyxform writes it: ${name} becomes a path, and so does indexed-repeat()."""
    text = text.translate(STRAIGHT).strip()
    text = INDEXED.sub(
        lambda found: f"/data/each[position() = ({found[2]})]/{_tag(paths[found[1]])}", text
    )
    text = SIBLING.sub(lambda found: f"../{_tag(paths[found[1]])}", text)
    return REFERENCE.sub(lambda found: paths.get(found[1], found[0]), text)


def _tag(path: str) -> str:
    return path.split("/")[-1]


def _document(one: Sum, paths: Mapping[str, str]) -> str:
    single = [
        _element(_tag(paths[name]), value)
        for name, value in one.answers.items()
        if isinstance(value, str)
    ]
    several = {
        _tag(paths[name]): value for name, value in one.answers.items() if isinstance(value, tuple)
    }
    instances = max(map(len, several.values()), default=0)
    each = [
        "".join(_element(tag, values[place]) for tag, values in several.items())
        for place in range(instances)
    ]
    row = "".join(_element(name, value) for name, value in (one.row or {}).items())
    repeated = "".join(f"<each>{inside}</each>" for inside in each)
    current = _element("self", one.current)
    return f"<data>{''.join(single)}{repeated}{current}<row>{row}</row></data>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"
