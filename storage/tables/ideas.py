"""Ideas of citizens, and who supports them."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, Moment


class Idea(Base):
    """What somebody proposes, shown as written.  `number` is what people call it by."""

    __tablename__ = "idea"
    __table_args__ = (
        UniqueConstraint("municipality_id", "number"),
        CheckConstraint(
            "state in ('submitted', 'admitted', 'declined', 'withdrawn')", name="known"
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
    photo: Mapped[str | None] = mapped_column(ForeignKey("media.id"))
    state: Mapped[str] = mapped_column(String(12), default="submitted")
    submitted_at: Mapped[Moment]


class Support(Base):
    """One person stands behind one idea."""

    __tablename__ = "support"
    __table_args__ = (Index("ix_support_person", "person_id"),)

    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    at: Mapped[Moment]
