"""One step of the practicum: the task, what is there, and adding to it.  The subject is its id.

Each piece is a single answer, so there is never half of one to be offered again.
"""

from dataclasses import dataclass
from typing import Any

from bot.civic.practicum import DOCUMENT, MEETING, PHOTO, PIECES, STEPS, SURVEY, TAKEN, TEXT
from bot.civic.review import NotAllowed
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, Words, lines
from handlers.parts.practicum_words import content, named, number, signed
from storage import practicum as teams
from storage import practicum_pieces as pieces
from storage import practicum_reviews as reviews
from storage.practicum import Crew
from storage.practicum_pieces import NewPiece, Piece

LONGEST = 3000  # characters of a text; a page
BACK = "back"


@dataclass(frozen=True, slots=True)
class Added:
    """Something to put beside a step."""

    team: int
    piece: NewPiece


async def script(chat: Chat) -> Added | Done | Open:
    team = await chat.read(teams.of_person, chat.me.person)
    if team is None or chat.subject not in STEPS:
        return Open("practicum")
    here = [one for one in await chat.read(pieces.of_team, team.id) if one.step == chat.subject]
    chosen = await chat.choose("what", _shown(chat, team, here), await _ways(chat, team, here))
    if chosen == BACK:
        return Open("practicum")
    if chosen.isdecimal():
        return Open("practicum-piece", chosen)
    return await _add(chat, team, chosen)


def _shown(chat: Chat, team: Crew, here: list[Piece]) -> Html:
    told = content(chat.me.language, team).steps[chat.subject]
    return lines(
        chat.text("practicum-step-head", number=number(chat.subject), title=told.title),
        told.task,
        told.show,
        lines(*(signed(chat.text, chat.me, piece) for piece in here)),
        by="\n\n",
    )


async def _ways(chat: Chat, team: Crew, here: list[Piece]) -> list[Choice]:
    """What can be added while the team has the work in hand, and each piece to look at."""
    text = chat.text
    labels = {
        TEXT: text("practicum-add-text"),
        PHOTO: text("practicum-add-photo"),
        DOCUMENT: text("practicum-add-document"),
        SURVEY: text("practicum-add-survey"),
        MEETING: text("practicum-add-meeting"),
    }
    review = await chat.read(reviews.last, team.id)
    asked = review is not None and review.done_at is None
    add = [] if asked or team.accepted_at or len(here) >= PIECES else TAKEN[chat.subject]
    looks = [
        Choice(str(piece.id), text("practicum-look", what=named(text, chat.me, piece)), wide=True)
        for piece in here
    ]
    return [
        *(Choice(kind, labels[kind], wide=True) for kind in add),
        *looks,
        Choice(BACK, text("practicum-to-team"), wide=True),
    ]


async def _add(chat: Chat, team: Crew, kind: str) -> Added | Done:
    step, text = chat.subject, chat.text
    if kind == TEXT:
        words = await chat.ask("text", text("practicum-ask-text"), at_least=20, at_most=LONGEST)
        return Added(team.id, NewPiece(step, kind, text=words))
    if kind == PHOTO:
        photo = await chat.photo("photo", text("practicum-ask-photo"))
        return Added(team.id, NewPiece(step, kind, media=photo))
    if kind == DOCUMENT:
        file = await chat.file("file", text("practicum-ask-document"), kinds=(".pdf",))
        return Added(team.id, NewPiece(step, kind, media=file))
    return await _held(chat, team, kind)


async def _held(chat: Chat, team: Crew, kind: str) -> Added | Done:
    """What was held here since the team exists, each with what the bot counts."""
    held = await chat.read(pieces.offered, team, kind, chat.me.now)
    if not held:
        none = (
            chat.text("practicum-no-survey")
            if kind == SURVEY
            else chat.text("practicum-no-meeting")
        )
        back = (chat.text("practicum-to-step"), Open("practicum-step", chat.subject))
        return Done(none, links=(back,))
    choices = []
    for id, title in held.items():
        shown = Words(title).read(chat.me.language, chat.me.main_language)
        count = await chat.read(pieces.counted, kind, id)
        label = chat.text("practicum-held", title=shown, count=count)
        choices.append(Choice(str(id), label, wide=True))
    asked = (
        chat.text("practicum-which-survey")
        if kind == SURVEY
        else chat.text("practicum-which-meeting")
    )
    chosen = await chat.choose("held", asked, choices)
    return Added(team.id, NewPiece(chat.subject, kind, held=int(chosen)))


async def apply(session: Any, me: Me, text: Text, result: Added | Done | Open) -> Outcome:
    if not isinstance(result, Added):
        return result
    try:
        await pieces.add(session, result.team, me.person, result.piece, me.now)
    except NotAllowed as error:
        return _refused(text, error, result.piece.step)
    return Done(text("practicum-added"), then=Open("practicum-step", result.piece.step))


def _refused(text: Text, error: NotAllowed, step: str) -> Outcome:
    if error.why == "pdf":
        return Refused(text("practicum-not-pdf"), forget=("file",))
    said = {
        "asked": text("practicum-is-asked"),
        "accepted": text("practicum-over"),
        "full": text("practicum-step-full", most=PIECES),
        "held": text("practicum-not-held"),
    }.get(error.why, text("practicum-gone"))
    return Done(said, then=Open("practicum"))


def _twice(text: Text, error: Exception) -> Refused:
    return Refused(text("practicum-twice"), forget=("held",))


JOURNEYS = (Journey("practicum-step", script, apply, conflict=_twice),)
