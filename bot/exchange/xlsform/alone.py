"""Reading in a process of its own: `python -m bot.exchange.xlsform.alone BYTES`.

Standard input is a line of JSON (name, repairs, answers) and the file; standard output one of what
was found, and a line of the form.
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
MOST_TOLD = 8 * MEGABYTE  # letters of either line: who asked has to hold the answer


def main(memory: int) -> int:
    """Read what stands on standard input with so many bytes of memory."""
    apart.bound(memory, SECONDS)
    try:
        told = _told(sys.stdin.buffer.read())
    except (MemoryError, RecursionError):
        return apart.FULL
    sys.stdout.buffer.write(told)
    return 0


def _told(given: bytes) -> bytes:
    head, _, data = given.partition(b"\n")
    asked = json.loads(head)
    repairs = [Repair(repair) for repair in asked["repairs"]]
    reading = examine(data, asked["name"], repairs, asked["answers"])
    told, form = _lines(reading)
    if max(len(told), len(form)) > MOST_TOLD:
        too_much = Problem(Code.TOO_MUCH_MEMORY)
        told, form = _lines(Reading(None, reading.title[:100], problems=(too_much,)))
    return f"{told}\n{form}".encode()


def _lines(reading: Reading) -> tuple[str, str]:
    written = reading.written
    head = {"title": written.title, "digest": written.digest} if written else None
    told = json.dumps({"reading": reading.to_json(), "form": head})
    return told, written.text if written else ""


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
