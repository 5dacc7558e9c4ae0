"""Large surveys as tables: lists that have no end, and ten thousand people within seconds."""

from dataclasses import replace
from datetime import timedelta

from bot.civic.survey.form import Option
from bot.civic.survey.sheets import Explained
from bot.exchange.survey_table.book import book
from bot.exchange.survey_table.files import files, zipped
from bot.exchange.survey_table.sheets import sheets
from tests.exchange.test_survey_table import gathered, opened, tables
from tests.support.surveys import NOW, form, row


def test_ten_thousand_options_have_no_columns_of_their_own():
    options = tuple(Option(f"v{n}", {"ka": f"სოფელი {n}"}) for n in range(10_000))
    asked = form(
        row("many", "villages", options="villages"),
        row("many", "needs", options="needs"),
        villages=options,
        needs="road water",
    )
    found = gathered({"villages": "v1 v9999", "needs": "road"}, of=asked)
    told = tables(found)
    [one] = told["data"]
    assert one["villages"] == "v1 v9999" and one["needs/road"] == 1 and "villages/v1" not in one
    assert told["codebook"][0]["note"] == "too many" and len(told["choices"]) == 10_002
    assert opened(book(sheets(found, Explained())))["choices"].max_row == 10_003


def test_ten_thousand_people_are_written():
    asked = form(
        *(row("many", f"many{n}", options="needs") for n in range(3)),
        *(row("one", f"one{n}", options="light") for n in range(3)),
        *(row("integer", f"number{n}") for n in range(3)),
        *(row("text", f"text{n}") for n in range(3)),
        needs=" ".join(f"need{n}" for n in range(8)),
        light="good partly none",
    )
    answers = {
        **{f"many{n}": "need1 need5" for n in range(3)},
        **{f"one{n}": "partly" for n in range(3)},
        **{f"number{n}": str(n) for n in range(3)},
        **{f"text{n}": "გზა გვჭირდება" for n in range(3)},
    }
    found = gathered(answers, of=asked)
    people = tuple(replace(found.sheets[0], at=NOW + timedelta(minutes=n)) for n in range(10_000))
    made = sheets(replace(found, sheets=people), Explained())
    content = book(made)
    assert len(zipped(files(made))) > 10_000 and len(content) > 100_000
