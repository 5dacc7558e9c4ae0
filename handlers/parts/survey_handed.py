"""A survey's answers on their way to whoever asked for them, if they still work there."""

from functools import partial
from typing import Any

from bot.civic.survey.sheets import Gathered
from bot.journey import Tools
from bot.messages import Choice, Html, Outgoing
from storage import staff, survey_exports, surveys
from storage.surveys import Asked


async def handed(args: dict[str, Any], tools: Tools) -> tuple[Asked, Gathered] | None:
    """All that may be handed out; None to somebody who is no coordinator there any more."""
    async with tools.reading() as session:
        survey = await surveys.find(session, args["survey"])
        assert survey is not None
        if not await staff.is_staff(session, args["person"], survey.municipality_id):
            return None
        return survey, await survey_exports.gather(session, survey, tools.now())


def closing(args: dict[str, Any], said: Html, tools: Tools) -> Outgoing:
    """The last words, with the way back."""
    text = partial(tools.text, args["speaks"])
    more = Choice(f"go:survey:{args['survey']}", text("export-back"))
    return Outgoing(said, (more,), (Choice("!menu", text("core-menu")),))
