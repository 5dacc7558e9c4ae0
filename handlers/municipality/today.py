"""What is owed: one message each working morning, and the same list whenever it is asked for.

The subject is a municipality; '' means the person's own.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, DueNow, Journey, Me, Open, Outcome, Text, Tools
from bot.messages import Choice, Html, Outgoing, Words, lines
from handlers.parts.review_words import last_day
from storage import mail, votes
from storage.conduct import CLOSED
from storage.due import Outdated
from storage.mornings import TODAY
from storage.owed import Owed
from storage.recipients import Recipient, recipient
from storage.staff import COORDINATOR, PARTNER, staff_of
from storage.tables.mail import NOTICE
from storage.today import office, owed_by
from storage.votes import staff_roles

RUNNING = (COORDINATOR, PARTNER)
TOPIC = "today"


async def script(chat: Chat) -> Done | str:
    place = chat.subject or chat.me.municipality or ""
    if not await chat.read(staff_roles, chat.me.person, place):
        return Done(chat.text("desk-not-yours"))
    found = await chat.read(owed_by, chat.me.person, place, chat.me.now)
    desk = ((chat.text("today-desk"), Open("desk", place)),)
    if not found:
        return Done(chat.text("today-nothing"), links=desk)
    choices = [
        Choice(str(row), _label(chat.text, one), wide=True) for row, one in enumerate(found, 1)
    ]
    said = lines(chat.text("today-title"), *_lines(chat.text, found, chat.me.now, chat.me.zone))
    chosen = await chat.choose("what", said, choices)
    return found[int(chosen) - 1].open


async def apply(session: Any, me: Me, text: Text, result: Done | str) -> Outcome:
    if isinstance(result, Done):
        return result
    journey, _, subject = result.partition(":")
    return Open(journey, subject)


async def write(session: Any, row: DueNow, tools: Tools) -> None:
    """The morning message: to one person, of one municipality, and never an empty one."""
    place, now = await office(session, row.subject), tools.now()
    if now.astimezone(place.zone).date().isoformat() != row.occurrence:
        raise Outdated
    found = await owed_by(session, row.person_id, row.subject, now)
    who = await recipient(session, row.person_id)
    if not found or who is None:
        raise Outdated
    text = _texts(tools, who.language)
    name = Words(place.name).read(who.language, place.main_language)
    head = text("today-morning", municipality=name)
    said = lines(head, *_lines(text, found, now, place.zone))
    choices = [Choice(f"go:{one.open}", _label(text, one), wide=True) for one in found]
    await _send(session, who, tools, said, choices)


def _texts(tools: Tools, language: str) -> Text:
    def text(name: str, /, **args: Any) -> Html:
        return tools.text(language, name, **args)

    return text


async def _send(
    session: Any, who: Recipient, tools: Tools, said: Html, choices: Sequence[Choice]
) -> None:
    menu = (Choice("!menu", tools.text(who.language, "core-menu")),)
    body = Outgoing(said, tuple(choices), menu).to_json()
    letter = mail.letter(who.bot, who.account_id, body, tools.now(), lane=NOTICE, topic=TOPIC)
    await mail.post(session, [letter])


def _lines(text: Text, found: list[Owed], now: datetime, zone: ZoneInfo) -> list[Html]:
    return [
        text("today-line", what=_label(text, one), when=_when(text, one, now, zone))
        for one in found
    ]


def _when(text: Text, one: Owed, now: datetime, zone: ZoneInfo) -> Html:
    if one.due is None:
        return Html("")
    if one.due <= now:
        return text("today-late", day=last_day(one.due, zone))
    return text("today-until", day=last_day(one.due, zone))


def _label(text: Text, one: Owed) -> Html:
    return {
        "review": text("today-review", count=one.count),
        "review-second": text("today-second", count=one.count),
        "review-stuck": text("today-stuck", count=one.count),
        "reports": text("reports-owed", count=one.count),
        "list-make": text("today-list-make"),
        "list-second": text("today-list-second"),
        "seal": text("today-seal"),
        "paper-check": text("today-paper-check", count=one.count),
        "paper-held": text("today-paper-held", count=one.count),
        "paper-refusal": text("today-paper-refusal", count=one.count),
        "objections": text("today-objections", count=one.count),
        "dispute": text("today-dispute", count=one.count),
        "news": text("today-news", count=one.count),
        "release": text("today-release"),
        "lot": text("today-lot"),
        "announce": text("announce-owed", count=one.count),
        "questions": text("answers-owed", count=one.count),
        "admission-decide": text("admission-owed-decide", count=one.count),
        "admission-tell": text("admission-owed-tell"),
    }[one.kind]


async def vote_closed(session: Any, row: DueNow, tools: Tools) -> None:
    """Voting has ended: everybody who runs the vote learns at once what comes now."""
    vote = await votes.find(session, row.subject.removeprefix("process:"))
    if vote is None or vote.state != "objections":
        raise Outdated
    place = await office(session, vote.municipality)
    members = await staff_of(session, vote.municipality)
    for person in {one.person_id: one for one in members if one.role in RUNNING}:
        if who := await recipient(session, person):
            text = _texts(tools, who.language)
            name = Words(vote.name).read(who.language, place.main_language)
            results = day(vote.results_at, place.zone)
            said = text("today-vote-closed", name=name, results=results)
            choice = Choice(f"go:process:{vote.id}", text("today-to-vote"), wide=True)
            await _send(session, who, tools, said, (choice,))


JOURNEYS = (Journey("today", script, apply),)
DUE = {TODAY: write, CLOSED: vote_closed}
