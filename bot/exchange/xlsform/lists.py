"""The lists that questions offer."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.civic.survey.form import Kind, Option
from bot.exchange.xlsform import texts
from bot.exchange.xlsform.lines import Line
from bot.exchange.xlsform.options import OTHER, Choice, Lists, options, without_blanks
from bot.exchange.xlsform.problems import Found
from bot.exchange.xlsform.sentences import Code
from bot.exchange.xlsform.tongues import Tongues


@dataclass(slots=True)
class Offered:
    """Which lists are used, and by whom."""

    lists: Lists
    tongues: Tongues
    found: Found
    mentioned: Callable[[str], bool]  # whether an expression names a choice
    used: dict[str, tuple[Option, ...]] = field(default_factory=dict)

    def knows(self, line: Line) -> bool:
        """Whether a question's list is there."""
        place = line.place.at("type")
        if not line.type.list:
            self.found.problem(Code.NO_LIST, place, type=line.type.said)
        elif line.type.list not in self.lists:
            self.found.problem(Code.UNKNOWN_LIST, place, list=line.type.list)
        elif line.type.other and line.cells.get("choice_filter"):
            self.found.problem(Code.OTHER_FILTERED, line.place.at("choice_filter"))
        else:
            return True
        return False

    def list_of(self, line: Line) -> str:
        """The name of a question's list in the form, which has it from now on."""
        name = line.type.list
        choices = self.lists[name]
        if line.type.kind is not Kind.ONE:
            separate = without_blanks(choices, name, self.found, self.mentioned)
            choices = self.lists[name] = list(separate)
        if line.type.other and all(choice.id != OTHER for choice in choices):
            label = texts.ours(texts.OTHER, self.tongues.languages)
            choices = [*choices, Choice(OTHER, line.place, label)]
            name = f"{name}+{OTHER}"
        if name not in self.used:
            self._note_gaps(choices)
        if name not in self.used or line.type.kind is not Kind.ONE:
            self.used[name] = options(choices, self.tongues.languages[0])
        return name

    def _note_gaps(self, choices: list[Choice]) -> None:
        for choice in choices:
            place = choice.place.at("label")
            for gap in texts.gaps(choice.label, self.tongues.languages):
                self.found.note(Code.UNTRANSLATED, place, **gap)
