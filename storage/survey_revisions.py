"""The forms that an open survey has had: a new one is added, and none is ever changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, and_, delete, insert, literal, or_, select, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.survey import revisions
from bot.civic.survey.form import Form
from bot.civic.survey.revisions import Revision
from bot.civic.survey.written import Written, read
from storage import forms
from storage.tables.surveys import Survey, SurveyRevision

if TYPE_CHECKING:
    from storage.surveys import Asked


@dataclass(frozen=True, slots=True)
class Correction:
    """A survey and its draft as they were read, and the form that is to be asked."""

    survey: "Asked"
    draft: "Asked"
    form: Form


async def begin(session: AsyncSession, survey_id: int) -> None:
    """The form that a survey is opened with is its first."""
    form = type_coerce(Survey.form, JSON)  # as it lies there
    columns = (Survey.id, literal(1), Survey.opens_at, form, Survey.digest)
    opened = select(*columns).where(Survey.id == survey_id)
    names = ("survey_id", "number", "since", "form", "digest")
    await session.execute(insert(SurveyRevision).from_select(names, opened))


async def every(session: AsyncSession, survey_id: int) -> list[Revision]:
    """All of a survey's forms, the first leading; none of a draft."""
    row = SurveyRevision
    query = select(row.number, row.since, row.form).where(row.survey_id == survey_id)
    rows = await session.execute(query.order_by(row.number))
    return [Revision(number, since, await forms.made(text, read)) for number, since, text in rows]


async def whole(session: AsyncSession, survey_id: int) -> Form:
    """One form that all answers to a survey fit, whichever it was they were given to."""
    return revisions.whole([one.form for one in await every(session, survey_id)])


async def publish(session: AsyncSession, correction: Correction, now: datetime) -> int | None:
    """Ask by the corrected form from now on; its number.

    None if the survey is over, or if it or the draft have changed since they were read.  Answers
    that are being written wait, or are waited for.
    """
    survey, draft = correction.survey, correction.draft
    both = select(Survey.id).where(
        or_(
            and_(
                Survey.id == survey.id,
                Survey.state == "open",
                Survey.closes_at > now,
                Survey.revision == survey.revision,
            ),
            and_(
                Survey.id == draft.id,
                Survey.state == "draft",
                Survey.corrects == survey.id,
                Survey.digest == draft.digest,
            ),
        )
    )
    if len((await session.execute(both.order_by(Survey.id).with_for_update())).all()) < 2:
        return None
    await session.execute(delete(Survey).where(Survey.id == draft.id))
    number = survey.revision + 1
    written = Written.of(correction.form)
    stored = {"form": written.text, "digest": written.digest}
    row = {"survey_id": survey.id, "number": number, "since": now, **stored}
    await session.execute(insert(SurveyRevision).values(row))
    asked = {"revision": number, "title": draft.title, "intro": draft.intro, **stored}
    change = update(Survey).where(Survey.id == survey.id).values(asked)
    await session.execute(change.execution_options(synchronize_session=False))
    return number
