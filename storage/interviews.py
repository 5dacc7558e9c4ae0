"""The interviews of surveys, each built once in this process."""

from collections import OrderedDict
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.survey.interview import Interview
from bot.civic.survey.written import read
from storage import forms
from storage.surveys import Asked
from storage.tables.surveys import Survey, SurveyRevision

KEPT = 32  # forms; the largest real one takes some megabytes

_built: OrderedDict[str, Interview] = OrderedDict()


async def interview(session: AsyncSession, survey: Asked) -> Interview:
    """What a survey asks in this revision, ready to be asked.  It holds nothing of any person."""
    if survey.digest in _built:
        return _built[survey.digest]
    query = select(SurveyRevision.digest, SurveyRevision.form).where(
        SurveyRevision.survey_id == survey.id, SurveyRevision.number == survey.revision
    )
    if survey.state == "draft":
        query = select(Survey.digest, Survey.form).where(Survey.id == survey.id)
    # A draft may have changed since it was read: the form is known by the digest beside it.
    digest, text = (await session.execute(query)).one()
    built = _built[digest] = await forms.made(text, _ready)
    if len(_built) > KEPT:
        _built.popitem(last=False)
    return built


def _ready(text: str) -> Interview:
    return Interview.of(read(text))


async def as_of(session: AsyncSession, survey: Asked, number: int) -> Asked:
    """The same survey as it was asked in an earlier revision; its form never changes."""
    row = SurveyRevision
    query = select(row.digest).where(row.survey_id == survey.id, row.number == number)
    digest = (await session.execute(query)).scalar_one()
    return replace(survey, revision=number, digest=digest)
