"""Everything that can be found in a workbook has its words in both languages of the bot."""

from functools import partial
from string import Formatter

import pytest

from bot.exchange.xlsform.problems import Problem, Repair
from bot.exchange.xlsform.sentences import SENTENCES, Code
from bot.exchange.xlsform.types import WHY
from bot.messages import plain
from bot.texts import Texts
from handlers.parts import xlsform_words as words
from handlers.parts.xlsform_ids import IDS

TEXTS = Texts()
LANGUAGES = ("ka", "en")


def details(code: Code) -> dict[str, str]:
    """What the English sentence of a code asks for."""
    names = {name for _, name, _, _ in Formatter().parse(SENTENCES[code]) if name}
    if "reason" in names:
        names.add("why")
    return {name: "12" for name in names} | {"at": "12", "name": "q", "detail": "x"}


@pytest.mark.parametrize("code", Code)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_words(language: str, code: Code):
    told = words.said(partial(TEXTS.text, language), code.value, details(code))
    assert len(plain(told)) > 10


def test_no_word_is_for_a_code_that_is_gone():
    assert IDS.keys() == {code.value for code in Code}
    assert len(set(IDS.values())) == len(IDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_repair_has_its_words(language: str):
    told = words.repairs(partial(TEXTS.text, language), [repair.value for repair in Repair])
    assert len(told.splitlines()) == len(Repair)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_its_words(language: str):
    text = partial(TEXTS.text, language)
    told = {
        words.said(text, "left-out", {"type": "file", "why": why})
        for why in {*WHY.values(), "outside"}
    }
    assert len(told) == len(set(WHY.values())) + 1


def test_a_problem_is_told_by_its_place_and_more_are_counted():
    found = [
        Problem(Code.NO_LABEL, "survey", row, "label", {"name": "ა" * 300}).to_json()
        for row in range(2, 15)
    ]
    told = plain(words.page(partial(TEXTS.text, "ka"), words.first(found), len(found)))
    assert told.startswith("• ფურცელი survey, სტრიქონი 2, სვეტი label\nკითხვას „ააა")
    assert "სტრიქონი 11" in told and "სტრიქონი 12" not in told
    assert told.endswith("და კიდევ 3.")
    assert len(told) < 2500


def test_what_is_wrong_with_the_file_has_no_place_and_cells_are_no_markup():
    locked = Problem(Code.PASSWORD).to_json()
    bad = Problem(Code.UNKNOWN_TYPE, "survey", 2, "type", {"type": "<b>&"}).to_json()
    told = words.page(partial(TEXTS.text, "en"), words.first([locked, bad]), 2)
    assert told.splitlines()[0] == "• The file is locked by a password. Save it without one."
    assert "&lt;b&gt;&amp;" in told
