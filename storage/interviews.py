"""The interviews of surveys, each built once in this process."""

from collections import OrderedDict

from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.survey.interview import Interview
from bot.civic.survey.written import read
from storage import surveys
from storage.surveys import Asked

KEPT = 20_000_000  # letters of forms, which take some ten times as many bytes when they are built

_built: OrderedDict[str, tuple[int, Interview]] = OrderedDict()


async def interview(session: AsyncSession, survey: Asked) -> Interview:
    """What a survey asks, ready to be asked.  It holds nothing of any person."""
    if survey.digest not in _built:
        _built[survey.digest] = await surveys.read_as(session, survey.id, _build)
        while len(_built) > 1 and sum(size for size, _ in _built.values()) > KEPT:
            _built.popitem(last=False)
    _built.move_to_end(survey.digest)
    return _built[survey.digest][1]


def _build(text: str) -> tuple[int, Interview]:
    return len(text), Interview.of(read(text))
