"""Getting a certificate: the name as it is to be printed, then the paper and its picture.

The subject is the learner's id.  The name goes into the job that draws and is kept nowhere.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.civic.certificate import LONGEST, State, is_name, written
from bot.content.course import NoCourse
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text, Tools
from bot.messages import Choice, Html, Outgoing, Picture, Words, lines
from bot.pictures.print.papers import Masthead
from handlers.parts import certificate_page as page
from handlers.parts import print_send as sending
from storage import academy, certificates, jobs, places
from storage.academy import Learning
from storage.certificate_codes import Printed
from storage.certificates import Ended, Paper

DRAW = "certificate"
"""The job that draws a certificate and sends it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A certificate with this name; `last` is the learner's present one, `same` as this wish."""

    learning: Learning
    printed: Printed
    name: str
    language: str
    last: Paper | None
    same: bool


async def script(chat: Chat) -> Wish | Done | Open:
    learning = await _learning(chat)
    if learning is None:
        return Done(chat.text("certificate-unknown"))
    last = await chat.read(certificates.latest, learning.id)
    if last and last.state is State.REVOKED:
        return Done(chat.text("certificate-ended", code=last.code, reason=last.reason))
    printed = last.printed if last else await _earned(chat, learning)
    if not isinstance(printed, Printed):
        return printed
    name = written(await _name(chat, last))
    same = last is not None and await chat.read(certificates.matches, last, name)
    if not same and last and not last.left:
        return Done(chat.text("certificate-no-more", code=last.code))
    if not same:
        await _sure(chat, printed, name, last)
    tongues = [Choice("ka", chat.text("print-in-ka")), Choice("en", chat.text("print-in-en"))]
    language = await chat.choose("language", chat.text("certificate-language"), tongues)
    return Wish(learning, printed, name, language, last, same)


async def _learning(chat: Chat) -> Learning | None:
    if not chat.subject.isdecimal():
        return None
    return await chat.read(academy.learning, int(chat.subject), chat.me.person)


async def _earned(chat: Chat, learning: Learning) -> Printed | Done | Open:
    """What the first certificate says; or what is still missing."""
    me, since = chat.me, await chat.read(certificates.earned, learning)
    if learning.finished_at is None:
        return Done(chat.text("certificate-not-yet"))
    if since is None:
        return Done(chat.text("certificate-practicum"))
    if not me.municipality:  # it is the municipality that gives it
        return Open("join")
    try:
        words = page.words(learning.course, learning.version, learning.track)
    except NoCourse:
        return Done(chat.text("certificate-unknown"))
    which = (learning.course, learning.version, learning.track)
    return Printed(me.municipality, *which, words, since.astimezone(me.zone).date())


async def _name(chat: Chat, last: Paper | None) -> str:
    prompt = chat.text("certificate-name")
    if last:
        prompt = chat.text("certificate-name-again", code=last.code)
    return await chat.ask("name", prompt, at_least=2, at_most=4 * LONGEST, check=_flaw(chat))


def _flaw(chat: Chat) -> Any:
    bad = chat.text("certificate-name-bad", most=str(LONGEST))
    return lambda said: None if is_name(written(said)) else bad


async def _sure(chat: Chat, printed: Printed, name: str, last: Paper | None) -> None:
    """Everything that will be printed is read back, and what becomes of the paper before."""
    place = await chat.read(places.municipality, printed.municipality)
    read = partial(page.read, printed, language=chat.me.language)
    told = chat.text(
        "certificate-sure",
        name=name,
        course=read("course"),
        track=read("track"),
        version=str(printed.version),
        day=day(printed.day),
        issuer=Words(place.name if place else {}).read(chat.me.language, chat.me.main_language),
    )
    if last:
        told = lines(
            told, chat.text("certificate-replaces", code=last.code, left=last.left - 1), by="\n\n"
        )
    choices = (
        Choice("yes", chat.text("certificate-yes")),
        Choice("edit", chat.text("certificate-edit")),
    )
    if await chat.confirm("sure", told, choices) == "edit":
        chat.edit("name", "sure")


async def apply(session: Any, me: Me, text: Text, result: Wish | Done | Open) -> Outcome:
    if not isinstance(result, Wish):
        return result
    paper = result.last
    if paper is None or not result.same:
        try:
            paper = await certificates.issue(
                session, result.learning, result.printed, result.name, me.now
            )
        except Ended:
            return Open("certificate", str(result.learning.id))
    args = {
        "certificate": paper.id,
        "name": result.name,
        "language": result.language,
        "to": [me.bot, me.account],
        "speaks": me.language,
    }
    await jobs.ask_for(session, DRAW, args, me.now)
    return Done(text("certificate-making"))


async def make(args: dict[str, Any], tools: Tools) -> None:
    """Draw the paper and the picture and send them, if it is still this holder's name and valid."""
    language, name = args["language"], args["name"]
    async with tools.reading() as session:
        paper = await certificates.by_id(session, args["certificate"])
        if paper is None or paper.person is None or paper.state is not State.VALID:
            return
        if not await certificates.matches(session, paper, name):
            return
        place = await places.municipality(session, paper.printed.municipality)
    assert place is not None
    say = partial(tools.text, language)
    drawn = page.drawn(say, language, paper, name, (place, tools.home))
    file = sending.file_name(say("certificate-file", code=paper.code).plain())
    document = await tools.paper(file, Masthead(drawn.issuer, drawn.name, ""), drawn)
    picture = Picture(await tools.certificate(drawn))
    text = partial(tools.text, args["speaks"])
    told = text("certificate-made", code=paper.code, page=page.address(tools.home, paper.code))
    menu = (Choice("!menu", text("core-menu")),)
    said = [*sending.attached([document]), Outgoing(told, menu=menu, picture=picture)]
    async with tools.writing() as session:
        await sending.post(session, tuple(args["to"]), said, tools)


def _twice(text: Text, error: Exception) -> Refused:
    """The other messenger was quicker: begin with what there is now."""
    return Refused(Html(""), forget=("name", "sure", "language"))


JOURNEYS = (Journey("certificate", script, apply, title="certificate-title", conflict=_twice),)
JOBS = {DRAW: make}
LOST = {DRAW: sending.sorry}
