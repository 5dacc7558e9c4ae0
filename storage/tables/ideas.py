"""Ideas of citizens, and who supports them."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, Moment


class Idea(Base):
    """What somebody proposes, shown as written.  `number` is what people call it by.

    Within an edition (`process_id`) it is reviewed: submitted, perhaps returned to be corrected,
    reviewing, then admitted or declined, perhaps appealed; merged into another; kept for next year;
    hidden after a report.  One that has gone on under another number, merged or submitted again,
    says so in `merged_into`.
    """

    __tablename__ = "idea"
    __table_args__ = (
        UniqueConstraint("municipality_id", "number"),
        CheckConstraint(
            "state in ('submitted', 'returned', 'reviewing', 'admitted', 'declined', 'appealed',"
            " 'merged', 'withdrawn', 'kept', 'hidden')",
            name="known",
        ),
        CheckConstraint("(lat is null) = (lon is null)", name="whole_place"),
        Index("ix_idea_author", "author_id"),
    )

    id: Mapped[Id]
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"))
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlement.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(80))
    text: Mapped[str] = mapped_column(LongText)
    language: Mapped[str] = mapped_column(String(8))
    category: Mapped[str] = mapped_column(String(20))
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    place: Mapped[str] = mapped_column(String(200), default="", server_default="")  # in words
    photo: Mapped[str | None] = mapped_column(ForeignKey("media.id"))  # the first one
    process_id: Mapped[int | None] = mapped_column(ForeignKey("process.id"), index=True)
    zone: Mapped[str] = mapped_column(String(40), default="", server_default="")
    cost: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)  # the author's guess
    beneficiaries: Mapped[str] = mapped_column(String(300), default="", server_default="")
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("idea.id"))
    fix_until: Mapped[Moment | None]  # while it is returned
    final: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)  # for the ballot
    exclusive: Mapped[str] = mapped_column(String(20), default="", server_default="")
    state: Mapped[str] = mapped_column(String(12), default="submitted")
    submitted_at: Mapped[Moment]


class IdeaPhoto(Base):
    """A further photo of an idea; `position` is 2 or 3."""

    __tablename__ = "idea_photo"

    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    media_id: Mapped[str] = mapped_column(ForeignKey("media.id"))


class Support(Base):
    """One person stands behind one idea."""

    __tablename__ = "support"
    __table_args__ = (Index("ix_support_person", "person_id"),)

    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    at: Mapped[Moment]


class IdeaReport(Base):
    """Somebody finds that an idea should not be shown; a coordinator decides, for a `reason`."""

    __tablename__ = "idea_report"

    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    why: Mapped[str] = mapped_column(String(20))
    at: Mapped[Moment]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[Moment | None]
    upheld: Mapped[bool | None]
    reason: Mapped[str] = mapped_column(String(600), default="", server_default="")
