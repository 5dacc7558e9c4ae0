"""A survey is a form, and a person's answers to it are one row.

Questions and answers of the second schema are read into both; then their own tables go.  Nothing
has been released that would still read them.  Documents that we made are no longer only PDF.
"""

import hashlib
import json
from collections import defaultdict
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KINDS = {"number": "integer"}
DONT_KNOW = "dont-know"
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

survey = sa.table(
    "survey",
    sa.column("id"),
    sa.column("title", sa.JSON),
    sa.column("form", sa.JSON),
    sa.column("digest"),
)
question = sa.table(
    "survey_question",
    *(sa.column(name) for name in ("id", "survey_id", "position", "name", "kind")),
    *(sa.column(name) for name in ("required", "least", "most")),
    *(sa.column(name, sa.JSON) for name in ("label", "hint", "options")),
)
response = sa.table("survey_response", sa.column("id"), sa.column("answers", sa.JSON))
answer = sa.table(
    "survey_answer",
    sa.column("response_id"),
    sa.column("question_id"),
    sa.column("value", sa.JSON),
)
media = sa.table("media", sa.column("kind"))
sheet = sa.table("survey_sheet", sa.column("id"), sa.column("answers", sa.JSON))


def upgrade() -> None:
    with op.batch_alter_table("survey") as batch:
        batch.add_column(sa.Column("form", sa.JSON(), nullable=True))
        batch.add_column(sa.Column("digest", sa.String(length=64), nullable=True))
        batch.add_column(sa.Column("made_by", ID, nullable=True))
        batch.create_foreign_key(batch.f("fk_survey_made_by"), "person", ["made_by"], ["id"])
    with op.batch_alter_table("survey_response") as batch:
        batch.add_column(sa.Column("answers", sa.JSON(), nullable=True))
    _convert(op.get_bind())
    with op.batch_alter_table("survey") as batch:
        batch.alter_column("form", existing_type=sa.JSON(), nullable=False)
        batch.alter_column("digest", existing_type=sa.String(length=64), nullable=False)
    with op.batch_alter_table("survey_response") as batch:
        batch.alter_column("answers", existing_type=sa.JSON(), nullable=False)
    op.drop_table("survey_answer")
    op.drop_table("survey_question")
    op.execute(media.update().where(media.c.kind == "application/pdf").values(kind="document"))
    _helpers()


def _helpers() -> None:
    """Who enters neighbours' answers, and what is kept of that."""
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    roles = "role in ('coordinator', 'partner', 'observer', 'reviewer', 'helper')"
    with op.batch_alter_table("role") as batch:
        batch.drop_constraint(batch.f("ck_role_known"), type_="check")
        batch.create_check_constraint(batch.f("ck_role_known"), roles)
    with op.batch_alter_table(
        "survey_sheet",
        recreate="always" if on_sqlite else "never",
        table_kwargs={"sqlite_with_rowid": False},
    ) as batch:
        batch.add_column(
            sa.Column("assisted", sa.String(length=8), server_default="", nullable=False)
        )
        batch.create_check_constraint(
            batch.f("ck_survey_sheet_known"), "assisted in ('', 'door', 'paper')"
        )
    op.create_table(
        "survey_phone",
        sa.Column("survey_id", ID, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["survey.id"], name=op.f("fk_survey_phone_survey_id")
        ),
        sa.PrimaryKeyConstraint("survey_id", "key", name=op.f("pk_survey_phone")),
        sqlite_with_rowid=False,
    )
    counts = ("interviews", "paper", "unnumbered", "quick", "declined", "doubled")
    keys = {"survey_id": "survey", "person_id": "person", "settlement_id": "settlement"}
    op.create_table(
        "survey_help",
        sa.Column("id", ID, nullable=False),
        sa.Column("survey_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in counts),
        sa.Column("settlement_id", ID, nullable=True),
        *(
            sa.ForeignKeyConstraint([key], [f"{table}.id"], name=op.f(f"fk_survey_help_{key}"))
            for key, table in keys.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_help")),
    )
    op.create_index("ix_survey_help_survey", "survey_help", ["survey_id", "person_id"])
    _beside_results()


def _beside_results() -> None:
    """Tags of what people wrote, pictures of single questions, ideas that answer a need."""
    op.create_table(
        "survey_tag",
        sa.Column("survey_id", ID, sa.ForeignKey("survey.id"), nullable=False),
        sa.Column("question", sa.String(length=255), nullable=False),
        sa.Column("sheet", sa.String(length=32), nullable=False),
        sa.Column("tag", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("survey_id", "question", "sheet", "tag"),
    )
    op.create_table(
        "survey_picture",
        sa.Column("survey_id", ID, sa.ForeignKey("survey.id"), nullable=False),
        sa.Column("question", sa.String(length=255), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("media_id", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("survey_id", "question", "language"),
    )
    op.create_table(
        "need_link",
        sa.Column("id", ID, primary_key=True, autoincrement=True),
        sa.Column("survey_id", ID, sa.ForeignKey("survey.id"), nullable=False),
        sa.Column("option", sa.String(length=255), nullable=False),
        sa.Column("idea_id", ID, sa.ForeignKey("idea.id"), nullable=False),
        sa.UniqueConstraint("survey_id", "idea_id"),
    )
    op.create_index("ix_need_link_idea", "need_link", ["idea_id"])


def _convert(connection: sa.Connection) -> None:
    questions = connection.execute(sa.select(question).order_by(question.c.position)).all()
    for id, title in connection.execute(sa.select(survey.c.id, survey.c.title)).all():
        form = _form(title, [row for row in questions if row.survey_id == id])
        text = json.dumps(form, ensure_ascii=False, sort_keys=True)
        digest = hashlib.sha256(text.encode()).hexdigest()
        values = survey.update().where(survey.c.id == id).values(form=form, digest=digest)
        connection.execute(values)
    names = {row.id: row.name for row in questions}
    given: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(sa.select(answer)).all():
        given[row.response_id] |= _told(names[row.question_id], row.value)
    for (id,) in connection.execute(sa.select(response.c.id)).all():
        kept = response.update().where(response.c.id == id).values(answers=given[id])
        connection.execute(kept)
    for id, answers in connection.execute(sa.select(sheet.c.id, sheet.c.answers)).all():
        told = {name: text for one in answers.items() for name, text in _told(*one).items()}
        connection.execute(sheet.update().where(sheet.c.id == id).values(answers=told))


def _form(title: dict[str, str], questions: list[Any]) -> dict[str, Any]:
    lists = {row.name: row.options for row in questions if row.options}
    items = [_item(row, row.name in lists) for row in questions]
    return {"v": 1, "title": title, "languages": list(title), "items": items, "lists": lists}


def _item(row: Any, offers: bool) -> dict[str, Any]:
    item: dict[str, Any] = {
        "name": row.name,
        "kind": KINDS.get(row.kind, row.kind),
        "label": row.label,
    }
    if row.hint:
        item["hint"] = row.hint
    if row.required or (row.least and row.kind == "many"):
        item["required"] = "true()"
    if offers:
        item["options"] = row.name
    if row.kind == "number":
        item["least"] = str(row.least)
    if row.most is not None:
        item["most"] = str(row.most)
    return item


def _told(name: str, value: Any) -> dict[str, str]:
    """An answer as one text; that somebody does not know is none."""
    if value == DONT_KNOW:
        return {}
    parts = value if isinstance(value, list) else [value]
    return {name: " ".join(map(str, parts))}
