"""The needs a survey has ranked, and what is said of them on the page of an idea."""

from collections.abc import Mapping
from typing import Any

from bot.civic.survey.form import Form, Item
from bot.civic.survey.profile import leading
from bot.conversation import Chat
from bot.journey import Open
from bot.messages import Html, lines
from storage import need_links, survey_revisions


def needs(results: Mapping[str, Any], form: Form) -> tuple[Item | None, dict[str, int]]:
    """The leading question, and how many people chose each option; hidden ones are left out."""
    lead = leading(form)
    cells = results["questions"][lead.name]["cells"] if lead else ()
    return lead, {cell["option"]: cell["people"] for cell in cells if cell["people"]}


async def asked_for(chat: Chat, idea: int) -> tuple[Html, list[tuple[str, Open]]]:
    """How many people asked for what an idea gives, and the way to the results."""
    told: list[Html] = []
    links: list[tuple[str, Open]] = []
    for tie in await chat.read(need_links.of_idea, idea):
        form = await chat.read(survey_revisions.whole, tie.survey)
        count = needs(tie.results, form)[1].get(tie.option)
        if count:
            told.append(chat.text("idea-asked-for", count=count))
            links.append((chat.text("idea-to-survey"), Open("needs-results", str(tie.survey))))
    return lines(*told), links[:1]
