"""Phone numbers as proof of who somebody is.  Only a code of the number is ever stored."""

import re
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.engine import secrets_of
from storage.keys import code
from storage.linking import unite
from storage.staff import posts_of
from storage.tables.people import Person

GEORGIAN = re.compile(r"(?:(?:00)?995)?0?(5\d{8})")  # mobile: +995 5XX XX XX XX


def normal(phone: str) -> str:
    """One form for one number, whatever the messenger puts before it; foreign ones are kept."""
    digits = "".join(filter(str.isdecimal, phone))
    found = GEORGIAN.fullmatch(digits)
    return f"+995{found[1]}" if found else f"+{digits.removeprefix('00')}"


def is_mobile(phone: str) -> bool:
    """Whether it may be one person's own number: a Georgian mobile, or any with its country."""
    digits = "".join(filter(str.isdecimal, phone))
    abroad = phone.strip().startswith(("+", "00")) and digits.removeprefix("00")[:3] != "995"
    return bool(GEORGIAN.fullmatch(digits)) or (abroad and 8 <= len(digits) <= 17)


def phone_key(session: AsyncSession, phone: str) -> str:
    """What is stored instead of a number."""
    return code(secrets_of(session).identity_key, "phone", normal(phone))


async def owner_of(session: AsyncSession, phone: str) -> int | None:
    """The person who has proven to have this number."""
    query = select(Person.id).where(Person.phone_key == phone_key(session, phone))
    return (await session.execute(query)).scalar_one_or_none()


async def prove_phone(session: AsyncSession, person: int, phone: str, now: datetime) -> int | None:
    """Somebody has shared their own number; the person they are from now on, None if it is staff's.

    A number that another person has proven means that both are one, on two messengers or after
    starting anew: the accounts are joined.  Not those of staff: Viber vouches for a number too
    weakly to hand a role over; a code does that.  Raises ballots.Paused.
    """
    owner = await owner_of(session, phone)
    if owner is None:
        key = phone_key(session, phone)
        await session.execute(update(Person).where(Person.id == person).values(phone_key=key))
        return person
    if owner != person:
        if await posts_of(session, owner):
            return None
        await unite(session, owner, person, now)
    return owner
