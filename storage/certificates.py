"""Questions and changes about certificates: who has earned one, giving it out, and its code.

A certificate holds no name, only an HMAC of it (`storage.certificate_codes`).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic import certificate as rules
from bot.civic.certificate import State
from bot.civic.codes import is_receipt
from storage import certificate_codes as codes
from storage import due, practicum
from storage.academy import Learning
from storage.certificate_codes import Printed
from storage.conduct import By
from storage.engine import secrets_of
from storage.log import note
from storage.tables.academy import Learner
from storage.tables.certificates import Certificate

TRIED = "certificate"
"""What wrong codes and names are counted under (`storage.attempts`)."""

REVOKED = "certificate-revoked"
"""The due-row by which the holder hears of it; subject "certificate:<id>"."""

Accepted = Callable[[AsyncSession, int, str, int], Awaitable[datetime | None]]
"""(session, person, course, version): since when the practical work is accepted."""


BESIDES: dict[str, Accepted] = {"team": practicum.accepted}
"""What a track asks for besides its lessons."""


class Ended(Exception):
    """The learner's certificate is revoked: there is no other."""


class Verdict(StrEnum):
    """What a code is worth."""

    VALID = "valid"
    REVOKED = "revoked"
    CHANGED = "changed"  # somebody has changed the row, and not we
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Paper:
    """A certificate, without the name."""

    id: int
    code: str
    person: int | None
    printed: Printed
    number: int
    state: State
    seal: str
    reason: str

    @property
    def left(self) -> int:
        """How many times its name may still be put right."""
        return rules.PAPERS - self.number


async def earned(session: AsyncSession, learning: Learning) -> datetime | None:
    """Since when this learner has done all that the track asks for."""
    if learning.finished_at is None or learning.track not in BESIDES:
        return learning.finished_at
    accepted = BESIDES[learning.track]
    at = await accepted(session, learning.person, learning.course, learning.version)
    return max(at, learning.finished_at) if at else None


async def latest(session: AsyncSession, learner: int) -> Paper | None:
    """The last paper of a learner."""
    theirs = Certificate.learner_id == learner
    return await _one(session, theirs, order=Certificate.number.desc())


async def find(session: AsyncSession, code: str) -> Paper | None:
    """The paper with this normalised code, as the database has it."""
    return await _one(session, Certificate.code == code) if is_receipt(code) else None


async def by_id(session: AsyncSession, id: int) -> Paper | None:
    return await _one(session, Certificate.id == id)


async def of_person(session: AsyncSession, person_id: int) -> list[Paper]:
    """All papers of a person."""
    theirs = _papers().where(Certificate.person_id == person_id).order_by(Certificate.id)
    return [_paper(row) for row in (await session.execute(theirs)).mappings()]


async def check(session: AsyncSession, code: str) -> tuple[Verdict, Paper | None]:
    """What a normalised code is worth, and its paper where there is something to tell of it."""
    paper = await find(session, code)
    if paper is None:
        return Verdict.UNKNOWN, None
    if not await genuine(session, paper):
        return Verdict.CHANGED, None
    return Verdict.VALID if paper.state is State.VALID else Verdict.REVOKED, paper


async def genuine(session: AsyncSession, paper: Paper) -> bool:
    """Whether the row is as we wrote it."""
    key = secrets_of(session).identity_key
    bound = codes.bound(key, paper.printed)
    sealed = codes.same(codes.seal(key, bound, paper.state), paper.seal)
    return sealed and codes.same(codes.short(bound), paper.code)


async def matches(session: AsyncSession, paper: Paper, name: str) -> bool:
    """Whether this is the name printed on it."""
    printed = paper.printed
    typed = codes.name_key(secrets_of(session).identity_key, printed.salt, name)
    return codes.same(typed, printed.name_key)


async def issue(
    session: AsyncSession, learning: Learning, printed: Printed, name: str, now: datetime
) -> Paper:
    """A certificate in this name, in the place of the learner's last one.

    Raises Ended, and IntegrityError where the name was put right too often.
    """
    mine = select(Learner.id).where(Learner.id == learning.id).with_for_update()
    await session.execute(mine)
    last = await latest(session, learning.id)
    if last and (last.state is State.REVOKED or not await _end(session, last, State.REPLACED, now)):
        raise Ended
    row = {
        **_row(secrets_of(session).identity_key, printed, name),
        "person_id": learning.person,
        "learner_id": learning.id,
        "number": last.number + 1 if last else 1,
        "issued_at": now,
    }
    added = insert(Certificate).values(row).returning(Certificate.id)
    paper = await by_id(session, int((await session.execute(added)).scalar_one()))
    assert paper is not None
    subject = f"certificate:{paper.id}"
    await note(session, "certificate", now, municipality=printed.municipality, subject=subject)
    return paper


async def revoke(session: AsyncSession, paper: Paper, by: By, reason: str) -> bool:
    """End it for a reason that its holder reads.  False if it has ended already."""
    told = {"reason": reason, "revoked_by": by.person}
    if not await _end(session, paper, State.REVOKED, by.now, **told):
        return False
    subject = f"certificate:{paper.id}"
    await note(
        session,
        "certificate-revoke",
        by.now,
        person=by.person,
        municipality=by.municipality,
        subject=subject,
    )
    if paper.person is not None:
        await due.plan(session, REVOKED, subject, by.now, person_id=paper.person)
    return True


async def any_given(session: AsyncSession, municipality: str) -> bool:
    """Whether this municipality has given a certificate to anybody."""
    theirs = select(Certificate.id).where(Certificate.municipality_id == municipality).limit(1)
    return (await session.execute(theirs)).first() is not None


async def forget(session: AsyncSession, person_id: int) -> None:
    """Nothing leads from a paper to its holder, nor to what was said about them."""
    theirs = update(Certificate).where(Certificate.person_id == person_id)
    await session.execute(_quiet(theirs.values(person_id=None, learner_id=None, reason="")))


async def _end(
    session: AsyncSession, paper: Paper, state: State, now: datetime, **more: Any
) -> bool:
    key = secrets_of(session).identity_key
    seal = codes.seal(key, codes.bound(key, paper.printed), state)
    valid = (Certificate.id == paper.id, Certificate.state == State.VALID.value)
    ended = update(Certificate).where(*valid).returning(Certificate.id)
    ended = ended.values(state=state.value, ended_at=now, seal=seal, **more)
    return (await session.execute(_quiet(ended))).first() is not None


def _row(key: bytes, printed: Printed, name: str) -> dict[str, Any]:
    """The columns of what is printed, salted until the code is a clear one."""
    code = ""
    while not codes.is_clear(code):
        salt, name_key = codes.salted(key, name)
        printed = replace(printed, salt=salt, name_key=name_key)
        bound = codes.bound(key, printed)
        code = codes.short(bound)
    return {
        "code": code,
        "municipality_id": printed.municipality,
        "course": printed.course,
        "version": printed.version,
        "track": printed.track,
        "words": {what: dict(names) for what, names in printed.words.items()},
        "day": printed.day,
        "salt": printed.salt,
        "name_key": printed.name_key,
        "state": State.VALID.value,
        "seal": codes.seal(key, bound, State.VALID),
    }


async def _one(session: AsyncSession, *which: Any, order: Any = None) -> Paper | None:
    query = _papers().where(*which).order_by(order).limit(1)
    row = (await session.execute(query)).mappings().first()
    return _paper(row) if row else None


def _papers() -> Any:
    return select(*Certificate.__table__.columns)


def _paper(row: Any) -> Paper:
    printed = Printed(
        municipality=row["municipality_id"],
        course=row["course"],
        version=row["version"],
        track=row["track"],
        words=row["words"],
        day=row["day"],
        salt=row["salt"],
        name_key=row["name_key"],
    )
    return Paper(
        id=row["id"],
        code=row["code"],
        person=row["person_id"],
        printed=printed,
        number=row["number"],
        state=State(row["state"]),
        seal=row["seal"],
        reason=row["reason"],
    )


def _quiet(statement: Any) -> Any:
    return statement.execution_options(synchronize_session=False)
