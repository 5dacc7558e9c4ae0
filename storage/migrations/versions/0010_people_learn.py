"""People learn: their way through a course, lesson by lesson, and their answers in quizzes."""

import sqlalchemy as sa
from alembic import op

from storage.base import Utc

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TOPICS = "topic in ('votes', 'surveys', 'meetings', 'projects', 'learning', 'news')"


def upgrade() -> None:
    op.create_table(
        "learner",
        sa.Column("id", ID, primary_key=True),
        sa.Column("person_id", ID, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("course", sa.String(length=40), nullable=False),
        sa.Column("version", sa.SmallInteger(), nullable=False),
        sa.Column("track", sa.String(length=20), nullable=False),
        sa.Column("started_at", Utc(), nullable=False),
        sa.Column("active_at", Utc(), nullable=False),
        sa.Column("finished_at", Utc(), nullable=True),
        sa.CheckConstraint("version > 0", name="version"),
        sa.UniqueConstraint("person_id", "course", "version", "track"),
    )
    op.create_table(
        "lesson_progress",
        sa.Column("learner_id", ID, _of_learner(), primary_key=True),
        sa.Column("lesson", sa.String(length=40), primary_key=True),
        sa.Column("card", sa.String(length=40), nullable=False),
        sa.Column("acted_at", Utc(), nullable=True),
        sa.Column("passed_at", Utc(), nullable=True),
    )
    op.create_table(
        "quiz_answer",
        sa.Column("learner_id", ID, _of_learner(), primary_key=True),
        sa.Column("lesson", sa.String(length=40), primary_key=True),
        sa.Column("attempt", sa.SmallInteger(), primary_key=True),
        sa.Column("question", sa.String(length=40), primary_key=True),
        sa.Column("right", sa.Boolean(), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.CheckConstraint("attempt > 0", name="attempt"),
    )
    with op.batch_alter_table("topic_choice") as batch:
        batch.drop_constraint(batch.f("ck_topic_choice_topic"), type_="check")
        batch.create_check_constraint(batch.f("ck_topic_choice_topic"), TOPICS)


def _of_learner() -> sa.ForeignKey:
    return sa.ForeignKey("learner.id", ondelete="CASCADE")
