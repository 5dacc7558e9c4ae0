"""A survey's form is put right while it is open: its forms are rows, and answers know theirs.

What has been answered before was answered to the first form.  A survey also knows whom it asks;
so far it was everybody of the municipality.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

FIRST = """
    insert into survey_revision (survey_id, number, since, form, digest)
    select id, 1, opens_at, form, digest from survey where state <> 'draft'
"""


def upgrade() -> None:
    op.create_table(
        "survey_revision",
        sa.Column("survey_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("form", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name=op.f("fk_survey_revision_survey_id")
        ),
        sa.PrimaryKeyConstraint("survey_id", "number", name=op.f("pk_survey_revision")),
    )
    op.execute(FIRST)
    with op.batch_alter_table("survey") as batch:
        batch.add_column(_number())
        batch.add_column(sa.Column("audience", sa.JSON(), server_default="{}", nullable=False))
        batch.add_column(
            sa.Column("guests", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch.add_column(sa.Column("corrects", ID, nullable=True))
        batch.create_foreign_key(batch.f("fk_survey_corrects"), "survey", ["corrects"], ["id"])
        batch.create_unique_constraint(batch.f("uq_survey_corrects"), ["corrects"])
    for table in ("survey_response", "survey_sheet"):
        op.add_column(table, _number())


def _number() -> sa.Column[int]:
    """Of the form that is meant."""
    return sa.Column("revision", sa.Integer(), server_default="1", nullable=False)
