"""People of a small municipality, put straight into the tables."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables.people import Account, Municipality, Person, Settlement

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
PLACE = "mtisdziri"


async def municipality(session: AsyncSession, id: str = PLACE, **more: Any) -> list[int]:
    """A municipality with two villages; their ids."""
    words = {"ka": "მთისძირი", "en": "Mtisdziri"}
    await session.execute(insert(Municipality).values(id=id, name=words, region=words, **more))
    rows = [
        {"municipality_id": id, "code": code, "name": {"ka": name}}
        for code, name in (("1", "ზემო"), ("2", "ქვემო"))
    ]
    added = insert(Settlement).returning(Settlement.id)
    return sorted((await session.execute(added, rows)).scalars())


async def resident(
    session: AsyncSession, *bots: str, place: str = PLACE, language: str = "ka", **more: Any
) -> int:
    """Somebody with an account on each of these bots; the person's id."""
    person = insert(Person).values(municipality_id=place, language=language, created_at=NOW, **more)
    id = int((await session.execute(person.returning(Person.id))).scalar_one())
    for bot in bots or ("fake",):
        account = insert(Account).values(
            person_id=id, bot=bot, address=f"{bot}-{id}", created_at=NOW
        )
        await session.execute(account)
    return id


async def crowd(session: AsyncSession, count: int, **more: Any) -> list[int]:
    """So many people with one account each."""
    return [await resident(session, **more) for _ in range(count)]


async def set_account(session: AsyncSession, person: int, bot: str = "fake", **values: Any) -> None:
    """Change an account: reachable, opted_out."""
    of_bot = (Account.person_id == person) & (Account.bot == bot)
    await session.execute(update(Account).where(of_bot).values(**values))
