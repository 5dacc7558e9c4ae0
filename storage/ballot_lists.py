"""The list of an edition's projects: final wording and cost, proposed by one, agreed by another.

Until two people have agreed nothing of it is public; afterwards numbers never change.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.amounts import Amount, from_data, to_data
from bot.civic.review import NotAllowed
from bot.civic.shortlist import Entry, flaws, numbered, shorten
from storage import votes
from storage.cases import COORDINATOR, has_role, locked, quiet, tell
from storage.conduct import By
from storage.log import note
from storage.remedies import appeal_until
from storage.reviews import SECONDS, list_made
from storage.tables.ideas import Idea, Support
from storage.tables.reviews import BallotList
from storage.tables.votes import Project
from storage.votes import Vote

UNDER_WAY = ("submitted", "returned", "reviewing", "appealed")
EDITING = timedelta(minutes=30)  # several changes in a row make one letter
BEFORE_VOTING = ("draft", "announced")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An admitted idea as it would stand on the ballot; words by language."""

    entry: Entry
    title: dict[str, str]
    summary: dict[str, str]
    category: str
    settlement: int | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """The list that waits for a second person, or has been agreed to."""

    numbering: str
    made_by: int | None
    agreed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A named reason why the list cannot be made now: of how many ideas, which, or until when."""

    why: str
    numbers: tuple[int, ...] = ()
    until: datetime | None = None


async def candidates(session: AsyncSession, process_id: int) -> list[Candidate]:
    """The admitted ideas of an edition by number."""
    supporters = select(func.count()).where(Support.idea_id == Idea.id).scalar_subquery()
    query = (
        select(
            Idea.id,
            Idea.number,
            Idea.zone,
            Idea.cost,
            supporters,
            Idea.exclusive,
            Idea.language,
            Idea.title,
            Idea.text,
            Idea.final,
            Idea.category,
            Idea.settlement_id,
        )
        .where(Idea.process_id == process_id, Idea.state == "admitted")
        .order_by(Idea.number)
    )
    return [_candidate(row) for row in await session.execute(query)]


async def candidate(session: AsyncSession, process_id: int, idea: int) -> Candidate | None:
    """One of them."""
    found = await candidates(session, process_id)
    return next((one for one in found if one.entry.idea == idea), None)


async def proposed(session: AsyncSession, process_id: int) -> Proposed | None:
    query = select(BallotList.numbering, BallotList.made_by, BallotList.agreed_at)
    row = (await session.execute(query.where(BallotList.process_id == process_id))).first()
    return Proposed(*row) if row else None


async def obstacles(session: AsyncSession, vote: Vote, now: datetime) -> list[Obstacle]:
    """Everything that stands in the way of the list."""
    assert vote.edition is not None
    found = []
    if now < vote.edition.calendar.propose_until:
        found.append(Obstacle("proposing", until=vote.edition.calendar.propose_until))
    query = select(Idea.id, Idea.number, Idea.state).where(
        Idea.process_id == vote.id, Idea.state.in_((*UNDER_WAY, "declined"))
    )
    rows = (await session.execute(query.order_by(Idea.number))).all()
    if pending := tuple(row.number for row in rows if row.state != "declined"):
        found.append(Obstacle("pending", pending))
    if waiting := await _appealable(session, [row for row in rows if row.state == "declined"], now):
        found.append(waiting)
    everyone = [one.entry for one in await candidates(session, vote.id)]
    listed, _ = shorten(everyone, vote.edition.shortlist)
    if not listed:
        found.append(Obstacle("empty"))
    amiss = flaws(listed, vote.rules.pots, vote.edition.cap)
    return found + [Obstacle(why, tuple(numbers)) for why, numbers in amiss.items()]


async def write_final(
    session: AsyncSession, idea_id: int, by: By, words: Mapping[str, Any]
) -> None:
    """The final title, summary (by language) or cost; the author is told.  Raises NotAllowed.

    A list that waits for its second person is taken back: they would agree to something else.
    """
    case = await locked(session, idea_id, hold=False)
    await _may(session, case.municipality, case.process, by)
    case = await locked(session, idea_id)
    if case.state != "admitted":
        raise NotAllowed("state")
    kept = (await session.execute(select(Idea.final).where(Idea.id == idea_id))).scalar_one() or {}
    for part, value in words.items():
        old = kept.get(part)
        kept = {**kept, part: {**(old or {}), **value} if part != "cost" else to_data(value)}
    await session.execute(quiet(update(Idea).where(Idea.id == idea_id).values(final=kept)))
    await take_back(session, case.process)
    await tell(session, case, "edited", by.now + EDITING)
    await _log(session, by, "idea-edited", f"idea:{idea_id}", {"parts": sorted(words)})


async def mark(session: AsyncSession, process_id: int, by: By, ideas: list[int]) -> None:
    """Only one of these can win; a single idea leaves its group.  Raises NotAllowed."""
    await _may(session, by.municipality, process_id, by)
    found = {one.entry.idea: one.entry.exclusive for one in await candidates(session, process_id)}
    if not set(ideas) <= found.keys():
        raise NotAllowed("state")
    value = f"x{min(ideas)}" if len(ideas) > 1 else ""
    after = {**found, **dict.fromkeys(ideas, value)}
    marks = Counter(after.values())
    for idea, old in found.items():
        new = after[idea] if marks[after[idea]] > 1 else ""  # nobody is in a group alone
        if new != old:
            change = update(Idea).where(Idea.id == idea).values(exclusive=new)
            await session.execute(quiet(change))
    await take_back(session, process_id)
    await _log(session, by, "ideas-exclusive", votes.subject(process_id), {"ideas": ideas})


async def propose(session: AsyncSession, vote: Vote, by: By, numbering: str) -> None:
    """The list as it stands now; it waits for a second person.  Raises NotAllowed."""
    await _may(session, vote.municipality, vote.id, by)
    if await obstacles(session, vote, by.now):
        raise NotAllowed("obstacles")
    await take_back(session, vote.id)
    row = {
        "process_id": vote.id,
        "numbering": numbering,
        "made_by": by.person,
        "made_at": by.now,
    }
    await session.execute(insert(BallotList).values(row))
    await _log(session, by, "list-proposed", votes.subject(vote.id), {"numbering": numbering})


async def refuse(session: AsyncSession, vote: Vote, by: By) -> None:
    """The second person does not agree: the list is open again."""
    await _second(session, vote, by)
    await take_back(session, vote.id)
    await _log(session, by, "list-refused", votes.subject(vote.id), {})


async def agree(session: AsyncSession, vote: Vote, by: By) -> None:
    """The second person agrees: numbers are drawn, projects stand, authors are told."""
    vote = await votes.locked(session, vote.id)
    waiting = await _second(session, vote, by)
    if vote.state not in BEFORE_VOTING:
        raise NotAllowed("frozen")
    if await obstacles(session, vote, by.now):
        raise NotAllowed("obstacles")
    assert vote.edition is not None
    everybody = {one.entry.idea: one for one in await candidates(session, vote.id)}
    listed, left = shorten([one.entry for one in everybody.values()], vote.edition.shortlist)
    seed = token_hex(16)
    numbers = numbered(listed, seed, by_zone=waiting.numbering == "zone")
    first = await _highest(session, vote.id)
    rows = [_project(everybody[idea], first + number) for idea, number in numbers.items()]
    await votes.add_projects(session, vote.id, rows)
    same = BallotList.process_id == vote.id
    agreed = {"agreed_by": by.person, "agreed_at": by.now}
    await session.execute(quiet(update(BallotList).where(same).values(agreed)))
    for entry in (*listed, *left):
        case = await locked(session, entry.idea)
        await tell(session, case, "listed" if entry in listed else "left-out", by.now)
    drawn = {str(everybody[idea].entry.number): first + n for idea, n in numbers.items()}
    await _log(session, by, "list-agreed", votes.subject(vote.id), {"seed": seed, "drawn": drawn})


async def take_back(session: AsyncSession, process_id: int) -> None:
    """Forget a list that nobody has agreed to yet."""
    gone = delete(BallotList).where(
        BallotList.process_id == process_id, BallotList.agreed_at.is_(None)
    )
    await session.execute(quiet(gone))


async def _second(session: AsyncSession, vote: Vote, by: By) -> Proposed:
    if vote.municipality != by.municipality or not await has_role(session, by, *SECONDS):
        raise NotAllowed("role")
    waiting = await proposed(session, vote.id)
    if waiting is None or waiting.agreed_at is not None:
        raise NotAllowed("state")
    if waiting.made_by == by.person:
        raise NotAllowed("same-person")
    return waiting


async def _may(session: AsyncSession, municipality: str, process_id: int, by: By) -> None:
    """Coordinators, before the list is agreed to and voting opens."""
    if municipality != by.municipality or not await has_role(session, by, COORDINATOR):
        raise NotAllowed("role")
    vote = await votes.locked(session, process_id)
    if vote.municipality != municipality:
        raise NotAllowed("role")
    if vote.state not in BEFORE_VOTING or await list_made(session, process_id):
        raise NotAllowed("frozen")


async def _appealable(session: AsyncSession, rows: list[Any], now: datetime) -> Obstacle | None:
    """Rejected ideas whose authors may still appeal."""
    waiting: list[tuple[datetime, int]] = []
    for row in rows:
        until = await appeal_until(session, await locked(session, row.id, hold=False))
        if until is not None and now < until:
            waiting.append((until, row.number))
    if not waiting:
        return None
    return Obstacle("appealable", tuple(number for _, number in waiting), max(waiting)[0])


async def _highest(session: AsyncSession, process_id: int) -> int:
    query = select(func.coalesce(func.max(Project.number), 0))
    return int((await session.execute(query.where(Project.process_id == process_id))).scalar_one())


def _project(one: Candidate, number: int) -> dict[str, Any]:
    return {
        "number": number,
        "title": one.title,
        "summary": one.summary,
        "cost": one.entry.cost,
        "zone": one.entry.zone,
        "category": one.category,
        "settlement_id": one.settlement,
        "exclusive": one.entry.exclusive,
        "idea_id": one.entry.idea,
    }


def _candidate(row: Any) -> Candidate:
    id, number, zone, cost, supporters, exclusive, language, title, text, final, *place = row
    final = final or {}
    cost = final.get("cost", cost)
    exact: Amount | None = None if cost is None else from_data(cost)
    return Candidate(
        Entry(id, number, zone, exact, int(supporters), exclusive),
        {language: title, **final.get("title", {})},
        {language: text, **final.get("summary", {})},
        *place,
    )


async def _log(
    session: AsyncSession, by: By, action: str, subject: str, detail: dict[str, Any]
) -> None:
    await note(
        session,
        action,
        by.now,
        person=by.person,
        municipality=by.municipality,
        subject=subject,
        detail=detail or None,
    )
