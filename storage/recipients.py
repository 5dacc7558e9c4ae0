"""Who is written to, on which of their accounts, in which language."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.people import Account, Person, Role


@dataclass(frozen=True, slots=True)
class Recipient:
    """One person, and the one account that is written to."""

    person_id: int
    language: str
    account_id: int
    bot: str


def people(*conditions: Any) -> Select[int]:
    """The ids of those who have an account and for whom these conditions hold, in order."""
    has_account = exists().where(Account.person_id == Person.id)
    return (
        select(Person.id)
        .where(Person.deleted_at.is_(None), has_account, *conditions)
        .order_by(Person.id)
    )


async def recipients(
    session: AsyncSession, *conditions: Any, only: Sequence[Any] = (), limit: int | None = None
) -> list[Recipient]:
    """The first people for whom these conditions hold, each with one account, of `only` these.

    It is one that can be reached if there is any, else the first: a person who cannot be reached
    is addressed all the same, and the letter ends with the reason, so that nobody is left out of a
    report.  The best account is chosen here: as a correlated subquery PostgreSQL would compare
    every person with every account.
    """
    query = (
        select(Person.id, Person.language, Account.id, Account.bot)
        .join(Account, Account.person_id == Person.id)
        .where(Person.id.in_(people(*conditions).limit(limit)), *only)
        .order_by(Person.id, Account.reachable.desc(), Account.opted_out, Account.id)
    )
    best: dict[int, Recipient] = {}
    for person, language, account, bot in await session.execute(query):
        best.setdefault(person, Recipient(person, language, account, bot))
    return list(best.values())


async def recipient(session: AsyncSession, person_id: int) -> Recipient | None:
    """How to write to one person; None if they have deleted themselves."""
    found = await recipients(session, Person.id == person_id)
    return found[0] if found else None


async def accounts_of(session: AsyncSession, person_id: int) -> dict[str, int]:
    """Where a person can be written to: by bot, the account."""
    query = (
        select(Account.bot, Account.id)
        .where(Account.person_id == person_id, Account.reachable)
        .order_by(Account.id)
    )
    return {bot: id for bot, id in await session.execute(query)}


async def staff(
    session: AsyncSession, municipality_id: str, roles: Collection[str]
) -> list[Recipient]:
    """How to write to everybody who holds one of these roles here."""
    held = select(Role.person_id).where(
        Role.municipality_id == municipality_id, Role.role.in_(roles)
    )
    return await recipients(session, Person.id.in_(held))
