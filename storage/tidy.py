"""What is done every hour: mornings are planned, what is no longer needed is thrown away."""

from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import admission, announcements, attempts, handbook, keeping, media, survey_drafts
from storage.letters import UNFINISHED
from storage.mornings import plan_mornings
from storage.people import expire_drafts
from storage.tables.mail import Inbox, Letter
from storage.tables.people import Link
from storage.tables.work import Due, Job

EVENTS = timedelta(days=14)  # messengers repeat an event for a few days; Viber is the slowest
WORDS = timedelta(days=90)  # what was written to people; that it was sent stays
RESULTS = timedelta(days=30)


async def tidy(session: AsyncSession, now: datetime) -> None:
    """Plan the next mornings; drop old drafts, events, codes, results of slow work and words."""
    await plan_mornings(session, now)
    await keeping.plan_days(session, now)
    await handbook.plan_looks(session, now)
    await expire_drafts(session, now)
    await attempts.tidy(session, now)
    await media.tidy(session, now)
    await announcements.tidy(session, now)
    await survey_drafts.drop_old(session, now)
    await admission.tidy(session, now)
    await session.execute(
        delete(Inbox).where(Inbox.state != "open", Inbox.received_at < now - EVENTS)
    )
    await session.execute(delete(Link).where(Link.expires_at < now - EVENTS))
    await session.execute(delete(Job).where(Job.state != "open", Job.made_at < now - RESULTS))
    await session.execute(delete(Due).where(Due.state != "open", Due.due_at < now - 4 * WORDS))
    await session.execute(
        update(Letter)
        .where(Letter.state.not_in(UNFINISHED), Letter.written_at < now - WORDS)
        .where(Letter.body.is_not(None))
        .values(body=None)
        .execution_options(synchronize_session=False)
    )
