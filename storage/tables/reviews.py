"""The review of ideas: who checks what until when, what was decided and why; the final list."""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, Moment


class Review(Base):
    """One check of one idea: formal, of substance, or of an appeal.

    One person proposes a verdict, a second one confirms it or says in `objection` why not.
    `checks` holds the checklist by criterion, or the idea to merge `into`; a rejection names its
    `criterion` and a written `reason`; `plea` is the text of the appeal.
    """

    __tablename__ = "review"
    __table_args__ = (
        UniqueConstraint("idea_id", "stage", "round"),
        CheckConstraint("stage in ('formal', 'substance', 'appeal')", name="known_stage"),
        CheckConstraint("state in ('open', 'proposed', 'done')", name="known_state"),
        CheckConstraint("verdict in ('', 'pass', 'fix', 'reject', 'merge')", name="known_verdict"),
        CheckConstraint("state <> 'done' or verdict <> ''", name="decided"),
        CheckConstraint("second_id is null or second_id <> reviewer_id", name="four_eyes"),
        Index("ix_review_reviewer", "reviewer_id"),
    )

    id: Mapped[Id]
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"))
    stage: Mapped[str] = mapped_column(String(12))
    round: Mapped[int] = mapped_column(default=1)
    state: Mapped[str] = mapped_column(String(12), default="open")
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    due_at: Mapped[Moment]
    checks: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    verdict: Mapped[str] = mapped_column(String(8), default="")
    criterion: Mapped[str] = mapped_column(String(20), default="")
    reason: Mapped[str] = mapped_column(LongText, default="")
    plea: Mapped[str] = mapped_column(LongText, default="")
    objection: Mapped[str] = mapped_column(LongText, default="")
    opened_at: Mapped[Moment]
    proposed_at: Mapped[Moment | None]
    second_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    done_at: Mapped[Moment | None]


class BallotList(Base):
    """The list of projects of one vote; final once a second person has agreed to it.

    `numbering` says how numbers are drawn: over the whole list, or zone after zone.
    """

    __tablename__ = "ballot_list"
    __table_args__ = (
        CheckConstraint("agreed_by is null or agreed_by <> made_by", name="four_eyes"),
        CheckConstraint("numbering in ('lot', 'zone')", name="known_numbering"),
    )

    process_id: Mapped[int] = mapped_column(ForeignKey("process.id"), primary_key=True)
    numbering: Mapped[str] = mapped_column(String(8))
    made_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[Moment]
    agreed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    agreed_at: Mapped[Moment | None]
