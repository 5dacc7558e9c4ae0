"""Meetings in series, with an agenda, a length and their own reminders; numbered seats; who came.

Whoever had signed up keeps a seat, in the order in which they came.
"""

import sqlalchemy as sa
from alembic import op

from storage.base import Utc

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

SEATED = """
    update signup set seat = (
        select count(*) from signup other where other.meeting_id = signup.meeting_id
            and (other.at < signup.at
                or (other.at = signup.at and other.person_id <= signup.person_id)))
"""
RENAMED = "update due set occurrence = '{}' where kind = 'meeting-reminder' and occurrence = '{}'"


def upgrade() -> None:
    with op.batch_alter_table("meeting") as batch:
        batch.add_column(sa.Column("series_id", ID, nullable=True))
        batch.add_column(
            sa.Column("lasts", sa.SmallInteger(), server_default="120", nullable=False)
        )
        batch.add_column(
            sa.Column("reminders", sa.JSON(), server_default="[1440, 120]", nullable=False)
        )
        batch.add_column(sa.Column("agenda", sa.JSON(), server_default="{}", nullable=False))
        batch.add_column(
            sa.Column("door_key", sa.String(length=16), server_default="", nullable=False)
        )
        batch.add_column(sa.Column("by_hand", sa.Integer(), server_default="0", nullable=False))
        batch.create_check_constraint(batch.f("ck_meeting_some_time"), "lasts > 0")
        batch.create_check_constraint(batch.f("ck_meeting_counted"), "by_hand >= 0")
        batch.create_foreign_key(batch.f("fk_meeting_series_id"), "meeting", ["series_id"], ["id"])
        batch.create_index("ix_meeting_series", ["series_id"])
    with op.batch_alter_table("signup") as batch:
        batch.add_column(sa.Column("seat", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("came_at", Utc(timezone=True), nullable=True))
    op.execute(SEATED)
    with op.batch_alter_table("signup") as batch:
        batch.create_unique_constraint(batch.f("uq_signup_meeting_id_seat"), ["meeting_id", "seat"])
        batch.create_check_constraint(batch.f("ck_signup_counted"), "seat > 0")
    for minutes, name in ((1440, "day"), (120, "hours")):
        op.execute(RENAMED.format(minutes, name))
    _minutes()


def _minutes() -> None:
    """What was decided, and by how many hands."""
    op.create_table(
        "minutes",
        sa.Column("meeting_id", ID, sa.ForeignKey("meeting.id"), nullable=False),
        sa.Column("decided", sa.JSON(), nullable=False),
        sa.Column("photos", sa.JSON(), nullable=False),
        sa.Column("file", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("chair", sa.String(length=120), nullable=False),
        sa.Column("secretary", sa.String(length=120), nullable=False),
        sa.Column("present", sa.Integer(), nullable=False),
        sa.Column("advisory", sa.Integer(), nullable=False),
        sa.Column("voters", sa.Integer(), nullable=True),
        sa.Column("sheet", sa.String(length=32), nullable=False),
        sa.Column("made_by", ID, sa.ForeignKey("person.id"), nullable=True),
        sa.Column("made_at", Utc(timezone=True), nullable=False),
        sa.Column("told_at", Utc(timezone=True), nullable=True),
        sa.CheckConstraint("present >= 0 and advisory >= 0", name=op.f("ck_minutes_counted")),
        sa.CheckConstraint(
            "voters is null or present <= voters", name=op.f("ck_minutes_no_more_than_voters")
        ),
        sa.PrimaryKeyConstraint("meeting_id", name=op.f("pk_minutes")),
    )
    op.create_table(
        "motion",
        sa.Column("id", ID, primary_key=True, autoincrement=True),
        sa.Column("meeting_id", ID, sa.ForeignKey("meeting.id"), nullable=False),
        sa.Column("question", sa.JSON(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("made_by", ID, sa.ForeignKey("person.id"), nullable=True),
        sa.Column("made_at", Utc(timezone=True), nullable=False),
    )
    op.create_index("ix_motion_meeting", "motion", ["meeting_id"])
