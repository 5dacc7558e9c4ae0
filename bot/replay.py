"""One message through one script: heard, replayed over the stored answers, and what came of it."""

import json
from dataclasses import replace

from bot.asked import Asked
from bot.conversation import Chat
from bot.journey import Again, Journey, Refused, State, Turn, Waiting
from bot.messages import Heard, Incoming, Outgoing, Wants, lines

REPLAYS = 50  # of one turn; more is a loop in a script


async def take_turn(journey: Journey, chat: Chat, heard: Incoming | None, word: str = "") -> Turn:
    """One message through one journey.

    `heard` None shows the current step again; `word` is a universal word that was said ("back").
    """
    state = chat._state
    if word == "back":
        _back(state)
    elif heard is not None and state.asked is not None:
        _hear(chat, heard)
    elif state.asked is not None and state.asked["wants"] == Wants.NOTHING:
        state.asked = None  # the result may have come while something else was open
    for _ in range(REPLAYS):
        chat._path = []
        try:
            result = await journey.script(chat)
        except Waiting:
            state.path = chat._path
            return Turn(_together(chat._says), work=chat._work)
        except Again:
            continue
        state.answers = {name: value for name, value in state.answers.items() if name in chat._path}
        state.path = chat._path
        return Turn(_together(chat._says), finished=True, result=result)
    raise RuntimeError(f"{journey.name} forgets an answer at every replay")


def refuse(chat: Chat, refused: Refused) -> None:
    """Forget what an effect could not take; the next replay asks it again and says why."""
    state = chat._state
    for name in refused.forget:
        state.picks.pop(name, None)
    state.forget(*refused.forget)
    state.asked = None
    chat._problem = refused.text


def _back(state: State) -> None:
    """Forget the last answer on the path; picks of a list stay as they are."""
    if state.path:
        state.forget(state.path[-1])
    state.asked = None


def _hear(chat: Chat, heard: Incoming) -> None:
    asked = Asked.from_json(chat._state.asked or {})
    if heard.heard is Heard.WORK:
        if heard.nonce == asked.nonce:
            chat._state.answers[asked.name] = json.loads(heard.text)
    elif asked.long:
        chat._heard = heard
    else:
        chat._hear(asked, heard)


def _together(says: list[Outgoing]) -> list[Outgoing]:
    """Neighbouring messages without pictures become one: fewer sounds, fewer sends."""
    joined: list[Outgoing] = []
    for message in says:
        before = joined[-1] if joined else None
        if before and not before.picture and not before.choices and not message.picture:
            text = lines(before.text, message.text, by="\n\n")
            joined[-1] = replace(message, text=text)
        else:
            joined.append(message)
    return joined
