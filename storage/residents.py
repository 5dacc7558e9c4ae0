"""A person's own settings: language, consent, where they live."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.people import Parked, opt_out
from storage.tables.people import Account, Draft, Person

CONSENT_VERSION = "3"
"""Of the text that people agree to; a new text gets a new number."""


@dataclass(frozen=True, slots=True)
class Resident:
    """What the bot knows of where somebody belongs."""

    joined: bool
    municipality_id: str | None
    settlement_id: int | None


@dataclass(frozen=True, slots=True)
class Consent:
    """That somebody agreed: to which text, in which language, when and on which messenger."""

    language: str
    at: datetime
    bot: str

    def to_json(self) -> dict[str, Any]:
        return {
            "text": CONSENT_VERSION,
            "language": self.language,
            "at": self.at.isoformat(),
            "bot": self.bot,
        }


async def resident(session: AsyncSession, person_id: int) -> Resident:
    """Whether the person has joined, and where."""
    query = select(Person.consent.is_not(None), Person.municipality_id, Person.settlement_id)
    row = (await session.execute(query.where(Person.id == person_id))).one()
    return Resident(row[0] and row[1] is not None, row[1], row[2])


async def speak(session: AsyncSession, person_id: int, language: str) -> None:
    """Write to this person in this language from now on."""
    await _change(session, person_id, language=language)


async def join(
    session: AsyncSession,
    person_id: int,
    consent: Consent,
    municipality_id: str,
    settlement_id: int | None,
) -> None:
    """Keep that the person agreed and where they live."""
    await _change(
        session,
        person_id,
        consent=consent.to_json(),
        municipality_id=municipality_id,
        settlement_id=settlement_id,
    )


async def move(
    session: AsyncSession, person_id: int, municipality_id: str, settlement_id: int | None
) -> None:
    """The person lives here now."""
    await _change(session, person_id, municipality_id=municipality_id, settlement_id=settlement_id)


async def withdraw(session: AsyncSession, person_id: int) -> None:
    """Take consent back: nothing is sent any more, and taking part asks for consent anew."""
    await _change(session, person_id, consent=None, municipality_id=None, settlement_id=None)
    await opt_out(session, person_id, out=True)


async def opted_out(session: AsyncSession, person_id: int) -> bool:
    """Whether the person wants answers only."""
    query = select(Account.id).where(Account.person_id == person_id, Account.opted_out)
    return (await session.execute(query.limit(1))).first() is not None


async def unfinished(session: AsyncSession, person_id: int) -> list[Parked]:
    """Every conversation in progress, the latest first."""
    query = (
        select(Draft.script, Draft.subject, Draft.updated_at)
        .where(Draft.person_id == person_id)
        .order_by(Draft.updated_at.desc())
    )
    return [Parked(*row) for row in await session.execute(query)]


async def _change(session: AsyncSession, person_id: int, **values: Any) -> None:
    await session.execute(update(Person).where(Person.id == person_id).values(**values))
