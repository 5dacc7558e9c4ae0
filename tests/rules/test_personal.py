"""What is pointed out as personal data, and what is left in peace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.civic.personal import BANK, EMAIL, LINK, NAME, NUMBER, PHONE, traces


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("დამირეკეთ 599 12 34 56", PHONE, "599 12 34 56"),
        ("ტელ. +995 599-12-34-56", PHONE, "+995 599-12-34-56"),
        ("ქალაქის 0322 12 34 56-ზე", PHONE, "0322 12 34 56"),
        ("სახლში 23-45-67", PHONE, "23-45-67"),
        ("ნომერი(599)123456.", PHONE, "(599)123456"),
        ("მწერეთ nino.b@mail.ge-ზე", EMAIL, "nino.b@mail.ge"),
        ("პირადი ნომერი 01024012345", NUMBER, "01024012345"),
        ("პ/ნ 010 240 123 45", NUMBER, "010 240 123 45"),
        ("ანგარიში GE29NB0000000101904917", BANK, "GE29NB0000000101904917"),
        ("ნახეთ https://facebook.com/nino", LINK, "https://facebook.com/nino"),
        ("telegram: @ninoberidze", LINK, "@ninoberidze"),
        ("გელაშვილის სახლთან", NAME, "გელაშვილის"),
        ("გელაშვილების სახლიდან", NAME, "გელაშვილების"),
        ("მეზობელი ბერიძე", NAME, "ბერიძე"),
        ("ბერიძის ეზო", NAME, "ბერიძის"),
        ("near Gelashvili", NAME, "Gelashvili"),
    ],
)
def test_what_leads_to_somebody_is_pointed_out(text, kind, words):
    assert [(one.kind, one.words) for one in traces(text)] == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "გზა 2026-11-28-მდე გაკეთდება, 28.11.2026 14:30-ზე შევხვდებით",
        "ბიუჯეტი 250 000 000 ლარია, ჩვენი წილი 15 000",
        "სკოლა №12, 45-ე კორპუსი, 26 მაისის ქუჩა 5",
        "სამი შვილი მყავს, შვილები და შვილიშვილები სკოლაში დადიან",
        "1200.50 ლარი გადავიხადე",
        "",
    ],
)
def test_days_sums_and_houses_are_no_people(text):
    assert traces(text) == []


def test_the_same_twice_is_one_and_the_order_is_the_text_s():
    found = traces("599123456, a@b.ge, 599123456")
    assert [one.words for one in found] == ["599123456", "a@b.ge"]


@given(st.integers(0, 99_999_999), st.sampled_from(["", " ", "-", "."]), st.text(max_size=30))
def test_no_mobile_number_hides_among_other_words(number, by, around):
    digits = f"5{number:08d}"
    written = by.join((digits[:3], digits[3:5], digits[5:7], digits[7:]))
    words = "".join(letter for letter in around if letter.isalpha())
    assert any(one.kind == PHONE for one in traces(f"{words} {written} {words}"))


@given(st.text(max_size=300))
def test_nothing_that_people_write_breaks_it(text):
    assert all(one.words.strip() for one in traces(text))
