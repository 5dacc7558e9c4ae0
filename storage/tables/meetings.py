"""Meetings with residents, and who has signed up for them."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, Moment, Text


class Meeting(Base):
    """A public meeting.  `version` grows with every move and with cancelling.

    Reminders and letters carry the version they were written for; an older one is never sent.
    """

    __tablename__ = "meeting"
    __table_args__ = (
        CheckConstraint("state in ('planned', 'cancelled', 'held')", name="known"),
        CheckConstraint("seats is null or seats > 0", name="some_seats"),
        CheckConstraint("(lat is null) = (lon is null)", name="whole_place"),
        Index("ix_meeting_coming", "municipality_id", "starts_at"),
    )

    id: Mapped[Id]
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"))
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlement.id"))
    title: Mapped[Text]
    place: Mapped[Text]
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    starts_at: Mapped[Moment]
    state: Mapped[str] = mapped_column(String(10), default="planned")
    version: Mapped[int] = mapped_column(default=1)
    seats: Mapped[int | None] = mapped_column(SmallInteger)
    made_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[Moment]


class Signup(Base):
    """Somebody wants to come to a meeting and be reminded of it."""

    __tablename__ = "signup"
    __table_args__ = (Index("ix_signup_person", "person_id"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    at: Mapped[Moment]
