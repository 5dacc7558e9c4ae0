"""What is stored of a survey's answers."""

from sqlalchemy.ext.asyncio import AsyncSession

from storage import answers
from storage.answers import Filled


async def every(session: AsyncSession, survey_id: int) -> list[Filled]:
    """All answered sheets, people's own and those that helpers entered."""
    return [filled async for part in answers.parts(session, survey_id) for _, filled in part]
