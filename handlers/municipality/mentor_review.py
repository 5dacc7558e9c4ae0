"""A mentor reviews a team's work: reads all of it, eight taps, and words.  Subject: a review."""

from dataclasses import dataclass
from typing import Any

from bot.civic.practicum import (
    DOCUMENT,
    ENOUGH,
    PHOTO,
    POINTS,
    SCALE,
    STEPS,
    passes,
)
from bot.civic.review import NotAllowed
from bot.content.practicum import Practicum
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, Picture, lines
from handlers.parts.practicum_words import content, number, people, scores, signed
from storage import practicum, practicum_mentors, practicum_pieces, practicum_reviews
from storage.practicum import Crew
from storage.practicum_mentors import Call
from storage.practicum_pieces import Piece
from storage.practicum_reviews import Judged

LONGEST = 2000  # characters of a mentor's words
QUEUE = Open("mentor")


@dataclass(frozen=True, slots=True)
class Decided:
    """What the mentor has decided; without marks that they cannot do it."""

    review: int
    judged: Judged | None


async def script(chat: Chat) -> Decided | Done | Open:
    known = chat.subject.isdecimal()
    review = int(chat.subject) if known else 0
    call = await chat.read(practicum_mentors.mine, review, chat.me.person)
    team = await chat.read(practicum.find, call.team) if call else None
    if call is None or team is None:
        return Done(chat.text("mentor-not-yours"))
    told, shown = (
        content(chat.me.language, team),
        await chat.read(practicum_pieces.of_team, team.id),
    )
    await _show(chat, team, told, shown)
    chosen = await chat.choose("what", await _asked(chat, call), _ways(chat, shown))
    if chosen == "later":
        return QUEUE
    if chosen == "decline":
        return await _decline(chat, review)
    if chosen != "begin":
        return Open("practicum-piece", chosen)
    return Decided(review, await _judge(chat, told))


async def _show(chat: Chat, team: Crew, told: Practicum, shown: list[Piece]) -> None:
    """Everything the team shows, step by step; said once, for the questions come under it."""
    members = await chat.read(practicum.members, team.id)
    head = chat.text("practicum-team", name=team.name)
    chat.say("team", lines(head, people(chat.text, members), by="\n\n"))
    for step in STEPS:
        here = [piece for piece in shown if piece.step == step]
        named = chat.text("practicum-step-head", number=number(step), title=told.steps[step].title)
        rows = [lines(signed(chat.text, chat.me, piece, brief=False), piece.text) for piece in here]
        chat.say(step, lines(named, *rows, by="\n\n"))
        for piece in here:
            if piece.kind == PHOTO:
                chat.say(f"photo-{piece.id}", "", Picture(piece.media))


async def _asked(chat: Chat, call: Call) -> Html:
    """By when, and what was to be changed since the last time."""
    text, until = chat.text, day(call.due_at, chat.me.zone)
    late = chat.me.now >= call.due_at
    before = await chat.read(practicum_reviews.before, call.review)
    return lines(
        text("mentor-late", until=until) if late else text("mentor-until", until=until),
        text("mentor-before", words=before.words) if before else Html(""),
        text("mentor-how", enough=ENOUGH),
        by="\n\n",
    )


def _ways(chat: Chat, shown: list[Piece]) -> list[Choice]:
    text = chat.text
    files = [
        Choice(
            str(piece.id),
            text("mentor-file", number=str(piece.number), step=number(piece.step)),
            wide=True,
        )
        for piece in shown
        if piece.kind == DOCUMENT
    ]
    return [
        Choice("begin", text("mentor-begin"), wide=True),
        *files,
        Choice("later", text("mentor-later")),
        Choice("decline", text("mentor-decline")),
    ]


async def _decline(chat: Chat, review: int) -> Decided | Open:
    sure = (
        Choice("yes", chat.text("mentor-decline-yes"), wide=True),
        Choice("no", chat.text("mentor-decline-no"), wide=True),
    )
    asked = chat.text("mentor-decline-sure")
    if await chat.confirm("decline", asked, sure) == "no":
        return Open("mentor-review", str(review))
    return Decided(review, None)


async def _judge(chat: Chat, told: Practicum) -> Judged:
    """Eight taps, the words, and all of it once more as the team will read it."""
    marks = {id: await _mark(chat, told, id) for id in POINTS}
    steps: list[str] = []
    if passes(marks):
        asked = chat.text("mentor-ask-praise")
        words = await chat.ask("words", asked, at_most=LONGEST, optional=True)
    else:
        choices = [Choice(step, told.steps[step].title, wide=True) for step in STEPS]
        said = lines(scores(chat.text, told, marks), chat.text("mentor-ask-steps"), by="\n\n")
        steps = await chat.pick_many("steps", said, choices, at_most=len(STEPS))
        words = await chat.ask("words", chat.text("mentor-ask-words"), at_least=20, at_most=LONGEST)
    judged = Judged(marks, words, steps)
    await _read_back(chat, told, judged)
    return judged


async def _mark(chat: Chat, told: Practicum, id: str) -> int:
    point, place = told.points[id], POINTS.index(id) + 1
    meanings = [
        chat.text("mentor-meaning", mark=str(mark), meaning=point.marks[mark])
        for mark in reversed(SCALE)
    ]
    head = chat.text("mentor-point", place=place, count=len(POINTS), title=point.title)
    labels = {
        0: chat.text("mentor-mark-none"),
        1: chat.text("mentor-mark-partly"),
        2: chat.text("mentor-mark-fully"),
    }
    choices = [Choice(str(mark), labels[mark], number=mark) for mark in reversed(SCALE)]
    asked = lines(lines(head, point.ask), lines(*meanings), by="\n\n")
    return int(await chat.choose(f"point-{id}", asked, choices))


async def _read_back(chat: Chat, told: Practicum, judged: Judged) -> None:
    text, passed = chat.text, passes(judged.scores)
    back = [text("practicum-back", title=told.steps[id].title) for id in judged.steps]
    shown = lines(
        text("mentor-passes") if passed else text("mentor-passes-not", enough=ENOUGH),
        scores(text, told, judged.scores),
        text("practicum-words", words=judged.words) if judged.words else "",
        lines(*back),
        by="\n\n",
    )
    choices = (
        Choice("send", text("mentor-accept") if passed else text("mentor-send-back"), wide=True),
        Choice("words", text("mentor-change-words"), wide=True),
        Choice("marks", text("mentor-change-marks"), wide=True),
    )
    agreed = await chat.confirm("agreed", shown, choices)
    if agreed == "words":
        chat.edit("words", "steps")
    if agreed == "marks":
        chat.edit("words", "steps", *(f"point-{id}" for id in POINTS))


async def apply(session: Any, me: Me, text: Text, result: Decided | Done | Open) -> Outcome:
    if not isinstance(result, Decided):
        return result
    try:
        if result.judged is None:
            await practicum_mentors.decline(session, result.review, me.person, me.now)
            return Done(text("mentor-declined"), then=QUEUE)
        passed = await practicum_reviews.decide(
            session, result.review, me.person, result.judged, me.now
        )
    except NotAllowed as error:
        own = error.why == "own"
        return Done(text("mentor-own") if own else text("mentor-not-yours"), then=QUEUE)
    return Done(text("mentor-accepted") if passed else text("mentor-returned"), then=QUEUE)


JOURNEYS = (Journey("mentor-review", script, apply, title="mentor-draft"),)
