"""Everything wrong is told at once, by sheet, row and column, and mended only on request."""

import pytest

from bot.exchange.xlsform import BadForm, Code, Problem, Repair, read
from bot.exchange.xlsform.problems import Place
from bot.exchange.xlsform.sentences import SENTENCES
from tests.support.xlsforms import choices, form, items, notes, places, problems, survey

LIST = choices("l | a | A")


@pytest.mark.parametrize(
    ("rows", "code", "row", "column", "repair"),
    [
        ("| a | A", Code.NO_TYPE, 2, "type", None),
        ("wish | a | A", Code.UNKNOWN_TYPE, 2, "type", None),
        ("begin group extra | a | A", Code.UNKNOWN_TYPE, 2, "type", None),
        ("Text | a | A", Code.MISSPELT_TYPE, 2, "type", Repair.TYPES),
        ("select-one l | a | A", Code.MISSPELT_TYPE, 2, "type", Repair.TYPES),
        ("text | | A", Code.NO_NAME, 2, "name", Repair.NAMES),
        ("text | my name | A", Code.BAD_NAME, 2, "name", Repair.NAMES),
        ("text | 1st | A", Code.BAD_NAME, 2, "name", Repair.NAMES),
        ("text | a | A\ntext | a | B", Code.DOUBLE_NAME, 3, "name", Repair.NAMES),
        ("text | a |", Code.NO_LABEL, 2, "label", Repair.LABELS),
        ("select_one | a | A", Code.NO_LIST, 2, "type", None),
        ("select_one m | a | A", Code.UNKNOWN_LIST, 2, "type", None),
        ("calculate | a |\ntext | b | B", Code.NO_CALCULATION, 2, "calculation", None),
        ("text | a | A\nend group | |", Code.LONE_END, 3, "type", None),
        ("begin group | g | G\ntext | a | A", Code.LONE_BEGIN, 2, "type", None),
        ("note | a | A", Code.NO_QUESTIONS, 1, "", None),
        (
            "begin loop over l | a | A\ntext | b | B\nend loop | |",
            Code.UNSUPPORTED,
            2,
            "type",
            None,
        ),
        ("file | a | A\ntext | b | Heard ${a}?", Code.REFERRED, 2, "type", None),
        ("select_one სია | a | A", Code.UNKNOWN_LIST, 2, "type", None),
        ("ტექსტი | a | A", Code.UNKNOWN_TYPE, 2, "type", None),
        ("text | a | ${nobody}", Code.F_UNKNOWN_NAME, 2, "label", None),
    ],
)
def test_problems_by_row(rows, code, row, column, repair):
    table = survey(rows + "\ntext | last | Last" if code is not Code.NO_QUESTIONS else rows) + LIST
    found = problems(table)
    assert places(found)[:1] == [(code, "survey", row, column)]
    assert found[0].repair is repair
    if repair:
        assert form(table, repairs=[repair])


def test_a_group_closed_by_the_end_of_a_repeat():
    rows = "begin group | g | G\ntext | a | A\nend repeat | | \nend group | |"
    [problem] = problems(survey(rows))
    assert places([problem]) == [(Code.LONE_END, "survey", 4, "type")]
    assert "the group g of row 2 is open" in problem.sentence


@pytest.mark.parametrize("parameters", ["start=a", "start=5 end=1", "step=0", "end=2,5", "wide"])
def test_ranges_that_cannot_be(parameters):
    table = survey(f"range | a | A | {parameters}", "type | name | label | parameters")
    assert places(problems(table)) == [(Code.PARAMETERS, "survey", 2, "parameters")]


@pytest.mark.parametrize("word", ["დიახ", "oui", "Да"])
def test_yes_in_another_language(word):
    table = survey(f"text | a | A | {word}", "type | name | label | required")
    assert places(problems(table)) == [(Code.YES_OR_NO, "survey", 2, "required")]


def test_a_question_whose_label_stands_in_a_refused_column_has_words():
    header = "type | name | label | label::Georgian (ka)"
    found = problems(survey("text | a | What? |\ntext | b | | რა?\ntext | c | |", header))
    assert places(found) == [
        (Code.MIXED, "survey", 1, "label"),
        (Code.NO_LABEL, "survey", 4, "label"),
    ]


def test_or_other_and_a_filter():
    table = survey("select_one l or_other | a | A | x = 1", "type | name | label | choice_filter")
    assert places(problems(table + LIST)) == [(Code.OTHER_FILTERED, "survey", 2, "choice_filter")]


def test_groups_nested_too_deep():
    rows = "\n".join(f"begin group | g{number} | G" for number in range(21))
    assert problems(survey(rows))[0].code is Code.NESTED


def test_all_problems_come_at_once_and_in_order():
    rows = "wish | a | A\ntext | b |\nText | c | C\ntext | d d | D"
    found = problems(survey(rows) + choices("l | | A"))
    assert [(problem.sheet, problem.row) for problem in found] == [
        ("survey", 2), ("survey", 3), ("survey", 4), ("survey", 5), ("choices", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "lacking"),
    [
        (survey("a | A", "name | label"), "type"),
        (survey("text | A", "type | label"), "name"),
        (survey("text | a", "type | name"), "label"),
    ],
)
def test_columns_that_must_be_there(table, lacking):
    assert places(problems(table)) == [(Code.NO_COLUMN, "survey", 1, lacking)]


def test_the_survey_sheet_must_be_there():
    table = survey("text | a | A").replace("survey", "surveys") + LIST
    [problem] = problems(table)
    assert (problem.code, problem.details) == (Code.NO_SHEET, {"sheets": "surveys, choices"})


def test_a_column_that_is_there_twice():
    table = survey("text | a | A | x = 1 | x = 2", "type | name | label | relevant | relevance")
    [problem] = problems(table)
    assert places([problem]) == [(Code.DOUBLE_COLUMN, "survey", 1, "relevance")]


TWICE = "l | a | A | up\nl | a | A | up\nl | a | B | up\nl | a_2 | C | up"
FILTERED = survey("select_one l | x | X | part = 'up'", "type | name | label | choice_filter")


def test_double_choices_are_dropped_or_numbered_on_request():
    table = FILTERED + choices(TWICE, "list_name | name | label | part")
    assert places(problems(table)) == [
        (Code.DOUBLE_CHOICE, "choices", 3, "name"),
        (Code.DOUBLE_CHOICE, "choices", 4, "name"),
    ]
    options = form(table, repairs=[Repair.CHOICES]).lists["l"]
    assert [(option.id, option.label["en"]) for option in options][:2] == [("a", "A"), ("a_2", "B")]


def test_double_choices_that_the_settings_allow():
    settings = "\n| settings |\n| | allow_choice_duplicates |\n| | yes |"
    table = survey("select_one l | x | X") + choices("l | a | A\nl | a | B") + settings
    assert [option.id for option in form(table).lists["l"]] == ["a", "a"]


def test_choices_without_a_name_a_label_or_a_list():
    table = survey("select_one l | x | X") + choices("l | | A\nl | b | B")
    assert places(problems(table)) == [(Code.CHOICE_NAME, "choices", 2, "name")]
    table = survey("select_one l | x | X") + choices("l | b |\n| c | C")
    assert form(table).lists["l"][0].label == {"en": "b"}
    assert notes(table, Code.CHOICE_LABEL)[0].row == 2
    assert notes(table, Code.CHOICE_LIST)[0].row == 3


def test_blanks_in_names_of_choices_cut_picks_in_two():
    listed = choices("l | big road | A\nl | b | B")
    assert form(survey("select_one l | x | X") + listed)
    table = survey("select_multiple l | x | X") + listed
    [problem] = problems(table)
    assert (problem.code, problem.row, problem.repair) == (Code.CHOICE_BLANKS, 2, Repair.CHOICES)
    assert form(table, repairs=[Repair.CHOICES]).lists["l"][0].id == "big_road"


def test_a_blank_name_that_an_expression_means_is_not_mended():
    rows = "select_multiple l | x | X |\ntext | y | Y | selected(${x}, 'big road')"
    table = survey(rows, "type | name | label | relevant") + choices("l | big road | A")
    [problem] = problems(table, repairs=list(Repair))
    assert (problem.code, problem.repair) == (Code.CHOICE_BLANKS, None)


def test_mended_names_are_followed_by_what_refers_to_them():
    rows = "text | my name | A |\ntext | b | Hello ${my name} | ${my name} != ''"
    table = survey(rows, "type | name | label | relevant")
    b = items(table, repairs=[Repair.NAMES])["b"]
    assert (b.label["en"], b.relevant) == ("Hello ${my_name}", "${my_name} != ''")


def test_names_taken_in_another_group_are_told_unless_an_expression_means_them():
    rows = """
        begin group | g | G |
        text | why | Why? |
        end group | | |
        begin group | h | H |
        text | why | Why? |
        end group | | |
    """
    header = "type | name | label | relevant"
    assert notes(survey(rows, header), Code.RENAMED)[0].details["new"] == "why_6"
    assert "why_6" in items(survey(rows, header))
    table = survey(rows + "text | z | Z | ${why} = 'a'", header)
    assert places(problems(table)) == [(Code.DOUBLE_NAME, "survey", 6, "name")]


def test_a_group_gives_way_to_the_question_of_its_name():
    rows = """
        begin group | place | The place |
        text | place | Where? |
        end group | | |
        text | z | Z | ${place} = 'a'
    """
    found = form(survey(rows, "type | name | label | relevant"))
    assert [(item.name, item.row) for item in found.walk()] == [
        ("place_2", 2),
        ("place", 3),
        ("z", 5),
    ]


def test_repairs_are_told():
    from bot.exchange.xlsform.reader import examine

    reading = examine(survey("Text | a | A").encode(), "x.md", [Repair.TYPES])
    assert places(reading.repaired) == [(Code.MISSPELT_TYPE, "survey", 2, "type")]
    assert type(reading).from_json(reading.to_json(), reading.written) == reading


def test_what_is_raised_holds_everything():
    with pytest.raises(BadForm) as raised:
        read(survey("Text | a |").encode(), "x.md")
    assert [problem.code for problem in raised.value.problems] == [
        Code.MISSPELT_TYPE,
        Code.NO_LABEL,
    ]


def test_every_code_has_a_sentence_and_every_problem_survives_json():
    assert set(SENTENCES) == set(Code)
    problem = Place("survey", 3, "name").of(Code.DOUBLE_NAME, {"name": "a", "other": 2})
    assert Problem.from_json(problem.to_json()) == problem
    assert str(problem) == "survey, row 3, column name: the name a is taken by row 2"


def test_columns_are_called_as_in_the_sheet():
    header = "type | NAME | Label::Georgian (ka) | label::English (en)"
    table = survey("text | a | ა |\ntext | a | ბ | B", header)
    assert [problem.column for problem in problems(table)] == ["NAME"]
    found = notes(table, Code.UNTRANSLATED, repairs=[Repair.NAMES])
    assert [(note.row, note.column) for note in found] == [(2, "label::English (en)")]
