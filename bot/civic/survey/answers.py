"""Answers as they are stored: one text each, by path, so that they survive JSON as they are.

    text, barcode, one  what was written, the option's id
    photo, video        the media's id
    audio               the media's id, or what was written instead
    many, rank          options' ids with blanks between them: "road water"
    integer … range     digits, with a dot where there is a fraction: "-12.5"
    date, time, moment  "2026-11-28", "14:30", "2026-11-28T14:30" on the local clock
    place               latitude and longitude: "41.7 44.8"
    acknowledge         "OK"
    skipped             ""

A path is the question's name; inside a repeat it follows the instance: "member[2].age".
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, time
from enum import StrEnum

from bot.civic.amounts import exact
from bot.civic.survey.form import Kind

LONGEST = 4_000  # characters of one answer
YES, NO = "yes", "no"  # to "one more?"
AGREED = "OK"

# Narrower than what Python reads: each answer has one way to be written.
WHOLE = re.compile(r"-?[0-9]{1,18}")
NUMBER = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
RECORDING = re.compile(r"[0-9a-f]{16}\.[a-z0-9]{3}")
CLOCK = re.compile(r"[0-9]{2}:[0-9]{2}(:[0-9]{2})?")

Place = tuple[int, ...]
"""Numbers from 1 of the instances around something, outermost first; () outside of repeats."""


class Wrong(StrEnum):
    """Why an answer is not taken."""

    REQUIRED = "required"
    CONSTRAINT = "constraint"
    TOO_LONG = "too-long"
    NOT_A_NUMBER = "not-a-number"
    NOT_WHOLE = "not-whole"
    TOO_SMALL = "too-small"
    TOO_LARGE = "too-large"
    OFF_STEP = "off-step"
    NOT_A_DATE = "not-a-date"
    NOT_A_TIME = "not-a-time"
    NOT_A_PLACE = "not-a-place"
    NOT_AGREED = "not-agreed"
    NO_SUCH_OPTION = "no-such-option"
    REPEATED = "repeated"  # an option twice
    INCOMPLETE = "incomplete"  # a ranking that leaves something out


def path(name: str, repeats: Sequence[str], place: Place) -> str:
    """Where an answer is stored."""
    return ".".join([*map(instance, repeats, place), name])


def instance(repeat: str, number: int) -> str:
    return f"{repeat}[{number}]"


def malformed(kind: Kind, value: str) -> Wrong | None:
    """What keeps a text from being an answer of this kind, its options and bounds aside."""
    if len(value) > LONGEST:
        return Wrong.TOO_LONG
    check = CHECKS.get(kind)
    return check(value) if check else None


def is_recording(value: str) -> bool:
    """Whether an answer names a recording; else it was told in words."""
    return bool(RECORDING.fullmatch(value))


def _whole(value: str) -> Wrong | None:
    if WHOLE.fullmatch(value):
        return None
    return _number(value) or Wrong.NOT_WHOLE


def _number(value: str) -> Wrong | None:
    return None if NUMBER.fullmatch(value) else Wrong.NOT_A_NUMBER


def _date(value: str) -> Wrong | None:
    known = DAY.fullmatch(value) and _readable(date.fromisoformat, value)
    return None if known else Wrong.NOT_A_DATE


def _time(value: str) -> Wrong | None:
    known = CLOCK.fullmatch(value) and _readable(time.fromisoformat, value)
    return None if known else Wrong.NOT_A_TIME


def _moment(value: str) -> Wrong | None:
    day, _, clock = value.partition("T")
    return _date(day) or _time(clock)


def _place(value: str) -> Wrong | None:
    parts = value.split()
    if len(parts) < 2 or any(_number(part) for part in parts):
        return Wrong.NOT_A_PLACE
    latitude, longitude = exact(parts[0]), exact(parts[1])
    known = -90 <= latitude <= 90 and -180 <= longitude <= 180
    return None if known else Wrong.NOT_A_PLACE


def _agreed(value: str) -> Wrong | None:
    return None if value == AGREED else Wrong.NOT_AGREED


def _readable(read: Callable[[str], object], value: str) -> bool:
    try:
        read(value)
    except ValueError:
        return False
    return True


CHECKS: dict[Kind, Callable[[str], Wrong | None]] = {
    Kind.INTEGER: _whole,
    Kind.DECIMAL: _number,
    Kind.RANGE: _number,
    Kind.DATE: _date,
    Kind.TIME: _time,
    Kind.MOMENT: _moment,
    Kind.PLACE: _place,
    Kind.ACKNOWLEDGE: _agreed,
}
