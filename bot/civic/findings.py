"""Everything that is published of a survey, as plain data that is kept and never counted again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.civic.amounts import Amount
from bot.civic.needs import SMALLEST, Answer, Cell, Question, Summary, summarise, summarise_by

VERSION = 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person's answers by the names of the questions, and the group they belong to."""

    group: str
    values: Mapping[str, Answer]


def findings(
    questions: Mapping[str, Question], sheets: Sequence[Sheet], lead: str = ""
) -> dict[str, Any]:
    """People, answers by question and, for the `lead` question, by group.

    Shares are whole percent.  A number that would give somebody away is None (see bot.civic.needs).
    """
    groups: dict[str, Summary] = {}
    if lead:
        answers = [(sheet.group, sheet.values.get(lead)) for sheet in sheets]
        groups = summarise_by(questions[lead], answers)
    return {
        "v": VERSION,
        "people": len(sheets) if len(sheets) >= SMALLEST else None,
        "questions": {
            name: _summary(summarise(question, [sheet.values.get(name) for sheet in sheets]))
            for name, question in questions.items()
        },
        "groups": {group: _summary(found) for group, found in groups.items()},
    }


def _summary(found: Summary) -> dict[str, Any]:
    return {
        "people": found.people,
        "lower": _rounded(found.lower),
        "middle": _rounded(found.middle),
        "upper": _rounded(found.upper),
        "mean": _rounded(found.mean),
        "cells": [_cell(cell) for cell in found.cells],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    share = None if cell.share is None else round(100 * cell.share)
    return {"option": cell.option, "people": cell.people, "share": share, "rank": cell.rank}


def _rounded(amount: Amount | None) -> float | None:
    return None if amount is None else round(float(amount), 1)
