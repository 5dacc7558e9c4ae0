"""Learners who have passed every lesson."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.parts.certificate_page import words
from storage import academy, certificates
from storage.academy import Learning
from storage.certificate_codes import Printed
from storage.certificates import Paper

COURSE, VERSION = "participation", 1


async def graduate(
    session: AsyncSession, person: int, now: datetime, track: str = "citizen"
) -> Learning:
    """This person has finished a track of the course."""
    learner = await academy.begin(session, person, (COURSE, VERSION, track), now)
    learning = await academy.learning(session, learner, person)
    assert learning is not None
    await academy.finish(session, learning, now)
    finished = await academy.learning(session, learner, person)
    assert finished is not None
    return finished


async def given(
    session: AsyncSession, learning: Learning, place: str, name: str, now: datetime
) -> Paper:
    """Their certificate in this name."""
    which = (learning.course, learning.version, learning.track)
    printed = Printed(place, *which, words(*which), now.date())
    return await certificates.issue(session, learning, printed, name, now)
