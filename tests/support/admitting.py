"""A call for a cohort, and people who apply."""

from datetime import date, timedelta

from bot.civic.admission import Days
from bot.civic.survey.written import Written
from bot.content.application import application
from storage import admission, applications
from storage.admission import NewCall
from storage.applications import Applicant, Decision

ANSWERS = {
    "motivation": "მინდა ვიცოდე, როგორ იგეგმება სოფლის ბიუჯეტი.",
    "experience": "არაფერი.",
    "change": "წყალი სკოლასთან.",
    "newcomer": "first",
}


def days(now) -> Days:
    """A week of applications, a week to choose, and six weeks of learning."""
    first: date = now.date()
    return Days(*(first + timedelta(days=ahead) for ahead in (7, 14, 56)))


async def call(session, place, made_by, now, *, places=2, title="აკადემია 2027") -> int:
    """An open call; its id."""
    new = NewCall(place, "participation", "citizen", {"ka": title}, places, days(now))
    return await admission.publish(session, new, Written.of(application()), made_by, now)


async def apply(session, id, person, now, *, name="", settlement=None) -> int:
    """Somebody's application; its id."""
    await applications.apply(session, id, Applicant(person, name, settlement, ANSWERS), now)
    return (await applications.mine(session, id, person)).id


async def marked(session, ids, by, marks, now):
    """These marks for these applications, each with a reason."""
    for id, mark in zip(ids, marks, strict=True):
        await applications.mark(session, id, by, Decision(mark, "ასე გადავწყვიტეთ"), now)
