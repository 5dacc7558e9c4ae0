"""Surveys that are being made: only the staff of their municipality see them."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.survey.form import Form, Told
from bot.civic.survey.written import Written
from storage import box, surveys
from storage.surveys import Asked, NewSurvey
from storage.tables.surveys import Survey

PROPOSED = timedelta(days=14)  # a draft's dates are a proposal
KEPT = timedelta(days=30)  # a draft that nobody opens
LONGEST = timedelta(days=60)
"""How long a survey may be open: nobody remembers the question when the result comes later."""


def proposal(municipality: str, title: Told, maker: int | None, now: datetime) -> NewSurvey:
    """A new draft; one without a title gets it before it is opened."""
    called = {language: text for language, text in title.items() if text}
    return NewSurvey(municipality, called, {}, now, now + PROPOSED, anonymous=True, made_by=maker)


async def keep(session: AsyncSession, new: NewSurvey, form: Written) -> int:
    """Keep a draft; its id.  The same form of the same maker is kept once, however often sent."""
    same = select(Survey.id).where(
        Survey.municipality_id == new.municipality_id,
        Survey.made_by == new.made_by,
        Survey.digest == form.digest,
        Survey.state == "draft",
        Survey.corrects.is_(None),
    )
    known = (await session.execute(same.limit(1))).scalar_one_or_none()
    return known or await surveys.keep_draft(session, new, form)


async def correct(
    session: AsyncSession, survey: Asked, form: Written, maker: int | None, now: datetime
) -> int:
    """The draft that corrects an open survey, with this form; its id.  There is one at a time."""
    values = {
        "municipality_id": survey.municipality_id,
        "title": survey.title,
        "intro": survey.intro,
        "state": "draft",
        "anonymous": survey.anonymous,
        "opens_at": now,
        "closes_at": survey.closes_at,
        "version": 0,
        "corrects": survey.id,
        "made_by": maker,
        "form": form.text,
        "digest": form.digest,
    }
    added = box.insert(session, Survey).values(values)
    new = {"form": values["form"], "digest": values["digest"]}
    kept = added.on_conflict_do_update(index_elements=["corrects"], set_=new).returning(Survey.id)
    return int((await session.execute(kept)).scalar_one())


async def correction(session: AsyncSession, survey_id: int) -> int | None:
    """The draft that corrects this survey, if there is one."""
    query = select(Survey.id).where(Survey.corrects == survey_id)
    return (await session.execute(query)).scalar_one_or_none()


async def drop(session: AsyncSession, id: int, municipality: str) -> bool:
    """Nobody will be asked this; False if it is no draft."""
    gone = delete(Survey).where(
        Survey.id == id, Survey.municipality_id == municipality, Survey.state == "draft"
    )
    return (await session.execute(gone)).rowcount == 1  # type: ignore[attr-defined,no-any-return]


async def drop_old(session: AsyncSession, now: datetime) -> None:
    """Those that nobody has opened."""
    old = delete(Survey).where(Survey.state == "draft", Survey.opens_at < now - KEPT)
    await session.execute(old)


async def place_of(session: AsyncSession, id: int) -> str | None:
    """The municipality of a draft, whose staff may go on with it."""
    query = select(Survey.municipality_id).where(Survey.id == id, Survey.state == "draft")
    return (await session.execute(query)).scalar_one_or_none()


async def change(session: AsyncSession, draft: Asked, form: Form) -> bool:
    """Other questions; False if somebody else has changed or opened the draft meanwhile."""
    written = Written.of(form)
    return await _set(session, draft, form=written.text, digest=written.digest)


async def call(
    session: AsyncSession, draft: Asked, title: Mapping[str, str], intro: Mapping[str, str]
) -> bool:
    """Another title and introduction; False as in `change`."""
    return await _set(session, draft, title=dict(title), intro=dict(intro))


async def address(
    session: AsyncSession, draft: Asked, audience: Mapping[str, Any], *, guests: bool
) -> bool:
    """Another audience; False as in `change`."""
    return await _set(session, draft, audience=dict(audience), guests=guests)


async def _set(session: AsyncSession, draft: Asked, **values: object) -> bool:
    changed = (
        update(Survey)
        .where(
            Survey.id == draft.id,
            Survey.municipality_id == draft.municipality_id,
            Survey.state == "draft",
            Survey.digest == draft.digest,
        )
        .values(values)
        .execution_options(synchronize_session=False)
    )
    return (await session.execute(changed)).rowcount == 1  # type: ignore[attr-defined,no-any-return]
