"""Questions to the municipality or an expert, their answers, and what everybody may read."""

from datetime import date

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    String,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId, Id, Moment

ADDRESSEE = "addressee in ('office', 'expert')"
TOPIC = (
    "topic in ('road', 'water', 'waste', 'social', 'school', 'land', 'budget', 'rights', 'other')"
)
OPEN_TURN = "answered_at is null and closed_at is null"


class Question(Base):
    """What somebody asks, with all they ask further; `name` is there only if they told it.

    `may_publish` is their consent to a public answer without anything that leads to them.  Without
    an `owner_id` the coordinators see to it.  `meeting_id` is the seminar whose trainer is asked.
    """

    __tablename__ = "question"
    __table_args__ = (
        UniqueConstraint("id", "may_publish"),
        CheckConstraint(ADDRESSEE, name="addressee"),
        CheckConstraint(TOPIC, name="topic"),
        Index("ix_question_person", "person_id"),
        Index("ix_question_owner", "owner_id"),
        Index("ix_question_municipality", "municipality_id"),
    )

    id: Mapped[Id]
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str] = mapped_column(String(80), default="")
    addressee: Mapped[str] = mapped_column(String(8))
    topic: Mapped[str] = mapped_column(String(12))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    language: Mapped[str] = mapped_column(String(8))
    may_publish: Mapped[bool]
    asked_at: Mapped[Moment]


class QuestionTurn(Base):
    """One question of a thread with its answer; it ends answered, or closed without an answer."""

    __tablename__ = "question_turn"
    __table_args__ = (
        UniqueConstraint("question_id", "position"),
        UniqueConstraint("id", "question_id"),
        CheckConstraint("position > 0", name="counted"),
        CheckConstraint("due_at > asked_at", name="ahead"),
        CheckConstraint("answered_at is null or closed_at is null", name="one_end"),
        CheckConstraint(
            "answered_at is not null or (answer = '' and answered_by is null and rating = '')",
            name="answered",
        ),
        CheckConstraint("rating in ('', 'helps', 'partly', 'no')", name="rating"),
        Index(
            "ix_question_turn_open",
            "question_id",
            unique=True,
            postgresql_where=text(OPEN_TURN),
            sqlite_where=text(OPEN_TURN),
        ),
    )

    id: Mapped[Id]
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    position: Mapped[int] = mapped_column(SmallInteger)
    text: Mapped[str] = mapped_column(LongText)
    asked_at: Mapped[Moment]
    due_at: Mapped[Moment]
    answer: Mapped[str] = mapped_column(LongText, default="", server_default="")
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[Moment | None]
    closed_at: Mapped[Moment | None]  # taken back, or its asker is gone
    rating: Mapped[str] = mapped_column(String(8), default="", server_default="")
    kept_back: Mapped[bool] = mapped_column(default=False, server_default=false())


class QuestionPass(Base):
    """A question went to somebody else: passed on by its owner with a reason, or assigned."""

    __tablename__ = "question_pass"
    __table_args__ = (
        CheckConstraint("kind in ('passed', 'assigned')", name="known"),
        CheckConstraint("kind = 'assigned' or reason <> ''", name="reasoned"),
        Index("ix_question_pass_question", "question_id"),
    )

    id: Mapped[Id]
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    kind: Mapped[str] = mapped_column(String(8))
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    from_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    to_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(LongText, default="")
    at: Mapped[Moment]


class PublicAnswer(Base):
    """A question and its answer as everybody may read them.

    It refers to the asker's consent: as long as it is here the consent cannot be taken back, and
    without the consent it cannot come here.  `checked_by` has ticked that nobody can be recognised.
    """

    __tablename__ = "public_answer"
    __table_args__ = (
        ForeignKeyConstraint(["question_id", "agreed"], ["question.id", "question.may_publish"]),
        ForeignKeyConstraint(
            ["turn_id", "question_id"], ["question_turn.id", "question_turn.question_id"]
        ),
        CheckConstraint("agreed", name="agreed"),
        CheckConstraint("question <> '' and answer <> ''", name="said"),
        CheckConstraint(TOPIC, name="topic"),
        Index("ix_public_answer_municipality", "municipality_id", "published_at"),
        Index("ix_public_answer_question", "question_id"),
    )

    turn_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    question_id: Mapped[int] = mapped_column(BigId)
    agreed: Mapped[bool]
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"))
    topic: Mapped[str] = mapped_column(String(12))
    language: Mapped[str] = mapped_column(String(8))
    question: Mapped[str] = mapped_column(LongText)
    answer: Mapped[str] = mapped_column(LongText)
    checked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    published_at: Mapped[Moment]
    helped: Mapped[int] = mapped_column(default=0, server_default="0")


class AnswerRoute(Base):
    """Who gets the questions on a topic."""

    __tablename__ = "answer_route"
    __table_args__ = (
        CheckConstraint(ADDRESSEE, name="addressee"),
        CheckConstraint(TOPIC, name="topic"),
        Index("ix_answer_route_person", "person_id"),
    )

    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"), primary_key=True)
    addressee: Mapped[str] = mapped_column(String(8), primary_key=True)
    topic: Mapped[str] = mapped_column(String(12), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class DayOff(Base):
    """A day without work that the law does not name: declared for one year, or the place's own."""

    __tablename__ = "day_off"

    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
