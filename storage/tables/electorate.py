"""Who may vote by which proof, and paper: signed lists, batches, ballots taken out by objection."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    and_,
    column,
    false,
)
from sqlalchemy import Text as LongText
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, Moment
from storage.tables.votes import NO_ROWID

OPEN_VOIDING = and_(column("agreed_at").is_(None), column("refused") == false())


class RegisterRow(Base):
    """One voter of an imported register; `number` is that of the printed list, no name is kept.

    When the vote is sealed the number is all that remains of the key.
    """

    __tablename__ = "register_row"
    __table_args__ = (
        UniqueConstraint("process_id", "key"),
        CheckConstraint("proves in ('number', 'phone')", name="known"),
    )

    process_id: Mapped[int] = mapped_column(ForeignKey("process.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64))  # HMAC of what identifies the voter
    proves: Mapped[str] = mapped_column(String(8), default="number")  # what that is
    young: Mapped[bool] = mapped_column(default=False)  # below the edition's age
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlement.id"))
    zone: Mapped[str] = mapped_column(String(40), default="")


class Proof(Base):
    """Under which register row or desk check a person votes; one proof serves one person.

    Where codes are used it is the card in the hand of whoever sits before this chat, until the
    ballot is cast.
    """

    __tablename__ = "proof"
    __table_args__ = (
        UniqueConstraint("process_id", "key"),
        Index("ix_proof_person", "person_id"),
    )

    process_id: Mapped[int] = mapped_column(ForeignKey("process.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    key: Mapped[str] = mapped_column(String(64))
    zone: Mapped[str] = mapped_column(String(40), default="")
    by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))  # at the desk
    at: Mapped[Moment]


class DeskCode(Base):
    """A short code in somebody's chat, by which the desk knows which chat is before it."""

    __tablename__ = "desk_code"
    __table_args__ = (UniqueConstraint("process_id", "code_hash"),)

    process_id: Mapped[int] = mapped_column(ForeignKey("process.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    expires_at: Mapped[Moment]


class VoterCode(Base):
    """A card with a printed code; only its hash is kept.  `serial` is printed beside it."""

    __tablename__ = "voter_code"
    __table_args__ = (
        UniqueConstraint("process_id", "code_hash"),
        CheckConstraint("state in ('printed', 'handed', 'void')", name="known"),
    )

    process_id: Mapped[int] = mapped_column(ForeignKey("process.id"), primary_key=True)
    serial: Mapped[int] = mapped_column(primary_key=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    zone: Mapped[str] = mapped_column(String(40), default="")
    state: Mapped[str] = mapped_column(String(8), default="printed")
    handed_at: Mapped[Moment | None]
    handed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class Attempt(Base):
    """How often a secret was tried from one messenger account, and when last; the row is the limit.

    `who` is an HMAC of the account's address, so that deleting oneself does not begin anew.
    """

    __tablename__ = "attempt"

    who: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    last_at: Mapped[Moment]
    times: Mapped[int]


class PaperBatch(Base):
    """Anonymous papers from one box, entered by one person and compared by another."""

    __tablename__ = "paper_batch"
    __table_args__ = (
        UniqueConstraint("process_id", "number"),
        CheckConstraint("state in ('entered', 'held', 'accepted', 'refused')", name="known"),
    )

    id: Mapped[Id]
    process_id: Mapped[int] = mapped_column(ForeignKey("process.id"))
    number: Mapped[int]
    zone: Mapped[str] = mapped_column(String(40), default="")
    state: Mapped[str] = mapped_column(String(8), default="entered")
    valid: Mapped[int] = mapped_column(default=0)
    invalid: Mapped[int] = mapped_column(default=0)  # papers that are no ballot
    flaws: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)  # why, and how many
    entered_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    entered_at: Mapped[Moment]
    checked_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    checked_at: Mapped[Moment | None]


class PaperBallot(Base):
    """One valid paper of a batch."""

    __tablename__ = "paper_ballot"
    __table_args__ = (Index("ix_paper_ballot_batch", "batch_id"), NO_ROWID)

    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("paper_batch.id"))
    choices: Mapped[list[str]] = mapped_column(JSON)


class Voiding(Base):
    """A request to take a ballot out, with its reason; it holds once a second person agrees.

    `number` is that of the register row or the card, for the second person to look up; it and the
    key are blanked when the vote is sealed.
    """

    __tablename__ = "voiding"
    __table_args__ = (
        Index(
            "uq_voiding_open",
            "process_id",
            "identity_key",
            unique=True,
            sqlite_where=OPEN_VOIDING,
            postgresql_where=OPEN_VOIDING,
        ),
    )

    id: Mapped[Id]
    process_id: Mapped[int] = mapped_column(ForeignKey("process.id"))
    identity_key: Mapped[str] = mapped_column(String(64))
    number: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(LongText)
    asked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[Moment]
    agreed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    agreed_at: Mapped[Moment | None]
    refused: Mapped[bool] = mapped_column(default=False)
