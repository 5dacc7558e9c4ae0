"""A strict reader of calendar files, written from RFC 5545 and knowing nothing of ours."""

import re
from datetime import UTC, datetime

LINE = re.compile(
    r'(?P<name>[A-Z0-9-]+)(?P<params>(?:;[A-Z0-9-]+=(?:"[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*))*)'
    r":(?P<value>[^\x00-\x08\x0a-\x1f\x7f]*)"
)
TEXTS = {"SUMMARY", "LOCATION", "DESCRIPTION"}
ONCE = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "ORGANIZER", "STATUS", "GEO", *TEXTS}
NEEDED = {"UID", "DTSTAMP", "DTSTART", "SEQUENCE", "ORGANIZER"}  # RFC 5546, 3.2.1 and 3.2.5
ESCAPE = re.compile(r"\\(.)|([,;])", re.DOTALL)


def read(content: bytes) -> dict[str, str]:
    """METHOD and the properties of the one event, texts unescaped.  Fails on any violation."""
    lines = _unfolded(content)
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-1] == "END:VCALENDAR"
    begin, end = lines.index("BEGIN:VEVENT"), lines.index("END:VEVENT")
    assert end == len(lines) - 2
    head = dict(_property(line) for line in lines[1:begin])
    assert head["VERSION"] == "2.0" and head["PRODID"] and len(head) == begin - 1
    found = [_property(line) for line in lines[begin + 1 : end]]
    event = dict(found)
    assert len(event) == len(found) and event.keys() <= ONCE and event.keys() >= NEEDED
    assert (head["METHOD"] == "CANCEL") == (event["STATUS"] == "CANCELLED")
    return {**event, "METHOD": head["METHOD"]}


def hour(value: str) -> datetime:
    """A date-time in UTC; local ones would need a zone's rules in the same file."""
    assert re.fullmatch(r"\d{8}T\d{6}Z", value)
    return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def _unfolded(content: bytes) -> list[str]:
    assert content.endswith(b"\r\n")
    physical = content[:-2].split(b"\r\n")
    for line in physical:
        assert 0 < len(line) <= 75 and b"\n" not in line and b"\r" not in line
        line.decode()  # no letter is cut in two
    lines: list[str] = []
    for text in (line.decode() for line in physical):
        if text[0] in " \t":
            lines[-1] += text[1:]
        else:
            lines.append(text)
    return lines


def _property(line: str) -> tuple[str, str]:
    found = LINE.fullmatch(line)
    assert found, line
    name, value = found["name"], found["value"]
    return name, ESCAPE.sub(_plain, value) if name in TEXTS else value


def _plain(found: re.Match[str]) -> str:
    assert found[2] is None and found[1] in "\\;,nN", "a text escapes its commas and semicolons"
    return "\n" if found[1] in "nN" else found[1]
