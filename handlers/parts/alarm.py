"""What the staff are written when a result cannot be told by itself."""

from functools import partial
from typing import Any

from bot.journey import Text, Tools
from bot.messages import Choice, Html, Outgoing, Words
from storage import mail, recipients, release, votes
from storage.conduct import WITNESSES
from storage.tables.mail import NOTICE
from storage.votes import Vote


async def alarm(session: Any, id: int, tools: Tools) -> None:
    """To everybody who can do something about it, with the button that does."""
    vote = await votes.locked(session, id)
    main = await votes.main_language(session, vote.municipality)
    letters = []
    for who in await recipients.staff(session, vote.municipality, WITNESSES):
        text = partial(tools.text, who.language)
        said = _said(text, vote, Words(vote.name).read(who.language, main))
        choices = (Choice(f"go:release:{vote.id}", text("release-open"), wide=True),)
        menu = (Choice("!menu", text("core-menu")),)
        body = Outgoing(said, choices, menu).to_json()
        letters.append(mail.letter(who.bot, who.account_id, body, tools.now(), lane=NOTICE))
    await mail.post(session, letters)


def _said(text: Text, vote: Vote, name: str) -> Html:
    if vote.state == "sealed":
        return text("release-alarm-endless", name=name)
    if vote.state != "counted":
        return text("release-alarm-uncounted", name=name)
    if release.finding(vote) == release.DIFFERS:
        return text("release-alarm-differs", name=name)
    return text("release-alarm-not-refereed", name=name)
