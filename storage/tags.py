"""What people wrote in a survey, for the staff to read, and the tags they count it by."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    String,
    Subquery,
    cast,
    delete,
    exists,
    func,
    or_,
    select,
    union_all,
)
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
    """A question of a survey that people answered in their own words.

    What has no person behind it is read when the survey is `closed`: before, the newest words would
    be those of whoever has answered last.
    """

    survey: int
    question: str
    closed: bool

    @property
    def tables(self) -> tuple[Table, ...]:
        return (SurveyResponse, SurveySheet) if self.closed else (SurveyResponse,)


async def how_many(session: AsyncSession, of: Subject) -> int:
    """How many people wrote something."""
    query = select(func.count()).select_from(_every(of))
    return int((await session.execute(query)).scalar_one())


async def written(session: AsyncSession, of: Subject, begin: int, count: int) -> list[Written]:
    """Some of what people wrote, in an order that stays."""
    every = _every(of)
    query = select(every.c.sheet, every.c.said).order_by(every.c.sheet)
    rows = (await session.execute(query.offset(begin).limit(count))).all()
    given = await _tags(session, of, [sheet for sheet, _ in rows])
    return [Written(sheet, said, tuple(given.get(sheet, ()))) for sheet, said in rows]


async def one(session: AsyncSession, of: Subject, sheet: str) -> Written | None:
    """What one person wrote."""
    every = _every(of)
    query = select(every.c.said).where(every.c.sheet == sheet)
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


def _every(of: Subject) -> Subquery:
    """Whoever wrote something: the key of the row, and the words."""
    parts = []
    for table in of.tables:
        said = table.answers[of.question].as_string()
        wrote = select(_key(table).label("sheet"), said.label("said"))
        parts.append(wrote.where(table.survey_id == of.survey, said != ""))
    return union_all(*parts).subquery()


def _key(table: Table) -> Any:
    return cast(table.id, String(32))
