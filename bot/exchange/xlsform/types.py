"""The types of rows, by all names that XLSForm has had for them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.civic.survey.form import Kind

OTHER = re.compile(r"(\S+)(?: (or_other|or other|or specify other))?", re.IGNORECASE)
NOT_LETTERS = re.compile(r"[^\w:]|_")  # letters of any script: a list may have a Georgian name


@dataclass(frozen=True, slots=True)
class Type:
    """What a row is: `wants` an answer or not; `reason` says why a chat cannot ask for it."""

    kind: Kind
    said: str = ""
    ends: bool = False  # a group or repeat
    reason: str = ""
    wants: bool = False
    fills: str = ""  # what we fill in by ourselves
    list: str = ""
    other: bool = False
    from_file: bool = False  # `list` is the name of a file beside the workbook
    wanted: str = ""  # how it must be written, if it is not


_QUESTIONS = {
    Kind.TEXT: "text, string, q string, add text prompt",
    Kind.INTEGER: "integer, int, q int, add integer prompt, percentage, "
    "number of days in last month, number of days in last six months, number of days in last year",
    Kind.DECIMAL: "decimal, q decimal, add decimal prompt",
    Kind.RANGE: "range",
    Kind.DATE: "date, q date, add date prompt",
    Kind.TIME: "time, q time",
    Kind.MOMENT: "datetime, dateTime, date time, q date time, q dateTime, add date time prompt, "
    "add dateTime prompt",
    Kind.PHOTO: "image, photo, q picture, q image, add image prompt, add photo prompt",
    Kind.AUDIO: "audio, q audio, add audio prompt",
    Kind.VIDEO: "video, q video, add video prompt",
    Kind.BARCODE: "barcode, q barcode, add barcode prompt",
    Kind.PLACE: "geopoint, location, gps, q geopoint, q location, add location prompt",
    Kind.ACKNOWLEDGE: "acknowledge, trigger, q acknowledge, add acknowledge prompt",
}
_CHOOSING = {
    Kind.ONE: "select_one, select one, select1, select one from, select one using, "
    "add select one prompt using",
    Kind.MANY: "select_multiple, select multiple, select all that apply, select multiple from, "
    "select multiple using, select all that apply from, add select multiple prompt using",
    Kind.RANK: "rank",
}
_FROM_FILE = {
    Kind.ONE: "select_one_from_file, select one from file",
    Kind.MANY: "select_multiple_from_file, select multiple from file",
}
ELSEWHERE = "its choices come from another file"
NOT_SENT = "its choices are in a file that was not sent along"
_OF_A_GROUP = "score__row, rank__level"  # choices whose list stands in the row that begins it
_MACHINE = {
    Kind.NOTE: "note, q note, add note prompt",
    Kind.CALCULATE: "calculate, q calculate, add calculate prompt, hidden",
}
_FILLED = {
    "start": "start, start time, get start time",
    "end": "end, end time, get end time",
    "today": "today, get today",
    "": "deviceid, device id, get device id, imei, subscriberid, subscriber id, get subscriber id, "
    "simserial, sim id, get sim id, username, email, phonenumber, phone number, get phone number, "
    "uri:deviceid, uri:subscriberid, uri:simserial, uri:phonenumber, uri:username, uri:email",
}
_UNSUPPORTED = {
    "a chat survey takes no files": "file, add file prompt",
    "a chat can send a point, not a line or an area": "geotrace, q geotrace, geoshape, q geoshape",
    "a chat cannot edit maps": "osm",
    "its choices are not in the sheet choices": "select_one_external, select one external",
    "cascading selects were given up; a choice_filter does the same": "cascading_select, "
    "cascading select",
}
_SILENT = {
    "it watches the person who answers": "audit, background-audio, background-geopoint, "
    "start-geopoint",
    "it reads another file": "xml-external, csv-external",
}
_AS_A_WHOLE = {
    "loop": "loops over a list were given up; a repeat does the same",
    "kobomatrix": "only KoboToolbox has it; ask its columns one by one",
}
LOOKUP = (
    "it looks something up with instance(); only a choice's label is found, by jr:choice-name()"
)
WHY = {
    "a chat survey takes no files": "files",
    "a chat can send a point, not a line or an area": "lines",
    "a chat cannot edit maps": "maps",
    ELSEWHERE: "choices",
    NOT_SENT: "beside",
    "its choices are not in the sheet choices": "sheet",
    "cascading selects were given up; a choice_filter does the same": "cascading",
    "it watches the person who answers": "watching",
    "it reads another file": "file",
    _AS_A_WHOLE["loop"]: "loop",
    _AS_A_WHOLE["kobomatrix"]: "matrix",
    "its choices are the answers to another question": "answers",
    "another app answers it": "app",
    LOOKUP: "lookup",
}
"""Reasons in a word, for those who put them into another language; any other is "outside"."""

_HOLDING = {Kind.GROUP: "group, score, rank", Kind.REPEAT: "repeat, lgroup, looped group"}


def _table() -> Iterator[tuple[str, Type]]:
    def names(listed: str) -> Iterator[str]:
        return map(str.strip, listed.split(","))

    for kind, listed in (*_QUESTIONS.items(), *_CHOOSING.items()):
        yield from ((name, Type(kind, wants=True)) for name in names(listed))
    yield from ((name, Type(Kind.ONE, wants=True)) for name in names(_OF_A_GROUP))
    for kind, listed in _FROM_FILE.items():
        yield from ((name, Type(kind, wants=True, from_file=True)) for name in names(listed))
    for kind, listed in _MACHINE.items():
        yield from ((name, Type(kind)) for name in names(listed))
    for fills, listed in _FILLED.items():
        yield from ((name, Type(Kind.META, fills=fills)) for name in names(listed))
    for reason, listed in _UNSUPPORTED.items():
        yield from ((name, Type(Kind.NOTE, reason=reason, wants=True)) for name in names(listed))
    for reason, listed in _SILENT.items():
        yield from ((name, Type(Kind.NOTE, reason=reason)) for name in names(listed))
    for kind, listed in _HOLDING.items():
        for name in names(listed):
            for blank in " _":
                yield f"begin{blank}{name}", Type(kind)
                yield f"end{blank}{name}", Type(kind, ends=True)
    for blank in " _":
        for name, reason in _AS_A_WHOLE.items():
            yield f"begin{blank}{name}", Type(Kind.GROUP, reason=reason)
            yield f"end{blank}{name}", Type(Kind.GROUP, ends=True)


TYPES = dict(_table())
LISTING = frozenset(
    name for listed in (*_CHOOSING.values(), *_FROM_FILE.values()) for name in listed.split(", ")
)
LOOSELY = {NOT_LETTERS.sub("", name.lower()): name for name in reversed(TYPES)}


def parsed(written: str) -> Type | None:
    """The type of a row; None if there is no such one."""
    words = written.split()
    for number in range(len(words), 0, -1):
        name = " ".join(words[:number])
        rest = " ".join(words[number:])
        right = name if name in TYPES else LOOSELY.get(NOT_LETTERS.sub("", name.lower()), "")
        if right and (found := _with_list(right, rest)):
            wanted = "" if right == name else f"{right} {rest}".strip()
            return replace(found, said=" ".join(words), wanted=wanted)
    return None


def _with_list(name: str, rest: str) -> Type | None:
    found = TYPES[name]
    if name not in LISTING:
        return found if not rest or found.reason else None
    if rest and not (match := OTHER.fullmatch(rest)):
        return None
    if not rest:
        return found
    assert match
    if match[1].startswith("${"):
        return replace(found, reason="its choices are the answers to another question")
    return replace(found, list=match[1], other=bool(match[2]))
