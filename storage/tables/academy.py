"""Who learns, how far they are, and what they answered in a quiz."""

from sqlalchemy import CheckConstraint, ForeignKey, SmallInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, Moment


class Learner(Base):
    """Somebody on a track of a version of a course; `finished_at` when all its lessons are passed.

    A new version is begun as a new row, so nobody's course changes under them.
    """

    __tablename__ = "learner"
    __table_args__ = (
        UniqueConstraint("person_id", "course", "version", "track"),
        CheckConstraint("version > 0", name="version"),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    course: Mapped[str] = mapped_column(String(40))
    version: Mapped[int] = mapped_column(SmallInteger)
    track: Mapped[str] = mapped_column(String(20))
    started_at: Mapped[Moment]
    active_at: Mapped[Moment]
    finished_at: Mapped[Moment | None]


class LessonProgress(Base):
    """How far a learner is in a lesson; no row before its first card has been read."""

    __tablename__ = "lesson_progress"

    learner_id: Mapped[int] = mapped_column(
        ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True
    )
    lesson: Mapped[str] = mapped_column(String(40), primary_key=True)
    card: Mapped[str] = mapped_column(String(40), default="")
    acted_at: Mapped[Moment | None]
    passed_at: Mapped[Moment | None]


class QuizAnswer(Base):
    """An answer in an attempt at a quiz: right or not, and not what it was."""

    __tablename__ = "quiz_answer"
    __table_args__ = (CheckConstraint("attempt > 0", name="attempt"),)

    learner_id: Mapped[int] = mapped_column(
        ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True
    )
    lesson: Mapped[str] = mapped_column(String(40), primary_key=True)
    attempt: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    question: Mapped[str] = mapped_column(String(40), primary_key=True)
    right: Mapped[bool]
    at: Mapped[Moment]
