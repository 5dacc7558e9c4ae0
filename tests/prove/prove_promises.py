"""Promises that are tests of their own, run one by one on both databases."""

import asyncio
import re
import sys

from tests.prove.report import Report

TITLE = "Promises kept by tests"
PROMISES = {
    "SIGTERM with 20 updates in work: all 20 answered": "tests/commands -k twenty_updates",
    "One event that always raises, among 300: the other 299 answered": (
        "tests/core/test_turns.py -k poisoned"
    ),
    "Ten concurrent read-then-write turns end at ten": "tests/core/test_turns.py -k ten_read",
    "A turn costs about seven statements": "tests/core/test_turns.py -k seven_statements",
    "After sealing nothing links voter and ballot; before it the same attack does": (
        "tests/storage/test_linkage.py"
    ),
    "A newcomer with a code votes in at most 8 taps plus the picks": "tests/dialogues -k taps",
    "Bad input gets a clear sentence and nothing breaks": "tests/commands",
    "The demo in a real browser, both phones": "tests/browser",
}
LAST = re.compile(r"(\d+) (passed|failed|error|skipped)")


async def prove(report: Report) -> None:
    for promise, tests in PROMISES.items():
        counts = await _run(tests)
        report.figure(promise, ", ".join(f"{count} {word}" for word, count in counts.items()))
        if not counts.get("passed") or counts.get("failed") or counts.get("error"):
            report.fail(promise)


async def _run(tests: str) -> dict[str, int]:
    command = (sys.executable, "-m", "pytest", "-q", *tests.split())
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    said, _ = await process.communicate()
    last = said.decode().strip().splitlines()[-1]
    return {word: int(count) for count, word in LAST.findall(last)}
