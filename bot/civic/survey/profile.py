"""What a form itself asks of people's age and sex, so that needs can be told by them.

A question counts as one of these by its name, in small or capital letters:

    age                          a number of years, or bands of its own to choose from
    birth_year, year_of_birth    a year
    birth_date, date_of_birth    a date
    sex, gender                  options to choose from
"""

from collections.abc import Mapping
from datetime import date

from bot.civic.needs import UNTOLD
from bot.civic.stretches import Stretch
from bot.civic.survey.countable import countable
from bot.civic.survey.form import CHOOSING, Form, Item, Kind

AGE, SEX = "age", "sex"
NAMES = {
    "age": AGE,
    "birth_year": AGE,
    "year_of_birth": AGE,
    "birth_date": AGE,
    "date_of_birth": AGE,
    "sex": SEX,
    "gender": SEX,
}
KINDS = {AGE: {Kind.ONE, Kind.INTEGER, Kind.RANGE, Kind.DATE}, SEX: {Kind.ONE}}

BANDS = {
    "0-15": Stretch(0, 15),
    "16-24": Stretch(16, 24),
    "25-44": Stretch(25, 44),
    "45-64": Stretch(45, 64),
    "65+": Stretch(65, 120),
}


def profile(form: Form) -> dict[str, Item]:
    """The questions that tell age and sex; of several that tell the same, the first."""
    found: dict[str, Item] = {}
    for item in countable(form).values():
        trait = NAMES.get(item.name.lower(), "")
        if item.kind in KINDS.get(trait, ()):
            found.setdefault(trait, item)
    return found


def leading(form: Form) -> Item | None:
    """The question whose ranking is drawn and told first: the first with options, of no trait."""
    traits = {item.name for item in profile(form).values()}
    asked = [item for item in countable(form).values() if item.name not in traits]
    return next((item for item in asked if item.kind in CHOOSING), None)


def trait(item: Item, values: Mapping[str, str], on: date) -> str:
    """The group that a person's answer puts them into on this day; `UNTOLD` if they left it out."""
    value = values.get(item.name, "")
    if not value or item.kind is Kind.ONE:
        return value or UNTOLD
    if item.kind is Kind.DATE:
        return band(_years(date.fromisoformat(value), on))
    number = int(float(value))
    return band(number if in_years(item) else on.year - number)


def in_years(item: Item) -> bool:
    """Whether it asks how old people are, not when they were born."""
    return item.name.lower() == AGE


def band(age: int) -> str:
    """What an age belongs to; `UNTOLD` where nobody is that old."""
    return next((name for name, ages in BANDS.items() if age in ages), UNTOLD)


def _years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
