"""What else is checked of a form whose rows are in order: expressions, references, and pyxform.

Our own checks name every flaw by its character; pyxform stops at its first and speaks last.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.civic.survey.expressions import Reason
from bot.civic.survey.form import Form, Item
from bot.civic.survey.interview import Interview
from bot.civic.survey.problems import Problem as Flaw
from bot.civic.survey.problems import Trouble, Unsound
from bot.exchange.xlsform.opinion import complaint
from bot.exchange.xlsform.problems import Found, Place, Repair
from bot.exchange.xlsform.sentences import Code

CODES: dict[Trouble | Reason, Code] = {
    **{reason: Code(f"expression-{reason}") for reason in Reason},
    **{trouble: Code(f"form-{trouble}") for trouble in Trouble},
}
NEVER = "false()"


def check(form: Form, found: Found) -> Form:
    """Add all that keeps a form from being asked, and notes on what is strange; the form mended."""
    mended = {flaw.row for flaw in _flaws(form) if _tell(flaw, found)}
    if not found.problems and (said := complaint(form)):
        found.problems.append(said)
    return replace(form, items=_never(form.items, mended)) if mended else form


def _flaws(form: Form) -> Sequence[Flaw]:
    try:
        return Interview.of(form).warnings
    except Unsound as bad:
        return bad.problems


def _tell(flaw: Flaw, found: Found) -> bool:
    """Whether it is to be mended."""
    place, code = Place("survey", flaw.row, flaw.column), _code(flaw)
    details = {"name": flaw.name, "at": flaw.at, "detail": flaw.detail}
    if not flaw.fatal:
        found.note(code, place, **details)
        return False
    repair = Repair.LEAVE_OUT if _never_true(flaw) else None
    return found.problem(code, place, repair, **details)


def _code(flaw: Flaw) -> Code:
    """What to call it: people write "yes" in their own language."""
    word = flaw.trouble is Reason.BARE_NAME and flaw.column == "required"
    return Code.YES_OR_NO if word else CODES[flaw.trouble]


def _never_true(flaw: Flaw) -> bool:
    """A condition on a name that is no question: other programs never ask what it stands at."""
    return flaw.trouble is Reason.BARE_NAME and flaw.column == "relevant"


def _never(items: Sequence[Item], rows: Collection[int]) -> tuple[Item, ...]:
    """The items, those of the rows never asked; others may still refer to them."""
    return tuple(
        replace(
            item,
            relevant=NEVER if item.row in rows else item.relevant,
            items=_never(item.items, rows),
        )
        for item in items
    )
