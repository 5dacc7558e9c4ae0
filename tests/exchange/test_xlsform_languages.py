"""Which column is in which language, and what would be lost."""

import pytest

from bot.exchange.xlsform import Code, Repair
from bot.exchange.xlsform.languages import code_of, guess
from tests.support.xlsforms import form, items, notes, places, problems, survey

KA = "label::Georgian (ka)"
EN = "label::English (en)"
MIXED = (Code.MIXED, "survey", 1)


def sheet(*columns: str, default: str = "", texts: str = "Hello | გამარჯობა") -> str:
    cells = texts.split("|")[: len(columns)]
    table = survey(" | ".join(["text | a", *cells]), " | ".join(["type", "name", *columns]))
    settings = f"\n| settings |\n| | default_language |\n| | {default} |"
    return table + settings if default else table


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Georgian (ka)", "ka"),
        ("Georgian(ka)", "ka"),
        ("ka", "ka"),
        ("KA", "ka"),
        ("ქართული", "ka"),
        ("Indonesian(id)", "id"),
        ("english", "en"),
        ("English [en]", "en"),
        ("English (US)", "en"),
        ("Portuguese (Brazil)", "pt"),
        ("pt-BR", "pt"),
        ("Français", "fr"),
        ("Dari", "prs"),
        ("Swahili(sw)", "sw"),
        ("chinese", "zh"),
        ("kat", "ka"),
        ("Mingrelian (xmf)", "xmf"),
        ("Klingon (tlh)", "tlh"),
        ("Klingon", None),
        ("abc", None),
        ("language 2", None),
    ],
)
def test_codes_of_languages(written, code):
    assert code_of(written, {}) == code


def test_who_was_asked_knows_best():
    assert code_of("  My   Words ", {"my words": "ka"}) == "ka"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("რა გჭირდებათ? WC?", "ka"),
        ("Ի՞նչ է պետք", "hy"),
        ("Что нужно?", "ru"),
        ("Nə lazımdır? Kəndiniz üçün", "az"),
        ("What is needed?", "en"),
        ("", "en"),
    ],
)
def test_letters_tell_the_language_of_plain_texts(text, code):
    assert guess(text) == code


def test_both_languages_survive():
    label = items(sheet(KA, EN, texts="გამარჯობა | Hello"))["a"].label
    assert label == {"ka": "გამარჯობა", "en": "Hello"}


@pytest.mark.parametrize(
    "columns",
    [
        (KA, "label"),
        ("label", KA),
        ("label:ka", "label"),
        ("label", "label:ka"),
    ],
)
def test_a_plain_column_beside_a_translated_one_is_refused(columns):
    [problem] = problems(sheet(*columns))
    assert places([problem]) == [(*MIXED, "label")]
    assert problem.details["wanted"] in ("en", "ka")


def test_a_plain_column_first_is_the_default_language():
    label = items(sheet("label", KA, default="English (en)"))["a"].label
    assert label == {"en": "Hello", "ka": "გამარჯობა"}


def test_a_plain_column_last_is_refused_but_can_be_mended():
    table = sheet(KA, "label", default="en", texts="გამარჯობა | Hello")
    [problem] = problems(table)
    assert (problem.code, problem.repair) == (Code.MIXED, Repair.COLUMNS)
    label = items(table, repairs=[Repair.COLUMNS])["a"].label
    assert label == {"en": "Hello", "ka": "გამარჯობა"}


@pytest.mark.parametrize("columns", [("label", KA), (KA, "label")])
def test_two_texts_for_the_default_language_cannot_be_mended(columns):
    [problem] = problems(sheet(*columns, default="Georgian (ka)"), repairs=list(Repair))
    assert (problem.code, problem.repair) == (Code.MIXED, None)
    assert problem.details["wanted"] == "en"


def test_the_guessed_language_is_mended_on_request_only():
    table = sheet(KA, "label", texts="გამარჯობა | Hello")
    assert items(table, repairs=[Repair.COLUMNS])["a"].label["en"] == "Hello"
    assert items(table, answers={"default": "fr"})["a"].label["fr"] == "Hello"


def test_single_colons_alone_are_read():
    assert items(sheet("label:English", "label:ka"))["a"].label["en"] == "Hello"


def test_a_single_colon_beside_double_ones_is_refused():
    table = sheet("label:en", "hint::Georgian (ka)")
    [problem] = problems(table)
    assert places([problem]) == [(Code.COLON, "survey", 1, "label:en")]
    assert items(table, repairs=[Repair.COLUMNS])["a"].label["en"] == "Hello"


@pytest.mark.parametrize("name", ["hint", "constraint_message", "required_message"])
def test_other_texts_are_guarded_too(name):
    table = sheet(EN, f"{name}::English (en)", name, texts="Hello | one | two")
    assert places(problems(table)) == [(*MIXED, name)]


def test_the_choices_sheet_is_guarded_too():
    table = sheet(EN).replace("text | a", "select_one l | a")
    table += f"\n| choices |\n| | list_name | name | label | {EN} |\n| | l | x | X | X |"
    assert places(problems(table)) == [(Code.MIXED, "choices", 1, "label")]


def test_a_plain_column_without_a_translated_sibling_is_for_everybody():
    table = sheet(KA, "hint", texts="გამარჯობა | მითხარით")
    assert items(table)["a"].hint == {"ka": "მითხარით"}


def test_empty_columns_lose_nothing():
    assert form(sheet(KA, "label", texts="გამარჯობა | ")).languages == ("ka",)


def test_an_unknown_language_is_asked():
    table = sheet("label::Klingon", EN)
    [problem] = problems(table)
    assert places([problem]) == [(Code.LANGUAGE, "survey", 1, "label::Klingon")]
    assert problem.details["language"] == "Klingon"
    assert form(table, answers={"klingon": "tlh"}).languages == ("tlh", "en")


def test_an_unknown_default_language_is_asked():
    [problem] = problems(sheet("label", default="Klingon"))
    assert (problem.code, problem.sheet, problem.row) == (Code.LANGUAGE, "settings", 2)


def test_one_language_in_two_columns_is_refused():
    [problem] = problems(sheet("label::English (en)", "label::english"))
    assert (problem.code, problem.column) == (Code.DOUBLE_COLUMN, "label::english")


def test_the_default_language_is_the_first():
    assert form(sheet(EN, KA, default="ქართული")).languages == ("ka", "en")


def test_a_missing_translation_is_told_and_the_first_language_never_misses():
    header = f"type | name | {KA} | {EN}"
    table = survey("text | a | ა | A\ntext | b | | B\ntext | c | გ |", header)
    found = items(table)
    assert found["b"].label == {"ka": "B", "en": "B"}
    assert found["c"].label == {"ka": "გ"}
    told = [(note.row, *note.details.values()) for note in notes(table, Code.UNTRANSLATED)]
    assert told == [(3, "ka", "en"), (4, "en", "ka")]


def test_media_columns_are_ignored_with_a_note():
    table = sheet("label", "image::English", "media::audio", texts="Hello | a.png | b.mp3")
    assert [note.column for note in notes(table, Code.MEDIA)] == ["image::English", "media::audio"]


def test_plain_texts_are_read_by_their_letters_with_a_note():
    table = survey("text | a | რა გსურთ?")
    assert form(table).languages == ("ka",)
    assert notes(table, Code.PLAIN_LANGUAGE)[0].details == {"language": "ka"}
