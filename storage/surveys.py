"""Questions and changes about needs surveys."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.survey.form import Form
from bot.civic.survey.written import Written, read
from storage import due, forms, survey_phones, survey_revisions
from storage.engine import core
from storage.forms import Made
from storage.tables.people import Municipality
from storage.tables.surveys import Survey, SurveyAnswered, SurveyResponse

RESULTS = "survey-results"
"""What falls due when a survey closes, of subject "survey:<id>"."""

REPORT = "needs-report"
"""The work of writing a survey's report."""


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
    revision: int
    digest: str
    corrects: int | None
    audience: dict[str, Any]
    guests: bool
    results: dict[str, Any] | None
    results_at: datetime | None
    answered: bool = False

    def is_open(self, now: datetime) -> bool:
        """Whether an answer given at this moment is taken."""
        return self.state == "open" and self.opens_at <= now < self.closes_at

    def over(self, now: datetime) -> bool:
        """Whether no answer is ever taken again."""
        return self.state == "closed" or self.closes_at <= now


@dataclass(frozen=True, slots=True)
class NewSurvey:
    """A survey as somebody has prepared it; its form has the questions and the languages."""

    municipality_id: str
    title: dict[str, str]
    intro: dict[str, str]
    opens_at: datetime
    closes_at: datetime
    anonymous: bool = False
    made_by: int | None = None
    audience: dict[str, Any] = field(default_factory=dict)
    guests: bool = False


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
    Survey.revision,
    Survey.digest,
    Survey.corrects,
    Survey.audience,
    Survey.guests,
    Survey.results,
    Survey.results_at,
)


FIND = select(
    *COLUMNS,
    or_(
        exists().where(
            SurveyResponse.survey_id == Survey.id,
            SurveyResponse.person_id == bindparam("person"),
        ),
        exists().where(
            SurveyAnswered.survey_id == Survey.id,
            SurveyAnswered.person_id == bindparam("person"),
        ),
    ),
).where(Survey.id == bindparam("id"), Survey.state != "draft")


async def find(session: AsyncSession, id: int, person_id: int = 0) -> Asked | None:
    """A survey that is no draft, and whether this person has answered it."""
    row = (await core(session).execute(FIND, {"id": id, "person": person_id})).first()
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


async def form(session: AsyncSession, survey_id: int) -> Form:
    """What a survey asks now; `survey_revisions.whole` has what it has ever asked."""
    return await read_as(session, survey_id, read)


async def read_as(session: AsyncSession, survey_id: int, make: Callable[[str], Made]) -> Made:
    """What is made of a form's text, off the loop if it is a long one."""
    query = select(Survey.form).where(Survey.id == survey_id)
    return await forms.made((await session.execute(query)).scalar_one(), make)


async def printed(session: AsyncSession, survey: Asked) -> dict[str, Any]:
    """What a sheet of this survey is made of, by the names it has there."""
    query = select(Municipality.name).where(Municipality.id == survey.municipality_id)
    return {
        "number": survey.id,
        "place": (await session.execute(query)).scalar_one(),
        "title": survey.title,
        "intro": survey.intro,
        "form": await form(session, survey.id),
        "revision": survey.revision,
    }


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
    """Take no more answers; False if it is closed already or its end was moved.

    Nobody can answer twice any more, so what phone numbers have answered is forgotten.
    """
    closed = (
        update(Survey)
        .where(Survey.id == survey_id, Survey.version == version, Survey.state == "open")
        .values(state="closed")
        .execution_options(synchronize_session=False)
    )
    if (await session.execute(closed)).rowcount != 1:  # type: ignore[attr-defined]
        return False
    await survey_phones.forget(session, survey_id)
    return True


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


async def add(session: AsyncSession, survey: NewSurvey, form: Form) -> int:
    """An open survey; its results are due when it closes.  Its id."""
    id = await _insert(session, survey, Written.of(form), "open")
    await survey_revisions.begin(session, id)
    await due.plan(session, RESULTS, f"survey:{id}", survey.closes_at)
    return id


async def keep_draft(session: AsyncSession, survey: NewSurvey, form: Written) -> int:
    """A survey that only the staff see until one of them opens it; its id."""
    return await _insert(session, survey, form, "draft")


async def find_draft(session: AsyncSession, id: int, municipality_id: str) -> Asked | None:
    """A draft of this municipality."""
    here = (Survey.municipality_id == municipality_id, Survey.state == "draft")
    row = (await session.execute(select(*COLUMNS).where(Survey.id == id, *here))).first()
    return Asked(*row) if row else None


async def drafts(session: AsyncSession, municipality_id: str) -> list[Asked]:
    """Drafts of this municipality, the newest first."""
    query = select(*COLUMNS).where(
        Survey.municipality_id == municipality_id, Survey.state == "draft"
    )
    return [Asked(*row) for row in await session.execute(query.order_by(Survey.id.desc()))]


async def open_draft(
    session: AsyncSession,
    id: int,
    municipality_id: str,
    dates: tuple[datetime, datetime],
    *,
    anonymous: bool,
) -> bool:
    """A draft becomes a survey that is open between these dates; False if it is no draft."""
    opens_at, closes_at = dates
    opened = (
        update(Survey)
        .where(
            Survey.id == id,
            Survey.municipality_id == municipality_id,
            Survey.state == "draft",
            Survey.corrects.is_(None),
        )
        .values(state="open", opens_at=opens_at, closes_at=closes_at, anonymous=anonymous)
        .execution_options(synchronize_session=False)
    )
    if (await session.execute(opened)).rowcount != 1:  # type: ignore[attr-defined]
        return False
    await survey_revisions.begin(session, id)
    await due.plan(session, RESULTS, f"survey:{id}", closes_at)
    return True


async def _insert(session: AsyncSession, survey: NewSurvey, form: Written, state: str) -> int:
    stored = {"form": form.text, "digest": form.digest}
    values = {**asdict(survey), "state": state, "version": 0, **stored}
    statement = insert(Survey).values(values).returning(Survey.id)
    return int((await session.execute(statement)).scalar_one())
