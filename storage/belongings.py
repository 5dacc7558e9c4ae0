"""What in the database is whose: to bring two accounts together, to show it, to delete it.

Every column that names a person stands in exactly one list here; a test looks for others.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, insert, null, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, aliased

from bot.civic.survey.answers import is_recording
from storage import (
    admission_ties,
    certificates,
    electorate,
    media,
    practicum_ties,
    question_ends,
    remedies,
    seats,
    witnesses,
)
from storage.tables.academy import Learner
from storage.tables.admission import AdmissionCall, Application
from storage.tables.announcements import Announcement, PollAnswer
from storage.tables.certificates import Certificate
from storage.tables.electorate import DeskCode, PaperBatch, Proof, Voiding, VoterCode
from storage.tables.handbook import RightsConfirmation, VoterCount
from storage.tables.ideas import Idea, IdeaReport, Support
from storage.tables.mail import Campaign, Letter
from storage.tables.meetings import Meeting, Minutes, Motion, Signup
from storage.tables.people import Account, Draft, Invitation, Link, Person, Role
from storage.tables.practicum import TeamCall, TeamMember, TeamPiece, TeamReview
from storage.tables.projects import Follow, ProjectNote, ProjectUpdate
from storage.tables.questions import (
    AnswerRoute,
    PublicAnswer,
    Question,
    QuestionPass,
    QuestionTurn,
)
from storage.tables.reviews import BallotList, Review
from storage.tables.seminars import Material, SeminarTrainer
from storage.tables.surveys import Survey, SurveyAnswered, SurveyHelp, SurveyResponse
from storage.tables.topics import TopicChoice
from storage.tables.votes import Electorate, Process, Project
from storage.tables.work import Due, Log, Media

Column = InstrumentedAttribute[Any]

ONCE: dict[Column, tuple[str, ...]] = {
    Application.person_id: ("call_id",),
    DeskCode.person_id: ("process_id",),
    Draft.person_id: ("script", "subject"),
    Follow.person_id: ("project_id",),
    IdeaReport.person_id: ("idea_id",),
    Learner.person_id: ("course", "version", "track"),
    PollAnswer.person_id: ("announcement_id",),
    ProjectNote.person_id: ("update_id",),
    Role.person_id: ("municipality_id", "role"),
    SeminarTrainer.person_id: ("meeting_id",),
    Signup.person_id: ("meeting_id",),
    Support.person_id: ("idea_id",),
    SurveyAnswered.person_id: ("survey_id",),
    SurveyResponse.person_id: ("survey_id",),
    TeamMember.person_id: ("course", "version"),
    TopicChoice.person_id: ("topic",),
    Due.person_id: ("kind", "subject", "occurrence"),
}
"""A person has each of these at most once: the other columns of the key."""

OFTEN: tuple[Column, ...] = (
    Account.person_id,
    AdmissionCall.made_by,
    Announcement.agreed_by,
    Announcement.made_by,
    AnswerRoute.person_id,
    BallotList.agreed_by,
    BallotList.made_by,
    Campaign.made_by,
    Certificate.person_id,
    Certificate.revoked_by,
    Idea.author_id,
    IdeaReport.decided_by,
    Invitation.made_by,
    Invitation.used_by,
    Link.person_id,
    Log.person_id,
    Material.made_by,
    Media.owner_id,
    Meeting.made_by,
    Minutes.made_by,
    Motion.made_by,
    PaperBatch.checked_by,
    PaperBatch.entered_by,
    Process.release_by,
    Process.seal_by,
    Project.owner_id,
    ProjectNote.answered_by,
    ProjectUpdate.person_id,
    Proof.by,
    PublicAnswer.checked_by,
    Question.owner_id,
    Question.person_id,
    QuestionPass.by_id,
    QuestionPass.from_id,
    QuestionPass.to_id,
    QuestionTurn.answered_by,
    Review.reviewer_id,
    Review.second_id,
    RightsConfirmation.person_id,
    Survey.made_by,
    SurveyHelp.person_id,
    TeamCall.mentor_id,
    TeamPiece.made_by,
    TeamReview.asked_by,
    Voiding.agreed_by,
    Voiding.asked_by,
    VoterCode.handed_by,
    VoterCount.made_by,
)

VOTES: tuple[Column, ...] = (Electorate.person_id, Proof.person_id)
"""The electorate's own module decides on these."""

PRIVATE: tuple[Column, ...] = (
    AnswerRoute.person_id,
    Application.person_id,
    DeskCode.person_id,
    Draft.person_id,
    Follow.person_id,
    IdeaReport.person_id,
    Learner.person_id,
    PollAnswer.person_id,
    RightsConfirmation.person_id,
    Role.person_id,
    SeminarTrainer.person_id,
    Signup.person_id,
    Support.person_id,
    TeamMember.person_id,
    TopicChoice.person_id,
    Due.person_id,
    Link.person_id,
)
"""Goes when a person goes.  All else stays, with a number that leads to nobody."""


async def hand_over(session: AsyncSession, kept: int, gone: int, now: datetime) -> None:
    """All that belongs to `gone` belongs to `kept`; of what one has once, `kept` keeps its own."""
    await witnesses.part(session, kept, gone, now)
    await practicum_ties.join(session, kept, gone, now)
    await admission_ties.join(session, kept, gone, now)
    freed = await seats.unite(session, kept, gone)
    for column, others in ONCE.items():
        await _drop_doubles(session, column, others, kept, gone)
    for column in (*ONCE, *OFTEN):
        await _change(session, column, gone, kept)
    await seats.fill_all(session, freed, now)
    await electorate.join(session, kept, gone)


async def _drop_doubles(
    session: AsyncSession, column: Column, others: Sequence[str], kept: int, gone: int
) -> None:
    table = column.class_
    twin = aliased(table)
    same = and_(*(getattr(twin, name) == getattr(table, name) for name in others))
    mine = select(getattr(twin, column.key)).where(same, getattr(twin, column.key) == kept)
    double = and_(column == gone, mine.exists())
    await session.execute(_quiet(delete(table).where(double)))


async def empty(session: AsyncSession, person_id: int, now: datetime) -> None:
    """Leave a number where a person was."""
    accounts = select(Account.id).where(Account.person_id == person_id)
    theirs = Letter.account_id.in_(accounts)
    waiting = Letter.state.in_(("queued", "gathered"))
    queued = update(Letter).where(theirs, waiting).values(state="cancelled")
    await session.execute(_quiet(queued))
    await session.execute(_quiet(update(Letter).where(theirs).values(body=null())))
    freed = await seats.held_by(session, person_id)
    await practicum_ties.forget(session, person_id, now)
    await admission_ties.forget(session, person_id, now)
    for column in PRIVATE:
        await session.execute(_quiet(delete(column.class_).where(column == person_id)))
    await seats.fill_all(session, freed, now)
    await media.drop_answers(session, person_id)
    await media.drop_recordings(session, await recordings_of(session, person_id))
    await _change(session, Media.owner_id, person_id, None)
    await witnesses.withdraw(session, person_id)
    await certificates.forget(session, person_id)
    await electorate.forget(session, person_id)
    await remedies.forget(session, person_id)
    await question_ends.forget(session, person_id, now)
    await bury(session, person_id, now)


async def recordings_of(session: AsyncSession, person_id: int) -> list[str]:
    """Their voice messages and videos among answers that stay: a voice leads to its person."""
    query = select(SurveyResponse.answers).where(SurveyResponse.person_id == person_id)
    sheets = (await session.execute(query)).scalars()
    return [value for sheet in sheets for value in sheet.values() if is_recording(value)]


async def bury(session: AsyncSession, person_id: int, now: datetime) -> None:
    """The tombstone: nothing but the number, and that it is over."""
    blank = {
        "name": "",
        "phone_key": None,
        "consent": null(),
        "municipality_id": None,
        "settlement_id": None,
        "age_from": 0,
        "deleted_at": now,
    }
    await session.execute(_quiet(update(Person).where(Person.id == person_id).values(blank)))


async def accounts_of(session: AsyncSession, person_id: int) -> list[int]:
    """Ids of a person's accounts."""
    query = select(Account.id).where(Account.person_id == person_id).order_by(Account.id)
    return list((await session.execute(query)).scalars())


async def begin_anew(session: AsyncSession, person_id: int, now: datetime) -> None:
    """The accounts of a person who is gone belong to somebody nobody knows."""
    for account_id in await accounts_of(session, person_id):
        blank = insert(Person).values(name="", created_at=now).returning(Person.id)
        stranger = (await session.execute(blank)).scalar_one()
        moved = update(Account).where(Account.id == account_id)
        fresh = {"person_id": stranger, "draft_id": None, "door": "", "created_at": now}
        fresh |= {"session_from": None, "session_spent": False}
        await session.execute(_quiet(moved.values(fresh)))


async def forget_address(session: AsyncSession, account_id: int, now: datetime) -> None:
    """Nothing leads to this chat any more, unless its person has joined since."""
    strangers = select(Person.id).where(Person.consent.is_(None))
    gone = update(Account).where(Account.id == account_id, Account.person_id.in_(strangers))
    gone = gone.values(address=f"gone:{account_id}", reachable=False).returning(Account.person_id)
    stranger = (await session.execute(_quiet(gone))).scalar_one_or_none()
    if stranger is not None and len(await accounts_of(session, stranger)) == 1:
        await bury(session, stranger, now)


async def _change(session: AsyncSession, column: Column, old: int, new: int | None) -> None:
    change = update(column.class_).where(column == old).values({column.key: new})
    await session.execute(_quiet(change))


def _quiet(statement: Any) -> Any:
    return statement.execution_options(synchronize_session=False)
