"""Announcements while they are being written, and what people answered to their quick polls."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Data, Id, Moment, Text


class Announcement(Base):
    """What is to be said to whom.  Once it is sent it stays as it is: `campaign` is its sending."""

    __tablename__ = "announcement"
    __table_args__ = (
        CheckConstraint("state in ('draft', 'proposed', 'sent', 'dropped')", name="known"),
        CheckConstraint("(state = 'sent') = (campaign_id is not null)", name="sending"),
        CheckConstraint("agreed_by is null or agreed_by <> made_by", name="two_people"),
        Index("ix_announcement_municipality", "municipality_id", "state"),
    )

    id: Mapped[Id]
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"))
    state: Mapped[str] = mapped_column(String(8), default="draft")
    audience: Mapped[Data]
    texts: Mapped[Text]  # as they were typed
    photo: Mapped[str] = mapped_column(String(32), default="")
    document: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    buttons: Mapped[Any] = mapped_column(JSON)  # ["go:ideas:", "https://…", …]
    poll: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    # The campaign that this corrects; whom it has reached is the audience.
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("campaign.id"))
    send_at: Mapped[Moment | None]
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[Moment]
    agreed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaign.id"), unique=True)


class PollAnswer(Base):
    """One person's answer to the quick poll of an announcement."""

    __tablename__ = "poll_answer"
    __table_args__ = (Index("ix_poll_answer_person", "person_id"),)

    announcement_id: Mapped[int] = mapped_column(ForeignKey("announcement.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    option: Mapped[int] = mapped_column(SmallInteger)
