"""What people write in their own words is read as what they mean, or not at all."""

import calendar
import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.spoken import canonical, day, day_and_hour, hour, numbers
from tests.core.numerals import english, georgian

TODAY = date(2026, 11, 28)
MONTHS_KA = re.findall(
    r"\w+",
    "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი "
    "დეკემბერი",
)
GENITIVE = re.findall(
    r"\w+",
    "იანვრის თებერვლის მარტის აპრილის მაისის ივნისის ივლისის აგვისტოს სექტემბრის ოქტომბრის "
    "ნოემბრის დეკემბრის",
)
SHORT = re.findall(r"\S+", "იან. თებ. მარ. აპრ. მაი. ივნ. ივლ. აგვ. სექტ. ოქტ. ნოემ. დეკ.")
MONTHS_EN = calendar.month_name[1:]


def one(said: str) -> str | None:
    """The only number of a text, as it is stored."""
    found = numbers(said)
    return canonical(found[0]) if len(found) == 1 and found[0] is not None else None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("12", "12"), (" 25. ", "25"), ("007", "7"), ("+5", "5"), ("-5", "-5"), ("-0", "0"),
        ("1 200", "1200"), ("1,200", "1200"), ("1.200", "1200"), ("1'200", "1200"),
        ("1.200.300", "1200300"), ("12.500,75", "12500.75"), ("1,200.50", "1200.5"),
        ("150\u00a0000 ₾", "150000"), ("2,5", "2.5"), ("2.50", "2.5"), ("0.125", "0.125"),
        (".5", "0.5"), ("-,5", "-0.5"), ("1,2345", "1.2345"), ("٥", "5"), ("۱۲", "12"),
        ("5️⃣", "5"), ("ხუთი", "5"), ("ხუთს", "5"), ("თხუთმეტი", "15"), ("ოცდახუთი", "25"),
        ("ოცდა ხუთი", "25"), ("ასოცი", "120"), ("ას ოცი", "120"), ("ათასი", "1000"),
        ("ასი ათასი", "100000"), ("ოცდაათიათასი", "30000"), ("ორი მილიონი", "2000000"),
        ("ნახევარი", "0.5"), ("ორნახევარი", "2.5"), ("ორი და ნახევარი", "2.5"), ("half", "0.5"),
        ("2 და ნახევარი", "2.5"), ("two and a half", "2.5"), ("half an hour", "0.5"),
        ("twenty-five", "25"), ("Ten", "10"), ("a hundred and five", "105"), ("zero", "0"),
        ("5 წუთი", "5"), ("5წუთი", "5"), ("ხუთი წუთი", "5"), ("about 20", "20"),
        ("დაახლოებით 20", "20"), ("20-მდე", "20"), ("ათამდე", "10"), ("ათიოდე", "10"),
        ("მე-5", "5"), ("№ 12", "12"), ("5%", "5"), ("5 ათასი ლარი", "5000"),
        ("1,5 მილიონი", "1500000"), ("მინუს ხუთი", "-5"), ("minus 5", "-5"), ("ნული", "0"),
        ("არცერთი", "0"), ("არც ერთი", "0"), ("xuti", "5"), ("otxmocdacxrameti", "99"),
        ("as oci", "120"),
        ("as many as 20", "20"), ("ᲮᲣᲗᲘ", "5"), ("რვას", "8"),
    ],
)  # fmt: skip
def test_one_number_is_read(said, meant):
    assert one(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "", "ბევრი", "many", "5-10", "5 ან 6", "5, 6", "5 6", "5/10", "18:30", "5.12.2026",
        "ხუთი ექვსი", "ხუთ-ექვსი", "ორი ასი", "ასი ორი", "one twenty", "two three", "five, six",
        "5²", "12 345 67", "9" * 7000, "+995 555 12 34 56", "at", "or", "as", "საათი", "ხუთშაბათი",
        "ათასობით", "მეხუთე", "1,2,3", "--", "A5", "B12 C3",
    ],
)  # fmt: skip
def test_what_is_not_one_number_is_none(said):
    assert one(said) is None


WRITTEN = st.integers(0, 999_999)


@given(WRITTEN)
def test_every_number_written_out_in_georgian_reads_back(number):
    assert one(georgian(number)) == str(number)
    assert one(georgian(number, apart="")) == str(number)
    assert one(f"დაახლოებით {georgian(number)} ლარი") == str(number)


@given(WRITTEN)
def test_every_number_written_out_in_english_reads_back(number):
    assert one(english(number)) == str(number)


def test_every_georgian_number_below_a_thousand_reads_back_in_both_alphabets():
    for number in range(1000):
        assert one(georgian(number)) == one(georgian(number, latin=True)) == str(number)
        assert one(georgian(number, apart="", latin=True)) == str(number)


@given(WRITTEN, WRITTEN)
def test_two_numbers_are_never_read_as_one(first, second):
    assert one(f"{georgian(first)} ან {georgian(second)}") is None
    assert one(f"{first}-{second}") is None


@given(st.decimals(-(10**9), 10**9, places=4), st.sampled_from(",."))
def test_decimals_read_back_with_either_mark(number: Decimal, mark: str):
    assert one(f"{number:f}".replace(".", mark)) == canonical(number)


@given(st.integers(0, 10**15), st.sampled_from(" .,'\u00a0\u202f"))
def test_thousands_read_back_with_any_mark(number: int, mark: str):
    assert one(f"{number:,}".replace(",", mark)) == str(number)


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(DAYS)
def test_every_day_reads_back_in_each_way_to_write_it(meant: date):
    d, m, y = meant.day, meant.month, meant.year
    ka, of, short, en = (names[m - 1] for names in (MONTHS_KA, GENITIVE, SHORT, MONTHS_EN))
    for said in (
        f"{d}.{m}.{y}", f"{d:02}/{m:02}/{y}", f"{d}-{m}-{y}", f"{d} {m} {y}", f"{d}.{m}.{y} წ.",
        f"{y}-{m:02}-{d:02}", f"{y}.{m}.{d}", f"{d} {ka} {y}", f"{d} {ka}, {y}", f"{d} {short} {y}",
        f"{y} წლის {d} {ka}", f"{d} {ka.removesuffix('ი')}ს {y}", f"{y} წლის {d} {of}",
        f"{d} {en} {y}", f"{en} {d}, {y}", f"{en[:3]} {d} {y}", f"{d} {en.upper()} {y}",
        f"{georgian(d)} {ka} {y}",
    ):  # fmt: skip
        assert day(said, TODAY) == meant, said


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_a_day_without_a_year_is_of_the_current_one(meant: date):
    said = f"{meant.day} {MONTHS_KA[meant.month - 1]}"
    assert day(said, TODAY) == day(f"{meant.day}.{meant.month}", TODAY) == meant
    born = day(said, TODAY, past=True)
    assert born is not None and born <= TODAY < born + timedelta(days=366)


@pytest.mark.parametrize(
    ("said", "meant", "born"),
    [
        ("05/12/26", "2026-12-05", "1926-12-05"),
        ("1.1.36", "2036-01-01", "1936-01-01"),
        ("1.1.37", "1937-01-01", "1937-01-01"),
        ("12.03.85", "1985-03-12", "1985-03-12"),
        ("29.2.24", "2024-02-29", "2024-02-29"),
        ("29.2", None, "2024-02-29"),
    ],
)
def test_a_year_of_two_digits_is_near_and_of_a_birth_date_past(said, meant, born):
    assert [day(said, TODAY), day(said, TODAY, past=True)] == [
        each and date.fromisoformat(each) for each in (meant, born)
    ]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("დღეს", 0), ("გუშინ", -1), ("ხვალ", 1), ("ზეგ", 2), ("გუშინწინ", -2), ("Today", 0),
        ("yesterday.", -1), ("tomorrow", 1), ("dges", 0), ("xval", 1),
    ],
)  # fmt: skip
def test_days_are_told_from_today(said, days):
    assert day(said, TODAY) == TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    "said",
    ["31.2.2026", "13.13.2026", "5", "5 12", "დეკემბერი", "5 თვე", "5-6 დეკემბერი", "5.12.202",
     "5 დეკემბერი 5 მარტი", "1.1.9999", "ორშაბათს", ""],
)  # fmt: skip
def test_what_is_no_day_is_none(said):
    assert day(said, TODAY) is None


@given(st.times())
def test_every_time_reads_back(at):
    meant = f"{at:%H:%M}"
    for mark in (":", ".", " ", "-", " : "):
        assert hour(f"{at.hour}{mark}{at.minute:02}") == meant
    assert hour(f"{at:%I:%M %p}") == hour(f"{at:%I.%M%p}") == meant
    assert hour(f"{at.hour} საათი და {at.minute:02} წუთი") == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("6 საათი", "06:00"), ("საღამოს 6", "18:00"), ("saghamos 6", "18:00"), ("7 pm", "19:00"),
        ("7 p.m.", "19:00"), ("საღამოს შვიდ საათზე", "19:00"), ("დილის 8", "08:00"),
        ("დღის 2 საათი", "14:00"), ("ღამის 2", "02:00"), ("ღამის 11", "23:00"), ("12 am", "00:00"),
        ("ღამის 12", "00:00"), ("შუადღე", "12:00"), ("noon", "12:00"), ("18", "18:00"),
        ("seven in the evening", "19:00"), ("7 o'clock", "07:00"), ("საღამოს 18:30", "18:30"),
    ],
)  # fmt: skip
def test_hours_are_told_with_their_part_of_the_day(said, meant):
    assert hour(said) == meant


@pytest.mark.parametrize(
    "said",
    ["", "24:00", "18:60", "25", "საღამოს 2", "დილის 12", "ნახევარი", "შვიდის ნახევარი", "1830",
     "5 ან 6", "5 pm 6", "დილის საღამოს 6", "5.12.2026"],
)  # fmt: skip
def test_what_is_no_hour_is_none(said):
    assert hour(said) is None


@given(DAYS, st.times())
def test_every_day_with_its_hour_reads_back(on: date, at):
    meant = f"{on.isoformat()}T{at:%H:%M}"
    clock = f"{at.hour}:{at.minute:02}"
    for said in (
        f"{on:%d.%m.%Y} {clock}", f"{on:%d/%m/%Y}, {clock}", f"{on.isoformat()}T{at:%H:%M}",
        f"{on.day} {MONTHS_KA[on.month - 1]} {on.year}, {clock}", f"{clock} {on:%d.%m.%Y}",
    ):  # fmt: skip
        assert day_and_hour(said, TODAY) == meant, said


def test_a_day_and_an_hour_in_words():
    assert day_and_hour("ხვალ საღამოს 6 საათზე", TODAY) == "2026-11-29T18:00"
    assert day_and_hour("tomorrow at 7 pm", TODAY) == "2026-11-29T19:00"
    for half in ("ხვალ", "18:30", "5.12.2026", "5 12 18", "ხვალ მოვალ"):
        assert day_and_hour(half, TODAY) is None


PIECES = st.lists(
    st.sampled_from([*"0123456789.,:-/' \n\t²½", "ას", "ორ", "და", "ნახევარი", "ხუთი", "and",
                     "half", "hundred", "დეკ", "may", "pm", "საათი", "-", "minus", "a", "2026"]),
    max_size=30,
)  # fmt: skip


@given(st.one_of(st.text(), PIECES.map("".join), PIECES.map(" ".join)))
def test_no_text_raises(said):
    for found in numbers(said):
        assert found is None or found == Decimal(canonical(found))
    on, at, both = day(said, TODAY), hour(said), day_and_hour(said, TODAY)
    assert on is None or date.fromisoformat(on.isoformat()) == on
    assert at is None or (len(at) == 5 and at < "24:00")
    assert both is None or len(both) == 16


def test_a_long_text_of_numerals_is_read_at_once():
    """Words that can be cut in many ways must not be tried in all of them."""
    for said in ("ორას" * 70 + "x", "სამოც" * 60 + "კ", "ათას" * 75, "1 " * 150, "a " * 150):
        assert one(said) is None
