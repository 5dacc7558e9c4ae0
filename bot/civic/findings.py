"""Everything that is published of a survey, as plain data that is kept and never counted again."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
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
from bot.civic.withholding import tells

VERSION = 3
FIGURES = ("lower", "middle", "upper", "mean")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person's answers by the names of the questions, and the group they belong to by trait."""

    groups: Mapping[str, str]
    values: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """By what the leading question is broken down.

    `own` are traits whose groups a question of the survey itself has as its cells, with its name.
    """

    lead: str = ""
    traits: Sequence[str] = ()
    own: Mapping[str, str] = field(default_factory=dict)


class Counts:
    """Sheets counted as they come in: what is kept does not grow with them, but for written words.

    `groups` are people by group of each trait, `led` the same by what the leading question got.
    `splits` are by follow-up and question before it: who answered what, and the follow-up or not.
    """

    def __init__(
        self,
        names: Collection[str],
        breakdown: Breakdown = Breakdown(),
        follow_ups: Mapping[str, Collection[str]] = MappingProxyType({}),
    ) -> None:
        self.breakdown = breakdown
        self.follow_ups = follow_ups
        self.people = 0
        self.answers = {name: Counter[Answer]() for name in names}
        self.groups = {trait: Counter[str]() for trait in breakdown.traits}
        self.led = {trait: Counter[tuple[str, Answer]]() for trait in breakdown.traits}
        self.splits = {
            (name, before): Counter[tuple[Answer, bool]]()
            for name, sources in follow_ups.items()
            for before in sources
        }

    def add(self, sheets: Sequence[Sheet]) -> None:
        """Some more people, question by question, which is quicker than person by person."""
        self.people += len(sheets)
        filled = [sheet.values for sheet in sheets]
        for name, answers in self.answers.items():
            answers.update([values[name] for values in filled if name in values])
        leads = [values.get(self.breakdown.lead) for values in filled]
        for trait in self.breakdown.traits:
            groups = [sheet.groups.get(trait, "") for sheet in sheets]
            self.groups[trait].update(groups)
            self.led[trait].update(zip(groups, leads, strict=True))
        for (name, before), split in self.splits.items():
            split.update([(values.get(before), name in values) for values in filled])

    def read(self, meaning: Callable[[str, Any], Answer]) -> "Counts":
        """The same with what each answer to a question means; each different one is read once."""
        read = Counts(self.answers, self.breakdown, self.follow_ups)
        read.people, read.groups = self.people, self.groups
        for name, answers in self.answers.items():
            for value, n in answers.items():
                read.answers[name][meaning(name, value)] += n
        for trait, led in self.led.items():
            for (group, value), n in led.items():
                read.led[trait][group, meaning(self.breakdown.lead, value)] += n
        for (name, before), split in self.splits.items():
            for (value, followed), n in split.items():
                read.splits[name, before][value and meaning(before, value), followed] += n
        return read


def findings(questions: Mapping[str, Question], counts: Counts) -> dict[str, Any]:
    """People, answers by question and, for the leading question, by trait and group.

    Shares are whole percent.  A number that would give somebody away is None (see bot.civic.needs).
    A question is withheld where its number would give away a hidden one of the question before it.
    """
    breakdown = counts.breakdown
    secret = secret_groups(counts)
    hidden = {name: secret[trait] for trait, name in breakdown.own.items() if breakdown.lead}
    told = {
        name: summarise(question, counts.answers[name], hidden.get(name, ()))
        for name, question in questions.items()
    }
    withheld = {
        name
        for (name, before), split in counts.splits.items()
        if tells(questions[before], told[before], split)
    }
    return {
        "v": VERSION,
        "people": counts.people if counts.people >= SMALLEST else None,
        "questions": {
            name: _summary(Summary(None) if name in withheld else found)
            | ({"withheld": True} if name in withheld and found.people else {})
            for name, found in told.items()
        },
        "by": {
            trait: {
                group: _summary(found)
                for group, found in summarise_by(
                    questions[breakdown.lead], counts.led[trait], groups
                ).items()
            }
            for trait, groups in secret.items()
            if breakdown.lead not in withheld
        },
    }


def by(results: Mapping[str, Any], trait: str) -> dict[str, Any]:
    """What each group of a trait said to the leading question, in results of any version."""
    if "by" in results:
        found: dict[str, Any] = results["by"].get(trait, {})
        return found
    return dict(results["groups"]) if trait == "settlement" else {}


def secret_groups(counts: Counts) -> dict[str, set[str]]:
    """The groups of each trait that are too small to show, in every table and list alike."""
    return {
        trait: small_groups(counts.led[trait], counts.groups[trait])
        for trait in counts.breakdown.traits
    }


def _summary(found: Summary) -> dict[str, Any]:
    return {
        "people": found.people,
        **{name: _rounded(getattr(found.spread, name, None)) for name in FIGURES},
        "cells": [_cell(cell) for cell in found.cells],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    share = None if cell.share is None else round(100 * cell.share)
    return {"option": cell.option, "people": cell.people, "share": share, "rank": cell.rank}


def _rounded(amount: Amount | None) -> float | None:
    return None if amount is None else round(float(amount), 1)
