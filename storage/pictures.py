"""Charts of single questions of a survey, drawn once in each language."""

from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.surveys import SurveyPicture

PAGE = "#"  # stands in no question's name


async def find(session: AsyncSession, survey_id: int, question: str, language: str) -> list[str]:
    """The media ids of a chart, page by page; none if nobody has asked for it yet."""
    query = select(SurveyPicture.question, SurveyPicture.media_id).where(
        SurveyPicture.survey_id == survey_id,
        or_(
            SurveyPicture.question == question,
            SurveyPicture.question.startswith(f"{question}{PAGE}", autoescape=True),
        ),
        SurveyPicture.language == language,
    )
    rows = (await session.execute(query)).all()
    return [media for _, media in sorted(rows, key=lambda row: _page(row[0]))]


def _page(name: str) -> int:
    return int(name.partition(PAGE)[2] or 1)


async def keep(
    session: AsyncSession, survey_id: int, question: str, language: str, pages: Sequence[str]
) -> None:
    """Remember a chart; one that was drawn meanwhile stays."""
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    for number, media_id in enumerate(pages, 1):
        name = question if number == 1 else f"{question}{PAGE}{number}"
        row = {"survey_id": survey_id, "question": name, "language": language}
        kept = engine.insert(SurveyPicture).values(**row, media_id=media_id)
        await session.execute(kept.on_conflict_do_nothing())
