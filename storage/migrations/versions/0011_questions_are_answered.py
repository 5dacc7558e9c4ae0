"""Questions are routed to officials and experts, answered by a day, and published with consent."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
PLACE = sa.String(length=40)
ADDRESSEE = "addressee in ('office', 'expert')"
TOPIC = (
    "topic in ('road', 'water', 'waste', 'social', 'school', 'land', 'budget', 'rights', 'other')"
)
OPEN_TURN = "answered_at is null and closed_at is null"
ROLES = "role in ('coordinator', 'partner', 'observer', 'reviewer', 'helper', 'official', 'expert')"


def upgrade() -> None:
    with op.batch_alter_table("municipality") as batch:
        batch.add_column(
            sa.Column("answer_days", sa.Integer(), server_default="10", nullable=False)
        )
        batch.create_check_constraint(
            batch.f("ck_municipality_answer_days"), "answer_days between 1 and 30"
        )
    with op.batch_alter_table("role") as batch:
        batch.drop_constraint(batch.f("ck_role_known"), type_="check")
        batch.create_check_constraint(batch.f("ck_role_known"), ROLES)
    _questions()
    _passes()
    _public()
    _routes()


def _questions() -> None:
    op.create_table(
        "question",
        sa.Column("id", ID, primary_key=True),
        sa.Column("municipality_id", PLACE, sa.ForeignKey("municipality.id"), nullable=False),
        sa.Column("person_id", ID, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("addressee", sa.String(length=8), nullable=False),
        sa.Column("topic", sa.String(length=12), nullable=False),
        sa.Column("owner_id", ID, sa.ForeignKey("person.id"), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("may_publish", sa.Boolean(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.UniqueConstraint("id", "may_publish"),
        sa.CheckConstraint(ADDRESSEE, name="addressee"),
        sa.CheckConstraint(TOPIC, name="topic"),
    )
    op.create_index("ix_question_person", "question", ["person_id"])
    op.create_index("ix_question_owner", "question", ["owner_id"])
    op.create_index("ix_question_municipality", "question", ["municipality_id"])
    op.create_table(
        "question_turn",
        sa.Column("id", ID, primary_key=True),
        sa.Column("question_id", ID, sa.ForeignKey("question.id"), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("answered_by", ID, sa.ForeignKey("person.id"), nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("rating", sa.String(length=8), server_default="", nullable=False),
        sa.Column("kept_back", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.UniqueConstraint("question_id", "position"),
        sa.UniqueConstraint("id", "question_id"),
        sa.CheckConstraint("position > 0", name="counted"),
        sa.CheckConstraint("due_at > asked_at", name="ahead"),
        sa.CheckConstraint("answered_at is null or closed_at is null", name="one_end"),
        sa.CheckConstraint(
            "answered_at is not null or (answer = '' and answered_by is null and rating = '')",
            name="answered",
        ),
        sa.CheckConstraint("rating in ('', 'helps', 'partly', 'no')", name="rating"),
    )
    waiting = sa.text(OPEN_TURN)
    op.create_index(
        "ix_question_turn_open",
        "question_turn",
        ["question_id"],
        unique=True,
        postgresql_where=waiting,
        sqlite_where=waiting,
    )


def _passes() -> None:
    op.create_table(
        "question_pass",
        sa.Column("id", ID, primary_key=True),
        sa.Column("question_id", ID, sa.ForeignKey("question.id"), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("by_id", ID, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("from_id", ID, sa.ForeignKey("person.id"), nullable=True),
        sa.Column("to_id", ID, sa.ForeignKey("person.id"), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.CheckConstraint("kind in ('passed', 'assigned')", name="known"),
        sa.CheckConstraint("kind = 'assigned' or reason <> ''", name="reasoned"),
    )
    op.create_index("ix_question_pass_question", "question_pass", ["question_id"])


def _public() -> None:
    op.create_table(
        "public_answer",
        sa.Column("turn_id", ID, primary_key=True, autoincrement=False),
        sa.Column("question_id", ID, nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("municipality_id", PLACE, sa.ForeignKey("municipality.id"), nullable=False),
        sa.Column("topic", sa.String(length=12), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("checked_by", ID, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("published_at", MOMENT, nullable=False),
        sa.Column("helped", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["question_id", "agreed"], ["question.id", "question.may_publish"]),
        sa.ForeignKeyConstraint(
            ["turn_id", "question_id"], ["question_turn.id", "question_turn.question_id"]
        ),
        sa.CheckConstraint("agreed", name="agreed"),
        sa.CheckConstraint("question <> '' and answer <> ''", name="said"),
        sa.CheckConstraint(TOPIC, name="topic"),
    )
    op.create_index(
        "ix_public_answer_municipality", "public_answer", ["municipality_id", "published_at"]
    )
    op.create_index("ix_public_answer_question", "public_answer", ["question_id"])


def _routes() -> None:
    op.create_table(
        "answer_route",
        sa.Column("municipality_id", PLACE, sa.ForeignKey("municipality.id"), nullable=False),
        sa.Column("addressee", sa.String(length=8), nullable=False),
        sa.Column("topic", sa.String(length=12), nullable=False),
        sa.Column("person_id", ID, sa.ForeignKey("person.id"), nullable=False),
        sa.CheckConstraint(ADDRESSEE, name="addressee"),
        sa.CheckConstraint(TOPIC, name="topic"),
        sa.PrimaryKeyConstraint("municipality_id", "addressee", "topic"),
    )
    op.create_index("ix_answer_route_person", "answer_route", ["person_id"])
    op.create_table(
        "day_off",
        sa.Column("municipality_id", PLACE, sa.ForeignKey("municipality.id"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("municipality_id", "day"),
    )
