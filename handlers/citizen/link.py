"""One person on two messengers: a code shown on one is typed on the other.  The subject is it."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice
from storage.ballots import Paused
from storage.codes import Code, Kind, count_wrong, look_up
from storage.linking import LINK_MINUTES, bring, find_link, new_link


@dataclass(frozen=True, slots=True)
class Bringing:
    """Nothing typed yet, or a code and whether to use it."""

    code: str
    means: Code
    agreed: bool = False
    own: bool = False


async def script(chat: Chat) -> Bringing:
    me, code = chat.me, chat.subject
    means = await chat.read(look_up, code, me.account, me.now)
    if means.kind is not Kind.LINK:
        return Bringing(code, means)
    shown = await chat.read(find_link, code)
    if shown and shown.person_id == me.person:
        return Bringing(code, means, own=True)
    choices = (
        Choice("yes", chat.text("privacy-link-yes")),
        Choice("no", chat.text("privacy-link-no")),
    )
    answer = await chat.confirm("link", chat.text("privacy-link-ask"), choices)
    return Bringing(code, means, agreed=answer == "yes")


async def apply(session: Any, me: Me, text: Text, bringing: Bringing) -> Outcome:
    if not bringing.code:
        return await _show(session, me, text)
    if bringing.own:
        return Done(text("privacy-link-own"))
    if bringing.means.kind is Kind.WRONG:
        await count_wrong(session, me.account, me.now)
    if bringing.means.kind is Kind.TOO_MANY:
        return Done(text("welcome-too-many"))
    if bringing.means.kind is Kind.SPENT:
        return Done(text("welcome-code-spent"))
    if bringing.means.kind is not Kind.LINK:
        return Done(text("welcome-code-unknown"))
    return await _bring(session, me, text, bringing) if bringing.agreed else Open("menu")


async def _show(session: Any, me: Me, text: Text) -> Outcome:
    code = await new_link(session, me.person, me.now)
    return Done(text("privacy-link-code", code=code, minutes=LINK_MINUTES))


async def _bring(session: Any, me: Me, text: Text, bringing: Bringing) -> Outcome:
    try:
        brought = await bring(session, bringing.code, me.person, me.now)
    except Paused:
        return Done(text("privacy-link-paused"))
    return Done(text("privacy-linked") if brought else text("welcome-code-spent"))


JOURNEYS = (Journey("link", script, apply),)
