"""The base of every table, and the column types that hold on SQLite and PostgreSQL alike."""

from datetime import UTC, datetime
from typing import Annotated, Any

import sqlalchemy
from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    DateTime,
    Dialect,
    Integer,
    MetaData,
    Table,
    TypeDecorator,
    cast,
)
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Utc(TypeDecorator[datetime]):
    """Aware times in, aware UTC times out; a naive time is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored time must be aware")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class Unread(TypeDecorator[str]):
    """JSON as its text, for what may be megabytes: it is parsed where it is needed, or never."""

    impl = JSON
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> None:
        return None

    def result_processor(self, dialect: Dialect, coltype: object) -> None:
        return None

    def column_expression(self, column: ColumnElement[Any]) -> ColumnElement[str]:
        """As a text, for PostgreSQL's driver parses every JSON by itself."""
        return cast(column, sqlalchemy.Text)


BigId = BigInteger().with_variant(Integer, "sqlite")
Id = Annotated[int, mapped_column(BigId, primary_key=True)]
Moment = Annotated[datetime, mapped_column(Utc)]
Data = Annotated[dict[str, Any], mapped_column(JSON)]
Text = Annotated[dict[str, str], mapped_column(JSON)]
"""What people wrote, by language; read it with `bot.messages.Words`."""


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)


def table(mapped: type[Base]) -> Table:
    """The plain table behind a class, for statements that every turn runs."""
    plain = mapped.__table__
    assert isinstance(plain, Table)
    return plain
