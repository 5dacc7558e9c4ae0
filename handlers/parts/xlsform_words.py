"""What was found in a survey's workbook, in words and by its place."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.formats import listed
from bot.journey import Text
from bot.messages import Html, lines, plain
from handlers.parts.xlsform_ids import IDS

SHOWN = 10  # problems or notes; more are counted
LONGEST = 100  # characters of a cell that are quoted

Found = Mapping[str, Any]
"""One problem or note, as `bot.exchange.xlsform.Problem` tells it in JSON."""


def first(found: Sequence[Found]) -> list[dict[str, Any]]:
    """What is kept to be shown: no more than that, and of long cells the beginning."""
    names = ("code", "sheet", "row", "repair")
    return [
        {name: one[name] for name in names}
        | {"column": one["column"][:LONGEST], "details": _short(one["details"])}
        for one in found[:SHOWN]
    ]


def page(text: Text, found: Sequence[Found], count: int) -> Html:
    """The first of them by sheet, row and column; `count` of all."""
    more = count - len(found)
    told = [_told(text, one) for one in found]
    return lines(*told, text("xlsform-and-more", count=more) if more > 0 else "")


def repairs(text: Text, names: Iterable[str]) -> Html:
    """What these repairs change."""
    asked = set(names)
    said = {
        "types": text("xlsform-repair-types"),
        "names": text("xlsform-repair-names"),
        "choices": text("xlsform-repair-choices"),
        "labels": text("xlsform-repair-labels"),
        "columns": text("xlsform-repair-columns"),
        "leave-out": text("xlsform-repair-leave-out"),
    }
    return lines(*(said[name] for name in said if name in asked))


def rows(text: Text, found: Sequence[Found], count: int) -> Html:
    """Only where they are: what was wrong is right now."""
    places = {plain(_place(text, one["sheet"], one["row"], "")): None for one in found}
    more = count - len(found)
    return lines(*places, text("xlsform-and-more", count=more) if more > 0 else "")


def said(text: Text, code: str, details: Mapping[str, str]) -> Html:
    """One of them, without its place."""
    told = dict(details)
    if code == "expression-unexpected":
        told["detail"] = told["detail"] or "none"
    return text(IDS[code], **told)


def _told(text: Text, one: Found) -> Html:
    problem = said(text, one["code"], one["details"])
    place = _place(text, one["sheet"], one["row"], one["column"])
    return text("xlsform-place", place=place, problem=problem) if place else _whole(text, problem)


def _whole(text: Text, problem: Html) -> Html:
    return text("xlsform-whole", problem=problem)


def _place(text: Text, sheet: str, row: int, column: str) -> str:
    """ "sheet survey, row 12, column relevant"."""
    parts = (
        text("xlsform-sheet", sheet=sheet) if sheet else "",
        text("xlsform-row", row=str(row)) if row else "",
        text("xlsform-column", column=column) if column else "",
    )
    return listed(plain(part) for part in parts if part)


def _short(details: Mapping[str, str]) -> dict[str, str]:
    return {
        name: told if len(told) <= LONGEST else f"{told[:LONGEST]}…"
        for name, told in details.items()
    }
