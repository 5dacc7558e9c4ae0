"""A team's page: who is in it, who did what and when, what is missing, what the mentor said."""

from typing import Any

from bot.civic.practicum import STEPS
from bot.content.practicum import Practicum, practicum
from bot.conversation import Chat
from bot.formats import day
from bot.journey import Done, Journey, Me, Open, Outcome, Text
from bot.messages import Choice, Html, lines
from handlers.parts.practicum_words import (
    content,
    decision,
    lacks,
    number,
    people,
    scores,
    signed,
)
from storage import practicum as teams
from storage import practicum_pieces as pieces
from storage import practicum_reviews as reviews
from storage.practicum import Crew
from storage.practicum_reviews import Reviewed


async def script(chat: Chat) -> Done | Open:
    team = await chat.read(teams.of_person, chat.me.person)
    if team is None:
        return await _teamless(chat)
    review = await chat.read(reviews.last, team.id)
    lacking = await chat.read(reviews.lacking, team.id)
    shown = await _page(chat, team, review, lacking)
    chosen = await chat.choose("what", shown, await _choices(chat, team, review, lacking))
    if chosen == "marks" and review is not None:
        told = scores(chat.text, content(chat.me.language, team), review.scores)
        return Done(told, links=((chat.text("practicum-to-team"), Open("practicum")),))
    return Open("practicum-step", chosen) if chosen in STEPS else Open(f"practicum-{chosen}")


async def _teamless(chat: Chat) -> Done:
    """How one comes to a team: by founding one, or by a code."""
    way = await chat.read(teams.may_found, chat.me.person)
    if way is None:
        return Done(chat.text("practicum-none"))
    told = practicum(*way, chat.me.language)
    said = lines(
        chat.text("practicum-head", title=told.title),
        told.about,
        chat.text("practicum-how"),
        by="\n\n",
    )
    return Done(said, links=((chat.text("practicum-found"), Open("practicum-new")),))


async def _page(chat: Chat, team: Crew, review: Reviewed | None, lacking: list[str]) -> Html:
    text, told = chat.text, content(chat.me.language, team)
    members = await chat.read(teams.members, team.id)
    return lines(
        text("practicum-team", name=team.name),
        people(text, members),
        await _steps(chat, team, told, review),
        _state(chat, told, review, lacking),
        by="\n\n",
    )


async def _steps(chat: Chat, team: Crew, told: Practicum, review: Reviewed | None) -> Html:
    """Every step with what is there, by whom and since when."""
    complete = await chat.read(pieces.standing, team.id)
    all_of = await chat.read(pieces.of_team, team.id)
    back = review.steps if review and review.verdict == "revise" else []
    rows: list[Html] = []
    for step in STEPS:
        rows.append(_step(chat.text, told, step, complete[step], step in back))
        rows += [signed(chat.text, chat.me, piece) for piece in all_of if piece.step == step]
    return lines(*rows)


def _step(text: Text, told: Practicum, step: str, complete: bool, back: bool) -> Html:
    named = {"number": number(step), "title": told.steps[step].title}
    if complete:
        return text("practicum-step-done", **named)
    return text("practicum-step-back", **named) if back else text("practicum-step-open", **named)


def _state(chat: Chat, told: Practicum, review: Reviewed | None, lacking: list[str]) -> Html:
    """Where the work stands: with the team, with a mentor, or accepted."""
    text = chat.text
    if review is not None and review.done_at is None:
        return _waiting(chat, review)
    said = decision(text, chat.me, told, review) if review else Html("")
    if review is not None and review.verdict == "accepted":
        return said
    todo = lacks(text, told, lacking) or [text("practicum-ready")]
    return lines(said, lines(*todo), by="\n\n")


def _waiting(chat: Chat, review: Reviewed) -> Html:
    if review.due_at is None:
        return chat.text("practicum-waits-nobody")
    until = day(review.due_at, chat.me.zone)
    return chat.text("practicum-waits", mentor=review.mentor, until=until)


async def _choices(
    chat: Chat, team: Crew, review: Reviewed | None, lacking: list[str]
) -> list[Choice]:
    text, told = chat.text, content(chat.me.language, team)
    rows = [
        Choice(
            step,
            text("practicum-step", number=number(step), title=told.steps[step].title),
            wide=True,
        )
        for step in STEPS
    ]
    asked = review is not None and review.done_at is None
    if not asked and not lacking and team.accepted_at is None:
        rows.insert(0, Choice("ask", text("practicum-to-ask"), wide=True))
    if review is not None and not asked:
        rows.append(Choice("marks", text("practicum-to-marks"), wide=True))
    if team.accepted_at is None:
        rows.append(Choice("code", text("practicum-to-code")))
        rows.append(Choice("leave", text("practicum-to-leave")))
    return rows


async def apply(session: Any, me: Me, text: Text, result: Done | Open) -> Outcome:
    return result


JOURNEYS = (Journey("practicum", script, apply),)
