"""Which part of the people was asked a question of a survey that was put right, and since when."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.civic.needs import SMALLEST
from bot.civic.survey.revisions import Revision, Span, options, questions
from bot.formats import day
from bot.journey import Text
from bot.messages import Html

Data = dict[str, Any]


def note_asked(
    results: Data, revisions: Sequence[Revision], people: Counter[int], zone: ZoneInfo
) -> None:
    """Writes it beside the counts, where not everybody was asked or could choose an option.

    `people` are counted by the number of the form that they were asked by.
    """
    for name, span in questions(revisions).items():
        if (found := results["questions"].get(name)) is None:
            continue
        asked = _sum(people, span)
        if asked < people.total():
            found["asked"] = {"people": asked if asked >= SMALLEST else None, **_days(span, zone)}
        offered = options(revisions, name)
        for cell in found["cells"]:
            option = offered.get(cell["option"])
            if option and _sum(people, option) < asked:
                cell.update(_days(option, zone))


def asked(text: Text, found: Mapping[str, Any]) -> Html:
    """How many were asked a question, if not everybody was; too few are not told."""
    said = found.get("asked") or {}
    if not said.get("people"):
        return Html("")
    return text("needs-result-asked", count=said["people"], **_when(said))


def among(found: Mapping[str, Any], everybody: int) -> int:
    """How many were asked a question, of all who answered the survey."""
    return (found.get("asked") or {}).get("people") or everybody


def offered(text: Text, option: str, cell: Mapping[str, Any]) -> str:
    """An option, with the time in which it could be chosen."""
    if not {"since", "until"} & cell.keys():
        return option
    return f"{option} ({text('needs-result-offered', **_when(cell)).plain()})"


def _sum(people: Counter[int], span: Span) -> int:
    return sum(people[number] for number in span.numbers)


def _days(span: Span, zone: ZoneInfo) -> dict[str, str]:
    ends: dict[str, datetime | None] = {"since": span.since, "until": span.until}
    return {
        name: at.astimezone(zone).date().isoformat() for name, at in ends.items() if at is not None
    }


def _when(said: Mapping[str, Any]) -> dict[str, str]:
    """`when` is "since", "until" or "between", with the days."""
    days = {
        name: day(date.fromisoformat(said[name])) for name in ("since", "until") if name in said
    }
    when = next(iter(days)) if len(days) == 1 else "between"
    return {"when": when, "since": days.get("since", ""), "until": days.get("until", "")}
