"""How the last step of an announcement ends: two minutes to think again, or why it cannot go."""

from typing import Any

from bot.formats import when
from bot.journey import Done, Me, Open, Text
from bot.messages import Html
from storage import campaigns, due
from storage.audiences import SMALLEST

PROGRESS = "campaign-progress"
"""The due-row that shows its maker how far a campaign is."""

FIRST_LOOK = "0.0.0"


async def held(session: Any, me: Me, text: Text, id: int) -> Done:
    """It waits for its minute; from then on its maker sees how far it is."""
    campaign = await campaigns.held(session, id)
    begins, maker = campaign.hold_until, campaign.made_by
    await due.plan(session, PROGRESS, str(id), begins, person_id=maker or 0, occurrence=FIRST_LOOK)
    links = (
        (text("announce-stop"), Open("announce-stop", str(id))),
        (text("announce-to-report"), Open("announce-report", str(id))),
        (text("announce-to-share"), Open("announce-share", str(id))),
    )
    return Done(text("announce-held", **when(campaign.hold_until, me.zone)), links=links)


def refusal(text: Text, why: str) -> Html:
    """Why it cannot go out, as `storage.announcements` names it."""
    return {
        "few": text("announce-too-few", least=SMALLEST),
        "nobody": text("announce-reached-nobody"),
        "telltale": text("announce-telltale", least=SMALLEST),
        "ceiling": text("announce-over-ceiling"),
        "alone": text("announce-alone"),
        "state": text("announce-not-yours"),
    }[why]
