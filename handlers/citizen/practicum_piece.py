"""One piece of a team's evidence, for its members and for its mentor.  The subject is its id."""

from dataclasses import dataclass
from typing import Any

from bot.civic.review import NotAllowed
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Document, Html, Outgoing, Picture, lines
from handlers.parts.practicum_words import signed
from storage import mail, practicum, practicum_mentors, practicum_pieces
from storage.practicum import Crew
from storage.practicum_pieces import Piece


@dataclass(frozen=True, slots=True)
class Seen:
    """A piece that somebody may see, and what they do with it."""

    team: int
    piece: Piece
    act: str
    back: Open


async def script(chat: Chat) -> Seen | Done | Open:
    known = chat.subject.isdecimal()
    found = await chat.read(practicum_pieces.find, int(chat.subject)) if known else None
    if found is None:
        return Done(chat.text("practicum-gone"))
    id, piece = found
    team = await chat.read(practicum.own, id, chat.me.person)
    if team is None:
        return await _to_mentor(chat, id, piece)
    back = Open("practicum-step", piece.step)
    act = await chat.choose("act", _shown(chat, piece), _ways(chat, team, piece))
    return back if act == "back" else Seen(id, piece, act, back)


async def _to_mentor(chat: Chat, team: int, piece: Piece) -> Seen | Done:
    calls = await chat.read(practicum_mentors.queue, chat.me.person)
    review = next((call.review for call in calls if call.team == team), None)
    if review is None or piece.kind != "document":
        return Done(chat.text("practicum-gone"))
    return Seen(team, piece, "file", Open("mentor-review", str(review)))


def _shown(chat: Chat, piece: Piece) -> Html:
    if piece.kind == "photo":
        chat.say("photo", "", Picture(piece.media))
    return lines(signed(chat.text, chat.me, piece, brief=False), piece.text, by="\n\n")


def _ways(chat: Chat, team: Crew, piece: Piece) -> list[Choice]:
    text = chat.text
    file = [Choice("file", text("practicum-send-file"))] if piece.kind == "document" else []
    drop = [] if team.accepted_at else [Choice("drop", text("practicum-drop"))]
    return [*file, *drop, Choice("back", text("practicum-to-step"))]


async def apply(session: Any, me: Me, text: Text, result: Seen | Done | Open) -> Outcome:
    if not isinstance(result, Seen):
        return result
    if result.act == "file":
        return await _send(session, me, text, result)
    try:
        await practicum_pieces.drop(session, result.team, me.person, result.piece.id)
    except NotAllowed as error:
        why = {"asked": text("practicum-is-asked"), "accepted": text("practicum-over")}
        return Done(why.get(error.why, text("practicum-gone")), then=result.back)
    return Done(text("practicum-dropped"), then=result.back)


async def _send(session: Any, me: Me, text: Text, seen: Seen) -> Outcome:
    piece = seen.piece
    name = f"{piece.step}-{piece.number}-{day(piece.at, me.zone)}.pdf"
    file = Outgoing(Html(""), document=Document(piece.media, name, piece.size))
    await mail.post(session, [mail.letter(me.bot, me.account, file.to_json(), me.now)])
    return Done(text("practicum-file-sent"), links=((text("practicum-back-there"), seen.back),))


JOURNEYS = (Journey("practicum-piece", script, apply),)
