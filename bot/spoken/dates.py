"""Days as people write them: "5.12.2026", "5 დეკემბერს", "December 5th", "გუშინ"."""

import re
from datetime import date, timedelta

from bot.civic.latin import fold
from bot.spoken.numbers import in_figures

YEARS = range(1850, 2200)
AHEAD = 10  # years; two digits that would be later are of the last century
LONGEST_ENDING = 4  # დეკემბერამდე

GEORGIAN = (
    "იანვარ იანვრ, თებერვალ თებერვლ, მარტ, აპრილ, მაის, ივნის, ივლის, აგვისტო, "
    "სექტემბერ სექტემბრ, ოქტომბერ ოქტომბრ, ნოემბერ ნოემბრ, დეკემბერ დეკემბრ"
)
ENGLISH = "january february march april may june july august september october november december"
STEMS = [[fold(stem) for stem in stems.split()] for stems in GEORGIAN.split(",")]
NAMES = ENGLISH.split()
FIRST = {fold("პირველი"): "1", fold("პირველ"): "1", "first": "1"}
FROM_TODAY = {
    word: days
    for days, words in {
        -2: "გუშინწინ",
        -1: "გუშინ yesterday",
        0: "დღეს today",
        1: "ხვალ tomorrow",
        2: "ზეგ",
    }.items()
    for word in map(fold, words.split())
}
# Words that may stand in a date and tell nothing more.
IGNORED = "წლის წელს წელი წ რიცხვი რიცხვში ში ს of the on year"
FILL = frozenset(map(fold, IGNORED.split()))

NUMERIC = re.compile(r"(\d{1,2})([./-]| +)(\d{1,2})(?:\2(\d{4}|\d{2}))?\.?")
ISO = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})")
WORD = re.compile(r"\d+|[^\W\d_]+")
YEAR_WORD = re.compile(r"(?<=\d)\s*წ(?:ელი|ელს|ლის)?\.?$")
NTH = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")


def day(said: str, today: date, *, past: bool = False) -> date | None:
    """The day that is meant; None for anything else.  The day stands before the month in figures.

    Without a year it is the current one, whether the day is past or to come.  Two digits are a
    year of this century, at most ten years ahead, else of the last.  With `past`, for a birth
    date, both are the latest that is not in the future.
    """
    text = YEAR_WORD.sub("", in_figures(said).rstrip(" .,!"))
    if (days := FROM_TODAY.get(fold(text))) is not None:
        return today + timedelta(days=days)
    if found := ISO.fullmatch(text):
        return _date(int(found[1]), int(found[3]), int(found[4]))
    if found := NUMERIC.fullmatch(text):
        if not found[4] and found[2].isspace():
            return None
        return _on(int(found[1]), int(found[3]), found[4] or "", today, past)
    return _named(text, today, past)


def _named(text: str, today: date, past: bool) -> date | None:
    """A month by its name, a day, and perhaps a year."""
    months: list[int] = []
    figures: list[str] = []
    for word in WORD.findall(NTH.sub("", text)):
        if word.isdecimal():
            figures.append(word)
        elif fold(word) in FIRST or word in FIRST:
            figures.append("1")
        elif month := _month(word):
            months.append(month)
        elif fold(word) not in FILL:
            return None
    if len(months) != 1 or not 1 <= len(figures) <= 2:
        return None
    if len(figures) == 2 and len(figures[0]) == 4:
        figures.reverse()
    if len(figures[0]) > 2 or (len(figures) == 2 and len(figures[1]) not in (2, 4)):
        return None
    return _on(int(figures[0]), months[0], "".join(figures[1:]), today, past)


def _month(word: str) -> int:
    """1 to 12 for a month's name, its cases and its beginning ("დეკ.", "Sept"); else 0."""
    if len(word) < 3:
        return 0
    for number, name in enumerate(NAMES, 1):
        if name.startswith(word):
            return number
    folded = fold(word)
    for number, stems in enumerate(STEMS, 1):
        if any(_names(folded, stem) for stem in stems):
            return number
    return 0


def _names(word: str, stem: str) -> bool:
    inflected = word.startswith(stem) and len(word) - len(stem) <= LONGEST_ENDING
    return inflected or stem.startswith(word)


def _on(number: int, month: int, year: str, today: date, past: bool) -> date | None:
    """The first day of these years that there is and that may be meant."""
    century, latest = today.year - today.year % 100, today.year + AHEAD
    if len(year) == 4:
        years, latest = [int(year)], max(YEARS)
    elif year:
        years = [century + int(year), century - 100 + int(year)]
    else:
        years = [today.year - back for back in range(9 if past else 1)]
    found = (_date(each, month, number) for each in years if each <= latest)
    return next((d for d in found if d and (not past or len(year) == 4 or d <= today)), None)


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number) if year in YEARS else None
    except ValueError:
        return None
