"""Certificates of the Academy, which hold no name."""

import sqlalchemy as sa
from alembic import op

from storage.base import Utc

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "certificate",
        sa.Column("id", ID, primary_key=True),
        sa.Column("code", sa.String(length=9), nullable=False),
        sa.Column("person_id", ID, sa.ForeignKey("person.id"), nullable=True),
        sa.Column(
            "learner_id", ID, sa.ForeignKey("learner.id", ondelete="SET NULL"), nullable=True
        ),
        sa.Column(
            "municipality_id",
            sa.String(length=40),
            sa.ForeignKey("municipality.id"),
            nullable=False,
        ),
        sa.Column("course", sa.String(length=40), nullable=False),
        sa.Column("version", sa.SmallInteger(), nullable=False),
        sa.Column("track", sa.String(length=20), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("name_key", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.Column("issued_at", Utc(), nullable=False),
        sa.Column("ended_at", Utc(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("revoked_by", ID, sa.ForeignKey("person.id"), nullable=True),
        sa.CheckConstraint("number between 1 and 4", name="number"),
        sa.CheckConstraint("state in ('valid', 'replaced', 'revoked')", name="known"),
        sa.CheckConstraint("(state = 'valid') = (ended_at is null)", name="ended"),
        sa.CheckConstraint("state = 'revoked' or reason = ''", name="reason"),
        sa.UniqueConstraint("code"),
        sa.UniqueConstraint("learner_id", "number"),
    )
    op.create_index("ix_certificate_person", "certificate", ["person_id"])
    op.create_index(
        "uq_certificate_valid",
        "certificate",
        ["learner_id"],
        unique=True,
        postgresql_where=sa.text("state = 'valid'"),
        sqlite_where=sa.text("state = 'valid'"),
    )
