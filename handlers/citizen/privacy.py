"""My data: what is kept, who may write, where I live, taking consent back, deleting everything.

The subject is '', or DELETE for whoever has pressed that they want just this.
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, DueNow, Journey, Me, Open, Outcome, Text, Tools
from bot.messages import Choice, Words
from storage import farewell
from storage.belongings import forget_address
from storage.people import opt_out
from storage.places import settlements
from storage.residents import move, opted_out, resident, withdraw

DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person wants; nothing in it was done before."""

    act: str
    sure: bool = True
    settlement: int | None = None


async def script(chat: Chat) -> Wish:
    act = DELETE if chat.subject == DELETE else await _act(chat)
    if act == "move":
        return Wish(act, settlement=await _settlement(chat))
    if act == "withdraw":
        return Wish(act, sure=await _sure(chat, "withdraw"))
    if act == DELETE:
        return Wish(act, sure=await _sure(chat, DELETE))
    return Wish(act)


async def _act(chat: Chat) -> str:
    return await chat.choose("act", chat.text("privacy-ask"), await _choices(chat))


async def _choices(chat: Chat) -> list[Choice]:
    text, me = chat.text, chat.me
    who = await chat.read(resident, me.person)
    quiet = await chat.read(opted_out, me.person)
    writing = (
        Choice("resume", text("privacy-resume")) if quiet else Choice("stop", text("privacy-stop"))
    )
    joined = [Choice("move", text("privacy-move")), Choice("withdraw", text("privacy-withdraw"))]
    return [
        Choice("mydata", text("privacy-show"), wide=True),
        writing,
        Choice("link", text("privacy-link")),
        *(joined if who.joined else ()),
        Choice(DELETE, text("privacy-delete")),
    ]


async def _settlement(chat: Chat) -> int | None:
    villages = await chat.read(settlements, chat.me.municipality)
    choices = [Choice(str(v.id), Words(v.name).read(chat.me.language)) for v in villages]
    prompt = chat.text("welcome-settlement")
    answer = await chat.choose("settlement", prompt, choices, optional=True)
    return int(answer) if answer else None


async def _sure(chat: Chat, act: str) -> bool:
    prompts = {
        "withdraw": (chat.text("privacy-withdraw-sure"), chat.text("privacy-withdraw-yes")),
        DELETE: (chat.text("privacy-delete-sure"), chat.text("privacy-delete-yes")),
    }
    prompt, yes = prompts[act]
    no = Choice("no", chat.text("privacy-no"), wide=True)
    return await chat.confirm(act, prompt, (Choice("yes", yes, wide=True), no)) == "yes"


async def apply(session: Any, me: Me, text: Text, wish: Wish) -> Outcome:
    if not wish.sure:
        return Open("menu")
    if wish.act in ("link", "mydata"):
        return Open(wish.act)
    return await EFFECTS[wish.act](session, me, text, wish)


async def _stop(session: Any, me: Me, text: Text, wish: Wish) -> Outcome:
    await opt_out(session, me.person, out=True)
    return Done(text("privacy-stopped"), links=((text("core-some-topics"), Open("topics")),))


async def _resume(session: Any, me: Me, text: Text, wish: Wish) -> Outcome:
    await opt_out(session, me.person, out=False)
    return Done(text("privacy-resumed"))


async def _move(session: Any, me: Me, text: Text, wish: Wish) -> Outcome:
    await move(session, me.person, me.municipality or "", wish.settlement)
    return Done(text("privacy-moved"))


async def _withdraw(session: Any, me: Me, text: Text, wish: Wish) -> Outcome:
    await withdraw(session, me.person)
    return Done(text("privacy-withdrawn"), links=((text("privacy-delete"), Open("privacy")),))


async def _delete(session: Any, me: Me, text: Text, wish: Wish) -> Outcome:
    """The answer still goes to the chat; a day later nothing leads to it any more."""
    await farewell.part(session, me.person, me.now)
    return Done(text("privacy-deleted"))


EFFECTS = {
    "stop": _stop,
    "resume": _resume,
    "move": _move,
    "withdraw": _withdraw,
    DELETE: _delete,
}


async def forget(session: Any, row: DueNow, tools: Tools) -> None:
    """A day after deleting: unless they have joined again, their address goes too."""
    await forget_address(session, int(row.subject.partition(":")[2]), tools.now())


JOURNEYS = (Journey("privacy", script, apply),)
DUE = {farewell.FORGET: forget}
