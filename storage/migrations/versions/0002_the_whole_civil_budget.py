"""The whole civil budget."""

import sqlalchemy as sa
from alembic import op

import storage.base

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


CHECKS = {
    "process": {
        "known_state": "state in ('draft', 'announced', 'open', 'stopped', 'objections', 'sealed',"
        " 'counted')",
        "known_identity": "identity in ('account', 'phone', 'register', 'code', 'desk')",
        "key_before_opening": "state in ('draft', 'announced') or key_print <> ''",
    },
    "electorate": {"known_state": "state in ('voted', 'marked', 'joined', 'void')"},
    "idea": {
        "known": "state in ('submitted', 'returned', 'reviewing', 'admitted', 'declined',"
        " 'appealed', 'merged', 'withdrawn', 'kept', 'hidden')"
    },
    "role": {"known": "role in ('coordinator', 'partner', 'observer', 'reviewer')"},
}


def upgrade() -> None:
    for table, checks in CHECKS.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for name, rule in checks.items():
                batch_op.drop_constraint(batch_op.f(f"ck_{table}_{name}"), type_="check")
                batch_op.create_check_constraint(batch_op.f(f"ck_{table}_{name}"), rule)
    op.create_table(
        "attempt",
        sa.Column("who", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("last_at", storage.base.Utc(timezone=True), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("who", "kind", name=op.f("pk_attempt")),
    )
    op.create_table(
        "desk_code",
        sa.Column(
            "process_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("expires_at", storage.base.Utc(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_desk_code_person_id")),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_desk_code_process_id")
        ),
        sa.PrimaryKeyConstraint("process_id", "person_id", name=op.f("pk_desk_code")),
        sa.UniqueConstraint(
            "process_id", "code_hash", name=op.f("uq_desk_code_process_id_code_hash")
        ),
    )
    op.create_table(
        "paper_batch",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "process_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("valid", sa.Integer(), nullable=False),
        sa.Column("invalid", sa.Integer(), nullable=False),
        sa.Column("flaws", sa.JSON(), nullable=False),
        sa.Column(
            "entered_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("entered_at", storage.base.Utc(timezone=True), nullable=False),
        sa.Column(
            "checked_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("checked_at", storage.base.Utc(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state in ('entered', 'held', 'accepted', 'refused')", name=op.f("ck_paper_batch_known")
        ),
        sa.ForeignKeyConstraint(
            ["checked_by"], ["person.id"], name=op.f("fk_paper_batch_checked_by")
        ),
        sa.ForeignKeyConstraint(
            ["entered_by"], ["person.id"], name=op.f("fk_paper_batch_entered_by")
        ),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_paper_batch_process_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_batch")),
        sa.UniqueConstraint("process_id", "number", name=op.f("uq_paper_batch_process_id_number")),
    )
    op.create_table(
        "proof",
        sa.Column(
            "process_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("zone", sa.String(length=40), nullable=False),
        sa.Column("by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", storage.base.Utc(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_proof_by")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_proof_person_id")),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_proof_process_id")),
        sa.PrimaryKeyConstraint("process_id", "person_id", name=op.f("pk_proof")),
        sa.UniqueConstraint("process_id", "key", name=op.f("uq_proof_process_id_key")),
    )
    with op.batch_alter_table("proof", schema=None) as batch_op:
        batch_op.create_index("ix_proof_person", ["person_id"], unique=False)

    op.create_table(
        "register_row",
        sa.Column(
            "process_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("proves", sa.String(length=8), nullable=False),
        sa.Column("young", sa.Boolean(), nullable=False),
        sa.Column(
            "settlement_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("zone", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_register_row_process_id")
        ),
        sa.ForeignKeyConstraint(
            ["settlement_id"], ["settlement.id"], name=op.f("fk_register_row_settlement_id")
        ),
        sa.CheckConstraint("proves in ('number', 'phone')", name=op.f("ck_register_row_known")),
        sa.PrimaryKeyConstraint("process_id", "number", name=op.f("pk_register_row")),
        sa.UniqueConstraint("process_id", "key", name=op.f("uq_register_row_process_id_key")),
    )
    op.create_table(
        "voiding",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "process_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("identity_key", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("asked_at", storage.base.Utc(timezone=True), nullable=False),
        sa.Column("agreed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("agreed_at", storage.base.Utc(timezone=True), nullable=True),
        sa.Column("refused", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["agreed_by"], ["person.id"], name=op.f("fk_voiding_agreed_by")),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_voiding_asked_by")),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_voiding_process_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voiding")),
    )
    open_voiding = sa.and_(sa.column("agreed_at").is_(None), sa.column("refused") == sa.false())
    with op.batch_alter_table("voiding", schema=None) as batch_op:
        batch_op.create_index(
            "uq_voiding_open",
            ["process_id", "identity_key"],
            unique=True,
            sqlite_where=open_voiding,
            postgresql_where=open_voiding,
        )
    op.create_table(
        "voter_code",
        sa.Column(
            "process_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("zone", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("handed_at", storage.base.Utc(timezone=True), nullable=True),
        sa.Column("handed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.CheckConstraint(
            "state in ('printed', 'handed', 'void')", name=op.f("ck_voter_code_known")
        ),
        sa.ForeignKeyConstraint(["handed_by"], ["person.id"], name=op.f("fk_voter_code_handed_by")),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_voter_code_process_id")
        ),
        sa.PrimaryKeyConstraint("process_id", "serial", name=op.f("pk_voter_code")),
        sa.UniqueConstraint(
            "process_id", "code_hash", name=op.f("uq_voter_code_process_id_code_hash")
        ),
    )
    op.create_table(
        "idea_report",
        sa.Column("idea_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("why", sa.String(length=20), nullable=False),
        sa.Column("at", storage.base.Utc(timezone=True), nullable=False),
        sa.Column(
            "decided_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("decided_at", storage.base.Utc(timezone=True), nullable=True),
        sa.Column("upheld", sa.Boolean(), nullable=True),
        sa.Column("reason", sa.String(length=600), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_idea_report_decided_by")
        ),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_idea_report_idea_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_idea_report_person_id")
        ),
        sa.PrimaryKeyConstraint("idea_id", "person_id", name=op.f("pk_idea_report")),
    )
    op.create_table(
        "idea_photo",
        sa.Column("idea_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("media_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_idea_photo_idea_id")),
        sa.ForeignKeyConstraint(["media_id"], ["media.id"], name=op.f("fk_idea_photo_media_id")),
        sa.PrimaryKeyConstraint("idea_id", "position", name=op.f("pk_idea_photo")),
    )
    op.create_table(
        "paper_ballot",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("batch_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["paper_batch.id"], name=op.f("fk_paper_ballot_batch_id")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_paper_ballot")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("paper_ballot", schema=None) as batch_op:
        batch_op.create_index("ix_paper_ballot_batch", ["batch_id"], unique=False)

    op.create_table(
        "review",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("idea_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("stage", sa.String(length=12), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column(
            "reviewer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("due_at", storage.base.Utc(timezone=True), nullable=False),
        sa.Column("checks", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("verdict", sa.String(length=8), nullable=False),
        sa.Column("criterion", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("plea", sa.Text(), nullable=False),
        sa.Column("objection", sa.Text(), nullable=False),
        sa.Column("opened_at", storage.base.Utc(timezone=True), nullable=False),
        sa.Column("proposed_at", storage.base.Utc(timezone=True), nullable=True),
        sa.Column("second_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("done_at", storage.base.Utc(timezone=True), nullable=True),
        sa.CheckConstraint(
            "stage in ('formal', 'substance', 'appeal')", name=op.f("ck_review_known_stage")
        ),
        sa.CheckConstraint("state <> 'done' or verdict <> ''", name=op.f("ck_review_decided")),
        sa.CheckConstraint(
            "state in ('open', 'proposed', 'done')", name=op.f("ck_review_known_state")
        ),
        sa.CheckConstraint(
            "verdict in ('', 'pass', 'fix', 'reject', 'merge')",
            name=op.f("ck_review_known_verdict"),
        ),
        sa.CheckConstraint(
            "second_id is null or second_id <> reviewer_id", name=op.f("ck_review_four_eyes")
        ),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_review_idea_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["person.id"], name=op.f("fk_review_reviewer_id")),
        sa.ForeignKeyConstraint(["second_id"], ["person.id"], name=op.f("fk_review_second_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
        sa.UniqueConstraint(
            "idea_id", "stage", "round", name=op.f("uq_review_idea_id_stage_round")
        ),
    )
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.create_index("ix_review_reviewer", ["reviewer_id"], unique=False)

    op.create_table(
        "ballot_list",
        sa.Column(
            "process_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("numbering", sa.String(length=8), nullable=False),
        sa.Column("made_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("made_at", storage.base.Utc(timezone=True), nullable=False),
        sa.Column("agreed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("agreed_at", storage.base.Utc(timezone=True), nullable=True),
        sa.CheckConstraint(
            "agreed_by is null or agreed_by <> made_by", name=op.f("ck_ballot_list_four_eyes")
        ),
        sa.CheckConstraint(
            "numbering in ('lot', 'zone')", name=op.f("ck_ballot_list_known_numbering")
        ),
        sa.ForeignKeyConstraint(
            ["agreed_by"], ["person.id"], name=op.f("fk_ballot_list_agreed_by")
        ),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_ballot_list_made_by")),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_ballot_list_process_id")
        ),
        sa.PrimaryKeyConstraint("process_id", name=op.f("pk_ballot_list")),
    )
    op.create_table(
        "follow",
        sa.Column(
            "project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("at", storage.base.Utc(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_follow_person_id")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_follow_project_id")),
        sa.PrimaryKeyConstraint("project_id", "person_id", name=op.f("pk_follow")),
    )
    with op.batch_alter_table("follow", schema=None) as batch_op:
        batch_op.create_index("ix_follow_person", ["person_id"], unique=False)

    op.create_table(
        "project_update",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("at", storage.base.Utc(timezone=True), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("stage", sa.String(length=8), nullable=False),
        sa.Column("text", sa.JSON(), nullable=False),
        sa.Column("photo", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_project_update_person_id")
        ),
        sa.ForeignKeyConstraint(["photo"], ["media.id"], name=op.f("fk_project_update_photo")),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_update_project_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_update")),
    )
    with op.batch_alter_table("project_update", schema=None) as batch_op:
        batch_op.create_index("ix_project_update_project", ["project_id"], unique=False)

    op.create_table(
        "project_note",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "project_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("photo", sa.String(length=32), nullable=True),
        sa.Column("at", storage.base.Utc(timezone=True), nullable=False),
        sa.Column("due_at", storage.base.Utc(timezone=True), nullable=True),
        sa.Column("answer", sa.JSON(none_as_null=True), nullable=True),
        sa.Column(
            "answered_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("answered_at", storage.base.Utc(timezone=True), nullable=True),
        sa.CheckConstraint("kind in ('confirm', 'dispute')", name=op.f("ck_project_note_known")),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["person.id"], name=op.f("fk_project_note_answered_by")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_project_note_person_id")
        ),
        sa.ForeignKeyConstraint(["photo"], ["media.id"], name=op.f("fk_project_note_photo")),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_note_project_id")
        ),
        sa.ForeignKeyConstraint(
            ["update_id"], ["project_update.id"], name=op.f("fk_project_note_update_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_note")),
        sa.UniqueConstraint(
            "update_id", "person_id", name=op.f("uq_project_note_update_id_person_id")
        ),
    )
    with op.batch_alter_table("project_note", schema=None) as batch_op:
        batch_op.create_index("ix_project_note_project", ["project_id"], unique=False)

    with op.batch_alter_table("ballot", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("void", sa.Boolean(), server_default=sa.false(), nullable=False)
        )

    with op.batch_alter_table("electorate", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("zone", sa.String(length=40), server_default="", nullable=False)
        )

    with op.batch_alter_table("idea", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "process_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.add_column(
            sa.Column("zone", sa.String(length=40), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("cost", sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(
            sa.Column("beneficiaries", sa.String(length=300), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column(
                "merged_into", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.add_column(
            sa.Column("place", sa.String(length=200), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("fix_until", storage.base.Utc(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("final", sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(
            sa.Column("exclusive", sa.String(length=20), server_default="", nullable=False)
        )
        batch_op.create_index(batch_op.f("ix_idea_process_id"), ["process_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_idea_process_id"), "process", ["process_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_idea_merged_into"), "idea", ["merged_into"], ["id"]
        )

    on_sqlite = op.get_bind().dialect.name == "sqlite"
    with op.batch_alter_table("person", recreate="always" if on_sqlite else "never") as batch_op:
        batch_op.add_column(sa.Column("age_from", sa.Integer(), server_default="0", nullable=False))

    with op.batch_alter_table("process", schema=None) as batch_op:
        batch_op.add_column(sa.Column("edition", sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(sa.Column("lot", sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(sa.Column("referee", sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(
            sa.Column(
                "release_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_process_release_by"), "person", ["release_by"], ["id"]
        )

    with op.batch_alter_table("project", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("corrected_reason", sa.JSON(none_as_null=True), nullable=True)
        )
        batch_op.add_column(
            sa.Column("exclusive", sa.String(length=20), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column(
                "idea_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.add_column(
            sa.Column(
                "owner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.add_column(
            sa.Column("stage", sa.String(length=8), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("starts_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("ends_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("spent", sa.JSON(none_as_null=True), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_project_owner_id"), "person", ["owner_id"], ["id"]
        )
        batch_op.create_foreign_key(batch_op.f("fk_project_idea_id"), "idea", ["idea_id"], ["id"])
        batch_op.create_check_constraint(
            batch_op.f("ck_project_known_stage"),
            "stage in ('', 'planned', 'started', 'done', 'stopped')",
        )

    with op.batch_alter_table(
        "sealed_ballot",
        recreate="always" if on_sqlite else "never",
        table_kwargs={"sqlite_with_rowid": False},
    ) as batch_op:
        batch_op.add_column(
            sa.Column("method", sa.String(length=8), server_default="", nullable=False)
        )
