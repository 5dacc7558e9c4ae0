"""Teams of the practicum: who is in them, what they show, and how mentors reviewed it."""

from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId, Id, Moment


def _team() -> Any:
    return ForeignKey("team.id", ondelete="CASCADE")


class Team(Base):
    """People of one municipality who do the practicum of a version of a course together.

    `key` is the secret in the invitation's door; `accepted_at` when a mentor accepted the work.
    """

    __tablename__ = "team"
    __table_args__ = (
        UniqueConstraint("id", "course", "version"),
        UniqueConstraint("key"),
        CheckConstraint("version > 0", name="version"),
        Index("ix_team_municipality", "municipality_id"),
    )

    id: Mapped[Id]
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"))
    course: Mapped[str] = mapped_column(String(40))
    version: Mapped[int] = mapped_column(SmallInteger)
    name: Mapped[str] = mapped_column(String(60))
    key: Mapped[str] = mapped_column(String(32))
    made_at: Mapped[Moment]
    accepted_at: Mapped[Moment | None]


class TeamMember(Base):
    """Somebody in a team, under the name they chose for it.

    A version of a course is done in one team only; seats make the team's limit a constraint.
    """

    __tablename__ = "team_member"
    __table_args__ = (
        ForeignKeyConstraint(
            ["team_id", "course", "version"],
            ["team.id", "team.course", "team.version"],
            ondelete="CASCADE",
        ),
        UniqueConstraint("person_id", "course", "version"),
        UniqueConstraint("team_id", "seat"),
        CheckConstraint("seat between 1 and 12", name="seat"),
        CheckConstraint("side in ('city', 'civil')", name="side"),
    )

    team_id: Mapped[int] = mapped_column(BigId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    course: Mapped[str] = mapped_column(String(40))
    version: Mapped[int] = mapped_column(SmallInteger)
    name: Mapped[str] = mapped_column(String(60))
    side: Mapped[str] = mapped_column(String(8))
    seat: Mapped[int] = mapped_column(SmallInteger)
    joined_at: Mapped[Moment]


class TeamPiece(Base):
    """Evidence for a step: words, a picture, a PDF, or a survey or meeting that was held here.

    Of these two nothing is copied: they are counted whenever they are shown.
    """

    __tablename__ = "team_piece"
    __table_args__ = (
        UniqueConstraint("team_id", "step", "number"),
        UniqueConstraint("team_id", "step", "survey_id"),
        UniqueConstraint("team_id", "step", "meeting_id"),
        CheckConstraint("number between 1 and 6", name="number"),
        CheckConstraint("step in ('hear', 'plan', 'act', 'report')", name="step"),
        CheckConstraint("kind in ('text', 'photo', 'document', 'survey', 'meeting')", name="known"),
        CheckConstraint("kind <> 'text' or text <> ''", name="words"),
        CheckConstraint("(kind in ('photo', 'document')) = (media_id is not null)", name="media"),
        CheckConstraint("(kind = 'survey') = (survey_id is not null)", name="survey"),
        CheckConstraint("(kind = 'meeting') = (meeting_id is not null)", name="meeting"),
    )

    id: Mapped[Id]
    team_id: Mapped[int] = mapped_column(_team())
    step: Mapped[str] = mapped_column(String(8))
    number: Mapped[int] = mapped_column(SmallInteger)
    kind: Mapped[str] = mapped_column(String(8))
    text: Mapped[str] = mapped_column(String(3000), default="")
    media_id: Mapped[str | None] = mapped_column(String(40))
    size: Mapped[int] = mapped_column(default=0)  # bytes of a document
    survey_id: Mapped[int | None] = mapped_column(ForeignKey("survey.id"))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[Moment]


class TeamReview(Base):
    """The team has asked for a review: of the whole, one at a time.

    `scores` are 0 to 2 by point; `steps` those that are to be changed, none when it is accepted.
    """

    __tablename__ = "team_review"
    __table_args__ = (
        Index(
            "uq_team_review_open",
            "team_id",
            unique=True,
            postgresql_where=text("done_at is null"),
            sqlite_where=text("done_at is null"),
        ),
        CheckConstraint("verdict in ('', 'accepted', 'revise')", name="known"),
        CheckConstraint("(verdict = '') = (done_at is null)", name="decided"),
        CheckConstraint("verdict <> 'revise' or words <> ''", name="words"),
    )

    id: Mapped[Id]
    team_id: Mapped[int] = mapped_column(_team())
    asked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[Moment]
    verdict: Mapped[str] = mapped_column(String(8), default="")
    scores: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    steps: Mapped[list[str]] = mapped_column(JSON, default=list)
    words: Mapped[str] = mapped_column(String(2000), default="")
    done_at: Mapped[Moment | None]


class TeamCall(Base):
    """A mentor is asked to do a review; one at a time, and everybody who was asked stays here."""

    __tablename__ = "team_call"
    __table_args__ = (
        Index(
            "uq_team_call_open",
            "review_id",
            unique=True,
            postgresql_where=text("ended_at is null"),
            sqlite_where=text("ended_at is null"),
        ),
        Index("ix_team_call_mentor", "mentor_id"),
        CheckConstraint(
            "why in ('', 'done', 'declined', 'overdue', 'moved', 'gone')", name="known"
        ),
        CheckConstraint("(why = '') = (ended_at is null)", name="ended"),
    )

    id: Mapped[Id]
    review_id: Mapped[int] = mapped_column(ForeignKey("team_review.id", ondelete="CASCADE"))
    mentor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    since: Mapped[Moment]
    due_at: Mapped[Moment]
    ended_at: Mapped[Moment | None]
    why: Mapped[str] = mapped_column(String(8), default="")
