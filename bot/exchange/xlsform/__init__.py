"""Surveys in XLSForm (.xlsx, .xlsm, .xls, .csv, .zip), read into `bot.civic.survey.form.Form`.

What a chat asks, and what it does not:

- Metadata (start, end, today) is filled in; of a telephone or a user a chat tells nothing, so
  deviceid, username and their like stay empty, with a note.  `phonenumber` with a label is asked.
- Appearance, pictures and sounds beside texts, random order and columns that XLSForm does not know
  are ignored: they are layout.  A range is asked as a number, whatever its slider looks like.
- A barcode is typed.  Choices of select_one_from_file come from a .csv beside the workbook in the
  same .zip; of its columns those are kept that a filter names.
- What cannot be asked (files, lines and areas, other apps, lists and answers that are outside the
  workbook and the files sent with it) is left out with a note when nothing hangs on it.  When it
  is required, or another row refers to it, the form is refused: see `fates`.
- What is calculated for a question, or its default, is proposed as its answer; where that looks
  outside the workbook, nothing is proposed and the question is asked all the same.
- Repairs are offered and done only on request; a form is refused with all its problems at once.
- A text without a translation is shown in the first language, which every text has.

This package imports nothing heavy until a form is read: the bot itself only calls `read_apart`.
"""

import json
from collections.abc import Collection, Mapping

from bot.civic.survey.form import Form
from bot.civic.survey.written import Written
from bot.exchange import apart
from bot.exchange.xlsform.guard import MEGABYTE, MOST
from bot.exchange.xlsform.problems import BadForm, Problem, Repair, refused
from bot.exchange.xlsform.reading import Fate, Reading
from bot.exchange.xlsform.sentences import Code

__all__ = ["MOST", "BadForm", "Code", "Fate", "Problem", "Reading", "Repair", "read", "read_apart"]

LIMIT = 60.0  # seconds; the largest real form takes 3, on a busy machine some more
MEMORY = 512 << 20  # bytes
MODULE = "bot.exchange.xlsform.alone"
WHY = {
    apart.Why.TOO_LONG: Code.TOO_LONG,
    apart.Why.TOO_LARGE: Code.TOO_MUCH_MEMORY,
    apart.Why.STOPPED: Code.STOPPED,
}


def read(
    data: bytes,
    name: str,
    repairs: Collection[Repair] = (),
    answers: Mapping[str, str] | None = None,
) -> Form:
    """The form in a file; its name tells CSV from the rest, and the title if there is none.

    `answers` are codes of languages by the words of a column, in small letters; those of "default"
    are for columns that name none.  Raises BadForm.
    """
    from bot.exchange.xlsform.reader import examine

    reading = examine(data, name, repairs, answers)
    if (form := reading.form) is None:
        raise BadForm(reading.problems, reading.notes)
    return form


def read_apart(
    data: bytes,
    name: str,
    repairs: Collection[Repair] = (),
    answers: Mapping[str, str] | None = None,
    limit: float = LIMIT,
) -> Reading:
    """The form, or why it is refused, read in a process of its own with bounded time and memory.

    Blocks for up to `limit` seconds, so it is called off the loop (`tools.off_loop`).
    """
    if len(data) > MOST:  # no process is begun for what is not read
        return Reading(None, name, problems=refused(Code.TOO_LARGE, most=MOST // MEGABYTE).problems)
    asked = json.dumps({"name": name, "repairs": list(repairs), "answers": answers or {}})
    given = asked.encode() + b"\n" + data
    try:
        told, _, text = apart.ask(MODULE, str(MEMORY), given=given, limit=limit).partition(b"\n")
    except apart.NoAnswer as none:
        return Reading(None, name, problems=(Problem(WHY[none.why]),))
    answer = json.loads(told)
    written = Written(**answer["form"], text=text.decode()) if answer["form"] else None
    return Reading.from_json(answer["reading"], written)
