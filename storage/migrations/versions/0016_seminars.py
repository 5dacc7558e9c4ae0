"""Meetings may be seminars of the Academy, with trainers and materials; a trainer is asked."""

import sqlalchemy as sa
from alembic import op

from storage.base import Utc

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ROLES = (
    "role in ('coordinator', 'partner', 'observer', 'reviewer', 'helper', 'official',"
    " 'expert', 'lawyer', 'mentor', 'trainer')"
)


def upgrade() -> None:
    with op.batch_alter_table("role") as batch:
        batch.drop_constraint(batch.f("ck_role_known"), type_="check")
        batch.create_check_constraint(batch.f("ck_role_known"), ROLES)
    with op.batch_alter_table("meeting") as batch:
        batch.add_column(
            sa.Column("kind", sa.String(length=8), server_default="meeting", nullable=False)
        )
        batch.add_column(
            sa.Column("lesson", sa.String(length=80), server_default="", nullable=False)
        )
        batch.create_unique_constraint(batch.f("uq_meeting_id_kind"), ["id", "kind"])
        batch.create_check_constraint(batch.f("ck_meeting_kind"), "kind in ('meeting', 'seminar')")
        batch.create_check_constraint(
            batch.f("ck_meeting_lesson"), "kind = 'seminar' or lesson = ''"
        )
        # SQLite copies the table, and an empty default would come back in parentheses.
        batch.alter_column("door_key", server_default="")
    with op.batch_alter_table("question") as batch:
        batch.add_column(sa.Column("meeting_id", ID, nullable=True))
        batch.create_foreign_key(
            batch.f("fk_question_meeting_id"), "meeting", ["meeting_id"], ["id"]
        )
    _trainers()
    _materials()


def _trainers() -> None:
    op.create_table(
        "seminar_trainer",
        sa.Column("meeting_id", ID, primary_key=True, autoincrement=False),
        sa.Column("person_id", ID, sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("meeting_kind", sa.String(length=8), nullable=False),
        sa.Column("shown_as", sa.String(length=120), nullable=False),
        sa.Column("since", Utc(), nullable=False),
        *_of_seminar(),
    )
    op.create_index("ix_seminar_trainer_person", "seminar_trainer", ["person_id"])


def _materials() -> None:
    op.create_table(
        "material",
        sa.Column("id", ID, primary_key=True),
        sa.Column("meeting_id", ID, nullable=False),
        sa.Column("meeting_kind", sa.String(length=8), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("media_id", sa.String(length=32), nullable=True),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("url", sa.String(length=500), nullable=False),
        sa.Column("made_by", ID, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("added_at", Utc(), nullable=False),
        sa.Column("told_at", Utc(), nullable=True),
        *_of_seminar(),
        sa.UniqueConstraint("meeting_id", "number"),
        sa.CheckConstraint("number between 1 and 12", name="number"),
        sa.CheckConstraint("kind in ('document', 'photo', 'link')", name="known"),
        sa.CheckConstraint("title <> ''", name="titled"),
        sa.CheckConstraint("(kind = 'link') = (url <> '')", name="link"),
        sa.CheckConstraint("(kind = 'link') = (media_id is null)", name="media"),
    )


def _of_seminar() -> tuple[sa.ForeignKeyConstraint, sa.CheckConstraint]:
    return (
        sa.ForeignKeyConstraint(["meeting_id", "meeting_kind"], ["meeting.id", "meeting.kind"]),
        sa.CheckConstraint("meeting_kind = 'seminar'", name="of_seminar"),
    )
