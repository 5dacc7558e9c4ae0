"""Meetings are held in series, have an agenda, a length and their own reminders; seats are numbered.

Whoever had signed up keeps a seat, in the order in which they came.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0003"
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
        batch.create_check_constraint(batch.f("ck_meeting_some_time"), "lasts > 0")
        batch.create_foreign_key(batch.f("fk_meeting_series_id"), "meeting", ["series_id"], ["id"])
        batch.create_index("ix_meeting_series", ["series_id"])
    with op.batch_alter_table("signup") as batch:
        batch.add_column(sa.Column("seat", sa.Integer(), nullable=True))
    op.execute(SEATED)
    with op.batch_alter_table("signup") as batch:
        batch.create_unique_constraint(batch.f("uq_signup_meeting_id_seat"), ["meeting_id", "seat"])
        batch.create_check_constraint(batch.f("ck_signup_counted"), "seat > 0")
    for minutes, name in ((1440, "day"), (120, "hours")):
        op.execute(RENAMED.format(minutes, name))
