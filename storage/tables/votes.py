"""A vote: its rules and projects, who has voted, ballots until sealing, and what remains of them.

Until a vote is sealed a ballot stands under a pseudonym that only the process key can make.
Afterwards there are choices and receipts, each in a table of its own, sorted by random keys.
"""

from datetime import date
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Data, Id, Moment, Text

NO_ROWID = {"sqlite_with_rowid": False}  # a rowid would tell the order of writing


class Process(Base):
    """One vote of one municipality.  `rules` are frozen when it opens.

    `edition` holds what surrounds the vote of a civil budget (civic `Edition` as JSON), `lot` an
    order drawn in public with its protocol, `referee` what the second counter found.
    """

    __tablename__ = "process"
    __table_args__ = (
        CheckConstraint(
            "state in ('draft', 'announced', 'open', 'stopped', 'objections', 'sealed', 'counted')",
            name="known_state",
        ),
        CheckConstraint(
            "identity in ('account', 'phone', 'register', 'code', 'desk')", name="known_identity"
        ),
        CheckConstraint("opens_at < closes_at and closes_at <= results_at", name="dates_in_order"),
        CheckConstraint(
            "state in ('draft', 'announced') or key_print <> ''", name="key_before_opening"
        ),
        Index("ix_process_municipality", "municipality_id"),
    )

    id: Mapped[Id]
    municipality_id: Mapped[str] = mapped_column(ForeignKey("municipality.id"))
    kind: Mapped[str] = mapped_column(String(20), default="civil")
    name: Mapped[Text]
    about: Mapped[Text]  # what is decided, and who is bound by it
    state: Mapped[str] = mapped_column(String(12), default="draft")
    opens_at: Mapped[Moment]
    closes_at: Mapped[Moment]
    results_at: Mapped[Moment]
    rules: Mapped[Data]
    edition: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    identity: Mapped[str] = mapped_column(String(12), default="phone")
    tie_seed: Mapped[str] = mapped_column(String(64), default="")
    lot: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    key_print: Mapped[str] = mapped_column(String(64), default="")
    stopped_at: Mapped[Moment | None]
    seal_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    seal_step: Mapped[str] = mapped_column(String(12), default="")
    sealed_at: Mapped[Moment | None]
    ballots: Mapped[int] = mapped_column(default=0)  # known when sealed; nobody sees it before
    charts: Mapped[Data | None]  # language: media id
    referee: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    release_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class Zone(Base):
    """A part of the municipality with its own pot.  The zone '' is the whole of it."""

    __tablename__ = "zone"

    process_id: Mapped[int] = mapped_column(ForeignKey("process.id"), primary_key=True)
    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[Text]


class ZoneSettlement(Base):
    """Which zone the people of a settlement vote in."""

    __tablename__ = "zone_settlement"
    __table_args__ = (
        ForeignKeyConstraint(
            ["process_id", "code"], ["zone.process_id", "zone.code"], name="fk_zone_settlement_zone"
        ),
    )

    process_id: Mapped[int] = mapped_column(primary_key=True)
    settlement_id: Mapped[int] = mapped_column(ForeignKey("settlement.id"), primary_key=True)
    code: Mapped[str] = mapped_column(String(40))


class Project(Base):
    """What can be voted for.  Its number is printed on posters and never changes.

    Of several with the same `exclusive` mark only one can win.  After the vote a winner has an
    owner, planned days, a stage, and in the end what was really `spent`.
    """

    __tablename__ = "project"
    __table_args__ = (
        UniqueConstraint("process_id", "number"),
        ForeignKeyConstraint(
            ["process_id", "zone"], ["zone.process_id", "zone.code"], name="fk_project_zone"
        ),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint(
            "stage in ('', 'planned', 'started', 'done', 'stopped')", name="known_stage"
        ),
    )

    id: Mapped[Id]
    process_id: Mapped[int] = mapped_column(ForeignKey("process.id"))
    number: Mapped[int]
    code: Mapped[str] = mapped_column(String(60), default="")  # its id in an imported file
    title: Mapped[Text]
    summary: Mapped[Text]
    cost: Mapped[Any] = mapped_column(JSON)  # exact, as civic `to_data` writes amounts
    zone: Mapped[str] = mapped_column(String(40), default="")
    category: Mapped[str] = mapped_column(String(40), default="")
    settlement_id: Mapped[int | None] = mapped_column(ForeignKey("settlement.id"))
    withdrawn_reason: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    corrected_reason: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    exclusive: Mapped[str] = mapped_column(String(20), default="", server_default="")
    idea_id: Mapped[int | None] = mapped_column(ForeignKey("idea.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    stage: Mapped[str] = mapped_column(String(8), default="", server_default="")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    spent: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)  # as `cost`


class Electorate(Base):
    """That somebody has voted or signed the paper list; never how.

    `joined` marks the proof of an account whose person votes under another one, `marked` a name on
    the signed paper list, `void` a ballot taken out in the time of objections.
    """

    __tablename__ = "electorate"
    __table_args__ = (
        CheckConstraint("method in ('chat', 'paper')", name="known_method"),
        CheckConstraint("state in ('voted', 'marked', 'joined', 'void')", name="known_state"),
        Index("ix_electorate_person", "process_id", "person_id"),
    )

    process_id: Mapped[int] = mapped_column(ForeignKey("process.id"), primary_key=True)
    identity_key: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    method: Mapped[str] = mapped_column(String(8), default="chat")
    state: Mapped[str] = mapped_column(String(8), default="voted")
    zone: Mapped[str] = mapped_column(String(40), default="", server_default="")  # of a signature


class Ballot(Base):
    """A confirmed ballot until sealing; its voter may replace it, the last one counts.

    A `void` one does not: its voter has signed the paper list, or an objection was upheld.
    """

    __tablename__ = "ballot"
    __table_args__ = (UniqueConstraint("process_id", "receipt"),)

    process_id: Mapped[int] = mapped_column(ForeignKey("process.id"), primary_key=True)
    pseudonym: Mapped[str] = mapped_column(String(64), primary_key=True)
    choices: Mapped[list[str]] = mapped_column(JSON)
    zone: Mapped[str] = mapped_column(String(40), default="")
    receipt: Mapped[str] = mapped_column(String(16))
    confirmed_at: Mapped[Moment]
    version: Mapped[int] = mapped_column(default=1)
    void: Mapped[bool] = mapped_column(default=False, server_default=false())


class SealedBallot(Base):
    """Choices, without anything that leads to whose they are.

    `method` is 'chat' or 'paper', or '' where there were too few of one kind in a zone.
    """

    __tablename__ = "sealed_ballot"
    __table_args__ = (NO_ROWID,)

    process_id: Mapped[int] = mapped_column(ForeignKey("process.id"), primary_key=True)
    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    choices: Mapped[list[str]] = mapped_column(JSON)
    zone: Mapped[str] = mapped_column(String(40))
    method: Mapped[str] = mapped_column(String(8), default="", server_default="")


class SealedReceipt(Base):
    """That a ballot is among the counted ones; its own random code is the key."""

    __tablename__ = "sealed_receipt"
    __table_args__ = (NO_ROWID,)

    process_id: Mapped[int] = mapped_column(ForeignKey("process.id"), primary_key=True)
    receipt: Mapped[str] = mapped_column(String(16), primary_key=True)


class Result(Base):
    """What became of one project; `outcome` is civic `Outcome` as JSON, with the reason."""

    __tablename__ = "result"

    process_id: Mapped[int] = mapped_column(ForeignKey("process.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    place: Mapped[int]  # in the published table
    funded: Mapped[bool]
    outcome: Mapped[Data]


class Irregularity(Base):
    """Something about a vote that the public record must mention; no names, no hours."""

    __tablename__ = "irregularity"
    __table_args__ = (Index("ix_irregularity_process", "process_id"),)

    id: Mapped[Id]
    process_id: Mapped[int] = mapped_column(ForeignKey("process.id"))
    kind: Mapped[str] = mapped_column(String(40))
