"""People choose topics; letters of a day are gathered into one."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
STATES = (
    "state in ('queued', 'claimed', 'gathered', 'sent', 'unreachable', 'refused', 'opted_out',"
    " 'outdated', 'superseded', 'cancelled', 'unknown', 'failed')"
)
UNFINISHED = "state in ('queued', 'claimed', 'gathered')"
GATHERED = "state = 'gathered'"
PART = "part_of is not null"


def upgrade() -> None:
    op.create_table(
        "topic_choice",
        sa.Column("person_id", ID, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("topic", sa.String(length=20), nullable=False),
        sa.Column("mode", sa.String(length=8), nullable=False),
        sa.CheckConstraint(
            "topic in ('votes', 'surveys', 'meetings', 'projects', 'news')", name="topic"
        ),
        sa.CheckConstraint("mode in ('digest', 'off')", name="mode"),
        sa.PrimaryKeyConstraint("person_id", "topic"),
    )
    op.drop_index("ix_letter_campaign", table_name="letter")
    with op.batch_alter_table("letter") as batch:
        batch.drop_constraint(batch.f("ck_letter_known"), type_="check")
        batch.create_check_constraint(batch.f("ck_letter_known"), STATES)
        batch.add_column(sa.Column("part_of", ID, nullable=True))
        batch.create_check_constraint(
            batch.f("ck_letter_part"), "part_of is null or state not in ('queued', 'claimed')"
        )
        batch.create_foreign_key(
            batch.f("fk_letter_part_of"), "letter", ["part_of"], ["id"], ondelete="SET NULL"
        )
    _index("ix_letter_campaign", "campaign_id", UNFINISHED)
    _index("ix_letter_gathered", "account_id", GATHERED)
    _index("ix_letter_part", "part_of", PART)


def _index(name: str, column: str, where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, "letter", [column], postgresql_where=condition, sqlite_where=condition)
