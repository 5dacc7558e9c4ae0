"""What people wrote in a survey, for the staff to read, and the tags they count it by."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, String, cast, delete, exists, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.needs import SMALLEST
from storage.answers import Table
from storage.tables.surveys import SurveyResponse, SurveySheet, SurveyTag

LONGEST = 40  # letters of a tag


@dataclass(frozen=True, slots=True)
class Written:
    """One person's words, by nobody's name, with their tags."""

    sheet: str
    text: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """A question of a survey that people answered in their own words."""

    survey: int
    anonymous: bool
    question: str

    @property
    def table(self) -> Table:
        return SurveySheet if self.anonymous else SurveyResponse


async def how_many(session: AsyncSession, of: Subject) -> int:
    """How many people wrote something."""
    query = select(func.count()).select_from(of.table).where(*_wrote(of))
    return int((await session.execute(query)).scalar_one())


async def written(session: AsyncSession, of: Subject, begin: int, count: int) -> list[Written]:
    """Some of what people wrote, in an order that stays."""
    query = select(of.table.id, _words(of)).where(*_wrote(of)).order_by(of.table.id)
    rows = (await session.execute(query.offset(begin).limit(count))).all()
    given = await _tags(session, of, [str(id) for id, _ in rows])
    return [Written(str(id), text, tuple(given.get(str(id), ()))) for id, text in rows]


async def one(session: AsyncSession, of: Subject, sheet: str) -> Written | None:
    """What one person wrote."""
    query = select(_words(of)).where(*_wrote(of), _key(of.table) == sheet)
    text = (await session.execute(query)).scalar_one_or_none()
    given = await _tags(session, of, [sheet])
    return Written(sheet, text, tuple(given.get(sheet, ()))) if text else None


async def known(session: AsyncSession, survey_id: int, question: str) -> dict[str, int]:
    """The tags of a question and how many people's words have them: for the staff."""
    here = or_(
        exists().where(_key(SurveyResponse) == SurveyTag.sheet),
        exists().where(SurveySheet.id == SurveyTag.sheet),
    )
    query = (
        select(SurveyTag.tag, func.count())
        .where(SurveyTag.survey_id == survey_id, SurveyTag.question == question, here)
        .group_by(SurveyTag.tag)
        .order_by(func.count().desc(), SurveyTag.tag)
    )
    return {tag: count for tag, count in await session.execute(query)}


async def counted(session: AsyncSession, survey_id: int, question: str) -> dict[str, int]:
    """The same for everybody: a tag that fewer than five people stand behind is not told."""
    every = await known(session, survey_id, question)
    return {tag: count for tag, count in every.items() if count >= SMALLEST}


async def add(session: AsyncSession, of: Subject, sheet: str, tag: str) -> None:
    """Give somebody's words a tag; once more changes nothing."""
    engine = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    row = {"survey_id": of.survey, "question": of.question, "sheet": sheet, "tag": tag[:LONGEST]}
    await session.execute(engine.insert(SurveyTag).values(row).on_conflict_do_nothing())


async def clear(session: AsyncSession, of: Subject, sheet: str) -> None:
    """Take all tags off somebody's words."""
    await session.execute(delete(SurveyTag).where(*_of(of), SurveyTag.sheet == sheet))


async def _tags(session: AsyncSession, of: Subject, sheets: list[str]) -> dict[str, list[str]]:
    query = select(SurveyTag.sheet, SurveyTag.tag).where(*_of(of), SurveyTag.sheet.in_(sheets))
    given: dict[str, list[str]] = {}
    for sheet, tag in await session.execute(query.order_by(SurveyTag.tag)):
        given.setdefault(sheet, []).append(tag)
    return given


def _of(of: Subject) -> tuple[ColumnElement[bool], ...]:
    return SurveyTag.survey_id == of.survey, SurveyTag.question == of.question


def _wrote(of: Subject) -> tuple[ColumnElement[bool], ...]:
    return of.table.survey_id == of.survey, _words(of) != ""


def _words(of: Subject) -> Any:
    return of.table.answers[of.question].as_string()


def _key(table: Table) -> Any:
    return cast(table.id, String(32))
