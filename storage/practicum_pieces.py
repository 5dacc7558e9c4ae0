"""What a team shows for its steps, and what the bot counts of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.civic.practicum import DOCUMENT, MEETING, PIECES, SURVEY, TAKEN, Asked, Shown, done
from bot.civic.review import NotAllowed
from storage import answers, attendance, media, practicum
from storage.practicum import Crew
from storage.tables.meetings import Meeting
from storage.tables.practicum import TeamMember, TeamPiece, TeamReview
from storage.tables.surveys import Survey


@dataclass(frozen=True, slots=True)
class NewPiece:
    """Evidence as somebody offers it: words, a media id, or the id of a survey or a meeting."""

    step: str
    kind: str
    text: str = ""
    media: str = ""
    held: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Evidence with whose it is; `by` is "" of somebody who has left the team.

    `title` is that of the survey or the meeting, `count` what the bot has counted there just now.
    """

    id: int
    step: str
    number: int
    kind: str
    text: str
    media: str
    size: int
    by: str
    at: datetime
    title: dict[str, str]
    count: int = 0

    @property
    def shown(self) -> Shown:
        return Shown(self.step, self.kind, self.at, self.count)


async def add(session: AsyncSession, id: int, person: int, new: NewPiece, now: datetime) -> None:
    """Put something beside a step.  Raises NotAllowed; the same twice violates a constraint."""
    team = await _open(session, id, person)
    if new.kind not in TAKEN[new.step]:
        raise NotAllowed("kind")
    query = select(TeamPiece.number).where(TeamPiece.team_id == id, TeamPiece.step == new.step)
    taken = set((await session.execute(query)).scalars())
    free = next((number for number in range(1, PIECES + 1) if number not in taken), None)
    if free is None:
        raise NotAllowed("full")
    if new.held is not None and new.held not in await offered(session, team, new.kind, now):
        raise NotAllowed("held")
    size = await _keep(session, new, person)
    row = {"team_id": id, "step": new.step, "number": free, "kind": new.kind, "text": new.text}
    refers = {
        "media_id": new.media or None,
        "survey_id": new.held if new.kind == SURVEY else None,
        "meeting_id": new.held if new.kind == MEETING else None,
    }
    whose = {"made_by": person, "at": now, "size": size}
    await session.execute(insert(TeamPiece).values(**row, **refers, **whose))


async def _keep(session: AsyncSession, new: NewPiece, person: int) -> int:
    """The bytes of a PDF, which is kept from now on."""
    if new.kind != DOCUMENT:
        return 0
    size = await media.keep_file(session, new.media, person)
    if size is None:
        raise NotAllowed("pdf")
    return size


async def drop(session: AsyncSession, id: int, person: int, piece: int) -> None:
    """Take a piece away, with its picture or file.  Raises NotAllowed."""
    await _open(session, id, person)
    mine = (TeamPiece.team_id == id, TeamPiece.id == piece)
    gone = delete(TeamPiece).where(*mine).returning(TeamPiece.media_id)
    row = (await session.execute(gone.execution_options(synchronize_session=False))).first()
    if row is None:
        raise NotAllowed("gone")
    if row[0]:
        await media.drop_unsent(session, [row[0]])


async def _open(session: AsyncSession, id: int, person: int) -> Crew:
    """The team, held, while its members may change what it shows."""
    await practicum.hold(session, id)
    team = await practicum.own(session, id, person)
    if team is None:
        raise NotAllowed("gone")
    if team.accepted_at is not None:
        raise NotAllowed("accepted")
    asked = select(TeamReview.id).where(TeamReview.team_id == id, TeamReview.done_at.is_(None))
    if (await session.execute(asked)).first():
        raise NotAllowed("asked")
    return team


async def find(session: AsyncSession, id: int) -> tuple[int, Piece] | None:
    """A piece, and whose team's it is."""
    query = select(TeamPiece.team_id).where(TeamPiece.id == id)
    team = (await session.execute(query)).scalar_one_or_none()
    if team is None:
        return None
    return team, next(piece for piece in await of_team(session, team) if piece.id == id)


async def of_team(session: AsyncSession, id: int) -> list[Piece]:
    """All that a team shows, step by step as it was added; surveys and meetings counted now."""
    query = (
        select(TeamPiece, TeamMember.name, Survey.title, Meeting.title)
        .outerjoin(
            TeamMember,
            (TeamMember.team_id == TeamPiece.team_id) & (TeamMember.person_id == TeamPiece.made_by),
        )
        .outerjoin(Survey, Survey.id == TeamPiece.survey_id)
        .outerjoin(Meeting, Meeting.id == TeamPiece.meeting_id)
        .where(TeamPiece.team_id == id)
        .order_by(TeamPiece.step, TeamPiece.at, TeamPiece.number)
    )
    rows = (await session.execute(query.execution_options(populate_existing=True))).all()
    return [await _piece(session, *row) for row in rows]


async def _piece(
    session: AsyncSession, row: TeamPiece, by: str | None, survey: Any, meeting: Any
) -> Piece:
    return Piece(
        id=row.id,
        step=row.step,
        number=row.number,
        kind=row.kind,
        text=row.text,
        media=row.media_id or "",
        size=row.size,
        by=by or "",
        at=row.at,
        title=survey or meeting or {},
        count=await counted(session, row.kind, row.survey_id or row.meeting_id or 0),
    )


async def counted(session: AsyncSession, kind: str, id: int) -> int:
    """Answers to a survey, helpers' sheets among them; people who came to a meeting."""
    if kind == SURVEY:
        return await answers.count(session, id)
    return (await attendance.figures(session, id)).there if kind == MEETING else 0


async def offered(
    session: AsyncSession, team: Crew, kind: str, now: datetime
) -> dict[int, dict[str, str]]:
    """Surveys or meetings of the team's place that it may show: held since the team exists."""
    if kind == SURVEY:
        query = select(Survey.id, Survey.title).where(
            Survey.municipality_id == team.municipality,
            Survey.state != "draft",
            Survey.opens_at <= now,
            Survey.closes_at > team.made_at,
        )
        rows = await session.execute(query.order_by(Survey.closes_at.desc(), Survey.id.desc()))
    else:
        query = select(Meeting.id, Meeting.title).where(
            Meeting.municipality_id == team.municipality,
            Meeting.state != "cancelled",
            Meeting.starts_at <= now,
            Meeting.starts_at > team.made_at,
        )
        rows = await session.execute(query.order_by(Meeting.starts_at.desc(), Meeting.id.desc()))
    return {id: title for id, title in rows}


async def standing(session: AsyncSession, id: int) -> dict[str, bool]:
    """By step whether it is complete."""
    shown = [piece.shown for piece in await of_team(session, id)]
    return done(shown, await sent_back(session, id))


async def sent_back(session: AsyncSession, id: int) -> Asked | None:
    """What the last review asked to change; None where there was none, or it is asked anew."""
    query = (
        select(TeamReview.steps, TeamReview.done_at)
        .where(TeamReview.team_id == id, TeamReview.verdict == "revise")
        .order_by(TeamReview.id.desc())
        .limit(1)
    )
    row = (await session.execute(query)).first()
    return Asked(frozenset(row[0]), row[1]) if row and row[1] else None
