"""Questions about votes: what is open, what stands on the ballot, who may run it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.amounts import Amount, from_data, to_data
from bot.civic.ballots import Project as Eligible
from bot.civic.ballots import Rules
from bot.civic.checks import NAMING
from bot.civic.edition import Edition, Paper, Phase
from storage.staff import STAFF
from storage.tables.people import Municipality, Role
from storage.tables.votes import Process, Project, SealedReceipt, Zone, ZoneSettlement

RESULTS = "results"
"""Due: the result is told, or people learn when it will be."""

ID = re.compile(r"[1-9][0-9]{0,8}")
WHOLE = ""  # the zone that is the whole municipality
SHOWN_STATES = ("announced", "open", "stopped", "objections", "sealed", "counted")


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote as it stands; `name` and `about` are words by language."""

    id: int
    municipality: str
    name: dict[str, str]
    about: dict[str, str]
    state: str
    opens_at: datetime
    closes_at: datetime
    results_at: datetime
    rules: Rules
    identity: str
    tie_seed: str
    key_print: str
    stopped_at: datetime | None
    seal_by: int | None
    seal_step: str
    ballots: int
    charts: dict[str, str] | None
    edition: Edition | None
    lot: dict[str, Any] | None
    referee: dict[str, Any] | None
    release_by: int | None

    @property
    def on_paper(self) -> bool:
        """Whether it is voted on paper too: only where a signature tells whose chat ballot goes."""
        paper = self.edition.paper if self.edition else Paper.NONE
        return paper is not Paper.NONE and self.identity in NAMING

    def phase(self, now: datetime) -> Phase | None:
        """Where the edition stands by its dates; None for a vote without one."""
        return self.edition.calendar.phase(now) if self.edition else None

    def takes(self, received: datetime) -> bool:
        """Whether a ballot that reached us at this moment counts.

        Computed from dates, so that a tick that comes late neither gives nor takes a second.
        """
        if not self.opens_at <= received < self.closes_at:
            return False
        if self.state == "stopped" and self.stopped_at:
            return received < self.stopped_at
        return self.state == "open"

    def told(self, now: datetime) -> bool:
        """Whether the announced hour has come and the result is there: nobody learns it before."""
        return self.released and self.results_at <= now

    @property
    def released(self) -> bool:
        """Whether the count may be told: the referee agrees, or two people take it upon them.

        A vote counted before there was a referee has no entry.
        """
        return self.state == "counted" and (
            self.referee is None or bool(self.referee.get("released"))
        )


@dataclass(frozen=True, slots=True)
class Item:
    """A project as it stands on the ballot; words by language.

    `withdrawn` and `corrected` hold the public reasons.
    """

    number: int
    title: dict[str, str]
    summary: dict[str, str]
    cost: Amount
    zone: str
    withdrawn: dict[str, str] | None
    corrected: dict[str, str] | None = None
    exclusive: str = ""

    @property
    def eligible(self) -> Eligible:
        """The same for the rules; its id is its number."""
        gone = self.withdrawn is not None
        return Eligible(str(self.number), self.cost, self.zone, self.number, gone, self.exclusive)


VOTE = select(
    Process.id,
    Process.municipality_id,
    Process.name,
    Process.about,
    Process.state,
    Process.opens_at,
    Process.closes_at,
    Process.results_at,
    Process.rules,
    Process.identity,
    Process.tie_seed,
    Process.key_print,
    Process.stopped_at,
    Process.seal_by,
    Process.seal_step,
    Process.ballots,
    Process.charts,
    Process.edition,
    Process.lot,
    Process.referee,
    Process.release_by,
)


async def find(session: AsyncSession, id: str | int) -> Vote | None:
    """The vote, whoever asks; None if there is none.  `id` may be what a button carried.

    A conversation is kept under what was carried: "05" would be found where "5" is sealed.
    """
    if not ID.fullmatch(str(id)):
        return None
    row = (await session.execute(VOTE.where(Process.id == int(id)))).first()
    return _vote(row) if row else None


async def locked(session: AsyncSession, id: int, *, share: bool = False) -> Vote:
    """The vote, its row held: shared by confirming ballots, alone by what changes its state."""
    query = VOTE.where(Process.id == id).with_for_update(read=share, of=Process)
    return _vote((await session.execute(query)).one())


async def shown(session: AsyncSession, municipality: str | None) -> list[Vote]:
    """The municipality's votes that citizens may see, the latest first."""
    query = VOTE.where(Process.municipality_id == municipality, Process.state.in_(SHOWN_STATES))
    rows = await session.execute(query.order_by(Process.opens_at.desc(), Process.id.desc()))
    return [_vote(row) for row in rows]


async def all_of(session: AsyncSession, municipality: str) -> list[Vote]:
    """For its coordinators: drafts too."""
    query = VOTE.where(Process.municipality_id == municipality)
    rows = await session.execute(query.order_by(Process.opens_at.desc(), Process.id.desc()))
    return [_vote(row) for row in rows]


async def projects(
    session: AsyncSession, id: int, zones: Sequence[str] | None = None
) -> list[Item]:
    """The projects of these zones (None: of all) by number, withdrawn ones too."""
    query = (
        select(
            Project.number,
            Project.title,
            Project.summary,
            Project.cost,
            Project.zone,
            Project.withdrawn_reason,
            Project.corrected_reason,
            Project.exclusive,
        )
        .where(Project.process_id == id)
        .order_by(Project.number)
    )
    if zones is not None:
        query = query.where(Project.zone.in_(zones))
    rows = await session.execute(query)
    return [Item(row[0], row[1], row[2], from_data(row[3]), *row[4:]) for row in rows]


async def zones(session: AsyncSession, id: int) -> dict[str, dict[str, str]]:
    """Names of the parts with their own pot, the whole municipality left out."""
    query = select(Zone.code, Zone.name).where(Zone.process_id == id, Zone.code != WHOLE)
    return {code: name for code, name in await session.execute(query.order_by(Zone.code))}


async def zone_of(session: AsyncSession, id: int, settlement: int | None) -> str | None:
    """The zone a settlement votes in; None if the rules do not say."""
    query = select(ZoneSettlement.code).where(
        ZoneSettlement.process_id == id, ZoneSettlement.settlement_id == settlement
    )
    return (await session.execute(query)).scalar_one_or_none()


async def receipt_counted(session: AsyncSession, id: int, receipt: str) -> bool:
    """Whether the public list of counted ballots holds this receipt."""
    query = select(SealedReceipt.receipt).where(
        SealedReceipt.process_id == id, SealedReceipt.receipt == receipt
    )
    return (await session.execute(query)).first() is not None


async def is_receipt(session: AsyncSession, code: str) -> bool:
    """Whether any public list of counted ballots holds this receipt."""
    query = select(SealedReceipt.receipt).where(SealedReceipt.receipt == code)
    return (await session.execute(query)).first() is not None


async def receipts(session: AsyncSession, id: int) -> list[str]:
    """The public list of counted receipts, in alphabetical order."""
    query = select(SealedReceipt.receipt).where(SealedReceipt.process_id == id)
    return list((await session.execute(query.order_by(SealedReceipt.receipt))).scalars())


async def main_language(session: AsyncSession, municipality: str) -> str:
    """The language in which a municipality writes."""
    query = select(Municipality.main_language).where(Municipality.id == municipality)
    return str((await session.execute(query)).scalar_one())


async def staff_roles(session: AsyncSession, person: int, municipality: str | None) -> set[str]:
    """What this person may do at the desk of this municipality; nothing for a helper."""
    here = (Role.person_id == person, Role.municipality_id == municipality)
    query = select(Role.role).where(*here, Role.role.in_(STAFF))
    return set((await session.execute(query)).scalars())


async def new_vote(session: AsyncSession, municipality: str, rules: Rules, **more: Any) -> int:
    """A draft with a zone for every pot.  `more`: name, about, opens_at, closes_at, results_at,
    identity.  A zone's name is its code until `name_zone` says better.
    """
    values = {"about": {}, **more, "rules": rules.to_json(), "municipality_id": municipality}
    added = insert(Process).values(**values).returning(Process.id)
    id = int((await session.execute(added)).scalar_one())
    codes = dict.fromkeys((WHOLE, *rules.pots))
    rows = [{"process_id": id, "code": code, "name": {"ka": code}} for code in codes]
    await session.execute(insert(Zone), rows)
    return id


async def name_zone(
    session: AsyncSession, id: int, code: str, name: Mapping[str, str], settlements: Sequence[int]
) -> None:
    """What a zone is called, and whose people vote in it."""
    await session.execute(
        update(Zone).where(Zone.process_id == id, Zone.code == code).values(name=dict(name))
    )
    rows = [{"process_id": id, "settlement_id": place, "code": code} for place in settlements]
    if rows:
        await session.execute(insert(ZoneSettlement), rows)


async def add_projects(session: AsyncSession, id: int, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put projects on a draft's ballot.  Each needs number, title, cost (exact); may have summary,
    zone, category, settlement_id, code.
    """
    blank: dict[str, Any] = {
        "summary": {},
        "zone": WHOLE,
        "category": "",
        "settlement_id": None,
        "code": "",
    }
    await session.execute(
        insert(Project),
        [{**blank, **row, "cost": to_data(row["cost"]), "process_id": id} for row in rows],
    )


async def project_codes(session: AsyncSession, id: int) -> dict[str, str]:
    """Imported file's project id: our number as the ballots hold it."""
    query = select(Project.code, Project.number).where(Project.process_id == id)
    return {code: str(number) for code, number in await session.execute(query)}


def subject(id: int) -> str:
    """How log, letters and due rows name this vote."""
    return f"process:{id}"


def _vote(row: Any) -> Vote:
    values = list(row)
    values[8] = Rules.from_json(values[8])
    values[17] = Edition.from_json(values[17]) if values[17] else None
    return Vote(*values)
