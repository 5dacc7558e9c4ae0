"""Papers on their way: drawn in a job, sent as files to whoever asked."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from bot.journey import Tools
from bot.messages import Choice, Document, Html, Outgoing
from handlers.parts.print_writer import Made, Writer
from storage import mail, printing
from storage.votes import Vote


async def pen(session: Any, tools: Tools, vote: Vote, language: str) -> Writer:
    """Everything papers about this vote are written with."""
    subject = await printing.subject(session, vote)
    return Writer(partial(tools.text, language), language, subject, tools.home)


async def drawn(tools: Tools, pen: Writer, made: Made) -> list[Document]:
    """The files, stored, in the order of the papers."""
    return [await tools.paper(file_name(name), pen.masthead, paper) for name, paper in made]


async def post(session: Any, to: tuple[str, int], said: Sequence[Outgoing], tools: Tools) -> None:
    """An answer to somebody's question: (bot, account), files first, words with buttons last."""
    bot, account = to
    rows = [mail.letter(bot, account, message.to_json(), tools.now()) for message in said]
    await mail.post(session, rows)


async def sorry(args: dict[str, Any], tools: Tools) -> None:
    """Say to whoever waits for it that what they ordered could not be made."""
    text = partial(tools.text, args.get("speaks") or args["language"])
    said = Outgoing(text("core-work-lost"), menu=(Choice("!menu", text("core-menu")),))
    async with tools.writing() as session:
        await post(session, tuple(args["to"]), [said], tools)


def attached(documents: Sequence[Document]) -> list[Outgoing]:
    """Messages that carry a file and no words: not every messenger has room for both."""
    return [Outgoing(Html(""), document=document) for document in documents]


def file_name(name: str, ending: str = ".pdf") -> str:
    """A name that every system can store."""
    kept = "".join("-" if letter in '/\\:*?"<>|' else letter for letter in name)
    return f"{kept.strip('. ')[:80]}{ending}"
