"""Numbers of a printed list as people type and read them: "12 15 20-31"."""

import re
from collections.abc import Iterable

PART = re.compile(r"(\d{1,7})(?:[-–](\d{1,7}))?")
LONGEST = 500  # numbers of one message: more is a slip of the finger


class NoNumbers(ValueError):
    """Not a row of numbers and ranges; `part` is what could not be read."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


def read(said: str) -> list[int]:
    """The numbers, each once, in order.  Raises NoNumbers."""
    joined = re.sub(r"\s*[-–]\s*", "-", said.strip())
    parts = [part for part in re.split(r"[\s,;]+", joined) if part]
    found: set[int] = set()
    for part in parts:
        match = PART.fullmatch(part)
        if match is None:
            raise NoNumbers(part)
        first, last = int(match[1]), int(match[2] or match[1])
        if not first <= last < first + LONGEST or not first:
            raise NoNumbers(part)
        found.update(range(first, last + 1))
    if not 0 < len(found) <= LONGEST:
        raise NoNumbers(said.strip()[:20])
    return sorted(found)


def told(numbers: Iterable[int]) -> str:
    """The same, short: "12, 15, 20–31"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(_run(run[0], run[-1]) for run in runs)


def _run(first: int, last: int) -> str:
    if last - first < 2:
        return ", ".join(map(str, range(first, last + 1)))
    return f"{first}–{last}"
