"""Run the proofs at full size: `python -m tests.prove [name ...]`.

Each writes its section of docs/proof.md.  Exit 1 where a proof fails.
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

from bot.clock import Stopwatch
from tests import prove
from tests.prove.machine import machine
from tests.prove.page import rewritten
from tests.prove.report import Report

PAGE = Path(__file__).parents[2] / "docs" / "proof.md"
PREFIX = "prove_"


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
        watch = Stopwatch()
        try:
            await module.prove(report)
        except Exception as problem:
            traceback.print_exc()  # its words may hold a path, which the page must not
            report.fail(f"stopped by {type(problem).__name__}")
        report.ran = f"{datetime.now(UTC):%d.%m.%Y}, {watch.seconds() / 60:.1f} min"
        bar.update(task, description=f"{name}: {'holds' if report.holds else 'FAILS'}")
    return report


async def main(wanted: list[str]) -> int:
    console = Console(stderr=True)
    chosen = proofs(wanted)
    reports = [await run(name, module, console) for name, module in chosen.items()]
    new = {report.title: report.markdown() for report in reports}
    titles = [module.TITLE for module in proofs([]).values()]
    page = rewritten(PAGE.read_text("utf-8"), await machine(), titles, new)
    PAGE.write_text(page, "utf-8")
    failed = [report.name for report in reports if not report.holds]
    console.print(f"{len(reports) - len(failed)} of {len(reports)} proofs hold")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
