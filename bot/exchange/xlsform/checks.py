"""What else is checked of a form that can be read: the seam for the checks of its expressions."""

from bot.civic.forms import Form
from bot.exchange.xlsform.opinion import complaint
from bot.exchange.xlsform.problems import Problem


def check(form: Form) -> list[Problem]:
    """All that is wrong with a form whose rows are in order."""
    said = complaint(form)
    return [said] if said else []
