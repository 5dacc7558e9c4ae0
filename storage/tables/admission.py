"""Calls for a guided cohort of the Academy, and who has applied."""

from datetime import date
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

from storage.base import Base, Data, Id, Moment, Text, Unread


class AdmissionCall(Base):
    """A municipality invites people to learn a track of a course together, between two days.

    `form` is a copy of what applicants are asked, so nothing of it changes while they answer.
    Decisions are told once, at `told_at`; `figures` are what was counted then.
    """

    __tablename__ = "admission_call"
    __table_args__ = (
        CheckConstraint("places between 1 and 200", name="places"),
        CheckConstraint("last_day < starts_on and starts_on <= ends_on", name="dates"),
        CheckConstraint("(told_at is null) = (figures is null)", name="told"),
        Index("ix_admission_call_municipality", "municipality_id"),
    )

    id: Mapped[Id]
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"))
    course: Mapped[str] = mapped_column(String(40))
    track: Mapped[str] = mapped_column(String(20))
    title: Mapped[Text]
    places: Mapped[int] = mapped_column(SmallInteger)
    last_day: Mapped[date]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    form: Mapped[str] = mapped_column(Unread)
    digest: Mapped[str] = mapped_column(String(64))
    made_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[Moment]
    told_at: Mapped[Moment | None]
    figures: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)


class Application(Base):
    """Somebody's application to a call, under a number and, if they wrote one, a name.

    Whoever is accepted has a seat.  The reserve stands in the order in which it was marked.
    """

    __tablename__ = "application"
    __table_args__ = (
        UniqueConstraint("call_id", "person_id"),
        UniqueConstraint("call_id", "number"),
        UniqueConstraint("call_id", "seat"),
        CheckConstraint("mark in ('', 'accept', 'reserve', 'decline')", name="known"),
        CheckConstraint("(mark = '') = (marked_at is null)", name="marked"),
        CheckConstraint("(mark = 'accept') = (seat is not null)", name="seated"),
        CheckConstraint("mark in ('', 'accept') or reason <> ''", name="reason"),
        CheckConstraint("seat between 1 and 200", name="seat"),
        Index("ix_application_person", "person_id"),
    )

    id: Mapped[Id]
    call_id: Mapped[int] = mapped_column(ForeignKey("admission_call.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    number: Mapped[int] = mapped_column(SmallInteger)
    name: Mapped[str] = mapped_column(String(60), default="")
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlement.id"))
    answers: Mapped[Data]
    applied_at: Mapped[Moment]
    mark: Mapped[str] = mapped_column(String(8), default="")
    reason: Mapped[str] = mapped_column(String(300), default="")
    marked_at: Mapped[Moment | None]
    seat: Mapped[int | None] = mapped_column(SmallInteger)
