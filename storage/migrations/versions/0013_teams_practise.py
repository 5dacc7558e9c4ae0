"""Teams practise what they learned, and mentors review it."""

import sqlalchemy as sa
from alembic import op

from storage.base import Utc

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ROLES = (
    "role in ('coordinator', 'partner', 'observer', 'reviewer', 'helper', 'official',"
    " 'expert', 'lawyer', 'mentor')"
)


def upgrade() -> None:
    with op.batch_alter_table("role") as batch:
        batch.drop_constraint(batch.f("ck_role_known"), type_="check")
        batch.create_check_constraint(batch.f("ck_role_known"), ROLES)
    _teams()
    _pieces()
    _reviews()


def _teams() -> None:
    op.create_table(
        "team",
        sa.Column("id", ID, primary_key=True),
        sa.Column(
            "municipality_id", sa.String(40), sa.ForeignKey("municipality.id"), nullable=False
        ),
        sa.Column("course", sa.String(40), nullable=False),
        sa.Column("version", sa.SmallInteger(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("key", sa.String(32), nullable=False),
        sa.Column("made_at", Utc(), nullable=False),
        sa.Column("accepted_at", Utc(), nullable=True),
        sa.UniqueConstraint("id", "course", "version"),
        sa.UniqueConstraint("key"),
        sa.CheckConstraint("version > 0", name="version"),
    )
    op.create_index("ix_team_municipality", "team", ["municipality_id"])
    op.create_table(
        "team_member",
        sa.Column("team_id", ID, primary_key=True),
        sa.Column("person_id", ID, sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("course", sa.String(40), nullable=False),
        sa.Column("version", sa.SmallInteger(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("side", sa.String(8), nullable=False),
        sa.Column("seat", sa.SmallInteger(), nullable=False),
        sa.Column("joined_at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "course", "version"],
            ["team.id", "team.course", "team.version"],
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("person_id", "course", "version"),
        sa.UniqueConstraint("team_id", "seat"),
        sa.CheckConstraint("seat between 1 and 12", name="seat"),
        sa.CheckConstraint("side in ('city', 'civil')", name="side"),
    )


def _pieces() -> None:
    op.create_table(
        "team_piece",
        sa.Column("id", ID, primary_key=True),
        sa.Column("team_id", ID, _of("team"), nullable=False),
        sa.Column("step", sa.String(8), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("text", sa.String(3000), nullable=False),
        sa.Column("media_id", sa.String(40), nullable=True),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("survey_id", ID, sa.ForeignKey("survey.id"), nullable=True),
        sa.Column("meeting_id", ID, sa.ForeignKey("meeting.id"), nullable=True),
        sa.Column("made_by", ID, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.UniqueConstraint("team_id", "step", "number"),
        sa.UniqueConstraint("team_id", "step", "survey_id"),
        sa.UniqueConstraint("team_id", "step", "meeting_id"),
        sa.CheckConstraint("number between 1 and 6", name="number"),
        sa.CheckConstraint("step in ('hear', 'plan', 'act', 'report')", name="step"),
        sa.CheckConstraint(
            "kind in ('text', 'photo', 'document', 'survey', 'meeting')", name="known"
        ),
        sa.CheckConstraint("kind <> 'text' or text <> ''", name="words"),
        sa.CheckConstraint(
            "(kind in ('photo', 'document')) = (media_id is not null)", name="media"
        ),
        sa.CheckConstraint("(kind = 'survey') = (survey_id is not null)", name="survey"),
        sa.CheckConstraint("(kind = 'meeting') = (meeting_id is not null)", name="meeting"),
    )


def _reviews() -> None:
    op.create_table(
        "team_review",
        sa.Column("id", ID, primary_key=True),
        sa.Column("team_id", ID, _of("team"), nullable=False),
        sa.Column("asked_by", ID, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("asked_at", Utc(), nullable=False),
        sa.Column("verdict", sa.String(8), nullable=False),
        sa.Column("scores", sa.JSON(), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("words", sa.String(2000), nullable=False),
        sa.Column("done_at", Utc(), nullable=True),
        sa.CheckConstraint("verdict in ('', 'accepted', 'revise')", name="known"),
        sa.CheckConstraint("(verdict = '') = (done_at is null)", name="decided"),
        sa.CheckConstraint("verdict <> 'revise' or words <> ''", name="words"),
    )
    _one_open("uq_team_review_open", "team_review", "team_id", "done_at is null")
    op.create_table(
        "team_call",
        sa.Column("id", ID, primary_key=True),
        sa.Column("review_id", ID, _of("team_review"), nullable=False),
        sa.Column("mentor_id", ID, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("since", Utc(), nullable=False),
        sa.Column("due_at", Utc(), nullable=False),
        sa.Column("ended_at", Utc(), nullable=True),
        sa.Column("why", sa.String(8), nullable=False),
        sa.CheckConstraint(
            "why in ('', 'done', 'declined', 'overdue', 'moved', 'gone')", name="known"
        ),
        sa.CheckConstraint("(why = '') = (ended_at is null)", name="ended"),
    )
    _one_open("uq_team_call_open", "team_call", "review_id", "ended_at is null")
    op.create_index("ix_team_call_mentor", "team_call", ["mentor_id"])


def _of(table: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{table}.id", ondelete="CASCADE")


def _one_open(name: str, table: str, column: str, while_: str) -> None:
    condition = sa.text(while_)
    op.create_index(
        name,
        table,
        [column],
        unique=True,
        postgresql_where=condition,
        sqlite_where=condition,
    )
