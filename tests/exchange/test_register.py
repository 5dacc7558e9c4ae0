"""A register of voters as spreadsheets save it: read rightly or refused by row."""

import pytest

from bot.civic.voters import BadRegister, Flaw, Problem
from bot.exchange.register import read_register

VILLAGES = {"ზემო": 1, "1": 1, "ქვემო": 2, "2": 2}
GEORGIAN = "№;სახელი, გვარი;პირადი ნომერი;სოფელი;დაბადების წელი\n"
ROWS = "7;ნინო ბერიძე;01000000001;ზემო;1980\n9;გია კახიძე;01000000002;2;05.03.2011\n"


def read(text, encoding="utf-8"):
    return read_register(text.encode(encoding), VILLAGES)


def problems(text, encoding="utf-8"):
    with pytest.raises(BadRegister) as bad:
        read(text, encoding)
    return list(bad.value.problems)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_georgian_headers_in_every_encoding_and_with_every_delimiter(encoding, delimiter):
    text = (GEORGIAN.replace(", ", " ") + ROWS).replace(";", delimiter).replace("\n", "\r\n")
    found = read(text, encoding)
    assert [(v.number, v.proves, v.value, v.settlement, v.born) for v in found] == [
        (7, "number", "01000000001", 1, 1980),
        (9, "number", "01000000002", 2, 2011),
    ]


def test_english_headers_and_telephones():
    found = read("Name,Phone,Settlement\nNino,+995 599 12 34 56,1\nGia,0599123457,2\n")
    assert [(v.number, v.proves, v.value) for v in found] == [
        (0, "phone", "+995599123456"),
        (0, "phone", "+995599123457"),
    ]


def test_beside_a_personal_number_a_telephone_is_not_read():
    [found] = read("personal number,phone\n01000000001,nonsense\n")
    assert (found.proves, found.value) == ("number", "01000000001")


def test_another_encoding_is_refused_by_its_row():
    text = "personal number;name\n01000000001;Nino\n01000000002;Гия\n"
    assert problems(text, "cp1251") == [Problem(3, Flaw.ENCODING)]


def test_every_row_to_mend_is_named_at_once():
    rows = "7;x;1000000001;ზემო;1980\n8;y;01000000002;სხვა;80\n\n8;z;01000000002;;1980\n0;w;;1;\n"
    assert problems(GEORGIAN.replace(",", "") + rows) == [
        Problem(2, Flaw.PERSONAL, "personal"),
        Problem(3, Flaw.SETTLEMENT, "settlement"),
        Problem(3, Flaw.BORN, "born"),
        Problem(5, Flaw.EMPTY, "settlement"),
        Problem(5, Flaw.TWICE, "personal", 3),
        Problem(5, Flaw.TWICE, "number", 3),
        Problem(6, Flaw.NUMBER, "number"),
        Problem(6, Flaw.EMPTY, "personal"),
    ]


def test_a_telephone_written_in_two_ways_is_one_voter():
    assert problems("phone\n599123456\n+995 599 12 34 56\n") == [Problem(3, Flaw.TWICE, "phone", 2)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", Problem(1, Flaw.COLUMN, "personal")),
        ("name;village\nNino;1\n", Problem(1, Flaw.COLUMN, "personal")),
        ("phone;mobile\n1;2\n", Problem(1, Flaw.DOUBLED, "phone")),
        ("phone\n", Problem(0, Flaw.NO_ROWS)),
        ('phone\n"599\n', Problem(2, Flaw.QUOTES)),
    ],
)
def test_a_file_that_is_no_register_is_refused(text, found):
    assert problems(text) == [found]


def test_no_problem_repeats_a_number():
    bad = problems("personal number\n01000000001\n01000000001\n9912345\n")
    assert "01000000001" not in repr(bad) and "9912345" not in repr(bad)
