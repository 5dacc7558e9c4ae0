"""Everything that is published of a survey, as plain data that is kept and never counted again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.civic.amounts import Amount
from bot.civic.needs import (
    SMALLEST,
    Answer,
    Cell,
    Question,
    Summary,
    small_groups,
    summarise,
    summarise_by,
)

VERSION = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person's answers by the names of the questions, and the group they belong to by trait."""

    groups: Mapping[str, str]
    values: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """By what the leading question is broken down.

    `own` are traits that a question of the survey itself has as its options, with its name.
    """

    lead: str = ""
    traits: Sequence[str] = ()
    own: Mapping[str, str] = field(default_factory=dict)


def findings(
    questions: Mapping[str, Question], sheets: Sequence[Sheet], breakdown: Breakdown = Breakdown()
) -> dict[str, Any]:
    """People, answers by question and, for the leading question, by trait and group.

    Shares are whole percent.  A number that would give somebody away is None (see bot.civic.needs).
    """
    secret = _secret(sheets, breakdown)
    hidden = {name: secret[trait] for trait, name in breakdown.own.items() if breakdown.lead}
    return {
        "v": VERSION,
        "people": len(sheets) if len(sheets) >= SMALLEST else None,
        "questions": {
            name: _summary(summarise(question, _told(sheets, name), hidden.get(name, ())))
            for name, question in questions.items()
        },
        "by": {
            trait: {
                group: _summary(found)
                for group, found in summarise_by(
                    questions[breakdown.lead], _grouped(sheets, trait, breakdown.lead), groups
                ).items()
            }
            for trait, groups in secret.items()
        },
    }


def by(results: Mapping[str, Any], trait: str) -> dict[str, Any]:
    """What each group of a trait said to the leading question, in results of any version."""
    if "by" in results:
        found: dict[str, Any] = results["by"].get(trait, {})
        return found
    return dict(results["groups"]) if trait == "settlement" else {}


def _secret(sheets: Sequence[Sheet], breakdown: Breakdown) -> dict[str, set[str]]:
    """The groups of each trait that are too small to show, in every table alike."""
    if not breakdown.lead:
        return {}
    return {
        trait: small_groups(
            _grouped(sheets, trait, breakdown.lead),
            [sheet.groups.get(trait, "") for sheet in sheets] if trait in breakdown.own else (),
        )
        for trait in breakdown.traits
    }


def _grouped(sheets: Sequence[Sheet], trait: str, name: str) -> list[tuple[str, Answer]]:
    return [(sheet.groups.get(trait, ""), sheet.values.get(name)) for sheet in sheets]


def _told(sheets: Iterable[Sheet], name: str) -> list[Answer]:
    return [sheet.values.get(name) for sheet in sheets]


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
