"""The template: an example of everything, in the languages asked for."""

import pytest

from bot.civic.survey.form import ASKED, Kind
from bot.exchange.xlsform import template
from bot.exchange.xlsform.reader import examine
from bot.exchange.xlsform.template_texts import MESSAGES, ROWS


@pytest.mark.parametrize("codes", [template.LANGUAGES, ("ka",), ("en", "ka"), ("ru", "ka", "hy")])
def test_it_is_a_form_without_a_single_remark(codes):
    reading = examine(template.make(codes), "template.xlsx")
    assert (reading.problems, reading.notes) == ((), ())
    assert reading.languages == codes
    assert reading.askable == reading.rows


def test_it_has_every_kind():
    form = examine(template.make(), "template.xlsx").form
    kinds = {item.kind for item in form.walk()}
    assert kinds == ASKED | set(Kind)
    assert all(set(item.label) == {*template.LANGUAGES} for item in form.walk() if item.label)


def test_its_columns_are_those_of_the_guide():
    headings = [template.heading(code) for code in template.LANGUAGES]
    assert headings == [
        "Georgian (ka)",
        "English (en)",
        "Azerbaijani (az)",
        "Armenian (hy)",
        "Russian (ru)",
    ]


def test_a_language_that_we_have_no_words_in_is_left_to_the_author():
    reading = examine(template.make(("ka", "fr")), "template.xlsx")
    assert (reading.languages, reading.notes) == (("ka",), ())
    assert examine(template.make(("fr",)), "template.xlsx").languages == ("fr",)


def test_an_unknown_language():
    with pytest.raises(template.UnknownLanguage, match="xx"):
        template.make(("ka", "xx"))


def test_messages_belong_to_rows():
    assert set(MESSAGES) <= {row["name"] for row in ROWS}
