"""How the last step of an announcement ends: two minutes to think again, or why it cannot go."""

from datetime import timedelta
from typing import Any

from bot.formats import when
from bot.journey import Done, Me, Open, Text
from bot.messages import Html
from storage import campaign_fates, due
from storage.audiences import SMALLEST
from storage.tables.mail import RETRY

PROGRESS = "campaign-progress"
"""The due-row that shows its maker how far a campaign is."""

FIRST_LOOK = "0.0.0"
EVERY = timedelta(seconds=5)


async def held(session: Any, me: Me, text: Text, id: int) -> Done:
    """It waits for its minute; from then on its maker sees how far it is."""
    campaign = await campaign_fates.find(session, id)
    assert campaign is not None
    look, maker = campaign.hold_until + EVERY, campaign.made_by or 0
    await due.plan(session, PROGRESS, str(id), look, person_id=maker, occurrence=FIRST_LOOK)
    links = [
        (text("announce-stop"), Open("announce-stop", str(id))),
        (text("announce-to-report"), Open("announce-report", str(id))),
    ]
    if campaign.kind != RETRY:
        links.append((text("announce-to-share"), Open("announce-share", str(id))))
    return Done(text("announce-held", **when(campaign.hold_until, me.zone)), links=tuple(links))


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
