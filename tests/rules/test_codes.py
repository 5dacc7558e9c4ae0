"""Codes: random, typeable, forgiving."""

import re

import pytest

from bot.civic.codes import (
    ALPHABET,
    CLEAR,
    check_code,
    is_one_time_code,
    is_receipt,
    new_one_time_code,
    new_receipt,
    new_short_code,
    normalise,
    read_back,
)
from bot.words import looks_like_code


def test_receipts_are_grouped_and_differ():
    receipts = {new_receipt() for _ in range(500)}
    assert all(looks_like_code(receipt) for receipt in receipts)
    assert len(receipts) == 500
    assert all(looks_like_code(r) and is_receipt(r) for r in receipts)
    assert all(re.fullmatch("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", r) for r in receipts)


@pytest.mark.parametrize("typed", ["7k9anfmj", " 7K9A NFMJ ", "7k9a–nfmj", "7K9A-NFMJ"])
def test_a_typed_receipt_is_recognised(typed):
    assert normalise(typed) == "7K9A-NFMJ"


def test_look_alikes_are_mended():
    assert normalise("oil-u") == "011V"


@pytest.mark.parametrize("letters", [False, True])
@pytest.mark.parametrize("length", [4, 6, 8, 10])
def test_codes_are_their_own_normal_form(length, letters):
    for _ in range(100):
        code = new_short_code(length, letters)
        assert normalise(code) == code == normalise(code.lower().replace("-", " "))
        assert len(code.replace("-", "")) == length


def test_short_codes_are_digits_and_never_begin_with_zero():
    codes = [new_short_code() for _ in range(300)]
    assert all(re.fullmatch("[1-9][0-9]{5}", code) for code in codes)


def test_letters_that_look_alike_are_not_given_out():
    assert not set("01258BDILOQSUVZ") & set(CLEAR)


def test_a_one_time_code_cannot_be_taken_for_a_word():
    for _ in range(100):
        code = new_one_time_code()
        assert is_one_time_code(code)
        assert normalise(code.lower().replace("-", " ")) == code
        assert any(character.isdigit() for character in code)


@pytest.mark.parametrize("code", ["438120", "7K9A", "7K9ANFMJ", "7K9A-NFM", "0K9A-NFMJ", "-", ""])
def test_other_codes_have_another_form(code):
    assert not is_one_time_code(code)


def test_a_check_code_is_the_beginning_of_its_digest():
    assert check_code(bytes(32)) == "0000-0000"
    assert check_code(b"\xff" * 32) == "ZZZZ-ZZZZ"
    assert check_code(bytes([0, 0, 0, 0, 33, 9])) == "0000-0011"
    assert set(check_code(bytes(range(1, 6)))) <= {*ALPHABET, "-"}


def test_a_russian_keyboard_types_the_same_code():
    assert normalise("7к9а нмт0") == "7K9A-HMT0"


def test_what_is_no_code_is_read_back_as_it_was_typed():
    assert read_back(" 7k9a nfmj") == "7K9A-NFMJ"
    assert read_back("  კოდი  არ ვიცი ") == "კოდი არ ვიცი"
