"""One message a day that tells what was gathered for somebody."""

from collections.abc import Sequence
from typing import Any

from bot.clock import Clock
from bot.formats import first_line
from bot.journey import DueNow, Tools
from bot.messages import Choice, Html, Outgoing, lines
from bot.texts import Texts
from bot.weeding import Fresh, weed
from storage import digests, due, mail
from storage.letters import Claimed
from storage.recipients import Recipient, recipient
from storage.tables.mail import NOTICE
from storage.tables.topics import NEWS

LINES = 20  # a digest stays one message on every messenger
LINE = 100  # characters of a line
BUTTONS = 5
BUTTON = 40  # characters of a label

Item = Sequence[Claimed]
"""The parts of one text, in order."""


class Digests:
    """Writes digests, and knows whether one that waits is still true."""

    def __init__(self, texts: Texts, clock: Clock, fresh: Fresh) -> None:
        self._texts = texts
        self._clock = clock
        self._fresh = fresh

    async def write(self, session: Any, row: DueNow, tools: Tools) -> None:
        """What still holds goes out in one message; the rest ends with the reason."""
        now = tools.now()
        if (morning := await digests.awake(session, row.person_id, now)) > now:
            at = morning.isoformat(timespec="minutes")
            await due.plan(session, row.kind, "", morning, person_id=row.person_id, occurrence=at)
            return
        waiting = await digests.waiting(session, row.person_id)
        ended = await weed(session, waiting, self._fresh, now)
        await digests.end(session, ended)
        told = [letter for letter in waiting if letter.id not in ended]
        who = await recipient(session, row.person_id)
        if told and who is not None:
            body = self._message(who, digests.by_text(told)).to_json()
            letter = mail.letter(who.bot, who.account_id, body, now, lane=NOTICE)
            await digests.send(session, letter, [letter.id for letter in told])

    async def fresh(self, session: Any, id: str, version: int) -> bool:
        """Whether all that a digest tells may still go out; its version is how many they were."""
        told = await digests.carried(session, int(id))
        return len(told) == version and not await weed(
            session, told, self._fresh, self._clock.now()
        )

    def _message(self, who: Recipient, items: Sequence[Item]) -> Outgoing:
        def text(name: str, **args: Any) -> Html:
            return self._texts.text(who.language, name, **args)

        told = [text("digest-line", title=_title(item, LINE)) for item in items[:LINES]]
        if len(items) > LINES:
            told.append(text("digest-more", count=len(items) - LINES))
        choices = [
            Choice(f"go:digest-item:{item[0].id}", _title(item, BUTTON), wide=True)
            for item in items[:BUTTONS]
        ]
        if len(items) > BUTTONS:
            left = text("digest-all", count=len(items) - BUTTONS)
            choices.append(Choice(f"go:digest:{items[0][0].id}", left, wide=True))
        menu = (Choice("!menu", text("core-menu")),)
        said = lines(text("digest-head"), lines(*told), by="\n\n")
        return Outgoing(said, tuple(choices), menu)


def _title(item: Item, longest: int) -> str:
    texts = [Html(letter.body["text"]) for letter in item]
    return first_line(texts, longest, headed=item[0].topic == NEWS)
