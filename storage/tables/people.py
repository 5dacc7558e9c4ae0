"""Places, people, their accounts on messengers, and what each may do."""

from datetime import date, time
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Data, Id, Moment, Text


class Municipality(Base):
    """One of the self-governing units; its settings are rules for everybody in it."""

    __tablename__ = "municipality"
    __table_args__ = (
        CheckConstraint("keep_months between 6 and 60", name="keep_months"),
        CheckConstraint("answer_days between 1 and 30", name="answer_days"),
    )

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[Text]
    region: Mapped[Text]
    kind: Mapped[str] = mapped_column(String(24), default="self_governing_community")
    main_language: Mapped[str] = mapped_column(String(8), default="ka")
    time_zone: Mapped[str] = mapped_column(String(40), default="Asia/Tbilisi")
    quiet_from: Mapped[time] = mapped_column(default=time(21, 0))
    quiet_until: Mapped[time] = mapped_column(default=time(9, 0))
    office_phone: Mapped[str] = mapped_column(String(40), default="")
    process_kind: Mapped[str] = mapped_column(String(20), default="civil")
    active: Mapped[bool] = mapped_column(default=False)
    fictional: Mapped[bool] = mapped_column(default=False)
    # Of announcements: from so many people on a second person agrees; what one message costs on
    # a messenger that charges, in 1/10,000 of a euro; what may be spent in a month, in euros.
    approve_from: Mapped[int] = mapped_column(default=500, server_default="500")
    message_price: Mapped[int] = mapped_column(default=0, server_default="0")
    monthly_ceiling: Mapped[int] = mapped_column(default=0, server_default="0")
    keep_months: Mapped[int] = mapped_column(default=18, server_default="18")  # storage.keeping
    answer_days: Mapped[int] = mapped_column(default=10, server_default="10")  # working days


class Settlement(Base):
    """A village, small town, town or city district; imported from the municipality's own list."""

    __tablename__ = "settlement"
    __table_args__ = (UniqueConstraint("municipality_id", "code"),)

    id: Mapped[Id]
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"))
    code: Mapped[str] = mapped_column(String(40))
    name: Mapped[Text]
    kind: Mapped[str] = mapped_column(String(20), default="village")


def _first_day(row: Any) -> date:
    """Somebody's first day is the day on which the bot met them."""
    met: date = row.get_current_parameters()["created_at"].date()
    return met


class Person(Base):
    """Somebody who wrote to the bot.  Deleting oneself leaves this row as a tombstone, emptied.

    `kept_from` is the local day from which the months of keeping run; `delete_on` the day on which
    the data will be deleted, once this is decided (storage.keeping).
    """

    __tablename__ = "person"
    __table_args__ = (
        Index(
            "ix_person_kept",
            "municipality_id",
            "kept_from",
            postgresql_where=text("deleted_at is null"),
            sqlite_where=text("deleted_at is null"),
        ),
    )

    id: Mapped[Id]
    language: Mapped[str] = mapped_column(String(8), default="ka")
    municipality_id: Mapped[str | None] = mapped_column(ForeignKey("municipality.id"))
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlement.id"))
    name: Mapped[str] = mapped_column(String(120), default="")
    phone_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    consent: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    age_from: Mapped[int] = mapped_column(default=0, server_default="0")  # at least, as they said
    created_at: Mapped[Moment]
    kept_from: Mapped[date] = mapped_column(default=_first_day)
    delete_on: Mapped[date | None]
    deleted_at: Mapped[Moment | None]


class Account(Base):
    """One person's chat with one of our bots."""

    __tablename__ = "account"
    __table_args__ = (
        UniqueConstraint("bot", "address"),
        Index("ix_account_person", "person_id"),
        Index("ix_account_draft", "draft_id"),  # emptied when the draft goes: at every last answer
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    bot: Mapped[str] = mapped_column(String(40))
    address: Mapped[str] = mapped_column(String(80))
    reachable: Mapped[bool] = mapped_column(default=True)
    opted_out: Mapped[bool] = mapped_column(default=False)
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id", ondelete="SET NULL"))
    door: Mapped[str] = mapped_column(String(32), default="")
    # See storage.sessions; both are null and false on a messenger that never charges.
    session_from: Mapped[Moment | None]
    session_spent: Mapped[bool] = mapped_column(default=False, server_default=false())
    created_at: Mapped[Moment]


class Draft(Base):
    """A conversation in progress.  `state` is JSON, not JSONB: the order of answers is kept."""

    __tablename__ = "draft"
    __table_args__ = (
        UniqueConstraint("person_id", "script", "subject"),
        Index("ix_draft_updated", "updated_at"),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    script: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(80), default="")
    state: Mapped[Data]
    version: Mapped[int] = mapped_column(default=0)
    updated_at: Mapped[Moment]


class Role(Base):
    """What a person may do in one municipality; see storage.staff."""

    __tablename__ = "role"
    __table_args__ = (
        CheckConstraint(
            "role in ('coordinator', 'partner', 'observer', 'reviewer', 'helper', 'official',"
            " 'expert', 'lawyer', 'mentor', 'trainer')",
            name="known",
        ),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"), primary_key=True)
    role: Mapped[str] = mapped_column(String(20), primary_key=True)
    since: Mapped[Moment]


class Invitation(Base):
    """A one-time code that appoints whoever presents it first; only its hash is kept."""

    __tablename__ = "invitation"

    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"))
    role: Mapped[str] = mapped_column(String(20))
    made_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    expires_at: Mapped[Moment]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    used_at: Mapped[Moment | None]


class Link(Base):
    """A one-time code by which a person brings another messenger's account to the same person."""

    __tablename__ = "link"

    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    expires_at: Mapped[Moment]
    used_at: Mapped[Moment | None]


class Door(Base):
    """A short code on a poster: it leads into a municipality, settlement and journey."""

    __tablename__ = "door"

    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"))
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlement.id"))
    journey: Mapped[str] = mapped_column(String(40), default="")
    subject: Mapped[str] = mapped_column(String(80), default="")
    made_at: Mapped[Moment]
