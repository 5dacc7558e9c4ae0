"""Every problem and note by its code, with its sentence in English.

The codes are for ever: the chat words them in its own languages, from the same details.
"""

from collections.abc import Mapping
from enum import StrEnum


class Code(StrEnum):
    """What it is."""

    # The file.
    NOTHING = "nothing"
    TOO_LARGE = "too-large"
    EXPANDS = "expands"
    NOT_A_WORKBOOK = "not-a-workbook"
    PASSWORD = "password"
    DAMAGED = "damaged"
    ENTITIES = "entities"
    ENCODING = "encoding"
    TOO_LONG = "too-long"
    TOO_MUCH_MEMORY = "too-much-memory"
    STOPPED = "stopped"
    # Sheets and columns.
    SEVERAL = "several-workbooks"
    NO_SHEET = "no-sheet"
    NO_COLUMN = "no-column"
    NO_QUESTIONS = "no-questions"
    DOUBLE_COLUMN = "double-column"
    MIXED = "mixed-columns"
    COLON = "single-colon"
    LANGUAGE = "unknown-language"
    ERROR_VALUE = "error-value"
    NO_VALUE = "formula-without-value"
    # Rows.
    NO_TYPE = "no-type"
    UNKNOWN_TYPE = "unknown-type"
    MISSPELT_TYPE = "misspelt-type"
    NO_NAME = "no-name"
    BAD_NAME = "bad-name"
    DOUBLE_NAME = "double-name"
    NO_LABEL = "no-label"
    NO_LIST = "no-list"
    UNKNOWN_LIST = "unknown-list"
    OTHER_FILTERED = "other-filtered"
    NO_CALCULATION = "no-calculation"
    PARAMETERS = "bad-parameters"
    UNSUPPORTED = "unsupported"
    NEEDED = "unsupported-but-required"
    REFERRED = "unsupported-but-referred-to"
    LONE_END = "end-without-begin"
    LONE_BEGIN = "begin-without-end"
    NESTED = "nested-too-deep"
    CHOICE_NAME = "choice-without-name"
    CHOICE_BLANKS = "choice-name-with-blanks"
    DOUBLE_CHOICE = "double-choice"
    PYXFORM = "pyxform"
    # Expressions: `at` is the character of the cell.
    X_EMPTY = "expression-empty"
    X_TOO_LONG = "expression-too-long"
    X_TOO_DEEP = "expression-too-deep"
    X_UNKNOWN_SIGN = "expression-unknown-sign"
    X_UNCLOSED = "expression-unclosed"
    X_UNEXPECTED = "expression-unexpected"
    X_BARE_NAME = "expression-bare-name"
    YES_OR_NO = "yes-or-no"
    X_PATH = "expression-path"
    X_LAST_SAVED = "expression-last-saved"
    X_OTHER_FILE = "expression-other-file"
    X_UNKNOWN_FUNCTION = "expression-unknown-function"
    X_ARGUMENTS = "expression-arguments"
    X_ARGUMENT = "expression-argument"
    X_PATTERN = "expression-pattern"
    X_DATE_FORMAT = "expression-date-format"
    # The form as a whole.
    F_UNKNOWN_NAME = "form-unknown-name"
    F_UNKNOWN_COLUMN = "form-unknown-column"
    F_DUPLICATE = "form-duplicate"
    F_BAD_NAME = "form-bad-name"
    F_CYCLE = "form-cycle"
    F_NO_OPTIONS = "form-no-options"
    F_BLANK_IN_OPTION = "form-blank-in-option"
    F_BAD_RANGE = "form-bad-range"
    F_TOO_NESTED = "form-too-nested"
    F_TOO_MANY = "form-too-many"
    # Notes.
    F_LATER = "form-later"
    LEFT_OUT = "left-out"
    DISABLED = "disabled"
    COMMENT = "comment"
    ABOVE = "above-header"
    GRID = "grid-header"
    SILENT = "nothing-to-tell"
    STAYS_EMPTY = "stays-empty"
    READ_ONLY = "read-only"
    PROPOSED = "proposed"
    NOT_PROPOSED = "not-proposed"
    RENAMED = "renamed"
    HINT_AS_LABEL = "hint-as-label"
    CHOICE_LABEL = "choice-without-label"
    CHOICE_LIST = "choice-without-list"
    UNTRANSLATED = "untranslated"
    MEDIA = "media"
    UNREAD_COLUMN = "unread-column"
    MISSPELT_COLUMN = "misspelt-column"
    PLAIN_LANGUAGE = "plain-language"
    RANDOM = "random-order"


SENTENCES = {
    Code.NOTHING: "the file is empty",
    Code.TOO_LARGE: "the file is larger than the {most} MB that are read",
    Code.EXPANDS: "unpacked, the workbook is larger than the {most} MB that are read",
    Code.NOT_A_WORKBOOK: "this is {what}, not a workbook; save the form as .xlsx",
    Code.PASSWORD: "the workbook is locked by a password; save it without one",
    Code.DAMAGED: "the workbook is damaged and cannot be opened; save it again ({why})",
    Code.ENTITIES: "the workbook defines XML entities, as no office program does",
    Code.ENCODING: "the text is not in UTF-8",
    Code.TOO_LONG: "reading the workbook takes too long; it is refused",
    Code.TOO_MUCH_MEMORY: "reading the workbook needs too much memory; it is refused",
    Code.STOPPED: "the workbook cannot be read",
    Code.SEVERAL: "there are several workbooks in the archive ({names}); send one",
    Code.NO_SHEET: "there is no sheet named survey (there are: {sheets})",
    Code.NO_COLUMN: "the column {name} is missing",
    Code.NO_QUESTIONS: "no row of the survey asks anything",
    Code.DOUBLE_COLUMN: "the columns {other} and {header} mean the same; keep one",
    Code.MIXED: "{header} stands beside columns with a language ({others}): other programs lose "
    "one of them without a word; name its language, for example {name}::{wanted}",
    Code.COLON: "{header} has one colon where other columns have two, so other programs do not see "
    "it; write {wanted}",
    Code.LANGUAGE: "which language is {language!r}? Write it like {name}::Georgian (ka)",
    Code.ERROR_VALUE: "the formula in this cell gives {value}",
    Code.NO_VALUE: "the file has a formula here but not its value; open and save it in a "
    "spreadsheet program",
    Code.NO_TYPE: "the row has no type",
    Code.UNKNOWN_TYPE: "{type!r} is not a type of question",
    Code.MISSPELT_TYPE: "{type!r} must be written {wanted!r}",
    Code.NO_NAME: "the row has no name",
    Code.BAD_NAME: "{name!r} is not allowed as a name: a letter or _ first, then letters, digits, "
    "_ - or .",
    Code.DOUBLE_NAME: "the name {name} is taken by row {other}",
    Code.NO_LABEL: "the question {name} has no words to ask it by",
    Code.NO_LIST: "{type} must name a list of choices",
    Code.UNKNOWN_LIST: "the choices sheet has no list {list}",
    Code.OTHER_FILTERED: "or_other cannot stand beside a choice_filter",
    Code.NO_CALCULATION: "the calculation is missing",
    Code.PARAMETERS: "{parameters!r} is not understood; a range needs start, end and step as "
    "numbers, like start=1 end=10 step=1",
    Code.UNSUPPORTED: "{type} is not supported: {reason}",
    Code.NEEDED: "{type} is not supported: {reason}; and it is required",
    Code.REFERRED: "{type} is not supported: {reason}; and row {other} refers to {name}",
    Code.LONE_END: "this end closes nothing that is open; {open}",
    Code.LONE_BEGIN: "the {type} {name} is never closed",
    Code.NESTED: "groups are nested deeper than {most}",
    Code.CHOICE_NAME: "the choice has no name",
    Code.CHOICE_BLANKS: "the name {name!r} has blanks, which separate the picks of select_multiple",
    Code.DOUBLE_CHOICE: "the list {list} has the choice {name} in row {other} already",
    Code.PYXFORM: "{said}",
    Code.X_EMPTY: "the expression is empty",
    Code.X_TOO_LONG: "the expression is longer than the 2,000 characters that are read",
    Code.X_TOO_DEEP: "brackets stand too deep in one another, at character {at}",
    Code.X_UNKNOWN_SIGN: "the sign {detail!r} at character {at} is not understood",
    Code.X_UNCLOSED: "{detail!r} at character {at} is never closed",
    Code.X_UNEXPECTED: "{detail!r} cannot stand at character {at}",
    Code.X_BARE_NAME: "{detail!r} at character {at}: write a question as ${{{detail}}}, a text in "
    "quotation marks",
    Code.YES_OR_NO: "{detail!r} is not understood here; write yes or no",
    Code.X_PATH: "the path at character {at} is not understood; write ${{name}}",
    Code.X_LAST_SAVED: "answers of an earlier interview are not kept (character {at})",
    Code.X_OTHER_FILE: "{detail} looks into another file, which a chat does not have",
    Code.X_UNKNOWN_FUNCTION: "the function {detail} is not known (character {at})",
    Code.X_ARGUMENTS: "{detail} has too few or too many arguments (character {at})",
    Code.X_ARGUMENT: "{detail} needs a question or a text in quotation marks here (character {at})",
    Code.X_PATTERN: "the pattern of regex() is not understood (character {at}): {detail}",
    Code.X_DATE_FORMAT: "the date format {detail!r} is not understood (character {at})",
    Code.F_UNKNOWN_NAME: "there is no question named {detail}",
    Code.F_UNKNOWN_COLUMN: "the choices have no column {detail}",
    Code.F_DUPLICATE: "the name {name} stands twice",
    Code.F_BAD_NAME: "{name!r} is not allowed as a name",
    Code.F_CYCLE: "the calculation of {name} leads back to itself",
    Code.F_NO_OPTIONS: "the question {name} has no choices",
    Code.F_BLANK_IN_OPTION: "the choice {detail!r} has a blank in its name",
    Code.F_BAD_RANGE: "the bounds of {name} do not fit together",
    Code.F_TOO_NESTED: "groups stand too deep in one another",
    Code.F_TOO_MANY: "the form has more rows or calculations than can be asked",
    Code.F_LATER: "this looks at {detail}, which is asked later: it will be empty here",
    Code.LEFT_OUT: "left out: {type} is not supported: {reason}",
    Code.DISABLED: "left out: the row is disabled",
    Code.COMMENT: "left out: the row has neither a type nor a name",
    Code.ABOVE: "left out: the row stands above the names of the columns",
    Code.GRID: "left out: the row is only the header of a grid",
    Code.SILENT: "left out: the note has no words",
    Code.STAYS_EMPTY: "stays empty: a chat has no {type}",
    Code.READ_ONLY: "not asked, because it is read-only",
    Code.PROPOSED: "what is calculated is proposed as the answer, and may be changed",
    Code.NOT_PROPOSED: "no answer is proposed: {what} does not work in a chat",
    Code.RENAMED: "{name} is called {new}, because row {other} has the same name",
    Code.HINT_AS_LABEL: "the question has no label and is asked by its hint",
    Code.CHOICE_LABEL: "the choice has no label and is shown by its name",
    Code.CHOICE_LIST: "the choice belongs to no list and is left out",
    Code.UNTRANSLATED: "no text in {language}; {shown} is shown",
    Code.MEDIA: "pictures and sounds beside a text are not shown",
    Code.UNREAD_COLUMN: "the column is not used in a chat",
    Code.MISSPELT_COLUMN: "the column {header} is not read; if it is the {wanted}, name it so",
    Code.PLAIN_LANGUAGE: "texts without a language are read as {language}; the setting "
    "default_language says otherwise",
    Code.RANDOM: "the choices are shown in their own order, not in a random one",
}


def sentence(code: Code, details: Mapping[str, str]) -> str:
    """What it says, in English."""
    return SENTENCES[code].format(**details)
