"""The review of ideas: each step, who may take it, and what the log keeps of it.

The rules are `bot.civic.review`; here their outcome is written, with the idea locked.
`list_made` tells whether the ballot of an edition is final: before that nobody can vote.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic import review as rules
from bot.civic.review import Finding, NotAllowed, Stage, Verdict
from storage import due, merging
from storage.cases import (
    APPEALS,
    CHECKING,
    COORDINATOR,
    PARTNER,
    REVIEWER,
    Held,
    assignee,
    change,
    find_held,
    has_role,
    locked,
    log_step,
    move,
    open_counts,
    quiet,
    rejection,
    tell,
)
from storage.conduct import By
from storage.tables.ideas import Idea
from storage.tables.reviews import BallotList, Review

FIX_OVER = "idea-fix-over"
SECONDS = frozenset({REVIEWER, COORDINATOR, PARTNER})


async def begin(session: AsyncSession, idea_id: int, now: datetime) -> None:
    """Open the formal check of an idea that was submitted to an edition."""
    case = await locked(session, idea_id)
    opened = await move(session, case, "begin", now)
    await tell(session, case, f"begun:{opened}", now)


async def propose(session: AsyncSession, id: int, by: By, finding: Finding) -> None:
    """The reviewer's verdict; of an appeal it is the decision.  Raises NotAllowed."""
    held = await _held(session, id, by, SECONDS)
    check = rules.propose(held.check, by.person, finding)
    if finding.verdict is Verdict.MERGE:
        await merging.check_target(session, held.case, finding.into)
    values = {
        "state": check.state,
        "verdict": check.verdict,
        "criterion": check.criterion,
        "reason": check.reason,
        "checks": _checks(held, finding),
        "objection": "",
        "proposed_at": by.now,
        "done_at": by.now if check.state == "done" else None,
    }
    await change(session, id, **values)
    await log_step(session, held, by, "review-proposed", check)
    if check.state == "done":
        await _finish(session, replace(held, check=check), by)


async def confirm(session: AsyncSession, id: int, by: By) -> None:
    """The second pair of eyes agrees: the verdict takes effect.  Raises NotAllowed."""
    held = await _held(session, id, by, SECONDS)
    check = rules.confirm(held.check, by.person)
    await change(session, id, state="done", second_id=by.person, done_at=by.now)
    await log_step(session, held, by, "review-confirmed", check)
    await _finish(session, replace(held, check=check), by)


async def send_back(session: AsyncSession, id: int, by: By, objection: str) -> None:
    """The second pair of eyes does not agree: the reviewer reads why, and looks again."""
    held = await _held(session, id, by, SECONDS)
    check = rules.send_back(held.check, by.person)
    values: dict[str, Any] = {"state": "open", "objection": objection, "proposed_at": None}
    if held.check.reviewer not in await may_check(session, held):  # who has left meanwhile
        values["reviewer_id"] = await assignee(session, held.case, held.check)
    await change(session, id, **values)
    await log_step(session, held, by, "review-sent-back", check)


async def assign(session: AsyncSession, id: int, by: By, person: int) -> None:
    """Give an open check to somebody; a reviewer may pass on only their own."""
    held = await _held(session, id, by, frozenset({COORDINATOR, REVIEWER}))
    if held.check.state != "open":
        raise NotAllowed("state")
    if not await has_role(session, by, COORDINATOR) and held.check.reviewer != by.person:
        raise NotAllowed("role")
    if person not in await may_check(session, held):
        raise NotAllowed("involved")
    await change(session, id, reviewer_id=person)
    await log_step(session, held, by, "review-assigned", held.check, {"to": person})


async def may_check(session: AsyncSession, held: Held) -> list[int]:
    """Everybody who may decide on this check, those with the fewest first."""
    groups = APPEALS if held.check.stage == Stage.APPEAL else CHECKING
    roles = [role for group in groups for role in group]
    counts = await open_counts(session, held.case.municipality, roles)
    out = rules.excluded(held.check)
    return [person for person, _ in sorted(counts, key=lambda one: one[1]) if person not in out]


async def assign_waiting(session: AsyncSession, municipality: str) -> None:
    """Checks that nobody could take, after somebody has come: given to whoever can."""
    query = (
        select(Review.id)
        .join(Idea, Idea.id == Review.idea_id)
        .where(Review.reviewer_id.is_(None), Review.state == "open")
        .where(Idea.municipality_id == municipality)
        .order_by(Review.id)
    )
    for id in (await session.execute(query)).scalars().all():
        held = await find_held(session, id)
        person = await assignee(session, held.case, held.check)
        await change(session, id, reviewer_id=person)


async def list_made(session: AsyncSession, process_id: int) -> bool:
    """Whether two people have agreed on the list of projects, so that voting may begin."""
    query = select(BallotList.process_id).where(
        BallotList.process_id == process_id, BallotList.agreed_at.is_not(None)
    )
    return (await session.execute(query)).first() is not None


async def _held(session: AsyncSession, id: int, by: By, roles: frozenset[str]) -> Held:
    held = await find_held(session, id)
    if held.case.municipality != by.municipality or not await has_role(session, by, *roles):
        raise NotAllowed("role")
    if held.case.state != ("appealed" if held.check.stage == Stage.APPEAL else "reviewing"):
        raise NotAllowed("state")
    return held


async def _finish(session: AsyncSession, held: Held, by: By) -> None:
    """A verdict takes effect: the idea moves on, and its author is told."""
    case, now = held.case, by.now
    before = await rejection(session, case.id) if held.check.stage == Stage.APPEAL else None
    step = rules.step_of(held.check, before.stage if before else "")
    opened = await move(session, case, step, now)
    if step == "fix":
        until = rules.last_moment(now, case.edition.fix_days, case.zone)
        await session.execute(quiet(update(Idea).where(Idea.id == case.id).values(fix_until=until)))
        await due.plan(session, FIX_OVER, str(case.id), until, version=held.id)
    if step == "merge":
        await merging.merge(session, case, held.into, now)
        return
    await tell(session, case, f"{step}:{opened or held.id}", now)


def _checks(held: Held, finding: Finding) -> dict[str, Any]:
    if finding.verdict is Verdict.MERGE:
        return {"into": finding.into}
    residents = held.case.edition.residents
    asked = [one.id for one in rules.checklist(held.check.stage, residents)]
    return {id: id != finding.criterion for id in asked}
