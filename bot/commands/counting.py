"""`budget count`: a real election of anybody's, counted exactly."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.civic import naive, tally
from bot.civic.amounts import Amount
from bot.civic.ballots import Groups, Project, Rules, group
from bot.civic.equal_shares import TooManyRounds, Watch
from bot.civic.outcomes import Outcome, Reason, Result
from bot.commands.say import stop
from bot.exchange import recount
from bot.exchange.pabulib import BadFile, Election, Reading

AUTO = "auto"
NOTES = 5  # of what a lenient reader mended; more would hide the result
NAMES = ", ".join(recount.NAMES)


def count(
    file: Annotated[Path, typer.Argument(help="An election in Pabulib's .pb format.")],
    rule: Annotated[str, typer.Option(help=f"{AUTO} (the file's own), {NAMES}.")] = AUTO,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
    naively: Annotated[
        bool, typer.Option("--naive", help="Recount with the second, slow counter and compare.")
    ] = False,
) -> None:
    """Count FILE exactly and tell why each project won or lost.

    A minimum that the file sets holds for every rule but plain greedy.

    Equal results go by the order of the file's rows.
    """
    with _progress(file.name) as watch:
        election, groups = _read(file)
        try:
            name = _named(rule, election, groups)
            rules, projects = recount.rules(election, name), recount.projects(election)
            result = tally.count(rules, projects, groups, watch)
        except (BadFile, TooManyRounds) as problem:
            raise stop(f"{file}: {problem}") from None
        if naively:
            _compare(result, rules, projects, groups)
    found = _found(name, rules, result)
    typer.echo(json.dumps(found, ensure_ascii=False)) if as_json else _show(found, result)


@contextmanager
def _progress(name: str) -> Iterator[Watch]:
    """A line on the terminal that says how far a long count has got."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # a tenth of a second, for people who look

    with Console(stderr=True).status(f"Counting {name}") as status:
        yield lambda number: status.update(f"Counting {name}: every share raised by {number:,}")


def _read(file: Path) -> tuple[Election, Groups]:
    """The file's head and its ballots, equal ones together; the votes are not kept."""
    try:
        reading = Reading(file.read_bytes())
        groups = group(reading.ballots())
    except OSError as problem:
        raise stop(f"{file}: {problem.strerror}") from None
    except BadFile as problem:
        raise stop(f"{file}: {problem}") from None
    for note in reading.notes[:NOTES]:
        typer.echo(f"note: {note}", err=True)
    if more := len(reading.notes[NOTES:]):
        typer.echo(f"note: and {more} more", err=True)
    return reading.head, groups


def _named(rule: str, election: Election, groups: Groups) -> str:
    try:
        if rule == AUTO:
            return recount.labelled(election, groups)
        return recount.named(rule, election, groups)
    except recount.UnknownRule:
        raise stop(f"no rule {rule!r}; known are {AUTO}, {NAMES}") from None
    except BadFile as problem:
        raise BadFile(0, f"{problem}; choose one with --rule") from None


def _compare(result: Result, rules: Rules, projects: Sequence[Project], groups: Groups) -> None:
    """Ends the command if the second counter finds other winners, order or scores."""
    ballots = naive.unfolded(groups)
    scores = {project.id: naive.score(project, ballots) for project in projects}
    same = list(result.winners) == naive.winners(rules, projects, groups)
    if not same or any(o.score != scores[o.project] for o in result.outcomes):
        typer.echo("the two counters differ: trust neither, and report this file", err=True)
        raise typer.Exit(1)


def _found(name: str, rules: Rules, result: Result) -> dict[str, Any]:
    return {
        "rule": name,
        "budget": _number(sum(rules.pots.values())),
        "winners": list(result.winners),
        "projects": [_row(outcome) for outcome in result.outcomes],
    }


def _row(outcome: Outcome) -> dict[str, Any]:
    return {
        "id": outcome.project,
        "cost": _number(outcome.cost),
        "score": _number(outcome.score),
        "outcome": "funded" if outcome.funded else "not funded",
        "reason": _told(outcome.reason),
    }


def _number(amount: Amount) -> int | float:
    """Whole where it is whole: only the printed figure is rounded, never the counted one."""
    return amount.numerator if amount.denominator == 1 else float(amount)


def _told(reason: Reason) -> str:
    """no_money(left=12400, cost=20000)"""
    figures = [f"{f.name}={_figure(getattr(reason, f.name))}" for f in fields(reason)]
    return f"{reason.code}({', '.join(figures)})" if figures else reason.code


def _figure(value: Any) -> str:
    match value:
        case str():
            return value
        case (str(), int() | Fraction()):
            return ":".join(map(_figure, value))
        case tuple():
            return "+".join(map(_figure, value)) or "-"
    return f"{float(value):.2f}".removesuffix(".00")


def _show(found: dict[str, Any], result: Result) -> None:
    from rich.console import Console, JustifyMethod
    from rich.table import Table

    left = _number(sum(result.left.values()))
    table = Table(title=f"{found['rule']}: {found['budget']:,}, of which {left:,} are left")
    for column in ("id", "cost", "score", "outcome", "reason"):
        justify: JustifyMethod = "right" if column in ("cost", "score") else "left"
        table.add_column(column, justify=justify, overflow="fold")
    for row in found["projects"]:
        cells = [value if isinstance(value, str) else f"{value:,}" for value in row.values()]
        table.add_row(*cells, style="green" if row["outcome"] == "funded" else None)
    Console().print(table)
