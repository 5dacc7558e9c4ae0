"""Money, dates and hours the way Georgian readers expect them."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

from bot.messages import Html

DAY = re.compile(r"([0-9]{1,2})[./ -]([0-9]{1,2})[./ -]([0-9]{4})\.?")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def money(amount: int | Decimal | Fraction) -> str:
    """Whole lari with no-break blanks: "30 000 ₾"."""
    return f"{round(amount):,}".replace(",", "\u00a0") + "\u00a0₾"


def figure(number: float, language: str) -> str:
    """A number as people write it: "12,5" (in English "12.5"), "1500", "25 000"."""
    whole = f"{number:g}" if abs(number) < 10_000 else f"{number:,.1f}".removesuffix(".0")
    grouped = whole.replace(",", "\u00a0")
    return grouped if language == "en" else grouped.replace(".", ",")


def day(moment: datetime | date, zone: ZoneInfo | None = None) -> str:
    """dd.mm.yyyy, in local time."""
    if isinstance(moment, datetime):
        moment = moment.astimezone(zone).date()
    return f"{moment:%d.%m.%Y}"


def hour(moment: datetime, zone: ZoneInfo) -> str:
    """HH:MM on the 24-hour clock, in local time."""
    return f"{moment.astimezone(zone):%H:%M}"


def listed(items: Iterable[str]) -> str:
    """Ids, numbers or names with commas."""
    return ", ".join(items)


def when(moment: datetime, zone: ZoneInfo) -> dict[str, str]:
    """What a text on a local day and hour needs: `weekday` ("mon" to "sun"), `day`, `hour`."""
    local = moment.astimezone(zone)
    return {
        "weekday": WEEKDAYS[local.weekday()],
        "day": day(moment, zone),
        "hour": hour(moment, zone),
    }


def typed_day(typed: str) -> date | None:
    """A day as people write it: "5.12.2026"; None for anything else."""
    found = DAY.fullmatch(typed.strip())
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def first_line(texts: Iterable[Html], longest: int, *, headed: bool = False) -> str:
    """The first line with words in it, as plain text of at most so many characters.

    Of a text that is `headed` with who it is from, the line after that.
    """
    said = "\n".join(text.plain() for text in texts)
    found = [line.strip() for line in said.splitlines() if line.strip()] or ["…"]
    line = found[1] if headed and len(found) > 1 else found[0]
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
