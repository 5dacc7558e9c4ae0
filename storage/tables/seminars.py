"""Seminars: who leads one, and what is handed out before or after it."""

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId, Id, Moment
from storage.tables.meetings import SEMINAR


def _of_seminar() -> tuple[ForeignKeyConstraint, CheckConstraint]:
    """The meeting that a row belongs to is a seminar."""
    return (
        ForeignKeyConstraint(["meeting_id", "meeting_kind"], ["meeting.id", "meeting.kind"]),
        CheckConstraint("meeting_kind = 'seminar'", name="of_seminar"),
    )


class SeminarTrainer(Base):
    """Somebody who leads a seminar; `shown_as` is the name they agreed to show, '' before."""

    __tablename__ = "seminar_trainer"
    __table_args__ = (*_of_seminar(), Index("ix_seminar_trainer_person", "person_id"))

    meeting_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    meeting_kind: Mapped[str] = mapped_column(String(8), default=SEMINAR)
    shown_as: Mapped[str] = mapped_column(String(120), default="")
    since: Mapped[Moment]


class Material(Base):
    """A document, a photo or a link of a seminar; `told_at` when those who took part were told."""

    __tablename__ = "material"
    __table_args__ = (
        *_of_seminar(),
        UniqueConstraint("meeting_id", "number"),
        CheckConstraint("number between 1 and 12", name="number"),
        CheckConstraint("kind in ('document', 'photo', 'link')", name="known"),
        CheckConstraint("title <> ''", name="titled"),
        CheckConstraint("(kind = 'link') = (url <> '')", name="link"),
        CheckConstraint("(kind = 'link') = (media_id is null)", name="media"),
    )

    id: Mapped[Id]
    meeting_id: Mapped[int] = mapped_column(BigId)
    meeting_kind: Mapped[str] = mapped_column(String(8), default=SEMINAR)
    number: Mapped[int] = mapped_column(SmallInteger)
    kind: Mapped[str] = mapped_column(String(8))
    title: Mapped[str] = mapped_column(String(120))
    media_id: Mapped[str | None] = mapped_column(String(32))
    size: Mapped[int] = mapped_column(default=0)  # bytes of a document
    url: Mapped[str] = mapped_column(String(500), default="")
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    added_at: Mapped[Moment]
    told_at: Mapped[Moment | None]
