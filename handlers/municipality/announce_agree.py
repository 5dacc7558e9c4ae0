"""The second person looks at an announcement and lets it go out, or not.  The subject is its id."""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.formats import when
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Outgoing, lines
from handlers.parts import announce_words as words
from handlers.parts.announce_end import held, refusal
from handlers.parts.announce_figures import figures
from handlers.parts.announce_message import Bodies, as_json, bodies
from storage import announcements, campaign_fates, mail
from storage.announcements import AGREEING, Announced, NotNow
from storage.recipients import recipient
from storage.tables.mail import NOTICE
from storage.votes import staff_roles

LONGEST = 500  # characters of a reason


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reason` of a refusal; what is told to the maker, by language."""

    found: Announced
    bodies: Bodies
    agrees: bool
    told: dict[str, Outgoing]


async def script(chat: Chat) -> Verdict | Done | Open:
    known = chat.subject.isdecimal()
    found = await chat.read(announcements.find, int(chat.subject)) if known else None
    roles = await chat.read(staff_roles, chat.me.person, found.municipality_id) if found else set()
    if found is None or not roles & set(AGREEING):
        return Done(chat.text("announce-not-staff"))
    if found.state != "proposed":
        return Done(chat.text("announce-decided"))
    if found.made_by == chat.me.person:
        return Done(chat.text("announce-alone"))
    made = await bodies(chat, found)
    prompt = Html("") if chat.settled("sure") else await _prompt(chat, found, made)
    choices = (
        Choice("yes", chat.text("announce-agrees"), wide=True),
        Choice("preview", chat.text("announce-to-preview"), wide=True),
        Choice("no", chat.text("announce-disagrees"), wide=True),
    )
    match await chat.confirm("sure", prompt, choices):
        case "yes":
            return Verdict(found, made, True, _told(chat, found, ""))
        case "preview":
            return Open("announce-preview", str(found.id))
    reason = await chat.ask("reason", chat.text("announce-why"), at_least=5, at_most=LONGEST)
    return Verdict(found, made, False, _told(chat, found, reason))


async def _prompt(chat: Chat, found: Announced, made: Bodies) -> Html:
    unfit = await chat.read(announcements.unfit, found, chat.me.now)
    return lines(
        chat.text("announce-agree"),
        *found.texts.values(),
        lines(
            chat.text("announce-to"),
            *await words.audience(chat, found.municipality_id, found.audience),
        ),
        await figures(chat, found, made),
        chat.text("announce-unfit-now") if unfit else "",
        by="\n\n",
    )


def _told(chat: Chat, found: Announced, reason: str) -> dict[str, Outgoing]:
    """What its maker hears, in their language."""
    said = {}
    for code in ("ka", "en"):
        text = chat.text_in(code)
        words = text("announce-refused", reason=reason) if reason else text("announce-agreed")
        page = Choice(f"go:announce-page:{found.id}", _page(text, reason), wide=True)
        said[code] = Outgoing(words, (page,), (Choice("!menu", text("core-menu")),))
    return said


def _page(text: Text, reason: str) -> Html:
    return text("announce-to-page") if reason else text("announce-to-report")


async def apply(session: Any, me: Me, text: Text, result: Verdict | Done | Open) -> Outcome:
    if not isinstance(result, Verdict):
        return result
    found = result.found
    if not await staff_roles(session, me.person, found.municipality_id) & set(AGREEING):
        return Done(text("announce-not-staff"))
    if not result.agrees:
        if await announcements.give_back(session, found.id, me.person, me.now):
            await _tell(session, me, result)
        return Done(text("announce-given-back"))
    try:
        made = as_json(result.bodies)
        id = await announcements.send(session, found.id, made, me.person, me.now)
    except NotNow as refused:
        return Done(refusal(text, refused.why))
    assert id is not None
    await _tell(session, me, result)
    await held(session, me, text, id)
    sent = await campaign_fates.find(session, id)
    assert sent is not None
    return Done(text("announce-has-time", **when(sent.hold_until, me.zone)))


async def _tell(session: Any, me: Me, result: Verdict) -> None:
    who = await recipient(session, result.found.made_by)
    if who is not None:
        body = result.told[who.language if who.language in result.told else "ka"].to_json()
        letter = mail.letter(who.bot, who.account_id, body, me.now, lane=NOTICE)
        await mail.post(session, [letter])


JOURNEYS = (Journey("announce-agree", script, apply),)
