"""Reading in a process of its own: `python -m bot.exchange.xlsform.alone BYTES`.

Standard input is a line of JSON (name, repairs, answers) and the file.
"""

import json
import sys

from bot.exchange import apart
from bot.exchange.xlsform.guard import MEGABYTE
from bot.exchange.xlsform.problems import Problem, Repair
from bot.exchange.xlsform.reader import examine
from bot.exchange.xlsform.reading import Reading
from bot.exchange.xlsform.sentences import Code

SECONDS = 50  # of computing
MOST_TOLD = 32 * MEGABYTE  # who asked has to hold the answer


def main(memory: int) -> int:
    """Read what stands on standard input with so many bytes of memory."""
    apart.bound(memory, SECONDS)
    try:
        told = _told(sys.stdin.buffer.read())
    except (MemoryError, RecursionError):
        return apart.FULL
    sys.stdout.write(told)
    return 0


def _told(given: bytes) -> str:
    head, _, data = given.partition(b"\n")
    asked = json.loads(head)
    repairs = [Repair(repair) for repair in asked["repairs"]]
    reading = examine(data, asked["name"], repairs, asked["answers"])
    told = _answer(reading)
    if len(told) <= MOST_TOLD:
        return told
    return _answer(Reading(None, reading.title[:100], problems=(Problem(Code.TOO_MUCH_MEMORY),)))


def _answer(reading: Reading) -> str:
    form = reading.form.to_json() if reading.form else None
    return json.dumps({"reading": reading.to_json(), "form": form})


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
