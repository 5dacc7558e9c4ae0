"""Two ideas that are one: supporters come together behind the one that stays."""

from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.review import NotAllowed
from storage.cases import Case, locked, quiet, tell
from storage.tables.ideas import Idea, Support

TAKES = ("submitted", "returned", "reviewing", "admitted", "appealed")
"""States in which an idea may take another one in."""


async def check_target(session: AsyncSession, case: Case, into: int) -> None:
    """Refuse an idea that cannot take this one in.  Raises NotAllowed."""
    query = select(Idea.id).where(
        Idea.id == into,
        Idea.id != case.id,
        Idea.process_id == case.process,
        Idea.state.in_(TAKES),
    )
    if (await session.execute(query)).first() is None:
        raise NotAllowed("target")


async def merge(session: AsyncSession, case: Case, into: int, now: datetime) -> None:
    """Supporters, and the author as one of them, stand behind the other; both authors are told."""
    await check_target(session, case, into)
    target = await locked(session, into)
    await session.execute(quiet(update(Idea).where(Idea.id == case.id).values(merged_into=into)))
    standing = set(await _supporters(session, into)) | {target.author}
    coming = [person for person in await _supporters(session, case.id) if person not in standing]
    if case.author not in {*standing, *coming}:
        coming.append(case.author)
    await session.execute(quiet(delete(Support).where(Support.idea_id == case.id)))
    rows = [{"idea_id": into, "person_id": person, "at": now} for person in coming]
    if rows:
        await session.execute(insert(Support), rows)
    await tell(session, case, f"merged:{case.id}", now)
    await tell(session, target, f"took-in:{case.id}", now)


async def _supporters(session: AsyncSession, idea_id: int) -> list[int]:
    query = select(Support.person_id).where(Support.idea_id == idea_id)
    return list((await session.execute(query.order_by(Support.person_id))).scalars())
