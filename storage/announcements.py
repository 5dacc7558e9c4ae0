"""Announcements that are being written: kept step by step, agreed to by a second person, sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import campaigns, spending
from storage.audiences import SMALLEST, count_people
from storage.campaigns import NewCampaign
from storage.log import note
from storage.owed import Owed
from storage.staff import COORDINATOR, PARTNER
from storage.tables.announcements import Announcement
from storage.tables.mail import ANNOUNCEMENT, CORRECTION
from storage.tables.people import Role
from storage.tables.topics import NEWS
from storage.telltale import telltale

KEPT = timedelta(days=30)  # since it was begun, while nobody sends it
AGREEING = (COORDINATOR, PARTNER)
BUTTONS = 3
EMPTIED: dict[str, Any] = {"state": "dropped", "texts": {}, "document": None, "poll": None}
LISTED = 5


@dataclass(frozen=True, slots=True)
class Announced:
    """An announcement; `texts` as they were typed, by language."""

    id: int
    municipality_id: str
    state: str
    audience: dict[str, Any]
    texts: dict[str, str]
    photo: str
    document: dict[str, Any] | None
    buttons: list[str]
    poll: dict[str, Any] | None
    follows_id: int | None
    send_at: datetime | None
    made_by: int
    made_at: datetime
    campaign_id: int | None


COLUMNS = tuple(getattr(Announcement, name) for name in Announced.__slots__)


class NotNow(Exception):
    """It cannot be sent: `why` is state, few, nobody, telltale, ceiling or alone."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


async def begin(
    session: AsyncSession,
    municipality_id: str,
    texts: Mapping[str, str],
    by_now: tuple[int, datetime],
    corrects: int | None = None,
) -> int:
    """A new one, for the whole municipality until somebody says otherwise; its id.

    One that `corrects` a campaign is for whom that has reached.
    """
    audience = {"reached": corrects} if corrects else {"municipality": municipality_id}
    row: dict[str, Any] = {
        "municipality_id": municipality_id,
        "audience": audience,
        "texts": dict(texts),
        "buttons": [],
        "follows_id": corrects,
        "made_by": by_now[0],
        "made_at": by_now[1],
    }
    added = insert(Announcement).values(row).returning(Announcement.id)
    return int((await session.execute(added)).scalar_one())


async def find(session: AsyncSession, id: int) -> Announced | None:
    row = (await session.execute(select(*COLUMNS).where(Announcement.id == id))).first()
    return Announced(*row) if row else None


async def of_campaign(session: AsyncSession, campaign: int) -> Announced | None:
    """The announcement that this campaign sends."""
    query = select(*COLUMNS).where(Announcement.campaign_id == campaign)
    row = (await session.execute(query)).first()
    return Announced(*row) if row else None


async def unsent(
    session: AsyncSession, municipality_id: str, by: int, now: datetime
) -> list[Announced]:
    """What this person has begun here, the latest first."""
    mine = (Announcement.municipality_id == municipality_id, Announcement.made_by == by)
    query = (
        select(*COLUMNS)
        .where(*mine, Announcement.state.in_(("draft", "proposed")))
        .where(Announcement.made_at > now - KEPT)
        .order_by(Announcement.id.desc())
        .limit(LISTED)
    )
    return [Announced(*row) for row in await session.execute(query)]


async def change(session: AsyncSession, id: int, by: int, **values: Any) -> bool:
    """Write some of it anew; False if it is no longer this person's draft."""
    mine = (Announcement.id == id, Announcement.made_by == by, Announcement.state == "draft")
    changed = _change(*mine).values(values).returning(Announcement.id)
    return (await session.execute(changed)).first() is not None


async def send(
    session: AsyncSession,
    id: int,
    bodies: Mapping[str, list[dict[str, Any]]],
    by: int,
    now: datetime,
) -> int | None:
    """Let it go out after the two minutes; the campaign's id, or None: it waits for a second.

    Called by its maker, and again by the second person who agrees.  Raises NotNow.
    """
    found = await _locked(session, id)
    terms = await spending.terms(session, found.municipality_id)
    people = await count_people(session, found.audience)
    if why := await unfit(session, found, now):
        raise NotNow(why)
    at = await campaigns.goes_out(session, found.municipality_id, now, found.send_at)
    cost = await spending.estimate(session, found.audience, terms, bodies, at)
    if await spending.too_dear(session, terms, cost, now):
        raise NotNow("ceiling")
    _check_hands(found, by)
    if found.state == "draft" and people >= terms.approve_from:
        await _propose(session, found, by, now)
        return None
    return await _send(session, found, bodies, (by, cost), now)


async def unfit(session: AsyncSession, found: Announced, now: datetime) -> str:
    """Why nobody may write to these people: "few", "telltale", or ''.

    Whom an announcement has reached nobody has chosen: a correction may go to one person.
    """
    if found.follows_id is not None:
        return "" if await count_people(session, found.audience) else "nobody"
    if await count_people(session, found.audience) < SMALLEST:
        return "few"
    tells = await telltale(session, found.municipality_id, found.audience, now)
    return "telltale" if tells else ""


def _check_hands(found: Announced, by: int) -> None:
    mine = found.made_by == by
    if found.state not in ("draft", "proposed") or (found.state == "draft" and not mine):
        raise NotNow("state")
    if found.state == "proposed" and mine:
        raise NotNow("alone")


async def _propose(session: AsyncSession, found: Announced, by: int, now: datetime) -> None:
    await session.execute(_change(Announcement.id == found.id).values(state="proposed"))
    await _note(session, "announce-propose", found, by, now)


async def _send(
    session: AsyncSession,
    found: Announced,
    bodies: Mapping[str, list[dict[str, Any]]],
    by_cost: tuple[int, int],
    now: datetime,
) -> int:
    by, cost = by_cost
    place = found.municipality_id
    at = await campaigns.goes_out(session, place, now, found.send_at)
    kind = ANNOUNCEMENT if found.follows_id is None else CORRECTION
    new = NewCampaign(
        place,
        kind,
        bodies,
        found.audience,
        topic=NEWS,
        made_by=found.made_by,
        follows=found.follows_id,
        cost=cost,
    )
    id = await campaigns.create(session, new, now, hold_until=at)
    agreed = None if by == found.made_by else by
    sent = {"state": "sent", "campaign_id": id, "agreed_by": agreed}
    await session.execute(_change(Announcement.id == found.id).values(sent))
    subject = f"campaign:{id}"
    await note(session, "announce", now, person=by, municipality=place, subject=subject)
    return id


async def give_back(session: AsyncSession, id: int, by: int, now: datetime) -> bool:
    """The second person does not agree, or its maker takes it back: it is a draft again."""
    found = await _locked(session, id)
    if found.state != "proposed":
        return False
    await session.execute(_change(Announcement.id == id).values(state="draft"))
    await _note(session, "announce-back", found, by, now)
    return True


async def drop(session: AsyncSession, id: int, by: int) -> bool:
    """Not wanted any more."""
    return await change(session, id, by, **EMPTIED)


async def seconds(session: AsyncSession, found: Announced) -> list[int]:
    """Who may agree to it: everybody who runs things here but its maker."""
    query = (
        select(Role.person_id)
        .where(Role.municipality_id == found.municipality_id, Role.role.in_(AGREEING))
        .where(Role.person_id != found.made_by)
        .distinct()
        .order_by(Role.person_id)
    )
    return list((await session.execute(query)).scalars())


async def owed(session: AsyncSession, person: int, municipality: str, now: datetime) -> list[Owed]:
    """Announcements of others that wait for this person."""
    held = select(Role.person_id).where(
        Role.municipality_id == municipality,
        Role.person_id == person,
        Role.role.in_(AGREEING),
    )
    waiting = (
        Announcement.municipality_id == municipality,
        Announcement.state == "proposed",
        Announcement.made_by != person,
    )
    query = select(func.count(), func.min(Announcement.id)).where(*waiting, held.exists())
    count, first = (await session.execute(query)).one()
    return [Owed("announce", count, None, f"announce-agree:{first}")] if count else []


async def tidy(session: AsyncSession, now: datetime) -> None:
    """Drafts that nobody has sent for a month are emptied."""
    old = or_(Announcement.state == "draft", Announcement.state == "proposed")
    gone = _change(old, Announcement.made_at < now - KEPT)
    await session.execute(gone.values(EMPTIED))


async def _locked(session: AsyncSession, id: int) -> Announced:
    """The row, this municipality's sending being one after the other."""
    query = select(*COLUMNS).where(Announcement.id == id).with_for_update()
    found = Announced(*(await session.execute(query)).one())
    await spending.lock(session, found.municipality_id)
    return found


async def _note(
    session: AsyncSession, action: str, found: Announced, by: int, now: datetime
) -> None:
    place, subject = found.municipality_id, f"announcement:{found.id}"
    await note(session, action, now, person=by, municipality=place, subject=subject)


def _change(*conditions: Any) -> Any:
    return update(Announcement).where(*conditions).execution_options(synchronize_session=False)
