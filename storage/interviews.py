"""The interviews of surveys, each built once in this process."""

from collections import OrderedDict

from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.survey.interview import Interview
from bot.civic.survey.written import read
from storage import surveys
from storage.surveys import Asked

KEPT = 32  # forms; the largest real one takes some megabytes

_built: OrderedDict[str, Interview] = OrderedDict()


async def interview(session: AsyncSession, survey: Asked) -> Interview:
    """What a survey asks, ready to be asked.  It holds nothing of any person."""
    if survey.digest not in _built:
        _built[survey.digest] = await surveys.read_as(session, survey.id, _ready)
        if len(_built) > KEPT:
            _built.popitem(last=False)
    return _built[survey.digest]


def _ready(text: str) -> Interview:
    return Interview.of(read(text))
