"""A lawyer confirms texts of the handbook; a coordinator tells how many voters there are."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ROLES = (
    "role in ('coordinator', 'partner', 'observer', 'reviewer', 'helper', 'official',"
    " 'expert', 'lawyer')"
)


def upgrade() -> None:
    with op.batch_alter_table("role") as batch:
        batch.drop_constraint(batch.f("ck_role_known"), type_="check")
        batch.create_check_constraint(batch.f("ck_role_known"), ROLES)
    op.create_table(
        "rights_confirmation",
        sa.Column(
            "municipality_id",
            sa.String(length=40),
            sa.ForeignKey("municipality.id"),
            nullable=False,
        ),
        sa.Column("entry", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("person_id", ID, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("municipality_id", "entry", "digest"),
    )
    op.create_table(
        "voter_count",
        sa.Column("id", ID, nullable=False),
        sa.Column(
            "municipality_id",
            sa.String(length=40),
            sa.ForeignKey("municipality.id"),
            nullable=False,
        ),
        sa.Column("settlement_id", ID, sa.ForeignKey("settlement.id"), nullable=True),
        sa.Column("voters", sa.Integer(), nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.Column("made_by", ID, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("voters > 0", name="some"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_voter_count_place", "voter_count", ["municipality_id", "settlement_id"])
