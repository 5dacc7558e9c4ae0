"""Why an expression is refused, by name; the sentences stand at the edge."""

from enum import StrEnum


class Reason(StrEnum):
    """What is wrong with a text; `detail` of the fault is the piece of it."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    TOO_DEEP = "too-deep"
    UNKNOWN_SIGN = "unknown-sign"
    UNCLOSED = "unclosed"  # a quote, a bracket or ${
    UNEXPECTED = "unexpected"  # something that cannot stand here, or "" for the end
    BARE_NAME = "bare-name"  # a question is written ${name}
    PATH = "path"  # a path that is neither ../name nor current()/../name
    LAST_SAVED = "last-saved"
    OTHER_FILE = "other-file"  # pulldata, instance and their like
    UNKNOWN_FUNCTION = "unknown-function"
    ARGUMENTS = "arguments"  # too few or too many
    ARGUMENT = "argument"  # a function that wants a question or a text written out here
    PATTERN = "pattern"  # one that regex() does not know
    DATE_FORMAT = "date-format"


class Fault(ValueError):
    """An expression that cannot be used.

    `column` counts the characters of the text from 1; `detail` is what stands there.
    """

    def __init__(self, reason: Reason, column: int, detail: str = "") -> None:
        super().__init__(f"{reason} at {column}: {detail}")
        self.reason = reason
        self.column = column
        self.detail = detail
