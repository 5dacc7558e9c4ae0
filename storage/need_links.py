"""Ideas that answer a need which people named in a survey."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.surveys import NeedLink, Survey


@dataclass(frozen=True, slots=True)
class Asked:
    """A survey whose published ranking has the need, by the id of its option."""

    survey: int
    title: dict[str, str]
    results: dict[str, Any]
    option: str


async def link(session: AsyncSession, survey_id: int, option: str, idea_id: int) -> None:
    """Tie an idea to a need; in one survey it is the need that was chosen last."""
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    row = {"survey_id": survey_id, "option": option, "idea_id": idea_id}
    key = ["survey_id", "idea_id"]
    added = engine.insert(NeedLink).values(row)
    changed = added.on_conflict_do_update(index_elements=key, set_={"option": option})
    await session.execute(changed)


async def unlink(session: AsyncSession, survey_id: int, idea_id: int) -> None:
    """Part them again."""
    gone = delete(NeedLink).where(NeedLink.survey_id == survey_id, NeedLink.idea_id == idea_id)
    await session.execute(gone)


async def of_idea(session: AsyncSession, idea_id: int) -> list[Asked]:
    """The needs that an idea answers, of the latest survey first."""
    query = (
        select(Survey.id, Survey.title, Survey.results, NeedLink.option)
        .join(Survey, Survey.id == NeedLink.survey_id)
        .where(NeedLink.idea_id == idea_id, Survey.results_at.is_not(None))
        .order_by(Survey.results_at.desc(), Survey.id.desc())
    )
    return [Asked(*row) for row in await session.execute(query)]


async def linked(session: AsyncSession, survey_id: int) -> dict[int, str]:
    """The ideas tied to this survey, each with its option."""
    query = select(NeedLink.idea_id, NeedLink.option).where(NeedLink.survey_id == survey_id)
    return {idea: option for idea, option in await session.execute(query.order_by(NeedLink.id))}
