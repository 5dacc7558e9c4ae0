"""Georgian typed in Latin letters, for search: "gzis ganateba" finds გზის განათება."""

import re

# What people type, the longer first.  One spelling stands for several letters (t for თ and ტ):
# the plain one is written, and `fold` makes the others equal to it.
SPELLINGS = {
    "tch": "ჭ",
    "sh": "შ",
    "ch": "ჩ",
    "zh": "ჟ",
    "gh": "ღ",
    "kh": "ხ",
    "dz": "ძ",
    "ts": "ც",
    "tz": "წ",
    "ph": "ფ",
    "th": "თ",
} | dict(zip("abgdevziklmnoprstufqycwxjh", "აბგდევზიკლმნოპრსტუფქყცწხჯჰ", strict=True))

LATIN = re.compile("|".join(sorted(SPELLINGS, key=len, reverse=True)))

# Letters that Latin spelling confuses, written alike.
ALIKE = dict(zip("თქყფცჩღძჟ", "ტკკპწჭგზჯ", strict=True))
TABLE = str.maketrans(ALIKE)


def mkhedruli(text: str) -> str:
    """Latin letters as the Georgian ones they most likely stand for; the rest as it is."""
    return LATIN.sub(lambda found: SPELLINGS[found[0]], text.casefold())


def fold(text: str) -> str:
    """A form in which both spellings of a Georgian text are the same; for comparing only."""
    return mkhedruli(text).translate(TABLE)


def alike(text: str) -> str:
    """What `fold` makes of a text in small Georgian letters, many times faster for a long one."""
    for letter, plain in ALIKE.items():
        text = text.replace(letter, plain)
    return text
