"""Who may do what in which municipality, and how one gets there: by a one-time invitation."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.codes import new_one_time_code
from storage.log import note
from storage.people import code_hash
from storage.tables.people import Invitation, Municipality, Person, Role

COORDINATOR, PARTNER, OBSERVER, REVIEWER = "coordinator", "partner", "observer", "reviewer"
HELPER, OFFICIAL, EXPERT = "helper", "official", "expert"
LAWYER, MENTOR, TRAINER = "lawyer", "mentor", "trainer"
STAFF = frozenset({COORDINATOR, PARTNER, OBSERVER, REVIEWER})
"""Who works at the desk.  A helper does not: they enter neighbours' answers, and that is all.

Nor does a lawyer, who confirms texts of the handbook, or a mentor, who sees the teams they review.
"""

ANSWERERS = frozenset({OFFICIAL, EXPERT, TRAINER})
"""They have no desk either: they see the questions that are routed to them.

A trainer sees their seminars besides, and so does an expert who leads one.
"""

TRAINING = frozenset({TRAINER, EXPERT})
"""Whose people may lead a seminar."""

ANSWERING = ANSWERERS | {COORDINATOR, REVIEWER}
"""Roles whose people may be asked."""

EVERYBODY = (*sorted(STAFF), HELPER, *sorted(ANSWERERS), LAWYER, MENTOR)

INVITATION_DAYS = 7


@dataclass(frozen=True, slots=True)
class Post:
    """A role of one person."""

    municipality_id: str
    municipality: dict[str, str]
    role: str


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with a role in one municipality."""

    person_id: int
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation as whoever presents its code may see it."""

    municipality_id: str
    municipality: dict[str, str]
    role: str
    expires_at: datetime
    used: bool

    def open(self, now: datetime) -> bool:
        return not self.used and now < self.expires_at


async def is_staff(
    session: AsyncSession, person_id: int, municipality_id: str, role: str = COORDINATOR
) -> bool:
    """Whether the person holds this role in this municipality."""
    query = select(Role.role).where(
        Role.person_id == person_id, Role.municipality_id == municipality_id, Role.role == role
    )
    return (await session.execute(query)).first() is not None


async def posts_of(
    session: AsyncSession, person_id: int, roles: Collection[str] = EVERYBODY
) -> list[Post]:
    """Roles of a person in all municipalities, those without a desk too, unless some are named."""
    query = (
        select(Role.municipality_id, Municipality.name, Role.role)
        .join(Municipality, Municipality.id == Role.municipality_id)
        .where(Role.person_id == person_id, Role.role.in_(roles))
        .order_by(Role.municipality_id, Role.role)
    )
    return [Post(*row) for row in await session.execute(query)]


async def staff_of(session: AsyncSession, municipality_id: str) -> list[Member]:
    """Everybody with a role in this municipality, the earliest first."""
    query = (
        select(Role.person_id, Person.name, Role.role)
        .join(Person, Person.id == Role.person_id)
        .where(Role.municipality_id == municipality_id)
        .order_by(Role.since, Role.person_id, Role.role)
    )
    return [Member(*row) for row in await session.execute(query)]


async def invite(
    session: AsyncSession,
    municipality_id: str,
    role: str,
    now: datetime,
    made_by: int | None = None,
) -> str:
    """A new one-time code, valid for seven days.  It is nowhere but in the answer."""
    code = new_one_time_code()
    await session.execute(
        insert(Invitation).values(
            code_hash=code_hash(code),
            municipality_id=municipality_id,
            role=role,
            made_by=made_by,
            expires_at=now + timedelta(days=INVITATION_DAYS),
        )
    )
    await note(
        session, "invite", now, person=made_by, municipality=municipality_id, subject=f"role:{role}"
    )
    return code


async def find_invitation(session: AsyncSession, code: str) -> Invited | None:
    """The invitation behind a code, used up or not."""
    query = (
        select(
            Invitation.municipality_id,
            Municipality.name,
            Invitation.role,
            Invitation.expires_at,
            Invitation.used_by.is_not(None),
        )
        .join(Municipality, Municipality.id == Invitation.municipality_id)
        .where(Invitation.code_hash == code_hash(code))
    )
    row = (await session.execute(query)).first()
    return Invited(*row) if row else None


async def appoint(
    session: AsyncSession, code: str, person_id: int, name: str, now: datetime
) -> bool:
    """Use an invitation up and grant its role; False if it is used, expired or unknown."""
    taken = (
        update(Invitation)
        .where(
            Invitation.code_hash == code_hash(code),
            Invitation.used_by.is_(None),
            Invitation.expires_at > now,
        )
        .values(used_by=person_id, used_at=now)
        .returning(Invitation.municipality_id, Invitation.role)
        .execution_options(synchronize_session=False)
    )
    row = (await session.execute(taken)).first()
    if row is None:
        return False
    municipality_id, role = row
    await session.execute(update(Person).where(Person.id == person_id).values(name=name))
    if not await is_staff(session, person_id, municipality_id, role):
        await grant(session, person_id, municipality_id, role, now)
    return True


async def grant(
    session: AsyncSession, person_id: int, municipality_id: str, role: str, now: datetime
) -> None:
    """Give a role the person does not hold yet."""
    await session.execute(
        insert(Role).values(
            person_id=person_id, municipality_id=municipality_id, role=role, since=now
        )
    )
    await note(
        session,
        "appoint",
        now,
        person=person_id,
        municipality=municipality_id,
        subject=f"role:{role}",
    )
