"""Which phone numbers have answered a survey, so that nobody is counted twice.

A number that somebody has proven in the chat, or told a helper, is kept as a code that is another
one in every survey.  Whichever answer comes first stands; a constraint decides.  Beside these codes
there is no person, no helper and no answer, and they are deleted when the survey closes.
"""

from sqlalchemy import bindparam, delete, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import box
from storage.engine import core, secrets_of
from storage.keys import code
from storage.phones import phone_key
from storage.tables.people import Person
from storage.tables.surveys import SurveyAnswered, SurveyHelp, SurveyPhone, SurveyResponse


async def keep_own(session: AsyncSession, survey_id: int, person_id: int) -> None:
    """Somebody answers by themselves; one with a number that has answered violates a constraint."""
    if key := await _own_key(session, survey_id, person_id):
        await session.execute(insert(SurveyPhone).values(survey_id=survey_id, key=key))


async def spoken(session: AsyncSession, survey_id: int, person_id: int) -> bool:
    """Whether this person's number has answered: a helper has entered it, or they themselves."""
    key = await _own_key(session, survey_id, person_id)
    if not key:
        return False
    query = select(SurveyPhone.key).where(
        SurveyPhone.survey_id == survey_id, SurveyPhone.key == key
    )
    return (await session.execute(query)).first() is not None


async def claim(session: AsyncSession, survey_id: int, phone: str) -> bool:
    """A number answers with a helper; False if it has answered, whichever way.

    Of two at once the second waits here for the first.
    """
    proven = phone_key(session, phone)
    if await _answered(session, survey_id, proven):
        return False
    row = {"survey_id": survey_id, "key": _key(session, survey_id, proven)}
    first = box.insert(session, SurveyPhone).values(row).on_conflict_do_nothing()
    return (await session.execute(first)).rowcount == 1  # type: ignore[attr-defined,no-any-return]


async def forget(session: AsyncSession, survey_id: int) -> None:
    """The codes, and where helpers were last."""
    await session.execute(delete(SurveyPhone).where(SurveyPhone.survey_id == survey_id))
    places = update(SurveyHelp).where(SurveyHelp.survey_id == survey_id)
    quiet = {"synchronize_session": False}
    await session.execute(places.values(settlement_id=None).execution_options(**quiet))


def _key(session: AsyncSession, survey_id: int, proven: str) -> str:
    """Made of the code that a proven number has, so that both ways lead to the same."""
    return code(secrets_of(session).identity_key, "survey", survey_id, proven)


PROVEN = select(Person.phone_key).where(Person.id == bindparam("person"))


async def _own_key(session: AsyncSession, survey_id: int, person_id: int) -> str | None:
    found = await core(session).execute(PROVEN, {"person": person_id})
    proven = found.scalar_one_or_none()
    return _key(session, survey_id, proven) if proven else None


async def _answered(session: AsyncSession, survey_id: int, proven: str) -> bool:
    """Whether somebody answered before they had proven this number."""
    named = exists().where(
        SurveyResponse.survey_id == survey_id, SurveyResponse.person_id == Person.id
    )
    unnamed = exists().where(
        SurveyAnswered.survey_id == survey_id, SurveyAnswered.person_id == Person.id
    )
    query = select(Person.id).where(Person.phone_key == proven, named | unnamed)
    return (await session.execute(query)).first() is not None
