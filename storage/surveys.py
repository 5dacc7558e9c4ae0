"""Questions and changes about needs surveys."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import due
from storage.tables.surveys import (
    Survey,
    SurveyAnswered,
    SurveyQuestion,
    SurveyResponse,
)

RESULTS = "survey-results"
"""What falls due when a survey closes, of subject "survey:<id>"."""

DONT_KNOW = "dont-know"
"""The answer that every optional question with one choice offers besides its own."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A survey as one person finds it."""

    id: int
    municipality_id: str
    title: dict[str, str]
    intro: dict[str, str]
    state: str
    anonymous: bool
    opens_at: datetime
    closes_at: datetime
    version: int
    results: dict[str, Any] | None
    results_at: datetime | None
    answered: bool = False

    def is_open(self, now: datetime) -> bool:
        """Whether an answer given at this moment is taken."""
        return self.state == "open" and self.opens_at <= now < self.closes_at


@dataclass(frozen=True, slots=True)
class Question:
    """One question, in the order of `position`."""

    position: int
    name: str
    kind: str
    label: dict[str, str]
    hint: dict[str, str]
    options: list[dict[str, Any]]
    required: bool = False
    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class NewSurvey:
    """A survey as somebody has prepared it."""

    municipality_id: str
    title: dict[str, str]
    intro: dict[str, str]
    opens_at: datetime
    closes_at: datetime
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """A survey in the coordinator's list, and how many have answered."""

    id: int
    title: dict[str, str]
    state: str
    closes_at: datetime
    answers: int


COLUMNS = (
    Survey.id,
    Survey.municipality_id,
    Survey.title,
    Survey.intro,
    Survey.state,
    Survey.anonymous,
    Survey.opens_at,
    Survey.closes_at,
    Survey.version,
    Survey.results,
    Survey.results_at,
)


async def find(session: AsyncSession, id: int, person_id: int = 0) -> Asked | None:
    """A survey that is no draft, and whether this person has answered it."""
    answered = or_(
        exists().where(
            SurveyResponse.survey_id == Survey.id, SurveyResponse.person_id == person_id
        ),
        exists().where(
            SurveyAnswered.survey_id == Survey.id, SurveyAnswered.person_id == person_id
        ),
    )
    query = select(*COLUMNS, answered).where(Survey.id == id, Survey.state != "draft")
    row = (await session.execute(query)).first()
    return Asked(*row) if row else None


async def open_now(session: AsyncSession, municipality_id: str, now: datetime) -> list[Asked]:
    """The surveys that can be answered, the one that closes first leading."""
    query = (
        select(*COLUMNS)
        .where(
            Survey.municipality_id == municipality_id,
            Survey.state == "open",
            Survey.opens_at <= now,
            Survey.closes_at > now,
        )
        .order_by(Survey.closes_at, Survey.id)
    )
    return [Asked(*row) for row in await session.execute(query)]


async def questions(session: AsyncSession, survey_id: int) -> list[Question]:
    """All questions of a survey, in order."""
    query = (
        select(
            SurveyQuestion.position,
            SurveyQuestion.name,
            SurveyQuestion.kind,
            SurveyQuestion.label,
            SurveyQuestion.hint,
            SurveyQuestion.options,
            SurveyQuestion.required,
            SurveyQuestion.least,
            SurveyQuestion.most,
        )
        .where(SurveyQuestion.survey_id == survey_id)
        .order_by(SurveyQuestion.position)
    )
    return [Question(*row) for row in await session.execute(query)]


async def close_now(session: AsyncSession, municipality_id: str, id: int, now: datetime) -> bool:
    """End a survey before its time, its results being due at once; False if it is not running."""
    closed = (
        update(Survey)
        .where(
            Survey.id == id,
            Survey.municipality_id == municipality_id,
            Survey.state == "open",
            Survey.opens_at < now,
            Survey.closes_at > now,
        )
        .values(closes_at=now, version=Survey.version + 1)
        .returning(Survey.version)
        .execution_options(synchronize_session=False)
    )
    version = (await session.execute(closed)).scalar_one_or_none()
    if version is None:
        return False
    await due.plan(session, RESULTS, f"survey:{id}", now, version=version)
    return True


async def close(session: AsyncSession, survey_id: int, version: int) -> bool:
    """Take no more answers; False if it is closed already or its end was moved."""
    closed = (
        update(Survey)
        .where(Survey.id == survey_id, Survey.version == version, Survey.state == "open")
        .values(state="closed")
        .execution_options(synchronize_session=False)
    )
    return (await session.execute(closed)).rowcount == 1  # type: ignore[attr-defined,no-any-return]


async def publish(
    session: AsyncSession, survey_id: int, results: Mapping[str, Any], now: datetime
) -> bool:
    """Keep the counts for everybody; False if they are out already."""
    published = (
        update(Survey)
        .where(Survey.id == survey_id, Survey.results_at.is_(None))
        .values(results=dict(results), results_at=now)
        .execution_options(synchronize_session=False)
    )
    return (await session.execute(published)).rowcount == 1  # type: ignore[attr-defined,no-any-return]


async def last_published(session: AsyncSession, municipality_id: str) -> int | None:
    """The survey of this municipality whose results came out last."""
    query = (
        select(Survey.id)
        .where(Survey.municipality_id == municipality_id, Survey.results_at.is_not(None))
        .order_by(Survey.results_at.desc())
        .limit(1)
    )
    return (await session.execute(query)).scalar_one_or_none()


async def counted(session: AsyncSession, municipality_id: str) -> list[Counted]:
    """A municipality's surveys, the latest first, each with the number of answers."""
    named = _number(SurveyResponse)
    unnamed = _number(SurveyAnswered)
    query = (
        select(Survey.id, Survey.title, Survey.state, Survey.closes_at, named + unnamed)
        .where(Survey.municipality_id == municipality_id, Survey.state != "draft")
        .order_by(Survey.closes_at.desc(), Survey.id.desc())
    )
    return [Counted(*row) for row in await session.execute(query)]


def _number(table: type[SurveyResponse] | type[SurveyAnswered]) -> Any:
    counted = select(func.count()).select_from(table).where(table.survey_id == Survey.id)
    return counted.correlate(Survey).scalar_subquery()


async def add(session: AsyncSession, survey: NewSurvey, questions: Sequence[Question]) -> int:
    """An open survey with its questions; its results are due when it closes.  Its id."""
    values = {**asdict(survey), "state": "open", "version": 0}
    statement = insert(Survey).values(values).returning(Survey.id)
    id = int((await session.execute(statement)).scalar_one())
    rows = [{**asdict(question), "survey_id": id} for question in questions]
    await session.execute(insert(SurveyQuestion), rows)
    await due.plan(session, RESULTS, f"survey:{id}", survey.closes_at)
    return id
