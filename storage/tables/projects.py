"""What becomes of the winners: updates, followers, and citizens who confirm or dispute."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, Moment, Text


class ProjectUpdate(Base):
    """News of a project in words, with a photo perhaps; `stage` is the project's from then on."""

    __tablename__ = "project_update"
    __table_args__ = (Index("ix_project_update_project", "project_id"),)

    id: Mapped[Id]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    at: Mapped[Moment]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    stage: Mapped[str] = mapped_column(String(8))
    text: Mapped[Text]
    photo: Mapped[str | None] = mapped_column(ForeignKey("media.id"))


class Follow(Base):
    """Who wants to hear of a project."""

    __tablename__ = "follow"
    __table_args__ = (Index("ix_follow_person", "person_id"),)

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    at: Mapped[Moment]


class ProjectNote(Base):
    """A citizen confirms or disputes what an update says; a dispute is owed an answer."""

    __tablename__ = "project_note"
    __table_args__ = (
        UniqueConstraint("update_id", "person_id"),
        CheckConstraint("kind in ('confirm', 'dispute')", name="known"),
        Index("ix_project_note_project", "project_id"),
    )

    id: Mapped[Id]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    update_id: Mapped[int | None] = mapped_column(ForeignKey("project_update.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str] = mapped_column(String(8))
    text: Mapped[str] = mapped_column(LongText, default="")
    photo: Mapped[str | None] = mapped_column(ForeignKey("media.id"))
    at: Mapped[Moment]
    due_at: Mapped[Moment | None]
    answer: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)  # by language
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[Moment | None]
