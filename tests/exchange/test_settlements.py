"""A municipality's own list of settlements."""

import pytest

from bot.exchange.settlements import (
    BadSettlements,
    Flaw,
    Kind,
    Problem,
    Settlement,
    read_settlements,
)

HEADER = "name_ka,name_en,kind,code\n"


def problems(data):
    with pytest.raises(BadSettlements) as caught:
        read_settlements(data)
    return list(caught.value.problems)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_lists_as_spreadsheets_save_them(delimiter, newline, encoding):
    rows = ["name_ka,name_en,kind,code", "ჯვარი,Jvari,ქალაქი,01", "", "ლია,,Village,02", ",,,"]
    data = newline.join(rows).replace(",", delimiter).encode(encoding)
    assert read_settlements(data) == [
        Settlement("ჯვარი", "Jvari", Kind.CITY, "01"),
        Settlement("ლია", "", Kind.VILLAGE, "02"),
    ]


def test_columns_in_another_order_and_extra_ones():
    data = "code,note,Kind,name_en,name_ka\n7,x,დაბა,Abc,აბგ\n"
    assert read_settlements(data.encode()) == [Settlement("აბგ", "Abc", Kind.TOWN, "7")]


def test_a_cell_may_hold_the_delimiter():
    data = HEADER + '"ლია, ზედა",Lia,village,1\n'
    assert read_settlements(data.encode())[0].name_ka == "ლია, ზედა"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [Problem(1, Flaw.COLUMN, c) for c in ("name_ka", "name_en", "kind", "code")]),
        ("name_ka,kind,code\nა,village,1\n", [Problem(1, Flaw.COLUMN, "name_en")]),
        (HEADER, [Problem(0, Flaw.NO_ROWS)]),
        (HEADER + "ა,A,village\n", [Problem(2, Flaw.EMPTY, "code")]),
        (HEADER + "ა,A,hamlet,1\n", [Problem(2, Flaw.KIND, "kind", "hamlet")]),
        (HEADER + "ა,A,village,1\nბ,B,town,1\n", [Problem(3, Flaw.TWICE, "code", "1")]),
        (HEADER + "ა,A,village,1\n\nა,B,town,2\n", [Problem(4, Flaw.TWICE, "name_ka", "ა")]),
        (HEADER + '"ა,A,village,1\n', [Problem(2, Flaw.QUOTES)]),
    ],
)
def test_problems_name_the_row(text, expected):
    assert problems(text.encode()) == expected


def test_all_problems_are_told_at_once():
    found = problems((HEADER + ",A,village,1\nბ,B,hut,1\n").encode())
    assert [(problem.row, problem.flaw) for problem in found] == [
        (2, Flaw.EMPTY),
        (3, Flaw.KIND),
        (3, Flaw.TWICE),
    ]


def test_another_encoding_is_named_by_its_row():
    data = HEADER.encode() + "ა,A,village,1\n".encode() + "ბ,B,town,2\n".encode("utf-16-le")
    assert problems(data)[0] == Problem(3, Flaw.ENCODING)
