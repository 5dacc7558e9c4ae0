"""What makes a certificate's code and row fit each other, and no others.

Whoever changes a row or a paper lacks the key, which lies outside the database.
"""

import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.civic.certificate import State, compared
from bot.civic.codes import check_code, is_receipt
from storage.keys import code

Words = Mapping[str, Mapping[str, str]]
"""The names of the "course" and the "track", by language."""


@dataclass(frozen=True, slots=True)
class Printed:
    """All that a certificate says but its code; the name as an HMAC."""

    municipality: str
    course: str
    version: int
    track: str
    words: Words
    day: date
    salt: str = ""
    name_key: str = ""


def bound(key: bytes, printed: Printed) -> str:
    """The HMAC of everything that is printed but the code, which is its beginning."""
    told = json.dumps(printed.words, ensure_ascii=False, sort_keys=True)
    what = (printed.municipality, printed.course, printed.version, printed.track)
    parts = (*what, printed.day.isoformat(), told, printed.salt, printed.name_key)
    return code(key, "certificate", *parts)


def short(bound: str) -> str:
    """The code that is printed."""
    return check_code(bytes.fromhex(bound))


def seal(key: bytes, bound: str, state: State) -> str:
    """The HMAC of all of it and of the state."""
    return code(key, "certificate-state", bound, state.value)


def name_key(key: bytes, salt: str, name: str) -> str:
    """The name as it is kept: it can be compared with another one, and not be read."""
    return code(key, "certificate-name", salt, compared(name))


def salted(key: bytes, name: str) -> tuple[str, str]:
    """A new salt, and the name's HMAC with it."""
    salt = secrets.token_hex(16)
    return salt, name_key(key, salt, name)


def is_clear(code: str) -> bool:
    """Whether people can tell a code from a word: it has a letter and a digit."""
    return is_receipt(code) and any(map(str.isdigit, code))


def same(first: str, second: str) -> bool:
    return hmac.compare_digest(first, second)
