"""For whom an announcement is: one thing after another that people must have in common.

The subject is the announcement's id; with ":kind" behind it, one of these things.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Words, lines
from handlers.parts import announce_words as words
from handlers.parts.announce_access import keep, own
from handlers.parts.announce_words import NAMED, ROLES
from storage import audience_choices as offered
from storage.announcements import Announced
from storage.audiences import SMALLEST, count_people

ENOUGH, WHOLE = "enough", "whole"
SEVERAL = frozenset({"settlements", "languages", "staff"})
LANGUAGES = ("ka", "en")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The people who are meant from now on."""

    found: Announced
    audience: dict[str, Any]


async def script(chat: Chat) -> Narrowed | Done | Open:
    found = await own(chat)
    if found is None or found.follows_id is not None:
        return Done(chat.text("announce-not-yours"))
    place, meant = found.municipality_id, found.audience
    people = await chat.read(count_people, meant)
    prompt = lines(
        chat.text("announce-where"),
        *await words.audience(chat, place, meant),
        chat.text("announce-people", count=words.about(chat.text, people)),
    )
    chosen = await chat.choose("what", prompt, await _choices(chat, found))
    if chosen == WHOLE:
        return Narrowed(found, {"municipality": place})
    if chosen == ENOUGH:
        return Open("announce-page", str(found.id))
    return Open("announce-narrow", f"{found.id}:{chosen}")


async def _choices(chat: Chat, found: Announced) -> list[Choice]:
    """What can be chosen here, and has not been."""
    kinds = _kinds(chat.text)
    open_ = [kind for kind in kinds if kind not in found.audience]
    ways = [
        Choice(kind, kinds[kind])
        for kind in open_
        if await _options(chat, kind, found.municipality_id)
    ]
    if len(found.audience) == 1:
        return [Choice(ENOUGH, chat.text("announce-whole"), wide=True), *ways]
    enough = Choice(ENOUGH, chat.text("announce-these"), wide=True)
    return [enough, *ways, Choice(WHOLE, chat.text("announce-everybody"), wide=True)]


def _kinds(text: Text) -> Mapping[str, Html]:
    return {
        "settlements": text("announce-by-settlements"),
        "languages": text("announce-by-languages"),
        "bots": text("announce-by-bots"),
        "age_from": text("announce-by-age"),
        "signed_up": text("announce-by-signed-up"),
        "authors": text("announce-by-authors"),
        "follows": text("announce-by-follows"),
        "answered": text("announce-by-answered"),
        "staff": text("announce-by-staff"),
    }


async def _options(chat: Chat, kind: str, place: str) -> list[Choice]:
    text, me = chat.text, chat.me
    if kind in NAMED:
        named = await chat.read(NAMED[kind], place, me.now)
        return [Choice(id, Words(name).read(me.language, me.main_language)) for id, name in named]
    if kind == "bots":
        bots = await chat.read(offered.bots, place)
        return [Choice(bot, text("announce-bot", bot=bot)) for bot in bots if len(bots) > 1]
    if kind == "age_from":
        ages = await chat.read(offered.ages, place)
        return [Choice(str(age), text("announce-age", age=str(age))) for age in ages]
    if kind == "languages":
        return [Choice(code, words.language(text, code)) for code in LANGUAGES]
    return [Choice(name, words.role(text, name)) for name in ROLES]


async def narrow(chat: Chat) -> Narrowed | Done:
    found, kind = await own(chat), chat.subject.partition(":")[2]
    if found is None or found.follows_id is not None or kind not in _kinds(chat.text):
        return Done(chat.text("announce-not-yours"))
    place = found.municipality_id
    options = await _options(chat, kind, place)
    prompt = chat.text("announce-narrow", by=_kinds(chat.text)[kind])
    if kind in SEVERAL:
        picked = await chat.pick_many("which", prompt, options)
    else:
        picked = [await chat.choose("which", prompt, options)]
    return Narrowed(found, {**found.audience, kind: _value(kind, place, picked)})


def _value(kind: str, place: str, picked: list[str]) -> Any:
    """As `storage.audiences` has it."""
    if kind in ("languages", "bots"):
        return sorted(picked)
    if kind == "staff":
        return [place, sorted(picked)]
    ids = sorted(map(int, picked))
    return ids if kind == "settlements" else ids[0]


async def apply(session: Any, me: Me, text: Text, result: Narrowed | Done | Open) -> Outcome:
    """Fewer than ten are refused here already, so that nobody looks for single people."""
    if not isinstance(result, Narrowed):
        return result
    again = Open("announce-who", str(result.found.id))
    if await count_people(session, result.audience) < SMALLEST:
        return Done(text("announce-too-few", least=SMALLEST), then=again)
    if not await keep(session, me, result.found, audience=result.audience):
        return Done(text("announce-not-yours"))
    return again


JOURNEYS = (Journey("announce-who", script, apply), Journey("announce-narrow", narrow, apply))
