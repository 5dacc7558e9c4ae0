"""The list of voters, sent as a file in the chat.  The subject is the vote's id.

It is read twice, in jobs: to say what it would change, and, after a yes, to store it.  In between
the file waits in the database; it is dropped with whatever ends the conversation.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Refused, Text
from bot.messages import Choice, Html, lines
from handlers.parts import register_words as words
from handlers.parts.staff_vote import back, vote_for
from storage import jobs, media, register
from storage.conduct import CONDUCTS
from storage.votes import Vote

KINDS = (".csv", ".txt")  # an old Excel saves Georgian letters only as "Unicode Text"
OVER = frozenset({"state", "identity", "yours"})
"""Reasons that another file does not mend."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A file that was read, shown and confirmed."""

    vote: Vote
    file: str
    figures: dict[str, int]


@dataclass(frozen=True, slots=True)
class Mend:
    """A file in whose place another one is asked for."""

    file: str
    why: Html


@dataclass(frozen=True, slots=True)
class Over:
    """A file that is not wanted."""

    vote: Vote
    file: str
    said: Html


Result = Ready | Mend | Over | Done


async def script(chat: Chat) -> Result:
    vote = await vote_for(chat, CONDUCTS)
    if isinstance(vote, Done):
        return vote
    if vote.identity != "register" or vote.state not in register.TAKING:
        why = "identity" if vote.identity != "register" else "state"
        return Done(words.refusal(chat.text, why), links=back(chat.text, vote.id))
    chat.say("how", chat.text("register-how"))
    file = await chat.file("file", await _prompt(chat, vote), kinds=KINDS)
    args = {"vote": vote.id, "person": chat.me.person, "file": file}
    found = await chat.work("check", chat.text("register-checking"), "register-check", args)
    if found.get("problems"):
        return Mend(file, words.mistakes(chat.text, found["problems"], found["count"]))
    if "figures" not in found:
        why = found.get("refused", "")
        said = words.refusal(chat.text, why)
        return Over(vote, file, said) if why in OVER else Mend(file, said)
    return await _confirmed(chat, vote, file, found["figures"])


async def _prompt(chat: Chat, vote: Vote) -> Html:
    count = await chat.read(register.size, vote.id)
    replaces = vote.state in register.REPLACED
    told = chat.text("register-replaces", count=count) if count else ""
    how = told if replaces else chat.text("register-adds", count=count)
    return lines(how, chat.text("register-send"), by="\n\n")


async def _confirmed(chat: Chat, vote: Vote, file: str, figures: dict[str, int]) -> Ready | Over:
    choices = (
        Choice("yes", chat.text("register-yes"), wide=True),
        Choice("no", chat.text("register-no"), wide=True),
    )
    page = lines(words.change(chat.text, figures), chat.text("register-sure"), by="\n\n")
    if await chat.confirm("sure", page, choices) == "no":
        return Over(vote, file, chat.text("register-dropped"))
    return Ready(vote, file, figures)


async def apply(session: Any, me: Me, text: Text, result: Result) -> Outcome:
    if isinstance(result, Done):
        return result
    if isinstance(result, Ready):
        await jobs.ask_for(session, "register-store", _order(me, result), me.now)
        return Done(text("register-storing"), links=back(text, result.vote.id))
    await media.drop(session, result.file)
    if isinstance(result, Mend):
        return Refused(result.why, forget=("file", "check"))
    again = (text("register-again"), Open("register-file", str(result.vote.id)))
    return Done(result.said, links=(again, *back(text, result.vote.id)))


def _order(me: Me, ready: Ready) -> dict[str, Any]:
    who = {"person": me.person, "to": [me.bot, me.account], "language": me.language}
    return {"vote": ready.vote.id, "file": ready.file, "figures": ready.figures, **who}


JOURNEYS = (Journey("register-file", script, apply),)
