"""What applicants of a call are asked."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.survey.form import Form
from bot.civic.survey.interview import Interview
from storage import interviews
from storage.admission import Call
from storage.tables.admission import AdmissionCall


async def interview(session: AsyncSession, call: Call) -> Interview:
    """Its questions, ready to be asked."""
    query = select(AdmissionCall.digest, AdmissionCall.form).where(AdmissionCall.id == call.id)
    return await interviews.found(session, call.digest, query)


async def form(session: AsyncSession, call: Call) -> Form:
    """The same as data."""
    return (await interview(session, call)).form
