"""Meetings with residents, and who has signed up for them."""

from typing import Any

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

MEETING, SEMINAR = "meeting", "seminar"


class Meeting(Base):
    """A public meeting.  `version` grows with every move and with cancelling.

    Reminders and letters carry the version they were written for; an older one is never sent.
    Meetings of one series are rows of their own that name the first of them.  `reminders` are
    minutes before the start.

    A seminar of the Academy is a meeting too; `lesson` is the one that it belongs to, as
    "course.lesson", or ''.
    """

    __tablename__ = "meeting"
    __table_args__ = (
        UniqueConstraint("id", "kind"),
        CheckConstraint("state in ('planned', 'cancelled', 'held')", name="known"),
        CheckConstraint("kind in ('meeting', 'seminar')", name="kind"),
        CheckConstraint("kind = 'seminar' or lesson = ''", name="lesson"),
        CheckConstraint("seats is null or seats > 0", name="some_seats"),
        CheckConstraint("(lat is null) = (lon is null)", name="whole_place"),
        CheckConstraint("lasts > 0", name="some_time"),
        CheckConstraint("by_hand >= 0", name="counted"),
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
    door_key: Mapped[str] = mapped_column(String(16), default="", server_default="")
    by_hand: Mapped[int] = mapped_column(default=0, server_default="0")  # who came without a phone
    kind: Mapped[str] = mapped_column(String(8), default=MEETING, server_default=MEETING)
    lesson: Mapped[str] = mapped_column(String(80), default="", server_default="")
    made_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[Moment]


class Signup(Base):
    """Somebody wants to come to a meeting and be reminded of it.

    Each has a seat with a number of its own; without one they wait until a seat is free, or have
    come without having signed up.
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
    came_at: Mapped[Moment | None]


class Minutes(Base):
    """What was decided at a meeting, and who was there to decide.

    `present` may vote, `advisory` may only speak, `voters` is how many could have come to vote.
    `file` is {"media", "name", "size"}; `sheet` is the photo of the list that people signed.
    """

    __tablename__ = "minutes"
    __table_args__ = (
        CheckConstraint("present >= 0 and advisory >= 0", name="counted"),
        CheckConstraint("voters is null or present <= voters", name="no_more_than_voters"),
    )

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), primary_key=True)
    decided: Mapped[Text] = mapped_column(default=dict)
    photos: Mapped[list[str]] = mapped_column(JSON, default=list)
    file: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    chair: Mapped[str] = mapped_column(String(120), default="")
    secretary: Mapped[str] = mapped_column(String(120), default="")
    present: Mapped[int] = mapped_column(default=0)
    advisory: Mapped[int] = mapped_column(default=0)
    voters: Mapped[int | None]
    sheet: Mapped[str] = mapped_column(String(32), default="")
    made_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[Moment]
    told_at: Mapped[Moment | None]


class Motion(Base):
    """A question on which a meeting voted by hands: `options` are {"name", "hands"}."""

    __tablename__ = "motion"
    __table_args__ = (Index("ix_motion_meeting", "meeting_id"),)

    id: Mapped[Id]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    question: Mapped[Text]
    options: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    made_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[Moment]
