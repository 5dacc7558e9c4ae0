"""Announcements are prepared step by step, agreed to, corrected, sent once more, and cost money."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
SETTINGS = {"approve_from": "500", "message_price": "0", "monthly_ceiling": "0"}


def upgrade() -> None:
    with op.batch_alter_table("municipality") as batch:
        for name, value in SETTINGS.items():
            batch.add_column(sa.Column(name, sa.Integer(), server_default=value, nullable=False))
    with op.batch_alter_table("campaign") as batch:
        batch.add_column(sa.Column("follows_id", ID, nullable=True))
        batch.add_column(sa.Column("cost", sa.Integer(), server_default="0", nullable=False))
        name = batch.f("fk_campaign_follows_id")
        batch.create_foreign_key(name, "campaign", ["follows_id"], ["id"])
        batch.create_index("ix_campaign_municipality", ["municipality_id", "hold_until"])
    _announcements()


def _announcements() -> None:
    op.create_table(
        "announcement",
        sa.Column("id", ID, primary_key=True),
        _to("municipality", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("photo", sa.String(length=32), nullable=False),
        sa.Column("document", sa.JSON(), nullable=True),
        sa.Column("buttons", sa.JSON(), nullable=False),
        sa.Column("poll", sa.JSON(), nullable=True),
        sa.Column("follows_id", ID, sa.ForeignKey("campaign.id"), nullable=True),
        sa.Column("send_at", MOMENT, nullable=True),
        sa.Column("made_by", ID, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("agreed_by", ID, sa.ForeignKey("person.id"), nullable=True),
        _to("campaign", ID, nullable=True),
        sa.CheckConstraint("state in ('draft', 'proposed', 'sent', 'dropped')", name="known"),
        sa.CheckConstraint("(state = 'sent') = (campaign_id is not null)", name="sending"),
        sa.CheckConstraint("agreed_by is null or agreed_by <> made_by", name="two_people"),
        sa.UniqueConstraint("campaign_id"),
    )
    op.create_index("ix_announcement_municipality", "announcement", ["municipality_id", "state"])
    op.create_table(
        "poll_answer",
        _to("announcement", ID, nullable=False),
        _to("person", ID, nullable=False),
        sa.Column("option", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("announcement_id", "person_id"),
    )
    op.create_index("ix_poll_answer_person", "poll_answer", ["person_id"])


def _to(table: str, kind: sa.types.TypeEngine[Any], *, nullable: bool) -> sa.Column[Any]:
    return sa.Column(f"{table}_id", kind, sa.ForeignKey(f"{table}.id"), nullable=nullable)
