"""Charts of single questions of a survey, drawn once in each language."""

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.surveys import SurveyPicture


async def find(session: AsyncSession, survey_id: int, question: str, language: str) -> str:
    """The media id of a chart; '' if nobody has asked for it yet."""
    query = select(SurveyPicture.media_id).where(
        SurveyPicture.survey_id == survey_id,
        SurveyPicture.question == question,
        SurveyPicture.language == language,
    )
    return (await session.execute(query)).scalar_one_or_none() or ""


async def keep(
    session: AsyncSession, survey_id: int, question: str, language: str, media_id: str
) -> None:
    """Remember a chart; one that was drawn meanwhile stays."""
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    row = {"survey_id": survey_id, "question": question, "language": language}
    kept = engine.insert(SurveyPicture).values(**row, media_id=media_id)
    await session.execute(kept.on_conflict_do_nothing())
