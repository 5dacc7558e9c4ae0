"""Ideas of the neighbours: the list, one's own, one idea, and standing behind it.

The subject of "ideas" is '' for the list, "mine", or an idea's id.
"""

from collections.abc import Sequence
from typing import Any

from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, Picture, Words, lines
from storage import ideas
from storage.ideas import Listed, Shown

NEW, MINE = "new", "mine"


async def script(chat: Chat) -> Done | Open:
    if chat.subject.isdecimal():
        return await _one(chat)
    if chat.me.municipality is None:
        return Open("join")
    if chat.subject == MINE:
        return await _mine(chat)
    return await _all(chat)


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


async def _all(chat: Chat) -> Done | Open:
    rows = await chat.read(ideas.listed, chat.me.municipality)
    if not rows:
        return Done(chat.text("idea-none"), links=((chat.text("idea-new"), Open("idea")),))
    more = [
        Choice(NEW, chat.text("idea-new"), wide=True),
        Choice(MINE, chat.text("idea-mine"), wide=True),
    ]
    return await _choose(chat, chat.text("idea-list"), [*more, *_rows(chat, rows)])


async def _mine(chat: Chat) -> Done | Open:
    rows = await chat.read(ideas.of_author, chat.me.person)
    if not rows:
        return Done(chat.text("idea-mine-none"), links=((chat.text("idea-new"), Open("idea")),))
    more = [Choice(NEW, chat.text("idea-new"), wide=True)]
    return await _choose(chat, chat.text("idea-mine-list"), [*more, *_rows(chat, rows)])


async def _choose(chat: Chat, prompt: Html, choices: Sequence[Choice]) -> Open:
    chosen = await chat.choose("idea", prompt, choices)
    return Open("idea") if chosen == NEW else Open("ideas", chosen)


def _rows(chat: Chat, rows: Sequence[Listed]) -> list[Choice]:
    """Everybody calls an idea by its own number, so that is what is typed."""
    return [
        Choice(
            str(row.id),
            chat.text(
                "idea-list-row", title=row.title, settlement=_place(chat, row), count=row.supporters
            ),
            number=row.number,
        )
        for row in rows
    ]


def _place(chat: Chat, idea: Listed | Shown) -> str:
    if idea.settlement is None:
        return chat.text("idea-everywhere")
    return Words(idea.settlement).read(chat.me.language, chat.me.main_language)


async def _one(chat: Chat) -> Done:
    idea = await chat.read(ideas.find, int(chat.subject), chat.me.person)
    if idea is None:
        return _gone(chat)
    to_list = (chat.text("idea-to-list"), Open("ideas"))
    links = (_standing(chat, idea), to_list) if idea.may_support else (to_list,)
    picture = Picture(idea.photo) if idea.photo else None
    return Done(_told(chat, idea), picture=picture, links=links)


def _standing(chat: Chat, idea: Shown) -> tuple[str, Open]:
    if idea.supported:
        return chat.text("idea-take-back"), Open("idea-unsupport", str(idea.id))
    return chat.text("idea-support"), Open("idea-support", str(idea.id))


def _told(chat: Chat, idea: Shown) -> Html:
    pin = Html("")
    if idea.lat is not None and idea.lon is not None:
        pin = chat.text("idea-pin", lat=f"{idea.lat:.5f}", lon=f"{idea.lon:.5f}")
    return lines(
        chat.text("idea-heading-numbered", number=str(idea.number), title=idea.title),
        idea.text,
        lines(
            chat.text("idea-settlement", settlement=_place(chat, idea)),
            chat.text("idea-category-line", category=idea.category),
            pin,
            chat.text("idea-date", date=day(idea.submitted_at, chat.me.zone)),
            chat.text("idea-yours") if idea.mine else "",
            chat.text("idea-supporters", count=idea.supporters),
        ),
        by="\n\n",
    )


def _gone(chat: Chat) -> Done:
    return Done(chat.text("idea-gone"), links=((chat.text("idea-to-list"), Open("ideas")),))


async def look(chat: Chat) -> Shown | Done:
    """The idea that is to be supported or no longer supported."""
    known = chat.subject.isdecimal()
    idea = await chat.read(ideas.find, int(chat.subject), chat.me.person) if known else None
    if idea is None:
        return _gone(chat)
    if idea.mine:
        return Done(chat.text("idea-yours"))
    if not idea.may_support:
        return Done(chat.text("idea-not-here"))
    return idea


async def support(session: Any, me: Me, text: Text, result: Shown | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    if not result.supported:
        await ideas.support(session, result.id, me.person, me.now)
    return Done(
        text("idea-supported", number=str(result.number)),
        links=(
            (text("idea-to-this"), Open("ideas", str(result.id))),
            (text("idea-to-list"), Open("ideas")),
        ),
    )


async def take_back(session: Any, me: Me, text: Text, result: Shown | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    await ideas.take_back(session, result.id, me.person)
    return Done(
        text("idea-taken-back", number=str(result.number)),
        links=((text("idea-to-list"), Open("ideas")),),
    )


def _twice(text: Text, error: Exception) -> Refused:
    """The same tap arrived from another messenger in between: looking again tells so."""
    return Refused(text("idea-already"))


JOURNEYS = (
    Journey("ideas", script, apply),
    Journey("idea-support", look, support, conflict=_twice),
    Journey("idea-unsupport", look, take_back),
)
