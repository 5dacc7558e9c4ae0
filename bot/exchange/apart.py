"""Work on strangers' data in a process of its own: it can be ended, and its memory is bounded.

The module that does it calls `bound` first, reads standard input and writes standard output.
"""

import os
import resource
import subprocess
import sys
from enum import StrEnum
from pathlib import Path

FULL = 12  # the exit code of a process without memory: errno's ENOMEM
YIELDING = 10  # niceness: people in the chat go first
ROOT = Path(__file__).parents[2]


class Why(StrEnum):
    """Why there is no answer."""

    TOO_LONG = "too-long"
    TOO_LARGE = "too-large"
    STOPPED = "stopped"  # it failed; its words are in the log of the process


class NoAnswer(Exception):
    """The process ended without one; `why` says how."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def ask(module: str, *arguments: str, given: bytes, limit: float) -> bytes:
    """What `python -m module arguments` answers to what it is given.  Raises NoAnswer.

    Blocks for up to `limit` seconds, so it is called off the loop (`tools.off_loop`).
    """
    try:
        answer = subprocess.run(
            (sys.executable, "-m", module, *arguments),
            input=given,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NoAnswer(Why.TOO_LONG) from None
    if answer.returncode:
        raise NoAnswer(Why.TOO_LARGE if answer.returncode == FULL else Why.STOPPED)
    return answer.stdout


def bound(memory: int, seconds: int) -> None:
    """Limit this process: bytes, and seconds of computing, for who asked may have been killed."""
    os.nice(YIELDING)
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
