"""What one voter is told of their proof or ballot: checked, moved, marked on paper, taken out."""

from typing import Any

from bot.journey import DueNow, Tools
from bot.messages import Choice, Html, Outgoing, Words
from storage import mail, places, voidings, votes
from storage.desks import NEWS
from storage.due import Outdated
from storage.recipients import recipient
from storage.tables.mail import NOTICE
from storage.votes import Vote


async def tell(session: Any, row: DueNow, tools: Tools) -> None:
    """One letter, in the voter's own language."""
    vote = await votes.find(session, row.subject.removeprefix("process:"))
    who = await recipient(session, row.person_id)
    if vote is None or who is None:
        raise Outdated
    words = await _words(session, vote, row, who.language, tools)
    choices: tuple[Choice, ...] = ()
    if row.occurrence.startswith("proven") and vote.state == "open":
        label = tools.text(who.language, "vote-begin")
        choices = (Choice(f"go:vote:{vote.id}", label),)
    menu = (Choice("!menu", tools.text(who.language, "core-menu")),)
    letter = mail.letter(
        who.bot,
        who.account_id,
        Outgoing(words, choices, menu).to_json(),
        tools.now(),
        lane=NOTICE,
        subject=row.subject,
    )
    await mail.post(session, [letter])


async def _words(session: Any, vote: Vote, row: DueNow, language: str, tools: Tools) -> Html:
    place = await places.municipality(session, vote.municipality)
    main = await votes.main_language(session, vote.municipality)
    told = {"name": Words(vote.name).read(language, main)}
    phone = place.office_phone if place else ""
    what = row.occurrence.partition(":")[0]
    if what == "proven":
        return tools.text(language, "proof-news-proven", **told)
    if what == "unmarked":
        return tools.text(language, "proof-news-unmarked", **told)
    if what == "moved":
        return tools.text(language, "proof-news-moved", **told, phone=phone)
    if what == "marked":
        return tools.text(language, "proof-news-marked", **told, phone=phone)
    reason = await voidings.reason(session, row.version)
    return tools.text(language, "proof-news-void", **told, phone=phone, reason=reason)


DUE = {NEWS: tell}
