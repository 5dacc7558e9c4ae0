"""Revoking a certificate that this municipality has given.  The subject is the municipality.

There is no list of certificates: whoever revokes one has its code before them.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.certificate import State
from bot.civic.codes import normalise, read_back
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice
from handlers.parts.certificate_page import read
from storage import certificates
from storage.certificates import Paper
from storage.conduct import By
from storage.staff import is_staff

SHORTEST, LONGEST = 10, 500  # letters of a reason
MOST = 40  # characters of a code with blanks


@dataclass(frozen=True, slots=True)
class Revoked:
    """A certificate to end, and why."""

    municipality: str
    paper: Paper
    reason: str


async def script(chat: Chat) -> Revoked | Done:
    place = chat.subject or chat.me.municipality or ""
    if not await chat.read(is_staff, chat.me.person, place):
        return Done(chat.text("desk-not-yours"))
    typed = await chat.ask("code", chat.text("certificate-revoke-ask"), at_most=MOST)
    code = normalise(typed)
    paper = await chat.read(certificates.find, code)
    if paper is None or paper.printed.municipality != place:
        said = chat.text("certificate-revoke-not-here", code=read_back(typed))
        return Done(said, links=_links(chat.text, place))
    if paper.state is not State.VALID:
        return Done(
            chat.text("certificate-revoke-ended", code=code), links=_links(chat.text, place)
        )
    course = read(paper.printed, "course", chat.me.language)
    why = chat.text("certificate-revoke-why", code=code, course=course, day=day(paper.printed.day))
    reason = await chat.ask("reason", why, at_least=SHORTEST, at_most=LONGEST)
    choices = (
        Choice("yes", chat.text("certificate-revoke-yes")),
        Choice("no", chat.text("certificate-revoke-no")),
    )
    sure = chat.text("certificate-revoke-sure", code=code, reason=reason)
    if await chat.confirm("sure", sure, choices) == "no":
        return Done(chat.text("certificate-revoke-kept"), links=_links(chat.text, place))
    return Revoked(place, paper, reason)


async def apply(session: Any, me: Me, text: Text, result: Revoked | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    place, paper = result.municipality, result.paper
    if not await is_staff(session, me.person, place):
        return Done(text("desk-not-yours"))
    by = By(me.person, place, me.now)
    if not await certificates.revoke(session, paper, by, result.reason):
        return Done(text("certificate-revoke-ended", code=paper.code), links=_links(text, place))
    return Done(text("certificate-revoke-done", code=paper.code), links=_links(text, place))


def _links(text: Text, place: str) -> tuple[tuple[str, Open], ...]:
    return ((text("certificate-revoke-to-desk"), Open("desk", place)),)


JOURNEYS = (Journey("certificates", script, apply),)
