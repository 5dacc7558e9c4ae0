"""`budget`: civil budgets as files."""

import json
from collections.abc import Sequence
from dataclasses import fields
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console, JustifyMethod
from rich.table import Table

from bot.civic import naive, tally
from bot.civic.amounts import Amount
from bot.civic.ballots import Groups, Project, Rules
from bot.civic.equal_shares import TooManyRounds
from bot.civic.outcomes import Outcome, Reason, Result
from bot.commands import importing, publishing
from bot.commands.say import stop
from bot.exchange import recount
from bot.exchange.pabulib import BadFile, Election, read

AUTO = "auto"
NOTES = 5  # of what a lenient reader mended; more would hide the result

app = typer.Typer(no_args_is_help=True)
app.command("import")(importing.import_file)
app.command("export")(publishing.export)
app.command("verify")(publishing.verify)


@app.callback()
def budget() -> None:
    """Count, import and check a civil budget."""


@app.command()
def count(
    file: Annotated[Path, typer.Argument(help="An election in Pabulib's .pb format.")],
    rule: Annotated[
        str, typer.Option(help=f"{AUTO} (the file's own), {', '.join(recount.NAMES)}.")
    ] = AUTO,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
    naively: Annotated[
        bool, typer.Option("--naive", help="Recount with the second, slow counter and compare.")
    ] = False,
) -> None:
    """Count FILE exactly and tell why each project won or lost.

    A minimum that the file sets holds for every rule but plain greedy.

    Equal results go by the order of the file's rows.
    """
    election = _read(file)
    try:
        name = recount.labelled(election) if rule == AUTO else _known(rule)
        rules = recount.rules(election, name)
        projects, groups = recount.projects(election), recount.groups(election)
        result = tally.count(rules, projects, groups)
    except (BadFile, TooManyRounds) as problem:
        raise stop(f"{file}: {problem}") from None
    if naively:
        _compare(result, rules, projects, groups)
    found = _found(name, rules, result)
    typer.echo(json.dumps(found, ensure_ascii=False)) if as_json else _show(found, result)


def _read(file: Path) -> Election:
    try:
        election = read(file.read_bytes())
    except OSError as problem:
        raise stop(f"{file}: {problem.strerror}") from None
    except BadFile as problem:
        raise stop(f"{file}: {problem}") from None
    for note in election.notes[:NOTES]:
        typer.echo(f"note: {note}", err=True)
    if more := len(election.notes[NOTES:]):
        typer.echo(f"note: and {more} more", err=True)
    return election


def _known(rule: str) -> str:
    if rule not in recount.NAMES:
        raise stop(f"no rule {rule!r}; known are {AUTO}, {', '.join(recount.NAMES)}")
    return rule


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
    left = _number(sum(result.left.values()))
    table = Table(title=f"{found['rule']}: {found['budget']:,}, of which {left:,} are left")
    for column in ("id", "cost", "score", "outcome", "reason"):
        justify: JustifyMethod = "right" if column in ("cost", "score") else "left"
        table.add_column(column, justify=justify, overflow="fold")
    for row in found["projects"]:
        cells = [value if isinstance(value, str) else f"{value:,}" for value in row.values()]
        table.add_row(*cells, style="green" if row["outcome"] == "funded" else None)
    Console().print(table)
