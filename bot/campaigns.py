"""Expands a campaign into letters: chunk by chunk, each a transaction, with a cursor."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channel import Limits
from bot.clock import Clock
from bot.messages import Outgoing
from bot.render import render
from storage import campaign_fates, campaigns, due, mail, queues
from storage.campaigns import Expanding
from storage.engine import Database, savepoint
from storage.recipients import Recipient
from storage.tables.mail import CORRECTION

log = logging.getLogger(__name__)

BACKLOG = 120.0  # seconds of sending that are written ahead: a Stop takes effect soon
STANDSTILL = timedelta(minutes=5)  # a bot that sends nothing for so long holds no other one up

Body = list[dict[str, Any]]


class Campaigns:
    """The campaigns of all municipalities."""

    def __init__(self, database: Database, clock: Clock, limits: Mapping[str, Limits]) -> None:
        self._database = database
        self._clock = clock
        self._limits = limits

    async def expand_chunk(self) -> int | None:
        """Write one chunk of the most urgent campaign; None if there is none or the queue is long.

        A campaign that cannot be written is given up, and stops no other.
        """
        now = self._clock.now()
        async with self._database.reading() as session:
            lane = await campaigns.lane_to_expand(session, now)
            if lane is None or await self._is_behind(session, lane, now):
                return None
        async with self._database.writing() as session:
            campaign = await campaigns.claim_expanding(session, now)
            if campaign is None:
                return None
            try:
                async with savepoint(session):
                    return await self._expand(session, campaign, now)
            except (DBAPIError, OSError):  # not the campaign's fault: tried again
                raise
            except Exception as error:
                # Only the type: its words may quote the text.
                log.error("campaign %d is given up: %s", campaign.id, type(error).__name__)
                await campaigns.give_up(session, campaign.id)
                return 0

    async def _is_behind(self, session: AsyncSession, lane: int, now: datetime) -> bool:
        """Whether a bot has enough to send as it is."""
        for bot, limits in self._limits.items():
            letters = int(limits.per_second * BACKLOG)
            if await queues.is_long(session, bot, lane, letters, now - STANDSTILL):
                return True
        return False

    async def _expand(self, session: AsyncSession, campaign: Expanding, now: datetime) -> int:
        people = await campaigns.next_recipients(session, campaign)
        if not people:
            await campaigns.end_expanding(session, campaign.id)
            return 0
        edits = await self._edits(session, campaign, people)
        await campaigns.post(session, self._letters(campaign, people, now, edits))
        await campaigns.advance(session, campaign.id, people[-1].person_id)
        return len(people)

    async def finish(self) -> None:
        """Close campaigns that have no open letter left, and see to the report to their makers."""
        async with self._database.reading() as session:
            if not await campaigns.any_sent(session):
                return
        async with self._database.writing() as session:
            for id, made_by in await campaigns.end_sending(session):
                if made_by is not None:
                    now = self._clock.now()
                    await due.plan(session, campaigns.DONE, str(id), now, person_id=made_by)

    async def _edits(
        self, session: Any, campaign: Expanding, people: list[Recipient]
    ) -> Mapping[int, str]:
        """By account the message that a correction takes the place of, where that can be done."""
        if campaign.kind != CORRECTION or campaign.follows is None:
            return {}
        first = await campaign_fates.find(session, campaign.follows)
        if first is None or not all(map(campaign_fates.plain, first.bodies.values())):
            return {}
        able = [one.account_id for one in people if self._can_edit(one.bot)]
        return await campaign_fates.refs(session, campaign.follows, able)

    def _can_edit(self, bot: str) -> bool:
        limits = self._limits.get(bot)
        return limits is not None and limits.edits

    def _letters(
        self,
        campaign: Expanding,
        people: list[Recipient],
        now: datetime,
        edits: Mapping[int, str],
    ) -> list[dict[str, Any]]:
        made: dict[tuple[str, str], Body] = {}
        letters = []
        for person in people:
            key = (person.language, person.bot)
            if key not in made:
                made[key] = self._body(campaign, *key)
            edit = edits.get(person.account_id, "") if len(made[key]) == 1 else ""
            for part, body in enumerate(made[key]):
                changed = {**body, "edit": edit} if edit else body
                letters.append({**_letter(campaign, person, part, changed, now), "edit": edit})
        return letters

    def _body(self, campaign: Expanding, language: str, bot: str) -> Body:
        """The campaign's messages for these readers, made to fit their messenger."""
        bodies = campaign.bodies
        chosen = bodies.get(language) or bodies.get(campaign.main_language)
        if chosen is None:
            chosen = next(iter(bodies.values()))
        limits = self._limits.get(bot)
        if limits is None:  # a bot that is switched off: its letters wait for it as they are
            return chosen
        fitted = [part for body in chosen for part in render(Outgoing.from_json(body), limits)]
        return [part.to_json() for part in fitted]


def _letter(
    campaign: Expanding, person: Recipient, part: int, body: dict[str, Any], now: datetime
) -> dict[str, Any]:
    return mail.letter(
        person.bot,
        person.account_id,
        body,
        now,
        lane=campaign.lane,
        topic=campaign.topic,
        subject=campaign.subject or f"campaign:{campaign.id}",
        version=campaign.version,
        useful_until=campaign.useful_until,
        campaign_id=campaign.id,
        part=part,
    )
