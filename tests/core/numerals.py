"""Numbers written out, by digits and by no table that the reader uses."""

SMALL_KA = {
    0: "ნული", 1: "ერთი", 2: "ორი", 3: "სამი", 4: "ოთხი", 5: "ხუთი", 6: "ექვსი", 7: "შვიდი",
    8: "რვა", 9: "ცხრა", 10: "ათი", 11: "თერთმეტი", 12: "თორმეტი", 13: "ცამეტი", 14: "თოთხმეტი",
    15: "თხუთმეტი", 16: "თექვსმეტი", 17: "ჩვიდმეტი", 18: "თვრამეტი", 19: "ცხრამეტი",
}  # fmt: skip
SMALL_EN = {
    0: "zero", 1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven",
    8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen",
    15: "fifteen", 16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty",
    30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety",
}  # fmt: skip
LATIN = dict(zip("აბგდევზთიკლმნოპრსტუფქღყშჩცძწჭხჯჰ", [
    "a", "b", "g", "d", "e", "v", "z", "t", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u",
    "f", "q", "gh", "y", "sh", "ch", "c", "dz", "w", "ch", "x", "j", "h",
], strict=True))  # fmt: skip


def georgian(number: int, *, apart: str = " ", latin: bool = False) -> str:
    """ "ას ოცდახუთი", or "ასოცდახუთი" with nothing apart."""
    written = _thousands(number, apart)
    return "".join(LATIN.get(letter, letter) for letter in written) if latin else written


def _thousands(number: int, apart: str) -> str:
    high, low = divmod(number, 1000)
    if not high:
        return _hundreds(low, apart)
    head = (_hundreds(high, apart) + apart if high > 1 else "") + "ათას"
    return head + (apart + _hundreds(low, apart) if low else "ი")


def _hundreds(number: int, apart: str) -> str:
    high, low = divmod(number, 100)
    if not high:
        return _twenties(low)
    head = ("" if high == 1 else SMALL_KA[high].removesuffix("ი")) + "ას"
    return head + (apart + _twenties(low) if low else "ი")


def _twenties(number: int) -> str:
    times, rest = divmod(number, 20)
    if not times:
        return SMALL_KA[number]
    head = {1: "ოც", 2: "ორმოც", 3: "სამოც", 4: "ოთხმოც"}[times]
    return f"{head}და{SMALL_KA[rest]}" if rest else f"{head}ი"


def english(number: int) -> str:
    """ "one hundred and twenty-five"."""
    if number >= 1000:
        high, low = divmod(number, 1000)
        return f"{english(high)} thousand" + (f" {english(low)}" if low else "")
    if number >= 100:
        high, low = divmod(number, 100)
        return f"{english(high)} hundred" + (f" and {english(low)}" if low else "")
    if number in SMALL_EN:
        return SMALL_EN[number]
    return f"{SMALL_EN[number - number % 10]}-{SMALL_EN[number % 10]}"
