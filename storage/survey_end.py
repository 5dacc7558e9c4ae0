"""After a survey's end: what nobody has sent goes, and what was deleted leaves the files too."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from sqlalchemy.ext.asyncio import AsyncSession

from storage import answers, media, sealing
from storage.engine import core

REWRITTEN = ("survey_sheet", "survey_phone", "survey_answered", "survey_help")


ASKING = ("needs", "assist")
"""The journeys in which surveys are answered."""


async def unsent(session: AsyncSession, survey_id: int) -> list[str]:
    """Photos and recordings of interviews that were left, or in the place of which others came."""
    left = set[str]()
    for script in ASKING:
        left |= await media.answering(session, f"{script}:{survey_id}:")
    if left:
        async for part in answers.parts(session, survey_id):
            left.difference_update(*(filled.values.values() for _, filled in part))
    return sorted(left)


async def rewrite(writing: Callable[[], AbstractAsyncContextManager[AsyncSession]]) -> None:
    """Old rows would still tell which number or person came with which answers.

    Raises sealing.Busy; call it again later.
    """
    async with writing() as session:
        engine = core(session).engine
    await sealing.rewrite(engine, REWRITTEN)
