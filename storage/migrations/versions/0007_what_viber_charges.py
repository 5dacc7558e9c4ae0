"""When Viber's session with somebody opened, and whether a letter was charged."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("account") as batch:
        batch.add_column(sa.Column("session_from", MOMENT, nullable=True))
        yes_no, no = sa.Boolean(), sa.false()
        batch.add_column(sa.Column("session_spent", yes_no, server_default=no, nullable=False))
    with op.batch_alter_table("letter") as batch:
        batch.add_column(sa.Column("charged", sa.Boolean(), nullable=True))
