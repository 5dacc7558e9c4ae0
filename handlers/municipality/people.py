"""Who works for the municipality: inviting and being appointed.

The subject of `invite` is a municipality (or '': the person's own), that of `appointment` a code.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Words, lines
from storage import practicum_mentors
from storage.codes import Code, Kind, count_wrong, look_up
from storage.reviews import assign_waiting
from storage.staff import (
    ANSWERERS,
    COORDINATOR,
    EXPERT,
    HELPER,
    INVITATION_DAYS,
    LAWYER,
    MENTOR,
    OFFICIAL,
    PARTNER,
    REVIEWER,
    TRAINER,
    appoint,
    invite,
    is_staff,
    staff_of,
)


@dataclass(frozen=True, slots=True)
class Errand:
    """Whom a coordinator invites."""

    municipality: str
    role: str


async def invite_script(chat: Chat) -> Errand | Open | None:
    """None: the person is no coordinator here."""
    municipality = chat.subject or chat.me.municipality or ""
    if not await chat.read(is_staff, chat.me.person, municipality):
        return None
    members = await chat.read(staff_of, municipality)
    named = [chat.text("desk-member", name=m.name, role=_role(chat.text, m.role)) for m in members]
    choices = (
        Choice(COORDINATOR, chat.text("desk-invite-coordinator"), wide=True),
        Choice(REVIEWER, chat.text("desk-invite-reviewer"), wide=True),
        Choice(PARTNER, chat.text("desk-invite-partner"), wide=True),
        Choice(HELPER, chat.text("desk-invite-helper"), wide=True),
        Choice(OFFICIAL, chat.text("desk-invite-official"), wide=True),
        Choice(EXPERT, chat.text("desk-invite-expert"), wide=True),
        Choice(LAWYER, chat.text("lawyer-invite"), wide=True),
        Choice(MENTOR, chat.text("desk-invite-mentor"), wide=True),
        Choice(TRAINER, chat.text("desk-invite-trainer"), wide=True),
        Choice("end", chat.text("desk-end-access"), wide=True),
    )
    prompt = lines(chat.text("desk-people"), *named)
    act = await chat.choose("act", prompt, choices)
    return Open("leave", municipality) if act == "end" else Errand(municipality, act)


async def invite_apply(session: Any, me: Me, text: Text, errand: Errand | Open | None) -> Outcome:
    if isinstance(errand, Open):
        return errand
    if errand is None or not await is_staff(session, me.person, errand.municipality):
        return Done(text("desk-not-yours"))
    code = await invite(session, errand.municipality, errand.role, me.now, made_by=me.person)
    role = _role(text, errand.role)
    return Done(text("desk-invited", code=code, role=role, days=INVITATION_DAYS))


def _role(text: Text, role: str) -> Html:
    return {
        COORDINATOR: text("desk-role-coordinator"),
        REVIEWER: text("desk-role-reviewer"),
        PARTNER: text("desk-role-partner"),
        HELPER: text("desk-role-helper"),
        OFFICIAL: text("desk-role-official"),
        EXPERT: text("desk-role-expert"),
        LAWYER: text("lawyer-role"),
        MENTOR: text("desk-role-mentor"),
        TRAINER: text("desk-role-trainer"),
    }.get(role, text("desk-role-observer"))


@dataclass(frozen=True, slots=True)
class Appointed:
    """Somebody with an invitation, and the name colleagues will see."""

    code: str
    means: Code
    name: str = ""


async def appointment_script(chat: Chat) -> Appointed:
    me, code = chat.me, chat.subject
    means = await chat.read(look_up, code, me.account, me.now)
    invited = means.invited
    if means.kind is not Kind.INVITATION or invited is None:
        return Appointed(code, means)
    answer = await chat.choose(
        "accept",
        chat.text(
            "desk-appointment",
            municipality=Words(invited.municipality).read(me.language),
            role=_role(chat.text, invited.role),
            until=day(invited.expires_at, me.zone),
        ),
        (Choice("yes", chat.text("desk-accept")), Choice("no", chat.text("desk-no"))),
    )
    if answer == "no":
        return Appointed(code, means)
    prompts = {LAWYER: chat.text("lawyer-your-name"), TRAINER: chat.text("trainer-your-name")}
    prompt = prompts.get(invited.role, chat.text("desk-your-name"))
    name = await chat.ask("name", prompt, at_least=2, at_most=60)
    return Appointed(code, means, name)


async def appointment_apply(session: Any, me: Me, text: Text, appointed: Appointed) -> Outcome:
    kind = appointed.means.kind
    if kind is Kind.WRONG:
        await count_wrong(session, me.account, me.now)
    if kind is Kind.TOO_MANY:
        return Done(text("welcome-too-many"))
    if kind not in (Kind.INVITATION, Kind.SPENT):
        return Done(text("welcome-code-unknown"))
    if kind is Kind.INVITATION and not appointed.name:
        return Open("menu")
    if not await appoint(session, appointed.code, me.person, appointed.name, me.now):
        return Done(text("welcome-code-spent"))
    invited = appointed.means.invited
    if invited and invited.role == HELPER:
        return Done(text("assist-appointed"), then=Open("assist-list"))
    if invited and invited.role == TRAINER:
        return Done(text("trainer-appointed"), then=Open("my-seminars"))
    if invited and invited.role in ANSWERERS:
        return Done(text("answers-appointed"), then=Open("answers", invited.municipality_id))
    if invited and invited.role == LAWYER:
        place = appointed.means.municipality_id or ""
        return Done(text("lawyer-appointed"), then=Open("rights-lawyer", place))
    if invited and invited.role == MENTOR:
        await practicum_mentors.assign_waiting(session, invited.municipality_id, me.now)
        return Done(text("mentor-appointed"), then=Open("mentor"))
    await assign_waiting(session, appointed.means.municipality_id or "")
    return Done(text("desk-appointed"), then=Open("desk", appointed.means.municipality_id or ""))


JOURNEYS = (
    Journey("invite", invite_script, invite_apply),
    Journey("appointment", appointment_script, appointment_apply, title="desk-appointment-title"),
)
