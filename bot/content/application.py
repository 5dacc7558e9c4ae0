"""The short application that a call may use: `locales/<language>/application.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bot.civic.survey.form import Form, Item, Kind, Option, Told
from bot.content.course import LOCALES, MAIN, mapping

FILE = "application.yaml"
WRITTEN = ("motivation", "experience", "change")
NEWCOMER, ANSWERS = "newcomer", ("first", "before")
REQUIRED = "true()"


@cache
def application(root: Path = LOCALES) -> Form:
    """The form in every language that has it, Georgian first.  Raises KeyError, ValueError."""
    found = sorted(path.parent.name for path in root.glob(f"*/{FILE}"))
    languages = tuple(sorted(found, key=lambda language: language != MAIN))
    files = {language: mapping(root / language / FILE) for language in languages}
    asked = {language: told["questions"] for language, told in files.items()}
    offered = {language: told["answers"] for language, told in files.items()}
    written = [Item(id, Kind.TEXT, _told(asked, id), required=REQUIRED) for id in WRITTEN]
    newcomer = Item(NEWCOMER, Kind.ONE, _told(asked, NEWCOMER), required=REQUIRED, options=NEWCOMER)
    options = tuple(Option(id, _told(offered, id)) for id in ANSWERS)
    return Form(_told(files, "title"), languages, (*written, newcomer), {NEWCOMER: options})


def _told(files: Mapping[str, Mapping[str, Any]], name: str) -> Told:
    return {language: str(told[name]).strip() for language, told in files.items()}
