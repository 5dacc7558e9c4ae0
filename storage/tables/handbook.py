"""The handbook of rights: who confirmed which words, and how many voters there are."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, Moment


class RightsConfirmation(Base):
    """A lawyer stands for a text of the handbook in one municipality.

    `digest` names the words: of a changed text nothing is confirmed.  `name` is what people read
    beside it, as the lawyer had it when confirming.
    """

    __tablename__ = "rights_confirmation"

    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"), primary_key=True)
    entry: Mapped[str] = mapped_column(String(32), primary_key=True)
    digest: Mapped[str] = mapped_column(String(16), primary_key=True)
    language: Mapped[str] = mapped_column(String(8))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str] = mapped_column(String(120))
    at: Mapped[Moment]


class VoterCount(Base):
    """How many voters were registered on a day; the latest one counts, the others stay."""

    __tablename__ = "voter_count"
    __table_args__ = (
        CheckConstraint("voters > 0", name="some"),
        Index("ix_voter_count_place", "municipality_id", "settlement_id"),
    )

    id: Mapped[Id]
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"))
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlement.id"))
    voters: Mapped[int]
    counted_on: Mapped[date]
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[Moment]
