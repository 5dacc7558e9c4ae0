"""The result comes later than announced: whoever took part is told plainly when."""

from datetime import datetime
from typing import Any

from bot.formats import day, hour
from bot.journey import Tools
from bot.messages import Outgoing, Words
from storage import audiences, campaigns, places, release, votes
from storage.campaigns import NewCampaign
from storage.tables.mail import NOTICE
from storage.tables.topics import VOTES
from storage.votes import Vote


async def put_off(session: Any, vote: Vote, tools: Tools) -> None:
    """The result cannot be told at its hour: everybody who took part learns the new one."""
    at = await release.postpone(session, vote, tools.now())
    zone = await places.time_zone(session, vote.municipality)
    main = await votes.main_language(session, vote.municipality)
    bodies = {}
    for language in await audiences.read_by(session, {"took_part": vote.id}, main):
        name = Words(vote.name).read(language, main)
        said = tools.text(
            language, "results-later", name=name, day=day(at, zone), hour=hour(at, zone)
        )
        bodies[language] = [Outgoing(said).to_json()]
    await send(session, vote, bodies, tools.now())


async def send(session: Any, vote: Vote, bodies: dict[str, Any], now: datetime) -> int:
    """To everybody who took part, once; the campaign's id."""
    new = NewCampaign(
        vote.municipality,
        "results",
        bodies,
        {"took_part": vote.id},
        subject=votes.subject(vote.id),
        topic=VOTES,
        lane=NOTICE,
    )
    return await campaigns.create(session, new, now)
