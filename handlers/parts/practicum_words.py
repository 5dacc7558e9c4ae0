"""A team's work in words: who is in it, what it shows, what is missing, what a mentor said."""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import shorten

from bot.civic.practicum import LEAST, POINTS, STEPS, full
from bot.content.practicum import Practicum, practicum
from bot.conversation import Chat
from bot.formats import day, listed
from bot.journey import Me, Text
from bot.messages import Choice, Html, Words, lines
from storage.practicum import Crew, Joined
from storage.practicum_pieces import Piece
from storage.practicum_reviews import Reviewed

NAME = 60  # characters of a team's or a member's name
START = 40  # characters by which a text is told


def content(language: str, team: Crew) -> Practicum:
    """The texts of the practicum that this team has begun."""
    return practicum(team.course, team.version, language)


def side(text: Text, id: str) -> Html:
    return {"city": text("practicum-side-city"), "civil": text("practicum-side-civil")}[id]


async def ask_member(chat: Chat) -> tuple[str, str]:
    """Under which name somebody is in the team, and on which side."""
    asked = chat.text("practicum-ask-name")
    name = await chat.ask("name", asked, at_least=2, at_most=NAME)
    sides = (
        Choice("city", chat.text("practicum-am-city"), wide=True),
        Choice("civil", chat.text("practicum-am-civil"), wide=True),
    )
    return name, await chat.choose("side", chat.text("practicum-ask-side"), sides)


def people(text: Text, members: Iterable[Joined]) -> Html:
    rows = (text("practicum-member", name=one.name, side=side(text, one.side)) for one in members)
    return lines(text("practicum-members"), *rows)


def number(step: str) -> str:
    """The place of a step as people count."""
    return str(STEPS.index(step) + 1)


def what(text: Text, me: Me, piece: Piece, *, brief: bool = True) -> Html:
    """What a piece is; of what the bot counts the number that was reached and the one needed.

    `brief` tells a text by its first words; else they stand below.
    """
    if piece.kind in LEAST:
        title = Words(piece.title).read(me.language, me.main_language)
        told = {"title": title, "count": piece.count, "least": LEAST[piece.kind]}
        if piece.kind == "survey":
            return text("practicum-has-survey", **told)
        return text("practicum-has-meeting", **told)
    if piece.kind == "document":
        return text("practicum-has-document", number=str(piece.number))
    if piece.kind == "photo":
        return text("practicum-has-photo", number=str(piece.number))
    start = shorten(piece.text, START, placeholder="…")
    return text("practicum-has-words", start=start) if brief else text("practicum-has-text")


def named(text: Text, me: Me, piece: Piece) -> Html | str:
    """The same on a button; a survey or a meeting by its title alone."""
    title = Words(piece.title).read(me.language, me.main_language)
    return title if piece.kind in LEAST else what(text, me, piece)


def signed(text: Text, me: Me, piece: Piece, *, brief: bool = True) -> Html:
    """The same with who put it there and when."""
    told, at = what(text, me, piece, brief=brief), day(piece.at, me.zone)
    if piece.by:
        return text("practicum-by", what=told, name=piece.by, day=at)
    return text("practicum-by-gone", what=told, day=at)


def lacks(text: Text, told: Practicum, lacking: Sequence[str]) -> list[Html]:
    """What is to be done before a review: about people, and the steps in one line."""
    words = {"people": text("practicum-lacks-people"), "mixed": text("practicum-lacks-mixed")}
    titles = listed(told.steps[id].title for id in lacking if id not in words)
    steps = [text("practicum-lacks", titles=titles)] if titles else []
    return [*(words[id] for id in lacking if id in words), *steps]


def scores(text: Text, told: Practicum, marks: Mapping[str, int]) -> Html:
    """All eight points with their marks, and what these mean."""
    rows = [
        text(
            "practicum-score",
            mark=str(marks[id]),
            title=told.points[id].title,
            meaning=told.points[id].marks[marks[id]],
        )
        for id in POINTS
    ]
    return lines(text("practicum-scores", count=full(marks)), *rows)


def decision(text: Text, me: Me, told: Practicum, review: Reviewed) -> Html:
    """What a mentor decided, in their own words."""
    assert review.done_at is not None
    at = day(review.done_at, me.zone)
    words = text("practicum-words", words=review.words) if review.words else Html("")
    if review.verdict == "accepted":
        return lines(text("practicum-accepted", day=at), words)
    back = [text("practicum-back", title=told.steps[id].title) for id in review.steps]
    return lines(text("practicum-revise", day=at), words, *back)
