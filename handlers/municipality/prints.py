"""Papers for a village without network: chosen in the chat, made in a job, sent back as files.

The subject is the vote's id.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Outcome, Text, Tools
from bot.messages import Choice, Html, Outgoing, Words
from handlers.parts import print_send as sending
from handlers.parts.print_help import form, helper
from handlers.parts.print_results import board, protocol
from handlers.parts.print_rules import rules
from handlers.parts.print_vote import ballots, poster, voters
from handlers.parts.print_writer import Made, Writer
from storage import jobs, printing, votes
from storage.printing import Record
from storage.votes import Vote


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed, in which language."""

    vote: Vote
    kind: str
    language: str


async def script(chat: Chat) -> Order | Done:
    vote = await chat.read(votes.find, chat.subject)
    if vote is None or not await chat.read(printing.may_print, chat.me.person, vote.municipality):
        return Done(chat.text("print-not-yours"))
    items = await chat.read(votes.projects, vote.id)
    labels = _labels(chat.text)
    kinds = [kind for kind in labels if _ready(kind, vote, chat.me, bool(items))]
    name = Words(vote.name).read(chat.me.language, chat.me.main_language)
    choices = [Choice(kind, labels[kind], wide=True) for kind in kinds]
    kind = await chat.choose("what", chat.text("print-ask", name=name), choices)
    tongues = [Choice("ka", chat.text("print-in-ka")), Choice("en", chat.text("print-in-en"))]
    language = await chat.choose("language", chat.text("print-language"), tongues)
    return Order(vote, kind, language)


def _labels(text: Text) -> dict[str, Html]:
    return {
        "protocol": text("print-kind-protocol"),
        "board": text("print-kind-board"),
        "ballot": text("print-kind-ballot"),
        "poster": text("print-kind-poster"),
        "voters": text("print-kind-voters"),
        "helper": text("print-kind-helper"),
        "form": text("print-kind-form"),
        "rules": text("print-kind-rules"),
    }


def _ready(kind: str, vote: Vote, me: Me, items: bool) -> bool:
    """Whether there is something to print: a ballot needs projects, a result its announced hour."""
    if kind in ("protocol", "board"):
        return vote.told(me.now)
    return items if kind == "ballot" else True


async def apply(session: Any, me: Me, text: Text, result: Order | Done) -> Outcome:
    if isinstance(result, Done):
        return result
    args = {
        "process": result.vote.id,
        "kind": result.kind,
        "language": result.language,
        "person": me.person,
        "to": [me.bot, me.account],
        "speaks": me.language,
    }
    await jobs.ask_for(session, "print", args, me.now)
    again = ((text("print-more"), Open("prints", str(result.vote.id))),)
    return Done(text("print-making", name=_labels(text)[result.kind]), links=again)


async def make(args: dict[str, Any], tools: Tools) -> None:
    """Draw the papers and send them to whoever asked, if they still work there."""
    async with tools.reading() as session:
        vote = await votes.find(session, args["process"])
        assert vote is not None
        if not await printing.may_print(session, args["person"], vote.municipality):
            return
        pen = await sending.pen(session, tools, vote, args["language"])
        told = vote.told(tools.now())
        record = await printing.record(session, vote) if told else None
    made = papers(args["kind"], pen, record)
    documents = await sending.drawn(tools, pen, made)
    said = [*sending.attached(documents), _closing(args, tools, len(made))]
    async with tools.writing() as session:
        await sending.post(session, tuple(args["to"]), said, tools)


def papers(
    kind: str, pen: Writer, record: Record | None, names: Mapping[int, str] | None = None
) -> Made:
    """The papers of one kind; none where there is nothing to print yet.

    `names` of voters are known to the command line only.
    """
    if kind in ("protocol", "board"):
        result = {"protocol": protocol, "board": board}[kind]
        return result(pen, record) if record else []
    if kind == "voters":
        return voters(pen, names or {})
    return {"rules": rules, "form": form, "poster": poster, "helper": helper, "ballot": ballots}[
        kind
    ](pen)


def _closing(args: dict[str, Any], tools: Tools, count: int) -> Outgoing:
    """The last words: what it was, and the way to more."""
    text = partial(tools.text, args["speaks"])
    name = _labels(text)[args["kind"]]
    said = {
        0: text("print-nothing"),
        1: text("print-made", name=name),
    }.get(count) or text("print-made-many", name=name, count=count)
    more = Choice(f"go:prints:{args['process']}", text("print-more"))
    return Outgoing(said, (more,), (Choice("!menu", text("core-menu")),))


KINDS = ("rules", "form", "poster", "helper", "ballot", "voters", "protocol", "board")
JOURNEYS = (Journey("prints", script, apply),)
JOBS = {"print": make}
LOST = {"print": sending.sorry}
