"""Who an announcement or a notice is for, as data; one row of KINDS for each way to say it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func, not_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.idea_rounds import is_waiting
from storage.recipients import people
from storage.tables.electorate import Proof
from storage.tables.ideas import Idea, IdeaReport, Support
from storage.tables.mail import RETRY, Campaign, Letter
from storage.tables.meetings import Signup
from storage.tables.people import Account, Draft, Person, Role
from storage.tables.projects import Follow
from storage.tables.surveys import SurveyAnswered, SurveyResponse
from storage.tables.votes import Electorate, Project, ZoneSettlement

Condition = ColumnElement[bool]

SMALLEST = 10
"""Staff may not write to fewer people: a list of names would show through."""


UNSENT = ("refused", "failed", "unknown")
"""How a letter ends that may be sent once more."""


def _reached(campaign: int) -> Condition:
    """Accounts to which any of an announcement has gone out, by a repeat of it too."""
    repeats = and_(Campaign.follows_id == campaign, Campaign.kind == RETRY)
    ids = select(Campaign.id).where(or_(Campaign.id == campaign, repeats))
    return Account.id.in_(
        select(Letter.account_id).where(Letter.campaign_id.in_(ids), Letter.state == "sent")
    )


def _missed(campaign_states: tuple[int, Sequence[str]]) -> Condition:
    """Accounts that an announcement did not reach for these reasons, nor a repeat of it since."""
    campaign, states = campaign_states
    ended = select(Letter.account_id).where(Letter.campaign_id == campaign)
    repeats = select(Campaign.id).where(Campaign.follows_id == campaign, Campaign.kind == RETRY)
    again = select(Letter.account_id).where(Letter.campaign_id.in_(repeats))
    bad = func.count(case((Letter.state.in_(UNSENT), 1)))
    return and_(
        Account.id.in_(ended.where(Letter.state.in_(states))),
        Account.id.not_in(again.group_by(Letter.account_id, Letter.campaign_id).having(bad == 0)),
    )


ACCOUNTS: Mapping[str, Callable[[Any], Condition]] = {
    "bots": lambda names: Account.bot.in_(names),
    "reached": _reached,
    "missed": _missed,
}
"""Ways to say it that mean accounts: whoever has such a one, and is written to on it."""


def _of_account(kind: str) -> Callable[[Any], Condition]:
    return lambda value: Person.id.in_(select(Account.person_id).where(ACCOUNTS[kind](value)))


def _staff(place_roles: tuple[str, Sequence[str]]) -> Condition:
    held = select(Role.person_id).where(Role.municipality_id == place_roles[0])
    return Person.id.in_(held.where(Role.role.in_(place_roles[1])))


def _signed_up(meeting: int) -> Condition:
    return Person.id.in_(select(Signup.person_id).where(Signup.meeting_id == meeting))


def _took_seats(meeting: int) -> Condition:
    """Whoever has a seat or came; not those who only wait."""
    there = or_(Signup.seat.is_not(None), Signup.came_at.is_not(None))
    return Person.id.in_(select(Signup.person_id).where(Signup.meeting_id == meeting, there))


def _voted(process: int) -> Condition:
    return Person.id.in_(select(Electorate.person_id).where(Electorate.process_id == process))


def unconfirmed(process: int) -> Condition:
    """Drafts of a ballot that somebody has begun to fill in."""
    begun = Draft.state["answers"].as_string() != "{}"
    return and_(Draft.script == "vote", Draft.subject == str(process), begun)


def _pending(process: int) -> Condition:
    return Person.id.in_(select(Draft.person_id).where(unconfirmed(process)))


def _balloting(process: int) -> Condition:
    """Whoever has voted, or has begun and not confirmed."""
    begun = select(Draft.person_id).where(Draft.script == "vote", Draft.subject == str(process))
    return or_(_voted(process), Person.id.in_(begun))


def _of_zone(process_zone: tuple[int, str]) -> Condition:
    """Everybody whose ballot may show this zone's projects: the zone of some is their own word."""
    process, zone = process_zone
    rows = select(ZoneSettlement.settlement_id).where(ZoneSettlement.process_id == process)
    return or_(
        Person.settlement_id.is_(None),
        Person.settlement_id.in_(rows.where(ZoneSettlement.code == zone)),
        Person.settlement_id.not_in(rows),
        Person.id.in_(
            select(Proof.person_id).where(Proof.process_id == process, Proof.zone == zone)
        ),
    )


def _took_part(process: int) -> Condition:
    """Voters, authors of ideas and who supported them, followers of projects: each once."""
    ideas = select(Idea.id).where(Idea.process_id == process)
    built = select(Project.id).where(Project.process_id == process)
    return or_(
        _voted(process),
        Person.id.in_(select(Idea.author_id).where(Idea.process_id == process)),
        Person.id.in_(select(Support.person_id).where(Support.idea_id.in_(ideas))),
        Person.id.in_(select(Follow.person_id).where(Follow.project_id.in_(built))),
    )


def _follows(project: int) -> Condition:
    return Person.id.in_(select(Follow.person_id).where(Follow.project_id == project))


def _ideas_waiting(municipality: str) -> Condition:
    """Authors of ideas that an edition may still take in."""
    waiting = select(Idea.author_id).where(Idea.municipality_id == municipality, is_waiting())
    return Person.id.in_(waiting)


def _ideas_gathering(process: int) -> Condition:
    """Authors of ideas that have not found the supporters they need."""
    gathering = (Idea.process_id == process, Idea.state == "submitted")
    return Person.id.in_(select(Idea.author_id).where(*gathering))


def _reporters(decision: tuple[int, str]) -> Condition:
    """Whoever had reported the idea on which was decided at this moment."""
    idea, at = decision[0], datetime.fromisoformat(decision[1])
    reported = select(IdeaReport.person_id).where(IdeaReport.idea_id == idea)
    return Person.id.in_(reported.where(IdeaReport.decided_at == at))


def _answered(survey: int) -> Condition:
    named = select(SurveyResponse.person_id).where(SurveyResponse.survey_id == survey)
    anonymous = select(SurveyAnswered.person_id).where(SurveyAnswered.survey_id == survey)
    return or_(Person.id.in_(named), Person.id.in_(anonymous))


def _unanswered(survey: int) -> Condition:
    """For the reminder that the bot sends by itself: no page shows who or how many they are."""
    return not_(_answered(survey))


def _answering(survey: int) -> Condition:
    """Whoever has begun to answer and not sent it."""
    begun = Draft.state["answers"].as_string() != "{}"
    drafts = select(Draft.person_id).where(Draft.script == "needs", Draft.subject == str(survey))
    return and_(Person.id.in_(drafts.where(begun)), _unanswered(survey))


KINDS: Mapping[str, Callable[[Any], Condition]] = {
    "municipality": lambda id: Person.municipality_id == id,
    "settlements": lambda ids: Person.settlement_id.in_(ids),
    "languages": lambda codes: Person.language.in_(codes),
    "signed_up": _signed_up,
    "took_seats": _took_seats,
    "voted": _voted,
    "pending": _pending,
    "balloting": _balloting,
    "of_zone": _of_zone,
    "took_part": _took_part,
    "follows": _follows,
    "ideas_waiting": _ideas_waiting,
    "ideas_gathering": _ideas_gathering,
    "reporters": _reporters,
    "answered": _answered,
    "unanswered": _unanswered,
    "answering": _answering,
    "age_from": lambda age: Person.age_from >= age,
    "staff": _staff,
    "authors": lambda process: Person.id.in_(
        select(Idea.author_id).where(Idea.process_id == process)
    ),
    **{kind: _of_account(kind) for kind in ACCOUNTS},
}


def conditions(audience: Mapping[str, Any]) -> list[Condition]:
    """All of them must hold.  An unknown kind or an empty audience is refused, never everybody."""
    if not audience:
        raise ValueError("an audience says who is meant")
    return [KINDS[kind](value) for kind, value in audience.items()]


def addressed(audience: Mapping[str, Any]) -> list[Condition]:
    """The accounts on which these people are written to; none: on whichever is best."""
    return [ACCOUNTS[kind](value) for kind, value in audience.items() if kind in ACCOUNTS]


async def count_people(session: AsyncSession, audience: Mapping[str, Any]) -> int:
    """How many people are meant, whether or not they can be reached."""
    return await _count(session, *conditions(audience))


async def count_reachable(session: AsyncSession, audience: Mapping[str, Any]) -> int:
    """How many of them can be written to now and want it."""
    willing = exists().where(
        Account.person_id == Person.id,
        Account.reachable.is_(True),
        Account.opted_out.is_(False),
        *addressed(audience),
    )
    return await _count(session, *conditions(audience), willing)


async def count_by_bot(session: AsyncSession, audience: Mapping[str, Any]) -> dict[str, int]:
    """How many of those who can be written to now are written to on which bot."""
    counted = select(Account.bot, func.count()).where(_written_to(audience)).group_by(Account.bot)
    return {bot: int(n) for bot, n in await session.execute(counted.order_by(Account.bot))}


async def count_on(
    session: AsyncSession, audience: Mapping[str, Any], bots: Collection[str], those: Condition
) -> tuple[int, int]:
    """How many of them are written to on one of these bots, and how many of these are `those`."""
    on_them = (_written_to(audience), Account.bot.in_(bots))
    query = select(func.count(), func.count(case((those, 1)))).where(*on_them)
    every, some = (await session.execute(query)).one()
    return int(every), int(some)


def _written_to(audience: Mapping[str, Any]) -> Condition:
    """The one account of each person who can be written to now."""
    chosen = (
        select(func.min(Account.id))
        .where(Account.person_id.in_(people(*conditions(audience)).order_by(None)))
        .where(Account.reachable, ~Account.opted_out, *addressed(audience))
        .group_by(Account.person_id)
    )
    return Account.id.in_(chosen)


async def languages(session: AsyncSession, audience: Mapping[str, Any]) -> list[str]:
    """The languages that these people read."""
    query = (
        select(Person.language)
        .where(Person.deleted_at.is_(None), *conditions(audience))
        .distinct()
        .order_by(Person.language)
    )
    return list((await session.execute(query)).scalars())


async def read_by(session: AsyncSession, audience: Mapping[str, Any], main: str) -> list[str]:
    """The same, and the municipality's own language for everybody else."""
    return sorted({main, *await languages(session, audience)})


async def _count(session: AsyncSession, *wanted: Condition) -> int:
    meant = people(*wanted).order_by(None).subquery()
    return int((await session.execute(select(func.count()).select_from(meant))).scalar_one())
