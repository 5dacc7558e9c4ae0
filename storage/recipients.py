"""Who is written to, on which of their accounts, in which language."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ScalarSelect, Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.people import Account, Person


@dataclass(frozen=True, slots=True)
class Recipient:
    """One person, and the one account that is written to."""

    person_id: int
    language: str
    account_id: int
    bot: str


def best_account() -> ScalarSelect[int]:
    """The account to write to: one that can be reached if there is any, else the first.

    A person none of whose accounts can be reached is addressed all the same: the letter ends with
    the reason, so that nobody is left out of a report.
    """
    return (
        select(Account.id)
        .where(Account.person_id == Person.id)
        .order_by(Account.reachable.desc(), Account.opted_out, Account.id)
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )


def recipients(*conditions: Any) -> Select[*tuple[Any, ...]]:
    """The people for whom these conditions hold, each once."""
    return (
        select(Person.id, Person.language, Account.id, Account.bot)
        .join(Account, Account.id == best_account())
        .where(Person.deleted_at.is_(None), *conditions)
        .order_by(Person.id)
    )


async def recipient(session: AsyncSession, person_id: int) -> Recipient | None:
    """How to write to one person; None if they have deleted themselves."""
    row = (await session.execute(recipients(Person.id == person_id))).first()
    return Recipient(*row) if row else None
