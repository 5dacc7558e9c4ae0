"""What printed papers are made of; nothing here names a voter."""

from collections import Counter
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage import doors, places, votes
from storage.conduct import WITNESSES
from storage.reports import Report, report
from storage.tables.electorate import RegisterRow, VoterCode
from storage.tables.people import Settlement
from storage.tables.votes import Irregularity, ZoneSettlement
from storage.votes import Item, Vote

Name = dict[str, str]

IRREGULAR = {
    "linked after sealing": "linked",
    "a ballot beside a signature": "signature",
    "two proofs of one person": "proofs",
    "list-one-person": "list",
    "papers-one-person": "papers",
    "lot-one-person": "lot",
    "voiding-one-person": "voiding",
    "seal-one-person": "seal",
    "release-one-person": "release",
}
"""What the public record holds, by a short word for it."""


@dataclass(frozen=True, slots=True)
class Signers:
    """The numbers of a register, or of printed codes, that belong to one place."""

    place: Name
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """One vote with everything around it; names are words by language.

    `homes` are the settlements of each zone, `code` opens the chat, `signers` is empty where
    neither a register nor printed codes are there.
    """

    vote: Vote
    place: Name
    phone: str
    main: str
    zone: ZoneInfo
    items: tuple[Item, ...]
    zones: dict[str, Name]
    homes: dict[str, tuple[Name, ...]]
    code: str
    signers: tuple[Signers, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What the commission's protocol holds besides the count: how often what went wrong."""

    report: Report
    irregular: dict[str, int]


async def may_print(session: AsyncSession, person: int, municipality: str) -> bool:
    """Coordinators and partners of this municipality."""
    return bool(await votes.staff_roles(session, person, municipality) & WITNESSES)


async def subject(session: AsyncSession, vote: Vote) -> Subject:
    """A vote as papers show it."""
    place = await places.municipality(session, vote.municipality)
    assert place is not None
    return Subject(
        vote,
        place.name,
        place.office_phone,
        await votes.main_language(session, vote.municipality),
        await places.time_zone(session, vote.municipality),
        tuple(await votes.projects(session, vote.id)),
        await votes.zones(session, vote.id),
        await _homes(session, vote.id),
        await _code(session, vote),
        await _signers(session, vote),
    )


async def record(session: AsyncSession, vote: Vote) -> Record:
    """Of a counted vote; whoever asks sees to it that the hour has come."""
    query = select(Irregularity.kind).where(Irregularity.process_id == vote.id)
    kinds = (await session.execute(query)).scalars()
    irregular = Counter(IRREGULAR.get(kind, "other") for kind in kinds)
    return Record(await report(session, vote), dict(sorted(irregular.items())))


async def _homes(session: AsyncSession, id: int) -> dict[str, tuple[Name, ...]]:
    query = (
        select(ZoneSettlement.code, Settlement.name)
        .join(Settlement, Settlement.id == ZoneSettlement.settlement_id)
        .where(ZoneSettlement.process_id == id)
        .order_by(Settlement.id)
    )
    homes: dict[str, tuple[Name, ...]] = {}
    for code, name in await session.execute(query):
        homes[code] = (*homes.get(code, ()), name)
    return homes


async def _code(session: AsyncSession, vote: Vote) -> str:
    """The newest code that leads to this vote, else to voting in this municipality."""
    ways = await doors.doors_of(session, vote.municipality)
    here = [
        code for code, way in ways.items() if way.subject in (str(vote.id), votes.subject(vote.id))
    ]
    voting = [code for code, way in ways.items() if (way.journey, way.subject) == ("vote", "")]
    return next(reversed([*voting, *here]), "")


async def _signers(session: AsyncSession, vote: Vote) -> tuple[Signers, ...]:
    found: dict[tuple[str, ...], list[int]] = {}
    names: dict[tuple[str, ...], Name] = {}
    for number, name in await _numbered(session, vote):
        key = tuple(name.values())
        names[key] = name
        found.setdefault(key, []).append(number)
    return tuple(Signers(names[key], tuple(numbers)) for key, numbers in found.items())


async def _numbered(session: AsyncSession, vote: Vote) -> list[tuple[int, Name]]:
    """Each number with the name of its settlement, else of its zone, else none; by place."""
    zones = await votes.zones(session, vote.id)
    if vote.identity == "code":
        cards = select(VoterCode.serial, VoterCode.zone).where(
            VoterCode.process_id == vote.id, VoterCode.state != "void"
        )
        handed = await session.execute(cards.order_by(VoterCode.zone, VoterCode.serial))
        return [(serial, zones.get(zone, {})) for serial, zone in handed]
    voters = (
        select(RegisterRow.number, RegisterRow.zone, Settlement.name)
        .outerjoin(Settlement, Settlement.id == RegisterRow.settlement_id)
        .where(RegisterRow.process_id == vote.id)
        .order_by(RegisterRow.settlement_id, RegisterRow.number)
    )
    listed = await session.execute(voters)
    return [(number, name or zones.get(zone, {})) for number, zone, name in listed]
