"""After a survey's end: what was deleted leaves the files too."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from sqlalchemy.ext.asyncio import AsyncSession

from storage import sealing
from storage.engine import core

REWRITTEN = ("survey_sheet", "survey_phone", "survey_answered", "survey_help")


async def rewrite(writing: Callable[[], AbstractAsyncContextManager[AsyncSession]]) -> None:
    """Old rows would still tell which number or person came with which answers.

    Raises sealing.Busy; call it again later.
    """
    async with writing() as session:
        engine = core(session).engine
    await sealing.rewrite(engine, REWRITTEN)
