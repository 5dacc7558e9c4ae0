"""Meetings with residents, and who has signed up for them."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from bot.civic.hours import USUAL
from storage.base import Base, Id, Moment, Text


class Meeting(Base):
    """A public meeting.  `version` grows with every move and with cancelling.

    Reminders and letters carry the version they were written for; an older one is never sent.
    Meetings of one series are rows of their own that name the first of them.  `reminders` are
    minutes before the start.
    """

    __tablename__ = "meeting"
    __table_args__ = (
        CheckConstraint("state in ('planned', 'cancelled', 'held')", name="known"),
        CheckConstraint("seats is null or seats > 0", name="some_seats"),
        CheckConstraint("(lat is null) = (lon is null)", name="whole_place"),
        CheckConstraint("lasts > 0", name="some_time"),
        Index("ix_meeting_coming", "municipality_id", "starts_at"),
        Index("ix_meeting_series", "series_id"),
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
    series_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    lasts: Mapped[int] = mapped_column(SmallInteger, default=120, server_default="120")  # minutes
    reminders: Mapped[list[int]] = mapped_column(
        JSON, default=lambda: list(USUAL), server_default="[1440, 120]"
    )
    agenda: Mapped[Text] = mapped_column(default=dict, server_default="{}")
    made_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[Moment]


class Signup(Base):
    """Somebody wants to come to a meeting and be reminded of it.

    Each has a seat with a number of its own; without one they wait until a seat is free.
    """

    __tablename__ = "signup"
    __table_args__ = (
        UniqueConstraint("meeting_id", "seat"),
        CheckConstraint("seat > 0", name="counted"),
        Index("ix_signup_person", "person_id"),
    )

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    at: Mapped[Moment]
    seat: Mapped[int | None]
