"""Everything that is stored of one person, for that person to read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.survey.form import Form
from bot.civic.survey.written import read
from storage import certificates, polls
from storage.certificates import Paper
from storage.media import FILE
from storage.staff import Post, posts_of
from storage.tables.academy import Learner, LessonProgress
from storage.tables.admission import AdmissionCall, Application
from storage.tables.electorate import Proof
from storage.tables.handbook import RightsConfirmation
from storage.tables.ideas import Idea, IdeaReport, Support
from storage.tables.mail import Letter
from storage.tables.meetings import Meeting, Signup
from storage.tables.people import Account, Draft, Municipality, Person, Settlement
from storage.tables.practicum import Team, TeamCall, TeamMember, TeamPiece, TeamReview
from storage.tables.projects import Follow, ProjectNote
from storage.tables.questions import Question, QuestionTurn
from storage.tables.reviews import Review
from storage.tables.seminars import SeminarTrainer
from storage.tables.surveys import (
    Survey,
    SurveyAnswered,
    SurveyHelp,
    SurveyResponse,
    SurveyRevision,
)
from storage.tables.topics import TopicChoice
from storage.tables.votes import Electorate, Process, Project
from storage.tables.work import Media

Name = dict[str, str]


@dataclass(frozen=True, slots=True)
class Profile:
    """What the person's own row holds."""

    language: str
    municipality: Name | None
    settlement: Name | None
    name: str
    phone: bool
    consent: dict[str, Any] | None
    age_from: int


@dataclass(frozen=True, slots=True)
class Answered:
    """Somebody's answers to a survey with names, or to a call, by the paths of its questions."""

    survey: Name
    form: Form
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Everything:
    """All of it."""

    profile: Profile
    accounts: list[tuple[str, datetime]]
    topics: list[tuple[str, str]]
    posts: list[Post]
    ideas: list[tuple[int, str]]
    supports: list[str]
    appeals: list[tuple[int, str]]
    reports: list[tuple[int, str]]
    answers: list[Answered]
    anonymous: list[Name]
    helped: list[tuple[Name, int]]
    teams: list[tuple[str, str, str, int]]
    mentored: list[tuple[str, str]]
    follows: list[Name]
    remarks: list[tuple[Name, str]]
    signups: list[Name]
    seminars: list[tuple[Name, str]]
    learnings: list[tuple[str, int, int]]
    applications: list[tuple[str, Answered]]
    votes: list[Name]
    proofs: list[Name]
    polls: list[tuple[Name, Name]]
    questions: list[tuple[int, str, str]]
    replies: int
    confirmed: list[tuple[str, str, datetime]]
    certificates: list[Paper]
    drafts: int
    photos: int
    letters: int


async def everything(session: AsyncSession, person_id: int) -> Everything:
    """What we know of this person."""
    mine = select(Account.id).where(Account.person_id == person_id)
    return Everything(
        profile=await _profile(session, person_id),
        accounts=await _pairs(
            session, select(Account.bot, Account.created_at).where(Account.person_id == person_id)
        ),
        topics=await _pairs(session, _topics(person_id)),
        posts=await posts_of(session, person_id),
        ideas=await _pairs(
            session, select(Idea.number, Idea.title).where(Idea.author_id == person_id)
        ),
        supports=await _column(session, _supports(person_id)),
        appeals=await _pairs(session, _appeals(person_id)),
        reports=await _pairs(session, _reports(person_id)),
        answers=await _answers(session, person_id),
        anonymous=await _column(session, _anonymous(person_id)),
        helped=await _helped(session, person_id),
        teams=await _pairs(session, _teams(person_id)),
        mentored=await _pairs(session, _mentored(person_id)),
        follows=await _column(session, _follows(person_id)),
        remarks=await _pairs(session, _remarks(person_id)),
        signups=await _column(session, _signups(person_id)),
        seminars=await _pairs(session, _seminars(person_id)),
        learnings=await _pairs(session, _learnings(person_id)),
        applications=await _applications(session, person_id),
        votes=await _column(session, _votes(person_id)),
        proofs=await _column(session, _proofs(person_id)),
        questions=await _pairs(session, _questions(person_id)),
        replies=await _count(session, _replies(person_id)),
        polls=await polls.of_person(session, person_id),
        confirmed=await _pairs(session, _confirmed(person_id)),
        certificates=await certificates.of_person(session, person_id),
        drafts=await _count(session, select(Draft.id).where(Draft.person_id == person_id)),
        photos=await _count(session, _photos(person_id)),
        letters=await _count(session, select(Letter.id).where(Letter.account_id.in_(mine))),
    )


async def _profile(session: AsyncSession, person_id: int) -> Profile:
    query = (
        select(
            Person.language,
            Municipality.name,
            Settlement.name,
            Person.name,
            Person.phone_key.is_not(None),
            Person.consent,
            Person.age_from,
        )
        .outerjoin(Municipality, Municipality.id == Person.municipality_id)
        .outerjoin(Settlement, Settlement.id == Person.settlement_id)
        .where(Person.id == person_id)
    )
    return Profile(*(await session.execute(query)).one())


async def _answers(session: AsyncSession, person_id: int) -> list[Answered]:
    query = (
        select(Survey.title, SurveyRevision.form, SurveyResponse.answers)
        .join(Survey, Survey.id == SurveyResponse.survey_id)
        .join(
            SurveyRevision,
            and_(
                SurveyRevision.survey_id == SurveyResponse.survey_id,
                SurveyRevision.number == SurveyResponse.revision,
            ),
        )
        .where(SurveyResponse.person_id == person_id)
        .order_by(Survey.id)
    )
    rows = await session.execute(query)
    return [Answered(title, read(form), values) for title, form, values in rows]


async def _applications(session: AsyncSession, person_id: int) -> list[tuple[str, Answered]]:
    """To which calls somebody has applied: under which name, with which answers."""
    query = (
        select(Application.name, AdmissionCall.title, AdmissionCall.form, Application.answers)
        .join(AdmissionCall, AdmissionCall.id == Application.call_id)
        .where(Application.person_id == person_id)
        .order_by(Application.id)
    )
    rows = await session.execute(query)
    return [(name, Answered(title, read(form), values)) for name, title, form, values in rows]


def _topics(person_id: int) -> Any:
    """What differs from "at once"."""
    mine = TopicChoice.person_id == person_id
    return select(TopicChoice.topic, TopicChoice.mode).where(mine).order_by(TopicChoice.topic)


def _follows(person_id: int) -> Select[Any]:
    joined = select(Project.title).join(Follow, Follow.project_id == Project.id)
    return joined.where(Follow.person_id == person_id).order_by(Project.id)


def _remarks(person_id: int) -> Any:
    joined = select(Project.title, ProjectNote.text).join(
        ProjectNote, ProjectNote.project_id == Project.id
    )
    return joined.where(ProjectNote.person_id == person_id).order_by(ProjectNote.id)


def _supports(person_id: int) -> Select[Any]:
    joined = select(Idea.title).join(Support, Support.idea_id == Idea.id)
    return joined.where(Support.person_id == person_id).order_by(Idea.number)


def _reports(person_id: int) -> Any:
    joined = select(Idea.number, Idea.title).join(IdeaReport, IdeaReport.idea_id == Idea.id)
    return joined.where(IdeaReport.person_id == person_id).order_by(Idea.number)


def _appeals(person_id: int) -> Any:
    joined = select(Idea.number, Review.plea).join(Review, Review.idea_id == Idea.id)
    mine = (Idea.author_id == person_id, Review.plea != "")
    return joined.where(*mine).order_by(Review.id)


def _questions(person_id: int) -> Any:
    """What they asked and what they were answered."""
    joined = select(Question.id, QuestionTurn.text, QuestionTurn.answer).join(
        QuestionTurn, QuestionTurn.question_id == Question.id
    )
    mine = (Question.person_id == person_id, QuestionTurn.text != "")
    return joined.where(*mine).order_by(Question.id, QuestionTurn.position)


def _replies(person_id: int) -> Select[Any]:
    return select(QuestionTurn.id).where(QuestionTurn.answered_by == person_id)


def _anonymous(person_id: int) -> Select[Any]:
    joined = select(Survey.title).join(SurveyAnswered, SurveyAnswered.survey_id == Survey.id)
    return joined.where(SurveyAnswered.person_id == person_id).order_by(Survey.id)


async def _helped(session: AsyncSession, person_id: int) -> list[tuple[Name, int]]:
    """Surveys for which somebody entered neighbours' answers, and how many."""
    counts = (
        select(SurveyHelp.survey_id, func.sum(SurveyHelp.interviews).label("count"))
        .where(SurveyHelp.person_id == person_id)
        .group_by(SurveyHelp.survey_id)
        .subquery()
    )
    named = select(Survey.title, counts.c.count).join(counts, counts.c.survey_id == Survey.id)
    return [(title, int(n)) for title, n in await session.execute(named.order_by(Survey.id))]


def _teams(person_id: int) -> Any:
    """Teams, under which name and on which side, and how much of their evidence is theirs."""
    pieces = (
        select(func.count())
        .where(TeamPiece.team_id == TeamMember.team_id, TeamPiece.made_by == person_id)
        .scalar_subquery()
    )
    joined = select(Team.name, TeamMember.name, TeamMember.side, pieces).join(
        Team, Team.id == TeamMember.team_id
    )
    return joined.where(TeamMember.person_id == person_id).order_by(Team.id)


def _mentored(person_id: int) -> Any:
    """Teams whose work somebody has reviewed, and their words."""
    joined = (
        select(Team.name, TeamReview.words)
        .join(TeamReview, TeamReview.team_id == Team.id)
        .join(TeamCall, TeamCall.review_id == TeamReview.id)
    )
    mine = (TeamCall.mentor_id == person_id, TeamCall.why == "done")
    return joined.where(*mine).order_by(TeamReview.id)


def _signups(person_id: int) -> Select[Any]:
    joined = select(Meeting.title).join(Signup, Signup.meeting_id == Meeting.id)
    return joined.where(Signup.person_id == person_id).order_by(Meeting.starts_at)


def _seminars(person_id: int) -> Any:
    """Seminars that somebody leads, and the name that people see there, or ''."""
    joined = select(Meeting.title, SeminarTrainer.shown_as).join(
        SeminarTrainer, SeminarTrainer.meeting_id == Meeting.id
    )
    return joined.where(SeminarTrainer.person_id == person_id).order_by(Meeting.starts_at)


def _learnings(person_id: int) -> Any:
    """Courses with their version, and how many lessons are passed."""
    passed = func.count(LessonProgress.passed_at)
    joined = select(Learner.course, Learner.version, passed).outerjoin(
        LessonProgress, LessonProgress.learner_id == Learner.id
    )
    mine = joined.where(Learner.person_id == person_id).group_by(Learner.id)
    return mine.order_by(Learner.id)


def _proofs(person_id: int) -> Select[Any]:
    joined = select(Process.name).join(Proof, Proof.process_id == Process.id)
    return joined.where(Proof.person_id == person_id).order_by(Process.id)


def _votes(person_id: int) -> Select[Any]:
    joined = select(Process.name).join(Electorate, Electorate.process_id == Process.id)
    mine = (Electorate.person_id == person_id, Electorate.state != "joined")
    return joined.where(*mine).order_by(Process.id)


def _confirmed(person_id: int) -> Any:
    """Texts of the handbook that a lawyer stands for."""
    row = RightsConfirmation
    mine = select(row.entry, row.language, row.at).where(row.person_id == person_id)
    return mine.order_by(row.at, row.entry)


def _photos(person_id: int) -> Select[Any]:
    return select(Media.id).where(Media.owner_id == person_id, Media.kind != FILE)


async def _pairs(session: AsyncSession, query: Any) -> list[Any]:
    return [tuple(row) for row in await session.execute(query)]


async def _column(session: AsyncSession, query: Any) -> list[Any]:
    return list((await session.execute(query)).scalars())


async def _count(session: AsyncSession, query: Any) -> int:
    counted = select(func.count()).select_from(query.subquery())
    return int((await session.execute(counted)).scalar_one())
