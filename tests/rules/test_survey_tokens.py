"""Names of a form on buttons lead back to themselves, however many there are."""

from bot.civic.survey.offers import Offered
from bot.messages import LONGEST_ID
from handlers.parts import survey_tokens
from handlers.parts.survey_tokens import KEPT, LONG, tokens


def options(count: int, mark: str = "") -> tuple[Offered, ...]:
    return tuple(Offered(f"სოფელი{mark}-{n}", f"სოფელი {n}") for n in range(count))


def test_names_of_any_letters_lead_back():
    made = tokens(options(5))
    ids = [choice.id for choice in made.choices]
    assert all(id.isascii() and len(id) <= LONGEST_ID for id in ids)
    assert made.names(ids[1:3]) == "სოფელი-1 სოფელი-2"
    assert made.name("dont-know?") == "dont-know?"


def test_a_long_list_is_made_once_and_few_are_kept():
    first = options(LONG)
    assert tokens(first) is tokens(first)
    assert tokens(first).choices == tokens(options(LONG)).choices
    for number in range(2 * KEPT):
        assert tokens(options(LONG, str(number))).name("x") == "x"
    assert len(survey_tokens._made) == KEPT
