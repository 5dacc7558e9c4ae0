"""A day as people write it in a chat."""

import re
from collections.abc import Callable
from datetime import date

from bot.journey import Me, Text
from bot.messages import Html

DAY = re.compile(r"\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4})\s*")


def read_day(said: str) -> date | None:
    """01.03.2027; None for anything else."""
    found = DAY.fullmatch(said)
    if not found:
        return None
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def ahead(text: Text, me: Me) -> Callable[[str], Html | None]:
    """A check for a question: a day that has not passed where the person lives."""

    def check(said: str) -> Html | None:
        found = read_day(said)
        if found is None:
            return text("edition-want-day")
        past = found < me.now.astimezone(me.zone).date()
        return text("edition-day-past") if past else None

    return check
