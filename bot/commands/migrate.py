"""`migrate`: bring the database up to this program's schema."""

import typer

from bot.commands.database import run
from storage import schema, seeds
from storage.engine import Database


def migrate() -> None:
    """Make or update the tables in DATABASE_URL, and the list of municipalities."""
    count = run(_migrate)
    typer.echo(f"The database is up to date, with {count} municipalities.")


async def _migrate(database: Database) -> int:
    await schema.upgrade(database)
    async with database.writing() as session:
        return await seeds.seed(session)
