"""Names on certificates: printed as they are meant, compared as people type them."""

import pytest

from bot.civic.certificate import LONGEST, compared, is_name, written


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("  ნინო   ბერიძე ", "ნინო ბერიძე"),
        ("ᲜᲘᲜᲝ ᲑᲔᲠᲘᲫᲔ", "ნინო ბერიძე"),
        ("ანა–მარია  წერეთელი", "ანა-მარია წერეთელი"),
        ("ანა - მარია", "ანა-მარია"),
        ("Shaun O’Connor", "Shaun O'Connor"),
        ("Zoe\u0308 Müller", "Zoë Müller"),
        ("Nino Beridze", "Nino Beridze"),
    ],
)
def test_a_name_is_printed_as_it_is_meant(typed, printed):
    assert written(typed) == printed
    assert is_name(printed)
    assert written(printed) == printed


@pytest.mark.parametrize(
    "typed", ["", "ა", "ნინო 2", "<b>ნინო</b>", "ნინო 🎉", "-ნინო", "n@x.ge", "ა" * (LONGEST + 1)]
)
def test_what_is_no_name_is_refused(typed):
    assert not is_name(written(typed))


def test_the_same_name_typed_otherwise_is_the_same():
    assert compared(" NINO  Beridze") == compared("Nino BERIDZE")
    assert compared("ანა–მარია") == compared("ანა - მარია")
    assert compared("ნინო ბერიძე") != compared("ნინო ბერაძე")
