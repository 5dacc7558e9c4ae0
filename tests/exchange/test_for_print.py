"""Names and codes are read with care: nobody can look at them again."""

import pytest

from bot.exchange.for_print import BadTable, read_codes, read_names


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_names_by_number(mark: str) -> None:
    file = f"Name{mark}Number{mark}x\n ნინო {mark}7{mark}\n\nგია{mark}12{mark}y\n"
    assert read_names(b"\xef\xbb\xbf" + file.encode()) == {7: "ნინო", 12: "გია"}


def test_codes_as_they_were_made() -> None:
    file = b"serial,zone,code\n1,north,4829-1053-7716\n2,,1111-2222-3333\n"
    assert read_codes(file) == [(1, "north", "4829-1053-7716"), (2, "", "1111-2222-3333")]


@pytest.mark.parametrize(
    ("file", "problems"),
    [
        ("", ["row 1: no column number", "row 1: no column name"]),
        ("number,name\na,ნინო\n", ["row 2: number 'a' is not a number"]),
        ("number,name\n7,ნინო\n7,გია\n", ["row 3: number 7 is also in row 2"]),
        ("number,name\n7,\n8\n", ["row 2: no name", "row 3: no name"]),
    ],
)
def test_every_problem_names_its_row(file: str, problems: list[str]) -> None:
    with pytest.raises(BadTable) as bad:
        read_names(file.encode())
    assert bad.value.problems == problems


def test_a_card_without_a_code_is_not_printed() -> None:
    with pytest.raises(BadTable, match="row 2: no code"):
        read_codes(b"serial,zone,code\n1,,\n")


def test_another_encoding_is_told() -> None:
    with pytest.raises(BadTable, match="row 2: not UTF-8"):
        read_names(b"number,name\n7,\xc0\n")
