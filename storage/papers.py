"""Anonymous papers: one person enters a bundle, another enters it again, and only then it counts.

A bundle waits while there would be more papers in a zone than names on its signed list.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import bundles, conduct, votes
from storage.bundles import Batch
from storage.conduct import WITNESSES, By, NotNow
from storage.tables.electorate import PaperBallot, PaperBatch
from storage.tables.work import Log
from storage.votes import Vote

MOST = 100  # papers of one bundle: what one person can enter twice without a mistake
CHECKED, ASKED, REFUSED = "papers-checked", "papers-refusal-asked", "papers-refused"
FLAWS = ("empty", "many", "unclear")  # why a paper is no ballot


@dataclass(frozen=True, slots=True)
class Bundle:
    """Papers as one person reads them: the choices of each, and how many are no ballot, and why."""

    papers: tuple[tuple[str, ...], ...]
    flaws: Mapping[str, int]

    @property
    def invalid(self) -> int:
        return sum(self.flaws.values())


@dataclass(frozen=True, slots=True)
class Unlike:
    """Where two readings of one bundle differ: papers of the first only, of the second only."""

    first: tuple[tuple[str, ...], ...]
    second: tuple[tuple[str, ...], ...]
    flaws: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """Who wants a bundle refused that two people have read, and why: it waits for a second."""

    asked_by: int
    reason: str


async def enter(
    session: AsyncSession, id: int, by: By, bundle: Bundle, place: tuple[int, str]
) -> int:
    """A bundle, by its number and zone, as the first person reads it; its id.

    One that was refused may be entered again.  Raises NotNow("number") for a number in use.
    """
    vote = await _held(session, id, by)
    number, zone = place
    old = select(PaperBatch.id, PaperBatch.state).where(
        PaperBatch.process_id == id, PaperBatch.number == number
    )
    if before := (await session.execute(old)).first():
        if before.state != "refused":
            raise NotNow("number")
        await session.execute(delete(PaperBatch).where(PaperBatch.id == before.id))
    values = {
        "process_id": id,
        "number": number,
        "zone": zone,
        "valid": len(bundle.papers),
        "invalid": bundle.invalid,
        "flaws": dict(bundle.flaws),
        "entered_by": by.person,
        "entered_at": by.now,
    }
    made = await session.execute(insert(PaperBatch).values(values).returning(PaperBatch.id))
    batch = int(made.scalar_one())
    rows = [
        {"key": token_hex(16), "batch_id": batch, "choices": list(picks)} for picks in bundle.papers
    ]
    if rows:
        await session.execute(insert(PaperBallot), rows)
    await conduct.record(session, vote, by, "papers-entered", {"number": number})
    return batch


async def compare(session: AsyncSession, id: int, by: By, bundle: Bundle) -> Unlike | str:
    """The second person's reading; where it is the same the bundle counts, or waits: its state.

    Raises NotNow: "same-person", "state".
    """
    batch, vote = await _batch(session, id, by, "entered")
    if batch.entered_by == by.person:
        raise NotNow("same-person")
    query = select(PaperBallot.choices).where(PaperBallot.batch_id == id)
    first = Counter(tuple(row) for row in (await session.execute(query)).scalars())
    second = Counter(bundle.papers)
    flaws = select(PaperBatch.flaws).where(PaperBatch.id == id)
    same = (await session.execute(flaws)).scalar_one() == dict(bundle.flaws)
    if first != second or not same:
        return Unlike(_list(first - second), _list(second - first), not same)
    await _set(session, id, "held", checked_by=by.person, checked_at=by.now)
    await settle(session, vote)
    await conduct.record(session, vote, by, CHECKED, {"number": batch.number})
    state = select(PaperBatch.state).where(PaperBatch.id == id)
    return str((await session.execute(state)).scalar_one())


async def refuse(session: AsyncSession, id: int, by: By, reason: str) -> bool:
    """The bundle does not count; it may be entered again under its number.

    One that two people have read takes two to refuse: False after the first of them.
    Raises NotNow("same-refusal").
    """
    batch, vote = await _batch(session, id, by, "entered", "held")
    detail = {"number": batch.number, "reason": reason}
    if batch.state == "held":
        first = (await refusals(session, vote.id)).get(batch.number)
        if first and first.asked_by == by.person:
            raise NotNow("same-refusal")
        if first is None:
            await conduct.record(session, vote, by, ASKED, detail)
            return False
    await session.execute(delete(PaperBallot).where(PaperBallot.batch_id == id))
    await _set(session, id, "refused", checked_by=by.person, checked_at=by.now)
    await conduct.record(session, vote, by, REFUSED, detail)
    return True


async def refusals(session: AsyncSession, id: int) -> dict[int, Refusal]:
    """By the bundle's number: the refusals asked for since two people have read it."""
    query = select(Log.action, Log.person_id, Log.detail).where(
        Log.subject == votes.subject(id), Log.action.in_((CHECKED, ASKED, REFUSED))
    )
    last = {row.detail["number"]: row for row in await session.execute(query.order_by(Log.id))}
    return {
        number: Refusal(row.person_id, row.detail["reason"])
        for number, row in last.items()
        if row.action == ASKED
    }


async def settle(session: AsyncSession, vote: Vote) -> None:
    """Checked bundles count, in the order of their numbers, as far as the signatures reach.

    Called whenever signatures or bundles change: one that counted may have to wait again.
    """
    signed = await bundles.signatures(session, vote.id)
    used: Counter[str] = Counter()
    for batch in await bundles.batches(session, vote.id, "accepted", "held"):
        papers = batch.valid + batch.invalid
        fits = used[batch.zone] + papers <= signed.get(batch.zone, 0)
        used[batch.zone] += papers if fits else 0
        state = "accepted" if fits else "held"
        if state != batch.state:
            await _set(session, batch.id, state)


async def _held(session: AsyncSession, id: int, by: By) -> Vote:
    """Papers are read when nobody votes any more: before, they would be running totals."""
    vote = await conduct.held(session, id, by, WITNESSES, "objections")
    if not vote.on_paper:
        raise NotNow("no-paper")
    return vote


async def _batch(session: AsyncSession, id: int, by: By, *states: str) -> tuple[Batch, Vote]:
    found = await bundles.find(session, id)
    if found is None:
        raise NotNow("state")
    vote = await _held(session, found.process, by)
    batch = await bundles.find(session, id)  # as it is now that the vote is held
    if batch is None or batch.state not in states:
        raise NotNow("state")
    return batch, vote


async def _set(session: AsyncSession, id: int, state: str, **more: Any) -> None:
    await session.execute(update(PaperBatch).where(PaperBatch.id == id).values(state=state, **more))


def _list(papers: Counter[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(papers.elements(), key=lambda picks: [int(pick) for pick in picks]))
