"""An appointment as a file that every calendar reads: iCalendar (RFC 5545, RFC 5546)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

LONGEST = 75  # octets of one line, its end not counted
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
NOBODY = "invalid:nomail"  # an organiser needs an address, and ours has none for mail


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting as a calendar keeps it.

    `uid` is the same in every file about it, `sequence` grows with each change.
    """

    uid: str
    sequence: int
    starts_at: datetime
    lasts: timedelta
    title: str
    place: str
    about: str
    organiser: str
    pin: tuple[float, float] | None = None
    cancelled: bool = False


def calendar_file(event: Event, now: datetime) -> bytes:
    """The file.  Hours are in UTC, so that no zone's rules can be read wrongly."""
    return b"".join(_folded(line) for line in _lines(event, now))


def _lines(event: Event, now: datetime) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//Monawile//Meetings//EN"
    yield "CALSCALE:GREGORIAN"
    yield f"METHOD:{'CANCEL' if event.cancelled else 'PUBLISH'}"
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTAMP:{_utc(now)}"
    yield f"DTSTART:{_utc(event.starts_at)}"
    yield f"DTEND:{_utc(event.starts_at + event.lasts)}"
    yield f"SUMMARY:{_text(event.title)}"
    yield f"LOCATION:{_text(event.place)}"
    if event.about:
        yield f"DESCRIPTION:{_text(event.about)}"
    if event.pin:
        yield f"GEO:{event.pin[0]:.6f};{event.pin[1]:.6f}"
    yield f"ORGANIZER;CN={_quoted(event.organiser)}:{NOBODY}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"
    yield "END:VCALENDAR"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    """A value of the type TEXT: what has a meaning is escaped, what cannot be printed is left."""
    even = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in even if sign == "\n" or sign.isprintable()).translate(ESCAPED)


def _quoted(words: str) -> str:
    """A parameter's value, which has no way to hold a quotation mark."""
    return '"' + "".join(sign for sign in words if sign.isprintable() and sign != '"') + '"'


def _folded(line: str) -> bytes:
    """With a line's end; one that is too long goes on behind a blank, no letter cut in two."""
    parts, part = [], b""
    for sign in line:
        octets = sign.encode()
        if len(part) + len(octets) > LONGEST:
            parts.append(part)
            part = b" "
        part += octets
    return b"\r\n".join([*parts, part]) + b"\r\n"
