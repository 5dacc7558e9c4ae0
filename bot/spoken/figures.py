"""Numbers in figures: "1 200", "12.500,75", "2,5", and digits of other scripts."""

import re
import unicodedata
from decimal import Decimal

LONGEST = 18  # digits before the point; what is longer is a code or a mistake

FIGURES = r"(?:(?<![^\s−-])[.,])?\d(?:[\d.,'’\s]*\d)?"
GROUPED = re.compile(r"([1-9]\d{0,2})([\s.,'’])(\d{3}(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?")
DECIMAL = re.compile(r"(\d*)(?:[.,](\d+))?")


def digits(text: str) -> str:
    """Decimal digits of any script as ASCII ones; ² and ½ are none."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in text)


def figure(written: str) -> Decimal | None:
    """The number that figures stand for; None for several, or for none that anybody writes so.

    A point or comma before exactly three digits stands for thousands ("1.200"), unless nothing
    or zero is before it.
    """
    if grouped := GROUPED.fullmatch(written):
        whole, part = grouped[1] + re.sub(r"\D", "", grouped[3]), grouped[4]
    elif plain := DECIMAL.fullmatch(written):
        whole, part = plain[1], plain[2]
    else:
        return None
    if len(whole) > LONGEST or len(part or "") > LONGEST:
        return None
    return Decimal(f"{whole or 0}.{part}" if part else whole)
