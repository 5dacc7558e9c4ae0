"""What came in and what goes out.  The row is the queue."""

from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId, Data, Id, Moment

REPLY, NOTICE, BULK = 0, 1, 2
"""Lanes: an answer, a message about something of the person's own, one of many to everybody."""

ANNOUNCEMENT, CORRECTION, RETRY = "announce", "announce-fix", "announce-again"
BY_STAFF = (ANNOUNCEMENT, CORRECTION, RETRY)
"""Kinds of campaigns that staff have written; `follows_id` names the one before."""

OPEN_LETTER = "state in ('queued', 'claimed')"
UNFINISHED_LETTER = "state in ('queued', 'claimed', 'gathered')"
GATHERED_LETTER = "state = 'gathered'"


class Inbox(Base):
    """An event from a messenger, once.  The payload is blanked when it has been handled."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("bot", "event"),
        CheckConstraint("state in ('open', 'done', 'failed')", name="known"),
        Index(
            "ix_inbox_open",
            "bot",
            "chat",
            "id",
            postgresql_where=text("state = 'open'"),
            sqlite_where=text("state = 'open'"),
        ),
    )

    id: Mapped[Id]
    bot: Mapped[str] = mapped_column(String(40))
    event: Mapped[str] = mapped_column(String(160))
    chat: Mapped[str] = mapped_column(String(80))
    payload: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    state: Mapped[str] = mapped_column(String(8), default="open")
    attempts: Mapped[int] = mapped_column(SmallInteger, default=0)
    received_at: Mapped[Moment]


class Letter(Base):
    """One message to one account.  It ends in exactly one of the final states, with a reason."""

    __tablename__ = "letter"
    __table_args__ = (
        CheckConstraint(
            "state in ('queued', 'claimed', 'gathered', 'sent', 'unreachable', 'refused',"
            " 'opted_out', 'outdated', 'superseded', 'cancelled', 'unknown', 'failed')",
            name="known",
        ),
        CheckConstraint("part_of is null or state not in ('queued', 'claimed')", name="part"),
        UniqueConstraint("campaign_id", "account_id", "part"),
        Index(
            "ix_letter_open",
            "bot",
            "lane",
            "id",
            postgresql_where=text(OPEN_LETTER),
            sqlite_where=text(OPEN_LETTER),
        ),
        Index(
            "ix_letter_line",
            "account_id",
            "lane",
            "id",
            postgresql_where=text(OPEN_LETTER),
            sqlite_where=text(OPEN_LETTER),
        ),
        Index("ix_letter_sent", "bot", "sent_ref"),
        Index(
            "ix_letter_campaign",
            "campaign_id",
            postgresql_where=text(UNFINISHED_LETTER),
            sqlite_where=text(UNFINISHED_LETTER),
        ),
        Index(
            "ix_letter_gathered",
            "account_id",
            postgresql_where=text(GATHERED_LETTER),
            sqlite_where=text(GATHERED_LETTER),
        ),
        Index(
            "ix_letter_part",
            "part_of",
            postgresql_where=text("part_of is not null"),
            sqlite_where=text("part_of is not null"),
        ),
    )

    id: Mapped[Id]
    bot: Mapped[str] = mapped_column(String(40))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    lane: Mapped[int] = mapped_column(SmallInteger)
    body: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    secret: Mapped[str] = mapped_column(
        String(40), default=""
    )  # process whose sealing blanks the body
    edit: Mapped[str] = mapped_column(String(40), default="")
    topic: Mapped[str] = mapped_column(String(20), default="")
    subject: Mapped[str] = mapped_column(String(80), default="")
    version: Mapped[int] = mapped_column(default=0)
    useful_until: Mapped[Moment | None]
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaign.id"))
    part: Mapped[int] = mapped_column(SmallInteger, default=0)  # of a text too long for one message
    # The digest in which it went out, whose fate is its own.
    part_of: Mapped[int | None] = mapped_column(ForeignKey("letter.id", ondelete="SET NULL"))
    state: Mapped[str] = mapped_column(String(12), default="queued")
    due_at: Mapped[Moment]
    attempts: Mapped[int] = mapped_column(SmallInteger, default=0)
    claim: Mapped[str] = mapped_column(String(40), default="")
    claimed_until: Mapped[Moment | None]
    sent_ref: Mapped[str] = mapped_column(String(40), default="")
    sent_at: Mapped[Moment | None]
    delivered_at: Mapped[Moment | None]
    seen_at: Mapped[Moment | None]
    reason: Mapped[str] = mapped_column(String(80), default="")
    charged: Mapped[bool | None]  # by the messenger; null: nobody knows, so as if it was
    written_at: Mapped[Moment]


class Campaign(Base):
    """One text to many people; the tick expands it into letters, in chunks, with a cursor."""

    __tablename__ = "campaign"
    __table_args__ = (
        CheckConstraint(
            "state in ('held', 'expanding', 'sending', 'done', 'stopped')", name="known"
        ),
        Index("ix_campaign_municipality", "municipality_id", "hold_until"),
    )

    id: Mapped[Id]
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"))
    kind: Mapped[str] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(String(80), default="")
    version: Mapped[int] = mapped_column(default=0)
    bodies: Mapped[Data]  # language: [Outgoing as JSON, ...]
    audience: Mapped[Data]
    topic: Mapped[str] = mapped_column(String(20), default="")
    lane: Mapped[int] = mapped_column(SmallInteger, default=BULK)
    state: Mapped[str] = mapped_column(String(12), default="held")
    hold_until: Mapped[Moment]
    useful_until: Mapped[Moment | None]
    # A person's id: an account's would skip whoever becomes reachable elsewhere half-way through.
    cursor: Mapped[int] = mapped_column(BigId, default=0)
    people: Mapped[int] = mapped_column(default=0)
    made_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[Moment]
    # The announcement that this one corrects, or sends once more to whom it did not reach.
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("campaign.id"))
    cost: Mapped[int] = mapped_column(default=0, server_default="0")  # 1/10,000 of a euro
