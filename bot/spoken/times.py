"""Hours as people write them: "18:30", "18 30", "საღამოს 6", "7 pm"; and a day with its hour."""

import re
from collections.abc import Mapping
from datetime import date, time

from bot.civic.latin import fold
from bot.spoken.dates import day
from bot.spoken.numbers import in_figures

NUMERIC = re.compile(r"(\d{1,2})(?:\s*[:.h-]\s*|\s+)(\d{2})|(\d{1,2})")
WORD = re.compile(r"\d+|[^\W\d_]+")
LONGEST = 100  # characters
MOST_WORDS = 12

# What is added to an hour, by the part of the day that people say it in.
MORNING = {hour: 0 for hour in range(1, 12)}
NOON = {10: 0, 11: 0, 12: 0} | {hour: 12 for hour in range(1, 7)}
EVENING = {hour: 12 for hour in range(4, 12)}
NIGHT = {12: -12} | {hour: 0 for hour in range(1, 6)} | {hour: 12 for hour in range(8, 12)}
AM = {12: -12} | {hour: 0 for hour in range(1, 12)}
PM = {12: 0} | {hour: 12 for hour in range(1, 12)}
PARTS: dict[str, Mapping[int, int]] = {
    word: part
    for words, part in (
        ("დილის დილით დილას morning", MORNING),
        ("დღის დღისით შუადღის შუადღისას afternoon", NOON),
        ("საღამოს საღამო evening", EVENING),
        ("ღამის ღამით ღამე night", NIGHT),
        ("am", AM),
        ("pm", PM),
    )
    for word in (*map(fold, words.split()), *words.split())
}
ALONE = {"noon": time(12), "midnight": time(0), fold("შუადღე"): time(12), fold("შუაღამე"): time(0)}
ALONE |= {fold("შუადღისას"): time(12), fold("შუაღამისას"): time(0)}
# Words that may stand beside an hour and tell nothing more.
FILL = "საათი საათზე საათსა საათს საათისთვის სთ წუთი წუთზე წთ და ზე at o clock oclock in the hours"
FILLING = frozenset({*FILL.split(), *map(fold, FILL.split())})


def hour(said: str) -> str | None:
    """ "HH:MM" of the 24-hour clock; None for anything else.

    Without a part of the day "6 საათი" is six in the morning, as on a timetable.
    """
    text = in_figures(said)[:LONGEST].strip(" .,!").replace("a.m", "am").replace("p.m", "pm")
    if (whole := ALONE.get(fold(text), ALONE.get(text))) is not None:
        return f"{whole:%H:%M}"
    parts: list[Mapping[int, int]] = []

    def emptied(found: re.Match[str]) -> str:
        word = found[0]
        part = PARTS.get(word) or PARTS.get(fold(word))
        if part:
            parts.append(part)
        elif word not in FILLING and fold(word) not in FILLING and not word.isdigit():
            return word
        return word if word.isdigit() else " "

    left = WORD.sub(emptied, text).strip(" -.,'’")
    found = NUMERIC.fullmatch(re.sub(r"\s+", " ", left))
    return _clock(found, parts) if found and len(parts) <= 1 else None


def _clock(found: re.Match[str], parts: list[Mapping[int, int]]) -> str | None:
    number, minute = int(found[1] or found[3]), int(found[2] or 0)
    if parts and number <= 12:
        more = parts[0].get(number)
        if more is None:
            return None
        number += more
    return f"{number:02}:{minute:02}" if number < 24 and minute < 60 else None


def day_and_hour(said: str, today: date) -> str | None:
    """ "2026-11-28T14:30"; None where the day or the hour is missing or not clear.

    A number alone is no hour here: "5 12 18" would have several meanings.
    """
    words = re.sub(r"(?<=\d)[Tt](?=\d)", " ", said[:LONGEST]).replace(",", " ").split()
    found = set()
    for cut in range(1, len(words) if len(words) <= MOST_WORDS else 0):
        halves = " ".join(words[:cut]), " ".join(words[cut:])
        for first, second in (halves, halves[::-1]):
            on, at = day(first, today), None if second.isdigit() else hour(second)
            if on and at:
                found.add(f"{on.isoformat()}T{at}")
    return found.pop() if len(found) == 1 else None
