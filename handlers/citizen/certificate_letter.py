"""What the holder of a certificate is written when it is revoked."""

from typing import Any

from bot.civic.certificate import State
from bot.journey import DueNow, Tools
from bot.messages import Choice, Outgoing
from storage import certificates, mail
from storage.certificates import REVOKED
from storage.due import Outdated
from storage.recipients import recipient
from storage.tables.mail import NOTICE


async def tell(session: Any, row: DueNow, tools: Tools) -> None:
    """One letter with the reason, which nobody else reads."""
    paper = await certificates.by_id(session, int(row.subject.removeprefix("certificate:")))
    who = await recipient(session, row.person_id)
    if paper is None or paper.state is not State.REVOKED or who is None:
        raise Outdated
    said = tools.text(who.language, "certificate-ended", code=paper.code, reason=paper.reason)
    menu = (Choice("!menu", tools.text(who.language, "core-menu")),)
    body = Outgoing(said, menu=menu).to_json()
    letter = mail.letter(who.bot, who.account_id, body, tools.now(), lane=NOTICE)
    await mail.post(session, [letter])


DUE = {REVOKED: tell}
