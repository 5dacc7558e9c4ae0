"""Machinery: who holds a bot, slow jobs, what falls due, files, and the append-only log."""

from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    LargeBinary,
    SmallInteger,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Data, Id, Moment


class Lease(Base):
    """One process at a time holds a name; `fence` grows with every change of holder."""

    __tablename__ = "lease"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    holder: Mapped[str] = mapped_column(String(60))
    fence: Mapped[int]
    until: Mapped[Moment]


class Job(Base):
    """Slow work, done off the turn by a worker that holds the row for a while."""

    __tablename__ = "job"
    __table_args__ = (
        CheckConstraint("state in ('open', 'done', 'failed')", name="known"),
        Index(
            "ix_job_open",
            "due_at",
            postgresql_where=text("state = 'open'"),
            sqlite_where=text("state = 'open'"),
        ),
    )

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(40))
    args: Mapped[Data]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    state: Mapped[str] = mapped_column(String(8), default="open")
    result: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    attempts: Mapped[int] = mapped_column(SmallInteger, default=0)
    due_at: Mapped[Moment]
    claim: Mapped[str] = mapped_column(String(40), default="")
    made_at: Mapped[Moment]


class Due(Base):
    """Something that happens at a time: a reminder, a phase's end, a result.

    `version` is the subject's when the row was written; a moved meeting makes the row harmless.
    """

    __tablename__ = "due"
    __table_args__ = (
        UniqueConstraint("kind", "subject", "person_id", "occurrence"),
        CheckConstraint("state in ('open', 'done', 'outdated', 'failed')", name="known"),
        Index(
            "ix_due_open",
            "due_at",
            postgresql_where=text("state = 'open'"),
            sqlite_where=text("state = 'open'"),
        ),
        Index(
            "ix_due_outage",
            "outage_id",
            postgresql_where=text("outage_id is not null"),
            sqlite_where=text("outage_id is not null"),
        ),
    )

    id: Mapped[Id]
    kind: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(80))
    person_id: Mapped[int] = mapped_column(default=0)  # 0: nobody's own; NULLs would not be unique
    occurrence: Mapped[str] = mapped_column(String(40), default="")
    version: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[Moment]
    useful_until: Mapped[Moment | None]
    state: Mapped[str] = mapped_column(String(8), default="open")
    attempts: Mapped[int] = mapped_column(SmallInteger, default=0)
    retry_at: Mapped[Moment | None]  # after a failure; `due_at` stays what it was
    outage_id: Mapped[int | None] = mapped_column(ForeignKey("outage.id"))  # fell due during it


class Heartbeat(Base):
    """When any process last looked at what is due."""

    __tablename__ = "heartbeat"

    name: Mapped[str] = mapped_column(String(20), primary_key=True)
    at: Mapped[Moment]


class Outage(Base):
    """A time in which no process looked at what was due."""

    __tablename__ = "outage"

    id: Mapped[Id]
    since: Mapped[Moment]
    until: Mapped[Moment]


class Media(Base):
    """A picture, its bytes under `sha256` in DATA_DIR, or a document, its bytes here."""

    __tablename__ = "media"
    __table_args__ = (CheckConstraint("state in ('wanted', 'stored', 'failed')", name="known"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    bot: Mapped[str] = mapped_column(String(40), default="")
    ref: Mapped[str] = mapped_column(String(400), default="")
    state: Mapped[str] = mapped_column(String(8), default="wanted")
    kind: Mapped[str] = mapped_column(String(40), default="")
    sha256: Mapped[str] = mapped_column(String(64), default="")
    size: Mapped[int] = mapped_column(default=0)
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[Moment]


class Log(Base):
    """What was done, by whom, why.  Ids and codes only, never citizens' words; append-only."""

    __tablename__ = "log"
    __table_args__ = (Index("ix_log_subject", "subject", "id"),)

    id: Mapped[Id]
    at: Mapped[Moment]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    municipality_id: Mapped[str | None] = mapped_column(ForeignKey("municipality.id"))
    action: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(80), default="")
    detail: Mapped[Data | None]
