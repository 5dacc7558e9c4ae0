"""Certificates of the Academy: what makes a printed code checkable, and no name."""

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
    column,
)
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, Moment


class Certificate(Base):
    """One paper.  `number` counts those of a learner: each correction of the name is a new one.

    `name_key` is an HMAC of the printed name.  `code` and `seal` are made of all that the paper
    says and of `state`, so no column can be changed unnoticed by whoever lacks the key.  `words`
    are the names of the course and the track, as they were.
    """

    __tablename__ = "certificate"
    __table_args__ = (
        UniqueConstraint("code"),
        UniqueConstraint("learner_id", "number"),
        CheckConstraint("number between 1 and 4", name="number"),
        CheckConstraint("state in ('valid', 'replaced', 'revoked')", name="known"),
        CheckConstraint("(state = 'valid') = (ended_at is null)", name="ended"),
        CheckConstraint("state = 'revoked' or reason = ''", name="reason"),
        Index("ix_certificate_person", "person_id"),
        Index(
            "uq_certificate_valid",
            "learner_id",
            unique=True,
            sqlite_where=column("state") == "valid",
            postgresql_where=column("state") == "valid",
        ),
    )

    id: Mapped[Id]
    code: Mapped[str] = mapped_column(String(9))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    learner_id: Mapped[int | None] = mapped_column(ForeignKey("learner.id", ondelete="SET NULL"))
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"))
    course: Mapped[str] = mapped_column(String(40))
    version: Mapped[int] = mapped_column(SmallInteger)
    track: Mapped[str] = mapped_column(String(20))
    words: Mapped[dict[str, Any]] = mapped_column(JSON)
    day: Mapped[date]
    number: Mapped[int] = mapped_column(SmallInteger)
    salt: Mapped[str] = mapped_column(String(32))
    name_key: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(8), default="valid")
    seal: Mapped[str] = mapped_column(String(64))
    issued_at: Mapped[Moment]
    ended_at: Mapped[Moment | None]
    reason: Mapped[str] = mapped_column(LongText, default="")  # for its holder alone
    revoked_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
