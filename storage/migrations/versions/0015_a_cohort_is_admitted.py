"""People apply for a guided cohort of the Academy."""

import sqlalchemy as sa
from alembic import op

from storage.base import Unread, Utc

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "admission_call",
        sa.Column("id", ID, primary_key=True),
        sa.Column(
            "municipality_id", sa.String(40), sa.ForeignKey("municipality.id"), nullable=False
        ),
        sa.Column("course", sa.String(40), nullable=False),
        sa.Column("track", sa.String(20), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("places", sa.SmallInteger(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("form", Unread(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("made_by", ID, sa.ForeignKey("person.id"), nullable=True),
        sa.Column("made_at", Utc(), nullable=False),
        sa.Column("told_at", Utc(), nullable=True),
        sa.Column("figures", sa.JSON(), nullable=True),
        sa.CheckConstraint("places between 1 and 200", name="places"),
        sa.CheckConstraint("last_day < starts_on and starts_on <= ends_on", name="dates"),
        sa.CheckConstraint("(told_at is null) = (figures is null)", name="told"),
    )
    op.create_index("ix_admission_call_municipality", "admission_call", ["municipality_id"])
    op.create_table(
        "application",
        sa.Column("id", ID, primary_key=True),
        sa.Column(
            "call_id", ID, sa.ForeignKey("admission_call.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("person_id", ID, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("settlement_id", ID, sa.ForeignKey("settlement.id"), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("applied_at", Utc(), nullable=False),
        sa.Column("mark", sa.String(8), nullable=False),
        sa.Column("reason", sa.String(300), nullable=False),
        sa.Column("marked_at", Utc(), nullable=True),
        sa.Column("seat", sa.SmallInteger(), nullable=True),
        sa.UniqueConstraint("call_id", "person_id"),
        sa.UniqueConstraint("call_id", "number"),
        sa.UniqueConstraint("call_id", "seat"),
        sa.CheckConstraint("mark in ('', 'accept', 'reserve', 'decline')", name="known"),
        sa.CheckConstraint("(mark = '') = (marked_at is null)", name="marked"),
        sa.CheckConstraint("(mark = 'accept') = (seat is not null)", name="seated"),
        sa.CheckConstraint("mark in ('', 'accept') or reason <> ''", name="reason"),
        sa.CheckConstraint("seat between 1 and 200", name="seat"),
    )
    op.create_index("ix_application_person", "application", ["person_id"])
