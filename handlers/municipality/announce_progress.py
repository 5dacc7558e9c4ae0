"""How far an announcement is: one message that is changed, or a few where none can be."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.journey import DueNow, Text, Tools
from bot.messages import Choice, Html, Outgoing
from handlers.parts.announce_end import EVERY, PROGRESS
from storage import campaign_fates, due, mail
from storage.campaign_fates import Progress
from storage.due import Outdated
from storage.recipients import Recipient, recipient
from storage.tables.mail import NOTICE

STEPS = 60  # of one announcement, however long it takes
MILESTONE = 25  # per cent between two messages where none can be changed
CELLS = 10


@dataclass(frozen=True, slots=True)
class Watched:
    """A campaign on its way; `letter` is the first message about it (0: none yet).

    `told`: the last milestone, in per cent.
    """

    id: int
    since: datetime
    look: int
    letter: int
    told: int

    @classmethod
    def of(cls, row: DueNow, since: datetime) -> "Watched":
        """What the row remembers from one look to the next."""
        look, letter, told = (int(part) for part in row.occurrence.split("."))
        return cls(int(row.subject), since, look, letter, told)

    @property
    def occurrence(self) -> str:
        return f"{self.look + 1}.{self.letter}.{self.told}"


async def show(session: Any, row: DueNow, tools: Tools) -> None:
    """One look; the next one is planned until everything has ended."""
    found = await campaign_fates.progress(session, int(row.subject))
    who = await recipient(session, row.person_id)
    if found is None or who is None or found.state == "stopped":
        raise Outdated
    watched = Watched.of(row, found.since)
    said = _told(_texts(tools, who.language), watched, found, tools.now())
    if tools.edits(who.bot):
        watched = await _change(session, watched, (who, said), found, tools)
    elif (percent := _percent(found) // MILESTONE * MILESTONE) > watched.told:
        if percent < 100:  # then the report comes
            await mail.post(session, [_letter(who, said, tools)])
        watched = replace(watched, told=percent)
    if found.state != "done":
        await _again(session, row.person_id, watched, tools.now())


async def _again(session: Any, person: int, watched: Watched, now: datetime) -> None:
    """Every few seconds at first, less often the longer it takes."""
    wait = max(EVERY, (now - watched.since) / STEPS)
    subject, occurrence = str(watched.id), watched.occurrence
    await due.plan(session, PROGRESS, subject, now + wait, person_id=person, occurrence=occurrence)


async def _change(
    session: Any,
    watched: Watched,
    to: tuple[Recipient, Outgoing],
    found: Progress,
    tools: Tools,
) -> Watched:
    """The same message with what is true now; the first time, a new one."""
    if watched.letter:
        if ref := await mail.sent_as(session, watched.letter):
            await mail.post(session, [_letter(*to, tools, edit=ref)])
        return watched
    if found.state == "done":
        return watched  # it was so quick that the report says all
    return replace(watched, letter=await mail.post_one(session, _letter(*to, tools)))


def _letter(who: Recipient, said: Outgoing, tools: Tools, edit: str = "") -> dict[str, Any]:
    body = replace(said, edit=edit).to_json()
    return mail.letter(who.bot, who.account_id, body, tools.now(), lane=NOTICE, edit=edit)


def _told(text: Text, watched: Watched, found: Progress, now: datetime) -> Outgoing:
    percent = _percent(found)
    full = percent * CELLS // 100
    left = _minutes_left(watched, found, now)
    bar = "▓" * full + "░" * (CELLS - full)
    said = text(
        "announce-progress",
        bar=bar,
        percent=str(percent),
        ended=found.ended,
        people=found.people,
        minutes=left,
    )
    stop = Choice(f"go:announce-stop:{watched.id}", text("announce-stop"), wide=True)
    menu = (Choice("!menu", text("core-menu")),)
    return Outgoing(said, () if found.state == "done" else (stop,), menu)


def _percent(found: Progress) -> int:
    return 100 * min(found.ended, found.people) // found.people if found.people else 100


def _minutes_left(watched: Watched, found: Progress, now: datetime) -> int:
    """At the pace so far; -1 while nothing has gone out."""
    if not found.ended:
        return -1
    left = (now - watched.since) * (found.people - found.ended) / found.ended
    return round(left / timedelta(minutes=1))


def _texts(tools: Tools, language: str) -> Text:
    def text(name: str, /, **args: Any) -> Html:
        return tools.text(language, name, **args)

    return text


DUE = {PROGRESS: show}
