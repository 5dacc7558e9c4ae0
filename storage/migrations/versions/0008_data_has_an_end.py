"""People's data is deleted at the end of a term; what an outage made late is known."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _terms()
    _outages()


def _terms() -> None:
    """Nobody noted when people were last here: their months run from this day."""
    with op.batch_alter_table("municipality") as batch:
        batch.add_column(
            sa.Column("keep_months", sa.Integer(), server_default="18", nullable=False)
        )
        batch.create_check_constraint(
            batch.f("ck_municipality_keep_months"), "keep_months between 6 and 60"
        )
    op.add_column("person", sa.Column("kept_from", sa.Date(), nullable=True))
    op.add_column("person", sa.Column("delete_on", sa.Date(), nullable=True))
    op.execute("update person set kept_from = current_date")
    with op.batch_alter_table("person") as batch:
        batch.alter_column("kept_from", existing_type=sa.Date(), nullable=False)
    living = sa.text("deleted_at is null")
    op.create_index(
        "ix_person_kept",
        "person",
        ["municipality_id", "kept_from"],
        postgresql_where=living,
        sqlite_where=living,
    )


def _outages() -> None:
    op.create_table(
        "heartbeat",
        sa.Column("name", sa.String(length=20), primary_key=True),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_table(
        "outage",
        sa.Column("id", ID, primary_key=True),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
    )
    with op.batch_alter_table("due") as batch:
        batch.add_column(sa.Column("outage_id", ID, nullable=True))
        batch.create_foreign_key(batch.f("fk_due_outage_id"), "outage", ["outage_id"], ["id"])
    late = sa.text("outage_id is not null")
    op.create_index("ix_due_outage", "due", ["outage_id"], postgresql_where=late, sqlite_where=late)
