"""Every sheet of an export, in order: answers, repeats, codebook, options, and what to know."""

from bot.civic.survey.sheets import Explained, Gathered
from bot.exchange.survey_table.codebook import Sheet, about, choices, codebook
from bot.exchange.survey_table.shape import ABOUT, CHOICES, CODEBOOK
from bot.exchange.survey_table.tables import tables


def sheets(gathered: Gathered, explained: Explained) -> list[Sheet]:
    found = tables(gathered)
    return [
        *(Sheet(table.name, table.header, table.rows) for table in found),
        codebook(CODEBOOK, gathered, found, explained),
        choices(CHOICES, gathered.form),
        about(ABOUT, explained),
    ]
