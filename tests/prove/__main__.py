"""Run the proofs at full size: `python -m tests.prove [name ...]`.

All of them together write docs/proof.md; named ones only print.  Exit 1 where a proof fails.
"""

import asyncio
import importlib
import pkgutil
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from tests import prove
from tests.prove.machine import machine
from tests.prove.report import Report

PAGE = Path(__file__).parents[2] / "docs" / "proof.md"
PREFIX = "prove_"
HEAD = """# Proof

What Monawile promises, run at full size by `make prove` on {day}.
Measured on: {machine}.
"""


def proofs(wanted: list[str]) -> dict[str, ModuleType]:
    """The proofs by name, all of them or the wanted ones."""
    found = [module.name for module in pkgutil.iter_modules(prove.__path__)]
    names = [name.removeprefix(PREFIX) for name in found if name.startswith(PREFIX)]
    if unknown := set(wanted) - set(names):
        sys.exit(f"no proof named {', '.join(sorted(unknown))}; there are: {', '.join(names)}")
    chosen = [name for name in names if not wanted or name in wanted]
    return {name: importlib.import_module(f"{prove.__name__}.{PREFIX}{name}") for name in chosen}


async def run(name: str, module: ModuleType, console: Console) -> Report:
    """One proof, with its newest finding shown while it works."""
    spinner = SpinnerColumn()
    with Progress(
        spinner, TextColumn("{task.description}"), TimeElapsedColumn(), console=console
    ) as bar:
        task = bar.add_task(f"{name}: {module.TITLE}")
        report = Report(
            name, module.TITLE, lambda text: bar.console.print(f"  {text}", markup=False)
        )
        try:
            await module.prove(report)
        except Exception as problem:
            traceback.print_exc()  # its words may hold a path, which the page must not
            report.fail(f"stopped by {type(problem).__name__}")
        bar.update(task, description=f"{name}: {'holds' if report.holds else 'FAILS'}")
    return report


async def main(wanted: list[str]) -> int:
    console = Console(stderr=True)
    reports = [await run(name, module, console) for name, module in proofs(wanted).items()]
    if not wanted:
        head = HEAD.format(day=f"{datetime.now(UTC):%d.%m.%Y}", machine=await machine())
        PAGE.write_text(
            "\n\n".join([head.strip(), *(r.markdown() for r in reports)]) + "\n", "utf-8"
        )
    failed = [report.name for report in reports if not report.holds]
    console.print(f"{len(reports) - len(failed)} of {len(reports)} proofs hold")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
