"""What is done with a sent list of voters, off the turn: it is checked, and it is stored.

Nothing of what stands in it gets into a result, a letter or the log: they hold rows and counts.
"""

from dataclasses import asdict
from functools import partial
from typing import Any

from bot.civic.voters import BadRegister, Voter
from bot.journey import Text, Tools
from bot.messages import Choice, Html, Outgoing, Words, lines
from handlers.parts import register_words as words
from storage import mail, media, places, recipients, register, register_import, votes
from storage.conduct import CONDUCTS, WITNESSES, NotNow
from storage.staff import staff_of
from storage.tables.mail import NOTICE
from storage.votes import Vote

Args = dict[str, Any]


async def check(args: Args, tools: Tools) -> dict[str, Any]:
    """What is wrong with the file, or what it would change."""
    try:
        voters = await _voters(args, tools)
        async with tools.reading() as session:
            vote = await _vote(session, args)
            return {"figures": asdict(await register_import.compare(session, vote, voters))}
    except BadRegister as bad:
        first = [(p.row, p.flaw, p.column, p.other) for p in bad.problems[: words.SHOWN]]
        return {"problems": first, "count": len(bad.problems)}
    except NotNow as refused:
        return {"refused": refused.why}


async def store(args: Args, tools: Tools) -> None:
    """Store the list as it was confirmed, drop the file, and say so; all of it or nothing."""
    text = partial(tools.text, args["language"])
    try:
        voters = await _voters(args, tools)
        async with tools.writing() as session:
            vote = await _vote(session, args)
            if args["figures"] != asdict(await register_import.compare(session, vote, voters)):
                raise NotNow("moved")
            now, person = tools.now(), args["person"]
            await register_import.keep(session, vote, voters, now, person)
            await media.drop(session, args["file"])
            count = await register.size(session, vote.id)
            await _answer(session, args, tools, text("register-stored", count=count))
            await _tell_others(session, vote, args, tools)
    except (NotNow, BadRegister) as refused:
        why = refused.why if isinstance(refused, NotNow) else ""
        async with tools.writing() as session:
            await media.drop(session, args["file"])
            said = lines(words.refusal(text, why), text("register-unchanged"), by="\n\n")
            await _answer(session, args, tools, said)


async def lost(args: Args, tools: Tools) -> None:
    """It could not be stored, whatever was tried: nothing of it is, and the file goes."""
    text = partial(tools.text, args["language"])
    async with tools.writing() as session:
        await media.drop(session, args["file"])
        said = lines(text("register-failed"), text("register-unchanged"), by="\n\n")
        await _answer(session, args, tools, said)


async def _voters(args: Args, tools: Tools) -> list[Voter]:
    """The file's voters.  Raises BadRegister, or NotNow where it may not be read."""
    async with tools.reading() as session:
        vote = await _vote(session, args)
        names = await places.settlement_names(session, vote.municipality)
    try:
        content = await tools.file(args["file"], args["person"])
    except LookupError as error:
        raise NotNow("gone") from error
    return await tools.voters(content, names)


async def _vote(session: Any, args: Args) -> Vote:
    """The vote, if whoever sent the file still runs it."""
    vote = await votes.find(session, args["vote"])
    held = vote and await votes.staff_roles(session, args["person"], vote.municipality)
    if vote is None or not held or not held & CONDUCTS:
        raise NotNow("yours")
    return vote


async def _answer(session: Any, args: Args, tools: Tools, said: Html) -> None:
    text = partial(tools.text, args["language"])
    bot, account = args["to"]
    page = Choice(f"go:electorate:{args['vote']}", text("electorate-title"), wide=True)
    body = Outgoing(said, (page,), _menu(text))
    await mail.post(session, [mail.letter(bot, account, body.to_json(), tools.now())])


async def _tell_others(session: Any, vote: Vote, args: Args, tools: Tools) -> None:
    """Nobody changes who may vote without the others seeing it."""
    person, now = args["person"], tools.now()
    names = {one.person_id: one.name for one in await staff_of(session, vote.municipality)}
    letters = []
    for other in await recipients.staff(session, vote.municipality, WITNESSES):
        if other.person_id == person:
            continue
        text = partial(tools.text, other.language)
        told = text("register-told", who=names[person], name=Words(vote.name).read(other.language))
        said = lines(told, words.change(text, args["figures"]), by="\n\n")
        body = Outgoing(said, menu=_menu(text)).to_json()
        letters.append(mail.letter(other.bot, other.account_id, body, now, lane=NOTICE))
    await mail.post(session, letters)


def _menu(text: Text) -> tuple[Choice, ...]:
    return (Choice("!menu", text("core-menu")),)


JOBS = {"register-check": check, "register-store": store}
LOST = {"register-store": lost}
