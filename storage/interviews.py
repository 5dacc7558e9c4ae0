"""The interviews of surveys, each built once in this process."""

from collections import OrderedDict
from dataclasses import replace

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.survey.interview import Interview
from bot.civic.survey.written import read
from storage import forms
from storage.surveys import Asked
from storage.tables.surveys import Survey, SurveyRevision

KEPT = 20_000_000  # letters of forms, which take some ten times as many bytes when they are built

_built: OrderedDict[str, tuple[int, Interview]] = OrderedDict()


async def interview(session: AsyncSession, survey: Asked) -> Interview:
    """What a survey asks in this revision, ready to be asked.  It holds nothing of any person."""
    query = select(SurveyRevision.digest, SurveyRevision.form).where(
        SurveyRevision.survey_id == survey.id, SurveyRevision.number == survey.revision
    )
    if survey.state == "draft":
        query = select(Survey.digest, Survey.form).where(Survey.id == survey.id)
    return await found(session, survey.digest, query)


async def found(session: AsyncSession, digest: str, query: Select[str, str]) -> Interview:
    """The interview of this form; `query` brings its digest and text if it is not built yet."""
    if digest not in _built:
        # A draft may have changed since it was read: the form is known by the digest beside it.
        digest, text = (await session.execute(query)).one()
        _built[digest] = await forms.made(text, _build)
        while len(_built) > 1 and sum(size for size, _ in _built.values()) > KEPT:
            _built.popitem(last=False)
    _built.move_to_end(digest)
    return _built[digest][1]


def _build(text: str) -> tuple[int, Interview]:
    return len(text), Interview.of(read(text))


async def as_of(session: AsyncSession, survey: Asked, number: int) -> Asked:
    """The same survey as it was asked in an earlier revision; its form never changes."""
    row = SurveyRevision
    query = select(row.digest).where(row.survey_id == survey.id, row.number == number)
    digest = (await session.execute(query)).scalar_one()
    return replace(survey, revision=number, digest=digest)
