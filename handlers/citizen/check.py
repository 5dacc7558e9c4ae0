"""Checking a certificate, for anybody: whether its code holds, and whether a name is its name.

The subject is a code, or '' to ask for one; `check-name` always has one.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.civic.certificate import LONGEST
from bot.civic.codes import normalise, read_back
from bot.conversation import Chat
from bot.formats import day, hour
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Html
from handlers.parts.certificate_page import shown
from storage import attempts, certificates
from storage.certificates import TRIED, Paper, Verdict

MOST = 40  # characters of a code with blanks


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is told to whoever typed something wrong; it is counted."""

    text: Html
    code: str = ""


async def script(chat: Chat) -> Done | Wrong:
    if until := await _paused(chat):
        return Done(_wait(chat, until))
    asked = chat.subject or await chat.ask("code", chat.text("certificate-check-ask"), at_most=MOST)
    code = normalise(asked)
    verdict, paper = await chat.read(certificates.check, code)
    if verdict is Verdict.UNKNOWN:
        return Wrong(chat.text("certificate-check-unknown", code=read_back(asked)))
    if paper is None:
        return Done(chat.text("certificate-check-changed", code=code), links=_links(chat.text))
    return Done(_told(chat, verdict, paper), links=_links(chat.text, code))


async def ask_name(chat: Chat) -> Done | Wrong | Open:
    code = normalise(chat.subject)
    verdict, paper = await chat.read(certificates.check, code)
    if paper is None:
        return Open("check", code)
    if until := await _paused(chat):
        return Done(_wait(chat, until))
    name = await chat.ask(
        "name", chat.text("certificate-check-name"), at_least=2, at_most=4 * LONGEST
    )
    if not await chat.read(certificates.matches, paper, name):
        return Wrong(chat.text("certificate-check-no-match", code=code), code)
    match = chat.text("certificate-check-match", code=code)
    told = match if verdict is Verdict.VALID else _told(chat, verdict, paper) + "\n\n" + match
    return Done(Html(told), links=_links(chat.text))


async def apply(session: Any, me: Me, text: Text, result: Done | Wrong | Open) -> Outcome:
    if not isinstance(result, Wrong):
        return result
    await attempts.count(session, me.account, TRIED, me.now)
    return Done(result.text, links=_links(text, result.code))


async def _paused(chat: Chat) -> datetime | None:
    return await chat.read(attempts.pause, chat.me.account, TRIED, chat.me.now)


def _wait(chat: Chat, until: datetime) -> Html:
    zone = chat.me.zone
    return chat.text("certificate-check-pause", day=day(until, zone), hour=hour(until, zone))


def _told(chat: Chat, verdict: Verdict, paper: Paper) -> Html:
    facts = shown(paper, chat.me.language)
    if verdict is Verdict.VALID:
        return chat.text("certificate-check-valid", **facts)
    return chat.text("certificate-check-revoked", **facts)


def _links(text: Text, code: str = "") -> tuple[tuple[str, Open], ...]:
    compare = ((text("certificate-check-compare"), Open("check-name", code)),) if code else ()
    return (*compare, (text("certificate-check-another"), Open("check")))


JOURNEYS = (
    Journey("check", script, apply, title="certificate-check-title"),
    Journey("check-name", ask_name, apply),
)
